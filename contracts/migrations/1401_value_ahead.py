"""What lies ahead of an arrangement: agreed price changes, and places assumed to start."""

import django.core.validators
import django.db.models.deletion
import nmiss.base.core.clock
import pgtrigger.compiler
import pgtrigger.migrations
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contracts', '1400_past_use_by_two'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='vehiclefigure',
            name='agreed_changes',
            field=models.DecimalField(decimal_places=2, max_digits=14, null=True),
        ),
        migrations.CreateModel(
            name='StarterAssumption',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starters', models.PositiveIntegerField(validators=[django.core.validators.MaxValueValidator(10000)])),
                ('fee', models.DecimalField(decimal_places=2, max_digits=10, validators=[django.core.validators.MinValueValidator(Decimal('0.01'))])),
                ('reason', models.TextField()),
                ('assumed_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('assumed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('vehicle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='starter_assumptions', to='contracts.vehicle')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('fee__gt', 0), ('starters__lte', 10000), models.Q(('reason', ''), _negated=True)), name='contracts_starterassumption_of_a_number_and_a_fee')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='starterassumption',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='410e9959fb1ea4f47504144a0db5a6ad6d39dc54', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_8774f', table='contracts_starterassumption', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='starterassumption',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.assumed_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.assumed_at IS DISTINCT FROM OLD.assumed_at) THEN\n        NEW.assumed_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='e616c36a4d1cb378493491bf043989efe3140b0d', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_f3752', table='contracts_starterassumption', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='starterassumption',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.assumed_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.assumed_by_id) IS DISTINCT FROM ROW(OLD.assumed_by_id))\n        AND NEW.assumed_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='b96924df9cfb6e00115552119b86507ea5bd38fa', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_797d2', table='contracts_starterassumption', when='BEFORE')),
        ),
    ]
