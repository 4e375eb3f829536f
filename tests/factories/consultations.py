"""Packs, consultations and replies, as they come about by the ordinary verbs."""

from __future__ import annotations

import datetime
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile

from nmiss.base.accounts.models import Role
from nmiss.base.files.kinds import PDF
from placements import choosing
from placements.models import (
    Consultation,
    ConsultationPack,
    ConsultationReply,
    MatchWeights,
    Shortlist,
    ShortlistedSchool,
)
from tests.factories.accounts import UserFactory
from tests.factories.placements import ChildFactory, a_case
from tests.factories.providers import ProviderMemberFactory, SchoolFactory
from tests.files.uploads import pdf

ON = datetime.date(2026, 11, 26)
BASE = {
    "kind": "base_education",
    "unit": "year",
    "quantity": Decimal(1),
    "amount": Decimal("61184.00"),
    "funder": "education",
    "weeks": Decimal(38),
}
OFFER = {
    "kind": "offer",
    "starts_on": datetime.date(2027, 9, 1),
    "conditions": None,
    "evidence": None,
}
REFUSAL = {
    "kind": "no_capacity",
    "starts_on": None,
    "conditions": None,
    "evidence": "All classes of year 8 have eight pupils.",
}
# An offer as the form of a reply sends it: a base price, and therapy that health pays.
_BASE_LINE = {
    "kind_in_0": "base_education",
    "amount_in_0": "£61,184.00",
    "unit_in_0": "year",
    "quantity_in_0": "1",
    "weeks_in_0": "38",
    "funder_in_0": "education",
}
_THERAPY_LINE = {
    "kind_in_1": "therapy_slt",
    "amount_in_1": "82.50",
    "unit_in_1": "hour",
    "quantity_in_1": "1.5",
    "weeks_in_1": "38",
    "funder_in_1": "health",
}
OFFER_AS_SENT = (
    {"revision": "0", "kind": "offer", "starts_on": "2027-09-01"} | _BASE_LINE | _THERAPY_LINE
)


def a_file(name="John Smith, plan.pdf"):
    """What comes through the door, under a name that tells who it is about."""
    file = SimpleUploadedFile(name, pdf(), content_type="application/pdf")
    file.kind = PDF
    return file


def a_pack(case, *, by, documents=1):
    """A pack with documents that were checked."""
    pack = ConsultationPack.make(case, by=by, words="Likes trains. Needs a quiet room.")
    for _ in range(documents):
        pack.add(a_file(), by=by, kind="plan").file.pass_as_made()
    return ConsultationPack.objects.with_documents().get(pk=pack.pk)


def a_shortlist(case, *schools, by=None):
    """A kept list of these schools, with whether each is in a lot."""
    shortlist = Shortlist.objects.create(
        case=case,
        made_by=by,
        seed=case.seed,
        weights=MatchWeights.objects.in_force(ON),
        on_day=ON,
        case_then=[],
    )
    shortlist.refresh_from_db()
    ShortlistedSchool.objects.bulk_create(
        ShortlistedSchool(
            shortlist=shortlist,
            school=school,
            rank=rank,
            score=1,
            is_member=school.memberships.exists(),
            why="Near",
        )
        for rank, school in enumerate(schools, start=1)
    )
    return shortlist


def a_school_with_people(**facts):
    """A school, and an owner who can answer for it."""
    member = ProviderMemberFactory()
    return SchoolFactory(provider=member.provider, **facts), member.user


def a_consultation(*, by=None, case=None, school=None):
    """A school that is asked for a child with the initials AB."""
    by = by or UserFactory(role=Role.PLACEMENTS)
    case = case or a_case(ChildFactory(identity__initials="AB"), by=by)
    school = school or a_school_with_people()[0]
    shortlist = a_shortlist(case, school, by=by)
    return Consultation.send(school, a_pack(case, by=by), shortlist, by=by)


def a_draft(consultation, *, by, prices=(BASE,), revision=0, **facts):
    """A reply as far as it is saved: an offer, where nothing else is said."""
    return ConsultationReply.save_draft(
        consultation, by=by, revision=revision, prices=prices, **OFFER | facts
    )


def choose(consultation, *, by, **given):
    """The school is chosen by what it has offered now."""
    seen = choosing.digest_of_offer(consultation)
    return choosing.choose(consultation, by=by, seen=seen, **given)


def a_reply(consultation, *, by, **facts):
    """A reply that was sent."""
    draft = consultation.draft
    reply = a_draft(consultation, by=by, revision=draft.revision if draft else 0, **facts)
    reply.send(by=by, revision=reply.revision)
    return reply
