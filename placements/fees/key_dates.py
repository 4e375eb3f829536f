"""The dates of fees: windows, and answers that are due."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from nmiss.base.accounts.key_dates import KeyDate, WantedDays, source
from nmiss.base.accounts.models import Role
from placements.fees.models import FeeOffer, FeeRequest, FeeStatus, FeeWindow

COMMISSIONING = (Role.OFFICER, Role.MANAGER)
READERS = (*COMMISSIONING, Role.FINANCE, Role.AUDITOR)
REQUESTS, RECOMMENDATIONS = "Fee requests due", "Fee recommendations due"
INFORMATION, OFFER = "Fee information due", "Fee offer expires"


@source(
    "Fee request due for an answer",
    roles=(*READERS, Role.PROVIDER),
    team=COMMISSIONING,
    who="Commissioning team",
)
def of_requests(wanted: WantedDays) -> Iterator[KeyDate]:
    """The last day of the council's promise to answer."""
    waiting = wanted.rows(FeeRequest).filter(
        status=FeeStatus.RECEIVED, answer_due_on__range=wanted.window
    )
    for each in waiting.select_related("provider", "school").order_by("answer_due_on", "pk"):
        link = reverse("placements:fee_request", args=[each.pk])
        words = f"{each.reference}: {each.of_whom}"
        yield KeyDate(each.answer_due_on, "Fee request due for an answer", words, each, link)


@source(
    REQUESTS,
    roles=(*READERS, Role.PROVIDER),
    team=(*COMMISSIONING, Role.PROVIDER),
    who="Providers",
)
def of_windows(wanted: WantedDays) -> Iterator[KeyDate]:
    """The last day of each window in which providers ask for other fees."""
    for each in FeeWindow.objects.filter(requests_by__range=wanted.window).newest_first():
        link = reverse("placements:fee_list")
        yield KeyDate(each.requests_by, REQUESTS, str(each), each, link, part="requests")


@source(
    RECOMMENDATIONS,
    roles=READERS,
    team=COMMISSIONING,
    who="Commissioning team",
)
def of_recommendations(wanted: WantedDays) -> Iterator[KeyDate]:
    """By when the council recommends on the requests of a window."""
    for each in FeeWindow.objects.filter(recommend_by__range=wanted.window).newest_first():
        link = reverse("placements:fee_list")
        yield KeyDate(each.recommend_by, RECOMMENDATIONS, str(each), each, link, part="recommend")


@source(INFORMATION, roles=(*READERS, Role.PROVIDER), team=[Role.PROVIDER], who="")
def of_information(wanted: WantedDays) -> Iterator[KeyDate]:
    """The last day to answer a question of the council about a request."""
    asked = wanted.rows(FeeRequest).filter(
        status=FeeStatus.INFORMATION, information_due_on__range=wanted.window
    )
    for each in asked.select_related("provider", "school").order_by("information_due_on", "pk"):
        link = reverse("placements:fee_request", args=[each.pk])
        words, who = f"{each.reference}: {each.of_whom}", str(each.provider)
        yield KeyDate(each.information_due_on, INFORMATION, words, each, link, who=who)


@source(
    OFFER,
    roles=(*READERS, Role.PROVIDER),
    team=(*COMMISSIONING, Role.PROVIDER),
    who="The side that has the offer",
)
def of_offers(wanted: WantedDays) -> Iterator[KeyDate]:
    """The last day to accept the newest offer in each negotiation."""
    open_ones = wanted.rows(FeeRequest).filter(status=FeeStatus.NEGOTIATING)
    newest = FeeOffer.objects.filter(request__in=open_ones).newest_of_each()
    offers = FeeOffer.objects.filter(pk__in=newest, expires_on__range=wanted.window)
    found = offers.select_related("request__provider", "request__school")
    for each in found.order_by("expires_on", "pk"):
        link = reverse("placements:fee_request", args=[each.request_id])
        words = f"{each.request.reference}: {each.request.of_whom}"
        yield KeyDate(each.expires_on, OFFER, words, each, link)
