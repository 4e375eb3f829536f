"""The pages on which the council evaluates an application."""

import datetime
import hashlib
import logging
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from contracts.applications import sealing
from contracts.applications.clocks import decide_by
from contracts.applications.questionnaire import FIXED
from contracts.applications.submitting import submit
from contracts.evaluation import assigning, deciding, obstacles, opening
from contracts.membership import releasing
from contracts.models import (
    Application,
    Assignment,
    EarlyEvaluation,
    Evidence,
    Finding,
    FindingKind,
    ModeratedScore,
    Opening,
    Round,
    RoundStatus,
    Score,
    Status,
)
from nmiss.base.accounts.models import Role
from nmiss.base.core.models import AuditEvent
from nmiss.base.files.models import StoredFile
from tests.factories.accounts import UserFactory
from tests.factories.applying import filled
from tests.factories.contracts import ApplicationFactory, RoundFactory, opened, received
from tests.factories.evaluating import (
    AGREED,
    CONTENT,
    REASON,
    an_evaluator,
    assigned,
    checked,
    clear,
    diligent,
    recommended,
    score_all,
)
from tests.outbox import messages

pytestmark = pytest.mark.django_db


EVERY_ANSWER = [f"{each.key}: {one.key}" for each in FIXED for one in each.questions]
ANSWERS_OF = {
    FindingKind.EXCLUSION: ["exclusion: mandatory", "exclusion: discretionary"],
    FindingKind.DEBARMENT: ["supplier: name", "supplier: controllers"],
    FindingKind.REGISTER: ["standing: registered", "standing: section_41"],
    FindingKind.INSPECTION: [
        "standing: inspected_on",
        "standing: inspection",
        "standing: standards",
        "safeguarding: practice",
    ],
    FindingKind.ACCOUNTS: ["accounts: turnover", "accounts: going_concern"],
    FindingKind.INSURANCE: ["insurance: employers", "insurance: public", "insurance: raise"],
}


@pytest.fixture
def sign_in(client):
    def as_(person):
        client.force_login(person)
        return client

    return as_


def page(client, name, *args, query=None, **options):
    return client.get(reverse(f"contracts:{name}", args=args), query, **options)


def post(client, name, *args, **data):
    return client.post(reverse(f"contracts:{name}", args=args), data)


def words(response):
    return response.content.decode()


def text_of(response):
    """The page as it is read aloud."""
    return re.sub(r"\s+", " ", strip_tags(words(response).replace("<", " <")))


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
        assert statutory.source.endswith("It binds.")
        assert (round_s.on, round_s.source.endswith("It binds.")) == (
            datetime.date(2027, 1, 15),
            False,
        )

    def test_a_conflict_leaves_existence(self, sign_in):
        application = checked()
        officer = UserFactory()
        opening.declare(application, by=officer, has_conflict=True, details="My cousin.")

        answer = page(sign_in(officer), "application_detail", application.pk)

        assert "We looked at it." not in words(answer)
        assert "and no more" in words(answer)
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


