"""Annual reviews of a child who is placed at a school with people."""

from __future__ import annotations

import datetime

from django.utils import timezone

from nmiss.base.files.models import FileState, StoredFile
from placements.reviews.models import AnnualReview
from tests.factories.consultations import a_file, a_school_with_people
from tests.factories.placements import ChildFactory, PlacementFactory

PLAN = datetime.date(2026, 1, 31)
MEETING = datetime.date(2026, 11, 3)


def a_review(*, by, child=None, last_on=PLAN):
    """A review, and the owner of the school's provider."""
    child = child or ChildFactory()
    school, owner = a_school_with_people()
    PlacementFactory(child=child, school=school)
    return AnnualReview.open_for(child, by=by, last_on=last_on), owner


def arranged(review, *, by, meeting_on=MEETING):
    """The same, with a meeting to which people were invited 20 days before."""
    review.arrange(by=by, meeting_on=meeting_on, invited_on=meeting_on - datetime.timedelta(20))
    return review


def reported(review, *, by, words="All is well."):
    """The same, with the school's report."""
    review.send_report(by=by, recommendation="amend", words=words, file=None)
    return review


def a_refused_file(review, *, by):
    """The same, reported with a file that our check has refused since."""
    report = {"recommendation": "amend", "words": "More therapy.", "file": a_file()}
    review.send_report(by=by, **report)
    now, kept = timezone.now(), StoredFile.objects.filter(pk=review.report_id)
    kept.update(state=FileState.REFUSED, checked_at=now, refusal="It has a file in it")
    review.report.refresh_from_db()
    return review


def decided(review, *, by, outcome="maintain", on=MEETING):
    """The same, with what the council decided as it stands."""
    review.decide(by=by, seen=review.digest, outcome=outcome, on=on)
    return review
