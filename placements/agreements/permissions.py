"""Who makes, signs and takes back placement agreements, and why not.

``why_not_…`` is one rule a move: the one sentence that its verb raises and its page shows, or
nothing.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils import timezone

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.templatetags.components import day, money
from providers.models import ProviderRole

if TYPE_CHECKING:
    from placements.agreements.models import PlacementAgreement
    from placements.models import Child, Placement, PriceLine, SchoolChoice
    from providers.models import Provider, School

LAST_OF_PLANS = 20  # the year as schools count them, in which the 25th birthday lies
COUNTERSIGNING = (Role.OFFICER, Role.MANAGER)


def can_make_agreements(user: User) -> bool:
    """Placement officers make agreements, change them and take offers back."""
    return user.role == Role.PLACEMENTS


def can_countersign_placements(user: User) -> bool:
    """Commissioning officers and managers sign for the council: never who made the agreement.

    A manager alone signs what costs more than before (``why_not_agree_to_more``).
    """
    return user.role in COUNTERSIGNING


def who_countersigns() -> list[User]:
    return list(User.objects.in_roles(*COUNTERSIGNING))


def owns_provider(user: User, provider: Provider | None) -> bool:
    """Who signs in the name of the provider that runs the school."""
    members = provider.members if provider else None
    return bool(members and members.filter(user=user, role=ProviderRole.OWNER).exists())


def why_not_make_agreement(choice: SchoolChoice, school: School) -> str:
    """Why no version is made now: another waits, or nobody at the school can sign."""
    if choice.is_voided:
        return "This choice is voided. Choose a school again."
    if waiting := choice.agreements.unsigned().first():
        return f"Agreement {waiting.reference} waits for a signature. Withdraw it first."
    if school.is_closed:
        return f"{school} is closed."
    if school.provider is None or not school.provider.owners().exists():
        return (
            f"No owner of {school} can sign in, so no one can sign for the school. Invite the "
            "owner of its provider first."
        )
    return ""


def why_not_begin_agreement(choice: SchoolChoice) -> str:
    """The first version, once: later ones change the one that is in force."""
    if standing := choice.agreements.standing().first():
        return f"Agreement {standing.reference} has been made for this choice already."
    return ""


def why_not_cost_more(choice: SchoolChoice, cost_a_year: Decimal) -> str:
    """A place begins at no more than the school offered: that was accepted, or agreed to."""
    reply = choice.reply
    if reply is None or not reply.is_offer or round(cost_a_year, 2) <= reply.cost_a_year:
        return ""
    return (
        f"The school offered this place at {money(reply.cost_a_year)} a year, and these prices "
        f"come to {money(cost_a_year)}. Lower them, or ask the school for another offer."
    )


def why_not_change_agreement(agreement: PlacementAgreement) -> str:
    """A change is a new version of the one in force."""
    if agreement.status != "in_force":
        return f"Agreement {agreement.reference} is not in force, so it cannot be changed."
    return ""


def why_not_last_until(placement: Placement, ends_on: datetime.date) -> str:
    """A version does not undo the notice that either side gave."""
    ending = placement.endings.that_stand().order_by("last_on").first()
    if ending is None or ends_on <= ending.last_on:
        return ""
    return (
        f"The placement ends on {day(ending.last_on)}, as was recorded with the reason. Enter that "
        "day as the last one, or void the ending first."
    )


def why_not_last_so_long(child: Child, ends_on: datetime.date) -> str:
    """A plan ends with the academic year of the 25th birthday (2014 Act, s.46), and a place too."""
    if child.nc_year(on=ends_on) <= LAST_OF_PLANS:
        return ""
    return (
        f"No plan of this child lasts until {day(ends_on)}: plans end with the academic year of "
        "the 25th birthday. Enter an earlier last day."
    )


def why_not_place_there(
    school: School, *, is_on_dps: bool, is_suspended: bool, may_be_off: bool, starts_on: object
) -> str:
    """Why no place begins at a school on a day. ``may_be_off`` is what a manager agreed to."""
    if is_on_dps or may_be_off:
        return ""
    if is_suspended:
        return f"{school} is suspended from the DPS on {day(starts_on)}. Choose another day."
    return (
        f"{school} is not on the DPS on {day(starts_on)}: its membership or the DPS itself does "
        "not last until then. Choose another day, or choose the school again off the DPS."
    )


def why_not_exceed(school: School, *, placed: int, reason: str | None, is_directed: bool) -> str:
    """Beyond the number of pupils in the register a place takes a reason."""
    if is_directed or reason or school.capacity is None or placed < school.capacity:
        return ""
    return (
        f"{school} is registered for {school.capacity} pupils, and we have placed {placed} "
        "children there on that day. Enter why it can take one more."
    )


def why_not_overlap(other: Placement | None) -> str:
    """A child is at one school at a time."""
    if other is None:
        return ""
    until = f"until {day(other.ended_on)}" if other.ended_on else "without a last day"
    return (
        f"This child has a place at {other.school} from {day(other.starts_on)}, {until}. Choose a "
        "later first day, or let that place end the day before."
    )


def why_not_as_offered(agreement: PlacementAgreement, *, is_same: bool) -> str:
    """The place begins under what both have read, and after the place that they know."""
    if is_same:
        return ""
    return (
        f"Agreement {agreement.reference} was made when the school’s place on the DPS, or the "
        "child’s present place, was another. Withdraw the agreement and make it again."
    )


# Moving to another site


def why_not_ask_move(user: User, agreement: PlacementAgreement) -> str:
    """An owner of the provider asks; the council approves."""
    if not owns_provider(user, agreement.provider):
        return f"Only an owner of {agreement.provider} can ask to move a child."
    return why_not_change_agreement(agreement)


def why_not_move_then(
    agreement: PlacementAgreement, starts_on: datetime.date, *, today: datetime.date
) -> str:
    """A move is approved before it happens, and comes after the version that it changes."""
    if starts_on < today:
        return f"{day(starts_on)} has passed, and a move is approved first. Choose a later day."
    if starts_on <= agreement.starts_on:
        return (
            f"Agreement {agreement.reference} begins on {day(agreement.starts_on)}. Choose a later "
            "day."
        )
    if starts_on > agreement.ends_on:
        return f"The place ends on {day(agreement.ends_on)}. Choose an earlier day."
    return ""


def why_not_keep_prices(later: PriceLine | None) -> str:
    """A move keeps the prices; one that changes them, too, takes a version made by hand."""
    if later is None:
        return ""
    return (
        f"A price of this place changes on {day(later.starts_on)}. A placement officer must make "
        "the move on the page of the agreement, with the prices of each site."
    )


# Signing


def why_not_sign_placement(user: User, agreement: PlacementAgreement) -> str:
    """The provider's owners sign or decline an offer, once."""
    if not owns_provider(user, agreement.provider):
        return f"Only an owner of {agreement.provider} can sign or decline."
    if agreement.status == "signed_by_provider":
        return "You have signed this agreement. The council signs it next."
    if agreement.status != "offered":
        return f"This agreement is {agreement.get_status_display().lower()}. No one can sign it."
    return ""


