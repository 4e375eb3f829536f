"""National price bands, and when the savings of a request were written."""

import django.contrib.postgres.constraints
import django.db.models.constraints
import django.db.models.deletion
import nmiss.base.core.constraints
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('placements', '0401_school_choices'),
    ]

    operations = [
        migrations.CreateModel(
            name='PriceBand',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100)),
                ('need', models.CharField(blank=True, choices=[('SPLD', 'Specific learning difficulty'), ('MLD', 'Moderate learning difficulty'), ('SLD', 'Severe learning difficulty'), ('PMLD', 'Profound and multiple learning difficulty'), ('SEMH', 'Social, emotional and mental health'), ('SLCN', 'Speech, language and communication needs'), ('HI', 'Hearing impairment'), ('VI', 'Vision impairment'), ('MSI', 'Multi-sensory impairment'), ('PD', 'Physical disability'), ('ASD', 'Autistic spectrum disorder'), ('DS', 'Down syndrome'), ('OTH', 'Other difficulty')], max_length=4)),
                ('phase', models.CharField(blank=True, choices=[('early_years', 'Before reception'), ('primary', 'Primary (reception to year 6)'), ('secondary', 'Secondary (years 7 to 11)'), ('post_16', 'Post-16 (year 12 and above)')], max_length=20)),
                ('provision', models.CharField(blank=True, choices=[('day', 'Day'), ('residential_weekly', 'Residential, weekly'), ('residential_38', 'Residential, up to 38 weeks'), ('residential_51', 'Residential, 39 to 51 weeks'), ('residential_52', 'Residential, 52 weeks')], max_length=20)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=10)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
                ('source', models.CharField(max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name='PriceBandEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=100)),
                ('need', models.CharField(blank=True, choices=[('SPLD', 'Specific learning difficulty'), ('MLD', 'Moderate learning difficulty'), ('SLD', 'Severe learning difficulty'), ('PMLD', 'Profound and multiple learning difficulty'), ('SEMH', 'Social, emotional and mental health'), ('SLCN', 'Speech, language and communication needs'), ('HI', 'Hearing impairment'), ('VI', 'Vision impairment'), ('MSI', 'Multi-sensory impairment'), ('PD', 'Physical disability'), ('ASD', 'Autistic spectrum disorder'), ('DS', 'Down syndrome'), ('OTH', 'Other difficulty')], max_length=4)),
                ('phase', models.CharField(blank=True, choices=[('early_years', 'Before reception'), ('primary', 'Primary (reception to year 6)'), ('secondary', 'Secondary (years 7 to 11)'), ('post_16', 'Post-16 (year 12 and above)')], max_length=20)),
                ('provision', models.CharField(blank=True, choices=[('day', 'Day'), ('residential_weekly', 'Residential, weekly'), ('residential_38', 'Residential, up to 38 weeks'), ('residential_51', 'Residential, 39 to 51 weeks'), ('residential_52', 'Residential, 52 weeks')], max_length=20)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=10)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
                ('source', models.CharField(max_length=200)),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='feerequest',
            name='dated_by_the_database',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='feerequest',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='feerequest',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='feerequest',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='feerequest',
            name='savings_written_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='feerequestevent',
            name='savings_written_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feerequest',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.started_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.started_at IS DISTINCT FROM OLD.started_at) THEN\n        NEW.started_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.submitted_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.submitted_at IS DISTINCT FROM OLD.submitted_at) THEN\n        NEW.submitted_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.appealed_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.appealed_at IS DISTINCT FROM OLD.appealed_at) THEN\n        NEW.appealed_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.decided_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.decided_at IS DISTINCT FROM OLD.decided_at) THEN\n        NEW.decided_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.savings_written_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.savings_written_at IS DISTINCT FROM OLD.savings_written_at) THEN\n        NEW.savings_written_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='a45b1e5a44eba6d3c7a49eeed01c06b987349134', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_22ebc', table='placements_feerequest', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feerequest',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feerequestevent" ("agreed_percent", "answer_due_on", "appealed_at", "asked_percent", "decided_at", "decided_by_id", "decided_on", "decision_reason", "effective_on", "id", "information_due_on", "is_late", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "savings_written_at", "school_id", "scope", "started_at", "started_by_id", "status", "submitted_at", "submitted_by_id", "window_id") SELECT new_values."agreed_percent", new_values."answer_due_on", new_values."appealed_at", new_values."asked_percent", new_values."decided_at", new_values."decided_by_id", new_values."decided_on", new_values."decision_reason", new_values."effective_on", new_values."id", new_values."information_due_on", new_values."is_late", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider_id", new_values."savings_written_at", new_values."school_id", new_values."scope", new_values."started_at", new_values."started_by_id", new_values."status", new_values."submitted_at", new_values."submitted_by_id", new_values."window_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='61827b33191ff3d29db46cccbd1b3bb2724a98bf', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_baf6e', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_feerequest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feerequest',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feerequestevent" ("agreed_percent", "answer_due_on", "appealed_at", "asked_percent", "decided_at", "decided_by_id", "decided_on", "decision_reason", "effective_on", "id", "information_due_on", "is_late", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "savings_written_at", "school_id", "scope", "started_at", "started_by_id", "status", "submitted_at", "submitted_by_id", "window_id") SELECT new_values."agreed_percent", new_values."answer_due_on", new_values."appealed_at", new_values."asked_percent", new_values."decided_at", new_values."decided_by_id", new_values."decided_on", new_values."decision_reason", new_values."effective_on", new_values."id", new_values."information_due_on", new_values."is_late", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider_id", new_values."savings_written_at", new_values."school_id", new_values."scope", new_values."started_at", new_values."started_by_id", new_values."status", new_values."submitted_at", new_values."submitted_by_id", new_values."window_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='503d8a6c202705c9ba209bd50931b370dd05d52e', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_09465', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_feerequest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feerequest',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feerequestevent" ("agreed_percent", "answer_due_on", "appealed_at", "asked_percent", "decided_at", "decided_by_id", "decided_on", "decision_reason", "effective_on", "id", "information_due_on", "is_late", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "savings_written_at", "school_id", "scope", "started_at", "started_by_id", "status", "submitted_at", "submitted_by_id", "window_id") SELECT old_values."agreed_percent", old_values."answer_due_on", old_values."appealed_at", old_values."asked_percent", old_values."decided_at", old_values."decided_by_id", old_values."decided_on", old_values."decision_reason", old_values."effective_on", old_values."id", old_values."information_due_on", old_values."is_late", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider_id", old_values."savings_written_at", old_values."school_id", old_values."scope", old_values."started_at", old_values."started_by_id", old_values."status", old_values."submitted_at", old_values."submitted_by_id", old_values."window_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='6c7432f092b4e73474835592a0a40fabee925369', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_e14c4', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_feerequest', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='priceband',
            constraint=models.CheckConstraint(condition=models.Q(('need__in', ['SPLD', 'MLD', 'SLD', 'PMLD', 'SEMH', 'SLCN', 'HI', 'VI', 'MSI', 'PD', 'ASD', 'DS', 'OTH', ''])), name='placements_priceband_need_is_known'),
        ),
        migrations.AddConstraint(
            model_name='priceband',
            constraint=models.CheckConstraint(condition=models.Q(('phase__in', ['early_years', 'primary', 'secondary', 'post_16', ''])), name='placements_priceband_phase_is_known'),
        ),
        migrations.AddConstraint(
            model_name='priceband',
            constraint=models.CheckConstraint(condition=models.Q(('provision__in', ['day', 'residential_weekly', 'residential_38', 'residential_51', 'residential_52', ''])), name='placements_priceband_provision_is_known'),
        ),
        migrations.AddConstraint(
            model_name='priceband',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='placements_priceband_starts_on_before_ends_on', violation_error_message='The ends on must not be before the starts on.'),
        ),
        migrations.AddConstraint(
            model_name='priceband',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='placements_priceband_above_nought'),
        ),
        migrations.AddConstraint(
            model_name='priceband',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('need', '='), ('phase', '='), ('provision', '='), (nmiss.base.core.constraints.InclusiveDays('starts_on', 'ends_on'), '&&')], name='placements_priceband_no_overlap'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='priceband',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_pricebandevent" ("amount", "ends_on", "id", "name", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "provision", "source", "starts_on") SELECT new_values."amount", new_values."ends_on", new_values."id", new_values."name", new_values."need", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."phase", new_values."provision", new_values."source", new_values."starts_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='929975e1941834a1a687d752d9f6c10627278b0e', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_2a141', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_priceband', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='priceband',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_pricebandevent" ("amount", "ends_on", "id", "name", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "provision", "source", "starts_on") SELECT new_values."amount", new_values."ends_on", new_values."id", new_values."name", new_values."need", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."phase", new_values."provision", new_values."source", new_values."starts_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c0dc74b46e9a9e46076ad2bc4433b19529c1dffd', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_b7ccc', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_priceband', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='priceband',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_pricebandevent" ("amount", "ends_on", "id", "name", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "provision", "source", "starts_on") SELECT old_values."amount", old_values."ends_on", old_values."id", old_values."name", old_values."need", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."phase", old_values."provision", old_values."source", old_values."starts_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='8afe59c480025fd6ef40e6ae29c0749f9f83b862', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_f32d2', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_priceband', when='AFTER')),
        ),
        migrations.AddField(
            model_name='pricebandevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='pricebandevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.priceband'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pricebandevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8bea5576627cd764b5c527f65602760c652c51b2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d308b', table='placements_pricebandevent', when='BEFORE')),
        ),
    ]
