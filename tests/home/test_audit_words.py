"""The ledger read aloud, and who may read which of it."""

import datetime
import html
import re

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from contracts.models import ConflictDeclaration, DeclarationRenewal, Vehicle
from nmiss.base.accounts.models import Invitation, Role
from nmiss.base.core.models import AuditEvent
from tests.factories.accounts import UserFactory
from tests.factories.contracts import RoundFactory, opened, received, the_dps
from tests.factories.joining import member, today
from tests.files.taken import book_of, rows_of

pytestmark = pytest.mark.django_db


LIKE_A_TIME = [
    *("0000-00-00", "2024-02-30", "2024-13-01", "٢٠٢٤-٠١-٠١", "9999-99-99T99:99"),
    *("2026-11-26T10:00 we left", "2026-11-26T10:00", "0001-01-01T00:00+14:00"),
    "9999-12-31T23:59-12:00",
]


@pytest.fixture
def read(client):
    """The audit page as somebody of a role reads it."""

    def read(role=Role.AUDITOR, **query):
        client.force_login(UserFactory(role=role))
        page = client.get(reverse("home:audit_list"), query)
        return re.sub(r"\s+", " ", strip_tags(page.text.replace("<", " <")))

    return read


class TestWords:
    def test_a_change_says_from_what_to_what(self, read):
        lot = the_dps().lots.get(number=2)
        lot.describe(by=UserFactory(role=Role.MANAGER), consulted_first=True, reason="As agreed.")

        assert "Schools are consulted first: from no to yes Reason: As agreed." in read()

    def test_a_status_and_an_instant_are_said_as_pages_say_them(self, read):
        round = RoundFactory(planned=True)
        closes_at = datetime.datetime(2027, 3, 1, 12, tzinfo=datetime.UTC)
        was = round.closes_at
        round.change(
            by=UserFactory(role=Role.MANAGER),
            opens_at=round.opens_at,
            closes_at=closes_at,
            clarifications_close_at=None,
            evaluation_ends_on=None,
            notice_text="",
        )
        opened()

        page = read()
        (said,) = re.findall(r"Closes: from ([^<]*?) to 1 March 2027, 12 noon", page)
        assert said.startswith(f"{was.day} {was:%B %Y}, ")
        assert "Status: from Received to Being evaluated" in page
        assert "Opens:" not in page, "what stayed as it was is no change"

    @pytest.mark.parametrize("typed", LIKE_A_TIME)
    def test_what_was_typed_and_only_looks_like_a_time_stands_as_it_is(self, client, typed):
        lot = the_dps().lots.get(number=2)
        lot.describe(by=UserFactory(role=Role.MANAGER), name=typed, reason=typed)
        client.force_login(UserFactory(role=Role.AUDITOR))

        said = html.unescape(strip_tags(client.get(reverse("home:audit_list")).text))
        assert typed in said
        assert client.get(reverse("home:home")).status_code == 200
        table = rows_of(client.get(reverse("files:listing_csv", args=["audit"])))
        assert any(typed in str(row) for row in table)
        book = client.get(reverse("files:listing_xlsx", args=["audit"]))
        assert any(typed in str(row) for row in book_of(book)["List"].values)

    def test_a_value_that_was_not_there_comes_from_nothing(self, read):
        the_dps().describe(by=UserFactory(role=Role.MANAGER), references="2026/S 000-1")

        assert "References: from nothing to 2026/S 000-1" in read()

    def test_codes_are_words_and_yes_and_no_are_sentences(self, read):
        membership = member()
        owner = membership.provider.owners().get().user
        vehicle = membership.lot.vehicle
        officer = UserFactory(role=Role.OFFICER)
        renewal = DeclarationRenewal.ask(membership.provider, vehicle, by=officer)
        renewal.renew(by=owner, has_changed=True, changes="A new director.")
        invited = UserFactory(role=Role.PLACEMENTS, joined_at=None, is_active=False)
        Invitation.send(invited, by=officer)
        application = received()
        ConflictDeclaration.declare(
            application, by=officer, has_conflict=True, details="My brother works there."
        )

        page = read()
        for words in (
            "Something has changed",
            "Role: Placement officer",
            "Declared a conflict of interest",
            "Check: Exclusion grounds",
        ):
            assert words in page, words
        for code in ("has changed:", "has conflict", "Role: placements", "kind: exclusion"):
            assert code not in page, code

    def test_a_suspension_says_its_own_day(self, read):
        membership = member()
        membership.suspend(
            by=UserFactory(role=Role.OFFICER), starts_on=today(10), reason="Safeguarding."
        )

        day = f"{today(10).day} {today(10):%B %Y}"
        assert f"Suspended from: {day} Reason: Safeguarding." in read()

    def test_a_fingerprint_comes_last_under_a_heading(self, read):
        opened()

        assert re.search(r"File fingerprint (File fingerprint )?\(SHA-256\): [0-9a-f]{64}", read())

    def test_the_download_says_the_same(self, client):
        the_dps().describe(by=UserFactory(role=Role.MANAGER), references="2026/S 000-1")
        client.force_login(UserFactory(role=Role.AUDITOR))

        rows = rows_of(client.get(reverse("files:listing_csv", args=["audit"])))

        (row,) = [each for each in rows if "changed the" in each["Action"]]
        assert row["Action"] == f"changed the {Vehicle.DPS}"
        assert row["Before and after"] == "References: from nothing to 2026/S 000-1"


