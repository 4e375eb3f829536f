"""A price list of the school that there is, a draft of a request, and one with an offer."""

from __future__ import annotations

import datetime
from dataclasses import asdict

from contracts.models import Lot
from nmiss.base.files.models import XLSX_TYPE, StoredFile
from placements.fees.models import FeeDocument, FeeScope, FeeWorkbook, PriceList
from placements.fees.offline.entries import FeeWorkbookEntry
from placements.models import Placement
from providers.models import School
from tests.factories.consultations import a_file
from tests.factories.fees import a_draft, a_mandate, a_request, a_window, an_offer
from tests.factories.prices import a_base


def fill(people, provider):
    school = School.objects.get(urn=900001)
    School.objects.filter(pk=school.pk).update(provider=provider)
    price_list = PriceList.add(
        school,
        Lot.objects.get(memberships__school=school),
        [a_base(60_000)],
        by=people["officer"],
        starts_on=datetime.date(2023, 9, 1),
    )
    window, owner = a_window(), people["owner"]
    assert Placement.objects.on(window.effective_on).exists()
    draft = a_draft(provider, by=owner, scope=FeeScope.NEW)
    asked = a_request(provider, owner=owner)
    a_mandate(asked, 4, officer=people["officer"], manager=people["manager"])
    an_offer(asked, 3, by=people["officer"])
    in_drafting = {"fee": draft.pk}
    evidence = FeeDocument.add(asked, a_file(), by=owner, title="Accounts")
    evidence.file.pass_as_made()
    unsent = FeeDocument.add(draft, a_file(), by=owner, title="Accounts")
    file = StoredFile.keep_made(b"x", name="fees.xlsx", content_type=XLSX_TYPE, by=owner)
    workbook = FeeWorkbook.begin(draft, file, by=owner)
    filled_in = FeeWorkbookEntry(2, f"F{draft.pk}.reserves", typed={"Answer": "Three months"})
    workbook.note_entries(by=None, entries=[asdict(filled_in)])
    return {
        "fee_workbook": workbook.pk,
        "price_list": price_list.pk,
        "window": window.pk,
        "fee": asked.pk,
        "number": 1,
        "document": evidence.pk,
        "placements:fee_document_remove": {"document": unsent.pk},
        **{
            f"placements:fee_{part}": in_drafting
            for part in ("prices", "costs", "background", "submit", "workbooks", "template")
        },
    }
