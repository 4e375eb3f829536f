"""Local authorities, providers, their people, and schools."""

from providers.models.local_authority import LocalAuthority
from providers.models.provider import LastOwner, Provider, ProviderMember, ProviderRole
from providers.models.school import (
    EstablishmentStatus,
    EstablishmentType,
    Need,
    School,
    SchoolNeed,
    Section41,
    Sex,
)

__all__ = [
    "EstablishmentStatus",
    "EstablishmentType",
    "LastOwner",
    "LocalAuthority",
    "Need",
    "Provider",
    "ProviderMember",
    "ProviderRole",
    "School",
    "SchoolNeed",
    "Section41",
    "Sex",
]
