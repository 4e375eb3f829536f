"""A report with a file that our check refused is sent again, until the decision."""

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts.models import Role
from nmiss.base.core.as_read import ChangedMeanwhile
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent
from placements.reviews.models import AnnualReview
from tests.factories.accounts import UserFactory
from tests.factories.consultations import a_file
from tests.factories.reviews import (
    MEETING,
    a_refused_file,
    a_review,
    arranged,
    decided,
    reported,
)
from tests.outbox import messages
from tests.reminding import remind_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return UserFactory(role=Role.PLACEMENTS)


def page(name, *args):
    return reverse(f"placements:review_{name}", args=args)


class TestARefusedFile:
    def test_is_sent_again_until_the_decision(self, client, officer):
        review, owner = a_review(by=officer)
        a_refused_file(arranged(review, by=owner), by=owner)
        refused, read = review.report, review.digest
        client.force_login(owner)
        assert f"Send the file again: annual review of {review.child.reference}" in str(
            client.get("/").text
        )
        assert page("file", review.pk) in client.get(page("detail", review.pk)).text

        client.post(page("file", review.pk), {"file": a_file()})

        review = AnnualReview.objects.get(pk=review.pk)
        assert (review.status, review.words) == ("reported", "More therapy.")
        assert review.report != refused
        refused.refresh_from_db()
        assert refused.forgotten_at
        assert AuditEvent.objects.filter(verb="replace_review_file").exists()
        assert page("file", review.pk) not in client.get(page("detail", review.pk)).text
        with pytest.raises(NotAllowedNow, match="was not refused"):
            review.replace_file(by=owner, file=a_file())
        with pytest.raises(ChangedMeanwhile):
            review.decide(by=officer, seen=read, outcome="maintain", on=MEETING)
        with pytest.raises(InternalError, match="stays as it was sent"), transaction.atomic():
            AnnualReview.objects.filter(pk=review.pk).update(report=refused)

    def test_is_told_to_the_school_without_the_child(self, officer):
        review, owner = a_review(by=officer)
        a_refused_file(arranged(review, by=owner), by=owner)

        for _ in range(2):
            remind_of("review_file", timezone.now())

        (letter,) = messages(to=owner.email, holding="our check refused its file")
        assert review.child.reference not in str(letter.payload)

    def test_stays_after_the_decision(self, officer):
        review, owner = a_review(by=officer)
        a_refused_file(arranged(review, by=owner), by=owner)
        decided(review, by=officer, outcome="amend")

        with pytest.raises(NotAllowedNow, match="waits for a decision"):
            review.replace_file(by=owner, file=a_file())

    def test_is_never_all_that_there_is_to_read(self, client, officer):
        review, owner = a_review(by=officer)
        arranged(review, by=owner)
        client.force_login(owner)

        answer = client.post(
            page("report", review.pk), {"recommendation": "maintain", "file": a_file()}
        )

        assert "Enter a summary" in str(answer.context_data["form"].errors["words"])
        with pytest.raises(IntegrityError, match="with_a_recommendation"):
            reported(review, by=owner, words=None)
