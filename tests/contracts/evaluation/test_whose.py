"""Whose an application is: what its owner is to do, and for whom a deputy of theirs decides."""

import datetime

import pytest
from django.utils import timezone

from contracts.applications import asking
from contracts.applications.home import of_commissioning
from contracts.evaluation.home import tasks_of_evaluating
from contracts.models import Finding, FindingKind
from nmiss.base.accounts import handing_over
from nmiss.base.accounts.landing import read
from nmiss.base.accounts.models import Role
from nmiss.base.core.models import AuditEvent
from tests.factories.accounts import UserFactory
from tests.factories.contracts import opened
from tests.factories.evaluating import an_evaluator, approve, diligent, recommend
from tests.factories.proposals import a_deputy

pytestmark = pytest.mark.django_db


def to_do(person):
    return [task.about for task in read(tasks_of_evaluating(person, timezone.localdate()))]


def hand_over(application, *, to):
    handing_over.hand_over(application, to=to, by=to, reason="I know the provider.")


def check(application, kind=None, *, by):
    kind = kind or FindingKind.before_scoring()[0]
    Finding.make(application, kind, by=by, passed=True, reason="I looked at it again.")


def details_of(verb):
    return AuditEvent.objects.filter(verb=verb).newest_first()[0].details


class TestAManager:
    def test_is_to_do_what_is_theirs_and_has_no_other_part(self):
        application, manager = opened(), UserFactory(role=Role.MANAGER)
        opened()
        assert to_do(manager) == []

        hand_over(application, to=manager)

        assert set(to_do(manager)) == {application}

    def test_is_to_do_what_is_theirs_for_whom_they_stand_in(self):
        application, owner = opened(), UserFactory(role=Role.MANAGER)
        hand_over(application, to=owner)
        deputy = a_deputy(of=owner).deputy
        later = a_deputy(of=owner, days=(10, 12)).deputy

        assert set(to_do(deputy)) == {application}
        assert to_do(later) == []


class TestWhatIsAskedOfAnApplicant:
    def test_is_the_owner_s_to_see_to(self):
        application = opened()
        officer = an_evaluator(application)
        asking.ask_for_evidence(application, by=officer, question="Papers?", working_days=5)

        late = read(of_commissioning(officer, timezone.localdate() + datetime.timedelta(days=30)))

        assert [task.about for task in late] == [application]


class TestADeputy:
    def test_decides_in_the_place_of_who_is_away(self):
        application = opened()
        owner, deputy = an_evaluator(application), an_evaluator(application)
        hand_over(application, to=owner)
        a_deputy(of=owner, deputy=deputy)

        check(application, by=deputy)

        assert "In the place of: " + owner.name in details_of("check")

    def test_decides_for_nobody_else(self):
        application = opened()
        owner, other = an_evaluator(application), an_evaluator(application)
        hand_over(application, to=owner)
        a_deputy(of=owner)

        check(application, by=other)

        assert not any("In the place of" in each for each in details_of("check"))

    @pytest.mark.parametrize("took_part", [False, True])
    def test_approves_only_what_the_owner_could_have_approved(self, took_part):
        application = diligent()
        owner = an_evaluator(application, role=Role.MANAGER)
        deputy = an_evaluator(application, role=Role.MANAGER)
        if took_part:
            check(application, FindingKind.due_diligence()[0], by=owner)
        officer = application.openings.first().officer
        recommend(application, by=officer)
        hand_over(application, to=owner)
        a_deputy(of=owner, deputy=deputy)

        approve(application, by=deputy)

        marked = any("In the place of" in each for each in details_of("approve"))
        assert marked is not took_part
