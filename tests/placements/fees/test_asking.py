"""Fee requests: prefilled from live prices, certified by an owner, one open for a placement."""

import datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import InternalError

from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.demo.dated import at, moved_to
from placements.fees import asking
from placements.fees.models import FeeLine, FeeRequest, FeeScope
from placements.models import Placement
from providers.models import School
from tests.factories.fees import a_draft, a_request, asked, refuse, submit, today
from tests.factories.prices import a_price
from tests.factories.providers import ProviderMemberFactory
from tests.seen import seen
from tests.tokens import read_and_send, seen_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("window")]


def page_of(request, part=""):
    return f"/fees/{request.pk}/{part}"


class TestStarting:
    def test_prices_are_those_of_live_placements(self, provider, place, owner, officer):
        first, _ = place()
        a_price(first, by=officer)

        lines = a_draft(provider, by=owner).lines.order_by("placement__reference", "kind")

        assert [(line.kind, line.current_amount, line.unit) for line in lines] == [
            ("base_education", 40_000, "year"),
            ("therapy_slt", 80, "hour"),
            ("base_education", 40_000, "year"),
        ]

    def test_one_school_has_its_own(self, provider, place, owner):
        place(3)

        draft = a_draft(provider, by=owner, school=School.objects.get(urn=900002))

        assert draft.lines.count() == 1

    def test_who_leaves_before_or_comes_after_is_left_out(self, provider, place, owner, window):
        place(1, ended_on=window.effective_on - datetime.timedelta(1))
        place(1, starts_on=window.effective_on)
        stays = place(1, ended_on=window.effective_on)

        draft = a_draft(provider, by=owner)

        assert [line.placement for line in draft.lines.all()] == stays

    def test_a_price_of_the_last_months_is_left_out(self, provider, place, owner, officer):
        new, _ = place()
        facts = {"unit": "year", "quantity": Decimal(1), "amount": Decimal(41_000)}
        a_price(new, by=officer, kind="base_education", starts_on=today(-30), **facts)

        assert new not in [line.placement for line in a_draft(provider, by=owner).lines.all()]

    def test_a_price_that_begins_on_that_day_is_left_out(
        self, provider, place, owner, officer, window
    ):
        new, other = place()
        facts = {"unit": "year", "quantity": Decimal(1), "amount": Decimal(41_000)}
        a_price(new, by=officer, kind="base_education", starts_on=window.effective_on, **facts)

        assert [line.placement for line in a_draft(provider, by=owner).lines.all()] == [other]

    def test_a_placement_is_in_one_open_request(self, provider, place, owner):
        place()
        draft = a_draft(provider, by=owner)

        with pytest.raises(NotAllowedNow, match="in another open request"):
            a_draft(provider, by=owner)
        draft.withdraw(by=owner)
        assert a_draft(provider, by=owner).lines.count() == 2

    def test_the_database_takes_no_second_open_request(self, provider, place, owner):
        place()
        draft = a_draft(provider, by=owner)
        other = a_draft(provider, by=owner, scope=FeeScope.NEW)
        facts = draft.lines.values().first() | {"id": None, "request_id": other.pk}

        with pytest.raises(IntegrityError, match="in_one_open_request"), transaction.atomic():
            FeeLine.objects.create(**facts)

    def test_no_window_no_request(self, provider, place, owner, window):
        type(window).objects.all().update(opens_on=today(1))
        place()

        with pytest.raises(NotAllowedNow, match="No fee window"):
            a_draft(provider, by=owner)


