"""How often an open framework is re-opened, and how long it lasts (Procurement Act 2023)."""

import datetime

from django.db import migrations

IN_FORCE = datetime.date(2025, 2, 24)
NUMBERS = [
    ("reopen_first", 3, "Open frameworks admit new members within this time of their first day",
     "Procurement Act 2023, s.49(2)(a)"),
    ("reopen_again", 5, "Open frameworks then admit new members within this time of the last ones",
     "Procurement Act 2023, s.49(2)(b)"),
    ("open_framework_longest", 8, "Open frameworks last this long at most",
     "Procurement Act 2023, s.49"),
]  # fmt: skip


def write_down(apps, schema_editor):
    apps.get_model("core", "LegalParameter").objects.bulk_create(
        apps.get_model("core", "LegalParameter")(
            key=key,
            value=value,
            unit="years",
            regime="pa2023",
            valid_from=IN_FORCE,
            meaning=meaning,
            source=source,
        )
        for key, value, meaning, source in NUMBERS
    )


class Migration(migrations.Migration):
    dependencies = [("core", "1781_acting_hub")]

    operations = [migrations.RunPython(write_down, migrations.RunPython.noop)]
