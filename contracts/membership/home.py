"""What membership brings to the landing pages: letters, signatures, what members keep up."""

from __future__ import annotations

import datetime

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone

from contracts.applications.models import Application, RefusedFile, Status
from contracts.arrangements.models import ExtensionOption
from contracts.membership.compliance import link_to_send
from contracts.membership.models import (
    Agreement,
    Debarred,
    DeclarationRenewal,
    ExtensionLetter,
    ExtensionQuestion,
    Leaving,
    LetterReading,
    Membership,
    swept,
)
from contracts.membership.models.assurance import QUARTER
from nmiss.base.accounts.landing import (
    SOON,
    Shortcut,
    Task,
    Waiting,
    activity,
    each_of,
    how_many,
    shortcuts,
    tasks,
)
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.navigation import menu
from nmiss.base.core.kept_emails import lead_back
from nmiss.base.core.templatetags.components import day
from nmiss.base.core.together import Found, Wanted
from providers.models import ComplianceDocument, Provider, ProviderRole, School

lead_back(
    {
        "contracts.agreement": "contracts:agreement_detail",
        "contracts.membership": "contracts:membership_detail",
        "providers.provider": "contracts:provider_detail",
    }
)

A_FORTNIGHT = datetime.timedelta(days=14)
# What names a school, and a refused file.
_SCHOOL = tuple(f"school__{name}" for name in School.LABEL)
_REFUSED = ("due_on", "evidence_id", "application__id", "document__title", "document__provider_id")

menu("contracts:provider_list", "Providers", Role.OFFICER, Role.MANAGER, Role.FINANCE, weight=30)
_VERBS = ("release", "offer", "decline", "withdraw", "sign", "countersign", "admit", "suspend")
_VERBS += ("reinstate", "remove", "exit", "renew")
activity(
    Role.OFFICER,
    Role.MANAGER,
    of=Q(verb__in=_VERBS, target_type__startswith="contracts.") | Q(verb="import_members"),
)


@tasks(Role.OFFICER, Role.MANAGER, weight=80)
def of_commissioning(user: User, today: datetime.date) -> list[Waiting]:
    """Agreements to countersign, and members to check or to hear from."""
    return [
        how_many(
            Agreement.objects.visible_to(user).to_countersign(),
            one="Countersign 1 agreement",
            several="Countersign {} agreements",
            link=reverse("contracts:agreement_list"),
        ),
        _debarment(user, today),
        _found_on_the_list(user, today),
        _changes(user, today),
        *schools_that_leave(user, today),
        _late_declarations(user, today),
        _extension_questions(user, today),
        _late_replies(user, today),
        _expired(user, today),
        _files_not_replaced(user, today),
    ]


@tasks(Role.PROVIDER, weight=80)
def of_member(user: User, today: datetime.date) -> list[Waiting]:
    """Outcomes to read; agreements to sign and declarations to renew, for owners; documents."""
    return [
        _files_to_replace(user, today),
        _outcomes(user),
        _to_sign(user),
        _to_renew(user),
        _to_reply(user),
        _expiring(user, today),
    ]


@tasks(Role.PLACEMENTS, weight=80)
def schools_that_leave(user: User, today: datetime.date) -> list[Waiting]:
    """Schools that leave a lot by their provider's own will, until a fortnight after the notice."""
    leaving = Membership.objects.visible_to(user).filter(leaving=Leaving.EXITED)
    lately = Q(left_on__gte=today) | Q(notice_on__gte=today - A_FORTNIGHT)
    return [
        each_of(
            leaving.filter(lately).order_by("left_on", "pk"),
            *("left_on", "lot__number", *_SCHOOL),
            task=lambda each: Task(
                f"Plan placements: {each.school} leaves {each.lot} on {day(each.left_on)}",
                reverse("contracts:membership_detail", args=[each.pk]),
                max(each.left_on, today),
            ),
            many="schools that leave the DPS",
            all_at=reverse("contracts:membership_list"),
        )
    ]


def _debarment(user: User, today: datetime.date) -> Waiting:
    """Members are checked each quarter; whoever never was is due today."""
    members = swept(Provider.objects.visible_to(user), on=today)
    recent = Q(last_checked_on__gte=today - QUARTER)
    due = members.exclude(recent & Q(last_checked_on__isnull=False))

    def tell(found: Found) -> list[Task]:
        if not found.rows:
            return []
        [oldest] = found.rows
        checked_on = oldest.last_checked_on
        who = f"{oldest}" if found.count == 1 else f"{found.count} members"
        return [
            Task(
                f"Check {who} against the debarment list",
                reverse("contracts:debarment_list"),
                checked_on + QUARTER if checked_on else today,
            )
        ]

    rows = due.order_by(F("last_checked_on").asc(nulls_last=True), "pk")
    return Waiting([Wanted(rows, ("name", "last_checked_on"), most=1)], tell)


