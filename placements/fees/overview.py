"""What the page of a request says to whom."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from nmiss.base.accounts.models import Proposal, User
from nmiss.base.core.statuses import colours
from placements.fees import asking, comparators, costs, permissions
from placements.fees.left_out import left_out_of
from placements.fees.models import (
    CostIndex,
    FeeNote,
    FeePart,
    FeeRequest,
    FeeScope,
    FeeStatus,
    PriceBand,
)
from placements.fees.proposing import MANDATE
from placements.fees.sums import more_of, sums_of
from placements.reports import kept
from providers.models import Inspection, School, Standing

# How offers stand, and the parts of a draft.
colours(
    {
        "accepted": "green",
        "superseded": "grey",
        "ended": "grey",
        "expired": "red",
        "open": "green",
        "to do": "grey",
        "done": "green",
        "mandate approved": "green",
        "mandate recommended": "light-blue",
        "no mandate": "grey",
    }
)


STANDARD, FULL = "Standard: prices alone", "Full form, with costs, accounts and evidence"


def of(request: FeeRequest, user: User, *, today: datetime.date) -> dict[str, Any]:
    """Both sides read the request, its thread and its offers; the council also its own side."""
    lines = list(request.lines.with_placements().in_order())
    offers = list(
        request.offers.select_related("made_by", "accepted_by")
        .prefetch_related("lines__line__placement")
        .newest_first()
    )
    context = {
        "fee": request,
        "lines": lines,
        "sums": sums_of(lines),
        "messages_sent": request.messages.select_related("written_by").order_by("pk"),
        "offers": [(each, _state(each, offers, request, today)) for each in offers],
        "sections": _sections(request, lines),
        "left_out": left_out_of(request) if request.is_open else [],
        "documents": request.documents.select_related("file", "added_by").order_by("pk"),
        "route": STANDARD if asking.is_standard(request, lines) else FULL,
        "is_overdue": request.is_overdue(today),
        **_may(request, user, offers, today),
    }
    if request.status == FeeStatus.DRAFT:
        context["tasks"] = _tasks(request, lines)
        context["missing"] = asking.missing(request, lines)
        context["children"] = len({line.placement_id for line in lines})
        context["fees_now"] = sum(line.current_a_year for line in lines)
    if not user.is_provider:
        context |= _councils(request, user, lines, today)
    return context


def _state(offer: Any, offers: list[Any], request: FeeRequest, today: datetime.date) -> str:
    if offer.accepted_at:
        return "accepted"
    if offer.pk != offers[0].pk:
        return "superseded"
    if not request.is_with_council or offer.has_ended(request.appealed_at):
        return "ended"
    return "expired" if offer.has_expired(today) else "open"


def _may(
    request: FeeRequest, user: User, offers: list[Any], today: datetime.date
) -> dict[str, bool]:
    """What this person may do now."""
    writes = not permissions.why_not_write_for_provider(user, request)
    withdraws = not permissions.why_not_withdraw(user, request)
    negotiates = permissions.can_negotiate(user)
    is_open = bool(offers) and _state(offers[0], offers, request, today) == "open"
    live = is_open and request.allows("agree")
    return {
        "may_edit": not permissions.why_not_edit_request(user, request),
        "may_certify": not permissions.why_not_submit(user, request) and request.allows("submit"),
        "may_write": (writes or negotiates) and request.is_with_council,
        "may_offer": (writes or negotiates) and request.allows("negotiate"),
        "may_accept": bool(
            live and (writes or negotiates) and (offers[0].side == "council") == user.is_provider
        ),
        "may_answer": negotiates and request.is_with_council,
        "may_refuse": negotiates and request.allows("refuse"),
        "may_ask": negotiates and request.allows("ask_for_information"),
        "may_note": negotiates and request.submitted_at is not None,
        "may_escalate": (writes or negotiates) and request.allows("escalate"),
        "may_withdraw": withdraws and request.is_open,
        "may_attach": not permissions.why_not_attach(user, request),
        "may_appeal": request.allows("appeal") and not permissions.why_not_appeal(user, request),
    }


def _tasks(request: FeeRequest, lines: list[Any]) -> list[dict[str, Any]]:
    """The parts of a draft, each with what it lacks."""
    saved = {section.key for section in request.sections.all()}
    lacks = asking.missing(request, lines)
    standard = asking.is_standard(request, lines)
    parts = [FeePart.PRICES] if standard else list(FeePart)
    return [
        {
            "part": part,
            "address": f"placements:fee_{part.value}",
            "status": _status_of(
                is_saved=part in saved, lacks=any(each.part == part for each in lacks)
            ),
        }
        for part in parts
    ]


def _status_of(*, is_saved: bool, lacks: bool) -> str:
    """Done once nothing is missing: a part that somebody has saved may still lack answers."""
    if not is_saved:
        return "to do"
    return "in progress" if lacks else "done"


def _sections(request: FeeRequest, lines: list[Any]) -> dict[str, Any]:
    """The cost breakdown and the answers, as they are read."""
    saved = {section.key: section.answers for section in request.sections.all()}
    pairs = saved.get(FeePart.COSTS, {})
    answers = saved.get(FeePart.BACKGROUND, {})
    return {
        "costs": [
            (label, *(Decimal(each) if each else None for each in pairs[key]))
            for key, label in costs.COSTS.items()
            if any(pairs.get(key, []))
        ],
        "answers": [
            (label, answers[key]) for key, label in asking.BACKGROUND.items() if answers.get(key)
        ],
    }


def _schools(request: FeeRequest, lines: list[Any]) -> QuerySet[School]:
    """The schools that it is about."""
    if lines:
        return School.objects.filter(pk__in={line.placement.school_id for line in lines})
    if request.school_id:
        return School.objects.filter(pk=request.school_id)
    return School.objects.filter(provider=request.provider_id)


def _spreads(lines: list[Any], on: datetime.date) -> list[comparators.Spread]:
    places = sorted({line.placement_id for line in lines})
    return kept.worked_out("spreads", lambda: comparators.spreads_of(lines, on), on, places)


def _councils(
    request: FeeRequest, user: User, lines: list[Any], today: datetime.date
) -> dict[str, Any]:
    """What the council alone reads: notes, the mandate, comparators, pressure, affordability."""
    window = request.window
    saved = {section.key: section.answers for section in request.sections.all()}
    can_afford = window.affordable_percent
    pay_rate, price_rate, index_source = CostIndex.rates_of(
        window.academic_year, pay=window.pay_rate, price=window.price_rate
    )
    return {
        "notes": FeeNote.objects.visible_to(user)
        .filter(request=request)
        .select_related("written_by")
        .order_by("pk"),
        "mandate": request.mandates.select_related("recommended_by", "approved_by")
        .order_by("-pk")
        .first(),
        "proposals": Proposal.objects.visible_to(user)
        .of(MANDATE, request)
        .with_people()
        .oldest_first(),
        "spreads": _spreads(lines, request.effective_on or window.effective_on)
        if request.scope != FeeScope.NEW
        else [],
        "pressure": costs.pressure_of(
            saved.get(FeePart.COSTS, {}),
            pay_rate=pay_rate,
            price_rate=price_rate,
        ),
        "index_source": index_source,
        "can_afford": can_afford,
        "afforded_a_year": more_of(lines, can_afford) if can_afford is not None else None,
        "bands_are_in_force": PriceBand.objects.on(
            request.effective_on or request.window.effective_on
        ).exists(),
        "standings": Standing.objects.known_on(today)
        .filter(school__in=_schools(request, lines))
        .select_related("school")
        .order_by("school__name", "pk"),
        "inspections": Inspection.objects.that_count()
        .filter(school__in=_schools(request, lines))
        .newest_of_each()
        .select_related("school")
        .order_by("school__name", "pk"),
        "history": FeeRequest.objects.visible_to(user)
        .filter(provider=request.provider, decided_at__isnull=False)
        .exclude(pk=request.pk)
        .select_related("window", "school", "provider")
        .order_by("-decided_on", "-pk")[:10],
    }
