"""Open rounds are extended by two, never shortened; a window is for one provider."""

import datetime

import pytest
from django.db.utils import DatabaseError
from django.utils import timezone

from contracts.arrangements.extending import (
    agree_extension,
    agree_window,
    propose_extension,
    propose_window,
)
from contracts.models import Round
from nmiss.base.core.acting import acting_for
from nmiss.base.core.clock import noon
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent, OutboxMessage
from tests.factories.accounts import UserFactory
from tests.factories.contracts import ApplicationFactory, RoundFactory, received
from tests.factories.providers import ProviderMemberFactory

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
REASON = "The hub was away for a day."


@pytest.fixture
def officers():
    return [UserFactory() for _ in range(2)]


@pytest.fixture
def open_round():
    return RoundFactory(number=1)


class TestExtension:
    def test_takes_two_and_tells_everybody(self, open_round, officers):
        applicant = ApplicationFactory().started_by
        later = open_round.closes_at + 3 * DAY

        extension = propose_extension(open_round, by=officers[0], closes_at=later, reason=REASON)
        assert Round.objects.get().closes_at < later
        assert not OutboxMessage.objects.exists()
        agree_extension(extension, by=officers[1])

        assert Round.objects.get().closes_at == later
        assert [row.payload["to"] for row in OutboxMessage.objects.all()] == [[applicant.email]]
        assert AuditEvent.objects.get(verb="extend").given["reason"] == REASON

    def test_moves_what_hangs_on_the_closing(self, officers):
        closes = noon(timezone.localdate() + 20 * DAY)
        asked, evaluated = closes - 5 * DAY, timezone.localdate(closes) + 28 * DAY
        extended = RoundFactory(
            closes_at=closes, clarifications_close_at=asked, evaluation_ends_on=evaluated
        )
        later = noon(timezone.localdate(closes) + 9 * DAY)

        extension = propose_extension(extended, by=officers[0], closes_at=later, reason=REASON)
        agree_extension(extension, by=officers[1])

        extended.refresh_from_db()
        assert extended.evaluation_ends_on == evaluated + 9 * DAY
        assert extended.clarifications_close_at == noon(timezone.localdate(asked) + 9 * DAY)

    def test_leaves_questions_closed(self, officers):
        asked = timezone.now() - DAY
        extended = RoundFactory(clarifications_close_at=asked)

        extension = propose_extension(
            extended, by=officers[0], closes_at=extended.closes_at + DAY, reason=REASON
        )
        agree_extension(extension, by=officers[1])

        extended.refresh_from_db()
        assert extended.clarifications_close_at == asked

    def test_does_not_outlast_the_term(self, open_round, officers):
        ends_on = timezone.localdate(open_round.closes_at) + 2 * DAY
        open_round.vehicle.describe(by=officers[0], ends_on=ends_on)

        propose_extension(
            open_round, by=officers[0], closes_at=open_round.closes_at + 2 * DAY, reason=REASON
        )
        with pytest.raises(NotAllowedNow, match="The term ends on"):
            propose_extension(
                open_round, by=officers[0], closes_at=open_round.closes_at + 3 * DAY, reason=REASON
            )

    def test_is_not_agreed_by_who_proposed_it(self, open_round, officers):
        extension = propose_extension(
            open_round, by=officers[0], closes_at=open_round.closes_at + DAY, reason=REASON
        )

        with pytest.raises(NotAllowedNow, match="Another officer"):
            agree_extension(extension, by=officers[0])
        with pytest.raises(DatabaseError, match="by_two"), acting_for(officers[0]):
            open_round.extensions.update(agreed_by=officers[0], agreed_at=timezone.now())

    def test_never_shortens(self, open_round, officers):
        with pytest.raises(NotAllowedNow, match="never shortened"):
            propose_extension(
                open_round, by=officers[0], closes_at=open_round.closes_at - DAY, reason=REASON
            )

    def test_the_database_never_shortens_either(self, open_round):
        with pytest.raises(DatabaseError, match="never shortened"):
            Round.objects.update(closes_at=open_round.closes_at - DAY)

    def test_does_not_run_into_the_next_round(self, open_round, officers):
        RoundFactory(number=2, planned=True)

        with pytest.raises(NotAllowedNow, match="Round 2 opens on"):
            propose_extension(
                open_round, by=officers[0], closes_at=open_round.closes_at + 60 * DAY, reason=REASON
            )

    def test_comes_too_late_after_the_instant(self, officers):
        over = RoundFactory(closes_at=timezone.now() - DAY)

        with pytest.raises(NotAllowedNow, match="is not open"):
            propose_extension(over, by=officers[0], closes_at=timezone.now() + DAY, reason=REASON)


class TestRecoveryWindow:
    @pytest.fixture
    def closed_round(self):
        return RoundFactory(closed=True, number=1)

    def test_takes_two_and_tells_the_provider(self, closed_round, officers):
        owner = ProviderMemberFactory()
        ProviderMemberFactory()
        window = propose_window(
            closed_round,
            by=officers[0],
            provider=owner.provider,
            closes_at=timezone.now() + 2 * DAY,
            reason=REASON,
        )
        with pytest.raises(NotAllowedNow, match="Another officer"):
            agree_window(window, by=officers[0])
        assert not OutboxMessage.objects.exists()

        agree_window(window, by=officers[1])

        assert [row.payload["to"] for row in OutboxMessage.objects.all()] == [[owner.user.email]]

    def test_lets_that_provider_in_and_no_other(self, closed_round, officers):
        owner = ProviderMemberFactory()
        window = propose_window(
            closed_round,
            by=officers[0],
            provider=owner.provider,
            closes_at=timezone.now() + 2 * DAY,
            reason=REASON,
        )
        agree_window(window, by=officers[1])

        assert received(provider=owner.provider, started_by=owner.user).round == closed_round
        assert received().round is None

    def test_is_not_for_a_round_to_come(self, officers):
        with pytest.raises(NotAllowedNow, match="has opened"):
            propose_window(
                RoundFactory(planned=True),
                by=officers[0],
                provider=ProviderMemberFactory().provider,
                closes_at=timezone.now() + DAY,
                reason=REASON,
            )

    @pytest.mark.parametrize(
        ("days", "other", "says"),
        [
            (11, None, "10 days long"),
            (2, 2, "Another round has opened since"),
            (2, 1, "has a recovery window in this round"),
        ],
    )
    def test_has_bounds(self, closed_round, officers, days, other, says):
        provider = ProviderMemberFactory().provider
        asked = {"by": officers[0], "provider": provider, "reason": REASON}
        if other == 1:
            propose_window(closed_round, closes_at=timezone.now() + DAY, **asked)
        if other == 2:
            RoundFactory(number=2, opens_at=closed_round.closes_at)

        with pytest.raises(NotAllowedNow, match=says):
            propose_window(closed_round, closes_at=timezone.now() + days * DAY, **asked)
