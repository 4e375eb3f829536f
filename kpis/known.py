"""What the council's own records say of an input: filled in for the school, never asked again.

Each answers for many schools at once. Days are inclusive: a child counts on its first and on its
last day. An application above may register others, and an input that nobody registered is asked.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, DateField, Exists, F, Model, OuterRef, Q, QuerySet, Sum, Value
from django.db.models.functions import Coalesce, Greatest, Least

from contracts.arrangements.law import LawBook
from kpis.models.figure import PLACES
from kpis.periods import Period
from nmiss.base.core.days import DayCount
from nmiss.base.files.models import FileState
from placements.models import Consultation, ConsultationReply, EndReason, Placement
from placements.reviews.dates import REPORT, SEND
from placements.reviews.status import ReviewStatus
from providers.models import ComplianceDocument, School

SMALLEST = Decimal(1).scaleb(-PLACES)  # of a figure that is kept
_COUNTED = [each.value for each in ReviewStatus if each != ReviewStatus.CLOSED]

# Rows of a school and its number; of a school that is left out it is 0.
Counts = QuerySet[Any]
Counting = Callable[[QuerySet[Any], datetime.date, datetime.date], Counts]  # between two days
Span = tuple[datetime.date, datetime.date]


@dataclass(frozen=True)
class KnownInput:
    """An input that the council knows: how it is counted, and the words for where it is from.

    One that is ``a_day`` is what was counted, divided by the days. ``by`` is how a record names its
    school.
    """

    source: str
    count: Counting
    of: type[Model] = Placement
    a_day: bool = False
    by: str = "school"


@dataclass(frozen=True)
class Ours:
    """A figure of the council's with where it is from."""

    value: Decimal
    source: str


_known: dict[str, KnownInput] = {}


def register(name: str, source: str, count: Counting, **how: Any) -> None:
    """Have an input of this name counted so, from records that have a ``school``."""
    _known[name] = KnownInput(source, count, **how)


def names() -> frozenset[str]:
    """The inputs that nobody needs to be asked for."""
    return frozenset(_known)


def figures_of(
    wanted: Collection[str], schools: Collection[int], period: Period, *, until: datetime.date
) -> dict[tuple[int, str], Ours]:
    """What we know of these inputs, for each school, from the first day of the period to a day."""
    found = figures_of_each(wanted, schools, {period: (period.first_day, until)})
    return found[period]


def figures_of_each(
    wanted: Collection[str], schools: Collection[int], spans: Mapping[Period, Span]
) -> dict[Period, dict[tuple[int, str], Ours]]:
    """The same for many periods: one query for an input, however many schools and periods."""
    found: dict[Period, dict[tuple[int, str], Ours]] = {period: {} for period in spans}
    for name in sorted(names().intersection(wanted)):
        known = _known[name]
        counted = _counted(known, schools, list(spans.values()))
        for number, (period, (first, last)) in enumerate(spans.items()):
            days = (last - first).days + 1 if known.a_day else 1
            for school in schools:
                value = Decimal(counted.get((number, school), 0)) / days
                found[period][school, name] = Ours(value.quantize(SMALLEST), known.source)
    return found


def _counted(
    known: KnownInput, schools: Collection[int], spans: Sequence[Span]
) -> dict[tuple[int, int], int]:
    """By the place of the span and the school."""
    rows = known.of.objects.filter(**{f"{known.by}__in": schools})
    counts = [
        known.count(rows, first, last).annotate(span=Value(number))
        for number, (first, last) in enumerate(spans)
    ]
    if not counts:
        return {}
    together = counts[0].union(*counts[1:], all=True) if len(counts) > 1 else counts[0]
    return {(span, school): count for school, count, span in together}


def _of_each(rows: QuerySet[Placement]) -> Counts:
    return rows.order_by().values_list("school").annotate(count=Count("pk"))


def _roll(rows: QuerySet[Placement], first: datetime.date, last: datetime.date) -> Counts:
    return _of_each(rows.on(last))


def _all(rows: QuerySet[Placement], first: datetime.date, last: datetime.date) -> Counts:
    return _of_each(rows.touching(first, last))


def _starts(rows: QuerySet[Placement], first: datetime.date, last: datetime.date) -> Counts:
    return _of_each(rows.filter(starts_on__range=(first, last)))


def _leavers(rows: QuerySet[Placement], first: datetime.date, last: datetime.date) -> Counts:
    return _of_each(rows.filter(ended_on__range=(first, last)))


def _ended(*reasons: EndReason) -> Counting:
    def count(rows: QuerySet[Placement], first: datetime.date, last: datetime.date) -> Counts:
        return _of_each(rows.filter(ended_on__range=(first, last), end_reason__in=reasons))

    return count


