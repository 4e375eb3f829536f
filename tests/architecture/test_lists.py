"""Every list that sorts, sorts: up and down, on pages and in files, with ties and with gaps."""

import datetime
import re
from itertools import chain

import pytest
from django.test import RequestFactory
from django.urls import reverse

from contracts.applications import asking
from contracts.models import DebarmentCheck
from nmiss.base.accounts.models import Happened, Role, SignInEvent
from nmiss.base.core import pages
from nmiss.base.core.lists import LISTS
from nmiss.base.core.models import NonWorkingDay
from nmiss.base.core.orders import SORTED_BY
from providers.models import Provider, School
from tests.factories.accounts import UserFactory
from tests.factories.blocks import a_block
from tests.factories.consultations import a_consultation
from tests.factories.contracts import opened, received
from tests.factories.evaluating import clear
from tests.factories.extending import an_option
from tests.factories.imports import begin
from tests.factories.inspections import an_inspection
from tests.factories.joining import decided, in_force, signed, today
from tests.factories.kpis import a_return
from tests.factories.placements import a_case
from tests.factories.providers import ProviderMemberFactory
from tests.factories.takeovers import a_plan

pytestmark = pytest.mark.django_db
WINDOW = "from=2024-04-01&to=2024-11-30"
ASKED = {
    "dps-status-schools": WINDOW,
    "demand-profile-places": "on=2024-09-01",
    "payments": "financial_year=2025",
}
SORTING = sorted(name for name, each in LISTS.items() if any(c.sort for c in each.columns))


@pytest.fixture
def something_of_each(
    take_schools, take_members, take_placements, take_fee_decisions, take_payments
):
    urns = ["900001", "900002", "900003"]
    names = zip(urns, ["Birch", "Ash", "Elm"], strict=True)
    take_schools(*({"URN": urn, "EstablishmentName": name} for urn, name in names))
    take_members(
        *({"school_urn": urn, "provider_name": urn, "company_number": urn} for urn in urns)
    )
    take_placements(
        *({"placement_ref": u, "pupil_ref": f"C{u}", "school_urn": u} for u in urns),
        {"placement_ref": "P9", "pupil_ref": "Q9", "school_urn": "900001"},
    )
    take_fee_decisions(
        {"request": "FR-2", "placement_ref": "900001"},
        {"request": "FR-1", "placement_ref": "900002", "effective_on": "2024-09-02"},
        {"request": "FR-3", "placement_ref": "900003"},
    )
    take_payments(
        {"placement_ref": "900001", "paid_on": "2025-05-02"},
        {"payment_ref": "PAY-2", "placement_ref": "900002", "paid_on": "2025-05-02"},
        {"payment_ref": "PAY-3", "placement_ref": "900003", "paid_on": "2025-06-02"},
    )
    for urn in urns[1:]:
        an_inspection(School.objects.get(urn=urn), by=UserFactory(role=Role.OFFICER))
    for urn in urns[:2]:
        a_block(School.objects.get(urn=urn), starts_on=datetime.date(2025, 9, int(urn[-1])))
    officer, provider = UserFactory(role=Role.OFFICER), Provider.objects.first()
    for name in ("Zoe", "Ada", "Max"):
        ProviderMemberFactory(provider=provider, user=UserFactory(role=Role.PROVIDER, name=name))
    decided(), decided(), in_force(), signed()
    received(), received()
    for name in ("Zeta market", "Alpha market"):
        an_option(name=name)
    plan = a_plan()
    plan.withdraw(by=officer, reason="Too early.")
    a_plan(starts_on=today(1), successor=plan.successor)
    for due in (5, 3):
        application = opened(officers=(officer, UserFactory(role=Role.OFFICER)))
        clear(application, officer)
        asking.ask_for_evidence(application, by=officer, question="Papers?", working_days=due)
    begin("schools", by=officer)
    begin("members", by=officer)
    NonWorkingDay.objects.create(day=today(3), reason="Move")
    NonWorkingDay.objects.create(day=today(2), reason="Flood")
    DebarmentCheck.record(provider, by=officer, list_on=today(), result="clear")
    SignInEvent.note(Happened.SIGNED_IN, officer)
    SignInEvent.note(Happened.REFUSED, officer)
    for days in (20, 40, 40):
        a_case(by=officer, needed_since=today(), wanted_on=today(days))
    a_consultation(by=officer), a_consultation(by=officer)
    for name, school in zip(("2024-Q1", "2024-Q3", "2024-Q2"), School.objects.all(), strict=False):
        a_return(name, school)


