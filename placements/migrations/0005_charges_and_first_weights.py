"""The charges of places as one view, and what matching goes by from the first day of the DPS."""

import datetime

from django.db import migrations

from placements.charge_sql import CHARGE


def lay_down(apps, schema_editor):
    """Those of the model: need first, then a free place, then the distance."""
    apps.get_model("placements", "MatchWeights").objects.create(
        valid_from=datetime.date(2022, 9, 1)
    )


class Migration(migrations.Migration):
    dependencies = [("placements", "0004_budget")]

    operations = [
        migrations.RunSQL(CHARGE, "DROP VIEW public.placements_charge"),
        migrations.RunPython(lay_down, migrations.RunPython.noop),
    ]
