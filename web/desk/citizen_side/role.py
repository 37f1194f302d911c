"""What somebody who plays the citizen has to know: numbers, papers, secrets in mind."""

from collections.abc import Callable

from sandbox import own_secrets, people
from sandbox.own_secrets import fits
from sandbox.scripted_moves import remembered_passcode, remembered_password
from sandbox.state import World
from training.narration_vneid import PAPERS
from web.shell.formatting import day

Lines = list[tuple[str, str]]


def card_lines(world: World) -> Lines:
    """Names and values, as a role card has them."""
    citizen = world.citizen
    return [
        ("Họ và tên", citizen.full_name),
        ("Ngày sinh", day(citizen.birth_date)),
        ("Số định danh cá nhân", citizen.personal_id),
        *_phones(world),
        ("Mật khẩu VNeID", _secret(world, "password", remembered_password, world.vneid.password)),
        ("Mật mã VNeID", _secret(world, "passcode", remembered_passcode, world.vneid.passcode)),
        *_portal(world),
        *_papers(world),
        *_child(world),
    ]


def _phones(world: World) -> Lines:
    phones = world.citizen.phones
    return [
        (f"Số điện thoại của {each.owner}" if each.owner else "Số điện thoại", each.number)
        for each in phones
    ]


def _secret(world: World, kind: str, in_mind: Callable[[World], str], sealed: str) -> str:
    remembered = in_mind(world)
    if not sealed:
        return "chưa đặt"
    if fits(sealed, world.seed, kind, remembered):
        return remembered
    first = own_secrets.password if kind == "password" else own_secrets.passcode
    forgotten = fits(sealed, world.seed, kind, first(world.seed))
    return "anh/chị không nhớ" if forgotten else "do anh/chị tự đặt"


def _portal(world: World) -> Lines:
    has_account = world.citizen.has_account and world.era.portal_accounts
    if not has_account or world.public.password:
        return []
    return [("Mật khẩu Cổng Dịch vụ công", own_secrets.portal_password(world.seed))]


def _papers(world: World) -> Lines:
    return [
        (f"Số {words}", people.paper_number(world.citizen, paper))
        for paper, words in PAPERS.items()
    ]


def _child(world: World) -> Lines:
    if not world.setup.vneid.with_child:
        return []
    return [("Số định danh của con", people.child(world).personal_id)]