def _found_on_the_list(user: User, today: datetime.date) -> Waiting:
    """Members that the newest check found debarred, as long as places may be called off."""
    members = Membership.objects.open_to_call_offs(today).values("provider")
    found = swept(Provider.objects.visible_to(user), on=today).filter(last_result=Debarred.FOUND)
    return each_of(
        found.filter(pk__in=members).by_name(),
        *("name", "last_checked_on"),
        task=lambda each: Task(
            f"Decide whether to suspend {each}: on the debarment list since "
            f"{day(each.last_checked_on)}",
            reverse("contracts:provider_detail", args=[each.pk]),
            today,
        ),
        many="members on the debarment list",
        all_at=reverse("contracts:debarment_list"),
    )


def _changes(user: User, today: datetime.date) -> Waiting:
    """What members have said has changed, and nobody has read."""
    to_read = DeclarationRenewal.objects.visible_to(user).to_read()
    return each_of(
        to_read.oldest_answer_first(),
        "provider__name",
        task=lambda each: Task(
            f"Read changes in the self-declaration: {each.provider}",
            reverse("contracts:declaration_read", args=[each.pk]),
            today,
        ),
    )


def _late_declarations(user: User, today: datetime.date) -> Waiting:
    late = DeclarationRenewal.objects.visible_to(user).waiting().filter(due_on__lt=today)
    return each_of(
        late.soonest_first(),
        *("due_on", "provider__name"),
        task=lambda each: Task(
            f"Ask for the overdue self-declaration: {each.provider}",
            reverse("contracts:provider_detail", args=[each.provider_id]),
            each.due_on,
        ),
        many="overdue self-declarations",
        all_at=reverse("contracts:provider_list"),
    )


def _expired(user: User, today: datetime.date) -> Waiting:
    members = Membership.objects.on(today).values("provider")
    expired = ComplianceDocument.objects.visible_to(user).expiring_by(
        today - datetime.timedelta(days=1)
    )
    return each_of(
        expired.filter(provider__in=members).soonest_first(),
        *("title", "expires_on", "provider__name"),
        task=lambda each: Task(
            f"Ask for a new {_small(each.title)}: {each.provider} (expired)",
            reverse("contracts:provider_detail", args=[each.provider_id]) + "#documents",
            each.expires_on,
        ),
        many="expired documents",
        all_at=reverse("contracts:provider_list"),
    )


def _outcomes(user: User) -> Waiting:
    """Outcome letters of the last 30 days that this person has not opened."""
    told = Application.objects.visible_to(user).filter(
        ~Exists(LetterReading.objects.filter(letter__application=OuterRef("pk"), read_by=user)),
        status=Status.TOLD,
        letter__told_at__gte=timezone.now() - SOON,
    )
    return each_of(
        told.order_by("letter__told_at", "pk"),
        task=lambda each: Task(
            f"Read the outcome letter: {each.reference}",
            reverse("contracts:outcome_letter", args=[each.pk]),
        ),
        many="outcome letters to read",
        all_at=reverse("contracts:apply"),
    )


def _to_sign(user: User) -> Waiting:
    waiting = Agreement.objects.visible_to(user).to_sign().filter(provider__in=_owned(user))
    return each_of(
        waiting.oldest_first(),
        *("provider__name", "lot__number"),
        task=lambda each: Task(
            f"Sign the admission agreement: {each.provider}, {each.lot}",
            reverse("contracts:agreement_sign", args=[each.pk]),
        ),
        many="agreements to sign",
        all_at=reverse("contracts:our_memberships"),
    )


def _to_renew(user: User) -> Waiting:
    waiting = DeclarationRenewal.objects.visible_to(user).waiting()
    return each_of(
        waiting.filter(provider__in=_owned(user)).soonest_first(),
        *("due_on", "provider__name"),
        task=lambda each: Task(
            f"Renew the self-declaration: {each.provider}",
            reverse("contracts:declaration_renew", args=[each.pk]),
            each.due_on,
        ),
        many="self-declarations to renew",
        all_at=reverse("contracts:our_memberships"),
    )


def _to_reply(user: User) -> Waiting:
    """Letters about an extension that wait for an owner's reply."""
    waiting = ExtensionLetter.objects.visible_to(user).open().unanswered()
    return each_of(
        waiting.filter(provider__in=_owned(user)).soonest_first(),
        *("answer_by", "provider__name", "option__vehicle__name"),
        task=lambda each: Task(
            f"Reply to the extension letter: {each.provider}, {each.option.vehicle}",
            reverse("contracts:extension_letter", args=[each.pk]),
            each.answer_by,
        ),
    )


