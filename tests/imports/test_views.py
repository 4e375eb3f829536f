import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from nmiss.across.imports.actions import work_on_what_is_due
from nmiss.across.imports.models import ImportRun, Status
from nmiss.base.accounts.models import Role
from nmiss.base.files.kinds import XLSX
from nmiss.base.files.models import StoredFile
from placements.models import Child
from providers.models import KeptFact, LocalAuthority, School
from tests.county import PLACEMENT
from tests.factories.accounts import UserFactory
from tests.factories.imports import table_of
from tests.files.checking import check_files
from tests.importing.spreadsheets import as_xlsx, typed

pytestmark = pytest.mark.django_db
LIST = reverse("imports:import_list")


def upload(what="schools"):
    return reverse("imports:import_upload", args=[what])


def page_of(run, name="import_detail"):
    return reverse(f"imports:{name}", args=[run.pk])


def file_of(what="schools", *rows, name="table.csv"):
    return {"file": SimpleUploadedFile(name, table_of(what, *rows), "text/csv")}


@pytest.fixture
def checked(begin):
    run = begin("schools")
    work_on_what_is_due()
    return run


class TestImportUpload:
    def test_keeps_the_file_and_hands_it_to_the_worker(self, as_officer):
        response = as_officer.post(upload(), file_of())

        run = ImportRun.objects.get()
        assert response.url == page_of(run)
        assert (run.status, run.what) == (Status.WAITING, "schools")
        assert not run.file.may_be_opened
        check_files()
        run.file.refresh_from_db()
        assert b"".join(run.file.chunks()) == table_of("schools")

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
    def test_takes_what_spreadsheets_save(self, as_officer, take_schools, encoding):
        take_schools()
        cells = {"members": {"provider_name": "École £"}, "placements": {"end_reason": "é"}}
        for what, row in cells.items():
            table = table_of(what, row).decode().encode(encoding)
            as_officer.post(upload(what), {"file": SimpleUploadedFile("table.csv", table)})
        check_files()
        work_on_what_is_due()

        members, placements = ImportRun.objects.order_by("pk")
        assert members.status == Status.CHECKED
        # It was read: what is wrong with it is that one cell, not the file.
        (fault,) = placements.findings()
        assert (fault["column"], fault["value"]) == ("end_reason", "é")

    def test_sends_the_file_in_parts(self, as_officer):
        assert 'enctype="multipart/form-data"' in as_officer.get(upload()).text

    @pytest.mark.parametrize(
        ("what", "words"),
        [
            ("members", "company_number, left_on"),
            ("placements", "call_off, spot, directed, block"),
            ("schools", "Gender (name): Mixed, Boys, Girls"),
        ],
    )
    def test_says_what_each_cell_may_hold(self, as_officer, what, words):
        text = as_officer.get(upload(what)).text

        assert words in text
        days = "01-09-2025" if what == "schools" else "2025-09-01 or 01/09/2025"
        assert f"Days as {days}" in text

    def test_says_what_is_missing(self, as_officer):
        response = as_officer.post(upload(), {})

        assert "Choose a file" in response.text
        assert "<title>Error: " in response.text

    def test_refuses_what_is_no_table_and_keeps_nothing(self, as_officer):
        hostile = SimpleUploadedFile("schools.csv", b"MZ\x90\0" + bytes(100))

        response = as_officer.post(upload(), {"file": hostile})

        assert "This file is not a CSV table inside" in response.text
        assert not StoredFile.objects.exists()

    def test_refuses_what_says_it_is_larger_than_any_file(self, as_officer, settings):
        settings.MAX_UPLOAD_MB = -3

        response = as_officer.post(upload(), file_of())

        assert response.status_code == 413
        assert "Choose a file of at most -3 MB" in response.text

    def test_says_when_what_is_typed_is_too_long(self, as_officer):
        response = as_officer.post(upload(), {"words": "x" * 3_000_000})

        assert response.status_code == 413
        assert "What you sent is too long" in response.text
        assert "2,621,440 characters" in response.text

    def test_knows_three_tables(self, as_officer):
        assert as_officer.get(upload("cats")).status_code == 404

    def test_is_closed_to_auditors(self, client):
        client.force_login(UserFactory(role=Role.AUDITOR))

        assert client.post(upload(), file_of()).status_code == 403


