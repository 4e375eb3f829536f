"""The numbers of executive decisions, of the long stop of a DPS and of consultations."""

import datetime

from django.db import migrations

PCR2015, PA2023 = "pcr2015", "pa2023"
EXECUTIVE, SEND = "executive", "send"
WORKING, DAYS, YEARS = "working days", "days", "years"
FROM = {
    PCR2015: datetime.date(2015, 2, 26),
    PA2023: datetime.date(2025, 2, 24),
    EXECUTIVE: datetime.date(2012, 9, 10),
    SEND: datetime.date(2014, 9, 1),
}

# key, value, unit, regime, meaning, source
NUMBERS = [
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


def take_away(apps, schema_editor):
    keys = {key for key, *_ in NUMBERS}
    apps.get_model("core", "LegalParameter").objects.filter(key__in=keys).delete()


class Migration(migrations.Migration):
    dependencies = [("core", "0003_legal_time_limits")]

    operations = [migrations.RunPython(write_down, take_away)]
