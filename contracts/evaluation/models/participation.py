"""Who had a part in evaluating an application, by anything that was ever done and not undone."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from contracts.applications.models.application import Application
from contracts.evaluation.models.evaluation import Finding, Opening
from contracts.evaluation.models.moderation import ModeratedScore
from contracts.evaluation.models.recommendation import Recommendation
from contracts.evaluation.models.scoring import Score
from nmiss.base.accounts.models import User


def took_part(applications: QuerySet[Application], person: User) -> QuerySet[Application]:
    """Those of which this person opened, checked, scored, chaired or recommended anything.

    What was done counts for good, also where another took its place. Who was assigned and never
    scored did nothing.
    """
    own = OuterRef("pk")
    scores = Score.objects.filter(assignment__application=own, assignment__evaluator=person)
    return applications.filter(
        Exists(Opening.objects.filter(application=own, officer=person))
        | Exists(Finding.kept.filter(application=own, found_by=person))
        | Exists(scores)
        | Exists(ModeratedScore.kept.filter(application=own, chair=person))
        | Exists(Recommendation.objects.filter(application=own, recommended_by=person))
    )


def was_evaluated_by(application: Application, person: User) -> bool:
    """Whether somebody had a part in evaluating it."""
    return took_part(Application.objects.filter(pk=application.pk), person).exists()


def not_met_by(applications: QuerySet[Application], person: User) -> QuerySet[Application]:
    """Those that this person has not opened, and has no conflict with."""
    return applications.without_conflict_of(person).exclude(openings__officer=person)
