"""Files that show that an action of an improvement plan was done."""

from __future__ import annotations

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils import timezone

from kpis.models.plan import ImprovementPlan, PlanAction
from kpis.models.written import COMMISSIONING
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.history import tracked
from nmiss.base.files.models import StoredFile


class PlanEvidenceQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        return self.filter(action__plan__in=ImprovementPlan.objects.visible_to(user))

    def oldest_first(self) -> Self:
        return self.order_by("added_at", "pk")


@tracked()
class PlanEvidence(models.Model):
    """A file for an action, from the school or the council. It stays as it was added."""

    action = models.ForeignKey(PlanAction, on_delete=models.PROTECT, related_name="files")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = PlanEvidenceQuerySet.as_manager()

    class Meta:
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            WrittenBySomebody(
                *COMMISSIONING,
                Role.PROVIDER,
                must="public.nmiss_acting_role() <> 'provider' OR EXISTS ("
                "SELECT FROM public.kpis_planaction AS action "
                "JOIN public.kpis_improvementplan AS plan ON plan.id = action.plan_id "
                "JOIN public.providers_school AS school ON school.id = plan.school_id "
                "JOIN public.providers_providermember AS member "
                "ON member.provider_id = school.provider_id "
                "WHERE action.id = RECORD.action_id "
                "AND member.user_id = public.nmiss_acting_person() "
                "AND member.role IN ('owner', 'editor'))",
                words="A school adds evidence to its own plan.",
                added_by=(),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.file} for the {self.action}"
