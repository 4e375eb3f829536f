"""Of which role the person is for whom a transaction acts."""

from django.db import migrations

from nmiss.base.accounts.written_sql import ACTING_ROLE


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_walls")]

    operations = [migrations.RunSQL(ACTING_ROLE)]