class TestFilter:
    def test_verbs_stand_under_what_they_are_about(self, client):
        client.force_login(UserFactory(role=Role.AUDITOR))

        page = client.get(reverse("home:audit_list")).text

        groups = re.findall(r'<optgroup label="([^"]+)">(.*?)</optgroup>', page, re.DOTALL)
        options = {
            title: re.findall(r"<option[^>]*>\s*([^<]+?)\s*<", part) for title, part in groups
        }
        assert options["Members"][0] == "Members: all"
        assert "School suspended" in options["Members"]
        assert options["People and accounts"][1:3] == ["Account closed", "Account reopened"]
        assert len(options) == len(groups) >= 12

    def test_a_verb_or_all_of_a_topic_can_be_chosen(self, client, read):
        membership, officer = member(), UserFactory(role=Role.OFFICER)
        membership.suspend(by=officer, starts_on=today(), reason="Safeguarding.")
        membership.reinstate(by=officer, opens_on=today(), reason="A mistake.")

        one, topic = read(done="suspend"), read(done="Members")

        assert ("Safeguarding." in one, "A mistake." in one) == (True, False)
        assert ("Safeguarding." in topic, "A mistake." in topic) == (True, True)
        assert "Action: School suspended" in one


class TestVisibleTo:
    @pytest.fixture
    def _cases(self, take_schools, take_placements, settings):
        """Something of every kind that is about a case, and some that is not."""
        membership = member()
        officer = UserFactory(role=Role.OFFICER, name="Olive Officer")
        membership.suspend(by=officer, starts_on=today(), reason="Safeguarding.")
        take_schools()
        take_placements()
        AuditEvent.record("download", "Children", by=officer, filters_set=["Reference"])
        AuditEvent.record("nudge", officer, by=officer, scores=2)
        AuditEvent.record("close", UserFactory(name="Paul Person"), by=officer)

    @pytest.mark.usefixtures("_cases")
    def test_an_administrator_reads_of_accounts_and_imports_and_of_no_case(self, client, read):
        page = read(Role.ADMINISTRATOR)

        for words in ("closed the account of Paul Person", "imported placements from"):
            assert words in page
        for words in ("suspended", "Safeguarding", "downloaded", "application A0", "scores"):
            assert words not in page, words
        verbs = {event.verb for event in AuditEvent.objects.visible_to(_administrator())}
        assert verbs <= {"close", "import_schools", "import_placements", "take_in"}
        rows = rows_of(client.get(reverse("files:listing_csv", args=["audit"])))
        assert not any("suspended" in row["Action"] for row in rows)
        assert any("closed the account" in row["Action"] for row in rows)

    @pytest.mark.usefixtures("_cases")
    def test_nor_on_the_home_page_or_that_of_a_person_or_by_asking_for_it(self, client):
        client.force_login(_administrator())
        person = AuditEvent.objects.get(verb="nudge").target_id

        home = client.get(reverse("home:home"))
        about = client.get(reverse("accounts:person_detail", args=[person]))
        asked = client.get(reverse("home:audit_list"), {"done": "suspend"})

        assert {event.verb for event in home.context_data["board"].events} == {"close"}
        assert list(about.context_data["events"]) == []
        assert asked.context_data["page"].rows == []

    @pytest.mark.usefixtures("_cases")
    def test_an_auditor_reads_all_that_is_outside_the_seal(self, read):
        page = read()

        for words in ("suspended", "downloaded the list Children", "closed the account of"):
            assert words in page

    def test_a_provider_reads_nothing(self):
        AuditEvent.record("close", UserFactory(), by=None)

        assert not AuditEvent.objects.visible_to(UserFactory(role=Role.PROVIDER)).exists()


def _administrator():
    return UserFactory(role=Role.ADMINISTRATOR)
