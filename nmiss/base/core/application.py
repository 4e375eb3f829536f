"""How an application is found: what it brings lies in modules of known names.

As Django finds ``models.py``, so these are found, in the application and in each of its rooms: the
words of its verbs (``deeds``), what takes two people there (``proposing``), what it brings to the
landing pages and the menu (``home``), its key dates (``key_dates``), of what it reminds people
(``reminders``), and its reports at the command line (``report_commands``). Whatever they register,
nothing below has to know the application for it.
"""

from __future__ import annotations

import importlib
import importlib.util

from django.apps import AppConfig

KNOWN = ("deeds", "proposing", "home", "key_dates", "reminders", "report_commands")


class Application(AppConfig):
    """An application of ours, with the rooms that it is divided into."""

    rooms: tuple[str, ...] = ()

    def ready(self) -> None:
        """Have everything register itself that it brings."""
        for package in (self.name, *(f"{self.name}.{room}" for room in self.rooms)):
            for name in KNOWN:
                if importlib.util.find_spec(f"{package}.{name}"):
                    importlib.import_module(f"{package}.{name}")
