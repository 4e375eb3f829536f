"""Scoring, progress, schemes and what-if to take away, as their pages list them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from operator import itemgetter

from django.template.defaultfilters import floatformat
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from contracts.applications.models import Application
from contracts.arrangements.models import EvaluationScheme, Round
from contracts.arrangements.permissions import COMMISSIONING, READERS
from contracts.evaluation import dashboard, marking, progress
from contracts.evaluation.forms import OtherMinimums
from contracts.evaluation.what_if import PassesInLot, what_if
from nmiss.base.accounts.models import User
from nmiss.base.core.forms import AskedWrongly
from nmiss.base.core.lists import Column, List
from nmiss.base.core.rows import NUMERIC
from nmiss.base.core.templatetags.components import status_tag
from nmiss.base.files.listings import record_of


def _scoring(user: User, query: Mapping[str, str]) -> list[marking.Item]:
    return marking.list_of(user)


def _to_score(item: marking.Item) -> SafeString:
    """The question, with the page to go on at: scoring, what must come first, or the score."""
    application, question = item.assignment.application_id, item.assignment.question
    if item.is_done:
        page = reverse("contracts:question_detail", args=[application, question.number])
    elif item.why_not:
        page = reverse("contracts:application_detail", args=[application])
    else:
        page = reverse("contracts:question_score", args=[application, question.number])
    reference = item.assignment.application.reference
    return format_html(
        '<a class="govuk-link" href="{}">{}<span class="govuk-visually-hidden"> of {}</span></a>',
        page,
        question,
        reference,
    )


SCORING = List(
    name="scoring",
    title="My scoring",
    roles=COMMISSIONING,
    rows=_scoring,
    columns=(
        Column(
            "Question", "Which one is to score", lambda i: str(i.assignment.question), _to_score
        ),
        Column("Application", "Its reference", lambda i: i.assignment.application.reference),
        Column("Provider", "Who applies", lambda i: i.assignment.application.provider.name),
        Column(
            "Done",
            "Whether it is scored",
            lambda i: "Yes" if i.is_done else "No",
            lambda i: status_tag(i.standing),
            label="Status",
        ),
        Column("Waits for", "The step before it", lambda i: "" if i.is_done else i.why_not),
    ),
)


def _progress(user: User, query: Mapping[str, str]) -> list[tuple]:
    """A row for each question of each opened application of a round, as the matrix has them."""
    round = record_of(query, "round", Round.objects.visible_to(user))
    opened = Application.objects.visible_to(user).in_round(round).opened().with_parties()
    rows = progress.matrix(list(opened.oldest_first()), by=user)
    return [(row.application, cell) for row in rows for cell in row.cells]


PROGRESS = List(
    name="round-progress",
    title="Progress of a round",
    roles=READERS,
    rows=_progress,
    columns=(
        Column("Application", "Its reference", lambda row: row[0].reference),
        Column("Provider", "Who applies", lambda row: row[0].provider.name),
        Column("Question", "Its number", lambda row: row[1].question.number),
        Column("Standing", "How far its scoring is", lambda row: row[1].words),
        Column("Due from", "Who has still to score it", lambda row: ", ".join(row[1].owing)),
    ),
)


def _what_if(user: User, query: Mapping[str, str]) -> list[PassesInLot]:
    found = record_of(query, "scheme", EvaluationScheme.objects.visible_to(user).whole())
    form = OtherMinimums(query)
    if not form.is_valid():
        raise AskedWrongly(chain(*form.errors.values()))
    return list(what_if(found, form.cleaned_data["minimums"], by=user).lines)


WHAT_IF = List(
    name="what-if",
    title="Test other pass marks",
    caption="Past applications that would pass",
    roles=READERS,
    rows=_what_if,
    columns=(
        Column(
            "Lot",
            "In which past applications are judged",
            lambda line: str(line.lot),
            css="nmiss-unbroken",
        ),
        Column(
            "Total, at least",
            "The threshold that is tried",
            lambda line: line.total_minimum,
            lambda line: floatformat(line.total_minimum),
            css=NUMERIC,
        ),
        Column("Reach the total", "How many", lambda line: line.by_total, css=NUMERIC),
        Column(
            "Pass",
            "How many reach each question's minimum, too",
            lambda line: line.passing,
            label="Pass: every question, too",
            css=NUMERIC,
        ),
    ),
)


def _figures(user: User, query: Mapping[str, str]) -> list[tuple]:
    """What a round has come to, figure by figure, as its page has it."""
    found = record_of(query, "round", Round.objects.visible_to(user))
    own = Application.objects.visible_to(user).in_round(found)
    counts, days = dashboard.counts(own), dashboard.days_to_decision(own)
    return [
        ("Applications", "Received", "", counts.received, ""),
        ("Applications", "Queued for a round", "", counts.queued, ""),
        ("Applications", "In a round, or under evaluation", "", counts.under_way, ""),
        ("Applications", "Decided", "", counts.decided, ""),
        ("Days from receipt to decision", "Median", "", "" if days is None else round(days, 1), ""),
        *(
            (f"Question {each.number}", each.title, each.lot, each.passed, each.scored)
            for each in dashboard.pass_rates(found)
        ),
        *(("Need", each.need, "", each.places, each.schools) for each in dashboard.capacity(found)),
    ]


ROUND_FIGURES = List(
    name="round-figures",
    title="Figures of a round",
    roles=READERS,
    rows=_figures,
    columns=(
        Column("Of", "Applications, a question or a need", itemgetter(0)),
        Column("Figure", "The figure counted", itemgetter(1)),
        Column("Lot", "Of which lot the minimum is", itemgetter(2)),
        Column("Number", "How many; of a question, that reach the minimum", itemgetter(3)),
        Column("Out of", "Scored; of a need, schools that offer the places", itemgetter(4)),
    ),
)
