"""Consultations: a school is asked whether it can take a child, and has some days to answer."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone

from contracts.arrangements import deadlines
from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import DatabaseNow, database_now
from nmiss.base.core.constraints import one_of, set_together
from nmiss.base.core.history import tracked
from nmiss.base.core.letterbox import Addressee, tell
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson
from placements import permissions
from placements.consultation_kinds import EndOfConsultation, ReplyKind
from placements.models import walls
from placements.models.case import Case, CaseStatus
from placements.models.consultation_pack import ConsultationPack, PackDocument
from placements.models.shortlist import Shortlist, ShortlistedSchool
from providers.models import ProviderMember, ProviderRole, School
from providers.recipients import writers_of

REPLY_DAYS = "consultation_reply"  # 15 calendar days, by the code of practice


class ConsultationQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Who sees the case; and the people of the school's provider those of their schools."""
        if user.is_provider:
            return self.filter(school__in=School.objects.visible_to(user))
        return self.filter(case__in=Case.objects.visible_to(user))

    def open(self) -> Self:
        return self.filter(closed_at=None)

    def closed_by_choice(self, choice: models.Model) -> Self:
        """Those that were closed because of a choice, also later as its child was placed."""
        reasons = EndOfConsultation.CHOSEN, EndOfConsultation.PLACED
        return self.filter(
            case=choice.case_id, closed_at__gte=choice.chosen_at, close_reason__in=reasons
        )

    def unanswered(self) -> Self:
        return self.open().filter(~Exists(self._sent()))

    def with_answer(self) -> Self:
        """With ``answer``, the kind of the reply that counts, and when it was sent."""
        newest = self._sent().order_by("-sent_at", "-pk")
        return self.annotate(
            answer=Subquery(newest.values("kind")[:1]),
            answered_at=Subquery(newest.values("sent_at")[:1]),
        )

    def with_facts(self) -> Self:
        """With what its pages and lists say of it."""
        people = ("sent_by", "holder", "closed_by")
        return self.with_answer().select_related("case__child", "school", "pack", *people)

    def not_with_a_colleague_of(self, user: User) -> Self:
        """Those that this person may have to answer: nobody else at the school holds them."""
        members = ProviderMember.objects.filter(
            provider=OuterRef("school__provider"),
            user=OuterRef("holder"),
            user__is_active=True,
            role__in=ProviderRole.writers(),
        )
        return self.filter(Q(holder=None) | Q(holder=user) | ~Exists(members))

    def with_dps(self) -> Self:
        """With ``was_on_dps``: whether the school was, on the shortlist it was asked from."""
        rows = ShortlistedSchool.objects.filter(
            shortlist=OuterRef("shortlist"), school=OuterRef("school"), is_member=True
        )
        return self.annotate(was_on_dps=Exists(rows))

    def of_cases_without_a_place(self) -> Self:
        """Those of cases that are open, where no place has begun since."""
        cases = Case.objects.open().with_status().exclude(status=CaseStatus.PLACED)
        return self.filter(case__in=cases.values("pk"))

    def offered(self) -> Self:
        """Those ``with_answer`` by which a school offers a place."""
        return self.filter(answer__in=ReplyKind.offers())

    def by_due(self) -> Self:
        return self.order_by("due_on", "pk")

    def newest_first(self) -> Self:
        return self.order_by("-sent_at", "-pk")

    def _sent(self) -> models.QuerySet:
        """The replies that were sent of each; they know us."""
        replies = self.model._meta.get_field("replies").related_model.objects
        return replies.filter(consultation=OuterRef("pk"), sent_at__isnull=False)


