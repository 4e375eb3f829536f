"""Local authorities, providers, their people, schools, and where postcodes are."""

from providers.models.finding import is_boarding
from providers.models.local_authority import LocalAuthority
from providers.models.postcode import Postcode
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
    "Postcode",
    "Provider",
    "ProviderMember",
    "ProviderRole",
    "School",
    "SchoolNeed",
    "Section41",
    "Sex",
    "is_boarding",
]
