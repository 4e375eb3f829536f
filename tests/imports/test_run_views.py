"""The pages of an import: what it would do, its file, writing it, taking it back; and the list."""

import pytest

from nmiss.across.imports.actions import work_on_what_is_due
from nmiss.across.imports.models import ImportRun, ImportStatus
from nmiss.across.imports.views.imports import UPLOADERS
from nmiss.base.accounts.models import Role
from nmiss.base.core.models import AuditEvent
from providers.models import School
from tests.factories.accounts import UserFactory
from tests.factories.imports import table_of
from tests.imports.pages import LIST, confirm, page_of, upload
from tests.seen import seen
from tests.tokens import seen_in

TAKEN = "import_file", "import_findings_csv"

pytestmark = pytest.mark.django_db


class TestImportDetail:
    def test_says_that_it_is_being_checked_and_how_far(self, as_officer, begin):
        run = begin("schools")
        ImportRun.objects.update(progress="10,000 rows read")

        page = seen(as_officer.get(page_of(run)))

        assert "10,000 rows read" in page.main.words
        assert page.links["Check again"] == page_of(run)

    def test_names_what_changes_and_what_is_new_in_words(self, as_officer, take_schools, begin):
        take_schools({"EstablishmentStatus (code)": "1", "OpenDate": "01-09-1999"})
        run = begin(
            "schools",
            {"EstablishmentStatus (code)": "2", "OpenDate": "02-09-1999", "LA (code)": "887"},
            {"URN": "900002", "EstablishmentName": "Birch School"},
        )
        work_on_what_is_due()

        page = seen(as_officer.get(page_of(run)))
        taken_away = as_officer.get(page_of(run, "import_findings_csv")).getvalue().decode()

        assert page.links["Ash Grove School"] == "/schools/900001/"
        changed = {fact: (before, after) for _, fact, before, after in page.rows(0)}
        assert changed["Status"] == ("Open", "Closed")
        assert changed["Opened on"] == ("1 September 1999", "2 September 1999")
        assert changed["Authority"][0] == "Kent (886)"
        assert page.rows(1) == [["School 900002", "Birch School", "3"]]
        assert "new,3,school 900002,Birch School" in taken_away

    def test_counts_nothing_for_what_failed(self, as_officer, begin):
        run = begin("schools")
        ImportRun.objects.update(status=ImportStatus.FAILED)

        assert "New" not in seen(as_officer.get(page_of(run))).facts

    def test_says_that_its_file_is_being_checked(self, as_officer, begin):
        run = begin("schools", is_checked=False)

        page = seen(as_officer.get(page_of(run)))

        assert page.links["Check again"] == page_of(run)
        assert page_of(run, "import_file") not in page.addresses

    def test_shows_what_would_come(self, as_officer, checked):
        page = seen(as_officer.get(page_of(checked)))

        assert page.buttons == ["Confirm import", "Discard this file"]
        assert page.facts["New"] == "1"

    def test_shows_fifty_errors_and_offers_all(self, as_officer, begin):
        run = begin("members", *[{"school_urn": f"x{number}"} for number in range(60)])
        work_on_what_is_due()

        page = seen(as_officer.get(page_of(run)))

        assert "60" in page.main.all("caption")[0].words
        assert [row[2] for row in page.rows()] == [f"x{number}" for number in range(50)]
        rows = b"".join(as_officer.get(page_of(run, "import_findings_csv"))).decode()
        assert "x59" in rows

    def test_does_not_tell_auditors_who_children_are(self, client, begin):
        run = begin("placements", {"date_of_birth": "2012-13-44"})
        work_on_what_is_due()
        client.force_login(UserFactory(role=Role.AUDITOR))

        assert "2012-13-44" not in client.get(page_of(run)).text
        csv = b"".join(client.get(page_of(run, "import_findings_csv")))
        assert b"2012-13-44" not in csv
        assert client.get(page_of(run, "import_file")).status_code == 403

    @pytest.mark.parametrize("role", ["administrator", "finance", "placements", "provider"])
    def test_is_closed_to_everybody_else(self, client, checked, role):
        client.force_login(UserFactory(role=role))

        brings_others = role in {"finance", "placements"}  # payments, and last annual reviews
        expected = 404 if brings_others else 403
        for name in ("import_detail", "import_file", "import_findings_csv"):
            assert client.get(page_of(checked, name)).status_code == expected


