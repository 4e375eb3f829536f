"""The words of what is done with agreements and members."""

from __future__ import annotations

from contracts.membership.models import Debarred
from nmiss.base.core.deeds import Fact, register, register_facts

register(
    "Agreements",
    {
        "offer": ("offered the", "Agreement offered"),
        "sign": ("signed the", "Agreement signed by provider"),
        "countersign": ("countersigned the", "Agreement countersigned"),
        "decline": ("declined the", "Agreement declined"),
        "contracts.Agreement.withdraw": ("withdrew the", "Agreement withdrawn"),
        "end": ("ended the", "Agreement ended"),
    },
)
register(
    "Extensions",
    {
        "send_extension_letters": ("sent letters about the", "Extension letters sent"),
        "accept": ("accepted the", "Extension accepted"),
        "contracts.ExtensionLetter.decline": ("declined the", "Extension declined"),
        "ask_about_extension": ("asked about the", "Question about an extension"),
        "answer_about_extension": ("answered a question about the", "Extension question answered"),
    },
)
register(
    "Procurement arrangements",
    {
        "plan_takeover": ("planned the", "Takeover planned"),
        "map_takeover": ("mapped memberships of the", "Memberships of takeover mapped"),
        "contracts.Takeover.agree": ("agreed with a colleague to the", "Takeover agreed"),
        "contracts.Takeover.finish": ("did the", "Takeover done"),
        "contracts.Takeover.withdraw": ("withdrew the plan of the", "Takeover withdrawn"),
        "carry_over": ("carried over into a new arrangement:", "Membership carried over"),
        "follow_signature": ("ended, because it is re-signed,", "Membership re-signed"),
    },
)
register("Evaluation", {"release": ("sent the outcome of the", "Outcome sent")})
register(
    "Members",
    {
        "admit": ("admitted", "School admitted"),
        "suspend": ("suspended", "School suspended"),
        "reinstate": ("reinstated", "School reinstated"),
        "remove": ("removed", "School removed"),
        "exit": ("recorded the leaving of", "School left"),
        "ask_to_renew": ("requested the", "Self-declaration requested"),
        "renew": ("renewed the", "Self-declaration renewed"),
        "read_what_changed": ("read the changes in the", "Changes read"),
        "check_debarment": ("checked the debarment list for", "Debarment list checked"),
        "ask_for_a_document": ("asked for a newer", "Newer document requested"),
    },
)
register(
    "Imports",
    {"import_members": ("imported DPS members from", "Members imported")},
    for_administrators=True,
)
register_facts(
    sign__name="Signed by",
    countersign__name="Signed by",
    capacity="Job title",
    admitted_on="Member since",
    suspend__starts_on="Suspended from",
    opens_on="Reinstated from",
    agree__proposal="Proposal",
    takes_over_on="First day",
    carried="Carried",
    re_signed="Re-signed",
    stay_behind="Left",
    letters="Letters",
    left_on="Last day",
    has_changed=Fact("", {True: "Something has changed", False: "Nothing has changed"}),
    list_on="Date of the list",
    result=Fact("Result", dict(Debarred.choices)),
    reason="Reason",  # of whatever room: it is read last
)
