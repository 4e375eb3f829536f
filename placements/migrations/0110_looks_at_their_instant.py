"""Who looked at a child's page, at the instant by the database's clock."""

import nmiss.base.core.clock
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0110_one_clock'),
        ('placements', '0100_lines_of_schools'),
    ]

    operations = [
        migrations.AlterField(
            model_name='look',
            name='looked_at',
            field=models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='look',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.looked_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.looked_at IS DISTINCT FROM OLD.looked_at) THEN\n        NEW.looked_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='8506101bfece73ed99197164eb285ee33fe0d78d', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_1963e', table='placements_look', when='BEFORE')),
        ),
    ]
