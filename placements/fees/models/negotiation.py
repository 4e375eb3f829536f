"""The negotiation of a fee request: what both sides say, what they offer, and the mandate."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from nmiss.base.accounts.models import User
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import one_of, set_together
from nmiss.base.core.history import tracked
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson
from placements.fees.models import walls
from placements.fees.models.fee_line import FeeLine
from placements.fees.models.fee_request import FeeRequest


class Speaker(models.TextChoices):
    """Who speaks."""

    COUNCIL = "council", "Council"
    PROVIDER = "provider", "Provider"

    @classmethod
    def of(cls, user: User) -> Speaker:
        return cls.PROVIDER if user.is_provider else cls.COUNCIL


_APPEND_ONLY = pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)


class FeeMessage(models.Model):
    """Something that one side tells the other. Both sides read it. It is never changed."""

    PERSONAL = frozenset({"text"})
    NOT_PERSONAL = frozenset({"id", "request", "side", "written_by", "written_at"})

    request = models.ForeignKey(FeeRequest, on_delete=models.PROTECT, related_name="messages")
    side = models.CharField(max_length=10, choices=Speaker)
    text = models.TextField()
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    class Meta:
        constraints = [
            one_of("side", Speaker),
            models.CheckConstraint(
                name="placements_feemessage_says_something", condition=~Q(text="")
            ),
        ]
        triggers = [
            _APPEND_ONLY,
            DatedByTheDatabase("written_at"),
            DoneInPerson(written_by=()),
            walls.by_its_side("written_by"),
        ]

    def __str__(self) -> str:
        return f"message on {self.request_id}"


class FeeNoteQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """The council's alone."""
        if user.is_provider:
            return self.none()
        return self.filter(request__in=FeeRequest.objects.visible_to(user))


class FeeNote(models.Model):
    """A note of the council for itself. No provider reads it. It is never changed."""

    PERSONAL = frozenset({"text"})
    NOT_PERSONAL = frozenset({"id", "request", "written_by", "written_at"})

    request = models.ForeignKey(FeeRequest, on_delete=models.PROTECT, related_name="notes")
    text = models.TextField()
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    objects = FeeNoteQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="placements_feenote_says_something", condition=~Q(text=""))
        ]
        triggers = [
            _APPEND_ONLY,
            DatedByTheDatabase("written_at"),
            DoneInPerson(written_by=()),
            walls.OF_THE_COUNCIL,
        ]

    def __str__(self) -> str:
        return f"note on {self.request_id}"


class FeeMandate(models.Model):
    """How far the council may go: in per cent and by annual effect, agreed by a second person.

    ``decision`` is the executive decision where the ceiling is above what a manager may agree.
    """

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset(
        {
            *("id", "request", "percent", "pounds_a_year", "decision", "reason"),
            *("recommended_by", "approved_by", "approved_at"),
        }
    )

    request = models.ForeignKey(FeeRequest, on_delete=models.PROTECT, related_name="mandates")
    percent = models.DecimalField(max_digits=5, decimal_places=2)
    pounds_a_year = models.DecimalField(max_digits=14, decimal_places=2)
    decision = models.CharField(max_length=100, blank=True)
    reason = models.TextField()
    recommended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="placements_feemandate_by_two",
                condition=~Q(recommended_by=models.F("approved_by")),
            )
        ]
        triggers = [
            _APPEND_ONLY,
            DatedByTheDatabase("approved_at"),
            DoneInPerson(approved_by=()),
            walls.AS_AGREED,
        ]

    def __str__(self) -> str:
        return f"mandate of {self.request_id}"


class FeeOfferQuerySet(models.QuerySet):
    def newest_of_each(self) -> Self:
        """The keys of the newest offer of each request."""
        return self.order_by("request", "-number").distinct("request").values("pk")

    def newest_first(self) -> Self:
        return self.order_by("-number")


_WHOLE = """
    DECLARE
        of_offer bigint := CASE TG_TABLE_NAME
            WHEN 'placements_feeoffer' THEN (to_jsonb(NEW)->>'id')::bigint
            ELSE (to_jsonb(NEW)->>'offer_id')::bigint END;
    BEGIN
        IF EXISTS (
            SELECT FROM public.placements_feeoffer AS offer
            WHERE offer.id = of_offer AND offer.apart <> (
                SELECT count(*) FROM public.placements_feeofferline AS own
                JOIN public.placements_feeline AS line
                    ON line.id = own.line_id AND line.request_id = offer.request_id
                WHERE own.offer_id = offer.id
            )
        ) THEN
            RAISE EXCEPTION 'An offer has all its lines from the first, each of its request.'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
    END;
"""


