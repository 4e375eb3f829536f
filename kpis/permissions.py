"""Who may do what with indicators, terms and returns, and why not.

``why_not_…`` is one rule a move: the one sentence that its verb raises and its page shows, or
nothing.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection
from typing import TYPE_CHECKING

from django.utils import timezone

from kpis.status import ReturnStatus
from nmiss.base.accounts.models import Role, User
from providers.models import ProviderMember, ProviderRole

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kpis.models import (
        Consequence,
        Figure,
        ImprovementPlan,
        Indicator,
        IndicatorSet,
        KpiReturn,
        PlanAction,
        RatingContest,
        ReturnEvidence,
        ReturnVersion,
        ReturnWorkbook,
    )

COMMISSIONING = (Role.OFFICER, Role.MANAGER)
A_YEAR = datetime.timedelta(days=366)
READERS = (*Role.with_cases(), Role.PROVIDER)


def can_draft_indicators(user: User) -> bool:
    return user.role in COMMISSIONING


def can_change_draft(user: User, version: IndicatorSet) -> bool:
    """Whoever drafts a version changes it; others draft one of their own."""
    return user.role in COMMISSIONING and version.drafted_by_id == user.pk


def can_publish(user: User, version: IndicatorSet) -> bool:
    """A manager who did not draft it."""
    return user.role == Role.MANAGER and version.drafted_by_id not in (None, user.pk)


def can_add_terms(user: User) -> bool:
    return user.role in COMMISSIONING


def can_set_return_rules(user: User) -> bool:
    """A manager, as with all numbers that clocks count by."""
    return user.role == Role.MANAGER


def why_not_change_indicators(version: IndicatorSet) -> str:
    """What was published is succeeded, never changed."""
    return f"The {version} are published already." * version.is_published


def why_not_change_what_was_discarded(version: IndicatorSet, drafts: QuerySet[IndicatorSet]) -> str:
    """Somebody may have discarded a draft, or published it, meanwhile."""
    return f"The {version} are not a draft any more." if not drafts.exists() else ""


def why_not_change_what_was_removed(indicator: Indicator, own: QuerySet[Indicator]) -> str:
    """Somebody may have removed an indicator from its draft meanwhile."""
    return f"The indicator {indicator} was removed from the draft." if not own.exists() else ""


def why_not_preview(version: IndicatorSet) -> str:
    """What is published is in the reports themselves."""
    return "Only a draft has a preview." * version.is_published


def why_not_publish_as_it_is(version: IndicatorSet) -> str:
    """Once nothing is missing in it."""
    return " ".join(version.missing())


def can_set_consequence_rules(user: User) -> bool:
    return user.role in COMMISSIONING


def can_propose(user: User) -> bool:
    return user.role in COMMISSIONING


def can_reply(user: User, consequence: Consequence) -> bool:
    """Those who write for the school's provider."""
    roles = ProviderRole.writers()
    members = ProviderMember.objects.filter(
        provider=consequence.school.provider_id, role__in=roles, user=user
    )
    return user.is_provider and members.exists()


def why_not_reply(user: User, consequence: Consequence) -> str:
    """Those who write for the school's provider reply, once, until the last day to."""
    if not can_reply(user, consequence):
        return "The school’s own people reply."
    if not consequence.is_proposed:
        return f"The council has decided about the {consequence} already."
    if consequence.replied_at is not None:
        return "You have replied already. We keep your reply as you sent it."
    if timezone.localdate() > consequence.reply_until:
        return f"The last day to reply was {consequence.reply_until:%-d %B %Y}."
    return ""


def why_not_decide(user: User, consequence: Consequence) -> str:
    """A manager decides, once the provider has replied or had its time to."""
    if user.role != Role.MANAGER:
        return "A manager decides about consequences."
    if not consequence.is_proposed:
        return f"The {consequence} is decided already."
    if not consequence.is_heard(timezone.localdate()):
        return f"The provider can reply until {consequence.reply_until:%-d %B %Y}. Decide after."
    return ""


