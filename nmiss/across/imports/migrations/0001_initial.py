import django.db.models.deletion
import django.utils.timezone
import nmiss.base.core.fields
import nmiss.base.core.migrating
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('accounts', '__first__'),
        ('core', '0003_numbers_of_the_law'),
        ('files', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.CreateModel(
            name='ImportRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(choices=[('schools', 'Schools from the national register'), ('links', 'Links between schools from the national register'), ('members', 'Members of the DPS'), ('placements', 'Placements'), ('prices', 'Prices of placements'), ('price_lists', 'Price lists of schools'), ('price_bands', 'National price bands'), ('fee_decisions', 'Decisions on fee increases'), ('payments', 'Payments for placements'), ('cost_index', 'Index of pay and prices'), ('decisions', 'Executive decisions of the past'), ('indicators', 'Indicators'), ('terms', 'Terms'), ('returns', 'KPI returns')], max_length=20)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='imports', to='files.storedfile')),
                ('status', models.CharField(choices=[('waiting', 'Waiting to be checked'), ('asking', 'Waiting for answers'), ('refused', 'Refused'), ('checked', 'Checked'), ('confirmed', 'Confirmed'), ('done', 'Done'), ('undoing', 'Being undone'), ('undone', 'Undone'), ('dropped', 'Discarded'), ('failed', 'Failed')], default='waiting', editable=False, max_length=20)),
                ('progress', models.CharField(blank=True, editable=False, max_length=200)),
                ('note', models.CharField(blank=True, editable=False, max_length=300)),
                ('tries', models.PositiveSmallIntegerField(default=0, editable=False)),
                ('counts', models.JSONField(default=dict, editable=False)),
                ('kept', models.JSONField(default=list, editable=False)),
                ('answers', models.JSONField(default=dict, editable=False)),
                ('uploaded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('uploaded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('confirmed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('confirmed_at', models.DateTimeField(editable=False, null=True)),
                ('done_at', models.DateTimeField(editable=False, null=True)),
                ('undone_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('undone_at', models.DateTimeField(editable=False, null=True)),
                ('written_under', models.UUIDField(editable=False, null=True)),
                ('undone_under', models.UUIDField(editable=False, null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['uploaded_at', 'id'], name='imports_importrun_in_order')],
                'constraints': [models.CheckConstraint(condition=models.Q(('what__in', ['schools', 'links', 'members', 'placements', 'prices', 'price_lists', 'price_bands', 'fee_decisions', 'payments', 'cost_index', 'decisions', 'indicators', 'terms', 'returns'])), name='imports_importrun_what_is_known'), models.CheckConstraint(condition=models.Q(('status__in', ['waiting', 'asking', 'refused', 'checked', 'confirmed', 'done', 'undoing', 'undone', 'dropped', 'failed'])), name='imports_importrun_status_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at__isnull', False), ('confirmed_by__isnull', False)), models.Q(('confirmed_at__isnull', True), ('confirmed_by__isnull', True)), _connector='OR'), name='imports_importrun_confirmed_by_and_confirmed_at'), models.CheckConstraint(condition=models.Q(models.Q(('done_at__isnull', False), ('written_under__isnull', False)), models.Q(('done_at__isnull', True), ('written_under__isnull', True)), _connector='OR'), name='imports_importrun_done_at_and_written_under'), models.CheckConstraint(condition=models.Q(models.Q(('undone_at__isnull', False), ('undone_by__isnull', False)), models.Q(('undone_at__isnull', True), ('undone_by__isnull', True)), _connector='OR'), name='imports_importrun_undone_by_and_undone_at'), models.CheckConstraint(condition=models.Q(models.Q(('status__in', ['done', 'undoing', 'undone']), _negated=True), ('done_at__isnull', False), _connector='OR'), name='imports_importrun_written_when_done'), models.CheckConstraint(condition=models.Q(('done_at', None), ('confirmed_at__isnull', False), _connector='OR'), name='imports_importrun_confirmed_before_done')],
            },
        ),
        migrations.CreateModel(
            name='ImportFindings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('run', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='imports.importrun')),
                ('body', nmiss.base.core.fields.EncryptedTextField()),
            ],
        ),
        migrations.CreateModel(
            name='ImportRunEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='imports.importrun')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('what', models.CharField(choices=[('schools', 'Schools from the national register'), ('links', 'Links between schools from the national register'), ('members', 'Members of the DPS'), ('placements', 'Placements'), ('prices', 'Prices of placements'), ('price_lists', 'Price lists of schools'), ('price_bands', 'National price bands'), ('fee_decisions', 'Decisions on fee increases'), ('payments', 'Payments for placements'), ('cost_index', 'Index of pay and prices'), ('decisions', 'Executive decisions of the past'), ('indicators', 'Indicators'), ('terms', 'Terms'), ('returns', 'KPI returns')], max_length=20)),
                ('file', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile')),
                ('status', models.CharField(choices=[('waiting', 'Waiting to be checked'), ('asking', 'Waiting for answers'), ('refused', 'Refused'), ('checked', 'Checked'), ('confirmed', 'Confirmed'), ('done', 'Done'), ('undoing', 'Being undone'), ('undone', 'Undone'), ('dropped', 'Discarded'), ('failed', 'Failed')], default='waiting', editable=False, max_length=20)),
                ('note', models.CharField(blank=True, editable=False, max_length=300)),
                ('tries', models.PositiveSmallIntegerField(default=0, editable=False)),
                ('counts', models.JSONField(default=dict, editable=False)),
                ('kept', models.JSONField(default=list, editable=False)),
                ('answers', models.JSONField(default=dict, editable=False)),
                ('uploaded_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('uploaded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('confirmed_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('confirmed_at', models.DateTimeField(editable=False, null=True)),
                ('done_at', models.DateTimeField(editable=False, null=True)),
                ('undone_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('undone_at', models.DateTimeField(editable=False, null=True)),
                ('written_under', models.UUIDField(editable=False, null=True)),
                ('undone_under', models.UUIDField(editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ImportFindingsEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='imports.importfindings')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('run', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='imports.importrun')),
            ],
            options={
                'abstract': False,
            },
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='importrun',
            trigger=pgtrigger.compiler.Trigger(name='by_its_moves', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'INSERT' AND NEW.status NOT IN ('waiting') AND NOT public.nmiss_is_owner()\n        AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE = 'Nothing begins as ' || NEW.status || '.';\n    END IF;\n    IF TG_OP = 'UPDATE' AND NEW.status <> OLD.status\n        AND (OLD.status || '>' || NEW.status) NOT IN ('asking>dropped', 'asking>waiting', 'checked>confirmed', 'checked>dropped', 'confirmed>asking', 'confirmed>checked', 'confirmed>done', 'confirmed>failed', 'confirmed>refused', 'done>undoing', 'failed>dropped', 'refused>dropped', 'undoing>done', 'undoing>undone', 'waiting>asking', 'waiting>checked', 'waiting>failed', 'waiting>refused') AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE =\n            'No move leads from ' || OLD.status || ' to ' || NEW.status || '.';\n    END IF;\n    RETURN NULL;\n", hash='5c965903d5763c044e7acc55cea87245486050a3', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_by_its_moves_10ab7', table='imports_importrun', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='importrun',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "imports_importrunevent" ("answers", "confirmed_at", "confirmed_by_id", "counts", "done_at", "file_id", "id", "kept", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "tries", "undone_at", "undone_by_id", "undone_under", "uploaded_at", "uploaded_by_id", "what", "written_under") SELECT new_values."answers", new_values."confirmed_at", new_values."confirmed_by_id", new_values."counts", new_values."done_at", new_values."file_id", new_values."id", new_values."kept", new_values."note", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."status", new_values."tries", new_values."undone_at", new_values."undone_by_id", new_values."undone_under", new_values."uploaded_at", new_values."uploaded_by_id", new_values."what", new_values."written_under" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='be3a0853ac2bcb2ab220b49f26b822c19a1a9dee', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_2cb63', referencing='REFERENCING NEW TABLE AS new_values ', table='imports_importrun', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='importrun',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "imports_importrunevent" ("answers", "confirmed_at", "confirmed_by_id", "counts", "done_at", "file_id", "id", "kept", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "tries", "undone_at", "undone_by_id", "undone_under", "uploaded_at", "uploaded_by_id", "what", "written_under") SELECT new_values."answers", new_values."confirmed_at", new_values."confirmed_by_id", new_values."counts", new_values."done_at", new_values."file_id", new_values."id", new_values."kept", new_values."note", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."status", new_values."tries", new_values."undone_at", new_values."undone_by_id", new_values."undone_under", new_values."uploaded_at", new_values."uploaded_by_id", new_values."what", new_values."written_under" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."answers" IS DISTINCT FROM (new_values."answers") OR old_values."confirmed_at" IS DISTINCT FROM (new_values."confirmed_at") OR old_values."confirmed_by_id" IS DISTINCT FROM (new_values."confirmed_by_id") OR old_values."counts" IS DISTINCT FROM (new_values."counts") OR old_values."done_at" IS DISTINCT FROM (new_values."done_at") OR old_values."file_id" IS DISTINCT FROM (new_values."file_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kept" IS DISTINCT FROM (new_values."kept") OR old_values."note" IS DISTINCT FROM (new_values."note") OR old_values."status" IS DISTINCT FROM (new_values."status") OR old_values."tries" IS DISTINCT FROM (new_values."tries") OR old_values."undone_at" IS DISTINCT FROM (new_values."undone_at") OR old_values."undone_by_id" IS DISTINCT FROM (new_values."undone_by_id") OR old_values."undone_under" IS DISTINCT FROM (new_values."undone_under") OR old_values."uploaded_at" IS DISTINCT FROM (new_values."uploaded_at") OR old_values."uploaded_by_id" IS DISTINCT FROM (new_values."uploaded_by_id") OR old_values."what" IS DISTINCT FROM (new_values."what") OR old_values."written_under" IS DISTINCT FROM (new_values."written_under")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4d72453363744584344f6cdacf189f48680be684', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_72662', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='imports_importrun', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='importrun',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "imports_importrunevent" ("answers", "confirmed_at", "confirmed_by_id", "counts", "done_at", "file_id", "id", "kept", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "tries", "undone_at", "undone_by_id", "undone_under", "uploaded_at", "uploaded_by_id", "what", "written_under") SELECT old_values."answers", old_values."confirmed_at", old_values."confirmed_by_id", old_values."counts", old_values."done_at", old_values."file_id", old_values."id", old_values."kept", old_values."note", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."status", old_values."tries", old_values."undone_at", old_values."undone_by_id", old_values."undone_under", old_values."uploaded_at", old_values."uploaded_by_id", old_values."what", old_values."written_under" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='7fc3f6fed7df4c799ee83032557e67542f980c9e', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_a1bac', referencing='REFERENCING OLD TABLE AS old_values ', table='imports_importrun', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='importfindings',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "imports_importfindingsevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "run_id") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."run_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='413a4cde5ce134184c3fead83f5646a9c6a3f2d1', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_1f038', referencing='REFERENCING NEW TABLE AS new_values ', table='imports_importfindings', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='importfindings',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "imports_importfindingsevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "run_id") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."run_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."run_id" IS DISTINCT FROM (new_values."run_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3f6d006a66fe9c48d627161d3e9f811c5ba14a13', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_9c76f', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='imports_importfindings', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='importfindings',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "imports_importfindingsevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "run_id") SELECT old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."run_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='855d73531da3e0fb6fce7fa1fc3a061a1cef8574', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_00995', referencing='REFERENCING OLD TABLE AS old_values ', table='imports_importfindings', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='importrunevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='66f6333152beb5251f36745b5f0c27c214279cc3', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1e908', table='imports_importrunevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='importfindingsevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='90d78bae0ff1823185d7973f370d617de5bd07b9', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5ca7c', table='imports_importfindingsevent', when='BEFORE')),
        ),
    ]
