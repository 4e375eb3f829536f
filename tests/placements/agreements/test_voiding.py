"""What was entered by mistake is voided by another person, and everything is as it was before."""

import datetime
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent
from placements import choosing
from placements.agreements import making
from placements.agreements.models import PlacementAgreement
from placements.agreements.voiding import void_agreement
from placements.budget.report import budget_of_year
from placements.models import Case, CaseStatus, Charge, Child, CostAvoidance, Placement, PriceLine
from placements.reports.demand_profile import demand_profile
from placements.reports.dps_status import Window, dps_status
from placements.reports.forecast import forecast
from placements.reports.spend import spend_by_placement
from placements.reports.vehicle_value import vehicle_values
from placements.savings import ledger
from placements.savings.report import savings_of_year
from placements.timeline import timeline_of
from placements.voiding import void_choice
from tests.factories.accounts import UserFactory
from tests.factories.consultations import BASE, a_consultation, a_reply, a_school_with_people
from tests.factories.placement_agreements import (
    SOON,
    a_choice,
    an_agreement,
    in_force,
    join,
    terms_of,
)
from tests.factories.placements import ChildFactory, PlacementFactory, a_case
from tests.factories.providers import SchoolFactory
from tests.outbox import messages

pytestmark = pytest.mark.django_db
SPRING, APRIL = datetime.date(2027, 3, 1), datetime.date(2027, 4, 5)
WINDOW = Window(datetime.date(2026, 4, 1), datetime.date(2027, 3, 31), 2026)
SEPTEMBER = datetime.date(2025, 9, 1)


@pytest.fixture
def officer():
    return UserFactory(role=Role.PLACEMENTS)


@pytest.fixture
def colleague():
    return UserFactory(role=Role.PLACEMENTS)


@pytest.fixture
def moved(officer):
    """A child with a place, who moves by an agreement; figures as they were before it."""
    child = ChildFactory(identity__initials="AB")
    before = PlacementFactory(child=child, starts_on=SEPTEMBER)
    choice, owner = a_choice(by=officer, case=a_case(child, by=officer))
    figures = all_figures()
    agreement = an_agreement(choice, by=officer, ends_place_before=True)
    in_force(agreement, owner=owner)
    return {"before": before, "choice": choice, "owner": owner, "figures": figures}


def all_figures():
    return [
        spend_by_placement(2026),
        dps_status(WINDOW, by=None),
        demand_profile(SPRING, by=None),
        vehicle_values(SPRING),
        forecast(SPRING),
        budget_of_year(2026, on=SPRING, today=SPRING),
        savings_of_year(2026, by=None),
        sorted(Charge.objects.on(SPRING).values_list("cost_a_year", flat=True)),
    ]


def in_force_now():
    return PlacementAgreement.objects.in_force().get()


