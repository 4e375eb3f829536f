"""What an applicant does: begins, saves section by section, adds documents, submits.

All of it runs within ``sealing.acting_for`` one of the applicant's people.
"""

from __future__ import annotations

import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from contracts.applications import permissions, receipts, refusals, submitting
from contracts.applications import questionnaire as asks
from contracts.applications.drafts import Draft, asked, facts_of
from contracts.applications.models import (
    Application,
    Evidence,
    EvidenceRequest,
    Section,
    SentDocument,
    Submission,
)
from contracts.arrangements.models import Vehicle
from nmiss.base.core.as_read import stop_if_changed
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.files.models import StoredFile
from providers.models import Provider, School
from providers.recipients import people_of

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    from nmiss.base.accounts.models import User


class EditedMeanwhile(Exception):
    """Somebody else saved the section since this person opened it."""

    def __init__(self, section: Section) -> None:
        super().__init__(f"{section.saved_by} saved this section meanwhile.")
        self.section = section


def open_vehicles(on: datetime.date) -> QuerySet[Vehicle]:
    """Those whose term has not ended and whose evaluation scheme is published."""
    lasting = Vehicle.objects.filter(Q(ends_on=None) | Q(ends_on__gte=on))
    return lasting.filter(schemes__published_at__isnull=False).distinct().order_by("pk")


def begin(provider: Provider, vehicle: Vehicle, *, by: User) -> Application:
    """Begin an application; what an earlier one answered comes over, each with its day."""
    with transaction.atomic():
        own = Application.objects.filter(provider=provider, vehicle=vehicle)
        for closed in own.drafts().closed_to(by):
            closed.withdraw(by=by)
        application = Application.start(provider, vehicle, by=by)
        if application.previous:
            _carry_over(application.previous, application, by=by)
    return application


def _carry_over(earlier: Application, application: Application, *, by: User) -> None:
    for section in earlier.sections.all():
        application.sections.create(
            key=section.key,
            answers=section.answers,
            answered=section.answered,
            to_confirm=sorted(section.answered),
            saved_by=by,
        )
    today = timezone.localdate()
    for each in earlier.evidence.of_application():
        if each.expires_on is None or each.expires_on >= today:
            application.evidence.create(
                kind=each.kind,
                file_id=each.file_id,
                name=each.name,
                expires_on=each.expires_on,
                added_at=each.added_at,
                added_by_id=each.added_by_id,
            )


def _hold(application: Application, by: User) -> None:
    """Lock it, and see that the applicant may still change it."""
    application.lock()
    stop_if(permissions.why_not_edit(by, application))
    application.follow_scheme()


@transaction.atomic
def save_section(
    application: Application, key: str, *, by: User, revision: int, answers: dict[str, Any]
) -> Section:
    """Save a section. Raises EditedMeanwhile where ``revision`` is no longer the newest."""
    _hold(application, by)
    section = application.sections.filter(key=key).select_related("saved_by").first()
    if section is None:
        section = Section(application=application, key=key, revision=0)
    elif section.revision != revision and not _same(section.answers, answers):
        raise EditedMeanwhile(section)
    if key == asks.SCHOOLS:
        answers = _with_facts(answers)
    _note_days(application, section, answers)
    section.answers = section.answers | answers
    section.revision += 1
    section.saved_at, section.saved_by = timezone.now(), by
    section.save()
    AuditEvent.record("save_section", application, by=by)
    return section


def _same(saved: dict[str, Any], answers: dict[str, Any]) -> bool:
    return all(saved.get(key) == value for key, value in answers.items())


def _with_facts(answers: dict[str, Any]) -> dict[str, Any]:
    """Keep beside the schools what the register says of them today."""
    schools = School.objects.filter(urn__in=answers.get("schools", ()))
    return answers | {"facts": {str(school.urn): facts_of(school) for school in schools}}


def _note_days(application: Application, section: Section, answers: dict[str, Any]) -> None:
    """Write down the day of each answer that is new, changed or confirmed by being saved."""
    draft = Draft.of(application)
    draft.saved[section.key] = Section(
        application=application, key=section.key, answers=section.answers | answers
    )
    part = draft.section(section.key)
    today = timezone.localdate().isoformat()
    answered = dict(section.answered)
    for question in draft.questions(part):
        if question.key not in answers:
            continue
        is_same = section.answers.get(question.key) == answers[question.key]
        how = answered.get(question.key)
        is_kept = is_same and how and how["asked"] == asked(question)
        if not is_kept or question.key in section.to_confirm:
            answered[question.key] = {"on": today, "asked": asked(question)}
    section.answered = answered
    section.to_confirm = [key for key in section.to_confirm if key not in answers]


