"""Drafts, sections, submissions: as the applicant's verbs have them."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils import timezone

from contracts.applications import actions, forms, permissions, sealing
from contracts.applications import questionnaire as asks
from contracts.applications.drafts import Draft
from contracts.applications.exclusion import LookBacks
from contracts.models import Application, Evidence, RefusedFile, Submission
from contracts.tasks import reconcile
from nmiss.base.accounts.models import Role
from nmiss.base.core.days import years_after
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent, OutboxMessage
from nmiss.base.files.kinds import PDF
from nmiss.base.files.models import StoredFile
from providers.models import ProviderRole
from tests import standing
from tests.factories.accounts import UserFactory
from tests.factories.applying import applicant, filled
from tests.factories.contracts import EvaluationSchemeFactory, RoundFactory, the_dps
from tests.factories.providers import ProviderMemberFactory
from tests.files.uploads import pdf

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


class TestMissing:
    def test_is_nothing_once_all_is_answered(self, acting):
        assert Draft.of(acting).missing() == []

    def test_names_every_task_of_an_empty_draft(self):
        provider, owner = applicant()
        with sealing.acting_for(owner):
            empty = actions.begin(provider, the_dps(), by=owner)
            whole = Draft.of(empty)
            missing = whole.missing()

        keys = {section.key for section in whole.sections} | {asks.DOCUMENTS}
        assert {each.section for each in missing} == keys
        assert {whole.status_of(key, missing) for key in keys} == {"not started"}

    def test_guards_the_verb(self, acting):
        save(acting, "insurance", public="")

        with pytest.raises(NotAllowedNow, match="Answer “Public liability”"):
            actions.send(acting, by=acting.started_by, seen=Draft.of(acting).digest)
        assert not Submission.objects.exists()

    def test_asks_the_date_and_self_cleaning_of_each_ground(self, acting):
        save(acting, asks.EXCLUSION, mandatory=["bribery"], discretionary=["insolvency"])

        keys = [each.key for each in Draft.of(acting).missing()]
        assert keys == [
            "bribery_on",
            "bribery_self_cleaning",
            "insolvency_on",
            "insolvency_self_cleaning",
        ]

    @pytest.mark.parametrize(
        ("ground", "until"), [("bribery", "28 February 2029"), ("insolvency", "28 February 2027")]
    )
    def test_a_ground_is_no_dead_end_and_looks_back_as_the_law_says(self, acting, ground, until):
        kind = "mandatory" if ground == "bribery" else "discretionary"
        given = {kind: [ground], f"{ground}_on": "2024-02-29"}
        save(acting, asks.EXCLUSION, **given, **{f"{ground}_self_cleaning": "We paid it back."})

        actions.send(acting, by=acting.started_by, seen=Draft.of(acting).digest)

        content = acting.version().content.read()
        part = next(one for one in content.sections if one.key == "exclusion")
        shown = part.shown(LookBacks.of(acting))
        assert shown == Draft.of(acting).shown(asks.FIXED[1])
        *asked, answer = shown
        assert {each.key: each.words for each in asked}[kind].startswith(ground.capitalize())
        assert answer.ground.key == ground
        assert answer.words == (
            f"It was on 29 February 2024. The look-back ends on {until}. "
            "Self-cleaning: We paid it back."
        )

    def test_names_an_expired_document(self, acting):
        later = datetime.date(2028, 1, 1)

        words = [each.words for each in Draft.of(acting, today=later).missing()]

        assert words == ["Replace insurance-certificates.pdf: it has expired"]


class TestSaving:
    def test_counts_revisions_and_keeps_who_saved(self, acting):
        editor = ProviderMemberFactory(provider=acting.provider, role=ProviderRole.EDITOR).user

        section = save(acting, "insurance", by=editor, public="9000000")

        assert (section.revision, section.saved_by) == (2, editor)
        assert section.answers["employers"] == "10000000"

    def test_tells_the_second_of_two_editors_and_loses_nothing(self, acting):
        opened_by_both = acting.sections.get(key="quality-11").revision
        save(acting, "quality-11", text="The first editor’s.")

        with pytest.raises(actions.EditedMeanwhile) as caught:
            save(acting, "quality-11", revision=opened_by_both, text="The second editor’s.")

        assert caught.value.section.answers["text"] == "The first editor’s."
        assert acting.sections.get(key="quality-11").answers["text"] == "The first editor’s."

    def test_is_content_when_both_say_the_same(self, acting):
        revision = acting.sections.get(key="insurance").revision
        save(acting, "insurance", public="9")

        save(acting, "insurance", revision=revision, public="9")

    def test_keeps_the_day_of_what_did_not_change(self, acting):
        section = acting.sections.get(key="insurance")
        section.answered = {
            key: how | {"on": "2026-01-05"} for key, how in section.answered.items()
        }
        section.save()

        section = save(acting, "insurance", public="9", employers="10000000")

        assert section.answered["employers"]["on"] == "2026-01-05"
        assert section.answered["public"]["on"] != "2026-01-05"

    def test_holds_what_the_register_says(self, acting):
        school = acting.provider.schools.get()

        facts = acting.sections.get(key=asks.SCHOOLS).answers["facts"]

        assert facts[str(school.urn)]["Ages"] == "5 to 16"

    @pytest.mark.parametrize("status", ["withdrawn", "evaluated"])
    def test_is_refused_with_a_sentence_when_it_is_too_late(self, acting, monkeypatch, status):
        monkeypatch.setattr(Application, "lock", lambda self: setattr(self, "status", status))

        with pytest.raises(NotAllowedNow, match=r"withdrawn|evaluation has begun"):
            save(acting, "insurance", public="1")


class TestSending:
    def test_freezes_what_others_read(self, acting):
        actions.send(acting, by=acting.started_by, seen=Draft.of(acting).digest)

        content = acting.version().content.content
        school = acting.provider.schools.get()
        assert content["lots"] == [1]
        assert content["schools"][0] | {"facts": None} == {
            "urn": school.urn,
            "name": school.name,
            "needs": ["ASD"],
            "places": 6,
            "facts": None,
        }
        assert [one["key"] for one in content["quality"]] == ["11", "12", "13", "14", "15", "16"]
        assert {one["key"] for one in content["sections"]} == {
            "supplier", "exclusion", "accounts", "insurance", "safeguarding", "standing",
            "declaration",
        }  # fmt: skip
        assert {one["kind"] for one in content["evidence"]} == {
            kind.key for kind in asks.DOCUMENT_KINDS if kind.is_required
        }

    def test_twice_is_one_receipt_and_one_email(self, acting):
        first = actions.send(acting, by=acting.started_by, seen=Draft.of(acting).digest)
        emails = OutboxMessage.objects.count()

        again = actions.send(acting, by=acting.started_by, seen=Draft.of(acting).digest)

        assert (again.pk, again.receipt) == (first.pk, first.receipt)
        assert OutboxMessage.objects.count() == emails == 1

    def test_tells_who_submitted_and_the_owners_and_nobody_else(self, acting):
        second = ProviderMemberFactory(provider=acting.provider).user
        ProviderMemberFactory(provider=acting.provider, role=ProviderRole.VIEWER)

        actions.send(acting, by=acting.started_by, seen=Draft.of(acting).digest)

        to = [message.payload["to"] for message in OutboxMessage.objects.all()]
        assert sorted(to) == sorted([[acting.started_by.email], [second.email]])
        body = OutboxMessage.objects.first().payload["body"]
        assert acting.version().digest in body
        assert Evidence.objects.first().file.sha256 in body
        assert Evidence.objects.first().name not in body

    def test_replaces_until_it_is_opened_and_keeps_the_earlier_version(self, acting):
        actions.send(acting, by=acting.started_by, seen=Draft.of(acting).digest)
        save(acting, "quality-11", text="A better answer.")

        second = actions.send(acting, by=acting.started_by, seen=Draft.of(acting).digest)

        assert second.number == 2
        assert [one.number for one in acting.submissions.order_by("number")] == [1, 2]
        earlier = acting.submissions.get(number=1).content.read()
        assert earlier.answer_to(11) != "A better answer."

    def test_between_rounds_says_that_it_is_queued_and_by_when_it_is_decided(self, acting):
        RoundFactory(planned=True, number=7)

        actions.send(acting, by=acting.started_by, seen=Draft.of(acting).digest)

        body = OutboxMessage.objects.get().payload["body"]
        assert "is queued for round 7" in body
        assert "We decide by" in body
        assert "10 working days from receipt: Public Contracts Regulations 2015" in body

    def test_writes_nothing_sealed_on_the_ledger(self, acting):
        save(acting, "quality-11", text="Our secret plans.")
        actions.send(acting, by=acting.started_by, seen=Draft.of(acting).digest)

        for event in AuditEvent.objects.all():
            assert "secret" not in f"{event.given} {event.before} {event.after}"
            assert "insurance-certificates" not in f"{event.target_name} {event.given}"
        assert set(StoredFile.objects.values_list("name", flat=True)) == {"document.pdf"}


class TestWithdrawing:
    def test_tells_the_owners_and_leaves_what_was_submitted(self, acting):
        actions.send(acting, by=acting.started_by, seen=Draft.of(acting).digest)

        actions.withdraw(acting, by=acting.started_by)

        assert acting.status == "withdrawn"
        assert acting.submissions.count() == 1
        assert "is withdrawn" in OutboxMessage.objects.last().payload["subject"]
        with pytest.raises(NotAllowedNow, match="Begin a new one"):
            actions.send(acting, by=acting.started_by, seen=Draft.of(acting).digest)


class TestDocuments:
    def test_are_never_scanned_while_somebody_waits(self, acting, silent_clamd):
        file = SimpleUploadedFile("policy.pdf", pdf())
        file.kind = PDF

        kept = actions.add_evidence(acting, by=acting.started_by, kind="other", file=file)

        assert kept.file.is_being_checked
        assert silent_clamd.calls == 0

    def test_are_so_many_and_no_more_but_for_the_replaced(self, acting, monkeypatch):
        monkeypatch.setattr(permissions, "MOST_DOCUMENTS", acting.evidence.count())
        file = SimpleUploadedFile("policy.pdf", pdf())
        file.kind = PDF
        already = StoredFile.objects.count()

        with pytest.raises(NotAllowedNow, match="reached the limit"):
            actions.add_evidence(acting, by=acting.started_by, kind="other", file=file)

        assert StoredFile.objects.count() == already
        RefusedFile.objects.create(
            provider=acting.provider,
            application=acting,
            evidence=acting.evidence.first(),
            due_on=timezone.localdate(),
        )
        assert permissions.why_not_add_document(acting) == ""

    def test_refused_ones_stand_in_the_way(self, acting):
        document = acting.evidence.kept().first()
        StoredFile.objects.filter(pk=document.file_id).update(
            state="refused", refusal="This file is broken", checked_at=timezone.now()
        )

        words = [each.words for each in Draft.of(acting).missing()]

        assert words == [f"Replace {document.name}: this file is broken"]

    def test_removed_ones_stay_in_the_version_that_had_them(self, acting):
        actions.send(acting, by=acting.started_by, seen=Draft.of(acting).digest)
        document = acting.evidence.kept().first()

        actions.remove_evidence(acting, document, by=acting.started_by)

        frozen = acting.version().content.content["evidence"]
        assert document.pk in {one["id"] for one in frozen}
        assert any(each.section == asks.DOCUMENTS for each in Draft.of(acting).missing())


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
