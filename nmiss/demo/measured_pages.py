"""Which pages the bench asks for, and of whom: each of a record where there is most of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db import connection
from django.db.models import Count, Model, QuerySet
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from contracts.models import Application, Membership, Round, Status, Vehicle
from kpis.models import KpiReturn
from nmiss.base.accounts.models import User
from nmiss.base.core import ownership
from nmiss.demo.seed import DOMAIN
from placements.fees.models import FeeRequest
from placements.models import BlockPurchase, Case, Child, Consultation, Placement
from placements.reviews.models import AnnualReview
from providers.models import Provider, School

# Who is asked for as of a page that has no address of a record in it: the first who may see it.
ROLES = ("officer", "placements", "finance", "manager", "auditor", "admin", "owner")
HOMES = {
    "officer": "an officer",
    "officer3": "an evaluator",
    "placements": "the placement team",
    "finance": "finance",
    "manager": "a manager",
    "auditor": "an auditor",
    "admin": "an administrator",
    "owner": "a provider",
}
COLD = ", cold"
NEAR = "CT20"
PAPER = "?from=2024-04-01&to=2024-11-30&financial_year=2024"
Asked = dict[str, tuple[str, str]]


def pages() -> Asked:
    """The pages that people use all day: by name, who asks and for which address."""
    with ownership.as_owner(connection):
        return _homes() | _placing() | _contracting() | _working()


def _homes() -> Asked:
    homes = {f"Home of {whose}": (role, reverse("home:home")) for role, whose in HOMES.items()}
    return homes | {f"{name}{COLD}": asked for name, asked in homes.items()}


def _placing() -> Asked:
    school = _with_most(School.objects.all(), "placements").urn
    child = _with_most(Child.objects.all(), "placements").reference
    middle = School.objects.by_name()[School.objects.count() // 2]
    schools = reverse("placements:school_list")
    case = _with_most(Case.objects.open(), "consultations").pk
    after = f"?go=after&key={middle.name}&row={middle.pk}"
    ranked = reverse("placements:case_schools", args=[case])
    asked = {
        "Schools": schools,
        "Schools, from the middle": f"{schools}{after}",
        "Schools for SEMH on the DPS": f"{schools}?need=SEMH&member=any",
        "Schools by a part of the name": f"{schools}?name=lodge",
        "Schools near a postcode": f"{schools}?near={NEAR}",
        "Schools within 10 miles": f"{schools}?near={NEAR}&within=10",
        "The search box": f"{reverse('placements:search')}?words=lodge",
        "A school": reverse("placements:school_detail", args=[school]),
        "A child": reverse("placements:child_detail", args=[child]),
        "A case": reverse("placements:case_detail", args=[case]),
        "Schools for a case": ranked,
        "Schools for a case, from the second page": f"{ranked}?page=2",
    }
    return {name: ("placements", address) for name, address in asked.items()}


def _contracting() -> Asked:
    provider = _with_most(Provider.objects.all(), "memberships").pk
    membership = Membership.objects.on(timezone.localdate()).order_by("pk").first().pk
    round = _with_most(Round.objects.all(), "applications").pk
    application = Application.objects.being_evaluated().order_by("pk").first().pk
    vehicle = Vehicle.objects.order_by("pk").first().pk
    asked = {
        "A provider": reverse("contracts:provider_detail", args=[provider]),
        "A membership": reverse("contracts:membership_detail", args=[membership]),
        "The DPS": reverse("contracts:vehicle_detail", args=[vehicle]),
        "A round": reverse("contracts:round_detail", args=[round]),
        "Progress of a round": reverse("contracts:round_progress", args=[round]),
        "An application": reverse("contracts:application_detail", args=[application]),
    }
    own = Application.objects.visible_to(person("owner")).order_by("-pk").first().pk
    theirs = reverse("contracts:application_tasks", args=[own])
    scores = reverse("contracts:score_list")
    return {name: ("officer", address) for name, address in asked.items()} | {
        "An evaluator’s scores to give": ("officer3", scores),
        "A provider’s application": ("owner", theirs),
    }


def _working() -> Asked:
    fees = FeeRequest.objects.visible_to(person("officer")).exclude(submitted_at=None)
    fee = reverse("placements:fee_request", args=[_with_most(fees, "lines").pk])
    return {
        "Ratings": ("officer", reverse("kpis:rating_matrix")),
        "A return": _of("kpis:return_detail", KpiReturn, "owner"),
        "A request for fees, with comparators": ("officer", fee),
        "A consultation": _of("placements:consultation_detail", Consultation, "placements"),
        "An annual review": _of("placements:review_detail", AnnualReview, "placements"),
        "A block of places": _of("placements:block_detail", BlockPurchase, "officer"),
        "Budget and forecast": ("finance", reverse("placements:budget")),
        "DPS status": ("officer", reverse("placements:dps_status") + PAPER),
        "Demand profile": ("officer", reverse("placements:demand_profile") + "?on=2024-01-18"),
    }


def _of(name: str, record: type[Model], role: str) -> tuple[str, str]:
    """The page of the first record of a kind that somebody sees."""
    seen = record.objects.visible_to(person(role))
    return role, reverse(name, args=[seen.order_by("pk").first().pk])


def _with_most(rows: QuerySet, of: str) -> object:
    """The record of which there is most, so that its page is measured where it is at its worst."""
    return rows.annotate(_number=Count(of)).order_by("-_number", "pk").first()


def person(name: str) -> User:
    """Somebody of the demo; the third evaluator is there where there is much to score."""
    people = User.objects.filter(email=f"{name}@{DOMAIN}")
    return people.first() or User.objects.get(email=f"officer@{DOMAIN}")


def the_rest(clients: dict[str, Client], known: Asked) -> Iterator[tuple[str, tuple[str, str]]]:
    """Every other page that has an address without a record in it: by its address."""
    asked = {address for _, address in known.values()}
    for address in sorted(set(_addresses(get_resolver().url_patterns))):
        if address in asked:
            continue
        for role in ROLES:
            response = clients[role].get(address)
            is_page = response.get("Content-Type", "").startswith("text/html")
            if response.status_code == 200 and is_page:
                yield address, (role, address)
                break


def _addresses(patterns: Iterable[URLPattern | URLResolver], space: str = "") -> Iterator[str]:
    for each in patterns:
        if isinstance(each, URLResolver):
            if each.namespace or not space:
                yield from _addresses(each.url_patterns, each.namespace or space)
            else:
                yield from _addresses(each.url_patterns, space)
        elif space and each.name:
            try:
                yield reverse(f"{space}:{each.name}")
            except NoReverseMatch:
                continue


def children() -> int:
    """How many children have a place on record."""
    return Placement.objects.values("child").distinct().count()


def counts() -> dict[str, int]:
    """What else there is, in words, and how much."""
    return {
        "applications": Application.objects.exclude(status=Status.DRAFT).count(),
        "being evaluated": Application.objects.being_evaluated().count(),
        "returns": KpiReturn.objects.count(),
        "open cases": Case.objects.open().count(),
        "requests for fees": FeeRequest.objects.count(),
    }
