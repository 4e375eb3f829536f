"""Keep of which day each extract of the register was that came in."""

import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('providers', '0050_several_documents_of_a_kind'),
    ]

    operations = [
        migrations.CreateModel(
            name='Extract',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('of_day', models.DateField()),
                ('name', models.CharField(max_length=255)),
                ('taken_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
        ),
        migrations.CreateModel(
            name='ExtractEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('of_day', models.DateField()),
                ('name', models.CharField(max_length=255)),
                ('taken_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='providers.extract')),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extract',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_extractevent" ("id", "name", "of_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_at") SELECT new_values."id", new_values."name", new_values."of_day", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."taken_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='cb3194ea3a53c39ed590127681aca8ab89c130f6', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_76261', referencing='REFERENCING NEW TABLE AS new_values ', table='providers_extract', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extract',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_extractevent" ("id", "name", "of_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_at") SELECT new_values."id", new_values."name", new_values."of_day", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."taken_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2d92957b013433ac9425d1ee85b8373c564b9696', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_a86e1', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='providers_extract', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extract',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_extractevent" ("id", "name", "of_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_at") SELECT old_values."id", old_values."name", old_values."of_day", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."taken_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='f737526f917a3d87b2d9a0c96b337e6084847ff4', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_0c550', referencing='REFERENCING OLD TABLE AS old_values ', table='providers_extract', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extractevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='87a3cf35ce07d38770daf2d55f9a9b4b3307b972', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_24628', table='providers_extractevent', when='BEFORE')),
        ),
    ]
