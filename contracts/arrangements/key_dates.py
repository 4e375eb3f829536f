"""The dates of the arrangements: rounds, award notices, the ends of terms."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from contracts.arrangements.decide_by import undecided
from contracts.arrangements.models import (
    AssessmentState,
    Delegation,
    ImpactAssessment,
    Round,
    Vehicle,
)
from contracts.arrangements.notice_duties import duties_of_each
from contracts.arrangements.permissions import COMMISSIONING
from contracts.arrangements.quarters import quarters_of_each
from contracts.arrangements.reopening import reopening_of_each
from nmiss.base.accounts.key_dates import SUBJECT_TOO, KeyDate, WantedDays, source
from nmiss.base.accounts.models import Role, User

OPENS, CLOSES = "Round opens", "Round closes"
QUESTIONS, EVALUATED = "Last day for questions", "Evaluation ends"
TEAM = "Commissioning team"
READERS = (*COMMISSIONING, Role.AUDITOR)


@source(
    *(OPENS, CLOSES, QUESTIONS, EVALUATED),
    roles=(*Role.with_cases(), Role.PROVIDER),
    team=(*COMMISSIONING, Role.PROVIDER),
    who=TEAM,
    leaves=SUBJECT_TOO,
    on_home=True,
    unreminded={
        OPENS: "We email members, and everyone who asked to know, when a round opens.",
        CLOSES: "We email the day when a round opens and when it moves; later applications join "
        "the next round.",
        QUESTIONS: "We email members, and everyone who asked to know, when a round opens.",
    },
)
def of_rounds(wanted: WantedDays) -> Iterator[KeyDate]:
    """Rounds are published: their days are everybody's."""
    touched = Q()
    for name in ("opens_at__date", "closes_at__date", "clarifications_close_at__date"):
        touched |= Q(**{f"{name}__range": wanted.window})
    rounds = wanted.rows(Round).filter(touched | Q(evaluation_ends_on__range=wanted.window))
    for each in rounds.select_related("vehicle").by_time():
        subject, link = f"{each.vehicle}, round {each.number}", _page_of(each, wanted.user)
        instants = {
            OPENS: each.opens_at,
            QUESTIONS: each.clarifications_close_at,
            CLOSES: each.closes_at,
        }
        for kind, at in instants.items():
            if at:
                yield KeyDate(timezone.localdate(at), kind, subject, each, link, at=at)
        if each.evaluation_ends_on:
            yield KeyDate(each.evaluation_ends_on, EVALUATED, subject, each, link)


def _page_of(record: Round | Vehicle, user: User | None) -> str:
    """Its page, for those who have one; for all others the tenders with their rounds."""
    if user is None or user.role not in READERS:
        return reverse("contracts:tender_list")
    page = "round_detail" if isinstance(record, Round) else "vehicle_detail"
    return reverse(f"contracts:{page}", args=[record.pk])


@source(
    "Award notice due",
    roles=READERS,
    team=COMMISSIONING,
    who=TEAM,
    leaves=SUBJECT_TOO,
)
def of_award_notices(wanted: WantedDays) -> Iterator[KeyDate]:
    """Awards are notified together by quarter; a quarter that is settled has no date any more."""
    vehicles = list(wanted.rows(Vehicle).with_rounds().by_name())
    due = quarters_of_each(vehicles, today=timezone.localdate())
    for vehicle in vehicles:
        for each in due[vehicle.pk]:
            yield KeyDate(
                each.due_on,
                "Award notice due",
                f"{vehicle}, {each.first:%B} to {each.last:%B %Y}",
                vehicle,
                f"{_page_of(vehicle, wanted.user)}#award-notices",
                part=each.in_address,
            )


@source(
    "Notice due",
    roles=READERS,
    team=COMMISSIONING,
    who=TEAM,
    leaves=SUBJECT_TOO,
)
def of_other_notices(wanted: WantedDays) -> Iterator[KeyDate]:
    """Notices of options, contracts and terms, until they are recorded or waived."""
    vehicles = list(wanted.rows(Vehicle).by_name())
    due = duties_of_each(vehicles, today=timezone.localdate())
    for vehicle in vehicles:
        for each in due[vehicle.pk]:
            yield KeyDate(
                each.due_on,
                "Notice due",
                f"{vehicle}, {each.form}: {each.about}",
                vehicle,
                reverse("contracts:notice_list", args=[vehicle.pk]),
                part=f"{each.kind}-{each.subject}",
            )


@source(
    *("Arrangement ends", "Framework to re-open"),
    roles=(*Role.with_cases(), Role.PROVIDER),
    team=COMMISSIONING,
    who=TEAM,
    leaves=SUBJECT_TOO,
    on_home=True,
)
def of_terms(wanted: WantedDays) -> Iterator[KeyDate]:
    """The last day of the term, as far as it is decided today, and the last day on which an open
    framework admits new members, until it does (section 49).
    """
    vehicles = list(wanted.rows(Vehicle).ending_or_reopened(*wanted.window).by_name())
    reopenings = reopening_of_each(vehicles)
    for vehicle in vehicles:
        link = _page_of(vehicle, wanted.user)
        if vehicle.ends_on:
            yield KeyDate(vehicle.ends_on, "Arrangement ends", str(vehicle), vehicle, link)
        if found := reopenings.get(vehicle.pk):
            yield KeyDate(found.award_by, "Framework to re-open", str(vehicle), vehicle, link)


@source(
    "Extension to decide",
    roles=READERS,
    team=COMMISSIONING,
    who=TEAM,
    leaves=SUBJECT_TOO,
)
def of_extensions(wanted: WantedDays) -> Iterator[KeyDate]:
    """The last day to publish the decision on an option, until it is decided."""
    for option, days in undecided(timezone.localdate()):
        link = reverse("contracts:option_detail", args=[option.pk])
        subject = f"Option {option.number} of {option.vehicle}"
        yield KeyDate(days.decide_by, "Extension to decide", subject, option, link)


@source(
    "Delegation ends",
    roles=READERS,
    team=COMMISSIONING,
    who=TEAM,
    leaves=SUBJECT_TOO,
)
def of_delegations(wanted: WantedDays) -> Iterator[KeyDate]:
    """Until when a decision leaves something to an officer."""
    found = Delegation.objects.filter(until__range=wanted.window).select_related("decision")
    for each in found.order_by("until", "pk"):
        link = reverse("contracts:decision_detail", args=[each.decision_id])
        subject = f"{each.to}, decision {each.decision.number}"
        yield KeyDate(each.until, "Delegation ends", subject, each, link)


@source(
    "Impact assessment review",
    roles=READERS,
    team=COMMISSIONING,
    who=TEAM,
    leaves=SUBJECT_TOO,
)
def of_assessments(wanted: WantedDays) -> Iterator[KeyDate]:
    """The next review of each assessment that is needed."""
    found = wanted.rows(ImpactAssessment).filter(review_on__range=wanted.window)
    for each in found.exclude(state=AssessmentState.NOT_NEEDED).select_related("decision"):
        subject = f"{each.get_kind_display()}, decision {each.decision.number}"
        link = reverse("contracts:decision_detail", args=[each.decision_id])
        yield KeyDate(each.review_on, "Impact assessment review", subject, each, link)
