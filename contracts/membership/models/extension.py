"""Letters about an extension, one to each provider: what it replies, and what it asks."""

from __future__ import annotations

import datetime
from typing import Self

import pgtrigger
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from contracts.arrangements.models import ExtensionOption, OptionStatus
from contracts.membership import permissions
from contracts.membership.models.membership import Membership
from contracts.membership.status import Reply
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import BY_THE_HUB, WrittenBySomebody
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import one_of, set_together
from nmiss.base.core.history import tracked
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import ByItsMoves, Lifecycle, move, stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.triggers import DatedByTheDatabase
from nmiss.base.files.models import StoredFile
from providers.models import Provider, ProviderMember, ProviderRole
from providers.own_rows import acts_for, council_or
from providers.recipients import writers_of

ONE_DAY = datetime.timedelta(days=1)
_OF_ITS_LETTER = (
    "(SELECT provider_id FROM public.contracts_extensionletter WHERE id = RECORD.letter_id)"
)
# Asked at the end of the transaction. What was taken over from before our records has no letters.
TOLD_BY_LETTERS = pgtrigger.Trigger(
    name="told_by_letters",
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("status"),
    when=pgtrigger.After,
    timing=pgtrigger.Deferred,
    condition=pgtrigger.Q(new__status="notified", new__decided_by__isnull=False),
    func="""
        IF EXISTS (
            SELECT 1 FROM public.contracts_membership AS m
            JOIN public.contracts_lot AS l ON l.id = m.lot_id
            WHERE l.vehicle_id = NEW.vehicle_id AND m.admitted_on < NEW.starts_on
              AND coalesce(m.left_on, NEW.starts_on) >= NEW.starts_on - 1
              AND NOT EXISTS (SELECT 1 FROM public.contracts_extensionletter AS letter
                              WHERE letter.option_id = NEW.id
                                AND letter.provider_id = m.provider_id)
        ) THEN
            RAISE EXCEPTION 'Every provider is told of an extension by a letter.';
        END IF;
        RETURN NULL;
    """,
)
LEFT_BY_WHO_DECLINED = pgtrigger.Trigger(
    name="left_by_who_declined",
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("status"),
    when=pgtrigger.After,
    timing=pgtrigger.Deferred,
    condition=pgtrigger.Q(new__status="in_effect"),
    func="""
        IF EXISTS (
            SELECT 1 FROM public.contracts_extensionletter AS letter
            JOIN public.contracts_membership AS m ON m.provider_id = letter.provider_id
            JOIN public.contracts_lot AS l ON l.id = m.lot_id
            WHERE letter.option_id = NEW.id AND letter.status = 'declined'
              AND l.vehicle_id = NEW.vehicle_id AND m.admitted_on < NEW.starts_on
              AND coalesce(m.left_on, NEW.starts_on) >= NEW.starts_on
        ) THEN
            RAISE EXCEPTION 'Who declined an extension leaves before it begins.';
        END IF;
        RETURN NULL;
    """,
)
pgtrigger.register(TOLD_BY_LETTERS, LEFT_BY_WHO_DECLINED)(ExtensionOption)


class ExtensionLetterQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """The council's case workers see all; a provider's people their own."""
        if user.role in Role.with_cases():
            return self
        if user.is_provider:
            return self.filter(provider__in=Provider.objects.visible_to(user))
        return self.none()

    def of(self, option: ExtensionOption) -> Self:
        return self.filter(option=option)

    def open(self) -> Self:
        """Those of options that are not in effect yet: replies are taken."""
        return self.filter(option__status=OptionStatus.NOTIFIED)

    def unanswered(self) -> Self:
        return self.filter(status=Reply.WAITING)

    def answered(self) -> Self:
        return self.exclude(status=Reply.WAITING)

    def declined(self) -> Self:
        return self.filter(status=Reply.DECLINED)

    def with_parties(self) -> Self:
        return self.select_related("provider", "option__vehicle", "option__decision", "file")

    def counted(self) -> dict[str, int]:
        """How many letters were sent, and how many have each reply."""
        counts = {reply.value: Count("pk", filter=Q(status=reply)) for reply in Reply}
        return self.aggregate(sent=Count("pk"), **counts)

    def with_board(self) -> Self:
        """With ``school_count``, on the last day of the present term, and ``has_contact``."""
        starts_on = OuterRef("option__starts_on")
        members = Membership.objects.filter(
            Q(left_on=None) | Q(left_on__gte=starts_on - ONE_DAY),
            provider=OuterRef("provider"),
            lot__vehicle=OuterRef("option__vehicle"),
            admitted_on__lt=starts_on,
        )
        schools = members.order_by().values("provider").annotate(n=Count("school", distinct=True))
        writers = ProviderMember.objects.filter(
            provider=OuterRef("provider"), role__in=ProviderRole.writers(), user__is_active=True
        )
        return self.select_related("provider", "option").annotate(
            school_count=Coalesce(Subquery(schools.values("n")), 0), has_contact=Exists(writers)
        )

    def soonest_first(self) -> Self:
        return self.order_by("answer_by", "pk")