def why_not_sign_by_owner(user: User, agreement: PlacementAgreement) -> str:
    return why_not_sign_placement(user, agreement) or why_not_sign_unchecked(agreement)


def why_not_countersign_placement(user: User, agreement: PlacementAgreement) -> str:
    return (
        why_not_sign_for_us(user, agreement)
        or why_not_sign_unchecked(agreement)
        or why_not_agree_to_more(user, agreement)
    )


def why_not_sign_unchecked(agreement: PlacementAgreement) -> str:
    """A school off the DPS is checked first: nobody assured its quality when it joined.

    A directed place is never held up by it.
    """
    if not agreement.needs_a_check:
        return ""
    school, today = agreement.school, timezone.localdate()
    check = school.pre_placement.newest_first().first()
    if check is None:
        return (
            f"{school} is not on the DPS, and the council has not recorded its pre-placement "
            "check. It must be on record before anyone signs."
        )
    if not check.is_passed:
        return (
            f"The pre-placement check of {school} of {day(check.checked_on)} says that no child "
            "is to be placed there. The council must check the school again before anyone signs."
        )
    if check.good_until < today:
        return (
            f"The pre-placement check of {school} counted until {day(check.good_until)}. The "
            "council must check the school again before anyone signs."
        )
    return ""


def can_read_checks(user: User) -> bool:
    """Who reads how a school was checked."""
    return user.role in (*COUNTERSIGNING, Role.PLACEMENTS, Role.AUDITOR)


