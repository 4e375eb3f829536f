"""How far the evaluation of many applications is, counted by the database: what comes next.

The board of progress shows the same for each question (``contracts.evaluation.progress``).
"""

from __future__ import annotations

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from contracts.applications.models import Application, ConflictDeclaration
from contracts.arrangements.models import Question
from contracts.evaluation.kinds import FEWEST, FindingKind
from contracts.evaluation.models import Assignment, Finding, ModeratedScore
from nmiss.base.accounts.models import User

STEPS = ("checks_made", "is_ended", "is_clear", "short", "ready", "left")


def with_steps(applications: QuerySet[Application], *, by: User) -> QuerySet[Application]:
    """Each with how many checks are made, whether one of them ends it, whether ``by`` may read it.

    And how many questions are ``short`` of evaluators, ``ready`` to agree, or ``left`` to agree.
    """
    here = OuterRef("pk")
    made = Finding.objects.filter(application=here).order_by()
    ending = made.filter(passed=False, kind__in=FindingKind.that_end_it())
    clear = ConflictDeclaration.objects.of(by).filter(application=here, has_conflict=False)
    agreed = ModeratedScore.objects.filter(
        application=OuterRef(here), question=OuterRef("pk")
    ).order_by()
    left = Question.objects.filter(~Exists(agreed), scheme=OuterRef("scheme")).order_by()
    asked = left.annotate(assigned=_assigned(), scored=_assigned(scores__isnull=False))
    short = Q(assigned__lt=FEWEST)
    return applications.annotate(
        checks_made=_count(made, "application"),
        is_ended=Exists(ending),
        is_clear=Exists(clear),
        short=_count(asked.filter(short), "scheme"),
        ready=_count(asked.filter(~short, scored=F("assigned")), "scheme"),
        left=_count(left, "scheme"),
    )


def _assigned(**scored: bool) -> Coalesce:
    """How many evaluators a question of an application has now, or how many of them scored."""
    current = Assignment.objects.current().filter(
        application=OuterRef(OuterRef("pk")), question=OuterRef("pk"), **scored
    )
    return _count(current, "question")


def _count(rows: QuerySet, by: str) -> Coalesce:
    """How many different rows there are; all are of one ``by``."""
    counted = rows.order_by().values(by).annotate(count=Count("pk", distinct=True))
    return Coalesce(Subquery(counted.values("count")), 0)
