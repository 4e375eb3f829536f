"""How long a ground for exclusion counts: by the law of one day, for applicant and evaluator."""

import datetime

import pytest

from contracts.applications import actions, sealing
from contracts.applications import questionnaire as asks
from contracts.applications.drafts import Draft
from contracts.evaluation.reading import content_shown
from contracts.models import FindingKind
from nmiss.base.core import clock
from nmiss.base.core.models import LegalParameter
from tests.factories.applying import filled
from tests.factories.contracts import opened

pytestmark = pytest.mark.django_db
GROUND = {
    "mandatory": ["none"],
    "discretionary": ["insolvency"],
    "insolvency_on": "2025-03-22",
    "insolvency_self_cleaning": "On 2010-01-01 we began anew, and on 1 May 2009 a board.",
}
THREE, SEVEN = "22 March 2028", "22 March 2032"


@pytest.fixture(autouse=True)
def _seven_years_from_july_2026():
    before = LegalParameter.objects.get(key="look_back_discretionary", regime="pcr2015")
    LegalParameter.objects.filter(pk=before.pk).update(valid_to="2026-06-30")
    before.pk, before._state.adding = None, True
    before.value, before.valid_from = 7, datetime.date(2026, 7, 1)
    before.save()


def utc(*instant):
    return datetime.datetime(*instant, tzinfo=datetime.UTC)


def sent(*, started_at, received_at):
    with clock.at(started_at):
        draft = filled()
    with sealing.acting_for(draft.started_by), clock.at(received_at):
        actions.save_section(draft, asks.EXCLUSION, by=draft.started_by, revision=1, answers=GROUND)
        actions.send(draft, by=draft.started_by, seen=Draft.of(draft).digest)
    draft.refresh_from_db()
    return draft


def as_the_applicant_reads_it(application):
    exclusion = next(each for each in asks.FIXED if each.key == asks.EXCLUSION)
    with sealing.acting_for(application.started_by):
        return [each.words for each in Draft.of(application).shown(exclusion)]


def as_the_council_reads_it(application):
    content = content_shown(opened(application=application), FindingKind.EXCLUSION)
    ((_, answers),) = content.sections
    return [each.words for each in answers], [each.until for each in content.grounds]


@pytest.mark.parametrize(
    ("received_at", "until"),
    [
        (utc(2026, 6, 30, 22, 30), THREE),  # 23:30 in London, on the last day of the old number
        (utc(2026, 6, 30, 23, 30), SEVEN),  # 00:30 in London, on the first day of the new one
    ],
)
@pytest.mark.parametrize("started_at", [utc(2025, 11, 3, 12), utc(2026, 6, 1, 12)])
def test_counts_from_the_day_of_receipt_in_london(started_at, received_at, until):
    application = sent(started_at=started_at, received_at=received_at)

    shown = as_the_applicant_reads_it(application)

    assert shown[-1].startswith(f"It was on 22 March 2025. It counts until {until}. ")
    answers, ends = as_the_council_reads_it(application)
    assert answers == shown
    assert [f"{day:%-d %B %Y}" for day in ends] == [until]


def test_is_read_from_the_day_that_was_given_and_from_no_sentence():
    application = sent(started_at=utc(2026, 6, 1, 12), received_at=utc(2026, 6, 2, 12))

    with sealing.acting_for(application.started_by):
        frozen = application.contents.get().content

    (part,) = [each for each in frozen["sections"] if each["key"] == asks.EXCLUSION]
    assert {each["key"]: each["value"] for each in part["answers"]} == GROUND
    (on,) = {each["on"] for each in part["answers"]}
    assert datetime.date.fromisoformat(on)


def test_of_a_draft_counts_from_today():
    draft = filled()
    with sealing.acting_for(draft.started_by):
        actions.save_section(draft, asks.EXCLUSION, by=draft.started_by, revision=1, answers=GROUND)

    assert f"counts until {SEVEN}" in as_the_applicant_reads_it(draft)[-1]
