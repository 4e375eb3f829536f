"""Local authorities, providers, their people, schools, and where postcodes are."""

from providers.models.compliance import ComplianceDocument
from providers.models.district import District
from providers.models.document_kinds import DOCUMENT_KINDS, KIND_OF, DocumentKind
from providers.models.extract import Extract
from providers.models.finding import is_boarding
from providers.models.inspection import Inspection
from providers.models.inspection_reading import InspectionReading
from providers.models.kept_fact import KeptFact
from providers.models.local_authority import LocalAuthority
from providers.models.postcode import Postcode
from providers.models.provider import Provider, ProviderMember
from providers.models.provider_invitation import ProviderInvitation
from providers.models.provision import Provision
from providers.models.read_row import ReadRow
from providers.models.school import (
    EstablishmentStatus,
    EstablishmentType,
    Need,
    School,
    SchoolNeed,
    Section41,
    Sex,
)
from providers.models.school_period import SchoolPeriod
from providers.models.standing import NoStanding, Standing, StandingBand
from providers.models.succession import Succession
from providers.models.vacancy import Vacancy, VacancyReport, with_vacancies
from providers.models.vacancy_rules import VacancyRules
from providers.roles import ProviderRole

__all__ = [
    "DOCUMENT_KINDS",
    "KIND_OF",
    "ComplianceDocument",
    "District",
    "DocumentKind",
    "EstablishmentStatus",
    "EstablishmentType",
    "Extract",
    "Inspection",
    "InspectionReading",
    "KeptFact",
    "LocalAuthority",
    "Need",
    "NoStanding",
    "Postcode",
    "Provider",
    "ProviderInvitation",
    "ProviderMember",
    "ProviderRole",
    "Provision",
    "ReadRow",
    "School",
    "SchoolNeed",
    "SchoolPeriod",
    "Section41",
    "Sex",
    "Standing",
    "StandingBand",
    "Succession",
    "Vacancy",
    "VacancyReport",
    "VacancyRules",
    "is_boarding",
    "with_vacancies",
]
