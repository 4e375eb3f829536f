"""Reading an application: what it says, whole or as far as a check is about it."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field

from django.utils import timezone

from contracts.applications import refusals
from contracts.applications.models import Application, Evidence, RefusedFile
from contracts.applications.questionnaire import INSURANCE_QUESTIONS
from contracts.evaluation import deciding
from contracts.evaluation.grounds import DeclaredGround, grounds
from contracts.evaluation.models import FindingKind
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
class Shown:
    """The content as it is printed; each part stays empty where it is not there."""

    lots: list[int] = field(default_factory=list)
    schools: list[dict] = field(default_factory=list)
    sections: list[dict] = field(default_factory=list)
    quality: list[tuple[str, str, int]] = field(default_factory=list)
    evidence: list[dict] = field(default_factory=list)
    grounds: list[DeclaredGround] = field(default_factory=list)
    is_part: bool = False

    def __bool__(self) -> bool:
        """Whether there is anything to read; of a part, lots and schools are only beside it."""
        about = self.sections or self.quality or self.evidence
        return bool(about or (not self.is_part and (self.lots or self.schools)))


def content_shown(application: Application, kind: FindingKind | None = None) -> Shown:
    """The content, or the part of it that a check is about (all of it where none is)."""
    content = deciding.content_of(application)
    words = ABOUT.get(kind, ())
    sections = _about(content.get("sections", []), words)
    quality = content.get("quality", {})
    titles = {
        str(question.number): str(question) for question in application.scheme.questions.in_order()
    }
    return Shown(
        lots=content.get("lots", []),
        schools=content.get("schools", []),
        sections=sections,
        quality=[] if words else _answers(titles, quality),
        evidence=_documents(application, _about(content.get("evidence", []), words)),
        grounds=grounds(content, application) if "exclusion" in words or not words else [],
        is_part=bool(words),
    )


def _about(parts: list[dict], words: tuple[str, ...]) -> list[dict]:
    found = [part for part in parts if {part.get("key"), part.get("kind")} & set(words)]
    return found if words else parts


def _answers(titles: dict[str, str], quality: dict[str, str]) -> list[tuple[str, str, int]]:
    return [
        (title, quality.get(number, ""), len(quality.get(number, "").split()))
        for number, title in titles.items()
    ]


def evidence_numbers(application: Application) -> list[int]:
    """The documents of the version that counts, and those that replace others of them."""
    replaced = RefusedFile.objects.filter(application=application).exclude(replacement=None)
    return [
        *(each["id"] for each in deciding.content_of(application).get("evidence", [])),
        *replaced.filter(evidence__request=None).values_list("replacement", flat=True),
    ]


def _documents(application: Application, listed: list[dict]) -> list[dict]:
    """Each document as it was frozen, with whether it can be opened."""
    numbers = [each["id"] for each in listed]
    kept = Evidence.objects.filter(application=application).select_related("file").in_bulk(numbers)
    refused, today = refusals.by_evidence(application), timezone.localdate()
    return [
        each
        | {
            "file": kept[each["id"]].file if each["id"] in kept else None,
            "expires": _day(each.get("expires_on")),
            "refused": _refused(each["id"], refused, today),
        }
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


def _day(words: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(words) if words else None


@dataclass(frozen=True)
class Named:
    """A school that an application names, beside its entry in the register (GIAS)."""

    school: dict
    entry: School | None
    is_run_by_another: bool


def schools_named(application: Application) -> list[Named]:
    """Each school that is named, and whether the register has another than the applicant run it."""
    named = deciding.content_of(application).get("schools", [])
    known = School.objects.select_related("authority").in_bulk(
        [each["urn"] for each in named], field_name="urn"
    )
    applicant = _plain(application.provider.name)
    found = []
    for each in named:
        entry = known.get(each["urn"])
        proprietor = _plain(entry.proprietor) if entry else ""
        found.append(Named(each, entry, bool(proprietor) and proprietor != applicant))
    return found


def _plain(name: str) -> str:
    """A company's name without what two registers write differently."""
    words = re.findall(r"\w+", name.lower().replace("&", " and "))
    return " ".join(LIKE.get(word, word) for word in words)


def cover_asked_for() -> list[str]:
    """What insurance the questionnaire asks for, as the applicant was told it."""
    return [f"{each.words}: {each.hint}" for each in INSURANCE_QUESTIONS if each.hint]
