import datetime
import re

import pytest
import xlsxwriter
from django.conf import settings
from django.urls import URLPattern, reverse
from openpyxl import load_workbook

import contracts.urls
import kpis.urls
import placements.urls
import providers.urls
from nmiss.base.accounts.models import Role
from nmiss.base.core.lists import LISTS
from nmiss.base.core.models import AuditEvent
from nmiss.base.files import sheets
from nmiss.base.files.actions import build_lists
from nmiss.base.files.models import ListDownload
from nmiss.base.files.views import downloads
from providers.models import School
from tests.factories.accounts import UserFactory
from tests.factories.providers import ProviderMemberFactory, SchoolFactory
from tests.files.taken import book_of, rows_of

pytestmark = pytest.mark.django_db
TEMPLATES = settings.BASE_DIR / "templates"
# Reports leave in the columns that were agreed for them, by links of their own.
REPORTS = {"dps-status", "dps-status-schools", "demand-profile"}
REPORTS |= {"spend-lines", "spend-totals", "vehicle-value"}
# Of which there is a page for each record: tested with the page.
OF_A_RECORD = {
    "appraisals": "appraisal_list",
    "variations": "variation_list",
    "extension-replies": "extension_board",
    "kpi-provider": "rating_provider",
    "kpi-school": "rating_school",
    "provider-people": "provider_people",
    "notices": "vehicle_detail",
    "round-changes": "round_detail",
    "round-figures": "round_detail",
    "round-progress": "round_progress",
    "scheme": "scheme_detail",
    "what-if": "scheme_what_if",
}
PAGES = {"received": "contracts:admission"}  # of those that several pages offer
VIEWS = {
    pattern.name: pattern.callback
    for urls in (contracts.urls, kpis.urls, placements.urls, providers.urls)
    for pattern in urls.urlpatterns
    if isinstance(pattern, URLPattern)
}
# Lists under another name, and the pages named lists that have no rows to take away.
LISTS_TOO = {"clarifications", "evidence_requests", "admission"}
NO_LIST = {"report_list", "reminder_list", "indicator_set_list", "term_list", "workbook_list"}


def pages_of(name):
    """The pages that offer a list, as app:view."""
    link = re.compile(r"{% downloads \"" + name + r'"')
    return [
        f"{path.relative_to(TEMPLATES).parts[0]}:{path.stem}"
        for path in TEMPLATES.rglob("*.html")
        if link.search(path.read_text())
    ]


def lists():
    """The templates of pages that are lists."""
    return [
        path
        for path in TEMPLATES.rglob("*.html")
        if (path.stem.endswith("_list") or path.stem in LISTS_TOO) and path.stem not in NO_LIST
    ]


def listing(name="schools", kind="csv"):
    return reverse(f"files:listing_{kind}", args=[name])


@pytest.fixture
def as_officer(client):
    client.force_login(UserFactory(role=Role.OFFICER))
    return client


class TestListings:
    @pytest.mark.parametrize("path", lists(), ids=lambda path: path.stem)
    def test_are_linked_on_every_list(self, path):
        names = re.findall(r'{% downloads "([a-z-]+)"', path.read_text())

        assert names
        assert set(names) <= set(LISTS)

    @pytest.mark.parametrize("name", sorted(set(LISTS) - REPORTS))
    def test_belong_to_a_page(self, name):
        assert pages_of(name)

    @pytest.mark.parametrize("name", sorted(set(LISTS) - REPORTS - set(OF_A_RECORD)))
    def test_are_offered_to_those_who_see_the_page(
        self, client, name, take_schools, take_members, take_placements
    ):
        take_schools()
        take_members()
        take_placements()
        for role in Role:
            client.force_login(UserFactory(role=role))
            page = client.get(reverse(PAGES.get(name) or pages_of(name)[0]))

            for kind in ("csv", "xlsx"):
                response = client.get(listing(name, kind))
                assert response.status_code == page.status_code
                if response.status_code == 200:
                    assert b"".join(response)

    def test_of_a_record_are_for_those_who_see_the_page(self):
        for name, page in OF_A_RECORD.items():
            assert set(LISTS[name].roles) == VIEWS[page].roles, name

    @pytest.mark.parametrize("name", sorted(LISTS))
    def test_say_what_every_column_means(self, name):
        columns = LISTS[name].columns

        headings = [column.heading for column in columns]

        assert all(bool(column.means) == bool(column.value) for column in columns)
        assert len(set(headings)) == len(headings)

    def test_are_linked_with_the_filters_of_the_page(self, as_officer, take_schools):
        take_schools()

        text = as_officer.get(
            reverse("placements:school_list"), {"name": "Ash", "go": "after"}
        ).text

        assert f'{listing()}?name=Ash"' in text


