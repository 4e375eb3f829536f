"""Tables on their way in."""

from __future__ import annotations

import csv
import io

from django.core.files.uploadedfile import SimpleUploadedFile

from contracts.membership.imports import import_members
from nmiss.across.imports.models import ImportRun
from nmiss.base.core.acting import acting_for
from nmiss.base.files.kinds import CSV
from nmiss.base.files.models import StoredFile
from placements.imports import import_placements
from providers.imports import import_schools
from tests import county
from tests.factories.contracts import the_dps

USUAL = {
    "schools": county.SCHOOL,
    "links": county.LINK,
    "inspections": county.INSPECTION,
    "members": county.MEMBER,
    "placements": county.PLACEMENT,
    "reviews": county.REVIEW,
    "prices": county.PRICE,
    "price_lists": county.PRICE_LIST,
    "fee_decisions": county.FEE_DECISION,
    "price_bands": county.PRICE_BAND,
    "payments": county.PAYMENT,
    "cost_index": county.COST_INDEX,
    "decisions": county.DECISION,
    "indicators": county.INDICATOR,
    "terms": county.TERM,
    "returns": county.RETURN,
}


def table_of(what, *rows):
    """The bytes of a table of these rows; each is the usual one but for what is given."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(USUAL[what]), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(USUAL[what] | row for row in rows or [{}])
    return text.getvalue().encode()


def begin(what, *rows, by, name="table.csv", is_checked=True):
    """Hand a table to the worker, its file checked already unless ``is_checked`` is false."""
    file = SimpleUploadedFile(name, table_of(what, *rows))
    file.kind = CSV
    with acting_for(by):
        run = ImportRun.begin(what=what, file=StoredFile.take_in(file, by=by), by=by)
    if is_checked:
        run.file.pass_as_made()
    return run


def take_in_a_row_of_each(folder):
    """Have a school of the register, its membership and a child who is placed there."""
    take_ins = {
        "schools": (import_schools, "cp1252"),
        "members": (import_members, "utf-8"),
        "placements": (import_placements, "utf-8"),
    }
    the_dps()  # whose term is open
    for what, (take_in, encoding) in take_ins.items():
        path = county.table(folder / f"{what}.csv", USUAL[what], encoding=encoding)
        take_in(path, by=None)
