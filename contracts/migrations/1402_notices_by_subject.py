"""A notice, or its waiver, says which duty it settles."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contracts', '1401_value_ahead'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='notice',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='notice',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='notice',
            name='delete_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='noticewaiver',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='noticewaiver',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='noticewaiver',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='notice',
            name='subject',
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name='noticeevent',
            name='subject',
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name='noticewaiver',
            name='kind',
            field=models.CharField(blank=True, choices=[('f01', 'F01 Prior information notice (PIN)'), ('f02', 'F02 Contract notice'), ('f03', 'F03 Contract award notice'), ('f14', 'F14 Corrigendum'), ('f20', 'F20 Modification notice'), ('f21', 'F21 Social and other specific services'), ('uk1', 'UK1 Pipeline notice'), ('uk2', 'UK2 Preliminary market engagement notice'), ('uk3', 'UK3 Planned procurement notice'), ('uk4', 'UK4 Tender notice'), ('uk5', 'UK5 Transparency notice'), ('uk6', 'UK6 Contract award notice'), ('uk7', 'UK7 Contract details notice'), ('uk8', 'UK8 Contract payment notice'), ('uk9', 'UK9 Contract performance notice'), ('uk10', 'UK10 Contract change notice'), ('uk11', 'UK11 Contract termination notice'), ('uk12', 'UK12 Procurement termination notice'), ('uk13', 'UK13 Dynamic market intention notice'), ('uk14', 'UK14 Dynamic market establishment notice'), ('uk15', 'UK15 Dynamic market modification notice'), ('uk16', 'UK16 Dynamic market cessation notice'), ('uk17', 'UK17 Payments compliance notice')], max_length=10),
        ),
        migrations.AddField(
            model_name='noticewaiver',
            name='subject',
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name='noticewaiverevent',
            name='kind',
            field=models.CharField(blank=True, choices=[('f01', 'F01 Prior information notice (PIN)'), ('f02', 'F02 Contract notice'), ('f03', 'F03 Contract award notice'), ('f14', 'F14 Corrigendum'), ('f20', 'F20 Modification notice'), ('f21', 'F21 Social and other specific services'), ('uk1', 'UK1 Pipeline notice'), ('uk2', 'UK2 Preliminary market engagement notice'), ('uk3', 'UK3 Planned procurement notice'), ('uk4', 'UK4 Tender notice'), ('uk5', 'UK5 Transparency notice'), ('uk6', 'UK6 Contract award notice'), ('uk7', 'UK7 Contract details notice'), ('uk8', 'UK8 Contract payment notice'), ('uk9', 'UK9 Contract performance notice'), ('uk10', 'UK10 Contract change notice'), ('uk11', 'UK11 Contract termination notice'), ('uk12', 'UK12 Procurement termination notice'), ('uk13', 'UK13 Dynamic market intention notice'), ('uk14', 'UK14 Dynamic market establishment notice'), ('uk15', 'UK15 Dynamic market modification notice'), ('uk16', 'UK16 Dynamic market cessation notice'), ('uk17', 'UK17 Payments compliance notice')], max_length=10),
        ),
        migrations.AddField(
            model_name='noticewaiverevent',
            name='subject',
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AlterField(
            model_name='noticewaiver',
            name='quarter',
            field=models.DateField(null=True),
        ),
        migrations.AlterField(
            model_name='noticewaiverevent',
            name='quarter',
            field=models.DateField(null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='notice',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_noticeevent" ("id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "recorded_at", "recorded_by_id", "reference", "sent_on", "subject", "vehicle_id") SELECT new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."quarter", new_values."recorded_at", new_values."recorded_by_id", new_values."reference", new_values."sent_on", new_values."subject", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a128b54487421e5200f4987d5d74fe68874214e2', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_5449f', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_notice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='notice',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_noticeevent" ("id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "recorded_at", "recorded_by_id", "reference", "sent_on", "subject", "vehicle_id") SELECT new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."quarter", new_values."recorded_at", new_values."recorded_by_id", new_values."reference", new_values."sent_on", new_values."subject", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5ce2b75e8e9ac5a8e6ea882dd7bf9846771914a4', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_835c0', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_notice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='notice',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_noticeevent" ("id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "recorded_at", "recorded_by_id", "reference", "sent_on", "subject", "vehicle_id") SELECT old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."quarter", old_values."recorded_at", old_values."recorded_by_id", old_values."reference", old_values."sent_on", old_values."subject", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='39ec99dde7feaa76703309e8ab3ef2e9d412ea7a', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_9d067', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_notice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='noticewaiver',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_noticewaiverevent" ("id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "reason", "subject", "vehicle_id", "waived_at", "waived_by_id") SELECT new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."quarter", new_values."reason", new_values."subject", new_values."vehicle_id", new_values."waived_at", new_values."waived_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2b8776bdc8d6d9d6f2485696ca1700927f14cd5e', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_3764b', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_noticewaiver', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='noticewaiver',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_noticewaiverevent" ("id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "reason", "subject", "vehicle_id", "waived_at", "waived_by_id") SELECT new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."quarter", new_values."reason", new_values."subject", new_values."vehicle_id", new_values."waived_at", new_values."waived_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9613930b3530c64c33fd10a8635a36b20699bd77', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_858de', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_noticewaiver', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='noticewaiver',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_noticewaiverevent" ("id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "reason", "subject", "vehicle_id", "waived_at", "waived_by_id") SELECT old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."quarter", old_values."reason", old_values."subject", old_values."vehicle_id", old_values."waived_at", old_values."waived_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='d64a9a237bfbc54281b142e51dd3615ef287f3e5', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_707fc', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_noticewaiver', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='noticewaiver',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['f01', 'f02', 'f03', 'f14', 'f20', 'f21', 'uk1', 'uk2', 'uk3', 'uk4', 'uk5', 'uk6', 'uk7', 'uk8', 'uk9', 'uk10', 'uk11', 'uk12', 'uk13', 'uk14', 'uk15', 'uk16', 'uk17', ''])), name='contracts_noticewaiver_kind_is_known'),
        ),
        migrations.AddConstraint(
            model_name='noticewaiver',
            constraint=models.UniqueConstraint(condition=models.Q(('subject', ''), _negated=True), fields=('vehicle', 'kind', 'subject'), name='contracts_noticewaiver_subject_once'),
        ),
        migrations.AddConstraint(
            model_name='noticewaiver',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', ''), ('quarter__isnull', False), ('subject', '')), models.Q(('quarter', None), models.Q(('kind', ''), _negated=True), models.Q(('subject', ''), _negated=True)), _connector='OR'), name='contracts_noticewaiver_of_a_quarter_or_a_subject'),
        ),
    ]
