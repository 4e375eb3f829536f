"""What the database itself asks of schools, tried as the role of the web."""

import contextlib

import pytest
from django.db import DatabaseError, transaction

from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from providers.models import School
from tests.factories.accounts import UserFactory
from tests.factories.providers import ProviderFactory, ProviderMemberFactory, SchoolFactory

pytestmark = pytest.mark.django_db


def test_an_officer_says_in_person_who_runs_a_school(as_web):
    with acting_for(UserFactory(role=Role.OFFICER)):
        school = SchoolFactory(provider=ProviderFactory())
    other = ProviderMemberFactory(role="owner")
    found = School.objects.filter(pk=school.pk)

    for somebody in (None, other.user, UserFactory(role=Role.PLACEMENTS)):
        acting = acting_for(somebody) if somebody else contextlib.nullcontext()
        refused = pytest.raises(DatabaseError, match="says in person who runs a school")
        with acting, refused, transaction.atomic():
            found.update(provider=other.provider)

    with acting_for(UserFactory(role=Role.OFFICER)):
        found.update(provider=other.provider)
    assert found.get().provider == other.provider
