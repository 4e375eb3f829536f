"""The rules of returns: a manager sets them from a day on, and the council reads them."""

import csv
import datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from kpis import formulae, known
from kpis.models import ReturnRules
from nmiss.base.accounts.models import Role
from nmiss.base.core.models import AuditEvent
from tests.factories.accounts import UserFactory
from tests.factories.kpis import in_force

pytestmark = pytest.mark.django_db
SENT = {
    "valid_from": "2099-01-01",
    "due_days": "8",
    "first_days": "20",
    "correct_days": "40",
    "least_days_in": "14",
    "warn_percent": "30",
    "differ_percent": "5",
    "remind_before": "3, 7",
    "remind_after": "",
    "owner_after": "4",
    "council_after": "6",
}
PAGE = "kpis:return_rules"


def test_a_manager_sets_them_from_a_day(client):
    client.force_login(UserFactory(role=Role.MANAGER))

    page = client.post(reverse(PAGE), SENT, follow=True)

    found = ReturnRules.objects.in_force(datetime.date(2099, 1, 1))
    assert [getattr(found, name) for name in ReturnRules.NUMBERS] == [
        *(8, 20, 40, 14, 30, 5),
        *([7, 3], [], 4, 6),
    ]
    assert "7 and 3 before" in page.text
    assert "They apply from 1 January 2099" in page.text
    assert AuditEvent.objects.filter(verb="set_return_rules").count() == 1


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        ({"due_days": "0"}, "due_days", "from 1 to 250"),
        ({"due_days": "ten"}, "due_days", "from 1 to 250"),
        ({"first_days": "7"}, "first_days", "must not be before the deadline"),
        ({"correct_days": "7"}, "correct_days", "must not be before the deadline"),
        ({"correct_days": "251"}, "correct_days", "from 1 to 250"),
        ({"least_days_in": "-1"}, "least_days_in", "from 0 to 120"),
        ({"warn_percent": ""}, "warn_percent", "from 1 to 1000"),
        ({"differ_percent": "101"}, "differ_percent", "from 0 to 100"),
        ({"remind_before": "ten"}, "remind_before", "such as 10, 5, 1"),
        ({"remind_before": "5, 61"}, "remind_before", "from 1 to 60"),
        ({"remind_after": "1 2 3 4 5 6 7"}, "remind_after", "at most 6"),
        ({"owner_after": "61"}, "owner_after", "from 1 to 60"),
        ({"valid_from": "2022-09-01"}, "valid_from", "today or a later day"),
    ],
)
def test_says_what_to_correct(client, wrong, field, words):
    client.force_login(UserFactory(role=Role.MANAGER))

    page = client.post(reverse(PAGE), SENT | wrong)

    assert words in str(page.context_data["form"].errors[field])
    assert not ReturnRules.objects.exists()


def test_two_rules_do_not_begin_on_one_day(client):
    client.force_login(UserFactory(role=Role.MANAGER))
    client.post(reverse(PAGE), SENT)

    page = client.post(reverse(PAGE), SENT | {"due_days": "9"})

    assert "Enter another day" in page.text
    assert ReturnRules.objects.get().due_days == 8


def test_others_read_them(client):
    ReturnRules.set_from(timezone.localdate(), by=None)
    client.force_login(UserFactory(role=Role.PLACEMENTS))

    page = client.get(reverse(PAGE))

    assert "(in force)" in page.text
    assert page.context_data["form"] is None
    assert client.post(reverse(PAGE), SENT).status_code == 403


def test_a_manager_is_told_that_nobody_is_asked_yet(client):
    client.force_login(UserFactory(role=Role.MANAGER))
    words = "Set from when schools send returns"
    assert words not in client.get(reverse("home:home")).text
    in_force()
    assert words in client.get(reverse("home:home")).text
    ReturnRules.set_from(timezone.localdate(), by=None)
    assert words not in client.get(reverse("home:home")).text


def test_the_catalogue_names_what_we_know_as_we_know_it():
    path = Path(settings.BASE_DIR, "kpis", "data", "indicators.csv")
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    named = {
        name for row in rows if row["formula"] for name in formulae.read(row["formula"]).inputs
    }
    named |= {row["cohort"] for row in rows if row["cohort"]}

    ours = {name for name in named if "placements" in name or name.startswith("ended_")}
    assert ours == {
        "placements_at_end",
        "average_placements",
        "ended_unplanned_by_school",
        "ended_unplanned_by_others",
    }
    assert ours <= known.names()
