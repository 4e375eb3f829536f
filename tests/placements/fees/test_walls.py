"""What nobody does to fees by SQL, with the hub's own role: the database refuses it."""

import contextlib

import pytest
from django.db import DatabaseError, connection, transaction

from nmiss.base.accounts.models import Proposal, Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.ownership import as_owner
from placements.fees import negotiating
from placements.fees.models import FeeWindow, PriceList
from providers.models import School
from tests.factories.accounts import UserFactory
from tests.factories.fees import a_mandate, a_request, a_window, accept, an_offer, refuse, today
from tests.factories.prices import a_base

pytestmark = pytest.mark.django_db
OFFER = (
    "INSERT INTO placements_feeoffer (request_id, number, side, percent, apart, more_a_year, "
    "expires_on, text, made_by_id) VALUES ({open}, {number}, '{side}', {percent}, 0, {more}, "
    "'{until}', '', {who}); SET CONSTRAINTS ALL IMMEDIATE"
)
MANDATE = (
    "INSERT INTO placements_feemandate (request_id, percent, pounds_a_year, decision, reason, "
    "recommended_by_id, approved_by_id) VALUES ({open}, {percent}, 9999999, '', 'x', "
    "{officer}, {manager})"
)
MESSAGE = (
    "INSERT INTO placements_feemessage (request_id, side, text, written_by_id) "
    "VALUES ({open}, '{side}', 'x', {who})"
)
NOTE = (
    "INSERT INTO placements_feenote (request_id, text, written_by_id) VALUES ({open}, 'x', {who})"
)
CERTIFIED = "stays as it was submitted"
OPEN, REFUSED = "WHERE id = {open}", "WHERE id = {refused}"
REQUEST = "UPDATE placements_feerequest SET "
REVIVE = (
    f"{REQUEST} status = 'received', decided_at = NULL, decided_by_id = NULL, decided_on = NULL "
    f"{REFUSED}"
)
LINE = (
    "INSERT INTO placements_feeline (request_id, placement_id, kind, funder, unit, quantity, "
    "weeks, vat, current_amount, reason, outcome, is_open) "
    "SELECT request_id, placement_id, 'transport', funder, unit, quantity, weeks, vat, 1, '', '', "
    "is_open FROM placements_feeline LIMIT 1"
)
VOID = (
    "UPDATE placements_pricelist SET voided_at = now(), void_reason = 'x', voided_by_id = {officer}"
)
# Who acts, the statement, what it says otherwise than usual, and the sentence of the refusal.
ATTACKS = [
    ("", OFFER, {}, "in person"),
    ("officer", OFFER, {"who": "manager"}, "in person"),
    ("officer", OFFER, {}, "within its mandate"),
    ("officer", OFFER, {"percent": "4", "more": "0"}, "comes to in a year"),
    ("officer", OFFER, {"percent": "4", "more": "1600", "number": "7"}, "while a request is"),
    ("officer", OFFER, {"percent": "4", "more": "1600", "until": "2020-01-01"}, "until today"),
    ("officer", OFFER, {"side": "provider"}, "speaks for itself"),
    ("owner", OFFER, {"who": "owner"}, "speaks for itself"),
    ("stranger", OFFER, {"side": "provider", "who": "stranger"}, "speaks for itself"),
    ("officer", OFFER.replace("{open}", "{refused}"), {}, "while a request is negotiated"),
    (
        "owner",
        "UPDATE placements_feeoffer SET accepted_at = now(), accepted_by_id = {owner}",
        {},
        "agreed by its newest offer",
    ),
    ("", MANDATE, {}, "in person"),
    ("manager", MANDATE, {}, "two people agreed to"),
    ("manager", MANDATE.replace("9999999", "1600"), {"percent": "4"}, "two people agreed to"),
    ("", MESSAGE, {}, "in person"),
    ("owner", MESSAGE, {"who": "owner"}, "speaks for itself"),
    ("", NOTE, {}, "in person"),
    ("owner", NOTE, {"who": "owner"}, "written by commissioning"),
    ("", REQUEST + "asked_percent = 1 " + OPEN, {}, CERTIFIED),
    ("", REQUEST + "scope = 'new' " + OPEN, {}, CERTIFIED),
    ("owner", REQUEST + "effective_on = '2020-01-01' " + OPEN, {}, CERTIFIED),
    ("", REQUEST + "answer_due_on = '2099-01-01' " + OPEN, {}, "as the request moves on"),
    ("", REQUEST + "appealed_at = now() " + OPEN, {}, "appealed against once"),
    ("", REVIVE, {}, "appealed against once"),
    ("", REQUEST + "decision_reason = 'y' " + REFUSED, {}, "in person"),
    ("officer", REQUEST + "decision_reason = 'y' " + REFUSED, {}, "until there is an appeal"),
    ("", REQUEST + "savings_written_at = now() " + OPEN, {}, "ledger takes a decision once"),
    ("owner", "UPDATE placements_feesection SET answers = '{{}}'", {}, CERTIFIED),
    ("", "DELETE FROM placements_feesection", {}, CERTIFIED),
    ("", LINE, {}, CERTIFIED),
    ("", "UPDATE placements_feeline SET agreed_amount = 1", {}, "Who decides a fee request"),
    ("", "DELETE FROM placements_feewindow", {}, "Cannot delete"),
    ("", VOID, {}, "in person"),
    ("", "DELETE FROM placements_pricelistline; SET CONSTRAINTS ALL IMMEDIATE", {}, "its lines"),
]  # fmt: skip


