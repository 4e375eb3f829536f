"""Block purchases as a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import QuerySet
from django.utils import timezone

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.asked import Asked
from nmiss.base.core.lists import Column, List
from nmiss.base.core.orders import DAYS
from nmiss.base.core.rows import NUMERIC, link
from nmiss.base.core.templatetags.components import money, percent, status_tag
from placements.blocks.report import BlockUse, uses_of, with_stays
from placements.models import BlockPurchase

WHO = tuple(Role.with_cases())


def _blocks(user: User, query: Mapping[str, str]) -> QuerySet[BlockPurchase]:
    return with_stays(BlockPurchase.objects.visible_to(user))


def _uses(blocks: Sequence[BlockPurchase], asked: Asked) -> list[BlockUse]:
    return uses_of(blocks, timezone.localdate())


def _money(heading: str, means: str, field: str) -> Column:
    return Column(
        heading,
        means,
        lambda row: getattr(row, field),
        lambda row: money(getattr(row, field)) or "None used",
        css=NUMERIC,
    )


BLOCKS = List(
    name="blocks",
    anchor="blocks",
    title="Block purchases",
    roles=WHO,
    rows=_blocks,
    by="-starts_on",
    work_out=_uses,
    columns=(
        Column(
            "Block",
            "The reference of the block",
            lambda row: row.block.reference,
            lambda row: link("placements:block_detail", row.block.pk, row.block.reference),
        ),
        Column("School", "Where the places are", lambda row: row.block.school.name),
        Column("Provision", "Day or residential", lambda row: row.block.get_provision_display()),
        Column(
            "From",
            "The first day",
            lambda row: row.block.starts_on,
            sort="from",
            order="starts_on",
            ways=DAYS,
        ),
        Column("To", "The last day", lambda row: row.block.ends_on),
        Column("Places", "How many were bought", lambda row: row.block.places, css=NUMERIC),
        Column("Used today", "How many are taken", lambda row: row.used_today, css=NUMERIC),
        Column(
            "Break-even",
            "How many must be used for the block to cost no more than single places",
            lambda row: row.break_even,
            css=NUMERIC,
        ),
        Column(
            "Utilisation",
            "Per cent: occupied days ÷ (places × days) so far",
            lambda row: row.utilisation,
            lambda row: percent(row.utilisation),
            css=NUMERIC,
        ),
        _money("Price a place", "Pounds a year, used or not, without VAT", "price_a_place"),
        _money("Price a used place", "Pounds a year for each place used", "effective_price"),
        _money("Cost of empty places", "Pounds so far", "void_cost"),
        Column(
            "Status",
            "Planned, in force, ended or voided",
            lambda row: row.block.standing(row.on),
            lambda row: status_tag(row.block.standing(row.on)),
        ),
    ),
)
