"""The evaluation of applications, with its history and triggers."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import nmiss.base.core.clock
import nmiss.base.core.migrating
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('accounts', '__first__'),
        ('contracts', '0001_arrangements'),
        ('contracts', '0002_applications'),
        ('files', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.CreateModel(
            name='Assignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='contracts.application')),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='contracts.question')),
                ('evaluator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to=settings.AUTH_USER_MODEL)),
                ('assigned_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('released_at', models.DateTimeField(editable=False, null=True)),
                ('nudged_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('application', 'question', 'evaluator'), name='contracts_assignment_once')],
            },
        ),
        migrations.CreateModel(
            name='Finding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='findings', to='contracts.application')),
                ('kind', models.CharField(choices=[('completeness', 'Complete'), ('exclusion', 'Exclusion grounds'), ('selection', 'Selection questions'), ('debarment', 'Debarment list'), ('register', 'Status in GIAS'), ('inspection', 'Last inspection'), ('accounts', 'Accounts'), ('insurance', 'Insurance')], max_length=20)),
                ('passed', models.BooleanField()),
                ('reason', models.TextField()),
                ('found_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('found_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow())),
                ('superseded_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'default_manager_name': 'objects',
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['completeness', 'exclusion', 'selection', 'debarment', 'register', 'inspection', 'accounts', 'insurance'])), name='contracts_finding_kind_is_known'), models.UniqueConstraint(condition=models.Q(('superseded_at', None)), fields=('application', 'kind'), name='contracts_finding_once'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='contracts_finding_has_its_reason')],
            },
        ),
        migrations.CreateModel(
            name='LotOutcome',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lot_outcomes', to='contracts.application')),
                ('lot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='contracts.lot')),
                ('total', models.DecimalField(decimal_places=6, max_digits=9)),
                ('total_minimum', models.DecimalField(decimal_places=2, max_digits=5)),
                ('short', models.JSONField(default=list)),
                ('passed', models.BooleanField()),
                ('awarded', models.BooleanField(default=False)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('application', 'lot'), name='contracts_lotoutcome_once'), models.UniqueConstraint(condition=models.Q(('awarded', True)), fields=('application',), name='contracts_lotoutcome_one_award'), models.CheckConstraint(condition=models.Q(('awarded', False), ('passed', True), _connector='OR'), name='contracts_lotoutcome_awarded_only_if_passed')],
            },
        ),
        migrations.CreateModel(
            name='ModeratedScore',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moderated_scores', to='contracts.application')),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='contracts.question')),
                ('score', models.DecimalField(decimal_places=2, max_digits=4)),
                ('reason', models.TextField()),
                ('chair', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('present', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), size=None)),
                ('agreed_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('superseded_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(condition=models.Q(('superseded_at', None)), fields=('application', 'question'), name='contracts_moderatedscore_once'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='contracts_moderatedscore_has_its_reason'), models.CheckConstraint(condition=models.Q(('score__gte', 0)), name='contracts_moderatedscore_not_below_nought')],
            },
        ),
        migrations.CreateModel(
            name='Opening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='openings', to='contracts.application')),
                ('officer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('application', 'officer'), name='contracts_opening_once')],
            },
        ),
        migrations.CreateModel(
            name='Recommendation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recommendations', to='contracts.application')),
                ('result', models.CharField(choices=[('admitted', 'Admitted'), ('not_admitted', 'Not admitted'), ('excluded', 'Excluded')], max_length=20)),
                ('text', models.TextField()),
                ('recommended_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('recommended_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('sent_back_at', models.DateTimeField(editable=False, null=True)),
                ('sent_back_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('sent_back_reason', models.TextField(blank=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('result__in', ['admitted', 'not_admitted', 'excluded'])), name='contracts_recommendation_result_is_known'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='contracts_recommendation_has_its_text'), models.CheckConstraint(condition=models.Q(models.Q(('sent_back_at__isnull', False), ('sent_back_by__isnull', False)), models.Q(('sent_back_at__isnull', True), ('sent_back_by__isnull', True)), _connector='OR'), name='contracts_recommendation_sent_back_at_and_sent_back_by'), models.CheckConstraint(condition=models.Q(models.Q(('sent_back_at', None), ('sent_back_reason', '')), models.Q(('sent_back_at__isnull', False), models.Q(('sent_back_reason', ''), _negated=True)), _connector='OR'), name='contracts_recommendation_sent_back_with_a_reason'), models.UniqueConstraint(condition=models.Q(('sent_back_at', None)), fields=('application',), name='contracts_recommendation_one_stands', violation_error_message='An outcome is recommended already.')],
            },
        ),
        migrations.CreateModel(
            name='SealedReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('application', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='sealed_report', to='contracts.application')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
            ],
        ),
        migrations.CreateModel(
            name='Approval',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('application', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='approval', to='contracts.application')),
                ('recommendation', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='approval', to='contracts.recommendation')),
                ('approved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('approved_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
        ),
        migrations.CreateModel(
            name='AssignmentEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.assignment')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('application', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.application')),
                ('question', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.question')),
                ('evaluator', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('assigned_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('released_at', models.DateTimeField(editable=False, null=True)),
                ('nudged_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FindingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.finding')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('application', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.application')),
                ('kind', models.CharField(choices=[('completeness', 'Complete'), ('exclusion', 'Exclusion grounds'), ('selection', 'Selection questions'), ('debarment', 'Debarment list'), ('register', 'Status in GIAS'), ('inspection', 'Last inspection'), ('accounts', 'Accounts'), ('insurance', 'Insurance')], max_length=20)),
                ('passed', models.BooleanField()),
                ('reason', models.TextField()),
                ('found_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('found_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow())),
                ('superseded_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='LotOutcomeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.lotoutcome')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('application', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.application')),
                ('lot', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.lot')),
                ('total', models.DecimalField(decimal_places=6, max_digits=9)),
                ('total_minimum', models.DecimalField(decimal_places=2, max_digits=5)),
                ('short', models.JSONField(default=list)),
                ('passed', models.BooleanField()),
                ('awarded', models.BooleanField(default=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OpeningEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.opening')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('application', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.application')),
                ('officer', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RecommendationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.recommendation')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('application', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.application')),
                ('result', models.CharField(choices=[('admitted', 'Admitted'), ('not_admitted', 'Not admitted'), ('excluded', 'Excluded')], max_length=20)),
                ('text', models.TextField()),
                ('recommended_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('recommended_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('sent_back_at', models.DateTimeField(editable=False, null=True)),
                ('sent_back_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('sent_back_reason', models.TextField(blank=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Score',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('assignment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scores', to='contracts.assignment')),
                ('score', models.DecimalField(decimal_places=2, max_digits=4)),
                ('rationale', models.TextField()),
                ('given_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'indexes': [models.Index(fields=['assignment', '-id'], name='contracts_score_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('score__gte', 0)), name='contracts_score_not_below_nought')],
            },
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='assignment',
            trigger=pgtrigger.compiler.Trigger(name='by_the_rules', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.released_at IS NOT NULL THEN RETURN NEW; END IF;\n    IF TG_OP = 'UPDATE' AND OLD.released_at IS NULL THEN RETURN NEW; END IF;\n    IF EXISTS (SELECT 1 FROM contracts_conflictdeclaration\n               WHERE application_id = NEW.application_id AND person_id = NEW.evaluator_id\n                 AND has_conflict) THEN\n        RAISE EXCEPTION 'Nobody with a conflict scores an application.';\n    END IF;\n    IF 3 <= (SELECT count(*) FROM contracts_assignment\n                  WHERE application_id = NEW.application_id AND question_id = NEW.question_id\n                    AND released_at IS NULL AND id IS DISTINCT FROM NEW.id) THEN\n        RAISE EXCEPTION 'No more than 3 evaluators score a question.';\n    END IF;\n    IF 'evaluated' IS DISTINCT FROM\n        (SELECT status FROM contracts_application WHERE id = NEW.application_id) THEN\n        RAISE EXCEPTION 'Evaluators are assigned while an application is evaluated.';\n    END IF;\n    RETURN NEW;\n", hash='ba1e0d6de77ae83749241e8342f83f06a57e111b', operation='INSERT OR UPDATE', pgid='pgtrigger_by_the_rules_ab45f', table='contracts_assignment', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='assignment',
            trigger=pgtrigger.compiler.Trigger(name='of_whom_it_was', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."application_id" IS DISTINCT FROM (NEW."application_id") OR OLD."question_id" IS DISTINCT FROM (NEW."question_id") OR OLD."evaluator_id" IS DISTINCT FROM (NEW."evaluator_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='e773e4667f07a91bdee5d345175d1050c950e1b5', operation='UPDATE', pgid='pgtrigger_of_whom_it_was_d72fa', table='contracts_assignment', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='assignment',
            trigger=pgtrigger.compiler.Trigger(name='kept_for_good', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='52f3e3e23fadb31546435db55b5ec68d2304c02f', operation='DELETE', pgid='pgtrigger_kept_for_good_4022a', table='contracts_assignment', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='assignment',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_assignmentevent" ("application_id", "assigned_at", "evaluator_id", "id", "nudged_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "released_at") SELECT new_values."application_id", new_values."assigned_at", new_values."evaluator_id", new_values."id", new_values."nudged_at", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."question_id", new_values."released_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='6faa010d23c4d9b709664c53417d65cfbd13cf39', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_5f7b7', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_assignment', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='assignment',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_assignmentevent" ("application_id", "assigned_at", "evaluator_id", "id", "nudged_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "released_at") SELECT new_values."application_id", new_values."assigned_at", new_values."evaluator_id", new_values."id", new_values."nudged_at", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."question_id", new_values."released_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='aa6af05dd11c4e64fb279bb7950ee10c6b38e4ff', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_18db4', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_assignment', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='assignment',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_assignmentevent" ("application_id", "assigned_at", "evaluator_id", "id", "nudged_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "released_at") SELECT old_values."application_id", old_values."assigned_at", old_values."evaluator_id", old_values."id", old_values."nudged_at", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."question_id", old_values."released_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='793113ce2fd096486a731c105a5db2c0f3ad4ca6', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_a484e', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_assignment', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='finding',
            trigger=pgtrigger.compiler.Trigger(name='in_its_time', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF 'evaluated' IS DISTINCT FROM\n                        (SELECT status FROM contracts_application\n                         WHERE id = NEW.application_id) THEN\n                        RAISE EXCEPTION 'A finding is made while an application is evaluated.';\n                    END IF;\n                    IF TG_OP = 'UPDATE' THEN\n                        IF to_jsonb(NEW) - 'superseded_at' <> to_jsonb(OLD) - 'superseded_at'\n                            OR OLD.superseded_at IS NOT NULL THEN\n                            RAISE EXCEPTION 'A finding stays; another may take its place.';\n                        END IF;\n                        RETURN NEW;\n                    END IF;\n                    IF NOT EXISTS (SELECT 1 FROM contracts_conflictdeclaration\n                                   WHERE application_id = NEW.application_id\n                                     AND person_id = NEW.found_by_id AND NOT has_conflict) THEN\n                        RAISE EXCEPTION 'Who makes a finding has declared no conflict first.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='70d8aa1a75d7f7d574e12a4705d753e94a616ca1', operation='INSERT OR UPDATE', pgid='pgtrigger_in_its_time_bf5de', table='contracts_finding', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='finding',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.found_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.found_at IS DISTINCT FROM OLD.found_at) THEN\n        NEW.found_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.superseded_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.superseded_at IS DISTINCT FROM OLD.superseded_at) THEN\n        NEW.superseded_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='a85181a5ffa7cafd24483a7788cd0ede33efc193', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_d0b17', table='contracts_finding', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='finding',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.found_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.found_by_id) IS DISTINCT FROM ROW(OLD.found_by_id))\n        AND NEW.found_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='55f26212a17dbcc59f9c7be3c456e1c0ba729099', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_805ac', table='contracts_finding', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='finding',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='f2129f0350255adccaec03724edc225a07fe5afa', operation='DELETE', pgid='pgtrigger_append_only_1c067', table='contracts_finding', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='finding',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_findingevent" ("application_id", "found_at", "found_by_id", "id", "kind", "passed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "superseded_at") SELECT new_values."application_id", new_values."found_at", new_values."found_by_id", new_values."id", new_values."kind", new_values."passed", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."superseded_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5e763e43392c7bf81e0f7677ed44554ab7ab3f4d', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_b373c', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_finding', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='finding',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_findingevent" ("application_id", "found_at", "found_by_id", "id", "kind", "passed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "superseded_at") SELECT new_values."application_id", new_values."found_at", new_values."found_by_id", new_values."id", new_values."kind", new_values."passed", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."superseded_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2576bfe0b6d0c5720b75e0716878e8200bca9ee3', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_228d3', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_finding', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='finding',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_findingevent" ("application_id", "found_at", "found_by_id", "id", "kind", "passed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "superseded_at") SELECT old_values."application_id", old_values."found_at", old_values."found_by_id", old_values."id", old_values."kind", old_values."passed", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."superseded_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='e0f0b155567db3b7b55adef7c10b85ed7fe206ab', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_e74ed', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_finding', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='lotoutcome',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_lotoutcomeevent" ("application_id", "awarded", "id", "lot_id", "passed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short", "total", "total_minimum") SELECT new_values."application_id", new_values."awarded", new_values."id", new_values."lot_id", new_values."passed", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."short", new_values."total", new_values."total_minimum" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ee2aff5132fe033b0925df912eab7584fc48c868', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_ae69c', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_lotoutcome', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='lotoutcome',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_lotoutcomeevent" ("application_id", "awarded", "id", "lot_id", "passed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short", "total", "total_minimum") SELECT new_values."application_id", new_values."awarded", new_values."id", new_values."lot_id", new_values."passed", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."short", new_values."total", new_values."total_minimum" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='957bdff0c4a4492de6f9d2a5068223efda7ba69c', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_41358', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_lotoutcome', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='lotoutcome',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_lotoutcomeevent" ("application_id", "awarded", "id", "lot_id", "passed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short", "total", "total_minimum") SELECT old_values."application_id", old_values."awarded", old_values."id", old_values."lot_id", old_values."passed", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."short", old_values."total", old_values."total_minimum" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='d873feb93ec9062fa2196bca31b9b09f931b8a7b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_a4df3', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_lotoutcome', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='moderatedscore',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.agreed_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.agreed_at IS DISTINCT FROM OLD.agreed_at) THEN\n        NEW.agreed_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.superseded_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.superseded_at IS DISTINCT FROM OLD.superseded_at) THEN\n        NEW.superseded_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='a091c303dfcb63ab79fb61c1e608540308ba598c', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_a4ad9', table='contracts_moderatedscore', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='moderatedscore',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.chair_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.chair_id) IS DISTINCT FROM ROW(OLD.chair_id))\n        AND NEW.chair_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='16c80aae77bb8428d4be262df8a1e4edc0f780dd', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_ea3ee', table='contracts_moderatedscore', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='moderatedscore',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='8a71e74bd161fc9c6dc98e1f69bf3bf1833df1b8', operation='DELETE', pgid='pgtrigger_append_only_afb72', table='contracts_moderatedscore', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='moderatedscore',
            trigger=pgtrigger.compiler.Trigger(name='superseded_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF to_jsonb(NEW) - 'superseded_at' <> to_jsonb(OLD) - 'superseded_at'\n                        OR OLD.superseded_at IS NOT NULL\n                        OR 'evaluated' <> (SELECT status FROM contracts_application\n                                           WHERE id = OLD.application_id) THEN\n                        RAISE EXCEPTION 'An agreed score stays; another may take its place.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='7868d3409edfd3e710e09b2e8c1595d5d17471c4', operation='UPDATE', pgid='pgtrigger_superseded_once_b16be', table='contracts_moderatedscore', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='moderatedscore',
            trigger=pgtrigger.compiler.Trigger(name='after_two_scores', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF NOT EXISTS (\n                        SELECT 1 FROM contracts_application p\n                        JOIN contracts_evaluationscheme s ON s.id = p.scheme_id\n                        JOIN contracts_conflictdeclaration c\n                          ON c.application_id = p.id AND c.person_id = NEW.chair_id\n                         AND NOT c.has_conflict\n                        WHERE p.id = NEW.application_id AND p.status = 'evaluated'\n                          AND NEW.score <= s.scale\n                    ) THEN\n                        RAISE EXCEPTION 'The chair has no conflict; the score is in the scale.';\n                    END IF;\n                    IF 2 > (\n                        SELECT count(DISTINCT a.evaluator_id) FROM contracts_assignment a\n                        JOIN contracts_score s ON s.assignment_id = a.id\n                        WHERE a.application_id = NEW.application_id\n                          AND a.question_id = NEW.question_id AND a.released_at IS NULL\n                    ) OR EXISTS (\n                        SELECT 1 FROM contracts_assignment a\n                        WHERE a.application_id = NEW.application_id\n                          AND a.question_id = NEW.question_id AND a.released_at IS NULL\n                          AND NOT EXISTS (SELECT 1 FROM contracts_score s\n                                          WHERE s.assignment_id = a.id)\n                    ) THEN\n                        RAISE EXCEPTION 'Two evaluators and all who are assigned score first.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='cab569e75145ba4446cac099c344383349d9990b', operation='INSERT', pgid='pgtrigger_after_two_scores_4d4e4', table='contracts_moderatedscore', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='opening',
            trigger=pgtrigger.compiler.Trigger(name='without_a_conflict', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF NOT EXISTS (SELECT 1 FROM accounts_user WHERE id = NEW.officer_id AND is_active\n                                   AND role IN ('officer', 'manager')) THEN\n                        RAISE EXCEPTION 'Officers and managers open applications, and nobody else.';\n                    END IF;\n\n                    IF NOT EXISTS (SELECT 1 FROM contracts_conflictdeclaration\n                                   WHERE application_id = NEW.application_id\n                                     AND person_id = NEW.officer_id AND NOT has_conflict) THEN\n                        RAISE EXCEPTION 'Who opens an application has declared no conflict first.';\n                    END IF;\n                    IF NOT EXISTS (\n                        SELECT 1 FROM contracts_application a\n                        LEFT JOIN contracts_round r ON r.id = a.round_id\n                        LEFT JOIN contracts_earlyevaluation e ON e.application_id = a.id\n                        WHERE a.id = NEW.application_id AND a.status = 'received'\n                          AND (r.closes_at <= public.nmiss_now() OR e.id IS NOT NULL)\n                    ) THEN\n                        RAISE EXCEPTION 'Nobody has a part in opening before its time, or after.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='815dc6bcd6800ece80d03094d232bc0f477b08c4', operation='INSERT', pgid='pgtrigger_without_a_conflict_3fddb', table='contracts_opening', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='opening',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.at IS DISTINCT FROM OLD.at) THEN\n        NEW.at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='4e11d1a21cec8205b89163df356a30d6e35753ff', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_2a3a3', table='contracts_opening', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='opening',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.officer_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.officer_id) IS DISTINCT FROM ROW(OLD.officer_id))\n        AND NEW.officer_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='77c16b7b1328e8b864f448c47d15d44f6a8238c5', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_f3cf8', table='contracts_opening', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='opening',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='34cdbb1fb9ec1ed2b08c72b653a49e0baf0cd111', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_60604', table='contracts_opening', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='opening',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_openingevent" ("application_id", "at", "id", "officer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."application_id", new_values."at", new_values."id", new_values."officer_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='7f86f8c4231cd2bf7cc528769077d23ea554bce7', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_2a3b5', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_opening', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='opening',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_openingevent" ("application_id", "at", "id", "officer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."application_id", new_values."at", new_values."id", new_values."officer_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='596d3e87b0b2d5c5b6221cd249a821212fe3d6f5', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_8fee0', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_opening', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='opening',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_openingevent" ("application_id", "at", "id", "officer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."application_id", old_values."at", old_values."id", old_values."officer_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='266c75d44c2e2c48282a406e0175522625a2af01', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_a89a8', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_opening', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='recommendation',
            trigger=pgtrigger.compiler.Trigger(name='by_the_rules', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' THEN\n        IF OLD.sent_back_at IS NOT NULL OR to_jsonb(NEW)\n                - 'sent_back_at' - 'sent_back_by_id' - 'sent_back_reason' <> to_jsonb(OLD)\n                - 'sent_back_at' - 'sent_back_by_id' - 'sent_back_reason' THEN\n            RAISE EXCEPTION 'A recommendation stays; it may be sent back, once.';\n        END IF;\n        IF EXISTS (SELECT 1 FROM contracts_approval WHERE recommendation_id = NEW.id) THEN\n            RAISE EXCEPTION 'What is approved is not sent back.';\n        END IF;\n        IF NEW.sent_back_by_id IS NOT NULL AND (\n            NOT EXISTS (SELECT 1 FROM accounts_user\n                        WHERE id = NEW.sent_back_by_id AND role = 'manager')\n            OR NOT EXISTS (SELECT 1 FROM contracts_conflictdeclaration\n                           WHERE application_id = NEW.application_id\n                             AND person_id = NEW.sent_back_by_id AND NOT has_conflict)\n            OR NEW.sent_back_by_id IN (\n        SELECT recommended_by_id FROM contracts_recommendation\n            WHERE application_id = NEW.application_id\n        UNION SELECT officer_id FROM contracts_opening WHERE application_id = NEW.application_id\n        UNION SELECT found_by_id FROM contracts_finding WHERE application_id = NEW.application_id\n        UNION SELECT a.evaluator_id FROM contracts_assignment a\n            JOIN contracts_score s ON s.assignment_id = a.id\n            WHERE a.application_id = NEW.application_id\n        UNION SELECT chair_id FROM contracts_moderatedscore\n            WHERE application_id = NEW.application_id\n    )\n        ) THEN\n            RAISE EXCEPTION 'A manager who took no part sends a recommendation back.';\n        END IF;\n        RETURN NEW;\n    END IF;\n    IF NEW.sent_back_at IS NOT NULL OR 'evaluated' IS DISTINCT FROM\n            (SELECT status FROM contracts_application WHERE id = NEW.application_id) THEN\n        RAISE EXCEPTION 'An outcome is recommended while an application is evaluated.';\n    END IF;\n    IF NOT EXISTS (SELECT 1 FROM contracts_conflictdeclaration\n                   WHERE application_id = NEW.application_id\n                     AND person_id = NEW.recommended_by_id AND NOT has_conflict) THEN\n        RAISE EXCEPTION 'Who recommends an outcome has declared no conflict first.';\n    END IF;\n    RETURN NEW;\n", hash='1cd673664ace12f2c7f8a77517acbf61973d841f', operation='INSERT OR UPDATE', pgid='pgtrigger_by_the_rules_d87ae', table='contracts_recommendation', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='recommendation',
            trigger=pgtrigger.compiler.Trigger(name='moves_with_its_application', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="\n    IF (SELECT status IN ('recommended', 'approved', 'told') FROM contracts_application\n        WHERE id = NEW.application_id)\n        IS DISTINCT FROM EXISTS (SELECT 1 FROM contracts_recommendation\n            WHERE application_id = NEW.application_id AND sent_back_at IS NULL) THEN\n        RAISE EXCEPTION 'An application is recommended as long as a recommendation stands.';\n    END IF;\n    RETURN NULL;\n", hash='3cbddab63408d342870138a0282997a7b1728554', operation='INSERT OR UPDATE', pgid='pgtrigger_moves_with_its_application_5fbc5', table='contracts_recommendation', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='recommendation',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.recommended_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.recommended_at IS DISTINCT FROM OLD.recommended_at) THEN\n        NEW.recommended_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.sent_back_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.sent_back_at IS DISTINCT FROM OLD.sent_back_at) THEN\n        NEW.sent_back_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='c453810f8482e55653976970e67a9831236a14f3', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_c7b6d', table='contracts_recommendation', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='recommendation',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.recommended_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.recommended_by_id) IS DISTINCT FROM ROW(OLD.recommended_by_id))\n        AND NEW.recommended_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\n\n    IF NEW.sent_back_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.sent_back_by_id, NEW.sent_back_at, NEW.sent_back_reason) IS DISTINCT FROM ROW(OLD.sent_back_by_id, OLD.sent_back_at, OLD.sent_back_reason))\n        AND NEW.sent_back_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='6eca053014f5d332fb80f075ffc03d8f1e389787', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_0eed2', table='contracts_recommendation', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='recommendation',
            trigger=pgtrigger.compiler.Trigger(name='kept_for_good', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='8234603beb6ccfac0e7c35e27b842e6165015f01', operation='DELETE', pgid='pgtrigger_kept_for_good_12589', table='contracts_recommendation', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='recommendation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_recommendationevent" ("application_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommended_at", "recommended_by_id", "result", "sent_back_at", "sent_back_by_id", "sent_back_reason", "text") SELECT new_values."application_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."recommended_at", new_values."recommended_by_id", new_values."result", new_values."sent_back_at", new_values."sent_back_by_id", new_values."sent_back_reason", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a95330d7854970052a6fd93f6ff4aefb33a4c262', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_45a00', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_recommendation', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='recommendation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_recommendationevent" ("application_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommended_at", "recommended_by_id", "result", "sent_back_at", "sent_back_by_id", "sent_back_reason", "text") SELECT new_values."application_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."recommended_at", new_values."recommended_by_id", new_values."result", new_values."sent_back_at", new_values."sent_back_by_id", new_values."sent_back_reason", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='7adb25eb1fdd80efa5d6e34fb1e08a02a01536da', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_e4ddb', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_recommendation', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='recommendation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_recommendationevent" ("application_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommended_at", "recommended_by_id", "result", "sent_back_at", "sent_back_by_id", "sent_back_reason", "text") SELECT old_values."application_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."recommended_at", old_values."recommended_by_id", old_values."result", old_values."sent_back_at", old_values."sent_back_by_id", old_values."sent_back_reason", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='40718df3463c969a71c18c04245dc3935e3b9ca2', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_0acba', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_recommendation', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='sealedreport',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4e505078e43b9c9ffb2cc11819821188523fbdcf', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0fc70', table='contracts_sealedreport', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='approval',
            trigger=pgtrigger.compiler.Trigger(name='by_an_outsider', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NOT EXISTS (SELECT 1 FROM accounts_user WHERE id = NEW.approved_by_id AND role = 'manager')\n        OR NOT EXISTS (SELECT 1 FROM contracts_conflictdeclaration\n                       WHERE application_id = NEW.application_id\n                         AND person_id = NEW.approved_by_id AND NOT has_conflict) THEN\n        RAISE EXCEPTION 'A manager who declared no conflict approves an outcome.';\n    END IF;\n    IF NOT EXISTS (SELECT 1 FROM contracts_recommendation r\n                   JOIN contracts_application a ON a.id = r.application_id\n                   WHERE r.id = NEW.recommendation_id AND r.sent_back_at IS NULL\n                     AND a.id = NEW.application_id AND a.status = 'recommended') THEN\n        RAISE EXCEPTION 'The recommendation of an application that stands is approved.';\n    END IF;\n    IF NEW.approved_by_id IN (\n        SELECT recommended_by_id FROM contracts_recommendation\n            WHERE application_id = NEW.application_id\n        UNION SELECT officer_id FROM contracts_opening WHERE application_id = NEW.application_id\n        UNION SELECT found_by_id FROM contracts_finding WHERE application_id = NEW.application_id\n        UNION SELECT a.evaluator_id FROM contracts_assignment a\n            JOIN contracts_score s ON s.assignment_id = a.id\n            WHERE a.application_id = NEW.application_id\n        UNION SELECT chair_id FROM contracts_moderatedscore\n            WHERE application_id = NEW.application_id\n    ) THEN\n        RAISE EXCEPTION 'Who took part in evaluating an application does not approve it.';\n    END IF;\n    IF (SELECT result = 'admitted' FROM contracts_recommendation WHERE id = NEW.recommendation_id)\n        IS DISTINCT FROM EXISTS (SELECT 1 FROM contracts_lotoutcome\n            WHERE application_id = NEW.application_id AND awarded) THEN\n        RAISE EXCEPTION 'Admitted is who is awarded a lot, and nobody else.';\n    END IF;\n    RETURN NEW;\n", hash='b22539ecd10f9ea10851c4c719bb3adec0f6b811', operation='INSERT', pgid='pgtrigger_by_an_outsider_22d00', table='contracts_approval', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='approval',
            trigger=pgtrigger.compiler.Trigger(name='moves_its_application', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="\n                    IF (SELECT decided_at FROM contracts_application WHERE id = NEW.application_id)\n                        IS DISTINCT FROM NEW.approved_at THEN\n                        RAISE EXCEPTION 'An application is decided as its outcome is approved.';\n                    END IF;\n                    RETURN NULL;\n                ", hash='d93e4bccd20cb3adcfff6fc0556e0e411af4af33', operation='INSERT', pgid='pgtrigger_moves_its_application_c1281', table='contracts_approval', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='approval',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.approved_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.approved_at IS DISTINCT FROM OLD.approved_at) THEN\n        NEW.approved_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='2ea1a74124494bb929f7adeee2e3b61f8426c068', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_a717b', table='contracts_approval', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='approval',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.approved_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.approved_by_id) IS DISTINCT FROM ROW(OLD.approved_by_id))\n        AND NEW.approved_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='042222833ea5ecda9c501fb62e57aace93038fbb', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_28b6d', table='contracts_approval', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='approval',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d79098e395822206bdcacb5a32f4e84795300bcd', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_76f13', table='contracts_approval', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='assignmentevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c18faf1325a7c3338ea106deec061e52eefe0c63', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_229e1', table='contracts_assignmentevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='findingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8bb08ae3b325c403feaebd49cebe1a5cd2dbcf92', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_222d1', table='contracts_findingevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='lotoutcomeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='60a2b3bc38e05034a7f56cf04a2498593ff34114', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9c556', table='contracts_lotoutcomeevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='openingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8c7cf8cb080a5504aaed4eedcd90c38a223ca434', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ed52e', table='contracts_openingevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='recommendationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='11ccf0ead2de8cf140b84c3d94ef71632a07e22c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_37c9f', table='contracts_recommendationevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='score',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7ecd4d61909dedaf318e89f132300162483ecd81', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_349e0', table='contracts_score', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='score',
            trigger=pgtrigger.compiler.Trigger(name='by_the_rules', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF public.nmiss_acting_person() IS DISTINCT FROM\n        (SELECT evaluator_id FROM contracts_assignment WHERE id = NEW.assignment_id) THEN\n        RAISE EXCEPTION 'Whoever is assigned scores in person.';\n    END IF;\n    IF NOT EXISTS (\n        SELECT 1 FROM contracts_assignment a\n        JOIN contracts_application p ON p.id = a.application_id\n        JOIN contracts_evaluationscheme s ON s.id = p.scheme_id\n        JOIN contracts_conflictdeclaration c\n          ON c.application_id = p.id AND c.person_id = a.evaluator_id\n         AND NOT c.has_conflict\n        WHERE a.id = NEW.assignment_id AND a.released_at IS NULL\n          AND p.status = 'evaluated' AND NEW.score <= s.scale\n          AND length(NEW.rationale) >= s.shortest_rationale\n    ) THEN\n        RAISE EXCEPTION 'A score is not by the rules.'\n            USING HINT = 'No conflict, in the scale, with reasons.';\n    END IF;\n    IF 3 > (\n        SELECT count(*) FROM contracts_finding f\n        JOIN contracts_assignment a ON a.id = NEW.assignment_id\n        WHERE f.application_id = a.application_id AND f.passed AND f.superseded_at IS NULL\n          AND f.kind IN ('completeness', 'exclusion', 'selection')\n    ) THEN\n        RAISE EXCEPTION 'What was not found complete and eligible is not scored.';\n    END IF;\n    IF EXISTS (\n        SELECT 1 FROM contracts_moderatedscore m\n        JOIN contracts_assignment a ON a.id = NEW.assignment_id\n        WHERE m.application_id = a.application_id\n          AND m.question_id = a.question_id\n    ) OR 2 <= (\n        SELECT CASE WHEN bool_and(\n            EXISTS (SELECT 1 FROM contracts_score s WHERE s.assignment_id = b.id)\n        ) THEN count(*) ELSE 0 END\n        FROM contracts_assignment a JOIN contracts_assignment b\n          ON b.application_id = a.application_id AND b.question_id = a.question_id\n         AND b.released_at IS NULL\n        WHERE a.id = NEW.assignment_id\n    ) THEN\n        RAISE EXCEPTION 'Scores stand once all have scored.';\n    END IF;\n    RETURN NEW;\n", hash='7cb169f22f99e8c410b8eae419d48fa321862a6d', operation='INSERT', pgid='pgtrigger_by_the_rules_1b6cd', table='contracts_score', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='score',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.given_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.given_at IS DISTINCT FROM OLD.given_at) THEN\n        NEW.given_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='5e04a0ee6765ab8c7a4835c92a1fae7995371866', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_37ffb', table='contracts_score', when='BEFORE')),
        ),
    ]
