"""Decisions, and the options to extend that they used."""

import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contracts', '0320_vehicle_figures'),
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=8, unique=True, validators=[django.core.validators.RegexValidator('^\\d{2}/\\d{5}$', 'Enter the number as two and five digits: 25/00007')])),
                ('title', models.CharField(max_length=300)),
                ('is_key', models.BooleanField(default=False)),
                ('key_reason', models.TextField(blank=True)),
                ('divisions', models.CharField(blank=True, max_length=300)),
                ('maker_title', models.CharField(blank=True, max_length=200)),
                ('maker_name', models.CharField(blank=True, max_length=200)),
                ('classification', models.CharField(choices=[('open', 'Open'), ('part_exempt', 'Part exempt'), ('exempt', 'Fully exempt')], default='open', max_length=12)),
                ('notice_on', models.DateField(blank=True, null=True)),
                ('urgency', models.CharField(choices=[('notice', '28 clear days’ notice (regulation 9)'), ('general_exception', 'General exception: 5 clear days (regulation 10)'), ('special_urgency', 'Special urgency, agreed by the scrutiny chair (reg. 11)')], default='notice', max_length=20)),
                ('urgency_reason', models.TextField(blank=True)),
                ('pathway', models.TextField(blank=True)),
                ('consultees', models.TextField(blank=True)),
                ('rejected_options', models.TextField(blank=True)),
                ('conflicts', models.TextField(blank=True)),
                ('background_documents', models.TextField(blank=True)),
                ('budget', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, validators=[django.core.validators.MinValueValidator(0)])),
                ('decided_on', models.DateField(blank=True, null=True)),
                ('published_on', models.DateField(blank=True, null=True)),
                ('effective_on', models.DateField(blank=True, editable=False, null=True)),
                ('correction', models.CharField(blank=True, choices=[('rectifies', 'Rectifies it'), ('supersedes', 'Supersedes it')], max_length=10)),
            ],
        ),
        migrations.CreateModel(
            name='DecisionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('number', models.CharField(max_length=8, validators=[django.core.validators.RegexValidator('^\\d{2}/\\d{5}$', 'Enter the number as two and five digits: 25/00007')])),
                ('title', models.CharField(max_length=300)),
                ('is_key', models.BooleanField(default=False)),
                ('key_reason', models.TextField(blank=True)),
                ('divisions', models.CharField(blank=True, max_length=300)),
                ('maker_title', models.CharField(blank=True, max_length=200)),
                ('maker_name', models.CharField(blank=True, max_length=200)),
                ('classification', models.CharField(choices=[('open', 'Open'), ('part_exempt', 'Part exempt'), ('exempt', 'Fully exempt')], default='open', max_length=12)),
                ('notice_on', models.DateField(blank=True, null=True)),
                ('urgency', models.CharField(choices=[('notice', '28 clear days’ notice (regulation 9)'), ('general_exception', 'General exception: 5 clear days (regulation 10)'), ('special_urgency', 'Special urgency, agreed by the scrutiny chair (reg. 11)')], default='notice', max_length=20)),
                ('urgency_reason', models.TextField(blank=True)),
                ('pathway', models.TextField(blank=True)),
                ('consultees', models.TextField(blank=True)),
                ('rejected_options', models.TextField(blank=True)),
                ('conflicts', models.TextField(blank=True)),
                ('background_documents', models.TextField(blank=True)),
                ('budget', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, validators=[django.core.validators.MinValueValidator(0)])),
                ('decided_on', models.DateField(blank=True, null=True)),
                ('published_on', models.DateField(blank=True, null=True)),
                ('effective_on', models.DateField(blank=True, editable=False, null=True)),
                ('correction', models.CharField(blank=True, choices=[('rectifies', 'Rectifies it'), ('supersedes', 'Supersedes it')], max_length=10)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Delegation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('to', models.CharField(max_length=200)),
                ('in_consultation_with', models.CharField(blank=True, max_length=200)),
                ('scope', models.TextField()),
                ('limit', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, validators=[django.core.validators.MinValueValidator(0)])),
                ('until', models.DateField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='DelegationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('to', models.CharField(max_length=200)),
                ('in_consultation_with', models.CharField(blank=True, max_length=200)),
                ('scope', models.TextField()),
                ('limit', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, validators=[django.core.validators.MinValueValidator(0)])),
                ('until', models.DateField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
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
        migrations.AddField(
            model_name='extensionoption',
            name='notice_reference',
            field=models.CharField(blank=True, max_length=100),
        ),
        migrations.AddField(
            model_name='extensionoption',
            name='notified_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='extensionoption',
            name='override',
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name='extensionoptionevent',
            name='notice_reference',
            field=models.CharField(blank=True, max_length=100),
        ),
        migrations.AddField(
            model_name='extensionoptionevent',
            name='notified_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='extensionoptionevent',
            name='override',
            field=models.CharField(blank=True, max_length=300),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='covered_by_its_decision', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE d public.contracts_decision%ROWTYPE; today date;', func="\n                    IF NEW.decision_id IS NULL THEN RETURN NEW; END IF;\n                    SELECT * INTO d FROM public.contracts_decision WHERE id = NEW.decision_id;\n                    IF d.vehicle_id IS DISTINCT FROM NEW.vehicle_id THEN\n                        RAISE EXCEPTION 'The decision is about another vehicle.';\n                    END IF;\n                    IF d.published_on IS NULL THEN\n                        RAISE EXCEPTION 'The decision is not published.';\n                    END IF;\n                    today := timezone('Europe/London', public.nmiss_now())::date;\n                    IF NEW.status = 'in_effect' AND d.effective_on > today THEN\n                        RAISE EXCEPTION 'The decision may still be called in.';\n                    END IF;\n                    IF NEW.status = 'in_effect' AND NEW.starts_on > today THEN\n                        RAISE EXCEPTION 'An option takes effect on its first day.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='842653ea7bb8677697f7ec7f8941d76338a2af73', operation='INSERT OR UPDATE', pgid='pgtrigger_covered_by_its_decision_d5dcd', table='contracts_extensionoption', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_extensionoptionevent" ("decision_id", "ends_on", "id", "notice_reference", "notified_on", "number", "override", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "status", "vehicle_id") SELECT new_values."decision_id", new_values."ends_on", new_values."id", new_values."notice_reference", new_values."notified_on", new_values."number", new_values."override", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."starts_on", new_values."status", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='72f672007d748e02d4c783101457881d74679ea9', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_bd6d9', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_extensionoption', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_extensionoptionevent" ("decision_id", "ends_on", "id", "notice_reference", "notified_on", "number", "override", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "status", "vehicle_id") SELECT new_values."decision_id", new_values."ends_on", new_values."id", new_values."notice_reference", new_values."notified_on", new_values."number", new_values."override", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."starts_on", new_values."status", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='29b9fb636ce4e9c7f5077c5a73b756100a5ddfe9', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_e6868', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_extensionoption', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_extensionoptionevent" ("decision_id", "ends_on", "id", "notice_reference", "notified_on", "number", "override", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "status", "vehicle_id") SELECT old_values."decision_id", old_values."ends_on", old_values."id", old_values."notice_reference", old_values."notified_on", old_values."number", old_values."override", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."starts_on", old_values."status", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='fae99b6e59c26b8934faa2048189b146b77fc1de', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_82be7', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_extensionoption', when='AFTER')),
        ),
        migrations.AddField(
            model_name='decision',
            name='corrects',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='contracts.decision'),
        ),
        migrations.AddField(
            model_name='decision',
            name='recorded_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='decision',
            name='vehicle',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='contracts.vehicle'),
        ),
        migrations.AddField(
            model_name='extensionoption',
            name='decision',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='options', to='contracts.decision'),
        ),
        migrations.AddField(
            model_name='extensionoptionevent',
            name='decision',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.decision'),
        ),
        migrations.AddConstraint(
            model_name='extensionoption',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['available', 'proposed', 'lapsed']), ('decision__isnull', False), _connector='OR'), name='contracts_extensionoption_decided_by_a_decision'),
        ),
        migrations.AddConstraint(
            model_name='extensionoption',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status__in', ['notified', 'in_effect']), _negated=True), models.Q(('notified_on__isnull', False), models.Q(('notice_reference', ''), _negated=True)), _connector='OR'), name='contracts_extensionoption_notified_to_providers'),
        ),
        migrations.AddConstraint(
            model_name='extensionoption',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'in_effect'), _negated=True), models.Q(('override', ''), _negated=True), _connector='OR'), name='contracts_extensionoption_in_effect_with_headroom'),
        ),
        migrations.AddField(
            model_name='decisionevent',
            name='corrects',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.decision'),
        ),
        migrations.AddField(
            model_name='decisionevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='decisionevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.decision'),
        ),
        migrations.AddField(
            model_name='decisionevent',
            name='recorded_by',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='decisionevent',
            name='vehicle',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.vehicle'),
        ),
        migrations.AddField(
            model_name='delegation',
            name='decision',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='delegations', to='contracts.decision'),
        ),
        migrations.AddField(
            model_name='delegationevent',
            name='decision',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.decision'),
        ),
        migrations.AddField(
            model_name='delegationevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='delegationevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.delegation'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('urgency__in', ['notice', 'general_exception', 'special_urgency'])), name='contracts_decision_urgency_is_known'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('classification__in', ['open', 'part_exempt', 'exempt'])), name='contracts_decision_classification_is_known'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('correction__in', ['rectifies', 'supersedes', ''])), name='contracts_decision_correction_is_known'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('number__regex', '^\\d{2}/\\d{5}$')), name='contracts_decision_number_has_its_form'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('notice_on', None), ('decided_on', None), ('decided_on__gt', models.F('notice_on')), _connector='OR'), name='contracts_decision_notice_before_it', violation_error_message='A decision is taken after its notice was published.'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('published_on__isnull', True), ('published_on__gte', models.F('decided_on')), _connector='OR'), name='contracts_decision_decided_on_before_published_on', violation_error_message='A decision is published on the day it is taken, or later.'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('published_on', None), ('decided_on__isnull', False), _connector='OR'), name='contracts_decision_published_once_taken', violation_error_message='Enter the day on which the decision was taken.'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('effective_on', None), ('published_on', None)), models.Q(('effective_on__gt', models.F('published_on')), ('effective_on__isnull', False), ('published_on__isnull', False)), _connector='OR'), name='contracts_decision_effective_after_call_in'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('correction', ''), ('corrects', None)), models.Q(('corrects__isnull', False), models.Q(('correction', ''), _negated=True), models.Q(('corrects', models.F('id')), _negated=True)), _connector='OR'), name='contracts_decision_corrects_another'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='decision',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_decisionevent" ("background_documents", "budget", "classification", "conflicts", "consultees", "correction", "corrects_id", "decided_on", "divisions", "effective_on", "id", "is_key", "key_reason", "maker_name", "maker_title", "notice_on", "number", "pathway", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "recorded_by_id", "rejected_options", "title", "urgency", "urgency_reason", "vehicle_id") SELECT new_values."background_documents", new_values."budget", new_values."classification", new_values."conflicts", new_values."consultees", new_values."correction", new_values."corrects_id", new_values."decided_on", new_values."divisions", new_values."effective_on", new_values."id", new_values."is_key", new_values."key_reason", new_values."maker_name", new_values."maker_title", new_values."notice_on", new_values."number", new_values."pathway", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."published_on", new_values."recorded_by_id", new_values."rejected_options", new_values."title", new_values."urgency", new_values."urgency_reason", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='8b3bb0939c0e86e817b2f7cf7ffa36c2f33cf004', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_faaf5', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_decision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='decision',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_decisionevent" ("background_documents", "budget", "classification", "conflicts", "consultees", "correction", "corrects_id", "decided_on", "divisions", "effective_on", "id", "is_key", "key_reason", "maker_name", "maker_title", "notice_on", "number", "pathway", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "recorded_by_id", "rejected_options", "title", "urgency", "urgency_reason", "vehicle_id") SELECT new_values."background_documents", new_values."budget", new_values."classification", new_values."conflicts", new_values."consultees", new_values."correction", new_values."corrects_id", new_values."decided_on", new_values."divisions", new_values."effective_on", new_values."id", new_values."is_key", new_values."key_reason", new_values."maker_name", new_values."maker_title", new_values."notice_on", new_values."number", new_values."pathway", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."published_on", new_values."recorded_by_id", new_values."rejected_options", new_values."title", new_values."urgency", new_values."urgency_reason", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a377adb4b92bcda77fb1b505940b2ce397b9cabe', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_f5f21', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_decision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='decision',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_decisionevent" ("background_documents", "budget", "classification", "conflicts", "consultees", "correction", "corrects_id", "decided_on", "divisions", "effective_on", "id", "is_key", "key_reason", "maker_name", "maker_title", "notice_on", "number", "pathway", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "recorded_by_id", "rejected_options", "title", "urgency", "urgency_reason", "vehicle_id") SELECT old_values."background_documents", old_values."budget", old_values."classification", old_values."conflicts", old_values."consultees", old_values."correction", old_values."corrects_id", old_values."decided_on", old_values."divisions", old_values."effective_on", old_values."id", old_values."is_key", old_values."key_reason", old_values."maker_name", old_values."maker_title", old_values."notice_on", old_values."number", old_values."pathway", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."published_on", old_values."recorded_by_id", old_values."rejected_options", old_values."title", old_values."urgency", old_values."urgency_reason", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='a195a99dc94664fbcaeec1ae24e60ef716ccd76b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_81c91', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_decision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='decisionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9f3f532c068adf390147e31c9498a591d988a516', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ec478', table='contracts_decisionevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='delegation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('to', ''), _negated=True), models.Q(('scope', ''), _negated=True)), name='contracts_delegation_says_to_whom_and_what'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='delegation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_delegationevent" ("decision_id", "id", "in_consultation_with", "limit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scope", "to", "until") SELECT new_values."decision_id", new_values."id", new_values."in_consultation_with", new_values."limit", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."scope", new_values."to", new_values."until" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='0ccf684b8b2363f68ef02ed7d95e88eeb7b382aa', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_44511', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_delegation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='delegation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_delegationevent" ("decision_id", "id", "in_consultation_with", "limit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scope", "to", "until") SELECT new_values."decision_id", new_values."id", new_values."in_consultation_with", new_values."limit", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."scope", new_values."to", new_values."until" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='8bbb6afca80b0166e1ca1fa19d13d8c4d41a50a1', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_0f4a3', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_delegation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='delegation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_delegationevent" ("decision_id", "id", "in_consultation_with", "limit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scope", "to", "until") SELECT old_values."decision_id", old_values."id", old_values."in_consultation_with", old_values."limit", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."scope", old_values."to", old_values."until" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='46c45120e2b3da4160f8401920933c87094dea0b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_e2c60', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_delegation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='delegationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='60caa4c38f0177cc83fc7167306c71483a6c2a4b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d609f', table='contracts_delegationevent', when='BEFORE')),
        ),
    ]
