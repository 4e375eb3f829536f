"""The pages on which officers declare their interest and open: one application, or a round."""

import pytest
from django.db import connection
from django.utils import timezone

from contracts.evaluation import opening
from contracts.models import (
    Application,
    EarlyEvaluation,
    Round,
    RoundStatus,
    Status,
)
from nmiss.base.accounts.models import Role
from nmiss.base.core.models import AuditEvent
from tests.contracts.evaluation.pages import page, post, words
from tests.factories.accounts import UserFactory
from tests.factories.contracts import RoundFactory, opened, received
from tests.factories.evaluating import (
    CONTENT,
    clear,
)
from tests.seen import seen

pytestmark = pytest.mark.django_db


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

        assert seen(answer).wrong

    def test_none_is_not_described(self, sign_in):
        client, application = sign_in(UserFactory()), received()

        answer = post(
            client,
            "application_declare_interest",
            application.pk,
            conflict="no",
            details="My cousin owns it.",
        )

        assert seen(answer).wrong
        assert "My cousin owns it." in seen(answer).main.words
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

        assert "Actions" not in seen(answer).headings
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
        assert seen(page(client, "round_open_applications", round.pk)).buttons == []

    def test_each_applicant_is_answered_for(self, sign_in, round):
        answer = post(sign_in(UserFactory()), "round_open_applications", round.pk)

        assert len(seen(answer).wrong) == 2

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
