"""What beat does to arrangements by itself, as the role of the worker: no wall is in its way."""

from django.db import connection
from django.utils import timezone

from contracts.models import AgreementStatus, Clarification, RefusedFile, Takeover
from contracts.tasks import end_agreements, note_refused_files, reconcile
from nmiss.base.accounts.models import Role
from nmiss.base.core.ownership import as_owner
from tests.contracts.applications.test_refused_files import received_with_a_hostile_file
from tests.factories.accounts import UserFactory
from tests.factories.contracts import RoundFactory, the_dps
from tests.factories.extending import a_member as joins
from tests.factories.extending import an_option, letters_sent, prepared
from tests.factories.joining import in_force, today
from tests.factories.providers import ProviderMemberFactory
from tests.factories.takeovers import a_member, a_plan, agreed, mapped
from tests.files.checking import check_files


def test_a_new_arrangement_takes_over_on_its_day(as_web):
    with as_owner(connection):
        member = a_member()
        plan = agreed(mapped(a_plan(starts_on=timezone.localdate())))
        RoundFactory(planned=True)
        asker = ProviderMemberFactory()
        Clarification.ask(asker.provider, the_dps(), by=asker.user, question="May we?")

    reconcile()

    plan = Takeover.objects.get()
    member.refresh_from_db()
    assert (plan.status, plan.vehicle.successor) == ("done", plan.successor)
    assert member.left_on is not None
    assert Clarification.objects.get().round is None


def test_who_joins_later_is_written_to_of_an_extension(as_web):
    with as_owner(connection):
        option, _ = letters_sent(first_day=40)
        joins(option, admitted_on=timezone.localdate())

    reconcile()

    assert option.letters.count() == 2


def test_an_agreement_ends_with_its_last_school(as_web):
    with as_owner(connection):
        agreement = in_force(starts_on=today())
        agreement.memberships.update(admitted_on=today(-9), left_on=today(-2))

    end_agreements()

    agreement.refresh_from_db()
    assert agreement.status == AgreementStatus.ENDED


def test_a_file_that_was_sent_and_refused_is_noted(as_web):
    with as_owner(connection):
        received_with_a_hostile_file()
        check_files()

    note_refused_files()

    assert RefusedFile.objects.count() == 1


def test_an_option_takes_effect_on_its_first_day(as_web):
    with as_owner(connection):
        option = prepared(an_option(), UserFactory(), UserFactory(role=Role.MANAGER))

    reconcile()

    option.refresh_from_db()
    option.vehicle.refresh_from_db()
    assert (option.status, option.vehicle.ends_on) == ("in_effect", option.ends_on)