def who_asks(declared):
    role = Role.AUDITOR if Role.AUDITOR in declared.roles else declared.roles[0]
    return UserFactory(role=role)


def keys_of(rows):
    """Which record each row is of; a report has worked out more of it."""
    named = ("application", "block", "school", "placement")
    of = (next(filter(None, (getattr(row, each, None) for each in named)), None) for row in rows)
    return [(row if hasattr(row, "pk") else each).pk for row, each in zip(rows, of, strict=True)]


def plain(value):
    """Text as its order is in English, whatever its case and signs; a space comes first."""
    return re.sub(r"[^a-z0-9 ]", "", value.casefold()) if isinstance(value, str) else value


def test_is_in_the_order_that_was_asked_for(something_of_each, monkeypatch):
    monkeypatch.setattr(pages, "ROWS", 2)
    for name in SORTING:
        declared = LISTS[name]
        user = who_asks(declared)
        for column, falls in ((c, f) for c in declared.columns if c.sort for f in ("", "-")):
            what = f"{name} by {falls}{column.sort}"
            if column.sort == "distance":
                continue  # needs a place; see the tests of schools
            asked = f"{ASKED.get(name, '')}&sort={falls}{column.sort}"

            def page_of(query, declared=declared, user=user):
                request = RequestFactory().get(f"/?{query}")
                request.user = user
                return declared.on(request).page

            rows = list(declared.file(user, RequestFactory().get(f"/?{asked}").GET).rows())
            by = column.goes_by
            by = by if isinstance(by, str) and "__" not in by else SORTED_BY
            found = [plain(getattr(row, by)) for row in rows]
            there = [value for value in found if value is not None]

            assert len(rows) > 1, what
            assert there == sorted(there, reverse=bool(falls)), what
            assert found == there + [None] * (len(found) - len(there)), what
            whole, page, forwards = keys_of(rows), page_of(asked), []
            while page.next:
                forwards.append(keys_of(page.rows))
                page = page_of(page.next)
            forwards.append(keys_of(page.rows))
            assert list(chain(*forwards)) == whole, what
            backwards = [keys_of(page.rows)]
            while page.previous:
                page = page_of(page.previous)
                backwards.insert(0, keys_of(page.rows))
            assert backwards == forwards, what


PAGES = {
    "/schools/": Role.OFFICER,
    "/children/": Role.OFFICER,
    "/providers/": Role.OFFICER,
    "/memberships/": Role.OFFICER,
    "/applications/": Role.OFFICER,
    "/imports/": Role.OFFICER,
    f"/reports/dps-status/schools/?{WINDOW}": Role.OFFICER,
    "/reports/demand-profile/places/?on=2024-09-01": Role.OFFICER,
    "/people/": Role.ADMINISTRATOR,
    "/audit/": Role.ADMINISTRATOR,
}
NAMED = (
    *("contracts:debarment_list", "contracts:evidence_requests", "contracts:days_off"),
    *("contracts:legal_number_list", "contracts:outcome_list", "contracts:agreement_list"),
    "contracts:admission",
)


def test_an_order_that_is_none_is_answered_as_a_filter_that_is_none(client, something_of_each):
    """Above the list, with no rows; and with no file."""
    addresses = {**PAGES, **{reverse(name): Role.MANAGER for name in NAMED}}
    addresses[reverse("accounts:sign_in_list")] = Role.ADMINISTRATOR
    for address, role in addresses.items():
        client.force_login(UserFactory(role=role))

        text = client.get(address + ("&" if "?" in address else "?") + "sort=evil").text

        assert "<title>Error: " in text, address
        assert "Order: choose from the list" in text, address
    for name in SORTING:
        client.force_login(UserFactory(role=LISTS[name].roles[0]))
        for kind in ("csv", "xlsx"):
            file = reverse(f"files:listing_{kind}", args=[name])
            query = f"{ASKED.get(name, '')}&sort=evil"

            response = client.get(f"{file}?{query}")

            assert response.status_code == 400, name
            assert "Order: choose from the list" in response.text
