"""How schools bill without an agreement: each term in advance; VAT from the day on which it came."""

import datetime
from decimal import Decimal

from django.db import migrations

VAT_SINCE = datetime.date(2025, 1, 1)  # on fees of independent schools; an authority recovers it


def lay_down(apps, schema_editor):
    rules = apps.get_model("placements", "InvoiceRules").objects
    rules.create(valid_from=datetime.date(2000, 1, 1))
    rules.create(valid_from=VAT_SINCE, vat_rate=Decimal(20))


class Migration(migrations.Migration):
    dependencies = [("placements", "1750_invoice_rules")]

    operations = [migrations.RunPython(lay_down, migrations.RunPython.noop)]
