"""What indicators and returns bring to the landing pages: ways to them, and what is to do."""

from __future__ import annotations

import datetime

from django.db.models import Q
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
)
from nmiss.base.accounts.landing import MOST, SOON, Shortcut, Task, activity, shortcuts, tasks
from nmiss.base.accounts.models import Role, User
from providers.models import ProviderRole

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


@shortcuts(*permissions.READERS, weight=31)
def consequences(user: User, today: datetime.date) -> list[Shortcut]:
    return [Shortcut("Consequences of returns", reverse("kpis:consequence_list"))]


@shortcuts(*permissions.COMMISSIONING, weight=32)
def visits_and_concerns(user: User, today: datetime.date) -> list[Shortcut]:
    return [Shortcut("Visits and concerns", reverse("kpis:note_list"))]


@tasks(Role.MANAGER, weight=57)
def consequences_to_decide(user: User, today: datetime.date) -> list[Task]:
    """What a manager can decide: the provider has replied, or had its time to."""
    waiting = Consequence.objects.visible_to(user).to_decide(today).select_related("school")
    return [
        Task(
            f"Decide about the {each}",
            reverse("kpis:consequence_detail", args=[each.pk]),
            each.reply_until,
            about=each,
        )
        for each in waiting.newest_first()[:MOST]
    ]


@tasks(Role.PROVIDER, weight=58)
def consequences_to_reply_to(user: User, today: datetime.date) -> list[Task]:
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
        Task(
            f"Reply about the {each}",
            reverse("kpis:consequence_detail", args=[each.pk]),
            each.reply_until,
        )
        for each in waiting.select_related("school").newest_first()[:MOST]
    ]


@tasks(*permissions.COMMISSIONING, weight=59)
def actions_of_plans(user: User, today: datetime.date) -> list[Task]:
    """Actions of improvement plans whose deadline is near or has passed."""
    soon = PlanAction.objects.filter(
        plan__in=ImprovementPlan.objects.visible_to(user).open(),
        done_on=None,
        due_on__lte=today + SOON,
    )
    return [
        Task(
            f"Check an action of the {each.plan}",
            reverse("kpis:plan_detail", args=[each.plan_id]),
            each.due_on,
            about=each.plan,
        )
        for each in soon.select_related("plan__school").order_by("due_on", "pk")[:MOST]
    ]


@tasks(Role.MANAGER, weight=56)
def drafts_to_publish(user: User, today: datetime.date) -> list[Task]:
    """Drafts of the indicators that others have made and nothing stands in the way of."""
    drafts = IndicatorSet.objects.visible_to(user).filter(published_at=None)
    return [
        Task(
            f"Review the draft of the {draft}",
            reverse("kpis:indicator_set_detail", args=[draft.pk]),
            draft.valid_from,
            about=draft,
        )
        for draft in drafts.exclude(drafted_by=user).newest_first()
    ]


@tasks(Role.MANAGER, weight=57)
def first_rules_to_set(user: User, today: datetime.date) -> list[Task]:
    """Nobody is asked for a return before a manager says from when."""
    if ReturnRules.objects.exists() or IndicatorSet.objects.in_force(today) is None:
        return []
    return [Task("Set from when schools send returns", reverse("kpis:return_rules"))]


@tasks(Role.PROVIDER, weight=28)
def returns_to_send(user: User, today: datetime.date) -> list[Task]:
    """Returns of this person’s schools: to fill in, to answer, or to certify."""
    own = (
        KpiReturn.objects.written_by(user)
        .with_school()
        .filter(Q(status=ReturnStatus.QUERIED) | Q(first_until__gte=today))
    )
    own = list(own.select_related("school__provider").by_due()[:MOST])
    ready = set(
        KpiReturn.objects.filter(
            pk__in=[each.pk for each in own],
            versions__sealed_at=None,
            versions__prepared_by__isnull=False,
        ).values_list("pk", flat=True)
    )
    return [
        Task(
            f"{_to_do(each, is_ready=each.pk in ready)}: {each.school}, {each.period_name}",
            reverse("kpis:return_detail", args=[each.pk]),
            each.due_on,
        )
        for each in own
    ]


def _to_do(kpi_return: KpiReturn, *, is_ready: bool) -> str:
    if is_ready:
        return "Certify the return, which is ready and not sent yet"
    words = {
        ReturnStatus.TO_DO: "Fill in the return",
        ReturnStatus.BEING_FILLED: "Complete the return",
        ReturnStatus.QUERIED: "Answer our questions about the return",
        ReturnStatus.BEING_CORRECTED: "Complete the correction of the return",
    }
    return words[ReturnStatus(kpi_return.status)]


@tasks(Role.OFFICER, Role.MANAGER, weight=58)
def returns_to_review(user: User, today: datetime.date) -> list[Task]:
    """Returns that were sent, and those that did not come."""
    sent = KpiReturn.objects.visible_to(user).submitted().select_related("school").by_due()
    found = [
        Task(
            f"Review the return: {each.school}, {each.period_name}",
            reverse("kpis:review_detail", args=[each.pk]),
        )
        for each in sent[:MOST]
    ]
    contested = RatingContest.objects.visible_to(user).unanswered().oldest_first()
    found += [
        Task(
            f"Answer about a contested rating: {each.kpi_return.school}, "
            f"{each.kpi_return.period_name}",
            reverse("kpis:contest_answer", args=[each.pk]),
        )
        for each in contested.select_related("kpi_return__school")[:MOST]
    ]
    overdue = KpiReturn.objects.filter(
        status__in=ReturnStatus.not_sent(), due_on__lt=today, first_until__gte=today
    ).count()
    if overdue:
        words = f"{overdue} returns are" if overdue > 1 else "1 return is"
        address = reverse("kpis:return_list") + "?status=overdue"
        found.append(Task(f"Contact schools: {words} overdue", address))
    return found
