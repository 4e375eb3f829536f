"""How long the notice of a placement agreement is: a term, and half of one in the first."""

import datetime

from django.db import migrations

SEND, FROM = "send", datetime.date(2014, 9, 1)
NUMBERS = [
    ("placement_notice", 13,
     "Either side ends a place by this notice: a term"),
    ("placement_first_notice", 6,
     "During the first term either side ends a place by this notice: half a term"),
]  # fmt: skip


def write_down(apps, schema_editor):
    parameter = apps.get_model("core", "LegalParameter")
    parameter.objects.bulk_create(
        parameter(
            key=key, value=value, unit="weeks", regime=SEND, valid_from=FROM,
            meaning=meaning, source="The council’s individual placement agreement",
        )
        for key, value, meaning in NUMBERS
    )  # fmt: skip


def take_away(apps, schema_editor):
    keys = {key for key, *_ in NUMBERS}
    apps.get_model("core", "LegalParameter").objects.filter(key__in=keys).delete()


class Migration(migrations.Migration):
    dependencies = [("core", "0330_estimates")]

    operations = [migrations.RunPython(write_down, take_away)]
