"""The words of what is done to accounts."""

from __future__ import annotations

from nmiss.base.accounts.models import Role
from nmiss.base.core.deeds import Fact, register, register_facts

register(
    "People and accounts",
    {
        "accounts.User.invite": ("invited", "Invitation sent"),
        "accounts.User.accept_invitation": ("joined", "Invitation accepted"),
        "accounts.User.withdraw_invitation": (
            "withdrew the invitation of",
            "Invitation withdrawn",
        ),
        "accounts.User.close": ("closed the account of", "Account closed"),
        "accounts.User.remove_second_factor": (
            "removed the second factor of",
            "Second factor removed",
        ),
        "accounts.User.choose_language": ("chose a language for emails", "Language chosen"),
        "accounts.User.reopen": ("reopened the account of", "Account reopened"),
        "accounts.Proposal.propose": ("made", "Proposal made"),
        "accounts.Proposal.agree_to": ("agreed to", "Proposal agreed"),
        "accounts.Proposal.decline": ("declined", "Proposal declined"),
        "accounts.Proposal.withdraw": ("withdrew", "Proposal withdrawn"),
        "make_feed": ("made the", "Calendar address made"),
        "renew_feed": ("renewed the", "Calendar address renewed"),
        "end_feed": ("ended the", "Calendar address ended"),
        "name_deputy": ("named the", "Deputy named"),
        "end_deputy": ("ended the", "Deputy ended"),
    },
    for_administrators=True,
)
register("Owners of records", {"hand_over": ("handed over the", "Record handed over")})
register_facts(
    role=Fact("Role", dict(Role.choices)),
    person="Person",
    what="To",
    language="Language",
    decided_for="In the place of",
    owner="Owner",
    name_deputy__starts_on="From",
    name_deputy__ends_on="To",
    reason="Reason",
)
