"""Submitting: a version is frozen, and received by the database's clock."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import DatabaseError, connection, transaction

from contracts.applications import permissions
from contracts.applications.content import Content
from contracts.applications.models import Application, SentDocument, Submission, SubmittedContent
from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.lifecycle import stop_if

ROUND_HAS_CLOSED = "NM001"  # what the trigger raises; see ``round_sql``


def digest_of(content: dict[str, Any]) -> str:
    """SHA-256 of the content in one agreed form: keys sorted, UTF-8, no spaces."""
    text = json.dumps(
        content,
        cls=DjangoJSONEncoder,
        sort_keys=True,
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return hashlib.sha256(text.encode()).hexdigest()


@in_person
def submit(application: Application, *, by: User, content: dict[str, Any]) -> Submission:
    """Freeze ``content`` as the newest version, and have the database say when it was received.

    The same content twice is one version: the receipt that was given is given again. Raises
    NotAllowedNow where the application is no longer the applicant's to submit, or its round has
    closed over an earlier version. Call it within ``sealing.acting_for`` the person, last in the
    transaction: the clock is read at its end.
    """
    listed = Content.read(content).evidence
    application.lock()
    digest, newest = digest_of(content), application.version()
    if newest is not None and newest.digest == digest:
        return newest
    number = newest.number + 1 if newest else 1
    application.receive(by=by, digest=digest)
    submission = Submission.objects.create(
        application=application,
        number=number,
        receipt=f"{application.reference}-{number}",
        digest=digest,
        submitted_by=by,
    )
    SubmittedContent.objects.create(application=application, submission=submission, content=content)
    SentDocument.note_version(submission, [each.id for each in listed])
    _read_the_clock()
    submission.refresh_from_db()
    application.refresh_from_db()
    return submission


def _read_the_clock() -> None:
    """Have the trigger run now that would run at the commit (``round_sql``)."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS contracts_submission_receive IMMEDIATE")
            cursor.execute("SET CONSTRAINTS contracts_submission_receive DEFERRED")
    except DatabaseError as error:
        if getattr(error.__cause__, "pgcode", None) == ROUND_HAS_CLOSED:
            stop_if(permissions.ROUND_CLOSED_MEANWHILE)
        raise
