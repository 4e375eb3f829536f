"""Releasing decisions: the letter, the agreement, the emails."""

import datetime
import json

import pytest
from django.db.utils import InternalError
from django.utils import timezone

from contracts.membership import agreements, forms, letters, releasing
from contracts.models import Agreement, OutcomeLetter, Status, Vehicle
from nmiss.base.accounts.models import Role
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent, OutboxMessage
from providers.models import ProviderRole
from tests.factories.accounts import UserFactory
from tests.factories.evaluating import clear
from tests.factories.joining import REASON, decided, offered, release, today, words_of_pdf
from tests.factories.providers import ProviderMemberFactory, SchoolFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return UserFactory(role=Role.OFFICER)


def words_of(application):
    return json.dumps(letters.blocks_of(application, on=today()), ensure_ascii=False)


class TestTheLetter:
    def test_of_one_admitted_has_scores_weights_minimums_totals_and_reasons(self):
        words = words_of(decided(scores={12: "7.5"}))

        assert "to be admitted to Lot 2" in words
        score = (
            '["Your score", "{} of 10"], ["Its weight", "20"], ["Minimum", "Lot 1: 3, Lot 2: 6"]'
        )
        for number, given in ((11, "8"), (12, "7.5")):
            title = f'"Question {number}: Subject {number}", "rows": ['
            assert title + score.format(given) in words
        total = '["Your total", "79 of 100"], ["Threshold", "60"]'
        assert f'"Lot 2", "rows": [{total}, ["Outcome", "Passed, and admitted"]]' in words
        assert f"Agreed of 16: {REASON}" in words

    def test_of_one_admitted_names_the_schools_and_the_first_day(self, officer):
        application = decided(schools=[SchoolFactory(name="Ash Grove"), SchoolFactory(name="Elm")])

        release(application, by=officer, starts_on=today(3))

        words = json.dumps(application.letter.content)
        for expected in ("Ash Grove", "Elm", f"not before {today(3).day} {today(3):%B %Y}"):
            assert expected in words

    def test_of_one_short_by_one_says_where(self):
        words = words_of(decided(scores={14: 5}))

        assert "not admitted" in words
        assert "Not passed: below the minimum in question 14" in words
        assert "Lot 2: 6 (not reached)" in words

    def test_of_one_below_the_line_says_so(self):
        assert "Not passed: below the threshold" in words_of(decided(score=5))

    def test_of_one_excluded_says_which_finding_and_why(self):
        words = words_of(decided(failed="exclusion"))

        assert "was excluded" in words
        assert f"Exclusion grounds: {REASON}" in words
        assert "Scores" not in words

    @pytest.mark.parametrize("kind", ["completeness", "selection"])
    def test_of_one_that_failed_a_first_check_has_reasons_and_no_scores(self, officer, kind):
        application = decided(failed=kind)
        assert not application.lot_outcomes.exists()

        release(application, by=officer, starts_on=today(1))

        words = json.dumps(application.letter.content)
        assert REASON in words
        assert "Totals and thresholds" not in words
        assert "You can apply again at any time" in words
        assert not Agreement.objects.exists()

    @pytest.mark.parametrize(
        ("given", "again"), [({}, False), ({"score": 5}, True), ({"failed": "exclusion"}, True)]
    )
    def test_says_how_to_get_feedback_and_where_not_admitted_how_to_apply_again(self, given, again):
        words = words_of(decided(**given))

        assert "within 15 days of your request" in words
        assert ("You can apply again at any time" in words) == again

    def test_is_a_pdf_that_says_all_of_it(self, officer):
        application = decided(scores={14: 5})

        clear(application, officer)
        releasing.release(application, by=officer)

        words = words_of_pdf(b"".join(application.letter.file.chunks()))
        for expected in (
            application.reference,
            "Question 14: Subject 14",
            "5 of 10",
            "Lot 2: 6 (not reached)",
            "Threshold",
            "60",
            f"Agreed of 14: {REASON}",
            "Your right to feedback",
            "within 15 days of your request",
            "You can apply again at any time",
        ):
            assert expected in words

    def test_does_not_round_a_total_onto_the_line(self):
        application = decided(score=5)
        application.lot_outcomes.update(total="59.996000")

        outcome = application.lot_outcomes.get()
        assert outcome.in_words == "59.996"

        outcome.total = outcome.total_minimum
        assert outcome.in_words == "60"


