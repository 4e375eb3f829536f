"""Impact assessments of decisions."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contracts', '1500_fee_limits'),
        ('files', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ImpactAssessment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('equality', 'Equality'), ('data_protection', 'Data protection')], max_length=20)),
                ('state', models.CharField(choices=[('not_needed', 'Not needed'), ('begun', 'Begun'), ('completed', 'Completed')], max_length=12)),
                ('owner', models.CharField(max_length=200)),
                ('review_on', models.DateField(blank=True, null=True)),
                ('note', models.TextField(blank=True)),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assessments', to='contracts.decision')),
                ('file', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='ImpactAssessmentEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('equality', 'Equality'), ('data_protection', 'Data protection')], max_length=20)),
                ('state', models.CharField(choices=[('not_needed', 'Not needed'), ('begun', 'Begun'), ('completed', 'Completed')], max_length=12)),
                ('owner', models.CharField(max_length=200)),
                ('review_on', models.DateField(blank=True, null=True)),
                ('note', models.TextField(blank=True)),
                ('decision', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.decision')),
                ('file', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.impactassessment')),
                ('recorded_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='impactassessment',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['equality', 'data_protection'])), name='contracts_impactassessment_kind_is_known'),
        ),
        migrations.AddConstraint(
            model_name='impactassessment',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['not_needed', 'begun', 'completed'])), name='contracts_impactassessment_state_is_known'),
        ),
        migrations.AddConstraint(
            model_name='impactassessment',
            constraint=models.UniqueConstraint(fields=('decision', 'kind'), name='contracts_impactassessment_one_of_a_kind'),
        ),
        migrations.AddConstraint(
            model_name='impactassessment',
            constraint=models.CheckConstraint(condition=models.Q(('owner', ''), _negated=True), name='contracts_impactassessment_has_its_owner'),
        ),
        migrations.AddConstraint(
            model_name='impactassessment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'not_needed'), models.Q(('note', ''), _negated=True)), models.Q(models.Q(('state', 'not_needed'), _negated=True), ('review_on__isnull', False)), _connector='OR'), name='contracts_impactassessment_reviewed_or_not_needed'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='impactassessment',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_impactassessmentevent" ("decision_id", "file_id", "id", "kind", "note", "owner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "review_on", "state") SELECT new_values."decision_id", new_values."file_id", new_values."id", new_values."kind", new_values."note", new_values."owner", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."recorded_by_id", new_values."review_on", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='7c068d326622eadcc381a2f519da4d5e01a19dd6', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_83f7b', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_impactassessment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='impactassessment',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_impactassessmentevent" ("decision_id", "file_id", "id", "kind", "note", "owner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "review_on", "state") SELECT new_values."decision_id", new_values."file_id", new_values."id", new_values."kind", new_values."note", new_values."owner", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."recorded_by_id", new_values."review_on", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='31c68942c6b1a806f3991acec8816a1c99c9b217', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_e03cf', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_impactassessment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='impactassessment',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_impactassessmentevent" ("decision_id", "file_id", "id", "kind", "note", "owner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "review_on", "state") SELECT old_values."decision_id", old_values."file_id", old_values."id", old_values."kind", old_values."note", old_values."owner", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."recorded_by_id", old_values."review_on", old_values."state" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='0f3685417842fe28a898a31f699377c673cff2be', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_68a72', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_impactassessment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='impactassessmentevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='555cb4e2bc5907c4ab16a970d0ed2f41b7fea624', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c0509', table='contracts_impactassessmentevent', when='BEFORE')),
        ),
    ]