@transaction.atomic
def confirm_answers(application: Application, *, by: User) -> int:
    """Say that every answer that came over, and is not stale, is still true. Return how many."""
    _hold(application, by)
    today, count = timezone.localdate().isoformat(), 0
    for part, questions in Draft.of(application).to_confirm():
        section = application.sections.get(key=part.key)
        keys = {question.key for question in questions}
        section.answered |= {
            question.key: {"on": today, "asked": asked(question)} for question in questions
        }
        section.to_confirm = [key for key in section.to_confirm if key not in keys]
        section.revision += 1
        section.saved_at, section.saved_by = timezone.now(), by
        section.save()
        count += len(keys)
    AuditEvent.record("confirm_answers", application, by=by)
    return count


def add_evidence(
    application: Application,
    *,
    by: User,
    kind: str,
    file: UploadedFile,
    expires_on: datetime.date | None = None,
    request: EvidenceRequest | None = None,
) -> Evidence:
    """Keep a document under a name that says nothing. The worker has it checked."""
    stop_if(permissions.why_not_add_document(application))
    name, stored = _keep(file, by=by)
    with transaction.atomic():
        if request is None:
            _hold(application, by)
        stop_if(permissions.why_not_add_document(application))
        evidence = application.evidence.create(
            request=request, kind=kind, file=stored, name=name, expires_on=expires_on, added_by=by
        )
        if request is not None:
            SentDocument.note(evidence)
        AuditEvent.record("add_evidence", application, by=by, sha256=stored.sha256)
    return evidence


def replace_evidence(
    evidence: Evidence, *, by: User, file: UploadedFile, expires_on: datetime.date | None = None
) -> Evidence:
    """Replace a document whose file was refused after it was sent, whatever its round does.

    What was submitted stays as it was; the new document counts in the refused one's place.
    """
    name, stored = _keep(file, by=by)
    with transaction.atomic():
        application = evidence.application
        refused = refusals.lock_to_replace(evidence, by=by)
        new = application.evidence.create(
            request=evidence.request,
            kind=evidence.kind,
            file=stored,
            name=name,
            expires_on=expires_on or evidence.expires_on,
            added_by=by,
        )
        evidence.removed_at = timezone.now()
        evidence.save(update_fields=["removed_at"])
        refused.replacement, refused.replaced_at = new, evidence.removed_at
        refused.save(update_fields=["replacement", "replaced_at"])
        SentDocument.note(new)
        AuditEvent.record("replace_evidence", application, by=by, sha256=stored.sha256)
    return new


def _keep(file: UploadedFile, *, by: User) -> tuple[str, StoredFile]:
    """Keep a document under a name that says nothing; give its own name, which is sealed."""
    name = file.name
    file.name = f"document{PurePath(name).suffix.lower()}"
    return name, StoredFile.take_in(file, by=by, on_ledger=False, is_sealed=True)


@transaction.atomic
def remove_evidence(application: Application, evidence: Evidence, *, by: User) -> None:
    """Take a document out of the draft; versions that were submitted keep it."""
    _hold(application, by)
    evidence.removed_at = timezone.now()
    evidence.save(update_fields=["removed_at"])
    AuditEvent.record("remove_evidence", application, by=by)


@transaction.atomic
def send(application: Application, *, by: User, seen: str) -> Submission:
    """Submit the draft as it was read: ``seen`` is its digest then.

    Sent twice, it is one version with one receipt, and one email.
    """
    _hold(application, by)
    draft = Draft.of(application)
    missing = [each.words for each in draft.missing()]
    stop_if(permissions.why_not_submit(by, application, missing))
    stop_if_changed("This application", seen=seen, now=draft.digest)
    newest = application.version()
    content = draft.content()
    submission = submitting.submit(application, by=by, content=content.plain())
    if newest is None:
        stop_if(permissions.why_not_receive(application))
    if newest is None or submission.number != newest.number:
        receipt = receipts.lines_of(submission, content)
        people = [by, *_owners_who_read(application)]
        notice = "contracts/applications/application_received"
        tell(people, notice, about=submission, receipt="\n".join(receipt))
    return submission


def _owners_who_read(application: Application) -> list[User]:
    """Those who may read it: a receipt says what was applied for."""
    return people_of(application.provider.owners().readers_since(application.started_at))


@transaction.atomic
def withdraw(application: Application, *, by: User) -> None:
    """Take it back, and tell the owners."""
    _hold(application, by)
    stop_if(permissions.why_not_withdraw(by, application))
    application.withdraw(by=by)
    people, notice = _owners_who_read(application), "contracts/applications/application_withdrawn"
    tell(people, notice, about=application, by=by)


@transaction.atomic
def reply(
    request: EvidenceRequest, *, by: User, answer: str, file: UploadedFile | None = None
) -> None:
    """Answer an evidence request, with a document where there is one; both or neither is kept."""
    request = EvidenceRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    stop_if(permissions.why_not_reply(by, request))
    if file:
        add_evidence(request.application, by=by, kind=asks.REPLY, file=file, request=request)
    request.reply(by=by, answer=answer)
