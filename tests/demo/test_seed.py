"""The demo county stands in an empty database alone."""

import pytest
from django.core.management import CommandError, call_command

from placements.models import Placement
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


class TestRefusal:
    def test_does_not_stand_beside_somebody_real(self):
        UserFactory()

        with pytest.raises(CommandError, match="empty database only"):
            call_command("seed_demo")

        assert not Placement.objects.exists()

    def test_does_not_stand_beside_real_schools(self, take_schools):
        take_schools()

        with pytest.raises(CommandError, match="empty database only"):
            call_command("seed_demo")
