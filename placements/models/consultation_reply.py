"""Replies: what a school answers when it is consulted, with the price where it offers a place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import count
from typing import TYPE_CHECKING, Any, Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from nmiss.base.accounts.models import User
from nmiss.base.core.acting import acting_by_link, acting_for, in_person
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import one_of
from nmiss.base.core.fields import EncryptedTextField
from nmiss.base.core.history import tracked
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.templatetags.components import money
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson
from nmiss.base.files.models import StoredFile
from placements import permissions
from placements.consultation_kinds import ReplyKind
from placements.models import walls
from placements.models.consultation import Consultation
from placements.models.price_line import PriceParts
from providers.recipients import writers_of

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    from placements.models.reply_document import ReplyDocument


class ConsultationReplyQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """What is sent, to all who see the consultation; a draft to the school's people alone."""
        seen = self.filter(consultation__in=Consultation.objects.visible_to(user))
        return seen if user.is_provider else seen.sent()

    def sent(self) -> Self:
        return self.exclude(sent_at=None)

    def drafts(self) -> Self:
        return self.filter(sent_at=None)

    def newest_first(self) -> Self:
        return self.order_by("-sent_at", "-pk")

    def with_parts(self) -> Self:
        people = ("saved_by", "sent_by", "link")
        return self.select_related(*people).prefetch_related("prices", "documents__file")


