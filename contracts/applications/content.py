"""What an application says, as it is frozen and as everybody reads it: answers, not prose.

An answer is kept with its key, its value and its day, and with the words of the question and of
the choices as they were put. Sentences are made of them when somebody reads: on the pages of the
applicant and of the council by the same classes.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from typing import Any, Self

from contracts.applications.exclusion import ExclusionGround, LookBacks, chosen_grounds
from contracts.applications.questionnaire import (
    EXCLUSION,
    EXCLUSION_QUESTIONS,
    AnswerKind,
    FormQuestion,
)
from nmiss.base.core.templatetags.components import day, money

SCHEMA = 2  # the form of the values; what is frozen keeps the form that it was frozen in
# The two questions that lead to the grounds, which are none themselves.
_LEADING = frozenset(question.key for question in EXCLUSION_QUESTIONS)


class AnotherSchema(Exception):
    """The content was frozen in a form that these classes do not read."""


@dataclass(frozen=True)
class Answer:
    """The answer to a question. ``labels`` are the words of the choices that were made."""

    key: str
    question: str
    value: Any
    kind: str = AnswerKind.TEXT
    on: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def to(cls, question: FormQuestion, value: Any, *, on: str = "") -> Self:
        chosen = value if isinstance(value, list) else [value]
        labels = {each: str(words) for each, words in question.options if each in chosen}
        return cls(question.key, question.words, value, str(question.kind), on, labels)

    @property
    def words(self) -> str:
        """The answer in words: choices by their labels, days and money as the pages print them."""
        if self.kind in (AnswerKind.CHOICE, AnswerKind.CHOICES, AnswerKind.YES_NO):
            chosen = self.value if isinstance(self.value, list) else [self.value]
            return ", ".join(self.labels.get(each, str(each)) for each in chosen)
        if self.kind == AnswerKind.DAY:
            return day(datetime.date.fromisoformat(self.value))
        if self.kind == AnswerKind.MONEY:
            return money(Decimal(self.value))
        return str(self.value)


@dataclass(frozen=True)
class DeclaredGround:
    """A ground for exclusion as it was declared: its event, and what was done since.

    ``until`` is the last day on which it counts, ``source`` the law that says so.
    """

    ground: ExclusionGround
    on: datetime.date | None
    self_cleaning: str
    until: datetime.date | None
    source: str

    @property
    def question(self) -> str:
        kind = "Mandatory" if self.ground.is_mandatory else "Discretionary"
        return f"{kind} ground: {self.ground.words}"

    @property
    def words(self) -> str:
        said = f"It was on {day(self.on)}. " if self.on else ""
        said += f"It counts until {day(self.until)}. " if self.until else ""
        return f"{said}Self-cleaning: {self.self_cleaning}"


@dataclass(frozen=True)
class AnsweredSection:
    """A section of the questionnaire with its answers."""

    key: str
    title: str
    answers: tuple[Answer, ...] = ()

    @classmethod
    def read(cls, plain: Mapping[str, Any]) -> Self:
        answers = tuple(Answer(**each) for each in plain.get("answers", ()))
        return cls(plain["key"], plain["title"], answers)

    def shown(self, look_backs: LookBacks) -> list[Answer | DeclaredGround]:
        """The answers as they are read: what follows a ground is said with it, in one."""
        if self.key != EXCLUSION:
            return list(self.answers)
        leading = [each for each in self.answers if each.key in _LEADING]
        return [*leading, *self.grounds(look_backs)]

    def grounds(self, look_backs: LookBacks) -> list[DeclaredGround]:
        """Every ground that was declared here, with how long it counts."""
        if self.key != EXCLUSION:
            return []
        given = {each.key: each.value for each in self.answers}
        found = []
        for ground in chosen_grounds(given):
            said = given.get(f"{ground.key}_on")
            event = datetime.date.fromisoformat(said) if said else None
            until, source = look_backs.until(ground, event), look_backs.source(ground)
            cleaned = given.get(f"{ground.key}_self_cleaning", "")
            found.append(DeclaredGround(ground, event, cleaned, until, source))
        return found


@dataclass(frozen=True)
class SchoolOffered:
    """A school that applies, with what it offers and what the register said of it."""

    urn: int
    name: str = ""
    needs: tuple[str, ...] = ()
    places: int | None = None
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ListedDocument:
    """A document that the version lists. ``id`` is the number of its ``Evidence``."""

    id: int
    kind: str = ""
    title: str = ""
    name: str = ""
    sha256: str = ""
    size: int = 0
    expires_on: str | None = None

    @property
    def expires(self) -> datetime.date | None:
        return datetime.date.fromisoformat(self.expires_on) if self.expires_on else None


@dataclass(frozen=True)
class Content:
    """The whole of an application, as one version of it says."""

    lots: tuple[int, ...] = ()
    schools: tuple[SchoolOffered, ...] = ()
    sections: tuple[AnsweredSection, ...] = ()
    quality: tuple[Answer, ...] = ()
    evidence: tuple[ListedDocument, ...] = ()

    @classmethod
    def read(cls, plain: Mapping[str, Any]) -> Self:
        """Read what ``plain`` gives. Raises AnotherSchema where it is of another form."""
        if plain.get("schema") != SCHEMA:
            raise AnotherSchema(f"The content has schema {plain.get('schema')}, not {SCHEMA}.")
        return cls(
            tuple(plain.get("lots", ())),
            tuple(SchoolOffered(**each) for each in plain.get("schools", ())),
            tuple(AnsweredSection.read(each) for each in plain.get("sections", ())),
            tuple(Answer(**each) for each in plain.get("quality", ())),
            tuple(ListedDocument(**each) for each in plain.get("evidence", ())),
        )

    def plain(self) -> dict[str, Any]:
        """The whole as plain values: these are frozen, and their digest is the version's."""
        return {"schema": SCHEMA, **asdict(self)}

    def answer_to(self, number: int) -> str:
        """The answer to an award question; nothing where there is none."""
        return next((each.words for each in self.quality if each.key == str(number)), "")