class TestApplicationDeclareAndOpen:
    def test_two_officers_open_one_by_one(self, sign_in):
        RoundFactory(closed=True)
        application = received()
        EarlyEvaluation.decide(application, by=UserFactory(), reason="It would go red.")
        for _ in range(2):
            client = sign_in(UserFactory())
            undeclared = page(client, "application_open", application.pk)
            assert (undeclared.status_code, "Declare first" in words(undeclared)) == (409, True)
            post(client, "application_declare_interest", application.pk, conflict="no")
            assert page(client, "application_open", application.pk).status_code == 200
            post(client, "application_open", application.pk, **{"continue": ""})

        assert Application.objects.get().status == Status.EVALUATED

    def test_a_conflict_is_told_of(self, sign_in):
        client = sign_in(UserFactory())

        answer = post(client, "application_declare_interest", received().pk, conflict="yes")

        assert "Say what the interest is" in words(answer)

    def test_none_is_not_described(self, sign_in):
        client, application = sign_in(UserFactory()), received()

        answer = post(
            client,
            "application_declare_interest",
            application.pk,
            conflict="no",
            details="My cousin owns it.",
        )

        assert "You say that you have none, but describe one" in words(answer)
        assert "My cousin owns it." in words(answer)
        assert not application.conflicts.exists()

    @pytest.mark.parametrize(
        ("role", "shown"), [(Role.OFFICER, False), (Role.MANAGER, True), (Role.AUDITOR, True)]
    )
    def test_what_the_conflict_is_managers_and_auditors_read(self, sign_in, role, shown):
        application = opened(CONTENT)
        opening.declare(application, by=UserFactory(), has_conflict=True, details="My cousin.")

        answer = page(sign_in(UserFactory(role=role)), "application_detail", application.pk)

        assert ("My cousin." in words(answer)) is shown

    def test_who_has_a_conflict_is_left_no_step(self, sign_in):
        application, officer = opened(CONTENT), UserFactory()
        opening.declare(application, by=officer, has_conflict=True, details="My cousin.")
        client = sign_in(officer)

        answer = page(client, "application_detail", application.pk)

        assert "What you can do" not in words(answer)
        assert page(client, "application_prolong", application.pk).status_code == 403


class TestRoundOpenApplications:
    @pytest.fixture
    def round(self):
        """A round that closes with two applications in it."""
        round = RoundFactory()
        received(), received()
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE contracts_round DISABLE TRIGGER USER")
        Round.objects.update(
            status=RoundStatus.CLOSED, closes_at=timezone.now(), closed_at=timezone.now()
        )
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE contracts_round ENABLE TRIGGER USER")
        return round

    def test_the_second_officer_completes(self, sign_in, round):
        one, two = Application.objects.order_by("pk")
        for _ in range(2):
            client = sign_in(UserFactory())
            answer = post(
                client,
                "round_open_applications",
                round.pk,
                **{
                    f"conflict_{one.pk}": "no",
                    f"conflict_{two.pk}": "yes",
                    f"details_{two.pk}": "My cousin.",
                },
            )
            assert answer.status_code == 302

        assert [each.is_sealed for each in Application.objects.order_by("pk")] == [False, True]
        assert "nothing here for you to open" in words(
            page(client, "round_open_applications", round.pk)
        )

    def test_each_applicant_is_answered_for(self, sign_in, round):
        answer = post(sign_in(UserFactory()), "round_open_applications", round.pk)

        assert words(answer).count("Select whether you have a conflict of interest") >= 2

    def test_what_was_declared_is_not_asked_again(self, sign_in, round):
        one, two = Application.objects.order_by("pk")
        officer = UserFactory()
        clear(one, officer)
        client = sign_in(officer)

        shown = page(client, "round_open_applications", round.pk)
        assert list(shown.context_data["form"].fields) == [
            f"conflict_{two.pk}",
            f"details_{two.pk}",
        ]
        assert "You declared to have no conflict" in words(shown)
        answer = {f"conflict_{two.pk}": "no"}
        post(client, "round_open_applications", round.pk, **answer)

        assert [each.openings.count() for each in (one, two)] == [1, 1]

    def test_nobody_declares_by_an_empty_answer(self, sign_in, round):
        post(sign_in(UserFactory()), "round_open_applications", round.pk)

        assert not AuditEvent.objects.filter(verb="declare_interest").exists()


