"""The time limits of the notices of the whole council under the Procurement Act 2023."""

import datetime

from django.db import migrations

NUMBERS = [
    ("pipeline", 56, "days", "The pipeline notice is published within this time, beginning with 1 April", "s.93"),
    ("payments_compliance", 30, "days",
     "Payments of a half year are reported within this time of its end", "s.69"),
]  # fmt: skip


def write_down(apps, schema_editor):
    parameter = apps.get_model("core", "LegalParameter")
    parameter.objects.bulk_create(
        parameter(
            key=key, value=value, unit=unit, regime="pa2023",
            valid_from=datetime.date(2025, 2, 24), meaning=meaning,
            source=f"Procurement Act 2023, {section}",
        )
        for key, value, unit, meaning, section in NUMBERS
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("core", "1730_reminder_settings")]

    operations = [migrations.RunPython(write_down, migrations.RunPython.noop)]
