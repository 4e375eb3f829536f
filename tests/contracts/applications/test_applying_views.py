"""The pages of applicants, and of those who answer them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from contracts.applications import actions, permissions, sealing
from contracts.models import Clarification, Evidence, Submission
from nmiss.base.accounts.models import Role
from nmiss.base.core.models import AuditEvent
from providers.models import ProviderRole
from tests import standing
from tests.factories.accounts import UserFactory
from tests.factories.applying import applicant, filled
from tests.factories.contracts import RoundFactory, opened, the_dps
from tests.factories.joining import words_of_pdf
from tests.factories.providers import ProviderMemberFactory, SchoolFactory
from tests.files.uploads import pdf
from tests.seen import seen
from tests.tokens import read_and_send

pytestmark = pytest.mark.django_db


def address(name, *arguments):
    return reverse(f"contracts:{name}", args=arguments)


def words(page):
    return " ".join(page.content.decode().split())


def to_do(client):
    """Where the home page leads."""
    return seen(client.get(reverse("home:home"))).addresses


def asks_to(client, what):
    """Whether a link of the home page begins with these words."""
    return any(name.startswith(what) for name in seen(client.get(reverse("home:home"))).links)


a_draft = standing.once(filled)


@pytest.fixture
def draft(a_draft):
    return a_draft()


@pytest.fixture
def as_owner(client, draft):
    client.force_login(draft.started_by)
    return client


class TestApply:
    def test_says_which_round_it_would_join(self, client):
        _, owner = applicant()
        RoundFactory(planned=True, number=9)
        client.force_login(owner)

        assert "round 9" in words(client.get(address("apply")))

    def test_has_somebody_with_two_providers_choose(self, client):
        first, owner = applicant()
        second, _ = applicant()
        ProviderMemberFactory(provider=second, user=owner)
        client.force_login(owner)

        buttons = seen(client.get(address("apply"))).buttons

        assert {f"Start an application for {one}" for one in (first, second)} <= set(buttons)

    def test_does_not_let_a_viewer_start(self, client):
        provider, _ = applicant()
        viewer = ProviderMemberFactory(provider=provider, role=ProviderRole.VIEWER).user
        client.force_login(viewer)

        assert seen(client.get(address("apply"))).buttons == []


class TestSection:
    def test_keeps_too_long_an_answer_in_the_form_and_counts_it(self, as_owner, draft):
        long = "word " * 10_001

        page = as_owner.post(
            address("application_section", draft.pk, "quality-11"), {"text": long, "revision": 1}
        )

        (why,) = seen(page).wrong.values()
        assert "10,001" in why
        assert "500" in why
        assert seen(page).main.all("textarea")[0].words == long.strip()
        with sealing.acting_for(draft.started_by):
            assert "word word" not in draft.sections.get(key="quality-11").answers["text"]

    def test_shows_both_texts_to_the_second_editor(self, as_owner, draft):
        there = address("application_section", draft.pk, "quality-11")
        as_owner.post(there, {"text": "The first text.", "revision": 1})

        page = as_owner.post(there, {"text": "The second text.", "revision": 1})

        shown = seen(page).main.words
        assert all(text in shown for text in ("The first text.", "The second text."))
        again = as_owner.post(
            there, {"text": "Both texts.", "revision": page.context_data["form"].data["revision"]}
        )
        assert again.status_code == 302

    @pytest.mark.parametrize("of_another", [True, False])
    def test_takes_a_school_by_its_number(self, as_owner, draft, of_another):
        provider = applicant()[0] if of_another else None
        school = SchoolFactory(provider=provider)

        page = as_owner.post(
            address("application_section", draft.pk, "schools"),
            {"another_urn": school.urn, "revision": 1},
        )

        if of_another:
            assert len(seen(page).wrong) == 1
        else:
            with sealing.acting_for(draft.started_by):
                assert str(school.urn) in draft.sections.get(key="schools").answers["schools"]

    def test_has_no_page_for_what_is_no_section(self, as_owner, draft):
        assert as_owner.get(address("application_section", draft.pk, "fees")).status_code == 404

    def test_is_read_by_a_viewer(self, client, draft):
        viewer = ProviderMemberFactory(provider=draft.provider, role=ProviderRole.VIEWER).user
        client.force_login(viewer)
        there = address("application_section", draft.pk, "insurance")

        page = client.get(there)

        assert "Weald Mutual" in seen(page).main.words
        assert seen(page).buttons == []
        assert client.post(there, {}).status_code == 403

    def test_is_not_there_for_another_provider(self, client, draft):
        client.force_login(applicant()[1])

        for name in ("application_tasks", "application_documents", "application_check"):
            assert client.get(address(name, draft.pk)).status_code == 404


class TestAnOpenedApplication:
    def test_says_everywhere_that_the_council_has_the_earlier_version(self, client):
        draft = filled(submit=True)
        viewer = ProviderMemberFactory(provider=draft.provider, role=ProviderRole.VIEWER).user
        again = f"Submit application {draft.reference} again"

        client.force_login(draft.started_by)
        assert not asks_to(client, again)
        with sealing.acting_for(draft.started_by):
            answers = {"employers": "11000000"}
            actions.save_section(
                draft, "insurance", by=draft.started_by, revision=1, answers=answers
            )
        assert asks_to(client, again)
        assert "counted from this version" in words(
            client.get(address("application_declare", draft.pk))
        )
        client.force_login(viewer)
        shown = words(client.get(address("application_tasks", draft.pk)))
        assert "The council has version 1 until an owner submits again" in shown

    def test_is_changed_no_more(self, client):
        application = opened()
        client.force_login(application.started_by)

        page = client.post(
            address("application_section", application.pk, "insurance"), {"public": "1"}
        )

        assert page.status_code == 409


class TestDocuments:
    def test_says_that_there_are_as_many_as_there_can_be(self, as_owner, draft, monkeypatch):
        monkeypatch.setattr(permissions, "MOST_DOCUMENTS", 1)

        page = seen(as_owner.get(address("application_documents", draft.pk)))

        assert "This one has reached the limit" in page.main.words
        assert "Add this document" not in page.buttons

    @pytest.mark.parametrize(
        ("name", "content", "because"),
        [
            ("policy.pdf", b"", "empty"),
            ("policy.exe", b"MZ", "program"),
            ("policy.pdf", b"MZ\x90\0" + bytes(99), "PDF"),
            ("policy.pdf", pdf() + bytes(21 << 20), "20 MB"),
        ],
    )
    def test_that_are_not_what_they_seem_are_refused(self, as_owner, draft, name, content, because):
        with sealing.acting_for(draft.started_by):
            before = Evidence.objects.count()

        page = as_owner.post(
            address("application_documents", draft.pk),
            {"kind": "other", "file": SimpleUploadedFile(name, content)},
        )

        assert because in seen(page).wrong["Which file?"]
        with sealing.acting_for(draft.started_by):
            assert Evidence.objects.count() == before

    def test_with_a_last_day_ask_for_it(self, as_owner, draft):
        page = as_owner.post(
            address("application_documents", draft.pk),
            {"kind": "ico_certificate", "file": SimpleUploadedFile("ico.pdf", pdf())},
        )

        assert len(seen(page).wrong) == 1

    def test_come_back_under_their_own_name(self, as_owner, draft):
        with sealing.acting_for(draft.started_by):
            document = draft.evidence.kept().first()

        answer = as_owner.get(address("evidence_file", draft.pk, document.pk))

        assert document.name in answer["Content-Disposition"]
        assert b"".join(answer.streaming_content).startswith(b"%PDF")


class TestDeclare:
    def test_twice_leads_to_one_receipt(self, as_owner, draft):
        there = address("application_declare", draft.pk)

        first = read_and_send(as_owner, there, {"declared": ["0", "1", "2"]})
        again = read_and_send(as_owner, there, {"declared": ["0", "1", "2"]})

        assert first["Location"] == again["Location"]
        assert Submission.objects.count() == 1

    def test_needs_each_statement(self, as_owner, draft):
        page = as_owner.post(address("application_declare", draft.pk), {"declared": ["0"]})

        assert len(seen(page).wrong) == 1
        assert not Submission.objects.exists()

    def test_shows_editors_who_must(self, client, draft):
        editor = ProviderMemberFactory(provider=draft.provider, role=ProviderRole.EDITOR).user
        client.force_login(editor)

        page = seen(client.get(address("application_check", draft.pk)))

        assert str(draft.started_by) in page.main.words
        assert address("application_declare", draft.pk) not in page.addresses
        assert client.get(address("application_declare", draft.pk)).status_code == 403

    def test_receipt_is_downloaded(self, as_owner, draft):
        read_and_send(
            as_owner, address("application_declare", draft.pk), {"declared": ["0", "1", "2"]}
        )
        submission = Submission.objects.get()

        text = words_of_pdf(as_owner.get(address("application_receipt_file", draft.pk, 1)).content)

        assert submission.receipt in text
        assert submission.digest in text
        assert "UTC" in text
        assert "London time" in text
        assert "insurance-certificates.pdf" in text


class TestHome:
    def test_names_the_draft_until_it_is_submitted(self, as_owner, draft):
        assert asks_to(as_owner, "Continue your application")

        read_and_send(
            as_owner, address("application_declare", draft.pk), {"declared": ["0", "1", "2"]}
        )

        assert not asks_to(as_owner, "Continue your application")

    def test_names_a_question_that_waits(self, client):
        provider, owner = applicant()
        question = Clarification.ask(provider, RoundFactory().vehicle, by=owner, question="May we?")
        client.force_login(UserFactory(role=Role.MANAGER))

        assert address("clarification_answer", question.pk) in to_do(client)


class TestTheLedger:
    def test_holds_no_question_and_no_answer(self):
        provider, owner = applicant()
        Clarification.ask(provider, the_dps(), by=owner, question="A secret?")

        assert not any(
            "secret" in f"{one.given}{one.target_name}" for one in AuditEvent.objects.all()
        )