class TestSubmitting:
    def test_an_owner_certifies_and_gets_a_receipt(
        self, provider, place, owner, editor, officer, window
    ):
        place()
        request = a_request(provider, owner=owner)

        assert request.status == "received"
        assert (request.submitted_by, request.effective_on) == (owner, window.effective_on)
        assert not request.is_late
        assert request.answer_due_on > today()

    def test_certifies_what_was_read(self, provider, place, owner, editor, client):
        draft = asked(a_draft(provider, by=editor, scope=FeeScope.NEW), 2, by=editor)
        client.force_login(owner)
        opened = client.get(page_of(draft, "submit/"))
        assert "2.00 %" in opened.text
        asking.save_prices(draft, by=editor, revision=1, asked={}, percent=Decimal(45))

        certified = {"declared": "on"} | seen_in(opened)
        page = client.post(page_of(draft, "submit/"), certified)

        assert "This request was changed after you opened this page. Read it again." in page.text
        assert "45.00 %" in page.text
        draft.refresh_from_db()
        assert draft.status == "draft"
        client.post(page_of(draft, "submit/"), {"declared": "on"} | seen_in(page))
        draft.refresh_from_db()
        assert (draft.status, draft.asked_percent) == ("received", 45)

    def test_an_editor_does_not(self, provider, place, editor):
        place()
        draft = asked(a_draft(provider, by=editor), 4, by=editor)

        with pytest.raises(NotAllowedNow, match="Only an owner"):
            submit(draft, by=editor)

    def test_what_lacks_is_named(self, provider, place, owner):
        place()
        draft = a_draft(provider, by=owner)

        assert [each.words for each in asking.missing(draft)][:1] == [
            "Enter the price asked for at least one placement"
        ]
        with pytest.raises(NotAllowedNow, match="Enter the price asked"):
            submit(draft, by=owner)

    def test_little_needs_prices_alone(self, provider, place, owner):
        place()
        draft = a_draft(provider, by=owner)
        wanted = {
            line.pk: {"asked_amount": Decimal("40800"), "reason": "Pay"}
            for line in draft.lines.all()
        }
        asking.save_prices(draft, by=owner, revision=0, asked=wanted, percent=None)

        submit(draft, by=owner)

        assert draft.status == "received"

    def test_a_late_one_is_flagged_and_takes_effect_later(self, provider, place, owner, window):
        type(window).objects.update(
            opens_on=today(-300),
            requests_by=today(-200),
            recommend_by=today(-150),
            negotiate_until=today(-100),
            approve_by=today(-50),
            effective_on=today(-20),
            academic_year=asking.FeeWindow.usual(today().year).academic_year
            if today(-20).month >= 9
            else today(-20).year - 1,
        )
        place()

        request = a_request(provider, owner=owner)

        assert request.is_late
        assert request.effective_on.day == 1
        assert request.effective_on > today(89)

    def test_a_placement_that_is_over_by_then_is_not_asked_for(
        self, provider, place, owner, window
    ):
        gone, _ = place()
        draft = asked(a_draft(provider, by=owner), "9.5", by=owner)
        last = window.effective_on - datetime.timedelta(1)
        type(gone).objects.filter(pk=gone.pk).update(ended_on=last)

        with pytest.raises(NotAllowedNow, match=f"{gone.reference} ends before .* Clear the price"):
            submit(draft, by=owner)

        draft.refresh_from_db()
        assert (draft.status, draft.lines.count()) == ("draft", 2)

    def test_the_certified_stays_as_it_is(self, provider, place, owner):
        place()
        request = a_request(provider, owner=owner)

        with pytest.raises(InternalError, match="stays as it was"), transaction.atomic():
            FeeLine.objects.filter(request=request).update(asked_amount=1)
        with pytest.raises(InternalError, match="stays as it was"), transaction.atomic():
            FeeLine.objects.filter(request=request).delete()


