import datetime
import sys

import pytest
from django.core.management import CommandError, call_command

from nmiss.accounts.models import Role, User
from nmiss.demo import seed
from placements.models import Placement
from placements.reports import Window, demand_profile, dps_status
from providers.models import ProviderMember
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def _demo(db):
    seed.seed(scale=1, password="a password for the demo", tell=sys.stderr.write)


@pytest.mark.usefixtures("_demo")
class TestSeed:
    def test_has_the_table_of_the_paper(self):
        window = Window(datetime.date(2024, 4, 1), datetime.date(2024, 11, 30), 2024)

        report = dps_status(window, by=None)

        assert [(row.schools, row.out_of_area, row.placements) for row in report] == [
            (26, 5, 1159),
            (98, 48, 910),
            (124, 53, 2069),
        ]
        assert [f"{row.spend / 1_000_000:.2f}" for row in report] == ["46.76", "39.99", "86.75"]
        assert [f"{row.average_cost / 1000:.2f}" for row in report] == ["40.34", "43.95", "41.93"]

    def test_has_the_snapshot_of_the_paper(self):
        report = demand_profile(datetime.date(2024, 1, 18), by=None)

        assert (report.total.children, report.schools.children) == (1839, 120)
        assert [(share.value, round(share.percent)) for share in report.needs[:3]] == [
            ("ASD", 45),
            ("SEMH", 33),
            ("SLCN", 11),
        ]
        assert {share.value: round(share.percent) for share in report.phases}["secondary"] == 75
        assert report.peak_year.value == "10"

    def test_has_somebody_in_each_role(self):
        people = User.objects.filter(is_active=True)

        assert {person.role for person in people} == set(Role)
        assert set(ProviderMember.objects.values_list("role", flat=True)) == {
            "owner",
            "editor",
            "viewer",
        }

    def test_does_nothing_the_second_time(self):
        call_command("seed_demo")

        assert Placement.objects.count() == 3232


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
