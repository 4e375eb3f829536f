"""The pages on which the council sees what it was sent: the list, one, its content, its files."""

import datetime
import logging

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from contracts.applications import sealing
from contracts.applications.clocks import decide_by
from contracts.applications.submitting import submit
from contracts.evaluation import obstacles, opening
from contracts.models import (
    EarlyEvaluation,
    Evidence,
    Opening,
)
from nmiss.base.accounts.models import Role
from nmiss.base.core.models import AuditEvent
from nmiss.base.files.models import StoredFile
from tests.contracts.evaluation.pages import page, words
from tests.factories.accounts import UserFactory
from tests.factories.contracts import ApplicationFactory, RoundFactory, opened, received
from tests.factories.evaluating import (
    CONTENT,
    an_evaluator,
    assigned,
    checked,
    score_all,
)

pytestmark = pytest.mark.django_db


class TestApplicationList:
    def test_shows_what_was_received_and_no_draft(self, sign_in):
        application = received()
        ApplicationFactory(vehicle=application.vehicle)

        answer = page(sign_in(UserFactory()), "application_list")

        assert [one.pk for one in answer.context_data["page"]] == [application.pk]

    def test_is_narrowed_by_status_and_round(self, sign_in):
        RoundFactory()
        application = received()
        other = opened()
        client = sign_in(UserFactory())

        by_status = page(client, "application_list", query={"status": "evaluated"})
        by_round = page(client, "application_list", query={"round": application.round_id})

        assert [one.pk for one in by_status.context_data["page"]] == [other.pk]
        assert len(by_round.context_data["page"]) == 2

    def test_can_be_taken_away(self, sign_in):
        application = received()

        answer = sign_in(UserFactory()).get(reverse("files:listing_csv", args=["applications"]))

        assert application.reference in b"".join(answer.streaming_content).decode()

    def test_asks_no_more_for_more(self, sign_in):
        RoundFactory()
        client = sign_in(UserFactory())
        received()
        page(client, "application_list")
        with CaptureQueriesContext(connection) as few:
            page(client, "application_list")
        for _ in range(3):
            received()
        with CaptureQueriesContext(connection) as many:
            page(client, "application_list")

        assert len(many) == len(few)


class TestApplicationDetail:
    def test_a_sealed_one_is_existence_alone(self, sign_in):
        RoundFactory()
        application = received({"lots": [1], "secret": "our plans"})

        answer = page(sign_in(UserFactory()), "application_detail", application.pk)

        assert application.provider.name in words(answer)
        assert "reg 34(16)" in words(answer)
        assert "our plans" not in words(answer)
        assert [(step.name, step.may) for step in answer.context_data["steps"]] == [
            ("application_declare_interest", True),
            ("application_open", False),
        ]

    def test_both_clocks_are_shown_and_which_binds(self, sign_in):
        RoundFactory(evaluation_ends_on=datetime.date(2027, 1, 15))
        application = received()

        answer = page(sign_in(UserFactory()), "application_detail", application.pk)

        statutory, round_s = answer.context_data["clocks"]
        assert statutory.on == decide_by(application)
        assert statutory.source.endswith("This deadline applies.")
        assert (round_s.on, round_s.source.endswith("This deadline applies.")) == (
            datetime.date(2027, 1, 15),
            False,
        )

    def test_a_conflict_leaves_existence(self, sign_in):
        application = checked()
        officer = UserFactory()
        opening.declare(application, by=officer, has_conflict=True, details="My cousin.")

        answer = page(sign_in(officer), "application_detail", application.pk)

        assert "We looked at it." not in words(answer)
        assert "but not read it" in words(answer)
        assert answer.context_data["steps"] == []

    def test_what_comes_next_can_be_done_from_here(self, sign_in):
        application = assigned()
        evaluator = application.assignments.first().evaluator
        client = sign_in(evaluator)
        steps = page(client, "application_detail", application.pk).context_data["steps"]
        assert [step.words for step in steps if step.may][:3] == [
            "Check: Debarment list",
            "Score question 11",
            "Assign evaluators",
        ]

        score_all(application, questions=[11])
        steps = page(client, "application_detail", application.pk).context_data["steps"]

        assert [step.words for step in steps][1:3] == [
            "Score question 12",
            "Agree the score of question 11",
        ]
        assert client.get(steps[2].link).status_code == 200

    def test_what_happened_names_checks_and_questions(self, sign_in):
        application = assigned()
        score_all(application, questions=[11, 12])

        answer = page(sign_in(UserFactory()), "application_detail", application.pk)

        said = [each.parts for each in answer.context_data["happened"] if each.parts]
        assert said[-1] == ("Complete", "Exclusion grounds", "Selection questions")
        assert {part for parts in said[:-1] for part in parts} == {"question 11", "question 12"}

    def test_does_not_exist_as_a_draft(self, sign_in):
        answer = page(sign_in(UserFactory()), "application_detail", ApplicationFactory().pk)

        assert answer.status_code == 404


