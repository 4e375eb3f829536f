"""The ledger: what was done, by whom, to what; kept for good."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

import pgtrigger
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.functions import Upper
from django.utils import timezone

from nmiss.base.core import deeds
from nmiss.base.core.clock import DatabaseNow

if TYPE_CHECKING:
    from nmiss.base.accounts.models import User


class AuditEventQuerySet(models.QuerySet):
    def about(self, record: models.Model) -> Self:
        return self.filter(target_type=record._meta.label, target_id=record.pk)

    def but_not(self, verbs: Sequence[str]) -> Self:
        """Without what was done under these verbs."""
        return self.exclude(verb__in=verbs)

    def visible_to(self, user: User) -> Self:
        """Administrators read what is about accounts, files and the hub itself, and no case.

        Who works with cases reads what is outside the seal; providers read nothing here.
        """
        if user.is_provider:
            return self.none()
        outside = self.with_repetitions().exclude(deeds.sealed())
        return outside if user.works_with_cases else outside.filter(deeds.for_administrators())

    def done_under(self, key: str) -> Self:
        """Those of one verb, by the key of its words, or of a whole topic by its title."""
        return self.filter(deeds.done_under(key))

    def with_repetitions(self) -> Self:
        """With how often each was tried, where it was tried again (see ``Repetition``)."""
        return self.select_related("repetition")

    def newest_first(self) -> Self:
        return self.order_by("-at", "-pk")


class AuditEvent(models.Model):
    """Something that someone did, kept for good.

    It points at people and records by number and name, not by foreign key, so that a record
    can be erased when its retention ends and the trail remains. The database refuses to
    change or delete a row, and to take one of another instant than now.
    """

    at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=200)
    verb = models.CharField(max_length=100)
    target_type = models.CharField(max_length=100, blank=True)
    target_id = models.BigIntegerField(null=True)
    target_name = models.CharField(max_length=300)
    before = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    after = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    given = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    objects = AuditEventQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["target_type", "target_id"], name="core_auditevent_target"),
            models.Index(fields=["at", "id"], name="core_auditevent_in_order"),
            models.Index(fields=["verb", "at", "id"], name="core_auditevent_by_verb"),
            GinIndex(
                OpClass(Upper("actor_name"), name="gin_trgm_ops"),
                OpClass(Upper("target_name"), name="gin_trgm_ops"),
                name="core_auditevent_named",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="at_its_instant",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func="""
                    IF NEW.at IS NULL
                        OR abs(extract(epoch FROM NEW.at - public.nmiss_now())) > 60 THEN
                        RAISE EXCEPTION 'What was done is written down when it is done.';
                    END IF;
                    NEW.at := public.nmiss_now();
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name} {self.verb} {self.target_name}"

    # Questions

    @property
    def sentence(self) -> str:
        """What was done, as a person says it: "Ada Lovelace invited Charles Babbage"."""
        return f"{self.actor_name} {self.deed}"

    @property
    def deed(self) -> str:
        """The same without who did it: "invited Charles Babbage"."""
        found = deeds.deed_of(self.verb, self.target_type)
        found = found or deeds.Deed(self.verb.replace("_", " "), "")
        return found.to("" if self.target_name == self.actor_name else self.target_name)

    @property
    def changes(self) -> list[str]:
        """What was changed by it: "Closing time: from 4 January 2027 to 11 January 2027"."""
        return [
            f"{self._label(name)}: from {self._said(name, self.before.get(name)) or 'nothing'} to "
            f"{self._said(name, self.after.get(name)) or 'nothing'}"
            for name in deeds.in_order({**self.before, **self.after}, verb=self.verb)
            if self._said(name, self.before.get(name)) != self._said(name, self.after.get(name))
        ]

    @property
    def details(self) -> list[str]:
        """What was given with it, in words: "Reason: The registration is under review"."""
        found = self._details(is_technical=False)
        tried = self._state.fields_cache.get("repetition")
        if tried and tried.count > 1:
            last = timezone.localtime(tried.last_at)
            found.append(f"Times within the hour: {tried.count}, the last at {last:%H:%M}")
        return found

    @property
    def technicalities(self) -> list[str]:
        """The rest of what was given: fingerprints, which people do not read."""
        return self._details(is_technical=True)

    def _details(self, *, is_technical: bool) -> list[str]:
        found = []
        for name in deeds.in_order(self.given, verb=self.verb):
            fact, words = deeds.fact_of(name, verb=self.verb), self._said(name, self.given[name])
            if words and bool(fact and fact.is_technical) == is_technical:
                label = self._label(name)
                found.append(f"{label}: {words}" if label else words)
        return found

    def _label(self, name: str) -> str:
        fact = deeds.fact_of(name, verb=self.verb)
        return name.replace("_", " ").capitalize() if fact is None else fact.label

    def _said(self, name: str, value: Any) -> str:
        return deeds.said(name, value, verb=self.verb, target_type=self.target_type)

    # Verbs

    @classmethod
    def record(
        cls,
        verb: str,
        target: models.Model | str,
        *,
        by: User | None,
        before: dict[str, Any] | None = None,
        after: dict[str, Any] | None = None,
        **given: Any,
    ) -> Self:
        """Write down who did what to which record, in the transaction that does it.

        ``by`` is None for what the operator or the calendar does. A target that is no record of
        ours, such as a file, is given by its name. Hand over plain values, and nothing of a
        child's identity.
        """
        is_record = isinstance(target, models.Model)
        if is_record and by:
            given = deeds.added(verb, target, by) | given
        return cls.objects.create(
            actor_id=by.pk if by else None,
            actor_name=str(by) if by else "The system",
            verb=verb,
            target_type=target._meta.label if is_record else "",
            target_id=target.pk if is_record else None,
            target_name=str(target),
            before=before or {},
            after=after or {},
            given=given,
        )