@tracked()
class ExtensionLetter(Lifecycle):
    """The letter to a provider about an option, as it was sent, and the provider's reply.

    A provider that accepts or does not reply stays a member by its present terms; one that
    declines leaves with the term, and holds up nobody else. The newest reply counts, until the
    option takes effect. ``source`` says how a reply came that an officer recorded.
    """

    option = models.ForeignKey(ExtensionOption, on_delete=models.PROTECT, related_name="letters")
    provider = models.ForeignKey(
        Provider, on_delete=models.PROTECT, related_name="extension_letters"
    )
    content = models.JSONField(encoder=DjangoJSONEncoder)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    answer_by = models.DateField()
    sent_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    status = models.CharField(max_length=10, choices=Reply, default=Reply.WAITING, editable=False)
    reason = models.TextField(blank=True)
    source = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ExtensionLetterQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("status", Reply),
            models.UniqueConstraint(
                fields=["option", "provider"], name="contracts_extensionletter_once"
            ),
            set_together("answered_at", "answered_by"),
            models.CheckConstraint(
                name="contracts_extensionletter_answered_by_somebody",
                condition=Q(status=Reply.WAITING, answered_by=None, reason="", source="")
                | Q(status=Reply.ACCEPTED, answered_by__isnull=False)
                | Q(status=Reply.DECLINED, answered_by__isnull=False) & ~Q(reason=""),
            ),
        ]
        triggers = [
            ByItsMoves(),
            pgtrigger.ReadOnly(
                name="what_was_sent_stands",
                fields=["option", "provider", "content", "file", "answer_by", "sent_at"],
            ),
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
            DatedByTheDatabase("sent_at", "answered_at"),
            WrittenBySomebody(
                *permissions.COMMISSIONING,
                Role.PROVIDER,
                unless=BY_THE_HUB,  # which writes to who joins later
                must=council_or(f"TG_OP = 'UPDATE' AND {acts_for('RECORD.provider_id', 'owner')}"),
                words="An owner replies for its own provider.",
                answered_by=("status", "reason", "source"),
            ),
            pgtrigger.Trigger(
                name="answered_in_time",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                declare=[("option", "public.contracts_extensionoption%ROWTYPE")],
                func="""
                    IF TG_OP = 'UPDATE' AND ROW(NEW.status, NEW.reason, NEW.source,
                        NEW.answered_by_id, NEW.answered_at) IS NOT DISTINCT FROM
                        ROW(OLD.status, OLD.reason, OLD.source,
                        OLD.answered_by_id, OLD.answered_at) THEN
                        RETURN NEW;
                    END IF;
                    SELECT * INTO option FROM public.contracts_extensionoption
                        WHERE id = NEW.option_id FOR SHARE;
                    IF option.status <> 'notified' THEN
                        RAISE EXCEPTION 'Replies are taken between the notice and the extension.';
                    END IF;
                    IF NEW.answered_by_id IS NULL THEN RETURN NEW; END IF;
                    IF timezone('Europe/London', public.nmiss_now())::date
                        > greatest(NEW.answer_by, option.starts_on - 1) THEN
                        RAISE EXCEPTION 'The time to reply is over.';
                    END IF;
                    IF NOT EXISTS (
                        SELECT 1 FROM public.providers_providermember
                        WHERE provider_id = NEW.provider_id AND user_id = NEW.answered_by_id
                          AND role = 'owner'
                    ) AND NOT (NEW.source <> '' AND EXISTS (
                        SELECT 1 FROM public.accounts_user
                        WHERE id = NEW.answered_by_id AND role IN ('officer', 'manager')
                    )) THEN
                        RAISE EXCEPTION 'An owner replies, or an officer records how it came.';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"extension letter to {self.provider}"

    # Questions

    @property
    def last_answer_on(self) -> datetime.date:
        """The last day on which a reply is taken: the one before the option begins."""
        return max(self.answer_by, self.option.starts_on - ONE_DAY)

    def is_late(self, on: datetime.date) -> bool:
        return self.status == Reply.WAITING and self.answer_by < on

    # Verbs

    @in_person
    def ask(self, *, by: User, words: str) -> ExtensionQuestion:
        """Ask the council something before replying."""
        self.lock()
        stop_if(permissions.why_not_ask_about_extension(by, self))
        question = self.questions.create(words=words, asked_by=by)
        AuditEvent.record("ask_about_extension", self, by=by)
        people = User.objects.in_roles(Role.OFFICER, Role.MANAGER)
        tell(people, "contracts/membership/extension_question", about=question)
        return question

    # Moves

    @move(
        sources={Reply.WAITING, Reply.DECLINED},
        target=Reply.ACCEPTED,
        is_in_person=True,
        why_not=permissions.why_not_reply,
    )
    def accept(self, *, by: User, reason: str = "", source: str = "") -> None:
        """Stay for the further period."""
        self._answer(by, reason, source)

    @move(
        sources={Reply.WAITING, Reply.ACCEPTED},
        target=Reply.DECLINED,
        is_in_person=True,
        why_not=permissions.why_not_reply,
    )
    def decline(self, *, by: User, reason: str, source: str = "") -> None:
        """Leave with the term. Its placements continue on their own terms."""
        self._answer(by, reason, source)
        people = User.objects.in_roles(Role.OFFICER, Role.MANAGER, Role.PLACEMENTS)
        tell(people, "contracts/membership/extension_declined", about=self, reason=reason)

    def _answer(self, by: User, reason: str, source: str) -> None:
        self.reason, self.source = reason, "" if by.is_provider else source
        self.answered_by, self.answered_at = by, timezone.now()


class ExtensionQuestionQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Whoever may read the letter."""
        return self.filter(letter__in=ExtensionLetter.objects.visible_to(user))

    def of(self, option: ExtensionOption) -> Self:
        return self.filter(letter__option=option)

    def unanswered(self) -> Self:
        return self.filter(answered_at=None)

    def with_people(self) -> Self:
        return self.select_related("asked_by", "answered_by")

    def oldest_first(self) -> Self:
        return self.order_by("pk")


@tracked()
class ExtensionQuestion(models.Model):
    """A question of a provider about its letter, and the council's answer."""

    letter = models.ForeignKey(ExtensionLetter, on_delete=models.PROTECT, related_name="questions")
    words = models.TextField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, editable=False)

    objects = ExtensionQuestionQuerySet.as_manager()

    class Meta:
        constraints = [
            set_together("answered_at", "answered_by"),
            models.CheckConstraint(
                name="contracts_extensionquestion_says_something",
                condition=~Q(words="")
                & (Q(answered_at=None, answer="") | Q(answered_at__isnull=False) & ~Q(answer="")),
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="what_was_asked_stands", fields=["letter", "words", "asked_by", "asked_at"]
            ),
            DatedByTheDatabase("asked_at", "answered_at"),
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
            WrittenBySomebody(
                *permissions.COMMISSIONING,
                Role.PROVIDER,
                must="(public.nmiss_acting_role() <> 'provider') = (TG_OP = 'UPDATE') AND ("
                + council_or(acts_for(_OF_ITS_LETTER))
                + ")",
                words="A provider asks about its own letter, and the council answers.",
                asked_by=(),
                answered_by=("answer",),
            ),
        ]

    def __str__(self) -> str:
        return f"question of {self.letter.provider} about the extension"

    # Verbs

    @in_person
    def reply(self, *, by: User, answer: str) -> None:
        """Answer it, once, and write to those who work for the provider."""
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update(of=("self",)))
        stop_if(permissions.why_not_answer_question(by, self))
        self.answer, self.answered_by, self.answered_at = answer, by, timezone.now()
        self.save()
        AuditEvent.record("answer_about_extension", self.letter, by=by)
        people = writers_of(self.letter.provider_id)
        tell(people, "contracts/membership/extension_answered", about=self)
