"""How long providers have to reply to a letter about an extension."""

import datetime

from django.db import migrations


def write_down(apps, schema_editor):
    apps.get_model("core", "LegalParameter").objects.create(
        key="extension_letter",
        value=28,
        unit="days",
        regime="executive",
        valid_from=datetime.date(2012, 9, 10),
        meaning="Letters about an extension go to providers this long before the term ends",
        source="Our own practice: the terms of the contract may ask for more",
    )


class Migration(migrations.Migration):
    dependencies = [("core", "1740_representations")]

    operations = [migrations.RunPython(write_down, migrations.RunPython.noop)]
