"""The arrangements as open contracting data (OCDS 1.1): no child, no price of a place.

Each arrangement is one contracting process. A release says what was known from a day on: its
tender with lots, each of its rounds once it has opened, and each award with its contract. Who was
admitted before the hub kept agreements is awarded by the memberships.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.utils import timezone

from contracts.arrangements.models import Lot, Round, RoundStatus, Vehicle
from contracts.membership.models import Agreement, AgreementStatus, Membership
from providers.models import Provider

VERSION = "1.1"
LOTS = (
    "https://raw.githubusercontent.com/open-contracting-extensions/ocds_lots_extension/"
    "v1.1.5/extension.json"
)
BUYER = "buyer"
MADE = (AgreementStatus.IN_FORCE, AgreementStatus.ENDED)
Json = dict[str, Any]


def package(*, now: datetime.datetime) -> Json:
    """All releases, oldest first within each arrangement."""
    vehicles = Vehicle.objects.by_name().prefetch_related("lots", "rounds")
    agreements = Agreement.objects.filter(status__in=MADE).oldest_first()
    agreements = agreements.select_related("provider", "lot").prefetch_related(
        "memberships", "signatures"
    )
    today = timezone.localdate(now)
    before = Membership.objects.filter(agreement=None, goes_on_as=None, admitted_on__lte=today)
    before = before.select_related("provider", "lot").order_by("admitted_on", "pk")
    of_vehicle = _Awards(agreements, before)
    return {
        "uri": f"{settings.SITE_URL}/vehicles/open-data/",
        "version": VERSION,
        "extensions": [LOTS],
        "publishedDate": _instant(now),
        "publisher": {"name": settings.COUNCIL_NAME},
        "releases": [
            release
            for vehicle in vehicles
            for release in sorted(
                _Process(vehicle, now).releases(of_vehicle), key=lambda each: each["date"]
            )
        ],
    }


class _Awards:
    """Agreements, and memberships from before there were any, by their arrangement."""

    def __init__(self, agreements: Iterable[Agreement], before: Iterable[Membership]) -> None:
        self.agreements: dict[int, list[Agreement]] = defaultdict(list)
        self.before: dict[int, dict[tuple[Provider, Lot], list[Membership]]] = {}
        for agreement in agreements:
            self.agreements[agreement.vehicle_id].append(agreement)
        for membership in before:
            of_lots = self.before.setdefault(membership.lot.vehicle_id, {})
            of_lots.setdefault((membership.provider, membership.lot), []).append(membership)


class _Process:
    """One arrangement, whose releases have one number (ocid)."""

    def __init__(self, vehicle: Vehicle, now: datetime.datetime) -> None:
        self.vehicle, self.now = vehicle, now
        self.ocid = f"{settings.OCDS_PREFIX}-vehicle-{vehicle.pk}"

    def releases(self, awards: _Awards) -> Iterator[Json]:
        yield self._tender()
        for round in self.vehicle.rounds.all():
            if round.status != RoundStatus.PLANNED:
                yield self._round(round)
        for agreement in awards.agreements[self.vehicle.pk]:
            memberships = list(agreement.memberships.all())
            signed = [each.signed_at for each in agreement.signatures.all()]
            yield self._award(
                f"agreement-{agreement.pk}",
                agreement.provider,
                agreement.lot,
                memberships,
                first=agreement.starts_on,
                signed_at=max(signed, default=None),
            )
        for (provider, lot), memberships in awards.before.get(self.vehicle.pk, {}).items():
            number, first = f"provider-{provider.pk}-lot-{lot.number}", memberships[0].admitted_on
            yield self._award(number, provider, lot, memberships, first=first, signed_at=None)

    def _release(self, number: str, at: datetime.datetime, tags: list[str], **facts: Any) -> Json:
        buyer = {"id": BUYER, "name": settings.COUNCIL_NAME}
        parties = [
            {**buyer, "roles": ["buyer", "procuringEntity"]},
            *(_supplier(each) for each in facts.pop("suppliers", ())),
        ]
        return {
            "ocid": self.ocid,
            "id": f"{self.ocid}-{number}",
            "date": _instant(at),
            "tag": tags,
            "initiationType": "tender",
            "language": "en",
            "parties": parties,
            "buyer": buyer,
            **facts,
        }

    def _tender(self) -> Json:
        vehicle = self.vehicle
        tender = {
            "id": f"{self.ocid}-tender",
            "title": vehicle.name,
            "status": self._status(),
            "procuringEntity": {"id": BUYER, "name": settings.COUNCIL_NAME},
            "procurementMethod": "selective",
            "procurementMethodDetails": f"{vehicle.get_kind_display()}, {vehicle.regime.label}",
            "mainProcurementCategory": "services",
            "contractPeriod": _period(vehicle.starts_on, vehicle.ends_on, vehicle.latest_ends_on),
            "lots": [
                {"id": str(lot.number), "title": lot.name or str(lot)}
                for lot in sorted(vehicle.lots.all(), key=lambda lot: lot.number)
            ],
        }
        if vehicle.advertised_value:
            amount = float(vehicle.advertised_value)
            tender["value"] = {"amount": amount, "currency": "GBP"}
        return self._release("tender", _midnight(vehicle.established_on), ["tender"], tender=tender)

    def _status(self) -> str:
        vehicle, today = self.vehicle, timezone.localdate(self.now)
        if vehicle.starts_on > today:
            return "planned"
        return "active" if vehicle.ends_on is None or vehicle.ends_on >= today else "complete"

    def _round(self, round: Round) -> Json:
        tender = {
            "id": f"{self.ocid}-tender",
            "title": f"{self.vehicle}, round {round.number}",
            "tenderPeriod": {
                "startDate": _instant(round.opens_at),
                "endDate": _instant(round.closes_at),
            },
        }
        if round.clarifications_close_at:
            tender["enquiryPeriod"] = {
                "startDate": _instant(round.opens_at),
                "endDate": _instant(round.clarifications_close_at),
            }
        number = f"round-{round.number}"
        return self._release(number, round.opens_at, ["tenderUpdate"], tender=tender)

    def _award(
        self,
        number: str,
        provider: Provider,
        lot: Lot,
        memberships: list[Membership],
        *,
        first: datetime.date,
        signed_at: datetime.datetime | None,
    ) -> Json:
        """An admission to a lot, and the contract by it. No places are bought by that alone."""
        last = [each.left_on for each in memberships]
        ends_on = max(last) if last and all(last) else self.vehicle.ends_on
        is_over = ends_on is not None and ends_on < timezone.localdate(self.now)
        title = f"{provider}: {self.vehicle}, {lot}"
        award = {
            "id": f"{self.ocid}-award-{number}",
            "title": title,
            "status": "active",
            "date": _midnight(first).isoformat(),
            "suppliers": [{"id": _number(provider), "name": provider.name}],
            "relatedLots": [str(lot.number)],
        }
        contract = {
            "id": f"{self.ocid}-contract-{number}",
            "awardID": award["id"],
            "title": title,
            "status": "terminated" if is_over else "active",
            "period": _period(first, ends_on),
        }
        if signed_at:
            contract["dateSigned"] = _instant(signed_at)
        return self._release(
            number,
            _midnight(first),
            ["award", "contract"],
            suppliers=[provider],
            awards=[award],
            contracts=[contract],
        )


def _number(provider: Provider) -> str:
    """Companies by the register's number, as the list org-id.guide has it."""
    company = provider.company_number
    return f"GB-COH-{company}" if company else f"provider-{provider.pk}"


def _supplier(provider: Provider) -> Json:
    party = {"id": _number(provider), "name": provider.name, "roles": ["supplier"]}
    if provider.company_number:
        party["identifier"] = {
            "scheme": "GB-COH",
            "id": provider.company_number,
            "legalName": provider.name,
        }
    return party


def _period(
    first: datetime.date, last: datetime.date | None, latest: datetime.date | None = None
) -> Json:
    """From the beginning of the first day to the end of the last, as far as it is known."""
    period = {"startDate": _midnight(first).isoformat()}
    for name, day in (("endDate", last), ("maxExtentDate", latest)):
        if day:
            period[name] = (_midnight(day + _A_DAY) - _A_SECOND).isoformat()
    return period


_A_DAY, _A_SECOND = datetime.timedelta(days=1), datetime.timedelta(seconds=1)


def _midnight(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))


def _instant(at: datetime.datetime) -> str:
    return timezone.localtime(at).isoformat(timespec="seconds")
