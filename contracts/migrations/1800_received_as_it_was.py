"""When an application was received, and in which round, is what its newest version says."""

from django.db import migrations

from contracts.applications.round_sql import DEADLINE, OF_ITS_ROUND, RECEIVE, ROUND_AT


class Migration(migrations.Migration):
    dependencies = [("contracts", "1831_source_of_the_value"), ("core", "1781_acting_hub")]

    operations = [
        migrations.RunSQL(DEADLINE),
        migrations.RunSQL([ROUND_AT, RECEIVE, OF_ITS_ROUND]),
    ]
