"""Where the citizen's side of a world is; the clerk's desk and practice both lead there."""

BRIEF = "loi-dan"  # where a colleague who plays the citizen is told their part
PANE = "khung"  # the part of the address that says: looked at from the clerk's desk


def citizens_home(link: str) -> str:
    """Where the telephone is in the citizen's own hand; every address of this side begins so."""
    return f"/cong-dan/{link}/"
