"""What only the demo knows."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class DemoPerson(models.Model):
    """Somebody who was made up: the demo's first load writes one for each of its people.

    While there is nobody else, nobody is asked for a second factor (``nmiss.demo.waiver``): so only
    the owner of the tables says who is of the demo.
    """

    OWNERS_ALONE = True

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="made_up"
    )

    def __str__(self) -> str:
        return str(self.user)
