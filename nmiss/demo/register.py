"""Writes schools as a GIAS download: its headings, its code page, its dates."""

from __future__ import annotations

import unicodedata
from collections import Counter
from datetime import date, timedelta
from random import Random

from nmiss.demo import names
from nmiss.demo.places import AUTHORITIES, DISTRICTS, postcode
from nmiss.demo.schools import COMMUNITY, FIRST_URN, INDEPENDENT, NON_MAINTAINED, DemoSchool

FIRST_UKPRN = 10_080_001

# As downloaded since 22 April 2025, in that order.
HEADINGS = (
    """\
URN|LA (code)|LA (name)|EstablishmentNumber|EstablishmentName|TypeOfEstablishment (code)
TypeOfEstablishment (name)|EstablishmentTypeGroup (code)|EstablishmentTypeGroup (name)
EstablishmentStatus (code)|EstablishmentStatus (name)|ReasonEstablishmentOpened (code)
ReasonEstablishmentOpened (name)|OpenDate|ReasonEstablishmentClosed (code)
ReasonEstablishmentClosed (name)|CloseDate|PhaseOfEducation (code)|PhaseOfEducation (name)
StatutoryLowAge|StatutoryHighAge|Boarders (code)|Boarders (name)|NurseryProvision (name)
OfficialSixthForm (code)|OfficialSixthForm (name)|Gender (code)|Gender (name)
ReligiousCharacter (code)|ReligiousCharacter (name)|ReligiousEthos (name)|Diocese (code)
Diocese (name)|AdmissionsPolicy (code)|AdmissionsPolicy (name)|SchoolCapacity
SpecialClasses (code)|SpecialClasses (name)|CensusDate|NumberOfPupils|NumberOfBoys|NumberOfGirls
PercentageFSM|TrustSchoolFlag (code)|TrustSchoolFlag (name)|Trusts (code)|Trusts (name)
SchoolSponsorFlag (name)|SchoolSponsors (name)|FederationFlag (name)|Federations (code)
Federations (name)|UKPRN|FEHEIdentifier|FurtherEducationType (name)|LastChangedDate|Street
Locality|Address3|Town|County (name)|Postcode|SchoolWebsite|TelephoneNum|HeadTitle (name)
HeadFirstName|HeadLastName|HeadPreferredJobTitle|BSOInspectorateName (name)|InspectorateReport
DateOfLastInspectionVisit|NextInspectionVisit|TeenMoth (name)|TeenMothPlaces|CCF (name)
SENPRU (name)|EBD (name)|PlacesPRU|FTProv (name)|EdByOther (name)|Section41Approved (name)
SEN1 (name)|SEN2 (name)|SEN3 (name)|SEN4 (name)|SEN5 (name)|SEN6 (name)|SEN7 (name)|SEN8 (name)
SEN9 (name)|SEN10 (name)|SEN11 (name)|SEN12 (name)|SEN13 (name)|TypeOfResourcedProvision (name)
ResourcedProvisionOnRoll|ResourcedProvisionCapacity|SenUnitOnRoll|SenUnitCapacity|GOR (code)
GOR (name)|DistrictAdministrative (code)|DistrictAdministrative (name)|AdministrativeWard (code)
AdministrativeWard (name)|ParliamentaryConstituency (code)|ParliamentaryConstituency (name)
UrbanRural (code)|UrbanRural (name)|GSSLACode (name)|Easting|Northing|MSOA (name)|LSOA (name)
InspectorateName (name)|SENStat|SENNoStat|BoardingEstablishment (name)|PropsName|PreviousLA (code)
PreviousLA (name)|PreviousEstablishmentNumber|Country (name)|UPRN|SiteName|QABName (code)
QABName (name)|EstablishmentAccredited (code)|EstablishmentAccredited (name)|QABReport|CHNumber
MSOA (code)|LSOA (code)|FSM|AccreditationExpiryDate
""".replace("\n", "|")
    .rstrip("|")
    .split("|")
)

_TYPES = {
    COMMUNITY: ("Community special school", "5", "Special schools"),
    NON_MAINTAINED: ("Non-maintained special school", "5", "Special schools"),
    INDEPENDENT: ("Other independent special school", "3", "Independent schools"),
}
_STATUSES = {"1": "Open", "2": "Closed", "3": "Open, but proposed to close"}
_NEEDS = {
    "ASD": "ASD - Autistic Spectrum Disorder",
    "SEMH": "SEMH - Social, Emotional and Mental Health",
    "SLCN": "SLCN - Speech, language and Communication",
    "SPLD": "SpLD - Specific Learning Difficulty",
    "MLD": "MLD - Moderate Learning Difficulty",
    "SLD": "SLD - Severe Learning Difficulty",
    "PMLD": "PMLD - Profound and Multiple Learning Difficulty",
    "HI": "HI - Hearing Impairment",
    "VI": "VI - Visual Impairment",
    "MSI": "MSI - Multi-Sensory Impairment",
    "PD": "PD - Physical Disability",
    "OTH": "OTH - Other Difficulty/Disability",
}
_SEXES = {"": ("3", "Mixed"), "M": ("1", "Boys"), "F": ("2", "Girls")}


def _day(day: date | None) -> str:
    return day.strftime("%d-%m-%Y") if day else ""


