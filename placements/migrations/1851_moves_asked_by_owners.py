from django.db import migrations

from placements.agreements.moving_sql import ASKED_BY_ITS_OWNER


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "1780_acting_role"),
        ("placements", "1850_first_within_miles"),
    ]

    operations = [migrations.RunSQL(ASKED_BY_ITS_OWNER, migrations.RunSQL.noop)]
