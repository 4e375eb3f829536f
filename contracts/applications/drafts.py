"""A draft as a whole: what it asks, what is answered, what is missing, and what is frozen of it.

``Draft.missing`` is the one list: it draws the task list and guards the submit button and the verb.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any, Self

from django.utils import timezone

from contracts.applications import questionnaire as asks
from contracts.applications.content import (
    Answer,
    AnsweredSection,
    Content,
    DeclaredGround,
    ListedDocument,
    SchoolOffered,
)
from contracts.applications.exclusion import LookBacks
from contracts.applications.models import Application, Evidence, Section, Submission
from contracts.applications.submitting import digest_of
from contracts.arrangements.models import Question
from nmiss.base.core.statuses import colours
from providers.models import Need, School


def asked(question: asks.FormQuestion) -> str:
    """A mark of the question's words: a question that has changed is asked again."""
    return hashlib.sha256((question.asked_as or question.words).encode()).hexdigest()[:12]


def _as_part(sentence: str) -> str:
    """A sentence as it goes on behind a colon."""
    return sentence[:1].lower() + sentence[1:]


def facts_of(school: School) -> dict[str, str]:
    """What the register says of a school, as the application holds it."""
    return {
        "Name": school.name,
        "Type": school.kind_name,
        "Ages": school.ages,
        "Sex": school.get_sex_display(),
        "Capacity": "" if school.capacity is None else str(school.capacity),
        "Status": school.get_status_display(),
        "Section 41": school.get_section_41_display(),
    }


colours({"still to confirm": "yellow"})


@dataclass(frozen=True)
class Missing:
    """One thing that stands between a draft and its submission."""

    section: str
    key: str
    words: str
    is_to_confirm: bool = False