class TestAnAgreement:
    def test_is_voided_with_its_place_and_figures_are_as_before(self, officer, colleague, moved):
        first = in_force_now()
        terms = terms_of(first.choice, starts_on=SPRING)
        dearer = (BASE | {"amount": Decimal(63000)},)
        in_force(making.change_agreement(first, terms, dearer, by=officer), owner=moved["owner"])
        place = Placement.objects.get(reference=first.reference)
        assert all_figures() != moved["figures"]

        void_agreement(in_force_now(), by=colleague, reason="It is another child’s.")
        connection.check_constraints()

        assert all_figures() == moved["figures"]
        place = Placement.on_record.get(pk=place.pk)
        assert place.is_voided
        assert (place.ended_on, place.end_reason) == (SOON - datetime.timedelta(days=1), "")
        assert set(PriceLine.objects.values_list("voided_by", flat=True)) == {colleague.pk}
        assert [str(each) for each in Placement.objects.all()] == [moved["before"].reference]
        moved["before"].refresh_from_db()
        assert (moved["before"].ended_on, moved["before"].end_reason) == (None, "")
        assert {each.status for each in PlacementAgreement.objects.all()} == {"voided"}
        case = Case.objects.with_status().get()
        assert (case.is_open, case.status) == (True, CaseStatus.PLACED)
        assert messages(to=moved["owner"].email, holding="have voided it")
        said = [each.words for each in timeline_of(place.child, officer)]
        assert f"{first.reference} voided" in said
        assert any(each.endswith("voided since") for each in said)

    def test_leaves_nothing_of_itself_in_the_ledger(self, officer, colleague):
        choice, owner = a_choice(by=officer)
        before = savings_of_year(2025, by=None).avoided
        agreement = in_force(an_agreement(choice, by=officer, starts_on=SEPTEMBER), owner=owner)
        prices = Decimal(60000), Decimal(62000), Decimal(61184)
        row = ledger.Decided(agreement.placement, datetime.date(2026, 4, 1), *prices)
        ledger.write_decided("FR-1", [row], by=None, evidence="Letter")
        assert savings_of_year(2025, by=None).avoided != before

        void_agreement(agreement, by=colleague, reason="A mistake.")

        assert savings_of_year(2025, by=None).avoided == before
        assert CostAvoidance.objects.count() == 2

    def test_of_another_site_leaves_the_place_before_and_its_agreement(
        self, officer, colleague, moved
    ):
        first = in_force_now()
        site = SchoolFactory(provider=first.school.provider)
        join(site)
        terms = terms_of(first.choice, starts_on=APRIL, school=site, ends_place_before=True)
        second = making.change_agreement(first, terms, (BASE,), by=officer)
        in_force(second, owner=moved["owner"])

        void_agreement(in_force_now(), by=colleague, reason="The child stays.")
        connection.check_constraints()

        assert in_force_now() == first
        place = Placement.objects.get(pk=first.placement_id)
        assert (place.ended_on, place.voided_at) == (first.ends_on, None)
        assert not Case.objects.get().is_open

    def test_that_gave_way_is_in_force_again(self, officer, colleague, moved):
        first = in_force_now()
        case = a_case(first.child, by=officer)
        other, owner = a_choice(by=officer, case=case)
        in_force(
            an_agreement(other, by=officer, starts_on=APRIL, ends_place_before=True), owner=owner
        )

        void_agreement(in_force_now(), by=colleague, reason="A mistake.")
        connection.check_constraints()

        assert in_force_now() == first
        assert Placement.objects.get(pk=first.placement_id).ended_on == first.ends_on
        assert list(Case.objects.open()) == [case]

    def test_does_not_bring_the_place_before_into_a_later_one(self, colleague, moved):
        later = PlacementFactory(child=moved["before"].child, starts_on=datetime.date(2032, 1, 5))

        void_agreement(in_force_now(), by=colleague, reason="A mistake.")

        moved["before"].refresh_from_db()
        assert moved["before"].ended_on == later.starts_on - datetime.timedelta(days=1)

    def test_is_voided_neither_by_who_made_it_nor_by_who_signed_it(self, officer, moved, client):
        agreement = in_force_now()
        manager = agreement.signatures.get(side="council").person
        for person in (officer, manager):
            with pytest.raises(NotAllowedNow, match="You made or signed agreement"):
                void_agreement(agreement, by=person, reason="A mistake.")
            with pytest.raises(DatabaseError), transaction.atomic(), acting_for(person):
                PlacementAgreement.objects.filter(pk=agreement.pk).update(
                    status="voided", voided_by=person, voided_at=agreement.made_at, reason="Mine"
                )
        client.force_login(moved["owner"])
        address = reverse("placements:placement_agreement_void", args=[agreement.pk])
        assert client.get(address).status_code == 403

    def test_waits_until_another_case_of_the_child_is_closed(self, officer, colleague, moved):
        case = a_case(moved["before"].child, by=officer)

        with pytest.raises(NotAllowedNow, match=f"Case {case.pk} is open"):
            void_agreement(in_force_now(), by=colleague, reason="A mistake.")

    def test_page_says_what_goes_and_the_school_no_longer_sees_the_child(
        self, colleague, moved, client
    ):
        agreement, owner = in_force_now(), moved["owner"]
        client.force_login(colleague)
        address = reverse("placements:placement_agreement_void", args=[agreement.pk])
        page = client.get(address).text
        assert f"Placement {moved['before'].reference}, which ended because of this one" in page

        answer = client.post(address, {"reason": "It is another child’s."}, follow=True)

        assert "The placement counts on no day" in answer.text
        prices = reverse("placements:placement_prices", args=[agreement.reference])
        assert "counts on no day and costs nothing" in client.get(prices).text
        assert not Child.objects.visible_to(owner).exists()
        client.force_login(owner)
        assert client.get(prices).status_code == 404

    def test_and_its_place_are_voided_together_or_not_at_all(self, colleague, moved):
        place = in_force_now().placement
        for one in (place, in_force_now()):
            with pytest.raises(DatabaseError, match="voided with its agreements"):
                alone(one, colleague)
        void_agreement(in_force_now(), by=colleague, reason="A mistake.")
        with pytest.raises(DatabaseError, match="stays as it is"), transaction.atomic():
            Placement.on_record.filter(pk=place.pk).update(voided_at=None)
        with pytest.raises(DatabaseError), transaction.atomic():
            PlacementAgreement.objects.filter(status="voided").update(status="in_force")


