"""A child's timeline: each thing on record with its day and link, to each what they may read."""

import datetime
import hashlib
import io
import zipfile
from decimal import Decimal

import pypdf
import pytest
from django.urls import reverse

from nmiss.base.accounts.models import Role
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.templatetags.components import day, instant, money
from nmiss.base.files.models import StoredFile
from placements.agreements.models import PlacementAgreement
from placements.models import Look, PaperKind, Placement, PriceLine
from placements.reviews.models import AnnualReview
from placements.timeline import timeline_of
from tests.factories.accounts import UserFactory
from tests.factories.consultations import (
    REFUSAL,
    a_consultation,
    a_reply,
    a_school_with_people,
)
from tests.factories.placement_agreements import a_choice, an_agreement, in_force
from tests.factories.placement_endings import WORDS, an_ending
from tests.factories.placements import ChildFactory, PlacementFactory, a_case
from tests.factories.reviews import PLAN, arranged, decided, reported

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    """A child who was at one school, and goes to another, while a third refused."""
    officer = UserFactory(role=Role.PLACEMENTS)
    child = ChildFactory(reference="C771", identity__initials="AB")
    old, _ = a_school_with_people(name="Old School")
    PlacementFactory(child=child, school=old)
    review = arranged(AnnualReview.open_for(child, by=officer, last_on=PLAN), by=officer)
    reported(review, by=officer, words="More therapy helps.")
    decided(review, by=officer)
    case = a_case(child, by=officer, kind="in_year", wanted_on=datetime.date(2027, 1, 4))
    elm, elm_owner = a_school_with_people(name="Elm Court")
    refused = a_consultation(by=officer, case=case, school=elm)
    a_reply(refused, by=elm_owner, **REFUSAL, prices=())
    oak, oak_owner = a_school_with_people(name="Oak House")
    choice, _ = a_choice(by=officer, case=case, school=oak, owner=oak_owner)
    agreement = an_agreement(choice, by=officer, ends_place_before=True)
    an_ending(in_force(agreement, owner=oak_owner).placement, by=oak_owner)
    return {"officer": officer, "child": child, "oak": oak_owner, "elm": elm_owner}


def words(entries):
    return [f"{each.kind}: {each.words}" for each in entries]


def test_says_all_that_happened_by_day_with_where_it_is(story, client):
    officer, child = story["officer"], story["child"]
    entries = timeline_of(child, officer)

    assert [each.on for each in entries] == sorted(each.on for each in entries)
    said = words(entries)
    for expected in (
        "Placement: Place at Old School begins: Spot purchase, day",
        "Placement: Place at Old School ends",
        "Placement: Place at Oak House begins: ",
        "Price: Base education at Oak House: £61,184 a year, paid by education",
        "Ending: Notice",
        "Annual review: Review meeting",
        "Annual review: School’s report: amend the plan",
        "Annual review: Decision on the plan: keep the plan as it is",
        "Case: Case opened: in-year, routine",
        "Case: Case closed: the child is placed",
        "Consultation: Elm Court consulted",
        "Consultation: Consultation of Elm Court closed: the child is placed",
        "Reply: Elm Court replied: no capacity",
        "Reply: Oak House replied: offer",
        "Choice: Oak House chosen",
        f"Document: {PaperKind.PLAN.label} added to pack",
    ):
        assert [each for each in said if each.startswith(expected)], (expected, said)
    assert sum("signed by" in each for each in said) == 2
    client.force_login(officer)
    page = client.get(reverse("placements:child_detail", args=["C771"]))
    assert page.context_data["timeline"][::-1] == entries
    for link in {each.link for each in entries}:
        assert client.get(link).status_code == 200, link


def test_a_provider_reads_what_is_of_its_schools(story):
    child = story["child"]
    oak, elm = (words(timeline_of(child, story[name])) for name in ("oak", "elm"))

    assert not [each for each in oak if "Elm Court" in each or "Old School" in each]
    assert [each for each in oak if "signed by" in each]
    assert {each.partition(":")[0] for each in elm} == {"Consultation", "Reply"}
    assert not [each for each in elm if "Oak" in each]
    assert not [each for each in oak + elm if each.startswith(("Case", "Shortlist", "View"))]


