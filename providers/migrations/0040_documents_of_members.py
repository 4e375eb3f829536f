"""Documents of members, with the day on which each expires."""


import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('files', '0002_lists_to_take_away'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('providers', '0008_what_lists_are_ordered_by'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ComplianceDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.SlugField()),
                ('title', models.CharField(max_length=200)),
                ('expires_on', models.DateField(null=True)),
                ('added_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('replaced_at', models.DateTimeField(editable=False, null=True)),
                ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('provider', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='providers.provider')),
                ('school', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='providers.school')),
            ],
        ),
        migrations.CreateModel(
            name='ComplianceDocumentEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.SlugField(db_index=False)),
                ('title', models.CharField(max_length=200)),
                ('expires_on', models.DateField(null=True)),
                ('added_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('replaced_at', models.DateTimeField(editable=False, null=True)),
                ('added_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('file', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='providers.compliancedocument')),
                ('provider', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.provider')),
                ('school', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.school')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='compliancedocument',
            constraint=models.UniqueConstraint(condition=models.Q(('replaced_at', None)), fields=('provider', 'school', 'kind'), name='providers_compliancedocument_one_current', nulls_distinct=False),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='compliancedocument',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_compliancedocumentevent" ("added_at", "added_by_id", "expires_on", "file_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "replaced_at", "school_id", "title") SELECT new_values."added_at", new_values."added_by_id", new_values."expires_on", new_values."file_id", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider_id", new_values."replaced_at", new_values."school_id", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='6aa3cfe2360d0a0ba4db590dbd11fa5b5a35af9d', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_92eaa', referencing='REFERENCING NEW TABLE AS new_values ', table='providers_compliancedocument', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='compliancedocument',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_compliancedocumentevent" ("added_at", "added_by_id", "expires_on", "file_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "replaced_at", "school_id", "title") SELECT new_values."added_at", new_values."added_by_id", new_values."expires_on", new_values."file_id", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider_id", new_values."replaced_at", new_values."school_id", new_values."title" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d513cd6caae453d2da19ecbc886d536247d13db1', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_d7fcd', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='providers_compliancedocument', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='compliancedocument',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_compliancedocumentevent" ("added_at", "added_by_id", "expires_on", "file_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "replaced_at", "school_id", "title") SELECT old_values."added_at", old_values."added_by_id", old_values."expires_on", old_values."file_id", old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider_id", old_values."replaced_at", old_values."school_id", old_values."title" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='d70581869f3f6f06ea8604dbc36032434b97890a', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_7c039', referencing='REFERENCING OLD TABLE AS old_values ', table='providers_compliancedocument', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='compliancedocumentevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a3c0858d108ea1c046cd480fd7933c328ec712db', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0e94c', table='providers_compliancedocumentevent', when='BEFORE')),
        ),
    ]
