"""The rules by which schools report vacancies, from the first day of the DPS."""

import datetime

from django.db import migrations


def lay_down(apps, schema_editor):
    """From day 8 to day 14, with a week of grace; out of date after 14 days."""
    apps.get_model("providers", "VacancyRules").objects.create(
        valid_from=datetime.date(2022, 9, 1)
    )


class Migration(migrations.Migration):
    dependencies = [("providers", "0002_walls")]

    operations = [migrations.RunPython(lay_down, migrations.RunPython.noop)]
