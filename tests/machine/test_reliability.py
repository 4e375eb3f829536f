import dataclasses

import pytest

from nmiss.machine.reliability import Situation, Trial, with_section
from nmiss.machine.reliability_reminders import judge


def outcome(*answers, allowed=frozenset({200, 503})):
    def nothing():
        pass

    situation = Situation("It rains", "every page", nothing, nothing, nothing, allowed)
    return Trial(situation, list(answers))


class TestOutcome:
    def test_is_kept_when_every_answer_was_promised(self):
        kept = outcome(["GET", 200, 12.0, None], ["GET", 503, 30.0, "5"])

        assert kept.kept
        assert kept.line.startswith("| It rains | every page | 1 × 200, 1 × 503 | 21 ms | 30 ms |")

    def test_is_broken_by_a_500_or_no_answer(self):
        assert not outcome(["GET", 200, 12.0, None], ["GET", 500, 12.0, None]).kept
        assert not outcome(["GET", 0, 12.0, None]).kept
        assert "1 × no answer" in outcome(["GET", 0, 12.0, None]).line

    def test_is_broken_by_a_503_that_does_not_say_when_to_come_back(self):
        assert not outcome(["GET", 503, 12.0, None]).kept

    def test_is_broken_by_a_median_that_is_too_slow(self):
        def after(usual):
            found = outcome(["GET", 200, 12.0, None], ["GET", 200, 18.0, None])
            situation = dataclasses.replace(found.situation, slower=1.5)
            return dataclasses.replace(found, situation=situation, usual=usual)

        assert after(usual=10.0).kept
        assert not after(usual=9.9).kept

    def test_is_broken_when_nobody_asked(self):
        assert not outcome().kept


COUNTS = {
    "ledger": 100,
    "distinct": 100,
    "written": 100,
    "waiting": 0,
    "received": 100,
    "twice": 2,
}


@pytest.mark.parametrize(
    ("wrong", "kept"),
    [
        ({}, True),
        ({"distinct": 99}, False),
        ({"ledger": 101}, False),
        ({"waiting": 1}, False),
        ({"received": 99}, False),
        ({"written": 101}, False),
    ],
)
def test_reminders_are_all_there_and_none_twice(wrong, kept):
    is_kept, lines = judge(COUNTS | wrong, 100)

    assert is_kept == kept
    assert lines[-1].endswith("| few | 2 |")


def test_a_section_takes_the_place_of_its_earlier_one():
    once = with_section("# Report\n\nText\n", "Reminders", "Old")

    assert with_section(once, "Reminders", "New") == "# Report\n\nText\n\n## Reminders\n\nNew\n"
