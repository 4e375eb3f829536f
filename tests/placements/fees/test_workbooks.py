"""A request that is filled in offline: the template, the upload, and the draft it lands in."""

import io
from decimal import Decimal

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from nmiss.base.core.as_read import ChangedMeanwhile
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.files.models import StoredFile
from placements.fees import asking
from placements.fees.models import FeeWorkbook
from placements.fees.offline import checking, layout, taking
from placements.fees.offline.entries import FeeWorkbookEntry
from tests.factories.fees import a_draft, asked, submit
from tests.seen import seen
from tests.tokens import seen_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("window")]


@pytest.fixture
def draft(provider, place, editor):
    place()
    return a_draft(provider, by=editor)


def typed_into(content, cells):
    """The workbook with other cells, by the end of the row's code and the heading."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book["Fee request"]
    places = {cell.value: cell.column for cell in sheet[1]}
    for row in sheet.iter_rows(min_row=2):
        key = row[places[layout.ROW] - 1].value.partition(".")[2]
        for heading, value in cells.get(key, {}).items():
            row[places[heading] - 1].value = value
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def entries_of(request, **cells):
    """The rows of a template, with what was typed into some."""
    found = []
    for number, line in enumerate(layout.lines_of(request, layout.prices_of(request)), start=2):
        said = {name: "" if each is None else str(each) for name, each in line.said.items()}
        typed = dict.fromkeys(layout.TYPED, "") | said
        key = line.code.partition(".")[2]
        found.append(
            FeeWorkbookEntry(number, line.code, line.placement, typed=typed | cells.get(key, {}))
        )
    return found


def remedies(request, entries):
    return {each.remedy for each in checking.check(request, entries).problems}


def test_goes_out_comes_back_and_lands_in_the_draft(draft, editor, client):
    client.force_login(editor)
    first, second = draft.lines.in_order()
    content = client.get(f"/fees/{draft.pk}/template.xlsx").content
    cells = {
        f"asked_{first.pk}": {
            "Answer": "=40000*1.04",
            "Reason": "Pay awards",
            "VAT on top": "exempt",
        },
        f"asked_{second.pk}": {"Answer": 0.04, "Reason": "Pay awards"},
        "teaching_pay_before": {"Answer": "£700,000"},
        "teaching_pay_proposed": {"Answer": "many"},
        "reserves": {"Answer": "Three months"},
    }
    page = _upload(client, draft, typed_into(content, cells))
    assert [each.remedy for each in page.context_data["problems"]] == [
        checking.FORMULA,
        (
            f"{second.placement}, Base education: £0.04 is less than half of £40,000. Enter the "
            "new price in pounds; enter a percentage in the box above"
        ),
        "Teaching pay: enter pounds from 0 to 99,999,999.99, such as 61184.50",
    ]
    assert not draft.sections.exists()

    cells[f"asked_{first.pk}"]["Answer"] = 41_600
    cells |= {"percent": {"Answer": "4%"}, f"asked_{second.pk}": {"Reason": "Pay awards"}}
    cells["teaching_pay_proposed"] = {"Answer": 730_000}
    page = _upload(client, draft, typed_into(content, cells))
    changes = {
        each.line.code.partition(".")[2]: each.after for each in page.context_data["changes"]
    }
    assert changes[f"asked_{first.pk}"] == "£41,600; Pay awards; Exempt"
    assert changes["percent"] == "4%"
    page = client.post(page.request["PATH_INFO"], seen_in(page), follow=True)

    assert "The figures are saved" in page.text
    kept = draft.lines.in_order().values_list("asked_amount", "reason", "vat")
    assert list(kept) == [(41_600, "Pay awards", "exempt"), (41_600, "Pay awards", "standard")]
    said = {section.key: section.answers for section in draft.sections.all()}
    assert said["costs"]["teaching_pay"] == ["700000", "730000"]
    assert said["background"]["reserves"] == "Three months"
    draft.refresh_from_db()
    assert (draft.status, draft.asked_percent) == ("draft", Decimal(4))
    statuses = FeeWorkbook.objects.order_by("pk").values_list("status", "entries")
    assert [status for status, _ in statuses] == ["read", "saved"]
    assert statuses[1][1] == []


def test_what_is_wrong_is_corrected_on_the_page(draft, editor, owner, client):
    client.force_login(editor)
    first, second = draft.lines.in_order()
    content = client.get(f"/fees/{draft.pk}/template.xlsx").content
    cells = {
        f"asked_{first.pk}": {"Answer": "4 %", "Reason": "Pay awards", "VAT on top": "some"},
        f"asked_{second.pk}": {"Answer": 41_600, "Reason": "Pay awards"},
        "teaching_pay_proposed": {"Answer": "many"},
        "reserves": {"Reason": "Not asked for"},
    }
    page = _upload(client, draft, typed_into(content, cells))
    workbook = FeeWorkbook.objects.get()
    address = f"/fee-workbooks/{workbook.pk}/correct/"
    assert address in page.text
    form = client.get(address).context_data["form"]
    assert sorted(each.typed for each in form.problems) == ["4 %", "Not asked for", "many", "some"]
    assert "many" in [field.initial for field in form.fields.values()]

    better = {"4 %": "41600", "some": "Exempt"}
    names = [name for name in form.fields if name != "seen"]
    answers = {
        name: better.get(each.typed, "") for name, each in zip(names, form.problems, strict=True)
    }
    page = client.post(address, answers | seen_in(client.get(address)), follow=True)
    assert not draft.sections.exists()  # nothing is saved before somebody has read the changes
    assert page.context_data["problems"] == []
    client.force_login(owner)
    assert client.get(address).status_code == 404  # who uploaded it
    client.force_login(editor)
    client.post(page.request["PATH_INFO"], seen_in(page), follow=True)

    kept = draft.lines.in_order().values_list("asked_amount", "reason", "vat")
    assert kept[0] == (41_600, "Pay awards", "exempt")
    assert client.get(address).status_code == 409


def test_a_correction_on_an_older_page_is_no_other_lines(draft, editor, client):
    client.force_login(editor)
    first, second = draft.lines.in_order()
    content = client.get(f"/fees/{draft.pk}/template.xlsx").content
    cells = {
        f"asked_{each.pk}": {"Answer": typed, "Reason": "Pay awards", "VAT on top": "Exempt"}
        for each, typed in ((first, "4 %"), (second, "5 %"))
    }
    _upload(client, draft, typed_into(content, cells))
    workbook = FeeWorkbook.objects.get()
    address = f"/fee-workbooks/{workbook.pk}/correct/"
    older = client.get(address)
    one, other = (name for name in older.context_data["form"].fields if name != "seen")
    read = seen_in(older)
    client.post(address, read | {one: "41600", other: "5 %"})
    before = typed_of(workbook)

    page = client.post(address, read | {one: "42000", other: "5 %"}, follow=True)

    assert "was changed after you opened this page" in page.text
    assert typed_of(workbook) == before
    assert [each.typed for each in page.context_data["form"].problems] == ["5 %"]
    client.post(address, seen_in(page) | {other: "43000"}, follow=True)
    assert [each["Answer"] for each in typed_of(workbook) if each["Answer"]] == ["41600", "43000"]
    late = client.post(address, read | {one: "42000"}, follow=True)  # nothing is wrong any more
    assert "was changed after you opened this page" in late.text


def typed_of(workbook):
    workbook.refresh_from_db()
    return [each["typed"] for each in workbook.entries]


def _upload(client, draft, content):
    """Upload a workbook, have the worker check and read it, and open its page again."""
    file = SimpleUploadedFile("Our request.xlsx", content)
    page = client.post(f"/fees/{draft.pk}/offline/", {"file": file}, follow=True)
    assert "We are checking that the file is safe" in page.text
    StoredFile.objects.latest("pk").pass_as_made()
    assert taking.read_what_is_due() == 1
    return client.get(page.request["PATH_INFO"])


def test_says_what_is_wrong_with_a_row(provider, draft, editor, place):
    first = draft.lines.in_order()[0]
    rows = entries_of(draft)
    price = next(each for each in rows if each.code.endswith(f"asked_{first.pk}"))
    of_another = FeeWorkbookEntry(90, f"F{draft.pk + 1}.percent", typed={})
    wrong = [
        (FeeWorkbookEntry(91, "R1.1.attended", typed={}), checking.NO_ROW),
        (of_another, checking.OF_ANOTHER),
        (FeeWorkbookEntry(92, f"F{draft.pk}.asked_99999999", typed={}), checking.NOT_ASKED),
        (
            FeeWorkbookEntry(93, price.code, "PLC-X", typed={}),
            f"This row belongs to placement {first.placement}",
        ),
        (
            FeeWorkbookEntry(94, price.code, price.placement, typed={}, formula="Now"),
            "formula under “Now”",
        ),
        (FeeWorkbookEntry(95, rows[0].code, typed={"VAT on top": "Exempt"}), checking.NO_BOX),
    ]
    for entry, remedy in wrong:
        assert any(remedy in each for each in remedies(draft, [entry])), remedy
    assert remedies(draft, [*rows, rows[1]]) == {checking.TWICE}
    assert remedies(draft, rows) == set()
    assert checking.check(draft, rows).changes == []
    assert checking.check(draft, []).changes == []


def test_empty_cells_leave_the_draft_as_it_is(draft, editor):
    asked(draft, "9.5", by=editor)
    empty = [
        FeeWorkbookEntry(
            each.line, each.code, each.placement, typed=dict.fromkeys(layout.TYPED, "")
        )
        for each in entries_of(draft)
    ]
    assert checking.check(draft, empty).changes == []
    told = [FeeWorkbookEntry(2, f"F{draft.pk}.premises_proposed", typed={"Answer": "32,000"})]
    [change] = checking.check(draft, told).changes
    assert (change.before, change.after) == ("£31,000", "£32,000")


def test_is_saved_as_it_was_read_by_who_uploaded_it_while_it_is_a_draft(
    draft, editor, owner, client
):
    rows = [FeeWorkbookEntry(2, f"F{draft.pk}.reserves", typed={"Answer": "Three months"})]
    file = StoredFile.keep_made(b"read already", name="r.xlsx", content_type="x", by=editor)
    workbook = FeeWorkbook.begin(draft, file, by=editor)
    workbook.note_entries(by=None, entries=[vars(each) for each in rows])
    seen = checking.check(draft, rows).digest
    with pytest.raises(NotAllowedNow, match="Only the person who uploaded"):
        taking.take(workbook, by=owner, seen=seen)
    asking.save_section(draft, "background", by=owner, revision=0, answers={"reserves": "Two"})
    with pytest.raises(ChangedMeanwhile):
        taking.take(workbook, by=editor, seen=seen)
    background = draft.sections.get(key="background")
    assert background.answers == {"reserves": "Two"}
    background.delete()
    submit(asked(draft, "9.5", by=editor), by=owner)
    with pytest.raises(NotAllowedNow, match="cannot be changed"):
        taking.take(workbook, by=editor, seen=seen)
    client.force_login(editor)
    assert "cannot be changed any more" in client.get(f"/fee-workbooks/{workbook.pk}/").text
    client.force_login(owner)
    assert client.get(f"/fee-workbooks/{workbook.pk}/").status_code == 404
    client.force_login(editor)
    client.post(f"/fee-workbooks/{workbook.pk}/discard/")
    workbook.refresh_from_db()
    assert (workbook.status, workbook.entries) == ("dropped", [])


def test_the_present_fee_is_beside_each_price(client, draft, owner):
    client.force_login(owner)
    first, second = draft.lines.in_order()
    draft.lines.filter(pk=second.pk).update(current_amount=0)
    content = client.get(f"/fees/{draft.pk}/template.xlsx").content
    cells = {f"asked_{line.pk}": {"Answer": 41_600, "Reason": "Pay"} for line in (first, second)}

    page = seen(_upload(client, draft, typed_into(content, cells)))

    rows = {row[2]: row[3:] for row in page.rows()}
    assert rows[str(first.placement)] == ["£40,000", "Empty", "£41,600; Pay; Standard rate"]
    assert rows[str(second.placement)][:2] == ["No fee is known", "Empty"]
