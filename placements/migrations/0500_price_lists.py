"""Price lists of schools, and why a placement began at another price."""

import django.contrib.postgres.constraints
import django.db.models.constraints
import django.db.models.deletion
import nmiss.base.core.clock
import nmiss.base.core.constraints
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contracts', '0340_every_notice_of_the_act'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('placements', '0331_place_funding_is_a_number_of_the_law'),
        ('providers', '0331_standing'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PriceList',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
                ('size', models.PositiveSmallIntegerField()),
                ('imported', models.BooleanField(default=False)),
                ('added_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('voided_at', models.DateTimeField(editable=False, null=True)),
                ('void_reason', models.TextField(blank=True)),
                ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('lot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='price_lists', to='contracts.lot')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='price_lists', to='providers.school')),
                ('voided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='PriceListEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
                ('size', models.PositiveSmallIntegerField()),
                ('imported', models.BooleanField(default=False)),
                ('added_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('voided_at', models.DateTimeField(editable=False, null=True)),
                ('void_reason', models.TextField(blank=True)),
                ('added_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('lot', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.lot')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.pricelist')),
                ('school', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.school')),
                ('voided_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PriceListLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('base_education', 'Base education'), ('residential', 'Residential'), ('therapy_slt', 'Speech and language therapy'), ('therapy_ot', 'Occupational therapy'), ('therapy_physio', 'Physiotherapy'), ('therapy_psychology', 'Psychology'), ('therapy_other', 'Other therapy'), ('one_to_one', 'One-to-one support'), ('two_to_one', 'Two-to-one support'), ('exams', 'Exams'), ('other', 'Other')], max_length=20)),
                ('need', models.CharField(blank=True, choices=[('SPLD', 'Specific learning difficulty'), ('MLD', 'Moderate learning difficulty'), ('SLD', 'Severe learning difficulty'), ('PMLD', 'Profound and multiple learning difficulty'), ('SEMH', 'Social, emotional and mental health'), ('SLCN', 'Speech, language and communication needs'), ('HI', 'Hearing impairment'), ('VI', 'Vision impairment'), ('MSI', 'Multi-sensory impairment'), ('PD', 'Physical disability'), ('ASD', 'Autistic spectrum disorder'), ('DS', 'Down syndrome'), ('OTH', 'Other difficulty')], max_length=4)),
                ('phase', models.CharField(blank=True, choices=[('early_years', 'Before reception'), ('primary', 'Primary (reception to year 6)'), ('secondary', 'Secondary (years 7 to 11)'), ('post_16', 'Post-16 (year 12 and above)')], max_length=20)),
                ('provision', models.CharField(blank=True, choices=[('day', 'Day'), ('residential_weekly', 'Residential, weekly'), ('residential_38', 'Residential, up to 38 weeks'), ('residential_51', 'Residential, 39 to 51 weeks'), ('residential_52', 'Residential, 52 weeks')], max_length=20)),
                ('unit', models.CharField(choices=[('year', 'Year'), ('term', 'Term'), ('week', 'Week'), ('hour', 'Hour')], max_length=10)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=10)),
                ('price_list', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='placements.pricelist')),
            ],
        ),
        migrations.CreateModel(
            name='PriceDifference',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField()),
                ('line', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='difference', to='placements.priceline')),
                ('listed', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='differences', to='placements.pricelistline')),
            ],
        ),
        migrations.CreateModel(
            name='PriceListLineEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('base_education', 'Base education'), ('residential', 'Residential'), ('therapy_slt', 'Speech and language therapy'), ('therapy_ot', 'Occupational therapy'), ('therapy_physio', 'Physiotherapy'), ('therapy_psychology', 'Psychology'), ('therapy_other', 'Other therapy'), ('one_to_one', 'One-to-one support'), ('two_to_one', 'Two-to-one support'), ('exams', 'Exams'), ('other', 'Other')], max_length=20)),
                ('need', models.CharField(blank=True, choices=[('SPLD', 'Specific learning difficulty'), ('MLD', 'Moderate learning difficulty'), ('SLD', 'Severe learning difficulty'), ('PMLD', 'Profound and multiple learning difficulty'), ('SEMH', 'Social, emotional and mental health'), ('SLCN', 'Speech, language and communication needs'), ('HI', 'Hearing impairment'), ('VI', 'Vision impairment'), ('MSI', 'Multi-sensory impairment'), ('PD', 'Physical disability'), ('ASD', 'Autistic spectrum disorder'), ('DS', 'Down syndrome'), ('OTH', 'Other difficulty')], max_length=4)),
                ('phase', models.CharField(blank=True, choices=[('early_years', 'Before reception'), ('primary', 'Primary (reception to year 6)'), ('secondary', 'Secondary (years 7 to 11)'), ('post_16', 'Post-16 (year 12 and above)')], max_length=20)),
                ('provision', models.CharField(blank=True, choices=[('day', 'Day'), ('residential_weekly', 'Residential, weekly'), ('residential_38', 'Residential, up to 38 weeks'), ('residential_51', 'Residential, 39 to 51 weeks'), ('residential_52', 'Residential, 52 weeks')], max_length=20)),
                ('unit', models.CharField(choices=[('year', 'Year'), ('term', 'Term'), ('week', 'Week'), ('hour', 'Hour')], max_length=10)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=10)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.pricelistline')),
                ('price_list', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.pricelist')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='pricelist',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='placements_pricelist_starts_on_before_ends_on', violation_error_message='The ends on must not be before the starts on.'),
        ),
        migrations.AddConstraint(
            model_name='pricelist',
            constraint=models.CheckConstraint(condition=models.Q(('size__gte', 1)), name='placements_pricelist_has_lines'),
        ),
        migrations.AddConstraint(
            model_name='pricelist',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('voided_at__isnull', False), ('voided_by__isnull', False)), models.Q(('voided_at__isnull', True), ('voided_by__isnull', True)), _connector='OR'), name='placements_pricelist_voided_at_and_voided_by'),
        ),
        migrations.AddConstraint(
            model_name='pricelist',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_at', None)), models.Q(('voided_at__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='placements_pricelist_voided_with_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='pricelist',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('voided_at', None)), deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('school', '='), ('lot', '='), (nmiss.base.core.constraints.InclusiveDays('starts_on', 'ends_on'), '&&')], name='placements_pricelist_no_overlap', violation_error_message='This school has a price list in this lot on some of these days.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pricelist',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.added_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.added_at IS DISTINCT FROM OLD.added_at) THEN\n        NEW.added_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.voided_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.voided_at IS DISTINCT FROM OLD.voided_at) THEN\n        NEW.voided_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='3e0a67106c2eea86f15c6b453ab8d1d95ed2fe4a', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_778c2', table='placements_pricelist', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pricelist',
            trigger=pgtrigger.compiler.Trigger(name='never_changes', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF OLD.voided_at IS NOT NULL AND NEW IS DISTINCT FROM OLD THEN\n        RAISE EXCEPTION 'A voided price list stays as it is.';\n    END IF;\n    IF ROW(NEW.school_id, NEW.lot_id, NEW.starts_on, NEW.size, NEW.imported, NEW.added_by_id,\n        NEW.added_at) IS DISTINCT FROM ROW(OLD.school_id, OLD.lot_id, OLD.starts_on, OLD.size,\n        OLD.imported, OLD.added_by_id, OLD.added_at) THEN\n        RAISE EXCEPTION 'A price list never changes: another follows it.';\n    END IF;\n    RETURN NEW;\n", hash='6af39d079ef6da277a676dd5e0251df9f8b94b92', operation='UPDATE', pgid='pgtrigger_never_changes_de94c', table='placements_pricelist', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pricelist',
            trigger=pgtrigger.compiler.Trigger(name='never_goes', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NOT OLD.imported OR OLD.voided_at IS NOT NULL THEN\n        RAISE EXCEPTION 'A price list stays on record: void it with a reason.';\n    END IF;\n    RETURN OLD;\n", hash='fe5a1014a38b47e536c617187408d9d64d897797', operation='DELETE', pgid='pgtrigger_never_goes_4bc95', table='placements_pricelist', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pricelist',
            trigger=pgtrigger.compiler.Trigger(name='no_gap', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="\n    DECLARE\n        of_school bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.school_id ELSE NEW.school_id END;\n        of_lot bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.lot_id ELSE NEW.lot_id END;\n    BEGIN\n        IF (\n            SELECT count(*) > 1 FROM public.placements_pricelist AS list\n            WHERE list.school_id = of_school AND list.lot_id = of_lot AND list.voided_at IS NULL\n                AND NOT EXISTS (\n                    SELECT FROM public.placements_pricelist AS before\n                    WHERE before.school_id = of_school AND before.lot_id = of_lot\n                        AND before.voided_at IS NULL AND before.ends_on = list.starts_on - 1\n                )\n        ) THEN\n            RAISE EXCEPTION 'There is a gap between two price lists.'\n                USING ERRCODE = 'integrity_constraint_violation';\n        END IF;\n        RETURN NULL;\n    END;\n", hash='9eea5afac6c555e89db52e01153084b91fe6a883', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_no_gap_7fdfa', table='placements_pricelist', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pricelist',
            trigger=pgtrigger.compiler.Trigger(name='has_all_its_lines', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="\n    DECLARE\n        of_list bigint := CASE TG_TABLE_NAME\n            WHEN 'placements_pricelist' THEN (to_jsonb(NEW)->>'id')::bigint\n            ELSE (to_jsonb(NEW)->>'price_list_id')::bigint END;\n    BEGIN\n        IF EXISTS (\n            SELECT FROM public.placements_pricelist AS list\n            WHERE list.id = of_list AND list.size <> (\n                SELECT count(*) FROM public.placements_pricelistline WHERE price_list_id = list.id\n            )\n        ) THEN\n            RAISE EXCEPTION 'A price list has all its lines from the first.'\n                USING ERRCODE = 'integrity_constraint_violation';\n        END IF;\n        RETURN NULL;\n    END;\n", hash='a1446978f47195acff1b7ca843f92fd59d2d1001', operation='INSERT', pgid='pgtrigger_has_all_its_lines_0e5f8', table='placements_pricelist', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pricelist',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_pricelistevent" ("added_at", "added_by_id", "ends_on", "id", "imported", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "size", "starts_on", "void_reason", "voided_at", "voided_by_id") SELECT new_values."added_at", new_values."added_by_id", new_values."ends_on", new_values."id", new_values."imported", new_values."lot_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."school_id", new_values."size", new_values."starts_on", new_values."void_reason", new_values."voided_at", new_values."voided_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='257578fbae8e184b5c647d4c32ef1b035ba68276', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_8503e', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_pricelist', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pricelist',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_pricelistevent" ("added_at", "added_by_id", "ends_on", "id", "imported", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "size", "starts_on", "void_reason", "voided_at", "voided_by_id") SELECT new_values."added_at", new_values."added_by_id", new_values."ends_on", new_values."id", new_values."imported", new_values."lot_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."school_id", new_values."size", new_values."starts_on", new_values."void_reason", new_values."voided_at", new_values."voided_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='722e46df97bd05fa2dbe4453ee22cde50321c2bd', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_74d79', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_pricelist', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pricelist',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_pricelistevent" ("added_at", "added_by_id", "ends_on", "id", "imported", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "size", "starts_on", "void_reason", "voided_at", "voided_by_id") SELECT old_values."added_at", old_values."added_by_id", old_values."ends_on", old_values."id", old_values."imported", old_values."lot_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."school_id", old_values."size", old_values."starts_on", old_values."void_reason", old_values."voided_at", old_values."voided_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='2cfff4e7659f9891d33a2fe5037753f1c1d9e0f5', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_c5aaf', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_pricelist', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pricelistevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c8f262a465e0e9acc03bb5613c5ff31a0a5f9c71', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b0336', table='placements_pricelistevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='pricelistline',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['base_education', 'residential', 'therapy_slt', 'therapy_ot', 'therapy_physio', 'therapy_psychology', 'therapy_other', 'one_to_one', 'two_to_one', 'exams', 'other'])), name='placements_pricelistline_kind_is_known'),
        ),
        migrations.AddConstraint(
            model_name='pricelistline',
            constraint=models.CheckConstraint(condition=models.Q(('need__in', ['SPLD', 'MLD', 'SLD', 'PMLD', 'SEMH', 'SLCN', 'HI', 'VI', 'MSI', 'PD', 'ASD', 'DS', 'OTH', ''])), name='placements_pricelistline_need_is_known'),
        ),
        migrations.AddConstraint(
            model_name='pricelistline',
            constraint=models.CheckConstraint(condition=models.Q(('phase__in', ['early_years', 'primary', 'secondary', 'post_16', ''])), name='placements_pricelistline_phase_is_known'),
        ),
        migrations.AddConstraint(
            model_name='pricelistline',
            constraint=models.CheckConstraint(condition=models.Q(('provision__in', ['day', 'residential_weekly', 'residential_38', 'residential_51', 'residential_52', ''])), name='placements_pricelistline_provision_is_known'),
        ),
        migrations.AddConstraint(
            model_name='pricelistline',
            constraint=models.CheckConstraint(condition=models.Q(('unit__in', ['year', 'term', 'week', 'hour'])), name='placements_pricelistline_unit_is_known'),
        ),
        migrations.AddConstraint(
            model_name='pricelistline',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gte', 0)), name='placements_pricelistline_not_below_nought'),
        ),
        migrations.AddConstraint(
            model_name='pricelistline',
            constraint=models.UniqueConstraint(fields=('price_list', 'kind', 'need', 'phase', 'provision'), name='placements_pricelistline_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pricelistline',
            trigger=pgtrigger.compiler.Trigger(name='never_changes', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='fc70ae257a644855117a1724ae49a177bfca8f49', operation='UPDATE', pgid='pgtrigger_never_changes_dde33', table='placements_pricelistline', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pricelistline',
            trigger=pgtrigger.compiler.Trigger(name='all_from_the_first', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="\n    DECLARE\n        of_list bigint := CASE TG_TABLE_NAME\n            WHEN 'placements_pricelist' THEN (to_jsonb(NEW)->>'id')::bigint\n            ELSE (to_jsonb(NEW)->>'price_list_id')::bigint END;\n    BEGIN\n        IF EXISTS (\n            SELECT FROM public.placements_pricelist AS list\n            WHERE list.id = of_list AND list.size <> (\n                SELECT count(*) FROM public.placements_pricelistline WHERE price_list_id = list.id\n            )\n        ) THEN\n            RAISE EXCEPTION 'A price list has all its lines from the first.'\n                USING ERRCODE = 'integrity_constraint_violation';\n        END IF;\n        RETURN NULL;\n    END;\n", hash='e5d195f2a5b6780fd9829a484d84df92df16e66a', operation='INSERT', pgid='pgtrigger_all_from_the_first_2fd30', table='placements_pricelistline', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pricelistline',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_pricelistlineevent" ("amount", "id", "kind", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "price_list_id", "provision", "unit") SELECT new_values."amount", new_values."id", new_values."kind", new_values."need", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."phase", new_values."price_list_id", new_values."provision", new_values."unit" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='eddaf738b1ebb0e2b0381163659db70fa2854619', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_30086', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_pricelistline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pricelistline',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_pricelistlineevent" ("amount", "id", "kind", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "price_list_id", "provision", "unit") SELECT new_values."amount", new_values."id", new_values."kind", new_values."need", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."phase", new_values."price_list_id", new_values."provision", new_values."unit" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9dacc94b2f8ce7a732280bba5e4e7229b85efb49', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_99c11', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_pricelistline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pricelistline',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_pricelistlineevent" ("amount", "id", "kind", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "price_list_id", "provision", "unit") SELECT old_values."amount", old_values."id", old_values."kind", old_values."need", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."phase", old_values."price_list_id", old_values."provision", old_values."unit" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='ceb2716d103a514617cef4e2a7577b9b741a3b6b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_5c7fb', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_pricelistline', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='pricedifference',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='placements_pricedifference_has_a_reason'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pricedifference',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='aff43bce42017cf4945c586e75ac09caf6749d5c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_be49a', table='placements_pricedifference', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pricelistlineevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f79637b873d8c9047ecec9d0959e25abd410cb49', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_40e96', table='placements_pricelistlineevent', when='BEFORE')),
        ),
    ]
