"""What a person may do for a provider."""

from __future__ import annotations

from django.db import models

from nmiss.base.core.statuses import coloured


@coloured(owner="purple", editor="blue", viewer="grey")
class ProviderRole(models.TextChoices):
    """What a person may do for a provider."""

    OWNER = "owner", "Owner"
    EDITOR = "editor", "Editor"
    VIEWER = "viewer", "Viewer"

    @classmethod
    def writers(cls) -> list[ProviderRole]:
        """Who writes in the provider's name; a viewer reads."""
        return [cls.OWNER, cls.EDITOR]
