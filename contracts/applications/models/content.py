"""What is in an application. PostgreSQL seals it: row security on each of these tables.

The web's role reads a row only where the application has been opened by two officers, or where it
acts for one of the applicant's own people (``contracts.applications.sealing``). The histories of
these tables are sealed in the same way.
"""

from __future__ import annotations

import datetime
from typing import Self

import pgtrigger
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from contracts.applications.content import Content
from contracts.applications.models.application import Application
from contracts.applications.models.asking import EvidenceRequest
from contracts.applications.permissions import MOST_DOCUMENTS
from nmiss.base.accounts.models import Role
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.history import tracked
from nmiss.base.core.triggers import DoneInPerson, NoMoreThan
from nmiss.base.files.models import StoredFile
from providers.own_rows import acts_for

_OF_ITS_APPLICATION = (
    "(SELECT provider_id FROM public.contracts_application WHERE id = RECORD.application_id)"
)


@tracked()
class Section(models.Model):
    """A section of the draft, saved as a whole. ``revision`` tells two editors apart.

    ``answers`` holds each question's key, what was answered, and ``answered_on`` of each in
    ``answered``; what came over from an earlier application keeps its day until it is
    confirmed, and stands in ``to_confirm`` until then.
    """

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="sections")
    key = models.SlugField(max_length=50)
    answers = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    answered = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    to_confirm = models.JSONField(default=list)
    revision = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField(default=timezone.now)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["application", "key"], name="contracts_section_once")
        ]
        triggers = [
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
            WrittenBySomebody(
                Role.PROVIDER,
                must=acts_for(_OF_ITS_APPLICATION),
                words="An applicant writes its own.",
                saved_by=("answers", "answered", "to_confirm", "revision", "saved_at"),
            ),
        ]

    def __str__(self) -> str:
        return f"section {self.key} of {self.application}"


class EvidenceQuerySet(models.QuerySet):
    def kept(self) -> Self:
        return self.filter(removed_at=None).order_by("pk")

    def shows(self, file: StoredFile) -> bool:
        """Whether PostgreSQL shows one in which this file is: it is open, or one's own."""
        return self.filter(file=file).exists()

    def of_application(self) -> Self:
        """What was sent with the application, and not with the answer of a request."""
        return self.kept().filter(request=None)

    def counted(self) -> Self:
        """Those that count towards ``MOST_DOCUMENTS``: a refused file may be replaced."""
        return self.filter(refused=None)

    def expired(self, on: datetime.date) -> Self:
        return self.kept().filter(expires_on__lt=on)


@tracked()
class Evidence(models.Model):
    """A document that the applicant sends with an application. Its name is sealed, too.

    ``kind`` says which document is asked for; ``expires_on`` is its last day, where it has one.
    ``request`` is the evidence request that it answers, if any.
    """

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="evidence")
    request = models.ForeignKey(
        EvidenceRequest, null=True, on_delete=models.PROTECT, related_name="evidence"
    )
    kind = models.SlugField(max_length=50)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    expires_on = models.DateField(null=True, blank=True)
    added_at = models.DateTimeField(default=timezone.now)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    removed_at = models.DateTimeField(null=True)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        # What is in a row that PostgreSQL shows is open: so nobody puts another's file in theirs.
        triggers = [
            pgtrigger.ReadOnly(
                name="of_what_it_was",
                fields=["application", "file", "name", "added_at", "added_by"],
            ),
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
            WrittenBySomebody(
                Role.PROVIDER,
                must=acts_for(_OF_ITS_APPLICATION),
                words="An applicant adds its documents, in person.",
                added_by=(),
            ),
            pgtrigger.Trigger(
                name="added_by_the_applicant",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func="""
                    IF NOT EXISTS (
                        SELECT 1 FROM contracts_application a
                        JOIN providers_providermember m ON m.provider_id = a.provider_id
                        WHERE a.id = NEW.application_id AND m.user_id = public.nmiss_acting_person()
                    ) THEN
                        RAISE EXCEPTION 'An applicant adds its documents, in person.';
                    END IF;
                    RETURN NEW;
                """,
            ),
            NoMoreThan(
                MOST_DOCUMENTS,
                of="application",
                counts="NOT EXISTS (SELECT 1 FROM public.contracts_refusedfile "
                "WHERE evidence_id = row.id)",
            ),
        ]

    def __str__(self) -> str:
        return f"evidence {self.pk} of {self.application}"


class Submission(models.Model):
    """That a version was submitted: its number, instant and digest. Not its content.

    ``received_at`` is given by the database's clock at the end of the transaction, by a trigger.
    """

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="submissions"
    )
    number = models.PositiveSmallIntegerField()
    receipt = models.CharField(max_length=30, unique=True)
    digest = models.CharField(max_length=64)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    received_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application", "number"], name="contracts_submission_number_once"
            ),
            models.CheckConstraint(
                name="contracts_submission_digest_is_one",
                condition=Q(digest__regex="^[0-9a-f]{64}$"),
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
            DoneInPerson(submitted_by=("digest",)),
            pgtrigger.Trigger(
                name="received_once",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                func="""
                    IF OLD.received_at IS NOT NULL THEN
                        RAISE EXCEPTION 'What was submitted does not change.';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"version {self.number} of {self.application}"


class SubmittedContent(models.Model):
    """The content of a version, frozen as it was submitted: what evaluators read.

    ``content`` holds plain values, which ``contracts.applications.content`` writes and reads.
    """

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="contents")
    submission = models.OneToOneField(Submission, on_delete=models.PROTECT, related_name="content")
    content = models.JSONField(encoder=DjangoJSONEncoder)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="contracts_submittedcontent_has_a_schema",
                condition=Q(content__has_key="schema"),
            )
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"content of {self.submission}"

    # Questions

    def read(self) -> Content:
        return Content.read(self.content)


def content_of(application: Application) -> Content:
    """What was submitted last, as it was frozen; nothing while it is sealed."""
    rows = SubmittedContent.objects.filter(application=application)
    found = rows.order_by("-submission__number").first()
    return found.read() if found else Content()


def touched_since(applications: QuerySet[Application]) -> QuerySet[Application]:
    """Those at which the applicant has worked since the newest version was received.

    Call it within ``sealing.acting_for`` somebody of the applicant's.
    """
    since = OuterRef("received_at")
    sections = Section.objects.filter(application=OuterRef("pk"), saved_at__gt=since)
    documents = Evidence.objects.filter(
        Q(added_at__gt=since) | Q(removed_at__gt=since), application=OuterRef("pk")
    )
    return applications.filter(Exists(sections) | Exists(documents))