class TestImportFile:
    def test_comes_as_an_attachment_that_runs_nowhere(self, as_officer, checked):
        response = as_officer.get(page_of(checked, "import_file"))

        assert b"".join(response) == table_of("schools")
        assert response["Content-Disposition"].startswith('attachment; filename="table.csv"')
        assert response["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in response["Content-Security-Policy"]

    def test_does_not_exist_before_the_check(self, as_officer, begin):
        run = begin("schools", is_checked=False)

        assert as_officer.get(page_of(run, "import_file")).status_code == 404


class TestWhoOpenedATableOfChildren:
    """Commissioning opens it, who it was is on record, and the page alone leaves nothing."""

    def test_is_on_the_ledger(self, client, begin):
        run = begin("placements", {"date_of_birth": "2012-13-44"})
        work_on_what_is_due()
        taken = {}

        for role in (*UPLOADERS, Role.AUDITOR):
            user = UserFactory(role=role)
            client.force_login(user)
            answers = [client.get(page_of(run, name)) for name in ("import_detail", *TAKEN)]
            events = AuditEvent.objects.about(run).filter(actor_id=user.pk).order_by("pk")
            taken[role] = [answer.status_code for answer in answers], [e.deed for e in events]

        file, findings = f"opened the file of the {run}", f"opened the findings of the {run}"
        assert taken == {
            Role.OFFICER: ([200, 200, 200], [file, findings]),
            Role.MANAGER: ([200, 200, 200], [file, findings]),
            Role.PLACEMENTS: ([404, 404, 404], []),
            Role.FINANCE: ([404, 404, 404], []),
            Role.AUDITOR: ([200, 403, 200], [findings]),
        }


class TestImportConfirm:
    def test_has_it_written(self, as_officer, checked):
        confirm(as_officer, checked)
        work_on_what_is_due()

        assert School.objects.exists()
        page = seen(as_officer.get(page_of(checked)))
        assert page.links["Undo this import"] == page_of(checked, "import_undo")

    def test_writes_what_was_read(self, as_officer, checked):
        opened = as_officer.get(page_of(checked))
        type(checked).objects.update(kept=[["900001", "name"]])

        page = as_officer.post(page_of(checked, "import_confirm"), seen_in(opened), follow=True)

        assert "This import was changed after you opened this page" in page.text
        checked.refresh_from_db()
        assert checked.status == ImportStatus.CHECKED

    def test_is_no_link(self, as_officer, checked):
        assert as_officer.get(page_of(checked, "import_confirm")).status_code == 405

    def test_says_so_when_somebody_was_quicker(self, as_officer, checked):
        as_officer.post(page_of(checked, "import_drop"))

        response = confirm(as_officer, checked, follow=True)

        assert "Someone else has changed this import" in seen(response).main.words
        checked.refresh_from_db()
        assert checked.status == ImportStatus.DROPPED


class TestImportUndo:
    def test_names_the_one_that_must_be_undone_first(self, as_officer, checked, begin):
        confirm(as_officer, checked)
        work_on_what_is_due()
        assert page_of(checked, "import_undo") in seen(as_officer.get(page_of(checked))).addresses
        later = begin("schools", {"SchoolCapacity": "61"}, name="later.csv")
        work_on_what_is_due()
        confirm(as_officer, later)
        work_on_what_is_due()

        page = seen(as_officer.get(page_of(checked)))

        assert page_of(checked, "import_undo") not in page.addresses
        assert page.links["later.csv"] == page_of(later)

    def test_puts_back_what_was(self, as_officer, checked):
        confirm(as_officer, checked)
        work_on_what_is_due()

        asked = seen(as_officer.get(page_of(checked, "import_undo")))
        assert asked.heading == "Undo this import?"
        as_officer.post(page_of(checked, "import_undo"))
        work_on_what_is_due()

        assert not School.objects.exists()
        checked.refresh_from_db()
        assert checked.status == ImportStatus.UNDONE

    def test_is_not_for_what_was_never_written(self, as_officer, checked):
        response = as_officer.post(page_of(checked, "import_undo"), follow=True)

        assert "Only the last import of each table can be undone" in response.text


class TestImportList:
    def test_shows_imports_and_the_ways_to_more(self, as_officer, checked):
        assert {page_of(checked), upload("placements")} <= seen(as_officer.get(LIST)).addresses

    def test_lets_auditors_look(self, client, checked):
        client.force_login(UserFactory(role=Role.AUDITOR))

        addresses = seen(client.get(LIST)).addresses

        assert page_of(checked) in addresses
        assert upload() not in addresses
        assert seen(client.get(page_of(checked))).buttons == []
