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

if TYPE_CHECKING:
    from nmiss.accounts.models import User


# How the ledger says what was done: what happened, before whom or what.
_VERBS = {
    "invite": "invited",
    "accept_invitation": "joined",
    "withdraw_invitation": "withdrew the invitation of",
    "close": "closed the account of",
    "reopen": "opened again the account of",
    "remove_second_factor": "removed the second factor of",
    "take_on": "gave somebody a part in",
    "let_go": "ended somebody's part in",
    "take_in": "sent in the file",
    "quarantine": "found harmful and shut away",
    "forget": "removed the content of",
    "ask_for": "asked for the",
    "upload": "uploaded the",
    "confirm": "confirmed the",
    "download": "downloaded the",
    "import_schools": "imported schools from",
    "import_members": "imported members of the DPS from",
    "import_placements": "imported placements from",
    "import_postcodes": "imported postcodes from",
    "start": "began",
    "receive": "submitted",
    "withdraw": "withdrew",
    "open": "opened",
    "contracts.Round.close": "closed",
    "contracts.Round.open": "opened",
    "plan_rounds": "planned rounds of",
    "change": "changed",
    "propose_extension": "proposed to extend",
    "extend": "extended",
    "propose_window": "proposed a recovery window in",
    "agree_window": "agreed to a recovery window in",
    "ask_to_be_told": "asked to be told of rounds of",
    "stop_telling": "asked not to be told of rounds of",
    "establish": "recorded",
    "set_mode": "changed how rounds bind in",
    "publish_document": "published a document of",
    "record_notice": "recorded a notice of",
    "put_question": "wrote a question of",
    "take_out_question": "took a question out of",
    "tell_of_opening": "told providers of the opening of",
    "publish": "published",
    "succeed": "began the successor of",
    "declare_interest": "declared whether there is a conflict of interest in",
    "take_part_in_opening": "took part in opening",
    "check": "checked",
    "assign": "assigned evaluators to",
    "replace": "replaced an evaluator of",
    "score": "scored a question of",
    "moderate": "recorded the agreed score of a question of",
    "nudge": "reminded an evaluator who owes scores:",
    "seal_report": "had the evaluation report written down of",
    "evaluate_now": "decided to evaluate without waiting for its round",
    "prolong": "prolonged the assessment of",
    "recommend": "recommended an outcome of",
    "send_back": "sent back the recommendation on",
    "approve": "approved the outcome of",
    "release": "told the outcome of",
    "save_section": "saved a section of",
    "add_evidence": "added a document to",
    "remove_evidence": "took a document out of",
    "confirm_answers": "confirmed earlier answers of",
    "follow_scheme": "moved to other questions",
    "ask": "asked",
    "answer_question": "answered",
    "ask_for_evidence": "asked for evidence in",
    "answer_evidence_request": "answered",
    "offer": "offered the",
    "sign": "signed the",
    "countersign": "signed for the council the",
    "admit": "admitted",
    "end": "ended the",
    "suspend": "suspended",
    "reinstate": "reinstated",
    "remove": "removed",
    "exit": "wrote down the leaving of",
    "ask_to_renew": "asked for the renewed",
    "renew": "renewed the",
    "check_debarment": "looked on the debarment list for",
    "put_document": "put down the",
    "ask_for_a_document": "asked for a newer",
    "read_what_changed": "read what had changed in the",
    "decline": "declined the",
    "drop": "dropped the",
    "ask_to_undo": "asked to undo the",
    "undo": "undid the",
    "close_offices": "closed our offices on",
    "open_offices": "took back that our offices are closed on",
    "try_to_read_sealed": "was refused the sealed content of",
    "try_to_open": "was refused to open",
}


class AuditEventQuerySet(models.QuerySet):
    def about(self, record: models.Model) -> Self:
        return self.filter(target_type=record._meta.label, target_id=record.pk)

    def but_not(self, verbs: Sequence[str]) -> Self:
        """Without what was done under these verbs."""
        return self.exclude(verb__in=verbs)

    def done_as(self, deed: str) -> Self:
        """What the ledger says in these words (see ``deeds``)."""
        of_kinds = [key.rpartition(".") for key, words in _VERBS.items() if words == deed]
        found = models.Q(pk=None)
        for kind, _, verb in of_kinds:
            if kind:
                found |= models.Q(verb=verb, target_type=kind)
            else:
                own = [key.rpartition(".")[0] for key in _VERBS if key.endswith(f".{verb}")]
                found |= models.Q(verb=verb) & ~models.Q(target_type__in=own)
        return self.filter(found)

    def newest_first(self) -> Self:
        return self.order_by("-at", "-pk")


def deeds() -> list[str]:
    """All that the ledger says was done, in its words."""
    return sorted(set(_VERBS.values()))


class AuditEvent(models.Model):
    """Something that someone did, kept for good.

    It points at people and records by number and name, not by foreign key, so that a record
    can be erased when its retention ends and the trail remains. The database refuses to
    change or delete a row.
    """

    at = models.DateTimeField(default=timezone.now, editable=False)
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
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
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
        own = _VERBS.get(f"{self.target_type}.{self.verb}")
        words = own or _VERBS.get(self.verb, self.verb.replace("_", " "))
        return words if self.target_name == self.actor_name else f"{words} {self.target_name}"

    @property
    def details(self) -> str:
        """What was given with it: "reason: Staff; starts on: 2026-01-05"."""
        said = {name.replace("_", " "): _said(value) for name, value in self.given.items()}
        return "; ".join(f"{name}: {value}" for name, value in said.items() if value)

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


def _said(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
