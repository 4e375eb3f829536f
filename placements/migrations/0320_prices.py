"""Prices of placements, and what of them counts."""

import django.contrib.postgres.constraints
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.expressions
import nmiss.base.core.clock
import nmiss.base.core.constraints
import pgtrigger.compiler
import pgtrigger.migrations
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models

# PostgreSQL's LEAST passes over what is NULL.
CHARGE = """
    CREATE VIEW public.placements_charge AS
    SELECT -placement.id AS id, placement.id AS placement_id,
        'base_education'::varchar(20) AS kind, 'education'::varchar(20) AS funder,
        placement.starts_on, placement.starts_on AS first_on,
        LEAST(placement.ended_on, base.begins_on - 1) AS last_on,
        placement.annual_fee::numeric(23, 8) AS cost_a_year
    FROM public.placements_placement AS placement
    LEFT JOIN (
        SELECT placement_id, min(starts_on) AS begins_on
        FROM public.placements_priceline
        WHERE voided_at IS NULL AND kind = 'base_education'
        GROUP BY placement_id
    ) AS base ON base.placement_id = placement.id
    UNION ALL
    SELECT line.id, line.placement_id, line.kind, line.funder,
        line.starts_on, GREATEST(line.starts_on, placement.starts_on),
        LEAST(line.ends_on, placement.ended_on), line.cost_a_year
    FROM public.placements_priceline AS line
    JOIN public.placements_placement AS placement ON placement.id = line.placement_id
    WHERE line.voided_at IS NULL
"""


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('placements', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Charge',
            fields=[
                ('id', models.BigIntegerField(primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('base_education', 'Base education'), ('residential', 'Residential'), ('therapy_slt', 'Speech and language therapy'), ('therapy_ot', 'Occupational therapy'), ('therapy_physio', 'Physiotherapy'), ('therapy_psychology', 'Psychology'), ('therapy_other', 'Other therapy'), ('one_to_one', 'One-to-one support'), ('two_to_one', 'Two-to-one support'), ('exams', 'Exams'), ('other', 'Other')], max_length=20)),
                ('funder', models.CharField(choices=[('education', 'Education'), ('health', 'Health'), ('social_care', 'Social care')], max_length=20)),
                ('starts_on', models.DateField()),
                ('first_on', models.DateField()),
                ('last_on', models.DateField(null=True)),
                ('cost_a_year', models.DecimalField(decimal_places=8, max_digits=23)),
            ],
            options={
                'db_table': 'placements_charge',
                'managed': False,
            },
        ),
        migrations.CreateModel(
            name='PriceLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('base_education', 'Base education'), ('residential', 'Residential'), ('therapy_slt', 'Speech and language therapy'), ('therapy_ot', 'Occupational therapy'), ('therapy_physio', 'Physiotherapy'), ('therapy_psychology', 'Psychology'), ('therapy_other', 'Other therapy'), ('one_to_one', 'One-to-one support'), ('two_to_one', 'Two-to-one support'), ('exams', 'Exams'), ('other', 'Other')], max_length=20)),
                ('unit', models.CharField(choices=[('year', 'Year'), ('term', 'Term'), ('week', 'Week'), ('hour', 'Hour')], max_length=10)),
                ('quantity', models.DecimalField(decimal_places=4, max_digits=9)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=10)),
                ('funder', models.CharField(choices=[('education', 'Education'), ('health', 'Health'), ('social_care', 'Social care')], max_length=20)),
                ('weeks', models.DecimalField(decimal_places=2, default=Decimal('38'), max_digits=4)),
                ('cost_a_year', models.DecimalField(decimal_places=8, max_digits=23)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
                ('imported', models.BooleanField(default=False)),
                ('added_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('voided_at', models.DateTimeField(editable=False, null=True)),
                ('void_reason', models.TextField(blank=True)),
                ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='price_lines', to='placements.placement')),
                ('voided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='PriceLineEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('base_education', 'Base education'), ('residential', 'Residential'), ('therapy_slt', 'Speech and language therapy'), ('therapy_ot', 'Occupational therapy'), ('therapy_physio', 'Physiotherapy'), ('therapy_psychology', 'Psychology'), ('therapy_other', 'Other therapy'), ('one_to_one', 'One-to-one support'), ('two_to_one', 'Two-to-one support'), ('exams', 'Exams'), ('other', 'Other')], max_length=20)),
                ('unit', models.CharField(choices=[('year', 'Year'), ('term', 'Term'), ('week', 'Week'), ('hour', 'Hour')], max_length=10)),
                ('quantity', models.DecimalField(decimal_places=4, max_digits=9)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=10)),
                ('funder', models.CharField(choices=[('education', 'Education'), ('health', 'Health'), ('social_care', 'Social care')], max_length=20)),
                ('weeks', models.DecimalField(decimal_places=2, default=Decimal('38'), max_digits=4)),
                ('cost_a_year', models.DecimalField(decimal_places=8, max_digits=23)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
                ('imported', models.BooleanField(default=False)),
                ('added_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('voided_at', models.DateTimeField(editable=False, null=True)),
                ('void_reason', models.TextField(blank=True)),
                ('added_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.priceline')),
                ('placement', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.placement')),
                ('voided_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='priceline',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['base_education', 'residential', 'therapy_slt', 'therapy_ot', 'therapy_physio', 'therapy_psychology', 'therapy_other', 'one_to_one', 'two_to_one', 'exams', 'other'])), name='placements_priceline_kind_is_known'),
        ),
        migrations.AddConstraint(
            model_name='priceline',
            constraint=models.CheckConstraint(condition=models.Q(('unit__in', ['year', 'term', 'week', 'hour'])), name='placements_priceline_unit_is_known'),
        ),
        migrations.AddConstraint(
            model_name='priceline',
            constraint=models.CheckConstraint(condition=models.Q(('funder__in', ['education', 'health', 'social_care'])), name='placements_priceline_funder_is_known'),
        ),
        migrations.AddConstraint(
            model_name='priceline',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='placements_priceline_starts_on_before_ends_on', violation_error_message='The last day is the first day or later.'),
        ),
        migrations.AddConstraint(
            model_name='priceline',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gte', 0), ('quantity__gte', 0)), name='placements_priceline_not_below_nought', violation_error_message='Enter an amount and a quantity that are not below 0.'),
        ),
        migrations.AddConstraint(
            model_name='priceline',
            constraint=models.CheckConstraint(condition=models.Q(('weeks__gt', 0), ('weeks__lte', 53)), name='placements_priceline_weeks_of_a_year', violation_error_message='Enter weeks above 0, and 53 at most.'),
        ),
        migrations.AddConstraint(
            model_name='priceline',
            constraint=models.CheckConstraint(condition=models.Q(('cost_a_year', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('amount'), '*', models.F('quantity')), '*', models.Case(models.When(then=models.Value(Decimal('1')), unit='year'), models.When(then=models.Value(Decimal('3')), unit='term'), default=models.F('weeks'))))), name='placements_priceline_costs_what_its_parts_say'),
        ),
        migrations.AddConstraint(
            model_name='priceline',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('voided_at__isnull', False), ('voided_by__isnull', False)), models.Q(('voided_at__isnull', True), ('voided_by__isnull', True)), _connector='OR'), name='placements_priceline_voided_at_and_voided_by'),
        ),
        migrations.AddConstraint(
            model_name='priceline',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_at', None)), models.Q(('voided_at__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='placements_priceline_voided_with_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='priceline',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('voided_at', None)), deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('placement', '='), ('kind', '='), ('funder', '='), (nmiss.base.core.constraints.InclusiveDays('starts_on', 'ends_on'), '&&')], name='placements_priceline_no_overlap', violation_error_message='This placement has a line of this kind and funder on some of these days. End that line the day before this one begins.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='priceline',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.added_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.added_at IS DISTINCT FROM OLD.added_at) THEN\n        NEW.added_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.voided_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.voided_at IS DISTINCT FROM OLD.voided_at) THEN\n        NEW.voided_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='2a72d88301b6229962b8b705cdf58d2070163d3b', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_de83f', table='placements_priceline', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='priceline',
            trigger=pgtrigger.compiler.Trigger(name='never_changes', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF OLD.voided_at IS NOT NULL AND NEW IS DISTINCT FROM OLD THEN\n        RAISE EXCEPTION 'A voided price line stays as it is.';\n    END IF;\n    IF ROW(NEW.placement_id, NEW.kind, NEW.unit, NEW.quantity, NEW.amount, NEW.funder, NEW.weeks, NEW.cost_a_year, NEW.starts_on, NEW.imported, NEW.added_by_id, NEW.added_at) IS DISTINCT FROM\n        ROW(OLD.placement_id, OLD.kind, OLD.unit, OLD.quantity, OLD.amount, OLD.funder, OLD.weeks, OLD.cost_a_year, OLD.starts_on, OLD.imported, OLD.added_by_id, OLD.added_at) THEN\n        RAISE EXCEPTION 'A price line never changes: end it, and start another.';\n    END IF;\n    IF NEW.ends_on IS DISTINCT FROM OLD.ends_on\n        AND NOT coalesce(NEW.ends_on < coalesce(OLD.ends_on, 'infinity'::date), false)\n        AND NOT EXISTS (\n            SELECT FROM public.placements_pricelineevent AS was\n            WHERE was.pgh_obj_id = OLD.id AND was.ends_on IS NOT DISTINCT FROM NEW.ends_on\n        ) THEN\n        RAISE EXCEPTION 'A price line does not last longer than it was agreed: start another.';\n    END IF;\n    RETURN NEW;\n", hash='c31f61a76faa55a559b2e36a5706a9b63b92e60e', operation='UPDATE', pgid='pgtrigger_never_changes_0f6c8', table='placements_priceline', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='priceline',
            trigger=pgtrigger.compiler.Trigger(name='never_goes', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NOT OLD.imported OR OLD.voided_at IS NOT NULL THEN\n        RAISE EXCEPTION 'A price line stays on record: void it with a reason.';\n    END IF;\n    RETURN OLD;\n", hash='a7ee3c694b72fe2c1baeff2245985e157b42bb82', operation='DELETE', pgid='pgtrigger_never_goes_f2a1c', table='placements_priceline', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='priceline',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_pricelineevent" ("added_at", "added_by_id", "amount", "cost_a_year", "ends_on", "funder", "id", "imported", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "quantity", "starts_on", "unit", "void_reason", "voided_at", "voided_by_id", "weeks") SELECT new_values."added_at", new_values."added_by_id", new_values."amount", new_values."cost_a_year", new_values."ends_on", new_values."funder", new_values."id", new_values."imported", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."placement_id", new_values."quantity", new_values."starts_on", new_values."unit", new_values."void_reason", new_values."voided_at", new_values."voided_by_id", new_values."weeks" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c94bbe1b98735cd137dd6e9df207a125d7f27fc6', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_e6f43', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_priceline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='priceline',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_pricelineevent" ("added_at", "added_by_id", "amount", "cost_a_year", "ends_on", "funder", "id", "imported", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "quantity", "starts_on", "unit", "void_reason", "voided_at", "voided_by_id", "weeks") SELECT new_values."added_at", new_values."added_by_id", new_values."amount", new_values."cost_a_year", new_values."ends_on", new_values."funder", new_values."id", new_values."imported", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."placement_id", new_values."quantity", new_values."starts_on", new_values."unit", new_values."void_reason", new_values."voided_at", new_values."voided_by_id", new_values."weeks" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='0743d88b611b800ccd051c23216662af21497c71', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_15d0c', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_priceline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='priceline',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_pricelineevent" ("added_at", "added_by_id", "amount", "cost_a_year", "ends_on", "funder", "id", "imported", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "quantity", "starts_on", "unit", "void_reason", "voided_at", "voided_by_id", "weeks") SELECT old_values."added_at", old_values."added_by_id", old_values."amount", old_values."cost_a_year", old_values."ends_on", old_values."funder", old_values."id", old_values."imported", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."placement_id", old_values."quantity", old_values."starts_on", old_values."unit", old_values."void_reason", old_values."voided_at", old_values."voided_by_id", old_values."weeks" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='369c0dc8d9343da91e86064e5895673f7833525f', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_5b499', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_priceline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pricelineevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='51c4d48e14374ae4a9bd6dc675c59c37e4f946cb', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_dc8bf', table='placements_pricelineevent', when='BEFORE')),
        ),
        migrations.RunSQL(CHARGE, "DROP VIEW public.placements_charge"),
    ]
