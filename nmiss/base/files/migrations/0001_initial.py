import django.db.models.deletion
import django.utils.timezone
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
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.CreateModel(
            name='StoredFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('content_type', models.CharField(max_length=100)),
                ('place', models.CharField(max_length=32, unique=True)),
                ('size', models.PositiveBigIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('state', models.CharField(choices=[('waiting', 'Being checked'), ('clean', 'Checked'), ('refused', 'Refused'), ('infected', 'Quarantined')], default='waiting', editable=False, max_length=10)),
                ('tries', models.PositiveSmallIntegerField(default=0, editable=False)),
                ('looked_at', models.DateTimeField(editable=False, null=True)),
                ('checked_at', models.DateTimeField(editable=False, null=True)),
                ('refusal', models.CharField(blank=True, editable=False, max_length=300)),
                ('found', models.CharField(blank=True, editable=False, max_length=200)),
                ('kept_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('kept_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('is_sealed', models.BooleanField(default=False, editable=False)),
                ('forgotten_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('state', 'waiting')), fields=['tries', 'id'], name='files_storedfile_waiting')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'clean', 'refused', 'infected'])), name='files_storedfile_state_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('checked_at', None), ('state', 'waiting')), models.Q(models.Q(('state', 'waiting'), _negated=True), ('checked_at__isnull', False)), _connector='OR'), name='files_storedfile_checked_unless_waiting'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'infected'), models.Q(('found', ''), _negated=True)), models.Q(models.Q(('state', 'infected'), _negated=True), ('found', '')), _connector='OR'), name='files_storedfile_found_where_infected'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'refused'), models.Q(('refusal', ''), _negated=True)), models.Q(models.Q(('state', 'refused'), _negated=True), ('refusal', '')), _connector='OR'), name='files_storedfile_says_why_it_is_refused'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['clean', 'infected']), _negated=True), ('looked_at__isnull', False), _connector='OR'), name='files_storedfile_looked_into_before_clean'), models.CheckConstraint(condition=models.Q(('sha256__regex', '^[0-9a-f]{64}$')), name='files_storedfile_sha256_is_one')],
            },
        ),
        migrations.CreateModel(
            name='ListDownload',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('listing', models.CharField(max_length=50)),
                ('query', models.TextField(blank=True)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('file', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='list_download', to='files.storedfile')),
                ('gave_up_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('file', None), ('gave_up_at', None), _connector='OR'), name='files_listdownload_ends_one_way')],
            },
        ),
        migrations.CreateModel(
            name='StoredFileEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='files.storedfile')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=200)),
                ('content_type', models.CharField(max_length=100)),
                ('place', models.CharField(max_length=32)),
                ('size', models.PositiveBigIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('state', models.CharField(choices=[('waiting', 'Being checked'), ('clean', 'Checked'), ('refused', 'Refused'), ('infected', 'Quarantined')], default='waiting', editable=False, max_length=10)),
                ('tries', models.PositiveSmallIntegerField(default=0, editable=False)),
                ('looked_at', models.DateTimeField(editable=False, null=True)),
                ('checked_at', models.DateTimeField(editable=False, null=True)),
                ('refusal', models.CharField(blank=True, editable=False, max_length=300)),
                ('found', models.CharField(blank=True, editable=False, max_length=200)),
                ('kept_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('kept_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('is_sealed', models.BooleanField(default=False, editable=False)),
                ('forgotten_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ListDownloadEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='files.listdownload')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('listing', models.CharField(max_length=50)),
                ('asked_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('file', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile')),
                ('gave_up_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='storedfile',
            trigger=pgtrigger.compiler.Trigger(name='where_it_lies', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."place" IS DISTINCT FROM (NEW."place") OR OLD."size" IS DISTINCT FROM (NEW."size") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."kept_by_id" IS DISTINCT FROM (NEW."kept_by_id") OR OLD."is_sealed" IS DISTINCT FROM (NEW."is_sealed"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='562ab5bcfa68f37420ce751dc871f31242399e5d', operation='UPDATE', pgid='pgtrigger_where_it_lies_416a3', table='files_storedfile', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='storedfile',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "files_storedfileevent" ("checked_at", "content_type", "forgotten_at", "found", "id", "is_sealed", "kept_at", "kept_by_id", "looked_at", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "refusal", "sha256", "size", "state", "tries") SELECT new_values."checked_at", new_values."content_type", new_values."forgotten_at", new_values."found", new_values."id", new_values."is_sealed", new_values."kept_at", new_values."kept_by_id", new_values."looked_at", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."place", new_values."refusal", new_values."sha256", new_values."size", new_values."state", new_values."tries" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='309b16e992dc377eaf9d9f1fcbb6ac0a1da7401d', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_a0d7d', referencing='REFERENCING NEW TABLE AS new_values ', table='files_storedfile', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='storedfile',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "files_storedfileevent" ("checked_at", "content_type", "forgotten_at", "found", "id", "is_sealed", "kept_at", "kept_by_id", "looked_at", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "refusal", "sha256", "size", "state", "tries") SELECT new_values."checked_at", new_values."content_type", new_values."forgotten_at", new_values."found", new_values."id", new_values."is_sealed", new_values."kept_at", new_values."kept_by_id", new_values."looked_at", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."place", new_values."refusal", new_values."sha256", new_values."size", new_values."state", new_values."tries" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c3fea4a1ef4d846a7f94265e54b5f561998e639c', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_8c2ef', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='files_storedfile', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='storedfile',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "files_storedfileevent" ("checked_at", "content_type", "forgotten_at", "found", "id", "is_sealed", "kept_at", "kept_by_id", "looked_at", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "refusal", "sha256", "size", "state", "tries") SELECT old_values."checked_at", old_values."content_type", old_values."forgotten_at", old_values."found", old_values."id", old_values."is_sealed", old_values."kept_at", old_values."kept_by_id", old_values."looked_at", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."place", old_values."refusal", old_values."sha256", old_values."size", old_values."state", old_values."tries" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='cf03d0e51c294a10d905e7c9b6700dae5cfb7da9', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_ad157', referencing='REFERENCING OLD TABLE AS old_values ', table='files_storedfile', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='listdownload',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "files_listdownloadevent" ("asked_at", "asked_by_id", "file_id", "gave_up_at", "id", "listing", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."asked_at", new_values."asked_by_id", new_values."file_id", new_values."gave_up_at", new_values."id", new_values."listing", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2d469298f7f1b0a42831a4298170c129a5ed6e47', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_19008', referencing='REFERENCING NEW TABLE AS new_values ', table='files_listdownload', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='listdownload',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "files_listdownloadevent" ("asked_at", "asked_by_id", "file_id", "gave_up_at", "id", "listing", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."asked_at", new_values."asked_by_id", new_values."file_id", new_values."gave_up_at", new_values."id", new_values."listing", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."asked_at" IS DISTINCT FROM (new_values."asked_at") OR old_values."asked_by_id" IS DISTINCT FROM (new_values."asked_by_id") OR old_values."file_id" IS DISTINCT FROM (new_values."file_id") OR old_values."gave_up_at" IS DISTINCT FROM (new_values."gave_up_at") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."listing" IS DISTINCT FROM (new_values."listing")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='44e6ea73e0fe32eb8f94ccb6b32c5072aba30136', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_d0024', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='files_listdownload', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='listdownload',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "files_listdownloadevent" ("asked_at", "asked_by_id", "file_id", "gave_up_at", "id", "listing", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."asked_at", old_values."asked_by_id", old_values."file_id", old_values."gave_up_at", old_values."id", old_values."listing", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='7a4563d2e2c85557b900901b02803cf6f8ffde31', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_86370', referencing='REFERENCING OLD TABLE AS old_values ', table='files_listdownload', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='storedfileevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='87c00a10d7d7fa3c851b8d6ac1c82626e991377c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0014f', table='files_storedfileevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='listdownloadevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='539beedafa416471d5051c183b42714f1fcf7691', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1ae15', table='files_listdownloadevent', when='BEFORE')),
        ),
    ]
