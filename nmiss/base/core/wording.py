"""Texts of reminders that an administrator words anew, from what the hub's own text has.

A text is a subject and a body with markers, ``{{ due_on|day }}`` and ``{% if is_late %}``. Only
the markers of the hub's own text may stand in it, so that no text reads more of a record than that
does; and each only where the hub's own text knows its value. The rest is for people to word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.template.base import Lexer, Token, TokenType

_PARTS = re.compile(
    r"\{% extends \"emails/letter\.txt\" %\}(?P<loads>.*?)"
    r"\{% block subject %\}(?P<subject>.*?)\{% endblock %\}\s*"
    r"\{% block body %\}(?P<body>.*)\{% endblock %\}\s*",
    re.DOTALL,
)
# Known in every letter, in each place of it.
ALWAYS = ("due_on", "days", "site", "contact", "council", "product", "person.name")
_OPENING, _BETWEEN = ("if", "for"), ("elif", "else", "empty")


class NoSuchText(LookupError):
    """A notice is not laid out as the text of a reminder is."""


@dataclass(frozen=True)
class Wording:
    """The subject and the body of a notice, with markers; ``loads`` brings the filters they use."""

    subject: str
    body: str
    loads: str = ""

    @property
    def source(self) -> str:
        """The same as a template."""
        return (
            f'{{% extends "emails/letter.txt" %}}{self.loads}'
            f"{{% block subject %}}{self.subject}{{% endblock %}}"
            f"{{% block body %}}{self.body}{{% endblock %}}"
        )

    @property
    def words(self) -> dict[str, str]:
        """Subject and body alone."""
        return {"subject": self.subject, "body": self.body}

    @property
    def markers(self) -> list[str]:
        """All that may be used in place of it, as it is written."""
        found = (_written(token) for token, _ in _placed(f"{self.subject}\n{self.body}"))
        return list(dict.fromkeys(found))

    def worded(self, subject: str, body: str) -> Wording:
        """Another text for the same notice."""
        return Wording(subject, body, self.loads)


def read(source: str) -> Wording:
    """The wording of a template as the hub brings it."""
    found = _PARTS.fullmatch(source)
    if found is None:
        raise NoSuchText(source[:80])
    return Wording(found["subject"], found["body"], found["loads"].strip())


def problem_with(text: str, standard: Wording) -> str:
    """Why a text cannot take the place of the hub's own, as what to do; nothing where it can."""
    own = f"{standard.subject}\n{standard.body}"
    places: dict[str, list[tuple[str, ...]]] = {}
    for token, place in _placed(own):
        places.setdefault(_written(token), []).append(place)
    places = {written: _in_every_branch(found) for written, found in places.items()}
    try:
        for token, place in _placed(text):
            written = _written(token)
            if written not in places:
                return f"Take out {written}: use only the markers listed on this page"
            if not _may_stand(token, place, places[written]):
                return f"Move {written} to where it stands in the standard text"
    except _Unbalanced as where:
        return str(where)
    return ""


def _in_every_branch(places: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The same, and the place around a condition where it stands in each branch of that."""
    found = set(places)
    for place in sorted(found, key=len, reverse=True):
        if place and place[-1].endswith(" > else"):
            *branches, _last = place[-1].split(" > ")
            others = (" > ".join(branches[: count + 1]) for count in range(len(branches)))
            if all((*place[:-1], each) in found for each in others):
                found.add(place[:-1])
    return list(found)


def _may_stand(token: Token, place: tuple[str, ...], places: list[tuple[str, ...]]) -> bool:
    """Whether a value is known here: within all that it stands within in the hub's own text."""
    if token.token_type == TokenType.VAR:
        if re.split(r"[|]", token.contents)[0] in ALWAYS:
            return True
    elif token.contents.split()[0] in (*_OPENING, *_BETWEEN) or token.contents.startswith("end"):
        return True
    return any(set(each) <= set(place) for each in places)


class _Unbalanced(Exception):
    """A marker that ends or begins without its other end."""


def _placed(text: str) -> Iterator[tuple[Token, tuple[str, ...]]]:
    """Each marker, with the conditions within which it stands."""
    within: list[list[str]] = []
    for token in Lexer(text).tokenize():
        if token.token_type == TokenType.TEXT:
            continue
        word = token.contents.split()[0] if token.contents.split() else ""
        if token.token_type == TokenType.BLOCK:
            _step(token, word, within)
        yield token, tuple(" > ".join(each) for each in within)
    if within:
        raise _Unbalanced(f"Write {{% end{within[-1][0].split()[0]} %}} after {within[-1][0]}")


def _step(token: Token, word: str, within: list[list[str]]) -> None:
    if word in _OPENING:
        within.append([token.contents])
    elif word in _BETWEEN or (word.startswith("end") and word[3:] in _OPENING):
        kind = within[-1][0].split()[0] if within else ""
        is_over = within and within[-1][-1] in ("else", "empty")
        if not _fits(word, kind, is_over=bool(is_over)):
            raise _Unbalanced(f"Write {{% {token.contents} %}} after the marker that it belongs to")
        if word.startswith("end"):
            within.pop()
        else:
            within[-1].append(token.contents)


def _fits(word: str, kind: str, *, is_over: bool) -> bool:
    """Whether a marker may go on, or end, what was begun by one of a kind."""
    if word.startswith("end"):
        return word == f"end{kind}"
    return not is_over and word in {"if": ("elif", "else"), "for": ("empty",)}.get(kind, ())


def _written(token: Token) -> str:
    """As somebody writes it."""
    return {
        TokenType.VAR: f"{{{{ {token.contents} }}}}",
        TokenType.BLOCK: f"{{% {token.contents} %}}",
    }.get(token.token_type, f"{{# {token.contents} #}}")
