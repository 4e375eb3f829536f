"""The demo comes into an empty hub by the doors that everything comes in by: the imports."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from django.db import transaction
from django.db.models import Count

from contracts.membership.imports import import_members
from contracts.models import Vehicle
from nmiss.base.accounts.actions import invite
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.proposing import propose_account
from nmiss.base.core import clock
from nmiss.demo import (
    assurance,
    block_places,
    budgets,
    cases,
    consequences,
    consultations,
    decisions,
    evaluating,
    fee_decisions,
    fee_requests,
    fee_window_2024,
    inspections,
    joining,
    leaving,
    looking_ahead,
    owner,
    past,
    placing,
    reorganising,
    returning,
    returns,
    reviewing,
    rounds,
    succeeding,
    vacancies,
)
from nmiss.demo.applying import make_applications
from nmiss.demo.county import write_county
from nmiss.demo.models import DemoPerson
from placements.imports import import_placements
from placements.price_imports import import_prices
from providers.imports import import_schools
from providers.models import Provider, ProviderRole, School
from providers.proposing import propose_first_owner

DOMAIN = "demo.example"
COUNCIL = {
    "officer": (Role.OFFICER, "Demo commissioning officer"),
    "manager": (Role.MANAGER, "Demo commissioning manager"),
    "placements": (Role.PLACEMENTS, "Demo placement officer"),
    "finance": (Role.FINANCE, "Demo finance officer"),
    "auditor": (Role.AUDITOR, "Demo auditor"),
    "admin": (Role.ADMINISTRATOR, "Demo administrator"),
}
PROVIDER = {
    "owner": (ProviderRole.OWNER, "Demo head teacher"),
    "editor": (ProviderRole.EDITOR, "Demo business manager"),
    "viewer": (ProviderRole.VIEWER, "Demo governor"),
}


class RealData(Exception):
    """There is something here already, and the demo may not stand beside it."""


def is_there() -> bool:
    """Whether the demo is in this database."""
    return User.objects.filter(email=f"officer@{DOMAIN}").exists()


@transaction.atomic
@clock.in_hand()
def seed(*, scale: int, password: str, tell: Callable[[str], None]) -> None:
    """Fill an empty hub with the demo county and its people; raises RealData where it is not."""
    if User.objects.exists() or School.objects.exists() or Provider.objects.exists():
        raise RealData
    steps = _Steps(tell)
    people = {
        name: User.objects.create_user(f"{name}@{DOMAIN}", password, name=called, role=role)
        for name, (role, called) in COUNCIL.items()
    }
    _import_county(scale, by=people["officer"], steps=steps)
    _people_of_a_provider(password, by=people["admin"])
    steps.begin("Opening the DPS")
    rounds.found_dps()
    decisions.keep_scheme(by=people["manager"])
    people |= evaluating.people(password=password)
    panel = evaluating.Panel((people["officer"], people["officer2"]), people["manager2"])
    steps.begin("Holding the rounds of past years")
    past.make_past(panel)
    head = User.objects.get(email=f"owner@{DOMAIN}")
    owner.apply_for(head, panel)
    steps.begin("Sending in applications")
    make_applications(owner=head, officer=people["officer"])
    steps.begin("Evaluating applications")
    evaluating.evaluate(panel)
    joining.join(officer=people["officer"], manager=people["manager"])
    steps.begin("Keeping documents of members")
    assurance.keep_up(officer=people["officer"], owner=head)
    steps.begin("Reporting vacancies")
    vacancies.report_vacancies()
    steps.begin("Recording inspections")
    inspections.take_in_inspections(officer=people["officer"])
    steps.begin("Importing returns")
    returns.take_in_returns(manager=people["manager"], owner=head)
    editor = User.objects.get(email=f"editor@{DOMAIN}")
    returning.Returning(officer=people["officer"], owner=head, editor=editor).send()
    consequences.follow_up(officer=people["officer"], manager=people["manager"], owner=head)
    commissioning = fee_requests.FeePeople(people["officer"], people["manager"], head)
    steps.begin("Holding the fee window of 2024/25")
    fee_window_2024.hold_window(commissioning)
    fee_decisions.take_in_fee_decisions(by=people["officer"])
    steps.begin("Opening cases")
    cases.open_cases(officer=people["placements"])
    steps.begin("Consulting schools")
    consultations.consult_schools(officer=people["placements"], owner=head)
    steps.begin("Placing children")
    placing.place_children(officer=people["placements"], manager=people["manager"], owner=head)
    leaving.end_places(officer=people["placements"], owner=head)
    steps.begin("Reviewing plans")
    reviewing.review_plans(officer=people["placements"], owner=head)
    steps.begin("Asking for other fees")
    fee_requests.make_requests(commissioning)
    block_places.buy_block(officer=people["officer"], manager=people["manager"])
    steps.begin("Entering budgets and payments")
    budgets.enter_budgets(finance=people["finance"])
    steps.begin("Looking ahead to the end of the term")
    looking_ahead.look_ahead(officer=people["officer"], manager=people["manager"])
    succeeding.plan_succession(officer=people["officer"])
    reorganising.plan_reorganisation(officer=people["officer"])
    invite(
        email=f"starter@{DOMAIN}",
        name="Demo new starter",
        role=Role.PLACEMENTS,
        by=people["admin"],
    )
    _propose(admin=people["admin"], officer=people["officer"])
    DemoPerson.objects.bulk_create(DemoPerson(user=person) for person in User.objects.all())
    steps.finish()


def _propose(*, admin: User, officer: User) -> None:
    """Leave something that waits for a second person: an account, and the owner of a provider."""
    propose_account(
        email=f"new.officer@{DOMAIN}",
        name="Demo new officer",
        role=Role.OFFICER,
        reason="She joins the commissioning team on Monday.",
        by=admin,
    )
    provider = Provider.objects.filter(members=None, schools__memberships__isnull=False)
    propose_first_owner(
        provider.by_name().distinct()[0],
        email=f"new.owner@{DOMAIN}",
        name="Demo proprietor",
        reason="The proprietor wrote to us on headed paper, and we called back.",
        by=officer,
    )


class _Steps:
    """What is being made, of how many, for whoever waits for it."""

    COUNT = 20

    def __init__(self, tell: Callable[[str], None]) -> None:
        self.tell, self._number = tell, 0

    def begin(self, what: str) -> None:
        self._number += 1
        self.tell(f"{what} (step {self._number} of {self.COUNT})")

    def finish(self) -> None:
        assert self._number == self.COUNT


def _import_county(scale: int, *, by: User, steps: _Steps) -> None:
    with tempfile.TemporaryDirectory() as folder:
        county = Path(folder)
        write_county(county, scale=scale)
        for name, take in (
            ("schools", import_schools),
            ("members", import_members),
            ("placements", import_placements),
            ("prices", import_prices),
        ):
            steps.begin(f"Importing {name}")
            if name == "placements":
                decisions.record_decisions(Vehicle.establish_dps()[1].vehicle, by=by)
            take(county / f"{name}.csv", by=by, tell=steps.tell)


def _people_of_a_provider(password: str, *, by: User) -> None:
    """Let three people act for a provider that runs several schools with children in them."""
    placed = Count("schools__placements", distinct=True)
    schools = Count("schools", distinct=True)
    several = Provider.objects.annotate(schools_run=schools, placed=placed)
    provider = several.filter(schools_run__gt=1).order_by("-placed", "pk").first()
    for name, (role, called) in PROVIDER.items():
        person = User.objects.create_user(
            f"{name}@{DOMAIN}", password, name=called, role=Role.PROVIDER
        )
        provider.take_on(person, role=role, by=by)