def why_not_suspend_for(memberships: Collection[object]) -> str:
    """Only memberships under a contract with a duty to perform are suspended for KPIs."""
    if memberships:
        return ""
    return (
        "No membership of this school can be suspended for this: none that is open is under a "
        "contract with a duty to perform. Record the duty, or choose something milder."
    )


def why_not_decide_so(consequence: Consequence, kind: str) -> str:
    """No more than was proposed, which is what the provider replied to."""
    if kind in consequence.kinds:
        return ""
    return f"Choose {consequence.get_kind_display().lower()} or something milder."


def why_not_change_plan(user: User, plan: ImprovementPlan) -> str:
    """Commissioning works on plans that are open."""
    if user.role not in COMMISSIONING:
        return "Officers and managers work on improvement plans."
    return f"The {plan} is closed." if plan.closed_at else ""


def can_add_plan_evidence(user: User, plan: ImprovementPlan) -> bool:
    """Commissioning, and those who write for the school's provider."""
    own = ProviderMember.objects.filter(
        provider__schools=plan.school_id, role__in=ProviderRole.writers(), user=user
    )
    return user.role in COMMISSIONING or (user.is_provider and own.exists())


def why_not_add_plan_evidence(user: User, plan: ImprovementPlan) -> str:
    """As long as the plan is open."""
    if not can_add_plan_evidence(user, plan):
        return "The council and the school’s own people add evidence to a plan."
    return f"The {plan} is closed." if plan.closed_at else ""


def why_not_complete_action(action: PlanAction) -> str:
    """What was done is done."""
    return "This action is completed already." * (action.done_on is not None)


def why_not_close_plan(*, is_good: bool) -> str:
    """A plan ends when the school has got better, and stays so."""
    if is_good:
        return ""
    return "Close the plan after enough good periods: see how many on the page of the plan."


def can_see_concerns(user: User) -> bool:
    return user.role in COMMISSIONING


# Returns


def can_fill_in(user: User, kpi_return: KpiReturn) -> bool:
    """Who writes in the name of the provider that runs the school."""
    return _acts_for(user, kpi_return, ProviderRole.writers())


def can_fill_in_any(user: User) -> bool:
    """Who writes in the name of a provider."""
    return user.provider_members.filter(role__in=ProviderRole.writers()).exists()


def can_certify(user: User, kpi_return: KpiReturn) -> bool:
    """An owner of the provider."""
    return _acts_for(user, kpi_return, [ProviderRole.OWNER])


def can_read_evidence(user: User) -> bool:
    """A file may name children: finance, which reads no cases, reads none."""
    return user.role != Role.FINANCE


def can_review(user: User) -> bool:
    return user.role in COMMISSIONING


def is_sole_writer(user: User, kpi_return: KpiReturn) -> bool:
    """Whether nobody else of the provider could prepare what this person certifies."""
    provider = kpi_return.school.provider
    if provider is None:
        return False
    writers = provider.members.filter(role__in=ProviderRole.writers(), user__is_active=True)
    return set(writers.values_list("user", flat=True)) == {user.pk}


def _acts_for(user: User, kpi_return: KpiReturn, roles: Collection[str]) -> bool:
    own = user.provider_members.filter(role__in=roles, provider__schools=kpi_return.school_id)
    return own.exists()


def why_not_fill_in(user: User, kpi_return: KpiReturn) -> str:
    """Owners and editors, while it is with the school, up to the last day."""
    if not can_fill_in(user, kpi_return):
        return "Only owners and editors of the provider fill in this return."
    return why_not_fill_in_now(kpi_return)


def why_not_fill_in_now(kpi_return: KpiReturn) -> str:
    """While it is with the school, up to the last day."""
    if kpi_return.status not in ReturnStatus.with_school():
        status = kpi_return.get_status_display().lower()
        return f"This return is {status}. You can no longer change it."
    return _too_late(kpi_return, timezone.localdate())


