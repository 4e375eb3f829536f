"""What a draft says before anything is asked, and which placements it leaves out, and why."""

import datetime
from decimal import Decimal

import pytest

from placements.fees import asking
from placements.fees.costs import COSTS
from placements.fees.left_out import left_out_of
from placements.fees.models import FeeScope
from providers.models import School, Standing
from tests.factories.fees import a_draft, a_request, today
from tests.factories.placements import PlacementFactory
from tests.factories.prices import a_price
from tests.seen import seen

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def their_window(window):
    return window


def day(date):
    return f"{date:%-d %B %Y}"


def reasons(request):
    return {each.placement.pk: each.why for each in left_out_of(request)}


def test_each_placement_that_is_left_out_is_named_with_its_reason(
    client, place, provider, owner, officer, window
):
    place(1)
    (leaver,) = place(1, ended_on=window.effective_on - datetime.timedelta(1))
    (comer,) = place(1, starts_on=window.effective_on)
    (negotiated,) = place(1)
    facts = {"unit": "year", "quantity": Decimal(1), "amount": Decimal(41_000)}
    a_price(negotiated, by=officer, kind="base_education", starts_on=today(-30), **facts)

    draft = a_draft(provider, by=owner)

    assert reasons(draft) == {
        leaver.pk: f"The placement ends on {day(leaver.ended_on)}, before the new prices begin",
        comer.pk: f"The placement begins on {day(comer.starts_on)}",
        negotiated.pk: f"A new price was agreed from {day(today(-30))}",
    }
    client.force_login(owner)
    page = seen(client.get(f"/fees/{draft.pk}/")).main.words
    assert "Placements left out (3)" in page
    assert f"{negotiated.reference}, {negotiated.school}: A new price was agreed" in page


def test_one_that_is_in_another_open_request_is_named_with_it(provider, place, owner):
    first, second = place()
    own = a_draft(provider, by=owner, school=first.school)

    other = a_draft(provider, by=owner)

    assert reasons(other) == {
        first.pk: f"This placement is in another open request, {own.reference}"
    }
    assert [line.placement for line in other.lines.all()] == [second]


def test_the_council_reads_them_too_and_schools_of_others_are_none(
    client, place, provider, owner, officer, window
):
    place(2)
    (leaver,) = place(1, ended_on=window.effective_on - datetime.timedelta(1))
    PlacementFactory()
    request = a_request(provider, 4, owner=owner)

    assert set(reasons(request)) == {leaver.pk}
    client.force_login(officer)
    assert "Placements left out (1)" in seen(client.get(f"/fees/{request.pk}/")).main.words
    assert not left_out_of(a_draft(provider, by=owner, scope=FeeScope.NEW))


def test_a_draft_without_prices_says_what_the_fees_are_now(client, place, provider, owner):
    place(2)
    draft = a_draft(provider, by=owner)
    client.force_login(owner)

    page = seen(client.get(f"/fees/{draft.pk}/")).main.words

    assert "The request is for 2 children, with fees of £80,000 a year now." in page
    assert "More a year" not in page
    assert "Prices are enough for an increase of up to" in page
    tasks = client.get(f"/fees/{draft.pk}/").context_data["tasks"]
    assert [each["part"] for each in tasks] == ["prices", "costs", "background"]


def test_a_cost_breakdown_is_done_once_both_amounts_of_every_cost_are_entered(
    client, place, provider, owner
):
    place(1)
    draft = a_draft(provider, by=owner)
    client.force_login(owner)
    line = draft.lines.get()
    asked = {line.pk: {"asked_amount": Decimal(60_000), "reason": "Pay awards"}}
    asking.save_prices(draft, by=owner, revision=0, asked=asked, percent=None)

    def status(answers, revision):
        asking.save_section(draft, "costs", by=owner, revision=revision, answers=answers)
        tasks = client.get(f"/fees/{draft.pk}/").context_data["tasks"]
        return next(each["status"] for each in tasks if each["part"] == "costs")

    every = {key: ["0", "0"] for key in COSTS}
    assert status({"teaching_pay": ["1000", "1100"]}, 0) == "in progress"
    assert any("for 12 kinds of cost" in each.words for each in asking.missing(draft))
    assert status(every | {"food": ["1", ""]}, 1) == "in progress"
    assert any("amount for Food" in each.words for each in asking.missing(draft))
    assert status(every, 2) == "done"


def test_a_school_that_did_not_return_is_said_to_count_as_below(
    client, place, provider, owner, officer
):
    place(2)
    request = a_request(provider, 4, owner=owner)
    standing = {"period_name": "2025-Q3", "as_at": datetime.date(2025, 9, 30)}
    for school, reason, coverage in (
        (School.objects.get(urn=900001), "not_returned", Decimal("0.2")),
        (School.objects.get(urn=900002), "nothing_applicable", None),
    ):
        Standing.objects.create(school=school, reason=reason, coverage=coverage, **standing)
    client.force_login(officer)

    said = seen(client.get(f"/fees/{request.pk}/")).facts["KPI standing"]

    assert "Not returned (2025-Q3; counts as below target)" in said
    assert "No indicators apply (2025-Q3)" in said or "Nothing applicable (2025-Q3)" in said
