"""Assigning evaluators: a balanced split over questions and applications, and taking over."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from contracts.applications.models import Application, ConflictDeclaration, Status
from contracts.arrangements.models import Question
from contracts.evaluation import permissions
from contracts.evaluation.kinds import FEWEST
from contracts.evaluation.models import Assignment, ModeratedScore
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent

EVALUATE = (Role.OFFICER, Role.MANAGER)


@dataclass(frozen=True)
class ProposedAssignment:
    """That somebody is to score a question of an application."""

    application: Application
    question: Question
    evaluator: User


@dataclass
class Plan:
    """Who would score what. ``short`` are the questions for which too few could be found."""

    proposals: list[ProposedAssignment] = field(default_factory=list)
    short: list[tuple[Application, Question]] = field(default_factory=list)

    def shares(self) -> list[tuple[User, int]]:
        """How many questions each evaluator would be given, by name."""
        counts = Counter(proposal.evaluator for proposal in self.proposals)
        return sorted(counts.items(), key=lambda share: share[0].name)


def evaluators() -> list[User]:
    """Who may be asked to score: commissioning's people who can sign in."""
    return list(User.objects.filter(role__in=EVALUATE, is_active=True).order_by("name", "pk"))


def plan(applications: Sequence[Application], among: Iterable[User], *, each: int) -> Plan:
    """Split what is to be scored so that each has as nearly the same number as can be.

    Nobody scores where a conflict was declared, or a question that they were released from. Two
    questions of one application go to different pairs where the numbers allow it. The same asked
    again gives the same, so that what was previewed is what is confirmed.
    """
    stop_if(permissions.why_not_share_out(each))
    among, made = list(among), Plan()
    keys = [application.pk for application in applications]
    kept_out = _conflicts(keys)
    taken, current, load = _assigned(keys)
    done = set(
        ModeratedScore.objects.filter(application__in=keys).values_list("application", "question")
    )
    for application in applications:
        questions = sorted(application.scheme.questions.all(), key=lambda one: one.number)
        for question in questions:
            place = (application.pk, question.pk)
            if place in done or current[place] >= each:
                continue
            free = [one for one in among if one.pk not in kept_out[application.pk] | taken[place]]
            free.sort(key=lambda one: (load[one.pk], (one.pk + question.number) % (len(among) + 1)))
            chosen = free[: each - current[place]]
            for evaluator in chosen:
                load[evaluator.pk] += 1
                made.proposals.append(ProposedAssignment(application, question, evaluator))
            if current[place] + len(chosen) < FEWEST:
                made.short.append((application, question))
    return made


def _conflicts(applications: list[int]) -> dict[int, set[int]]:
    declared = ConflictDeclaration.objects.stands_in_the_way().filter(application__in=applications)
    found = defaultdict(set)
    for application, person in declared.values_list("application", "person"):
        found[application].add(person)
    return found


def _assigned(
    applications: list[int],
) -> tuple[dict[tuple[int, int], set[int]], Counter, Counter]:
    """Who ever was assigned to each question, how many are now, and how many each person has."""
    taken, current = defaultdict(set), Counter()
    load = Counter(Assignment.objects.owed().values_list("evaluator", flat=True))
    rows = Assignment.objects.filter(application__in=applications)
    for application, question, evaluator, released in rows.values_list(
        "application", "question", "evaluator", "released_at"
    ):
        taken[application, question].add(evaluator)
        current[application, question] += released is None
    return taken, current, load


@transaction.atomic
def assign(made: Plan, *, by: User) -> None:
    """Do as planned, and tell whoever is to score by it and did not do it.

    The database refuses a fourth evaluator, and anybody with a conflict.
    """
    for application in dict.fromkeys(proposal.application for proposal in made.proposals):
        application.lock()
        stop_if(permissions.why_not_assign(by, application))
    _write(made, by=by)


def _write(made: Plan, *, by: User) -> None:
    Assignment.objects.bulk_create(
        Assignment(
            application=proposal.application,
            question=proposal.question,
            evaluator=proposal.evaluator,
        )
        for proposal in made.proposals
    )
    for application in dict.fromkeys(proposal.application for proposal in made.proposals):
        own = [one for one in made.proposals if one.application == application]
        people = sorted({one.evaluator.on_record for one in own})
        AuditEvent.record("assign", application, by=by, questions=len(own), evaluators=people)
    for person, count in made.shares():
        if person != by:
            tell([person], "contracts/evaluation/assigned", count=count)


def hand_over(application: Application, *, of: User) -> Plan:
    """Release somebody from what is not agreed yet, and share it out among other officers.

    Never among managers: who scores cannot approve. Where too few are left the question stays
    short, and is for somebody to assign. Does nothing while nobody could score.
    """
    if application.status != Status.EVALUATED:
        return Plan()
    own = application.assignments.of(of).with_moderated().filter(is_moderated=False)
    numbers = sorted(own.values_list("question__number", flat=True))
    if not numbers:
        return Plan()
    released = Assignment.objects.filter(pk__in=list(own.values_list("pk", flat=True)))
    released.update(released_at=timezone.now())
    AuditEvent.record("replace", application, by=of, released=of.on_record, questions=numbers)
    made = plan([application], _colleagues(application, of), each=FEWEST)
    _write(made, by=of)
    return made


def _colleagues(application: Application, person: User) -> list[User]:
    """The officers who evaluate for this vehicle already; all officers, where too few do."""
    current = Assignment.objects.current().filter(application__vehicle=application.vehicle_id)
    known = set(current.values_list("evaluator", flat=True))
    others = [one for one in evaluators() if one != person and one.role == Role.OFFICER]
    able = [one for one in others if one.pk in known]
    return able if len(able) > FEWEST else others
