"""How many working days there are to replace a file that the check refused."""

import datetime

from django.db import migrations

PCR2015, PA2023 = "pcr2015", "pa2023"
FROM = {PCR2015: datetime.date(2015, 2, 26), PA2023: datetime.date(2025, 2, 24)}
MEANING = "A file that our check refuses after it was sent is replaced within this time"
SOURCE = "Our own practice: the law sets no number"


def write_down(apps, schema_editor):
    parameter = apps.get_model("core", "LegalParameter")
    for regime, day in FROM.items():
        parameter.objects.create(
            key="replace_refused_file", value=2, unit="working days", regime=regime,
            valid_from=day, meaning=MEANING, source=SOURCE,
        )  # fmt: skip


def take_away(apps, schema_editor):
    parameter = apps.get_model("core", "LegalParameter")
    parameter.objects.filter(key="replace_refused_file").delete()


class Migration(migrations.Migration):
    dependencies = [("core", "0140_attempts_counted")]

    operations = [migrations.RunPython(write_down, take_away)]
