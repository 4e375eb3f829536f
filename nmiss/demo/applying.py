"""Applications of the demo, made by the verbs that applicants use."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from contracts.applications import actions, asking, sealing, submitting
from contracts.applications import questionnaire as asks
from contracts.applications.drafts import Draft
from contracts.applications.exclusion import NONE_APPLIES
from contracts.models import Application, Clarification, Evidence, EvidenceRequest, Round, Vehicle
from nmiss.base.accounts.models import Role, User
from nmiss.base.files.door import MEGABYTE, inspect
from nmiss.base.files.kinds import PDF
from nmiss.demo import dated
from nmiss.demo.answers import STRONG, answer
from providers.models import DocumentKind, Provider, ProviderRole, School

PAPER = (
    b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    b"2 0 obj\n<< /Type /Pages /Count 0 /Kids [] >>\nendobj\n%% TITLE\ntrailer\n"
    b"<< /Root 1 0 R >>\n%%EOF\n"
)
ANSWERS: dict[str, dict[str, Any]] = {
    asks.SUPPLIER: {
        "address": "4 Orchard Yard, Faversham, ME13 8XA",
        "website": "",
        "status": "limited",
        "registered_on": "2009-03-02",
        "charity_number": "",
        "vat_number": "",
        "trading_names": "",
        "size": "yes",
        "controllers": "Helen Marlowe, United Kingdom, more than 75% of shares",
        "parent": "",
        "alone": "yes",
        "others": "",
        "contact": "Helen Marlowe",
        "contact_email": "admissions@demo.example",
        "contact_telephone": "01632 960 123",
    },
    asks.EXCLUSION: {"mandatory": [NONE_APPLIES], "discretionary": [NONE_APPLIES]},
    "accounts": {
        "year_end": "2026-03-31",
        "turnover": "6240000",
        "result": "yes",
        "audited": "yes",
        "going_concern": "yes",
    },
    "insurance": {
        "employers": "10000000",
        "public": "10000000",
        "professional": "2000000",
        "raise": "",
        "insurer": "Weald Mutual, policies WM-40112 and WM-40113",
    },
    "safeguarding": {
        "policy_reviewed_on": "2026-09-01",
        "dsl": "Asha Bennett",
        "dsl_trained_on": "2026-02-10",
        "central_record": "yes",
        "dbs": "yes",
        "practice": "Every adult knows whom to tell and does so the same day. Governors look at "
        "five files each term, and children say in a survey whether they feel safe.",
    },
    "standing": {
        "registered": "yes",
        "section_41": "all",
        "inspected_on": "2025-05-14",
        "inspection": "Ofsted: good",
        "standards": "yes",
        "ico": "ZA123456",
        "continuity": "yes",
        "equality": "yes",
        "slavery": "yes",
    },
}


def apply_for(
    provider: Provider,
    by: User,
    lots: Iterable[int],
    schools: Sequence[School],
    quality: Mapping[int, str] | None = None,
    submit: bool = True,
    begun_at: datetime.datetime | None = None,
    given: Mapping[str, dict[str, Any]] | None = None,
) -> Application:
    """Have a provider apply: every section filled in, and submitted unless ``submit`` is False.

    ``begun_at`` is an instant that has passed. ``given`` are answers, by section, that differ from
    the usual.
    """
    vehicle = Vehicle.objects.get(name=Vehicle.DPS)
    with sealing.acting_for(by):
        with dated.moved_to(begun_at) if begun_at else contextlib.nullcontext():
            application = actions.begin(provider, vehicle, by=by)
        fill(application, lots, schools, quality or {}, by=by, given=given)
        if submit:
            actions.send(application, by=by, seen=Draft.of(application).digest)
    return application


def apply_on(
    provider: Provider,
    by: User,
    lots: Iterable[int],
    schools: Sequence[School],
    *,
    received_at: datetime.datetime,
    round: Round | None = None,
    quality: Mapping[int, str] | None = None,
    given: Mapping[str, dict[str, Any]] | None = None,
) -> Application:
    """The same, received at an instant that has passed; nobody is written to of it today."""
    day = timezone.localdate(received_at)
    begun_at = dated.begun_before(day)
    application = apply_for(
        provider, by, lots, schools, quality, submit=False, begun_at=begun_at, given=given
    )
    with sealing.acting_for(by):
        dated.answered(application, day)
        with dated.moved_to(received_at):
            submitting.submit(application, by=by, content=Draft.of(application).content().plain())
    dated.batched(application, round)
    return application


def fill(
    application: Application,
    lots: Iterable[int],
    schools: Sequence[School],
    quality: Mapping[int, str],
    *,
    by: User,
    given: Mapping[str, dict[str, Any]] | None = None,
) -> None:
    """Fill in every section of a draft; call it within ``sealing.acting_for`` the person."""
    named = {"name": application.provider.name}
    named["company_number"] = application.provider.company_number
    answers = {
        asks.LOTS: {"lots": [str(number) for number in lots]},
        asks.SCHOOLS: _about(schools),
        **ANSWERS,
        asks.SUPPLIER: ANSWERS[asks.SUPPLIER] | named,
    }
    for key, own in (given or {}).items():
        answers[key] = answers[key] | own
    for question in Draft.of(application).award_questions:
        text = quality.get(question.number) or answer(question.number, STRONG)
        answers[f"{asks.QUALITY_PREFIX}{question.number}"] = {"text": text}
    saved = {section.key: section.revision for section in application.sections.all()}
    for key, own in answers.items():
        actions.save_section(application, key, by=by, revision=saved.get(key, 0), answers=own)
    have = set(application.evidence.kept().values_list("kind", flat=True))
    for kind in asks.DOCUMENT_KINDS:
        if kind.is_required and kind.key not in have:
            add_paper(application, kind, by=by)


def _about(schools: Sequence[School]) -> dict[str, Any]:
    answers: dict[str, Any] = {"schools": [str(school.urn) for school in schools]}
    for school in schools:
        needs = [each.need for each in school.needs.all()] or ["ASD", "SEMH"]
        answers |= {f"needs_{school.urn}": needs, f"places_{school.urn}": "6"}
    return answers


def add_paper(
    application: Application,
    kind: DocumentKind,
    *,
    by: User,
    request: EvidenceRequest | None = None,
) -> Evidence:
    """Add a document of a kind, by the door that every file comes through."""
    name = f"{kind.words.lower().replace(' ', '-')}.pdf"
    content = PAPER.replace(b"TITLE", f"{kind.words} {application.reference}".encode())
    file = SimpleUploadedFile(name, content, content_type="application/pdf")
    file.kind = inspect(file, kinds=[PDF], largest=MEGABYTE)
    last = timezone.localdate() + datetime.timedelta(days=300) if kind.expires else None
    evidence = actions.add_evidence(
        application, by=by, kind=kind.key, file=file, expires_on=last, request=request
    )
    evidence.file.pass_as_made()
    return evidence


def make_applications(*, owner: User, officer: User) -> None:
    """A draft half done, an application that is received, questions asked and answered."""
    vehicle = Vehicle.objects.get(name=Vehicle.DPS)
    own = Provider.objects.visible_to(owner).by_name().first()
    _half_done(own, vehicle, by=owner)
    another = (
        Provider.objects.filter(schools__isnull=False).exclude(pk=own.pk).by_name().distinct()
    ).last()
    head = User.objects.create_user(
        "second.owner@demo.example", None, name="Demo proprietor", role=Role.PROVIDER
    )
    another.take_on(head, role=ProviderRole.OWNER, by=None)
    apply_for(another, head, [1], list(another.schools.by_name()[:2]))
    _questions(vehicle, own, another, owner, head, officer)


def _half_done(provider: Provider, vehicle: Vehicle, *, by: User) -> None:
    with sealing.acting_for(by):
        draft = actions.begin(provider, vehicle, by=by)
        # What the one before answered comes over: it is confirmed, or answered anew.
        saved = {section.key: section.revision for section in draft.sections.all()}
        schools = list(provider.schools.by_name()[:2])
        named = {"name": provider.name, "company_number": provider.company_number}
        for key, answers in (
            (asks.LOTS, {"lots": ["2"]}),
            (asks.SCHOOLS, _about(schools)),
            (asks.SUPPLIER, ANSWERS[asks.SUPPLIER] | named),
            ("insurance", ANSWERS["insurance"] | {"professional": ""}),
            (f"{asks.QUALITY_PREFIX}11", {"text": answer(11, STRONG)}),
        ):
            actions.save_section(draft, key, by=by, revision=saved.get(key, 0), answers=answers)
        add_paper(draft, asks.DOCUMENT_KINDS[0], by=by)


def _questions(
    vehicle: Vehicle, own: Provider, another: Provider, owner: User, head: User, officer: User
) -> None:
    answered = Clarification.ask(
        another,
        vehicle,
        by=head,
        question="May one application name schools that are registered under two companies of a "
        "group?",
    )
    asking.answer_to_all(
        answered,
        by=officer,
        published_question=answered.question,
        answer="Each company that runs a school applies for the schools it runs. Name the group in "
        "part 1 of each application.",
    )
    Clarification.ask(
        own,
        vehicle,
        by=owner,
        question="Is an inspection report by ISI read in the same way as one by Ofsted?",
    )
