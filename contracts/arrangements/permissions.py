"""Who may do what with vehicles, schemes, rounds and numbers, and why not.

``why_not_…`` is one rule a move: the one sentence that its verb raises and its page shows, or
nothing. Where the day or instant that is asked for counts, too, a second rule is given that.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils import timezone

from contracts.arrangements.kinds import Ground, Regime, ValueBasis
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.clock import database_now
from nmiss.base.core.models import LegalParameter, NonWorkingDay
from nmiss.base.core.working_days import is_working_day
from providers.models import Provider

if TYPE_CHECKING:
    from decimal import Decimal

    from django.db.models import QuerySet

    from contracts.arrangements.models import (
        Appraisal,
        ApprovalLimit,
        Decision,
        EvaluationScheme,
        ExtensionOption,
        Round,
        Variation,
        Vehicle,
    )

COMMISSIONING = (Role.OFFICER, Role.MANAGER)
READERS = (*COMMISSIONING, Role.AUDITOR)
# A window makes good for an outage, and is no second round for one provider: our practice.
LONGEST_WINDOW = datetime.timedelta(days=10)
COMMISSIONING_ONLY = "Only officers and managers do this."
_MANAGERS_ONLY = "Only a manager does this."
_NO_WINDOW_YET = "A recovery window is for a round that has opened, and ends later."


def can_run_vehicle(user: User) -> bool:
    """Record notices and documents, plan rounds, describe and establish vehicles."""
    return user.role in COMMISSIONING


def why_not_assess(user: User) -> str:
    """Keep the impact assessments of a decision."""
    return "" if can_record_decision(user) else COMMISSIONING_ONLY


def why_not_assume(user: User) -> str:
    """Assume how many places start under an arrangement: its headroom counts them."""
    return "" if can_run_vehicle(user) else COMMISSIONING_ONLY


def why_not_vary(user: User, vehicle: Vehicle) -> str:
    """Changes on a ground of regulation 72 are of arrangements from before the Act."""
    if not can_run_vehicle(user):
        return COMMISSIONING_ONLY
    if vehicle.regime == Regime.PCR2015:
        return ""
    return f"{vehicle} began under the {vehicle.regime.label}: record its notice of the change."


def why_not_vary_so(vehicle: Vehicle, ground: str, value: Decimal, legal_advice: str) -> str:
    """Why a change of so many pounds is beyond the limits of its ground (reg 72)."""
    if ground not in Ground.limited():
        return ""
    most = vehicle.advertised_value
    if most is None or vehicle.value_basis != ValueBasis.TOTAL:
        asked = "We do not know the value for the whole term. Enter the reference of legal advice."
        return "" if legal_advice else asked
    if ground != Ground.SMALL:
        words = (
            f"A change on this ground is at most £{most / 2:,.0f}, half of the advertised value."
        )
        return words * (value * 2 > most)
    together = value + vehicle.variations.net(ground)
    if value <= 0 or together * 10 < most:
        return ""
    return (
        f"With this change, the small changes come to £{together:,.0f} together. They must stay "
        f"below £{most / 10:,.0f}: a tenth of the advertised value."
    )


def why_not_void_variation(user: User, variation: Variation) -> str:
    if not can_run_vehicle(user):
        return COMMISSIONING_ONLY
    return "This variation is voided already." * (variation.voided_at is not None)


def why_not_appraise(user: User, vehicle: Vehicle) -> str:
    """The ways on from the end of a term: it needs one."""
    if not can_run_vehicle(user):
        return COMMISSIONING_ONLY
    return "" if vehicle.ends_on else f"{vehicle} has no last day. Enter its term first."


def why_not_find(user: User, appraisal: Appraisal) -> str:
    """One finding each; who sees it otherwise prepares another appraisal."""
    if not can_run_vehicle(user):
        return COMMISSIONING_ONLY
    if appraisal.its_finding is None:
        return ""
    return "This appraisal has its finding. Prepare another one to differ."


def can_record_decision(user: User) -> bool:
    """Record decisions, what more is known of them, and their delegations."""
    return user.role in COMMISSIONING


def why_not_set_term(user: User | None, vehicle: Vehicle) -> str:
    """What was used of a term stands. Nobody sets that of the DPS: the hub knows it."""
    if user and user.role not in COMMISSIONING:
        return COMMISSIONING_ONLY
    was_used = vehicle.options.used().exists()
    return "An option of this term has been used, so the term cannot change." * was_used


def why_not_move_option(user: User, option: ExtensionOption, move: str) -> str:
    """Why this person cannot make a move now, in words; nothing where they can."""
    if not option.allows(move):
        return f"The {option} is {option.get_status_display().lower()}."
    if move == "propose" and (why := _why_not_its_turn(option)):
        return why
    if move == "decide" and option.proposed_by_id == user.pk:
        return "You proposed this option. Another manager records the decision."
    return _why_not_of_the_past(user, option) if move == "record_past_use" else ""


def _why_not_of_the_past(user: User, option: ExtensionOption) -> str:
    """A past decision that came in with its option used it, on a first day that has been."""
    if option.decision is None:
        return "No past decision that used this option was imported."
    today = timezone.localdate()
    if option.starts_on > today:
        return f"This option begins on {option.starts_on:%-d %B %Y}. Record the decision on it."
    if option.decision.effective_on > today:
        return f"Decision {option.decision.number} may still be called in."
    if why_not := _why_not_in_time(option, option.decision):
        return why_not
    if option.proposed_by_id == user.pk:
        return "You proposed this option. Another manager records its past use."
    return ""


def _why_not_in_time(option: ExtensionOption, decision: Decision) -> str:
    """A term that has ended is not extended: its option is used while it lasts."""
    if decision.effective_on is None or decision.effective_on <= option.starts_on:
        return ""
    return (
        f"Decision {decision.number} took effect on {decision.effective_on:%-d %B %Y}, and "
        f"the term had ended by {option.starts_on:%-d %B %Y}. A new arrangement is needed."
    )


def _why_not_its_turn(option: ExtensionOption) -> str:
    """Options are used one after another, as was advertised."""
    others = option.vehicle.options.exclude(pk=option.pk)
    if others.under_way().count() >= option.vehicle.options_at_once:
        return "Another option is under way: options are used one after another."
    before = others.filter(number=option.number - 1).exclude(status="in_effect")
    if waiting := before.exclude(pk__in=others.under_way().values("pk")).first():
        return f"Option {waiting.number} comes first: options are used one after another."
    return ""


def why_not_decide_option(option: ExtensionOption, decision: Decision) -> str:
    """The decision that uses an option is a published one about the same vehicle."""
    if decision.vehicle_id != option.vehicle_id:
        return f"Decision {decision.number} is about another arrangement."
    if decision.published_on is None:
        return f"Decision {decision.number} is not published yet."
    if decision.decided_on < option.vehicle.starts_on:
        return f"Decision {decision.number} was made before the arrangement began."
    others = decision.options.exclude(pk=option.pk)
    if option.vehicle.options_at_once == 1 and (other := others.first()):
        return f"Decision {decision.number} used option {other.number}: choose the one for this."
    return ""


def can_enter_limit(user: User) -> bool:
    """Managers keep the scheme of delegation."""
    return user.role == Role.MANAGER


def why_not_enter_limit(user: User, valid_from: datetime.date) -> str:
    """Decisions that were taken keep the scheme of their day."""
    if not can_enter_limit(user):
        return _MANAGERS_ONLY
    return "Enter today or a day to come." * (valid_from < timezone.localdate())


def why_not_this_limit(valid_from: datetime.date, taken: QuerySet[ApprovalLimit]) -> str:
    """Once agreed to, it holds from a day on which nothing else does."""
    if valid_from < timezone.localdate():
        return "This limit was to be valid from a day that is over: propose it anew."
    return "Another limit of this job title begins on that day." if taken.exists() else ""


def why_not_by_this_office(
    has_scheme: bool, office: str, limit: ApprovalLimit | None, yearly: Decimal | None
) -> str:
    """Why the scheme does not let an office approve so much a year; without one, nothing does."""
    if not has_scheme:
        return ""
    if limit is None or limit.up_to == 0:
        whose = office or "The decision-maker"
        return f"{whose} has no limit for extensions in the scheme of delegation."
    if limit.allows(yearly):
        return ""
    most = f"{limit.office} may approve up to £{limit.up_to:,.0f} a year"
    if yearly is None:
        return f"{most}. Enter the budget of the decision, to compare."
    return f"{most}. The decision is for £{yearly:,.0f} a year."


def why_not_answer_by(option: ExtensionOption, day: datetime.date) -> str:
    """Providers have until the term ends to reply; where it has ended, until a day to come."""
    today = timezone.localdate()
    if day < today:
        return "Enter today or a later day for the replies."
    if option.starts_on > today and day >= option.starts_on:
        return f"The extension begins on {option.starts_on:%-d %B %Y}. Enter an earlier day."
    return ""


def why_not_take_effect(missing: Sequence[str]) -> str:
    """An option takes effect once nothing is ``missing``: what is, in sentences."""
    return " ".join(missing)


def can_move_option(user: User, move: str) -> bool:
    """Officers prepare an option; managers decide it, put it into effect or let it lapse."""
    return user.role in (COMMISSIONING if move in ("propose", "notify") else (Role.MANAGER,))


def can_set_mode(user: User) -> bool:
    return user.role == Role.MANAGER


def can_change_the_laws_numbers(user: User) -> bool:
    return user.role == Role.MANAGER


def can_publish(user: User) -> bool:
    return user.role == Role.MANAGER


# Evaluation schemes


def why_not_begin_scheme(user: User, vehicle: Vehicle) -> str:
    if user.role not in COMMISSIONING:
        return COMMISSIONING_ONLY
    return f"{vehicle} has an evaluation scheme already." * vehicle.schemes.exists()


def why_not_draft(user: User, scheme: EvaluationScheme) -> str:
    """What was published is succeeded, never edited."""
    if user.role not in COMMISSIONING:
        return COMMISSIONING_ONLY
    return f"The {scheme} is published, and can only be succeeded." * scheme.is_published


def why_not_publish(user: User, scheme: EvaluationScheme) -> str:
    """A manager does, once."""
    if not can_publish(user):
        return _MANAGERS_ONLY
    return f"The {scheme} was published already." * scheme.is_published


def why_not_publish_as_it_is(scheme: EvaluationScheme) -> str:
    """Once nothing is missing in it."""
    return " ".join(scheme.missing())


def why_not_succeed(user: User, scheme: EvaluationScheme) -> str:
    """Only the newest, and only while no successor is being drafted."""
    if user.role not in COMMISSIONING:
        return COMMISSIONING_ONLY
    if not scheme.is_published:
        return f"The {scheme} is a draft. Change it, or publish it first."
    if scheme.vehicle.schemes.filter(version__gt=scheme.version).exists():
        return f"There is a newer version of the {scheme} already."
    return ""


# Rounds


def why_not_change_round(user: User, round: Round) -> str:
    if user.role not in COMMISSIONING:
        return COMMISSIONING_ONLY
    return "" if round.is_planned else f"The {round} has opened, and is only extended now."


def why_not_extend(user: User, round: Round) -> str:
    """Two officers extend it, as long as it is open."""
    if user.role not in COMMISSIONING:
        return COMMISSIONING_ONLY
    return _why_not_open_now(round)


def why_not_extend_to(round: Round, closes_at: datetime.datetime) -> str:
    """Why a round cannot be extended to this instant, and what to do."""
    if why_not := _why_not_open_now(round):
        return why_not
    if closes_at <= round.closes_at:
        return "An open round is extended, never shortened. Choose a later day."
    ends_on = round.vehicle.ends_on
    if ends_on and timezone.localdate(closes_at) > ends_on:
        return f"The term ends on {ends_on:%-d %B %Y}. Choose that day or an earlier."
    next_ = round.vehicle.rounds.filter(opens_at__gte=round.closes_at).by_time().first()
    if next_ and next_.opens_at < closes_at:
        return (
            f"Round {next_.number} opens on {timezone.localtime(next_.opens_at):%-d %B %Y}. "
            "Choose an earlier day, or move that round first."
        )
    return ""


def _why_not_open_now(round: Round) -> str:
    is_over = not round.is_open or round.closes_at <= database_now()
    return f"The {round} is not open. An application received now goes to the next round." * is_over


def why_not_give_window(user: User, round: Round) -> str:
    """Two officers give a recovery window, in a round that has opened."""
    if user.role not in COMMISSIONING:
        return COMMISSIONING_ONLY
    return _NO_WINDOW_YET * round.is_planned


def why_not_this_window(round: Round, provider: Provider, closes_at: datetime.datetime) -> str:
    """Why a provider can have no recovery window until this instant."""
    now = database_now()
    if round.is_planned or closes_at <= now:
        return _NO_WINDOW_YET
    if timezone.localdate(closes_at) > timezone.localdate(now) + LONGEST_WINDOW:
        return f"A recovery window is {LONGEST_WINDOW.days} days long at the most."
    if round.vehicle.rounds.begun().filter(opens_at__gt=round.opens_at).exists():
        return "Another round has opened since. A window is for the newest one."
    if round.recovery_windows.filter(provider=provider, closes_at__gt=now).exists():
        return f"{provider} has a recovery window in this round already."
    return ""


# Notices


def why_not_record_notice(vehicle: Vehicle, regime: str) -> str:
    """A vehicle keeps to the forms of the law under which it began."""
    if regime == vehicle.regime:
        return ""
    return (
        f"{vehicle} began under the {vehicle.regime.label}: its notices stay in the "
        "forms of that law."
    )


def why_not_waive(vehicle: Vehicle, quarter: datetime.date) -> str:
    if vehicle.notices.of_awards().filter(quarter=quarter).exists():
        return "The award notice for that quarter is in the register."
    if vehicle.waivers.filter(quarter=quarter).exists():
        return "The award notice for that quarter is waived already."
    return ""


def why_not_waive_about(vehicle: Vehicle, kind: str, subject: str) -> str:
    of_it = {"kind": kind, "subject": subject}
    if vehicle.notices.filter(**of_it).exists():
        return "This notice is in the register."
    return "This notice is waived already." * vehicle.waivers.filter(**of_it).exists()


# What our clocks count by


def why_not_succeed_number(user: User, number: LegalParameter) -> str:
    if not can_change_the_laws_numbers(user):
        return _MANAGERS_ONLY
    if number.valid_to is None:
        return ""
    return "Another number follows this one already. Change what follows last."


def why_not_succeed_from(number: LegalParameter, day: datetime.date) -> str:
    """Limits that run keep the number in force on the day they began."""
    is_to_come = day > max(timezone.localdate(), number.valid_from)
    return "" if is_to_come else "Enter a day to come: limits that have begun keep their number."


def why_not_close_offices(user: User, day: datetime.date) -> str:
    if not can_run_vehicle(user):
        return COMMISSIONING_ONLY
    if day < timezone.localdate():
        return "Enter today or a day to come: what was counted stays."
    return "" if is_working_day(day) else "Nobody works on that day as it is: it needs no entry."


def why_not_open_offices(user: User, closed: NonWorkingDay) -> str:
    if not can_run_vehicle(user):
        return COMMISSIONING_ONLY
    has_been = closed.day < timezone.localdate()
    return "That day has been: what was counted stays." if has_been else ""
