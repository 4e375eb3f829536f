"""What blocks bring to the landing pages: those of which too many places are empty."""

from __future__ import annotations

import datetime

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from nmiss.base.accounts.landing import MOST, Task, Waiting, tasks, with_rest
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.together import Found, Wanted
from placements.blocks.models import BlockPurchase
from placements.blocks.report import BlockUse
from placements.models import Placement


@tasks(Role.OFFICER, Role.MANAGER, Role.PLACEMENTS, weight=35)
def blocks_under_break_even(user: User, today: datetime.date) -> list[Waiting]:
    """Blocks that cost more today than as many single places would."""

    def tell(blocks: Found) -> list[Task]:
        uses = [BlockUse(each, today, [], each.used_today) for each in blocks.rows]
        found = [
            Task(
                f"Fill block places: {use.block.school} ({use.used_today} of {use.block.places} "
                f"used, break-even is {use.break_even})",
                reverse("placements:block_detail", args=[use.block.pk]),
            )
            for use in uses
            if use.is_under_break_even
        ]
        page, many = reverse("placements:block_list"), "blocks below their break-even"
        return with_rest(found[:MOST], len(found), many=many, all_at=page)

    there = Placement.objects.on(today).filter(block=OuterRef("pk")).order_by().values("block")
    used = Coalesce(Subquery(there.annotate(used=Count("pk")).values("used")), 0)
    blocks = BlockPurchase.objects.visible_to(user).that_count().on(today).newest_first()
    blocks = blocks.annotate(used_today=used)
    facts = [
        "used_today",
        "school__name",
        "school__has_namesake",
        "places",
        "price",
        "starts_on",
        "ends_on",
        "spot_price",
        "voided_at",
    ]
    return [Waiting([Wanted(blocks, facts)], tell)]
