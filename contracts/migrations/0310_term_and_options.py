"""The end of a vehicle follows from its initial term and the options in effect."""

import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contracts', '0005_walls'),
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ExtensionOption',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('status', models.CharField(choices=[('available', 'Available'), ('proposed', 'Proposed'), ('decided', 'Decided'), ('notified', 'Notified'), ('in_effect', 'In effect'), ('lapsed', 'Lapsed')], default='available', editable=False, max_length=10)),
            ],
        ),
        migrations.CreateModel(
            name='ExtensionOptionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('number', models.PositiveSmallIntegerField()),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('status', models.CharField(choices=[('available', 'Available'), ('proposed', 'Proposed'), ('decided', 'Decided'), ('notified', 'Notified'), ('in_effect', 'In effect'), ('lapsed', 'Lapsed')], default='available', editable=False, max_length=10)),
            ],
            options={
                'abstract': False,
            },
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
            model_name='vehicle',
            name='contracts_vehicle_starts_on_before_ends_on',
        ),
        migrations.AddField(
            model_name='vehicle',
            name='initial_ends_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='vehicle',
            name='latest_ends_on',
            field=models.DateField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name='vehicle',
            name='option_count',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='vehicle',
            name='option_months',
            field=models.PositiveSmallIntegerField(default=12, validators=[django.core.validators.MinValueValidator(1)]),
        ),
        migrations.AddField(
            model_name='vehicle',
            name='options_at_once',
            field=models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MinValueValidator(1)]),
        ),
        migrations.RunSQL(
            "UPDATE contracts_vehicle SET initial_ends_on = ends_on, latest_ends_on = ends_on",
            migrations.RunSQL.noop,
        ),
        migrations.AddField(
            model_name='vehicleevent',
            name='initial_ends_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='vehicleevent',
            name='latest_ends_on',
            field=models.DateField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name='vehicleevent',
            name='option_count',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='vehicleevent',
            name='option_months',
            field=models.PositiveSmallIntegerField(default=12, validators=[django.core.validators.MinValueValidator(1)]),
        ),
        migrations.AddField(
            model_name='vehicleevent',
            name='options_at_once',
            field=models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MinValueValidator(1)]),
        ),
        migrations.AlterField(
            model_name='vehicle',
            name='ends_on',
            field=models.DateField(blank=True, editable=False, null=True),
        ),
        migrations.AlterField(
            model_name='vehicleevent',
            name='ends_on',
            field=models.DateField(blank=True, editable=False, null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='membership',
            trigger=pgtrigger.compiler.Trigger(name='begins_before_the_vehicle_ends', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."agreement_id" IS NOT NULL)', func="\n                    IF NEW.admitted_on > (\n                        SELECT v.ends_on FROM public.contracts_vehicle v\n                        JOIN public.contracts_lot l ON l.vehicle_id = v.id WHERE l.id = NEW.lot_id\n                    ) THEN\n                        RAISE EXCEPTION 'Membership begins on a day of the vehicle.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='ee6d3729f65fcdf1cfd83857ac423199b84db873', operation='INSERT OR UPDATE OF "admitted_on", "agreement_id", "lot_id"', pgid='pgtrigger_begins_before_the_vehicle_ends_51e7f', table='contracts_membership', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='round',
            trigger=pgtrigger.compiler.Trigger(name='within_the_term', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF timezone('Europe/London', NEW.closes_at)::date > (\n                        SELECT ends_on FROM public.contracts_vehicle WHERE id = NEW.vehicle_id\n                    ) THEN\n                        RAISE EXCEPTION 'A round closes while the term lasts.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='53c78a8fb7a4cae7132f7411356f8994a6977d04', operation='INSERT OR UPDATE OF "vehicle_id", "closes_at"', pgid='pgtrigger_within_the_term_0f0b2', table='contracts_round', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vehicle',
            trigger=pgtrigger.compiler.Trigger(name='ends_by_its_options', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF TG_OP = 'UPDATE' AND ROW(NEW.initial_ends_on, NEW.latest_ends_on)\n                        IS DISTINCT FROM ROW(OLD.initial_ends_on, OLD.latest_ends_on) AND EXISTS (\n                        SELECT 1 FROM public.contracts_extensionoption WHERE vehicle_id = NEW.id\n                    ) THEN\n                        RAISE EXCEPTION 'The options follow the term: both are set together.';\n                    END IF;\n                    NEW.ends_on := NEW.initial_ends_on;\n                    IF NEW.ends_on IS NOT NULL THEN\n                        NEW.ends_on := greatest(NEW.ends_on, (\n                            SELECT max(ends_on) FROM public.contracts_extensionoption\n                            WHERE vehicle_id = NEW.id AND status = 'in_effect'\n                        ));\n                    END IF;\n                    RETURN NEW;\n                ", hash='e3632c9ae61509a09e0079e2b889cdf343ac886c', operation='INSERT OR UPDATE', pgid='pgtrigger_ends_by_its_options_31620', table='contracts_vehicle', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vehicle',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_vehicleevent" ("advertised_value", "ends_on", "established_on", "id", "initial_ends_on", "kind", "latest_ends_on", "mode_approved_by_id", "mode_documents", "mode_legal_advice", "name", "option_count", "option_months", "options_at_once", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "references", "round_mode", "starts_on", "value_basis") SELECT new_values."advertised_value", new_values."ends_on", new_values."established_on", new_values."id", new_values."initial_ends_on", new_values."kind", new_values."latest_ends_on", new_values."mode_approved_by_id", new_values."mode_documents", new_values."mode_legal_advice", new_values."name", new_values."option_count", new_values."option_months", new_values."options_at_once", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."references", new_values."round_mode", new_values."starts_on", new_values."value_basis" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9d878bd3ad42fae41ba17044240b414ade566bcb', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_394a7', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_vehicle', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vehicle',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_vehicleevent" ("advertised_value", "ends_on", "established_on", "id", "initial_ends_on", "kind", "latest_ends_on", "mode_approved_by_id", "mode_documents", "mode_legal_advice", "name", "option_count", "option_months", "options_at_once", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "references", "round_mode", "starts_on", "value_basis") SELECT new_values."advertised_value", new_values."ends_on", new_values."established_on", new_values."id", new_values."initial_ends_on", new_values."kind", new_values."latest_ends_on", new_values."mode_approved_by_id", new_values."mode_documents", new_values."mode_legal_advice", new_values."name", new_values."option_count", new_values."option_months", new_values."options_at_once", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."references", new_values."round_mode", new_values."starts_on", new_values."value_basis" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='123cb51f228f2bcdc1c270907945618c376473b3', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_fa1b4', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_vehicle', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vehicle',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_vehicleevent" ("advertised_value", "ends_on", "established_on", "id", "initial_ends_on", "kind", "latest_ends_on", "mode_approved_by_id", "mode_documents", "mode_legal_advice", "name", "option_count", "option_months", "options_at_once", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "references", "round_mode", "starts_on", "value_basis") SELECT old_values."advertised_value", old_values."ends_on", old_values."established_on", old_values."id", old_values."initial_ends_on", old_values."kind", old_values."latest_ends_on", old_values."mode_approved_by_id", old_values."mode_documents", old_values."mode_legal_advice", old_values."name", old_values."option_count", old_values."option_months", old_values."options_at_once", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."references", old_values."round_mode", old_values."starts_on", old_values."value_basis" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='fcca3e63df0890c7e3b47b292d80892558807452', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_020d7', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_vehicle', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='vehicle',
            constraint=models.CheckConstraint(condition=models.Q(('initial_ends_on__isnull', True), ('initial_ends_on__gte', models.F('starts_on')), _connector='OR'), name='contracts_vehicle_starts_on_before_initial_ends_on', violation_error_message='The term ends on its first day or later.'),
        ),
        migrations.AddConstraint(
            model_name='vehicle',
            constraint=models.CheckConstraint(condition=models.Q(('option_count', 0), models.Q(('initial_ends_on__isnull', False), ('latest_ends_on__isnull', False), ('option_months__gte', 1), ('options_at_once__gte', 1)), _connector='OR'), name='contracts_vehicle_options_extend_a_term_with_an_end', violation_error_message='Options extend a term with a last day: enter that.'),
        ),
        migrations.AddField(
            model_name='extensionoption',
            name='vehicle',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='options', to='contracts.vehicle'),
        ),
        migrations.AddField(
            model_name='extensionoptionevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='extensionoptionevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.extensionoption'),
        ),
        migrations.AddField(
            model_name='extensionoptionevent',
            name='vehicle',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.vehicle'),
        ),
        migrations.AddConstraint(
            model_name='extensionoption',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['available', 'proposed', 'decided', 'notified', 'in_effect', 'lapsed'])), name='contracts_extensionoption_status_is_known'),
        ),
        migrations.AddConstraint(
            model_name='extensionoption',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='contracts_extensionoption_starts_on_before_ends_on', violation_error_message='The ends on must not be before the starts on.'),
        ),
        migrations.AddConstraint(
            model_name='extensionoption',
            constraint=models.UniqueConstraint(fields=('vehicle', 'number'), name='contracts_extensionoption_number_once'),
        ),
        migrations.AddConstraint(
            model_name='extensionoption',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='contracts_extensionoption_numbered_from_one'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='follows_the_term', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE v public.contracts_vehicle%ROWTYPE; ends_before date;', func="\n                    SELECT * INTO v FROM public.contracts_vehicle\n                        WHERE id = NEW.vehicle_id FOR NO KEY UPDATE;\n                    IF NEW.number > v.option_count THEN\n                        RAISE EXCEPTION 'The vehicle has no more options than it was let with.';\n                    END IF;\n                    IF NEW.number = 1 THEN\n                        ends_before := v.initial_ends_on;\n                    ELSE\n                        SELECT ends_on INTO ends_before FROM public.contracts_extensionoption\n                            WHERE vehicle_id = NEW.vehicle_id AND number = NEW.number - 1;\n                    END IF;\n                    IF NEW.starts_on IS DISTINCT FROM ends_before + 1 THEN\n                        RAISE EXCEPTION 'An option begins the day after the term ends.';\n                    END IF;\n                    IF NEW.ends_on > v.latest_ends_on THEN\n                        RAISE EXCEPTION 'No option goes past the latest end.';\n                    END IF;\n                    IF NEW.ends_on > (\n                        SELECT (date '2025-02-24' + make_interval(years => value))::date - 1\n                        FROM public.core_legalparameter\n                        WHERE key = 'dps_long_stop' AND v.kind = 'dps'\n                          AND valid_from <=\n                              timezone('Europe/London', public.nmiss_now())::date\n                        ORDER BY valid_from DESC LIMIT 1\n                    ) THEN\n                        RAISE EXCEPTION 'No option goes past the long stop of the law.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='947731bd8c26527e8e10ff9817517af90f65ab75', operation='INSERT OR UPDATE OF "vehicle_id", "number", "starts_on", "ends_on"', pgid='pgtrigger_follows_the_term_d663b', table='contracts_extensionoption', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='used_in_order', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE at_once integer;', func="\n                    IF TG_OP = 'UPDATE' THEN\n                        IF OLD.status <> 'available' AND ROW(NEW.vehicle_id, NEW.number,\n                            NEW.starts_on, NEW.ends_on) IS DISTINCT FROM\n                            ROW(OLD.vehicle_id, OLD.number, OLD.starts_on, OLD.ends_on) THEN\n                            RAISE EXCEPTION 'The days of an option that is used stand.';\n                        END IF;\n                        IF NEW.status = OLD.status THEN RETURN NEW; END IF;\n                        IF OLD.status IN ('in_effect', 'lapsed') THEN\n                            RAISE EXCEPTION 'What is in effect or lapsed stays so.';\n                        END IF;\n                    END IF;\n                    IF NEW.status IN ('available', 'lapsed') THEN RETURN NEW; END IF;\n                    SELECT options_at_once INTO at_once FROM public.contracts_vehicle\n                        WHERE id = NEW.vehicle_id FOR NO KEY UPDATE;\n                    IF NEW.number > 1 AND NOT EXISTS (\n                        SELECT 1 FROM public.contracts_extensionoption\n                        WHERE vehicle_id = NEW.vehicle_id AND number = NEW.number - 1\n                          AND (status = 'in_effect' OR at_once > 1 AND NEW.status <> 'in_effect'\n                               AND status IN ('proposed', 'decided', 'notified'))\n                    ) THEN\n                        RAISE EXCEPTION 'Options are used one after another.';\n                    END IF;\n                    IF NEW.status <> 'in_effect' AND at_once <= (\n                        SELECT count(*) FROM public.contracts_extensionoption\n                        WHERE vehicle_id = NEW.vehicle_id AND id <> NEW.id\n                          AND status IN ('proposed', 'decided', 'notified')\n                    ) THEN\n                        RAISE EXCEPTION 'Another option is under way.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='bf3d041fa352261fb7b73da742ccc1084e6f72cc', operation='INSERT OR UPDATE', pgid='pgtrigger_used_in_order_b7c76', table='contracts_extensionoption', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='moves_the_end', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n                    UPDATE public.contracts_vehicle SET ends_on = ends_on\n                        WHERE id IN (NEW.vehicle_id, OLD.vehicle_id);\n                    RETURN NULL;\n                ', hash='e22ddab2d76673606d57812967e9ff621bffa10b', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_moves_the_end_d3689', table='contracts_extensionoption', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_extensionoptionevent" ("ends_on", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "status", "vehicle_id") SELECT new_values."ends_on", new_values."id", new_values."number", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."starts_on", new_values."status", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='42878c2ad161d412ffe167a820c9516bd56fd921', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_bd6d9', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_extensionoption', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_extensionoptionevent" ("ends_on", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "status", "vehicle_id") SELECT new_values."ends_on", new_values."id", new_values."number", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."starts_on", new_values."status", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='27fef772ae5ced1e0a9da77c6463338d6edcfce0', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_e6868', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_extensionoption', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_extensionoptionevent" ("ends_on", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "status", "vehicle_id") SELECT old_values."ends_on", old_values."id", old_values."number", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."starts_on", old_values."status", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='94f8a81a56e7666b3a02faa09d789a98ddc42160', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_82be7', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_extensionoption', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionoptionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8237468d90a312108f83a22bed19f97d91d38afe', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d5b4f', table='contracts_extensionoptionevent', when='BEFORE')),
        ),
    ]
