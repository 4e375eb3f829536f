"""Whoever signs something off has read it as it is.

The page of such a form carries the digest of what it shows (``forms.AsRead``, or beside a button
``{% seen digest %}``), and the verb, under its lock, compares it with the digest of what there is.
Where somebody changed it meanwhile, nothing is done and the page is shown anew
(``nmiss.base.core.sent_once``).
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Mapping
from decimal import Decimal

from django.db import models


class ChangedMeanwhile(Exception):
    """What somebody signs off is no longer what their page showed."""


def digest_of(*shown: object) -> str:
    """Of values, of records by their fields, and of lists of either, in their order."""
    return hashlib.sha256(repr([_plain(each) for each in shown]).encode()).hexdigest()


def _plain(shown: object) -> object:
    """The same for a row that was just made as for one that was read again."""
    match shown:
        case models.Model():
            names = [field.attname for field in shown._meta.concrete_fields]
            return [shown._meta.label, *(_plain(getattr(shown, name)) for name in names)]
        case str():
            return str(shown)
        case Decimal():
            return f"{shown.normalize():f}"
        case datetime.datetime():
            return shown.timestamp()
        case Mapping():
            return [[_plain(key), _plain(value)] for key, value in sorted(shown.items())]
        case Iterable():
            return [_plain(each) for each in shown]
    return shown if shown is None else str(shown)


def stop_if_changed(name: str, *, seen: str, now: str) -> None:
    """Stop a verb whose subject, of this name, is not the one that its page showed."""
    if seen != now:
        raise ChangedMeanwhile(f"{name} was changed after you opened this page. Read it again.")
