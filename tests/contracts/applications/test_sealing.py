"""The seal, as the database keeps it."""

import datetime

import pytest
from django.db import connection
from django.db.utils import DatabaseError
from django.urls import reverse

from contracts.applications import sealing
from contracts.models import Application, ConflictDeclaration, EarlyEvaluation, Opening
from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent, Repetition
from nmiss.base.core.ownership import as_owner
from tests.factories.accounts import UserFactory
from tests.factories.contracts import ApplicationFactory, RoundFactory, opened, received
from tests.factories.providers import ProviderMemberFactory

pytestmark = pytest.mark.django_db

SEALED_TABLES = (
    "contracts_section",
    "contracts_sectionevent",
    "contracts_evidence",
    "contracts_evidenceevent",
    "contracts_submittedcontent",
)
SECRET = {"lots": [2], "secret": "our plans"}


def rows(table="contracts_submittedcontent"):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return cursor.fetchone()[0]


@pytest.fixture
def sealed():
    return received(SECRET)


class TestTheRoleOfTheWeb:
    """As the very role that serves the pages: neither superuser nor owner."""

    def test_reads_no_sealed_row_by_any_query(self, as_web):
        with as_owner(connection):
            application = received(SECRET)

        assert {name: rows(name) for name in SEALED_TABLES} == dict.fromkeys(SEALED_TABLES, 0)
        with connection.cursor() as cursor:
            cursor.execute("SET row_security = on")
            cursor.execute(
                "SELECT count(*) FROM contracts_submittedcontent c, contracts_submission"
            )
            assert cursor.fetchone() == (0,)
            cursor.execute(
                "SELECT query_to_xml('TABLE contracts_submittedcontent', true, false, '')"
            )
            assert "our plans" not in cursor.fetchone()[0]
        with sealing.acting_for(application.started_by):
            assert rows() == 1

    @pytest.mark.parametrize(
        "command",
        [
            "SELECT key FROM nmiss_owner.acting_key",
            "SET row_security = off; SELECT count(*) FROM contracts_submittedcontent",
            "ALTER TABLE contracts_submittedcontent DISABLE ROW LEVEL SECURITY",
            "DROP POLICY sealed ON contracts_submittedcontent",
            "CREATE OR REPLACE FUNCTION contracts_may_read(bigint) RETURNS bool RETURN true",
        ],
    )
    def test_cannot_break_the_seal(self, as_web, command):
        with as_owner(connection):
            received(SECRET)

        with connection.cursor() as cursor, pytest.raises(DatabaseError):
            cursor.execute(command)


class TestRowSecurity:
    def test_the_role_sees_no_sealed_row(self, sealed):
        assert rows() == 0

    def test_the_applicants_own_people_do(self, sealed):
        with sealing.acting_for(sealed.started_by):
            assert rows() == 1
        assert rows() == 0

    def test_anothers_people_do_not(self, sealed):
        with sealing.acting_for(ProviderMemberFactory().user):
            assert rows() == 0

    @pytest.mark.parametrize("role", Role.of_the_council())
    def test_nobody_of_the_council_does(self, sealed, role):
        with sealing.acting_for(UserFactory(role=role)):
            assert rows() == 0

    def test_draft_sections_are_sealed_with_their_history(self, sealed):
        with sealing.acting_for(sealed.started_by):
            sealed.sections.create(key="insurance", saved_by=sealed.started_by)
            assert rows("contracts_section") == rows("contracts_sectionevent") == 1
        assert rows("contracts_section") == rows("contracts_sectionevent") == 0

    def test_nothing_is_written_for_another(self, sealed):
        with (
            pytest.raises(DatabaseError, match="row-level security"),
            sealing.acting_for(ProviderMemberFactory().user),
        ):
            sealed.sections.create(key="insurance", saved_by=sealed.started_by)

    def test_every_table_of_content_has_it(self, db):
        with connection.cursor() as cursor:
            cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity")
            # Text that was not sent is walled off as well (tests/accounts/test_unsent.py).
            walled = {name for (name,) in cursor.fetchall()} - {"accounts_unsenttext"}
            assert walled == set(SEALED_TABLES)

    def test_once_opened_it_can_be_read(self):
        opened(SECRET)

        assert rows() == 1

    def test_no_query_of_the_role_breaks_the_seal(self, sealed):
        with pytest.raises(DatabaseError, match="two officers"), connection.cursor() as cursor:
            cursor.execute("UPDATE contracts_application SET opened_at = now(), status='evaluated'")


