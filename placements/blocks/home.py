"""What blocks bring to the landing pages: those of which too many places are empty."""

from __future__ import annotations

import datetime

from django.urls import reverse

from nmiss.base.accounts.landing import MOST, Task, tasks, with_rest
from nmiss.base.accounts.models import Role, User
from placements.blocks.models import BlockPurchase
from placements.blocks.report import uses_of, with_stays


@tasks(Role.OFFICER, Role.MANAGER, Role.PLACEMENTS, weight=35)
def blocks_under_break_even(user: User, today: datetime.date) -> list[Task]:
    """Blocks that cost more today than as many single places would."""
    blocks = with_stays(BlockPurchase.objects.visible_to(user).that_count().on(today))
    found = [
        Task(
            f"Fill block places: {use.block.school} ({use.used_today} of {use.block.places} used, "
            f"break-even is {use.break_even})",
            reverse("placements:block_detail", args=[use.block.pk]),
        )
        for use in uses_of(blocks.newest_first(), today)
        if use.is_under_break_even
    ]
    page, many = reverse("placements:block_list"), "blocks below their break-even"
    return with_rest(found[:MOST], len(found), many=many, all_at=page)
