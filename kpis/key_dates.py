"""The dates of returns: when schools must send them, and until when a provider can reply."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from kpis import permissions
from kpis.models import Consequence, ImprovementPlan, KpiReturn, PlanAction, ReturnStatus
from nmiss.base.accounts.key_dates import KIND_ALONE, KeyDate, WantedDays, source
from nmiss.base.accounts.models import Role

RETURN, CORRECTION = "Return due", "Last day for a correction"
REPLY, ACTION = "Last day to reply to a proposal", "Action of a plan due"


def _page(wanted: WantedDays, kpi_return: KpiReturn) -> str:
    is_school = wanted.user is not None and wanted.user.is_provider
    page = "kpis:return_detail" if is_school else "kpis:review_detail"
    return reverse(page, args=[kpi_return.pk])


@source(
    *(RETURN, CORRECTION),
    roles=permissions.READERS,
    team=[Role.PROVIDER],
    who="",
    leaves=KIND_ALONE,
)
def of_returns(wanted: WantedDays) -> Iterator[KeyDate]:
    """The deadline of each return that has not come, and the last day of a correction begun."""
    rows = wanted.rows(KpiReturn).filter(imported=False).select_related("school__provider")
    unsent = rows.filter(status__in=ReturnStatus.not_sent(), due_on__range=wanted.window)
    begun = rows.filter(status=ReturnStatus.BEING_CORRECTED, correct_until__range=wanted.window)
    for kind, days, found in ((RETURN, "due_on", unsent), (CORRECTION, "correct_until", begun)):
        for each in found.by_due():
            words = f"{each.school}, {each.period_name}"
            who = str(each.school.provider or each.school)
            day = getattr(each, days)
            yield KeyDate(day, kind, words, each, _page(wanted, each), who=who)


@source(REPLY, roles=permissions.READERS, team=[Role.PROVIDER], who="", leaves=KIND_ALONE)
def of_replies(wanted: WantedDays) -> Iterator[KeyDate]:
    """The provider's right of reply."""
    rows = (
        wanted.rows(Consequence)
        .proposed()
        .filter(replied_at=None, reply_until__range=wanted.window)
    )
    for each in rows.select_related("school__provider").order_by("reply_until", "pk"):
        link = reverse("kpis:consequence_detail", args=[each.pk])
        who = str(each.school.provider or each.school)
        yield KeyDate(each.reply_until, REPLY, str(each.school), each, link, who=who)


@source(
    ACTION,
    roles=permissions.READERS,
    team=permissions.COMMISSIONING,
    who="Commissioning team",
    leaves=KIND_ALONE,
)
def of_actions(wanted: WantedDays) -> Iterator[KeyDate]:
    """What a school does under a plan, by when."""
    plans = wanted.rows(ImprovementPlan).open()
    rows = PlanAction.objects.filter(plan__in=plans, done_on=None, due_on__range=wanted.window)
    for each in rows.select_related("plan__school").order_by("due_on", "pk"):
        link = reverse("kpis:plan_detail", args=[each.plan_id])
        yield KeyDate(each.due_on, ACTION, str(each.plan.school), each.plan, link)
