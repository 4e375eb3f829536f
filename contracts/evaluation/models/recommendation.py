"""Recommendations: an outcome is put before a manager, who may send it back."""

from __future__ import annotations

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from contracts.applications.models.application import Application
from contracts.evaluation import permissions
from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import DatabaseNow, database_now
from nmiss.base.core.constraints import one_of, set_together
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.statuses import coloured
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson


@coloured(admitted="green", not_admitted="orange", excluded="red")
class RecommendedResult(models.TextChoices):
    """What is recommended, and once it is approved decided."""

    ADMITTED = "admitted", "Admitted"
    NOT_ADMITTED = "not_admitted", "Not admitted"
    EXCLUDED = "excluded", "Excluded"


# Everybody who ever had a part in evaluating an application (``facts.took_part``).
PARTS = """
        SELECT recommended_by_id FROM contracts_recommendation
            WHERE application_id = NEW.application_id
        UNION SELECT officer_id FROM contracts_opening WHERE application_id = NEW.application_id
        UNION SELECT found_by_id FROM contracts_finding WHERE application_id = NEW.application_id
        UNION SELECT a.evaluator_id FROM contracts_assignment a
            JOIN contracts_score s ON s.assignment_id = a.id
            WHERE a.application_id = NEW.application_id
        UNION SELECT chair_id FROM contracts_moderatedscore
            WHERE application_id = NEW.application_id
    """
_RULES_OF_RECOMMENDING = f"""
    IF TG_OP = 'UPDATE' THEN
        IF OLD.sent_back_at IS NOT NULL OR to_jsonb(NEW)
                - 'sent_back_at' - 'sent_back_by_id' - 'sent_back_reason' <> to_jsonb(OLD)
                - 'sent_back_at' - 'sent_back_by_id' - 'sent_back_reason' THEN
            RAISE EXCEPTION 'A recommendation stays; it may be sent back, once.';
        END IF;
        IF EXISTS (SELECT 1 FROM contracts_approval WHERE recommendation_id = NEW.id) THEN
            RAISE EXCEPTION 'What is approved is not sent back.';
        END IF;
        IF NEW.sent_back_by_id IS NOT NULL AND (
            NOT EXISTS (SELECT 1 FROM accounts_user
                        WHERE id = NEW.sent_back_by_id AND role = 'manager')
            OR NOT EXISTS (SELECT 1 FROM contracts_conflictdeclaration
                           WHERE application_id = NEW.application_id
                             AND person_id = NEW.sent_back_by_id AND NOT has_conflict)
            OR NEW.sent_back_by_id IN ({PARTS})
        ) THEN
            RAISE EXCEPTION 'A manager who took no part sends a recommendation back.';
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.sent_back_at IS NOT NULL OR 'evaluated' IS DISTINCT FROM
            (SELECT status FROM contracts_application WHERE id = NEW.application_id) THEN
        RAISE EXCEPTION 'An outcome is recommended while an application is evaluated.';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM contracts_conflictdeclaration
                   WHERE application_id = NEW.application_id
                     AND person_id = NEW.recommended_by_id AND NOT has_conflict) THEN
        RAISE EXCEPTION 'Who recommends an outcome has declared no conflict first.';
    END IF;
    RETURN NEW;
"""
# Asked at the end of the transaction, since the application moves after its part is written.
_MOVES_WITH_ITS_APPLICATION = """
    IF (SELECT status IN ('recommended', 'approved', 'told') FROM contracts_application
        WHERE id = NEW.application_id)
        IS DISTINCT FROM EXISTS (SELECT 1 FROM contracts_recommendation
            WHERE application_id = NEW.application_id AND sent_back_at IS NULL) THEN
        RAISE EXCEPTION 'An application is recommended as long as a recommendation stands.';
    END IF;
    RETURN NULL;
"""


class RecommendationQuerySet(models.QuerySet):
    def standing(self) -> Self:
        """Those that were not sent back: one of an application at most."""
        return self.filter(sent_back_at=None)

    def sent_back(self) -> Self:
        return self.exclude(sent_back_at=None)

    def with_people(self) -> Self:
        return self.select_related("recommended_by", "sent_back_by").order_by("pk")


@tracked()
class Recommendation(models.Model):
    """An outcome as it was put before a manager, by whom; and why it was sent back, if it was.

    Kept for good: whoever once recommended an outcome is never who approves the next.
    """

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="recommendations"
    )
    result = models.CharField(max_length=20, choices=RecommendedResult)
    text = models.TextField()
    recommended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recommended_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    sent_back_at = models.DateTimeField(null=True, editable=False)
    sent_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    sent_back_reason = models.TextField(blank=True)

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("result", RecommendedResult),
            models.CheckConstraint(
                name="contracts_recommendation_has_its_text", condition=~Q(text="")
            ),
            set_together("sent_back_at", "sent_back_by"),
            models.CheckConstraint(
                name="contracts_recommendation_sent_back_with_a_reason",
                condition=Q(sent_back_at=None, sent_back_reason="")
                | Q(sent_back_at__isnull=False) & ~Q(sent_back_reason=""),
            ),
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(sent_back_at=None),
                name="contracts_recommendation_one_stands",
                violation_error_message="An outcome is recommended already.",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="by_the_rules",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                func=_RULES_OF_RECOMMENDING,
            ),
            pgtrigger.Trigger(
                name="moves_with_its_application",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.After,
                timing=pgtrigger.Deferred,
                func=_MOVES_WITH_ITS_APPLICATION,
            ),
            DatedByTheDatabase("recommended_at", "sent_back_at"),
            DoneInPerson(recommended_by=(), sent_back_by=("sent_back_at", "sent_back_reason")),
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"recommendation on {self.application}"

    # Verbs

    @classmethod
    @in_person
    def make(cls, application: Application, *, by: User, result: str, text: str) -> Self:
        """Write down an outcome; see ``deciding.recommend``, which asks whether it is time."""
        made = cls.objects.create(
            application=application, recommended_by=by, result=result, text=text
        )
        application.recommend(by=by)
        return made

    @classmethod
    @in_person
    def send_back(cls, application: Application, *, by: User, reason: str) -> Self:
        """Have the one that stands thought over. It stays, and stands no more."""
        application.lock()
        stop_if(permissions.why_not_decide(by, application))
        found = recommendation_of(application)
        found.sent_back_at, found.sent_back_by, found.sent_back_reason = database_now(), by, reason
        found.save(update_fields=["sent_back_at", "sent_back_by", "sent_back_reason"])
        application.send_back(by=by)
        return found


def recommendation_of(application: Application) -> Recommendation:
    """The one that stands, with who made it: there is one from the move on until it comes back."""
    return application.recommendations.standing().with_people().get()
