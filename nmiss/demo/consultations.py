"""Consultations of the demo, in each state that they can be in, at the schools of its provider."""

from __future__ import annotations

import datetime
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from nmiss.base.accounts.models import User
from nmiss.base.files.kinds import PDF
from nmiss.demo.applying import PAPER
from nmiss.demo.dated import at, moved_to
from placements.models import (
    Case,
    Consultation,
    ConsultationPack,
    ConsultationReply,
    EndOfConsultation,
    PaperKind,
    ReplyKind,
    ShortlistedSchool,
)
from providers.models import School

OVERDUE = 17  # days ago: two days late
WORDS = (
    "The child learns best in a small group with a clear routine, and needs speech and language "
    "therapy each week. New places are hard at first: a visit before the start would help."
)
BASE = {
    "kind": "base_education",
    "unit": "year",
    "quantity": Decimal(1),
    "amount": Decimal("58450.00"),
    "funder": "education",
    "weeks": Decimal(38),
}
THERAPY = BASE | {
    "kind": "therapy_slt",
    "unit": "hour",
    "quantity": Decimal("1.5"),
    "amount": Decimal("82.50"),
    "funder": "health",
}
OFFER = {
    "kind": "offer_with_conditions",
    "conditions": "We can start once a second teaching assistant is in post.",
    "evidence": None,
}
REFUSAL = {
    "kind": "no_capacity",
    "starts_on": None,
    "conditions": None,
    "evidence": "Both classes of this year have eight pupils, which is their registered number.",
}


def consult_schools(*, officer: User, owner: User) -> None:
    """Ask schools of the demo's provider for children whose shortlists have them.

    One waits, one is a draft, one was refused, one offers a place, one was withdrawn, and one is
    overdue.
    """
    steps = [_wait, _draft, _refuse, _offer, _withdraw, _overdue]
    for step, (case, school) in zip(steps, _askable(owner), strict=False):
        step(case, school, officer, owner)


def _askable(owner: User) -> list[tuple[Case, School]]:
    """Each case with an early shortlist, with each school of the provider that is on it."""
    schools = School.objects.visible_to(owner).not_closed()
    rows = ShortlistedSchool.objects.filter(
        school__in=schools,
        shortlist__case__closed_on=None,
        shortlist__made_at__lt=days_ago_at(OVERDUE),
    )
    rows = rows.select_related("shortlist__case", "school").order_by("rank", "shortlist_id")
    return [(row.shortlist.case, row.school) for row in rows]


def _wait(case: Case, school: School, officer: User, owner: User) -> None:
    ask(case, school, officer, days_ago=2)


def _draft(case: Case, school: School, officer: User, owner: User) -> None:
    consultation = ask(case, school, officer, days_ago=12)
    _save(consultation, owner, OFFER | {"starts_on": case.wanted_on})


def _refuse(case: Case, school: School, officer: User, owner: User) -> None:
    answer(ask(case, school, officer, days_ago=9), owner, REFUSAL, days_ago=3)


def _offer(case: Case, school: School, officer: User, owner: User) -> None:
    given = OFFER | {"starts_on": case.wanted_on}
    answer(ask(case, school, officer, days_ago=8), owner, given, days_ago=1)


def _withdraw(case: Case, school: School, officer: User, owner: User) -> None:
    consultation = ask(case, school, officer, days_ago=7)
    with moved_to(days_ago_at(4)):
        consultation.close(by=officer, reason=EndOfConsultation.WITHDRAWN)


def _overdue(case: Case, school: School, officer: User, owner: User) -> None:
    ask(case, school, officer, days_ago=OVERDUE)


def ask(case: Case, school: School, officer: User, *, days_ago: int) -> Consultation:
    """Send a pack from the newest shortlist on a day of the last weeks."""
    with moved_to(days_ago_at(days_ago)):
        pack = case.packs.newest_first().first() or make_pack(case, officer)
        shortlist = case.shortlists.newest_first().first()
        return Consultation.send(school, pack, shortlist, by=officer)


def make_pack(case: Case, officer: User) -> ConsultationPack:
    pack = ConsultationPack.make(case, by=officer, words=WORDS)
    for kind in (PaperKind.PLAN, PaperKind.ADVICE):
        content = PAPER.replace(b"TITLE", f"{kind.label} {case.child}".encode())
        file = SimpleUploadedFile("redacted.pdf", content, content_type="application/pdf")
        file.kind = PDF
        pack.add(file, by=officer, kind=kind).file.pass_as_made()
    return pack


def _save(consultation: Consultation, owner: User, given: dict[str, object]) -> ConsultationReply:
    prices = () if given["kind"] == ReplyKind.NO_CAPACITY else (BASE, THERAPY)
    save = ConsultationReply.save_draft
    return save(consultation, by=owner, revision=0, prices=prices, **given)


def answer(
    consultation: Consultation, owner: User, given: dict[str, object], *, days_ago: int
) -> None:
    with moved_to(days_ago_at(days_ago)):
        consultation.note_opening(by=owner)
        reply = _save(consultation, owner, given)
        reply.send(by=owner, revision=reply.revision)


def days_ago_at(days_ago: int) -> datetime.datetime:
    return at(timezone.localdate() - datetime.timedelta(days=days_ago), 11, 45)
