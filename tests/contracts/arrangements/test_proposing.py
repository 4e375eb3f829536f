"""Open rounds are extended by two, never shortened; a window is for one provider."""

import datetime

import pytest
from django.db import transaction
from django.db.utils import DatabaseError
from django.utils import timezone

from contracts.arrangements.proposing import propose_extension, propose_window
from contracts.models import RecoveryWindow, Round
from nmiss.base.core import clock
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


def told():
    return {address for row in OutboxMessage.objects.all() for address in row.payload["to"]}


def decide(proposal, *, by):
    """Agree to it, and do nothing that follows."""
    with acting_for(by):
        type(proposal).objects.filter(pk=proposal.pk).update(
            decision="agreed", decided_by=by, decided_at=timezone.now()
        )


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
        agreers = {person.email for person in extension.agreers()}
        assert told() == agreers
        assert officers[1].email in agreers
        assert officers[0].email not in agreers
        OutboxMessage.objects.all().delete()
        extension.agree(by=officers[1], seen=extension.digest)

        assert Round.objects.get().closes_at == later
        assert told() == {applicant.email, officers[0].email}
        assert AuditEvent.objects.get(verb="extend").given["reason"] == REASON

    def test_moves_what_hangs_on_the_closing(self, officers):
        closes = noon(timezone.localdate() + 20 * DAY)
        asked, evaluated = closes - 5 * DAY, timezone.localdate(closes) + 28 * DAY
        extended = RoundFactory(
            closes_at=closes, clarifications_close_at=asked, evaluation_ends_on=evaluated
        )
        later = noon(timezone.localdate(closes) + 9 * DAY)

        extension = propose_extension(extended, by=officers[0], closes_at=later, reason=REASON)
        extension.agree(by=officers[1], seen=extension.digest)

        extended.refresh_from_db()
        assert extended.evaluation_ends_on == evaluated + 9 * DAY
        assert extended.clarifications_close_at == noon(timezone.localdate(asked) + 9 * DAY)

    def test_leaves_questions_closed(self, officers):
        asked = timezone.now() - DAY
        extended = RoundFactory(clarifications_close_at=asked)

        extension = propose_extension(
            extended, by=officers[0], closes_at=extended.closes_at + DAY, reason=REASON
        )
        extension.agree(by=officers[1], seen=extension.digest)

        extended.refresh_from_db()
        assert extended.clarifications_close_at == asked

    def test_does_not_outlast_the_term(self, open_round, officers):
        ends_on = timezone.localdate(open_round.closes_at) + 2 * DAY
        open_round.vehicle.set_term(by=officers[0], initial_ends_on=ends_on)

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

        with pytest.raises(NotAllowedNow, match="Another person must agree"):
            extension.agree(by=officers[0], seen=extension.digest)
        with pytest.raises(DatabaseError, match="by_two"), acting_for(officers[0]):
            decide(extension, by=officers[0])

    def test_declined_leaves_the_round_as_it_was(self, open_round, officers):
        closes_at = open_round.closes_at
        extension = propose_extension(
            open_round, by=officers[0], closes_at=closes_at + DAY, reason=REASON
        )

        extension.decline(by=officers[1], reason="The hub was away for a minute only.")

        open_round.refresh_from_db()
        assert open_round.closes_at == closes_at
        with pytest.raises(NotAllowedNow, match="has been decided already"):
            extension.agree(by=officers[1], seen=extension.digest)

    def test_that_the_same_officer_proposes_again_is_in_the_place_of_the_first(
        self, open_round, officers
    ):
        first, second = (
            propose_extension(
                open_round, by=officers[0], closes_at=open_round.closes_at + n * DAY, reason=REASON
            )
            for n in (1, 2)
        )

        first.refresh_from_db()
        assert (first.standing, second.standing) == ("withdrawn", "waiting")
        with pytest.raises(NotAllowedNow, match="has proposed this already"):
            propose_extension(
                open_round, by=officers[1], closes_at=open_round.closes_at + DAY, reason=REASON
            )

    def test_cannot_be_agreed_to_once_the_round_has_closed(self, officers):
        soon = RoundFactory(closes_at=timezone.now() + DAY)
        extension = propose_extension(
            soon, by=officers[0], closes_at=soon.closes_at + DAY, reason=REASON
        )
        assert extension.why_not == ""

        with clock.at(soon.closes_at + DAY / 24):
            assert "is not open" in extension.why_not
            with pytest.raises(NotAllowedNow, match="is not open"):
                extension.agree(by=officers[1], seen=extension.digest)
            extension.refresh_from_db()
            assert extension.standing == "waiting"

    def test_never_shortens(self, open_round, officers):
        with pytest.raises(NotAllowedNow, match="never shortened"):
            propose_extension(
                open_round, by=officers[0], closes_at=open_round.closes_at - DAY, reason=REASON
            )

    def test_the_database_never_shortens_either(self, open_round):
        with pytest.raises(DatabaseError, match="never shortened"):
            Round.objects.update(closes_at=open_round.closes_at - DAY)

    def test_the_database_extends_only_as_two_agreed(self, open_round, officers):
        later = open_round.closes_at + DAY
        propose_extension(open_round, by=officers[0], closes_at=later, reason=REASON)

        for closes_at in (later, later + DAY):
            with pytest.raises(DatabaseError, match="Two officers extend"), transaction.atomic():
                Round.objects.update(closes_at=closes_at)

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
        with pytest.raises(NotAllowedNow, match="Another person must agree"):
            window.agree(by=officers[0], seen=window.digest)
        assert told() == {officers[1].email}
        OutboxMessage.objects.all().delete()

        window.agree(by=officers[1], seen=window.digest)

        assert told() == {owner.user.email, officers[0].email}
        assert closed_round.recovery_windows.get().closes_at == window.data.closes_at

    def test_lets_that_provider_in_and_no_other(self, closed_round, officers):
        owner = ProviderMemberFactory()
        window = propose_window(
            closed_round,
            by=officers[0],
            provider=owner.provider,
            closes_at=timezone.now() + 2 * DAY,
            reason=REASON,
        )
        window.agree(by=officers[1], seen=window.digest)

        assert received(provider=owner.provider, started_by=owner.user).round == closed_round
        assert received().round is None

    def test_of_another_provider_until_another_instant_or_not_agreed_is_refused(
        self, closed_round, officers
    ):
        provider, until = ProviderMemberFactory().provider, timezone.now() + DAY
        asked = {"by": officers[0], "closes_at": until, "reason": REASON}
        proposal = propose_window(closed_round, provider=provider, **asked)
        row = {"round": closed_round, "provider": provider, "closes_at": until}
        refused = pytest.raises(DatabaseError, match="Two officers give")

        with refused, transaction.atomic():
            RecoveryWindow.objects.create(proposal=proposal, **row)
        proposal.agree(by=officers[1], seen=proposal.digest)
        window = RecoveryWindow.objects.get()
        other = propose_window(closed_round, provider=ProviderMemberFactory().provider, **asked)
        decide(other, by=officers[1])  # agreed, and not done
        for changed in ({"closes_at": until + DAY}, {"provider": provider}):
            wrong = row | {"provider_id": other.data.provider} | changed
            wrong.pop("provider_id" if "provider" in changed else "provider")
            with pytest.raises(DatabaseError, match="Two officers give"), transaction.atomic():
                RecoveryWindow.objects.create(proposal=other, **wrong)
        for change in (lambda: RecoveryWindow.objects.update(closes_at=until), window.delete):
            with pytest.raises(DatabaseError, match="Cannot"), transaction.atomic():
                change()

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
            window = propose_window(closed_round, closes_at=timezone.now() + DAY, **asked)
            window.agree(by=officers[1], seen=window.digest)
        if other == 2:
            RoundFactory(number=2, opens_at=closed_round.closes_at)

        with pytest.raises(NotAllowedNow, match=says):
            propose_window(closed_round, closes_at=timezone.now() + days * DAY, **asked)
