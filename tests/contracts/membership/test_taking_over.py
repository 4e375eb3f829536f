"""A new arrangement takes over: every membership once, by two officers, on the day or later."""

import datetime

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from contracts.membership import signing, taking_over
from contracts.membership.signals import taken_over
from contracts.models import Clarification, Membership, MembershipMapping, Takeover
from contracts.tasks import reconcile
from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import OutboxMessage
from nmiss.base.core.ownership import as_owner
from tests.factories.accounts import UserFactory
from tests.factories.contracts import RoundFactory, the_dps
from tests.factories.providers import ProviderMemberFactory
from tests.factories.takeovers import (
    JOINED,
    REASON,
    a_framework,
    a_member,
    a_plan,
    agreed,
    mapped,
    proposed,
)

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def today():
    return timezone.localdate()


def way_of(member, way, number=None):
    return {member.school.name.replace(" ", "_"): (way, number)}


def after(member):
    """What a membership is in the new arrangement."""
    return Membership.objects.get(came_from__membership=member)


class TestPlan:
    def test_has_a_row_for_each_membership_that_would_go_on(self, today):
        stays = a_member()
        a_member(left_on=today - DAY)
        a_member(admitted_on=today)

        plan = a_plan()

        (row,) = taking_over.rows_that_count(plan)
        assert (row.membership, row.way) == (stays, "")

    def test_takes_who_has_joined_the_new_arrangement_to_re_sign(self, today):
        framework, old = a_framework(), a_member()
        new_lot = framework.lots.get(number=2)
        facts = {"school": old.school, "provider": old.provider}
        Membership.objects.create(lot=new_lot, admitted_on=today, **facts)

        plan = a_plan(successor=framework)

        (row,) = taking_over.rows_that_count(plan)
        assert (row.way, row.lot) == ("re_signed", new_lot)

    @pytest.mark.parametrize(
        ("term", "first", "words"),
        [
            ({}, 8, "is not open on"),
            ({"initial_ends_on": 1}, -2, "is not open on"),
        ],
    )
    def test_is_refused_where_the_new_arrangement_is_not_open(self, today, term, first, words):
        term = {name: today - days * DAY for name, days in term.items()}
        successor = a_framework(starts_on=today + first * DAY if first > 0 else None, **term)

        with pytest.raises(NotAllowedNow, match=words):
            a_plan(successor=successor)

        assert not Takeover.objects.exists()

    def test_is_refused_where_the_old_one_ends_before(self, today):
        the_dps(ends_on=today - 2 * DAY)

        with pytest.raises(NotAllowedNow, match="is not in force on"):
            a_plan()

    def test_is_one_at_a_time(self):
        plan = a_plan()

        with pytest.raises(NotAllowedNow, match="is planned already"):
            a_plan(successor=plan.successor)


class TestProposal:
    def test_is_refused_until_the_counts_add_up(self):
        first, second = a_member(), a_member()
        plan = mapped(a_plan(), **way_of(second, ""))

        with pytest.raises(NotAllowedNow, match=f"{second.school} is not mapped"):
            proposed(plan)

        assert taking_over.counts(taking_over.rows_that_count(plan)).add_up is False
        mapped(plan, **way_of(first, "left"))
        found = taking_over.counts(taking_over.rows_that_count(plan))
        assert (found.total, found.carried, found.left) == (2, 1, 1)
        assert proposed(plan).data.total == 2

    def test_is_refused_where_a_school_would_be_in_a_lot_twice(self):
        one = a_member(number=1)
        a_member(number=2, school=one.school, provider=one.provider)
        plan = mapped(a_plan())

        with pytest.raises(NotAllowedNow, match="carried into a lot twice"):
            proposed(plan)

    def test_is_agreed_by_another_officer(self):
        a_member()
        plan = mapped(a_plan())
        proposal = proposed(plan)

        with pytest.raises(NotAllowedNow, match="Another person must agree"):
            proposal.agree(by=plan.planned_by, seen=proposal.digest)
        with pytest.raises(DatabaseError, match="another agrees"), transaction.atomic():
            Takeover.objects.filter(pk=plan.pk).update(status="agreed", proposal=proposal)

        proposal.agree(by=UserFactory(role=Role.OFFICER), seen=proposal.digest)
        plan.refresh_from_db()
        assert plan.status == "agreed"

    def test_falls_with_a_plan_that_was_changed_since(self):
        member = a_member()
        plan = mapped(a_plan())
        proposal = proposed(plan)
        mapped(plan, **way_of(member, "left"))

        with pytest.raises(NotAllowedNow, match="changed after it was proposed"):
            proposal.agree(by=UserFactory(role=Role.OFFICER), seen=proposal.digest)

    def test_fixes_what_was_agreed(self):
        a_member()
        plan = agreed(mapped(a_plan()))

        with pytest.raises(NotAllowedNow, match="no draft any more"):
            mapped(plan)
        with pytest.raises(DatabaseError, match="not changed"), transaction.atomic():
            MembershipMapping.objects.update(way="left", lot=None)


