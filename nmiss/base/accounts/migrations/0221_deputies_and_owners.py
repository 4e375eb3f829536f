"""Deputies for who is away, and owners of records."""

import django.contrib.postgres.constraints
import django.db.models.deletion
import nmiss.base.core.clock
import nmiss.base.core.constraints
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models
from nmiss.base.accounts.proposal_sql import PROPOSE_AND_DECIDE


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0220_proposals_dated_by_the_database'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.RunSQL(PROPOSE_AND_DECIDE, migrations.RunSQL.noop),
        migrations.CreateModel(
            name='Deputy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('named_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('ended_at', models.DateTimeField(editable=False, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='DeputyEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('named_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('ended_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RecordOwner',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('record', models.CharField(max_length=100, unique=True)),
                ('reason', models.TextField()),
                ('handed_over_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
        ),
        migrations.CreateModel(
            name='RecordOwnerEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('record', models.CharField(max_length=100)),
                ('reason', models.TextField()),
                ('handed_over_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='proposal',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='proposal',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='proposal',
            name='delete_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='proposal',
            name='done_in_person',
        ),
        migrations.AddField(
            model_name='proposal',
            name='decided_for',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='proposalevent',
            name='decided_for',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposal',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.proposed_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.proposed_by_id, NEW.kind, NEW.subject, NEW.given, NEW.about_id, NEW.reason, NEW.proposed_at) IS DISTINCT FROM ROW(OLD.proposed_by_id, OLD.kind, OLD.subject, OLD.given, OLD.about_id, OLD.reason, OLD.proposed_at))\n        AND NEW.proposed_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\n\n    IF NEW.decided_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.decided_by_id, NEW.decision, NEW.decided_at, NEW.declined_because, NEW.decided_for_id) IS DISTINCT FROM ROW(OLD.decided_by_id, OLD.decision, OLD.decided_at, OLD.declined_because, OLD.decided_for_id))\n        AND NEW.decided_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='ef5f1d916ac3766074637e4726c8baaf6d188728', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_5bff9', table='accounts_proposal', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposal',
            trigger=pgtrigger.compiler.Trigger(name='decided_by_the_deputy', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."decided_for_id" IS NOT NULL)', func="\n                    IF NOT EXISTS (\n                        SELECT 1 FROM public.accounts_deputy d\n                        JOIN public.accounts_recordowner o ON o.owner_id = d.person_id\n                        WHERE d.person_id = NEW.decided_for_id\n                          AND d.deputy_id = NEW.decided_by_id AND d.ended_at IS NULL\n                          AND (public.nmiss_now() AT TIME ZONE 'Europe/London')::date\n                              BETWEEN d.starts_on AND d.ends_on\n                          AND o.record = 'accounts.Proposal ' || NEW.id\n                    ) THEN\n                        RAISE EXCEPTION 'A deputy decides for the owner who named them.'\n                            USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ", hash='d22025bf43bdb638d890c96bca6274a05f8c9293', operation='INSERT OR UPDATE', pgid='pgtrigger_decided_by_the_deputy_520fc', table='accounts_proposal', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposal',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_proposalevent" ("about_id", "decided_at", "decided_by_id", "decided_for_id", "decision", "declined_because", "given", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reason", "subject", "subject_name") SELECT new_values."about_id", new_values."decided_at", new_values."decided_by_id", new_values."decided_for_id", new_values."decision", new_values."declined_because", new_values."given", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."proposed_at", new_values."proposed_by_id", new_values."reason", new_values."subject", new_values."subject_name" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='95110b739c035dda18fa409649234f44b1724ea8', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_bdd19', referencing='REFERENCING NEW TABLE AS new_values ', table='accounts_proposal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposal',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_proposalevent" ("about_id", "decided_at", "decided_by_id", "decided_for_id", "decision", "declined_because", "given", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reason", "subject", "subject_name") SELECT new_values."about_id", new_values."decided_at", new_values."decided_by_id", new_values."decided_for_id", new_values."decision", new_values."declined_because", new_values."given", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."proposed_at", new_values."proposed_by_id", new_values."reason", new_values."subject", new_values."subject_name" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='eeb5f40931db9fac508f8e4fd11219691e26b955', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_bb738', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='accounts_proposal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposal',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_proposalevent" ("about_id", "decided_at", "decided_by_id", "decided_for_id", "decision", "declined_because", "given", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reason", "subject", "subject_name") SELECT old_values."about_id", old_values."decided_at", old_values."decided_by_id", old_values."decided_for_id", old_values."decision", old_values."declined_because", old_values."given", old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."proposed_at", old_values."proposed_by_id", old_values."reason", old_values."subject", old_values."subject_name" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='9ab769990d2462589357c512d59c36bea73403f1', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_b8b54', referencing='REFERENCING OLD TABLE AS old_values ', table='accounts_proposal', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(('decided_for', None), models.Q(('decision__in', ['agreed', 'declined']), models.Q(('decided_for', models.F('decided_by')), _negated=True), models.Q(('decided_for', models.F('proposed_by')), _negated=True), models.Q(('about', None), models.Q(('decided_for', models.F('about')), _negated=True), _connector='OR')), _connector='OR'), name='accounts_proposal_for_whom_is_away'),
        ),
        migrations.AddField(
            model_name='deputy',
            name='deputy',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stands_in', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='deputy',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deputies', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='deputyevent',
            name='deputy',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='deputyevent',
            name='person',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='deputyevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='deputyevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.deputy'),
        ),
        migrations.AddField(
            model_name='recordowner',
            name='handed_over_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='recordowner',
            name='owner',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='recordownerevent',
            name='handed_over_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='recordownerevent',
            name='owner',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='recordownerevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='recordownerevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.recordowner'),
        ),
        migrations.AddConstraint(
            model_name='deputy',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='accounts_deputy_starts_on_before_ends_on', violation_error_message='The ends on must not be before the starts on.'),
        ),
        migrations.AddConstraint(
            model_name='deputy',
            constraint=models.CheckConstraint(condition=models.Q(('person', models.F('deputy')), _negated=True), name='accounts_deputy_is_another'),
        ),
        migrations.AddConstraint(
            model_name='deputy',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('ended_at', None)), expressions=[('person', '='), (nmiss.base.core.constraints.InclusiveDays('starts_on', 'ends_on'), '&&')], name='accounts_deputy_one_at_a_time'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='deputy',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.named_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.named_at IS DISTINCT FROM OLD.named_at) THEN\n        NEW.named_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.ended_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.ended_at IS DISTINCT FROM OLD.ended_at) THEN\n        NEW.ended_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='90d2984456f08f002a83fcce29416e10a3ff6eeb', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_900e9', table='accounts_deputy', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='deputy',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.person_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.person_id, NEW.deputy_id, NEW.starts_on, NEW.ends_on, NEW.ended_at) IS DISTINCT FROM ROW(OLD.person_id, OLD.deputy_id, OLD.starts_on, OLD.ends_on, OLD.ended_at))\n        AND NEW.person_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='c90241eee5e66de65eb54b192dca8d4d20ca0068', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_eea62', table='accounts_deputy', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='deputy',
            trigger=pgtrigger.compiler.Trigger(name='kept_for_good', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='a60f95e120c19af7b41a9fcec5530992afdd235d', operation='DELETE', pgid='pgtrigger_kept_for_good_c463b', table='accounts_deputy', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='deputy',
            trigger=pgtrigger.compiler.Trigger(name='of_the_same_role', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF TG_OP = 'UPDATE' AND (OLD.ended_at IS NOT NULL\n                        OR (to_jsonb(NEW) - 'ended_at') <> (to_jsonb(OLD) - 'ended_at')) THEN\n                        RAISE EXCEPTION 'A deputy is ended, and not changed.'\n                            USING ERRCODE = 'check_violation';\n                    END IF;\n                    IF TG_OP = 'INSERT' AND NOT EXISTS (\n                        SELECT 1 FROM public.accounts_user p\n                        JOIN public.accounts_user d ON d.role = p.role\n                        WHERE p.id = NEW.person_id AND d.id = NEW.deputy_id\n                          AND d.is_active AND p.role <> 'provider'\n                    ) THEN\n                        RAISE EXCEPTION 'A deputy has the same role, and can sign in.'\n                            USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ", hash='5a842e7d3d0b8b9685756430df92acf2933cf6e1', operation='INSERT OR UPDATE', pgid='pgtrigger_of_the_same_role_4d4f4', table='accounts_deputy', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='deputy',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_deputyevent" ("deputy_id", "ended_at", "ends_on", "id", "named_at", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") SELECT new_values."deputy_id", new_values."ended_at", new_values."ends_on", new_values."id", new_values."named_at", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."starts_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='255dddc0cb974c9bb8c22a130180f7578856cf2f', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_01310', referencing='REFERENCING NEW TABLE AS new_values ', table='accounts_deputy', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='deputy',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_deputyevent" ("deputy_id", "ended_at", "ends_on", "id", "named_at", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") SELECT new_values."deputy_id", new_values."ended_at", new_values."ends_on", new_values."id", new_values."named_at", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."starts_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='28ece6ee407b29f255ca0d9c9611a7ecffa58207', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_68174', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='accounts_deputy', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='deputy',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_deputyevent" ("deputy_id", "ended_at", "ends_on", "id", "named_at", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") SELECT old_values."deputy_id", old_values."ended_at", old_values."ends_on", old_values."id", old_values."named_at", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."starts_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='af8a125adc8b318d1ca38a987b536a16873726bc', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_9cc68', referencing='REFERENCING OLD TABLE AS old_values ', table='accounts_deputy', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='deputyevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4c148097885281fe5f9c891b3baa9542032c9b72', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ea32b', table='accounts_deputyevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='recordowner',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='accounts_recordowner_has_its_reason'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recordowner',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.handed_over_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.handed_over_at IS DISTINCT FROM OLD.handed_over_at) THEN\n        NEW.handed_over_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='a001a8df639f430fa4f6d7bb5ed7b020c3650033', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_4fae9', table='accounts_recordowner', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recordowner',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.handed_over_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.handed_over_by_id, NEW.record, NEW.owner_id, NEW.reason, NEW.handed_over_at) IS DISTINCT FROM ROW(OLD.handed_over_by_id, OLD.record, OLD.owner_id, OLD.reason, OLD.handed_over_at))\n        AND NEW.handed_over_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='40477000dd87c0f214a49a3cf3ca6a21e55781b5', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_caeb8', table='accounts_recordowner', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recordowner',
            trigger=pgtrigger.compiler.Trigger(name='kept_for_good', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='7c4d467fe4d085cdbc1a0d7cf8a2b6906a095c35', operation='DELETE', pgid='pgtrigger_kept_for_good_3657f', table='accounts_recordowner', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recordowner',
            trigger=pgtrigger.compiler.Trigger(name='can_work_on_it', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF TG_OP = 'UPDATE' AND NEW.record <> OLD.record THEN\n                        RAISE EXCEPTION 'An owner is of one record.'\n                            USING ERRCODE = 'check_violation';\n                    END IF;\n                    IF NEW.owner_id IS NOT NULL AND NOT EXISTS (\n                        SELECT 1 FROM public.accounts_user\n                        WHERE id = NEW.owner_id AND is_active AND role <> 'provider'\n                    ) THEN\n                        RAISE EXCEPTION 'An owner is of the council, and can sign in.'\n                            USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ", hash='8a5511e4987d51a6ee2a6f5c89bce33d0db901a0', operation='INSERT OR UPDATE', pgid='pgtrigger_can_work_on_it_9697b', table='accounts_recordowner', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recordowner',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_recordownerevent" ("handed_over_at", "handed_over_by_id", "id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "record") SELECT new_values."handed_over_at", new_values."handed_over_by_id", new_values."id", new_values."owner_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."record" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2374f252e4b61e6a502c318d1359bf6a9b1f0f74', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_20a0f', referencing='REFERENCING NEW TABLE AS new_values ', table='accounts_recordowner', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recordowner',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_recordownerevent" ("handed_over_at", "handed_over_by_id", "id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "record") SELECT new_values."handed_over_at", new_values."handed_over_by_id", new_values."id", new_values."owner_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."record" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='fe98aa8adbe7e30fe5e71afb8de34938f0a2a51f', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_a9ec4', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='accounts_recordowner', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recordowner',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_recordownerevent" ("handed_over_at", "handed_over_by_id", "id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "record") SELECT old_values."handed_over_at", old_values."handed_over_by_id", old_values."id", old_values."owner_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."record" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='79b70927e57afdab60044ebb52095989177a59b7', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_d3601', referencing='REFERENCING OLD TABLE AS old_values ', table='accounts_recordowner', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recordownerevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='620dbf9a939e581413eacd3e351c132d8278b147', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6b5ac', table='accounts_recordownerevent', when='BEFORE')),
        ),
    ]
