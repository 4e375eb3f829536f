"""How long a return takes: from the first save to the certificate, at work, and by sections."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from kpis import certifying
from kpis.filling import filling_of
from kpis.models import ReturnVersion
from kpis.reports import durations
from kpis.reports.durations import in_words, usual_time
from nmiss.base.accounts.models import Role
from tests.factories.accounts import UserFactory
from tests.factories.kpis import asked_for, in_force, people_of, ready

MINUTES = datetime.timedelta(minutes=1)
AT = datetime.datetime(2025, 1, 10, 9, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        *[(0, "1 minute"), (1.4, "1 minute"), (119, "119 minutes"), (120, "2 hours")],
        *[(2879, "48 hours"), (2880, "2 days"), (9 * 1440, "9 days")],
    ],
)
def test_is_said_in_the_unit_that_people_use(minutes, words):
    assert in_words(minutes * MINUTES) == words


def test_a_gap_of_over_an_hour_is_a_break():
    saves = [(AT, ""), (AT, "K01"), (AT + 10 * MINUTES, "K02")]
    saves += [(AT + 30 * MINUTES, "K01"), (AT + 91 * MINUTES, "K03")]

    assert durations._work_of(saves) == {
        "K01": 20 * MINUTES,
        "K02": 10 * MINUTES,
        "K03": 0 * MINUTES,
    }


@pytest.mark.django_db
def test_schools_read_the_median_of_five_before_they_begin(client):
    in_force()
    for number, hours in enumerate((1, 50, 3, 4, 2), start=1):
        found = asked_for()
        editor, owner = people_of(found)
        ready(found, editor, attended=93, possible=100)
        begun_at = timezone.now() - hours * 60 * MINUTES
        ReturnVersion.objects.filter(kpi_return=found).update(begun_at=begun_at)
        certifying.certify(found, by=owner, seen=filling_of(found).digest)
        if number == durations.FEWEST - 1:
            assert usual_time("quarter") is None

    words = "For 2024-Q4, schools took 3 hours from the first save to the certificate"
    later = asked_for("2025-Q1", found.school)
    for person, page in (
        (editor, reverse("kpis:return_detail", args=[later.pk])),
        (UserFactory(role=Role.OFFICER), reverse("kpis:return_rules")),
    ):
        client.force_login(person)
        text = client.get(page).text
        assert words in text
        assert "(median of 5 schools)" in text
    client.force_login(editor)
    page = client.get(reverse("kpis:return_detail", args=[found.pk])).text
    assert "median of" not in page