class TestOpening:
    @pytest.fixture
    def officers(self):
        return [UserFactory(role=Role.OFFICER) for _ in range(2)]

    def clear(self, application, officer):
        ConflictDeclaration.declare(application, by=officer, has_conflict=False)

    def test_takes_two(self, officers):
        application = received(SECRET)
        EarlyEvaluation.decide(application, by=officers[0], reason="It would go red.")
        for officer in officers:
            self.clear(application, officer)

        Opening.add(application, by=officers[0])
        assert Application.objects.get().is_sealed
        with pytest.raises(NotAllowedNow, match="second officer"):
            Opening.add(application, by=officers[0])
        Opening.add(application, by=officers[1])
        assert not Application.objects.get().is_sealed

    def test_waits_for_the_closing(self, officers):
        application = received(SECRET)
        RoundFactory()
        self.clear(application, officers[0])

        with pytest.raises(NotAllowedNow, match="after its round has closed"):
            Opening.add(application, by=officers[0])

    @pytest.mark.parametrize(
        ("declared", "says"), [(None, "Declare first"), (True, "You declared a conflict")]
    )
    def test_keeps_out_who_has_or_hides_a_conflict(self, officers, declared, says):
        application = received(SECRET)
        EarlyEvaluation.decide(application, by=officers[0], reason="It would go red.")
        if declared:
            ConflictDeclaration.declare(
                application, by=officers[0], has_conflict=True, details="My sister teaches there."
            )

        with pytest.raises(NotAllowedNow, match=says):
            Opening.add(application, by=officers[0])

    def test_the_database_keeps_out_a_conflict(self, officers):
        application = received(SECRET)
        ConflictDeclaration.declare(
            application, by=officers[0], has_conflict=True, details="My sister teaches there."
        )

        refused = pytest.raises(DatabaseError, match="declared no conflict")
        with refused, acting_for(officers[0]):
            Opening.objects.create(application=application, officer=officers[0])


class TestRefusals:
    """Whoever knocks where the seal keeps them out is written down, and answered as ever."""

    def knocks(self, client, person, name, *of, status, verb="try_to_read_sealed"):
        client.force_login(person)
        before = AuditEvent.objects.filter(verb=verb, actor_id=person.pk).count()
        assert client.get(reverse(f"contracts:{name}", args=of)).status_code == status
        return AuditEvent.objects.filter(verb=verb, actor_id=person.pk).count() - before

    def test_of_opening_too_early_or_undeclared(self, client, sealed):
        officer = UserFactory(role=Role.OFFICER)
        asks = ("application_open", sealed.pk)

        assert self.knocks(client, officer, *asks, status=409, verb="try_to_open") == 1
        EarlyEvaluation.decide(sealed, by=officer, reason="It would go red.")
        other = UserFactory(role=Role.OFFICER)
        assert self.knocks(client, other, *asks, status=409, verb="try_to_open") == 1
        ConflictDeclaration.declare(sealed, by=other, has_conflict=False)
        assert self.knocks(client, other, *asks, status=200, verb="try_to_open") == 0

    def test_are_counted_and_not_written_a_thousand_times(self, client, sealed):
        officer, auditor = UserFactory(role=Role.OFFICER), UserFactory(role=Role.AUDITOR)
        asks = ("application_content", sealed.pk)

        assert self.knocks(client, officer, *asks, status=403) == 1
        for _ in range(4):
            assert self.knocks(client, officer, *asks, status=403) == 0
        assert self.knocks(client, UserFactory(role=Role.OFFICER), *asks, status=403) == 1
        (first, second) = Repetition.objects.order_by("pk")
        assert (first.count, second.count) == (5, 1)
        client.force_login(auditor)
        page = client.get(reverse("home:audit_list"), {"who": officer.name}).text
        assert "Times within the hour: 5, the last at" in page
        taken = client.get(reverse("files:listing_csv", args=["audit"])).getvalue().decode()
        assert taken.count("Times within the hour") == 1

        Repetition.objects.update(hour=first.hour - datetime.timedelta(hours=1))
        assert self.knocks(client, officer, *asks, status=403) == 1

    def test_of_the_council_at_an_applicants_pages(self, client, sealed):
        officer, own = UserFactory(role=Role.OFFICER), sealed.started_by

        assert self.knocks(client, officer, "application_tasks", sealed.pk, status=403) == 1
        assert self.knocks(client, officer, "application_tasks", 999_999, status=403) == 0
        assert self.knocks(client, own, "application_tasks", sealed.pk, status=200) == 0

    def test_of_another_provider_and_of_a_draft(self, client):
        draft, another = ApplicationFactory(), ProviderMemberFactory().user

        assert self.knocks(client, another, "application_tasks", draft.pk, status=404) == 1
        for name in ("application_detail", "application_content"):
            officer = UserFactory(role=Role.OFFICER)
            assert self.knocks(client, officer, name, draft.pk, status=404) == 1


class TestLedger:
    def test_says_nothing_of_a_form_before_it_is_opened(self, sealed, client):
        with sealing.acting_for(sealed.started_by):
            for verb in sealing.DRAFTING:
                AuditEvent.record(verb, sealed, by=sealed.started_by)
        auditor = UserFactory(role=Role.AUDITOR)
        client.force_login(auditor)

        def outside():
            return AuditEvent.objects.visible_to(auditor).count()

        assert outside() == AuditEvent.objects.count() - len(sealing.DRAFTING)

        def seen():
            page = client.get(reverse("home:audit_list"))
            taken = client.get(reverse("files:listing_csv", args=["audit"])).getvalue()
            listed = {event.verb for event in page.context["page"]}
            assert (b"saved a section" in taken) == ("save_section" in listed)
            board = client.get("/").context["board"]
            assert board.figures[0].shown == str(outside())
            return listed

        assert seen() == {"publish", "receive"}
        officers = [UserFactory(role=Role.OFFICER) for _ in range(2)]
        EarlyEvaluation.decide(sealed, by=officers[0], reason="It would go red.")
        for officer in officers:
            ConflictDeclaration.declare(sealed, by=officer, has_conflict=False)
            Opening.add(sealed, by=officer)
        assert seen() > set(sealing.DRAFTING)
