"""Who may sign, suspend and remove, and why not. The one place where roles meet memberships.

``why_not_…`` is one rule a move: the one sentence that its verb raises and its page shows, or
nothing. Where the day that is asked for counts, too, a second rule is given that day.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection
from typing import TYPE_CHECKING

from django.utils import timezone

from contracts.applications.models import Application
from contracts.arrangements.models import Lot, OptionStatus, Vehicle, VehicleKind
from contracts.arrangements.permissions import COMMISSIONING, COMMISSIONING_ONLY
from contracts.membership.obstacles import divided
from contracts.membership.status import AgreementStatus
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.clock import database_now
from nmiss.base.core.documents import day
from providers.models import Provider, ProviderRole

if TYPE_CHECKING:
    from contracts.membership.models import (
        Agreement,
        DeclarationRenewal,
        ExtensionLetter,
        ExtensionQuestion,
        Membership,
        Takeover,
    )

LETTER_READERS = (*COMMISSIONING, Role.AUDITOR)
# Said by a constraint, too, where two ask at once.
ASKED_ALREADY = "This provider has been asked and has not answered yet."
_DAY_HAS_PASSED = "That day has passed. Choose today or a later day."


def can_release(user: User) -> bool:
    return user.role in COMMISSIONING


def can_countersign(user: User) -> bool:
    return user.role in COMMISSIONING


def can_read_changes(user: User) -> bool:
    """Who reads what has changed, and decides what follows."""
    return user.role in COMMISSIONING


def can_ask_for_document(user: User) -> bool:
    return user.role in COMMISSIONING


def owns(user: User, provider: Provider) -> bool:
    return provider.members.filter(user=user, role=ProviderRole.OWNER).exists()


def edits(user: User, provider: Provider) -> bool:
    roles = [ProviderRole.OWNER, ProviderRole.EDITOR]
    return provider.members.filter(user=user, role__in=roles).exists()


# Offering


def why_not_begin(vehicle: Vehicle, starts_on: datetime.date | None) -> str:
    """Why no membership begins on a day."""
    if starts_on is None:
        return "Enter the first day of membership: somebody is admitted."
    if starts_on < timezone.localdate():
        return "The first day of membership has passed. Choose today or a later day."
    if vehicle.ends_on and starts_on > vehicle.ends_on:
        return f"The {vehicle} ends on {day(vehicle.ends_on)}. Choose that day or an earlier one."
    return ""


def why_not_admit(
    application: Application, lot: Lot | None, *, named: Collection[int], known: Collection[int]
) -> str:
    """Why an application leads to no agreement: ``named`` schools, of which these are ``known``."""
    if lot is None:
        return f"{application} is admitted to no lot. Send the recommendation back."
    if not named:
        return f"{application} names no school. Send the recommendation back."
    if missing := sorted(set(named) - set(known)):
        urns = ", ".join(map(str, missing))
        return f"No school in the hub has the URN {urns}. Import the schools first."
    return ""


def why_not_offer_again(user: User, agreement: Agreement) -> str:
    """Where it came to nothing, and no other of its application stands."""
    if user.role not in COMMISSIONING:
        return COMMISSIONING_ONLY
    if agreement.application.agreements.standing().exclude(pk=agreement.pk).exists():
        return f"{agreement.application} has another agreement in force or on offer."
    if agreement.status not in AgreementStatus.taken_back():
        return f"{_stands(agreement)}: it need not be offered again."
    return ""


def why_not_withdraw_offer(user: User, agreement: Agreement) -> str:
    """As long as the council has not signed."""
    if user.role not in COMMISSIONING:
        return COMMISSIONING_ONLY
    is_open = agreement.status in (AgreementStatus.OFFERED, AgreementStatus.SIGNED)
    return "" if is_open else f"{_stands(agreement)}: there is no offer to withdraw."


# Signing


def why_not_decline(user: User, agreement: Agreement) -> str:
    """Its owners sign or decline an offer, once."""
    if not owns(user, agreement.provider):
        return f"Only an owner of {agreement.provider} signs or declines."
    if agreement.status == AgreementStatus.SIGNED:
        return "You have signed it. The council signs next."
    if agreement.status != AgreementStatus.OFFERED:
        return f"{_stands(agreement)}: nobody signs it any more."
    return ""


def why_not_sign(user: User, agreement: Agreement) -> str:
    """As it is declined, and where some school can be admitted by it."""
    if why_not := why_not_decline(user, agreement):
        return why_not
    found = divided(agreement)
    return "" if found.able else f"There is nothing to sign. {' '.join(found.sentences)}"


def why_not_countersign(user: User, agreement: Agreement) -> str:
    """Once the provider has signed, and where some school can be admitted by it."""
    if user.role not in COMMISSIONING:
        return COMMISSIONING_ONLY
    if agreement.status == AgreementStatus.OFFERED:
        return f"{agreement.provider} has not signed it yet."
    if agreement.status != AgreementStatus.SIGNED:
        return f"{_stands(agreement)}: nobody signs it any more."
    found = divided(agreement)
    words = " ".join(found.sentences)
    return "" if found.able else f"The {agreement} admits nobody. {words} Withdraw it."


def why_not_this_document(agreement: Agreement) -> str:
    """What both sign is what was offered, byte for byte: it is read for that."""
    if agreement.is_as_it_was_offered():
        return ""
    return (
        "The document is not the one that was offered: nobody can sign it. "
        "Tell the commissioning team."
    )


def _stands(agreement: Agreement) -> str:
    return f"The agreement is {agreement.get_status_display().lower()}"


# Membership


def why_not_suspend(user: User, membership: Membership) -> str:
    if why_not := _why_not_change(user, membership):
        return why_not
    is_suspended = membership.open_suspension() is not None
    return f"{membership.school} is suspended from {membership.lot} already." * is_suspended


def why_not_suspend_on(membership: Membership, starts_on: datetime.date) -> str:
    """What was called off on a day that has passed was called off in good faith."""
    if starts_on < timezone.localdate():
        return _DAY_HAS_PASSED
    if membership.has_ended(starts_on):
        return f"{membership.school} is not in {membership.lot} on that day any more."
    for each in membership.suspensions.filter(ends_on__gte=starts_on):
        if not each.never_began:
            until = day(each.ends_on)
            return f"{membership.school} is already suspended until {until}. Choose a later day."
    return ""


def why_not_reinstate(user: User, membership: Membership) -> str:
    if why_not := _why_not_change(user, membership):
        return why_not
    is_suspended = membership.open_suspension() is not None
    return "" if is_suspended else f"{membership.school} is not suspended from {membership.lot}."


def why_not_reinstate_on(opens_on: datetime.date) -> str:
    return _DAY_HAS_PASSED if opens_on < timezone.localdate() else ""


def why_not_remove(user: User, membership: Membership) -> str:
    """By the council, once."""
    return _why_not_change(user, membership) or _why_not_leave(membership)


def why_not_exit(user: User, membership: Membership) -> str:
    """The provider's owner says so; an officer writes down what came by letter."""
    if not user.is_provider:
        return why_not_remove(user, membership)
    if not owns(user, membership.provider):
        return f"Only an owner of {membership.provider} takes a school out of a lot."
    return _why_not_leave(membership)


