"""Pages of clarification questions and of evidence that is asked for."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from contracts.applications import asking
from contracts.models import Clarification, ConflictDeclaration
from nmiss.base.accounts.models import Role
from nmiss.base.core.models import OutboxMessage
from tests.factories.accounts import UserFactory
from tests.factories.applying import applicant, filled
from tests.factories.contracts import RoundFactory, opened, the_dps
from tests.files.checking import check_files
from tests.files.uploads import pdf
from tests.seen import seen

pytestmark = pytest.mark.django_db


def address(name, *arguments):
    return reverse(f"contracts:{name}", args=arguments)


def words(page):
    return " ".join(page.content.decode().split())


def to_do(client):
    """Where the home page leads."""
    return seen(client.get(reverse("home:home"))).addresses


class TestClarifications:
    @pytest.fixture
    def question(self):
        provider, owner = applicant(name="Hazel Trust")
        return Clarification.ask(provider, the_dps(), by=owner, question="May we?")

    def test_wait_privately(self, client, question):
        client.force_login(applicant()[1])

        assert "May we?" not in words(client.get(address("clarifications")))
        client.force_login(question.asked_by)
        assert "May we?" in words(client.get(address("clarifications")))

    @pytest.mark.parametrize("role", [Role.OFFICER, Role.MANAGER, Role.AUDITOR])
    def test_show_the_council_what_is_asked_and_not_who(self, client, question, role):
        client.force_login(UserFactory(role=role))
        pages = [client.get(address("clarifications"))]
        if role != Role.AUDITOR:
            pages.append(client.get(address("clarification_answer", question.pk)))

        for page in pages:
            assert "May we?" in words(page)
            assert "Hazel Trust" not in words(page)
            assert str(question.asked_by) not in words(page)

    def test_are_answered_to_all_without_the_asker(self, client, question):
        other = filled().started_by
        client.force_login(UserFactory(role=Role.OFFICER))

        client.post(
            address("clarification_answer", question.pk),
            {"published_question": "May one?", "answer": "Yes."},
        )

        client.force_login(other)
        page = words(client.get(address("clarifications")))
        assert "May one?" in page
        assert "Hazel Trust" not in page
        emails = [one.payload for one in OutboxMessage.objects.all()]
        assert [other.email] in [one["to"] for one in emails]
        assert not any("Hazel Trust" in one["body"] for one in emails)

    def test_go_to_the_next_round_after_the_deadline(self):
        past = RoundFactory(clarifications_close_at="2026-01-05T12:00Z")
        later = RoundFactory(planned=True)
        provider, owner = applicant()

        question = Clarification.ask(provider, past.vehicle, by=owner, question="And now?")

        assert question.round == later

    def test_are_refused_where_every_deadline_is_over(self, client):
        RoundFactory(clarifications_close_at="2026-01-05T12:00Z")
        _, owner = applicant()
        client.force_login(owner)

        page = client.post(address("clarification_ask", the_dps().pk), {"question": "And now?"})

        assert seen(page).wrong
        assert "And now?" in seen(page).main.words
        assert not Clarification.objects.exists()


class TestEvidenceRequests:
    @pytest.fixture
    def application(self):
        self.officer = UserFactory(role=Role.OFFICER)
        return opened(officers=[self.officer, UserFactory(role=Role.OFFICER)])

    def test_go_to_the_applicant_and_back(self, client, application):
        client.force_login(self.officer)
        client.post(
            address("evidence_request_new", application.pk),
            {"question": "The whole policy.", "working_days": 5},
        )
        request = application.evidence_requests.get()
        assert OutboxMessage.objects.last().payload["to"] == [application.started_by.email]

        client.force_login(application.started_by)
        client.post(
            address("evidence_request_answer", application.pk, request.pk),
            {"answer": "Here it is.", "file": SimpleUploadedFile("policy.pdf", pdf())},
        )
        check_files()

        client.force_login(self.officer)
        page = words(client.get(address("evidence_request_detail", request.pk)))
        assert "Here it is." in page
        assert "policy.pdf" in page
        document = request.evidence.get()
        there = address("evidence_request_file", request.pk, document.pk)
        assert b"".join(client.get(there).streaming_content).startswith(b"%PDF")

    def test_are_closed_to_who_declared_nothing_or_a_conflict(self, client, application):
        request = asking.ask_for_evidence(
            application, by=self.officer, question="More.", working_days=5
        )
        another = UserFactory(role=Role.OFFICER)
        client.force_login(another)
        there = address("evidence_request_detail", request.pk)

        refused = client.get(there)
        assert refused.status_code == 403
        assert "Declare first that you have no conflict of interest" in refused.text
        ConflictDeclaration.declare(application, by=another, has_conflict=True, details="Kin.")
        assert client.get(there).status_code == 403

    def test_are_overdue_on_both_sides(self, client, application):
        request = asking.ask_for_evidence(
            application, by=self.officer, question="More.", working_days=5
        )
        request.due_on = "2026-01-05"
        request.save()

        client.force_login(self.officer)
        assert "Overdue" in words(client.get(address("evidence_requests")))
        assert address("evidence_request_detail", request.pk) in to_do(client)
        client.force_login(application.started_by)
        assert "Overdue" in words(client.get(address("application_tasks", application.pk)))
        there = address("evidence_request_answer", application.pk, request.pk)
        assert there in to_do(client)

    def test_are_not_for_a_sealed_application(self, client):
        sealed = filled(submit=True)
        client.force_login(UserFactory(role=Role.OFFICER))

        assert client.get(address("evidence_request_new", sealed.pk)).status_code == 403