class TestListingCsv:
    def test_has_the_rows_of_the_filters(self, as_officer, take_schools):
        take_schools(
            {"URN": "1", "EstablishmentName": "Ash"}, {"URN": "2", "EstablishmentName": "Oak"}
        )

        (row,) = rows_of(as_officer.get(listing(), {"name": "oak"}))

        assert (row["URN"], row["School"], row["Needs"]) == ("2", "Oak", "ASD, SPLD")

    def test_is_nearest_first_where_the_page_is(self, as_officer):
        for name, east in (("Ash", 9000), ("Oak", 3000), ("Elm", None)):
            SchoolFactory(name=name, at=(622345 + east, 135678) if east else (None, None))

        rows = rows_of(as_officer.get(listing(), {"near": "CT20"}))

        assert [row["School"] for row in rows] == ["Oak", "Ash", "Elm"]
        assert float(rows[0]["Miles"]) < float(rows[1]["Miles"])
        assert rows[2]["Miles"] == ""

    def test_is_in_the_order_that_its_page_is_in(self, as_officer):
        for name, lowest in (("Ash", 4), ("Oak", 11), ("Elm", None)):
            SchoolFactory(name=name, lowest_age=lowest, highest_age=19)
        page = as_officer.get(reverse("placements:school_list"), {"sort": "-ages"})
        assert f'{listing()}?sort=-ages"' in page.text

        names = [row["School"] for row in rows_of(as_officer.get(listing(), {"sort": "-ages"}))]
        book = book_of(as_officer.get(listing(kind="xlsx"), {"sort": "-ages"}))

        assert names == ["Oak", "Ash", "Elm"] == [school.name for school in page.context["page"]]
        said = dict(book["Definitions"].iter_rows(values_only=True))
        assert said["Order"] == "Ages, oldest first"
        assert "Filter: sort" not in said
        assert AuditEvent.objects.latest("pk").given == {"filters_set": []}

    def test_of_a_provider_has_the_rows_of_its_page(self, client):
        member = ProviderMemberFactory()
        for name, status in (("Ash", "1"), ("Oak", "2")):  # open, closed
            SchoolFactory(name=name, status=status, provider=member.provider)
        client.force_login(member.user)
        page = client.get(reverse("placements:school_list")).context["page"]

        names = [row["School"] for row in rows_of(client.get(listing()))]

        assert names == ["Ash", "Oak"] == [school.name for school in page]

    @pytest.mark.parametrize("kind", ["csv", "xlsx"])
    @pytest.mark.parametrize(
        ("name", "query", "words"),
        [
            ("schools", {"near": "ZZ99"}, "The hub does not know where ZZ99 is"),
            ("schools", {"need": "XXXX"}, "Need: choose from the list"),
            ("children", {"school": "x"}, "URN"),
        ],
    )
    def test_is_not_all_rows_where_a_filter_cannot_be_read(
        self, as_officer, take_schools, name, query, words, kind
    ):
        take_schools()

        response = as_officer.get(listing(name, kind), query)

        assert response.status_code == 400
        assert words in response.text

    def test_is_streamed_and_saved(self, as_officer, take_schools):
        response = as_officer.get(listing())

        assert response.streaming
        assert response["Content-Disposition"].startswith('attachment; filename="schools-')

    def test_starts_no_formula(self, as_officer, take_schools):
        take_schools({"EstablishmentName": "=HYPERLINK(1)", "HeadLastName": "x"})

        (row,) = rows_of(as_officer.get(listing()))

        assert row["School"] == "'=HYPERLINK(1)"

    def test_shows_providers_only_their_own(self, client, take_schools):
        take_schools({"URN": "1"}, {"URN": "2"})
        member = ProviderMemberFactory()
        School.objects.filter(urn=2).update(provider=member.provider)
        client.force_login(member.user)

        assert [row["URN"] for row in rows_of(client.get(listing()))] == ["2"]

    @pytest.mark.parametrize("kind", ["csv", "xlsx"])
    def test_is_on_record_without_what_was_typed(self, as_officer, kind):
        typed = {"name": "Zoë Oak", "near": "CT20 2AB", "within": "", "Ada": "Lovelace"}
        as_officer.get(listing(kind=kind), typed)

        event = AuditEvent.objects.get()
        assert (event.verb, event.target_name) == ("download", "Schools")
        assert event.given == {"filters_set": ["another", "name", "near"]}
        assert event.details == ["Filters set: another, name, near"]

    def test_exists_for_known_lists_only(self, as_officer):
        assert as_officer.get(listing("secrets")).status_code == 404


