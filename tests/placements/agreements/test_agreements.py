"""A placement agreement is offered, signed by both, and the place begins or changes by it."""

import datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, InternalError, connection, transaction

from contracts.models import Suspension
from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent, OutboxMessage
from placements.agreements import making, signing
from placements.agreements.models import AgreedPrice, PlacementAgreement, PlacementSignature
from placements.agreements.terms import Under, expected_end
from placements.models import Case, Charge, Placement, PriceLine
from providers.models import EstablishmentStatus, School
from tests.factories.accounts import UserFactory
from tests.factories.appeals import an_order
from tests.factories.consultations import BASE
from tests.factories.contracts import the_dps
from tests.factories.placement_agreements import (
    SOON,
    a_choice,
    an_agreement,
    in_force,
    join,
    signed,
    terms_of,
)
from tests.factories.placements import ChildFactory, PlacementFactory, a_case
from tests.factories.providers import SchoolFactory
from tests.outbox import messages

pytestmark = pytest.mark.django_db
SLT = BASE | {"kind": "therapy_slt", "unit": "hour", "amount": Decimal(80), "funder": "health"}
APRIL = datetime.date(2027, 4, 5)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def officer():
    return UserFactory(role=Role.PLACEMENTS)


@pytest.fixture
def chosen(officer):
    return a_choice(by=officer, prices=(BASE, SLT))


def costs(day):
    return sorted(Charge.objects.on(day).values_list("kind", "cost_a_year"))


class TestAPlaceBegins:
    def test_and_ends_before_plans_do(self, officer, chosen):
        choice, _ = chosen

        with pytest.raises(NotAllowedNow, match="plans end with the academic year of the 25th"):
            an_agreement(choice, by=officer, ends_on=datetime.date(2099, 12, 31))

    def test_at_no_more_than_was_offered(self, officer, chosen):
        choice, _ = chosen
        dearer = BASE | {"amount": BASE["amount"] + Decimal("3040.01")}

        with pytest.raises(NotAllowedNow, match=r"offered this place at £64,224 a year, and these"):
            an_agreement(choice, by=officer, prices=(dearer,))

        assert not PlacementAgreement.objects.exists()

    def test_once_both_have_signed(self, officer, chosen):
        choice, owner = chosen
        agreement = an_agreement(choice, by=officer, prices=(BASE, SLT))
        signed(agreement, owner=owner)
        assert not Placement.objects.exists()

        in_force_now = PlacementAgreement.objects.get()
        manager = UserFactory(role=Role.MANAGER)
        place = signing.countersign(in_force_now, by=manager, name="M", capacity="Head")

        connection.check_constraints()  # what is asked at the end of the transaction
        assert (place.reference, place.school) == (agreement.reference, agreement.school)
        assert (place.route, place.lot.number, place.imported) == ("call_off", 1, False)
        assert (place.starts_on, place.ended_on) == (SOON, datetime.date(2031, 8, 31))
        assert costs(SOON) == [("base_education", Decimal(61184)), ("therapy_slt", Decimal(3040))]
        assert not costs(SOON - DAY)
        case = Case.objects.get()
        assert (case.close_reason, case.child) == ("placed", place.child)

    def test_and_the_place_before_ends_the_day_before(self, officer):
        child = ChildFactory(identity__initials="AB")
        before = PlacementFactory(child=child)
        choice, owner = a_choice(by=officer, case=a_case(child, by=officer))
        with pytest.raises(NotAllowedNow, match="has a place at"):
            an_agreement(choice, by=officer)

        in_force(an_agreement(choice, by=officer, ends_place_before=True), owner=owner)

        before.refresh_from_db()
        assert before.ended_on == SOON - DAY
        assert child.placements.on(SOON).count() == 1

    def test_and_earlier_agreements_of_the_child_give_way(self, officer, chosen):
        choice, owner = chosen
        first = in_force(an_agreement(choice, by=officer), owner=owner)
        case = a_case(choice.case.child, by=officer)
        other, other_owner = a_choice(by=officer, case=case)
        facts = {"starts_on": APRIL, "ends_place_before": True}

        second = in_force(an_agreement(other, by=officer, **facts), owner=other_owner)

        statuses = dict(PlacementAgreement.objects.values_list("pk", "status"))
        assert statuses == {first.pk: "superseded", second.pk: "in_force"}

    def test_says_what_was_agreed_and_nothing_of_the_child_leaves(self, officer, chosen):
        choice, owner = chosen
        agreement = in_force(an_agreement(choice, by=officer), owner=owner)

        child = choice.case.child
        letters = str([each.payload for each in OutboxMessage.objects.all()])
        ledger = str(list(AuditEvent.objects.exclude(verb="open_case").values("verb", "given")))
        assert messages(to=owner.email, holding="sign it here")
        assert messages(to=owner.email, holding="Both of us have signed")
        assert child.reference not in letters + ledger
        assert agreement.document.name == f"placement-agreement-{agreement.reference}.pdf"
        assert b"".join(agreement.document.chunks()).startswith(b"%PDF")

    @pytest.mark.parametrize(
        ("born", "starts_on", "ends_on"),
        [
            (datetime.date(2015, 8, 31), datetime.date(2025, 9, 1), datetime.date(2026, 8, 31)),
            (datetime.date(2015, 9, 1), datetime.date(2025, 9, 1), datetime.date(2027, 8, 31)),
            (datetime.date(2015, 8, 31), datetime.date(2026, 9, 1), datetime.date(2031, 8, 31)),
            (datetime.date(2008, 3, 1), datetime.date(2027, 1, 4), datetime.date(2027, 8, 31)),
        ],
    )
    def test_until_the_phase_ends(self, born, starts_on, ends_on):
        cohort = born.year + (born.month >= 9)
        child = ChildFactory(identity__birth_date=born, cohort=cohort)

        assert expected_end(child, starts_on) == ends_on