def can_check_schools(user: User) -> bool:
    """Who checks a school before a place is bought off the DPS."""
    return user.role in (*COUNTERSIGNING, Role.PLACEMENTS)


def why_not_check_school(user: User, school: School) -> str:
    if not can_check_schools(user):
        return "Placement officers, commissioning officers and managers check schools."
    return f"{school} is closed." if school.is_closed else ""


def why_not_sign_for_us(user: User, agreement: PlacementAgreement) -> str:
    """Commissioning signs for the council, once the provider has signed."""
    if not can_countersign_placements(user):
        return "Commissioning officers and managers sign for the council."
    if agreement.status != "signed_by_provider":
        return (
            f"This agreement is {agreement.get_status_display().lower()}. The provider signs first."
        )
    return ""


def why_not_agree_to_more(user: User, agreement: PlacementAgreement) -> str:
    """A manager signs a change by which a place costs more a year than it does until then."""
    before = None if user.role == Role.MANAGER else agreement.cost_before
    if before is None or agreement.cost_a_year <= before:
        return ""
    return (
        f"These prices come to {money(agreement.cost_a_year)} a year, and the place costs "
        f"{money(before)} until then. A manager signs an agreement that costs more."
    )


def why_not_withdraw_placement(user: User, agreement: PlacementAgreement) -> str:
    """As long as the council has not signed."""
    if not can_make_agreements(user):
        return "Placement officers withdraw placement agreements."
    if agreement.status not in ("offered", "signed_by_provider"):
        return (
            f"This agreement is {agreement.get_status_display().lower()}. It cannot be withdrawn."
        )
    return ""


def can_void_agreements(user: User) -> bool:
    """Who takes back what a colleague agreed by mistake."""
    return user.role in (*COUNTERSIGNING, Role.PLACEMENTS)


def why_not_void_agreement(user: User, agreement: PlacementAgreement) -> str:
    """The agreement in force, by another person than who made a version of its place."""
    if not can_void_agreements(user):
        return "Placement officers, commissioning officers and managers void agreements."
    if agreement.status != "in_force":
        return f"Agreement {agreement.reference} is not in force, so it cannot be voided."
    for version in agreement.versions_of_place().prefetch_related("signatures"):
        signed = [each.person_id for each in version.signatures.all() if each.side == "council"]
        if user.pk in (version.made_by_id, *signed):
            return f"You made or signed agreement {version.reference}. Ask a colleague to void it."
    if waiting := agreement.choice.agreements.unsigned().first():
        return f"Agreement {waiting.reference} waits for a signature. Withdraw it first."
    other = agreement.child.cases.open().exclude(pk=agreement.choice.case_id).first()
    if other:
        return f"Case {other.pk} is open for {agreement.child}. Close it first."
    return ""


def why_not_this_paper(agreement: PlacementAgreement) -> str:
    """Nobody signs a document that is not the one that was offered."""
    if agreement.is_as_it_was_offered():
        return ""
    return (
        f"The document of agreement {agreement.reference} cannot be read as it was offered. "
        "Withdraw the agreement and make it again."
    )
