"""The words of the ledger: each application says, beside its verbs, how they are read aloud.

A verb is registered under a topic by its name, or by the record's label and its name
("accounts.User.close") where one verb is done to records of several kinds. Topics that are
``for_administrators`` are about accounts, files and the hub itself; all others are about cases.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model, Q

from nmiss.base.core.templatetags.components import day, instant

if TYPE_CHECKING:
    from nmiss.base.accounts.models import User

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")


@dataclass(frozen=True)
class Deed:
    """A verb in words: what stands between the person and the record, and what it is called.

    Where ``done`` has a place for the record ("reminded {} of scores"), the record stands there.
    """

    done: str
    label: str

    def to(self, record: str) -> str:
        """The deed with the record that it was done to."""
        return self.done.format(record) if "{}" in self.done else f"{self.done} {record}".strip()


@dataclass(frozen=True)
class Fact:
    """A field of the ledger in words: its label, and how its values are said.

    ``words`` are those of each value, or make them; with no ``label`` they are a sentence by
    themselves. A fact that only a machine reads ``is_technical``.
    """

    label: str
    words: Mapping[Any, str] | Callable[[Any], str] | None = None
    is_technical: bool = False

    def said(self, value: Any) -> str:
        """The value in words."""
        if callable(self.words):
            return self.words(value)
        if self.words is not None and not isinstance(value, list | dict):
            return str(self.words.get(value, in_words(value)))
        return in_words(value)


@dataclass
class Topic:
    """What verbs are about, as the filter of the ledger groups them."""

    title: str
    for_administrators: bool
    deeds: dict[str, Deed] = field(default_factory=dict)


_topics: dict[str, Topic] = {}
_deeds: dict[str, Deed] = {}
_seals: list[Callable[[], Q]] = []
_facts: dict[str, Fact] = {}
_additions: list[Callable[[str, Model, User], Mapping[str, Any]]] = []


def register(
    title: str, deeds: Mapping[str, tuple[str, str]], *, for_administrators: bool = False
) -> None:
    """Make the words of verbs known: to each, what was done and what it is called."""
    topic = _topics.setdefault(title, Topic(title, for_administrators))
    own = {key: Deed(done, label) for key, (done, label) in deeds.items()}
    topic.deeds |= own
    _deeds.update(own)


def register_facts(**facts: Fact | str) -> None:
    """Make the words of fields known; ``verb__field`` where a verb has words of its own for it."""
    for name, fact in facts.items():
        _facts[name] = Fact(fact) if isinstance(fact, str) else fact


def add(found: Callable[[str, Model, User], Mapping[str, Any]]) -> None:
    """Have this say more with each deed: of a verb, the record that it is done to, and by whom."""
    _additions.append(found)


def added(verb: str, record: Model, by: User) -> dict[str, Any]:
    """All that is said more with this deed."""
    return {key: said for found in _additions for key, said in found(verb, record, by).items()}


def seal(rows: Callable[[], Q]) -> None:
    """Have rows of the ledger shown to nobody, as long as they are those that this finds."""
    _seals.append(rows)


def sealed() -> Q:
    """Which rows nobody may read now."""
    found = Q(pk=None)
    for rows in _seals:
        found |= rows()
    return found


def topics() -> list[Topic]:
    """All of them, by title, with their verbs by label."""
    return sorted(_topics.values(), key=lambda topic: topic.title)


def deed_of(verb: str, target_type: str) -> Deed | None:
    """The words of a verb done to a record of this kind; None where nobody registered any."""
    return _deeds.get(f"{target_type}.{verb}") or _deeds.get(verb)


def done_under(key: str) -> Q:
    """Which rows of the ledger are a verb, by the key of its words, or a whole topic, by title."""
    if key in _topics:
        return _any_of(_topics[key].deeds)
    kind, _, verb = key.rpartition(".")
    if kind:
        return Q(verb=verb, target_type=kind)
    own = [each.rpartition(".")[0] for each in _deeds if each.endswith(f".{verb}")]
    return Q(verb=verb) & ~Q(target_type__in=own)


def for_administrators() -> Q:
    """Which rows are about accounts, files and the hub itself."""
    return _any_of(
        key for topic in _topics.values() if topic.for_administrators for key in topic.deeds
    )


def _any_of(keys: Iterable[str]) -> Q:
    found = Q(pk=None)
    for key in keys:
        found |= done_under(key)
    return found


def fact_of(name: str, *, verb: str) -> Fact | None:
    """The words of a field; None where nobody registered any."""
    return _facts.get(f"{verb}__{name}") or _facts.get(name)


def in_order(names: Iterable[str], *, verb: str) -> list[str]:
    """Fields as their words were registered: JSON in PostgreSQL keeps an order of its own."""
    places = {name: place for place, name in enumerate(_facts)}
    last = len(places)
    return sorted(names, key=lambda name: places.get(f"{verb}__{name}", places.get(name, last)))


def said(name: str, value: Any, *, verb: str, target_type: str) -> str:
    """A value in words: by its fact, or else by the choices of the record's own field."""
    fact = fact_of(name, verb=verb)
    if fact and fact.words is not None:
        return fact.said(value)
    is_code = isinstance(value, str | int)
    return (is_code and _choices(target_type, name).get(value)) or in_words(value)


def _choices(target_type: str, name: str) -> dict[Any, str]:
    try:
        field = apps.get_model(target_type)._meta.get_field(name)
    except (LookupError, ValueError, FieldDoesNotExist):
        return {}
    return dict(getattr(field, "flatchoices", ()))  # what points here from elsewhere has none


def in_words(value: Any) -> str:
    """A plain value as a page says it: days and instants of London, lists one after the other."""
    if isinstance(value, list):
        return ", ".join(map(in_words, value))
    if isinstance(value, dict):
        return ", ".join(f"{name} ({in_words(each)})" for name, each in value.items())
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime.datetime):
        return instant(value)
    if isinstance(value, datetime.date):
        return day(value)
    if isinstance(value, str):
        return _of_time(value) or value
    return "" if value is None else str(value)


def _of_time(text: str) -> str:
    """A day or an instant in words; nothing for what somebody typed that only looks like one."""
    try:
        if _DAY.fullmatch(text):
            return day(datetime.date.fromisoformat(text))
        if _INSTANT.match(text):
            return instant(datetime.datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        pass
    return ""
