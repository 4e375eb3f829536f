"""What indicators and returns bring to the landing pages: ways to them, and what is to do."""

from __future__ import annotations

import datetime

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from kpis import permissions
from kpis.models import (
    Consequence,
    ImprovementPlan,
    IndicatorSet,
    KpiReturn,
    PlanAction,
    RatingContest,
    ReturnRules,
    ReturnStatus,
    ReturnVersion,
    ReturnWorkbook,
)
from kpis.offline.checking import number_of
from kpis.offline.entries import from_data
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
from nmiss.base.core.kept_emails import lead_back
from nmiss.base.importing.sent_back import SentBackStatus
from providers.models import ProviderRole, School

lead_back(
    {
        "kpis.consequence": "kpis:consequence_detail",
        "kpis.kpireturn": "kpis:review_detail",
    }
)

MOST_PROVIDERS = 5  # ways on a landing page
MOST_WORKBOOKS = 20  # of one person, looked at to see which of them still matter
# What names a school.
_SCHOOL = tuple(f"school__{name}" for name in School.LABEL)
activity(
    Role.OFFICER,
    Role.MANAGER,
    of=Q(verb__in=("submit", "accept", "query"), target_type="kpis.KpiReturn"),
)


@shortcuts(*permissions.READERS, weight=29)
def returns(user: User, today: datetime.date) -> list[Shortcut]:
    return [Shortcut("Returns", reverse("kpis:return_list"))]


@shortcuts(*permissions.READERS, weight=30)
def indicators(user: User, today: datetime.date) -> list[Shortcut]:
    return [Shortcut("Indicators", reverse("kpis:indicator_set_list"))]


@shortcuts(*Role.with_cases(), weight=29)
def ratings(user: User, today: datetime.date) -> list[Shortcut]:
    return [Shortcut("KPI ratings", reverse("kpis:rating_matrix"))]


@shortcuts(Role.PROVIDER, weight=29)
def own_ratings(user: User, today: datetime.date) -> list[Shortcut]:
    """The figures of each provider for which this person acts, with a way to each school."""
    own = user.provider_members.order_by("provider__name").values_list("provider", "provider__name")
    several = len(own) > 1
    return [
        Shortcut(
            f"KPI ratings: {name}" if several else "KPI ratings",
            reverse("kpis:rating_provider", args=[provider]),
        )
        for provider, name in own[:MOST_PROVIDERS]
    ]


@shortcuts(Role.PROVIDER, weight=31)
def own_plans(user: User, today: datetime.date) -> list[Shortcut]:
    """The improvement plans of this person’s schools that are open."""
    plans = ImprovementPlan.objects.visible_to(user).open().select_related("school")
    return [
        Shortcut(
            f"Improvement plan: {each.school.name}", reverse("kpis:plan_detail", args=[each.pk])
        )
        for each in plans.order_by("pk")[:MOST_PROVIDERS]
    ]


@shortcuts(*permissions.READERS, weight=31)
def consequences(user: User, today: datetime.date) -> list[Shortcut]:
    return [Shortcut("Consequences of returns", reverse("kpis:consequence_list"))]


@shortcuts(*permissions.COMMISSIONING, weight=32)
def visits_and_concerns(user: User, today: datetime.date) -> list[Shortcut]:
    return [Shortcut("Visits and concerns", reverse("kpis:note_list"))]


@tasks(Role.MANAGER, weight=57)
def consequences_to_decide(user: User, today: datetime.date) -> list[Waiting]:
    """What a manager can decide: the provider has replied, or had its time to."""
    waiting = Consequence.objects.visible_to(user).to_decide(today)
    return [
        each_of(
            waiting.order_by("reply_until", "pk"),
            *("kind", "reply_until", *_SCHOOL),
            task=lambda each: Task(
                f"Decide about the {each}",
                reverse("kpis:consequence_detail", args=[each.pk]),
                each.reply_until,
                about=each,
            ),
            many="consequences to decide",
            all_at=reverse("kpis:consequence_list"),
        )
    ]


