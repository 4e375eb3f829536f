"""Submitting: what is frozen, when it was received, and into which round it came."""

import datetime

import pytest
from django.db.utils import InternalError
from django.utils import timezone

from contracts.applications import sealing
from contracts.applications.content import SCHEMA, AnotherSchema
from contracts.applications.submitting import submit
from contracts.arrangements.proposing import propose_window
from contracts.models import Application, Round, Status, Submission
from nmiss.base.core.acting import acting_for
from nmiss.base.core.lifecycle import NotAllowedNow
from tests.factories.accounts import UserFactory
from tests.factories.contracts import ApplicationFactory, RoundFactory, received
from tests.factories.proposals import agree
from tests.owners import without

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


def submit_again(application, content):
    with sealing.acting_for(application.started_by):
        frozen = {"schema": SCHEMA} | content
        return submit(application, by=application.started_by, content=frozen)


class TestSubmit:
    def test_is_of_the_form_that_is_read(self):
        application = ApplicationFactory()

        with sealing.acting_for(application.started_by), pytest.raises(AnotherSchema):
            submit(application, by=application.started_by, content={"lots": [1]})

    def test_is_received_by_the_databases_clock(self):
        before = timezone.now()

        application = received()

        assert application.status == Status.RECEIVED
        assert before - HOUR < application.received_at < timezone.now() + HOUR
        assert application.submissions.get().received_at == application.received_at

    def test_joins_the_round_that_is_open(self):
        RoundFactory(planned=True)
        now_open = RoundFactory()

        assert received().round == now_open

    def test_between_rounds_waits_for_the_next(self):
        RoundFactory(closed=True)
        coming = RoundFactory(planned=True)

        application = received()

        assert application.round == coming
        assert application.is_queued

    def test_without_any_round_is_received_all_the_same(self):
        assert received().is_queued

    def test_the_same_again_gives_the_same_receipt(self):
        application = received({"lots": [1]})
        first = application.version()

        assert submit_again(application, {"lots": [1]}) == first
        assert Submission.objects.count() == 1

    def test_another_version_is_kept_beside_the_first(self):
        application = received({"lots": [1]})

        second = submit_again(application, {"lots": [2]})

        assert second.receipt == f"{application.reference}-2"
        assert application.submissions.count() == 2
        assert application.contents.count() == 0  # nobody acts for the applicant here
        with sealing.acting_for(application.started_by):
            contents = application.contents.order_by("pk")
            assert [row.read().lots for row in contents] == [(1,), (2,)]

    def test_what_was_submitted_never_changes(self):
        application = received()

        refused = pytest.raises(InternalError, match="does not change")
        with refused, acting_for(application.started_by):
            Submission.objects.update(digest="0" * 64)

    def test_after_the_closing_the_version_in_time_stands(self):
        planned = RoundFactory(opened_at=timezone.now() - 20 * HOUR)
        application = received({"lots": [1]})
        with without("contracts.Round:by_its_moves"):
            Round.objects.filter(pk=planned.pk).update(status="planned", opened_at=None)
        Round.objects.filter(pk=planned.pk).update(
            closes_at=timezone.now() - HOUR, opens_at=timezone.now() - 2 * HOUR
        )
        RoundFactory(planned=True)

        with pytest.raises(NotAllowedNow, match="version that you submitted before counts"):
            submit_again(application, {"lots": [2]})
        assert Application.objects.get().round == planned
        assert Submission.objects.count() == 1

    def test_a_recovery_window_lets_one_provider_in(self):
        closed = RoundFactory(closed=True)
        draft = ApplicationFactory()
        window = propose_window(
            closed,
            by=UserFactory(),
            provider=draft.provider,
            closes_at=timezone.now() + HOUR,
            reason="The hub was away at noon.",
        )
        agree(window, by=UserFactory())

        submit_again(draft, {"lots": [1]})

        assert draft.round == closed
        assert received().round is None
