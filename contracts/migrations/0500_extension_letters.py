"""Letters about an extension: to whom, what each replies and asks."""

import django.core.serializers.json
import django.db.models.deletion
import nmiss.base.core.clock
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contracts', '0342_options_by_two'),
        ('files', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('providers', '0331_standing'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ExtensionLetter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content', models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('answer_by', models.DateField()),
                ('sent_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('status', models.CharField(choices=[('no_reply', 'No reply'), ('accepted', 'Accepted'), ('declined', 'Declined')], default='no_reply', editable=False, max_length=10)),
                ('reason', models.TextField(blank=True)),
                ('source', models.CharField(blank=True, max_length=200)),
                ('answered_at', models.DateTimeField(editable=False, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='ExtensionLetterEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('content', models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('answer_by', models.DateField()),
                ('sent_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('status', models.CharField(choices=[('no_reply', 'No reply'), ('accepted', 'Accepted'), ('declined', 'Declined')], default='no_reply', editable=False, max_length=10)),
                ('reason', models.TextField(blank=True)),
                ('source', models.CharField(blank=True, max_length=200)),
                ('answered_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ExtensionQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.TextField()),
                ('asked_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('answer', models.TextField(blank=True)),
                ('answered_at', models.DateTimeField(editable=False, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='ExtensionQuestionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('words', models.TextField()),
                ('asked_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('answer', models.TextField(blank=True)),
                ('answered_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='told_by_letters', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."decided_by_id" IS NOT NULL AND NEW."status" = \'notified\')', constraint='CONSTRAINT', func="\n        IF EXISTS (\n            SELECT 1 FROM public.contracts_membership AS m\n            JOIN public.contracts_lot AS l ON l.id = m.lot_id\n            WHERE l.vehicle_id = NEW.vehicle_id AND m.admitted_on < NEW.starts_on\n              AND coalesce(m.left_on, NEW.starts_on) >= NEW.starts_on - 1\n              AND NOT EXISTS (SELECT 1 FROM public.contracts_extensionletter AS letter\n                              WHERE letter.option_id = NEW.id\n                                AND letter.provider_id = m.provider_id)\n        ) THEN\n            RAISE EXCEPTION 'Every provider is told of an extension by a letter.';\n        END IF;\n        RETURN NULL;\n    ", hash='b988594f5427d01d061dc2f9190ba9e28c85f792', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_told_by_letters_3215f', table='contracts_extensionoption', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='left_by_who_declined', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."status" = \'in_effect\')', constraint='CONSTRAINT', func="\n        IF EXISTS (\n            SELECT 1 FROM public.contracts_extensionletter AS letter\n            JOIN public.contracts_membership AS m ON m.provider_id = letter.provider_id\n            JOIN public.contracts_lot AS l ON l.id = m.lot_id\n            WHERE letter.option_id = NEW.id AND letter.status = 'declined'\n              AND l.vehicle_id = NEW.vehicle_id AND m.admitted_on < NEW.starts_on\n              AND coalesce(m.left_on, NEW.starts_on) >= NEW.starts_on\n        ) THEN\n            RAISE EXCEPTION 'Who declined an extension leaves before it begins.';\n        END IF;\n        RETURN NULL;\n    ", hash='b4aec5911a2ae57a400327d9060fe74b5d5193c3', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_left_by_who_declined_efcad', table='contracts_extensionoption', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        migrations.AddField(
            model_name='extensionletter',
            name='answered_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='extensionletter',
            name='file',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile'),
        ),
        migrations.AddField(
            model_name='extensionletter',
            name='option',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='letters', to='contracts.extensionoption'),
        ),
        migrations.AddField(
            model_name='extensionletter',
            name='provider',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='extension_letters', to='providers.provider'),
        ),
        migrations.AddField(
            model_name='extensionletterevent',
            name='answered_by',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='extensionletterevent',
            name='file',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile'),
        ),
        migrations.AddField(
            model_name='extensionletterevent',
            name='option',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.extensionoption'),
        ),
        migrations.AddField(
            model_name='extensionletterevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='extensionletterevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.extensionletter'),
        ),
        migrations.AddField(
            model_name='extensionletterevent',
            name='provider',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.provider'),
        ),
        migrations.AddField(
            model_name='extensionquestion',
            name='answered_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='extensionquestion',
            name='asked_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='extensionquestion',
            name='letter',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='contracts.extensionletter'),
        ),
        migrations.AddField(
            model_name='extensionquestionevent',
            name='answered_by',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='extensionquestionevent',
            name='asked_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='extensionquestionevent',
            name='letter',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.extensionletter'),
        ),
        migrations.AddField(
            model_name='extensionquestionevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='extensionquestionevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.extensionquestion'),
        ),
        migrations.AddConstraint(
            model_name='extensionletter',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['no_reply', 'accepted', 'declined'])), name='contracts_extensionletter_status_is_known'),
        ),
        migrations.AddConstraint(
            model_name='extensionletter',
            constraint=models.UniqueConstraint(fields=('option', 'provider'), name='contracts_extensionletter_once'),
        ),
        migrations.AddConstraint(
            model_name='extensionletter',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', False), ('answered_by__isnull', False)), models.Q(('answered_at__isnull', True), ('answered_by__isnull', True)), _connector='OR'), name='contracts_extensionletter_answered_at_and_answered_by'),
        ),
        migrations.AddConstraint(
            model_name='extensionletter',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answered_by', None), ('reason', ''), ('source', ''), ('status', 'no_reply')), models.Q(('answered_by__isnull', False), ('status', 'accepted')), models.Q(('answered_by__isnull', False), ('status', 'declined'), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='contracts_extensionletter_answered_by_somebody'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionletter',
            trigger=pgtrigger.compiler.Trigger(name='what_was_sent_stands', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."option_id" IS DISTINCT FROM (NEW."option_id") OR OLD."provider_id" IS DISTINCT FROM (NEW."provider_id") OR OLD."content" IS DISTINCT FROM (NEW."content") OR OLD."file_id" IS DISTINCT FROM (NEW."file_id") OR OLD."answer_by" IS DISTINCT FROM (NEW."answer_by") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='19858c6d0aca44b07aa7a603ef75043cfc23343f', operation='UPDATE', pgid='pgtrigger_what_was_sent_stands_6fdcf', table='contracts_extensionletter', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionletter',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.sent_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.sent_at IS DISTINCT FROM OLD.sent_at) THEN\n        NEW.sent_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.answered_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.answered_at IS DISTINCT FROM OLD.answered_at) THEN\n        NEW.answered_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='e434c03a8ee7466c6e9351cf08c3e91a51c1c089', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_1fb75', table='contracts_extensionletter', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionletter',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.answered_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.answered_by_id, NEW.status, NEW.reason, NEW.source) IS DISTINCT FROM ROW(OLD.answered_by_id, OLD.status, OLD.reason, OLD.source))\n        AND NEW.answered_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='adf650d444720143cda4233f333305564ae88fea', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_f0f6d', table='contracts_extensionletter', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionletter',
            trigger=pgtrigger.compiler.Trigger(name='answered_in_time', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE option public.contracts_extensionoption%ROWTYPE;', func="\n                    IF TG_OP = 'UPDATE' AND ROW(NEW.status, NEW.reason, NEW.source,\n                        NEW.answered_by_id, NEW.answered_at) IS NOT DISTINCT FROM\n                        ROW(OLD.status, OLD.reason, OLD.source,\n                        OLD.answered_by_id, OLD.answered_at) THEN\n                        RETURN NEW;\n                    END IF;\n                    SELECT * INTO option FROM public.contracts_extensionoption\n                        WHERE id = NEW.option_id FOR SHARE;\n                    IF option.status <> 'notified' THEN\n                        RAISE EXCEPTION 'Replies are taken between the notice and the extension.';\n                    END IF;\n                    IF NEW.answered_by_id IS NULL THEN RETURN NEW; END IF;\n                    IF timezone('Europe/London', public.nmiss_now())::date\n                        > greatest(NEW.answer_by, option.starts_on - 1) THEN\n                        RAISE EXCEPTION 'The time to reply is over.';\n                    END IF;\n                    IF NOT EXISTS (\n                        SELECT 1 FROM public.providers_providermember\n                        WHERE provider_id = NEW.provider_id AND user_id = NEW.answered_by_id\n                          AND role = 'owner'\n                    ) AND NOT (NEW.source <> '' AND EXISTS (\n                        SELECT 1 FROM public.accounts_user\n                        WHERE id = NEW.answered_by_id AND role IN ('officer', 'manager')\n                    )) THEN\n                        RAISE EXCEPTION 'An owner replies, or an officer records how it came.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='093f590a78d2a2a1fdf7b9a0a07b03e3d9accc09', operation='INSERT OR UPDATE', pgid='pgtrigger_answered_in_time_56abc', table='contracts_extensionletter', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionletter',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_extensionletterevent" ("answer_by", "answered_at", "answered_by_id", "content", "file_id", "id", "option_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reason", "sent_at", "source", "status") SELECT new_values."answer_by", new_values."answered_at", new_values."answered_by_id", new_values."content", new_values."file_id", new_values."id", new_values."option_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider_id", new_values."reason", new_values."sent_at", new_values."source", new_values."status" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b78dfde66fa71e6d5ea7f275e2555d57e0e65e5f', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_5e671', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_extensionletter', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionletter',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_extensionletterevent" ("answer_by", "answered_at", "answered_by_id", "content", "file_id", "id", "option_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reason", "sent_at", "source", "status") SELECT new_values."answer_by", new_values."answered_at", new_values."answered_by_id", new_values."content", new_values."file_id", new_values."id", new_values."option_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider_id", new_values."reason", new_values."sent_at", new_values."source", new_values."status" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='38eb9c323e109cfb0112457f7c08d2e75b9f29a6', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_e8773', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_extensionletter', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionletter',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_extensionletterevent" ("answer_by", "answered_at", "answered_by_id", "content", "file_id", "id", "option_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reason", "sent_at", "source", "status") SELECT old_values."answer_by", old_values."answered_at", old_values."answered_by_id", old_values."content", old_values."file_id", old_values."id", old_values."option_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider_id", old_values."reason", old_values."sent_at", old_values."source", old_values."status" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='65f6d5f5e350a48a765a3a2a1ea09af555fdefaa', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_42486', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_extensionletter', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionletterevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='cc16c64bd4aedb9d916c3edfe195b89a9aad850c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c6b6b', table='contracts_extensionletterevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='extensionquestion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', False), ('answered_by__isnull', False)), models.Q(('answered_at__isnull', True), ('answered_by__isnull', True)), _connector='OR'), name='contracts_extensionquestion_answered_at_and_answered_by'),
        ),
        migrations.AddConstraint(
            model_name='extensionquestion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('words', ''), _negated=True), models.Q(models.Q(('answer', ''), ('answered_at', None)), models.Q(('answered_at__isnull', False), models.Q(('answer', ''), _negated=True)), _connector='OR')), name='contracts_extensionquestion_says_something'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionquestion',
            trigger=pgtrigger.compiler.Trigger(name='what_was_asked_stands', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."letter_id" IS DISTINCT FROM (NEW."letter_id") OR OLD."words" IS DISTINCT FROM (NEW."words") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='f80962a0a70bd8b632eb778f92503d210c301439', operation='UPDATE', pgid='pgtrigger_what_was_asked_stands_708ad', table='contracts_extensionquestion', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionquestion',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.asked_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.asked_at IS DISTINCT FROM OLD.asked_at) THEN\n        NEW.asked_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.answered_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.answered_at IS DISTINCT FROM OLD.answered_at) THEN\n        NEW.answered_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='5d214b47a468b0c9d49c41a5f2832e4ef8b71be4', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_2e068', table='contracts_extensionquestion', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionquestion',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.asked_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.asked_by_id) IS DISTINCT FROM ROW(OLD.asked_by_id))\n        AND NEW.asked_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\n\n    IF NEW.answered_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.answered_by_id, NEW.answer) IS DISTINCT FROM ROW(OLD.answered_by_id, OLD.answer))\n        AND NEW.answered_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='6a3211a1971807fd302bc573a359d308ef9a39b1', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_cf7bf', table='contracts_extensionquestion', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionquestion',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_extensionquestionevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "id", "letter_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."asked_at", new_values."asked_by_id", new_values."id", new_values."letter_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='0cde03bc7cb82a728e78b6073aa829a4584db17c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_25c5d', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_extensionquestion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionquestion',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_extensionquestionevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "id", "letter_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."asked_at", new_values."asked_by_id", new_values."id", new_values."letter_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e95f97ad027295a4e34ada80308a57df560fbc98', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_875c4', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_extensionquestion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionquestion',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_extensionquestionevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "id", "letter_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") SELECT old_values."answer", old_values."answered_at", old_values."answered_by_id", old_values."asked_at", old_values."asked_by_id", old_values."id", old_values."letter_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='4cce857236832eaa1e28cdac050eeb1afbdf9d3c', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_4ee8a', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_extensionquestion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionquestionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='cf3f03ab9e5808e911a7b60ca7ead41648916c03', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_629bd', table='contracts_extensionquestionevent', when='BEFORE')),
        ),
    ]