class TestApplicationFinding:
    @pytest.mark.parametrize("kind", ["completeness", "exclusion", "selection", "register"])
    def test_is_made_with_a_reason(self, sign_in, kind):
        application = opened(CONTENT)
        client = sign_in(an_evaluator(application))
        there = ("application_finding", application.pk, kind)

        assert "Enter the reason" in words(post(client, *there, passed="yes"))
        assert not Finding.objects.exists()
        post(client, *there, passed="no", reason="A page is missing.")

        finding = Finding.objects.get()
        assert (finding.kind, finding.passed) == (kind, False)

    def test_shows_the_grounds_beside(self, sign_in):
        application = opened(CONTENT)

        answer = page(
            sign_in(an_evaluator(application)), "application_finding", application.pk, "exclusion"
        )

        assert "We have a new board." in words(answer)
        assert "It counts until 1 March 2024" in words(answer)
        assert "reg 57(11)" in words(answer)

    def test_shows_the_register_beside(self, sign_in, take_schools):
        take_schools()
        application = opened(CONTENT)

        answer = page(
            sign_in(an_evaluator(application)), "application_finding", application.pk, "register"
        )

        (named,) = answer.context_data["schools"]
        assert named.entry.urn == 900001

    def test_says_where_another_runs_a_school(self, sign_in, take_schools):
        take_schools({"PropsName": "Oak Lane Education Limited"})
        application = opened(CONTENT)
        client = sign_in(an_evaluator(application))
        there = ("application_finding", application.pk, "register")

        assert f"Not the applicant, {application.provider.name}." in words(page(client, *there))
        application.provider.name = "Oak Lane Education Ltd."
        application.provider.save()
        assert "Not the applicant" not in words(page(client, *there))

    @pytest.mark.parametrize("kind", FindingKind)
    def test_shows_every_answer_that_it_is_about(self, sign_in, kind):
        sections = [
            {
                "key": each.key,
                "title": each.title,
                "answers": [
                    {"key": one.key, "question": one.words, "value": f"{each.key}: {one.key}"}
                    for one in each.questions
                ],
            }
            for each in FIXED
        ]
        application = opened(CONTENT | {"sections": sections})
        client = sign_in(an_evaluator(application))

        shown = words(page(client, "application_finding", application.pk, kind))

        assert [each for each in ANSWERS_OF.get(kind, EVERY_ANSWER) if each not in shown] == []

    def test_shows_that_the_applicant_answered_none_to_each_kind_of_ground(self, sign_in):
        application = opened(application=filled(submit=True))
        client = sign_in(an_evaluator(application))

        for kind in ("exclusion", "debarment", "completeness"):
            shown = text_of(page(client, "application_finding", application.pk, kind))
            asked = "Part 2: exclusion grounds Within the look-back, has the organisation"
            assert asked in shown, kind
            assert shown.count("None of these") == 2, kind
            assert "Grounds declared" not in shown

    @pytest.mark.parametrize("kind", FindingKind)
    def test_has_no_heading_without_something_under_it(self, sign_in, kind):
        sections = [{"key": each.key, "title": each.title, "answers": []} for each in FIXED]
        for content in (CONTENT | {"sections": sections}, CONTENT | {"sections": []}):
            application = opened(content)
            client = sign_in(an_evaluator(application))

            shown = words(page(client, "application_finding", application.pk, kind))

            part = shown[shown.index('id="application"') : shown.index("</main>")]
            assert not re.search(r"<dl[^>]*>\s*</dl>", part)
            assert not re.search(r"</h2>\s*(<h2|</div>|$)", part)

    def test_insurance_says_what_is_asked_for(self, sign_in):
        application = opened(CONTENT)
        client = sign_in(an_evaluator(application))

        shown = words(page(client, "application_finding", application.pk, "insurance"))

        assert "Public liability: We ask for £10 million." in shown

    def test_a_reason_says_something(self, sign_in):
        application = opened(CONTENT)
        client = sign_in(an_evaluator(application))
        there = ("application_finding", application.pk, "register")

        answer = post(client, *there, passed="no", reason="x")

        assert "Enter at least 10 characters: there are 1" in words(answer)
        assert not Finding.objects.exists()

    def test_of_no_kind_is_not_found(self, sign_in):
        application = opened(CONTENT)
        client = sign_in(an_evaluator(application))

        assert page(client, "application_finding", application.pk, "other").status_code == 404