class TestListingXlsx:
    def test_has_the_rows_with_numbers_as_numbers(self, as_officer, take_schools):
        take_schools({"EstablishmentName": "=1+1"})

        sheet = book_of(as_officer.get(listing(kind="xlsx")))["List"]

        heading, row = list(sheet.iter_rows(values_only=True))
        found = dict(zip(heading, row, strict=True))
        assert (found["URN"], found["School"], found["Capacity"]) == (900001, "'=1+1", 60)
        assert {cell.data_type for cell in sheet[2]} <= {"n", "s"}

    def test_says_where_a_cell_does_not_hold_the_whole_text(self, tmp_path):
        sheet = xlsxwriter.Workbook(tmp_path / "long.xlsx")
        sheets._write_cell(sheet.add_worksheet(), 0, 0, "a" * sheets.LONGEST_CELL)
        sheets._write_cell(sheet.worksheets()[0], 1, 0, "a" * (sheets.LONGEST_CELL + 1))
        sheet.close()

        whole, cut = [cell.value for cell in load_workbook(tmp_path / "long.xlsx").active["A"]]
        assert whole == "a" * sheets.LONGEST_CELL
        assert len(cut) == sheets.LONGEST_CELL
        assert cut.endswith("the CSV has the whole text)")

    def test_says_what_it_is_as_at_when_and_for_whom(self, as_officer, take_schools):
        take_schools()

        book = book_of(as_officer.get(listing(kind="xlsx"), {"name": "=ash"}))

        said = dict(book["Definitions"].iter_rows(values_only=True))
        assert str(datetime.date.today().year) in said["As at"]
        assert said["For"].startswith("Person")
        assert said["Filter: name"] == "'=ash"
        assert said["Capacity"] == "Places in all, by the register"

    def test_leaves_a_long_list_to_the_worker(self, as_officer, take_schools, monkeypatch):
        monkeypatch.setattr(downloads, "AT_ONCE", 1)
        take_schools({"URN": "1"}, {"URN": "2"}, {"URN": "3", "EstablishmentName": "Oak"})

        response = as_officer.get(listing(kind="xlsx"), {"name": "ash"})
        assert "This is a long list" in as_officer.get(response.url).text
        assert build_lists() == 1
        assert "The list is ready" in as_officer.get(response.url).text

        download = ListDownload.objects.get()
        assert download.query == ""
        asked = AuditEvent.objects.get(verb="ask_for")
        assert asked.given == {"filters_set": ["name"]}
        file = as_officer.get(reverse("files:download_file", args=[download.pk]))
        assert book_of(file)["List"].max_row == 3

    def test_tells_when_a_list_cannot_be_built(self, as_officer, take_schools, monkeypatch):
        monkeypatch.setattr(downloads, "AT_ONCE", 0)
        monkeypatch.setattr(sheets, "MOST_ROWS", 1)
        take_schools({"URN": "1"}, {"URN": "2"})
        address = as_officer.get(listing(kind="xlsx"), {"name": "ash"}).url

        assert build_lists() == 0

        assert "could not be built" in as_officer.get(address).text
        assert ListDownload.objects.get().query == ""


class TestDownloadDetail:
    def test_is_for_whom_it_was_asked_by(self, client, as_officer, take_schools, monkeypatch):
        monkeypatch.setattr(downloads, "AT_ONCE", 0)
        take_schools()
        address = as_officer.get(listing(kind="xlsx")).url
        build_lists()
        client.force_login(UserFactory(role=Role.OFFICER))

        assert client.get(address).status_code == 404
        assert client.get(f"{address}file/").status_code == 404

    def test_has_no_file_before_it_is_built(self, as_officer, take_schools, monkeypatch):
        monkeypatch.setattr(downloads, "AT_ONCE", 0)
        take_schools()
        address = as_officer.get(listing(kind="xlsx")).url

        assert as_officer.get(f"{address}file/").status_code == 404
