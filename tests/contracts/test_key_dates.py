"""The key dates that each room brings: of what, to whom, and no more once it is done."""

import datetime

import pytest
from django.utils import timezone
from zeal import zeal_context

from contracts.applications import asking
from contracts.applications.clocks import decide_by
from contracts.membership.models.assurance import QUARTER
from contracts.models import DebarmentCheck, DeclarationRenewal, Membership, Vehicle
from nmiss.base.accounts.key_dates import dates_of
from nmiss.base.accounts.models import Role
from placements.models import Placement
from providers.models import Provider, School
from tests.factories.accounts import UserFactory
from tests.factories.contracts import opened, received, the_dps
from tests.factories.evaluating import assigned, score_all
from tests.factories.joining import member, today
from tests.factories.providers import ProviderMemberFactory

pytestmark = pytest.mark.django_db
ROLES = [*Role.of_the_council()]


def of(person, kind):
    found = dates_of(person, today(-400), today(400), today=today())
    return [(each.on, each.subject, each.who) for each in found if each.kind == kind]


def who_sees(kind, provider=None):
    """The roles that are shown a kind of date, and whether its provider's people and others are."""
    seen = {role.value for role in ROLES if of(UserFactory(role=role), kind)}
    if provider and of(ProviderMemberFactory(provider=provider).user, kind):
        seen.add("own")
    if of(ProviderMemberFactory().user, kind):
        seen.add("stranger")
    return seen


COMMISSIONING = {"officer", "manager"}
CASES = COMMISSIONING | {"placements", "finance", "auditor"}


def test_an_application_is_to_be_decided_until_it_is():
    application = received()
    kind = "Application to decide"
    subject = f"{application.reference} of {application.provider}"

    assert of(None, kind) == [(decide_by(application), subject, "Commissioning team")]
    assert who_sees(kind, application.provider) == COMMISSIONING | {"auditor"}

    application.withdraw(by=application.started_by)

    assert of(None, kind) == []


def test_evidence_is_due_until_it_is_answered():
    application = opened()
    officer = application.openings.first().officer
    asked = asking.ask_for_evidence(application, by=officer, question="?", working_days=5)
    subject = f"Application {application.reference}"

    assert of(None, "Evidence due") == [(asked.due_on, subject, str(application.provider))]
    seen = who_sees("Evidence due", application.provider)
    assert seen == COMMISSIONING | {"auditor", "own"}

    asked.reply(by=application.started_by, answer="Here.")

    assert of(None, "Evidence due") == []


def test_scores_are_their_evaluators_alone():
    application = assigned()
    ada, bea = {each.evaluator for each in application.assignments.all()}
    count = f"{application.assignments.filter(evaluator=ada).count()} questions"

    assert {who for _, _, who in of(None, "Scores due")} == {str(ada), str(bea)}
    assert of(ada, "Scores due") == [(decide_by(application), count, str(ada))]
    assert who_sees("Scores due") == set()

    score_all(application)

    assert of(None, "Scores due") == []


def test_scores_of_several_applications_are_read_at_once():
    for _ in range(3):
        assigned()

    with zeal_context():
        assert len(of(None, "Scores due")) > 2


def test_a_declaration_is_due_until_it_is_renewed():
    membership = member()
    officer = UserFactory(role=Role.OFFICER)
    asked = DeclarationRenewal.ask(membership.provider, membership.lot.vehicle, by=officer)
    kind = "Self-declaration due"

    assert of(None, kind) == [(asked.due_on, str(asked.vehicle), str(asked.provider))]
    assert who_sees(kind, membership.provider) == CASES | {"own"}

    asked.renew(by=membership.provider.owners().first().user, has_changed=False)

    assert of(None, kind) == []


def test_a_member_is_checked_against_debarment_a_quarter_after_the_last_check():
    provider = member().provider
    DebarmentCheck.objects.all().delete()
    kind = "Debarment check due"
    assert of(None, kind) == []

    DebarmentCheck.record(
        provider, by=UserFactory(role=Role.OFFICER), list_on=today(), result="clear"
    )

    assert of(None, kind) == [(today() + QUARTER, str(provider), "Commissioning team")]
    assert who_sees(kind, provider) == COMMISSIONING | {"auditor"}


def test_a_membership_ends_where_somebody_ended_it():
    membership = member()
    assert of(None, "Membership ends") == []

    membership.remove(by=UserFactory(role=Role.MANAGER), last_on=today(30), reason="Closed.")

    ((on, subject, _),) = of(None, "Membership ends")
    assert on == today(30)
    assert subject == f"{membership.school}, {membership.lot} of {membership.lot.vehicle}"
    assert who_sees("Membership ends", membership.provider) == CASES | {"own"}


def test_a_placement_ends_and_a_school_closes(take_schools, take_members, take_placements):
    take_schools()
    take_members()
    take_placements()
    provider = Provider.objects.get()
    assert of(None, "Placement ends") == of(None, "School closes") == []

    Placement.objects.update(starts_on=today(-50), ended_on=today(20), end_reason="other")
    School.objects.update(closed_on=today(30))

    placement = Placement.objects.select_related("child", "school").get()
    words = f"{placement.child.reference} at {placement.school}"
    assert of(None, "Placement ends") == [(today(20), words, "Placement team")]
    assert of(None, "School closes") == [(today(30), str(placement.school), "Placement team")]
    cases = COMMISSIONING | {"placements", "auditor"}
    assert who_sees("Placement ends", provider) == cases | {"own"}
    assert who_sees("School closes", provider) == cases


def test_the_end_of_a_term_is_everybodys():
    dps = Vehicle.objects.get(pk=the_dps(today(200)).pk)

    for role in (*Role.with_cases(), Role.PROVIDER):
        (date,) = dates_of(UserFactory(role=role), dps.ends_on, dps.ends_on, today=today())
        assert (date.kind, date.subject) == ("Arrangement ends", str(dps))
        assert date.who == "Commissioning team"
    assert (
        dates_of(UserFactory(role="administrator"), dps.ends_on, dps.ends_on, today=today()) == []
    )


def test_many_are_found_in_as_many_queries_as_few(django_assert_max_num_queries):
    for _ in range(3):
        membership = member()
        DeclarationRenewal.ask(
            membership.provider, membership.lot.vehicle, by=UserFactory(role=Role.OFFICER)
        )
        application = opened()
        officer = application.openings.first().officer
        asking.ask_for_evidence(application, by=officer, question="?", working_days=5)
        membership.remove(by=UserFactory(role=Role.MANAGER), last_on=today(30), reason="Closed.")
    assert Membership.objects.count() == 3

    with django_assert_max_num_queries(46):
        dates = dates_of(None, today(), today(100), today=timezone.localdate())

    assert len(dates) >= 9
    assert all(isinstance(each.on, datetime.date) for each in dates)
