import django.contrib.postgres.constraints
import django.contrib.postgres.indexes
import django.core.serializers.json
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.utils.timezone
import nmiss.base.core.clock
import nmiss.base.core.constraints
import nmiss.base.core.fields
import nmiss.base.core.migrating
import pgtrigger.compiler
from django.contrib.postgres.operations import (
    BtreeGistExtension,
    TrigramExtension,
    UnaccentExtension,
)
from django.core.management import call_command
from django.db import migrations, models

from nmiss.base.core.clock_sql import AHEAD, CLOCK, NOW


def make_cache_table(apps, schema_editor):
    """The cache lives in PostgreSQL; its table is made here so that migrating is all it takes."""
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        UnaccentExtension(),
        migrations.RunPython(make_cache_table),
        # Tables are dated by the clock, so it is there before they are.
        migrations.RunSQL([CLOCK, AHEAD, NOW]),
        migrations.CreateModel(
            name='AuditEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('actor_id', models.BigIntegerField(null=True)),
                ('actor_name', models.CharField(max_length=200)),
                ('verb', models.CharField(max_length=100)),
                ('target_type', models.CharField(blank=True, max_length=100)),
                ('target_id', models.BigIntegerField(null=True)),
                ('target_name', models.CharField(max_length=300)),
                ('before', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('after', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('given', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
            ],
            options={
                'indexes': [models.Index(fields=['target_type', 'target_id'], name='core_auditevent_target'), models.Index(fields=['at', 'id'], name='core_auditevent_in_order'), models.Index(fields=['verb', 'at', 'id'], name='core_auditevent_by_verb'), django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Upper('actor_name'), name='gin_trgm_ops'), django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Upper('target_name'), name='gin_trgm_ops'), name='core_auditevent_named')],
            },
        ),
        migrations.CreateModel(
            name='KeyFingerprint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fingerprint', models.CharField(max_length=64, unique=True)),
                ('first_used_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
        ),
        migrations.CreateModel(
            name='LegalParameter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=50)),
                ('value', models.PositiveIntegerField()),
                ('unit', models.CharField(max_length=30)),
                ('regime', models.CharField(max_length=20)),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(null=True)),
                ('meaning', models.CharField(max_length=300)),
                ('source', models.CharField(max_length=300)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='core_legalparameter_valid_from_before_valid_to', violation_error_message='The valid to must not be before the valid from.'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('key', '='), ('regime', '='), (nmiss.base.core.constraints.InclusiveDays('valid_from', 'valid_to'), '&&')], name='core_legalparameter_no_overlap')],
            },
        ),
        migrations.CreateModel(
            name='NonWorkingDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(unique=True)),
                ('reason', models.CharField(max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name='OutboxMessage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=30)),
                ('payload', nmiss.base.core.fields.EncryptedJSONField()),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('due_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('delivered_at', models.DateTimeField(null=True)),
                ('last_error', models.TextField(blank=True)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('delivered_at', None)), fields=['due_at', 'id'], name='core_outboxmessage_waiting')],
            },
        ),
        migrations.CreateModel(
            name='Reminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=50)),
                ('subject', models.CharField(max_length=100)),
                ('recipient', models.EmailField(max_length=254)),
                ('due_on', models.DateField()),
                ('given_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('kind', 'subject', 'recipient', 'due_on'), name='core_reminder_once')],
            },
        ),
        migrations.CreateModel(
            name='SentForm',
            fields=[
                ('token', models.CharField(max_length=32, primary_key=True, serialize=False)),
                ('digest', models.CharField(max_length=64)),
                ('sent_at', models.DateTimeField()),
                ('went_to', models.TextField(blank=True)),
                ('told', nmiss.base.core.fields.EncryptedTextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name='Tick',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=50, unique=True)),
                ('at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='LegalParameterEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='core.legalparameter')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('key', models.CharField(max_length=50)),
                ('value', models.PositiveIntegerField()),
                ('unit', models.CharField(max_length=30)),
                ('regime', models.CharField(max_length=20)),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(null=True)),
                ('meaning', models.CharField(max_length=300)),
                ('source', models.CharField(max_length=300)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='NonWorkingDayEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='core.nonworkingday')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('day', models.DateField()),
                ('reason', models.CharField(max_length=200)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Repetition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='repetition', to='core.auditevent')),
                ('actor_id', models.BigIntegerField()),
                ('verb', models.CharField(max_length=100)),
                ('target_type', models.CharField(max_length=100)),
                ('target_id', models.BigIntegerField()),
                ('hour', models.DateTimeField()),
                ('count', models.PositiveIntegerField(default=1)),
                ('last_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('actor_id', 'verb', 'target_type', 'target_id', 'hour'), name='core_repetition_once_an_hour'), models.CheckConstraint(condition=models.Q(('count__gte', 1)), name='core_repetition_counts_from_one')],
            },
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='auditevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a9043e623706cd6457f6ad43abcff01319f851a7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6d6e0', table='core_auditevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='auditevent',
            trigger=pgtrigger.compiler.Trigger(name='at_its_instant', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF NEW.at IS NULL\n                        OR abs(extract(epoch FROM NEW.at - public.nmiss_now())) > 60 THEN\n                        RAISE EXCEPTION 'What was done is written down when it is done.';\n                    END IF;\n                    NEW.at := public.nmiss_now();\n                    RETURN NEW;\n                ", hash='4a80f465950e333c1565bd70d1559441e54979e5', operation='INSERT', pgid='pgtrigger_at_its_instant_0c8c6', table='core_auditevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='keyfingerprint',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f4abfa804b87c9aad681f5c0103030cdca402e96', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7b446', table='core_keyfingerprint', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='legalparameter',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_legalparameterevent" ("id", "key", "meaning", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "regime", "source", "unit", "valid_from", "valid_to", "value") SELECT new_values."id", new_values."key", new_values."meaning", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."regime", new_values."source", new_values."unit", new_values."valid_from", new_values."valid_to", new_values."value" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b20e036d83af08531370daf92ec68b1d77eccb6f', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_3cc38', referencing='REFERENCING NEW TABLE AS new_values ', table='core_legalparameter', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='legalparameter',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_legalparameterevent" ("id", "key", "meaning", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "regime", "source", "unit", "valid_from", "valid_to", "value") SELECT new_values."id", new_values."key", new_values."meaning", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."regime", new_values."source", new_values."unit", new_values."valid_from", new_values."valid_to", new_values."value" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='1b5b1d7debb66071b13a7b73c11bb512cbf46827', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_92a0c', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='core_legalparameter', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='legalparameter',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_legalparameterevent" ("id", "key", "meaning", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "regime", "source", "unit", "valid_from", "valid_to", "value") SELECT old_values."id", old_values."key", old_values."meaning", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."regime", old_values."source", old_values."unit", old_values."valid_from", old_values."valid_to", old_values."value" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='f158a6b1b974d144d24e29c081553418db5a3129', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_18ba8', referencing='REFERENCING OLD TABLE AS old_values ', table='core_legalparameter', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='nonworkingday',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_nonworkingdayevent" ("day", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."day", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='42d800654190e2dd2ab802fef05f042907b78845', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_b6c23', referencing='REFERENCING NEW TABLE AS new_values ', table='core_nonworkingday', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='nonworkingday',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_nonworkingdayevent" ("day", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."day", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='05edd25092264dd7541ac9febaae50b950c81937', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_1fb45', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='core_nonworkingday', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='nonworkingday',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_nonworkingdayevent" ("day", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT old_values."day", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='c2d5910b3aac9fdced141e7c614d9fe11583151b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_61da8', referencing='REFERENCING OLD TABLE AS old_values ', table='core_nonworkingday', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='legalparameterevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='fe3f7c14edbaf8edd182bbce192e5c2bda83ecc5', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d2f33', table='core_legalparameterevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='nonworkingdayevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7420d60eadf70cc79ac9cbd5ab6f6be48e27a390', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_73209', table='core_nonworkingdayevent', when='BEFORE')),
        ),
    ]
