"""The page on which a table is sent."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from nmiss.across.imports.actions import work_on_what_is_due
from nmiss.across.imports.models import ImportRun, ImportStatus
from nmiss.base.accounts.models import Role
from nmiss.base.files.kinds import XLSX
from nmiss.base.files.models import StoredFile
from tests.county import PLACEMENT
from tests.factories.accounts import UserFactory
from tests.factories.imports import table_of
from tests.files.checking import check_files
from tests.importing.spreadsheets import as_xlsx, typed
from tests.imports.pages import file_of, page_of, upload
from tests.seen import seen

pytestmark = pytest.mark.django_db


class TestImportUpload:
    def test_keeps_the_file_and_hands_it_to_the_worker(self, as_officer):
        response = as_officer.post(upload(), file_of())

        run = ImportRun.objects.get()
        assert response.url == page_of(run)
        assert (run.status, run.what) == (ImportStatus.WAITING, "schools")
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
        assert members.status == ImportStatus.CHECKED
        # It was read: what is wrong with it is that one cell, not the file.
        (fault,) = placements.findings()
        assert (fault["column"], fault["value"]) == ("end_reason", "é")

    def test_sends_the_file_in_parts(self, as_officer):
        (form,) = seen(as_officer.get(upload())).forms

        assert form.attributes["enctype"] == "multipart/form-data"

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
        assert f"Write dates as {days}" in text

    def test_says_what_is_missing(self, as_officer):
        response = as_officer.post(upload(), {})

        assert list(seen(response).wrong) == ["Which file?"]
        assert seen(response).title.startswith("Error: ")

    def test_refuses_what_is_no_table_and_keeps_nothing(self, as_officer):
        hostile = SimpleUploadedFile("schools.csv", b"MZ\x90\0" + bytes(100))

        response = as_officer.post(upload(), {"file": hostile})

        assert list(seen(response).wrong) == ["Which file?"]
        assert not StoredFile.objects.exists()

    def test_refuses_what_says_it_is_larger_than_any_file(self, as_officer, settings):
        settings.MAX_UPLOAD_MB = -3

        response = as_officer.post(upload(), file_of())

        assert response.status_code == 413
        assert "-3 MB" in seen(response).main.words

    def test_says_when_what_is_typed_is_too_long(self, as_officer):
        response = as_officer.post(upload(), {"words": "x" * 3_000_000})

        assert response.status_code == 413
        assert "2,621,440" in seen(response).main.words

    def test_knows_three_tables(self, as_officer):
        assert as_officer.get(upload("cats")).status_code == 404

    def test_is_closed_to_auditors(self, client):
        client.force_login(UserFactory(role=Role.AUDITOR))

        assert client.post(upload(), file_of()).status_code == 403


class TestAWorkbook:
    def test_comes_in_by_the_page(self, as_officer, take_schools):
        take_schools()
        content = as_xlsx([typed(PLACEMENT)])
        file = SimpleUploadedFile("places.xlsx", content, XLSX.content_type)

        as_officer.post(upload("placements"), {"file": file})
        check_files()
        work_on_what_is_due()

        run = ImportRun.objects.get()
        assert (run.status, run.counts["new"]) == (ImportStatus.CHECKED, 1)