def _too_late(kpi_return: KpiReturn, today: datetime.date) -> str:
    first, last = kpi_return.first_until, kpi_return.correct_until
    if kpi_return.status in ReturnStatus.not_sent() and first is not None and today > first:
        return f"The last day for this return was {first:%-d %B %Y}. Ask us to extend its deadline."
    is_correction = kpi_return.status == ReturnStatus.BEING_CORRECTED
    if is_correction and last is not None and today > last:
        return f"The last day for a correction was {last:%-d %B %Y}."
    return ""


def why_not_work_on_workbook(user: User, workbook: ReturnWorkbook) -> str:
    """Whoever uploaded it, until its figures are saved or it is discarded."""
    if workbook.uploaded_by_id != user.pk:
        return "Whoever uploaded this workbook saves its figures."
    if workbook.status in ("read", "refused"):
        return ""
    return f"This workbook is {workbook.get_status_display().lower()}."


def why_not_take_workbook(problems: Collection[object]) -> str:
    """All of it or nothing."""
    if not problems:
        return ""
    entries = f"{len(problems)} entries are" if len(problems) > 1 else "1 entry is"
    return f"{entries} wrong in this workbook. Nothing is saved before that is corrected."


def why_not_take_unseen(seen: str, digest: str) -> str:
    """Who saves has seen what changes."""
    if seen == digest:
        return ""
    return "The returns have changed since you opened this page. Check the changes, then save."


def why_not_mark_ready(user: User, kpi_return: KpiReturn, missing: Collection[str]) -> str:
    """Who fills it in, once nothing is missing."""
    if why_not := why_not_fill_in(user, kpi_return):
        return why_not
    return f"{len(missing)} to do before this return is ready: {missing[0]}." if missing else ""


def why_not_certify(
    user: User, kpi_return: KpiReturn, version: ReturnVersion, missing: Collection[str]
) -> str:
    """An owner who did not prepare it, unless there is nobody else."""
    if not can_certify(user, kpi_return):
        return "Only an owner of the provider certifies a return."
    if why_not := why_not_mark_ready(user, kpi_return, missing):
        return why_not
    if is_sole_writer(user, kpi_return):
        return ""
    if version.prepared_by_id is None:
        return "Nobody has marked this return as ready. An editor or another owner does that first."
    if version.prepared_by_id == user.pk:
        return "You prepared this return. Another owner must certify it."
    return ""


def why_not_query(user: User, kpi_return: KpiReturn) -> str:
    if not can_review(user):
        return "Only officers and managers ask schools about their returns."
    if kpi_return.imported and kpi_return.status == ReturnStatus.ACCEPTED:
        return ""
    return _not_submitted(kpi_return)


def why_not_accept(user: User, kpi_return: KpiReturn) -> str:
    if not can_review(user):
        return "Only officers and managers accept returns."
    return _not_submitted(kpi_return)


def _not_submitted(kpi_return: KpiReturn) -> str:
    if kpi_return.status == ReturnStatus.SUBMITTED:
        return ""
    status = kpi_return.get_status_display().lower()
    return f"This return is {status}. Only a submitted return is accepted or queried."


def why_not_correct(user: User, kpi_return: KpiReturn) -> str:
    """Up to the last day of a correction; what came in from a file, once we have agreed to it."""
    if not can_fill_in(user, kpi_return):
        return "Only owners and editors of the provider correct this return."
    if kpi_return.status != ReturnStatus.ACCEPTED:
        status = kpi_return.get_status_display().lower()
        return f"This return is {status}. You can correct it once we have accepted it."
    last = kpi_return.correct_until
    if last is None:
        return "We imported this return from a file. If a rating is wrong, contest it first."
    if last is not None and timezone.localdate() > last:
        return f"Corrections were taken until {last:%-d %B %Y}. Tell us if something is wrong."
    return ""


