"""The words of what is done with placement agreements."""

from __future__ import annotations

from nmiss.base.core.deeds import register, register_facts

MOVES = {
    "sign": ("signed the", "Placement agreement signed by provider"),
    "countersign": ("countersigned the", "Placement agreement countersigned"),
    "supersede": ("superseded the", "Placement agreement superseded"),
    "withdraw": ("withdrew the", "Placement agreement withdrawn"),
    "decline": ("declined the", "Placement agreement declined"),
    "reinstate": ("put back in force the", "Placement agreement in force again"),
    "void": ("voided the", "Placement agreement voided"),
}
register(
    "Placements",
    {
        "offer_placement": ("offered the", "Placement agreement offered"),
        "begin_placement": ("began placement", "Placement begun"),
        "void_placement": ("voided placement", "Placement voided"),
        "end_placement": ("set the last day of placement", "Last day of placement set"),
        "check_school": ("recorded the", "Pre-placement check recorded"),
        **{f"placements.PlacementAgreement.{verb}": words for verb, words in MOVES.items()},
    },
)
register_facts(
    check_school__is_passed="A child can be placed there",
    offer_placement__starts_on="First day",
    offer_placement__school="School",
    begin_placement__starts_on="First day",
    end_placement__ended_on="Last day",
)
