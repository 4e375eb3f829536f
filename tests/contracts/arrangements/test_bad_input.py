"""Bad input, and two people at once: a sentence, and nothing half done."""

import threading
from decimal import Decimal

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from contracts.arrangements import extending
from contracts.models import ExtensionOption, ValueBasis, VehicleFigure
from nmiss.base.accounts.models import Role
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent
from tests.contracts.arrangements.pages import get, post
from tests.factories.accounts import UserFactory
from tests.factories.contracts import a_decision
from tests.factories.extending import an_option


@pytest.mark.django_db(transaction=True)
def test_two_managers_who_decide_at_once_use_the_option_once():
    option = an_option()
    option.propose(by=UserFactory(role=Role.OFFICER), reason="Another year.")
    decisions = [a_decision(option.vehicle, f"25/0000{number}") for number in (7, 8)]
    managers = [UserFactory(role=Role.MANAGER) for _ in decisions]
    start, refused, failed = threading.Barrier(2), [], []

    def work(manager, decision):
        try:
            start.wait(10)
            own = ExtensionOption.objects.get(pk=option.pk)
            extending.decide(own, by=manager, decision=decision)
        except NotAllowedNow as why_not:
            refused.append(str(why_not))
        except Exception as error:
            failed.append(error)
        finally:
            connection.close()

    pairs = zip(managers, decisions, strict=True)
    threads = [threading.Thread(target=work, args=pair) for pair in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert not failed
    assert len(refused) == 1
    option.refresh_from_db()
    assert (option.status, option.decision in decisions) == ("decided", True)
    used = AuditEvent.objects.filter(verb="decide")
    assert used.count() == 1


@pytest.mark.django_db
class TestAValueOfNought:
    @pytest.fixture
    def option(self):
        option, today = an_option(first_day=30), timezone.localdate()
        vehicle = option.vehicle
        vehicle.describe(by=None, advertised_value=Decimal(0), value_basis=ValueBasis.TOTAL)
        pounds = {"spent": 7, "committed": 0, "spent_call_off": 0, "committed_call_off": 0}
        VehicleFigure.note(vehicle, as_at=today, until=today, **pounds)
        return option

    def test_leaves_no_headroom(self, option):
        found = extending.missing(option, on=timezone.localdate())

        assert "Record legal advice on the value: it is exceeded by £7." in found

    def test_breaks_no_page(self, client, option):
        client.force_login(UserFactory(role=Role.OFFICER))

        for page in ("contracts:vehicle_detail", "placements:vehicle_value"):
            assert client.get(reverse(page, args=[option.vehicle_id])).status_code == 200
        assert client.get(reverse("placements:vehicle_value_list")).status_code == 200
        assert "exceeded by £7" in get(client, "option_detail", option.pk)


@pytest.mark.django_db
def test_the_source_of_the_value_stands_beside_it(client):
    vehicle = an_option().vehicle
    client.force_login(UserFactory(role=Role.OFFICER))
    given = {"advertised_value": "50,000,000", "value_basis": "unknown"}

    post(client, "vehicle_edit", vehicle.pk, value_source="Award notice, II.1.7", **given)

    assert "Source: Award notice, II.1.7" in get(client, "vehicle_detail", vehicle.pk)
    value = client.get(reverse("placements:vehicle_value", args=[vehicle.pk])).text
    assert "Source: Award notice, II.1.7" in value
