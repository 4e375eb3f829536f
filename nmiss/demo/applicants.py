"""Providers of the demo that are not in the DPS: each runs one or two schools, and may apply."""

from __future__ import annotations

from collections.abc import Iterator

from nmiss.base.accounts.models import Role, User
from providers.models import EstablishmentStatus, Provider, ProviderRole, School

DOMAIN = "demo.example"
# Invented, as everything here; the company numbers belong to nobody.
FIRMS = (
    ("Marlpit Lane Education Ltd", "Judith Harker", 1),
    ("Oast and Anchor Schools Ltd", "Colin Pettifer", 2),
    ("Greensand Learning Trust", "Nasreen Akhtar", 1),
    ("Sheppey Court Schools Ltd", "Gareth Lloyd", 1),
    ("Hoppers Yard Education Ltd", "Moira Tennant", 1),
    ("Chalkhill Care and Education Ltd", "Daniel Osei", 2),
    ("Wantsum Schools Ltd", "Ruth Ellingham", 1),
    ("The Fullers Field Trust", "Peter Vane", 1),
    ("Samphire Education Ltd", "Leila Haddad", 1),
    ("Kiln Barn Schools Ltd", "Owen Pargeter", 1),
    ("Quarry Wood Learning Ltd", "Anita Desai", 2),
    ("Twitten House Education Ltd", "Frances Boyle", 1),
    ("Beult Valley Schools Ltd", "Martin Cole", 1),
    ("Cherry Garden Learning Trust", "Esther Adeyemi", 1),
    ("Pilgrims Rest Education Ltd", "Hugh Sallis", 1),
    ("Saltwood Schools Ltd", "Bronagh Keane", 1),
    ("Tenterwick Education Ltd", "Imran Siddiqui", 1),
    ("Deal Road Schools Ltd", "Caroline Frith", 1),
    ("Coldharbour Learning Ltd", "Stephen Amadi", 1),
    ("Loose Stream Education Ltd", "Wendy Marsh", 1),
)


def newcomers() -> Iterator[tuple[Provider, User, list[School]]]:
    """One provider after another, with its owner and the schools it asks to have admitted.

    Only open schools that nobody runs as far as the hub knows; stops where there are no more.
    """
    free = School.objects.filter(
        provider=None, status=EstablishmentStatus.OPEN, memberships=None
    ).prefetch_related("needs")
    schools = list(free.order_by("authority__code", "urn"))
    for number, (name, owner, runs) in enumerate(FIRMS, start=1):
        if len(schools) < runs:
            return
        own, schools = schools[:runs], schools[runs:]
        provider, is_new = Provider.objects.get_or_create(
            name=name, defaults={"company_number": f"ZY0001{number:02d}"}
        )
        if is_new:
            yield provider, owner_of(provider, owner), own


def owner_of(provider: Provider, name: str) -> User:
    """Somebody who owns the provider's applications, and does not sign in to the demo."""
    email = f"{name.lower().replace(' ', '.')}@{DOMAIN}"
    person = User.objects.create_user(email, None, name=name, role=Role.PROVIDER)
    provider.take_on(person, role=ProviderRole.OWNER, by=None)
    return person
