"""Evidence that schools add to a section of a return."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from kpis import permissions
from kpis.models import written
from kpis.models.return_version import ReturnVersion, frozen_once_sealed
from nmiss.base.accounts.models import User
from nmiss.base.core.history import tracked
from nmiss.base.files.models import StoredFile


class ReturnEvidenceQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """The council sees what was submitted; a school's people what they are adding, too.

        Finance reads none: ``permissions.can_read_evidence``.
        """
        if not permissions.can_read_evidence(user):
            return self.none()
        own = self.filter(version__in=ReturnVersion.objects.visible_to(user))
        return own if user.is_provider else own.filter(version__sealed_at__isnull=False)


@tracked()
class ReturnEvidence(models.Model):
    """A file in a section; the ``key`` is the section's."""

    version = models.ForeignKey(ReturnVersion, on_delete=models.CASCADE, related_name="evidence")
    key = models.CharField(max_length=50)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = ReturnEvidenceQuerySet.as_manager()

    class Meta:
        triggers = [
            written.in_the_version("kpis_returnevidence", added_by=("file",)),
            *frozen_once_sealed(),
        ]

    def __str__(self) -> str:
        return f"{self.file} in {self.version}"