def why_not_leave_on(membership: Membership, last_on: datetime.date) -> str:
    if last_on < timezone.localdate():
        return _DAY_HAS_PASSED
    if last_on < membership.admitted_on:
        return f"{membership.school} is admitted on {day(membership.admitted_on)}, after that day."
    vehicle = membership.lot.vehicle
    if vehicle.has_ended(last_on):
        return (
            f"{vehicle} ends on {day(vehicle.ends_on)}, and every membership with it. "
            "Choose that day or an earlier one."
        )
    return ""


def _why_not_change(user: User, membership: Membership) -> str:
    if user.role not in COMMISSIONING:
        return COMMISSIONING_ONLY
    return _why_not_over(membership)


def _why_not_leave(membership: Membership) -> str:
    if membership.leaving:
        on = day(membership.last_on)
        return f"{membership.school} leaves {membership.lot} on {on} already."
    return _why_not_over(membership)


def _why_not_over(membership: Membership) -> str:
    if not membership.has_ended(timezone.localdate()):
        return ""
    return f"{membership.school} left {membership.lot} on {day(membership.last_on)}."


# Self-declarations


def why_not_ask_to_renew(user: User, provider: Provider, vehicle: Vehicle) -> str:
    """Commissioning, of a member that was not asked already."""
    if user.role not in COMMISSIONING:
        return COMMISSIONING_ONLY
    members = provider.memberships.on(timezone.localdate()).of_vehicle(vehicle.pk)
    if not members.exists():
        return f"{provider} has no school in the {vehicle} today."
    if provider.renewals.waiting().of_vehicle(vehicle.pk).exists():
        return ASKED_ALREADY
    return ""


