"""A place ends by notice of either side, or without, and both sides read why."""

import datetime

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from kpis.models import Term
from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent, OutboxMessage
from nmiss.base.importing.tables import Rejected
from placements.agreements import making
from placements.endings.models import PlacementEnding
from placements.endings.notice import notice_terms
from placements.models import Charge, Placement
from tests import standing
from tests.factories.accounts import UserFactory
from tests.factories.consultations import BASE
from tests.factories.placement_agreements import SOON, terms_of
from tests.factories.placement_endings import WORDS, a_place, an_ending
from tests.factories.placements import PlacementFactory
from tests.factories.providers import ProviderMemberFactory
from tests.outbox import messages

pytestmark = pytest.mark.django_db
DAY, WEEK = datetime.timedelta(days=1), datetime.timedelta(weeks=1)
SPRING = datetime.date(2027, 1, 5), datetime.date(2027, 3, 26)
SUMMER = datetime.date(2027, 4, 12), datetime.date(2027, 7, 21)


_a_place = standing.once(a_place, scope="module")


@pytest.fixture
def placed(_a_place):
    return _a_place()


@pytest.fixture
def terms():
    for first, last in (SPRING, SUMMER):
        Term.objects.create(name=f"Term of {first}", first_day=first, last_day=last)


def costs(day):
    return sum(Charge.objects.on(day).values_list("cost_a_year", flat=True))


class TestNotice:
    @pytest.mark.parametrize(
        ("given_on", "weeks"),
        [
            (SOON, 6),
            (datetime.date(2027, 3, 26), 6),  # the last day of the first term
            (datetime.date(2027, 3, 27), 13),
            (datetime.date(2027, 9, 6), 13),
        ],
    )
    def test_is_half_a_term_in_the_first_and_a_term_after_it(self, terms, given_on, weeks):
        place, *_ = a_place(starts_on=SOON)  # the day before the term
        found = notice_terms(place)

        assert (found.weeks_on(given_on), found.last_day(given_on)) == (
            weeks,
            given_on + weeks * WEEK,
        )

    def test_knows_no_first_term_by_terms_of_another_year(self, terms):
        assert notice_terms(PlacementFactory()).first_until == datetime.date(2025, 12, 1)

    def test_goes_by_the_agreement_and_else_by_what_is_usual(self):
        place, *_ = a_place(starts_on=SOON, notice_weeks=8, first_notice_weeks=4)
        found = notice_terms(place)
        assert (found.weeks, found.first_weeks, found.agreement) == (8, 4, place.reference)
        assert found.first_until == SOON + 8 * WEEK  # nobody has entered that term

        imported = notice_terms(PlacementFactory())
        assert (imported.weeks, imported.first_weeks, imported.agreement) == (13, 6, "")

    def test_of_a_place_older_than_the_plans_is_by_their_first_numbers(self):
        old = PlacementFactory(starts_on=datetime.date(2013, 9, 2))

        assert notice_terms(old).weeks == notice_terms(PlacementFactory()).weeks
        assert not notice_terms(old).may_be_shorter
        assert notice_terms(PlacementFactory(starts_on=timezone.localdate())).may_be_shorter

    def test_by_the_school_ends_the_place_and_its_prices(self, client, placed):
        place, officer, owner = placed
        today = timezone.localdate()
        client.force_login(owner)
        page = reverse("placements:placement_ending", args=[place.reference])
        assert "Give notice" in client.get(page).text

        client.post(reverse("placements:placement_end", args=[place.reference]), {"words": WORDS})

        place.refresh_from_db()
        last = today + 6 * WEEK
        assert (place.ended_on, place.end_reason) == (last, "notice_by_school")
        assert [costs(last), costs(last + DAY)] == [BASE["amount"], 0]
        assert messages(to=officer.email, holding=f"ends on {last:%-d %B %Y}")
        assert WORDS in client.get(page).text
        client.force_login(officer)
        assert WORDS in client.get(page).text
        assert f"Plan the next placement: {place.child.reference}" in client.get("/").text

    def test_by_the_council_is_told_to_the_owners(self, placed):
        place, officer, owner = placed

        ending = an_ending(place, by=officer, reason="notice_by_authority")

        assert (ending.weeks, ending.last_on) == (6, timezone.localdate() + 6 * WEEK)
        assert messages(to=owner.email, holding="Its prices count until that day")
        told = str(list(AuditEvent.objects.filter(verb="record_ending").values("given")))
        letters = str([each.payload for each in OutboxMessage.objects.all()])
        assert WORDS not in told + letters

    def test_is_shorter_only_where_both_agree(self, client, placed):
        place, officer, _ = placed
        soon = timezone.localdate() + 40 * DAY
        client.force_login(officer)
        page = reverse("placements:placement_end", args=[place.reference])
        facts = {"reason": "notice_by_school", "last_on": str(soon), "words": WORDS}

        answer = client.post(page, facts)
        assert "why both sides agree" in str(answer.context_data["form"].errors["last_on"])
        client.post(page, facts | {"sooner_reason": "A place elsewhere is free."})

        place.refresh_from_db()
        assert place.ended_on == soon

    def test_is_given_by_owners_alone(self, client, placed):
        place, _, _ = placed
        editor = ProviderMemberFactory(provider=place.school.provider, role="editor").user
        stranger = ProviderMemberFactory(role="owner").user
        page = reverse("placements:placement_end", args=[place.reference])

        for person, status in ((editor, 403), (stranger, 404)):
            client.force_login(person)
            assert client.get(page).status_code == status
        with pytest.raises(NotAllowedNow, match="Only an owner"):
            an_ending(place, by=stranger)


