"""The first owner of a provider: named by two officers of the council, and by nobody alone.

After that the council adds nobody: an owner does. "First" is also where no owner can sign in.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from nmiss.base.accounts.models import Proposal, Role, User
from nmiss.base.accounts.two_people import KindOfProposal, register
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import stop_if
from providers import actions, permissions
from providers.models import Provider, ProviderRole
from providers.recipients import told_of_changes

FIRST_OWNER = "first_owner"
COMMISSIONING = (Role.OFFICER, Role.MANAGER)


@dataclass(frozen=True)
class FirstOwner:
    """Who is to own a provider; the provider is the subject, too."""

    email: str
    name: str
    provider: int


def propose_first_owner(
    provider: Provider, *, email: str, name: str, reason: str, by: User
) -> Proposal:
    """Propose who owns a provider that no owner can sign in for; tell its other people."""
    stop_if(permissions.why_not_propose_owner(by, provider))
    given = {"email": email.strip().lower(), "name": name, "provider": provider.pk}
    proposal = Proposal.propose(FIRST_OWNER, provider, by=by, reason=reason, **given)
    change = f"The council proposes {name} as an owner of {provider}. A second officer must agree."
    tell(told_of_changes(provider), "providers/people_changed", about=provider, change=change)
    return proposal


def _asks(proposal: Proposal) -> str:
    owner: FirstOwner = proposal.data
    return f"invite {owner.name} ({owner.email}) as the owner of {proposal.subject_name}"


def _refused(proposal: Proposal) -> str:
    provider = Provider.objects.get(pk=proposal.data.provider)
    return permissions.why_not_name_owner(provider)


def _page_of(proposal: Proposal) -> str:
    return reverse("providers:provider_people", args=[proposal.data.provider])


def _invite(proposal: Proposal, by: User) -> None:
    provider = Provider.objects.select_for_update(of=("self",)).get(pk=proposal.data.provider)
    stop_if(permissions.why_not_name_owner(provider))
    actions.ask_to_act(
        provider,
        email=proposal.data.email,
        name=proposal.data.name,
        role=ProviderRole.OWNER,
        by=proposal.proposed_by,
        named_in=proposal,
    )


register(
    KindOfProposal(
        FIRST_OWNER,
        COMMISSIONING,
        COMMISSIONING,
        _asks,
        _invite,
        given=FirstOwner,
        page=_page_of,
        why_not=_refused,
        warning="Agree only if you know this person and that they act for the provider.",
    )
)
