"""Reading an application: what it says, whole or as far as a check is about it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from contracts.applications import refusals
from contracts.applications.content import (
    Answer,
    AnsweredSection,
    Content,
    DeclaredGround,
    ListedDocument,
    SchoolOffered,
)
from contracts.applications.exclusion import LookBacks
from contracts.applications.models import Application, Evidence, RefusedFile, content_of
from contracts.applications.questionnaire import INSURANCE_QUESTIONS
from contracts.evaluation.models import FindingKind
from nmiss.base.files.models import StoredFile
from providers.models import School

# Checks that are read off the register of schools.
OF_SCHOOLS = (FindingKind.REGISTER, FindingKind.INSPECTION, FindingKind.SELECTION)
# Which sections of the questionnaire, and kinds of documents, a check is about; of those that are
# not here everything is read.
ABOUT = {
    FindingKind.EXCLUSION: ("exclusion",),
    FindingKind.DEBARMENT: ("supplier", "exclusion"),
    FindingKind.REGISTER: ("standing", "registration"),
    FindingKind.INSPECTION: ("standing", "safeguarding", "inspection_report"),
    FindingKind.ACCOUNTS: ("accounts",),
    FindingKind.INSURANCE: ("insurance", "insurance_certificate"),
}
LIKE = {"ltd": "limited", "plc": "public limited company"}


@dataclass(frozen=True)
class ShownDocument:
    """A document as it was listed, with its file and what came of refusals of it."""

    listed: ListedDocument
    file: StoredFile | None
    refused: list[tuple[RefusedFile, str]]


@dataclass(frozen=True)
class ShownContent:
    """The content as it is printed; each part stays empty where it is not there."""

    lots: Sequence[int] = ()
    schools: Sequence[SchoolOffered] = ()
    sections: Sequence[tuple[AnsweredSection, list[Answer | DeclaredGround]]] = ()
    quality: Sequence[tuple[str, str, int]] = ()
    evidence: Sequence[ShownDocument] = ()
    grounds: Sequence[DeclaredGround] = ()
    is_part: bool = False

    def __bool__(self) -> bool:
        """Whether there is anything to read; of a part, lots and schools are only beside it."""
        about = self.sections or self.quality or self.evidence
        return bool(about or (not self.is_part and (self.lots or self.schools)))


def content_shown(application: Application, kind: FindingKind | None = None) -> ShownContent:
    """The content, or the part of it that a check is about (all of it where none is)."""
    content, words = content_of(application), ABOUT.get(kind, ())
    look_backs = LookBacks.of(application)
    sections = [each for each in content.sections if not words or each.key in words]
    evidence = [each for each in content.evidence if not words or each.kind in words]
    return ShownContent(
        lots=content.lots,
        schools=content.schools,
        sections=[(each, each.shown(look_backs)) for each in sections],
        quality=[] if words else _answers(application, content),
        evidence=_documents(application, evidence),
        grounds=[ground for each in sections for ground in each.grounds(look_backs)],
        is_part=bool(words),
    )


def _answers(application: Application, content: Content) -> list[tuple[str, str, int]]:
    found = []
    for question in application.scheme.questions.in_order():
        answer = content.answer_to(question.number)
        found.append((str(question), answer, len(answer.split())))
    return found


def evidence_numbers(application: Application) -> list[int]:
    """The documents of the version that counts, and those that replace others of them."""
    replaced = RefusedFile.objects.filter(application=application).exclude(replacement=None)
    return [
        *(each.id for each in content_of(application).evidence),
        *replaced.filter(evidence__request=None).values_list("replacement", flat=True),
    ]


def _documents(application: Application, listed: Sequence[ListedDocument]) -> list[ShownDocument]:
    """Each document as it was frozen, with whether it can be opened."""
    numbers = [each.id for each in listed]
    kept = Evidence.objects.filter(application=application).select_related("file").in_bulk(numbers)
    refused, today = refusals.by_evidence(application), timezone.localdate()
    return [
        ShownDocument(
            each,
            kept[each.id].file if each.id in kept else None,
            _refused(each.id, refused, today),
        )
        for each in listed
    ]


def _refused(
    number: int, refused: dict[int, RefusedFile], today: datetime.date
) -> list[tuple[RefusedFile, str]]:
    """Each refusal of a document and of those that replaced it, with what came of it."""
    found = []
    while one := refused.get(number):
        found.append((one, one.standing(today)))
        number = one.replacement_id
    return found


@dataclass(frozen=True)
class NamedSchool:
    """A school that an application names, beside its entry in the register (GIAS)."""

    school: SchoolOffered
    entry: School | None
    is_run_by_another: bool


def schools_named(application: Application) -> list[NamedSchool]:
    """Each school that is named, and whether the register has another than the applicant run it."""
    named = content_of(application).schools
    known = School.objects.select_related("authority").in_bulk(
        [each.urn for each in named], field_name="urn"
    )
    applicant = _plain(application.provider.name)
    found = []
    for each in named:
        entry = known.get(each.urn)
        proprietor = _plain(entry.proprietor) if entry else ""
        found.append(NamedSchool(each, entry, bool(proprietor) and proprietor != applicant))
    return found


def _plain(name: str) -> str:
    """A company's name without what two registers write differently."""
    words = re.findall(r"\w+", name.lower().replace("&", " and "))
    return " ".join(LIKE.get(word, word) for word in words)


def cover_asked_for() -> list[str]:
    """What insurance the questionnaire asks for, as the applicant was told it."""
    return [f"{each.words}: {each.hint}" for each in INSURANCE_QUESTIONS if each.hint]