class TestWithoutNotice:
    def test_an_officer_says_when_and_why(self, client, placed):
        place, officer, _ = placed
        client.force_login(officer)
        page = reverse("placements:placement_end", args=[place.reference])
        facts = {"reason": "moved_away", "words": "To another county."}
        wrong = {
            "": "Enter the last day of the placement",
            str(place.starts_on - DAY): "The placement begins on",
            "2090-01-01": f"ends on {place.ended_on:%-d %B %Y} already",
        }
        for last_on, sentence in wrong.items():
            answer = client.post(page, facts | {"last_on": last_on})
            assert sentence in str(answer.context_data["form"].errors["last_on"])

        client.post(page, facts | {"last_on": str(place.starts_on + WEEK)})

        ending = PlacementEnding.objects.get()
        assert (ending.weeks, ending.given_on) == (None, None)
        place.refresh_from_db()
        assert (place.ended_on, place.end_reason) == (ending.last_on, "moved_away")

    def test_it_can_come_sooner_again_and_never_later(self, placed):
        place, officer, owner = placed
        an_ending(place, by=owner)
        excluded = timezone.localdate() + 41 * DAY

        with pytest.raises(NotAllowedNow, match="already"):
            an_ending(place, by=officer, reason="tribunal", last_on=place.ended_on + DAY)
        an_ending(place, by=officer, reason="permanent_exclusion", last_on=excluded)

        assert (place.ended_on, place.end_reason) == (excluded, "permanent_exclusion")


class TestVoiding:
    def test_gives_back_the_days_and_keeps_both(self, client, placed):
        place, officer, owner = placed
        planned = place.ended_on
        first = an_ending(place, by=owner)
        second = an_ending(place, by=officer, reason="tribunal", last_on=first.last_on - DAY)
        client.force_login(officer)
        assert client.get(reverse("placements:ending_void", args=[first.pk])).status_code == 409

        for each in (second, first):
            client.post(
                reverse("placements:ending_void", args=[each.pk]),
                {"reason": "Another child", "school_asked": "on"},
            )

        place.refresh_from_db()
        assert (place.ended_on, place.end_reason) == (planned, "planned_transfer")
        client.force_login(owner)
        page = client.get(reverse("placements:placement_ending", args=[place.reference])).text
        assert page.count("Another child") == 2

    def test_of_a_notice_by_the_school_only_if_the_school_withdrew_it(self, client, placed):
        place, officer, owner = placed
        planned, ending = place.ended_on, an_ending(place, by=owner)
        page = reverse("placements:ending_void", args=[ending.pk])
        client.force_login(officer)

        answer = client.post(page, {"reason": "We do not agree"})
        assert "only if the school withdrew" in str(answer.context_data["form"].errors)
        with pytest.raises(NotAllowedNow, match="The school gave this notice"):
            ending.void(by=officer, reason="We do not agree")
        facts = {"voided_by": officer, "voided_at": timezone.now(), "void_reason": "We disagree"}
        with (
            pytest.raises(DatabaseError, match="only if the school withdrew it"),
            transaction.atomic(),
            acting_for(officer),
        ):
            PlacementEnding.objects.filter(pk=ending.pk).update(**facts)
        client.post(page, {"reason": "By letter of today.", "school_asked": "on"})

        ending.refresh_from_db()
        place.refresh_from_db()
        assert ending.void_reason == "The school withdrew its notice. By letter of today."
        assert place.ended_on == planned
        for person in (officer, owner):
            assert messages(to=person.email, holding="is withdrawn")

    def test_the_school_withdraws_its_own_notice_and_no_other_ending(self, client, placed):
        place, officer, owner = placed
        planned, ending = place.ended_on, an_ending(place, by=owner)
        client.force_login(owner)
        page = reverse("placements:placement_ending", args=[place.reference])
        assert "Withdraw notice" in client.get(page).text

        client.post(reverse("placements:ending_void", args=[ending.pk]), {"reason": "A teacher"})

        place.refresh_from_db()
        assert place.ended_on == planned
        assert messages(to=officer.email, holding="is withdrawn")
        other = an_ending(place, by=officer, reason="notice_by_authority")
        void = reverse("placements:ending_void", args=[other.pk])
        assert (client.get(void).status_code, "Withdraw notice" in client.get(page).text) == (
            403,
            False,
        )
        other.void(by=officer, reason="Another child")
        assert messages(to=owner.email, holding="is voided")

    def test_not_where_the_child_is_elsewhere_by_then(self, placed):
        place, officer, _ = placed
        last = place.starts_on + WEEK
        ending = an_ending(place, by=officer, reason="moved_away", last_on=last)
        PlacementFactory(child=place.child, starts_on=last + DAY)

        with pytest.raises(NotAllowedNow, match="share days"):
            ending.void(by=officer, reason="Stays")


