"""Reads from a page what a visitor without a browser needs: its token and its sentences."""

from html.parser import HTMLParser

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})


class PageReader(HTMLParser):
    """``token`` of the page's forms; ``sentences`` of its error summary, notice or heading."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.token = ""
        self._inside: list[str] = []  # what each open element is to us
        self._found: dict[str, list[str]] = {"item": [], "notice": [], "h1": []}
        self.feed(page)

    @property
    def sentences(self) -> list[str]:
        """What the page says went wrong."""
        return next(filter(None, self._found.values()), [])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look for the token, and for where something is told."""
        attributes = dict(attrs)
        if attributes.get("name") == "csrf_token":
            self.token = attributes.get("value") or ""
        if tag in _VOID:
            return
        self._inside.append(self._meaning(tag, attributes))
        self._found.get(self._inside[-1], []).append("")

    def _meaning(self, tag: str, attrs: dict[str, str | None]) -> str:
        if attrs.get("id") == "error-summary":
            return "summary"
        if tag == "li" and "summary" in self._inside:
            return "item"
        return "notice" if "notice" in (attrs.get("class") or "").split() else tag

    def handle_endtag(self, tag: str) -> None:
        """Whatever was told there is complete."""
        if tag not in _VOID and self._inside:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        """Collect what is told."""
        for meaning, texts in self._found.items():
            if meaning in self._inside and data.strip():
                texts[-1] = f"{texts[-1]} {data.strip()}".strip()