class TestThePages:
    @pytest.fixture
    def draft(self, provider, place, editor, client):
        place()
        client.force_login(editor)
        return a_draft(provider, by=editor)

    def given(self, draft, **more):
        return {"percent": "", "reason": "", "revision": "0"} | more

    def test_a_provider_starts_one(self, provider, place, editor, client):
        place()
        client.force_login(editor)

        answer = client.post("/fees/start/", {"school": f"all-{provider.pk}", "scope": "all"})

        request = FeeRequest.objects.get()
        assert answer["Location"] == page_of(request)
        assert "Submit by" in client.get(page_of(request)).text

    def test_who_writes_for_two_providers_asks_for_one(self, provider, place, editor, client):
        place()
        ProviderMemberFactory(user=editor, role="editor")
        client.force_login(editor)

        client.post("/fees/start/", {"school": "900002", "scope": "all"})

        request = FeeRequest.objects.get()
        assert (request.provider, request.school.urn) == (provider, 900002)

    def test_work_it_out_shows_pounds_a_year_and_keeps_nothing(self, client, draft):
        page = client.post(page_of(draft, "prices/"), self.given(draft, percent="4", work_out="1"))

        assert "£83,200" in page.text
        assert "£3,200" in page.text
        assert not draft.lines.asked().exists()

    def test_a_percentage_fills_every_price(self, client, draft):
        client.post(page_of(draft, "prices/"), self.given(draft, percent="4%", reason="Pay"))

        assert {(line.asked_amount, line.reason) for line in draft.lines.all()} == {
            (Decimal("41600.00"), "Pay")
        }

    @pytest.mark.parametrize(
        ("percent", "said"),
        [
            ("0.04", "0.04 means 0.04%. For 4%, enter 4"),
            ("400", "as a percentage from 0 to 50"),
            ("-4", "as a percentage from 0 to 50"),
            ("four", "as a percentage with up to 2 decimals"),
            ("41600", "Enter pounds in the boxes for amounts"),
            ("4.125", "up to 2 decimals"),
        ],
    )
    def test_a_wrong_percentage_gets_a_sentence(self, client, draft, percent, said):
        page = client.post(page_of(draft, "prices/"), self.given(draft, percent=percent))

        assert said in page.text
        assert not draft.lines.asked().exists()

    @pytest.mark.parametrize(
        ("amount", "said"),
        [
            ("4", "Enter the new price in pounds"),
            ("0.04", "Enter the new price in pounds"),
            ("-41000", "enter pounds from 0"),
            ("1234567890", "enter pounds from 0"),
            ("99999999", "more than twice"),
        ],
    )
    def test_a_wrong_amount_gets_a_sentence(self, client, draft, amount, said):
        line = draft.lines.first()
        page = client.post(
            page_of(draft, "prices/"), self.given(draft, **{f"asked_{line.pk}": amount})
        )

        assert said in page.text
        assert not draft.lines.asked().exists()

    def test_pounds_and_commas_are_read(self, client, draft):
        line = draft.lines.first()
        given = {f"asked_{line.pk}": "£41,600.50", f"reason_{line.pk}": "Pay"}

        client.post(page_of(draft, "prices/"), self.given(draft, **given))

        assert draft.lines.get(pk=line.pk).asked_amount == Decimal("41600.50")

    def test_no_present_price_has_no_percentage(self, client, draft):
        Placement.objects.update(annual_fee=0)
        FeeLine.objects.update(current_amount=0)
        line = draft.lines.first()
        given = {f"asked_{line.pk}": "1000", "percent": "4", "work_out": "1"}

        page = client.post(page_of(draft, "prices/"), self.given(draft, **given))

        assert "No present price" in page.text

    def test_the_second_of_two_editors_is_told(self, client, draft, owner):
        asking.save_section(draft, "background", by=owner, revision=0, answers={"accounts": "A"})
        given = {"accounts": "B", "revision": "0"}

        page = client.post(page_of(draft, "background/"), given)

        assert "saved this part while you were working" in page.text
        assert draft.sections.get(key="background").answers == {"accounts": "A"}
        client.post(page_of(draft, "background/"), given | {"revision": "1"})
        assert draft.sections.get(key="background").answers["accounts"] == "B"

    def test_the_costs_are_saved(self, client, draft):
        given = {"teaching_pay_before": "£1,000", "teaching_pay_proposed": "1100", "revision": "0"}

        client.post(page_of(draft, "costs/"), given)

        assert draft.sections.get().answers["teaching_pay"] == ["1000", "1100"]

    def test_an_owner_submits(self, client, draft, owner):
        asked(draft, 4, by=owner)
        client.force_login(owner)

        assert "Confirm that" in client.post(page_of(draft, "submit/"), {}).text
        read_and_send(client, page_of(draft, "submit/"), {"declared": "on"})

        draft.refresh_from_db()
        assert draft.status == "received"
        assert "Certified by" in client.get(page_of(draft)).text

    def test_the_council_sees_no_draft(self, client, draft, officer):
        client.force_login(officer)

        assert client.get(page_of(draft)).status_code == 404
        assert draft.reference not in client.get("/fees/").text


def test_the_list_says_what_is_overdue_and_no_deadline_of_what_is_decided(
    client, provider, place, owner, officer, window
):
    place()
    with moved_to(at(today(-29), 12)):
        request = a_request(provider, 4, owner=owner)
    client.force_login(officer)

    def row():
        return seen(client.get("/fees/")).rows()[0]

    assert row()[3:5] == ["All schools", "Received Overdue"]
    assert not request.is_overdue(request.answer_due_on)
    refuse(request, by=officer, reason="No evidence")
    assert (row()[4], row()[7]) == ("Refused", "")
