"""Districts: the parts of an authority's area in which children live. Which there are is data."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from nmiss.base.accounts.models import Role
from nmiss.base.accounts.written import BY_THE_HUB, WrittenBySomebody
from nmiss.base.core.history import tracked
from providers.models.local_authority import LocalAuthority


@tracked()
class District(models.Model):
    """A district with the first halves of its postcodes; one that lies in two stands in both.

    ``authority`` is who is responsible for its children: another, once it has been reorganised.
    """

    name = models.CharField(max_length=100, unique=True)
    authority = models.ForeignKey(
        LocalAuthority, on_delete=models.PROTECT, related_name="districts"
    )
    outward_codes = ArrayField(models.CharField(max_length=4), default=list)

    class Meta:
        triggers = [WrittenBySomebody(Role.OFFICER, Role.MANAGER, unless=BY_THE_HUB)]

    def __str__(self) -> str:
        return self.name