def why_not_drop_correction(user: User, kpi_return: KpiReturn) -> str:
    if not can_fill_in(user, kpi_return):
        return "Only owners and editors of the provider discard a correction."
    is_open = kpi_return.status == ReturnStatus.BEING_CORRECTED
    return "" if is_open else "There is no correction to discard."


def why_not_excuse(user: User, kpi_return: KpiReturn) -> str:
    if not can_review(user):
        return "Only officers and managers excuse a school from a return."
    if kpi_return.status not in ReturnStatus.not_sent():
        status = kpi_return.get_status_display().lower()
        return f"This return is {status}. A school is excused only from a return not yet sent."
    return ""


def why_not_ask_again(user: User, kpi_return: KpiReturn) -> str:
    if not can_review(user):
        return "Only officers and managers ask for a return again."
    is_excused = kpi_return.status == ReturnStatus.EXCUSED
    return "" if is_excused else "The school is not excused from this return."


def why_not_extend(user: User, kpi_return: KpiReturn) -> str:
    """While the school owes it, or can still correct it."""
    if not can_review(user):
        return "Only officers and managers extend a deadline."
    if kpi_return.imported or kpi_return.status not in ReturnStatus.with_school():
        return f"This return is {kpi_return.get_status_display().lower()}: it has no deadline now."
    return ""


def why_not_extend_to(kpi_return: KpiReturn, day: datetime.date) -> str:
    """To a later day within a year; an extension can be corrected to an earlier day from today."""
    due_on, today = kpi_return.due_on, timezone.localdate()
    is_extended = bool(kpi_return.extension_reason)
    if due_on is not None and (day == due_on or (day < due_on and not is_extended)):
        return f"Enter a day after {due_on:%-d %B %Y}, the deadline now."
    if day > today + A_YEAR:
        return "Enter a day within a year from today."
    return "Enter today or a later day." if day < today else ""


def why_not_agree(user: User, figure: Figure) -> str:
    """To “not applicable”, in the version that counts."""
    if not can_review(user):
        return "Only officers and managers agree that a figure is not applicable."
    if not figure.is_na or figure.na_agreed_at is not None:
        return "There is nothing to agree to: the school gave a figure, or it is agreed."
    return "" if figure.version.counts else "The school has sent another version since."


def why_not_contest(user: User, kpi_return: KpiReturn) -> str:
    """Who fills in the return, once it is accepted."""
    if not can_fill_in(user, kpi_return):
        return "Only owners and editors of the provider contest a rating."
    if kpi_return.status != ReturnStatus.ACCEPTED:
        status = kpi_return.get_status_display().lower()
        return f"This return is {status}. You can contest a rating once we have accepted it."
    return ""


def why_not_contest_again(contested: QuerySet[RatingContest]) -> str:
    """Once for each indicator of a return."""
    return "You have contested this rating already." if contested.exists() else ""


def why_not_answer_contest(user: User, contest: RatingContest) -> str:
    if not can_review(user):
        return "Only officers and managers answer about a contested rating."
    if contest.answered_at is not None:
        return "This is answered already."
    if contest.kpi_return.versions.filter(counts=True, accepted_by=user).exists():
        return "You accepted this return. Another officer or a manager answers."
    return ""


def why_not_save_section(part: object | None) -> str:
    """A child may have left the return since the page was opened."""
    return "" if part else "This return does not ask for this section any more."


def why_not_report_nothing(inputs: Collection[str]) -> str:
    """In a section in which a figure is asked."""
    return "" if inputs else "No figure is asked in this section."


def why_not_repeat_last(unknown: Collection[str]) -> str:
    """Each figure has one in the last period."""
    return "The last period has no figure to repeat here." if unknown else ""


def why_not_remove_evidence(evidence: ReturnEvidence, version: ReturnVersion | None) -> str:
    """From the version that is open."""
    is_open = version is not None and evidence.version_id == version.pk
    return "" if is_open else "This file was sent with the return, and stays with it."
