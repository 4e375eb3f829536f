"""Using an option to extend: what is missing, the notice to providers, and the day itself."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from contracts.arrangements import permissions, quarters, signals
from contracts.arrangements.models import (
    ApprovalLimit,
    Decision,
    ExtensionOption,
    Matter,
    OptionStatus,
    ValueBasis,
    Vehicle,
    VehicleFigure,
)
from nmiss.base.accounts.models import User
from nmiss.base.core.acting import acting_as_hub
from nmiss.base.core.as_read import digest_of, stop_if_changed
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.money import to_penny
from nmiss.base.core.statuses import colours
from nmiss.base.core.templatetags.components import day, money


@dataclass(frozen=True)
class Checklist:
    """What stands in the way of an option, and the figure by which its value was looked at.

    ``headroom`` is what is left under the advertised value; none where nobody knows: a value whose
    basis is not stated, or that counts each year, gives no verdict for the term.
    """

    figure: VehicleFigure | None
    headroom: Decimal | None
    missing: list[str]


def checklist(option: ExtensionOption, *, on: datetime.date) -> Checklist:
    """Look at everything that an option needs on a day."""
    vehicle = option.vehicle
    figure, left = vehicle.figures.newest_first().first(), None
    is_total = vehicle.value_basis == ValueBasis.TOTAL and vehicle.advertised_value is not None
    if is_total and figure and figure.total is not None:
        left = vehicle.advertised_value - figure.total
    missing = [
        *_of_the_decision(option, on),
        *_of_the_value(option, left),
        *_of_the_notice(option, on),
    ]
    return Checklist(figure, left, missing if option.is_open else [])


def missing(option: ExtensionOption, *, on: datetime.date) -> list[str]:
    """What stands in the way of taking effect on a day: the guard of the move."""
    return checklist(option, on=on).missing


def _of_the_decision(option: ExtensionOption, on: datetime.date) -> list[str]:
    decision = option.decision
    if decision is None:
        return ["Record a published decision that uses this option."]
    if not Decision.objects.live(on).filter(pk=decision.pk).exists():
        if decision.effective_on and decision.effective_on > on:
            last = day(decision.call_in_ends_on)
            return [f"Wait until call-in of decision {decision.number} ends on {last}."]
        return [f"Decision {decision.number} is superseded: record the decision that replaced it."]
    if not option.decided_by_id:  # taken over from before our records
        return []
    why_not = permissions.why_not_by_this_office(*_by_the_scheme(option, decision))
    return [why_not] if why_not else []


def _by_the_scheme(
    option: ExtensionOption, decision: Decision
) -> tuple[bool, str, ApprovalLimit | None, Decimal | None]:
    """Whether there was a scheme on the day of a decision, its office, its limit, and the value.

    The value is the budget of the decision, as one of twelve months of the options that it uses.
    """
    options = decision.options.exclude(pk=option.pk).count() + 1
    months = option.vehicle.option_months * options
    yearly = None if decision.budget is None else to_penny(decision.budget * 12 / months)
    office = decision.maker_title
    has_scheme, limit = ApprovalLimit.of(office, Matter.EXTENSION, on=decision.decided_on)
    return has_scheme, office, limit, yearly


def _of_the_value(option: ExtensionOption, left: Decimal | None) -> list[str]:
    vehicle, found = option.vehicle, []
    if not option.override and left is None:
        found.append(
            "Record legal advice on the value: the headroom under the advertised value is not "
            "known."
        )
    elif not option.override and left < 0:
        found.append(f"Record legal advice on the value: it is exceeded by {money(-left)}.")
    stated = vehicle.consent_past_on
    if stated and option.ends_on > stated and not option.consent:
        found.append(f"Record the successor’s consent: the option runs past {day(stated)}.")
    return found


def _of_the_notice(option: ExtensionOption, on: datetime.date) -> list[str]:
    found = []
    if option.notified_on is None:
        found.append("Publish the notice and tell the providers.")
    if option.starts_on > on:
        found.append(f"Wait for the first day, {day(option.starts_on)}.")
    return found


colours({"reverts to spot": "orange", "spot": "grey"})


@dataclass(frozen=True)
class Undecided:
    """What follows the end of a term if no option is used: from when, and for which contracts."""

    option: ExtensionOption | None  # the next one, if there is any
    ends_on: datetime.date
    contracts: list

    @property
    def from_day(self) -> datetime.date:
        return self.ends_on + datetime.timedelta(days=1)

    @property
    def children(self) -> int:
        return sum(each.children for each in self.contracts)

    @property
    def a_year(self) -> Decimal:
        return sum((each.a_year for each in self.contracts), Decimal(0))


def if_undecided(vehicle: Vehicle) -> Undecided | None:
    """Nothing where the term has no end, or where its next option is decided."""
    option = vehicle.next_option()
    is_decided = option and option.status in (OptionStatus.DECIDED, OptionStatus.NOTIFIED)
    if vehicle.ends_on is None or is_decided:
        return None
    answers = signals.reverting.send(vehicle, ends_on=vehicle.ends_on)
    contracts = [each for _, found in answers for each in found]
    return Undecided(option, vehicle.ends_on, contracts) if contracts else None


def digest_of_option(option: ExtensionOption) -> str:
    """What tells one page about using an option from another: it, and the decisions on it."""
    return digest_of(option, decisions_on(option))


def decisions_on(option: ExtensionOption) -> list[Decision]:
    """The decision that uses an option; before there is one, those that may be recorded."""
    if option.decision:
        return [option.decision]
    return list(option.vehicle.decisions.exclude(published_on=None).newest_first())


@contextlib.contextmanager
def as_read(option: ExtensionOption, *, seen: str) -> Iterator[None]:
    """Work on an option that is still what its page showed: ``digest_of_option``."""
    with transaction.atomic():
        option.lock()
        held = [each.pk for each in decisions_on(option)]
        list(Decision.objects.select_for_update(no_key=True).filter(pk__in=held).order_by("pk"))
        option.lock()
        stop_if_changed("This option", seen=seen, now=digest_of_option(option))
        yield


@transaction.atomic
def decide(option: ExtensionOption, *, by: User, decision: Decision) -> None:
    """Record the decision that uses the option."""
    stop_if(permissions.why_not_decide_option(option, decision))
    stop_if(permissions.why_not_by_this_office(*_by_the_scheme(option, decision)))
    option.decide(by=by, decision=decision)


@transaction.atomic
def record_past_use(option: ExtensionOption, *, by: User) -> None:
    """Have an option in effect that a past decision used: its notice was given then."""
    stop_if(permissions.why_not_move_option(by, option, "record_past_use"))
    stop_if(permissions.why_not_by_this_office(*_by_the_scheme(option, option.decision)))
    option.record_past_use(by=by)
    option.vehicle.follow_its_end()


@transaction.atomic
def notify(option: ExtensionOption, *, by: User, answer_by: datetime.date, **noted: str) -> None:
    """Record the notice, and have a letter sent to every provider with a member school."""
    stop_if(permissions.why_not_answer_by(option, answer_by))
    option.notify(by=by, **noted)
    signals.option_notified.send(option, by=by, answer_by=answer_by)


@transaction.atomic
def take_effect(option: ExtensionOption, *, by: User | None) -> None:
    """Extend the term, and plan its rounds."""
    option.lock()
    today = timezone.localdate()
    stop_if(permissions.why_not_take_effect(missing(option, on=today)))
    option.take_effect(by=by)
    vehicle = option.vehicle
    vehicle.follow_its_end()
    signals.option_in_effect.send(option, by=by)
    if vehicle.is_planned_by_quarters:
        quarters.plan(vehicle, by=by, until=today + quarters.AHEAD)


def take_effect_where_due(today: datetime.date) -> None:
    """On the first day of an option of which nothing is missing, put it into effect."""
    for option in ExtensionOption.objects.due(today).select_related("vehicle").in_order():
        if not missing(option, on=today):
            with acting_as_hub():
                take_effect(option, by=None)
