import django.core.serializers.json
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '__first__'),
        ('contracts', '0030_evaluating'),
        ('files', '0002_lists_to_take_away'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('providers', '0040_documents_of_members'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='agreement',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='agreement',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='agreement',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='agreement',
            name='content',
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name='agreement',
            name='schools',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='agreementevent',
            name='content',
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name='agreementevent',
            name='schools',
            field=models.JSONField(default=list),
        ),
        migrations.CreateModel(
            name='DebarmentCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('list_on', models.DateField()),
                ('result', models.CharField(choices=[('clear', 'Not on the list'), ('found', 'On the list')], max_length=10)),
                ('details', models.TextField(blank=True)),
                ('checked_on', models.DateField(default=django.utils.timezone.localdate)),
                ('checked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('provider', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='debarment', to='providers.provider')),
            ],
        ),
        migrations.CreateModel(
            name='DebarmentCheckEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('list_on', models.DateField()),
                ('result', models.CharField(choices=[('clear', 'Not on the list'), ('found', 'On the list')], max_length=10)),
                ('details', models.TextField(blank=True)),
                ('checked_on', models.DateField(default=django.utils.timezone.localdate)),
                ('checked_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.debarmentcheck')),
                ('provider', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.provider')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DeclarationRenewal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('due_on', models.DateField(null=True)),
                ('renewed_at', models.DateTimeField(editable=False, null=True)),
                ('has_changed', models.BooleanField(null=True)),
                ('changes', models.TextField(blank=True)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('provider', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='renewals', to='providers.provider')),
                ('renewed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('vehicle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='renewals', to='contracts.vehicle')),
            ],
        ),
        migrations.CreateModel(
            name='DeclarationRenewalEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('due_on', models.DateField(null=True)),
                ('renewed_at', models.DateTimeField(editable=False, null=True)),
                ('has_changed', models.BooleanField(null=True)),
                ('changes', models.TextField(blank=True)),
                ('asked_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.declarationrenewal')),
                ('provider', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.provider')),
                ('renewed_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('vehicle', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.vehicle')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OutcomeLetter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content', models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('application', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='letter', to='contracts.application')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
            ],
        ),
        migrations.AddConstraint(
            model_name='debarmentcheck',
            constraint=models.CheckConstraint(condition=models.Q(('result__in', ['clear', 'found'])), name='contracts_debarmentcheck_result_is_known'),
        ),
        migrations.AddConstraint(
            model_name='debarmentcheck',
            constraint=models.CheckConstraint(condition=models.Q(('list_on__lte', models.F('checked_on'))), name='contracts_debarmentcheck_of_a_list_that_was_out', violation_error_message='The list was published on the day of the check or before.'),
        ),
        migrations.AddConstraint(
            model_name='debarmentcheck',
            constraint=models.CheckConstraint(condition=models.Q(('result', 'clear'), models.Q(('details', ''), _negated=True), _connector='OR'), name='contracts_debarmentcheck_found_says_what'),
        ),
        migrations.AddConstraint(
            model_name='declarationrenewal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('renewed_at__isnull', False), ('renewed_by__isnull', False)), models.Q(('renewed_at__isnull', True), ('renewed_by__isnull', True)), _connector='OR'), name='contracts_declarationrenewal_renewed_at_and_renewed_by'),
        ),
        migrations.AddConstraint(
            model_name='declarationrenewal',
            constraint=models.UniqueConstraint(condition=models.Q(('renewed_at', None)), fields=('provider', 'vehicle'), name='contracts_declarationrenewal_one_waiting', violation_error_message='This provider has been asked and has not answered yet.'),
        ),
        migrations.AddConstraint(
            model_name='declarationrenewal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('changes', ''), ('has_changed', None), ('renewed_at', None)), models.Q(('changes', ''), ('has_changed', False), ('renewed_at__isnull', False)), models.Q(('has_changed', True), ('renewed_at__isnull', False), models.Q(('changes', ''), _negated=True)), _connector='OR'), name='contracts_declarationrenewal_says_what_changed'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='what_is_offered_stands', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."application_id" IS DISTINCT FROM (NEW."application_id") OR OLD."provider_id" IS DISTINCT FROM (NEW."provider_id") OR OLD."lot_id" IS DISTINCT FROM (NEW."lot_id") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."schools" IS DISTINCT FROM (NEW."schools") OR OLD."content" IS DISTINCT FROM (NEW."content") OR OLD."document_id" IS DISTINCT FROM (NEW."document_id") OR OLD."digest" IS DISTINCT FROM (NEW."digest"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='70befcdbd7279557a0450b20f6b564d48b6bab2e', operation='UPDATE', pgid='pgtrigger_what_is_offered_stands_5a79a', table='contracts_agreement', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_agreementevent" ("application_id", "content", "digest", "document_id", "id", "lot_id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "schools", "starts_on", "status", "vehicle_id") SELECT new_values."application_id", new_values."content", new_values."digest", new_values."document_id", new_values."id", new_values."lot_id", new_values."made_at", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider_id", new_values."schools", new_values."starts_on", new_values."status", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9a9f30eda32baef6c7ad774b93ec1a7045ee806a', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_8ebe6', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_agreement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_agreementevent" ("application_id", "content", "digest", "document_id", "id", "lot_id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "schools", "starts_on", "status", "vehicle_id") SELECT new_values."application_id", new_values."content", new_values."digest", new_values."document_id", new_values."id", new_values."lot_id", new_values."made_at", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider_id", new_values."schools", new_values."starts_on", new_values."status", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3facd3cda2f12f3daa190c8e849758bd45ab5f57', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_5ac96', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_agreement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_agreementevent" ("application_id", "content", "digest", "document_id", "id", "lot_id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "schools", "starts_on", "status", "vehicle_id") SELECT old_values."application_id", old_values."content", old_values."digest", old_values."document_id", old_values."id", old_values."lot_id", old_values."made_at", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider_id", old_values."schools", old_values."starts_on", old_values."status", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='89fbc7ff8a64d8d9b279544acac7ec9504455e70', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_1ad1a', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_agreement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='debarmentcheck',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_debarmentcheckevent" ("checked_by_id", "checked_on", "details", "id", "list_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "result") SELECT new_values."checked_by_id", new_values."checked_on", new_values."details", new_values."id", new_values."list_on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider_id", new_values."result" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d96e79eb272be895dbf56a134082e65539a89aed', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_8ccfe', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_debarmentcheck', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='debarmentcheck',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_debarmentcheckevent" ("checked_by_id", "checked_on", "details", "id", "list_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "result") SELECT new_values."checked_by_id", new_values."checked_on", new_values."details", new_values."id", new_values."list_on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider_id", new_values."result" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3d3c2e75ad2dcfbc2c8806a45bd0031ab3be443c', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_151b9', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_debarmentcheck', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='debarmentcheck',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_debarmentcheckevent" ("checked_by_id", "checked_on", "details", "id", "list_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "result") SELECT old_values."checked_by_id", old_values."checked_on", old_values."details", old_values."id", old_values."list_on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider_id", old_values."result" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='b496c894a04bb3ce2215162fc3316bfb53c555c1', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_3bf93', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_debarmentcheck', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='debarmentcheckevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1d985872a81796dc1521084005050e1bb3a59886', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0de6d', table='contracts_debarmentcheckevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='declarationrenewal',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_declarationrenewalevent" ("asked_at", "asked_by_id", "changes", "due_on", "has_changed", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "renewed_at", "renewed_by_id", "vehicle_id") SELECT new_values."asked_at", new_values."asked_by_id", new_values."changes", new_values."due_on", new_values."has_changed", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider_id", new_values."renewed_at", new_values."renewed_by_id", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a6404cf0f1c4ce38f8678c3c3909d85ece53db3c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_b8c0b', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_declarationrenewal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='declarationrenewal',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_declarationrenewalevent" ("asked_at", "asked_by_id", "changes", "due_on", "has_changed", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "renewed_at", "renewed_by_id", "vehicle_id") SELECT new_values."asked_at", new_values."asked_by_id", new_values."changes", new_values."due_on", new_values."has_changed", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider_id", new_values."renewed_at", new_values."renewed_by_id", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2bc998da4344b2efbb25c225899aa04ef0991406', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_1bcae', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_declarationrenewal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='declarationrenewal',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_declarationrenewalevent" ("asked_at", "asked_by_id", "changes", "due_on", "has_changed", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "renewed_at", "renewed_by_id", "vehicle_id") SELECT old_values."asked_at", old_values."asked_by_id", old_values."changes", old_values."due_on", old_values."has_changed", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider_id", old_values."renewed_at", old_values."renewed_by_id", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='94170ece714c5c34bdfdde38d5f07654cd3282cb', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_d448b', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_declarationrenewal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='declarationrenewalevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1148da06dd6b5ede318e0b72b57acc068ba1abfd', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_57bd9', table='contracts_declarationrenewalevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='outcomeletter',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='bcb1ab556520095fd2856130f264dc0fddfe2642', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_44863', table='contracts_outcomeletter', when='BEFORE')),
        ),
    ]
