"""Appraisals of the ways on from a term, and their findings."""

import django.db.models.deletion
import nmiss.base.core.clock
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contracts', '1402_notices_by_subject'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Appraisal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200)),
                ('as_at', models.DateField()),
                ('assumptions', models.JSONField()),
                ('figures', models.JSONField()),
                ('prepared_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('prepared_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('vehicle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appraisals', to='contracts.vehicle')),
            ],
        ),
        migrations.CreateModel(
            name='AppraisalFinding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('way', models.CharField(max_length=20)),
                ('reason', models.TextField()),
                ('found_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('appraisal', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='finding', to='contracts.appraisal')),
                ('found_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.AddConstraint(
            model_name='appraisal',
            constraint=models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='contracts_appraisal_has_its_title'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appraisal',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b6b63267696c210d6ab2ad48230207f1174616dd', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f31e4', table='contracts_appraisal', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appraisal',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.prepared_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.prepared_at IS DISTINCT FROM OLD.prepared_at) THEN\n        NEW.prepared_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='dd61995d29df4ef311549e8a343ed6c403abfe71', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_058f6', table='contracts_appraisal', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appraisal',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.prepared_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.prepared_by_id) IS DISTINCT FROM ROW(OLD.prepared_by_id))\n        AND NEW.prepared_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='912941a9bcdcdb70e3f3bad00f917e98358c459a', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_b440e', table='contracts_appraisal', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='appraisalfinding',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('way', ''), _negated=True), models.Q(('reason', ''), _negated=True)), name='contracts_appraisalfinding_has_its_way_and_reason'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appraisalfinding',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d9387b38660d4888b40899467b406477ba3f5cbb', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_3a1d2', table='contracts_appraisalfinding', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appraisalfinding',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.found_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.found_at IS DISTINCT FROM OLD.found_at) THEN\n        NEW.found_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='580067fe1db7093895d1924764768021d2bcdfb0', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_1c84b', table='contracts_appraisalfinding', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appraisalfinding',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.found_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.found_by_id) IS DISTINCT FROM ROW(OLD.found_by_id))\n        AND NEW.found_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='ccae63984b2f26ee9bd0f0c940a99821b3e646a5', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_8c4ef', table='contracts_appraisalfinding', when='BEFORE')),
        ),
    ]