@tracked()
class ConsultationReply(models.Model):
    """A reply: a draft that all who write for the school share, then sent, and never changed.

    ``link`` is by which it was written, where no account was. ``revision`` tells two editors
    apart. A school that changes its mind sends another reply; the last one counts.
    """

    PERSONAL = frozenset({"kind", "conditions", "evidence"})
    NOT_PERSONAL = frozenset(
        {
            *("id", "consultation", "starts_on", "revision"),
            *("saved_at", "saved_by", "sent_at", "sent_by", "link"),
        }
    )
    FACTS = ("kind", "starts_on", "conditions", "evidence")

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="replies")
    kind = models.CharField(max_length=30, choices=ReplyKind, blank=True)
    starts_on = models.DateField(null=True)
    conditions = EncryptedTextField(null=True)
    evidence = EncryptedTextField(null=True)
    revision = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(db_default=DatabaseNow())
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    sent_at = models.DateTimeField(null=True, editable=False)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    link = models.ForeignKey(
        "ConsultationLink", null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ConsultationReplyQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("kind", ReplyKind, or_empty=True),
            models.CheckConstraint(
                name="placements_consultationreply_saved_by_somebody",
                condition=Q(saved_by__isnull=False) | Q(link__isnull=False),
            ),
            models.CheckConstraint(
                name="placements_consultationreply_sent_by_somebody",
                condition=Q(sent_at=None, sent_by=None)
                | Q(sent_at__isnull=False, sent_by__isnull=False, link=None)
                | Q(sent_at__isnull=False, sent_by=None, link__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["consultation"],
                condition=Q(sent_at=None),
                name="placements_consultationreply_one_draft",
                violation_error_message="A colleague has begun a reply. Read it before you go on.",
            ),
            models.CheckConstraint(
                name="placements_consultationreply_says_something_when_sent",
                condition=Q(sent_at=None) | ~Q(kind=""),
            ),
            models.CheckConstraint(
                name="placements_consultationreply_offer_has_a_start",
                condition=Q(sent_at=None)
                | ~Q(kind__in=[kind.value for kind in ReplyKind.offers()])
                | Q(starts_on__isnull=False),
            ),
            models.CheckConstraint(
                name="placements_consultationreply_names_its_conditions",
                condition=Q(sent_at=None)
                | Q(kind="offer_with_conditions", conditions__isnull=False)
                | ~Q(kind="offer_with_conditions") & Q(conditions__isnull=True),
            ),
            models.CheckConstraint(
                name="placements_consultationreply_refusal_has_evidence",
                condition=Q(sent_at=None)
                | ~Q(kind__in=[kind.value for kind in ReplyKind.refusals()])
                | Q(evidence__isnull=False),
            ),
        ]
        triggers = [
            DatedByTheDatabase("sent_at"),
            DoneInPerson(saved_by=("revision",), sent_by=("sent_at",)),
            pgtrigger.Trigger(
                name="written_by_the_school",
                when=pgtrigger.After,  # so that a constraint speaks first
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=walls.ITS_OWN_REPLY,
            ),
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="sent_once",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=walls.SENT_ONCE,
            ),
        ]

    def __str__(self) -> str:
        return f"reply {self.pk} to consultation {self.consultation_id}"

    # Questions

    @property
    def writer(self) -> User | models.Model:
        """Who sent it, or saved it last; the link, where that was no account."""
        return self.sent_by or self.link or self.saved_by

    @property
    def is_offer(self) -> bool:
        return self.kind in ReplyKind.offers()

    @property
    def is_sent(self) -> bool:
        return self.sent_at is not None

    @property
    def cost_a_year(self) -> Decimal:
        """What all lines come to in a year, to the penny."""
        return sum((each.cost_a_year for each in self.prices.all()), Decimal(0)).quantize(
            Decimal("0.01")
        )

    def missing(self) -> list[str]:
        """What it still needs before it can be sent."""
        found = []
        if not self.kind:
            found.append("Choose an answer.")
        if self.is_offer and self.starts_on is None:
            found.append("Enter the earliest start.")
        if self.is_offer and not self.prices.exists():
            found.append("Enter the price, with at least one line.")
        if self.kind == ReplyKind.OFFER_WITH_CONDITIONS and not self.conditions:
            found.append("Enter the conditions of the offer.")
        if self.kind in ReplyKind.refusals() and not self.evidence:
            found.append("Give the evidence for your answer.")
        if any(each.file.is_refused for each in self.documents.select_related("file")):
            found.append("Remove the document that we refused.")
        return found

    # Verbs

    @classmethod
    def save_draft(
        cls,
        consultation: Consultation,
        *,
        by: User | None,
        revision: int,
        prices: Sequence[Mapping[str, Any]],
        link: models.Model | None = None,
        **facts: Any,
    ) -> Self:
        """Save what a school writes. ``revision`` is the one that its writer has read.

        Where nobody there can sign in, it is a ``link`` that writes.
        """
        with acting_for(by) if link is None else acting_by_link(link.pk):
            consultation.hold_open()
            draft = consultation.draft or cls(consultation=consultation)
            stop_if(permissions.why_not_overwrite(draft, revision))
            for name in cls.FACTS:
                setattr(draft, name, facts[name])
            draft.revision += 1
            draft.saved_by, draft.link, draft.saved_at = by, link, timezone.now()
            draft.save()
            draft.prices.all().delete()
            for line in prices:
                OfferedPrice.of(draft, **line).save(force_insert=True)
            AuditEvent.record("save_reply", consultation, by=by)
        return draft

    @in_person
    def send(self, *, by: User, revision: int) -> None:
        """Send it as it was read. What does not go with this answer is left out."""
        self._send(revision, by=by)

    def send_by_link(self, link: models.Model, *, revision: int) -> None:
        """Send it as it was read by who has the link."""
        with acting_by_link(link.pk):
            self._send(revision, by=None, link=link)

    def _send(self, revision: int, *, by: User | None, link: models.Model | None = None) -> None:
        self.consultation.hold_open()
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update(of=("self",)))
        stop_if(permissions.why_not_send_reply(self, revision))
        if self.kind != ReplyKind.OFFER_WITH_CONDITIONS:
            self.conditions = None
        if not self.is_offer:
            self.starts_on = None
            self.prices.all().delete()
        self.saved_by = self.saved_by or by
        self.sent_at, self.sent_by, self.link = timezone.now(), by, link
        self.save()
        self.refresh_from_db(fields=["sent_at"])
        AuditEvent.record("send_reply", self.consultation, by=by)
        words = {"reply": self}
        people = writers_of(self.consultation.school.provider_id)
        tell(people, "placements/reply_receipt", about=self.consultation, **words)
        others = self.consultation.addressees()
        tell(others, "placements/reply_receipt_by_link", about=self.consultation, **words)
        asker = self.consultation.sent_by
        if asker.is_active:
            tell([asker], "placements/reply_came", about=self.consultation, **words)

    @in_person
    def attach(self, file: UploadedFile, *, by: User) -> ReplyDocument:
        """Put a document with a draft. The name it came under is dropped."""
        return self._attach(file, by=by)

    def attach_by_link(self, link: models.Model, file: UploadedFile) -> ReplyDocument:
        """The same, for who has the link."""
        with acting_by_link(link.pk):
            return self._attach(file, by=None, link=link)

    def _attach(
        self, file: UploadedFile, *, by: User | None, link: models.Model | None = None
    ) -> ReplyDocument:
        self.consultation.hold_open()
        stop_if(permissions.why_not_attach_to_reply(self))
        file.name = f"{self._next_name()}.{file.kind.extension}"
        stored = StoredFile.take_in(file, by=by, on_ledger=False)
        document = self.documents.create(file=stored, added_by=by, link=link)
        AuditEvent.record("attach_to_reply", self.consultation, by=by)
        return document

    def _next_name(self) -> str:
        """The first number that no document of the reply has."""
        names = self.documents.values_list("file__name", flat=True)
        taken = {name.partition(".")[0] for name in names}
        return next(name for n in count(1) if (name := f"evidence-{n}") not in taken)

    @in_person
    def detach(self, document: ReplyDocument, *, by: User) -> None:
        """Take a document away from a draft; its content is not kept."""
        self._detach(document, by=by)

    def detach_by_link(self, link: models.Model, document: ReplyDocument) -> None:
        """The same, for who has the link."""
        with acting_by_link(link.pk):
            self._detach(document, by=None)

    def _detach(self, document: ReplyDocument, *, by: User | None) -> None:
        self.consultation.hold_open()
        stop_if(permissions.why_not_change_reply(self))
        file = document.file
        document.delete()
        file.forget()
        AuditEvent.record("detach_from_reply", self.consultation, by=by)


@tracked()
class OfferedPrice(PriceParts):
    """A line of the price at which a school offers a place, of the kinds of a ``PriceLine``."""

    PERSONAL = frozenset({"kind"})  # a therapy says something of a child's needs
    NOT_PERSONAL = frozenset(
        {"id", "reply", "unit", "quantity", "amount", "funder", "weeks", "cost_a_year"}
    )
    WHOSE = "reply"

    reply = models.ForeignKey(ConsultationReply, on_delete=models.PROTECT, related_name="prices")

    class Meta:
        constraints = [
            *PriceParts.Meta.constraints,
            models.UniqueConstraint(
                fields=["reply", "kind", "funder"], name="placements_offeredprice_once"
            ),
        ]
        triggers = walls.only_of_drafts()

    def __str__(self) -> str:
        return f"{self.kind} of reply {self.reply_id}"

    @property
    def in_words(self) -> str:
        """The amount, how often, and who pays it."""
        weeks = f", {self.weeks.normalize():f} weeks" if self.is_by_weeks else ""
        return (
            f"{money(self.amount)} a {self.get_unit_display().lower()}, quantity "
            f"{self.quantity.normalize():f}{weeks}, paid by {self.get_funder_display().lower()}"
        )
