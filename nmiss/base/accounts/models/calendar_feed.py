"""Calendar feeds: a private address at which somebody's own calendar reads their key dates."""

from __future__ import annotations

import hashlib
import uuid
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.crypto import salted_hmac

from nmiss.base.accounts import permissions
from nmiss.base.accounts.models.user import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import DatabaseNow, database_now
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


class CalendarFeedQuerySet(models.QuerySet):
    def live(self) -> Self:
        """Those that answer: not ended, of an account that was not closed since."""
        return self.filter(
            ended_at=None, user__is_active=True, times_closed=F("user__times_closed")
        )

    def of(self, user: User) -> Self:
        return self.filter(user=user)

    def with_token(self, token: str) -> Self:
        return self.filter(digest=digest_of(token)).select_related("user")


@tracked(exclude=["digest", "seed"])
class CalendarFeed(models.Model):
    """An address that its person made, until they renew or end it or their account is closed.

    The address is kept nowhere: it is made of the seed and the hub's secret key, and known again
    by its digest. It opens without a second factor, so what it leads to has no case facts.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="calendar_feeds")
    seed = models.UUIDField(default=uuid.uuid4)
    digest = models.CharField(max_length=64, unique=True)
    times_closed = models.PositiveIntegerField()
    made_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)

    objects = CalendarFeedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(ended_at=None), name="accounts_calendarfeed_one_live"
            )
        ]
        triggers = [
            DatedByTheDatabase("made_at", "ended_at"),
            DoneInPerson(user=("seed", "digest", "times_closed", "ended_at")),
        ]

    def __str__(self) -> str:
        return f"calendar feed of {self.user}"

    # Questions

    @property
    def token(self) -> str:
        """The secret in its address; empty where the hub's key is another than when it was made."""
        token = _token(self.seed)
        return token if digest_of(token) == self.digest else ""

    # Verbs

    @classmethod
    @in_person
    def make(cls, *, by: User) -> Self:
        """Make an address; the one before, if there is any, ends."""
        User.objects.select_for_update(of=("self",)).get(pk=by.pk)
        before = cls.objects.of(by).filter(ended_at=None)
        renewed = bool(before.update(ended_at=database_now()))
        feed = cls(user=by, times_closed=by.times_closed)
        feed.digest = digest_of(_token(feed.seed))
        feed.save()
        AuditEvent.record("renew_feed" if renewed else "make_feed", feed, by=by)
        return feed

    @in_person
    def end(self, *, by: User) -> None:
        """Have the address answer no more."""
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update(of=("self",)))
        stop_if(permissions.why_not_end_feed(self))
        self.ended_at = database_now()
        self.save(update_fields=["ended_at"])
        AuditEvent.record("end_feed", self, by=by)


def _token(seed: uuid.UUID) -> str:
    return salted_hmac(
        "nmiss.base.accounts.calendar feed", seed.hex, algorithm="sha256"
    ).hexdigest()
