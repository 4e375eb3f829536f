"""``import_reviews``: a county begins with the days on which its next reviews are due."""

import datetime

import pytest
from django.db import InternalError, transaction
from django.urls import reverse

from nmiss.across.imports.actions import work_on_what_is_due
from nmiss.across.imports.models import ImportRun
from nmiss.base.accounts.models import Role
from nmiss.base.files.models import StoredFile
from nmiss.base.importing.tables import Rejected
from placements.models import Child
from placements.reviews.imports import import_reviews
from placements.reviews.models import AnnualReview
from tests import county
from tests.factories.accounts import UserFactory
from tests.factories.placements import ChildFactory
from tests.factories.reviews import arranged, decided
from tests.imports.pages import confirm, file_of, page_of, upload
from tests.seen import seen

pytestmark = pytest.mark.django_db
D = datetime.date


@pytest.fixture
def take(tmp_path):
    ChildFactory(reference="C1")
    ChildFactory(reference="C2")

    def take(*rows, **options):
        full = [county.REVIEW | row for row in rows or [{}]]
        path = county.table(tmp_path / "reviews.csv", *full)
        return import_reviews(path, by=None, **options)

    return take


@pytest.fixture
def refused(take):
    def refuse(*rows):
        before = AnnualReview.objects.count()
        with pytest.raises(Rejected) as rejected:
            take(*rows)
        assert AnnualReview.objects.count() == before
        faults = rejected.value.faults
        return [(each.line, each.column) for each in faults], " ".join(map(str, faults))

    return refuse


def test_opens_the_next_review_of_each_child(take):
    outcome = take({"pupil_ref": "c1"}, {"pupil_ref": "C2", "last_review_on": "01/09/2025"})

    assert outcome.new == 2
    [overdue] = outcome.warnings
    assert (overdue.line, overdue.column) == (3, "last_review_on")
    found = AnnualReview.objects.order_by("child__reference")
    assert [(each.child.reference, each.due_on, each.next_on) for each in found] == [
        ("C1", D(2027, 3, 9), D(2027, 3, 9)),
        ("C2", D(2026, 9, 1), D(2026, 9, 1)),
    ]


def test_a_dry_run_writes_nothing_and_the_same_file_changes_nothing(take):
    assert take(dry_run=True).new == 1
    assert not AnnualReview.objects.exists()
    take()

    again = take()

    assert (again.new, again.unchanged) == (0, 1)
    assert AnnualReview.objects.count() == 1


def test_is_refused_as_a_whole_with_every_fault(refused):
    where, said = refused(
        {"pupil_ref": "C9"},
        {"last_review_on": "2099-01-01"},
        {"last_review_on": "2010-01-01"},
        {"last_review_on": ""},
        {"pupil_ref": "C2"},
        {"pupil_ref": "c2"},
    )

    assert where == [
        (2, "pupil_ref"),
        *((line, "last_review_on") for line in (3, 4, 5)),
        (7, "pupil_ref"),
    ]
    for words in (
        "import the placements first",
        "up to today",
        "no EHC plans before",
        "line 6 has",
    ):
        assert words in said


def test_what_we_have_is_neither_changed_nor_doubled(take, refused):
    take()
    where, said = refused({"last_review_on": "2026-04-01"})
    assert (where, "a review is open here" in said) == ([(2, "last_review_on")], True)
    officer = UserFactory(role=Role.PLACEMENTS)
    old = AnnualReview.objects.get()
    decided(arranged(old, by=officer), by=officer, outcome="cease")

    where, said = refused()

    assert "we have a review that was decided on" in said


def test_only_one_that_an_import_opened_goes_and_only_untouched(take):
    take()
    officer = UserFactory(role=Role.PLACEMENTS)
    own = AnnualReview.open_for(
        Child.objects.get(reference="C2"), by=officer, last_on=D(2026, 3, 9)
    )
    with pytest.raises(InternalError, match="stays on record"), transaction.atomic():
        own.delete()
    review = AnnualReview.objects.get(imported=True)
    with pytest.raises(InternalError), transaction.atomic():
        AnnualReview.objects.filter(pk=own.pk).update(imported=True)
    arranged(review, by=officer)
    with pytest.raises(InternalError, match="stays on record"), transaction.atomic():
        AnnualReview.objects.filter(pk=review.pk).delete()


def test_placement_officers_bring_them_from_the_list_of_reviews(client):
    child = ChildFactory(reference=county.REVIEW["pupil_ref"])
    officer = UserFactory(role=Role.PLACEMENTS)
    client.force_login(officer)
    page = seen(client.get(reverse("placements:review_list")))
    client.post(page.links["Import last annual reviews"], file_of("reviews"))
    StoredFile.objects.latest("pk").pass_as_made()
    work_on_what_is_due()
    assert "Confirm or discard the import of reviews" in client.get("/").text
    confirm(client, run := ImportRun.objects.get())
    work_on_what_is_due()

    assert AnnualReview.objects.get().child == child
    assert client.get(page_of(run)).status_code == 200
    assert client.get(upload("placements")).status_code == 403
    client.force_login(UserFactory(role=Role.AUDITOR))
    assert upload("reviews") not in client.get(reverse("placements:review_list")).text