@tasks(Role.PROVIDER, weight=58)
def consequences_to_reply_to(user: User, today: datetime.date) -> list[Waiting]:
    """What the council proposes for one's schools, as long as one may reply."""
    waiting = (
        Consequence.objects.visible_to(user)
        .awaiting_reply(today)
        .filter(
            school__provider__members__user=user,
            school__provider__members__role__in=ProviderRole.writers(),
        )
    )
    return [
        each_of(
            waiting.order_by("reply_until", "pk"),
            *("kind", "reply_until", *_SCHOOL),
            task=lambda each: Task(
                f"Reply about the {each}",
                reverse("kpis:consequence_detail", args=[each.pk]),
                each.reply_until,
            ),
            many="consequences to reply about",
            all_at=reverse("kpis:consequence_list"),
        )
    ]


@tasks(*permissions.COMMISSIONING, weight=59)
def actions_of_plans(user: User, today: datetime.date) -> list[Waiting]:
    """Actions of improvement plans whose deadline is near or has passed."""
    soon = PlanAction.objects.filter(
        plan__in=ImprovementPlan.objects.visible_to(user).open(),
        done_on=None,
        due_on__lte=today + SOON,
    )
    return [
        each_of(
            soon.order_by("due_on", "pk"),
            *("due_on", *(f"plan__{name}" for name in _SCHOOL)),
            task=lambda each: Task(
                f"Check an action of the {each.plan}",
                reverse("kpis:plan_detail", args=[each.plan_id]),
                each.due_on,
                about=each.plan,
            ),
        )
    ]


@tasks(Role.MANAGER, weight=56)
def drafts_to_publish(user: User, today: datetime.date) -> list[Waiting]:
    """Drafts of the indicators that others have made and nothing stands in the way of."""
    drafts = IndicatorSet.objects.visible_to(user).filter(published_at=None)
    return [
        each_of(
            drafts.exclude(drafted_by=user).newest_first(),
            *("version", "valid_from"),
            task=lambda draft: Task(
                f"Review the draft of the {draft}",
                reverse("kpis:indicator_set_detail", args=[draft.pk]),
                draft.valid_from,
                about=draft,
            ),
        )
    ]


@tasks(Role.MANAGER, weight=57)
def first_rules_to_set(user: User, today: datetime.date) -> list[Waiting]:
    """Nobody is asked for a return before a manager says from when."""
    in_force = IndicatorSet.objects.published().filter(valid_from__lte=today)
    indicators = in_force.filter(~Exists(ReturnRules.objects.all()))
    words = "Set from when schools send returns"
    return [how_many(indicators, one=words, several=words, link=reverse("kpis:return_rules"))]


@tasks(Role.PROVIDER, weight=28)
def returns_to_send(user: User, today: datetime.date) -> list[Waiting]:
    """Returns of this person’s schools: to fill in, to answer, or to certify."""
    own = (
        KpiReturn.objects.written_by(user)
        .with_school()
        .filter(
            Q(status=ReturnStatus.QUERIED)
            | Q(status=ReturnStatus.BEING_CORRECTED, correct_until__gte=today)
            | Q(first_until__gte=today)
        )
    )
    ready = ReturnVersion.objects.filter(
        kpi_return=OuterRef("pk"), sealed_at=None, prepared_by__isnull=False
    )
    owned = user.provider_members.filter(
        provider=OuterRef("school__provider"), role=ProviderRole.OWNER
    )
    own = own.annotate(is_ready=Exists(ready)).filter(Q(is_ready=False) | Exists(owned))
    return [
        each_of(
            own.by_due(),
            *("status", "period_name", "due_on", "is_ready", *_SCHOOL),
            task=lambda each: Task(
                f"{_to_do(each, is_ready=each.is_ready)}: {each.school}, {each.period_name}",
                reverse("kpis:return_detail", args=[each.pk]),
                each.due_on,
            ),
            many="returns to send",
            all_at=reverse("kpis:return_list"),
        )
    ]


