"""How long after a contract, a quarter of payments or an end the Act lets its notices wait."""

import datetime

from django.db import migrations

PA2023 = "pa2023"
FROM = datetime.date(2025, 2, 24)
# key, value, unit, regime, meaning, source
NUMBERS = [
    ("contract_termination", 30, "days", PA2023,
     "The contract termination notice is published within this time of the end",
     "Procurement Act 2023, s.80"),
    ("contract_payment", 30, "days", PA2023,
     "Payments over £30,000 are published within this time of the end of their quarter",
     "Procurement Act 2023, s.70"),
]  # fmt: skip


def write_down(apps, schema_editor):
    parameter = apps.get_model("core", "LegalParameter")
    parameter.objects.bulk_create(
        parameter(
            key=key, value=value, unit=unit, regime=regime,
            valid_from=FROM, meaning=meaning, source=source,
        )
        for key, value, unit, regime, meaning, source in NUMBERS
    )  # fmt: skip


def take_away(apps, schema_editor):
    keys = {key for key, *_ in NUMBERS}
    apps.get_model("core", "LegalParameter").objects.filter(key__in=keys).delete()


class Migration(migrations.Migration):
    dependencies = [("core", "1100_numbers_of_reviews")]

    operations = [migrations.RunPython(write_down, take_away)]
