"""What each arrangement costs, as it was written down on a day."""

import django.db.models.deletion
import nmiss.base.core.clock
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contracts', '0310_term_and_options'),
    ]

    operations = [
        migrations.CreateModel(
            name='VehicleFigure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('as_at', models.DateField()),
                ('until', models.DateField(null=True)),
                ('spent', models.DecimalField(decimal_places=2, max_digits=14)),
                ('committed', models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                ('spent_call_off', models.DecimalField(decimal_places=2, max_digits=14)),
                ('committed_call_off', models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                ('forecast', models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                ('noted_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('vehicle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='contracts.vehicle')),
            ],
            options={
                'indexes': [models.Index(fields=['vehicle', '-as_at'], name='contracts_vehiclefigure_by_day')],
                'constraints': [models.CheckConstraint(condition=models.Q(('spent__gte', models.F('spent_call_off')), ('spent_call_off__gte', 0), models.Q(('committed', None), models.Q(('committed__gte', models.F('committed_call_off')), ('committed_call_off__gte', 0)), _connector='OR')), name='contracts_vehiclefigure_call_offs_are_a_part'), models.CheckConstraint(condition=models.Q(models.Q(('committed__isnull', False), ('committed_call_off__isnull', False), ('until__isnull', False)), models.Q(('committed__isnull', True), ('committed_call_off__isnull', True), ('until__isnull', True)), _connector='OR'), name='contracts_vehiclefigure_until_and_committed_and_committed_call_off')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vehiclefigure',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b7285da8ab1541a8e86fc0ade080429ccddb3666', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ca594', table='contracts_vehiclefigure', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vehiclefigure',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.noted_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.noted_at IS DISTINCT FROM OLD.noted_at) THEN\n        NEW.noted_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='34b922a0190cabdef46480614a50bb898c0e7d1e', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_07431', table='contracts_vehiclefigure', when='BEFORE')),
        ),
    ]