@tracked()
class Consultation(models.Model):
    """A school that is asked, with one pack, from one shortlist.

    It is the school that is asked: whoever acts for it sees the consultation. ``holder`` is who
    of them works on it, until that person leaves. Nothing but the holder and the end changes.
    """

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset(
        {
            *("id", "case", "school", "pack", "shortlist", "sent_at", "sent_by", "due_on"),
            *("holder", "closed_at", "closed_by", "close_reason"),
        }
    )

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="consultations")
    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="consultations")
    pack = models.ForeignKey(
        ConsultationPack, on_delete=models.PROTECT, related_name="consultations"
    )
    shortlist = models.ForeignKey(Shortlist, on_delete=models.PROTECT, related_name="consultations")
    sent_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    due_on = models.DateField()
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    close_reason = models.CharField(max_length=20, choices=EndOfConsultation, blank=True)

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("close_reason", EndOfConsultation, or_empty=True),
            set_together("closed_at", "closed_by"),
            models.CheckConstraint(
                name="placements_consultation_closed_with_a_reason",
                condition=Q(closed_at=None, close_reason="")
                | Q(closed_at__isnull=False) & ~Q(close_reason=""),
            ),
            models.UniqueConstraint(
                fields=["case", "school"],
                condition=Q(closed_at=None),
                name="placements_consultation_one_open_of_a_school",
                violation_error_message="A colleague has just consulted this school.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_on", "id"],
                condition=Q(closed_at=None),
                name="placements_consultation_due",
            )
        ]
        triggers = [
            DatedByTheDatabase("sent_at", "closed_at"),
            DoneInPerson(sent_by=(), closed_by=("closed_at", "close_reason")),
            pgtrigger.ReadOnly(
                name="stays_as_sent",
                fields=["case", "school", "pack", "shortlist", "sent_at", "sent_by", "due_on"],
            ),
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="of_one_case",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=walls.OF_ONE_CASE,
            ),
            pgtrigger.Trigger(
                name="closed_for_good",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__closed_at__isnull=False),
                func=walls.CLOSED_FOR_GOOD,
            ),
        ]

    def __str__(self) -> str:
        return f"consultation {self.pk}"

    # Questions

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def is_chosen(self) -> bool:
        return self.close_reason == EndOfConsultation.CHOSEN

    @property
    def shows_child(self) -> bool:
        """Whether the school needs to know more of the child than its own replies."""
        return self.is_open or self.is_chosen

    @property
    def reply(self) -> models.Model | None:
        """The reply that counts: the one that was sent last."""
        return self.replies.sent().newest_first().first()

    @property
    def draft(self) -> models.Model | None:
        """What the school is writing, which its people see and nobody else."""
        return self.replies.drafts().first()

    def standing(self, today: datetime.date) -> str:
        """Chosen, closed, what was answered, overdue or waiting. Ask for it ``with_answer``."""
        if not self.is_open:
            return "chosen" if self.is_chosen else "closed"
        if self.answer:
            return self.answer
        return "overdue" if self.due_on < today else "waiting"

    def days_left(self, today: datetime.date) -> int:
        return (self.due_on - today).days

    def must_be_decided(self, today: datetime.date) -> bool:
        """The last day has come without a reply: the council decides all the same."""
        return self.is_open and not self.answer and self.due_on <= today

    @staticmethod
    def due_when_sent(day: datetime.date) -> datetime.date:
        """Until when a school has time to reply to what is sent on a day."""
        return deadlines.work_out(REPLY_DAYS, day).due_on

    def people(self) -> list[User]:
        """Who is written to: the holder, or else all who write in the provider's name."""
        writers = writers_of(self.school.provider_id)
        held = [each for each in writers if each.pk == self.holder_id]
        return held or writers

    def addressees(self) -> list[Addressee]:
        """Who has a link to it, where nobody at the school can sign in."""
        emails = self.links.filter(ended_at=None).values_list("email", flat=True)
        return [Addressee(email) for email in emails]

    def held_by(self) -> User | None:
        """Who works on it, as long as that person writes for the school's provider."""
        return next((each for each in self.people() if each.pk == self.holder_id), None)

    # Verbs

    @classmethod
    @in_person
    def send_to(
        cls,
        schools: Iterable[School],
        pack: ConsultationPack,
        shortlist: Shortlist,
        *,
        by: User,
        emails: Mapping[int, str] | None = None,
    ) -> list[Self]:
        """Ask all of these schools, or none, and tell their people that something is there.

        ``emails`` are addresses by URN, for schools at which nobody can sign in: they get a link.
        """
        case = Case.objects.select_for_update(of=("self",), no_key=True).get(pk=pack.case_id)
        pack = case.packs.with_documents().get(pk=pack.pk)
        return cls.send_held(schools, case, pack, shortlist, by=by, emails=emails)

    @classmethod
    @in_person
    def send_held(
        cls,
        schools: Iterable[School],
        case: Case,
        pack: ConsultationPack,
        shortlist: Shortlist,
        *,
        by: User,
        emails: Mapping[int, str] | None = None,
    ) -> list[Self]:
        """The same for a case that is locked already, and its pack as it was read since."""
        emails = emails or {}
        stop_if(permissions.why_not_work_on_case(case))
        stop_if(permissions.why_not_send_pack(pack))
        return [
            cls._send(school, case, pack, shortlist, by=by, email=emails.get(school.urn, ""))
            for school in schools
        ]

    @classmethod
    def send(
        cls, school: School, pack: ConsultationPack, shortlist: Shortlist, *, by: User
    ) -> Self:
        """Ask one school."""
        return cls.send_to([school], pack, shortlist, by=by)[0]

    @classmethod
    def _send(
        cls,
        school: School,
        case: Case,
        pack: ConsultationPack,
        shortlist: Shortlist,
        *,
        by: User,
        email: str,
    ) -> Self:
        stop_if(permissions.why_not_consult(case, school, email=email))
        consultation = cls.objects.create(
            case=case,
            school=school,
            pack=pack,
            shortlist=shortlist,
            sent_by=by,
            due_on=cls.due_when_sent(timezone.localdate(database_now())),
        )
        AuditEvent.record(
            "consult", consultation, by=by, school=str(school), due_on=consultation.due_on
        )
        if permissions.can_be_asked(school):
            tell(consultation.people(), "placements/consultation_sent", about=consultation)
        else:
            links = cls._meta.get_field("links").related_model  # they know us
            links.send(consultation, by=by, email=email)
        return consultation

    @in_person
    def close(self, *, by: User, reason: str) -> None:
        """Ask no longer, and tell the school."""
        self.hold_open()
        self.closed_at, self.closed_by, self.close_reason = timezone.now(), by, reason
        self.save()
        AuditEvent.record("close_consultation", self, by=by, close_reason=reason)
        tell(self.people(), "placements/consultation_closed", about=self)
        tell(self.addressees(), "placements/consultation_closed_by_link", about=self)

    @in_person
    def reopen(self, *, by: User) -> None:
        """Go on asking as before, where the choice that closed it is voided; tell the school."""
        self.refresh_from_db(from_queryset=Consultation.objects.select_for_update(of=("self",)))
        self.closed_at, self.closed_by, self.close_reason = None, None, ""
        self.save()
        AuditEvent.record("reopen_consultation", self, by=by)
        tell(self.people(), "placements/consultation_goes_on", about=self)
        tell(self.addressees(), "placements/consultation_goes_on_by_link", about=self)

    @transaction.atomic
    def hand_on(self, *, by: User, to: User | None) -> None:
        """Have a colleague at the school work on it, or all of them again."""
        self.hold_open()
        stop_if(permissions.why_not_hold(self, to))
        self.holder = to
        self.save()
        AuditEvent.record("hand_on", self, by=by, to=str(to or "everyone at the school"))
        if to and to != by:
            tell([to], "placements/consultation_handed_on", about=self)

    def note_opening_by(self, link: models.Model, *, document: PackDocument | None = None) -> None:
        """Keep that who has the link opened the page, which shows initials, or a document."""
        self.openings.create(link=link, document=document)
        if not document:
            self.case.child.looks.create(link=link, with_identity=True)

    def note_opening(self, *, by: User, document: PackDocument | None = None) -> None:
        """Keep that a school opened the page, or anybody a document.

        The page shows initials, as long as the school needs them: that is a look at the identity.
        """
        if by.is_provider or document:
            self.openings.create(opened_by=by, document=document)
        if by.is_provider and not document and self.shows_child:
            self.case.child.note_look(by=by, with_identity=True)

    def hold_open(self) -> None:
        """Lock the row, and see that nobody has closed it."""
        rows = Consultation.objects.select_related("school").select_for_update(
            of=("self",), no_key=True
        )
        self.refresh_from_db(from_queryset=rows)
        stop_if(permissions.why_not_work_on_consultation(self))

    def colleagues(self) -> models.QuerySet[User]:
        """Who of the school's provider can work on it."""
        roles = ProviderRole.writers()
        members = self.school.provider.members.filter(role__in=roles)
        people = User.objects.filter(pk__in=members.values("user"), is_active=True)
        return people.order_by("name", "pk")
