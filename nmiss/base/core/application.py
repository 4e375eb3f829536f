"""How an application is found: what it brings lies in modules of known names.

As Django finds ``models.py``, so these are found, in the application and in each of its rooms: the
words of its verbs (``deeds``), what takes two people there (``proposing``), what it brings to the
landing pages and the menu (``home``), its key dates (``key_dates``), of what it reminds people
(``reminders``), its reports at the command line (``report_commands``), and the lists that can be
taken away (``listings``, ``report_listings`` …). Whatever they register, nothing below has to know
the application for it.
"""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType

from django.apps import AppConfig

KNOWN = ("deeds", "proposing", "home", "key_dates", "reminders", "report_commands")
LISTS = "listings"  # how their modules' names end


class ApplicationConfig(AppConfig):
    """An application of ours, with the rooms that it is divided into."""

    rooms: tuple[str, ...] = ()

    def ready(self) -> None:
        """Have everything register itself that it brings."""
        for package in (self.name, *(f"{self.name}.{room}" for room in self.rooms)):
            there = [each.name for each in pkgutil.iter_modules(_places_of(package))]
            for name in (name for name in KNOWN if name in there):
                importlib.import_module(f"{package}.{name}")
            for name in (name for name in there if name.endswith(LISTS)):
                _register_lists(importlib.import_module(f"{package}.{name}"))


def _places_of(package: str) -> list[str]:
    return list(importlib.import_module(package).__path__)


def _register_lists(module: ModuleType) -> None:
    """Make its lists known, but for those that nobody opens: they have columns for a command."""
    from nmiss.base.core.lists import List, register

    found = [each for each in vars(module).values() if isinstance(each, List)]
    register(*(each for each in found if each.roles))