class TestItIsRefused:
    def test_where_the_school_has_left_the_dps_by_then(self, officer, chosen):
        choice, _ = chosen
        choice.consultation.school.memberships.update(left_on=SOON - DAY)

        with pytest.raises(NotAllowedNow, match="not on the DPS on 4 January 2027"):
            an_agreement(choice, by=officer)

    def test_where_it_is_suspended_then(self, officer, chosen):
        choice, _ = chosen
        Suspension.objects.create(
            membership=choice.consultation.school.memberships.get(),
            starts_on=SOON - DAY,
            notice_on=SOON - DAY,
            reason="Inspection",
            suspended_by=officer,
        )

        with pytest.raises(NotAllowedNow, match="is suspended from the DPS"):
            an_agreement(choice, by=officer)

    def test_where_the_dps_has_ended(self, officer, chosen):
        the_dps(ends_on=SOON - DAY)

        with pytest.raises(NotAllowedNow, match="the DPS itself"):
            an_agreement(chosen[0], by=officer)

    def test_beyond_the_registered_number_without_a_reason(self, officer, chosen):
        choice, owner = chosen
        school = choice.consultation.school
        PlacementFactory(school=school)
        school.capacity = 1
        school.save()

        with pytest.raises(NotAllowedNow, match="registered for 1 pupils"):
            an_agreement(choice, by=officer)
        reason = {"over_number_reason": "One pupil leaves at Christmas"}
        agreement = in_force(an_agreement(choice, by=officer, **reason), owner=owner)
        assert agreement.placement.school == school

    def test_but_never_where_a_tribunal_ordered_it(self, officer):
        case = a_case(by=officer)
        an_order(case, by=officer)
        ordered = {"case": case, "directed": "tribunal", "reason": "Order"}
        choice, owner = a_choice(by=officer, member=False, **ordered)
        choice.consultation.school.capacity = 0
        choice.consultation.school.save()

        agreement = in_force(an_agreement(choice, by=officer), owner=owner)

        assert (agreement.route, agreement.lot) == ("directed", None)

    def test_where_something_changed_before_the_council_signs(self, officer, chosen):
        choice, owner = chosen
        agreement = signed(an_agreement(choice, by=officer), owner=owner)
        choice.consultation.school.memberships.update(left_on=SOON - DAY)

        with pytest.raises(NotAllowedNow, match="not on the DPS"):
            in_force_now(agreement)
        assert not Placement.objects.exists()

    def test_where_nobody_there_can_sign(self, officer, chosen):
        choice, owner = chosen
        owner.is_active = False
        owner.save()

        with pytest.raises(NotAllowedNow, match="No owner of"):
            an_agreement(choice, by=officer)

    def test_where_the_school_has_closed(self, officer, chosen):
        choice, _ = chosen
        School.objects.update(status=EstablishmentStatus.CLOSED)
        choice.consultation.school.refresh_from_db()

        with pytest.raises(NotAllowedNow, match="is closed"):
            an_agreement(choice, by=officer)

    def test_a_second_time(self, officer, chosen):
        choice, _ = chosen
        an_agreement(choice, by=officer)

        with pytest.raises(NotAllowedNow, match="has been made"):
            an_agreement(choice, by=officer)

    def test_by_who_may_not_sign(self, officer, chosen):
        choice, owner = chosen
        agreement = an_agreement(choice, by=officer)
        _, stranger = a_choice(by=officer)

        with pytest.raises(NotAllowedNow, match="Only an owner"):
            agreement.sign(by=stranger, name="S", capacity="Owner")
        with pytest.raises(NotAllowedNow, match="The provider signs first"):
            in_force_now(agreement)
        signed(agreement, owner=owner)
        with pytest.raises(NotAllowedNow, match="officers and managers"):
            in_force_now(agreement, by=officer)