def _website(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return "www." + "-".join(plain.split()) + ".example"


class Register:
    """The download in the making: hands out numbers, and writes a school as its row."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._numbers: Counter[str] = Counter()

    def row(self, school: DemoSchool, proprietor: str) -> dict[str, str]:
        """Return the school's row; headings that it leaves out are empty."""
        return {
            **self._identity(school),
            **self._teaching(school),
            **self._people(school, proprietor),
            **self._whereabouts(school),
        }

    def _establishment_number(self, authority: str) -> str:
        """Number the schools of an authority from 6001 on; four digits last for 9,000 of them."""
        self._numbers[authority] += 1
        return str(1000 + (5000 + self._numbers[authority]) % 9000)

    def _identity(self, school: DemoSchool) -> dict[str, str]:
        rng = self._rng
        type_name, group, group_name = _TYPES[school.type_code]
        opened_on = date(rng.randint(1961, 2017), rng.choice((1, 4, 9, 9, 9)), rng.randint(1, 28))
        changed_on = school.closed_on or date(2024, rng.randint(1, 12), rng.randint(1, 28))
        reason = ("03", "Closure") if school.status == "2" else ("00", "Not applicable")
        return {
            "URN": str(school.urn),
            "LA (code)": school.authority,
            "LA (name)": AUTHORITIES[school.authority].name,
            "EstablishmentNumber": self._establishment_number(school.authority),
            "EstablishmentName": school.name,
            "TypeOfEstablishment (code)": school.type_code,
            "TypeOfEstablishment (name)": type_name,
            "EstablishmentTypeGroup (code)": group,
            "EstablishmentTypeGroup (name)": group_name,
            "EstablishmentStatus (code)": school.status,
            "EstablishmentStatus (name)": _STATUSES[school.status],
            "ReasonEstablishmentOpened (code)": "00",
            "ReasonEstablishmentOpened (name)": "Not applicable",
            "OpenDate": _day(opened_on),
            "ReasonEstablishmentClosed (code)": reason[0],
            "ReasonEstablishmentClosed (name)": reason[1],
            "CloseDate": _day(school.closed_on),
            "UKPRN": str(FIRST_UKPRN + school.urn - FIRST_URN),
            "LastChangedDate": _day(changed_on),
        }

    def _teaching(self, school: DemoSchool) -> dict[str, str]:
        rng = self._rng
        sixth_form = ("1", "Has") if school.ages[1] > 16 else ("2", "Does not have")
        # Other councils place here too; never fewer on roll than our own.
        on_roll = 6 + round(school.pupils * rng.uniform(1.2, 2.6))
        boys = {"M": on_roll, "F": 0}.get(school.sex, round(on_roll * rng.uniform(0.55, 0.85)))
        is_independent = school.type_code == INDEPENDENT
        approved = "Approved" if school.is_section_41 else "Not approved"
        return {
            "PhaseOfEducation (code)": "0",
            "PhaseOfEducation (name)": "Not applicable",
            "StatutoryLowAge": str(school.ages[0]),
            "StatutoryHighAge": str(school.ages[1]),
            "Boarders (code)": "3" if school.boards else "1",
            "Boarders (name)": "Boarding school" if school.boards else "No boarders",
            "NurseryProvision (name)": "No Nursery Classes",
            "OfficialSixthForm (code)": sixth_form[0],
            "OfficialSixthForm (name)": f"{sixth_form[1]} a sixth form",
            "Gender (code)": _SEXES[school.sex][0],
            "Gender (name)": _SEXES[school.sex][1],
            "AdmissionsPolicy (code)": "0",
            "AdmissionsPolicy (name)": "Not applicable",
            "SchoolCapacity": str(round(on_roll * rng.uniform(1.05, 1.4) / 2 + 1) * 2),
            "CensusDate": "18-01-2024",
            "NumberOfPupils": str(on_roll),
            "NumberOfBoys": str(boys),
            "NumberOfGirls": str(on_roll - boys),
            "Section41Approved (name)": approved if is_independent else "Not applicable",
            **{f"SEN{n} (name)": _NEEDS[need] for n, need in enumerate(school.needs, start=1)},
            "BoardingEstablishment (name)": "Has boarders"
            if school.boards
            else "Does not have boarders",
        }

    def _people(self, school: DemoSchool, proprietor: str) -> dict[str, str]:
        rng = self._rng
        title, given, family = names.head(rng)
        inspected_on = date(rng.randint(2019, 2024), rng.choice((2, 3, 5, 6, 10, 11)), 1)
        is_independent = school.type_code == INDEPENDENT
        by_isi = is_independent and rng.random() < 0.3
        return {
            "SchoolWebsite": _website(school.name),
            # Ofcom keeps 01632 960000 to 960999 for fiction.
            "TelephoneNum": f"01632960{(school.urn - FIRST_URN) % 1000:03}",
            "HeadTitle (name)": title,
            "HeadFirstName": given,
            "HeadLastName": family,
            "HeadPreferredJobTitle": rng.choice(("Headteacher", "Headteacher", "Principal")),
            "DateOfLastInspectionVisit": _day(inspected_on + timedelta(days=rng.randrange(25))),
            "InspectorateName (name)": "ISI" if by_isi else "Ofsted",
            "PropsName": proprietor if is_independent else "",
        }

    def _whereabouts(self, school: DemoSchool) -> dict[str, str]:
        rng, town = self._rng, school.town
        authority = AUTHORITIES[school.authority]
        return {
            "Street": names.street(rng),
            "Town": town.name,
            "County (name)": authority.name,
            "Postcode": postcode(rng, town.outward),
            "GOR (code)": authority.region_code,
            "GOR (name)": authority.region,
            "DistrictAdministrative (code)": DISTRICTS[town.district],
            "DistrictAdministrative (name)": town.district,
            "GSSLACode (name)": authority.gss,
            "Easting": str(town.easting + rng.randint(-900, 900)),
            "Northing": str(town.northing + rng.randint(-900, 900)),
            "Country (name)": "United Kingdom",
        }