@transaction.atomic
def alone(record, person):
    record.void(by=person, reason="A mistake.")
    connection.check_constraints()


class TestAChoice:
    @pytest.fixture
    def chosen(self, officer):
        case = a_case(by=officer)
        school, owner = a_school_with_people(name="Elm Court")
        other = a_consultation(by=officer, case=case, school=school)
        choice, _ = a_choice(by=officer, case=case)
        return {"choice": choice, "other": other, "owner": owner, "case": case}

    def test_is_voided_and_the_schools_are_asked_on(self, officer, colleague, chosen):
        choice, case = chosen["choice"], chosen["case"]

        void_choice(choice, by=colleague, reason="Her brother is not there")

        assert Case.objects.with_status().get(pk=case.pk).status == CaseStatus.OFFER
        assert case.consultations.open().count() == 2
        assert messages(to=chosen["owner"].email, holding="open again")
        assert "brother" not in str(list(AuditEvent.objects.values()))
        a_reply(chosen["other"], by=chosen["owner"])
        join(chosen["other"].school)
        seen = choosing.digest_of_offer(chosen["other"])
        choosing.choose(chosen["other"], by=officer, seen=seen)
        said = [each.words for each in timeline_of(case.child, officer)]
        assert f"{choice.consultation.school} chosen, voided since" in said

    def test_waits_for_its_agreement_and_another_person(self, officer, colleague, chosen):
        choice = chosen["choice"]
        with pytest.raises(NotAllowedNow, match="You made this choice"):
            void_choice(choice, by=officer, reason="A mistake")
        agreement = an_agreement(choice, by=officer)
        with pytest.raises(NotAllowedNow, match="Withdraw placement agreement"):
            void_choice(choice, by=colleague, reason="A mistake")
        with pytest.raises(DatabaseError, match="before the choice"), transaction.atomic():
            write(choice, colleague)
        agreement.withdraw(by=officer, reason="Another first day.")
        with pytest.raises(DatabaseError, match="another person"), transaction.atomic():
            write(choice, officer)
        with pytest.raises(DatabaseError, match="The council voids"), transaction.atomic():
            write(choice, chosen["owner"])
        void_choice(choice, by=colleague, reason="A mistake")
        with pytest.raises(NotAllowedNow, match="voided already"):
            void_choice(choice, by=colleague, reason="A mistake")
        with pytest.raises(NotAllowedNow, match="This choice is voided"):
            an_agreement(choice, by=officer)

    def test_closes_for_good_what_no_voided_choice_closed(self, officer, chosen):
        other = chosen["other"]
        other.refresh_from_db()

        with pytest.raises(DatabaseError, match="stays as it is"), transaction.atomic():
            other.reopen(by=officer)

    def test_comes_before_a_school_that_has_signed(self, officer, colleague, moved):
        with pytest.raises(NotAllowedNow, match="Void placement agreement"):
            void_choice(moved["choice"], by=colleague, reason="A mistake")
        void_agreement(in_force_now(), by=colleague, reason="A mistake.")
        moved["choice"].refresh_from_db()

        void_choice(moved["choice"], by=colleague, reason="A mistake")

        assert Case.objects.with_status().get().status == CaseStatus.OFFER


def write(choice, person):
    with acting_for(person):
        type(choice).objects.filter(pk=choice.pk).update(
            voided_at=choice.chosen_at, voided_by=person, void_reason="x"
        )
