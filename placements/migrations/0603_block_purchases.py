# Block purchases, and placements in them.

import django.contrib.postgres.constraints
import django.db.models.constraints
import django.db.models.deletion
import nmiss.base.core.clock
import nmiss.base.core.constraints
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contracts', '0342_options_by_two'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('placements', '0602_budget'),
        ('providers', '0331_standing'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='BlockPurchase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('provision', models.CharField(choices=[('day', 'Day'), ('residential_weekly', 'Residential, weekly'), ('residential_38', 'Residential, up to 38 weeks'), ('residential_51', 'Residential, 39 to 51 weeks'), ('residential_52', 'Residential, 52 weeks')], max_length=20)),
                ('places', models.PositiveSmallIntegerField()),
                ('price', models.DecimalField(decimal_places=2, max_digits=12)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('spot_price', models.DecimalField(decimal_places=2, max_digits=10)),
                ('decision', models.CharField(max_length=200)),
                ('added_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('voided_at', models.DateTimeField(editable=False, null=True)),
                ('void_reason', models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name='BlockPurchaseEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('provision', models.CharField(choices=[('day', 'Day'), ('residential_weekly', 'Residential, weekly'), ('residential_38', 'Residential, up to 38 weeks'), ('residential_51', 'Residential, 39 to 51 weeks'), ('residential_52', 'Residential, 52 weeks')], max_length=20)),
                ('places', models.PositiveSmallIntegerField()),
                ('price', models.DecimalField(decimal_places=2, max_digits=12)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('spot_price', models.DecimalField(decimal_places=2, max_digits=10)),
                ('decision', models.CharField(max_length=200)),
                ('added_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('voided_at', models.DateTimeField(editable=False, null=True)),
                ('void_reason', models.TextField(blank=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='placement',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='placement',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='placement',
            name='delete_delete',
        ),
        migrations.RemoveConstraint(
            model_name='placement',
            name='placements_placement_lot_of_call_offs_only',
        ),
        migrations.AddField(
            model_name='blockpurchase',
            name='added_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='blockpurchase',
            name='lot',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='blocks', to='contracts.lot'),
        ),
        migrations.AddField(
            model_name='blockpurchase',
            name='school',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='blocks', to='providers.school'),
        ),
        migrations.AddField(
            model_name='blockpurchase',
            name='voided_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='placement',
            name='block',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='placements', to='placements.blockpurchase'),
        ),
        migrations.AddField(
            model_name='placementevent',
            name='block',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.blockpurchase'),
        ),
        migrations.AddConstraint(
            model_name='placement',
            constraint=models.CheckConstraint(condition=models.Q(('lot', None), ('route', 'call_off'), ('block__isnull', False), _connector='OR'), name='placements_placement_lot_of_call_offs_and_blocks'),
        ),
        migrations.AddConstraint(
            model_name='placement',
            constraint=models.CheckConstraint(condition=models.Q(('block', None), models.Q(('annual_fee', 0), ('lot__isnull', False), ('route', 'block')), _connector='OR'), name='placements_placement_in_a_block_costs_nothing'),
        ),
        migrations.AddField(
            model_name='blockpurchaseevent',
            name='added_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='blockpurchaseevent',
            name='lot',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.lot'),
        ),
        migrations.AddField(
            model_name='blockpurchaseevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='blockpurchaseevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.blockpurchase'),
        ),
        migrations.AddField(
            model_name='blockpurchaseevent',
            name='school',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.school'),
        ),
        migrations.AddField(
            model_name='blockpurchaseevent',
            name='voided_by',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='blockpurchase',
            constraint=models.CheckConstraint(condition=models.Q(('provision__in', ['day', 'residential_weekly', 'residential_38', 'residential_51', 'residential_52'])), name='placements_blockpurchase_provision_is_known'),
        ),
        migrations.AddConstraint(
            model_name='blockpurchase',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='placements_blockpurchase_starts_on_before_ends_on', violation_error_message='The last day is the first day or later.'),
        ),
        migrations.AddConstraint(
            model_name='blockpurchase',
            constraint=models.CheckConstraint(condition=models.Q(('places__gte', 1), ('price__gt', 0), ('spot_price__gt', 0), models.Q(('decision', ''), _negated=True)), name='placements_blockpurchase_of_something'),
        ),
        migrations.AddConstraint(
            model_name='blockpurchase',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('voided_at__isnull', False), ('voided_by__isnull', False)), models.Q(('voided_at__isnull', True), ('voided_by__isnull', True)), _connector='OR'), name='placements_blockpurchase_voided_at_and_voided_by'),
        ),
        migrations.AddConstraint(
            model_name='blockpurchase',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_at', None)), models.Q(('voided_at__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='placements_blockpurchase_voided_with_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='blockpurchase',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('voided_at', None)), deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('school', '='), ('provision', '='), (nmiss.base.core.constraints.InclusiveDays('starts_on', 'ends_on'), '&&')], name='placements_blockpurchase_no_overlap', violation_error_message='This school has a block of this provision on some of these days.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='blockpurchase',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.added_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.added_at IS DISTINCT FROM OLD.added_at) THEN\n        NEW.added_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.voided_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.voided_at IS DISTINCT FROM OLD.voided_at) THEN\n        NEW.voided_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='4fa59578a10be75e0c579b587be59a0ef223795b', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_191cc', table='placements_blockpurchase', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='blockpurchase',
            trigger=pgtrigger.compiler.Trigger(name='bought_of_a_lot_that_allows_it', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NOT EXISTS (\n        SELECT FROM public.contracts_lot AS lot\n        JOIN public.contracts_membership AS member ON member.lot_id = lot.id\n        WHERE lot.id = NEW.lot_id AND lot.block_allowed AND member.school_id = NEW.school_id\n            AND NEW.starts_on BETWEEN member.admitted_on AND coalesce(member.left_on, 'infinity')\n    ) THEN\n        RAISE EXCEPTION 'Blocks are bought of schools in a lot that allows them.';\n    END IF;\n    RETURN NEW;\n", hash='d66f38eec5ca5b38cb49fe6e13dd5ccf7b324ff2', operation='INSERT', pgid='pgtrigger_bought_of_a_lot_that_allows_it_e86c6', table='placements_blockpurchase', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='blockpurchase',
            trigger=pgtrigger.compiler.Trigger(name='never_changes', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF OLD.voided_at IS NOT NULL OR ROW(NEW.school_id, NEW.lot_id, NEW.provision, NEW.places, NEW.price, NEW.starts_on, NEW.ends_on, NEW.spot_price, NEW.decision, NEW.added_by_id, NEW.added_at)\n        IS DISTINCT FROM ROW(OLD.school_id, OLD.lot_id, OLD.provision, OLD.places, OLD.price, OLD.starts_on, OLD.ends_on, OLD.spot_price, OLD.decision, OLD.added_by_id, OLD.added_at) THEN\n        RAISE EXCEPTION 'A block purchase never changes: void it, and record another.';\n    END IF;\n    RETURN NEW;\n", hash='5ff93b1a6ee6d6c9374b3d5650390d0f9f31ef19', operation='UPDATE', pgid='pgtrigger_never_changes_3da30', table='placements_blockpurchase', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='blockpurchase',
            trigger=pgtrigger.compiler.Trigger(name='never_goes', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='16a9778b4ff49294ec25ca495f3c21078119334f', operation='DELETE', pgid='pgtrigger_never_goes_2f375', table='placements_blockpurchase', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='blockpurchase',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_blockpurchaseevent" ("added_at", "added_by_id", "decision", "ends_on", "id", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "price", "provision", "school_id", "spot_price", "starts_on", "void_reason", "voided_at", "voided_by_id") SELECT new_values."added_at", new_values."added_by_id", new_values."decision", new_values."ends_on", new_values."id", new_values."lot_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."places", new_values."price", new_values."provision", new_values."school_id", new_values."spot_price", new_values."starts_on", new_values."void_reason", new_values."voided_at", new_values."voided_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='0a92d753c0b848c22fa1956fd7e1c16c98d7dc63', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_766c5', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_blockpurchase', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='blockpurchase',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_blockpurchaseevent" ("added_at", "added_by_id", "decision", "ends_on", "id", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "price", "provision", "school_id", "spot_price", "starts_on", "void_reason", "voided_at", "voided_by_id") SELECT new_values."added_at", new_values."added_by_id", new_values."decision", new_values."ends_on", new_values."id", new_values."lot_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."places", new_values."price", new_values."provision", new_values."school_id", new_values."spot_price", new_values."starts_on", new_values."void_reason", new_values."voided_at", new_values."voided_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c5edbeda53b98f2c2c363ea41a122809e6c55c53', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_ec91e', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_blockpurchase', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='blockpurchase',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_blockpurchaseevent" ("added_at", "added_by_id", "decision", "ends_on", "id", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "price", "provision", "school_id", "spot_price", "starts_on", "void_reason", "voided_at", "voided_by_id") SELECT old_values."added_at", old_values."added_by_id", old_values."decision", old_values."ends_on", old_values."id", old_values."lot_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."places", old_values."price", old_values."provision", old_values."school_id", old_values."spot_price", old_values."starts_on", old_values."void_reason", old_values."voided_at", old_values."voided_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='cca3ae9353959cec505ab503592817ceb6329d37', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_86bdd', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_blockpurchase', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='blockpurchaseevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1ee8e84ac678d8959498c8fc78e06cca96b714d5', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d917f', table='placements_blockpurchaseevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placement',
            trigger=pgtrigger.compiler.Trigger(name='fits_its_block', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."block_id" IS NOT NULL)', constraint='CONSTRAINT', func="\n    DECLARE\n        place public.placements_placement;\n        block public.placements_blockpurchase;\n    BEGIN\n        SELECT * INTO place FROM public.placements_placement WHERE id = NEW.id;\n        IF place.block_id IS NULL THEN\n            RETURN NULL;\n        END IF;\n        SELECT * INTO block FROM public.placements_blockpurchase\n        WHERE id = place.block_id FOR NO KEY UPDATE;\n        IF block.voided_at IS NOT NULL OR place.lot_id <> block.lot_id\n            OR place.provision <> block.provision\n            OR NOT place.starts_on BETWEEN block.starts_on AND block.ends_on\n            OR block.school_id <> place.school_id AND NOT EXISTS (\n                SELECT FROM public.placements_earlierschool AS earlier\n                WHERE earlier.placement_id = place.id AND earlier.school_id = block.school_id\n            ) THEN\n            RAISE EXCEPTION 'A placement in a block is at its school, in its lot, on its days.'\n                USING ERRCODE = 'integrity_constraint_violation';\n        END IF;\n        IF EXISTS (\n            SELECT FROM public.placements_priceline AS line\n            WHERE line.placement_id = place.id AND line.voided_at IS NULL\n                AND line.starts_on <= block.ends_on\n        ) THEN\n            RAISE EXCEPTION 'A placement in a block has no price of its own.'\n                USING ERRCODE = 'integrity_constraint_violation';\n        END IF;\n        IF EXISTS (\n            SELECT FROM public.placements_placement AS began\n            JOIN public.placements_placement AS there ON there.block_id = began.block_id\n                AND began.starts_on BETWEEN there.starts_on\n                    AND coalesce(there.ended_on, 'infinity')\n            WHERE began.block_id = block.id\n            GROUP BY began.id HAVING count(*) > block.places\n        ) THEN\n            RAISE EXCEPTION 'More children than places are in a block.'\n                USING ERRCODE = 'integrity_constraint_violation';\n        END IF;\n        RETURN NULL;\n    END;\n", hash='df0d973f1961aa737755ec2c12cb0bc5507745a4', operation='INSERT OR UPDATE OF "block_id", "lot_id", "provision", "starts_on", "ended_on"', pgid='pgtrigger_fits_its_block_be5bb', table='placements_placement', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementevent" ("annual_fee", "block_id", "child_id", "end_reason", "ended_on", "id", "imported", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_need", "provision", "reference", "route", "school_id", "secondary_need", "starts_on") SELECT new_values."annual_fee", new_values."block_id", new_values."child_id", new_values."end_reason", new_values."ended_on", new_values."id", new_values."imported", new_values."lot_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."primary_need", new_values."provision", new_values."reference", new_values."route", new_values."school_id", new_values."secondary_need", new_values."starts_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3dcb4c376683ea60e1bcd0756ec719d671147a0d', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_1caba', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_placement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementevent" ("annual_fee", "block_id", "child_id", "end_reason", "ended_on", "id", "imported", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_need", "provision", "reference", "route", "school_id", "secondary_need", "starts_on") SELECT new_values."annual_fee", new_values."block_id", new_values."child_id", new_values."end_reason", new_values."ended_on", new_values."id", new_values."imported", new_values."lot_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."primary_need", new_values."provision", new_values."reference", new_values."route", new_values."school_id", new_values."secondary_need", new_values."starts_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='29522d93db6f2f5bbbf3a1b7d7ee864ee03ce145', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_3ab36', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_placement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementevent" ("annual_fee", "block_id", "child_id", "end_reason", "ended_on", "id", "imported", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_need", "provision", "reference", "route", "school_id", "secondary_need", "starts_on") SELECT old_values."annual_fee", old_values."block_id", old_values."child_id", old_values."end_reason", old_values."ended_on", old_values."id", old_values."imported", old_values."lot_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."primary_need", old_values."provision", old_values."reference", old_values."route", old_values."school_id", old_values."secondary_need", old_values."starts_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='8b46109d4b23685f2959c5e2c1d152063fe97e54', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_95ec9', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_placement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='priceline',
            trigger=pgtrigger.compiler.Trigger(name='none_in_a_block', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF EXISTS (\n        SELECT FROM new_lines AS line\n        JOIN public.placements_placement AS place ON place.id = line.placement_id\n        JOIN public.placements_blockpurchase AS block ON block.id = place.block_id\n        WHERE line.voided_at IS NULL AND line.starts_on <= block.ends_on\n    ) THEN\n        RAISE EXCEPTION 'A placement in a block has no price of its own.'\n            USING ERRCODE = 'integrity_constraint_violation';\n    END IF;\n    RETURN NULL;\n", hash='025f5bce1e79fc617fcad1efa3504c3009589a36', level='STATEMENT', operation='INSERT', pgid='pgtrigger_none_in_a_block_12ddf', referencing='REFERENCING NEW TABLE AS new_lines ', table='placements_priceline', when='AFTER')),
        ),
    ]
