"""Who may do what with children's records, and why not. Where roles meet children.

``why_not_…`` is one rule a move: the one sentence that its verb raises and its page shows, or
nothing.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.templatetags.components import clock, day
from providers.models import ProviderRole, School

if TYPE_CHECKING:
    from placements.blocks.models import BlockPurchase
    from placements.models import (
        Case,
        Child,
        Consultation,
        ConsultationLink,
        ConsultationPack,
        ConsultationReply,
        PriceLine,
        SchoolChoice,
        TribunalAppeal,
    )

MOST_DOCUMENTS = 20  # of a reply: who has a link adds them, too


def can_see_children(user: User) -> bool:
    """Finance reads fees by place; the page of a child is not for them."""
    return user.role != Role.FINANCE


def can_change_prices(user: User) -> bool:
    """Who enters, changes and voids the prices of placements."""
    return user.role in {Role.OFFICER, Role.MANAGER, Role.PLACEMENTS}


def can_value_vehicles(user: User) -> bool:
    """Who has the value of an arrangement worked out before its day."""
    return user.role in {Role.OFFICER, Role.MANAGER, Role.FINANCE}


def can_find_a_place(user: User) -> bool:
    """Who looks for a school for a child."""
    return user.role in {Role.OFFICER, Role.MANAGER, Role.PLACEMENTS}


def can_see_identity(user: User, child: Child) -> bool:
    """The placement team needs the birth date and home; nobody else is shown them."""
    return user.role == Role.PLACEMENTS


def can_see_looks(user: User, child: Child) -> bool:
    """Who looked at a child is shown to those who answer for it."""
    return user.role in {Role.AUDITOR, Role.MANAGER}


def can_see_cases(user: User) -> bool:
    """Who reads cases, shortlists and how they came about; finance reads fees by place."""
    return user.role in Role.with_cases() and user.role != Role.FINANCE


def can_keep_cases(user: User) -> bool:
    """Placement officers open, correct and close cases, and match schools to them."""
    return user.role == Role.PLACEMENTS


def can_set_weights(user: User) -> bool:
    """How much each reason counts is for a commissioning manager to say."""
    return user.role == Role.MANAGER


def why_not_open_case(child: Child) -> str:
    """A child has one case at a time."""
    if other := child.cases.open().first():
        return f"Case {other.pk} is open for {child}. Close it before you open another."
    return ""


def why_not_work_on_case(case: Case) -> str:
    """Why it is neither corrected, nor closed, nor matched."""
    return "" if case.is_open else "This case is closed."


def why_not_reopen_case(case: Case) -> str:
    """A case is opened again only after a mistake, and a child has one at a time."""
    if case.is_open:
        return "This case is open."
    if case.close_reason != "placed":
        return f"This case was closed: {case.get_close_reason_display().lower()}."
    if other := case.child.cases.open().first():
        return f"Case {other.pk} is open for {case.child}. Close it first."
    return ""


def why_not_add_appeal(case: Case, *, but: TribunalAppeal | None = None) -> str:
    """A case has one open appeal at a time; it may come after the case is closed."""
    others = case.appeals.open().exclude(pk=but.pk if but else None)
    if other := others.first():
        began = day(other.registered_on)
        return f"The appeal registered on {began} is open. Record its outcome first."
    return ""


def why_not_correct_price(line: PriceLine) -> str:
    """Why a line is neither ended nor voided."""
    return "This line is voided already." * line.is_voided


def why_not_end_price_on(line: PriceLine, last_on: datetime.date) -> str:
    if last_on < line.starts_on:
        return "The line begins after that day. Void it if it is a mistake."
    if line.ends_on and last_on >= line.ends_on:
        return f"The line ends on {line.ends_on:%-d %B %Y}, before that day."
    return ""


def why_not_price_in_a_block(block: BlockPurchase | None, starts_on: datetime.date) -> str:
    """The price of a block counts once; a place in it has its own price once the block ends."""
    if block and starts_on <= block.ends_on:
        return (
            f"This placement is in a block until {day(block.ends_on)} and costs nothing of its "
            "own. Enter a price from a later day."
        )
    return ""


# Consultations


def can_reply(user: User, school: School) -> bool:
    """Who writes in the name of the provider that runs the school."""
    members = school.provider.members.filter(user=user) if school.provider else None
    return bool(members and members.filter(role__in=ProviderRole.writers()).exists())


def can_be_asked(school: School) -> bool:
    """Whether somebody who can sign in writes for the school."""
    if school.provider is None:
        return False
    writers = school.provider.members.filter(role__in=ProviderRole.writers())
    return writers.filter(user__is_active=True).exists()


def why_not_change_pack(pack: ConsultationPack) -> str:
    """A pack that schools have is the one that they go by."""
    if why_not := why_not_work_on_case(pack.case):
        return why_not
    return "This pack was sent. Make another one to change it." * pack.is_sent


def why_not_send_pack(pack: ConsultationPack) -> str:
    if not pack.documents.exists():
        return "Add at least one document to the pack before you send it."
    if pack.has_documents_to_check:
        return "A document of the pack is being checked, or was refused. Try again in a minute."
    return ""


def why_not_consult(case: Case, school: School, *, email: str = "") -> str:
    """Once at a time, and where somebody at the school can answer, or gets a link."""
    if case.consultations.open().filter(school=school).exists():
        return f"{school} is being consulted about this child already."
    if school.is_closed:
        return f"{school} is closed."
    if not email and not can_be_asked(school):
        return f"No one at {school} can sign in to answer. Enter an email address for a link."
    return ""


def why_not_consult_at_once(case: Case, pack: ConsultationPack | None) -> str:
    """Why schools are not asked for this child among others: each goes by its own pack."""
    if why_not := why_not_work_on_case(case):
        return f"{case.child}: {why_not}"
    if pack is None:
        return f"{case.child} has no pack. Make one in the case first."
    why_not = why_not_send_pack(pack)
    return f"{case.child}: {why_not}" if why_not else ""


def why_not_for_this_child(case: Case, school: str, why: str) -> str:
    """A school that cannot take the child is not asked."""
    return (
        f"{school} cannot take {case.child}: {why[:1].lower()}{why[1:]}. Untick it for this child."
    )


def why_not_send_link(consultation: Consultation) -> str:
    """Who can sign in needs none."""
    if can_be_asked(consultation.school):
        return f"People at {consultation.school} can sign in. They need no link."
    return ""


def why_not_open_link(link: ConsultationLink) -> str:
    """It opens one consultation, once."""
    is_used = link.opened_at is not None or link.ended_at is not None
    return "This link has been used. Ask us for another one." * is_used


def why_not_work_on_consultation(consultation: Consultation) -> str:
    """Why a school no longer answers, and the council no longer closes it."""
    return "" if consultation.is_open else "This consultation is closed."


def why_not_choose(consultation: Consultation, directed: str) -> str:
    """Why a school is not chosen now. What is directed needs no offer, but the order on record.

    A non-maintained special school, or one approved under section 41, must admit the child whose
    plan names it; any other school is named once it has offered a place.
    """
    case, school = consultation.case, consultation.school
    if why_not := why_not_work_on_case(case) or why_not_work_on_consultation(consultation):
        return why_not
    reply = consultation.reply
    if directed == "tribunal" and not case.appeals.ordered().exists():
        return (
            "No order of the tribunal is on record for this case. Record the appeal, the day of "
            "the order and its outcome first."
        )
    if directed or (reply and reply.is_offer):
        return ""
    if not school.has_duty_to_admit:
        return (
            f"{school} has no duty to admit and has not offered a place. It must offer one before "
            "you choose it."
        )
    if reply is None and consultation.due_on > timezone.localdate():
        return f"{school} has until {day(consultation.due_on)} to reply."
    return ""


def can_void_choices(user: User) -> bool:
    """Who takes back what a colleague entered by mistake."""
    return user.role in {Role.OFFICER, Role.MANAGER, Role.PLACEMENTS}


def why_not_void_choice(user: User, choice: SchoolChoice) -> str:
    """Another person than the two by whom it came about, and before anything is agreed by it."""
    if not can_void_choices(user):
        return "Placement officers, commissioning officers and managers void choices."
    if choice.is_voided:
        return "This choice is voided already."
    proposed_by = choice.proposal.proposed_by_id if choice.proposal else None
    if user.pk in (choice.chosen_by_id, proposed_by):
        return "You made this choice. Ask a colleague to void it."
    if agreement := choice.agreements.standing().order_by("-version").first():
        undo = "Withdraw" if agreement.is_unsigned else "Void"
        return f"{undo} placement agreement {agreement.reference} first."
    return "" if choice.case.is_open else why_not_reopen_case(choice.case)


def why_not_choose_as_agreed(consultation: Consultation, number: int | None) -> str:
    """A manager agrees to the reply by which a school was proposed, and to no other."""
    if why_not := why_not_choose(consultation, ""):
        return why_not
    reply = consultation.reply
    if (reply and reply.pk) == number:
        return ""
    return (
        f"{consultation.school} sent reply {reply.pk} after this proposal. Decline the proposal, "
        "and read the new reply."
    )


def why_not_leave_the_dps(consultation: Consultation, code: str) -> str:
    """A school that is not on the DPS is chosen for one of the reasons that we report."""
    if code:
        return ""
    return f"{consultation.school} is not on the DPS. Select why you choose it all the same."


def why_not_hold(consultation: Consultation, person: User | None) -> str:
    """Whom a consultation may be handed on to."""
    if person is None or person in consultation.colleagues():
        return ""
    return f"{person} cannot write for {consultation.school}."


def why_not_change_reply(reply: ConsultationReply) -> str:
    """A reply that was sent stays as it is."""
    return "This reply was sent. Send another one to change your answer." * reply.is_sent


def why_not_attach_to_reply(reply: ConsultationReply) -> str:
    """A reply that was sent takes no document, and a draft so many."""
    if why_not := why_not_change_reply(reply):
        return why_not
    if reply.documents.count() < MOST_DOCUMENTS:
        return ""
    return f"A reply has at most {MOST_DOCUMENTS} documents. Remove one before you add another."


def why_not_overwrite(reply: ConsultationReply, revision: int) -> str:
    """Somebody else has saved the draft since it was read."""
    if reply.revision == revision:
        return ""
    if reply.pk is None:
        return "A colleague has sent the reply that you were writing. Read it before you go on."
    return (
        f"{reply.writer.name} saved this reply at {clock(reply.saved_at)}, after you opened it. "
        "Compare both versions below, then save again."
    )


def why_not_send_reply(reply: ConsultationReply, revision: int) -> str:
    """It is sent as it was read, and whole."""
    return (
        why_not_change_reply(reply)
        or why_not_overwrite(reply, revision)
        or " ".join(reply.missing())
    )
