"""The database says when something was done, and takes nothing of another instant."""

import nmiss.base.core.clock
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0110_one_clock'),
    ]

    operations = [
        migrations.AlterField(
            model_name='auditevent',
            name='at',
            field=models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='auditevent',
            trigger=pgtrigger.compiler.Trigger(name='at_its_instant', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF NEW.at IS NULL\n                        OR abs(extract(epoch FROM NEW.at - public.nmiss_now())) > 60 THEN\n                        RAISE EXCEPTION 'What was done is written down when it is done.';\n                    END IF;\n                    NEW.at := public.nmiss_now();\n                    RETURN NEW;\n                ", hash='4a80f465950e333c1565bd70d1559441e54979e5', operation='INSERT', pgid='pgtrigger_at_its_instant_0c8c6', table='core_auditevent', when='BEFORE')),
        ),
    ]
