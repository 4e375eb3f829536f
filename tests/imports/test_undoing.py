"""The last import of its kind is taken back whole, as long as nothing is built on it."""

import datetime

import pytest

from contracts.models import Decision, ExtensionOption
from kpis.models import (
    Term,
)
from nmiss.across.imports.actions import work_on_what_is_due
from nmiss.across.imports.models import ImportStatus
from nmiss.base.accounts.models import Role
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent
from placements.models import CostAvoidance, OtherReference, Payment, Placement
from placements.reviews.models import AnnualReview
from providers.models import (
    Inspection,
    School,
    Succession,
)
from tests.factories.accounts import UserFactory
from tests.factories.reviews import arranged
from tests.imports.written import everything

pytestmark = pytest.mark.django_db


# Each step in a transaction of its own, as for the worker: a context lasts as long as its own.
@pytest.mark.django_db(transaction=True)
class TestUndo:
    def test_leaves_nothing_of_what_was_new(self, finish, undo):
        before = everything()
        run = finish("schools")

        undo(run)

        assert run.status == ImportStatus.UNDONE
        assert everything() == before
        assert AuditEvent.objects.newest_first()[0].verb == "undo"

    def test_puts_back_what_was_changed_and_deleted(self, finish, undo):
        finish("schools")
        before = everything()
        run = finish(
            "schools",
            {"EstablishmentName": "Other", "SEN1 (name)": "", "SchoolCapacity": "70"},
            {"URN": "900002"},
        )

        undo(run)

        assert everything() == before

    def test_takes_past_decisions_back_and_frees_their_options(self, finish, undo):
        run = finish("decisions")
        assert run.counts["new"] == 1

        assert undo(run).status == ImportStatus.UNDONE

        assert not Decision.objects.exists()
        assert not ExtensionOption.objects.exclude(decision=None).exists()

    def test_goes_back_one_by_one_to_the_beginning(self, finish, undo):
        before = everything()
        runs = [
            finish("schools"),
            finish("members"),
            finish("placements"),
            finish("placements", {"annual_fee": "40000", "home_postcode": "CT1 1AA"}),
        ]

        for run in reversed(runs):
            assert undo(run).status == ImportStatus.UNDONE

        assert {model: rows for model, rows in everything().items() if rows != before[model]} == {}

    def test_takes_prices_back_and_the_ends_that_they_gave(self, finish, undo):
        finish("schools")
        finish("placements")
        before = everything()
        first = finish("prices")
        between = everything()
        second = finish(
            "prices", {"ends_on": "2024-08-31"}, {"starts_on": "2024-09-01", "amount": "85"}
        )

        assert undo(second).status == ImportStatus.UNDONE
        assert everything() == between
        assert undo(first).status == ImportStatus.UNDONE
        assert everything() == before

    def test_reverses_decisions_on_fees_and_takes_them_again(self, finish, undo, officer):
        finish("schools")
        finish("placements")
        run = finish("fee_decisions", {}, name="window 2024.csv")

        assert undo(run).status == ImportStatus.UNDONE

        rows = CostAvoidance.objects.order_by("pk")
        assert [(row.avoided, row.written_by) for row in rows] == [
            (2200, officer),
            (-2200, officer),
        ]
        assert not rows.that_stand().exists()
        assert "window 2024.csv" in rows[0].evidence
        assert undo(finish("fee_decisions")).status == ImportStatus.UNDONE
        assert not rows.that_stand().exists()
        assert CostAvoidance.objects.count() == 4

    def test_takes_payments_back_and_what_they_changed(self, finish, undo):
        finish("schools")
        finish("placements")
        first = finish("payments")
        second = finish("payments", {"amount": "8000"}, {"payment_ref": "PAY-2"})

        undo(second)
        assert list(Payment.objects.values_list("reference", "amount")) == [("PAY-1", 9000)]
        undo(first)
        assert not Payment.objects.exists()

    def test_takes_reviews_back_until_somebody_goes_on_with_one(self, finish, undo):
        finish("schools")
        finish("placements")
        first = finish("reviews")
        assert AnnualReview.objects.get().due_on == datetime.date(2027, 3, 9)

        assert undo(first).status == ImportStatus.UNDONE
        assert not AnnualReview.objects.exists()

        again = finish("reviews")
        placements = UserFactory(role=Role.PLACEMENTS)
        arranged(AnnualReview.objects.get(), by=placements)
        assert undo(again).status != ImportStatus.UNDONE
        assert AnnualReview.objects.get().status == "arranged"

    def test_takes_inspections_back_and_what_they_changed(self, finish, undo):
        finish("schools")
        first = finish("inspections")
        second = finish("inspections", {"standards": "not_met", "inclusion": "Exceptional"})
        assert Inspection.objects.get().outcome == "standards_not_met"

        undo(second)
        kept = Inspection.objects.get()
        assert (kept.outcome, kept.grades) == ("standards_met", {"inclusion": "strong_standard"})
        undo(first)
        assert not Inspection.objects.exists()

    def test_is_refused_where_a_decision_on_its_fee_is_built_on_it(self, finish, undo):
        finish("schools")
        placed = finish("placements")
        undo(finish("fee_decisions"))

        undo(placed)

        assert (placed.status, Placement.objects.count()) == (ImportStatus.DONE, 1)

    def test_takes_back_what_returns_are_made_of(self, finish, undo):
        finish("schools")
        steps = []
        for what, row in (
            ("indicators", {}),
            ("terms", {}),
            ("terms", {"last_day": "2024-12-19"}),
            ("returns", {}),
            ("returns", {"value": "91"}),
            ("returns", {"input": "possible", "value": "NA"}),
        ):
            before = everything()
            steps.append((finish(what, row), before))

        for run, before in reversed(steps):
            assert undo(run).status == ImportStatus.UNDONE
            assert everything() == before

    def test_is_refused_where_returns_are_built_on_a_term(self, finish, undo):
        finish("schools")
        finish("indicators", {"frequency": "term"})
        terms = finish("terms")
        finish("returns", {"period": "2024-25 autumn"})

        undo(terms)

        assert (terms.status, Term.objects.count()) == (ImportStatus.DONE, 1)

    def test_is_refused_where_a_price_is_built_on_it(self, finish, undo):
        finish("schools")
        placed = finish("placements")
        finish("prices")

        undo(placed)

        assert (placed.status, Placement.objects.count()) == (ImportStatus.DONE, 1)

    def test_is_for_the_last_of_its_kind(self, finish, undo, officer):
        first, last = finish("schools"), finish("schools", {"SchoolCapacity": "61"})
        finish("members", {"school_urn": "900001"})

        assert not first.may_be_undone()
        assert first.in_the_way() == last
        with pytest.raises(NotAllowedNow):
            first.ask_to_undo(by=officer)

    def test_does_not_mind_what_came_in_since_and_is_not_built_on_it(self, finish, undo):
        finish("schools")
        renamed = finish("schools", {}, {"URN": "900002", "EstablishmentName": "Birch School"})
        finish("members")
        finish("placements")

        assert undo(renamed).status == ImportStatus.UNDONE
        assert list(School.objects.values_list("urn", flat=True)) == [900001]

    def test_is_refused_where_a_place_has_its_lot_by_it(self, finish, undo):
        finish("schools", {}, {"URN": "900002", "EstablishmentName": "Birch School"})
        finish("members", {"school_urn": "900002"})
        joined = finish("members", {"admitted_on": "2023-09-01"})
        finish("placements", {"route": "call_off"})
        before = everything()

        undo(joined)

        assert joined.status == ImportStatus.DONE
        assert "something has been built on" in joined.note
        assert everything() == before

    def test_is_refused_where_a_place_went_on_by_it(self, finish, undo):
        finish(
            "schools",
            {"CloseDate": "31-08-2025", "EstablishmentStatus (code)": "2"},
            {"URN": "900002", "EstablishmentName": "Birch School", "OpenDate": "10-09-2025"},
        )
        links = finish("links", {"LinkEstablishedDate": "10-09-2025"})
        finish("placements")
        assert Placement.objects.get().earlier_schools.count() == 1

        undo(links)

        assert (links.status, Succession.objects.count()) == (ImportStatus.DONE, 1)

    def test_takes_back_what_was_answered(self, check, finish, undo, officer):
        finish("schools")
        finish("placements", {"pupil_ref": "01", "ended_on": "2023-12-31"})
        second = {"placement_ref": "P2", "pupil_ref": "1", "starts_on": "2024-01-01"}
        run = check("placements", second)
        run.answer(by=officer, answers={"1": "same"})
        work_on_what_is_due()
        run.refresh_from_db()
        run.confirm(by=officer, seen=run.digest())
        work_on_what_is_due()
        run.refresh_from_db()
        assert OtherReference.objects.count() == 1

        undo(run)

        assert run.status == ImportStatus.UNDONE
        assert not OtherReference.objects.exists()

    def test_is_refused_when_a_row_was_changed_since(self, finish, undo):
        run = finish("schools")
        School.objects.update(capacity=99)

        undo(run)

        assert run.status == ImportStatus.DONE
        assert "something has been built on" in run.note
        assert School.objects.get().capacity == 99
        assert not run.may_be_undone()

    def test_is_refused_when_a_later_row_needs_one(self, finish, undo):
        run = finish("schools")
        School.objects.get().kept_facts.create(column="name")
        before = everything()

        undo(run)

        assert run.status == ImportStatus.DONE
        assert everything() == before
