"""The words of what is done with children and their places."""

from __future__ import annotations

from nmiss.base.core.deeds import Fact, register, register_facts
from placements.models import CloseReason, Directed, EndOfConsultation

register(
    "Prices",
    {
        "add_price": ("added the", "Price added"),
        "end_price": ("ended the", "Price ended"),
        "void_price": ("voided the", "Price voided"),
        "note_value": ("updated the value of", "Value updated"),
    },
)
register(
    "Imports",
    {
        "import_school_links": ("imported school links from", "School links imported"),
        "import_placements": ("imported placements from", "Placements imported"),
        "import_prices": ("imported prices from", "Prices imported"),
    },
    for_administrators=True,
)
register_facts(files="Files", as_at="As at", amount=Fact("Amount", lambda text: f"£{text}"))
register(
    "Cases",
    {
        "reveal_identity": ("viewed the identity of", "Identity shown"),
        "print_bundle": ("printed the evidence bundle of", "Evidence bundle printed"),
        "pack_bundle": ("took the evidence bundle with the files of", "Evidence bundle taken"),
        "open_case": ("opened the", "Case opened"),
        "change_case": ("changed the", "Case changed"),
        "close_case": ("closed the", "Case closed"),
        "reopen_case": ("reopened the", "Case reopened"),
        "add_appeal": ("recorded the", "Tribunal appeal recorded"),
        "change_appeal": ("changed the", "Tribunal appeal changed"),
        "save_shortlist": ("saved the", "Shortlist saved"),
        "set_match_weights": ("set the", "Weights of matching set"),
    },
)
FACTS = {
    "kind": "why a place is needed",
    "urgency": "how soon",
    "stay": "day or residential",
    "wanted_on": "requested start",
    "needed_since": "needed since",
    "draft_plan_on": "date of the draft plan",
    "represented_on": "representations received",
    "plan_final_on": "date of the final plan",
    "named_type": "type of school named in the plan",
    "must_admit": "duty to admit",
    "most_miles": "most miles",
    "must_haves": "must-haves",
    "preferred_school": "school that parents prefer",
    "preference": "parents’ words",
    "needs": "needs",
}
APPEAL = {
    "registered_on": "registered",
    "hearing_on": "hearing",
    "order_on": "order",
    "outcome": "outcome",
}
register_facts(
    add_appeal__registered_on="Registered",
    change_appeal__changed=Fact("Changed", lambda names: ", ".join(APPEAL[each] for each in names)),
    open_case__wanted_on="Requested start",
    change_case__changed=Fact(
        "Changed", lambda names: ", ".join(FACTS.get(each, each) for each in names)
    ),
    close_case__close_reason=Fact("Reason", dict(CloseReason.choices)),
    save_shortlist__schools="Schools",
    set_match_weights__valid_from="From",
    set_match_weights__need="Weight of needs",
    set_match_weights__age="Weight of the school year",
    set_match_weights__places="Weight of free places",
    set_match_weights__distance="Weight of distance",
    set_match_weights__price="Weight of price",
    set_match_weights__standing="Weight of KPI standing",
    set_match_weights__inspection="Weight of the last inspection",
    set_match_weights__section_41="Weight of the duty to admit",
    set_match_weights__reach_miles="Miles that count",
    set_match_weights__first_within_miles="Miles within which a day school is put first",
    set_match_weights__mile_cost="Transport for a mile",
    set_match_weights__good_days="Working days that a shortlist holds",
)
register(
    "Consultations",
    {
        "make_pack": ("made", "Pack made"),
        "add_to_pack": ("added a document to", "Document added to a pack"),
        "take_out_of_pack": ("removed a document from", "Document removed from a pack"),
        "consult": ("sent", "Consultation sent"),
        "choose_school": ("made the", "School chosen"),
        "void_choice": ("voided the", "Choice of a school voided"),
        "close_consultation": ("closed", "Consultation closed"),
        "reopen_consultation": ("reopened", "Consultation reopened"),
        "send_link": ("sent a link to", "Link sent"),
        "open_link": ("opened the link to", "Link opened"),
        "hand_on": ("handed on", "Consultation handed on"),
        "save_reply": ("saved a reply to", "Reply saved"),
        "send_reply": ("sent a reply to", "Reply sent"),
        "attach_to_reply": ("added a document to the reply to", "Document added to a reply"),
        "detach_from_reply": (
            "removed a document from the reply to",
            "Document removed from a reply",
        ),
    },
)
register_facts(
    consult__school="School",
    consult__due_on="Due",
    choose_school__school="School",
    choose_school__is_on_dps="On the DPS",
    choose_school__directed=Fact("Directed", dict(Directed.choices)),
    close_consultation__close_reason=Fact("Reason", dict(EndOfConsultation.choices)),
    add_to_pack__kind="Document",
    take_out_of_pack__kind="Document",
    hand_on__to="To",
    send_link__email="To",
    open_link__email="Sent to",
)
