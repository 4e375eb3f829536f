"""Open contracting data: what is in the releases, and what never is."""

import datetime
import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from contracts.membership.ocds import package
from contracts.models import Membership, Vehicle
from nmiss.base.accounts.models import Role
from nmiss.base.core.models import AuditEvent
from tests.factories.accounts import UserFactory
from tests.factories.contracts import RoundFactory, received, the_dps
from tests.factories.joining import decided, in_force, signed

pytestmark = pytest.mark.django_db


def releases(tag):
    found = package(now=timezone.now())["releases"]
    return [each for each in found if tag in each["tag"]]


def test_an_arrangement_is_a_tender_with_its_lots_and_what_was_advertised():
    dps = the_dps()
    Vehicle.objects.filter(pk=dps.pk).update(advertised_value=4_800_000)
    dps.lots.filter(number=2).update(name="Whole school")

    (release,) = releases("tender")

    assert release["ocid"] == f"ocds-unregistered-vehicle-{dps.pk}"
    tender = release["tender"]
    assert tender["title"] == "NMISS Dynamic Purchasing System"
    assert tender["value"] == {"amount": 4_800_000.0, "currency": "GBP"}
    assert [(lot["id"], lot["title"]) for lot in tender["lots"]] == [
        ("1", "Lot 1"),
        ("2", "Whole school"),
    ]
    assert tender["contractPeriod"]["startDate"] == "2022-09-01T00:00:00+01:00"
    assert tender["status"] == "active"


def test_a_round_is_told_once_it_opened():
    opened = RoundFactory()
    RoundFactory(planned=True)

    (release,) = releases("tenderUpdate")

    assert release["id"].endswith(f"round-{opened.number}")
    start = datetime.datetime.fromisoformat(release["tender"]["tenderPeriod"]["startDate"])
    assert start == opened.opens_at.replace(microsecond=0)


def test_a_contract_is_an_agreement_in_force_and_no_other():
    signed(), decided(), received()
    assert releases("award") == []

    agreement = in_force()

    (release,) = releases("award")
    award, contract = release["awards"][0], release["contracts"][0]
    assert award["suppliers"][0]["name"] == agreement.provider.name
    assert award["relatedLots"] == [str(agreement.lot.number)]
    assert contract["awardID"] == award["id"]
    assert contract["status"] == "active"
    signed_at = max(each.signed_at for each in agreement.signatures.all())
    assert datetime.datetime.fromisoformat(contract["dateSigned"]) == signed_at.replace(
        microsecond=0
    )
    assert [party["name"] for party in release["parties"]][1:] == [agreement.provider.name]


def test_who_was_a_member_before_is_awarded_once_for_each_lot(take_schools, take_members):
    take_schools({"URN": "900001"}, {"URN": "900002"})
    take_members({"school_urn": "900001"}, {"school_urn": "900002"})

    (release,) = releases("award")

    first = Membership.objects.earliest("admitted_on")
    assert release["date"][:10] == str(first.admitted_on)
    number = first.provider.company_number
    assert release["parties"][1]["identifier"]["id"] == number
    assert release["awards"][0]["suppliers"][0]["id"] == f"GB-COH-{number}"


def test_there_is_no_child_in_it(take_schools, take_members, take_placements):
    take_schools()
    take_members()
    take_placements({"placement_ref": "P77", "pupil_ref": "C7777777", "annual_fee": "71234"})

    text = json.dumps(package(now=timezone.now()))

    for inside in ("C7777777", "P77", "71234"):
        assert inside not in text


def test_numbers_are_never_given_twice():
    RoundFactory(), in_force(), in_force()

    found = package(now=timezone.now())["releases"]

    ids = [each["id"] for each in found]
    assert len(ids) == len(set(ids)) > 3
    for each in found:
        for part in ("awards", "contracts"):
            assert len({one["id"] for one in each.get(part, ())}) == len(each.get(part, ()))


def test_many_are_read_in_as_many_queries_as_few(django_assert_max_num_queries):
    in_force(), in_force(), in_force()

    with django_assert_max_num_queries(7):
        assert len(package(now=timezone.now())["releases"]) >= 4


def test_an_officer_downloads_it_and_the_command_prints_the_same(client):
    in_force()
    officer = UserFactory(role=Role.OFFICER)
    client.force_login(officer)

    answer = client.get(reverse("contracts:open_data"))
    out = StringIO()
    call_command("export_ocds", stdout=out)

    assert answer["Content-Disposition"].startswith("attachment")
    assert answer.json()["releases"] == json.loads(out.getvalue())["releases"]
    event = AuditEvent.objects.filter(verb="download").get()
    assert event.sentence == f"{officer} downloaded the list Open contracting data"