@pytest.fixture
def world(provider, place, owner, officer, manager, window):
    """A request that is negotiated, one that was refused, and a price list."""
    first, second = School.objects.order_by("urn")
    place()
    PriceList.add(first, first.memberships.get().lot, [a_base(1)], by=officer, starts_on=today(-9))
    negotiated = a_request(provider, owner=owner, school=first)
    a_mandate(negotiated, 4, officer=officer, manager=manager)
    an_offer(negotiated, 3, by=officer)
    refused = a_request(provider, owner=owner, school=second)
    refuse(refused, by=officer, reason="No evidence")
    stranger = UserFactory(role=Role.PROVIDER)
    people = {"owner": owner, "officer": officer, "manager": manager, "stranger": stranger}
    return people, {"open": negotiated.pk, "refused": refused.pk}


def test_no_sql_forges_what_binds(world):
    people, numbers = world
    numbers |= {name: person.pk for name, person in people.items()}
    usual = {"number": 2, "side": "council", "percent": 50, "more": 20_000, "until": "2099-01-01"}

    for who, statement, facts, says in ATTACKS:
        given = usual | facts | {"who": numbers[facts.get("who", "officer")]}
        asked = statement.format(**numbers | given)
        acts = acting_for(people[who]) if who else contextlib.nullcontext()
        with pytest.raises(DatabaseError, match=says), transaction.atomic(), acts:
            connection.cursor().execute(asked)


def test_an_agreed_proposal_makes_one_mandate(world, manager):
    people, numbers = world
    numbers |= {"officer": people["officer"].pk, "manager": manager.pk, "percent": 4}
    assert Proposal.objects.get().decision == "agreed"

    again = MANDATE.replace("9999999", "1600").format(**numbers)
    with pytest.raises(DatabaseError, match="two people agreed to"), acting_for(manager):
        connection.cursor().execute(again)


def test_a_refusal_ends_what_was_offered(provider, place, owner, officer, manager, window):
    place()
    request = a_request(provider, owner=owner)
    a_mandate(request, 4, officer=officer, manager=manager)
    offer = an_offer(request, 1, by=officer)
    refuse(request, by=officer, reason="No evidence")
    negotiating.appeal(request, by=owner, text="The accounts are here.")

    with pytest.raises(NotAllowedNow, match="refused after this offer"):
        accept(offer, by=owner)
    with pytest.raises(DatabaseError, match="ends every offer"):
        agreed_all_the_same(request, offer, by=owner)
    request.refresh_from_db()
    accept(an_offer(request, 2, by=officer), by=owner)
    request.refresh_from_db()
    assert (request.status, request.agreed_percent) == ("agreed", 2)


def agreed_all_the_same(request, offer, *, by):
    """As by a page that has forgotten the rule."""
    with acting_for(by):
        request.agree(by=by, on=today(), percent=offer.percent)
        offer.accepted_by, offer.accepted_at = by, offer.made_at
        offer.save()


def test_only_a_manager_sets_the_numbers_of_a_window(as_web):
    window = a_window()
    with pytest.raises(DatabaseError, match="manager changes a fee window"):
        FeeWindow.objects.update(limit_percent=50)
    with pytest.raises(DatabaseError, match="numbers of the last"):
        a_window(effective_on=today(600), limit_pounds=9_999_999)
    window.change(by=UserFactory(role=Role.MANAGER), limit_percent=6)

    assert {each.limit_percent for each in FeeWindow.provide(today(400))} == {6}


def test_a_provider_accepts_by_its_own_road(
    provider, place, owner, officer, manager, window, as_web
):
    """Its prices and price lists change with it, as the role that serves the page."""
    with as_owner(connection):
        place()
        school = School.objects.order_by("urn").first()
        lot = school.memberships.get().lot
        PriceList.add(school, lot, [a_base(100)], by=officer, starts_on=today(-9))
        request = a_request(provider, owner=owner)
        a_mandate(request, 4, officer=officer, manager=manager)
        offer = an_offer(request, 3, by=officer)

    accept(offer, by=owner)

    request.refresh_from_db()
    assert request.status == "agreed"
    assert PriceList.objects.filter(added_by=owner, lines__amount=103).exists()
    stranger = UserFactory(role=Role.PROVIDER)
    with pytest.raises(DatabaseError, match="what was offered, and no other prices"):
        PriceList.add(school, lot, [a_base(1)], by=stranger, starts_on=today(300))