def in_force_now(agreement, by=None):
    by = by or UserFactory(role=Role.MANAGER)
    return signing.countersign(agreement, by=by, name="M", capacity="Head")


class TestAChange:
    @pytest.fixture
    def agreement(self, officer, chosen):
        choice, owner = chosen
        return in_force(an_agreement(choice, by=officer, prices=(BASE, SLT)), owner=owner)

    def change(self, agreement, officer, owner, prices=(BASE, SLT), **facts):
        terms = terms_of(agreement.choice, **{"starts_on": APRIL} | facts)
        version = making.change_agreement(agreement, terms, prices, by=officer)
        return in_force(version, owner=owner)

    def test_of_a_price_ends_its_line_and_keeps_the_others(self, officer, chosen, agreement):
        prices = (BASE | {"amount": Decimal(63000)}, SLT)

        second = self.change(agreement, officer, chosen[1], prices)

        assert second.placement == agreement.placement
        assert costs(APRIL - DAY)[0] == ("base_education", Decimal(61184))
        assert costs(APRIL) == [("base_education", Decimal(63000)), ("therapy_slt", Decimal(3040))]
        assert agreement.placement.price_lines.filter(kind="therapy_slt").count() == 1

    def test_that_costs_more_takes_a_manager(self, officer, chosen, agreement):
        terms, one = terms_of(agreement.choice, starts_on=APRIL), UserFactory(role=Role.OFFICER)
        dearer = BASE | {"amount": BASE["amount"] + 1}
        version = making.change_agreement(agreement, terms, (dearer, SLT), by=officer)
        signed(version, owner=chosen[1])

        with pytest.raises(NotAllowedNow, match="A manager signs an agreement that costs more"):
            in_force_now(version, by=one)
        for who, side, says in (
            (one, "council", "manager signs a placement agreement that costs more"),
            (officer, "council", "Each side signs"),
            (UserFactory(role=Role.PROVIDER), "provider", "Each side signs"),
        ):
            with pytest.raises(InternalError, match=says), transaction.atomic(), acting_for(who):
                PlacementSignature.objects.create(
                    agreement=version, side=side, person=who, name="x", digest=version.digest
                )
        in_force_now(version)
        same = making.change_agreement(version, terms, (dearer, SLT), by=officer)
        in_force(same, owner=chosen[1], by=one)

    def test_may_leave_a_price_out_and_end_sooner(self, officer, chosen, agreement):
        last = datetime.date(2027, 7, 20)

        second = self.change(agreement, officer, chosen[1], (BASE,), ends_on=last)

        assert costs(APRIL) == [("base_education", Decimal(61184))]
        second.placement.refresh_from_db()
        assert second.placement.ended_on == last

    def test_of_what_is_not_in_force_is_refused(self, officer, chosen):
        choice, _ = chosen
        offered = an_agreement(choice, by=officer)
        offered.withdraw(by=officer, reason="Another first day.")

        with pytest.raises(NotAllowedNow, match="is not in force"):
            making.change_agreement(offered, terms_of(choice), (BASE,), by=officer)

    def test_takes_the_place_of_a_price_that_would_begin_later(self, officer, chosen, agreement):
        _, owner = chosen
        line = PriceLine.objects.get(kind="base_education")
        later = line.change(by=officer, from_on=APRIL + DAY, amount=Decimal(70_000), quantity=1)

        self.change(agreement, officer, owner)

        later.refresh_from_db()
        assert later.is_voided
        assert costs(APRIL + DAY) == costs(SOON)

    def test_moves_to_another_site_of_the_provider(self, officer, chosen, agreement):
        site = SchoolFactory(provider=agreement.school.provider)
        join(site)

        second = self.change(agreement, officer, chosen[1], school=site, ends_place_before=True)

        first_place = Placement.objects.get(pk=agreement.placement_id)
        assert first_place.ended_on == APRIL - DAY
        assert (second.placement.school, second.placement.starts_on) == (site, APRIL)
        connection.check_constraints()

    def test_never_to_a_school_of_another_provider(self, officer, chosen, agreement):
        other = a_choice(by=officer)[0].consultation.school
        facts = {"school": other, "ends_place_before": True}

        with pytest.raises(InternalError, match="site of its provider"):
            self.change(agreement, officer, chosen[1], **facts)


