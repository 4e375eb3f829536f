# The ledger of cost avoidance.

import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.math
import nmiss.base.core.clock
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('placements', '0400_consultations'),
        ('providers', '0331_standing'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CostAvoidance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('request', models.CharField(max_length=60)),
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
                ('written_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cost_avoidance', to='placements.placement')),
                ('provider', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='providers.provider')),
                ('reverses', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reversal', to='placements.costavoidance')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='providers.school')),
                ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['academic_year', 'request'], name='placements_costavoidance_year'), models.Index(fields=['batch'], name='placements_costavoidance_batch')],
                'constraints': [models.CheckConstraint(condition=models.Q(('method__in', ['by_days'])), name='placements_costavoidance_method_is_known'), models.CheckConstraint(condition=models.Q(('agreed__gte', 0), ('asked__gte', 0), ('current__gte', 0)), name='placements_costavoidance_amounts_not_below_nought'), models.CheckConstraint(condition=models.Q(('is_refused', False), ('agreed', models.F('current')), _connector='OR'), name='placements_costavoidance_refused_stays_as_it_was'), models.CheckConstraint(condition=models.Q(('avoided', django.db.models.functions.math.Round(models.ExpressionWrapper(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('asked'), '-', models.F('agreed')), '*', models.Case(models.When(reverses=None, then=models.Value(1)), default=models.Value(-1))), '*', models.F('days')), '/', models.F('days_of_year')), output_field=models.DecimalField(decimal_places=16, max_digits=30)), precision=2))), name='placements_costavoidance_avoided_by_days'), models.CheckConstraint(condition=models.Q(('saved', django.db.models.functions.math.Round(models.ExpressionWrapper(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('current'), '-', models.F('agreed')), '*', models.Case(models.When(reverses=None, then=models.Value(1)), default=models.Value(-1))), '*', models.F('days')), '/', models.F('days_of_year')), output_field=models.DecimalField(decimal_places=16, max_digits=30)), precision=2))), name='placements_costavoidance_saved_by_days'), models.CheckConstraint(condition=models.Q(models.Q(('request', ''), _negated=True), models.Q(('evidence', ''), _negated=True)), name='placements_costavoidance_named')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='costavoidance',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b3e67acbb288db911a6521b07e374010a9acd210', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_03113', table='placements_costavoidance', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='costavoidance',
            trigger=pgtrigger.compiler.Trigger(name='follows_its_placement', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    DECLARE\n        place public.placements_placement;\n        reversed public.placements_costavoidance;\n        first_on date;\n        last_on date;\n    BEGIN\n        PERFORM pg_advisory_xact_lock(8860600);\n        IF NEW.reverses_id IS NOT NULL THEN\n            SELECT * INTO reversed FROM public.placements_costavoidance\n            WHERE id = NEW.reverses_id;\n            IF reversed.reverses_id IS NOT NULL OR ROW(\n                NEW.request, NEW.placement_id, NEW.school_id, NEW.provider_id, NEW.effective_on,\n                NEW.current, NEW.asked, NEW.agreed, NEW.days, NEW.academic_year,\n                NEW.avoided, NEW.saved, NEW.health_avoided, NEW.health_saved, NEW.care_avoided,\n                NEW.care_saved, NEW.is_new, NEW.is_refused\n            ) IS DISTINCT FROM ROW(\n                reversed.request, reversed.placement_id, reversed.school_id, reversed.provider_id,\n                reversed.effective_on, reversed.current, reversed.asked, reversed.agreed,\n                reversed.days, reversed.academic_year, -reversed.avoided, -reversed.saved,\n                -reversed.health_avoided, -reversed.health_saved, -reversed.care_avoided,\n                -reversed.care_saved, reversed.is_new, reversed.is_refused\n            ) THEN\n                RAISE EXCEPTION 'A reversing row says the same as the row that it reverses.';\n            END IF;\n            RETURN NEW;\n        END IF;\n        SELECT * INTO place FROM public.placements_placement WHERE id = NEW.placement_id;\n        IF NOT NEW.effective_on BETWEEN place.starts_on AND coalesce(place.ended_on, 'infinity')\n        THEN\n            RAISE EXCEPTION 'The placement is not live on the effective day.';\n        END IF;\n        IF NEW.effective_on > (public.nmiss_now() AT TIME ZONE 'Europe/London')::date THEN\n            RAISE EXCEPTION 'A decision is written on its effective day, and not before.';\n        END IF;\n        first_on := make_date(NEW.academic_year, 9, 1);\n        last_on := make_date(NEW.academic_year + 1, 8, 31);\n        IF NOT NEW.effective_on BETWEEN first_on AND last_on\n            OR NEW.days_of_year <> last_on - first_on + 1\n            OR NEW.days <> LEAST(last_on, place.ended_on) - NEW.effective_on + 1\n            OR NEW.is_new <> (place.starts_on = NEW.effective_on) THEN\n            RAISE EXCEPTION 'The days in scope are not those of the placement.';\n        END IF;\n        IF EXISTS (\n            SELECT FROM public.placements_costavoidance AS was\n            WHERE was.placement_id = NEW.placement_id AND was.reverses_id IS NULL\n                AND (was.request = NEW.request OR was.effective_on = NEW.effective_on)\n                AND NOT EXISTS (\n                    SELECT FROM public.placements_costavoidance AS back\n                    WHERE back.reverses_id = was.id\n                )\n        ) THEN\n            RAISE EXCEPTION 'This decision is in the ledger already.';\n        END IF;\n        RETURN NEW;\n    END;\n", hash='a1c8757c5c7b33fc753646fcb414450f95fd3b28', operation='INSERT', pgid='pgtrigger_follows_its_placement_c9bfd', table='placements_costavoidance', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='costavoidance',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.written_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.written_at IS DISTINCT FROM OLD.written_at) THEN\n        NEW.written_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='c9f2725dc5d51484cd5a3179b8060234e3e6c82f', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_b6f06', table='placements_costavoidance', when='BEFORE')),
        ),
    ]
