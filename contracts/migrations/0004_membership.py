"""Members, their agreements and letters, with history and triggers."""

import datetime
import django.contrib.postgres.constraints
import django.core.serializers.json
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.expressions
import django.utils.timezone
import nmiss.base.core.clock
import nmiss.base.core.constraints
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
        ('contracts', '0003_evaluation'),
        ('files', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('providers', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='contracts.application')),
                ('vehicle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='contracts.vehicle')),
                ('provider', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='providers.provider')),
                ('lot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='contracts.lot')),
                ('starts_on', models.DateField()),
                ('schools', models.JSONField(default=list)),
                ('content', models.JSONField(default=dict)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('digest', models.CharField(max_length=64)),
                ('status', models.CharField(choices=[('offered', 'Offered'), ('signed_by_provider', 'Signed by provider'), ('in_force', 'In force'), ('ended', 'Ended'), ('withdrawn', 'Withdrawn'), ('declined', 'Declined')], default='offered', editable=False, max_length=20)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('reason', models.TextField(blank=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('status__in', ['offered', 'signed_by_provider', 'in_force', 'ended', 'withdrawn', 'declined'])), name='contracts_agreement_status_is_known'), models.CheckConstraint(condition=models.Q(('digest__regex', '^[0-9a-f]{64}$')), name='contracts_agreement_digest_is_one'), models.UniqueConstraint(condition=models.Q(('status__in', ('withdrawn', 'declined')), _negated=True), fields=('application',), name='contracts_agreement_one_stands', violation_error_message='This application has an agreement already.'), models.CheckConstraint(condition=models.Q(models.Q(('status__in', ('withdrawn', 'declined')), models.Q(('reason', ''), _negated=True)), models.Q(models.Q(('status__in', ('withdrawn', 'declined')), _negated=True), ('reason', '')), _connector='OR'), name='contracts_agreement_taken_back_with_its_reason')],
            },
        ),
        migrations.CreateModel(
            name='DebarmentCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('provider', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='debarment', to='providers.provider')),
                ('list_on', models.DateField()),
                ('result', models.CharField(choices=[('clear', 'Not on the list'), ('found', 'On the list')], max_length=10)),
                ('details', models.TextField(blank=True)),
                ('checked_on', models.DateField(default=django.utils.timezone.localdate)),
                ('checked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('result__in', ['clear', 'found'])), name='contracts_debarmentcheck_result_is_known'), models.CheckConstraint(condition=models.Q(('list_on__lte', models.F('checked_on'))), name='contracts_debarmentcheck_of_a_list_that_was_out', violation_error_message='The list was published on the day of the check or before.'), models.CheckConstraint(condition=models.Q(('result', 'clear'), models.Q(('details', ''), _negated=True), _connector='OR'), name='contracts_debarmentcheck_found_says_what')],
            },
        ),
        migrations.CreateModel(
            name='DeclarationRenewal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('provider', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='renewals', to='providers.provider')),
                ('vehicle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='renewals', to='contracts.vehicle')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('due_on', models.DateField(null=True)),
                ('renewed_at', models.DateTimeField(editable=False, null=True)),
                ('renewed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('has_changed', models.BooleanField(null=True)),
                ('changes', models.TextField(blank=True)),
                ('read_at', models.DateTimeField(editable=False, null=True)),
                ('read_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('renewed_at__isnull', False), ('renewed_by__isnull', False)), models.Q(('renewed_at__isnull', True), ('renewed_by__isnull', True)), _connector='OR'), name='contracts_declarationrenewal_renewed_at_and_renewed_by'), models.CheckConstraint(condition=models.Q(models.Q(('read_at__isnull', False), ('read_by__isnull', False)), models.Q(('read_at__isnull', True), ('read_by__isnull', True)), _connector='OR'), name='contracts_declarationrenewal_read_at_and_read_by'), models.CheckConstraint(condition=models.Q(('read_at', None), models.Q(('has_changed', True), ('has_changed__isnull', False)), _connector='OR'), name='contracts_declarationrenewal_read_where_it_changed'), models.UniqueConstraint(condition=models.Q(('renewed_at', None)), fields=('provider', 'vehicle'), name='contracts_declarationrenewal_one_waiting', violation_error_message='This provider has been asked and has not answered yet.'), models.CheckConstraint(condition=models.Q(models.Q(('changes', ''), ('has_changed', None), ('renewed_at', None)), models.Q(('changes', ''), ('has_changed', False), ('renewed_at__isnull', False)), models.Q(('has_changed', True), ('renewed_at__isnull', False), models.Q(('changes', ''), _negated=True)), _connector='OR'), name='contracts_declarationrenewal_says_what_changed')],
            },
        ),
        migrations.CreateModel(
            name='ExtensionLetter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('option', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='letters', to='contracts.extensionoption')),
                ('provider', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='extension_letters', to='providers.provider')),
                ('content', models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('answer_by', models.DateField()),
                ('sent_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('status', models.CharField(choices=[('no_reply', 'No reply'), ('accepted', 'Accepted'), ('declined', 'Declined')], default='no_reply', editable=False, max_length=10)),
                ('reason', models.TextField(blank=True)),
                ('source', models.CharField(blank=True, max_length=200)),
                ('answered_at', models.DateTimeField(editable=False, null=True)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('status__in', ['no_reply', 'accepted', 'declined'])), name='contracts_extensionletter_status_is_known'), models.UniqueConstraint(fields=('option', 'provider'), name='contracts_extensionletter_once'), models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', False), ('answered_by__isnull', False)), models.Q(('answered_at__isnull', True), ('answered_by__isnull', True)), _connector='OR'), name='contracts_extensionletter_answered_at_and_answered_by'), models.CheckConstraint(condition=models.Q(models.Q(('answered_by', None), ('reason', ''), ('source', ''), ('status', 'no_reply')), models.Q(('answered_by__isnull', False), ('status', 'accepted')), models.Q(('answered_by__isnull', False), ('status', 'declined'), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='contracts_extensionletter_answered_by_somebody')],
            },
        ),
        migrations.CreateModel(
            name='OutcomeLetter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('application', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='letter', to='contracts.application')),
                ('content', models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('told_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
        ),
        migrations.CreateModel(
            name='AgreementEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.agreement')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('application', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.application')),
                ('vehicle', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.vehicle')),
                ('provider', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.provider')),
                ('lot', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.lot')),
                ('starts_on', models.DateField()),
                ('schools', models.JSONField(default=list)),
                ('content', models.JSONField(default=dict)),
                ('document', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile')),
                ('digest', models.CharField(max_length=64)),
                ('status', models.CharField(choices=[('offered', 'Offered'), ('signed_by_provider', 'Signed by provider'), ('in_force', 'In force'), ('ended', 'Ended'), ('withdrawn', 'Withdrawn'), ('declined', 'Declined')], default='offered', editable=False, max_length=20)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('reason', models.TextField(blank=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DebarmentCheckEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.debarmentcheck')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('provider', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.provider')),
                ('list_on', models.DateField()),
                ('result', models.CharField(choices=[('clear', 'Not on the list'), ('found', 'On the list')], max_length=10)),
                ('details', models.TextField(blank=True)),
                ('checked_on', models.DateField(default=django.utils.timezone.localdate)),
                ('checked_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DeclarationRenewalEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.declarationrenewal')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('provider', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.provider')),
                ('vehicle', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.vehicle')),
                ('asked_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('due_on', models.DateField(null=True)),
                ('renewed_at', models.DateTimeField(editable=False, null=True)),
                ('renewed_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('has_changed', models.BooleanField(null=True)),
                ('changes', models.TextField(blank=True)),
                ('read_at', models.DateTimeField(editable=False, null=True)),
                ('read_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ExtensionLetterEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.extensionletter')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('option', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.extensionoption')),
                ('provider', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.provider')),
                ('content', models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('file', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile')),
                ('answer_by', models.DateField()),
                ('sent_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('status', models.CharField(choices=[('no_reply', 'No reply'), ('accepted', 'Accepted'), ('declined', 'Declined')], default='no_reply', editable=False, max_length=10)),
                ('reason', models.TextField(blank=True)),
                ('source', models.CharField(blank=True, max_length=200)),
                ('answered_at', models.DateTimeField(editable=False, null=True)),
                ('answered_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ExtensionQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('letter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='contracts.extensionletter')),
                ('words', models.TextField()),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('answer', models.TextField(blank=True)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('answered_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', False), ('answered_by__isnull', False)), models.Q(('answered_at__isnull', True), ('answered_by__isnull', True)), _connector='OR'), name='contracts_extensionquestion_answered_at_and_answered_by'), models.CheckConstraint(condition=models.Q(models.Q(('words', ''), _negated=True), models.Q(models.Q(('answer', ''), ('answered_at', None)), models.Q(('answered_at__isnull', False), models.Q(('answer', ''), _negated=True)), _connector='OR')), name='contracts_extensionquestion_says_something')],
            },
        ),
        migrations.CreateModel(
            name='LetterReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('letter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='contracts.outcomeletter')),
                ('read_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('read_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('letter', 'read_by'), name='contracts_letterreading_once_each')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='providers.school')),
                ('lot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='contracts.lot')),
                ('provider', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='providers.provider')),
                ('admitted_on', models.DateField()),
                ('left_on', models.DateField(null=True)),
                ('agreement', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='contracts.agreement')),
                ('leaving', models.CharField(blank=True, choices=[('removed', 'Removed by the council'), ('exited', 'Left voluntarily')], max_length=10)),
                ('leaving_reason', models.TextField(blank=True)),
                ('notice_on', models.DateField(null=True)),
                ('goes_on_as', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='was_before', to='contracts.membership')),
            ],
            options={
                'indexes': [models.Index(fields=['admitted_on', 'id'], name='contracts_membership_by_day')],
                'constraints': [models.CheckConstraint(condition=models.Q(('left_on__isnull', True), ('left_on__gte', models.F('admitted_on')), _connector='OR'), name='contracts_membership_admitted_on_before_left_on', violation_error_message='The left on must not be before the admitted on.'), models.CheckConstraint(condition=models.Q(('leaving', ''), models.Q(('leaving__in', ['removed', 'exited']), ('left_on__isnull', False), models.Q(('leaving_reason', ''), _negated=True)), _connector='OR'), name='contracts_membership_leaving_has_its_day_and_reason'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('school', '='), ('lot', '='), (nmiss.base.core.constraints.InclusiveDays('admitted_on', 'left_on'), '&&')], name='contracts_membership_no_overlap', violation_error_message='This school is in this lot on some of these days already.')],
            },
        ),
        migrations.CreateModel(
            name='Signature',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='contracts.agreement')),
                ('side', models.CharField(choices=[('provider', 'For the provider'), ('council', 'For the council')], max_length=10)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('name', models.CharField(max_length=200)),
                ('capacity', models.CharField(max_length=200)),
                ('digest', models.CharField(max_length=64)),
                ('signed_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('side__in', ['provider', 'council'])), name='contracts_signature_side_is_known'), models.UniqueConstraint(fields=('agreement', 'side'), name='contracts_signature_once')],
            },
        ),
        migrations.CreateModel(
            name='ExtensionQuestionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.extensionquestion')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('letter', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.extensionletter')),
                ('words', models.TextField()),
                ('asked_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('answer', models.TextField(blank=True)),
                ('answered_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('answered_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MembershipEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.membership')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('school', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.school')),
                ('lot', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.lot')),
                ('provider', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.provider')),
                ('admitted_on', models.DateField()),
                ('left_on', models.DateField(null=True)),
                ('agreement', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.agreement')),
                ('leaving', models.CharField(blank=True, choices=[('removed', 'Removed by the council'), ('exited', 'Left voluntarily')], max_length=10)),
                ('leaving_reason', models.TextField(blank=True)),
                ('notice_on', models.DateField(null=True)),
                ('goes_on_as', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.membership')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Suspension',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='suspensions', to='contracts.membership')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
                ('reason', models.TextField()),
                ('notice_on', models.DateField()),
                ('suspended_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('suspended_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('reinstated_on', models.DateField(null=True)),
                ('reinstated_reason', models.TextField(blank=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', django.db.models.expressions.CombinedExpression(models.F('starts_on'), '-', models.Value(datetime.timedelta(days=1)))), _connector='OR'), name='contracts_suspension_ends_after_it_begins_or_never_began'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='contracts_suspension_has_its_reason'), models.CheckConstraint(condition=models.Q(models.Q(('ends_on__isnull', False), ('reinstated_on__isnull', False)), models.Q(('ends_on__isnull', True), ('reinstated_on__isnull', True)), _connector='OR'), name='contracts_suspension_ends_on_and_reinstated_on'), django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), expressions=[('membership', '='), (nmiss.base.core.constraints.InclusiveDays('starts_on', 'ends_on'), '&&')], name='contracts_suspension_no_overlap', violation_error_message='This school is suspended on some of these days already.')],
            },
        ),
        migrations.CreateModel(
            name='SuspensionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.suspension')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('membership', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.membership')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
                ('reason', models.TextField()),
                ('notice_on', models.DateField()),
                ('suspended_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('suspended_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('reinstated_on', models.DateField(null=True)),
                ('reinstated_reason', models.TextField(blank=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='by_its_moves', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'INSERT' AND NEW.status NOT IN ('offered') AND NOT public.nmiss_is_owner()\n        AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE = 'Nothing begins as ' || NEW.status || '.';\n    END IF;\n    IF TG_OP = 'UPDATE' AND NEW.status <> OLD.status\n        AND (OLD.status || '>' || NEW.status) NOT IN ('in_force>ended', 'offered>declined', 'offered>signed_by_provider', 'offered>withdrawn', 'signed_by_provider>in_force', 'signed_by_provider>withdrawn') AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE =\n            'No move leads from ' || OLD.status || ' to ' || NEW.status || '.';\n    END IF;\n    RETURN NULL;\n", hash='c84bac42b533bff35fec86d19ed15a1ba40428b5', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_by_its_moves_90ba5', table='contracts_agreement', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='what_is_offered_stands', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."application_id" IS DISTINCT FROM (NEW."application_id") OR OLD."provider_id" IS DISTINCT FROM (NEW."provider_id") OR OLD."lot_id" IS DISTINCT FROM (NEW."lot_id") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."schools" IS DISTINCT FROM (NEW."schools") OR OLD."content" IS DISTINCT FROM (NEW."content") OR OLD."document_id" IS DISTINCT FROM (NEW."document_id") OR OLD."digest" IS DISTINCT FROM (NEW."digest"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='70befcdbd7279557a0450b20f6b564d48b6bab2e', operation='UPDATE', pgid='pgtrigger_what_is_offered_stands_5a79a', table='contracts_agreement', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='begins_before_the_vehicle_ends', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF NEW.starts_on >\n                        (SELECT ends_on FROM contracts_vehicle WHERE id = NEW.vehicle_id) THEN\n                        RAISE EXCEPTION 'Membership begins on a day of the vehicle.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='75657cb617cbed916a336dbbd8f363a215322e52', operation='INSERT', pgid='pgtrigger_begins_before_the_vehicle_ends_ff014', table='contracts_agreement', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_agreementevent" ("application_id", "content", "digest", "document_id", "id", "lot_id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reason", "schools", "starts_on", "status", "vehicle_id") SELECT new_values."application_id", new_values."content", new_values."digest", new_values."document_id", new_values."id", new_values."lot_id", new_values."made_at", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider_id", new_values."reason", new_values."schools", new_values."starts_on", new_values."status", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a71a8122a695dc0619d099476ae30eadd0363ccd', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_8ebe6', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_agreement', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_agreementevent" ("application_id", "content", "digest", "document_id", "id", "lot_id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reason", "schools", "starts_on", "status", "vehicle_id") SELECT new_values."application_id", new_values."content", new_values."digest", new_values."document_id", new_values."id", new_values."lot_id", new_values."made_at", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider_id", new_values."reason", new_values."schools", new_values."starts_on", new_values."status", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='583e4633119bd9cee02cf7942bb77befebeecf24', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_5ac96', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_agreement', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_agreementevent" ("application_id", "content", "digest", "document_id", "id", "lot_id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reason", "schools", "starts_on", "status", "vehicle_id") SELECT old_values."application_id", old_values."content", old_values."digest", old_values."document_id", old_values."id", old_values."lot_id", old_values."made_at", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider_id", old_values."reason", old_values."schools", old_values."starts_on", old_values."status", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='ec53f9f7efc12ce3143849e2e85060c6e8699da3', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_1ad1a', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_agreement', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='debarmentcheck',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_debarmentcheckevent" ("checked_by_id", "checked_on", "details", "id", "list_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "result") SELECT new_values."checked_by_id", new_values."checked_on", new_values."details", new_values."id", new_values."list_on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider_id", new_values."result" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d96e79eb272be895dbf56a134082e65539a89aed', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_8ccfe', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_debarmentcheck', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='debarmentcheck',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_debarmentcheckevent" ("checked_by_id", "checked_on", "details", "id", "list_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "result") SELECT new_values."checked_by_id", new_values."checked_on", new_values."details", new_values."id", new_values."list_on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider_id", new_values."result" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3d3c2e75ad2dcfbc2c8806a45bd0031ab3be443c', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_151b9', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_debarmentcheck', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='debarmentcheck',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_debarmentcheckevent" ("checked_by_id", "checked_on", "details", "id", "list_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "result") SELECT old_values."checked_by_id", old_values."checked_on", old_values."details", old_values."id", old_values."list_on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider_id", old_values."result" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='b496c894a04bb3ce2215162fc3316bfb53c555c1', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_3bf93', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_debarmentcheck', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='declarationrenewal',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_declarationrenewalevent" ("asked_at", "asked_by_id", "changes", "due_on", "has_changed", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "read_at", "read_by_id", "renewed_at", "renewed_by_id", "vehicle_id") SELECT new_values."asked_at", new_values."asked_by_id", new_values."changes", new_values."due_on", new_values."has_changed", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider_id", new_values."read_at", new_values."read_by_id", new_values."renewed_at", new_values."renewed_by_id", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='1756bd7d9ff6e3f047eb30b849e24b1e133a02af', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_b8c0b', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_declarationrenewal', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='declarationrenewal',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_declarationrenewalevent" ("asked_at", "asked_by_id", "changes", "due_on", "has_changed", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "read_at", "read_by_id", "renewed_at", "renewed_by_id", "vehicle_id") SELECT new_values."asked_at", new_values."asked_by_id", new_values."changes", new_values."due_on", new_values."has_changed", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider_id", new_values."read_at", new_values."read_by_id", new_values."renewed_at", new_values."renewed_by_id", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ae7dd3f0b93a8b1bf4b91d0352a2d20d620d27ff', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_1bcae', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_declarationrenewal', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='declarationrenewal',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_declarationrenewalevent" ("asked_at", "asked_by_id", "changes", "due_on", "has_changed", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "read_at", "read_by_id", "renewed_at", "renewed_by_id", "vehicle_id") SELECT old_values."asked_at", old_values."asked_by_id", old_values."changes", old_values."due_on", old_values."has_changed", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider_id", old_values."read_at", old_values."read_by_id", old_values."renewed_at", old_values."renewed_by_id", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='1bfae85f4988301e89fb674f0275405544b17205', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_d448b', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_declarationrenewal', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionletter',
            trigger=pgtrigger.compiler.Trigger(name='by_its_moves', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'INSERT' AND NEW.status NOT IN ('no_reply') AND NOT public.nmiss_is_owner()\n        AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE = 'Nothing begins as ' || NEW.status || '.';\n    END IF;\n    IF TG_OP = 'UPDATE' AND NEW.status <> OLD.status\n        AND (OLD.status || '>' || NEW.status) NOT IN ('accepted>declined', 'declined>accepted', 'no_reply>accepted', 'no_reply>declined') AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE =\n            'No move leads from ' || OLD.status || ' to ' || NEW.status || '.';\n    END IF;\n    RETURN NULL;\n", hash='5eecbe97718f9e0ee326a6b84cabe5869e4486a5', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_by_its_moves_79816', table='contracts_extensionletter', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionletter',
            trigger=pgtrigger.compiler.Trigger(name='what_was_sent_stands', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."option_id" IS DISTINCT FROM (NEW."option_id") OR OLD."provider_id" IS DISTINCT FROM (NEW."provider_id") OR OLD."content" IS DISTINCT FROM (NEW."content") OR OLD."file_id" IS DISTINCT FROM (NEW."file_id") OR OLD."answer_by" IS DISTINCT FROM (NEW."answer_by") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='19858c6d0aca44b07aa7a603ef75043cfc23343f', operation='UPDATE', pgid='pgtrigger_what_was_sent_stands_6fdcf', table='contracts_extensionletter', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionletter',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.sent_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.sent_at IS DISTINCT FROM OLD.sent_at) THEN\n        NEW.sent_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.answered_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.answered_at IS DISTINCT FROM OLD.answered_at) THEN\n        NEW.answered_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='e434c03a8ee7466c6e9351cf08c3e91a51c1c089', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_1fb75', table='contracts_extensionletter', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionletter',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.answered_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.answered_by_id, NEW.status, NEW.reason, NEW.source) IS DISTINCT FROM ROW(OLD.answered_by_id, OLD.status, OLD.reason, OLD.source))\n        AND NEW.answered_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='adf650d444720143cda4233f333305564ae88fea', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_f0f6d', table='contracts_extensionletter', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionletter',
            trigger=pgtrigger.compiler.Trigger(name='answered_in_time', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE option public.contracts_extensionoption%ROWTYPE;', func="\n                    IF TG_OP = 'UPDATE' AND ROW(NEW.status, NEW.reason, NEW.source,\n                        NEW.answered_by_id, NEW.answered_at) IS NOT DISTINCT FROM\n                        ROW(OLD.status, OLD.reason, OLD.source,\n                        OLD.answered_by_id, OLD.answered_at) THEN\n                        RETURN NEW;\n                    END IF;\n                    SELECT * INTO option FROM public.contracts_extensionoption\n                        WHERE id = NEW.option_id FOR SHARE;\n                    IF option.status <> 'notified' THEN\n                        RAISE EXCEPTION 'Replies are taken between the notice and the extension.';\n                    END IF;\n                    IF NEW.answered_by_id IS NULL THEN RETURN NEW; END IF;\n                    IF timezone('Europe/London', public.nmiss_now())::date\n                        > greatest(NEW.answer_by, option.starts_on - 1) THEN\n                        RAISE EXCEPTION 'The time to reply is over.';\n                    END IF;\n                    IF NOT EXISTS (\n                        SELECT 1 FROM public.providers_providermember\n                        WHERE provider_id = NEW.provider_id AND user_id = NEW.answered_by_id\n                          AND role = 'owner'\n                    ) AND NOT (NEW.source <> '' AND EXISTS (\n                        SELECT 1 FROM public.accounts_user\n                        WHERE id = NEW.answered_by_id AND role IN ('officer', 'manager')\n                    )) THEN\n                        RAISE EXCEPTION 'An owner replies, or an officer records how it came.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='093f590a78d2a2a1fdf7b9a0a07b03e3d9accc09', operation='INSERT OR UPDATE', pgid='pgtrigger_answered_in_time_56abc', table='contracts_extensionletter', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionletter',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_extensionletterevent" ("answer_by", "answered_at", "answered_by_id", "content", "file_id", "id", "option_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reason", "sent_at", "source", "status") SELECT new_values."answer_by", new_values."answered_at", new_values."answered_by_id", new_values."content", new_values."file_id", new_values."id", new_values."option_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider_id", new_values."reason", new_values."sent_at", new_values."source", new_values."status" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b78dfde66fa71e6d5ea7f275e2555d57e0e65e5f', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_5e671', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_extensionletter', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionletter',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_extensionletterevent" ("answer_by", "answered_at", "answered_by_id", "content", "file_id", "id", "option_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reason", "sent_at", "source", "status") SELECT new_values."answer_by", new_values."answered_at", new_values."answered_by_id", new_values."content", new_values."file_id", new_values."id", new_values."option_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider_id", new_values."reason", new_values."sent_at", new_values."source", new_values."status" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='38eb9c323e109cfb0112457f7c08d2e75b9f29a6', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_e8773', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_extensionletter', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionletter',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_extensionletterevent" ("answer_by", "answered_at", "answered_by_id", "content", "file_id", "id", "option_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reason", "sent_at", "source", "status") SELECT old_values."answer_by", old_values."answered_at", old_values."answered_by_id", old_values."content", old_values."file_id", old_values."id", old_values."option_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider_id", old_values."reason", old_values."sent_at", old_values."source", old_values."status" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='65f6d5f5e350a48a765a3a2a1ea09af555fdefaa', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_42486', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_extensionletter', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='outcomeletter',
            trigger=pgtrigger.compiler.Trigger(name='of_what_is_told', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF 'told' IS DISTINCT FROM (SELECT status FROM contracts_application\n                                                WHERE id = NEW.application_id) THEN\n                        RAISE EXCEPTION 'A letter is of an outcome that is told.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='187bcd1db675f588ce1ddc02898f1de95967f1a3', operation='INSERT', pgid='pgtrigger_of_what_is_told_43fa3', table='contracts_outcomeletter', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='outcomeletter',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.told_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.told_at IS DISTINCT FROM OLD.told_at) THEN\n        NEW.told_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='480bc75293d80b342a7cf207c2c40ec0508fec7c', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_56574', table='contracts_outcomeletter', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='outcomeletter',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='bcb1ab556520095fd2856130f264dc0fddfe2642', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_44863', table='contracts_outcomeletter', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='agreementevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4e43716aa091fc2972ff23b5cbbde6e79e3674fd', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_34163', table='contracts_agreementevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='debarmentcheckevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1d985872a81796dc1521084005050e1bb3a59886', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0de6d', table='contracts_debarmentcheckevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='declarationrenewalevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1148da06dd6b5ede318e0b72b57acc068ba1abfd', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_57bd9', table='contracts_declarationrenewalevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionletterevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='cc16c64bd4aedb9d916c3edfe195b89a9aad850c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c6b6b', table='contracts_extensionletterevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionquestion',
            trigger=pgtrigger.compiler.Trigger(name='what_was_asked_stands', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."letter_id" IS DISTINCT FROM (NEW."letter_id") OR OLD."words" IS DISTINCT FROM (NEW."words") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='f80962a0a70bd8b632eb778f92503d210c301439', operation='UPDATE', pgid='pgtrigger_what_was_asked_stands_708ad', table='contracts_extensionquestion', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionquestion',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.asked_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.asked_at IS DISTINCT FROM OLD.asked_at) THEN\n        NEW.asked_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.answered_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.answered_at IS DISTINCT FROM OLD.answered_at) THEN\n        NEW.answered_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='5d214b47a468b0c9d49c41a5f2832e4ef8b71be4', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_2e068', table='contracts_extensionquestion', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionquestion',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.asked_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.asked_by_id) IS DISTINCT FROM ROW(OLD.asked_by_id))\n        AND NEW.asked_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\n\n    IF NEW.answered_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.answered_by_id, NEW.answer) IS DISTINCT FROM ROW(OLD.answered_by_id, OLD.answer))\n        AND NEW.answered_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='6a3211a1971807fd302bc573a359d308ef9a39b1', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_cf7bf', table='contracts_extensionquestion', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionquestion',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_extensionquestionevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "id", "letter_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."asked_at", new_values."asked_by_id", new_values."id", new_values."letter_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='0cde03bc7cb82a728e78b6073aa829a4584db17c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_25c5d', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_extensionquestion', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionquestion',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_extensionquestionevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "id", "letter_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."asked_at", new_values."asked_by_id", new_values."id", new_values."letter_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e95f97ad027295a4e34ada80308a57df560fbc98', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_875c4', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_extensionquestion', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionquestion',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_extensionquestionevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "id", "letter_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") SELECT old_values."answer", old_values."answered_at", old_values."answered_by_id", old_values."asked_at", old_values."asked_by_id", old_values."id", old_values."letter_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='4cce857236832eaa1e28cdac050eeb1afbdf9d3c', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_4ee8a', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_extensionquestion', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='letterreading',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.read_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.read_at IS DISTINCT FROM OLD.read_at) THEN\n        NEW.read_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='484422178c8cc877210cfba36b2fcee4be2f59fd', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_bb3ba', table='contracts_letterreading', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='letterreading',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.read_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.read_by_id) IS DISTINCT FROM ROW(OLD.read_by_id))\n        AND NEW.read_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='2a6b6e79ed22f2e5aa03d340688a66335e17c4d8', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_69092', table='contracts_letterreading', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='letterreading',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='df72fc98b0141af1b13564007e631443bec57cfc', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1e4a9', table='contracts_letterreading', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='membership',
            trigger=pgtrigger.compiler.Trigger(name='begins_before_the_vehicle_ends', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."agreement_id" IS NOT NULL)', func="\n                    IF NEW.admitted_on > (\n                        SELECT v.ends_on FROM public.contracts_vehicle v\n                        JOIN public.contracts_lot l ON l.vehicle_id = v.id WHERE l.id = NEW.lot_id\n                    ) THEN\n                        RAISE EXCEPTION 'Membership begins on a day of the vehicle.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='ee6d3729f65fcdf1cfd83857ac423199b84db873', operation='INSERT OR UPDATE OF "admitted_on", "agreement_id", "lot_id"', pgid='pgtrigger_begins_before_the_vehicle_ends_51e7f', table='contracts_membership', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='membership',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_membershipevent" ("admitted_on", "agreement_id", "goes_on_as_id", "id", "leaving", "leaving_reason", "left_on", "lot_id", "notice_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "school_id") SELECT new_values."admitted_on", new_values."agreement_id", new_values."goes_on_as_id", new_values."id", new_values."leaving", new_values."leaving_reason", new_values."left_on", new_values."lot_id", new_values."notice_on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider_id", new_values."school_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='be372da2b00e914db1034f367afc1040c9f6e93b', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_f81ab', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_membership', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='membership',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_membershipevent" ("admitted_on", "agreement_id", "goes_on_as_id", "id", "leaving", "leaving_reason", "left_on", "lot_id", "notice_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "school_id") SELECT new_values."admitted_on", new_values."agreement_id", new_values."goes_on_as_id", new_values."id", new_values."leaving", new_values."leaving_reason", new_values."left_on", new_values."lot_id", new_values."notice_on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider_id", new_values."school_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a9075eac78ca0a097971ea5f834787789821e01b', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_7936c', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_membership', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='membership',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_membershipevent" ("admitted_on", "agreement_id", "goes_on_as_id", "id", "leaving", "leaving_reason", "left_on", "lot_id", "notice_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "school_id") SELECT old_values."admitted_on", old_values."agreement_id", old_values."goes_on_as_id", old_values."id", old_values."leaving", old_values."leaving_reason", old_values."left_on", old_values."lot_id", old_values."notice_on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider_id", old_values."school_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='1a4ff283603f4a15b01a69dfee7405aa2772c392', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_596ae', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_membership', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='signature',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.signed_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.signed_at IS DISTINCT FROM OLD.signed_at) THEN\n        NEW.signed_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='e0a3ce4a2d96504570172b938b234714976950e8', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_d416b', table='contracts_signature', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='signature',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.person_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.person_id) IS DISTINCT FROM ROW(OLD.person_id))\n        AND NEW.person_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='b806a3d9a01381a031c1a98c3034fb57443a2e9f', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_b9023', table='contracts_signature', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='signature',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5a235a3aeec341c096e8db258d1592cbb86a0467', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_82a8a', table='contracts_signature', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='signature',
            trigger=pgtrigger.compiler.Trigger(name='under_this_document', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF NEW.digest IS DISTINCT FROM\n                        (SELECT digest FROM contracts_agreement WHERE id = NEW.agreement_id) THEN\n                        RAISE EXCEPTION 'A signature is for the document of the agreement.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='0406bca8a5f55c261a773ec7aa0e798b31329a9e', operation='INSERT', pgid='pgtrigger_under_this_document_a5efa', table='contracts_signature', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionquestionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='cf3f03ab9e5808e911a7b60ca7ead41648916c03', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_629bd', table='contracts_extensionquestionevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='membershipevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5f8b49bc528d2b0edb74989a88d764c7a0789076', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_82c58', table='contracts_membershipevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='suspension',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_suspensionevent" ("ends_on", "id", "membership_id", "notice_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reinstated_on", "reinstated_reason", "starts_on", "suspended_at", "suspended_by_id") SELECT new_values."ends_on", new_values."id", new_values."membership_id", new_values."notice_on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."reinstated_on", new_values."reinstated_reason", new_values."starts_on", new_values."suspended_at", new_values."suspended_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='bb3fe9c490a61aa5a799c196799483c75f1199da', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_bb8a5', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_suspension', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='suspension',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_suspensionevent" ("ends_on", "id", "membership_id", "notice_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reinstated_on", "reinstated_reason", "starts_on", "suspended_at", "suspended_by_id") SELECT new_values."ends_on", new_values."id", new_values."membership_id", new_values."notice_on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."reinstated_on", new_values."reinstated_reason", new_values."starts_on", new_values."suspended_at", new_values."suspended_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='28cdc373ead5d414bf3f9cb011d40cf40512150f', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_cb8b8', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_suspension', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='suspension',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_suspensionevent" ("ends_on", "id", "membership_id", "notice_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reinstated_on", "reinstated_reason", "starts_on", "suspended_at", "suspended_by_id") SELECT old_values."ends_on", old_values."id", old_values."membership_id", old_values."notice_on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."reinstated_on", old_values."reinstated_reason", old_values."starts_on", old_values."suspended_at", old_values."suspended_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='6d412ebec0253b8595ec8c7a943a59ba2e0e828d', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_6db50', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_suspension', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='suspensionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d338ae9698e412f6ba7f91c8112e7873700ef064', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7e3c1', table='contracts_suspensionevent', when='BEFORE')),
        ),
    ]
