import django.contrib.postgres.constraints
import django.core.serializers.json
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.utils.timezone
import nmiss.base.core.clock
import nmiss.base.core.constraints
import nmiss.base.core.fields
import nmiss.base.core.migrating
import nmiss.base.core.names
import pgtrigger.compiler
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('core', '0003_numbers_of_the_law'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.CreateModel(
            name='Attempts',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('action', models.CharField(max_length=20)),
                ('account', models.CharField(max_length=64)),
                ('source', models.CharField(max_length=64)),
                ('is_known', models.BooleanField(default=False)),
                ('number', models.PositiveIntegerField(default=0)),
                ('last_at', models.DateTimeField()),
                ('open_at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['action', 'source', 'last_at'], name='accounts_attempts_source'), models.Index(fields=['last_at'], name='accounts_attempts_old')],
                'constraints': [models.UniqueConstraint(fields=('action', 'account', 'source'), name='accounts_attempts_once')],
            },
        ),
        migrations.CreateModel(
            name='SignInEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('happened', models.CharField(choices=[('signed_in', 'Signed in'), ('refused', 'Wrong password'), ('closed', 'Refused: the account is closed'), ('slowed', 'Made to wait: too many attempts'), ('code_refused', 'Wrong code or passkey'), ('stepped_up', 'Confirmed with the second factor'), ('recovery_code', 'Used a recovery code'), ('recovery_codes', 'Made new recovery codes'), ('factor_added', 'Added a second factor'), ('factor_removed', 'Removed a second factor'), ('factors_taken', 'Second factor removed by others'), ('reset_asked', 'Asked for a new password'), ('new_password', 'Set a new password'), ('invitation', 'Used the invitation'), ('signed_out', 'Signed out'), ('session_ended', 'Session ended')], max_length=20)),
                ('user_number', models.BigIntegerField(null=True)),
                ('user_name', models.CharField(max_length=200)),
                ('how', models.CharField(blank=True, max_length=60)),
                ('address', models.GenericIPAddressField(null=True)),
                ('browser', models.CharField(blank=True, max_length=60)),
            ],
            options={
                'indexes': [models.Index(fields=['at', 'id'], name='accounts_signinevent_in_order'), models.Index(fields=['user_number', 'at'], name='accounts_signinevent_of')],
                'constraints': [models.CheckConstraint(condition=models.Q(('happened__in', ['signed_in', 'refused', 'closed', 'slowed', 'code_refused', 'stepped_up', 'recovery_code', 'recovery_codes', 'factor_added', 'factor_removed', 'factors_taken', 'reset_asked', 'new_password', 'invitation', 'signed_out', 'session_ended'])), name='accounts_signinevent_happened_is_known')],
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('email', models.EmailField(error_messages={'unique': 'Somebody with this email address has an account.'}, max_length=254, unique=True)),
                ('name', models.CharField(max_length=200, validators=[nmiss.base.core.names.is_of_somebody])),
                ('role', models.CharField(choices=[('officer', 'Commissioning officer'), ('manager', 'Commissioning manager'), ('placements', 'Placement officer'), ('finance', 'Finance officer'), ('auditor', 'Auditor'), ('administrator', 'System administrator'), ('provider', 'Provider')], max_length=20)),
                ('language', models.CharField(default='en', max_length=3)),
                ('is_active', models.BooleanField(default=False)),
                ('joined_at', models.DateTimeField(editable=False, null=True)),
                ('times_closed', models.PositiveSmallIntegerField(default=0, editable=False)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('email', django.db.models.functions.text.Lower('email'))), name='accounts_user_email_in_lower_case'), models.CheckConstraint(condition=models.Q(('role__in', ['officer', 'manager', 'placements', 'finance', 'auditor', 'administrator', 'provider'])), name='accounts_user_role_is_known'), models.CheckConstraint(condition=models.Q(('language__regex', '^[a-z]{2,3}$')), name='accounts_user_language_is_a_code'), models.CheckConstraint(condition=models.Q(('name__regex', '[\\u0001-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u115f\\u1160\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb@]|://|[Ww][Ww][Ww][.]'), _negated=True), name='accounts_user_name_is_of_somebody', violation_error_message='Take out the line breaks and the characters that cannot be seen'), models.CheckConstraint(condition=models.Q(('is_active', False), ('joined_at__isnull', False), _connector='OR'), name='accounts_user_active_only_after_joining')],
            },
        ),
        migrations.CreateModel(
            name='CalendarFeed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='calendar_feeds', to=settings.AUTH_USER_MODEL)),
                ('seed', models.UUIDField(default=uuid.uuid4)),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('times_closed', models.PositiveIntegerField()),
                ('made_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('ended_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('user',), name='accounts_calendarfeed_one_live')],
            },
        ),
        migrations.CreateModel(
            name='Deputy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deputies', to=settings.AUTH_USER_MODEL)),
                ('deputy', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stands_in', to=settings.AUTH_USER_MODEL)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('named_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('ended_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='accounts_deputy_starts_on_before_ends_on', violation_error_message='The ends on must not be before the starts on.'), models.CheckConstraint(condition=models.Q(('person', models.F('deputy')), _negated=True), name='accounts_deputy_is_another'), django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('ended_at', None)), expressions=[('person', '='), (nmiss.base.core.constraints.InclusiveDays('starts_on', 'ends_on'), '&&')], name='accounts_deputy_one_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to=settings.AUTH_USER_MODEL)),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('invited_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('sent_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('accepted_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='KnownSession',
            fields=[
                ('digest', models.CharField(max_length=32, primary_key=True, serialize=False)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='known_sessions', to=settings.AUTH_USER_MODEL)),
                ('seen_at', models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name='KnownSource',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('source', models.CharField(max_length=64)),
                ('last_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('user', 'source'), name='accounts_knownsource_once')],
            },
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=50)),
                ('subject', models.CharField(max_length=320)),
                ('subject_name', models.CharField(max_length=300)),
                ('given', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('about', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('reason', models.TextField()),
                ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('decision', models.CharField(blank=True, choices=[('agreed', 'Agreed'), ('declined', 'Declined'), ('withdrawn', 'Withdrawn')], editable=False, max_length=10)),
                ('declined_because', models.TextField(blank=True)),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_for', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', False), ('decided_by__isnull', False)), models.Q(('decided_at__isnull', True), ('decided_by__isnull', True)), _connector='OR'), name='accounts_proposal_decided_by_and_decided_at'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at', None), ('decision', '')), models.Q(('decided_at__isnull', False), ('decision__in', ['agreed', 'declined', 'withdrawn'])), _connector='OR'), name='accounts_proposal_decision_is_known'), models.CheckConstraint(condition=models.Q(('decision', ''), models.Q(('decided_by', models.F('proposed_by')), ('decision', 'withdrawn')), models.Q(('decision__in', ['agreed', 'declined']), models.Q(('decided_by', models.F('proposed_by')), _negated=True)), _connector='OR'), name='accounts_proposal_by_two'), models.CheckConstraint(condition=models.Q(('about', None), models.Q(models.Q(('proposed_by', models.F('about')), _negated=True), models.Q(('decided_by', None), models.Q(('decided_by', models.F('about')), _negated=True), _connector='OR')), _connector='OR'), name='accounts_proposal_not_by_whom_it_is_about'), models.CheckConstraint(condition=models.Q(('decided_for', None), models.Q(('decision__in', ['agreed', 'declined']), models.Q(('decided_for', models.F('decided_by')), _negated=True), models.Q(('decided_for', models.F('proposed_by')), _negated=True), models.Q(('about', None), models.Q(('decided_for', models.F('about')), _negated=True), _connector='OR')), _connector='OR'), name='accounts_proposal_for_whom_is_away'), models.CheckConstraint(condition=models.Q(models.Q(('reason', ''), _negated=True), models.Q(models.Q(('decision', 'declined'), _negated=True), models.Q(('declined_because', ''), _negated=True), _connector='OR')), name='accounts_proposal_has_its_reasons'), models.UniqueConstraint(condition=models.Q(('decision', '')), fields=('kind', 'subject'), name='accounts_proposal_one_waits')],
            },
        ),
        migrations.CreateModel(
            name='RecordOwner',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('record', models.CharField(max_length=100, unique=True)),
                ('owner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('reason', models.TextField()),
                ('handed_over_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('handed_over_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='accounts_recordowner_has_its_reason')],
            },
        ),
        migrations.CreateModel(
            name='UnsentForm',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='unsent_forms', to=settings.AUTH_USER_MODEL)),
                ('address', models.TextField()),
                ('kept_at', models.DateTimeField(db_index=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('user', 'address'), name='accounts_one_unsent_form_each')],
            },
        ),
        migrations.CreateModel(
            name='UserEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('email', models.EmailField(error_messages={'unique': 'Somebody with this email address has an account.'}, max_length=254)),
                ('name', models.CharField(max_length=200, validators=[nmiss.base.core.names.is_of_somebody])),
                ('role', models.CharField(choices=[('officer', 'Commissioning officer'), ('manager', 'Commissioning manager'), ('placements', 'Placement officer'), ('finance', 'Finance officer'), ('auditor', 'Auditor'), ('administrator', 'System administrator'), ('provider', 'Provider')], max_length=20)),
                ('language', models.CharField(default='en', max_length=3)),
                ('is_active', models.BooleanField(default=False)),
                ('joined_at', models.DateTimeField(editable=False, null=True)),
                ('times_closed', models.PositiveSmallIntegerField(default=0, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CalendarFeedEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.calendarfeed')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('times_closed', models.PositiveIntegerField()),
                ('made_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('ended_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DeputyEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.deputy')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('deputy', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('named_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('ended_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='InvitationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.invitation')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('invited_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('sent_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('accepted_at', models.DateTimeField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProposalEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.proposal')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(max_length=50)),
                ('subject', models.CharField(max_length=320)),
                ('subject_name', models.CharField(max_length=300)),
                ('given', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('about', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('reason', models.TextField()),
                ('proposed_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('decision', models.CharField(blank=True, choices=[('agreed', 'Agreed'), ('declined', 'Declined'), ('withdrawn', 'Withdrawn')], editable=False, max_length=10)),
                ('declined_because', models.TextField(blank=True)),
                ('decided_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_for', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RecordOwnerEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.recordowner')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('record', models.CharField(max_length=100)),
                ('owner', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('reason', models.TextField()),
                ('handed_over_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('handed_over_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='UnsentText',
            fields=[
                ('form', models.OneToOneField(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, primary_key=True, related_name='text', serialize=False, to='accounts.unsentform')),
                ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('sent', nmiss.base.core.fields.EncryptedTextField()),
            ],
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='signinevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='71fd5ef17c93d243e6174cecc5dd62b9122204dd', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_78ba7', table='accounts_signinevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_userevent" ("email", "id", "is_active", "joined_at", "language", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "times_closed") SELECT new_values."email", new_values."id", new_values."is_active", new_values."joined_at", new_values."language", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."role", new_values."times_closed" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='808b683975644e8c2f18cb035d83f7e1583d94b8', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_3867c', referencing='REFERENCING NEW TABLE AS new_values ', table='accounts_user', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_userevent" ("email", "id", "is_active", "joined_at", "language", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "times_closed") SELECT new_values."email", new_values."id", new_values."is_active", new_values."joined_at", new_values."language", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."role", new_values."times_closed" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."email" IS DISTINCT FROM (new_values."email") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_active" IS DISTINCT FROM (new_values."is_active") OR old_values."joined_at" IS DISTINCT FROM (new_values."joined_at") OR old_values."language" IS DISTINCT FROM (new_values."language") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."role" IS DISTINCT FROM (new_values."role") OR old_values."times_closed" IS DISTINCT FROM (new_values."times_closed")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='89739fb665bccdb84af4eb89789b185209254de7', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_0e890', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='accounts_user', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_userevent" ("email", "id", "is_active", "joined_at", "language", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "times_closed") SELECT old_values."email", old_values."id", old_values."is_active", old_values."joined_at", old_values."language", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."role", old_values."times_closed" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='e09a21a537ea768e1d0fd410435170ab76cdd1c6', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_19f14', referencing='REFERENCING OLD TABLE AS old_values ', table='accounts_user', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='calendarfeed',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.made_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.made_at IS DISTINCT FROM OLD.made_at) THEN\n        NEW.made_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.ended_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.ended_at IS DISTINCT FROM OLD.ended_at) THEN\n        NEW.ended_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='b4564734b53245e88713b5e5080a0e17e2881563', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_e3d4d', table='accounts_calendarfeed', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='calendarfeed',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.user_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.user_id, NEW.seed, NEW.digest, NEW.times_closed, NEW.ended_at) IS DISTINCT FROM ROW(OLD.user_id, OLD.seed, OLD.digest, OLD.times_closed, OLD.ended_at))\n        AND NEW.user_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='b77d82e07f3c0218e0516063c36393e215953b43', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_f2ba3', table='accounts_calendarfeed', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='calendarfeed',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_calendarfeedevent" ("ended_at", "id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "times_closed", "user_id") SELECT new_values."ended_at", new_values."id", new_values."made_at", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."times_closed", new_values."user_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='8032919ab5873dc50c1e2b2979468c5b6d3586ff', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_d0b1c', referencing='REFERENCING NEW TABLE AS new_values ', table='accounts_calendarfeed', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='calendarfeed',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_calendarfeedevent" ("ended_at", "id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "times_closed", "user_id") SELECT new_values."ended_at", new_values."id", new_values."made_at", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."times_closed", new_values."user_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."ended_at" IS DISTINCT FROM (new_values."ended_at") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."made_at" IS DISTINCT FROM (new_values."made_at") OR old_values."times_closed" IS DISTINCT FROM (new_values."times_closed") OR old_values."user_id" IS DISTINCT FROM (new_values."user_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='0021f854f669c78ced7d62101820ec71b94b18dd', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_287b2', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='accounts_calendarfeed', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='calendarfeed',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_calendarfeedevent" ("ended_at", "id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "times_closed", "user_id") SELECT old_values."ended_at", old_values."id", old_values."made_at", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."times_closed", old_values."user_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='bc1a182ff26aca476050603882a1c74a8f30c437', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_6e557', referencing='REFERENCING OLD TABLE AS old_values ', table='accounts_calendarfeed', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='deputy',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.named_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.named_at IS DISTINCT FROM OLD.named_at) THEN\n        NEW.named_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.ended_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.ended_at IS DISTINCT FROM OLD.ended_at) THEN\n        NEW.ended_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='90d2984456f08f002a83fcce29416e10a3ff6eeb', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_900e9', table='accounts_deputy', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='deputy',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.person_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.person_id, NEW.deputy_id, NEW.starts_on, NEW.ends_on, NEW.ended_at) IS DISTINCT FROM ROW(OLD.person_id, OLD.deputy_id, OLD.starts_on, OLD.ends_on, OLD.ended_at))\n        AND NEW.person_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='c90241eee5e66de65eb54b192dca8d4d20ca0068', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_eea62', table='accounts_deputy', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='deputy',
            trigger=pgtrigger.compiler.Trigger(name='kept_for_good', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='a60f95e120c19af7b41a9fcec5530992afdd235d', operation='DELETE', pgid='pgtrigger_kept_for_good_c463b', table='accounts_deputy', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='deputy',
            trigger=pgtrigger.compiler.Trigger(name='of_the_same_role', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF TG_OP = 'UPDATE' AND (OLD.ended_at IS NOT NULL\n                        OR (to_jsonb(NEW) - 'ended_at') <> (to_jsonb(OLD) - 'ended_at')) THEN\n                        RAISE EXCEPTION 'A deputy is ended, and not changed.'\n                            USING ERRCODE = 'check_violation';\n                    END IF;\n                    IF TG_OP = 'INSERT' AND NOT EXISTS (\n                        SELECT 1 FROM public.accounts_user p\n                        JOIN public.accounts_user d ON d.role = p.role\n                        WHERE p.id = NEW.person_id AND d.id = NEW.deputy_id\n                          AND d.is_active AND p.role <> 'provider'\n                    ) THEN\n                        RAISE EXCEPTION 'A deputy has the same role, and can sign in.'\n                            USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ", hash='5a842e7d3d0b8b9685756430df92acf2933cf6e1', operation='INSERT OR UPDATE', pgid='pgtrigger_of_the_same_role_4d4f4', table='accounts_deputy', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='deputy',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_deputyevent" ("deputy_id", "ended_at", "ends_on", "id", "named_at", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") SELECT new_values."deputy_id", new_values."ended_at", new_values."ends_on", new_values."id", new_values."named_at", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."starts_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='255dddc0cb974c9bb8c22a130180f7578856cf2f', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_01310', referencing='REFERENCING NEW TABLE AS new_values ', table='accounts_deputy', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='deputy',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_deputyevent" ("deputy_id", "ended_at", "ends_on", "id", "named_at", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") SELECT new_values."deputy_id", new_values."ended_at", new_values."ends_on", new_values."id", new_values."named_at", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."starts_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='28ece6ee407b29f255ca0d9c9611a7ecffa58207', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_68174', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='accounts_deputy', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='deputy',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_deputyevent" ("deputy_id", "ended_at", "ends_on", "id", "named_at", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") SELECT old_values."deputy_id", old_values."ended_at", old_values."ends_on", old_values."id", old_values."named_at", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."starts_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='af8a125adc8b318d1ca38a987b536a16873726bc', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_9cc68', referencing='REFERENCING OLD TABLE AS old_values ', table='accounts_deputy', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='invitation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_invitationevent" ("accepted_at", "expires_at", "id", "invited_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "user_id") SELECT new_values."accepted_at", new_values."expires_at", new_values."id", new_values."invited_by_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."sent_at", new_values."user_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e21170c369f547e099694d412b82af5f5cc62900', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_8c354', referencing='REFERENCING NEW TABLE AS new_values ', table='accounts_invitation', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='invitation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_invitationevent" ("accepted_at", "expires_at", "id", "invited_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "user_id") SELECT new_values."accepted_at", new_values."expires_at", new_values."id", new_values."invited_by_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."sent_at", new_values."user_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."accepted_at" IS DISTINCT FROM (new_values."accepted_at") OR old_values."expires_at" IS DISTINCT FROM (new_values."expires_at") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."invited_by_id" IS DISTINCT FROM (new_values."invited_by_id") OR old_values."sent_at" IS DISTINCT FROM (new_values."sent_at") OR old_values."user_id" IS DISTINCT FROM (new_values."user_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='12ca0e10c4f4567166269291887b0b646b91d38e', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_4e12d', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='accounts_invitation', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='invitation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_invitationevent" ("accepted_at", "expires_at", "id", "invited_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "user_id") SELECT old_values."accepted_at", old_values."expires_at", old_values."id", old_values."invited_by_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."sent_at", old_values."user_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='63e3583e5a1c39329d65848c4124bc073b8c1ebc', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_f2c14', referencing='REFERENCING OLD TABLE AS old_values ', table='accounts_invitation', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='proposal',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.proposed_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.proposed_at IS DISTINCT FROM OLD.proposed_at) THEN\n        NEW.proposed_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.decided_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.decided_at IS DISTINCT FROM OLD.decided_at) THEN\n        NEW.decided_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='c9463c22869170e3deea092fb4a3dc67a8a9c27d', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_657d9', table='accounts_proposal', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='proposal',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.proposed_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.proposed_by_id, NEW.kind, NEW.subject, NEW.given, NEW.about_id, NEW.reason, NEW.proposed_at) IS DISTINCT FROM ROW(OLD.proposed_by_id, OLD.kind, OLD.subject, OLD.given, OLD.about_id, OLD.reason, OLD.proposed_at))\n        AND NEW.proposed_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\n\n    IF NEW.decided_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.decided_by_id, NEW.decision, NEW.decided_at, NEW.declined_because, NEW.decided_for_id) IS DISTINCT FROM ROW(OLD.decided_by_id, OLD.decision, OLD.decided_at, OLD.declined_because, OLD.decided_for_id))\n        AND NEW.decided_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='ef5f1d916ac3766074637e4726c8baaf6d188728', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_5bff9', table='accounts_proposal', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='proposal',
            trigger=pgtrigger.compiler.Trigger(name='decided_by_the_deputy', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."decided_for_id" IS NOT NULL)', func="\n                    IF NOT EXISTS (\n                        SELECT 1 FROM public.accounts_deputy d\n                        JOIN public.accounts_recordowner o ON o.owner_id = d.person_id\n                        WHERE d.person_id = NEW.decided_for_id\n                          AND d.deputy_id = NEW.decided_by_id AND d.ended_at IS NULL\n                          AND (public.nmiss_now() AT TIME ZONE 'Europe/London')::date\n                              BETWEEN d.starts_on AND d.ends_on\n                          AND o.record = 'accounts.Proposal ' || NEW.id\n                    ) THEN\n                        RAISE EXCEPTION 'A deputy decides for the owner who named them.'\n                            USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ", hash='d22025bf43bdb638d890c96bca6274a05f8c9293', operation='INSERT OR UPDATE', pgid='pgtrigger_decided_by_the_deputy_520fc', table='accounts_proposal', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='proposal',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_proposalevent" ("about_id", "decided_at", "decided_by_id", "decided_for_id", "decision", "declined_because", "given", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reason", "subject", "subject_name") SELECT new_values."about_id", new_values."decided_at", new_values."decided_by_id", new_values."decided_for_id", new_values."decision", new_values."declined_because", new_values."given", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."proposed_at", new_values."proposed_by_id", new_values."reason", new_values."subject", new_values."subject_name" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='95110b739c035dda18fa409649234f44b1724ea8', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_bdd19', referencing='REFERENCING NEW TABLE AS new_values ', table='accounts_proposal', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='proposal',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_proposalevent" ("about_id", "decided_at", "decided_by_id", "decided_for_id", "decision", "declined_because", "given", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reason", "subject", "subject_name") SELECT new_values."about_id", new_values."decided_at", new_values."decided_by_id", new_values."decided_for_id", new_values."decision", new_values."declined_because", new_values."given", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."proposed_at", new_values."proposed_by_id", new_values."reason", new_values."subject", new_values."subject_name" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='eeb5f40931db9fac508f8e4fd11219691e26b955', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_bb738', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='accounts_proposal', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='proposal',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_proposalevent" ("about_id", "decided_at", "decided_by_id", "decided_for_id", "decision", "declined_because", "given", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reason", "subject", "subject_name") SELECT old_values."about_id", old_values."decided_at", old_values."decided_by_id", old_values."decided_for_id", old_values."decision", old_values."declined_because", old_values."given", old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."proposed_at", old_values."proposed_by_id", old_values."reason", old_values."subject", old_values."subject_name" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='9ab769990d2462589357c512d59c36bea73403f1', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_b8b54', referencing='REFERENCING OLD TABLE AS old_values ', table='accounts_proposal', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='recordowner',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.handed_over_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.handed_over_at IS DISTINCT FROM OLD.handed_over_at) THEN\n        NEW.handed_over_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='a001a8df639f430fa4f6d7bb5ed7b020c3650033', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_4fae9', table='accounts_recordowner', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='recordowner',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.handed_over_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.handed_over_by_id, NEW.record, NEW.owner_id, NEW.reason, NEW.handed_over_at) IS DISTINCT FROM ROW(OLD.handed_over_by_id, OLD.record, OLD.owner_id, OLD.reason, OLD.handed_over_at))\n        AND NEW.handed_over_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='40477000dd87c0f214a49a3cf3ca6a21e55781b5', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_caeb8', table='accounts_recordowner', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='recordowner',
            trigger=pgtrigger.compiler.Trigger(name='kept_for_good', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='7c4d467fe4d085cdbc1a0d7cf8a2b6906a095c35', operation='DELETE', pgid='pgtrigger_kept_for_good_3657f', table='accounts_recordowner', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='recordowner',
            trigger=pgtrigger.compiler.Trigger(name='can_work_on_it', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF TG_OP = 'UPDATE' AND NEW.record <> OLD.record THEN\n                        RAISE EXCEPTION 'An owner is of one record.'\n                            USING ERRCODE = 'check_violation';\n                    END IF;\n                    IF NEW.owner_id IS NOT NULL AND NOT EXISTS (\n                        SELECT 1 FROM public.accounts_user\n                        WHERE id = NEW.owner_id AND is_active AND role <> 'provider'\n                    ) THEN\n                        RAISE EXCEPTION 'An owner is of the council, and can sign in.'\n                            USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ", hash='8a5511e4987d51a6ee2a6f5c89bce33d0db901a0', operation='INSERT OR UPDATE', pgid='pgtrigger_can_work_on_it_9697b', table='accounts_recordowner', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='recordowner',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_recordownerevent" ("handed_over_at", "handed_over_by_id", "id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "record") SELECT new_values."handed_over_at", new_values."handed_over_by_id", new_values."id", new_values."owner_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."record" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2374f252e4b61e6a502c318d1359bf6a9b1f0f74', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_20a0f', referencing='REFERENCING NEW TABLE AS new_values ', table='accounts_recordowner', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='recordowner',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_recordownerevent" ("handed_over_at", "handed_over_by_id", "id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "record") SELECT new_values."handed_over_at", new_values."handed_over_by_id", new_values."id", new_values."owner_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."record" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='fe98aa8adbe7e30fe5e71afb8de34938f0a2a51f', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_a9ec4', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='accounts_recordowner', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='recordowner',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_recordownerevent" ("handed_over_at", "handed_over_by_id", "id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "record") SELECT old_values."handed_over_at", old_values."handed_over_by_id", old_values."id", old_values."owner_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."record" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='79b70927e57afdab60044ebb52095989177a59b7', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_d3601', referencing='REFERENCING OLD TABLE AS old_values ', table='accounts_recordowner', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='userevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9e9498e73f6fbdf2642fb33fa14189f1ad2382c8', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_45b21', table='accounts_userevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='calendarfeedevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c948ebe05c62cfb27285865a355353bacfe67410', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_59a61', table='accounts_calendarfeedevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='deputyevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4c148097885281fe5f9c891b3baa9542032c9b72', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ea32b', table='accounts_deputyevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='invitationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='daf23d962af867f3cb4eedb3f026a1b651002cd3', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b4566', table='accounts_invitationevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='proposalevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3d1d09ea35e1f353bd66f4071f6ec8b8063f4089', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e4f49', table='accounts_proposalevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='recordownerevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='620dbf9a939e581413eacd3e351c132d8278b147', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6b5ac', table='accounts_recordownerevent', when='BEFORE')),
        ),
    ]
