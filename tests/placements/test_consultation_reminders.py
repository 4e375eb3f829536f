"""Schools are reminded of consultations: five days before, on the day, and after."""

import datetime

import pytest

from nmiss.base.accounts.models import Role
from nmiss.base.core import reminders
from tests.factories.accounts import UserFactory
from tests.factories.consultations import a_consultation, a_reply, a_school_with_people
from tests.factories.placements import PlacementFactory
from tests.factories.providers import ProviderMemberFactory
from tests.outbox import messages
from tests.reminding import remind_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked():
    school, owner = a_school_with_people(name="Ash Grove School")
    return a_consultation(school=school), owner


def remind(consultation, days):
    """Tick on the day that is so many after the last; return how many are told."""
    day = consultation.due_on + datetime.timedelta(days=days)
    now = datetime.datetime.combine(day, datetime.time(9), tzinfo=datetime.UTC)
    return remind_of("consultation", now)


def test_five_days_before_on_the_day_and_after_each_once(asked):
    consultation, owner = asked

    told = [days for days in range(-14, 40) if remind(consultation, days)]

    assert told == [-5, 0, 1, 5, 10]
    subjects = [each.payload["subject"] for each in messages(to=owner.email)][1:]
    number = f"consultation {consultation.pk}"
    assert subjects == [
        f"5 days left to reply: {number}",
        f"Please reply today: {number}",
        *[f"Overdue: {number}"] * 3,
    ]


def test_says_nothing_of_the_child(asked):
    consultation, owner = asked
    remind(consultation, 1)

    said = str([each.payload for each in messages(to=owner.email)])

    for secret in (consultation.case.child.reference, "AB", "trains", "ASD"):
        assert secret not in said


def test_goes_to_the_holder_and_to_all_once_the_holder_has_left(asked):
    consultation, owner = asked
    member = ProviderMemberFactory(provider=consultation.school.provider, role="editor")
    consultation.hand_on(by=owner, to=member.user)

    remind(consultation, -5)
    assert messages(to=member.user.email, subject="5 days left")
    assert not messages(to=owner.email, subject="5 days left")
    member.user.close(by=UserFactory(role=Role.ADMINISTRATOR))
    remind(consultation, 0)
    assert messages(to=owner.email, subject="Please reply today")
    assert not messages(to=member.user.email, subject="Please reply today")


def test_nobody_is_chased_for_what_is_answered_closed_or_placed(asked):
    answered, owner = asked
    closed = a_consultation(school=a_school_with_people()[0])
    placed = a_consultation(school=a_school_with_people()[0])
    a_reply(answered, by=owner)
    closed.close(by=closed.sent_by, reason="withdrawn")
    PlacementFactory(child=placed.case.child, starts_on=datetime.date.today())

    assert remind(answered, 1) == 0


def test_the_page_of_reminders_says_when():
    kind = reminders.KINDS["consultation"]

    assert kind.in_words == "5 days before, on the day, 1, 5 and 10 days after"
