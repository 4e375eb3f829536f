"""Schools that were chosen off the DPS in a month: how many, why, and how much more they cost."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Prefetch

from nmiss.base.accounts.models import User
from placements.models import Consultation, ConsultationReply, SchoolChoice


@dataclass(frozen=True)
class OffDpsRow:
    """A choice off the DPS, with the cheapest offer of a DPS school for the same child."""

    choice: SchoolChoice
    cost: Decimal | None
    cheapest: Decimal | None

    @property
    def why(self) -> str:
        """The code of the reason in words, or who decided."""
        choice = self.choice
        return choice.get_off_dps_reason_display() or choice.get_directed_display()

    @property
    def more(self) -> Decimal | None:
        """What it costs more in a year; nothing where there is no offer to compare."""
        if self.cost is None or self.cheapest is None:
            return None
        return self.cost - self.cheapest


@dataclass(frozen=True)
class OffDpsMonth:
    """What was chosen in a month."""

    first: datetime.date
    chosen: int
    rows: list[OffDpsRow]

    @property
    def reasons(self) -> list[tuple[str, int]]:
        """Each reason with how often it was given, the most frequent first."""
        return Counter(row.why for row in self.rows).most_common()

    @property
    def compared(self) -> list[OffDpsRow]:
        return [row for row in self.rows if row.more is not None]

    @property
    def more(self) -> Decimal:
        """What those that can be compared cost more in a year, in all."""
        return sum((row.more for row in self.compared), Decimal(0))

    @property
    def percent(self) -> Decimal | None:
        """The share of choices that were off the DPS."""
        return Decimal(100) * len(self.rows) / self.chosen if self.chosen else None


def off_dps(month: datetime.date, *, by: User | None) -> OffDpsMonth:
    """The choices of the calendar month of a day, in London. ``by`` None asks for all."""
    choices = SchoolChoice.objects.visible_to(by) if by else SchoolChoice.objects.all()
    own = choices.that_stand().filter(chosen_at__year=month.year, chosen_at__month=month.month)
    outside = own.off_the_dps().select_related("case__child", "consultation__school")
    found = list(outside.prefetch_related("reply__prices").order_by("chosen_at", "pk"))
    cheapest = _cheapest_offers([choice.case_id for choice in found])
    rows = [
        OffDpsRow(choice, _cost_of(choice.reply), cheapest.get(choice.case_id)) for choice in found
    ]
    return OffDpsMonth(month.replace(day=1), own.count(), rows)


def _cost_of(reply: ConsultationReply | None) -> Decimal | None:
    return reply.cost_a_year if reply and reply.is_offer else None


def _cheapest_offers(cases: list[int]) -> dict[int, Decimal]:
    """Of each case the lowest price at which a school on the DPS has offered a place."""
    sent = ConsultationReply.objects.sent().newest_first().prefetch_related("prices")
    asked = Consultation.objects.filter(case__in=cases).with_answer().with_dps().offered()
    found: dict[int, Decimal] = {}
    for each in asked.filter(was_on_dps=True).prefetch_related(Prefetch("replies", sent)):
        cost = each.replies.all()[0].cost_a_year
        found[each.case_id] = min(cost, found.get(each.case_id, cost))
    return found
