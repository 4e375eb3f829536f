"""Notices that are due: derived, drafted, recorded or waived, by the law of the arrangement."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from contracts.arrangements import signals
from contracts.arrangements.home import other_notices
from contracts.arrangements.notice_drafts import draft
from contracts.arrangements.notice_duties import duties_of, duties_of_each
from contracts.arrangements.notice_rules import RULES
from contracts.models import Notice, NoticeKind, NoticeWaiver, Vehicle
from nmiss.base.accounts.landing import read
from nmiss.base.accounts.models import Role
from nmiss.base.core.clock import noon
from nmiss.base.core.lifecycle import NotAllowedNow
from tests.factories.accounts import UserFactory
from tests.factories.contracts import (
    RoundFactory,
    a_decision,
    the_dps,
    the_dps_of_the_report,
)
from tests.factories.extending import DAY, an_option, prepared

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 26)


@pytest.fixture
def officer():
    return UserFactory(role=Role.OFFICER)


def a_vehicle(kind="framework", starts_on="2026-01-05", ends_on=None, name="Successor"):
    starts_on = datetime.date.fromisoformat(starts_on)
    facts = {"kind": kind, "established_on": starts_on, "starts_on": starts_on}
    return Vehicle.establish(by=None, lots=1, name=name, initial_ends_on=ends_on, **facts)


def due(vehicle, today=TODAY):
    return [(each.form, each.subject, str(each.due_on)) for each in duties_of(vehicle, today=today)]


def test_every_form_of_both_laws_has_its_rule():
    assert set(RULES) == set(NoticeKind)
    assert all(rule.when and rule.source for rule in RULES.values())


def test_a_dps_is_called_before_its_first_round_and_notifies_an_extension(officer):
    dps = the_dps()
    RoundFactory(vehicle=dps, opens_at=noon(TODAY), closes_at=noon(TODAY + 30 * DAY))
    assert due(dps) == [("F02", "first-round", "2026-11-26")]
    Notice.record(dps, by=None, kind="f02", sent_on=TODAY, reference="1")
    assert due(dps) == []

    option = prepared(an_option(first_day=40), officer, UserFactory(role=Role.MANAGER))
    last = timezone.localdate() + 39 * DAY
    assert due(option.vehicle) == [("F20", "option-1", str(last))]


def test_an_option_that_was_used_before_the_hub_has_no_notice_to_send():
    of_the_past = the_dps_of_the_report().options.get(number=1)
    of_the_past.take_over(a_decision(of_the_past.vehicle, "24/00007"), by=None)
    assert [form for form, *_ in due(of_the_past.vehicle)] == []


def test_a_framework_of_the_act_has_its_payments_and_its_end():
    ended = a_vehicle(ends_on=datetime.date(2026, 9, 30))

    assert due(ended) == [
        ("UK17", "compliance-2026-03-31", "2026-04-30"),
        ("UK8", "payments-2026-04-01", "2026-07-30"),
        ("UK11", "end", "2026-10-30"),
        ("UK17", "compliance-2026-09-30", "2026-10-30"),
        ("UK8", "payments-2026-07-01", "2026-10-30"),
    ]
    assert due(ended, today=datetime.date(2026, 3, 31)) == []
    later = a_vehicle(name="Later", starts_on="2026-02-02")
    assert [form for form, *_ in due(later)] == ["UK8", "UK8"]  # UK17 is of the whole council


@pytest.mark.parametrize(
    ("established_on", "value", "subjects"),
    [
        ("2027-09-30", 2_000_001, ["pipeline-2026"]),
        ("2027-10-01", 2_000_001, []),
        ("2027-09-30", 2_000_000, []),
        ("2027-09-30", None, []),
        ("2026-11-26", 2_000_001, []),
    ],
)
def test_a_pipeline_names_what_is_to_come_within_18_months(established_on, value, subjects):
    vehicle = a_vehicle(starts_on=established_on)
    vehicle.advertised_value = value

    found = [each for each in due(vehicle) if each[0] == "UK1"]

    assert found == [("UK1", subject, "2026-05-26") for subject in subjects]


def test_a_new_member_of_a_market_is_notified_and_has_no_contract(monkeypatch):
    market = a_vehicle("dynamic_market", "2026-10-05")
    rows = [(market.pk, 7, "Hill Ltd, Lot 1", datetime.date(2026, 11, 2))]
    answer = [(None, rows)]
    monkeypatch.setattr(signals.contracts_made, "send", lambda *_, **__: answer)

    (member,) = [each for each in duties_of(market, today=TODAY) if each.kind == "uk15"]

    assert (member.about, member.due_on) == ("New member: Hill Ltd, Lot 1", rows[0][3])
    assert "UK7" not in [form for form, *_ in due(market)]


def test_each_form_says_when_it_is_due_or_that_it_is_sent_when_it_happens(client, officer):
    market = a_vehicle("dynamic_market", "2026-10-05")
    client.force_login(officer)

    page = client.get(reverse("contracts:notice_list", args=[market.pk]))

    due_on = {kind.upper(): day for kind, _, _, day in page.context["forms"]}
    assert due_on["UK13"] == datetime.date(2026, 10, 4)
    assert due_on["UK5"] is due_on["UK12"] is None
    assert "When it happens" in page.text


def test_a_dynamic_market_has_its_intention_its_beginning_and_its_end():
    market = a_vehicle("dynamic_market", "2026-10-05", datetime.date(2026, 11, 1))

    assert due(market) == [
        ("UK13", "beginning", "2026-10-04"),
        ("UK14", "beginning", "2026-10-05"),
        ("UK16", "end", "2026-11-01"),
    ]


def test_what_is_waived_is_due_no_more_and_once(client, officer):
    market = a_vehicle("dynamic_market", "2026-10-05")
    client.force_login(officer)
    page = reverse("contracts:duty_waive", args=[market.pk, "uk13", "beginning"])
    assert client.post(page, {"reason": ""}).context["form"].errors
    assert client.get(page.replace("uk13", "uk16")).status_code == 404

    client.post(page, {"reason": "Sent in January, 001-2026."})

    assert [form for form, *_ in due(market)] == ["UK14"]
    assert client.get(page).status_code == 404
    facts = {"kind": "uk13", "subject": "beginning", "reason": "Again."}
    with pytest.raises(NotAllowedNow, match="waived already"):
        NoticeWaiver.waive_about(market, by=officer, **facts)


def test_what_is_recorded_settles_its_duty(client, officer):
    market = a_vehicle("dynamic_market", "2026-10-05")
    client.force_login(officer)
    page = reverse("contracts:notice_add", args=[market.pk])
    given = {"kind": "uk4", "subject": "beginning", "reference": "9-2026", "sent_on": "2026-10-05"}
    assert "subject" in client.post(page, given).context["form"].errors

    client.post(page, given | {"kind": "uk14"})

    assert [form for form, *_ in due(market)] == ["UK13"]
    assert Notice.objects.get().subject == "beginning"


def test_they_are_tasks_and_asked_for_in_as_many_queries_for_one_as_for_three(
    officer, django_assert_num_queries
):
    vehicles = [a_vehicle("dynamic_market", "2026-10-05", name=name) for name in "ABC"]
    with django_assert_num_queries(4):
        found = duties_of_each(vehicles, today=TODAY)
    assert [len(each) for each in found.values()] == [2, 2, 2]

    tasks = read(other_notices(officer, TODAY))

    words = "Publish and record UK13: A, The dynamic market"
    assert [(each.words, each.on) for each in tasks[:1]] == [(words, datetime.date(2026, 10, 4))]


def test_the_draft_says_what_we_hold_and_leaves_the_rest_in_brackets(client, officer):
    option = an_option(first_day=40)
    dps = option.vehicle

    text = draft(dps, NoticeKind.F20, subject="option-1")

    last = f"{option.ends_on:%-d %B %Y}"
    assert f"The term is extended by option 1 of 2: {option.starts_on:%-d %B %Y} to {last}." in text
    assert "Advertised value: [not recorded]" in text
    client.force_login(officer)
    for kind in NoticeKind.of(dps.regime):
        shown = client.get(reverse("contracts:notice_draft", args=[dps.pk, kind])).content.decode()
        assert f"DRAFT: {kind.label}" in shown
    for quarter in ("9999-12-31", "0001-01-01", "abc"):
        page = reverse("contracts:notice_draft", args=[dps.pk, kind])
        assert client.get(page, {"quarter": quarter}).status_code == 200
    page = reverse("contracts:notice_draft", args=[dps.pk, "uk4"])
    assert client.get(page).status_code == 404
    assert client.get(reverse("contracts:notice_list", args=[dps.pk])).status_code == 200