class TestAssign:
    def test_previews_and_then_confirms(self, sign_in):
        application = checked()
        officer = an_evaluator(application)
        chosen = {"people": [officer.pk, UserFactory().pk], "each": 2}
        client = sign_in(officer)

        preview = page(client, "application_assign", application.pk, query=chosen)
        assert len(preview.context_data["made"].proposals) == 12
        assert not application.assignments.exists()
        post(client, "application_assign", application.pk, **chosen)

        assert application.assignments.count() == 12

    def test_two_at_least(self, sign_in):
        application = checked()
        officer = an_evaluator(application)
        query = {"people": [officer.pk], "each": 2}

        answer = page(sign_in(officer), "application_assign", application.pk, query=query)

        assert "Select at least two evaluators" in words(answer)

    def test_a_round_at_once(self, sign_in):
        round = RoundFactory()
        applications = [checked(), checked()]
        officer = UserFactory()
        opening.declare(applications[1], by=officer, has_conflict=True, details="My cousin.")
        undeclared = checked()
        clear(applications[0], officer)
        chosen = {"people": [UserFactory().pk, UserFactory().pk, officer.pk], "each": 2}

        client = sign_in(officer)
        shown = page(client, "round_assign", round.pk)
        assert f"Declare your interest in {undeclared.provider.name}" in words(shown)
        assert "A manager who scores an application cannot approve" in words(shown)
        post(client, "round_assign", round.pk, **chosen)

        counts = [one.assignments.count() for one in (*applications, undeclared)]
        assert counts == [12, 0, 0]

    def test_replaces_with_a_reason(self, sign_in):
        application = assigned()
        assignment, other = application.assignments.first(), UserFactory()
        client = sign_in(assignment.evaluator)

        assert "Enter why" in words(post(client, "assignment_replace", assignment.pk))
        post(client, "assignment_replace", assignment.pk, evaluator=other.pk, reason="She is ill.")

        assert application.assignments.of(other).count() == 1


class TestScoring:
    def test_goes_on_to_the_next_and_counts(self, sign_in):
        application = assigned()
        evaluator = application.assignments.first().evaluator
        client = sign_in(evaluator)
        first = page(client, "score_list").context_data["mine"].next.assignment

        shown = page(client, "question_score", application.pk, first.question.number)
        assert "Our answer to 11." in words(shown)
        assert "4 words" in words(shown)
        answer = post(
            client,
            "question_score",
            application.pk,
            first.question.number,
            score="7.5",
            rationale=REASON,
        )

        assert answer["Location"].endswith("/questions/12/score/")
        assert "1 of 6 done" in words(page(client, "score_list"))

    @pytest.mark.parametrize(
        ("score", "rationale", "error"),
        [
            ("", REASON, "Enter a score from 0 to 10"),
            ("10.01", REASON, "Enter a score from 0 to 10"),
            ("-1", REASON, "Enter a score from 0 to 10"),
            ("7.555", REASON, "Enter a score from 0 to 10"),
            ("seven", REASON, "Enter a score from 0 to 10"),
            ("7", "Good.", "Enter at least 40 characters: there are 5"),
            ("7", "", "Enter the reasons for this score"),
        ],
    )
    def test_says_what_is_wrong_and_loses_nothing(self, sign_in, score, rationale, error):
        application = assigned()
        client = sign_in(application.assignments.first().evaluator)

        answer = post(
            client, "question_score", application.pk, 11, score=score, rationale=rationale
        )

        assert error in words(answer)
        assert rationale in words(answer)
        assert not Score.objects.exists()

    def test_is_not_for_another(self, sign_in):
        application = assigned()
        client = sign_in(an_evaluator(application))

        assert page(client, "question_score", application.pk, 11).status_code == 404

    def test_a_conflict_keeps_its_evaluator_out(self, sign_in):
        application = assigned()
        evaluator = application.assignments.first().evaluator
        opening.declare(application, by=evaluator, has_conflict=True, details="My cousin.")

        answer = page(sign_in(evaluator), "question_score", application.pk, 11)

        assert answer.status_code == 403
        assert "You declared a conflict" in words(answer)

    @pytest.mark.parametrize("role", [Role.OFFICER, Role.MANAGER, Role.AUDITOR])
    @pytest.mark.parametrize("name", ["question_detail", "application_report_file"])
    def test_no_page_shows_a_score_before_the_last(self, sign_in, role, name):
        application = assigned()
        assignment = application.assignments.filter(question__number=11).first()
        Score.give(assignment, by=assignment.evaluator, score=5, rationale="Mine alone. " * 5)
        reader = sign_in(an_evaluator(application, role=role))
        args = (application.pk, 11)[: 2 if name == "question_detail" else 1]

        assert "Mine alone" not in words(page(reader, name, *args))
        score_all(application, questions=[11])
        assert "Mine alone" in words(page(reader, name, *args))


