"""What changes of an open round is a proposal; a window is what was agreed to."""

import django.db.models.deletion
import nmiss.base.core.clock
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


# A table takes its triggers with it, and leaves their functions.
NO_MORE = """
DO $$
DECLARE
    left_over regprocedure;
BEGIN
    FOR left_over IN
        SELECT p.oid::regprocedure FROM pg_catalog.pg_proc p
        WHERE p.pronamespace = 'public'::regnamespace AND p.proname LIKE 'pgtrigger\\_%'
          AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_trigger t WHERE t.tgfoid = p.oid)
    LOOP
        EXECUTE 'DROP FUNCTION ' || left_over;
    END LOOP;
END
$$
"""


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0220_proposals_dated_by_the_database'),
        ('contracts', '0200_applications_in_parts'),
        ('providers', '0150_people_come_in_person'),
    ]

    operations = [
        migrations.DeleteModel(
            name='RecoveryWindowEvent',
        ),
        migrations.DeleteModel(
            name='RecoveryWindow',
        ),
        migrations.DeleteModel(
            name='RoundExtensionEvent',
        ),
        migrations.DeleteModel(
            name='RoundExtension',
        ),
        migrations.RunSQL(NO_MORE, migrations.RunSQL.noop),
        pgtrigger.migrations.RemoveTrigger(
            model_name='round',
            name='never_shortened',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='round',
            trigger=pgtrigger.compiler.Trigger(name='never_shortened', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NOT (OLD."status" = \'planned\'))', func="\n                    IF NEW.opens_at <> OLD.opens_at THEN\n                        RAISE EXCEPTION 'The opening of a round that has opened does not move.';\n                    END IF;\n                    IF NEW.closes_at < OLD.closes_at OR\n                        (OLD.status = 'closed' AND NEW.closes_at <> OLD.closes_at) THEN\n                        RAISE EXCEPTION 'An open round is extended, never shortened.';\n                    END IF;\n                    IF NEW.closes_at <> OLD.closes_at AND NOT EXISTS (\n                        SELECT 1 FROM public.accounts_proposal p\n                        WHERE p.kind = 'round_extension' AND p.decision = 'agreed'\n                          AND p.given ->> 'round' = NEW.id::text\n                          AND (p.given ->> 'closes_at')::timestamptz = NEW.closes_at\n                    ) THEN\n                        RAISE EXCEPTION 'Two officers extend an open round.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='ab007087ed343043e2db4a381a4531039ae1a9ae', operation='UPDATE', pgid='pgtrigger_never_shortened_349fc', table='contracts_round', when='BEFORE')),
        ),
        migrations.CreateModel(
            name='RecoveryWindow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agreed_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('opens_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('closes_at', models.DateTimeField()),
                ('proposal', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.proposal')),
                ('provider', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recovery_windows', to='providers.provider')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recovery_windows', to='contracts.round')),
            ],
        ),
        migrations.CreateModel(
            name='RecoveryWindowEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('agreed_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('opens_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('closes_at', models.DateTimeField()),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.recoverywindow')),
                ('proposal', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.proposal')),
                ('provider', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.provider')),
                ('round', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.round')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='recoverywindow',
            constraint=models.CheckConstraint(condition=models.Q(('closes_at__gt', models.F('opens_at'))), name='contracts_recoverywindow_closes_after_opening'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recoverywindow',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.agreed_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.agreed_at IS DISTINCT FROM OLD.agreed_at) THEN\n        NEW.agreed_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.opens_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.opens_at IS DISTINCT FROM OLD.opens_at) THEN\n        NEW.opens_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='5a04f22fb1ad769331fe6da782d340d6a9c63e7a', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_78243', table='contracts_recoverywindow', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recoverywindow',
            trigger=pgtrigger.compiler.Trigger(name='kept_for_good', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='fa7a9860a4eb2fe5319ca41e04cace109bcf1cb9', operation='UPDATE OR DELETE', pgid='pgtrigger_kept_for_good_2f8a1', table='contracts_recoverywindow', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recoverywindow',
            trigger=pgtrigger.compiler.Trigger(name='agreed_by_two', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF NOT EXISTS (\n                        SELECT 1 FROM public.accounts_proposal p\n                        WHERE p.id = NEW.proposal_id AND p.kind = 'recovery_window'\n                          AND p.decision = 'agreed'\n                          AND p.given ->> 'round' = NEW.round_id::text\n                          AND p.given ->> 'provider' = NEW.provider_id::text\n                          AND (p.given ->> 'closes_at')::timestamptz = NEW.closes_at\n                    ) THEN\n                        RAISE EXCEPTION 'Two officers give a recovery window.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='946cbf34653a57b456e305ccb6998602046a5299', operation='INSERT', pgid='pgtrigger_agreed_by_two_486d6', table='contracts_recoverywindow', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recoverywindow',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_recoverywindowevent" ("agreed_at", "closes_at", "id", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "provider_id", "round_id") SELECT new_values."agreed_at", new_values."closes_at", new_values."id", new_values."opens_at", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."proposal_id", new_values."provider_id", new_values."round_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3ca8392ada37ac2405bd0a10160d5d69ce4c6957', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_7a666', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_recoverywindow', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recoverywindow',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_recoverywindowevent" ("agreed_at", "closes_at", "id", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "provider_id", "round_id") SELECT new_values."agreed_at", new_values."closes_at", new_values."id", new_values."opens_at", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."proposal_id", new_values."provider_id", new_values."round_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9dfd0a87c9e69913cb6ded8196f1788d40ba9538', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_29d2f', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_recoverywindow', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recoverywindow',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_recoverywindowevent" ("agreed_at", "closes_at", "id", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "provider_id", "round_id") SELECT old_values."agreed_at", old_values."closes_at", old_values."id", old_values."opens_at", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."proposal_id", old_values."provider_id", old_values."round_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='348d637eb16b2b1cfb5c7292d22a30ce9b7d5e5b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_a7714', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_recoverywindow', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recoverywindowevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8b61c8ddeb574a9372e1227a9e6e0a896554005f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_3f677', table='contracts_recoverywindowevent', when='BEFORE')),
        ),
    ]
