"""What only the demo knows."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class DemoPerson(models.Model):
    """Somebody who was made up: the demo's first load writes one for each of its people."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="made_up"
    )

    def __str__(self) -> str:
        return str(self.user)