def _days(rows: QuerySet[Placement], first: datetime.date, last: datetime.date) -> Counts:
    edges = {"output_field": DateField()}
    within = DayCount(
        first=Greatest(F("starts_on"), Value(first, **edges)),
        last=Least(Coalesce(F("ended_on"), Value(last, **edges)), Value(last, **edges)),
    )
    counted = rows.touching(first, last).order_by().values_list("school")
    return counted.annotate(count=Sum(within))


def _consultations(
    rows: QuerySet[Consultation], first: datetime.date, last: datetime.date
) -> Counts:
    """Those that were to be answered in the period; not those that we ended before, unanswered."""
    ended_before = Q(closed_at__date__lt=F("due_on")) & ~Exists(_replies())
    return _of_each(rows.filter(due_on__range=(first, last)).exclude(ended_before))


def _answered_in_time(
    rows: QuerySet[Consultation], first: datetime.date, last: datetime.date
) -> Counts:
    in_time = _replies().filter(sent_at__date__lte=OuterRef("due_on"))
    return _of_each(rows.filter(Exists(in_time), due_on__range=(first, last)))


def _reviews(*, on: str, done: Mapping[str, Any] | None = None) -> Counting:
    """Reviews of which this day is in the period, by where the child was then."""

    def count(rows: QuerySet[Placement], first: datetime.date, last: datetime.date) -> Counts:
        review, day = "child__reviews", F(f"child__reviews__{on}")
        found = rows.filter(
            Q(ended_on=None) | Q(ended_on__gte=day),
            starts_on__lte=day,
            **{f"{review}__{on}__range": (first, last)},
            **{f"{review}__{name}": value for name, value in (done or {}).items()},
            **{f"{review}__status__in": _COUNTED},
        )
        return found.order_by().values_list("school").annotate(count=Count(review, distinct=True))

    return count


def _review_papers(rows: QuerySet[Placement], first: datetime.date, last: datetime.date) -> Counts:
    """Those reported on within the weeks of the law, by the number in force as the period ends."""
    days = LawBook.read().in_force(REPORT, regime=SEND, on=last).value
    by = F("child__reviews__meeting_on") + datetime.timedelta(days=days)
    return _reviews(on="meeting_on", done={"reported_at__date__lte": by})(rows, first, last)


def _insured(rows: QuerySet[School], first: datetime.date, last: datetime.date) -> Counts:
    """1 for a school that has a certificate of insurance on the last day, or its provider has."""
    documents = (
        ComplianceDocument.objects.filter(
            Q(school=None) | Q(school=OuterRef("pk")),
            provider=OuterRef("provider"),
            kind="insurance_certificate",
            added_at__date__lte=last,
        )
        .filter(Q(expires_on=None) | Q(expires_on__gte=last))
        .filter(Q(replaced_at=None) | Q(replaced_at__date__gt=last))
        .exclude(file__state__in=FileState.for_nobody())
    )
    insured = rows.filter(Exists(documents)).order_by()
    return insured.annotate(count=Value(1)).values_list("pk", "count")


def _replies() -> QuerySet[ConsultationReply]:
    return ConsultationReply.objects.filter(consultation=OuterRef("pk"), sent_at__isnull=False)


register(
    "exclusions_and_notices",
    "Permanent exclusions and notices by the school, by our records",
    _ended(EndReason.PERMANENT_EXCLUSION, EndReason.NOTICE_BY_SCHOOL),
)
register("placements_at_end", "Placements on the last day, by our records", _roll)
register("placements_in_period", "Placements in the period, by our records", _all)
register("placements_started", "Placements that began, by our records", _starts)
register("placements_ended", "Placements that ended, by our records", _leavers)
register(
    "ended_unplanned_by_school",
    "Placements that the school ended unplanned, by our records",
    _ended(*EndReason.unplanned_by_school()),
)
register(
    "ended_unplanned_by_others",
    "Placements that the council or parents ended unplanned, by our records",
    _ended(*EndReason.unplanned_by_others()),
)
register("placement_days", "Days of placement, by our records", _days)
register(
    "average_placements",
    "Average number of placements a day, by our records",
    _days,
    a_day=True,
)
register(
    "reviews_due",
    "Annual reviews that were due in the period, by our records",
    _reviews(on="due_on"),
)
register(
    "reviews_held_in_time",
    "Of the reviews that were due, those held by their day, by our records",
    _reviews(on="due_on", done={"meeting_on__lte": F("child__reviews__due_on")}),
)
register(
    "reviews_held",
    "Annual reviews held in the period, by our records",
    _reviews(on="meeting_on"),
)
register(
    "review_papers_in_time",
    "Of the reviews held, those reported on within two weeks, by our records",
    _review_papers,
)
register(
    "consultations",
    "Consultations that were due in the period, by our records",
    _consultations,
    of=Consultation,
)
register(
    "consultations_answered_in_time",
    "Of these, those that the school answered by their deadline, by our records",
    _answered_in_time,
    of=Consultation,
)
register(
    "insurance_in_force",
    "1 where a certificate of insurance is in force on the last day, by our records",
    _insured,
    of=School,
    by="pk",
)
