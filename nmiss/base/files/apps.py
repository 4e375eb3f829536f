"""The files as Django knows them."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "nmiss.base.files"

    def ready(self) -> None:
        """Make the words of its verbs known."""
        from nmiss.base.files import deeds

        deeds.make_known()
