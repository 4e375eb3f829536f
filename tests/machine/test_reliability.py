import dataclasses

from nmiss.machine.reliability import Situation, Trial


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
