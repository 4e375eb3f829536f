"""What the Department pays a non-maintained special school for a place."""

import datetime

from django.db import migrations

KEY = "place_funding"


def write_down(apps, schema_editor):
    apps.get_model("core", "LegalParameter").objects.create(
        key=KEY,
        value=10_000,
        unit="pounds a year",
        regime="send",
        valid_from=datetime.date(2014, 9, 1),
        meaning="A non-maintained special school gets this from the Department for each place",
        source="High needs funding: operational guide",
    )


def take_away(apps, schema_editor):
    apps.get_model("core", "LegalParameter").objects.filter(key=KEY).delete()


class Migration(migrations.Migration):
    dependencies = [("core", "0310_numbers_of_decisions_and_terms")]

    operations = [migrations.RunPython(write_down, take_away)]
