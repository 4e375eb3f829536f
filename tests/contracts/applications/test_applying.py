"""Drafts, sections, submissions: as the applicant's verbs have them."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from contracts.applications import actions, permissions, sealing
from contracts.applications import questionnaire as asks
from contracts.applications.drafts import Draft
from contracts.applications.exclusion import LookBacks
from contracts.models import Application, Evidence, RefusedFile, Submission
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent, OutboxMessage
from nmiss.base.files.kinds import PDF
from nmiss.base.files.models import StoredFile
from providers.models import ProviderRole
from tests import standing
from tests.factories.applying import applicant, filled
from tests.factories.contracts import RoundFactory, the_dps
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
            f"It was on 29 February 2024. It counts until {until}. Self-cleaning: We paid it back."
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
