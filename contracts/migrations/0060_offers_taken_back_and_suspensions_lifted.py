"""Offers that are withdrawn or declined; changes that are read; suspensions lifted in time."""

import datetime
import django.contrib.postgres.constraints
import django.db.models.deletion
import django.db.models.expressions
import nmiss.base.core.constraints
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

SAY_WHEN = """
    UPDATE contracts_suspension SET reinstated_on = ends_on + 1 WHERE ends_on IS NOT NULL
"""


class Migration(migrations.Migration):

    dependencies = [
        ('contracts', '0050_evaluated_by_whom'),
        ('files', '0002_lists_to_take_away'),
        ('providers', '0050_several_documents_of_a_kind'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
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
        pgtrigger.migrations.RemoveTrigger(
            model_name='declarationrenewal',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='declarationrenewal',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='declarationrenewal',
            name='delete_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='suspension',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='suspension',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='suspension',
            name='delete_delete',
        ),
        migrations.RemoveConstraint(
            model_name='agreement',
            name='contracts_agreement_status_is_known',
        ),
        migrations.RemoveConstraint(
            model_name='suspension',
            name='contracts_suspension_starts_on_before_ends_on',
        ),
        migrations.RemoveConstraint(
            model_name='suspension',
            name='contracts_suspension_no_overlap',
        ),
        migrations.AddField(
            model_name='agreement',
            name='reason',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='agreementevent',
            name='reason',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='declarationrenewal',
            name='read_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='declarationrenewal',
            name='read_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='declarationrenewalevent',
            name='read_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='declarationrenewalevent',
            name='read_by',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='suspension',
            name='reinstated_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='suspensionevent',
            name='reinstated_on',
            field=models.DateField(null=True),
        ),
        migrations.RunSQL(SAY_WHEN, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name='agreement',
            name='application',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='contracts.application'),
        ),
        migrations.AlterField(
            model_name='agreement',
            name='status',
            field=models.CharField(choices=[('offered', 'Offered'), ('signed_by_provider', 'Signed by provider'), ('in_force', 'In force'), ('ended', 'Ended'), ('withdrawn', 'Withdrawn'), ('declined', 'Declined')], default='offered', editable=False, max_length=20),
        ),
        migrations.AlterField(
            model_name='agreementevent',
            name='status',
            field=models.CharField(choices=[('offered', 'Offered'), ('signed_by_provider', 'Signed by provider'), ('in_force', 'In force'), ('ended', 'Ended'), ('withdrawn', 'Withdrawn'), ('declined', 'Declined')], default='offered', editable=False, max_length=20),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='begins_before_the_vehicle_ends', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF NEW.starts_on >\n                        (SELECT ends_on FROM contracts_vehicle WHERE id = NEW.vehicle_id) THEN\n                        RAISE EXCEPTION 'Membership begins on a day of the vehicle.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='75657cb617cbed916a336dbbd8f363a215322e52', operation='INSERT', pgid='pgtrigger_begins_before_the_vehicle_ends_ff014', table='contracts_agreement', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_agreementevent" ("application_id", "content", "digest", "document_id", "id", "lot_id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reason", "schools", "starts_on", "status", "vehicle_id") SELECT new_values."application_id", new_values."content", new_values."digest", new_values."document_id", new_values."id", new_values."lot_id", new_values."made_at", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider_id", new_values."reason", new_values."schools", new_values."starts_on", new_values."status", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a71a8122a695dc0619d099476ae30eadd0363ccd', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_8ebe6', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_agreement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_agreementevent" ("application_id", "content", "digest", "document_id", "id", "lot_id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reason", "schools", "starts_on", "status", "vehicle_id") SELECT new_values."application_id", new_values."content", new_values."digest", new_values."document_id", new_values."id", new_values."lot_id", new_values."made_at", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider_id", new_values."reason", new_values."schools", new_values."starts_on", new_values."status", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='583e4633119bd9cee02cf7942bb77befebeecf24', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_5ac96', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_agreement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_agreementevent" ("application_id", "content", "digest", "document_id", "id", "lot_id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reason", "schools", "starts_on", "status", "vehicle_id") SELECT old_values."application_id", old_values."content", old_values."digest", old_values."document_id", old_values."id", old_values."lot_id", old_values."made_at", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider_id", old_values."reason", old_values."schools", old_values."starts_on", old_values."status", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='ec53f9f7efc12ce3143849e2e85060c6e8699da3', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_1ad1a', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_agreement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='declarationrenewal',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_declarationrenewalevent" ("asked_at", "asked_by_id", "changes", "due_on", "has_changed", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "read_at", "read_by_id", "renewed_at", "renewed_by_id", "vehicle_id") SELECT new_values."asked_at", new_values."asked_by_id", new_values."changes", new_values."due_on", new_values."has_changed", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider_id", new_values."read_at", new_values."read_by_id", new_values."renewed_at", new_values."renewed_by_id", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='1756bd7d9ff6e3f047eb30b849e24b1e133a02af', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_b8c0b', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_declarationrenewal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='declarationrenewal',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_declarationrenewalevent" ("asked_at", "asked_by_id", "changes", "due_on", "has_changed", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "read_at", "read_by_id", "renewed_at", "renewed_by_id", "vehicle_id") SELECT new_values."asked_at", new_values."asked_by_id", new_values."changes", new_values."due_on", new_values."has_changed", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider_id", new_values."read_at", new_values."read_by_id", new_values."renewed_at", new_values."renewed_by_id", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ae7dd3f0b93a8b1bf4b91d0352a2d20d620d27ff', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_1bcae', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_declarationrenewal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='declarationrenewal',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_declarationrenewalevent" ("asked_at", "asked_by_id", "changes", "due_on", "has_changed", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "read_at", "read_by_id", "renewed_at", "renewed_by_id", "vehicle_id") SELECT old_values."asked_at", old_values."asked_by_id", old_values."changes", old_values."due_on", old_values."has_changed", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider_id", old_values."read_at", old_values."read_by_id", old_values."renewed_at", old_values."renewed_by_id", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='1bfae85f4988301e89fb674f0275405544b17205', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_d448b', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_declarationrenewal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='suspension',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_suspensionevent" ("ends_on", "id", "membership_id", "notice_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reinstated_on", "reinstated_reason", "starts_on", "suspended_at", "suspended_by_id") SELECT new_values."ends_on", new_values."id", new_values."membership_id", new_values."notice_on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."reinstated_on", new_values."reinstated_reason", new_values."starts_on", new_values."suspended_at", new_values."suspended_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='bb3fe9c490a61aa5a799c196799483c75f1199da', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_bb8a5', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_suspension', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='suspension',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_suspensionevent" ("ends_on", "id", "membership_id", "notice_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reinstated_on", "reinstated_reason", "starts_on", "suspended_at", "suspended_by_id") SELECT new_values."ends_on", new_values."id", new_values."membership_id", new_values."notice_on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."reinstated_on", new_values."reinstated_reason", new_values."starts_on", new_values."suspended_at", new_values."suspended_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='28cdc373ead5d414bf3f9cb011d40cf40512150f', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_cb8b8', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_suspension', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='suspension',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_suspensionevent" ("ends_on", "id", "membership_id", "notice_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reinstated_on", "reinstated_reason", "starts_on", "suspended_at", "suspended_by_id") SELECT old_values."ends_on", old_values."id", old_values."membership_id", old_values."notice_on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."reinstated_on", old_values."reinstated_reason", old_values."starts_on", old_values."suspended_at", old_values."suspended_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='6d412ebec0253b8595ec8c7a943a59ba2e0e828d', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_6db50', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_suspension', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['offered', 'signed_by_provider', 'in_force', 'ended', 'withdrawn', 'declined'])), name='contracts_agreement_status_is_known'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.UniqueConstraint(condition=models.Q(('status__in', ('withdrawn', 'declined')), _negated=True), fields=('application',), name='contracts_agreement_one_stands', violation_error_message='This application has an agreement already.'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status__in', ('withdrawn', 'declined')), models.Q(('reason', ''), _negated=True)), models.Q(models.Q(('status__in', ('withdrawn', 'declined')), _negated=True), ('reason', '')), _connector='OR'), name='contracts_agreement_taken_back_with_its_reason'),
        ),
        migrations.AddConstraint(
            model_name='declarationrenewal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('read_at__isnull', False), ('read_by__isnull', False)), models.Q(('read_at__isnull', True), ('read_by__isnull', True)), _connector='OR'), name='contracts_declarationrenewal_read_at_and_read_by'),
        ),
        migrations.AddConstraint(
            model_name='declarationrenewal',
            constraint=models.CheckConstraint(condition=models.Q(('read_at', None), models.Q(('has_changed', True), ('has_changed__isnull', False)), _connector='OR'), name='contracts_declarationrenewal_read_where_it_changed'),
        ),
        migrations.AddConstraint(
            model_name='suspension',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', django.db.models.expressions.CombinedExpression(models.F('starts_on'), '-', models.Value(datetime.timedelta(days=1)))), _connector='OR'), name='contracts_suspension_ends_after_it_begins_or_never_began'),
        ),
        migrations.AddConstraint(
            model_name='suspension',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ends_on__isnull', False), ('reinstated_on__isnull', False)), models.Q(('ends_on__isnull', True), ('reinstated_on__isnull', True)), _connector='OR'), name='contracts_suspension_ends_on_and_reinstated_on'),
        ),
        migrations.AddConstraint(
            model_name='suspension',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), expressions=[('membership', '='), (nmiss.base.core.constraints.InclusiveDays('starts_on', 'ends_on'), '&&')], name='contracts_suspension_no_overlap', violation_error_message='This school is suspended on some of these days already.'),
        ),
    ]