class TestTheDatabase:
    def test_takes_no_place_without_an_agreement(self):
        PlacementFactory(imported=False)

        with pytest.raises(InternalError, match="both sides"):
            connection.check_constraints()

    def test_has_nothing_in_force_without_both_signatures(self, officer, chosen):
        choice, owner = chosen
        agreement = signed(an_agreement(choice, by=officer), owner=owner)

        with pytest.raises(InternalError, match="Both sides sign"), transaction.atomic():
            PlacementAgreement.objects.filter(pk=agreement.pk).update(status="in_force")

    def test_asks_for_the_dps_and_the_number_itself(self, officer, chosen, monkeypatch):
        choice, owner = chosen
        agreement = signed(an_agreement(choice, by=officer), owner=owner)
        under = Under(agreement.route, agreement.lot)
        monkeypatch.setattr(signing, "may_begin", lambda *_: (under, None))
        school = choice.consultation.school

        school.capacity = 0
        school.save()
        with pytest.raises(InternalError, match="registered number"), transaction.atomic():
            in_force_now(agreement)
        school.memberships.update(left_on=SOON - DAY)
        with pytest.raises(InternalError, match="member of the DPS"), transaction.atomic():
            in_force_now(agreement)

    @pytest.mark.parametrize(
        "facts",
        [
            {"starts_on": APRIL},
            {"digest": "0" * 64},
            {"over_number_reason": "Because"},
            {"notice_weeks": 1},
        ],
    )
    def test_keeps_a_version_as_it_was_offered(self, officer, chosen, facts):
        agreement = an_agreement(chosen[0], by=officer)

        with pytest.raises(InternalError), transaction.atomic():
            PlacementAgreement.objects.filter(pk=agreement.pk).update(**facts)

    def test_takes_no_price_and_no_signature_afterwards(self, officer, chosen):
        choice, owner = chosen
        agreement = in_force(an_agreement(choice, by=officer), owner=owner)

        with pytest.raises(InternalError, match="before it is signed"), transaction.atomic():
            AgreedPrice.of(agreement, **SLT).save(force_insert=True)
        with acting_for(owner), pytest.raises((InternalError, IntegrityError)):
            PlacementSignature.objects.create(
                agreement=agreement,
                side="council",
                person=owner,
                name="O",
                capacity="Owner",
                digest=agreement.digest,
            )
