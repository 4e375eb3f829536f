import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '__first__'),
        ('contracts', '0003_seal_and_clock'),
        ('files', '0002_lists_to_take_away'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='round',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='round',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='round',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='round',
            name='quarter',
            field=models.DateField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='roundevent',
            name='quarter',
            field=models.DateField(editable=False, null=True),
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('f01', 'F01 Prior information notice (PIN)'), ('f02', 'F02 Contract notice'), ('f03', 'F03 Contract award notice'), ('f14', 'F14 Corrigendum'), ('f20', 'F20 Modification notice'), ('f21', 'F21 Social and other specific services'), ('uk1', 'UK1 Pipeline notice'), ('uk2', 'UK2 Preliminary market engagement notice'), ('uk3', 'UK3 Planned procurement notice'), ('uk4', 'UK4 Tender notice'), ('uk5', 'UK5 Transparency notice'), ('uk6', 'UK6 Contract award notice'), ('uk7', 'UK7 Contract details notice'), ('uk10', 'UK10 Contract change notice'), ('uk11', 'UK11 Contract termination notice'), ('uk12', 'UK12 Procurement termination notice'), ('uk13', 'UK13 Dynamic market intention notice'), ('uk14', 'UK14 Dynamic market establishment notice'), ('uk15', 'UK15 Dynamic market modification notice'), ('uk16', 'UK16 Dynamic market cessation notice')], max_length=10)),
                ('sent_on', models.DateField()),
                ('reference', models.CharField(max_length=100)),
                ('quarter', models.DateField(blank=True, null=True)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('vehicle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='contracts.vehicle')),
            ],
        ),
        migrations.CreateModel(
            name='NoticeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('f01', 'F01 Prior information notice (PIN)'), ('f02', 'F02 Contract notice'), ('f03', 'F03 Contract award notice'), ('f14', 'F14 Corrigendum'), ('f20', 'F20 Modification notice'), ('f21', 'F21 Social and other specific services'), ('uk1', 'UK1 Pipeline notice'), ('uk2', 'UK2 Preliminary market engagement notice'), ('uk3', 'UK3 Planned procurement notice'), ('uk4', 'UK4 Tender notice'), ('uk5', 'UK5 Transparency notice'), ('uk6', 'UK6 Contract award notice'), ('uk7', 'UK7 Contract details notice'), ('uk10', 'UK10 Contract change notice'), ('uk11', 'UK11 Contract termination notice'), ('uk12', 'UK12 Procurement termination notice'), ('uk13', 'UK13 Dynamic market intention notice'), ('uk14', 'UK14 Dynamic market establishment notice'), ('uk15', 'UK15 Dynamic market modification notice'), ('uk16', 'UK16 Dynamic market cessation notice')], max_length=10)),
                ('sent_on', models.DateField()),
                ('reference', models.CharField(max_length=100)),
                ('quarter', models.DateField(blank=True, null=True)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.notice')),
                ('recorded_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('vehicle', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.vehicle')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RoundWatch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='round_watches', to=settings.AUTH_USER_MODEL)),
                ('vehicle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='watches', to='contracts.vehicle')),
            ],
        ),
        migrations.CreateModel(
            name='RoundWatchEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.roundwatch')),
                ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('vehicle', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.vehicle')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='VehicleDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200)),
                ('version', models.PositiveSmallIntegerField()),
                ('published_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('published_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('vehicle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='contracts.vehicle')),
            ],
        ),
        migrations.CreateModel(
            name='VehicleDocumentEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('title', models.CharField(max_length=200)),
                ('version', models.PositiveSmallIntegerField()),
                ('published_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('file', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.vehicledocument')),
                ('published_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('vehicle', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.vehicle')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='round',
            constraint=models.UniqueConstraint(fields=('vehicle', 'quarter'), name='contracts_round_quarter_once'),
        ),
        migrations.AddConstraint(
            model_name='notice',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['f01', 'f02', 'f03', 'f14', 'f20', 'f21', 'uk1', 'uk2', 'uk3', 'uk4', 'uk5', 'uk6', 'uk7', 'uk10', 'uk11', 'uk12', 'uk13', 'uk14', 'uk15', 'uk16'])), name='contracts_notice_kind_is_known'),
        ),
        migrations.AddConstraint(
            model_name='notice',
            constraint=models.UniqueConstraint(fields=('vehicle', 'kind', 'reference'), name='contracts_notice_reference_once', violation_error_message='A notice of this type and reference is in the register.'),
        ),
        migrations.AddConstraint(
            model_name='notice',
            constraint=models.CheckConstraint(condition=models.Q(('quarter', None), ('kind__in', ['f03', 'uk6']), _connector='OR'), name='contracts_notice_quarter_of_award_notices'),
        ),
        migrations.AddConstraint(
            model_name='roundwatch',
            constraint=models.UniqueConstraint(fields=('vehicle', 'user'), name='contracts_roundwatch_once'),
        ),
        migrations.AddConstraint(
            model_name='vehicledocument',
            constraint=models.UniqueConstraint(fields=('vehicle', 'title', 'version'), name='contracts_vehicledocument_version_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='round',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_roundevent" ("clarifications_close_at", "closed_at", "closes_at", "evaluation_ends_on", "id", "notice_text", "number", "opened_at", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "scheme_id", "status", "vehicle_id") SELECT new_values."clarifications_close_at", new_values."closed_at", new_values."closes_at", new_values."evaluation_ends_on", new_values."id", new_values."notice_text", new_values."number", new_values."opened_at", new_values."opens_at", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."quarter", new_values."scheme_id", new_values."status", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='87551d1deb58d4887d9e40b7702eefc5d2cd90f3', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_3de1f', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_round', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='round',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_roundevent" ("clarifications_close_at", "closed_at", "closes_at", "evaluation_ends_on", "id", "notice_text", "number", "opened_at", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "scheme_id", "status", "vehicle_id") SELECT new_values."clarifications_close_at", new_values."closed_at", new_values."closes_at", new_values."evaluation_ends_on", new_values."id", new_values."notice_text", new_values."number", new_values."opened_at", new_values."opens_at", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."quarter", new_values."scheme_id", new_values."status", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='693eaa9e93a6fbb5ac872b3e6b0d452504a099d5', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_a95e7', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_round', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='round',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_roundevent" ("clarifications_close_at", "closed_at", "closes_at", "evaluation_ends_on", "id", "notice_text", "number", "opened_at", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "scheme_id", "status", "vehicle_id") SELECT old_values."clarifications_close_at", old_values."closed_at", old_values."closes_at", old_values."evaluation_ends_on", old_values."id", old_values."notice_text", old_values."number", old_values."opened_at", old_values."opens_at", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."quarter", old_values."scheme_id", old_values."status", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='b67aec2974bd1e6ca51ed98aa5feec6477a24436', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_f3045', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_round', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='notice',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_noticeevent" ("id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "recorded_at", "recorded_by_id", "reference", "sent_on", "vehicle_id") SELECT new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."quarter", new_values."recorded_at", new_values."recorded_by_id", new_values."reference", new_values."sent_on", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e1f439eb5314d333d955c7b903e80fee513df78b', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_5449f', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_notice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='notice',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_noticeevent" ("id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "recorded_at", "recorded_by_id", "reference", "sent_on", "vehicle_id") SELECT new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."quarter", new_values."recorded_at", new_values."recorded_by_id", new_values."reference", new_values."sent_on", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='0433a87f1b157347463cc06f0af63097c2da5f30', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_835c0', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_notice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='notice',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_noticeevent" ("id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "recorded_at", "recorded_by_id", "reference", "sent_on", "vehicle_id") SELECT old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."quarter", old_values."recorded_at", old_values."recorded_by_id", old_values."reference", old_values."sent_on", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='f03e11b9e865d68a57d2ac6bf98252f6c50f2ff5', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_9d067', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_notice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='noticeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8fd9961cd3b706729d66ba40fa87d153eb788cb6', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_54738', table='contracts_noticeevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roundwatch',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_roundwatchevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "vehicle_id") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."user_id", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='1edd0268cd2df85bea69b0f705d1943710563c4b', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_bdfd6', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_roundwatch', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roundwatch',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_roundwatchevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "vehicle_id") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."user_id", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='33ba290b3bcd239f2c05b0456d7bd55760723583', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_608f8', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_roundwatch', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roundwatch',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_roundwatchevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "vehicle_id") SELECT old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."user_id", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='7874c372fbb0f406da072d91f45a2ab293e2d784', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_dd113', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_roundwatch', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roundwatchevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8e5b4add69c16b2fc755bced0a1374162d89c79a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_bbfcc', table='contracts_roundwatchevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vehicledocument',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_vehicledocumentevent" ("file_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "title", "vehicle_id", "version") SELECT new_values."file_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."published_at", new_values."published_by_id", new_values."title", new_values."vehicle_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='6cdfa5e121c92b39063552e42b837813b4de81c5', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_c9839', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_vehicledocument', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vehicledocument',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_vehicledocumentevent" ("file_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "title", "vehicle_id", "version") SELECT new_values."file_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."published_at", new_values."published_by_id", new_values."title", new_values."vehicle_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='587f97bb74be3a07b6085c5a352c8fcfd2d13ec8', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_7ad03', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_vehicledocument', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vehicledocument',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_vehicledocumentevent" ("file_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "title", "vehicle_id", "version") SELECT old_values."file_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."published_at", old_values."published_by_id", old_values."title", old_values."vehicle_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='1b3aff09adc9e50fb89b9d694d15dc6d1003bb68', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_0c68c', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_vehicledocument', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vehicledocumentevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ba95fb0fce2c563e75568d6eba3b1ed095a94335', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_54a11', table='contracts_vehicledocumentevent', when='BEFORE')),
        ),
    ]
