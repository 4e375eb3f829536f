"""The forms of price lists, fee requests and the budget, each sent twice."""

from placements.fees import forms, negotiating
from placements.fees.models import FeeRequest, FeeWindow, PriceList
from tests.factories.fees import asked, refuse
from tests.sent_twice.sendings import Sending, day

WORDS = {"text": "Please see our accounts of last year."}
PRICES = {
    **{"starts_on": "2027-09-01", "kind_0": "base_education", "unit_0": "year"},
    **{"amount_0": "61184.50"},
}
BUDGET = {"financial_year": "2026", "line": "day", "amount": "86750000"}
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


def _window(world):
    form = forms.FeeWindowChange(window=FeeWindow.objects.get(pk=world["window"]))
    values = {name: form[name].value() for name in form.fields}
    return {name: "" if value is None else str(value) for name, value in values.items()}


def _school(world):
    world.named["urn"] = 900001


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
    "placements:fee_window_change": Sending("fees", "manager", ("window",), _window),
    "placements:fee_prices": _on_fee("owner", {"percent": "4", "revision": "0"}, _draft),
    "placements:fee_costs": _on_fee(
        "owner", {"premises_before": "1", "premises_proposed": "2", "revision": "0"}, _draft
    ),
    "placements:fee_background": _on_fee("owner", {"reserves": "Three", "revision": "0"}, _draft),
    "placements:fee_submit": _on_fee("owner", {"declared": "on"}, _filled_in),
    "placements:fee_write": _on_fee("owner", WORDS),
    "placements:fee_note": _on_fee("officer", WORDS),
    "placements:fee_information": _on_fee("officer", WORDS),
    "placements:fee_recommend": _on_fee("officer", {"percent": "5", "reason": "As others do"}),
    "placements:fee_offer": _on_fee("officer", {"percent": "3.5", "expires_on": day(20)}),
    "placements:fee_accept": Sending("fees", "owner", ("fee", "number")),
    "placements:fee_refuse": _on_fee("officer", {"reason": "No evidence"}),
    "placements:fee_escalate": _on_fee("owner", WORDS),
    "placements:fee_appeal": _on_fee("owner", WORDS, _refused),
    "placements:fee_withdraw": _on_fee("owner"),
    "placements:budget_set": Sending("plain", "finance", given=BUDGET),
    "placements:deficit_set": Sending("plain", "finance", given=DEFICIT),
}