class TestNotNow:
    """Where the role is right and only the time is wrong, the page says so (409)."""

    def refused(self, client, name, *args):
        answer = page(client, name, *args)
        assert answer.status_code == 409
        assert "This cannot be done now" in words(answer)
        return words(answer)

    def test_scored_before_the_checks(self, sign_in):
        people = [UserFactory() for _ in range(2)]
        application = opened(CONTENT)
        clear(application, *people)
        assigning.assign(assigning.plan([application], people, each=2), by=people[0])
        client = sign_in(people[0])

        said = self.refused(client, "question_score", application.pk, 11)

        assert "You can score after the first checks" in said

    def test_scored_already(self, sign_in):
        application = assigned()
        client = sign_in(application.assignments.first().evaluator)
        score_all(application)

        said = self.refused(client, "question_score", application.pk, 11)

        assert "This question is scored already" in said

    def test_agreed_already(self, sign_in):
        application = diligent()
        client = sign_in(application.assignments.first().evaluator)

        for name in ("question_score", "question_moderate"):
            assert "is agreed" in self.refused(client, name, application.pk, 11)

    def test_opened_already(self, sign_in):
        application = opened(CONTENT)
        client = sign_in(application.openings.first().officer)

        assert "is open and being evaluated" in self.refused(
            client, "application_open", application.pk
        )

    @pytest.mark.parametrize(
        ("name", "args"),
        [
            ("application_finding", ["register"]),
            ("application_assign", []),
            ("application_recommend", []),
        ],
    )
    def test_recommended_already(self, sign_in, name, args):
        application = recommended()
        client = sign_in(application.openings.first().officer)

        assert "is recommended already" in self.refused(client, name, application.pk, *args)

    def test_not_recommended_yet(self, sign_in):
        application = diligent()
        client = sign_in(an_evaluator(application, role=Role.MANAGER))

        for name in ("application_approve", "application_send_back"):
            assert "being evaluated" in self.refused(client, name, application.pk)

    def test_told_already(self, sign_in):
        application = recommended()
        manager = an_evaluator(application, role=Role.MANAGER)
        deciding.approve(application, by=manager)
        releasing.tell_by_letter(application, by=manager, on=timezone.localdate(), starts_on=None)

        assert "was told already" in self.refused(
            sign_in(UserFactory()), "application_declare_interest", application.pk
        )


class TestModerate:
    def test_writes_down_what_was_agreed(self, sign_in):
        application = assigned()
        client = sign_in(an_evaluator(application))
        refused = page(client, "question_moderate", application.pk, 11)
        assert (refused.status_code, "two at least, have scored" in words(refused)) == (409, True)
        score_all(application, questions=[11])
        names = [str(one.evaluator) for one in application.assignments.filter(question__number=11)]

        shown = page(client, "question_moderate", application.pk, 11)
        assert shown.context_data["form"]["score"].value() is None
        post(
            client,
            "question_moderate",
            application.pk,
            11,
            score="6",
            reason=AGREED,
            present=names,
            others="Ada Lovelace",
        )

        agreed = ModeratedScore.objects.get()
        assert (agreed.score, agreed.present) == (6, [*names, "Ada Lovelace"])

    def test_is_not_one_person(self, sign_in):
        application = assigned()
        score_all(application, questions=[11])
        name = str(application.assignments.filter(question__number=11).first().evaluator)

        answer = post(
            sign_in(an_evaluator(application)),
            "question_moderate",
            application.pk,
            11,
            score="6",
            reason=AGREED,
            present=[name],
        )

        assert "Select two evaluators at least" in words(answer)

    def test_others_do_not_stand_in_for_evaluators(self, sign_in):
        application = assigned()
        score_all(application, questions=[11])
        name = str(application.assignments.filter(question__number=11).first().evaluator)

        answer = post(
            sign_in(an_evaluator(application)),
            "question_moderate",
            application.pk,
            11,
            score="6",
            reason="x",
            present=[name],
            others="Ada, Bob",
        )

        assert "Select two evaluators at least" in words(answer)
        assert "Enter at least 40 characters: there are 1" in words(answer)
        assert not ModeratedScore.objects.exists()