@dataclass(frozen=True)
class Draft:
    """An application with all that is in it, read once."""

    application: Application
    saved: dict[str, Section]
    evidence: list[Evidence]
    schools: dict[str, School]
    today: datetime.date

    @classmethod
    def of(cls, application: Application, *, today: datetime.date | None = None) -> Self:
        """Read it. Call this within ``sealing.acting_for`` somebody of the applicant's."""
        saved = {each.key: each for each in application.sections.select_related("saved_by")}
        chosen = saved[asks.SCHOOLS].answers.get("schools", []) if asks.SCHOOLS in saved else []
        own = School.objects.filter(provider=application.provider_id)
        schools = (own | School.objects.filter(urn__in=chosen)).by_name()
        return cls(
            application,
            saved,
            list(
                application.evidence.of_application().select_related(
                    "file", "added_by", "replaces__evidence__file"
                )
            ),
            {str(school.urn): school for school in schools},
            today or timezone.localdate(),
        )

    # What is asked

    @cached_property
    def award_questions(self) -> list[Question]:
        return list(self.application.scheme.questions.in_order())

    @cached_property
    def sections(self) -> list[asks.FormSection]:
        """The pages of the task list, but for the documents."""
        lots = self.application.vehicle.lots.order_by("number")
        choices = tuple((str(lot.number), f"{lot} {lot.name}".strip()) for lot in lots)
        which = asks.FormQuestion(
            "lots", "Which lots do you apply for?", asks.AnswerKind.CHOICES, choices=choices
        )
        first = asks.LOTS_SECTION
        first = asks.FormSection(first.key, first.title, first.group, (which,), first.lead)
        return [first, self._schools_section(), *asks.FIXED, *self._quality_sections()]

    def _schools_section(self) -> asks.FormSection:
        part = asks.SCHOOLS_SECTION
        choices = tuple((urn, each.with_urn) for urn, each in self.schools.items())
        which = asks.FormQuestion(
            "schools", "Which schools do you apply with?", asks.AnswerKind.CHOICES, choices=choices
        )
        another = asks.FormQuestion(
            "another_urn",
            "URN of a school that is not on this list",
            hint="Its number in the national register, six digits.",
            is_optional=True,
        )
        return asks.FormSection(part.key, part.title, part.group, (which, another), part.lead)

    def _quality_sections(self) -> Iterator[asks.FormSection]:
        for question in self.award_questions:
            text = asks.FormQuestion(
                "text", question.text, asks.AnswerKind.LONG, word_limit=question.word_limit
            )
            key = f"{asks.QUALITY_PREFIX}{question.number}"
            yield asks.FormSection(
                key,
                str(question),
                asks.QUALITY,
                (text,),
                f"It counts for {question.weight.normalize():f} of 100.",
            )

    def section(self, key: str) -> asks.FormSection | None:
        return next((each for each in self.sections if each.key == key), None)

    def answers(self, key: str) -> dict[str, Any]:
        return self.saved[key].answers if key in self.saved else {}

    def questions(self, section: asks.FormSection) -> list[asks.FormQuestion]:
        """The questions of a section, with those that its answers lead to."""
        answers = self.answers(section.key)
        more = asks.follow_ups(section.key, answers)
        if section.key == asks.SCHOOLS:
            more = [each for urn in answers.get("schools", ()) for each in self._about(urn)]
        return [*section.questions, *more]

    def _about(self, urn: str) -> Iterable[asks.FormQuestion]:
        name = str(self.schools[urn]) if urn in self.schools else urn
        return (
            asks.FormQuestion(
                f"needs_{urn}",
                f"Which needs can {name} meet?",
                asks.AnswerKind.CHOICES,
                choices=tuple(Need.choices),
                asked_as="Which needs?",
            ),
            asks.FormQuestion(
                f"places_{urn}",
                f"How many places does {name} offer us?",
                asks.AnswerKind.NUMBER,
                asked_as="How many places?",
            ),
        )

    # What is missing

    def missing(self) -> list[Missing]:
        """All that stands between this draft and its submission, in the order of the tasks."""
        found = [missing for section in self.sections for missing in self._missing_in(section)]
        return found + list(self._missing_documents())

    def _missing_in(self, section: asks.FormSection) -> Iterator[Missing]:
        answers = self.answers(section.key)
        saved = self.saved.get(section.key)
        carried = set(saved.to_confirm) if saved else set()
        for question in self.questions(section):
            if not answers.get(question.key):
                if not question.is_optional:
                    words = f"Answer “{question.words}”"
                    yield Missing(section.key, question.key, words)
            elif self._is_reworded(section, question) or (
                question.key in carried and self._has_run_out(section, question)
            ):
                yield Missing(section.key, question.key, f"Answer “{question.words}” again")
            elif question.key in carried:
                words = "Confirm earlier answers"
                yield Missing(section.key, question.key, words, is_to_confirm=True)

    def _missing_documents(self) -> Iterator[Missing]:
        there = {each.kind for each in self.evidence}  # of what has expired there is a line below
        for kind in asks.DOCUMENT_KINDS:
            if kind.is_required and kind.key not in there:
                yield Missing(asks.DOCUMENTS, kind.key, f"Add a document: {kind.words}")
        for each in self.evidence:
            if each.file.is_refused:
                words = f"Replace {each.name}: {_as_part(each.file.why_refused)}"
                yield Missing(asks.DOCUMENTS, each.kind, words)
            elif self.is_expired(each):
                words = f"Replace {each.name}: it has expired"
                yield Missing(asks.DOCUMENTS, each.kind, words)

    def is_expired(self, evidence: Evidence) -> bool:
        return evidence.expires_on is not None and evidence.expires_on < self.today

    def _is_reworded(self, section: asks.FormSection, question: asks.FormQuestion) -> bool:
        """Whether it was another question that was answered: by an earlier scheme, for one."""
        how = self.saved[section.key].answered.get(question.key)
        return bool(how) and how["asked"] != asked(question)

    def _has_run_out(self, section: asks.FormSection, question: asks.FormQuestion) -> bool:
        """Whether an answer that came over is too old, or what it rests on has changed."""
        how = self.saved[section.key].answered.get(question.key)
        if not how:
            return True
        age = self.today - datetime.date.fromisoformat(how["on"])
        if question.lasts and age.days > question.lasts:
            return True
        return section.key == asks.SCHOOLS and question.key == "schools" and self._facts_changed()

    def _facts_changed(self) -> bool:
        held = self.answers(asks.SCHOOLS).get("facts", {})
        return any(facts_of(self.schools[urn]) != facts for urn, facts in held.items())

    def missing_by_section(self) -> list[tuple[str, str, list[Missing]]]:
        """The key and title of each section in which something is missing, with what it is.

        What is confirmed all at once ("still true?") is left out.
        """
        titles = {each.key: each.title for each in self.sections} | {asks.DOCUMENTS: "Documents"}
        single = [each for each in self.missing() if not each.is_to_confirm]
        return [
            (key, titles[key], list(some)) for key, some in groupby(single, lambda m: m.section)
        ]

    def to_confirm(self) -> list[tuple[asks.FormSection, list[asks.FormQuestion]]]:
        """What came over and is asked once for all: still true?"""
        wanted = {(each.section, each.key) for each in self.missing() if each.is_to_confirm}
        found = [
            (section, [q for q in self.questions(section) if (section.key, q.key) in wanted])
            for section in self.sections
        ]
        return [(section, questions) for section, questions in found if questions]

    def asks_now(self) -> int:
        """How many questions the applicant has still to answer; "still true?" is one."""
        missing = self.missing()
        single = [each for each in missing if not each.is_to_confirm]
        return len(single) + (len(single) < len(missing))

    # Where it stands

    def status_of(self, key: str, missing: Sequence[Missing]) -> str:
        """The word of a task on the task list."""
        own = [each for each in missing if each.section == key]
        if not own:
            return "completed"
        if all(each.is_to_confirm for each in own):
            return "still to confirm"
        is_begun = bool(self.evidence) if key == asks.DOCUMENTS else key in self.saved
        return "in progress" if is_begun else "not started"

    # What is frozen

    def differs_from(self, version: Submission | None) -> bool:
        """Whether something was changed since a version was submitted."""
        return version is not None and not any(
            digest_of(self._content(evidence).plain()) == version.digest
            for evidence in (self.evidence, self._evidence_as_sent())
        )

    def _evidence_as_sent(self) -> list[Evidence]:
        """With the documents that others replace since, because their files were refused."""
        return sorted(map(_as_sent, self.evidence), key=lambda each: each.pk)

    @property
    def digest(self) -> str:
        """What tells one state of a draft from another: all that would be submitted."""
        return digest_of(self.content().plain())

    def content(self) -> Content:
        """The whole: what is submitted, and what evaluators read."""
        return self._content(self.evidence)

    def _content(self, evidence: list[Evidence]) -> Content:
        lots = [int(number) for number in self.answers(asks.LOTS).get("lots", ())]
        return Content(
            tuple(sorted(lots)),
            tuple(self._school(urn) for urn in self.answers(asks.SCHOOLS).get("schools", ())),
            (*map(self.answered, asks.FIXED), _declaration()),
            tuple(map(self._quality, self.award_questions)),
            tuple(map(_listed, evidence)),
        )

    def _school(self, urn: str) -> SchoolOffered:
        answers = self.answers(asks.SCHOOLS)
        facts = answers.get("facts", {}).get(urn, {})
        needs, places = answers.get(f"needs_{urn}", ()), int(answers.get(f"places_{urn}") or 0)
        return SchoolOffered(int(urn), facts.get("Name", urn), tuple(needs), places, facts)

    def _quality(self, question: Question) -> Answer:
        key = f"{asks.QUALITY_PREFIX}{question.number}"
        text = self.answers(key).get("text", "")
        return Answer(str(question.number), question.text, text, on=self._day(key, "text"))

    def answered(self, section: asks.FormSection) -> AnsweredSection:
        """A section with what is answered in it, each with its question and its day."""
        answers = self.answers(section.key)
        given = (
            Answer.to(question, answers[question.key], on=self._day(section.key, question.key))
            for question in self.questions(section)
            if answers.get(question.key, "") not in ("", [])
        )
        return AnsweredSection(section.key, section.title, tuple(given))

    def _day(self, section: str, key: str) -> str:
        """On which day a question was answered, as it is written down."""
        saved = self.saved.get(section)
        return saved.answered.get(key, {}).get("on", "") if saved else ""

    def shown(self, section: asks.FormSection) -> list[Answer | DeclaredGround]:
        """The answers of a section as the applicant reads them, and later the council."""
        return self.answered(section).shown(self._look_backs)

    @cached_property
    def _look_backs(self) -> LookBacks:
        return LookBacks.of(self.application)


def _declaration() -> AnsweredSection:
    answers = (
        Answer(f"declared_{number}", words, "Declared")
        for number, words in enumerate(asks.DECLARATION, start=1)
    )
    return AnsweredSection("declaration", "Declaration", tuple(answers))


def _as_sent(evidence: Evidence) -> Evidence:
    while refused := getattr(evidence, "replaces", None):
        evidence = refused.evidence
    return evidence


def _listed(evidence: Evidence) -> ListedDocument:
    return ListedDocument(
        evidence.pk,
        evidence.kind,
        asks.WORDS_OF_DOCUMENTS.get(evidence.kind, evidence.kind),
        evidence.name,
        evidence.file.sha256,
        evidence.file.size,
        evidence.expires_on.isoformat() if evidence.expires_on else None,
    )
