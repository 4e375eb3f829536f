"""The forms of price lists, fee requests and the budget, each sent twice."""

from dataclasses import asdict

from django.core.files.uploadedfile import SimpleUploadedFile

from contracts.models import Lot
from placements.fees import forms, negotiating
from placements.fees.models import FeeRequest, FeeWindow, FeeWorkbook, PriceList
from placements.fees.offline.entries import FeeWorkbookEntry
from placements.models import BlockPurchase
from providers.models import Provider, School
from tests.factories.fees import a_mandate, a_request, asked, refuse
from tests.factories.placements import ChildFactory, PlacementFactory
from tests.sent_twice.sendings import Sending, a_pdf, day

WORDS = {"text": "Please see our accounts of last year."}
PRICES = {
    **{"starts_on": "2027-09-01", "kind_0": "base_education", "unit_0": "year"},
    **{"amount_0": "61184.50"},
}
BUDGET = {"financial_year": "2026", "line": "day", "amount": "86750000"}
INVOICES = {"valid_from": "2027-04-01", "billing": "month", "weeks": "38", "vat_rate": "20"}
INVOICES |= {"is_vat_recoverable": "yes"}
DEFICIT = {
    **{"financial_year": "2026", "eligible": "1000000", "not_eligible": "0"},
    **{"grant_expected": "500000", "grant_received": "0", "source": "Paper of June"},
}


def _price_list(world):
    return PRICES | {"lot": PriceList.objects.get(pk=world["price_list"]).lot_id}


def _draft(world):
    """Have the address name the draft, not the request with an offer."""
    world.named |= world.named["placements:fee_prices"]


def _filled_in(world):
    _draft(world)
    asked(FeeRequest.objects.get(pk=world["fee"]), "9.5", by=world.owner)


def _refused(world):
    found = FeeRequest.objects.get(pk=world["fee"])
    refuse(found, by=world.officer, reason="It is above what others ask.")


def _withdrawn(world):
    negotiating.withdraw(FeeRequest.objects.get(pk=world["fee"]), by=world.owner)


def _small(world):
    """A request on the standard route, which nobody has answered."""
    _withdrawn(world)
    return a_request(Provider.objects.get(pk=world["provider"]), 1, owner=world.owner)


def _small_with_a_mandate(world):
    a_mandate(_small(world), 1, officer=world.officer, manager=world.manager)


def _window(world):
    form = forms.FeeWindowChange(window=FeeWindow.objects.get(pk=world["window"]))
    values = {name: form[name].value() for name in form.fields}
    return {name: "" if value is None else str(value) for name, value in values.items()}


def _school(world):
    world.named["urn"] = 900001


def _block(world):
    _school(world)
    school = School.objects.get(urn=900001)
    days = {"starts_on": "2031-09-01", "ends_on": "2032-08-31", "decision": "25/00007"}
    lot = Lot.objects.get(memberships__school=school).pk
    prices = {"price": "210000", "spot_price": "75000"}
    return {"lot": lot, "provision": "day", "places": "3"} | days | prices


def _place(world):
    """A block placement that is in no block yet."""
    block = BlockPurchase.objects.get(pk=world["block"])
    facts = {"school": block.school, "route": "block", "starts_on": block.starts_on}
    child = ChildFactory(reference="OF-A-BLOCK")
    world.named["place"] = PlacementFactory(child=child, reference="IN-A-BLOCK", **facts).pk


def _signed(world):
    return {"title": "Accounts of last year", "file": a_pdf()}


def _a_workbook(world):
    rows = b"Placement,Answer,Reason,VAT on top,Row\r\n,4,,,F1.percent\r\n"
    return {"file": SimpleUploadedFile("fees.csv", rows)}


def _wrong_workbook(world):
    workbook = FeeWorkbook.objects.get(pk=world.named["fee_workbook"])
    code = f"F{workbook.request_id}.teaching_pay_before"
    workbook.entries = [asdict(FeeWorkbookEntry(2, code, typed={"Answer": "many"}))]
    workbook.save(update_fields=["entries"])


def _unsent(world):
    world.named |= world.named["placements:fee_document_remove"]


def _offline(world):
    _school(world)
    _withdrawn(world)


def _all_schools(world):
    return {"school": f"all-{world['provider']}", "scope": "all"}


def _on_fee(who, given=None, first=None):
    return Sending("fees", who, ("fee",), given or {}, first=first)


FEES = {
    "placements:price_list_add": Sending("fees", "officer", ("urn",), _price_list, first=_school),
    "placements:price_list_void": Sending(
        "fees", "officer", ("price_list",), {"reason": "The file was of another school."}
    ),
    "placements:fee_start": Sending("fees", "owner", (), _all_schools, first=_withdrawn),
    "placements:fee_start_offline": Sending(
        "fees", "officer", ("urn",), {"schools": "one", "scope": "all"}, first=_offline
    ),
    "placements:fee_document_add": Sending("fees", "owner", ("fee",), _signed),
    "placements:fee_document_remove": Sending("fees", "owner", ("document",), first=_unsent),
    "placements:block_add": Sending("blocks", "manager", ("urn",), _block, first=_school),
    "placements:block_fill": Sending(
        "blocks",
        "officer",
        ("block",),
        lambda world: {"placements": [world["place"]]},
        first=_place,
    ),
    "placements:block_void": Sending(
        "blocks", "manager", ("block",), {"reason": "It was entered twice."}
    ),
    "placements:fee_window_change": Sending("fees", "manager", ("window",), _window),
    "placements:fee_prices": _on_fee("owner", {"percent": "4", "revision": "0"}, _draft),
    "placements:fee_costs": _on_fee(
        "owner", {"premises_before": "1", "premises_proposed": "2", "revision": "0"}, _draft
    ),
    "placements:fee_background": _on_fee("owner", {"reserves": "Three", "revision": "0"}, _draft),
    "placements:fee_workbooks": _on_fee("owner", _a_workbook, _draft),
    "placements:fee_workbook": Sending("fees", "owner", ("fee_workbook",)),
    "placements:fee_workbook_correct": Sending(
        "fees", "owner", ("fee_workbook",), {"answer_2": "700000"}, first=_wrong_workbook
    ),
    "placements:fee_workbook_discard": Sending("fees", "owner", ("fee_workbook",)),
    "placements:fee_submit": _on_fee("owner", {"declared": "on"}, _filled_in),
    "placements:fee_write": _on_fee("owner", WORDS),
    "placements:fee_note": _on_fee("officer", WORDS),
    "placements:fee_information": _on_fee("officer", WORDS),
    "placements:fee_recommend": _on_fee("officer", {"percent": "5", "reason": "As others do"}),
    "placements:fee_offer": _on_fee("officer", {"percent": "3.5", "expires_on": day(20)}),
    "placements:fee_standard": Sending("fees", "officer", (), {"reason": "Small"}, first=_small),
    "placements:fee_standard_offer": Sending(
        "fees", "officer", (), {"expires_on": day(20)}, first=_small_with_a_mandate
    ),
    "placements:fee_accept": Sending("fees", "owner", ("fee", "number")),
    "placements:fee_refuse": _on_fee("officer", {"reason": "No evidence"}),
    "placements:fee_escalate": _on_fee("owner", WORDS),
    "placements:fee_appeal": _on_fee("owner", WORDS, _refused),
    "placements:fee_withdraw": _on_fee("owner"),
    "placements:budget_set": Sending("plain", "finance", given=BUDGET),
    "placements:invoice_rules_set": Sending("plain", "finance", given=INVOICES),
    "placements:deficit_set": Sending("plain", "finance", given=DEFICIT),
}