def test_a_manager_reads_who_looked(story):
    child, officer = story["child"], story["officer"]
    for _ in range(2):
        child.note_look(by=officer, with_identity=True)

    said = words(timeline_of(child, UserFactory(role=Role.MANAGER)))

    assert f"View: Viewed 2 times by {officer.name}, including identity" in said
    assert not [each for each in words(timeline_of(child, officer)) if "View" in each]


def prices_of_a_place_before(story):
    """A fee that was imported and gave way to a line, and a line voided since, as they are said."""
    old = Placement.objects.get(child=story["child"], school__name="Old School")
    first = old.starts_on + datetime.timedelta(days=30)
    parts = {"unit": "year", "quantity": Decimal(1), "funder": "education", "ends_on": None}
    for kind, amount in (("base_education", 41_111), ("exams", 777)):
        given = {"kind": kind, "amount": Decimal(amount), "weeks": Decimal(38)} | parts
        line = PriceLine.of(old, starts_on=first, **given)
        line.add(by=story["officer"])
    line.void(by=story["officer"], reason="Wrong")
    last = day(first - datetime.timedelta(days=1))
    fee = f"{money(old.annual_fee)} {day(old.starts_on)} {last} Imported annual fee"
    return fee, f"{money(41_111)} {day(first)}", f"Voided {instant(line.voided_at)}"


def test_the_bundle_has_an_index_and_what_was_said(story, client):
    auditor = UserFactory(role=Role.AUDITOR)
    prices = prices_of_a_place_before(story)
    client.force_login(auditor)

    answer = client.get(reverse("placements:child_bundle", args=["C771"]))

    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(answer.content)).pages]
    index, whole = pages[0], " ".join(" ".join(pages).split())
    assert "C771" in answer.headers["Content-Disposition"]
    for name in (
        *("Chronology", "Placements and prices", "Consultations and replies"),
        *("Placement agreements", "Annual reviews", "Documents"),
    ):
        assert name in index
        assert whole.count(name) >= 2
    assert "More therapy helps." in whole
    for price in prices:
        assert price in whole
    assert WORDS in whole
    assert REFUSAL["evidence"] in whole
    assert "plan-1.pdf" in whole
    assert "AB" not in whole.replace("ABCDEF", "")
    assert Look.objects.get(looked_by=auditor).child == story["child"]
    assert AuditEvent.objects.filter(verb="print_bundle", actor_id=auditor.pk).exists()


def test_the_files_themselves_come_with_the_index(story, client):
    auditor = UserFactory(role=Role.AUDITOR)
    lost = StoredFile.objects.filter(name__startswith="plan-").latest("pk")
    StoredFile.objects.filter(pk=lost.pk).update(state="refused", refusal="It is no PDF.")
    client.force_login(auditor)

    answer = client.get(reverse("placements:child_bundle_files", args=["C771"]))

    archive = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    *files, index, _ = archive.namelist()
    assert archive.testzip() is None
    listed = dict(
        line.split("  ")[::-1] for line in archive.read("fingerprints.sha256").decode().splitlines()
    )
    assert set(listed) == set(files)
    assert files
    for name, digest in listed.items():
        assert hashlib.sha256(archive.read(name)).hexdigest() == digest
    kept = PlacementAgreement.objects.get().digest
    assert kept in listed.values()
    text = "".join(
        page.extract_text() for page in pypdf.PdfReader(io.BytesIO(archive.read(index))).pages
    )
    for digest in (kept, lost.sha256):
        assert digest in "".join(text.split())
    assert "Not in the bundle" in " ".join(text.split())
    assert Look.objects.get(looked_by=auditor).with_identity
    assert AuditEvent.objects.filter(verb="pack_bundle", actor_id=auditor.pk).exists()