class TestImportDetail:
    def test_says_that_it_is_being_checked_and_how_far(self, as_officer, begin):
        run = begin("schools")
        ImportRun.objects.update(progress="10,000 rows read")

        text = as_officer.get(page_of(run)).text

        assert "So far: 10,000 rows read." in text
        assert "Check again" in text

    def test_names_what_changes_and_what_is_new_in_words(self, as_officer, take_schools, begin):
        take_schools({"EstablishmentStatus (code)": "1", "OpenDate": "01-09-1999"})
        run = begin(
            "schools",
            {"EstablishmentStatus (code)": "2", "OpenDate": "02-09-1999", "LA (code)": "887"},
            {"URN": "900002", "EstablishmentName": "Birch School"},
        )
        work_on_what_is_due()

        text = " ".join(as_officer.get(page_of(run)).text.split())
        taken_away = as_officer.get(page_of(run, "import_findings_csv")).getvalue().decode()

        assert 'href="/schools/900001/">Ash Grove School</a>' in text
        assert "Closed" in text
        assert "2 September 1999" in text
        assert "Kent (886)" in text
        assert "What is new" in text
        assert "School 900002</th> <td" in text
        assert "new,3,school 900002,Birch School" in taken_away

    def test_counts_nothing_for_what_failed(self, as_officer, checked):
        ImportRun.objects.update(status=Status.FAILED)

        assert 'class="nmiss-figures"' not in as_officer.get(page_of(checked)).text

    def test_says_that_its_file_is_being_checked(self, as_officer, begin):
        run = begin("schools", is_checked=False)

        text = as_officer.get(page_of(run)).text

        assert "We are checking that the file is safe to open" in text
        assert "Check again" in text
        assert page_of(run, "import_file") not in text

    def test_shows_what_would_come(self, as_officer, checked):
        text = as_officer.get(page_of(checked)).text

        assert "Confirm and write" in text
        assert "No records changed yet" in text

    def test_shows_fifty_errors_and_offers_all(self, as_officer, begin):
        run = begin("members", *[{"school_urn": f"x{number}"} for number in range(60)])
        work_on_what_is_due()

        text = as_officer.get(page_of(run)).text

        assert "60 cells are wrong" in text
        assert "the first 50 of 60" in text
        assert "x49" in text
        assert "x50" not in text
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

        for name in ("import_detail", "import_file", "import_findings_csv"):
            assert client.get(page_of(checked, name)).status_code == 403


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


class TestImportConfirm:
    def test_has_it_written(self, as_officer, checked):
        as_officer.post(page_of(checked, "import_confirm"))
        work_on_what_is_due()

        assert School.objects.exists()
        assert "Undo this import" in as_officer.get(page_of(checked)).text

    def test_is_no_link(self, as_officer, checked):
        assert as_officer.get(page_of(checked, "import_confirm")).status_code == 405

    def test_says_so_when_somebody_was_quicker(self, as_officer, checked):
        as_officer.post(page_of(checked, "import_drop"))

        response = as_officer.post(page_of(checked, "import_confirm"), follow=True)

        assert "somebody else was quicker" in response.text
        checked.refresh_from_db()
        assert checked.status == Status.DROPPED


class TestImportDifferences:
    def test_keeps_ours_field_by_field(self, as_officer, begin, take_schools):
        take_schools()
        run = begin("schools", {"EstablishmentName": "Other", "SchoolCapacity": "70"})
        work_on_what_is_due()

        text = as_officer.get(page_of(run, "import_differences")).text
        assert "Ash Grove School" in text
        assert "Keep our name of Ash Grove School" in text
        as_officer.post(page_of(run, "import_differences"), {"keep": "0", "save": "1"})
        assert "You keep ours for 1 of them" in as_officer.get(page_of(run)).text
        as_officer.post(page_of(run, "import_confirm"))
        work_on_what_is_due()

        school = School.objects.get()
        assert (school.name, school.capacity) == ("Ash Grove School", 70)

    def test_marks_what_was_kept(self, as_officer, begin, take_schools):
        take_schools()
        run = begin("schools", {"EstablishmentName": "Other", "SchoolCapacity": "70"})
        work_on_what_is_due()
        as_officer.post(page_of(run, "import_differences"), {"keep": "0", "save": "1"})
        as_officer.post(page_of(run, "import_confirm"))
        work_on_what_is_due()

        text = as_officer.get(page_of(run)).text

        assert "Ash Grove School (kept; the register says Other)" in text
        assert text.count("(kept;") == 1

    def test_shows_the_new_name_of_an_authority_and_lets_nobody_keep_the_old(
        self, as_officer, begin, take_schools
    ):
        take_schools()
        run = begin("schools", {"LA (name)": "Kent and Weald"})
        work_on_what_is_due()

        text = as_officer.get(page_of(run)).text
        assert "Kent and Weald" in text
        assert "Accept or keep" not in text
        assert "Kent and Weald" not in as_officer.get(page_of(run, "import_differences")).text
        as_officer.post(page_of(run, "import_confirm"))
        work_on_what_is_due()

        assert LocalAuthority.objects.get().name == "Kent and Weald"
        assert not KeptFact.objects.exists()

    def test_says_that_it_is_written(self, as_officer, checked):
        as_officer.post(page_of(checked, "import_confirm"))
        work_on_what_is_due()

        response = as_officer.get(page_of(checked, "import_differences"), follow=True)

        assert response.redirect_chain == [(page_of(checked), 302)]
        assert "This import is written" in response.text


