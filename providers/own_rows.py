"""SQL for walls: who acts writes for a provider, and does it in the provider's own rows alone."""

from __future__ import annotations

WRITERS = ("owner", "editor")


def acts_for(provider: str, *roles: str) -> str:
    """Whether who acts is of this provider, in one of these roles; who writes for it, usually."""
    listed = ", ".join(f"'{role}'" for role in roles or WRITERS)
    return (
        "EXISTS (SELECT FROM public.providers_providermember AS member "
        f"WHERE member.provider_id = {provider} "
        f"AND member.user_id = public.nmiss_acting_person() AND member.role IN ({listed}))"
    )


def council_or(condition: str) -> str:
    """Whether who acts is of the council, or this holds."""
    return f"public.nmiss_acting_role() <> 'provider' OR {condition}"


def somebody_of_a_provider(person: str) -> str:
    """Whether this person is of a provider, or nobody: the council answers for no provider."""
    return (
        f"({person} IS NULL OR EXISTS (SELECT FROM public.accounts_user "
        f"WHERE id = {person} AND role = 'provider'))"
    )