class TestTheDay:
    def test_carries_re_signs_and_lets_go(self, today):
        carried, to_sign, gone = (a_member() for _ in range(3))
        suspended = carried.suspensions.create(
            **{"starts_on": today - DAY, "notice_on": today - DAY, "reason": "A visit"},
            suspended_by=UserFactory(),
        )
        ways = way_of(to_sign, "re_signed", 2) | way_of(gone, "left")
        plan = agreed(mapped(a_plan(), **ways))
        OutboxMessage.objects.all().delete()

        reconcile()

        plan.refresh_from_db()
        for each in (carried, to_sign, gone):
            each.refresh_from_db()
        assert plan.status == "done"
        assert [carried.left_on, gone.left_on] == [today - DAY] * 2
        assert to_sign.left_on is None  # old terms stand until it is re-signed
        new = after(carried)
        assert (new.lot.vehicle, new.lot.number) == (plan.successor, 1)
        assert (new.admitted_on, new.agreement) == (today, carried.agreement)
        assert new.suspensions.get().reason == suspended.reason
        letters = [row for row in OutboxMessage.objects.all() if "takes over" in str(row.payload)]
        assert len(letters) == 3

    def test_does_each_thing_once_however_late(self, today):
        a_member()
        plan = agreed(mapped(a_plan(starts_on=today - 5 * DAY)))

        for _ in range(3):
            reconcile()

        old, new = Membership.objects.order_by("pk")
        assert (old.left_on, new.admitted_on) == (today - 6 * DAY, today - 5 * DAY)
        assert after(old) == new
        assert Takeover.objects.done().get() == plan

    def test_waits_for_its_day(self, today):
        member = a_member()
        plan = agreed(mapped(a_plan(starts_on=today + DAY)))

        reconcile()

        member.refresh_from_db()
        plan.refresh_from_db()
        assert (plan.status, member.left_on) == ("agreed", None)
        with pytest.raises(DatabaseError, match="on its day or later"), transaction.atomic():
            Takeover.objects.update(status="done")

    def test_does_nothing_where_the_counts_no_longer_add_up(self):
        first = a_member()
        plan = agreed(mapped(a_plan()))
        late = a_member()

        reconcile()

        plan.refresh_from_db()
        first.refresh_from_db()
        assert (plan.status, first.left_on) == ("agreed", None)
        assert str(late.school) in taking_over.missing(plan)[0]

    def test_the_database_takes_none_with_a_membership_left_out(self):
        a_member()
        plan = agreed(mapped(a_plan()))
        a_member()

        with pytest.raises(DatabaseError, match="every membership mapped"), transaction.atomic():
            _finish_at_once(plan)

    def test_ends_the_old_terms_once_the_new_are_signed(self, today):
        member = a_member()
        plan = agreed(mapped(a_plan(starts_on=today - 5 * DAY), **way_of(member, "re_signed", 2)))
        reconcile()
        facts = {"school": member.school, "provider": member.provider, "admitted_on": today}
        new = Membership.objects.create(lot=plan.successor.lots.get(number=2), **facts)

        reconcile()
        reconcile()

        member.refresh_from_db()
        assert (after(member), member.left_on) == (new, today - DAY)

    def test_drops_planned_rounds_and_leaves_the_open_one(self, today):
        across = RoundFactory(number=1)
        RoundFactory(number=2, planned=True)
        agreed(mapped(a_plan()))

        reconcile()

        assert list(the_dps().rounds.values_list("pk", flat=True)) == [across.pk]
        reconcile()
        assert the_dps().rounds.count() == 1

    def test_keeps_what_was_asked_about_a_round_that_is_not_held(self, today):
        asker = ProviderMemberFactory()
        RoundFactory(planned=True)
        question = Clarification.ask(asker.provider, the_dps(), by=asker.user, question="May we?")
        assert question.round is not None
        plan = agreed(mapped(a_plan()))

        reconcile()

        question.refresh_from_db()
        assert (question.vehicle, question.round) == (plan.vehicle, None)
        assert not the_dps().rounds.exists()
        plan.refresh_from_db()
        assert plan.status == "done"

    def test_goes_on_where_another_takeover_breaks(self, today, caplog):
        broken = agreed(mapped(a_plan()))
        other = a_framework(name="Another Framework")
        officer = UserFactory(role=Role.OFFICER)
        successor = broken.successor
        whole = agreed(
            mapped(taking_over.plan(other, by=officer, successor=successor, starts_on=today))
        )

        def breaks(sender, **_):
            if sender == broken:
                raise RuntimeError("It breaks.")

        taken_over.connect(breaks)
        try:
            reconcile()
        finally:
            taken_over.disconnect(breaks)

        broken.refresh_from_db()
        whole.refresh_from_db()
        assert (broken.status, whole.status) == ("agreed", "done")
        assert f"Takeover {broken.pk} could not be done" in caplog.text


def _finish_at_once(plan):
    """By SQL, and not by its verb; what is asked at the end of a transaction is asked now."""
    Takeover.objects.filter(pk=plan.pk).update(status="done")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class TestOldTerms:
    def test_give_way_to_an_agreement_in_the_new_lot(self, today):
        member = a_member()
        plan = agreed(mapped(a_plan(starts_on=today - 5 * DAY)))
        reconcile()
        carried = after(member)
        there = carried.lot.memberships.filter(school=member.school)

        class Agreed:
            lot, provider, pk = carried.lot, member.provider, None

        signing._end_old_terms(member.school, Agreed, starts_on=today)

        carried.refresh_from_db()
        assert carried.left_on == today - DAY
        assert there.on_old_terms().count() == 1
        assert plan.successor == carried.lot.vehicle


def test_nobody_plans_in_another_s_name(as_web):
    with as_owner(connection):
        plan = a_plan()
        another = UserFactory()

    with (
        pytest.raises(DatabaseError, match="in person"),
        acting_for(another),
        transaction.atomic(),
    ):
        Takeover.objects.create(
            vehicle=plan.successor,
            successor=plan.vehicle,
            starts_on=JOINED,
            planned_by=plan.planned_by,
        )


def test_a_plan_is_withdrawn_with_its_reason():
    plan = a_plan()

    plan.withdraw(by=plan.planned_by, reason=REASON)

    assert plan.status == "withdrawn"
    assert a_plan(successor=plan.successor).status == "draft"
