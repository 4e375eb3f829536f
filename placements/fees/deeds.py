"""The words of what is done with fees."""

from __future__ import annotations

from nmiss.base.core.deeds import Fact, register, register_facts
from placements.fees.models import FeePart

register(
    "Fees",
    {
        "add_price_list": ("added the", "Price list added"),
        "void_price_list": ("voided the", "Price list voided"),
        "make_fee_window": ("made the", "Fee window made"),
        "change_fee_window": ("changed the", "Fee window changed"),
        "start_fee_request": ("started the", "Fee request started"),
        "save_fee_section": ("saved a part of the", "Part saved"),
        "write_on_fee_request": ("wrote on the", "Message sent"),
        "note_on_fee_request": ("wrote a note on the", "Internal note saved"),
        "attach_to_fee_request": ("added a document to the", "Document added to a fee request"),
        "detach_from_fee_request": (
            "removed a document from the",
            "Document removed from a fee request",
        ),
        "download_fee_template": (
            "downloaded the template of the",
            "Template of a fee request downloaded",
        ),
        "upload_fee_workbook": (
            "uploaded a workbook for the",
            "Workbook of a fee request uploaded",
        ),
        "approve_fee_mandate": ("approved a mandate for the", "Mandate approved"),
    },
)
MOVES = {
    "submit": ("submitted the", "Fee request: submitted"),
    "ask_for_information": ("asked for information on the", "Fee request: information requested"),
    "give_information": ("gave information on the", "Fee request: information given"),
    "negotiate": ("made an offer on the", "Fee request: offer made"),
    "escalate": ("escalated the", "Fee request: escalated"),
    "agree": ("agreed the", "Fee request: agreed"),
    "refuse": ("refused the", "Fee request: refused"),
    "appeal": ("appealed on the", "Fee request: appealed"),
    "withdraw": ("withdrew the", "Fee request: withdrawn"),
}
WORKBOOKS = {
    "note_entries": ("was read: the", "Workbook of a fee request read"),
    "refuse": ("refused the", "Workbook of a fee request refused"),
    "take": ("saved the", "Workbook of a fee request saved"),
    "correct": ("corrected the", "Workbook of a fee request corrected"),
    "drop": ("discarded the", "Workbook of a fee request discarded"),
}
register("Fees", {f"placements.FeeWorkbook.{verb}": words for verb, words in WORKBOOKS.items()})
register("Fees", {f"placements.FeeRequest.{verb}": words for verb, words in MOVES.items()})
register(
    "Imports",
    {
        "import_price_lists": ("imported price lists from", "Price lists imported"),
        "import_cost_index": ("imported an index from", "Index of pay and prices imported"),
        "import_price_bands": ("imported price bands from", "Price bands imported"),
    },
    for_administrators=True,
)
register_facts(
    add_price_list__lines="Prices",
    start_fee_request__placements="Prices of placements",
    save_fee_section__part=Fact("Part", dict(FeePart.choices)),
    take__changes="Changes",
    approve_fee_mandate__pounds=Fact("More a year", lambda text: f"£{text}"),
    submit__effective_on="New prices from",
    submit__is_late=Fact("Late", {True: "Yes", False: "No"}),
    submit__answer_due_on="Answer by",
    submit__received_on="Received on",
    submit__signed_by="Signed by",
    appeal__answer_due_on="Answer by",
    give_information__answer_due_on="Answer by",
    ask_for_information__due_on="Answer by",
    negotiate__offer="Offer",
    agree__on="Agreed on",
    agree__percent="Per cent",
    refuse__on="Refused on",
    change_fee_window__changed=Fact("Changed", lambda names: ", ".join(names)),
)
