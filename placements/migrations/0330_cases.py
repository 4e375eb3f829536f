"""Cases of children, shortlists of schools, and what matching goes by."""

import datetime

import django.db.models.deletion
import django.db.models.expressions
import nmiss.base.core.clock
import nmiss.base.core.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


def lay_down_first_weights(apps, schema_editor):
    """Those of the model: need first, then a free place, then the distance."""
    apps.get_model("placements", "MatchWeights").objects.create(
        valid_from=datetime.date(2022, 9, 1)
    )


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('placements', '0320_prices'),
        ('providers', '0330_vacancies'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Case',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('phase_transfer', 'Phase transfer'), ('in_year', 'In-year')], max_length=20)),
                ('urgency', models.CharField(choices=[('routine', 'Routine'), ('soon', 'Soon: the present place may end'), ('urgent', 'Urgent: the child is out of school')], max_length=10)),
                ('stay', models.CharField(choices=[('day', 'Day'), ('residential', 'Residential')], max_length=20)),
                ('wanted_on', models.DateField()),
                ('needed_since', models.DateField()),
                ('plan_final_on', models.DateField(null=True)),
                ('must_admit', models.BooleanField(default=False)),
                ('most_miles', models.PositiveSmallIntegerField(null=True)),
                ('must_haves', nmiss.base.core.fields.EncryptedTextField(blank=True)),
                ('preference', nmiss.base.core.fields.EncryptedTextField(blank=True)),
                ('seed', models.PositiveIntegerField(editable=False)),
                ('opened_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('closed_on', models.DateField(null=True)),
                ('close_reason', models.CharField(blank=True, choices=[('placed', 'The child is placed'), ('not_needed', 'A place is no longer needed'), ('moved_away', 'The child moved away'), ('mistake', 'Opened by mistake')], max_length=20)),
            ],
        ),
        migrations.CreateModel(
            name='CaseEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('phase_transfer', 'Phase transfer'), ('in_year', 'In-year')], max_length=20)),
                ('urgency', models.CharField(choices=[('routine', 'Routine'), ('soon', 'Soon: the present place may end'), ('urgent', 'Urgent: the child is out of school')], max_length=10)),
                ('stay', models.CharField(choices=[('day', 'Day'), ('residential', 'Residential')], max_length=20)),
                ('wanted_on', models.DateField()),
                ('needed_since', models.DateField()),
                ('plan_final_on', models.DateField(null=True)),
                ('must_admit', models.BooleanField(default=False)),
                ('most_miles', models.PositiveSmallIntegerField(null=True)),
                ('must_haves', nmiss.base.core.fields.EncryptedTextField(blank=True)),
                ('preference', nmiss.base.core.fields.EncryptedTextField(blank=True)),
                ('seed', models.PositiveIntegerField(editable=False)),
                ('opened_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('closed_on', models.DateField(null=True)),
                ('close_reason', models.CharField(blank=True, choices=[('placed', 'The child is placed'), ('not_needed', 'A place is no longer needed'), ('moved_away', 'The child moved away'), ('mistake', 'Opened by mistake')], max_length=20)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CaseNeed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rank', models.PositiveSmallIntegerField()),
                ('need', models.CharField(choices=[('SPLD', 'Specific learning difficulty'), ('MLD', 'Moderate learning difficulty'), ('SLD', 'Severe learning difficulty'), ('PMLD', 'Profound and multiple learning difficulty'), ('SEMH', 'Social, emotional and mental health'), ('SLCN', 'Speech, language and communication needs'), ('HI', 'Hearing impairment'), ('VI', 'Vision impairment'), ('MSI', 'Multi-sensory impairment'), ('PD', 'Physical disability'), ('ASD', 'Autistic spectrum disorder'), ('DS', 'Down syndrome'), ('OTH', 'Other difficulty')], max_length=4)),
            ],
        ),
        migrations.CreateModel(
            name='CaseNeedEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('rank', models.PositiveSmallIntegerField()),
                ('need', models.CharField(choices=[('SPLD', 'Specific learning difficulty'), ('MLD', 'Moderate learning difficulty'), ('SLD', 'Severe learning difficulty'), ('PMLD', 'Profound and multiple learning difficulty'), ('SEMH', 'Social, emotional and mental health'), ('SLCN', 'Speech, language and communication needs'), ('HI', 'Hearing impairment'), ('VI', 'Vision impairment'), ('MSI', 'Multi-sensory impairment'), ('PD', 'Physical disability'), ('ASD', 'Autistic spectrum disorder'), ('DS', 'Down syndrome'), ('OTH', 'Other difficulty')], max_length=4)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MatchWeights',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField(unique=True)),
                ('need', models.PositiveSmallIntegerField(default=40)),
                ('age', models.PositiveSmallIntegerField(default=5)),
                ('places', models.PositiveSmallIntegerField(default=20)),
                ('distance', models.PositiveSmallIntegerField(default=15)),
                ('price', models.PositiveSmallIntegerField(default=10)),
                ('standing', models.PositiveSmallIntegerField(default=5)),
                ('section_41', models.PositiveSmallIntegerField(default=5)),
                ('reach_miles', models.PositiveSmallIntegerField(default=40)),
                ('place_funding', models.PositiveIntegerField(default=10000)),
                ('mile_cost', models.PositiveIntegerField(null=True)),
                ('good_days', models.PositiveSmallIntegerField(default=2)),
            ],
        ),
        migrations.CreateModel(
            name='Shortlist',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('seed', models.PositiveIntegerField()),
                ('filters', models.JSONField(default=dict)),
                ('on_day', models.DateField()),
                ('case_then', nmiss.base.core.fields.EncryptedJSONField()),
            ],
        ),
        migrations.CreateModel(
            name='ShortlistedSchool',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rank', models.PositiveSmallIntegerField()),
                ('score', models.DecimalField(decimal_places=4, max_digits=8)),
                ('is_member', models.BooleanField()),
                ('open_lots', models.JSONField(default=list)),
                ('free', models.PositiveSmallIntegerField(null=True)),
                ('miles', models.DecimalField(decimal_places=1, max_digits=5, null=True)),
                ('cost', models.DecimalField(decimal_places=2, max_digits=10, null=True)),
                ('why', models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name='UsualPrice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_residential', models.BooleanField()),
                ('children', models.PositiveIntegerField()),
                ('cost', models.DecimalField(decimal_places=2, max_digits=10)),
                ('as_at', models.DateField()),
            ],
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='childidentity',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='childidentity',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='childidentity',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='childidentity',
            name='initials',
            field=nmiss.base.core.fields.EncryptedTextField(null=True),
        ),
        migrations.AddField(
            model_name='childidentityevent',
            name='initials',
            field=nmiss.base.core.fields.EncryptedTextField(null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='childidentity',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_childidentityevent" ("birth_date", "child_id", "home_postcode", "id", "initials", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."birth_date", new_values."child_id", new_values."home_postcode", new_values."id", new_values."initials", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='84b0d3b41151dcb6e69360d19aa43694f0e183ee', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_69c89', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_childidentity', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='childidentity',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_childidentityevent" ("birth_date", "child_id", "home_postcode", "id", "initials", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."birth_date", new_values."child_id", new_values."home_postcode", new_values."id", new_values."initials", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='bd66d6cf8dcc025abdb761a108927ed782e42d2c', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_ccbd5', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_childidentity', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='childidentity',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_childidentityevent" ("birth_date", "child_id", "home_postcode", "id", "initials", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."birth_date", old_values."child_id", old_values."home_postcode", old_values."id", old_values."initials", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='f6dd96e38cce36bb33ac6f878155090012c2c40f', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_bc7b7', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_childidentity', when='AFTER')),
        ),
        migrations.AddField(
            model_name='case',
            name='child',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='placements.child'),
        ),
        migrations.AddField(
            model_name='case',
            name='closed_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='case',
            name='opened_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='case',
            name='preferred_school',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='providers.school'),
        ),
        migrations.AddField(
            model_name='caseevent',
            name='child',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.child'),
        ),
        migrations.AddField(
            model_name='caseevent',
            name='closed_by',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='caseevent',
            name='opened_by',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='caseevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='caseevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.case'),
        ),
        migrations.AddField(
            model_name='caseevent',
            name='preferred_school',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.school'),
        ),
        migrations.AddField(
            model_name='caseneed',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='needs', to='placements.case'),
        ),
        migrations.AddField(
            model_name='caseneedevent',
            name='case',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.case'),
        ),
        migrations.AddField(
            model_name='caseneedevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='caseneedevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.caseneed'),
        ),
        migrations.AddField(
            model_name='matchweights',
            name='set_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='shortlist',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shortlists', to='placements.case'),
        ),
        migrations.AddField(
            model_name='shortlist',
            name='made_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='shortlist',
            name='weights',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='placements.matchweights'),
        ),
        migrations.AddField(
            model_name='shortlistedschool',
            name='school',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='providers.school'),
        ),
        migrations.AddField(
            model_name='shortlistedschool',
            name='shortlist',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='schools', to='placements.shortlist'),
        ),
        migrations.AddField(
            model_name='usualprice',
            name='school',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='usual_prices', to='providers.school'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(fields=['wanted_on', 'id'], name='placements_case_by_start'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['phase_transfer', 'in_year'])), name='placements_case_kind_is_known'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(('urgency__in', ['routine', 'soon', 'urgent'])), name='placements_case_urgency_is_known'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(('stay__in', ['day', 'residential'])), name='placements_case_stay_is_known'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(('close_reason__in', ['placed', 'not_needed', 'moved_away', 'mistake', ''])), name='placements_case_close_reason_is_known'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_by__isnull', False), ('closed_on__isnull', False)), models.Q(('closed_by__isnull', True), ('closed_on__isnull', True)), _connector='OR'), name='placements_case_closed_on_and_closed_by'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('close_reason', ''), ('closed_on', None)), models.Q(('closed_on__isnull', False), models.Q(('close_reason', ''), _negated=True)), _connector='OR'), name='placements_case_closed_with_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(('most_miles', None), ('most_miles__gte', 1), _connector='OR'), name='placements_case_some_miles'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(('wanted_on__gte', models.F('needed_since'))), name='placements_case_wanted_since_or_later', violation_error_message='The start must not be before the place was needed.'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.UniqueConstraint(condition=models.Q(('closed_on', None)), fields=('child',), name='placements_case_one_open_of_a_child', violation_error_message='This child has an open case already.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='case',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.opened_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.opened_at IS DISTINCT FROM OLD.opened_at) THEN\n        NEW.opened_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='5855ad2f8b8c20ce9bce7a303efeeb3e4137ce90', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_24b6b', table='placements_case', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='case',
            trigger=pgtrigger.compiler.Trigger(name='has_a_first_need', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="\n                    IF NOT EXISTS (\n                        SELECT FROM public.placements_caseneed\n                        WHERE case_id = NEW.id AND rank = 1\n                    ) THEN\n                        RAISE EXCEPTION 'A case has a first need.';\n                    END IF;\n                    RETURN NULL;\n                ", hash='7686f67f1f6c0f41cddb7743affdf013402f3cbf', operation='INSERT OR UPDATE', pgid='pgtrigger_has_a_first_need_326a3', table='placements_case', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='case',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_caseevent" ("child_id", "close_reason", "closed_by_id", "closed_on", "id", "kind", "most_miles", "must_admit", "must_haves", "needed_since", "opened_at", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_final_on", "preference", "preferred_school_id", "seed", "stay", "urgency", "wanted_on") SELECT new_values."child_id", new_values."close_reason", new_values."closed_by_id", new_values."closed_on", new_values."id", new_values."kind", new_values."most_miles", new_values."must_admit", new_values."must_haves", new_values."needed_since", new_values."opened_at", new_values."opened_by_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_final_on", new_values."preference", new_values."preferred_school_id", new_values."seed", new_values."stay", new_values."urgency", new_values."wanted_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a497fd37df515bba6f0a964d93df5ffe2347a7b8', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_4b654', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_case', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='case',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_caseevent" ("child_id", "close_reason", "closed_by_id", "closed_on", "id", "kind", "most_miles", "must_admit", "must_haves", "needed_since", "opened_at", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_final_on", "preference", "preferred_school_id", "seed", "stay", "urgency", "wanted_on") SELECT new_values."child_id", new_values."close_reason", new_values."closed_by_id", new_values."closed_on", new_values."id", new_values."kind", new_values."most_miles", new_values."must_admit", new_values."must_haves", new_values."needed_since", new_values."opened_at", new_values."opened_by_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_final_on", new_values."preference", new_values."preferred_school_id", new_values."seed", new_values."stay", new_values."urgency", new_values."wanted_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='f42a8fd365ac810765a60b9f67c09f1b7892b30c', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_9a614', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_case', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='case',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_caseevent" ("child_id", "close_reason", "closed_by_id", "closed_on", "id", "kind", "most_miles", "must_admit", "must_haves", "needed_since", "opened_at", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_final_on", "preference", "preferred_school_id", "seed", "stay", "urgency", "wanted_on") SELECT old_values."child_id", old_values."close_reason", old_values."closed_by_id", old_values."closed_on", old_values."id", old_values."kind", old_values."most_miles", old_values."must_admit", old_values."must_haves", old_values."needed_since", old_values."opened_at", old_values."opened_by_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_final_on", old_values."preference", old_values."preferred_school_id", old_values."seed", old_values."stay", old_values."urgency", old_values."wanted_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='97a5af96f828e5493ddfa0705e1a8cd3fb9ab72e', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_51d17', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_case', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='caseevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4c4fa43af851a0c5c340d6ec61797877588470ef', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b7673', table='placements_caseevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='caseneed',
            constraint=models.CheckConstraint(condition=models.Q(('need__in', ['SPLD', 'MLD', 'SLD', 'PMLD', 'SEMH', 'SLCN', 'HI', 'VI', 'MSI', 'PD', 'ASD', 'DS', 'OTH'])), name='placements_caseneed_need_is_known'),
        ),
        migrations.AddConstraint(
            model_name='caseneed',
            constraint=models.CheckConstraint(condition=models.Q(('rank__gte', 1)), name='placements_caseneed_from_one'),
        ),
        migrations.AddConstraint(
            model_name='caseneed',
            constraint=models.UniqueConstraint(fields=('case', 'rank'), name='placements_caseneed_one_a_rank'),
        ),
        migrations.AddConstraint(
            model_name='caseneed',
            constraint=models.UniqueConstraint(fields=('case', 'need'), name='placements_caseneed_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='caseneed',
            trigger=pgtrigger.compiler.Trigger(name='leaves_a_first_need', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="\n                    IF EXISTS (SELECT FROM public.placements_case WHERE id = OLD.case_id)\n                        AND NOT EXISTS (\n                            SELECT FROM public.placements_caseneed\n                            WHERE case_id = OLD.case_id AND rank = 1\n                        ) THEN\n                        RAISE EXCEPTION 'A case has a first need.';\n                    END IF;\n                    RETURN NULL;\n                ", hash='c3a47aa156345c6eaa06db476e150d3455d96c93', operation='UPDATE OR DELETE', pgid='pgtrigger_leaves_a_first_need_0f4ed', table='placements_caseneed', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='caseneed',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_caseneedevent" ("case_id", "id", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") SELECT new_values."case_id", new_values."id", new_values."need", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."rank" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ea7d5fc48eaf4161ab055403b389107574d2d500', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_6107c', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_caseneed', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='caseneed',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_caseneedevent" ("case_id", "id", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") SELECT new_values."case_id", new_values."id", new_values."need", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."rank" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='8fe907e74c5b14c569d01538e482d49627195f9a', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_bd81b', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_caseneed', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='caseneed',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_caseneedevent" ("case_id", "id", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") SELECT old_values."case_id", old_values."id", old_values."need", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."rank" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='581b331d4c3927bd5db9247ae171bb922c02a8c3', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_439e1', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_caseneed', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='caseneedevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e4064cb447d7817e7517901577cd1248b0b9351d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_692eb', table='placements_caseneedevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='matchweights',
            constraint=models.CheckConstraint(condition=models.Q(('age__lte', 100), ('distance__lte', 100), ('need__lte', 100), ('places__lte', 100), ('price__lte', 100), ('section_41__lte', 100), ('standing__lte', 100)), name='placements_matchweights_up_to_100'),
        ),
        migrations.AddConstraint(
            model_name='matchweights',
            constraint=models.CheckConstraint(condition=models.Q(('need__gt', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('age'), '+', models.F('places')), '+', models.F('distance')), '+', models.F('price')), '*', models.Value(-1)), '-', models.F('standing')), '-', models.F('section_41')))), name='placements_matchweights_something_counts'),
        ),
        migrations.AddConstraint(
            model_name='matchweights',
            constraint=models.CheckConstraint(condition=models.Q(('reach_miles__gte', 1)), name='placements_matchweights_some_reach'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='matchweights',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f3bba4c9b1463d0c7df2e00a0d8148fd78e67575', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b4c64', table='placements_matchweights', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='shortlist',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='eeb703f30330750d7e53b12c68400092db508379', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_bdef5', table='placements_shortlist', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='shortlist',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.made_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.made_at IS DISTINCT FROM OLD.made_at) THEN\n        NEW.made_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='f95801da34129d77d977e06cd0c3fc49de5d5e57', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_49a94', table='placements_shortlist', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='shortlistedschool',
            constraint=models.UniqueConstraint(fields=('shortlist', 'rank'), name='placements_shortlistedschool_one_a_rank'),
        ),
        migrations.AddConstraint(
            model_name='shortlistedschool',
            constraint=models.UniqueConstraint(fields=('shortlist', 'school'), name='placements_shortlistedschool_once'),
        ),
        migrations.AddConstraint(
            model_name='shortlistedschool',
            constraint=models.CheckConstraint(condition=models.Q(('rank__gte', 1)), name='placements_shortlistedschool_from_one'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='shortlistedschool',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='24a46f6b72d07361af1c42c34d7628ba3b13948f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9c697', table='placements_shortlistedschool', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='usualprice',
            constraint=models.UniqueConstraint(fields=('school', 'is_residential'), name='placements_usualprice_once'),
        ),
        migrations.AddConstraint(
            model_name='usualprice',
            constraint=models.CheckConstraint(condition=models.Q(('children__gte', 1), ('cost__gt', 0)), name='placements_usualprice_of_somebody'),
        ),
        migrations.RunPython(lay_down_first_weights, migrations.RunPython.noop),
    ]