class TestRoundProgress:
    def test_says_who_owes_what(self, sign_in):
        round = RoundFactory()
        application = assigned()
        score_all(application, questions=[11])

        answer = page(sign_in(an_evaluator(application)), "round_progress", round.pk)

        (row,) = answer.context_data["rows"]
        assert [cell.words for cell in row.cells] == ["Ready to agree", *["0 of 2 scored"] * 5]
        assert "◕" in words(answer)

    def test_hides_what_one_has_a_conflict_with(self, sign_in):
        round = RoundFactory()
        application, person = assigned(), UserFactory()
        opening.declare(application, by=person, has_conflict=True, details="My cousin.")

        answer = page(sign_in(person), "round_progress", round.pk)

        assert "Hidden: you declared a conflict" in words(answer)

    def test_asks_no_more_for_more(self, sign_in):
        round = RoundFactory()
        client = sign_in(UserFactory())
        assigned()
        page(client, "round_progress", round.pk)
        with CaptureQueriesContext(connection) as few:
            page(client, "round_progress", round.pk)
        assigned(), assigned()
        with CaptureQueriesContext(connection) as many:
            answer = page(client, "round_progress", round.pk)

        assert len(answer.context_data["rows"]) == 3
        assert len(many) == len(few)

    def test_leads_an_evaluator_to_each_score_that_is_due_and_nobody_else(self, sign_in):
        round = RoundFactory()
        application = assigned()
        evaluator = application.assignments.first().evaluator
        score_all(application, questions=[11])
        first = application.assignments.of(evaluator).order_by("question__number")[1]
        mine = reverse("contracts:question_score", args=[application.pk, 12])

        for name, key in (("round_progress", round.pk), ("application_detail", application.pk)):
            own = words(page(sign_in(evaluator), name, key))
            links = re.findall(r'href="[^"]*/questions/(\d+)/score/"[^>]*>Score question', own)
            assert {int(number) for number in links} == {12, 13, 14, 15, 16}, name
            assert mine in own
            other = words(page(sign_in(an_evaluator(application)), name, key))
            assert ">Score question" not in other, name
        assert first.question.number == 12
        assert sign_in(evaluator).get(mine).status_code == 200

    def test_has_who_declared_nothing_declare_first(self, sign_in):
        round = RoundFactory()
        application, person = assigned(), UserFactory()
        question = application.scheme.questions.get(number=11)
        Assignment.objects.create(application=application, question=question, evaluator=person)

        shown = words(page(sign_in(person), "round_progress", round.pk))

        there = reverse("contracts:application_declare_interest", args=[application.pk])
        assert shown.count(there) == 1
        assert ">Score question" not in shown

    def test_leads_to_no_score_before_the_first_checks(self, sign_in):
        round = RoundFactory()
        application = opened()
        person = application.openings.first().officer
        question = application.scheme.questions.get(number=11)
        Assignment.objects.create(application=application, question=question, evaluator=person)

        shown = words(page(sign_in(person), "round_progress", round.pk))

        assert "You can score after the first checks" in shown
        assert ">Score question" not in shown

    def test_reminds_once_a_day(self, sign_in):
        round = RoundFactory()
        application = assigned()
        client = sign_in(an_evaluator(application))

        for _ in range(2):
            post(client, "round_nudge", round.pk, **{"continue": ""})

        sent = messages(subject="Scores outstanding: 6 questions")
        assert len(sent) == 2
        assert "6 questions are waiting" in sent[0].payload["body"]
        assert application.provider.name not in sent[0].payload["body"]
        assert AuditEvent.objects.filter(verb="nudge").count() == 2