def _extension_questions(user: User, today: datetime.date) -> Waiting:
    return each_of(
        ExtensionQuestion.objects.visible_to(user).unanswered().oldest_first(),
        "letter__provider__name",
        task=lambda each: Task(
            f"Answer a question about the extension: {each.letter.provider}",
            reverse("contracts:extension_answer", args=[each.pk]),
            today,
        ),
    )


def _late_replies(user: User, today: datetime.date) -> Waiting:
    """How many providers have let the day pass, for each option under notice."""
    letters = ExtensionLetter.objects.visible_to(user).open().unanswered()
    late = letters.filter(answer_by__lt=today, option=OuterRef("pk")).order_by().values("option")
    options = ExtensionOption.objects.visible_to(user).annotate(
        late=Subquery(late.annotate(number=Count("pk")).values("number")),
        since=Subquery(late.annotate(first=Min("answer_by")).values("first")),
    )
    return each_of(
        options.filter(late__gt=0).order_by("since", "pk"),
        *("number", "late", "since"),
        task=lambda each: Task(
            f"Chase {'1 reply' if each.late == 1 else f'{each.late} replies'} "
            f"to option {each.number}",
            reverse("contracts:extension_board", args=[each.pk]) + "?status=no_reply",
            each.since,
        ),
    )


def _expiring(user: User, today: datetime.date) -> Waiting:
    editors = Provider.objects.filter(
        members__user=user, members__role__in=[ProviderRole.OWNER, ProviderRole.EDITOR]
    )
    members = Membership.objects.not_over(today).values("provider")
    expiring = ComplianceDocument.objects.visible_to(user).expiring_by(today + SOON)
    return each_of(
        expiring.filter(provider__in=editors).filter(provider__in=members).soonest_first(),
        *("title", "expires_on", "provider_id"),
        task=lambda each: Task(
            f"Send a new {_small(each.title)} "
            + ("(expired)" if each.expires_on < today else "(expires soon)"),
            link_to_send(each),
            each.expires_on,
        ),
        many="documents that expire",
        all_at=reverse("contracts:our_memberships"),
    )


def _owned(user: User) -> QuerySet:
    return Provider.objects.filter(members__user=user, members__role=ProviderRole.OWNER)


def _small(title: str) -> str:
    """A title within a sentence; an abbreviation stays as it is."""
    return title if title[:2].isupper() else title[:1].lower() + title[1:]


def _files_to_replace(user: User, today: datetime.date) -> Waiting:
    """Files that the check refused after they were sent, as long as they can be replaced."""
    own = Provider.objects.written_for_by(user)  # viewers read
    refused = RefusedFile.objects.filter(provider__in=own).not_replaced().in_hand().by_due()
    return each_of(
        refused.filter(due_on__gte=today),
        *_REFUSED,
        task=lambda each: Task(
            f"Replace a refused file: {_about(each)}", _where_to_replace(each), each.due_on
        ),
    )


def _files_not_replaced(user: User, today: datetime.date) -> Waiting:
    """Documents that count as missing, because their files were refused and nothing came."""
    refused = RefusedFile.objects.visible_to(user).not_replaced().in_hand().by_due()
    return each_of(
        refused.filter(due_on__lt=today),
        *("provider__name", *_REFUSED),
        task=lambda each: Task(
            f"Check a missing document: {each.provider}, {_about(each)}",
            reverse("contracts:application_detail", args=[each.application_id])
            if each.application_id
            else reverse("contracts:provider_detail", args=[each.provider_id]),
            each.due_on,
            about=each.application,
        ),
    )


def _about(refused: RefusedFile) -> str:
    if refused.document:
        return refused.document.title
    return f"application {refused.application.reference}"


def _where_to_replace(refused: RefusedFile) -> str:
    if refused.document_id:
        return link_to_send(refused.document)
    return reverse("contracts:evidence_replace", args=[refused.application_id, refused.evidence_id])


@shortcuts(Role.PROVIDER, weight=10)
def own_memberships(user: User, today: datetime.date) -> list[Shortcut]:
    return [Shortcut("Our memberships and agreements", reverse("contracts:our_memberships"))]


@shortcuts(Role.PROVIDER, weight=20)
def tenders(user: User, today: datetime.date) -> list[Shortcut]:
    return [Shortcut("Tenders, their documents and rounds", reverse("contracts:tender_list"))]


@shortcuts(Role.AUDITOR, weight=10)
def providers(user: User, today: datetime.date) -> list[Shortcut]:
    page = reverse("contracts:provider_list")
    return [Shortcut("Providers, their schools and documents", page)]
