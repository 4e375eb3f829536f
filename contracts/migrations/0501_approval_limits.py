"""The scheme of delegation: which office may approve extensions up to which value."""

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import nmiss.base.core.clock
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contracts', '0701_plain_labels'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ApprovalLimit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('matter', models.CharField(choices=[('extension', 'Extensions of arrangements')], default='extension', max_length=20)),
                ('office', models.CharField(max_length=200)),
                ('office_key', models.GeneratedField(db_persist=True, expression=django.db.models.functions.text.Lower('office'), output_field=models.CharField(max_length=200))),
                ('up_to', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, validators=[django.core.validators.MinValueValidator(0)])),
                ('valid_from', models.DateField()),
                ('entered_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='decided_within_the_scheme', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."decided_by_id" IS NOT NULL AND NEW."status" IN (\'decided\', \'in_effect\'))', declare='DECLARE d public.contracts_decision%ROWTYPE; most public.contracts_approvallimit%ROWTYPE; months integer;', func="\n                    SELECT * INTO d FROM public.contracts_decision WHERE id = NEW.decision_id;\n                    IF NOT EXISTS (SELECT 1 FROM public.contracts_approvallimit\n                                   WHERE matter = 'extension' AND valid_from <= d.decided_on) THEN\n                        RETURN NEW;\n                    END IF;\n                    SELECT * INTO most FROM public.contracts_approvallimit\n                        WHERE matter = 'extension' AND valid_from <= d.decided_on\n                          AND office_key = lower(d.maker_title)\n                        ORDER BY valid_from DESC LIMIT 1;\n                    SELECT option_months * (1 + (\n                        SELECT count(*) FROM public.contracts_extensionoption AS other\n                        WHERE other.decision_id = NEW.decision_id AND other.id <> NEW.id\n                    )) INTO months FROM public.contracts_vehicle WHERE id = NEW.vehicle_id;\n                    IF NOT FOUND OR most.id IS NULL OR most.up_to IS NOT NULL AND (\n                        most.up_to = 0 OR d.budget IS NULL\n                        OR round(d.budget * 12 / months, 2) > most.up_to\n                    ) THEN\n                        RAISE EXCEPTION 'The scheme of delegation does not let this office decide.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='0af6d8e03910dec401d1481d8619502d7632c342', operation='INSERT OR UPDATE OF "status", "decision_id"', pgid='pgtrigger_decided_within_the_scheme_97469', table='contracts_extensionoption', when='BEFORE')),
        ),
        migrations.AddField(
            model_name='approvallimit',
            name='entered_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='approvallimit',
            constraint=models.CheckConstraint(condition=models.Q(('matter__in', ['extension'])), name='contracts_approvallimit_matter_is_known'),
        ),
        migrations.AddConstraint(
            model_name='approvallimit',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('office', ''), _negated=True), models.Q(('up_to', None), ('up_to__gte', 0), _connector='OR')), name='contracts_approvallimit_has_an_office_and_no_debt'),
        ),
        migrations.AddConstraint(
            model_name='approvallimit',
            constraint=models.UniqueConstraint(models.F('matter'), models.F('office_key'), models.F('valid_from'), name='contracts_approvallimit_once_a_day', violation_error_message='This job title has a limit from that day already.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='approvallimit',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7efcd7869fd98b91aa2b1d0efedd6db879c6c47f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0b7ef', table='contracts_approvallimit', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='approvallimit',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.entered_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.entered_at IS DISTINCT FROM OLD.entered_at) THEN\n        NEW.entered_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='4f435a9c0e9a4c20d95ce01069b7648bdaf511ba', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_397cc', table='contracts_approvallimit', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='approvallimit',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.entered_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.entered_by_id) IS DISTINCT FROM ROW(OLD.entered_by_id))\n        AND NEW.entered_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='3cdbe51d2be1ffe3eafc7dbe7cef8eec1b0220b7', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_71130', table='contracts_approvallimit', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='approvallimit',
            trigger=pgtrigger.compiler.Trigger(name='from_a_day_to_come', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF NEW.valid_from < timezone('Europe/London', public.nmiss_now())::date THEN\n                        RAISE EXCEPTION 'A limit is valid from today or a day to come.';\n                    END IF;\n                    IF NOT EXISTS (SELECT 1 FROM public.accounts_user\n                                   WHERE id = NEW.entered_by_id AND role = 'manager') THEN\n                        RAISE EXCEPTION 'A manager enters a limit.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='acea383b3a1d279a5df960d16a175f9937081ee8', operation='INSERT', pgid='pgtrigger_from_a_day_to_come_6a4cf', table='contracts_approvallimit', when='BEFORE')),
        ),
    ]