class TestRelease:
    def test_tells_freezes_and_offers(self, officer):
        application = decided()

        release(application, by=officer, starts_on=today(3))

        application.refresh_from_db()
        assert application.status == Status.TOLD
        assert timezone.localdate(application.letter.told_at) == today()
        assert application.letter.file.may_be_opened
        assert b"".join(application.letter.file.chunks()).startswith(b"%PDF")
        agreement = application.agreements.get()
        assert (agreement.status, agreement.starts_on) == ("offered", today(3))
        assert agreement.digest == agreement.document.sha256
        assert AuditEvent.objects.about(application).filter(verb="release", actor_id=officer.pk)

    def test_writes_to_owners_and_who_submitted_without_content(self, officer):
        application = decided()
        owner = ProviderMemberFactory(provider=application.provider).user
        ProviderMemberFactory(provider=application.provider, role=ProviderRole.VIEWER)
        OutboxMessage.objects.all().delete()

        release(application, by=officer, starts_on=today(1))

        messages = OutboxMessage.objects.all()
        assert {each.payload["to"][0] for each in messages} == {
            application.started_by.email,
            owner.email,
        }
        body = messages[0].payload["body"]
        assert "agreement" in body
        assert f"/applications/{application.pk}/outcome/" in body
        assert "dmitted" not in body
        assert "Lot" not in body

    def test_makes_no_agreement_of_one_not_admitted(self, officer):
        application = decided(score=5)

        release(application, by=officer, starts_on=today(1))

        assert not Agreement.objects.exists()
        assert OutcomeLetter.objects.get().application == application
        assert "agreement" not in OutboxMessage.objects.last().payload["body"]

    def test_asks_for_the_first_day_where_somebody_is_admitted_and_keeps_it_in_the_vehicle(self):
        admitted, refused = decided(), decided(score=5)
        last = admitted.vehicle.ends_on = today(99)
        late = {"starts_on": (last + datetime.timedelta(days=1)).isoformat()}

        form = forms.Release(late, applications=[refused, admitted])

        assert f"{last.day} {last:%B %Y} or an earlier day" in str(form.errors["starts_on"])
        assert forms.Release({}, applications=[refused]).is_valid()
        assert not forms.Release({}, applications=[admitted]).is_valid()

    def test_twice_is_refused_and_does_nothing(self, officer):
        application = decided()
        release(application, by=officer, starts_on=today(1))
        before = OutboxMessage.objects.count()

        with pytest.raises(NotAllowedNow, match="was sent already"):
            release(application, by=officer, starts_on=today(1))

        assert (OutboxMessage.objects.count(), Agreement.objects.count()) == (before, 1)

    @pytest.mark.parametrize(
        ("given", "starts", "why"),
        [
            ({}, -1, "has passed"),
            ({"ends_in": 9}, 10, "ends on"),
            ({"schools": []}, 1, "names no school"),
            ({"content": {"lots": [2], "schools": [{"urn": 5}]}}, 1, "URN 5"),
        ],
    )
    def test_leaves_nothing_behind_when_refused(self, officer, given, starts, why):
        ends_in = given.get("ends_in")
        application = decided(**{key: own for key, own in given.items() if key != "ends_in"})
        if ends_in:
            Vehicle.objects.update(initial_ends_on=today(ends_in))
            application.refresh_from_db()
        clear(application, officer)
        before = OutboxMessage.objects.count()

        released = releasing.release_all([application], by=officer, starts_on=today(starts))

        assert released.told == []
        assert why in released.failed[0][1]
        application.refresh_from_db()
        assert application.status == Status.APPROVED
        assert not OutcomeLetter.objects.exists()
        assert OutboxMessage.objects.count() == before

    def test_of_several_tells_those_that_can_be_told(self, officer):
        good, bad = decided(), decided(schools=[])
        clear(good, officer)
        clear(bad, officer)

        released = releasing.release_all([bad, good], by=officer, starts_on=today(1))

        assert released.told == [good]
        assert [each for each, _ in released.failed] == [bad]

    def test_wants_a_declaration(self, officer):
        application = decided()

        released = releasing.release_all([application], by=officer, starts_on=today(1))

        assert "Declare first" in released.failed[0][1]
        application.refresh_from_db()
        assert application.status == Status.APPROVED

    def test_what_was_told_is_kept_for_good(self, officer):
        letter = offered().application.letter

        with pytest.raises(InternalError, match="Cannot update"):
            OutcomeLetter.objects.filter(pk=letter.pk).update(content={})


class TestTheAgreement:
    def test_names_parties_vehicle_lot_schools_needs_and_first_day_and_no_fee(self):
        school = SchoolFactory(name="Ash Grove")
        agreement = offered(schools=[school], starts_on=today(2))

        words = json.dumps(agreement.content, ensure_ascii=False)
        for expected in (
            str(agreement.provider),
            "NMISS Dynamic Purchasing System",
            "Lot 2",
            "Ash Grove",
            str(school.urn),
            "Autistic spectrum disorder",
            f"{today(2).day} {today(2):%B %Y}",
        ):
            assert expected in words
        assert "£" not in words
        assert "fee" not in words.lower()
        assert agreements.title_of(agreement.application) == agreement.content["title"]

    def test_what_was_offered_cannot_be_changed(self):
        agreement = offered()

        with pytest.raises(InternalError):
            Agreement.objects.filter(pk=agreement.pk).update(digest="0" * 64)

    def test_is_the_same_file_for_the_same_words(self):
        agreement = offered()
        again = releasing.letter_pdf(**agreement.content, on=today())

        assert again == b"".join(agreement.document.chunks())
