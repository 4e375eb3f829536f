"""Deadlines: the vectors of our practice, the command that prints them and the page."""

import datetime

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from contracts.arrangements.deadlines import RULES, work_out
from nmiss.base.accounts.models import Role
from nmiss.base.core.models import NonWorkingDay
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db

# From a day: within 5, 10 and 15 working days, and 15 calendar days.
COUNTED = {
    "2025-04-14": ("2025-04-23", "2025-04-30", "2025-05-08", "2025-04-29"),
    "2025-12-22": ("2025-12-31", "2026-01-08", "2026-01-15", "2026-01-06"),
    "2026-03-27": ("2026-04-07", "2026-04-14", "2026-04-21", "2026-04-11"),
    "2026-08-21": ("2026-08-28", "2026-09-07", "2026-09-14", "2026-09-05"),
    "2026-12-18": ("2026-12-29", "2027-01-06", "2027-01-13", "2027-01-02"),
}
COUNTS = ("renewed_declaration", "assess_request", "assess_request_extended", "consultation_reply")
VECTORS = [
    *(
        (rule, day, due)
        for day, due_on in COUNTED.items()
        for rule, due in zip(COUNTS, due_on, strict=True)
    ),
    ("call_in", "2024-08-29", "2024-09-06"),
    ("call_in", "2022-12-06", "2022-12-14"),
    ("call_in", "2025-09-17", "2025-09-25"),
    ("call_in", "2025-02-14", "2025-02-24"),
    ("call_in", "2026-12-24", "2027-01-06"),  # published on Christmas Eve
    ("key_decision", "2026-09-01", "2026-09-30"),
    ("general_exception", "2026-09-01", "2026-09-07"),
    ("general_exception", "2026-09-06", "2026-09-12"),  # a Saturday stays one
    ("standstill", "2026-06-11", "2026-06-22"),
    ("standstill", "2026-06-13", "2026-06-24"),  # published on a Saturday
    ("standstill_clear", "2026-06-11", "2026-06-23"),
    ("standstill", "2024-06-11", "2024-06-20"),  # before the law was in force
    ("representations", "2026-11-16", "2026-12-01"),
]


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(("rule", "from_", "due"), VECTORS)
def test_the_command_prints_the_date_alone(capsys, rule, from_, due):
    call_command("deadline", rule, from_)

    assert capsys.readouterr().out == f"{due}\n"


def test_every_rule_has_a_vector():
    assert {rule for rule, *_ in VECTORS} == set(RULES)


@pytest.mark.parametrize("text", ["2026-02-29", "tomorrow", "26-09-01", "1989-12-31", "2100-01-01"])
def test_the_command_asks_for_a_day(text):
    with pytest.raises(CommandError, match="enter a"):
        call_command("deadline", "call_in", text)


@pytest.mark.parametrize(
    ("rule", "without", "with_closure"),
    [
        ("assess_request", "2026-06-25", "2026-06-26"),
        ("call_in", "2026-06-19", "2026-06-22"),
        ("standstill", "2026-06-22", "2026-06-22"),
        ("standstill_clear", "2026-06-23", "2026-06-24"),
        ("consultation_reply", "2026-06-26", "2026-06-26"),
    ],
)
def test_our_own_closures_are_left_out_but_of_the_statutory_standstill(rule, without, with_closure):
    assert work_out(rule, day("2026-06-11")).due_on == day(without)

    NonWorkingDay.objects.create(day=day("2026-06-15"), reason="Flood")

    assert work_out(rule, day("2026-06-11")).due_on == day(with_closure)


class TestThePage:
    def test_says_how_it_was_counted(self, client):
        NonWorkingDay.objects.create(day=day("2024-09-02"), reason="Flood")
        client.force_login(UserFactory(role=Role.OFFICER))

        page = client.get(reverse("contracts:deadline"), {"rule": "call_in", "day": "2024-08-24"})

        words = " ".join(page.content.decode().split())
        assert "4 September 2024</h2>" in words
        assert "The council’s constitution" in words
        assert "26 August 2024 (Late Summer Bank Holiday)" in words
        assert "2 September 2024 (Flood)" in words
        assert "people treat it as 27 August 2024" in words
        found = page.context_data["found"]
        assert [str(each) for each in found.counted] == [
            "2024-08-27", "2024-08-28", "2024-08-29", "2024-08-30", "2024-09-03",
        ]  # fmt: skip

    def test_asks_for_a_rule_and_a_day(self, client):
        client.force_login(UserFactory(role=Role.OFFICER))

        page = client.get(reverse("contracts:deadline"), {"rule": "none", "day": ""})

        words = page.content.decode()
        assert "Enter the day to count from" in words
        assert "choose from the list" in words

    def test_has_nothing_to_say_before_it_is_asked(self, client):
        client.force_login(UserFactory(role=Role.OFFICER))

        assert client.get(reverse("contracts:deadline")).context_data["found"] is None