def test_a_version_lasts_no_longer_than_the_notice(placed):
    place, officer, owner = placed
    ending = an_ending(place, by=owner)
    agreement = place.agreements.get()
    facts = {"starts_on": place.starts_on + DAY, "ends_on": ending.last_on + DAY}

    with pytest.raises(NotAllowedNow, match="void the ending first"):
        making.change_agreement(agreement, terms_of(agreement.choice, **facts), (BASE,), by=officer)


class TestTheDatabase:
    @pytest.fixture
    def ending(self, placed):
        place, _, owner = placed
        return an_ending(place, by=owner)

    def refuses(self, match):
        return pytest.raises(DatabaseError, match=match)

    def test_lets_no_place_outlast_its_ending(self, ending):
        with self.refuses("does not last beyond"), transaction.atomic():
            Placement.objects.update(ended_on=ending.last_on + DAY)

    @pytest.mark.parametrize(
        "facts", [{"last_on": SOON}, {"reason": "other"}, {"words": "x"}, {"sooner_reason": "x"}]
    )
    def test_keeps_it_as_it_was_recorded(self, ending, facts):
        with pytest.raises(DatabaseError), transaction.atomic():
            PlacementEnding.objects.update(**facts)

    def copy(self, ending, **facts):
        ending.pk, ending._state.adding = None, True
        for name, value in facts.items():
            setattr(ending, name, value)
        ending.save(force_insert=True)

    @pytest.mark.parametrize(
        ("facts", "match"),
        [
            ({"reason": "tribunal", "weeks": None, "given_on": None}, "owner of the school"),
            ({"weeks": 2}, "as long as was agreed"),
            ({"weeks": 13}, "not_sooner_without_a_reason"),
            ({"given_on": None}, "notice_has_its_day_and_weeks"),
            ({"before_on": timezone.localdate()}, "never_later"),
        ],
    )
    def test_takes_none_that_is_not_as_agreed(self, ending, facts, match):
        with acting_for(ending.recorded_by), self.refuses(match), transaction.atomic():
            self.copy(ending, **facts)

    def test_takes_none_that_does_not_end_its_place(self, ending):
        sooner = {"last_on": ending.last_on - WEEK, "sooner_reason": "Both agree"}
        with acting_for(ending.recorded_by):
            self.copy(ending, **sooner)
        with self.refuses("ends on the day of its ending"):
            connection.check_constraints()


def test_a_file_does_not_undo_an_ending(take_schools, take_placements):
    take_schools()
    take_placements()
    place = Placement.objects.get(reference="PLC-1")
    officer = UserFactory(role=Role.PLACEMENTS)
    last = timezone.localdate() + WEEK
    an_ending(place, by=officer, reason="moved_away", last_on=last)

    with pytest.raises(Rejected) as rejected:
        take_placements({"ended_on": str(last + DAY)})
    assert "void the ending" in rejected.value.faults[0].remedy
    take_placements({"ended_on": str(last), "end_reason": "moved_away"})
