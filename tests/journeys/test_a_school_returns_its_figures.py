"""A quarter ends: a return comes by itself, half of it offline, is queried, accepted and rated."""

import datetime
import io

import openpyxl
import pytest
from django.core.cache import cache
from django.utils import timezone

from contracts.models import Membership
from kpis import consequences, making
from kpis.actions import write_standings
from kpis.models import Consequence, KpiReturn, ReturnRules, Term
from kpis.offline import layout, taking
from kpis.periods import Frequency
from nmiss.base.accounts.models import Role
from nmiss.base.files.models import XLSX_TYPE
from tests.factories.accounts import UserFactory
from tests.factories.contracts import the_dps
from tests.factories.kpis import imported, in_force
from tests.factories.providers import ProviderFactory, ProviderMemberFactory, SchoolFactory
from tests.files.checking import check_files
from tests.journeys import signing_in
from tests.journeys.conftest import PHONE
from tests.journeys.days import type_day

ONE_DAY = datetime.timedelta(days=1)
WRITERS = ("editor", "owner")


@pytest.fixture
def people(transactional_db):
    """A school of the DPS whose attendance was red in the quarter before the last."""
    cache.clear()
    in_force({"cohort": "placements_at_end", "minimum": 0})
    periods = Term.objects.periods()
    (last,) = periods.ended_within(
        Frequency.QUARTER, timezone.localdate() - 93 * ONE_DAY, timezone.localdate() - ONE_DAY
    )
    provider = ProviderFactory()
    school = SchoolFactory(provider=provider)
    Membership.objects.create(
        school=school,
        provider=provider,
        lot=the_dps().lots.get(number=1),
        admitted_on=last.first_day - 365 * ONE_DAY,
    )
    before = last
    for attended in (70, 92, 99):  # each quarter was worse than the one before, and the last red
        before = periods.before(before)
        figures = {"attended": attended, "possible": 100, "placements_at_end": 0}
        imported(figures, before.name, school)
    ReturnRules.set_from(last.last_day, by=None, due_days=200, first_days=200, correct_days=200)
    made = {role: ProviderMemberFactory(provider=provider, role=role).user for role in WRITERS}
    return made | {
        role: UserFactory(role=role) for role in (Role.OFFICER, Role.MANAGER, Role.PLACEMENTS)
    }


def test_from_the_end_of_a_quarter_to_the_plan(people, window):
    making.reconcile(timezone.localdate())
    kpi_return = KpiReturn.objects.get(imported=False)
    editor, owner = window(viewport=PHONE), window(java_script_enabled=False)
    signing_in.sign_in(editor, people["editor"])
    fill_in_half_offline(editor)
    fill_in_half_on_the_page(editor)
    editor.get_by_role("button", name="Mark as ready").click()
    assert "Ready, not sent yet" in editor.inner_text("main")

    signing_in.sign_in(owner, people["owner"])
    certify(owner, kpi_return)
    officer = window()
    signing_in.sign_in(officer, people[Role.OFFICER])
    officer.goto(f"/returns/{kpi_return.pk}/review/")
    officer.get_by_role("link", name="Ask the school a question").click()
    officer.get_by_label("K01 Attendance (optional)").fill("How long was the boiler broken?")
    officer.get_by_role("button", name="Send questions").click()

    editor.goto(f"/returns/{kpi_return.pk}/")
    editor.get_by_role("link", name="K01 Attendance").first.click()
    assert "How long was the boiler broken?" in editor.inner_text("main")
    editor.get_by_label("Your answer to our question").fill("Two weeks.")
    editor.get_by_role("button", name="Save and continue").click()
    editor.get_by_role("button", name="Mark as ready").click()
    certify(owner, kpi_return)

    officer.goto(f"/returns/{kpi_return.pk}/review/")
    assert "Two weeks." in officer.inner_text("main")
    officer.get_by_role("button", name="Accept return").click()
    officer.get_by_role("button", name="Accept return").click()
    officer.goto(f"/ratings/{kpi_return.school.urn}/")
    assert "Red" in officer.inner_text("main")
    officer.goto(f"/ratings/{kpi_return.school.urn}/K01/")
    assert "Worsening" in officer.inner_text("main")

    consequences.propose_due(timezone.localdate())
    decide_on_a_plan(owner, window(), people)
    see_how_it_stands(window(), people, kpi_return)


def fill_in_half_offline(page):
    page.goto("/returns/")
    page.get_by_role("link", name="Fill in offline").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="(XLSX)").click()
    book = openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes()))
    places = {cell.value: cell.column for cell in book["Return"][1]}
    for row in book["Return"].iter_rows(min_row=2):
        if row[places[layout.QUESTION] - 1].value == "Possible":
            row[places[layout.VALUE] - 1].value = 100
    filled = io.BytesIO()
    book.save(filled)
    file = {"name": "return.xlsx", "mimeType": XLSX_TYPE, "buffer": filled.getvalue()}
    page.get_by_label("Upload the template").set_input_files(file)
    page.get_by_role("button", name="Upload and check").click()
    check_files()
    taking.read_what_is_due()
    page.get_by_role("button", name="Save in the returns").click()
    assert "The figures are saved" in page.inner_text("main")


def fill_in_half_on_the_page(page):
    page.get_by_role("link", name="K01 Attendance").first.click()
    assert page.get_by_label("Possible", exact=True).input_value() == "100"
    page.get_by_label("Attended", exact=True).fill("55")
    page.get_by_role("button", name="Save and continue").click()
    assert "The rating would be red" in page.inner_text("main")
    page.get_by_label("Comment").fill("The boiler was broken.")
    page.get_by_role("button", name="Save and continue").click()


def certify(page, kpi_return):
    page.goto(f"/returns/{kpi_return.pk}/certify/")
    page.get_by_label("I certify").check()
    page.get_by_role("button", name="Certify and send").click()
    assert "Return received" in page.inner_text("main")


def decide_on_a_plan(owner, manager, people):
    proposed = Consequence.objects.get()
    owner.goto(f"/consequences/{proposed.pk}/")
    assert "red in 2 periods in a row" in owner.inner_text("main")
    owner.get_by_role("button", name="Reply").click()
    owner.get_by_label("Your reply").fill("A new boiler is in.")
    owner.get_by_role("button", name="Send reply").click()
    signing_in.sign_in(manager, people[Role.MANAGER])
    manager.goto(f"/consequences/{proposed.pk}/")
    assert "A new boiler is in." in manager.inner_text("main")
    manager.get_by_role("button", name="Decide").click()
    manager.get_by_label("Improvement plan").check()
    manager.get_by_label("Reasons").fill("Two quarters below the floor.")
    type_day(manager, "From", timezone.localdate())
    manager.get_by_role("button", name="Save decision").click()
    proposed.refresh_from_db()
    assert proposed.plan


def see_how_it_stands(page, people, kpi_return):
    """The placement team's list says it in the row of the school."""
    write_standings(Term.objects.periods().named(kpi_return.period_name), by=None)
    signing_in.sign_in(page, people[Role.PLACEMENTS])
    page.goto("/schools/?member=any")
    row = page.get_by_role("row").filter(has_text=kpi_return.school.name)
    assert "Below" in row.inner_text()
