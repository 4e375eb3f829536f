"""Scoring, progress, schemes and what-if to take away, as their pages list them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from operator import itemgetter

from contracts.evaluating import marking, progress
from contracts.forms.schemes import OtherMinimums
from contracts.models import (
    Application,
    EvaluationScheme,
    Round,
)
from contracts.permissions.evaluating import COMMISSIONING, READERS
from contracts.schemes.what_if import Line, what_if
from nmiss.accounts.models import User
from nmiss.core.forms import AskedWrongly
from nmiss.files.listings import Column, Listing, record_of


def _scoring(user: User, query: Mapping[str, str]) -> list[marking.Item]:
    return marking.list_of(user).items


SCORING = Listing(
    name="scoring",
    title="My scoring",
    roles=COMMISSIONING,
    rows=_scoring,
    columns=(
        Column("Application", "Its reference", lambda i: i.assignment.application.reference),
        Column("Provider", "Who applies", lambda i: i.assignment.application.provider.name),
        Column("Question", "Which one is to score", lambda i: str(i.assignment.question)),
        Column("Done", "Whether it is scored", lambda i: "Yes" if i.is_done else "No"),
        Column("Waits for", "What must come first", lambda i: "" if i.is_done else i.why_not),
    ),
)


def _progress(user: User, query: Mapping[str, str]) -> list[tuple]:
    """A row for each question of each opened application of a round, as the matrix has them."""
    batch = record_of(query, "round", Round.objects.visible_to(user))
    opened = Application.objects.visible_to(user).in_round(batch).opened().with_parties()
    rows = progress.matrix(list(opened.oldest_first()), by=user)
    return [(row.application, cell) for row in rows for cell in row.cells]


PROGRESS = Listing(
    name="round-progress",
    title="Progress of a round",
    roles=READERS,
    rows=_progress,
    columns=(
        Column("Application", "Its reference", lambda row: row[0].reference),
        Column("Provider", "Who applies", lambda row: row[0].provider.name),
        Column("Question", "Its number", lambda row: row[1].question.number),
        Column("Standing", "How far its scoring is", lambda row: row[1].words),
        Column("Owed by", "Who has still to score it", lambda row: ", ".join(row[1].owing)),
    ),
)


def _scheme(user: User, query: Mapping[str, str]) -> list[tuple]:
    """A row for each question and lot; last, the least total of each lot."""
    found = record_of(query, "scheme", EvaluationScheme.objects.visible_to(user).whole())
    thresholds = sorted(found.thresholds.all(), key=lambda each: each.lot.number)
    questions = sorted(found.questions.all(), key=lambda each: each.number)
    asked = [
        (
            *(each.number, each.section, each.title, each.weight, each.word_limit),
            *(threshold.lot, threshold.minimum_of(each)),
        )
        for each in questions
        for threshold in thresholds
    ]
    totals = [
        ("", "", "Total", found.weight, "", threshold.lot, threshold.total_minimum)
        for threshold in thresholds
    ]
    return asked + totals


SCHEME = Listing(
    name="scheme",
    title="Evaluation scheme",
    roles=READERS,
    rows=_scheme,
    columns=(
        Column("Question", "Its number", itemgetter(0)),
        Column("Section", "Of the questionnaire", itemgetter(1)),
        Column("Title", "What it is about", itemgetter(2)),
        Column("Weight", "Out of 100", itemgetter(3)),
        Column("Most words", "Of an answer", itemgetter(4)),
        Column("Lot", "Whose minimum it is", lambda row: str(row[5])),
        Column("At least", "The least score; of the total, the threshold", itemgetter(6)),
    ),
)


def _what_if(user: User, query: Mapping[str, str]) -> list[Line]:
    found = record_of(query, "scheme", EvaluationScheme.objects.visible_to(user).whole())
    form = OtherMinimums(query)
    if not form.is_valid():
        raise AskedWrongly(chain(*form.errors.values()))
    return list(what_if(found, form.cleaned_data["minimums"], by=user).lines)


WHAT_IF = Listing(
    name="what-if",
    title="What if the line were higher?",
    roles=READERS,
    rows=_what_if,
    columns=(
        Column("Lot", "In which past applications are judged", lambda line: str(line.lot)),
        Column("Total, at least", "The threshold that is tried", lambda line: line.total_minimum),
        Column("Reach the total", "How many", lambda line: line.by_total),
        Column("Pass", "How many reach each question's minimum, too", lambda line: line.passing),
    ),
)
