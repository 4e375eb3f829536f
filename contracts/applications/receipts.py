"""Receipts: what was received and when, by the database's clock, and what happens next."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.utils import timezone

from contracts.applications.clocks import decide_by, limit_key
from contracts.applications.content import Content
from contracts.applications.models import Application, Status, Submission
from nmiss.base.core.documents import facts, heading, text
from nmiss.base.core.models import LegalParameter
from nmiss.base.core.printing import pdf_of
from nmiss.base.core.templatetags.components import day, instant


def utc(moment: datetime.datetime) -> str:
    """The instant in UTC, to the microsecond."""
    return moment.astimezone(datetime.UTC).strftime("%Y-%m-%d %H:%M:%S.%f UTC")


def london(moment: datetime.datetime) -> str:
    """The same instant in London, to the second."""
    local = timezone.localtime(moment)
    return f"{day(local)}, {local:%H:%M:%S} London time"


def source_of_clock(application: Application) -> str:
    """Where the number of working days stands in the law; nothing where the law sets none."""
    if application.received_at is None:
        return ""
    limit = LegalParameter.objects.in_force(
        limit_key(application),
        regime=application.vehicle.regime,
        on=timezone.localdate(application.received_at),
    )
    return f"{limit.value} {limit.unit} from receipt: {limit.source}" if limit else ""


def what_happens_next(application: Application) -> list[str]:
    """Sentences on the round, and by when it is decided."""
    round, sentences = application.round, []
    if application.status in (Status.TOLD, Status.WITHDRAWN):
        return sentences
    if round is None:
        sentences.append("It is queued for the next round, whose days are not on the calendar yet.")
    elif application.is_queued:
        sentences.append(
            f"It came between rounds and is queued for round {round.number}, which opens on "
            f"{instant(round.opens_at)} and closes on {instant(round.closes_at)}."
        )
    else:
        sentences.append(f"It is in round {round.number}.")
        if round.closed_at is None and application.is_sealed:
            sentences.append(
                f"The round closes on {instant(round.closes_at)}. Until then nobody at the council "
                "can read the application, unless two officers open it early to decide in time."
            )
    if (by := decide_by(application)) is not None:
        whatever = ", whatever the days of the round" if application.is_queued else ""
        newest = application.version()
        counted = f", counted from version {newest.number}" if newest and newest.number > 1 else ""
        sentences.append(f"We decide by {day(by)}{counted}{whatever}.")
    return sentences


def lines_of(submission: Submission, content: Content) -> list[str]:
    """The receipt as its email has it: without the names of the documents."""
    application = submission.application
    documents = [f"  {each.sha256}  {each.title}" for each in content.evidence]
    return [
        f"Receipt {submission.receipt}",
        "",
        f"Application:  {application.reference}, version {submission.number}",
        f"Provider:     {application.provider}",
        f"To:           {application.vehicle}",
        f"Submitted by: {submission.submitted_by}",
        f"Received:     {utc(submission.received_at)}",
        f"              {london(submission.received_at)}",
        "",
        f"Application fingerprint (SHA-256): {submission.digest}",
        "SHA-256 of each document:" if documents else "No document came with it.",
        *documents,
        "",
        *what_happens_next(application),
        *filter(None, [source_of_clock(application)]),
    ]


def pdf_of_receipt(submission: Submission, content: Content) -> bytes:
    """The receipt to keep: what was received, when, and the fingerprint of each document."""
    application = submission.application
    whole = [
        ("Application", f"{application.reference}, version {submission.number}"),
        ("Provider", application.provider),
        ("To", application.vehicle),
        ("Submitted by", submission.submitted_by),
        ("Received", f"{london(submission.received_at)} ({utc(submission.received_at)})"),
        ("Fingerprint (SHA-256)", submission.digest),
    ]
    documents = [
        facts(each.title, [("File", each.name), ("Fingerprint (SHA-256)", each.sha256)])
        for each in content.evidence
    ]
    blocks = [
        facts("Application received", whole),
        heading("Documents"),
        *(documents or [text("No documents were sent with this application.")]),
        heading("Next steps"),
        *map(text, what_happens_next(application)),
        *map(text, filter(None, [source_of_clock(application)])),
    ]
    return pdf_of(
        f"Receipt {submission.receipt}",
        blocks,
        author=settings.COUNCIL_NAME,
        on=timezone.localdate(submission.received_at),
    )
