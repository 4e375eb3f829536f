"""The colours of statuses: one word has one colour everywhere, and the tag always holds the word.

An enumeration says its own with ``@coloured``; words that are no enumeration are said by
``colours``, beside what makes them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.db.models import TextChoices

# What is said of anything: a task, a deadline, a draft.
_colours: dict[str, str] = {
    "waiting": "light-blue",
    "not started": "grey",
    "in progress": "light-blue",
    "completed": "green",
    "done": "green",
    "draft": "grey",
    "due soon": "yellow",
    "overdue": "red",
    "expires soon": "orange",
    "expired": "red",
    "missing": "red",
}
_in_turn: dict[str, tuple[str, ...]] = {}


def key_of(words: str) -> str:
    """A status as it is looked up: ``not_admitted`` and "Not admitted" are one."""
    return words.replace("_", " ").lower()


def colours(of: Mapping[str, str]) -> None:
    """Give words their colours. Raises ValueError where a word has another one already."""
    for words, colour in of.items():
        if _colours.setdefault(key_of(words), colour) != colour:
            raise ValueError(f"“{words}” is {_colours[key_of(words)]} already, not {colour}.")


def coloured(**of_values: str) -> Callable[[type[TextChoices]], type[TextChoices]]:
    """Give each value of an enumeration, and its label, its colour."""

    def colour(statuses: type[TextChoices]) -> type[TextChoices]:
        if set(of_values) != set(statuses.values):
            raise ValueError(f"Each value of {statuses.__name__} has one colour.")
        for each in statuses:
            colours({each.value: of_values[each.value], each.label: of_values[each.value]})
        return statuses

    return colour


def colours_in_turn(word: str, *shades: str) -> None:
    """Have what is numbered, such as "Lot 3", take these colours in turn."""
    _in_turn[key_of(word)] = shades


def colour_of(words: str) -> str:
    """The colour of a status. Raises KeyError for words of which nobody said one."""
    key = key_of(words)
    word, _, number = key.rpartition(" ")
    if word in _in_turn and number.isdecimal():
        shades = _in_turn[word]
        return shades[(int(number) - 1) % len(shades)]
    return _colours[key]
