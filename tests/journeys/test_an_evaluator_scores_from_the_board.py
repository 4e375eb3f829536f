"""An evaluator finishes six scores from the board of a round, and never goes back."""

import re

import pytest
from playwright.sync_api import expect

from contracts.models import Score
from tests.factories.contracts import RoundFactory
from tests.factories.evaluating import assigned
from tests.journeys.signing_in import sign_in

pytestmark = pytest.mark.django_db(transaction=True)


def test_six_scores_without_going_back(page):
    round = RoundFactory()
    application = assigned()
    person = application.assignments.first().evaluator
    sign_in(page, person)
    page.goto(f"/rounds/{round.pk}/progress/")

    page.get_by_role("link", name=re.compile("^Score question 11")).click()
    for number in range(11, 17):
        expect(page.get_by_text(f"Our answer to {number}.")).to_be_visible()
        page.get_by_label("Score, from 0 to 10").fill(str(number - 7))
        page.get_by_label("Rationale").fill(f"Answer {number} gives examples from two schools.")
        page.get_by_role("button", name="Save score").click()
        expect(page.get_by_text(f"Score saved for question {number}.")).to_be_visible()

    expect(page.get_by_text("6 of 6 done.")).to_be_visible()
    page.get_by_role("link", name="Progress of round").click()
    board = page.locator("table:has(#matrix)")
    expect(board.get_by_role("link", name=re.compile("^Score question"))).to_have_count(0)
    given = Score.objects.filter(assignment__evaluator=person)
    assert sorted(given.values_list("score", flat=True)) == [4, 5, 6, 7, 8, 9]
