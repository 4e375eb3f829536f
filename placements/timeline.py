"""The timeline of a child: all that is on record of it, each with its day and where to read it.

Everything begins with what the reader may see; a provider's people read what is of their schools.
How often the database is asked does not grow with what there is.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, F, QuerySet
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts.models import User
from nmiss.base.core.templatetags.components import day, money
from placements import permissions
from placements.agreements.models import PlacementAgreement, PlacementSignature
from placements.endings.models import PlacementEnding
from placements.models import (
    Case,
    Charge,
    Child,
    Consultation,
    ConsultationReply,
    PackDocument,
    Placement,
    PriceLine,
    ReplyDocument,
    SchoolChoice,
    Shortlist,
    TribunalAppeal,
)
from placements.reviews.models import AnnualReview


@dataclass(frozen=True)
class TimelineEntry:
    """Something that happened, or is to happen: its day, its kind, the words, and where it is."""

    on: datetime.date
    kind: str
    words: str
    link: str = ""
    at: datetime.datetime | None = None

    @property
    def order(self) -> tuple[datetime.date, float]:
        return self.on, self.at.timestamp() if self.at else 0


def timeline_of(child: Child, user: User) -> list[TimelineEntry]:
    """All that this person may read of the child, the oldest first."""
    sources = [_placements, _prices, _endings, _agreements, _consultations, _replies, _reviews]
    if permissions.can_see_cases(user):
        sources += [_cases, _plans, _shortlists, _choices, _pack_documents]
    entries = [entry for source in sources for entry in source(child, user)]
    if permissions.can_see_looks(user, child):
        entries += _looks(child)
    return sorted(entries, key=lambda entry: entry.order)


def placements_of(child: Child, user: User) -> QuerySet[Placement]:
    """The places of the child that this person may read; the council also those voided."""
    places = Placement.objects if user.is_provider else Placement.on_record
    return places.visible_to(user).filter(child=child).distinct()


def consultations_of(child: Child, user: User) -> QuerySet[Consultation]:
    return Consultation.objects.visible_to(user).filter(case__child=child)


def agreements_of(child: Child, user: User) -> QuerySet[PlacementAgreement]:
    return PlacementAgreement.objects.visible_to(user).filter(child=child)


def reviews_of(child: Child, user: User) -> QuerySet[AnnualReview]:
    return AnnualReview.objects.visible_to(user).filter(child=child)


def _at(instant: datetime.datetime, kind: str, words: str, link: str = "") -> TimelineEntry:
    return TimelineEntry(timezone.localdate(instant), kind, words, link, instant)


def _placements(child: Child, user: User) -> Iterator[TimelineEntry]:
    for each in placements_of(child, user).select_related("school"):
        link = reverse("placements:placement_prices", args=[each.reference])
        route, provision = each.get_route_display(), each.get_provision_display().lower()
        words = f"Place at {each.school} begins: {route}, {provision}"
        words += ", voided since" * each.is_voided
        yield TimelineEntry(each.starts_on, "Placement", words, link)
        if each.is_voided:
            yield _at(each.voided_at, "Placement", f"Place at {each.school} voided", link)
        elif each.ended_on:
            why = f": {each.get_end_reason_display().lower()}" if each.end_reason else ""
            yield TimelineEntry(
                each.ended_on, "Placement", f"Place at {each.school} ends{why}", link
            )


def _prices(child: Child, user: User) -> Iterator[TimelineEntry]:
    """Each price as it counts, the imported fee among them, and those that were voided."""
    places = placements_of(child, user)
    charges = Charge.objects.filter(placement__in=places).exclude(last_on__lt=F("first_on"))
    for each in charges.select_related("placement__school"):
        yield _price(each, each.first_on)
    voided = PriceLine.objects.filter(placement__in=places).exclude(voided_at=None)
    for each in voided.select_related("placement__school"):
        yield _price(each, each.starts_on, ", voided since")


def _price(price: Charge | PriceLine, on: datetime.date, since: str = "") -> TimelineEntry:
    place = price.placement
    link = reverse("placements:placement_prices", args=[place.reference])
    cost, funder = money(price.cost_a_year), price.get_funder_display().lower()
    words = f"{price.get_kind_display()} at {place.school}: {cost} a year, paid by {funder}{since}"
    return TimelineEntry(on, "Price", words, link)


def _endings(child: Child, user: User) -> Iterator[TimelineEntry]:
    """Notice that was given, and why places end."""
    endings = PlacementEnding.objects.visible_to(user).filter(placement__child=child)
    for each in endings.select_related("placement__school"):
        link = reverse("placements:placement_ending", args=[each.placement.reference])
        reason, school = each.get_reason_display(), each.placement.school
        on = each.given_on or timezone.localdate(each.recorded_at)
        words = f"{reason} at {school}, last day {day(each.last_on)}"
        yield TimelineEntry(on, "Ending", words + ", voided since" * each.is_voided, link)


def _agreements(child: Child, user: User) -> Iterator[TimelineEntry]:
    agreements = agreements_of(child, user).select_related("school")
    for each in agreements:
        link = reverse("placements:placement_agreement_detail", args=[each.pk])
        yield _at(each.made_at, "Agreement", f"{each.reference} offered to {each.school}", link)
        if each.voided_at:
            yield _at(each.voided_at, "Agreement", f"{each.reference} voided", link)
    signatures = PlacementSignature.objects.filter(agreement__in=agreements.order_by())
    for each in signatures.select_related("agreement"):
        link = reverse("placements:placement_agreement_detail", args=[each.agreement_id])
        who = f"{each.name}, {each.get_side_display().lower()}"
        yield _at(each.signed_at, "Agreement", f"{each.agreement.reference} signed by {who}", link)


def _consultations(child: Child, user: User) -> Iterator[TimelineEntry]:
    for each in consultations_of(child, user).select_related("school"):
        link = reverse("placements:consultation_detail", args=[each.pk])
        yield _at(each.sent_at, "Consultation", f"{each.school} consulted", link)
        yield TimelineEntry(each.due_on, "Consultation", f"Reply of {each.school} due", link)
        if each.closed_at:
            end = "School chosen" if each.is_chosen else each.get_close_reason_display()
            words = f"Consultation of {each.school} closed: {end[:1].lower()}{end[1:]}"
            yield _at(each.closed_at, "Consultation", words, link)


def _replies(child: Child, user: User) -> Iterator[TimelineEntry]:
    consultations = consultations_of(child, user)
    replies = ConsultationReply.objects.sent().filter(consultation__in=consultations)
    for each in replies.select_related("consultation__school"):
        link = reverse("placements:consultation_detail", args=[each.consultation_id])
        school, kind = each.consultation.school, each.get_kind_display().lower()
        yield _at(each.sent_at, "Reply", f"{school} replied: {kind}", link)
    documents = ReplyDocument.objects.filter(reply__in=replies).select_related(
        "reply__consultation__school"
    )
    for each in documents:
        consultation = each.reply.consultation
        link = reverse("placements:consultation_detail", args=[consultation.pk])
        words = f"Evidence of {consultation.school} with its reply"
        yield _at(each.added_at, "Document", words, link)


def _reviews(child: Child, user: User) -> Iterator[TimelineEntry]:
    for each in reviews_of(child, user):
        link = reverse("placements:review_detail", args=[each.pk])
        yield TimelineEntry(each.due_on, "Annual review", "Annual review due", link)
        if each.meeting_on:
            yield TimelineEntry(each.meeting_on, "Annual review", "Review meeting", link)
        if each.reported_at:
            words = f"School’s report: {each.get_recommendation_display().lower()}"
            yield _at(each.reported_at, "Annual review", words, link)
        if each.decided_on:
            words = f"Decision on the plan: {each.get_outcome_display().lower()}"
            yield TimelineEntry(each.decided_on, "Annual review", words, link)
        if each.final_on:
            yield TimelineEntry(each.final_on, "Annual review", "Final plan issued", link)


def _cases(child: Child, user: User) -> Iterator[TimelineEntry]:
    for each in Case.objects.visible_to(user).filter(child=child):
        link = reverse("placements:case_detail", args=[each.pk])
        words = (
            f"Case opened: {each.get_kind_display().lower()}, {each.get_urgency_display().lower()}"
        )
        yield _at(each.opened_at, "Case", words, link)
        if each.closed_on:
            why = each.get_close_reason_display()
            yield TimelineEntry(
                each.closed_on, "Case", f"Case closed: {why[:1].lower()}{why[1:]}", link
            )


def _plans(child: Child, user: User) -> Iterator[TimelineEntry]:
    """The draft plan, representations, the final plan, and appeals to the tribunal."""
    for each in Case.objects.visible_to(user).filter(child=child):
        link = reverse("placements:case_detail", args=[each.pk])
        named = each.get_named_type_display()
        final = f"Final plan issued, names a type of school: {named.lower()}" if named else ""
        days = [
            (each.draft_plan_on, "Draft plan issued"),
            (each.represent_by, "Last day for parents’ representations"),
            (each.represented_on, "Parents’ representations received"),
            (each.plan_final_on, final or "Final plan issued"),
        ]
        for on, words in days:
            if on:
                yield TimelineEntry(on, "Plan", words, link)
    for each in TribunalAppeal.objects.visible_to(user).that_stand().filter(case__child=child):
        link = reverse("placements:case_detail", args=[each.case_id])
        yield TimelineEntry(each.registered_on, "Tribunal", "Appeal registered", link)
        if each.hearing_on:
            yield TimelineEntry(each.hearing_on, "Tribunal", "Hearing", link)
        if each.outcome:
            words = f"Order: {each.get_outcome_display().lower()}"
            yield TimelineEntry(each.order_on, "Tribunal", words, link)


def _shortlists(child: Child, user: User) -> Iterator[TimelineEntry]:
    lists = Shortlist.objects.visible_to(user).filter(case__child=child)
    for each in lists.annotate(count=Count("schools")):
        link = reverse("placements:shortlist_detail", args=[each.case_id, each.pk])
        count = "1 school" if each.count == 1 else f"{each.count} schools"
        yield _at(each.made_at, "Shortlist", f"Shortlist of {count} saved", link)


def _choices(child: Child, user: User) -> Iterator[TimelineEntry]:
    choices = SchoolChoice.objects.visible_to(user).filter(case__child=child)
    for each in choices.select_related("consultation__school", "voided_by"):
        link = reverse("placements:consultation_detail", args=[each.consultation_id])
        how = f" ({each.get_directed_display().lower()})" if each.directed else ""
        where = "" if each.is_on_dps else ", off the DPS"
        words = f"{each.consultation.school} chosen{where}{how}"
        yield _at(each.chosen_at, "Choice", words + ", voided since" * each.is_voided, link)
        if each.is_voided:
            words = f"Choice of {each.consultation.school} voided by {each.voided_by.name}"
            yield _at(each.voided_at, "Choice", words, link)


def _pack_documents(child: Child, user: User) -> Iterator[TimelineEntry]:
    documents = PackDocument.objects.filter(pack__case__in=Case.objects.visible_to(user))
    for each in documents.filter(pack__case__child=child):
        link = reverse("placements:pack_detail", args=[each.pack_id])
        words = f"{each.get_kind_display()} added to pack {each.pack_id}"
        yield _at(each.added_at, "Document", words, link)


def _looks(child: Child) -> Iterator[TimelineEntry]:
    """Who looked, by day: each person once, with how often and whether they saw the identity."""
    facts = ("on", "looked_by__name", "link__email", "with_identity")
    looks = child.looks.annotate(on=TruncDate("looked_at")).values_list(*facts)
    for on, name, email, with_identity, count in looks.annotate(count=Count("pk")).order_by("on"):
        times = "" if count == 1 else f" {count} times"
        identity = ", including identity" if with_identity else ""
        yield TimelineEntry(on, "View", f"Viewed{times} by {name or email}{identity}")
