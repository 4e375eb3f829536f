"""The numbers of procurement law that drive our clocks, each with its source."""

import datetime

from django.db import migrations

PCR2015, PA2023 = "pcr2015", "pa2023"
FROM = {PCR2015: datetime.date(2015, 2, 26), PA2023: datetime.date(2025, 2, 24)}
WORKING, DAYS, YEARS = "working days", "days", "years"

# key, value, unit, regime, meaning, source
NUMBERS = [
    ("request_period", 30, DAYS, PCR2015,
     "The first period for requests to take part, from the notice",
     "Public Contracts Regulations 2015, reg 34(9)"),
    ("assess_request", 10, WORKING, PCR2015,
     "A request to take part is assessed within this time of its receipt",
     "Public Contracts Regulations 2015, reg 34(16)"),
    ("assess_request_prolonged", 15, WORKING, PCR2015,
     "The longest assessment, in individual cases that are justified",
     "Public Contracts Regulations 2015, reg 34(17)"),
    ("renewed_declaration", 5, WORKING, PCR2015,
     "A self-declaration is renewed within this time of being asked for",
     "Public Contracts Regulations 2015, reg 34(25)"),
    ("call_off_tenders", 10, DAYS, PCR2015,
     "The shortest time for tenders of a call-off",
     "Public Contracts Regulations 2015, reg 34(11)"),
    ("award_notice", 30, DAYS, PCR2015,
     "Awards of a quarter are notified within this time of its end",
     "Public Contracts Regulations 2015, reg 50"),
    ("feedback", 15, DAYS, PCR2015,
     "Reasons are given within this time of being asked for",
     "Public Contracts Regulations 2015, reg 55"),
    ("look_back_mandatory", 5, YEARS, PCR2015,
     "How long a mandatory ground excludes, from the conviction",
     "Public Contracts Regulations 2015, reg 57(11)"),
    ("look_back_discretionary", 3, YEARS, PCR2015,
     "How long a discretionary ground may exclude, from the event",
     "Public Contracts Regulations 2015, reg 57(12)"),
    ("standstill", 8, WORKING, PA2023,
     "The standstill after the contract award notice",
     "Procurement Act 2023, s.51"),
    ("contract_details", 120, DAYS, PA2023,
     "The contract details notice of a light-touch contract",
     "Procurement Act 2023, s.53"),
    ("look_back_mandatory", 5, YEARS, PA2023,
     "How long a mandatory ground excludes",
     "Procurement Act 2023, schedule 6"),
    ("look_back_discretionary", 5, YEARS, PA2023,
     "How long a discretionary ground may exclude",
     "Procurement Act 2023, schedule 7"),
    *[
        ("replace_refused_file", 2, WORKING, regime,
         "A file that our check refuses after it was sent is replaced within this time",
         "Our own practice: the law sets no number")
        for regime in (PCR2015, PA2023)
    ],
]  # fmt: skip


def write_down(apps, schema_editor):
    parameter = apps.get_model("core", "LegalParameter")
    parameter.objects.bulk_create(
        parameter(
            key=key, value=value, unit=unit, regime=regime,
            valid_from=FROM[regime], meaning=meaning, source=source,
        )
        for key, value, unit, regime, meaning, source in NUMBERS
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("core", "0002_who_acts")]

    operations = [migrations.RunPython(write_down)]
