import django.contrib.postgres.constraints
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.text
import django.utils.timezone
import nmiss.base.core.clock
import nmiss.base.core.constraints
import nmiss.base.core.migrating
import nmiss.base.core.names
import pgtrigger.compiler
import providers.models.naming
import providers.models.vacancy
from django.conf import settings
from django.db import migrations, models

from providers.name_sql import PLAIN


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('accounts', '__first__'),
        ('core', '0003_numbers_of_the_law'),
        ('files', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        # Names are kept in plain form beside them, so the tables need it.
        migrations.RunSQL(PLAIN),
        migrations.CreateModel(
            name='Extract',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('of_day', models.DateField()),
                ('name', models.CharField(max_length=255)),
                ('taken_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
        ),
        migrations.CreateModel(
            name='LocalAuthority',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=3, unique=True)),
                ('name', models.CharField(max_length=100)),
            ],
        ),
        migrations.CreateModel(
            name='Postcode',
            fields=[
                ('code', models.CharField(max_length=7, primary_key=True, serialize=False)),
                ('easting', models.PositiveIntegerField()),
                ('northing', models.PositiveIntegerField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('code__regex', '^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$')), name='providers_postcode_is_in_capitals_without_space')],
            },
        ),
        migrations.CreateModel(
            name='Provider',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, validators=[nmiss.base.core.names.is_of_somebody])),
                ('plain_name', models.GeneratedField(db_persist=True, expression=providers.models.naming.Plain('name'), output_field=models.TextField())),
                ('company_number', models.CharField(blank=True, max_length=8)),
            ],
            options={
                'indexes': [models.Index(fields=['name', 'id'], name='providers_provider_by_name'), django.contrib.postgres.indexes.GinIndex(fields=['plain_name'], name='providers_provider_named', opclasses=['gin_trgm_ops']), django.contrib.postgres.indexes.GistIndex(fields=['plain_name'], name='providers_provider_named_like', opclasses=['gist_trgm_ops'])],
                'constraints': [models.CheckConstraint(condition=models.Q(('name__regex', '[\\u0001-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u115f\\u1160\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb@]|://|[Ww][Ww][Ww][.]'), _negated=True), name='providers_provider_name_is_of_somebody', violation_error_message='Take out the line breaks and the characters that cannot be seen'), models.CheckConstraint(condition=models.Q(('company_number', ''), ('company_number__regex', '^([0-9]{8}|[A-Z]{2}[0-9]{6})$'), _connector='OR'), name='providers_provider_company_number_in_one_form', violation_error_message='Enter eight digits, or two letters and six digits, or leave it empty'), models.UniqueConstraint(condition=models.Q(('company_number', ''), _negated=True), fields=('company_number',), name='providers_provider_company_number_once'), models.UniqueConstraint(django.db.models.functions.text.Lower('name'), condition=models.Q(('company_number', '')), name='providers_provider_name_once_without_number')],
            },
        ),
        migrations.CreateModel(
            name='ReadRow',
            fields=[
                ('urn', models.PositiveIntegerField(primary_key=True, serialize=False)),
                ('said', models.CharField(max_length=32)),
                ('record', models.CharField(max_length=32)),
            ],
        ),
        migrations.CreateModel(
            name='VacancyRules',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField(unique=True)),
                ('opens_on', models.PositiveSmallIntegerField(default=8)),
                ('closes_on', models.PositiveSmallIntegerField(default=14)),
                ('grace_days', models.PositiveSmallIntegerField(default=7)),
                ('fresh_days', models.PositiveSmallIntegerField(default=14)),
                ('set_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('closes_on__gte', models.F('opens_on')), ('closes_on__lte', 28), ('opens_on__gte', 1)), name='providers_vacancyrules_window_is_in_every_month'), models.CheckConstraint(condition=models.Q(('grace_days__lte', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('opens_on'), '-', models.F('closes_on')), '+', models.Value(27)))), name='providers_vacancyrules_grace_ends_before_the_next_window'), models.CheckConstraint(condition=models.Q(('fresh_days__gte', 1)), name='providers_vacancyrules_fresh_for_a_day_or_more')],
            },
        ),
        migrations.CreateModel(
            name='ExtractEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='providers.extract')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('of_day', models.DateField()),
                ('name', models.CharField(max_length=255)),
                ('taken_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='LocalAuthorityEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='providers.localauthority')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('code', models.CharField(max_length=3)),
                ('name', models.CharField(max_length=100)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProviderEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='providers.provider')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=200, validators=[nmiss.base.core.names.is_of_somebody])),
                ('company_number', models.CharField(blank=True, max_length=8)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProviderInvitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('provider', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='providers.provider')),
                ('email', models.EmailField(max_length=254)),
                ('name', models.CharField(max_length=200, validators=[nmiss.base.core.names.is_of_somebody])),
                ('role', models.CharField(choices=[('owner', 'Owner'), ('editor', 'Editor'), ('viewer', 'Viewer')], max_length=10)),
                ('invited_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('named_in', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.proposal')),
                ('reads_from', models.DateTimeField(null=True)),
                ('sent_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('expires_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(editable=False, null=True)),
                ('ended_how', models.CharField(blank=True, editable=False, max_length=10)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('role__in', ['owner', 'editor', 'viewer'])), name='providers_providerinvitation_role_is_known'), models.CheckConstraint(condition=models.Q(('name__regex', '[\\u0001-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u115f\\u1160\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb@]|://|[Ww][Ww][Ww][.]'), _negated=True), name='providers_providerinvitation_name_is_of_somebody', violation_error_message='Take out the line breaks and the characters that cannot be seen'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('ended_how', '')), models.Q(('ended_at__isnull', False), ('ended_how__in', ['accepted', 'declined', 'removed'])), _connector='OR'), name='providers_providerinvitation_ended_agrees'), models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('provider', 'email'), name='providers_providerinvitation_one_waits')],
            },
        ),
        migrations.CreateModel(
            name='ProviderMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('provider', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='providers.provider')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='provider_members', to=settings.AUTH_USER_MODEL)),
                ('role', models.CharField(choices=[('owner', 'Owner'), ('editor', 'Editor'), ('viewer', 'Viewer')], max_length=10)),
                ('named_in', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.proposal')),
                ('reads_from', models.DateTimeField(editable=False, null=True)),
                ('vouched_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('provider', 'user'), name='providers_providermember_once'), models.CheckConstraint(condition=models.Q(('role__in', ['owner', 'editor', 'viewer'])), name='providers_providermember_role_is_known'), models.CheckConstraint(condition=models.Q(('named_in', None), ('reads_from__isnull', False), models.Q(('vouched_by', None), _negated=True), _connector='OR'), name='providers_providermember_named_reads_from'), models.CheckConstraint(condition=models.Q(('vouched_by', None), models.Q(models.Q(('vouched_by', models.F('user')), _negated=True), ('reads_from', None)), _connector='OR'), name='providers_providermember_vouched_by_another')],
            },
        ),
        migrations.CreateModel(
            name='School',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('urn', models.PositiveIntegerField(unique=True, verbose_name='URN')),
                ('name', models.CharField(max_length=200)),
                ('plain_name', models.GeneratedField(db_persist=True, expression=providers.models.naming.Plain('name'), output_field=models.TextField())),
                ('has_namesake', models.BooleanField(default=False, editable=False)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='schools', to='providers.localauthority')),
                ('establishment_number', models.CharField(blank=True, max_length=4)),
                ('ukprn', models.CharField(blank=True, max_length=8, verbose_name='UKPRN')),
                ('kind', models.CharField(max_length=3, verbose_name='type')),
                ('kind_name', models.CharField(blank=True, max_length=100, verbose_name='type in words')),
                ('status', models.CharField(blank=True, choices=[('1', 'Open'), ('2', 'Closed'), ('3', 'Open, but proposed to close'), ('4', 'Proposed to open')], default='1', max_length=1)),
                ('opened_on', models.DateField(null=True)),
                ('closed_on', models.DateField(null=True)),
                ('street', models.CharField(blank=True, max_length=200)),
                ('locality', models.CharField(blank=True, max_length=200)),
                ('address_3', models.CharField(blank=True, max_length=200, verbose_name='address line 3')),
                ('town', models.CharField(blank=True, max_length=100)),
                ('county', models.CharField(blank=True, max_length=100)),
                ('postcode', models.CharField(blank=True, max_length=10)),
                ('district', models.CharField(blank=True, max_length=100)),
                ('easting', models.PositiveIntegerField(null=True)),
                ('northing', models.PositiveIntegerField(null=True)),
                ('lowest_age', models.PositiveSmallIntegerField(null=True)),
                ('highest_age', models.PositiveSmallIntegerField(null=True)),
                ('sex', models.CharField(blank=True, choices=[('mixed', 'Mixed'), ('boys', 'Boys'), ('girls', 'Girls')], max_length=10)),
                ('boarding', models.CharField(blank=True, max_length=100)),
                ('section_41', models.CharField(blank=True, choices=[('not_applicable', 'Not applicable'), ('not_approved', 'Not approved'), ('approved', 'Approved')], max_length=20)),
                ('capacity', models.PositiveIntegerField(null=True)),
                ('pupils', models.PositiveIntegerField(null=True, verbose_name='pupils on roll')),
                ('inspectorate', models.CharField(blank=True, max_length=100)),
                ('head_name', models.CharField(blank=True, max_length=200)),
                ('telephone', models.CharField(blank=True, max_length=30)),
                ('website', models.CharField(blank=True, max_length=300)),
                ('proprietor', models.CharField(blank=True, max_length=300)),
                ('provider', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='schools', to='providers.provider')),
            ],
            options={
                'indexes': [models.Index(fields=['name', 'id'], name='providers_school_by_name'), models.Index(condition=models.Q(('status__in', ['2', '3'])), fields=['name', 'id'], name='providers_school_gone_by_name'), models.Index(fields=['easting', 'northing'], name='providers_school_by_place'), models.Index(fields=['plain_name'], name='providers_school_namesakes'), django.contrib.postgres.indexes.GinIndex(fields=['plain_name'], name='providers_school_named', opclasses=['gin_trgm_ops']), django.contrib.postgres.indexes.GistIndex(fields=['plain_name'], name='providers_school_named_like', opclasses=['gist_trgm_ops'])],
                'constraints': [models.CheckConstraint(condition=models.Q(('status__in', ['1', '2', '3', '4', ''])), name='providers_school_status_is_known'), models.CheckConstraint(condition=models.Q(('closed_on__isnull', True), ('closed_on__gte', models.F('opened_on')), _connector='OR'), name='providers_school_opened_on_before_closed_on', violation_error_message='The closed on must not be before the opened on.'), models.CheckConstraint(condition=models.Q(('highest_age__isnull', True), ('highest_age__gte', models.F('lowest_age')), _connector='OR'), name='providers_school_lowest_age_before_highest_age', violation_error_message='The highest age must not be before the lowest age.')],
            },
        ),
        migrations.CreateModel(
            name='ComplianceDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('provider', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='providers.provider')),
                ('school', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='providers.school')),
                ('kind', models.SlugField()),
                ('title', models.CharField(max_length=200)),
                ('expires_on', models.DateField(null=True)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('added_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('replaced_at', models.DateTimeField(editable=False, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='KeptFact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='kept_facts', to='providers.school')),
                ('column', models.CharField(max_length=100)),
                ('register_says', models.CharField(blank=True, max_length=300)),
                ('kept_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('kept_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school', 'column'), name='providers_keptfact_once')],
            },
        ),
        migrations.CreateModel(
            name='ProviderInvitationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='providers.providerinvitation')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('provider', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.provider')),
                ('email', models.EmailField(max_length=254)),
                ('name', models.CharField(max_length=200, validators=[nmiss.base.core.names.is_of_somebody])),
                ('role', models.CharField(choices=[('owner', 'Owner'), ('editor', 'Editor'), ('viewer', 'Viewer')], max_length=10)),
                ('invited_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('named_in', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.proposal')),
                ('reads_from', models.DateTimeField(null=True)),
                ('sent_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('expires_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(editable=False, null=True)),
                ('ended_how', models.CharField(blank=True, editable=False, max_length=10)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProviderMemberEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='providers.providermember')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('provider', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.provider')),
                ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('role', models.CharField(choices=[('owner', 'Owner'), ('editor', 'Editor'), ('viewer', 'Viewer')], max_length=10)),
                ('named_in', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.proposal')),
                ('reads_from', models.DateTimeField(editable=False, null=True)),
                ('vouched_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SchoolEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='providers.school')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('urn', models.PositiveIntegerField(verbose_name='URN')),
                ('name', models.CharField(max_length=200)),
                ('authority', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.localauthority')),
                ('establishment_number', models.CharField(blank=True, max_length=4)),
                ('ukprn', models.CharField(blank=True, max_length=8, verbose_name='UKPRN')),
                ('kind', models.CharField(max_length=3, verbose_name='type')),
                ('kind_name', models.CharField(blank=True, max_length=100, verbose_name='type in words')),
                ('status', models.CharField(blank=True, choices=[('1', 'Open'), ('2', 'Closed'), ('3', 'Open, but proposed to close'), ('4', 'Proposed to open')], default='1', max_length=1)),
                ('opened_on', models.DateField(null=True)),
                ('closed_on', models.DateField(null=True)),
                ('street', models.CharField(blank=True, max_length=200)),
                ('locality', models.CharField(blank=True, max_length=200)),
                ('address_3', models.CharField(blank=True, max_length=200, verbose_name='address line 3')),
                ('town', models.CharField(blank=True, max_length=100)),
                ('county', models.CharField(blank=True, max_length=100)),
                ('postcode', models.CharField(blank=True, max_length=10)),
                ('district', models.CharField(blank=True, max_length=100)),
                ('easting', models.PositiveIntegerField(null=True)),
                ('northing', models.PositiveIntegerField(null=True)),
                ('lowest_age', models.PositiveSmallIntegerField(null=True)),
                ('highest_age', models.PositiveSmallIntegerField(null=True)),
                ('sex', models.CharField(blank=True, choices=[('mixed', 'Mixed'), ('boys', 'Boys'), ('girls', 'Girls')], max_length=10)),
                ('boarding', models.CharField(blank=True, max_length=100)),
                ('section_41', models.CharField(blank=True, choices=[('not_applicable', 'Not applicable'), ('not_approved', 'Not approved'), ('approved', 'Approved')], max_length=20)),
                ('capacity', models.PositiveIntegerField(null=True)),
                ('pupils', models.PositiveIntegerField(null=True, verbose_name='pupils on roll')),
                ('inspectorate', models.CharField(blank=True, max_length=100)),
                ('head_name', models.CharField(blank=True, max_length=200)),
                ('telephone', models.CharField(blank=True, max_length=30)),
                ('website', models.CharField(blank=True, max_length=300)),
                ('proprietor', models.CharField(blank=True, max_length=300)),
                ('provider', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.provider')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SchoolNeed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='needs', to='providers.school')),
                ('need', models.CharField(choices=[('SPLD', 'Specific learning difficulty'), ('MLD', 'Moderate learning difficulty'), ('SLD', 'Severe learning difficulty'), ('PMLD', 'Profound and multiple learning difficulty'), ('SEMH', 'Social, emotional and mental health'), ('SLCN', 'Speech, language and communication needs'), ('HI', 'Hearing impairment'), ('VI', 'Vision impairment'), ('MSI', 'Multi-sensory impairment'), ('PD', 'Physical disability'), ('ASD', 'Autistic spectrum disorder'), ('DS', 'Down syndrome'), ('OTH', 'Other difficulty')], max_length=4)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school', 'need'), name='providers_schoolneed_once'), models.CheckConstraint(condition=models.Q(('need__in', ['SPLD', 'MLD', 'SLD', 'PMLD', 'SEMH', 'SLCN', 'HI', 'VI', 'MSI', 'PD', 'ASD', 'DS', 'OTH'])), name='providers_schoolneed_need_is_known')],
            },
        ),
        migrations.CreateModel(
            name='SchoolPeriod',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='periods', to='providers.school')),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(null=True)),
                ('name', models.CharField(max_length=200)),
                ('head_name', models.CharField(blank=True, max_length=200)),
                ('lowest_age', models.PositiveSmallIntegerField(null=True)),
                ('highest_age', models.PositiveSmallIntegerField(null=True)),
                ('status', models.CharField(blank=True, choices=[('1', 'Open'), ('2', 'Closed'), ('3', 'Open, but proposed to close'), ('4', 'Proposed to open')], max_length=1)),
                ('capacity', models.PositiveIntegerField(null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), _connector='OR'), name='providers_schoolperiod_from_on_before_until_on', violation_error_message='The until on must not be before the from on.'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('school', '='), (nmiss.base.core.constraints.InclusiveDays('from_on', 'until_on'), '&&')], name='providers_schoolperiod_no_overlap')],
            },
        ),
        migrations.CreateModel(
            name='Standing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='standings', to='providers.school')),
                ('period_name', models.CharField(max_length=50)),
                ('as_at', models.DateField()),
                ('score', models.DecimalField(decimal_places=4, max_digits=5, null=True)),
                ('coverage', models.DecimalField(decimal_places=4, max_digits=5, null=True)),
                ('band', models.CharField(blank=True, choices=[('good', 'Good'), ('approaching', 'Approaching target'), ('below', 'Below target')], max_length=20)),
                ('reason', models.CharField(blank=True, choices=[('not_returned', 'Not returned'), ('nothing_applicable', 'No indicators apply')], max_length=20)),
                ('written_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'indexes': [models.Index(fields=['school', '-as_at', '-written_at'], name='providers_standing_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('band__in', ['good', 'approaching', 'below', ''])), name='providers_standing_band_is_known'), models.CheckConstraint(condition=models.Q(('reason__in', ['not_returned', 'nothing_applicable', ''])), name='providers_standing_reason_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('coverage__isnull', False), ('reason', ''), ('score__isnull', False), models.Q(('band', ''), _negated=True)), models.Q(('band', ''), ('coverage__isnull', False), ('reason', 'not_returned'), ('score', None)), models.Q(('band', ''), ('coverage', None), ('reason', 'nothing_applicable'), ('score', None)), _connector='OR'), name='providers_standing_band_or_reason'), models.CheckConstraint(condition=models.Q(models.Q(('score', None), models.Q(('score__gte', 0), ('score__lte', 1)), _connector='OR'), models.Q(('coverage', None), models.Q(('coverage__gte', 0), ('coverage__lte', 1)), _connector='OR')), name='providers_standing_shares')],
            },
        ),
        migrations.CreateModel(
            name='Succession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('predecessor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='successions', to='providers.school')),
                ('successor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='predecessions', to='providers.school')),
                ('from_on', models.DateField()),
                ('kind', models.CharField(max_length=100)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('predecessor', 'successor'), name='providers_succession_once'), models.CheckConstraint(condition=models.Q(('predecessor', models.F('successor')), _negated=True), name='providers_succession_of_another')],
            },
        ),
        migrations.CreateModel(
            name='VacancyReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='vacancy_reports', to='providers.school')),
                ('as_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('given_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('is_unchanged', models.BooleanField(default=False)),
            ],
            options={
                'indexes': [models.Index(fields=['school', '-as_at', '-id'], name='providers_vacancyreport_newest')],
            },
        ),
        migrations.CreateModel(
            name='ComplianceDocumentEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='providers.compliancedocument')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('provider', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.provider')),
                ('school', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.school')),
                ('kind', models.SlugField(db_index=False)),
                ('title', models.CharField(max_length=200)),
                ('expires_on', models.DateField(null=True)),
                ('file', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile')),
                ('added_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('added_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('replaced_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='KeptFactEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='providers.keptfact')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('school', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.school')),
                ('column', models.CharField(max_length=100)),
                ('register_says', models.CharField(blank=True, max_length=300)),
                ('kept_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('kept_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SchoolNeedEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='providers.schoolneed')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('school', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.school')),
                ('need', models.CharField(choices=[('SPLD', 'Specific learning difficulty'), ('MLD', 'Moderate learning difficulty'), ('SLD', 'Severe learning difficulty'), ('PMLD', 'Profound and multiple learning difficulty'), ('SEMH', 'Social, emotional and mental health'), ('SLCN', 'Speech, language and communication needs'), ('HI', 'Hearing impairment'), ('VI', 'Vision impairment'), ('MSI', 'Multi-sensory impairment'), ('PD', 'Physical disability'), ('ASD', 'Autistic spectrum disorder'), ('DS', 'Down syndrome'), ('OTH', 'Other difficulty')], max_length=4)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SchoolPeriodEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='providers.schoolperiod')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('school', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.school')),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(null=True)),
                ('name', models.CharField(max_length=200)),
                ('head_name', models.CharField(blank=True, max_length=200)),
                ('lowest_age', models.PositiveSmallIntegerField(null=True)),
                ('highest_age', models.PositiveSmallIntegerField(null=True)),
                ('status', models.CharField(blank=True, choices=[('1', 'Open'), ('2', 'Closed'), ('3', 'Open, but proposed to close'), ('4', 'Proposed to open')], max_length=1)),
                ('capacity', models.PositiveIntegerField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SuccessionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='providers.succession')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('predecessor', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.school')),
                ('successor', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.school')),
                ('from_on', models.DateField()),
                ('kind', models.CharField(max_length=100)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Vacancy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='vacancies', to='providers.vacancyreport')),
                ('first_year', models.PositiveSmallIntegerField()),
                ('last_year', models.PositiveSmallIntegerField()),
                ('need', models.CharField(choices=[('SPLD', 'Specific learning difficulty'), ('MLD', 'Moderate learning difficulty'), ('SLD', 'Severe learning difficulty'), ('PMLD', 'Profound and multiple learning difficulty'), ('SEMH', 'Social, emotional and mental health'), ('SLCN', 'Speech, language and communication needs'), ('HI', 'Hearing impairment'), ('VI', 'Vision impairment'), ('MSI', 'Multi-sensory impairment'), ('PD', 'Physical disability'), ('ASD', 'Autistic spectrum disorder'), ('DS', 'Down syndrome'), ('OTH', 'Other difficulty')], max_length=4)),
                ('provision', models.CharField(choices=[('day', 'Day'), ('residential_weekly', 'Residential, weekly'), ('residential_38', 'Residential, up to 38 weeks'), ('residential_51', 'Residential, 39 to 51 weeks'), ('residential_52', 'Residential, 52 weeks')], max_length=20)),
                ('planned', models.PositiveSmallIntegerField()),
                ('occupied', models.PositiveSmallIntegerField()),
                ('reserved', models.PositiveSmallIntegerField()),
                ('free', models.PositiveSmallIntegerField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('need__in', ['SPLD', 'MLD', 'SLD', 'PMLD', 'SEMH', 'SLCN', 'HI', 'VI', 'MSI', 'PD', 'ASD', 'DS', 'OTH'])), name='providers_vacancy_need_is_known'), models.CheckConstraint(condition=models.Q(('provision__in', ['day', 'residential_weekly', 'residential_38', 'residential_51', 'residential_52'])), name='providers_vacancy_provision_is_known'), models.CheckConstraint(condition=models.Q(('last_year__isnull', True), ('last_year__gte', models.F('first_year')), _connector='OR'), name='providers_vacancy_first_year_before_last_year', violation_error_message='The last year must not be before the first year.'), models.CheckConstraint(condition=models.Q(('last_year__lt', 15)), name='providers_vacancy_years_are_of_school'), models.CheckConstraint(condition=models.Q(('free', 0), ('planned__gte', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('occupied'), '+', models.F('reserved')), '+', models.F('free'))), _connector='OR'), name='providers_vacancy_free_places_are_there'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('report', '='), ('need', '='), ('provision', '='), (providers.models.vacancy.YearSpan('first_year', 'last_year'), '&&')], name='providers_vacancy_each_place_once')],
            },
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extract',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_extractevent" ("id", "name", "of_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_at") SELECT new_values."id", new_values."name", new_values."of_day", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."taken_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='cb3194ea3a53c39ed590127681aca8ab89c130f6', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_76261', referencing='REFERENCING NEW TABLE AS new_values ', table='providers_extract', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extract',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_extractevent" ("id", "name", "of_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_at") SELECT new_values."id", new_values."name", new_values."of_day", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."taken_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2d92957b013433ac9425d1ee85b8373c564b9696', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_a86e1', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='providers_extract', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extract',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_extractevent" ("id", "name", "of_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_at") SELECT old_values."id", old_values."name", old_values."of_day", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."taken_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='f737526f917a3d87b2d9a0c96b337e6084847ff4', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_0c550', referencing='REFERENCING OLD TABLE AS old_values ', table='providers_extract', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='localauthority',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_localauthorityevent" ("code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."id", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3a2ed5cc2f49dbcf8ee703278b627b7cff374ddc', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_2d037', referencing='REFERENCING NEW TABLE AS new_values ', table='providers_localauthority', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='localauthority',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_localauthorityevent" ("code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."id", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='37098b2bc211f9b35b573a8ac4cdd8112a40103c', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_c9291', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='providers_localauthority', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='localauthority',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_localauthorityevent" ("code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."code", old_values."id", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='42d00f9f68c2bafe3a411ff8d9ee5347e1231b69', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_9eeb7', referencing='REFERENCING OLD TABLE AS old_values ', table='providers_localauthority', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='provider',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_providerevent" ("company_number", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."company_number", new_values."id", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='fe4140b2886a141b07eaedd7512cfdc89149064c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_c2891', referencing='REFERENCING NEW TABLE AS new_values ', table='providers_provider', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='provider',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_providerevent" ("company_number", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."company_number", new_values."id", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."company_number" IS DISTINCT FROM (new_values."company_number") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."name" IS DISTINCT FROM (new_values."name")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='16233be979899f11fc015719312d75e0b8f9ae70', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_b4a7f', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='providers_provider', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='provider',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_providerevent" ("company_number", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."company_number", old_values."id", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='9bb937f6ba24862af428ea9b978031e10c305140', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_42d8b', referencing='REFERENCING OLD TABLE AS old_values ', table='providers_provider', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='vacancyrules',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ca0e3da150ccee2947cd5b6c66e034743f36057f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7609b', table='providers_vacancyrules', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extractevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='87a3cf35ce07d38770daf2d55f9a9b4b3307b972', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_24628', table='providers_extractevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='localauthorityevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5885b6748a259f35a46042ddbfe10f92b89fb774', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_589d9', table='providers_localauthorityevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='providerevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e5ccb8805cf6ea0316fbcd02acd5d3238fe5e90f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5a83e', table='providers_providerevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='providerinvitation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_providerinvitationevent" ("email", "ended_at", "ended_how", "expires_at", "id", "invited_by_id", "name", "named_in_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reads_from", "role", "sent_at") SELECT new_values."email", new_values."ended_at", new_values."ended_how", new_values."expires_at", new_values."id", new_values."invited_by_id", new_values."name", new_values."named_in_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider_id", new_values."reads_from", new_values."role", new_values."sent_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='77f93479ebf116642a33bc1ee813831acf8da405', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_40b3a', referencing='REFERENCING NEW TABLE AS new_values ', table='providers_providerinvitation', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='providerinvitation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_providerinvitationevent" ("email", "ended_at", "ended_how", "expires_at", "id", "invited_by_id", "name", "named_in_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reads_from", "role", "sent_at") SELECT new_values."email", new_values."ended_at", new_values."ended_how", new_values."expires_at", new_values."id", new_values."invited_by_id", new_values."name", new_values."named_in_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider_id", new_values."reads_from", new_values."role", new_values."sent_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='01e0550e737ea0a2ac19428ec68de9631e3c50f6', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_97a08', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='providers_providerinvitation', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='providerinvitation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_providerinvitationevent" ("email", "ended_at", "ended_how", "expires_at", "id", "invited_by_id", "name", "named_in_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reads_from", "role", "sent_at") SELECT old_values."email", old_values."ended_at", old_values."ended_how", old_values."expires_at", old_values."id", old_values."invited_by_id", old_values."name", old_values."named_in_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider_id", old_values."reads_from", old_values."role", old_values."sent_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='a3386ae65e831cf9b3e8e769c5f939f7a3744251', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_f53f9', referencing='REFERENCING OLD TABLE AS old_values ', table='providers_providerinvitation', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='providermember',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_providermemberevent" ("id", "named_in_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reads_from", "role", "user_id", "vouched_by_id") SELECT new_values."id", new_values."named_in_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider_id", new_values."reads_from", new_values."role", new_values."user_id", new_values."vouched_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5a9c64f9b7413a18fd70cc432ca5ade131e6e06f', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_5ad25', referencing='REFERENCING NEW TABLE AS new_values ', table='providers_providermember', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='providermember',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_providermemberevent" ("id", "named_in_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reads_from", "role", "user_id", "vouched_by_id") SELECT new_values."id", new_values."named_in_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider_id", new_values."reads_from", new_values."role", new_values."user_id", new_values."vouched_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='f1702b497b9933362ff43fd8eae623dded1e982b', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_7a6e6', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='providers_providermember', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='providermember',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_providermemberevent" ("id", "named_in_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reads_from", "role", "user_id", "vouched_by_id") SELECT old_values."id", old_values."named_in_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider_id", old_values."reads_from", old_values."role", old_values."user_id", old_values."vouched_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='a9566f6f3a86596454a9d8f64188834ce835188b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_ef13c', referencing='REFERENCING OLD TABLE AS old_values ', table='providers_providermember', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='school',
            trigger=pgtrigger.compiler.Trigger(name='namesakes', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD.plain_name = NEW.plain_name THEN\n        RETURN NULL;\n    END IF;\n    UPDATE providers_school one SET has_namesake = NOT one.has_namesake\n    WHERE one.plain_name IN (OLD.plain_name, NEW.plain_name) AND one.has_namesake <> EXISTS (\n        SELECT 1 FROM providers_school other\n        WHERE other.plain_name = one.plain_name AND other.id <> one.id\n    );\n    RETURN NULL;\n", hash='136366da7e17871682a9c4363684e81824bc7d00', operation='INSERT OR UPDATE OF "name" OR DELETE', pgid='pgtrigger_namesakes_b201d', table='providers_school', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='school',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_schoolevent" ("address_3", "authority_id", "boarding", "capacity", "closed_on", "county", "district", "easting", "establishment_number", "head_name", "highest_age", "id", "inspectorate", "kind", "kind_name", "locality", "lowest_age", "name", "northing", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "proprietor", "provider_id", "pupils", "section_41", "sex", "status", "street", "telephone", "town", "ukprn", "urn", "website") SELECT new_values."address_3", new_values."authority_id", new_values."boarding", new_values."capacity", new_values."closed_on", new_values."county", new_values."district", new_values."easting", new_values."establishment_number", new_values."head_name", new_values."highest_age", new_values."id", new_values."inspectorate", new_values."kind", new_values."kind_name", new_values."locality", new_values."lowest_age", new_values."name", new_values."northing", new_values."opened_on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."postcode", new_values."proprietor", new_values."provider_id", new_values."pupils", new_values."section_41", new_values."sex", new_values."status", new_values."street", new_values."telephone", new_values."town", new_values."ukprn", new_values."urn", new_values."website" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='7dc8d3bf82413b80c4248f5b0d6b4aaf49816043', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_16d9e', referencing='REFERENCING NEW TABLE AS new_values ', table='providers_school', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='school',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_schoolevent" ("address_3", "authority_id", "boarding", "capacity", "closed_on", "county", "district", "easting", "establishment_number", "head_name", "highest_age", "id", "inspectorate", "kind", "kind_name", "locality", "lowest_age", "name", "northing", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "proprietor", "provider_id", "pupils", "section_41", "sex", "status", "street", "telephone", "town", "ukprn", "urn", "website") SELECT new_values."address_3", new_values."authority_id", new_values."boarding", new_values."capacity", new_values."closed_on", new_values."county", new_values."district", new_values."easting", new_values."establishment_number", new_values."head_name", new_values."highest_age", new_values."id", new_values."inspectorate", new_values."kind", new_values."kind_name", new_values."locality", new_values."lowest_age", new_values."name", new_values."northing", new_values."opened_on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."postcode", new_values."proprietor", new_values."provider_id", new_values."pupils", new_values."section_41", new_values."sex", new_values."status", new_values."street", new_values."telephone", new_values."town", new_values."ukprn", new_values."urn", new_values."website" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."address_3" IS DISTINCT FROM (new_values."address_3") OR old_values."authority_id" IS DISTINCT FROM (new_values."authority_id") OR old_values."boarding" IS DISTINCT FROM (new_values."boarding") OR old_values."capacity" IS DISTINCT FROM (new_values."capacity") OR old_values."closed_on" IS DISTINCT FROM (new_values."closed_on") OR old_values."county" IS DISTINCT FROM (new_values."county") OR old_values."district" IS DISTINCT FROM (new_values."district") OR old_values."easting" IS DISTINCT FROM (new_values."easting") OR old_values."establishment_number" IS DISTINCT FROM (new_values."establishment_number") OR old_values."head_name" IS DISTINCT FROM (new_values."head_name") OR old_values."highest_age" IS DISTINCT FROM (new_values."highest_age") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."inspectorate" IS DISTINCT FROM (new_values."inspectorate") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."kind_name" IS DISTINCT FROM (new_values."kind_name") OR old_values."locality" IS DISTINCT FROM (new_values."locality") OR old_values."lowest_age" IS DISTINCT FROM (new_values."lowest_age") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."northing" IS DISTINCT FROM (new_values."northing") OR old_values."opened_on" IS DISTINCT FROM (new_values."opened_on") OR old_values."postcode" IS DISTINCT FROM (new_values."postcode") OR old_values."proprietor" IS DISTINCT FROM (new_values."proprietor") OR old_values."provider_id" IS DISTINCT FROM (new_values."provider_id") OR old_values."pupils" IS DISTINCT FROM (new_values."pupils") OR old_values."section_41" IS DISTINCT FROM (new_values."section_41") OR old_values."sex" IS DISTINCT FROM (new_values."sex") OR old_values."status" IS DISTINCT FROM (new_values."status") OR old_values."street" IS DISTINCT FROM (new_values."street") OR old_values."telephone" IS DISTINCT FROM (new_values."telephone") OR old_values."town" IS DISTINCT FROM (new_values."town") OR old_values."ukprn" IS DISTINCT FROM (new_values."ukprn") OR old_values."urn" IS DISTINCT FROM (new_values."urn") OR old_values."website" IS DISTINCT FROM (new_values."website")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9b79b863928634ad0a66e8403005b1fbf0e361c9', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_6c012', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='providers_school', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='school',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_schoolevent" ("address_3", "authority_id", "boarding", "capacity", "closed_on", "county", "district", "easting", "establishment_number", "head_name", "highest_age", "id", "inspectorate", "kind", "kind_name", "locality", "lowest_age", "name", "northing", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "proprietor", "provider_id", "pupils", "section_41", "sex", "status", "street", "telephone", "town", "ukprn", "urn", "website") SELECT old_values."address_3", old_values."authority_id", old_values."boarding", old_values."capacity", old_values."closed_on", old_values."county", old_values."district", old_values."easting", old_values."establishment_number", old_values."head_name", old_values."highest_age", old_values."id", old_values."inspectorate", old_values."kind", old_values."kind_name", old_values."locality", old_values."lowest_age", old_values."name", old_values."northing", old_values."opened_on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."postcode", old_values."proprietor", old_values."provider_id", old_values."pupils", old_values."section_41", old_values."sex", old_values."status", old_values."street", old_values."telephone", old_values."town", old_values."ukprn", old_values."urn", old_values."website" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='c165bf4823952f2e3e946cd3c3af260326bcae29', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_550e3', referencing='REFERENCING OLD TABLE AS old_values ', table='providers_school', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='compliancedocument',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_compliancedocumentevent" ("added_at", "added_by_id", "expires_on", "file_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "replaced_at", "school_id", "title") SELECT new_values."added_at", new_values."added_by_id", new_values."expires_on", new_values."file_id", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider_id", new_values."replaced_at", new_values."school_id", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='6aa3cfe2360d0a0ba4db590dbd11fa5b5a35af9d', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_92eaa', referencing='REFERENCING NEW TABLE AS new_values ', table='providers_compliancedocument', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='compliancedocument',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_compliancedocumentevent" ("added_at", "added_by_id", "expires_on", "file_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "replaced_at", "school_id", "title") SELECT new_values."added_at", new_values."added_by_id", new_values."expires_on", new_values."file_id", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider_id", new_values."replaced_at", new_values."school_id", new_values."title" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d513cd6caae453d2da19ecbc886d536247d13db1', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_d7fcd', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='providers_compliancedocument', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='compliancedocument',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_compliancedocumentevent" ("added_at", "added_by_id", "expires_on", "file_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "replaced_at", "school_id", "title") SELECT old_values."added_at", old_values."added_by_id", old_values."expires_on", old_values."file_id", old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider_id", old_values."replaced_at", old_values."school_id", old_values."title" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='d70581869f3f6f06ea8604dbc36032434b97890a', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_7c039', referencing='REFERENCING OLD TABLE AS old_values ', table='providers_compliancedocument', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='keptfact',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_keptfactevent" ("column", "id", "kept_at", "kept_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "register_says", "school_id") SELECT new_values."column", new_values."id", new_values."kept_at", new_values."kept_by_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."register_says", new_values."school_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3f3141598c29cebde1fb8210e5f4e35ec5062a1e', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_a9a66', referencing='REFERENCING NEW TABLE AS new_values ', table='providers_keptfact', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='keptfact',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_keptfactevent" ("column", "id", "kept_at", "kept_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "register_says", "school_id") SELECT new_values."column", new_values."id", new_values."kept_at", new_values."kept_by_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."register_says", new_values."school_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='1f6ff791825df9d74482f7bde9bca1ac841a90cf', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_b5a3a', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='providers_keptfact', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='keptfact',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_keptfactevent" ("column", "id", "kept_at", "kept_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "register_says", "school_id") SELECT old_values."column", old_values."id", old_values."kept_at", old_values."kept_by_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."register_says", old_values."school_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='c4c1ad7d2b97c61367e2dafe794a2296c68b8781', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_9cc06', referencing='REFERENCING OLD TABLE AS old_values ', table='providers_keptfact', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='providerinvitationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='396720f9f93794e0cef8ea4421cf1c240cf5f5a4', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f2599', table='providers_providerinvitationevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='providermemberevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f964fdd6222989fc663c522cc0311c6a4fd59e9f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_58431', table='providers_providermemberevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='schoolevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='56052455323313b858f346bb20af186b9549621a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b5f0f', table='providers_schoolevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='schoolneed',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_schoolneedevent" ("id", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") SELECT new_values."id", new_values."need", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."school_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='388ca58653f9fb686bbc67a127e822d90698da4a', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_71410', referencing='REFERENCING NEW TABLE AS new_values ', table='providers_schoolneed', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='schoolneed',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_schoolneedevent" ("id", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") SELECT new_values."id", new_values."need", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."school_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='733254ed1730851c02fd62fc260915931e26db74', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_498e1', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='providers_schoolneed', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='schoolneed',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_schoolneedevent" ("id", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") SELECT old_values."id", old_values."need", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."school_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='60dab179e0c1f92d2924aca597ef371a57856f3b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_63c80', referencing='REFERENCING OLD TABLE AS old_values ', table='providers_schoolneed', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='schoolperiod',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_schoolperiodevent" ("capacity", "from_on", "head_name", "highest_age", "id", "lowest_age", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "status", "until_on") SELECT new_values."capacity", new_values."from_on", new_values."head_name", new_values."highest_age", new_values."id", new_values."lowest_age", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."school_id", new_values."status", new_values."until_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4d00c11e349afb759ad1319e7109da143d9f7e1d', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_31778', referencing='REFERENCING NEW TABLE AS new_values ', table='providers_schoolperiod', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='schoolperiod',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_schoolperiodevent" ("capacity", "from_on", "head_name", "highest_age", "id", "lowest_age", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "status", "until_on") SELECT new_values."capacity", new_values."from_on", new_values."head_name", new_values."highest_age", new_values."id", new_values."lowest_age", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."school_id", new_values."status", new_values."until_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9467feb70cb65fa5154aa575d600300ae029c99e', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_f71f8', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='providers_schoolperiod', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='schoolperiod',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_schoolperiodevent" ("capacity", "from_on", "head_name", "highest_age", "id", "lowest_age", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "status", "until_on") SELECT old_values."capacity", old_values."from_on", old_values."head_name", old_values."highest_age", old_values."id", old_values."lowest_age", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."school_id", old_values."status", old_values."until_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='02e8de892534e44cca37b2d85ae060aaf88d8176', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_6931f', referencing='REFERENCING OLD TABLE AS old_values ', table='providers_schoolperiod', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='standing',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.written_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.written_at IS DISTINCT FROM OLD.written_at) THEN\n        NEW.written_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='7d49fb972dc9d56ce65354c6d78ed2861de31c28', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_f1b5d', table='providers_standing', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='standing',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7a0581ae120afa7628f9954360f94b42777e42ab', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_008e1', table='providers_standing', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='succession',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_successionevent" ("from_on", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "predecessor_id", "successor_id") SELECT new_values."from_on", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."predecessor_id", new_values."successor_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b21d5199d1a08d15a549e9b9672f646372276d55', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_d42a3', referencing='REFERENCING NEW TABLE AS new_values ', table='providers_succession', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='succession',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_successionevent" ("from_on", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "predecessor_id", "successor_id") SELECT new_values."from_on", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."predecessor_id", new_values."successor_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='da5f2e2198e20ac7fe12bae42cf2daf61c14d57b', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_e9c70', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='providers_succession', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='succession',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "providers_successionevent" ("from_on", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "predecessor_id", "successor_id") SELECT old_values."from_on", old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."predecessor_id", old_values."successor_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='530a92a65b52c9f43a086c1946b2e60c5b959386', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_843fd', referencing='REFERENCING OLD TABLE AS old_values ', table='providers_succession', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='vacancyreport',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4c4ba940a35c93e4719e6dd967e8bf7504f18fed', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0c4c5', table='providers_vacancyreport', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='vacancyreport',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.as_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.as_at IS DISTINCT FROM OLD.as_at) THEN\n        NEW.as_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='e55c9b393a44f81fbab48c038d1d4568b62e0663', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_510f7', table='providers_vacancyreport', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='compliancedocumentevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a3c0858d108ea1c046cd480fd7933c328ec712db', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0e94c', table='providers_compliancedocumentevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='keptfactevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0f1bff68e4a6e8115bb3c927a2884eb5f800d1c7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1093c', table='providers_keptfactevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='schoolneedevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7f1e2199b653974451d57a0362736aa0f2a919dc', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d3f47', table='providers_schoolneedevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='schoolperiodevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='bfbcbe2a90222210a8b1a34961c1b687a5dae57d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6725c', table='providers_schoolperiodevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='successionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2000d3243aa221d5cde65c5ee85a7141c361d691', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_8110e', table='providers_successionevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='vacancy',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9dee9d67b2269c0960f5ede6633576da32d11468', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_193f7', table='providers_vacancy', when='BEFORE')),
        ),
    ]
