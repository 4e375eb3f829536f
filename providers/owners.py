"""The first owner of a provider: named by two officers of the council, and by nobody alone.

After that the council adds nobody: an owner does. "First" is also where no owner can sign in.
"""

from __future__ import annotations

from nmiss.base.accounts.models import Proposal, Role, User
from nmiss.base.accounts.two_people import Kind, register
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import NotAllowedNow
from providers import actions
from providers.models import Provider, ProviderRole
from providers.recipients import told_of_changes

FIRST_OWNER = "first_owner"
COMMISSIONING = (Role.OFFICER, Role.MANAGER)
HAS_ONE = "{} has an owner who can sign in. Only an owner adds people now."


def propose_first_owner(
    provider: Provider, *, email: str, name: str, reason: str, by: User
) -> Proposal:
    """Propose who owns a provider that no owner can sign in for; tell its other people."""
    if provider.owners().exists():
        raise NotAllowedNow(HAS_ONE.format(provider))
    given = {"email": email.strip().lower(), "name": name, "provider": provider.pk}
    proposal = Proposal.propose(FIRST_OWNER, provider, by=by, reason=reason, **given)
    change = f"The council proposes {name} as an owner of {provider}. A second officer must agree."
    tell(told_of_changes(provider), "providers/people_changed", about=provider, change=change)
    return proposal


def _asks(proposal: Proposal) -> str:
    given = proposal.given
    return f"invite {given['name']} ({given['email']}) as the owner of {proposal.subject_name}"


def _invite(proposal: Proposal, by: User) -> None:
    provider = Provider.objects.select_for_update(of=("self",)).get(pk=proposal.given["provider"])
    if provider.owners().exists():
        raise NotAllowedNow(f"{HAS_ONE.format(provider)} Decline this proposal.")
    actions.ask_to_act(
        provider,
        email=proposal.given["email"],
        name=proposal.given["name"],
        role=ProviderRole.OWNER,
        by=proposal.proposed_by,
        named_in=proposal,
    )


def make_known() -> None:
    """Register that it takes two."""
    register(Kind(FIRST_OWNER, COMMISSIONING, COMMISSIONING, _asks, _invite))
