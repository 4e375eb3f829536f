"""How long parents have for representations about a draft plan."""

import datetime

from django.db import migrations


def write_down(apps, schema_editor):
    apps.get_model("core", "LegalParameter").objects.create(
        key="representations",
        value=15,
        unit="days",
        regime="send",
        valid_from=datetime.date(2014, 9, 1),
        meaning="Parents may make representations about a draft plan within this time",
        source="SEND Regulations 2014, regulation 13",
    )


class Migration(migrations.Migration):
    dependencies = [("core", "1731_numbers_of_notices")]

    operations = [migrations.RunPython(write_down)]