def why_not_renew(user: User, renewal: DeclarationRenewal) -> str:
    if not owns(user, renewal.provider):
        return f"Only an owner of {renewal.provider} renews its self-declaration."
    return "" if renewal.is_waiting else "This self-declaration was renewed already."


def why_not_read(user: User, renewal: DeclarationRenewal) -> str:
    """What has changed is read once."""
    if user.role not in COMMISSIONING:
        return COMMISSIONING_ONLY
    return "" if renewal.is_to_read else "There is nothing here that waits to be read."


# Extensions


def can_record_reply(user: User) -> bool:
    """Record a reply that came by letter or telephone, and answer questions."""
    return user.role in COMMISSIONING


def why_not_reply(user: User, letter: ExtensionLetter) -> str:
    """Its owners reply, or an officer records their reply, until the option begins."""
    is_own = user.is_provider and owns(user, letter.provider)
    if not (is_own or can_record_reply(user)):
        return f"Only an owner of {letter.provider} replies to this letter."
    return _why_not_open(letter)


def why_not_ask_about_extension(user: User, letter: ExtensionLetter) -> str:
    """Who writes for the provider asks, as long as it may reply."""
    if not edits(user, letter.provider):
        return f"Only who writes for {letter.provider} asks about this letter."
    return _why_not_open(letter)


def why_not_answer_question(user: User, question: ExtensionQuestion) -> str:
    """Commissioning answers, once."""
    if user.role not in COMMISSIONING:
        return COMMISSIONING_ONLY
    return "This question has been answered." * (question.answered_at is not None)


def _why_not_open(letter: ExtensionLetter) -> str:
    option = letter.option
    if option.status != OptionStatus.NOTIFIED:
        return (
            f"Option {option.number} is {option.get_status_display().lower()}: replies are no "
            "longer taken. To leave, take a school out of its lot."
        )
    if timezone.localdate(database_now()) > letter.last_answer_on:
        return f"The last day for replies was {day(letter.last_answer_on)}. Email the council."
    return ""


# Takeovers


def why_not_plan_takeover(user: User, vehicle: Vehicle) -> str:
    """Commissioning plans it: one plan at a time, of an arrangement that has members."""
    if user.role not in COMMISSIONING:
        return COMMISSIONING_ONLY
    if vehicle.successor_id:
        return f"{vehicle.successor} has taken over from {vehicle}."
    if vehicle.takeovers.open().exists():
        return f"A takeover of {vehicle} is planned already. Change or withdraw that plan."
    return ""


def why_not_take_over_on(vehicle: Vehicle, successor: Vehicle, starts_on: datetime.date) -> str:
    """The old arrangement lasts until the day before, and the new one is open on the day."""
    if vehicle.pk == successor.pk:
        return "Select another arrangement."
    if successor.kind == VehicleKind.SPOT or not successor.lots.exists():
        return f"{successor} has no lots for schools."
    begun = successor.starts_on <= starts_on
    if not begun or successor.has_ended(starts_on):
        return f"{successor} is not open on {day(starts_on)}."
    last = starts_on - datetime.timedelta(days=1)
    if last < vehicle.starts_on or vehicle.has_ended(last):
        return f"{vehicle} is not in force on {day(last)}, the day before."
    return ""


def why_not_map_takeover(user: User, takeover: Takeover) -> str:
    if user.role not in COMMISSIONING:
        return COMMISSIONING_ONLY
    return "" if takeover.is_draft else "This plan is no draft any more: it cannot be changed."


def why_not_take_over(missing: list[str]) -> str:
    """The first thing that stands in the way of a plan, as its page has them all."""
    return missing[0] if missing else ""


def why_not_agree_to_plan(takeover: Takeover, *, is_as_proposed: bool, missing: list[str]) -> str:
    """Only to a draft that is what was proposed, and that adds up."""
    if not takeover.is_draft:
        return f"This plan is {takeover.get_status_display().lower()}."
    if not is_as_proposed:
        return "This plan was changed after it was proposed. Withdraw it and propose it again."
    return why_not_take_over(missing)


def why_not_agree_to_takeover(user: User, takeover: Takeover) -> str:
    """Two officers of commissioning; the kind of proposal asks for the second."""
    return "" if user.role in COMMISSIONING else COMMISSIONING_ONLY


def why_not_withdraw_takeover(user: User, takeover: Takeover) -> str:
    return "" if user.role in COMMISSIONING else COMMISSIONING_ONLY
