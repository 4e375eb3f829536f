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
from nmiss.base.core.acting import acting_by_link, in_person
from nmiss.base.core.clock import DatabaseNow, database_now
from nmiss.base.core.history import tracked
from nmiss.base.core.letterbox import Addressee, tell
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson
from placements import permissions
from placements.models.consultation import Consultation

# Whoever can sign in needs none, and nobody else is sent one.
_SENT_WHERE_NOBODY_SIGNS_IN = """
    IF NOT EXISTS (SELECT FROM public.accounts_user
                   WHERE id = NEW.sent_by_id AND role = 'placements') THEN
        RAISE EXCEPTION 'A placement officer sends a link.';
    END IF;
    IF EXISTS (
        SELECT FROM public.placements_consultation AS c
        JOIN public.providers_school AS s ON s.id = c.school_id
        JOIN public.providers_providermember AS m ON m.provider_id = s.provider_id
        JOIN public.accounts_user AS u ON u.id = m.user_id
        WHERE c.id = NEW.consultation_id AND m.role IN ('owner', 'editor') AND u.is_active
    ) THEN
        RAISE EXCEPTION 'A school whose people can sign in gets no link.';
    END IF;
    RETURN NEW;
"""
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
            DoneInPerson(sent_by=("email", "digest")),
            pgtrigger.Trigger(
                name="sent_where_nobody_signs_in",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=_SENT_WHERE_NOBODY_SIGNS_IN,
            ),
            pgtrigger.Trigger(
                name="opened_by_who_has_it",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func="""
                    IF NEW.opened_at IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.opened_at IS NULL)
                        AND NEW.id IS DISTINCT FROM public.nmiss_acting_link() THEN
                        RAISE EXCEPTION 'Who has a link opens it.';
                    END IF;
                    RETURN NEW;
                """,
            ),
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
    @in_person
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
        with acting_by_link(self.pk):
            self.save()
        AuditEvent.record("open_link", self.consultation, by=None, email=self.email)
        return key
