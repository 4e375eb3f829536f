"""What rules ask of an evaluation: of one application, or of many in as many queries.

Records are asked through their own relations, so rules stand below the verbs that they stop.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet

from contracts.applications.models import Application, ConflictDeclaration
from contracts.arrangements.models import Question
from contracts.evaluation.kinds import FEWEST, FindingKind
from nmiss.base.accounts.models import User

if TYPE_CHECKING:
    from contracts.evaluation.models import ModeratedScore

# Where it stands who did something for an application; a score is asked for apart.
_PARTS = (
    "openings__officer",
    "findings__found_by",
    "moderated_scores__chair",
    "recommendations__recommended_by",
)


class Facts:
    """How the evaluation of some applications stands, and what this person declared of each.

    Read when first asked. A verb reads anew, under its lock; a board reads once for all its rows.
    """

    def __init__(self, user: User, applications: Iterable[int]) -> None:
        self._user = user
        self._applications = Application.objects.filter(pk__in=set(applications)).order_by()

    @cached_property
    def declared(self) -> dict[int, bool]:
        """Whether there is a conflict of interest, where this person said."""
        own = ConflictDeclaration.objects.of(self._user)
        own = own.filter(application__in=self._applications.values("pk"))
        return dict(own.values_list("application", "has_conflict"))

    @cached_property
    def checks(self) -> dict[int, dict[str, bool]]:
        """The first checks that were made, and whether each is passed."""
        made = self._applications.filter(
            findings__superseded_at=None, findings__kind__in=FindingKind.before_scoring()
        )
        found: dict[int, dict[str, bool]] = defaultdict(dict)
        for key, kind, passed in made.values_list("pk", "findings__kind", "findings__passed"):
            found[key][kind] = passed
        return found

    @cached_property
    def agreed(self) -> set[tuple[int, int]]:
        """The questions whose score is agreed, each with its application."""
        standing = self._applications.filter(
            moderated_scores__isnull=False, moderated_scores__superseded_at=None
        )
        return set(standing.values_list("pk", "moderated_scores__question"))

    @cached_property
    def scored(self) -> set[tuple[int, int]]:
        """The questions that two at least are to score, and that all of them have."""
        current = self._applications.filter(
            assignments__isnull=False, assignments__released_at=None
        )
        scores = defaultdict(list)
        rows = current.values_list("pk", "assignments__question", "assignments")
        for key, question, _, count in rows.annotate(count=Count("assignments__scores")):
            scores[key, question].append(count)
        return {place for place, given in scores.items() if len(given) >= FEWEST and all(given)}


def have_all_scored(application: Application, question: Question) -> bool:
    """Whether two at least are assigned, and none of them owes a score."""
    current = application.assignments.current().on(question).with_scored()
    scored = list(current.values_list("has_scored", flat=True))
    return len(scored) >= FEWEST and all(scored)


def is_to_agree(application: Application, question: Question) -> bool:
    """Whether a score of the question is to be agreed: none was, or it has come back.

    It comes back with a recommendation that was sent back since, and where somebody who took
    part in it declared a conflict since.
    """
    agreed = application.moderated_scores.filter(question=question).first()
    if agreed is None:
        return True
    sent_back = application.recommendations.filter(sent_back_at__gt=agreed.agreed_at)
    return sent_back.exists() or any(score == agreed for score, _ in doubts(application))


def doubts(application: Application) -> list[tuple[ModeratedScore, User]]:
    """Agreed scores, each with who scored or chaired it and declared a conflict after that."""
    conflicts = list(application.conflicts.stands_in_the_way().in_order())
    if not conflicts:
        return []
    scored = set(application.assignments.values_list("question", "evaluator"))
    agreed = application.moderated_scores.select_related("question").order_by("question__number")
    return [
        (score, declaration.person)
        for declaration in conflicts
        for score in agreed
        if score.agreed_at < declaration.declared_at
        and (
            score.chair_id == declaration.person_id
            or (score.question_id, declaration.person_id) in scored
        )
    ]


def able_to_agree(application: Application, question: Question) -> list[User]:
    """The evaluators of a question who have no conflict with the applicant."""
    conflicts = application.conflicts.stands_in_the_way().values("person")
    current = application.assignments.current().on(question).exclude(evaluator__in=conflicts)
    return [each.evaluator for each in current.select_related("evaluator").order_by("pk")]


def took_part(applications: QuerySet[Application], person: User) -> QuerySet[Application]:
    """Those of which this person opened, checked, scored, chaired or recommended anything.

    What was done counts for good, also where another took its place. Who was assigned and never
    scored did nothing.
    """
    parts = [Q(**{part: person}) for part in _PARTS]
    parts.append(Q(assignments__evaluator=person, assignments__scores__isnull=False))
    found = Q()
    for part in parts:
        found |= Q(pk__in=Application.objects.filter(part).values("pk"))
    return applications.filter(found)


def was_evaluated_by(application: Application, person: User) -> bool:
    """Whether somebody had a part in evaluating it."""
    return took_part(Application.objects.filter(pk=application.pk), person).exists()


def not_met_by(applications: QuerySet[Application], person: User) -> QuerySet[Application]:
    """Those that this person has not opened, and has no conflict with."""
    return applications.without_conflict_of(person).exclude(openings__officer=person)
