"""Budgets, payments and savings, with their history and triggers."""

import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.math
import nmiss.base.core.clock
import nmiss.base.core.migrating
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('accounts', '__first__'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('placements', '0001_initial'),
        ('placements', '0003_fees'),
        ('providers', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='BudgetAmount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('financial_year', models.PositiveSmallIntegerField()),
                ('line', models.CharField(choices=[('day', 'Day places in NMISS'), ('residential', 'Residential places in NMISS')], max_length=20)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=12)),
                ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('line__in', ['day', 'residential'])), name='placements_budgetamount_line_is_known'), models.CheckConstraint(condition=models.Q(('amount__gte', 0)), name='placements_budgetamount_not_below_nought')],
            },
        ),
        migrations.CreateModel(
            name='CostAvoidance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('request', models.CharField(max_length=60)),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cost_avoidance', to='placements.placement')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='providers.school')),
                ('provider', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='providers.provider')),
                ('effective_on', models.DateField()),
                ('academic_year', models.PositiveSmallIntegerField()),
                ('days', models.PositiveSmallIntegerField()),
                ('days_of_year', models.PositiveSmallIntegerField()),
                ('current', models.DecimalField(decimal_places=2, max_digits=10)),
                ('asked', models.DecimalField(decimal_places=2, max_digits=10)),
                ('agreed', models.DecimalField(decimal_places=2, max_digits=10)),
                ('is_refused', models.BooleanField(default=False)),
                ('is_new', models.BooleanField(default=False)),
                ('decided_on', models.DateField(null=True)),
                ('method', models.CharField(choices=[('by_days', 'Asked less agreed, by days of the academic year')], default='by_days', max_length=20)),
                ('evidence', models.CharField(max_length=300)),
                ('avoided', models.DecimalField(decimal_places=2, max_digits=12)),
                ('saved', models.DecimalField(decimal_places=2, max_digits=12)),
                ('health_avoided', models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                ('health_saved', models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                ('care_avoided', models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                ('care_saved', models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                ('batch', models.UUIDField()),
                ('reverses', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reversal', to='placements.costavoidance')),
                ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('written_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'indexes': [models.Index(fields=['academic_year', 'request'], name='placements_costavoidance_year'), models.Index(fields=['batch'], name='placements_costavoidance_batch')],
                'constraints': [models.CheckConstraint(condition=models.Q(('method__in', ['by_days'])), name='placements_costavoidance_method_is_known'), models.CheckConstraint(condition=models.Q(('agreed__gte', 0), ('asked__gte', 0), ('current__gte', 0)), name='placements_costavoidance_amounts_not_below_nought'), models.CheckConstraint(condition=models.Q(('is_refused', False), ('agreed', models.F('current')), _connector='OR'), name='placements_costavoidance_refused_stays_as_it_was'), models.CheckConstraint(condition=models.Q(('avoided', django.db.models.functions.math.Round(models.ExpressionWrapper(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('asked'), '-', models.F('agreed')), '*', models.Case(models.When(reverses=None, then=models.Value(1)), default=models.Value(-1))), '*', models.F('days')), '/', models.F('days_of_year')), output_field=models.DecimalField(decimal_places=16, max_digits=30)), precision=2))), name='placements_costavoidance_avoided_by_days'), models.CheckConstraint(condition=models.Q(('saved', django.db.models.functions.math.Round(models.ExpressionWrapper(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('current'), '-', models.F('agreed')), '*', models.Case(models.When(reverses=None, then=models.Value(1)), default=models.Value(-1))), '*', models.F('days')), '/', models.F('days_of_year')), output_field=models.DecimalField(decimal_places=16, max_digits=30)), precision=2))), name='placements_costavoidance_saved_by_days'), models.CheckConstraint(condition=models.Q(models.Q(('request', ''), _negated=True), models.Q(('evidence', ''), _negated=True)), name='placements_costavoidance_named')],
            },
        ),
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
                ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('eligible__gte', 0), ('grant_expected__gte', 0), ('grant_received__gte', 0), ('not_eligible__gte', 0)), name='placements_deficityear_not_below_nought'), models.CheckConstraint(condition=models.Q(('grant_expected__lte', models.F('eligible')), ('grant_received__lte', models.F('eligible'))), name='placements_deficityear_grant_of_the_eligible'), models.CheckConstraint(condition=models.Q(('source', ''), _negated=True), name='placements_deficityear_from_somewhere')],
            },
        ),
        migrations.CreateModel(
            name='Payment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=30, unique=True)),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payments', to='placements.placement')),
                ('paid_on', models.DateField()),
                ('amount', models.DecimalField(decimal_places=2, max_digits=10)),
            ],
            options={
                'indexes': [models.Index(fields=['paid_on', 'id'], name='placements_payment_by_day')],
                'constraints': [models.CheckConstraint(condition=models.Q(('amount', 0), _negated=True), name='placements_payment_of_something')],
            },
        ),
        migrations.CreateModel(
            name='PaymentEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.payment')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('reference', models.CharField(max_length=30)),
                ('placement', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.placement')),
                ('paid_on', models.DateField()),
                ('amount', models.DecimalField(decimal_places=2, max_digits=10)),
            ],
            options={
                'abstract': False,
            },
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='budgetamount',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f0eeed33dddd5e0d3bae2c4f6adc7ded9d9f3e78', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ef6ad', table='placements_budgetamount', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='budgetamount',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.entered_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.entered_at IS DISTINCT FROM OLD.entered_at) THEN\n        NEW.entered_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='325d11e4df4adf6bdb6879235542edbf7e58e8e8', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_aa0ba', table='placements_budgetamount', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='costavoidance',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b3e67acbb288db911a6521b07e374010a9acd210', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_03113', table='placements_costavoidance', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='costavoidance',
            trigger=pgtrigger.compiler.Trigger(name='follows_its_placement', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    DECLARE\n        place public.placements_placement;\n        reversed public.placements_costavoidance;\n        first_on date;\n        last_on date;\n    BEGIN\n        PERFORM pg_advisory_xact_lock(8860600);\n        IF NEW.reverses_id IS NOT NULL THEN\n            SELECT * INTO reversed FROM public.placements_costavoidance\n            WHERE id = NEW.reverses_id;\n            IF reversed.reverses_id IS NOT NULL OR ROW(\n                NEW.request, NEW.placement_id, NEW.school_id, NEW.provider_id, NEW.effective_on,\n                NEW.current, NEW.asked, NEW.agreed, NEW.days, NEW.academic_year,\n                NEW.avoided, NEW.saved, NEW.health_avoided, NEW.health_saved, NEW.care_avoided,\n                NEW.care_saved, NEW.is_new, NEW.is_refused\n            ) IS DISTINCT FROM ROW(\n                reversed.request, reversed.placement_id, reversed.school_id, reversed.provider_id,\n                reversed.effective_on, reversed.current, reversed.asked, reversed.agreed,\n                reversed.days, reversed.academic_year, -reversed.avoided, -reversed.saved,\n                -reversed.health_avoided, -reversed.health_saved, -reversed.care_avoided,\n                -reversed.care_saved, reversed.is_new, reversed.is_refused\n            ) THEN\n                RAISE EXCEPTION 'A reversing row says the same as the row that it reverses.';\n            END IF;\n            RETURN NEW;\n        END IF;\n        SELECT * INTO place FROM public.placements_placement WHERE id = NEW.placement_id;\n        IF NOT NEW.effective_on BETWEEN place.starts_on AND coalesce(place.ended_on, 'infinity')\n        THEN\n            RAISE EXCEPTION 'The placement is not live on the effective day.';\n        END IF;\n        IF NEW.effective_on > (public.nmiss_now() AT TIME ZONE 'Europe/London')::date THEN\n            RAISE EXCEPTION 'A decision is written on its effective day, and not before.';\n        END IF;\n        first_on := make_date(NEW.academic_year, 9, 1);\n        last_on := make_date(NEW.academic_year + 1, 8, 31);\n        IF NOT NEW.effective_on BETWEEN first_on AND last_on\n            OR NEW.days_of_year <> last_on - first_on + 1\n            OR NEW.days <> LEAST(last_on, place.ended_on) - NEW.effective_on + 1\n            OR NEW.is_new <> (place.starts_on = NEW.effective_on) THEN\n            RAISE EXCEPTION 'The days in scope are not those of the placement.';\n        END IF;\n        IF EXISTS (\n            SELECT FROM public.placements_costavoidance AS was\n            WHERE was.placement_id = NEW.placement_id AND was.reverses_id IS NULL\n                AND (was.request = NEW.request OR was.effective_on = NEW.effective_on)\n                AND NOT EXISTS (\n                    SELECT FROM public.placements_costavoidance AS back\n                    WHERE back.reverses_id = was.id\n                )\n        ) THEN\n            RAISE EXCEPTION 'This decision is in the ledger already.';\n        END IF;\n        RETURN NEW;\n    END;\n", hash='a1c8757c5c7b33fc753646fcb414450f95fd3b28', operation='INSERT', pgid='pgtrigger_follows_its_placement_c9bfd', table='placements_costavoidance', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='costavoidance',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.written_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.written_at IS DISTINCT FROM OLD.written_at) THEN\n        NEW.written_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='c9f2725dc5d51484cd5a3179b8060234e3e6c82f', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_b6f06', table='placements_costavoidance', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='deficityear',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1f35551b2295db60dd99c3387fc5ceb78a9c8422', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0fe21', table='placements_deficityear', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='deficityear',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.entered_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.entered_at IS DISTINCT FROM OLD.entered_at) THEN\n        NEW.entered_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='b18e62469af80749c5ad343814b606b1f8d3e950', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_e108f', table='placements_deficityear', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='payment',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_paymentevent" ("amount", "id", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "reference") SELECT new_values."amount", new_values."id", new_values."paid_on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."placement_id", new_values."reference" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e4e4bbd1e36a5d2850053788839fbeb360ed7333', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_56269', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_payment', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='payment',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_paymentevent" ("amount", "id", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "reference") SELECT new_values."amount", new_values."id", new_values."paid_on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."placement_id", new_values."reference" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='6fc5bece8824cf06df3bcf31e4a1b2a747c5e080', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_c1bde', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_payment', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='payment',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_paymentevent" ("amount", "id", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "reference") SELECT old_values."amount", old_values."id", old_values."paid_on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."placement_id", old_values."reference" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='47c3bf9f11506032781001c8432385af3564788f', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_e8e1c', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_payment', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='paymentevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='529a6dcbac1478aef00ec4e4632d183f981bd75e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_aec1c', table='placements_paymentevent', when='BEFORE')),
        ),
    ]
