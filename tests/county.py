"""The county in ``tests/data``, and files like it that a test makes up."""

from __future__ import annotations

import csv
from pathlib import Path

COUNTY = Path(__file__).parent / "data" / "county"
AWKWARD = Path(__file__).parent / "data" / "awkward"  # small files, each with one oddity
SCHOOLS, MEMBERS, PLACEMENTS = (
    COUNTY / f"{name}.csv" for name in ("schools", "members", "placements")
)

SCHOOL = {
    "URN": "900001",
    "LA (code)": "886",
    "LA (name)": "Kent",
    "EstablishmentNumber": "0601",
    "EstablishmentName": "Ash Grove School",
    "TypeOfEstablishment (code)": "10",
    "TypeOfEstablishment (name)": "Other independent special school",
    "EstablishmentStatus (code)": "1",
    "EstablishmentStatus (name)": "Open",
    "OpenDate": "01-09-1999",
    "CloseDate": "",
    "StatutoryLowAge": "5",
    "StatutoryHighAge": "19",
    "SchoolCapacity": "60",
    "UKPRN": "10080001",
    "Section41Approved (name)": "Approved",
    "SEN1 (name)": "ASD - Autistic Spectrum Disorder",
    "SEN2 (name)": "SpLD - Specific Learning Difficulty",
    "Easting": "600000",
    "Northing": "140000",
}
LINK = {
    "URN": "900002",
    "LinkURN": "900001",
    "LinkName": "Ash Grove School",
    "LinkType": "Predecessor",
    "LinkEstablishedDate": "01-09-2025",
}
LINK_COLUMNS = ("URN", "LinkURN", "LinkType", "LinkEstablishedDate")
MEMBER = {
    "school_urn": "900001",
    "provider_name": "Ash Education Ltd",
    "company_number": "ZZ000001",
    "lot": "1",
    "admitted_on": "2022-09-01",
    "left_on": "",
}
PLACEMENT = {
    "placement_ref": "PLC-1",
    "pupil_ref": "C1",
    "date_of_birth": "2012-03-04",
    "sex": "M",
    "primary_need": "ASD",
    "secondary_need": "",
    "home_postcode": "CT20 3QA",
    "school_urn": "900001",
    "route": "spot",
    "provision": "day",
    "starts_on": "2023-09-04",
    "ended_on": "",
    "end_reason": "",
    "annual_fee": "36500",
}
INSPECTION = {
    "school_urn": "900001",
    "framework": "ofsted_report_card",
    "kind": "",
    "inspected_on": "2025-11-20",
    "published_on": "",
    "reference": "R-1",
    "address": "",
    "standards": "met",
    "safeguarding": "met",
    "inclusion": "Strong standard",
}
PRICE = {
    "placement_ref": "PLC-1",
    "kind": "therapy_slt",
    "unit": "hour",
    "quantity": "2.5",
    "amount": "80",
    "funder": "health",
    "starts_on": "2024-01-08",
    "ends_on": "",
    "weeks": "",
}
PAYMENT = {
    "payment_ref": "PAY-1",
    "placement_ref": "PLC-1",
    "paid_on": "2025-05-01",
    "amount": "9000",
}
COST_INDEX = {
    "academic_year": "2026",
    "pay_rate": "4.1",
    "price_rate": "2.2",
    "source": "CPI of September 2025",
}
DECISION = {
    "number": "25/00007",
    "title": "Extension",
    "key": "yes",
    "decided_on": "2025-02-14",
    "published_on": "2025-02-14",
    "vehicle": "",
    "option": "1",
}
FEE_DECISION = {
    "request": "FR-1",
    "placement_ref": "PLC-1",
    "effective_on": "2024-09-01",
    "current": "40000",
    "asked": "43800",
    "agreed": "41600",
}
INDICATOR = {
    "version": "2024-09",
    "valid_from": "2024-09-01",
    "code": "K01",
    "name": "Attendance",
    "formula": "100 * attended / possible",
    "unit": "%",
    "weight": "1",
    "polarity": "high",
    "target": "92",
    "floor": "88",
    "tolerance": "",
    "outer_tolerance": "",
    "frequency": "quarter",
    "answered_by": "school",
    "cohort": "",
    "minimum": "",
    "rated": "yes",
}
TERM = {"name": "2024-25 autumn", "first_day": "2024-09-02", "last_day": "2024-12-20"}
RETURN = {"school_urn": "900001", "period": "2024-Q4", "input": "attended", "value": "90"}
PRICE_LIST = {
    "school_urn": "900001",
    "vehicle": "",
    "lot": "1",
    "starts_on": "2023-09-01",
    "ends_on": "",
    "kind": "base_education",
    "need": "",
    "phase": "",
    "provision": "",
    "unit": "year",
    "amount": "60000",
}
REVIEW = {"pupil_ref": "C1", "last_review_on": "2026-03-09"}
PRICE_BAND = {
    "band": "Band 1",
    "need": "",
    "phase": "",
    "provision": "day",
    "amount": "60000",
    "starts_on": "2026-09-01",
    "ends_on": "",
    "source": "SI 2029/1",
}


def table(path: Path, *rows: dict[str, str], encoding: str = "utf-8") -> Path:
    """Write the rows as a CSV with the headings of the first."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(rows)
    return path
