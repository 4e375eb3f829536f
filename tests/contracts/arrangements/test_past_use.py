"""Past decisions brought on a page: what they used is recorded by two people."""

import datetime

import pytest
from django.db import DatabaseError, InternalError
from django.urls import reverse
from django.utils import timezone

from contracts.arrangements import extending
from contracts.arrangements.past_decisions import DECISIONS
from contracts.models import Decision, ExtensionOption, OptionStatus, Vehicle
from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.lifecycle import NotAllowedNow
from tests.county import DECISION, table
from tests.factories.accounts import UserFactory
from tests.factories.contracts import a_decision, the_dps_of_the_report
from tests.faults import faults_of
from tests.tokens import seen_in

pytestmark = pytest.mark.django_db
D = datetime.date


@pytest.fixture
def officer():
    return UserFactory(role=Role.OFFICER)


@pytest.fixture
def manager():
    return UserFactory(role=Role.MANAGER)


@pytest.fixture
def bring(tmp_path, officer):
    def bring(*rows):
        path = table(tmp_path / "decisions.csv", *(DECISION | row for row in rows))
        return DECISIONS.take_in(path, by=officer)

    return bring


def test_an_option_is_in_effect_once_two_people_have_recorded_it(bring, officer, manager):
    bring({})
    bring({})
    option = ExtensionOption.objects.select_related("vehicle").get(number=1)
    assert (option.status, option.decision.number) == (OptionStatus.AVAILABLE, "25/00007")
    assert Vehicle.objects.get().ends_on == option.vehicle.initial_ends_on
    with pytest.raises(NotAllowedNow, match="used"):
        option.vehicle.set_term(by=officer, initial_ends_on=option.ends_on)

    option.propose(by=officer, reason="It was used.")
    extending.record_past_use(option, by=manager)

    assert (option.proposed_by, option.decided_by) == (officer, manager)
    assert Vehicle.objects.get().ends_on == option.ends_on
    assert option.override == "Settled before our records began (decision 25/00007)"


def test_nobody_records_alone_what_they_proposed(bring, manager):
    bring({})
    option = ExtensionOption.objects.get(number=1)
    option.propose(by=manager, reason="It was used.")

    with pytest.raises(NotAllowedNow, match="Another manager records its past use"):
        extending.record_past_use(option, by=manager)
    with pytest.raises(DatabaseError, match=r"decided_by_another|in person"):
        ExtensionOption.objects.filter(pk=option.pk).update(
            **{"status": "in_effect", "decided_by": manager, "override": "Advice 1"},
            **{"notified_on": timezone.localdate(), "notice_reference": "F20"},
        )


def test_what_was_not_brought_or_has_not_begun_takes_the_usual_way(bring, officer, manager):
    dps = the_dps_of_the_report()
    option = dps.options.get(number=1)
    option.propose(by=officer, reason="Another year.")
    with pytest.raises(NotAllowedNow, match="No past decision"):
        extending.record_past_use(option, by=manager)
    option.lapse(by=manager, reason="Not used.")

    ExtensionOption.objects.filter(number=2).update(decision=a_decision(dps))
    _, remedies = faults_of(bring, {"option": "3", "number": "26/00031"})

    assert any(each.startswith("this option begins on 1 September 2027") for each in remedies)
    assert Decision.objects.count() == 1


LATE = {"decided_on": "2025-10-01", "published_on": "2025-10-02"}


def test_a_decision_after_the_end_extends_nothing(bring, officer, manager):
    _, remedies = faults_of(bring, LATE)
    assert any("after the term had ended" in each for each in remedies)

    bring({})
    option = ExtensionOption.objects.get(number=1)
    option.propose(by=officer, reason="It was used.")
    option.decision.change(by=officer, **{name: D.fromisoformat(day) for name, day in LATE.items()})

    with pytest.raises(NotAllowedNow, match=r"the term had ended by 1 September 2025"):
        extending.record_past_use(option, by=manager)
    with pytest.raises(InternalError, match="does not extend it"), acting_for(manager):
        ExtensionOption.objects.filter(pk=option.pk).update(
            **{"status": "in_effect", "decided_by": manager, "override": "Advice 1"},
            **{"notified_on": D(2025, 10, 2), "notice_reference": "F20"},
        )


def test_a_decision_uses_one_option(bring):
    bring({})

    _, remedies = faults_of(bring, {"option": "2"})

    assert remedies == ["this decision used option 1: enter the one that used this option"]


def test_nobody_uses_an_option_by_a_decision_that_they_did_not_read(
    bring, client, officer, manager
):
    bring({})
    option = ExtensionOption.objects.get(number=1)
    option.propose(by=officer, reason="It was used.")
    page = reverse("contracts:option_move", args=[option.pk, "record-past-use"])
    client.force_login(manager)
    read = client.get(page)
    assert "25/00007: " in read.text
    option.decision.change(by=officer, title="Leisure centres")

    answer = client.post(page, seen_in(read))

    option.refresh_from_db()
    assert option.status == OptionStatus.PROPOSED
    assert "was changed after you opened this page" in answer.text
    assert "Leisure centres" in answer.text
