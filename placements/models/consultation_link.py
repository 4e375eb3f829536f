"""Links: a school that nobody acts for here reads and answers one consultation, once."""

from __future__ import annotations

import datetime
import secrets
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from nmiss.base.accounts.models import User
from nmiss.base.accounts.models.invitation import digest_of
from nmiss.base.core.clock import DatabaseNow, database_now
from nmiss.base.core.history import tracked
from nmiss.base.core.letterbox import Addressee, tell
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.triggers import DatedByTheDatabase
from placements import permissions
from placements.models.consultation import Consultation

GOOD_FOR = datetime.timedelta(days=30)


class ConsultationLinkQuerySet(models.QuerySet):
    def living(self) -> Self:
        """Those that nobody has replaced, of consultations that are open."""
        return self.filter(ended_at=None, consultation__closed_at=None)

    def to_open(self, token: str) -> Self:
        """The link of this secret, as long as nobody has opened it and it is not too old."""
        since = database_now() - GOOD_FOR
        return self.living().filter(digest=digest_of(token), opened_at=None, sent_at__gt=since)

    def opened_by(self, key: str) -> Self:
        """The link that the browser with this key has opened."""
        since = database_now() - GOOD_FOR
        found = self.living().filter(key_digest=digest_of(key), opened_at__isnull=False)
        return found.filter(sent_at__gt=since)


@tracked(exclude=["digest", "key_digest"])
class ConsultationLink(models.Model):
    """A secret that was emailed to a school. It opens one consultation, in one browser, once.

    It makes no account. Of the secret, and of the key that the browser got for it, only digests
    are kept. Another one takes its place where the email or the browser is lost.
    """

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset(
        {
            *("id", "consultation", "email", "digest", "key_digest"),
            *("sent_at", "sent_by", "opened_at", "ended_at"),
        }
    )

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="links")
    email = models.EmailField()
    digest = models.CharField(max_length=64, unique=True)
    key_digest = models.CharField(max_length=64, blank=True)
    sent_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    opened_at = models.DateTimeField(null=True, editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)

    objects = ConsultationLinkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["consultation"],
                condition=Q(ended_at=None),
                name="placements_consultationlink_one_lives",
            ),
            models.UniqueConstraint(
                fields=["key_digest"],
                condition=~Q(key_digest=""),
                name="placements_consultationlink_one_browser",
            ),
            models.CheckConstraint(
                name="placements_consultationlink_opened_with_a_key",
                condition=Q(opened_at=None, key_digest="")
                | Q(opened_at__isnull=False) & ~Q(key_digest=""),
            ),
        ]
        triggers = [
            DatedByTheDatabase("sent_at", "opened_at", "ended_at"),
            pgtrigger.ReadOnly(
                name="leads_where_it_led",
                fields=["consultation", "email", "digest", "sent_at", "sent_by"],
            ),
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="opened_once",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func="""
                    IF OLD.ended_at IS NOT NULL THEN
                        RAISE EXCEPTION 'A link that has ended stays so.';
                    END IF;
                    IF OLD.opened_at IS NOT NULL AND (
                        NEW.opened_at IS DISTINCT FROM OLD.opened_at
                        OR NEW.key_digest <> OLD.key_digest
                    ) THEN
                        RAISE EXCEPTION 'A link is opened once.';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"link {self.pk} of consultation {self.consultation_id}"

    # Questions

    @property
    def name(self) -> str:
        """Who it is, as far as we know: the address that it went to."""
        return self.email

    # Verbs

    @classmethod
    @transaction.atomic
    def send(cls, consultation: Consultation, *, by: User, email: str) -> str:
        """Email a link; an earlier one opens nothing any more. Return its secret."""
        consultation.hold_open()
        stop_if(permissions.why_not_send_link(consultation))
        cls.objects.filter(consultation=consultation, ended_at=None).update(ended_at=timezone.now())
        token = secrets.token_urlsafe(32)
        cls.objects.create(
            consultation=consultation, email=email.lower(), digest=digest_of(token), sent_by=by
        )
        AuditEvent.record("send_link", consultation, by=by, email=email.lower())
        person = Addressee(email=email.lower())
        tell([person], "placements/consultation_link", about=consultation, token=token)
        return token

    @transaction.atomic
    def open(self) -> str:
        """Use it up. Return the key by which this browser goes on."""
        rows = type(self).objects.select_for_update(of=("self",))
        self.refresh_from_db(from_queryset=rows)
        stop_if(permissions.why_not_open_link(self))
        key = secrets.token_urlsafe(32)
        self.opened_at, self.key_digest = timezone.now(), digest_of(key)
        self.save()
        AuditEvent.record("open_link", self.consultation, by=None, email=self.email)
        return key
