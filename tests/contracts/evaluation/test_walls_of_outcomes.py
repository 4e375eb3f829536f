"""Sealed bids and their results, against SQL of the web's role: who ends one, and who awards."""

import contextlib

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from contracts.models import Application, LotOutcome
from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.ownership import as_owner
from tests.factories.accounts import UserFactory
from tests.factories.contracts import received
from tests.factories.evaluating import recommended
from tests.factories.joining import decided
from tests.factories.providers import ProviderMemberFactory

pytestmark = pytest.mark.django_db


def refused(words, somebody, write):
    acting = acting_for(somebody) if somebody else contextlib.nullcontext()
    with acting, pytest.raises(DatabaseError, match=words), transaction.atomic():
        write()


def test_the_applicant_alone_withdraws_an_application(as_web):
    application = received()
    found = Application.objects.filter(pk=application.pk)
    gone = {"status": "withdrawn", "withdrawn_at": timezone.now()}

    for somebody in (None, UserFactory(role=Role.OFFICER), ProviderMemberFactory().user):
        refused("applicant alone withdraws", somebody, lambda: found.update(**gone))

    with acting_for(application.started_by):
        assert found.update(**gone) == 1


def test_an_outcome_stays_as_it_was_recommended(as_web):
    with as_owner(connection):
        application, officer = recommended(), UserFactory(role=Role.OFFICER)
    outcomes = LotOutcome.objects.filter(application=application)

    for somebody in (None, officer):
        refused("is not changed", somebody, lambda: outcomes.update(total=99))
    refused("recommended in person", None, lambda: outcomes._raw_delete(outcomes.db))
    with acting_for(officer):
        assert outcomes._raw_delete(outcomes.db)


def test_an_outcome_that_was_approved_stands(as_web):
    with as_owner(connection):
        application, officer = decided(), UserFactory(role=Role.OFFICER)
    outcomes = LotOutcome.objects.filter(application=application)

    refused("that was approved stands", officer, lambda: outcomes._raw_delete(outcomes.db))
