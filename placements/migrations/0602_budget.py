# Budgets, payments and the deficit of the schools grant.

import django.db.models.deletion
import nmiss.base.core.clock
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('placements', '0402_consultation_links'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='DeficitYear',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('financial_year', models.PositiveSmallIntegerField()),
                ('eligible', models.DecimalField(decimal_places=2, max_digits=14)),
                ('not_eligible', models.DecimalField(decimal_places=2, max_digits=14)),
                ('grant_expected', models.DecimalField(decimal_places=2, max_digits=14)),
                ('grant_received', models.DecimalField(decimal_places=2, max_digits=14)),
                ('source', models.CharField(max_length=200)),
                ('entered_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Payment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=30, unique=True)),
                ('paid_on', models.DateField()),
                ('amount', models.DecimalField(decimal_places=2, max_digits=10)),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payments', to='placements.placement')),
            ],
        ),
        migrations.CreateModel(
            name='PaymentEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('reference', models.CharField(max_length=30)),
                ('paid_on', models.DateField()),
                ('amount', models.DecimalField(decimal_places=2, max_digits=10)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.payment')),
                ('placement', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.placement')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='BudgetAmount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('financial_year', models.PositiveSmallIntegerField()),
                ('line', models.CharField(choices=[('day', 'Day places in NMISS'), ('residential', 'Residential places in NMISS')], max_length=20)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=12)),
                ('entered_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('line__in', ['day', 'residential'])), name='placements_budgetamount_line_is_known'), models.CheckConstraint(condition=models.Q(('amount__gte', 0)), name='placements_budgetamount_not_below_nought')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='budgetamount',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f0eeed33dddd5e0d3bae2c4f6adc7ded9d9f3e78', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ef6ad', table='placements_budgetamount', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='budgetamount',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.entered_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.entered_at IS DISTINCT FROM OLD.entered_at) THEN\n        NEW.entered_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='325d11e4df4adf6bdb6879235542edbf7e58e8e8', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_aa0ba', table='placements_budgetamount', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='deficityear',
            constraint=models.CheckConstraint(condition=models.Q(('eligible__gte', 0), ('grant_expected__gte', 0), ('grant_received__gte', 0), ('not_eligible__gte', 0)), name='placements_deficityear_not_below_nought'),
        ),
        migrations.AddConstraint(
            model_name='deficityear',
            constraint=models.CheckConstraint(condition=models.Q(('grant_expected__lte', models.F('eligible')), ('grant_received__lte', models.F('eligible'))), name='placements_deficityear_grant_of_the_eligible'),
        ),
        migrations.AddConstraint(
            model_name='deficityear',
            constraint=models.CheckConstraint(condition=models.Q(('source', ''), _negated=True), name='placements_deficityear_from_somewhere'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='deficityear',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1f35551b2295db60dd99c3387fc5ceb78a9c8422', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0fe21', table='placements_deficityear', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='deficityear',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.entered_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.entered_at IS DISTINCT FROM OLD.entered_at) THEN\n        NEW.entered_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='b18e62469af80749c5ad343814b606b1f8d3e950', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_e108f', table='placements_deficityear', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='payment',
            index=models.Index(fields=['paid_on', 'id'], name='placements_payment_by_day'),
        ),
        migrations.AddConstraint(
            model_name='payment',
            constraint=models.CheckConstraint(condition=models.Q(('amount', 0), _negated=True), name='placements_payment_of_something'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='payment',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_paymentevent" ("amount", "id", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "reference") SELECT new_values."amount", new_values."id", new_values."paid_on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."placement_id", new_values."reference" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e4e4bbd1e36a5d2850053788839fbeb360ed7333', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_56269', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_payment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='payment',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_paymentevent" ("amount", "id", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "reference") SELECT new_values."amount", new_values."id", new_values."paid_on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."placement_id", new_values."reference" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='6fc5bece8824cf06df3bcf31e4a1b2a747c5e080', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_c1bde', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_payment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='payment',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_paymentevent" ("amount", "id", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "reference") SELECT old_values."amount", old_values."id", old_values."paid_on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."placement_id", old_values."reference" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='47c3bf9f11506032781001c8432385af3564788f', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_e8e1c', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_payment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='paymentevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='529a6dcbac1478aef00ec4e4632d183f981bd75e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_aec1c', table='placements_paymentevent', when='BEFORE')),
        ),
    ]
