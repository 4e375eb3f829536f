"""An officer uploads a table with six bad rows, sees them, mends it, confirms it, undoes it."""

import pytest
from playwright.sync_api import expect

from contracts.models import Membership
from nmiss.across.imports.actions import work_on_what_is_due
from nmiss.base.accounts.models import Role
from tests.factories.accounts import UserFactory
from tests.factories.imports import table_of
from tests.files.checking import check_files
from tests.journeys.conftest import PHONE
from tests.journeys.signing_in import sign_in

pytestmark = pytest.mark.django_db(transaction=True)

SCHOOLS = [f"90002{number}" for number in range(4)]
BAD = [
    {"school_urn": "90000x"},
    {"school_urn": ""},
    {"school_urn": SCHOOLS[0], "admitted_on": "31-02-2024"},
    {"school_urn": SCHOOLS[1], "lot": "3"},
    {"school_urn": SCHOOLS[2], "admitted_on": "soon"},
    {"school_urn": SCHOOLS[3], "left_on": "2022-08-31"},
]
GOOD = [{"school_urn": urn} for urn in SCHOOLS]


@pytest.fixture
def table(tmp_path):
    def write(name, *rows):
        path = tmp_path / name
        path.write_bytes(table_of("members", *rows))
        return path

    return write


def upload(page, path):
    page.get_by_label("Which file?").set_input_files(path)
    page.get_by_role("button", name="Upload and check").click()
    expect(page.get_by_text("We are checking that the file is safe to open")).to_be_visible()
    let_the_worker(page)


def let_the_worker(page):
    """Let it work, and look again: by hand where no script does it."""
    check_files()
    work_on_what_is_due()
    again = page.get_by_role("link", name="Check again")
    if page.locator(".js-enabled").count():
        expect(again).to_have_count(0, timeout=15_000)
    else:
        again.click()


class TestAnOfficerTakesInMembers:
    @pytest.mark.parametrize("options", [{}, {"java_script_enabled": False, "viewport": PHONE}])
    def test_from_six_bad_rows_to_undone(
        self, window, table, take_schools, assert_accessible, picture, options
    ):
        page = window(**options)
        looks_closely = assert_accessible if not options else lambda page: None
        name = "a_phone" if options else "a_desk"
        take_schools(*({"URN": urn} for urn in SCHOOLS))
        sign_in(page, UserFactory(role=Role.OFFICER))
        page.goto("/imports/")
        looks_closely(page)
        page.get_by_role("link", name="Members of the DPS").click()
        looks_closely(page)

        upload(page, table("members.csv", *GOOD, *BAD))
        expect(page.get_by_text("6 cells are wrong")).to_be_visible()
        expect(page.get_by_role("table").get_by_role("row")).to_have_count(7)
        looks_closely(page)
        picture(page, f"import_refused_at_{name}")
        assert not Membership.objects.exists()

        page.get_by_role("button", name="Upload the corrected file").click()
        upload(page, table("mended.csv", *GOOD))
        expect(page.get_by_text("No records changed yet.")).to_be_visible()
        looks_closely(page)
        picture(page, f"import_checked_at_{name}")
        page.get_by_role("button", name="Confirm import").click()
        expect(page.get_by_text("The rows are being written")).to_be_visible()
        let_the_worker(page)
        expect(page.get_by_text("Done")).to_be_visible()
        assert Membership.objects.count() == 4

        page.get_by_role("link", name="Undo this import").click()
        looks_closely(page)
        page.get_by_role("button", name="Undo this import").click()
        let_the_worker(page)
        expect(page.get_by_role("strong").get_by_text("Undone")).to_be_visible()
        looks_closely(page)
        assert not Membership.objects.exists()
