"""The demo's DPS as it was tendered: references, scheme, past rounds and those to come."""

from __future__ import annotations

import datetime
import io
from decimal import Decimal

import xlsxwriter
from django.utils import timezone

from contracts.arrangements import drafting, numbers, quarters
from contracts.models import (
    EvaluationScheme,
    Notice,
    NoticeWaiver,
    Round,
    RoundStatus,
    RoundWatch,
    ValueBasis,
    Vehicle,
    VehicleDocument,
)
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.working_days import add_working_days, working_day_from
from nmiss.base.files.models import XLSX_TYPE, StoredFile
from nmiss.demo import dated, decisions
from providers.models import ProviderMember

FIRST_QUARTER = datetime.date(2025, 6, 1)  # the first after the decision of 2025
SECTION = "Quality of provision"
# number: title, text, weight
QUESTIONS = {
    11: (
        "Teaching and the curriculum",
        (
            "How do you plan a curriculum for pupils whose needs differ widely, and how do "
            "you know that each of them makes progress from where they began?"
        ),
        20,
    ),
    12: (
        "Meeting the provision in an EHC plan",
        (
            "How do you secure the therapies and support that education, health and care "
            "(EHC) plans set out, and what do you do in a week in which a therapist is "
            "away?"
        ),
        20,
    ),
    13: (
        "Safeguarding and behaviour",
        (
            "Describe how staff learn of a risk to a pupil, what they do within the day, "
            "and how you reduce restraint and exclusion from one year to the next."
        ),
        20,
    ),
    14: (
        "Outcomes and preparing for adulthood",
        (
            "What do your leavers go on to, how do you prepare them from year 9, and what "
            "changed in your practice because of what you learnt from them?"
        ),
        15,
    ),
    15: (
        "Working with families and the council",
        (
            "How do you keep families involved, tell the council early when a place is at "
            "risk, and take part in annual reviews?"
        ),
        15,
    ),
    16: (
        "Workforce and value",
        (
            "How do you recruit, train and keep your staff, and how does the fee for a "
            "place follow from what the pupil is given?"
        ),
        10,
    ),
}
LINES = {1: (30, 3), 2: (60, 6)}
NOTICES = (
    ("f02", datetime.date(2022, 1, 18), "001313-2022", None),
    ("f03", datetime.date(2023, 8, 18), "Award notice, August 2023", datetime.date(2023, 4, 1)),
    ("f03", datetime.date(2023, 11, 20), "034287-2023", datetime.date(2023, 7, 1)),
    ("f03", datetime.date(2024, 5, 23), "Award notice, May 2024", datetime.date(2024, 1, 1)),
    ("f01", datetime.date(2025, 3, 14), "Rounds from June 2025", None),
    ("f03", datetime.date(2026, 7, 20), "Award notice, July 2026", datetime.date(2026, 4, 1)),
)
BEFORE_RECORDS = "Sent before Hub records began. See the procurement file."


def found_dps() -> Vehicle:
    """The DPS as it was tendered; what is there already is left as it is."""
    dps = Vehicle.establish_dps()[1].vehicle
    if dps.schemes.exists():
        return dps
    manager = User.objects.filter(role=Role.MANAGER).order_by("pk").first()
    decisions.record_decisions(dps, by=manager)
    dps.describe(
        by=manager,
        references="FTS 001313-2022, DN585611, SC21032",
        advertised_value=Decimal(50_000_000),
        value_basis=ValueBasis.UNKNOWN,
        value_source="Contract award notice of August 2023, without VAT",
    )
    dps.lots.get(number=2).describe(by=manager, consulted_first=True, block_allowed=True)
    # Published before the first round that it judged.
    with dated.moved_to(dated.at(FIRST_QUARTER - datetime.timedelta(days=11), 14, 5)):
        scheme = _scheme(dps, by=manager)
    _past_rounds(dps, scheme)
    quarters.plan(dps, by=manager)
    for kind, sent_on, reference, quarter in NOTICES:
        Notice.record(
            dps, by=manager, kind=kind, sent_on=sent_on, reference=reference, quarter=quarter
        )
    for due in quarters.quarters_without_notice(dps, today=timezone.localdate())[:-1]:
        NoticeWaiver.waive(dps, by=manager, quarter=due.first, reason=BEFORE_RECORDS)
    _document(dps, by=manager)
    new_year = datetime.date(timezone.localdate().year + 1, 1, 2)
    numbers.close_offices(working_day_from(new_year), "Closed after the new year", by=manager)
    scheme.succeed(by=manager)
    for member in ProviderMember.objects.select_related("user").order_by("pk")[:1]:
        RoundWatch.ask(dps, by=member.user)
    return dps


def _scheme(dps: Vehicle, *, by: User) -> EvaluationScheme:
    scheme = drafting.begin(dps, by=by)
    for number, (title, text, weight) in QUESTIONS.items():
        drafting.put_question(
            scheme,
            None,
            by=by,
            number=number,
            section=SECTION,
            title=title,
            text=text,
            weight=Decimal(weight),
            word_limit=500,
        )
    questions = {question.pk: question.weight for question in scheme.questions.all()}
    lots = {lot.number: lot.pk for lot in dps.lots.all()}
    drafting.change(
        scheme,
        by=by,
        scale=10,
        shortest_rationale=40,
        weights=questions,
        totals={lots[number]: Decimal(total) for number, (total, _) in LINES.items()},
        minimums={
            (lots[number], question): Decimal(least)
            for number, (_, least) in LINES.items()
            for question in questions
        },
    )
    scheme.publish(by=by, seen=scheme.digest())
    return scheme


def _past_rounds(dps: Vehicle, scheme: EvaluationScheme) -> None:
    """Rounds that were held before the hub: it did not open them itself."""
    now, number, quarter = timezone.now(), 0, FIRST_QUARTER
    while (dates := quarters.dates_of(dps, quarter)).opens_at <= now:
        number += 1
        is_over = dates.closes_at <= now
        Round.objects.create(
            vehicle=dps,
            number=number,
            quarter=quarter,
            opens_at=dates.opens_at,
            closes_at=dates.closes_at,
            scheme=scheme,
            status=RoundStatus.CLOSED if is_over else RoundStatus.OPEN,
            opened_at=dates.opens_at,
            closed_at=dates.closes_at if is_over else None,
            evaluation_ends_on=add_working_days(dates.closes_on, quarters.EVALUATION),
            notice_text="Schools may ask to be admitted to lot 1, lot 2 or both.",
        )
        quarter = (quarter + datetime.timedelta(days=95)).replace(day=1)


def _document(dps: Vehicle, *, by: User) -> None:
    """The questionnaire, as a workbook that all providers can read."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Questions")
        sheet.write_row(0, 0, ["Question", "Title", "Text", "Weight of 100"])
        for row, (number, (title, text, weight)) in enumerate(QUESTIONS.items(), start=1):
            sheet.write_row(row, 0, [number, title, text, weight])
    file = StoredFile.keep_made(
        written.getvalue(), name="award-questions.xlsx", content_type=XLSX_TYPE, by=by
    )
    VehicleDocument.publish(dps, by=by, title="Award questions and guidance", file=file)