class TestApplicationContent:
    @pytest.mark.parametrize("name", ["application_content", "application_report"])
    @pytest.mark.parametrize("role", [Role.OFFICER, Role.MANAGER, Role.AUDITOR])
    def test_asking_for_a_sealed_one_is_an_event_of_security(self, sign_in, caplog, role, name):
        application, person = received({"secret": "our plans"}), UserFactory(role=role)

        with caplog.at_level(logging.WARNING, logger="nmiss.security"):
            answer = page(sign_in(person), name, application.pk)

        assert answer.status_code == 403
        assert "It is sealed" in words(answer)
        assert "our plans" not in words(answer) + caplog.text
        assert AuditEvent.objects.get(verb="try_to_read_sealed").actor_id == person.pk
        assert caplog.records[0].name == "nmiss.security"

    def test_auditors_see_the_attempt(self, sign_in):
        page(sign_in(UserFactory(name="Curious")), "application_content", received().pk)

        answer = sign_in(UserFactory(role=Role.AUDITOR)).get(reverse("home:audit_list"))

        (attempt,) = [each for each in answer.context["page"] if each.actor_name == "Curious"]
        assert attempt.deed.startswith("was refused the sealed content of")

    def test_is_for_people_who_declared_no_conflict(self, sign_in):
        application = opened(CONTENT)

        answer = page(sign_in(an_evaluator(application)), "application_content", application.pk)

        assert "Our answer to 11." in words(answer)
        assert "Ash Grove School (URN 900001)" in words(answer)
        (ground,) = answer.context_data["content"].grounds
        assert (ground.until, ground.ground.is_mandatory) == (datetime.date(2024, 3, 1), True)

    def test_not_for_who_has_declared_nothing(self, sign_in):
        application = opened(CONTENT)

        answer = page(sign_in(UserFactory()), "application_content", application.pk)

        assert answer.status_code == 403
        assert "declares first" in words(answer)
        assert not AuditEvent.objects.filter(verb="try_to_read_sealed").exists()

    def test_auditors_read_without_declaring(self, sign_in):
        auditor = UserFactory(role=Role.AUDITOR)

        answer = page(sign_in(auditor), "application_content", opened(CONTENT).pk)

        assert answer.status_code == 200

    def test_a_conflict_hides_it(self, sign_in):
        application, person = opened(CONTENT), UserFactory()
        opening.declare(application, by=person, has_conflict=True, details="My cousin.")

        answer = page(sign_in(person), "application_content", application.pk)

        assert answer.status_code == 403
        assert "You declared a conflict" in words(answer)


class TestApplicationEvidence:
    @pytest.fixture
    def application(self):
        """With a certificate in its frozen content."""
        draft = ApplicationFactory()
        person = draft.started_by
        with sealing.acting_for(person):
            file = StoredFile.keep_made(
                b"%PDF-1.7", name="document.pdf", content_type="application/pdf", by=person
            )
            evidence = Evidence.objects.create(
                application=draft, kind="insurance", file=file, name="ours.pdf", added_by=person
            )
            document = {
                "id": evidence.pk,
                "kind": "insurance",
                "title": "Certificate",
                "name": "ours.pdf",
                "sha256": file.sha256,
                "size": 8,
                "expires_on": "2027-03-31",
            }
            submit(draft, by=person, content=CONTENT | {"evidence": [document]})
        EarlyEvaluation.decide(draft, by=UserFactory(), reason="It would go red.")
        return draft

    def evidence_of(self, application):
        with sealing.acting_for(application.started_by):
            return Evidence.objects.get().pk

    def open(self, application):
        for _ in range(2):
            Opening.add(application, by=an_evaluator(application))

    def test_is_sealed_with_the_rest(self, sign_in, application):
        number = self.evidence_of(application)

        answer = page(sign_in(UserFactory()), "application_evidence", application.pk, number)

        assert answer.status_code == 403
        assert AuditEvent.objects.filter(verb="try_to_read_sealed").exists()

    def test_leaves_under_its_own_name_once_opened(self, sign_in, application):
        self.open(application)
        client = sign_in(an_evaluator(application))

        answer = page(client, "application_evidence", application.pk, self.evidence_of(application))

        assert b"".join(answer.streaming_content) == b"%PDF-1.7"
        assert 'filename="ours.pdf"' in answer["Content-Disposition"]

    def test_does_not_open_before_the_check(self, sign_in, application):
        self.open(application)
        StoredFile.objects.update(state="waiting", looked_at=None, checked_at=None)
        client = sign_in(an_evaluator(application))

        answer = page(client, "application_evidence", application.pk, self.evidence_of(application))
        content = page(client, "application_content", application.pk)

        assert answer.status_code == 404
        assert "Being checked" in words(content)
        assert "Wait for the check of ours.pdf" in str(obstacles.missing(application))

    def test_says_that_it_is_infected(self, sign_in, application):
        self.open(application)
        StoredFile.objects.update(state="infected", found="Eicar")

        content = page(sign_in(an_evaluator(application)), "application_content", application.pk)

        assert "The virus scanner found something harmful" in words(content)
        assert "Wait for a replacement of ours.pdf: the file was refused." in str(
            obstacles.missing(application)
        )

    def test_anothers_is_not_found(self, sign_in, application):
        self.open(application)
        other = opened(CONTENT)

        answer = page(
            sign_in(an_evaluator(other)),
            "application_evidence",
            other.pk,
            self.evidence_of(application),
        )

        assert answer.status_code == 404