@tasks(Role.PROVIDER, weight=29)
def workbooks_to_save(user: User, today: datetime.date) -> list[Waiting]:
    """Workbooks that were read and whose figures are not in the returns, or could not be read."""
    waiting = ReturnWorkbook.objects.filter(pk__in=_workbooks_to_do(user))
    return [
        each_of(
            waiting.order_by("uploaded_at", "pk"),
            *("status", "file__name"),
            task=lambda each: Task(
                f"{_of_workbook(each)}: {each.file.name}",
                reverse("kpis:workbook_detail", args=[each.pk]),
            ),
            many="workbooks to save in your returns",
            all_at=reverse("kpis:workbook_list"),
        )
    ]


def _workbooks_to_do(user: User) -> list[int]:
    """The newest workbook of each return that can still be filled in.

    One that could not be read waits until its sender has uploaded another.
    """
    own = ReturnWorkbook.objects.visible_to(user)
    newest = own.newest_first().values_list("pk", flat=True).first()
    waiting = own.with_a_person().newest_first()
    rows = list(waiting.values_list("pk", "status", "entries")[:MOST_WORKBOOKS])
    if not rows:
        return []
    returns = KpiReturn.objects.written_by(user).with_school()
    is_open = set(returns.values_list("pk", flat=True))
    found = []
    for pk, status, typed in rows:
        if status == SentBackStatus.REFUSED:
            found += [pk] * (pk == newest)
            continue
        about = {number_of(each) for each in from_data(typed)} & is_open
        is_open -= about
        found += [pk] * bool(about)
    return found


def _of_workbook(workbook: ReturnWorkbook) -> str:
    if workbook.status == SentBackStatus.REFUSED:
        return "Replace the workbook that could not be read"
    return "Check the workbook and save its figures"


def _to_do(kpi_return: KpiReturn, *, is_ready: bool) -> str:
    if is_ready:
        return "Certify the return"
    words = {
        ReturnStatus.TO_DO: "Fill in the return",
        ReturnStatus.BEING_FILLED: "Complete the return",
        ReturnStatus.QUERIED: "Answer our questions about the return",
        ReturnStatus.BEING_CORRECTED: "Complete the correction of the return",
    }
    return words[ReturnStatus(kpi_return.status)]


@tasks(Role.OFFICER, Role.MANAGER, weight=58)
def returns_to_review(user: User, today: datetime.date) -> list[Waiting]:
    """Returns that were sent, and those that did not come."""
    overdue = KpiReturn.objects.filter(status__in=ReturnStatus.not_sent(), due_on__lt=today)
    page = reverse("kpis:return_list")
    return [
        each_of(
            KpiReturn.objects.visible_to(user).submitted().by_due(),
            *("period_name", *_SCHOOL),
            task=lambda each: Task(
                f"Review the return: {each.school}, {each.period_name}",
                reverse("kpis:review_detail", args=[each.pk]),
            ),
            many="returns to review",
            all_at=f"{page}?status={ReturnStatus.SUBMITTED}",
        ),
        each_of(
            RatingContest.objects.visible_to(user).to_answer_by(user).oldest_first(),
            *("kpi_return__period_name", *(f"kpi_return__{name}" for name in _SCHOOL)),
            task=lambda each: Task(
                f"Answer about a contested rating: {each.kpi_return.school}, "
                f"{each.kpi_return.period_name}",
                reverse("kpis:contest_answer", args=[each.pk]),
            ),
        ),
        how_many(
            overdue,
            one="Contact the school: 1 return is overdue",
            several="Contact schools: {} returns are overdue",
            link=f"{page}?status=overdue",
        ),
    ]
