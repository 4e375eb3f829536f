"""The numbers of the law and of our agreements that drive clocks, each with its source."""

import datetime

from django.db import migrations

PCR2015, PA2023 = "pcr2015", "pa2023"
EXECUTIVE, SEND = "executive", "send"
FROM = {
    PCR2015: datetime.date(2015, 2, 26),
    PA2023: datetime.date(2025, 2, 24),
    EXECUTIVE: datetime.date(2012, 9, 10),
    SEND: datetime.date(2014, 9, 1),
}
WORKING, DAYS, MONTHS, YEARS = "working days", "days", "months", "years"
AGREEMENT = "The council’s individual placement agreement"
REGULATIONS = "SEND Regulations 2014, regulations 18 to 22"

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
    ("dps_long_stop", 4, YEARS, PCR2015,
     "How many years after 24 February 2025 a DPS of the earlier law may last",
     "SI 2024/716, reg 5(4)"),
    ("key_decision", 28, "clear days", EXECUTIVE,
     "Notice of a key decision is published this long before it",
     "SI 2012/2089, reg 9"),
    ("general_exception", 5, "clear days", EXECUTIVE,
     "Where that notice is impracticable: the scrutiny chair is told, and it is published",
     "SI 2012/2089, reg 10"),
    ("call_in", 5, "clear working days", EXECUTIVE,
     "A published decision may be called in for this long",
     "The council’s constitution"),
    ("standstill_clear", 8, WORKING, PA2023,
     "The standstill, the day of publication left out",
     "The county’s own notice of 2026"),
    ("consultation_reply", 15, DAYS, SEND,
     "A school replies to a consultation within this time",
     "SEND Code of Practice, 9.83"),
    ("place_funding", 10_000, "pounds a year", SEND,
     "A non-maintained special school gets this from the Department for each place",
     "High needs funding: operational guide"),
    ("placement_notice", 13, "weeks", SEND,
     "Either side ends a place by this notice: a term", AGREEMENT),
    ("placement_first_notice", 6, "weeks", SEND,
     "During the first term either side ends a place by this notice: half a term", AGREEMENT),
    ("annual_review", 12, MONTHS, SEND,
     "A plan is reviewed within this time of the plan, or of the review before",
     "Children and Families Act 2014, section 44"),
    ("review_invitation", 14, DAYS, SEND,
     "Invitations to a review meeting go out this long before it", REGULATIONS),
    ("review_report", 14, DAYS, SEND,
     "The school sends its report within this time of the meeting", REGULATIONS),
    ("review_decision", 28, DAYS, SEND,
     "The council decides on the plan within this time of the meeting",
     REGULATIONS),
    ("review_final_plan", 84, DAYS, SEND,
     "The council issues the final amended plan within this time of the meeting",
     REGULATIONS),
    ("contract_termination", 30, DAYS, PA2023,
     "The contract termination notice is published within this time of the end",
     "Procurement Act 2023, s.80"),
    ("contract_payment", 30, DAYS, PA2023,
     "Payments over £30,000 are published within this time of the end of their quarter",
     "Procurement Act 2023, s.70"),
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
