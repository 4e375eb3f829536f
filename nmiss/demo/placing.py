"""Children of the demo who are placed: by a choice, an agreement, and one off the DPS by a link."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator
from decimal import Decimal

from django.utils import timezone

from contracts.models import Membership
from nmiss.base.accounts.models import User
from nmiss.demo.cases import give_initials
from nmiss.demo.consultations import BASE, OFFER, THERAPY, answer, ask, days_ago_at, make_pack
from nmiss.demo.dated import moved_to
from placements import choosing
from placements.agreements import making, moving, signing
from placements.agreements.models import PlacementAgreement
from placements.agreements.pre_placement import PrePlacementCheck
from placements.agreements.terms import Terms, expected_end, notice_in_force
from placements.matching import ranking, shortlists
from placements.matching.question import MatchingQuestion
from placements.models import (
    Case,
    CaseKind,
    Child,
    Consultation,
    ConsultationReply,
    OffDpsReason,
    Placement,
    SchoolChoice,
    Stay,
    Urgency,
)
from providers.models import School

OLDEST, YOUNGEST = 10, 2  # school years in which a child may be placed here
OPENED, CONSULTED, ANSWERED, CHOSEN, SIGNED = 40, 36, 30, 27, 20  # days ago
OFFICE = "office@school.example"


def place_children(*, officer: User, manager: User, owner: User) -> None:
    """Choose schools of the demo's provider, and agree as far as each step goes.

    One place has begun and its price has changed, one agreement waits for the council, one for
    the provider, and one is to be made. Another child is placed off the DPS at a school that
    answered by a link, and one link has not been opened yet.
    """
    children = _without_a_place()
    steps = (_change_a_price, _sign, _offer, _choose)
    for step, school in zip(steps, itertools.cycle(_members(owner)), strict=False):
        step(_open(next(children), officer, preferred=school), school, officer, manager, owner)
    _leave_the_dps(_open(next(children), officer), officer, manager)
    _send_a_link(_open(next(children), officer), officer)


def _without_a_place() -> Iterator[Child]:
    """Children whose place has ended, and for whom nobody looks yet."""
    today = timezone.localdate()
    placed = Placement.objects.touching(today, datetime.date.max)
    born = range(today.year - OLDEST - 4, today.year - YOUNGEST - 4)
    found = Child.objects.filter(cases=None, cohort__in=born, placements__isnull=False)
    return iter(found.exclude(placements__in=placed).distinct().by_reference()[:20])


def _members(owner: User) -> list[School]:
    """The provider's schools that take call-offs."""
    today = timezone.localdate()
    members = Membership.objects.of_the_dps().open_to_call_offs(today)
    schools = School.objects.visible_to(owner).not_closed().filter(memberships__in=members)
    return list(schools.distinct().by_name())


def _open(child: Child, officer: User, *, preferred: School | None = None) -> Case:
    today = timezone.localdate()
    newest = child.placements.newest_first().first()
    give_initials(child)
    with moved_to(days_ago_at(OPENED)):
        case = Case.open_for(
            child,
            by=officer,
            needs=[newest.primary_need],
            kind=CaseKind.IN_YEAR,
            urgency=Urgency.SOON,
            stay=Stay.DAY,
            wanted_on=today - datetime.timedelta(days=7),
            needed_since=today - datetime.timedelta(days=OPENED + 3),
            preferred_school=preferred,
        )
        question = MatchingQuestion.of(case, today=today, filters={})
        shortlists.save(case, ranking.rank(question), by=officer)
    return case


def _choose(case: Case, school: School, officer: User, manager: User, owner: User) -> SchoolChoice:
    consultation = ask(case, school, officer, days_ago=CONSULTED)
    given = OFFER | {"starts_on": case.wanted_on}
    answer(consultation, owner, given, days_ago=ANSWERED)
    with moved_to(days_ago_at(CHOSEN)):
        seen = choosing.digest_of_offer(consultation)
        return choosing.choose(consultation, by=officer, seen=seen)


def _offer(
    case: Case, school: School, officer: User, manager: User, owner: User
) -> PlacementAgreement:
    choice = _choose(case, school, officer, manager, owner)
    with moved_to(days_ago_at(SIGNED + 4)):
        return making.make_agreement(choice, _terms(choice, school), (BASE, THERAPY), by=officer)


