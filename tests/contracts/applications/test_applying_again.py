"""A second application, a draft under another scheme, and how answers are worded."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from contracts.applications import actions, forms, sealing
from contracts.applications import questionnaire as asks
from contracts.applications.drafts import Draft
from contracts.tasks import reconcile
from nmiss.base.accounts.models import Role
from nmiss.base.core.days import years_after
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import OutboxMessage
from providers.models import ProviderRole
from tests import standing
from tests.factories.accounts import UserFactory
from tests.factories.applying import filled
from tests.factories.contracts import EvaluationSchemeFactory, RoundFactory
from tests.factories.providers import ProviderMemberFactory

pytestmark = pytest.mark.django_db
a_draft = standing.once(filled)


@pytest.fixture
def draft(a_draft):
    return a_draft()


@pytest.fixture
def acting(draft):
    with sealing.acting_for(draft.started_by):
        yield draft


def save(application, key, revision=None, by=None, **answers):
    if revision is None:
        found = application.sections.filter(key=key).first()
        revision = found.revision if found else 0
    by = by or application.started_by
    return actions.save_section(application, key, by=by, revision=revision, answers=answers)


class TestASecondApplication:
    @pytest.fixture
    def second(self):
        first = filled(submit=True)
        owner = first.started_by
        with sealing.acting_for(owner):
            actions.withdraw(first, by=owner)
            yield actions.begin(first.provider, first.vehicle, by=owner)

    def test_asks_fewer_than_ten_questions(self, second):
        whole = Draft.of(second)

        assert second.previous
        assert whole.asks_now() == 1
        assert {whole.status_of(one.key, whole.missing()) for one in whole.sections} == {
            "still to confirm"
        }

    def test_is_ready_once_all_is_confirmed(self, second):
        assert actions.confirm_answers(second, by=second.started_by) > 40

        assert actions.send(second, by=second.started_by, seen=Draft.of(second).digest).number == 1

    def test_asks_fewer_than_ten_after_changes(self, second):
        """A changed question, changed facts, an old answer and a certificate that expired."""
        school = second.provider.schools.get()
        school.capacity = 99
        school.save()
        section = second.sections.get(key="insurance")
        old = {"on": "2025-01-05"}
        section.answered["insurer"] |= old
        section.answered["employers"] |= old  # of which a year says nothing
        section.save()
        changed = second.sections.get(key="quality-12")
        changed.answered["text"]["asked"] = "another question"
        changed.save()
        second.evidence.filter(kind="insurance_certificate").update(
            expires_on=datetime.date(2026, 1, 1)
        )

        whole = Draft.of(second)

        single = {(one.section, one.key) for one in whole.missing() if not one.is_to_confirm}
        assert single == {
            ("schools", "schools"), ("insurance", "insurer"),
            ("quality-12", "text"), ("documents", "insurance_certificate"),
        }  # fmt: skip
        assert whole.asks_now() < 10

    @pytest.mark.parametrize(("days", "asks"), [(0, 1), (100, 1), (400, 7), (800, 8)])
    def test_asks_fewer_than_ten_however_long_after(self, second, days, asks):
        """After a year accounts, policy, insurance and its certificate; after two the training."""
        today = timezone.localdate() + datetime.timedelta(days=days)
        second.evidence.filter(kind="insurance_certificate").update(
            expires_on=timezone.localdate() + datetime.timedelta(days=370)
        )

        whole = Draft.of(second, today=today)

        assert whole.asks_now() == asks
        listed = [each.words for _, _, some in whole.missing_by_section() for each in some]
        assert len(listed) == asks - 1

    def test_keeps_each_day_until_it_is_confirmed(self, second):
        section = second.sections.get(key="insurance")
        assert section.to_confirm

        section = save(second, "insurance", public="10000000")

        assert "public" not in section.to_confirm
        assert "employers" in section.to_confirm

    def test_asks_a_question_again_that_the_new_scheme_words_otherwise(self):
        first = filled(submit=True)
        owner = first.started_by
        with sealing.acting_for(owner):
            actions.withdraw(first, by=owner)
            scheme = EvaluationSchemeFactory(vehicle=first.vehicle, published=False)
            scheme.questions.filter(number=13).update(text="Another question.")
            scheme.publish(by=UserFactory(role=Role.MANAGER), seen=scheme.digest())
            second = actions.begin(first.provider, first.vehicle, by=owner)
            whole = Draft.of(second)

        assert [one.section for one in whole.missing() if not one.is_to_confirm] == ["quality-13"]


class TestADraftUnderAnotherScheme:
    """A draft asks what it will be judged by."""

    @pytest.fixture
    def newer(self, acting):
        scheme = EvaluationSchemeFactory(vehicle=acting.vehicle, published=False)
        scheme.questions.filter(number=13).update(text="Another question.")
        scheme.publish(by=UserFactory(role=Role.MANAGER), seen=scheme.digest())
        return scheme

    def test_moves_with_the_newest_and_asks_what_reads_otherwise(self, acting, newer):
        # As beat: it acts for nobody.
        connection.cursor().execute("SELECT set_config('nmiss.person', '', true)")
        reconcile()
        reconcile()
        acting.refresh_from_db()
        with sealing.acting_for(acting.started_by):
            self.asks_what_reads_otherwise(acting, newer)

    def asks_what_reads_otherwise(self, acting, newer):
        assert acting.scheme == newer
        assert [each.section for each in Draft.of(acting).missing()] == ["quality-13"]
        subjects = [each.payload["subject"] for each in OutboxMessage.objects.all()]
        assert subjects.count(f"Questions of application {acting.reference} have changed") == 1
        with pytest.raises(NotAllowedNow, match="Something is missing"):
            actions.send(acting, by=acting.started_by, seen=Draft.of(acting).digest)
        kept = acting.sections.get(key="quality-13").answers["text"]
        save(acting, "quality-13", text=kept)
        assert actions.send(acting, by=acting.started_by, seen=Draft.of(acting).digest).number == 1

    def test_keeps_that_of_the_open_round(self, acting):
        round = RoundFactory(vehicle=acting.vehicle, scheme=acting.scheme)
        newer = EvaluationSchemeFactory(vehicle=acting.vehicle)
        own = ProviderMemberFactory(role=ProviderRole.OWNER)
        another = actions.begin(own.provider, acting.vehicle, by=own.user)
        reconcile()
        acting.refresh_from_db()
        assert acting.scheme == another.scheme == round.scheme

        assert newer != round.scheme

    def test_keeps_what_it_answered_once_it_is_submitted(self, acting):
        actions.send(acting, by=acting.started_by, seen=Draft.of(acting).digest)
        answered = acting.scheme
        EvaluationSchemeFactory(vehicle=acting.vehicle)
        reconcile()

        save(acting, "insurance", public="10000001")
        assert actions.send(acting, by=acting.started_by, seen=Draft.of(acting).digest).number == 2
        acting.refresh_from_db()
        assert acting.scheme == answered


class TestBeginning:
    def test_goes_on_with_what_can_still_be_changed(self):
        first = filled(submit=True)

        with (
            sealing.acting_for(first.started_by),
            pytest.raises(NotAllowedNow, match="Change that one instead"),
        ):
            actions.begin(first.provider, first.vehicle, by=first.started_by)


class TestDays:
    @pytest.mark.parametrize(
        ("day", "years", "after"),
        [("2024-02-29", 5, "2029-02-28"), ("2024-02-29", 4, "2028-02-29"),
         ("2020-06-01", 3, "2023-06-01"), ("9999-12-31", 5, "9999-12-31")],
    )  # fmt: skip
    def test_look_back_is_always_a_day(self, day, years, after):
        assert years_after(datetime.date.fromisoformat(day), years).isoformat() == after

    @pytest.mark.parametrize(
        ("given", "is_taken"),
        [("2024-04-01", True), ("9999-12-31", False), ("0001-01-01", False), ("1799-12-31", False)],
    )
    def test_of_an_application_have_been(self, given, is_taken):
        field = forms.PastDayField(asked="the date", required=False)

        if is_taken:
            assert field.clean(given).isoformat() == given
        else:
            with pytest.raises(ValidationError, match="Enter a date in the past"):
                field.clean(given)


class TestWords:
    def test_are_not_one_endless_word(self):
        field = forms.WordsField(word_limit=5)

        assert field.clean("a-b " * 5)
        with pytest.raises(ValidationError, match="61 characters"):
            field.clean("a" * 61)


class TestHowSomebodyIsReached:
    @pytest.mark.parametrize(
        ("kind", "typed", "is_right"),
        [
            (asks.AnswerKind.EMAIL, "admissions@school.example", True),
            (asks.AnswerKind.EMAIL, "notanemail", False),
            (asks.AnswerKind.TELEPHONE, "01632 960 123", True),
            (asks.AnswerKind.TELEPHONE, "+44 (0)1632 960-123 ext 12", True),
            (asks.AnswerKind.TELEPHONE, "ask the office", False),
            (asks.AnswerKind.TELEPHONE, "12", False),
            (asks.AnswerKind.WEBSITE, "www.school.example", True),
            (asks.AnswerKind.WEBSITE, "https://school.example/join", True),
            (asks.AnswerKind.WEBSITE, "none yet", False),
            (asks.AnswerKind.WEBSITE, "", True),
        ],
    )
    def test_is_a_form_that_can_be_right(self, kind, typed, is_right):
        field = forms._field(asks.FormQuestion("x", "X", kind))

        if is_right:
            assert field.clean(typed) == typed
        else:
            with pytest.raises(ValidationError, match=r"^\['Enter an? "):
                field.clean(typed)
