"""Local authorities: one of them is at home here, the schools of the others are out of area."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from nmiss.base.accounts.models import Role
from nmiss.base.accounts.written import BY_THE_HUB, WrittenBySomebody
from nmiss.base.core.codes import of_authority
from nmiss.base.core.constraints import in_order
from nmiss.base.core.history import tracked


@tracked()
class LocalAuthority(models.Model):
    """A local authority with its three-digit code, as the school register gives it (Kent: 886).

    A council that is still to be has no code: the register gives it one with its first schools.
    """

    code = models.CharField(max_length=3, blank=True)
    name = models.CharField(max_length=100)
    # The days of a council that was made, or dissolved; none where nobody asks (25/00007, 3.12).
    first_on = models.DateField(null=True)
    last_on = models.DateField(null=True)

    class Meta:
        constraints = [
            in_order("first_on", "last_on"),
            models.UniqueConstraint(
                fields=["code"], condition=~Q(code=""), name="providers_localauthority_code_once"
            ),
        ]
        triggers = [WrittenBySomebody(Role.OFFICER, Role.MANAGER, unless=BY_THE_HUB)]

    def __str__(self) -> str:
        return self.name

    @property
    def is_home(self) -> bool:
        """Whether this is the council that runs the hub."""
        return self.code == of_authority(settings.HOME_AUTHORITY)
