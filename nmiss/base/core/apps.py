"""The core as Django knows it."""

from django.apps import AppConfig
from django.core import checks

from nmiss.base.core import trigger_registry

# Django reads this module before any model.
trigger_registry.put_in_place()


class CoreConfig(AppConfig):
    name = "nmiss.base.core"

    def ready(self) -> None:
        from nmiss.base.core import keys, ownership

        checks.register(keys.check)
        ownership.after_migrating(lambda connection: keys.note())
