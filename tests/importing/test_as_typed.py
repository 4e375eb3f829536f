"""A workbook that people fill in: nothing counts that nobody typed, and nothing is hidden."""

import openpyxl
import pytest
from openpyxl.worksheet.formula import ArrayFormula

from nmiss.base.importing import reading_out
from tests.importing.spreadsheets import bytes_of


def said_of(change):
    book = openpyxl.Workbook()
    book.active.append(["Value", "2"])
    change(book)
    return list(reading_out._said(bytes_of(book), reading_out._rows_as_typed))


def test_a_formula_comes_as_it_stands():
    over_cells = ArrayFormula("B2", "=SUM(1,2)")
    said = said_of(lambda book: book.active.append(["=1+1", over_cells]))
    assert ["row", 2, ["=1+1", "=SUM(1,2)"]] in said
    assert said[-1] == ["end"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            lambda book: book.active.merge_cells("A1:B2"),
            "Cells are merged in the sheet",
        ),
        (
            lambda book: setattr(book.create_sheet("Notes"), "sheet_state", "hidden"),
            "The sheet “Notes” is hidden",
        ),
        (lambda book: book.active.cell(10_001, 1, "x"), "more than 10,000 rows"),
    ],
)
def test_what_is_hidden_merged_or_endless_is_refused(change, words):
    ((kind, refusal),) = said_of(change)
    assert kind == "refused"
    assert words in refusal