def _terms(choice: SchoolChoice, school: School, **facts: object) -> Terms:
    starts_on = choice.case.wanted_on
    notice, first = notice_in_force(starts_on)
    usual = {
        "school": school,
        "provision": "day",
        "weeks": Decimal(38),
        "starts_on": starts_on,
        "ends_on": expected_end(choice.case.child, starts_on),
        "notice_weeks": notice,
        "first_notice_weeks": first,
        "billing": "term_in_advance",
        "over_number_reason": "A pupil leaves before the child starts.",
    }
    return Terms(**usual | facts)


def _sign(
    case: Case, school: School, officer: User, manager: User, owner: User
) -> PlacementAgreement:
    agreement = _offer(case, school, officer, manager, owner)
    with moved_to(days_ago_at(SIGNED + 2)):
        agreement.sign(by=owner, name=owner.name, capacity="Proprietor")
    return agreement


def _change_a_price(case: Case, school: School, officer: User, manager: User, owner: User) -> None:
    """Begin a place, and agree on more therapy from January."""
    agreement = _sign(case, school, officer, manager, owner)
    given = {"name": manager.name, "capacity": "Commissioning manager"}
    with moved_to(days_ago_at(SIGNED)):
        signing.countersign(agreement, by=manager, **given)
    january = datetime.date(timezone.localdate().year + 1, 1, 4)
    terms = _terms(agreement.choice, school, starts_on=january, ends_on=agreement.ends_on)
    more = THERAPY | {"quantity": Decimal(2)}
    with moved_to(days_ago_at(1)):
        change = making.change_agreement(agreement, terms, (BASE, more), by=officer)
        change.sign(by=owner, name=owner.name, capacity="Proprietor")
        signing.countersign(change, by=manager, **given)
        _ask_to_move(change, owner)


def _ask_to_move(agreement: PlacementAgreement, owner: User) -> None:
    """Ask for another of the provider's sites after Easter, if one can take the child."""
    easter = datetime.date(agreement.starts_on.year, 4, 12)
    for site in moving.sites_for(agreement):
        if not moving.why_not_move(agreement, site, easter):
            reason = "The class for this age moves to our other site after the Easter holiday."
            moving.ask_move(agreement, site, easter, by=owner, reason=reason)
            return


def _send_a_link(case: Case, officer: User, *, days_ago: int = 3) -> Consultation:
    """Consult a school at which nobody can sign in, the first of the list."""
    shortlist = case.shortlists.newest_first().first()
    rows = shortlist.schools.filter(is_member=False, school__provider=None)
    school = rows.select_related("school").order_by("rank")[0].school
    with moved_to(days_ago_at(days_ago)):
        pack = make_pack(case, officer)
        emails = {school.urn: OFFICE}
        return Consultation.send_to([school], pack, shortlist, by=officer, emails=emails)[0]


def _leave_the_dps(case: Case, officer: User, manager: User) -> None:
    """The school answers by its link, a manager agrees to it, and it is visited and checked."""
    consultation = _send_a_link(case, officer, days_ago=CONSULTED)
    link = consultation.links.get()
    with moved_to(days_ago_at(ANSWERED)):
        link.open()
        link.refresh_from_db()
        facts = OFFER | {"kind": "offer", "conditions": None, "starts_on": case.wanted_on}
        draft = ConsultationReply.save_draft(
            consultation, by=None, link=link, revision=0, prices=(BASE, THERAPY), **facts
        )
        draft.send_by_link(link, revision=draft.revision)
    with moved_to(days_ago_at(CHOSEN)):
        proposal = choosing.choose(
            consultation,
            by=officer,
            seen=choosing.digest_of_offer(consultation),
            off_dps_reason=OffDpsReason.PLACE,
            reason="No school on the DPS has a place before the summer.",
        )
        proposal.agree(by=manager, seen=proposal.digest)
    today = timezone.localdate()
    with moved_to(days_ago_at(SIGNED)):
        PrePlacementCheck.record(
            consultation.school,
            by=officer,
            registration="As in the register: an independent special school, number not reached.",
            inspection="The last report says that all standards are met.",
            insured_until=today + datetime.timedelta(days=270),
            policy_on=today - datetime.timedelta(days=120),
            visited_on=today - datetime.timedelta(days=SIGNED + 1),
            visited_by=officer.name,
            notes="Two classrooms and the sensory room seen. The policy is renewed in May.",
            is_passed=True,
        )
