"""A return that is filled in offline: the template, the upload, and the draft it lands in."""

import csv
import io
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kpis import saving
from kpis.filling import filling_of, fillings_of
from kpis.models import Figure, KpiReturn, ReturnSection, ReturnStatus, ReturnWorkbook
from kpis.offline import checking, entries, layout, taking, template
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.files.models import StoredFile
from tests.factories.accounts import UserFactory
from tests.factories.kpis import (
    accepted,
    asked_for,
    filled_in,
    in_force,
    people_of,
    ready,
)
from tests.factories.providers import SchoolFactory
from tests.tokens import seen_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def framework():
    return in_force(
        {"cohort": "placements_at_end", "minimum": 0, "definition": "Sessions attended"},
        {"code": "K05", "name": "Exclusions", "formula": "exclusions", "unit": "count"}
        | {"polarity": "low", "target": 0, "floor": 1},
    )


@pytest.fixture
def kpi_return():
    return asked_for()


@pytest.fixture
def people(kpi_return):
    return people_of(kpi_return)


@pytest.fixture
def editor(people):
    return people[0]


def rows_of(content):
    sheet = openpyxl.load_workbook(io.BytesIO(content))["Return"]
    heading, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(heading, row, strict=True)) for row in rows]


def typed_into(content, **values):
    """The workbook with other cells under “Value”, by the input."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book["Return"]
    places = {cell.value: cell.column for cell in sheet[1]}
    for row in sheet.iter_rows(min_row=2):
        name = row[places[layout.ROW] - 1].value.rpartition(".")[2]
        if name in values:
            row[places[layout.VALUE] - 1].value = values[name]
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def entries_of(*returns, **values):
    """The entries of a template, with what was typed into some rows: a value or more cells."""
    found = []
    for number, row in enumerate(rows_of(template.blank(fillings_of(returns))), start=2):
        name = (
            row[layout.ROW].rpartition(".")[2].partition(":")[2] or row[layout.ROW].split(".")[-1]
        )
        given = values.get(name, {})
        given = given if isinstance(given, dict) else {"value": str(given)}
        value = "" if row[layout.VALUE] is None else str(row[layout.VALUE])
        usual = {"value": value, "na": row[layout.NA] or "", "words": row[layout.WORDS] or ""}
        found.append(
            entries.WorkbookEntry(number, row[layout.ROW], row[layout.URN], **usual | given)
        )
    return found


def sent_back(found, by):
    file = StoredFile.keep_made(b"read already", name="r.xlsx", content_type="x", by=by)
    workbook = ReturnWorkbook.begin(file, by=by)
    workbook.note_entries(by=None, entries=entries.as_data(found))
    return workbook


def remedies(found, by):
    return [each.remedy for each in checking.check(found, by=by).problems]


def saved(found, by, **options):
    seen = checking.check(found, by=by).digest()
    return taking.take(sent_back(found, by), by=by, seen=seen, **options)


def value_of(name):
    return Figure.objects.get(input=name).value


def test_goes_out_comes_back_and_lands_in_the_draft(client, kpi_return, editor):
    client.force_login(editor)
    content = client.get(reverse("kpis:return_template", args=[kpi_return.pk])).content
    first = rows_of(content)[1]
    assert (first[layout.QUESTION], first[layout.DEFINITION]) == ("Attended", "Sessions attended")
    assert "target 92" in first[layout.EXPECTED]
    sheet = openpyxl.load_workbook(io.BytesIO(content))["Return"]
    assert sheet.protection.sheet
    assert [cell.protection.locked for cell in sheet[3]] == [*[True] * 9, *[False] * 3, True, True]

    filled = typed_into(content, attended=95, possible="=100+0.5")
    upload = SimpleUploadedFile("Our return.xlsx", filled)
    page = client.post(reverse("kpis:workbook_list"), {"file": upload}, follow=True)
    assert "We are checking that the file is safe" in page.text
    StoredFile.objects.get().pass_as_made()
    assert taking.read_what_is_due() == 1
    page = client.get(page.request["PATH_INFO"])
    assert [each.remedy for each in page.context_data["problems"]] == [checking.FORMULA]
    there = reverse("kpis:workbook_correct", args=[ReturnWorkbook.objects.get().pk])
    older = client.get(there)
    (wrong,) = (name for name in older.context_data["form"].fields if name != "seen")
    page = client.post(there, {wrong: "100.5"} | seen_in(older), follow=True)
    assert [(each.before, each.after) for each in page.context_data["changes"]] == [
        ("", "95"),
        ("", "100.5"),
    ]
    assert value_of("attended") is None

    seen = page.context_data["form"].initial["seen"]
    page = client.post(page.request["PATH_INFO"], {"seen": seen}, follow=True)

    assert "The figures are saved" in page.text
    assert value_of("possible") == Decimal("100.5")
    section = ReturnSection.objects.get()
    assert (section.key, section.revision, section.saved_by) == ("K01", 1, editor)
    kpi_return.refresh_from_db()
    assert kpi_return.status == ReturnStatus.BEING_FILLED
    assert ReturnWorkbook.objects.get().entries == []


def test_comes_back_as_the_csv_that_people_save(tmp_path, kpi_return, editor):
    rows = rows_of(template.blank([filling_of(kpi_return)]))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, rows[0], delimiter=";")
    writer.writeheader()
    for row in rows:
        writer.writerow(row | {layout.VALUE: "12" * (row[layout.QUESTION] == "Attended")})
    path = tmp_path / "return.csv"
    path.write_bytes(text.getvalue().replace("Attendance", "Präsenz").encode("cp1252"))

    found = checking.check(entries.read(path), by=editor)

    (change,) = found.changes
    assert (change.line.name, change.after) == ("attended", "12")


def test_a_workbook_that_waits_is_a_task_of_whoever_sent_it(client, kpi_return, people):
    editor, owner = people
    sent_back(entries_of(kpi_return, attended="many"), editor)

    client.force_login(editor)
    assert "Check the workbook and save its figures" in client.get("/").text
    client.force_login(owner)
    assert "Check the workbook" not in client.get("/").text


def test_all_that_is_wrong_is_said_at_once_whose_when_what(kpi_return, editor):
    theirs = asked_for("2025-Q1")
    wrong = entries_of(
        kpi_return,
        placements_at_end="-1",
        attended={"value": "92,5"},
        possible={"value": "=1+1"},
        exclusions={"value": "1", "na": "yes"},
        K01={"value": "7"},
        K05={"words": "=cmd"},
    )
    strangers = entries_of(theirs)

    found = checking.check([*wrong, *strangers], by=editor).problems

    about = (str(kpi_return.school), "2024-Q4")
    assert {(each.school, each.period) for each in found[:6]} == {about}
    assert [(each.question.rpartition(": ")[2], each.remedy) for each in found[:6]] == [
        ("Placements on the last day", "enter 0 or more"),
        ("Attended", "write decimals with a full stop: 92.5"),
        ("Possible", checking.FORMULA),
        ("Comment", checking.ONLY_WORDS),
        ("Exclusions", checking.NOT_BOTH),
        ("Comment", checking.WORDS_ARE_A_FORMULA),
    ]
    assert [each.remedy for each in found[6:]] == [checking.NOT_YOURS]
    with pytest.raises(NotAllowedNow, match="7 entries are wrong"):
        saved([*wrong, *strangers], editor)
    assert not Figure.objects.filter(value__isnull=False, ours=None).exists()


def test_what_is_no_number_or_no_row_of_the_template_is_refused(kpi_return, editor):
    asked = entries_of(kpi_return)[1]
    old = asked.code.replace(".1.", ".7.")
    cases = {
        replace(asked, value="many"): "enter a number in figures, such as 12 or 12.5",
        replace(asked, value="1000000000"): "enter a number up to 10,000,000",
        replace(asked, value="1.123456789"): "enter at most 8 decimals",
        replace(asked, na="perhaps"): checking.YES_OR_NOTHING,
        replace(asked, words="w" * 4001): "write at most 4,000 characters",
        replace(asked, words="\u200b"): "write something that can be read",
        replace(asked, urn="900009"): checking.ANOTHER_SCHOOL,
        replace(asked, code=old): checking.OLD,
        replace(asked, code=asked.code + "x"): checking.NOT_ASKED,
        replace(asked, code="K01"): checking.NO_ROW,
        replace(asked, formula=layout.SCHOOL): checking.FORMULA_ELSEWHERE,
    }

    assert {each: remedies([each], editor) for each in cases} == {
        each: [remedy] for each, remedy in cases.items()
    }
    assert remedies([asked, asked], editor) == [checking.TWICE]


def test_an_accepted_return_takes_no_workbook(kpi_return, people):
    editor, owner = people
    officer = UserFactory(role="officer")
    sheet = entries_of(kpi_return, attended=1)
    accepted(kpi_return, editor, owner, officer, attended=95, possible=100, exclusions=0)

    (remedy,) = remedies(sheet, editor)
    assert remedy == "This return is accepted. You can no longer change it."


class TestWhatIsThere:
    def test_stays_where_the_workbook_is_empty_unless_somebody_removes_it(self, kpi_return, editor):
        filled_in(kpi_return, editor, attended=95, possible=100, exclusions=0)
        sheet = entries_of(kpi_return, attended="", possible=99)

        saved(sheet, editor)
        assert (value_of("attended"), value_of("possible")) == (95, 99)
        (dropped,) = checking.check(sheet, by=editor).dropped
        assert (dropped.line.name, dropped.before) == ("attended", "95")
        saved(sheet, editor, is_emptying=True)
        assert value_of("attended") is None

    def test_an_explanation_survives_as_long_as_its_value_does(self, kpi_return, editor):
        filled_in(kpi_return, editor, attended=95, possible=100, exclusions=0)
        told = {"exclusions": saving.Told(is_na=True, reason="No child of yours is here.")}
        saving.save_section(kpi_return, 2, told, by=editor, revision=1, comment="None.")
        wordless = {"words": "", "na": "yes"}

        assert not checking.check(
            entries_of(kpi_return, exclusions=wordless, K05=wordless | {"na": ""}), by=editor
        ).changes
        saved(
            entries_of(
                kpi_return, exclusions={"value": "2", "na": "", "words": ""}, K05={"words": ""}
            ),
            editor,
        )

        assert Figure.objects.get(input="exclusions").reason == ""
        assert ReturnSection.objects.get(key="K05").comment == ""

    def test_what_changed_meanwhile_is_seen_first(self, kpi_return, people):
        editor, owner = people
        sheet = entries_of(kpi_return, attended=90)
        seen = checking.check(sheet, by=editor).digest()
        filled_in(kpi_return, owner, attended=95, possible=100, exclusions=0)

        with pytest.raises(NotAllowedNow, match="have changed since you opened this page"):
            taking.take(sent_back(sheet, editor), by=editor, seen=seen)
        assert value_of("attended") == 95

    def test_is_no_longer_ready(self, kpi_return, editor):
        ready(kpi_return, editor, attended=95, possible=100, exclusions=0)
        saved(entries_of(kpi_return, exclusions=1), editor)
        assert not filling_of(kpi_return).is_ready


class TestCorrecting:
    def test_here_or_in_the_file_that_is_given_back(self, client, kpi_return, editor):
        theirs = entries_of(asked_for("2025-Q1"))
        sheet = [*entries_of(kpi_return, attended="many", possible=100)]
        sheet += [replace(each, line=each.line + 50) for each in theirs]
        workbook = sent_back(sheet, editor)
        client.force_login(editor)

        marked = client.get(reverse("kpis:workbook_marked", args=[workbook.pk])).content
        rows = {row[layout.ROW]: row for row in rows_of(marked)}
        row = rows[sheet[1].code]
        assert row[layout.VALUE] == "many"
        assert row[layout.TO_CORRECT].startswith("Value: enter a number in figures")
        assert (
            rows[theirs[0].code][layout.TO_CORRECT]
            == "You cannot fill in this return: delete its rows from the workbook"
        )
        assert rows[theirs[0].code][layout.LAST] is None

        there = reverse("kpis:workbook_correct", args=[workbook.pk])
        shown = client.get(there)
        names = shown.context_data["form"].fields
        value, leave = (name for name in names if name != "seen")
        given = {value: "95", leave: "on"}
        page = client.post(there, given | seen_in(shown), follow=True)
        late = client.post(there, given | seen_in(shown), follow=True)
        assert "was changed after you opened this page" in late.text
        assert [each.after for each in page.context_data["changes"]] == ["95", "100"]


def test_a_file_that_is_no_template_is_refused_with_what_to_do(client, tmp_path, editor):
    client.force_login(editor)
    upload = SimpleUploadedFile("other.csv", b"URN,Name\r\n900001,Ash\r\n")
    client.post(reverse("kpis:workbook_list"), {"file": upload})
    StoredFile.objects.get().pass_as_made()
    taking.read_what_is_due()

    workbook = ReturnWorkbook.objects.get()
    page = client.get(reverse("kpis:workbook_detail", args=[workbook.pk]))
    assert "this column is missing: add it" in page.text
    client.post(reverse("kpis:workbook_discard", args=[workbook.pk]))
    workbook.refresh_from_db()
    assert workbook.status == "dropped"


def test_a_group_fills_in_all_its_schools_in_one_file(kpi_return, editor):
    school = SchoolFactory(provider=kpi_return.school.provider)
    other = asked_for(school=school)
    sheet = entries_of(kpi_return, other, attended=95, possible=100)

    saved(sheet, editor)

    assert KpiReturn.objects.filter(status=ReturnStatus.BEING_FILLED).count() == 2
    assert Figure.objects.filter(input="attended", value=95).count() == 2