class TestImportUndo:
    def test_names_the_one_that_must_be_undone_first(self, as_officer, checked, begin):
        as_officer.post(page_of(checked, "import_confirm"))
        work_on_what_is_due()
        assert "cannot be undone now" not in as_officer.get(page_of(checked)).text
        later = begin("schools", {"SchoolCapacity": "61"}, name="later.csv")
        work_on_what_is_due()
        as_officer.post(page_of(later, "import_confirm"))
        work_on_what_is_due()

        text = as_officer.get(page_of(checked)).text

        assert "This import cannot be undone now" in text
        assert f'href="{page_of(later)}">later.csv</a>' in text

    def test_puts_back_what_was(self, as_officer, checked):
        as_officer.post(page_of(checked, "import_confirm"))
        work_on_what_is_due()

        assert "Undo this import?" in as_officer.get(page_of(checked, "import_undo")).text
        as_officer.post(page_of(checked, "import_undo"))
        work_on_what_is_due()

        assert not School.objects.exists()
        checked.refresh_from_db()
        assert checked.status == Status.UNDONE

    def test_is_not_for_what_was_never_written(self, as_officer, checked):
        response = as_officer.post(page_of(checked, "import_undo"), follow=True)

        assert "Only the last import of each table can be undone" in response.text


class TestImportQuestions:
    FIRST = {"pupil_ref": "0012345", "ended_on": "2023-12-31"}
    SECOND = {"placement_ref": "PLC-2", "pupil_ref": "12345", "starts_on": "2024-01-01"}

    @pytest.fixture
    def asking(self, begin, take_schools):
        take_schools()
        run = begin("placements", self.FIRST, self.SECOND)
        work_on_what_is_due()
        run.refresh_from_db()
        return run

    def test_are_on_the_page_and_nothing_is_written(self, as_officer, asking):
        assert asking.status == Status.ASKING
        text = as_officer.get(page_of(asking)).text

        assert "Answer 1 question" in text
        assert "Confirm and write" not in text
        assert page_of(asking, "import_questions") in text
        asked = as_officer.get(page_of(asking, "import_questions")).text
        assert "Line 3: are 12345 and 0012345 (on line 2) the same child?" in asked
        assert not Child.objects.exists()

    @pytest.mark.parametrize(("answer", "children"), [("same", 1), ("different", 2)])
    def test_are_answered_and_the_table_is_checked_again(
        self, as_officer, asking, answer, children
    ):
        as_officer.post(page_of(asking, "import_questions"), {"answer-0": answer})
        work_on_what_is_due()
        asking.refresh_from_db()
        assert (asking.status, asking.counts["new"]) == (Status.CHECKED, 2)

        as_officer.post(page_of(asking, "import_confirm"))
        work_on_what_is_due()

        asking.refresh_from_db()
        assert asking.status == Status.DONE
        assert Child.objects.count() == children

    def test_must_be_answered(self, as_officer, asking):
        response = as_officer.post(page_of(asking, "import_questions"), {})

        assert "Say whether 12345 and 0012345 are the same child" in response.text
        asking.refresh_from_db()
        assert asking.status == Status.ASKING

    def test_may_be_answered_all_at_once(self, as_officer, begin, take_schools):
        take_schools()
        rows = [
            {"placement_ref": f"PLC-{ref}", "pupil_ref": ref, "date_of_birth": day}
            for day, refs in [("2012-01-01", ("01", "1")), ("2012-01-02", ("02", "2"))]
            for ref in refs
        ]
        run = begin("placements", *rows)
        work_on_what_is_due()

        as_officer.post(page_of(run, "import_questions"), {"all": "different", "answer-1": "same"})

        run.refresh_from_db()
        assert run.answers == {"1": "different", "2": "same"}

    def test_that_are_refused_by_what_was_answered_say_why(self, as_officer, begin, take_schools):
        take_schools()
        run = begin("placements", {"pupil_ref": "01"}, {"pupil_ref": "1", "placement_ref": "P2"})
        work_on_what_is_due()

        as_officer.post(page_of(run, "import_questions"), {"answer-0": "same"})
        work_on_what_is_due()

        run.refresh_from_db()
        assert run.status == Status.REFUSED
        assert run.findings()[0]["column"] == "starts_on"

    def test_are_not_for_who_only_looks(self, client, asking):
        client.force_login(UserFactory(role=Role.AUDITOR))

        text = client.get(page_of(asking)).text

        assert page_of(asking, "import_questions") not in text
        assert client.get(page_of(asking, "import_questions")).status_code == 403


class TestAWorkbook:
    def test_comes_in_by_the_page(self, as_officer, take_schools):
        take_schools()
        content = as_xlsx([typed(PLACEMENT)])
        file = SimpleUploadedFile("places.xlsx", content, XLSX.content_type)

        as_officer.post(upload("placements"), {"file": file})
        check_files()
        work_on_what_is_due()

        run = ImportRun.objects.get()
        assert (run.status, run.counts["new"]) == (Status.CHECKED, 1)


class TestImportList:
    def test_shows_imports_and_the_ways_to_more(self, as_officer, checked):
        text = as_officer.get(LIST).text

        assert page_of(checked) in text
        assert upload("placements") in text

    def test_lets_auditors_look(self, client, checked):
        client.force_login(UserFactory(role=Role.AUDITOR))

        text = client.get(LIST).text

        assert page_of(checked) in text
        assert upload() not in text
        assert "Confirm and write" not in client.get(page_of(checked)).text
