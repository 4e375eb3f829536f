"""Variations of arrangements, each on a ground of regulation 72."""

import django.db.models.deletion
import nmiss.base.core.clock
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contracts', '1403_appraisals'),
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Variation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ground', models.CharField(choices=[('a', '(a) A clear review clause or option'), ('b', '(b) Additional services that are necessary'), ('c', '(c) Circumstances that nobody could foresee'), ('d', '(d) A new contractor in place of the old'), ('e', '(e) A change that is not substantial'), ('f', '(f) A change below the threshold and a tenth of the value')], max_length=1)),
                ('description', models.TextField()),
                ('value', models.DecimalField(decimal_places=2, max_digits=14)),
                ('agreed_on', models.DateField()),
                ('agreed_by', models.CharField(max_length=200)),
                ('legal_advice', models.CharField(blank=True, max_length=300)),
                ('recorded_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('voided_at', models.DateTimeField(editable=False, null=True)),
                ('void_reason', models.TextField(blank=True)),
                ('decision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='variations', to='contracts.decision')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('vehicle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='variations', to='contracts.vehicle')),
                ('voided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='VariationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('ground', models.CharField(choices=[('a', '(a) A clear review clause or option'), ('b', '(b) Additional services that are necessary'), ('c', '(c) Circumstances that nobody could foresee'), ('d', '(d) A new contractor in place of the old'), ('e', '(e) A change that is not substantial'), ('f', '(f) A change below the threshold and a tenth of the value')], max_length=1)),
                ('description', models.TextField()),
                ('value', models.DecimalField(decimal_places=2, max_digits=14)),
                ('agreed_on', models.DateField()),
                ('agreed_by', models.CharField(max_length=200)),
                ('legal_advice', models.CharField(blank=True, max_length=300)),
                ('recorded_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('voided_at', models.DateTimeField(editable=False, null=True)),
                ('void_reason', models.TextField(blank=True)),
                ('decision', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.decision')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.variation')),
                ('recorded_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('vehicle', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.vehicle')),
                ('voided_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='variation',
            constraint=models.CheckConstraint(condition=models.Q(('ground__in', ['a', 'b', 'c', 'd', 'e', 'f'])), name='contracts_variation_ground_is_known'),
        ),
        migrations.AddConstraint(
            model_name='variation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('description', ''), _negated=True), models.Q(('agreed_by', ''), _negated=True)), name='contracts_variation_says_what_and_who'),
        ),
        migrations.AddConstraint(
            model_name='variation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_at', None)), models.Q(('voided_at__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='contracts_variation_voided_with_a_reason'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='variation',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.recorded_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.recorded_at IS DISTINCT FROM OLD.recorded_at) THEN\n        NEW.recorded_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.voided_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.voided_at IS DISTINCT FROM OLD.voided_at) THEN\n        NEW.voided_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='8106ac4202d0ab91710803b1ed5d362afb226834', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_e61de', table='contracts_variation', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='variation',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.recorded_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.recorded_by_id) IS DISTINCT FROM ROW(OLD.recorded_by_id))\n        AND NEW.recorded_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\n\n    IF NEW.voided_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.voided_by_id, NEW.voided_at) IS DISTINCT FROM ROW(OLD.voided_by_id, OLD.voided_at))\n        AND NEW.voided_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='d121908b552fe1e6320b140dd1a001168117f7fb', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_ecf5c', table='contracts_variation', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='variation',
            trigger=pgtrigger.compiler.Trigger(name='stays_or_is_voided', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF OLD.voided_at IS NOT NULL OR ROW(NEW.vehicle_id, NEW.ground, NEW.description, NEW.value, NEW.agreed_on, NEW.agreed_by, NEW.decision_id, NEW.legal_advice, NEW.recorded_by_id, NEW.recorded_at)\n                        IS DISTINCT FROM ROW(OLD.vehicle_id, OLD.ground, OLD.description, OLD.value, OLD.agreed_on, OLD.agreed_by, OLD.decision_id, OLD.legal_advice, OLD.recorded_by_id, OLD.recorded_at) THEN\n                        RAISE EXCEPTION 'A variation stays as it was recorded, or is voided.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='14cc28b4ab885511197aeee7a6209bc3a5c3a3b6', operation='UPDATE', pgid='pgtrigger_stays_or_is_voided_d51d9', table='contracts_variation', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='variation',
            trigger=pgtrigger.compiler.Trigger(name='never_goes', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='35c89f7dfa51bcf704f0fd2c9f344e44feb4e9ea', operation='DELETE', pgid='pgtrigger_never_goes_23e2d', table='contracts_variation', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='variation',
            trigger=pgtrigger.compiler.Trigger(name='within_the_limits', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE v public.contracts_vehicle%ROWTYPE;', func="\n                    SELECT * INTO v FROM public.contracts_vehicle\n                        WHERE id = NEW.vehicle_id FOR NO KEY UPDATE;\n                    IF v.established_on >= date '2025-02-24' THEN\n                        RAISE EXCEPTION 'Regulation 72 is of the law before the Act.';\n                    END IF;\n                    IF NEW.ground NOT IN ('b', 'c', 'f') THEN RETURN NEW; END IF;\n                    IF v.advertised_value IS NULL OR v.value_basis <> 'total' THEN\n                        IF NEW.legal_advice = '' THEN\n                            RAISE EXCEPTION 'The value before the change is not known.';\n                        END IF;\n                        RETURN NEW;\n                    END IF;\n                    IF NEW.ground <> 'f' AND NEW.value * 2 > v.advertised_value THEN\n                        RAISE EXCEPTION 'A change is for at most half of the value.';\n                    END IF;\n                    IF NEW.ground = 'f' AND NEW.value > 0 AND 10 * (\n                        NEW.value + (SELECT coalesce(sum(value), 0)\n                                     FROM public.contracts_variation WHERE ground = 'f'\n                                       AND vehicle_id = NEW.vehicle_id AND voided_at IS NULL)\n                    ) >= v.advertised_value THEN\n                        RAISE EXCEPTION 'Small changes are less than a tenth together.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='82d73f07d10abb13d0c98fb4e5d2591e418af572', operation='INSERT', pgid='pgtrigger_within_the_limits_46c5a', table='contracts_variation', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='variation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_variationevent" ("agreed_by", "agreed_on", "decision_id", "description", "ground", "id", "legal_advice", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "value", "vehicle_id", "void_reason", "voided_at", "voided_by_id") SELECT new_values."agreed_by", new_values."agreed_on", new_values."decision_id", new_values."description", new_values."ground", new_values."id", new_values."legal_advice", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."value", new_values."vehicle_id", new_values."void_reason", new_values."voided_at", new_values."voided_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ea2ace10bc6ec6ee3e72b66d026c4215cdf6f524', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_dd509', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_variation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='variation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_variationevent" ("agreed_by", "agreed_on", "decision_id", "description", "ground", "id", "legal_advice", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "value", "vehicle_id", "void_reason", "voided_at", "voided_by_id") SELECT new_values."agreed_by", new_values."agreed_on", new_values."decision_id", new_values."description", new_values."ground", new_values."id", new_values."legal_advice", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."value", new_values."vehicle_id", new_values."void_reason", new_values."voided_at", new_values."voided_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d931e19b1d170da939c5be64ee7119cce5a08d1a', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_97511', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_variation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='variation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_variationevent" ("agreed_by", "agreed_on", "decision_id", "description", "ground", "id", "legal_advice", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "value", "vehicle_id", "void_reason", "voided_at", "voided_by_id") SELECT old_values."agreed_by", old_values."agreed_on", old_values."decision_id", old_values."description", old_values."ground", old_values."id", old_values."legal_advice", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."recorded_at", old_values."recorded_by_id", old_values."value", old_values."vehicle_id", old_values."void_reason", old_values."voided_at", old_values."voided_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='560ad3f0a08c2fb1f263ff72e40bacae6a78942f', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_a9b46', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_variation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='variationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='00ec4181c624fe3be578e5521fa389c68318fc16', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2129e', table='contracts_variationevent', when='BEFORE')),
        ),
    ]