def _whole(name: str) -> pgtrigger.Trigger:
    """A trigger that asks at the end of the transaction."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        operation=pgtrigger.Insert,
        func=_WHOLE,
    )


_ONLY_ACCEPTED = """
    IF TG_OP = 'DELETE' OR OLD.accepted_at IS NOT NULL
        OR ROW(NEW.request_id, NEW.number, NEW.side, NEW.percent, NEW.apart, NEW.more_a_year,
            NEW.expires_on, NEW.text, NEW.made_by_id, NEW.made_at)
        IS DISTINCT FROM ROW(OLD.request_id, OLD.number, OLD.side, OLD.percent, OLD.apart,
            OLD.more_a_year, OLD.expires_on, OLD.text, OLD.made_by_id, OLD.made_at) THEN
        RAISE EXCEPTION 'An offer stays as it was made.';
    END IF;
    IF (public.nmiss_now() AT TIME ZONE 'Europe/London')::date > OLD.expires_on THEN
        RAISE EXCEPTION 'An offer that has expired is not accepted.';
    END IF;
    RETURN NEW;
"""


@tracked()
class FeeOffer(models.Model):
    """An offer or a counter-offer: numbered, dated, good until a day.

    ``percent`` is on top of every present price; without one it is what was asked. As many lines as
    ``apart`` says have a percentage of their own (``FeeOfferLine``).
    """

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset(
        {
            *("id", "request", "number", "side", "percent", "apart", "more_a_year", "expires_on"),
            *("text", "made_by", "made_at", "accepted_by", "accepted_at"),
        }
    )

    request = models.ForeignKey(FeeRequest, on_delete=models.PROTECT, related_name="offers")
    number = models.PositiveSmallIntegerField()
    side = models.CharField(max_length=10, choices=Speaker)
    percent = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    apart = models.PositiveSmallIntegerField(default=0)
    more_a_year = models.DecimalField(max_digits=14, decimal_places=2)
    expires_on = models.DateField()
    text = models.TextField(blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    accepted_at = models.DateTimeField(null=True, editable=False)

    objects = FeeOfferQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("side", Speaker),
            set_together("accepted_at", "accepted_by"),
            models.UniqueConstraint(
                fields=["request", "number"], name="placements_feeoffer_number_once"
            ),
            models.UniqueConstraint(
                fields=["request"],
                condition=Q(accepted_at__isnull=False),
                name="placements_feeoffer_one_is_accepted",
            ),
        ]
        triggers = [
            DatedByTheDatabase("made_at", "accepted_at"),
            DoneInPerson(made_by=(), accepted_by=("accepted_at",)),
            walls.by_its_side("made_by"),
            walls.TAKES_ITS_TURN,
            walls.WITHIN_THE_MANDATE,
            pgtrigger.Trigger(
                name="only_accepted",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func=_ONLY_ACCEPTED,
            ),
            _whole("has_all_its_lines"),
        ]

    def __str__(self) -> str:
        return f"offer {self.number} on {self.request_id}"

    # Questions

    @property
    def words(self) -> str:
        """What is offered, in words."""
        words = "as requested" if self.percent is None else f"{self.percent.normalize():f}%"
        if self.apart:
            words += f", {self.apart} price{'s' * (self.apart > 1)} apart"
        return words

    @property
    def percents_apart(self) -> dict[int, Decimal]:
        """The percentages of the lines that have one of their own, by the numbers of the lines."""
        return {each.line_id: each.percent for each in self.lines.all()}

    @property
    def title(self) -> str:
        return "Offer" if self.side == Speaker.COUNCIL else "Counter-offer"

    def has_expired(self, on: datetime.date) -> bool:
        return on > self.expires_on

    def has_ended(self, appealed_at: datetime.datetime | None) -> bool:
        """Whether the request was refused since: an appeal begins without what was offered."""
        return appealed_at is not None and self.made_at <= appealed_at


class FeeOfferLine(models.Model):
    """The percentage of one price in an offer, where it is not that of the others."""

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset({"id", "offer", "line", "percent"})

    offer = models.ForeignKey(FeeOffer, on_delete=models.PROTECT, related_name="lines")
    line = models.ForeignKey(FeeLine, on_delete=models.PROTECT, related_name="offers")
    percent = models.DecimalField(max_digits=5, decimal_places=2)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["offer", "line"], name="placements_feeofferline_once")
        ]
        triggers = [_APPEND_ONLY, _whole("all_from_the_first")]

    def __str__(self) -> str:
        return f"{self.percent} % on line {self.line_id} in offer {self.offer_id}"
