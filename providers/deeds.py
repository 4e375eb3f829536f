"""The words of what is done to providers, their people and documents."""

from __future__ import annotations

from nmiss.base.core.deeds import Fact, register, register_facts
from providers.frameworks import InspectionFramework
from providers.models import ProviderRole

register(
    "People of providers",
    {
        "providers.Provider.take_on": ("gave someone access to", "Access given"),
        "providers.Provider.let_go": ("ended someone’s access to", "Access ended"),
        "providers.Provider.vouch_for": (
            "let someone read earlier applications of",
            "Earlier applications shown",
        ),
        "providers.ProviderInvitation.invite_to": ("sent the", "Invitation to a provider sent"),
        "providers.ProviderInvitation.decline": (
            "declined the",
            "Invitation to a provider declined",
        ),
        "providers.ProviderInvitation.withdraw": (
            "removed the",
            "Invitation to a provider removed",
        ),
    },
    for_administrators=True,
)
register(
    "Certificates and policies",
    {
        "providers.ComplianceDocument.put_document": ("added the", "Document added"),
        "refuse_document": ("refused the file of the", "File of document refused"),
    },
)
register(
    "Vacancies",
    {
        "report_vacancies": ("reported the", "Vacancies reported"),
        "repeat_vacancies": ("reported no change of the", "No change of vacancies reported"),
        "set_vacancy_rules": ("set the", "Vacancy rules set"),
    },
)
register(
    "Inspections",
    {
        "record_inspection": ("recorded the", "Inspection recorded"),
        "read_inspection": ("read the", "Inspection read"),
        "void_inspection": ("voided the", "Inspection voided"),
    },
)
register_facts(
    record_inspection__framework=Fact("Framework", dict(InspectionFramework.choices)),
    record_inspection__inspected_on="Day of the inspection",
    report_vacancies__free="Free places",
    repeat_vacancies__free="Free places",
    set_vacancy_rules__valid_from="From",
    set_vacancy_rules__opens_on="First day of the window",
    set_vacancy_rules__closes_on="Last day of the window",
    set_vacancy_rules__grace_days="Days of grace",
    set_vacancy_rules__fresh_days="Days until out of date",
    take_on__role=Fact("Role", dict(ProviderRole.choices)),
    invite_to__role=Fact("Role", dict(ProviderRole.choices)),
    let_go__role=Fact("Role", dict(ProviderRole.choices)),
    expires_on="Expiry date",
    instead_of=Fact("Documents replaced", lambda numbers: str(len(numbers)) if numbers else ""),
)
register(
    "Imports",
    {
        "import_inspections": ("imported inspections from", "Inspections imported"),
        "import_schools": ("imported schools from", "Schools imported"),
        "import_postcodes": ("imported postcodes from", "Postcodes imported"),
    },
    for_administrators=True,
)