class TestDecide:
    def test_recommends_what_it_comes_to(self, sign_in):
        application = diligent()
        client = sign_in(an_evaluator(application))

        assert "Enter the text" in words(post(client, "application_recommend", application.pk))
        post(client, "application_recommend", application.pk, recommendation="As scored.")

        assert Application.objects.get().status == Status.RECOMMENDED

    def test_not_while_something_is_missing(self, sign_in):
        application = checked()
        client = sign_in(an_evaluator(application))

        refused = page(client, "application_recommend", application.pk)
        assert refused.status_code == 409
        assert "Make the finding “Debarment list”." in words(refused)

    def test_in_at_most_5000_characters(self, sign_in):
        application = diligent()
        client = sign_in(an_evaluator(application))

        answer = post(
            client, "application_recommend", application.pk, recommendation="As scored. " * 500
        )

        assert "Say it in at most 5,000 characters" in words(answer)
        assert Application.objects.get().status == Status.EVALUATED

    def test_a_manager_approves_and_the_report_stands(self, sign_in):
        application = recommended()
        client = sign_in(an_evaluator(application, role=Role.MANAGER))

        shown = page(client, "application_approve", application.pk)
        assert "Lot 2" in words(shown)
        assert '<td class="govuk-table__cell">70</td>' in words(shown)
        assert REASON not in words(shown)
        post(client, "application_approve", application.pk, **{"continue": ""})

        report = page(client, "application_report", application.pk)
        assert "The file is the report as it was approved" in words(report)
        file = page(client, "application_report_file", application.pk)
        content = b"".join(file.streaming_content)
        assert REASON in content.decode()
        assert hashlib.sha256(content).hexdigest() in words(report)

    def test_what_lies_near_a_line_is_looked_at_again(self, sign_in):
        application = recommended(scores=dict.fromkeys(range(11, 17), 6))
        client = sign_in(an_evaluator(application, role=Role.MANAGER))

        answer = post(client, "application_approve", application.pk)

        assert "Look a second time at what is marked above" in words(answer)
        post(client, "application_approve", application.pk, looked_again="on")
        assert Application.objects.get().status == Status.APPROVED

    def test_not_by_who_took_part(self, sign_in):
        manager = UserFactory(role=Role.MANAGER)
        application = recommended(people=[manager, UserFactory()])

        refused = page(sign_in(manager), "application_approve", application.pk)

        assert refused.status_code == 409
        assert "You took part in evaluating it: another manager decides." in words(refused)

    def test_sends_back_with_a_reason(self, sign_in):
        application = recommended()
        client = sign_in(an_evaluator(application, role=Role.MANAGER))

        assert "Enter why" in words(post(client, "application_send_back", application.pk))
        post(client, "application_send_back", application.pk, reason="Question 12 reads thin.")

        assert Application.objects.get().status == Status.EVALUATED
        officer = sign_in(application.openings.first().officer)
        assert "Question 12 reads thin." in words(
            page(officer, "application_detail", application.pk)
        )
        assert "Agree the score anew" in words(page(officer, "question_detail", application.pk, 12))
        officer.force_login(UserFactory(role=Role.OFFICER))
        assert "thin" not in words(page(officer, "application_detail", application.pk))

    def test_the_council_reads_no_other_bid(self, sign_in):
        application, other = opened(CONTENT), opened(CONTENT)
        person = an_evaluator(application)

        assert page(sign_in(person), "application_content", other.pk).status_code == 403
        clear(other, person)
        assert page(sign_in(person), "application_content", other.pk).status_code == 200
