"""A search that found nothing: which of its filters hide how many accounts."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from sandbox.state import World
from web.desk.clerk_side.portal.accounts import Filters, find
from web.desk.clerk_side.portal.filters import FIELDS, ListQuery

_LABELS = {
    "ten": "Tên công dân",
    "dien_thoai": "Số điện thoại",
    "so_giay_to": "CMND/CCCD",
    "can_bo": "Cán bộ tạo",
    "don_vi": "Đơn vị tạo",
    "tu_ngay": "Từ ngày",
    "den_ngay": "Đến ngày",
}
_ATTRIBUTES = ("name", "phone", "id_number", "officer", "unit", "since", "until")
_OF_THE_ACCOUNT = ("can_bo", "don_vi", "tu_ngay", "den_ngay")  # who made it and when, not for whom


@dataclass(frozen=True, slots=True)
class Hidden:
    """How many accounts those filters hide; ``query_string`` is the search without them."""

    filters: str
    total: int
    query_string: str


def hidden_by(world: World, query: ListQuery) -> list[Hidden]:
    """Each filter that alone hides something; else those that do so together."""
    given = [name for name in FIELDS if query.texts[name]]
    sought = [name for name in given if name not in _OF_THE_ACCOUNT]  # the only one stays
    alone = [_hidden(world, query, [name]) for name in given if [name] != sought]
    together = [name for name in given if name in _OF_THE_ACCOUNT]
    found = [each for each in alone if each.total]
    return found or [each for each in (_hidden(world, query, together),) if each.total]


def _hidden(world: World, query: ListQuery, names: Collection[str]) -> Hidden:
    fields = {field for name, field in zip(FIELDS, _ATTRIBUTES, strict=True) if name in names}
    without = replace(query.filters, **{field: getattr(Filters(), field) for field in fields})
    kept = replace(query, texts={**query.texts, **dict.fromkeys(names, "")})
    shown = {**query.texts, "don_vi": query.filters.unit}
    return Hidden(
        filters=", ".join(f"“{_LABELS[name]}: {shown[name]}”" for name in names),
        total=find(world, without, 1).total,
        query_string=kept.query_string,
    )
