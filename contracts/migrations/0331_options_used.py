"""Who proposed and decided an option, consent to it, and headroom that the database asks for."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contracts', '0330_decisions'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='extensionoption',
            name='covered_by_its_decision',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='extensionoption',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='extensionoption',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='extensionoption',
            name='delete_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='vehicle',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='vehicle',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='vehicle',
            name='delete_delete',
        ),
        migrations.RemoveConstraint(
            model_name='extensionoption',
            name='contracts_extensionoption_in_effect_with_headroom',
        ),
        migrations.AddField(
            model_name='extensionoption',
            name='consent',
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name='extensionoption',
            name='decided_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='extensionoption',
            name='proposed_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='extensionoptionevent',
            name='consent',
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name='extensionoptionevent',
            name='decided_by',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='extensionoptionevent',
            name='proposed_by',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='vehicle',
            name='consent_past_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='vehicleevent',
            name='consent_past_on',
            field=models.DateField(blank=True, null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='covered_by_its_decision', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE d public.contracts_decision%ROWTYPE; v public.contracts_vehicle%ROWTYPE; today date;', func="\n                    IF NEW.decision_id IS NULL THEN RETURN NEW; END IF;\n                    SELECT * INTO d FROM public.contracts_decision WHERE id = NEW.decision_id;\n                    IF d.vehicle_id IS DISTINCT FROM NEW.vehicle_id THEN\n                        RAISE EXCEPTION 'The decision is about another vehicle.';\n                    END IF;\n                    IF d.published_on IS NULL THEN\n                        RAISE EXCEPTION 'The decision is not published.';\n                    END IF;\n                    today := timezone('Europe/London', public.nmiss_now())::date;\n                    IF NEW.status = 'in_effect' AND d.effective_on > today THEN\n                        RAISE EXCEPTION 'The decision may still be called in.';\n                    END IF;\n                    IF NEW.status <> 'in_effect' THEN RETURN NEW; END IF;\n                    IF NEW.starts_on > today THEN\n                        RAISE EXCEPTION 'An option takes effect on its first day.';\n                    END IF;\n                    SELECT * INTO v FROM public.contracts_vehicle WHERE id = NEW.vehicle_id;\n                    IF NEW.override = '' AND NOT coalesce(\n                        v.value_basis = 'total' AND v.advertised_value >= (\n                            SELECT spent + committed + coalesce(forecast, 0)\n                            FROM public.contracts_vehiclefigure WHERE vehicle_id = v.id\n                            ORDER BY as_at DESC, noted_at DESC, id DESC LIMIT 1\n                        ), false) THEN\n                        RAISE EXCEPTION 'There is no headroom under the advertised value.';\n                    END IF;\n                    IF NEW.consent = '' AND NEW.ends_on > v.consent_past_on THEN\n                        RAISE EXCEPTION 'The direction asks for the consent of the successor.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='f0d685376f20efddf0d2c8c54263b80926f4ee35', operation='INSERT OR UPDATE', pgid='pgtrigger_covered_by_its_decision_d5dcd', table='contracts_extensionoption', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_extensionoptionevent" ("consent", "decided_by_id", "decision_id", "ends_on", "id", "notice_reference", "notified_on", "number", "override", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "starts_on", "status", "vehicle_id") SELECT new_values."consent", new_values."decided_by_id", new_values."decision_id", new_values."ends_on", new_values."id", new_values."notice_reference", new_values."notified_on", new_values."number", new_values."override", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."proposed_by_id", new_values."starts_on", new_values."status", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='95580abfb31d40f6d3fd572d20c03911d05ea505', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_bd6d9', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_extensionoption', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_extensionoptionevent" ("consent", "decided_by_id", "decision_id", "ends_on", "id", "notice_reference", "notified_on", "number", "override", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "starts_on", "status", "vehicle_id") SELECT new_values."consent", new_values."decided_by_id", new_values."decision_id", new_values."ends_on", new_values."id", new_values."notice_reference", new_values."notified_on", new_values."number", new_values."override", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."proposed_by_id", new_values."starts_on", new_values."status", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='dd24412c6f90b5f4208a43b1d5b64bc8bcec7550', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_e6868', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_extensionoption', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_extensionoptionevent" ("consent", "decided_by_id", "decision_id", "ends_on", "id", "notice_reference", "notified_on", "number", "override", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "starts_on", "status", "vehicle_id") SELECT old_values."consent", old_values."decided_by_id", old_values."decision_id", old_values."ends_on", old_values."id", old_values."notice_reference", old_values."notified_on", old_values."number", old_values."override", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."proposed_by_id", old_values."starts_on", old_values."status", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='64b2ed419dd04ea72b3737f460fa219caf8f4764', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_82be7', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_extensionoption', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vehicle',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_vehicleevent" ("advertised_value", "consent_past_on", "ends_on", "established_on", "id", "initial_ends_on", "kind", "latest_ends_on", "mode_approved_by_id", "mode_documents", "mode_legal_advice", "name", "option_count", "option_months", "options_at_once", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "references", "round_mode", "starts_on", "value_basis") SELECT new_values."advertised_value", new_values."consent_past_on", new_values."ends_on", new_values."established_on", new_values."id", new_values."initial_ends_on", new_values."kind", new_values."latest_ends_on", new_values."mode_approved_by_id", new_values."mode_documents", new_values."mode_legal_advice", new_values."name", new_values."option_count", new_values."option_months", new_values."options_at_once", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."references", new_values."round_mode", new_values."starts_on", new_values."value_basis" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='cbf1ded02d642f484af782529dab2c991ce1df8d', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_394a7', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_vehicle', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vehicle',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_vehicleevent" ("advertised_value", "consent_past_on", "ends_on", "established_on", "id", "initial_ends_on", "kind", "latest_ends_on", "mode_approved_by_id", "mode_documents", "mode_legal_advice", "name", "option_count", "option_months", "options_at_once", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "references", "round_mode", "starts_on", "value_basis") SELECT new_values."advertised_value", new_values."consent_past_on", new_values."ends_on", new_values."established_on", new_values."id", new_values."initial_ends_on", new_values."kind", new_values."latest_ends_on", new_values."mode_approved_by_id", new_values."mode_documents", new_values."mode_legal_advice", new_values."name", new_values."option_count", new_values."option_months", new_values."options_at_once", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."references", new_values."round_mode", new_values."starts_on", new_values."value_basis" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='272b13914623a2d6a21cc4bb062e32b7171989ff', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_fa1b4', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_vehicle', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vehicle',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_vehicleevent" ("advertised_value", "consent_past_on", "ends_on", "established_on", "id", "initial_ends_on", "kind", "latest_ends_on", "mode_approved_by_id", "mode_documents", "mode_legal_advice", "name", "option_count", "option_months", "options_at_once", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "references", "round_mode", "starts_on", "value_basis") SELECT old_values."advertised_value", old_values."consent_past_on", old_values."ends_on", old_values."established_on", old_values."id", old_values."initial_ends_on", old_values."kind", old_values."latest_ends_on", old_values."mode_approved_by_id", old_values."mode_documents", old_values."mode_legal_advice", old_values."name", old_values."option_count", old_values."option_months", old_values."options_at_once", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."references", old_values."round_mode", old_values."starts_on", old_values."value_basis" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='95a4772e20adcd7dc46d2b68b272ef1f133f5758', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_020d7', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_vehicle', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='extensionoption',
            constraint=models.CheckConstraint(condition=models.Q(('decided_by', None), ('proposed_by', None), models.Q(('decided_by', models.F('proposed_by')), _negated=True), _connector='OR'), name='contracts_extensionoption_decided_by_another'),
        ),
    ]
