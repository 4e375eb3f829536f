"""What the council's pages of an application show: clocks, checks, content, and what comes next."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from contracts.evaluating import deciding
from contracts.evaluating.grounds import Ground, grounds
from contracts.models import Application, Evidence, Finding, FindingKind, Status
from contracts.permissions import evaluating as permissions
from contracts.permissions import rounds
from contracts.rounds.clocks import clocks_of
from nmiss.accounts.models import User
from providers.models import School

# Checks that are read off the register of schools.
OF_SCHOOLS = (FindingKind.REGISTER, FindingKind.INSPECTION, FindingKind.SELECTION)
# Which parts of an application a check is about, by a word in the key of a section or document.
ABOUT = {
    FindingKind.EXCLUSION: ("exclusion",),
    FindingKind.DEBARMENT: ("exclusion", "supplier", "provider"),
    FindingKind.REGISTER: ("school",),
    FindingKind.INSPECTION: ("school", "inspection", "safeguarding"),
    FindingKind.ACCOUNTS: ("account", "financ", "economic"),
    FindingKind.INSURANCE: ("insurance",),
}


@dataclass(frozen=True)
class Clock:
    """One of the two clocks in the words of the page."""

    words: str
    on: datetime.date
    source: str
    standing: str
    sign: str


@dataclass(frozen=True)
class Step:
    """Something that can be done: a link where it may be now, and the reason where not yet."""

    words: str
    name: str
    may: bool
    why_not: str = ""

    @property
    def address(self) -> str:
        return f"contracts:{self.name}"


@dataclass(frozen=True)
class Check:
    """A check, with the finding that was made of it."""

    kind: FindingKind
    finding: Finding | None

    @property
    def standing(self) -> str:
        if self.finding is None:
            return "not started"
        return "passed" if self.finding.passed else "not passed"


@dataclass(frozen=True)
class Shown:
    """The content as it is printed; each part stays empty where it is not there."""

    lots: list[int] = field(default_factory=list)
    schools: list[dict] = field(default_factory=list)
    sections: list[dict] = field(default_factory=list)
    quality: list[tuple[str, str, int]] = field(default_factory=list)
    evidence: list[dict] = field(default_factory=list)
    grounds: list[Ground] = field(default_factory=list)


def clocks(application: Application, *, today: datetime.date) -> list[Clock]:
    """The law's clock from receipt and the round's; the one that binds says so."""
    found = clocks_of([application], today=today)[0]
    both = (
        ("The law’s clock", found.statutory, found.statutory_binds),
        ("The round’s clock", found.round, found.round_binds),
    )
    return [
        Clock(words, each.due_on, f"{each.source}.{' It binds.' * binds}", each.state, each.sign)
        for words, each, binds in both
        if each
    ]


def checks(application: Application, kinds: tuple[FindingKind, ...] = ()) -> list[Check]:
    """Every check in order, with its finding."""
    made = {finding.kind: finding for finding in application.findings.in_order()}
    return [Check(kind, made.get(kind)) for kind in kinds or tuple(FindingKind)]


def steps(application: Application, user: User) -> list[Step]:
    """What this person may do now, and what not yet, with the reason."""
    if user.role not in permissions.COMMISSIONING:
        return []
    if permissions.has_conflict(user, application):
        return []
    clear = permissions.is_clear(user, application)
    undeclared = "" if clear else "Declare first that you have no conflict."
    found = []
    if not clear:
        may = permissions.can_declare(user, application)
        why = f"It is {application.get_status_display().lower()}."
        found.append(Step("Declare your interest", "application_declare_interest", may, why))
    if application.is_sealed:
        return [*found, _opening(application, user, undeclared)]
    if clear:
        may = permissions.can_declare(user, application)
        found.append(
            Step("Declare a conflict", "application_declare_interest", may, "It is decided.")
        )
    return found + _evaluating(application, user, undeclared)


def timing(application: Application, user: User) -> list[Step]:
    """What this person may decide on its clocks; neither waits for its opening."""
    found = []
    if rounds.can_evaluate_now(user, application):
        found.append(Step("Evaluate now", "application_evaluate_now", may=True))
    if rounds.can_prolong(user, application):
        found.append(Step("Prolong the assessment", "application_prolong", may=True))
    return found


def _opening(application: Application, user: User, undeclared: str) -> Step:
    why = undeclared or "You have opened it. It takes another officer, too."
    if not application.may_be_opened:
        why = "It is opened after its round has closed, or once it is decided not to wait."
    return Step(
        "Open this application",
        "application_open",
        permissions.can_open(user, application),
        why,
    )


def _evaluating(application: Application, user: User, undeclared: str) -> list[Step]:
    if application.status == Status.EVALUATED:
        waiting = deciding.missing(application)
        why = undeclared or " ".join(each.words for each in waiting[:3])
        if len(waiting) > 3 and not undeclared:
            why += f" And {len(waiting) - 3} more."
        may = permissions.can_find(user, application) and not waiting
        return [
            Step(
                "Assign evaluators",
                "application_assign",
                permissions.can_assign(user, application),
                undeclared,
            ),
            Step("Recommend an outcome", "application_recommend", may, why),
        ]
    if application.status == Status.RECOMMENDED:
        may = permissions.can_decide(user, application)
        why = undeclared or "A manager who took no part in evaluating it decides."
        return [
            Step("Approve the recommendation", "application_approve", may, why),
            Step("Send the recommendation back", "application_send_back", may, why),
        ]
    return []


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
    )


def _about(parts: list[dict], words: tuple[str, ...]) -> list[dict]:
    keys = [(part, f"{part.get('key', '')} {part.get('kind', '')}".lower()) for part in parts]
    found = [part for part, key in keys if any(word in key for word in words)]
    return found if words else parts


def _answers(titles: dict[str, str], quality: dict[str, str]) -> list[tuple[str, str, int]]:
    return [
        (title, quality.get(number, ""), len(quality.get(number, "").split()))
        for number, title in titles.items()
    ]


def evidence_numbers(application: Application) -> list[int]:
    """The documents of the version that counts."""
    return [each["id"] for each in deciding.content_of(application).get("evidence", [])]


def _documents(application: Application, listed: list[dict]) -> list[dict]:
    """Each document as it was frozen, with whether it can be opened."""
    numbers = [each["id"] for each in listed]
    kept = Evidence.objects.filter(application=application).select_related("file").in_bulk(numbers)
    return [
        each
        | {
            "file": kept[each["id"]].file if each["id"] in kept else None,
            "expires": _day(each.get("expires_on")),
        }
        for each in listed
    ]


def _day(words: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(words) if words else None


def schools_named(application: Application) -> list[tuple[dict, School | None]]:
    """Each school that the application names, beside its entry in the register (GIAS)."""
    named = deciding.content_of(application).get("schools", [])
    known = School.objects.select_related("authority").in_bulk(
        [each["urn"] for each in named], field_name="urn"
    )
    return [(each, known.get(each["urn"])) for each in named]
