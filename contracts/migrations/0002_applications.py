"""Applications and their parts, with their history and triggers."""

import django.core.serializers.json
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
        ('files', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('providers', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Application',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('vehicle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='applications', to='contracts.vehicle')),
                ('scheme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='applications', to='contracts.evaluationscheme')),
                ('provider', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='applications', to='providers.provider')),
                ('previous', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='later', to='contracts.application')),
                ('status', models.CharField(choices=[('draft', 'Draft'), ('received', 'Received'), ('withdrawn', 'Withdrawn'), ('evaluated', 'Being evaluated'), ('recommended', 'Recommended'), ('approved', 'Decided, letter not sent'), ('told', 'Outcome letter sent')], default='draft', editable=False, max_length=20)),
                ('started_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('started_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('round', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='applications', to='contracts.round')),
                ('received_at', models.DateTimeField(editable=False, null=True)),
                ('withdrawn_at', models.DateTimeField(editable=False, null=True)),
                ('opened_at', models.DateTimeField(editable=False, null=True)),
                ('decided_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['round', 'status'], name='contracts_application_in_round')],
                'constraints': [models.CheckConstraint(condition=models.Q(('status__in', ['draft', 'received', 'withdrawn', 'evaluated', 'recommended', 'approved', 'told'])), name='contracts_application_status_is_known'), models.UniqueConstraint(condition=models.Q(('status', 'draft')), fields=('provider', 'vehicle'), name='contracts_application_one_draft', violation_error_message='There is a draft already. Go on with that one.'), models.CheckConstraint(condition=models.Q(models.Q(('opened_at', None), ('status__in', ['draft', 'received', 'withdrawn'])), models.Q(('opened_at__isnull', False), ('status__in', ['evaluated', 'recommended', 'approved', 'told'])), _connector='OR'), name='contracts_application_opened_agrees_with_status'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', False), ('status__in', ['approved', 'told'])), models.Q(models.Q(('status__in', ['approved', 'told']), _negated=True), ('decided_at', None)), _connector='OR'), name='contracts_application_decided_agrees_with_status')],
            },
        ),
        migrations.CreateModel(
            name='Clarification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('vehicle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clarifications', to='contracts.vehicle')),
                ('round', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='clarifications', to='contracts.round')),
                ('provider', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='providers.provider')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('question', models.TextField()),
                ('published_question', models.TextField(blank=True)),
                ('answer', models.TextField(blank=True)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('answered_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('answered_at', None)), fields=['asked_at'], name='contracts_clarification_waits')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', False), ('answered_by__isnull', False)), models.Q(('answered_at__isnull', True), ('answered_by__isnull', True)), _connector='OR'), name='contracts_clarification_answered_by_and_answered_at'), models.CheckConstraint(condition=models.Q(('question', ''), _negated=True), name='contracts_clarification_asks_something'), models.CheckConstraint(condition=models.Q(('answered_at', None), models.Q(models.Q(('answer', ''), _negated=True), models.Q(('published_question', ''), _negated=True)), _connector='OR'), name='contracts_clarification_answered_in_words')],
            },
        ),
        migrations.CreateModel(
            name='ApplicationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.application')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('vehicle', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.vehicle')),
                ('scheme', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.evaluationscheme')),
                ('provider', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.provider')),
                ('previous', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.application')),
                ('status', models.CharField(choices=[('draft', 'Draft'), ('received', 'Received'), ('withdrawn', 'Withdrawn'), ('evaluated', 'Being evaluated'), ('recommended', 'Recommended'), ('approved', 'Decided, letter not sent'), ('told', 'Outcome letter sent')], default='draft', editable=False, max_length=20)),
                ('started_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('started_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('round', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.round')),
                ('received_at', models.DateTimeField(editable=False, null=True)),
                ('withdrawn_at', models.DateTimeField(editable=False, null=True)),
                ('opened_at', models.DateTimeField(editable=False, null=True)),
                ('decided_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ClarificationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.clarification')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('vehicle', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.vehicle')),
                ('round', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.round')),
                ('provider', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.provider')),
                ('asked_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('question', models.TextField()),
                ('published_question', models.TextField(blank=True)),
                ('answer', models.TextField(blank=True)),
                ('answered_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('answered_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ConflictDeclaration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='conflicts', to='contracts.application')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('has_conflict', models.BooleanField()),
                ('details', models.TextField(blank=True)),
                ('declared_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('application', 'person'), name='contracts_conflictdeclaration_once'), models.CheckConstraint(condition=models.Q(('has_conflict', False), models.Q(('details', ''), _negated=True), _connector='OR'), name='contracts_conflictdeclaration_says_which')],
            },
        ),
        migrations.CreateModel(
            name='EarlyEvaluation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('application', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='early_evaluation', to='contracts.application')),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('reason', models.TextField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='contracts_earlyevaluation_has_its_reason')],
            },
        ),
        migrations.CreateModel(
            name='EvidenceRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence_requests', to='contracts.application')),
                ('question', models.TextField()),
                ('due_on', models.DateField()),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('answer', models.TextField(blank=True)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('answered_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('answered_at', None)), fields=['due_on'], name='contracts_evidencerequest_due')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', False), ('answered_by__isnull', False)), models.Q(('answered_at__isnull', True), ('answered_by__isnull', True)), _connector='OR'), name='contracts_evidencerequest_answered_by_and_answered_at'), models.CheckConstraint(condition=models.Q(('question', ''), _negated=True), name='contracts_evidencerequest_asks_something')],
            },
        ),
        migrations.CreateModel(
            name='Prolongation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('application', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='prolongation', to='contracts.application')),
                ('prolonged_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('prolonged_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('reason', models.TextField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='contracts_prolongation_has_its_reason')],
            },
        ),
        migrations.CreateModel(
            name='Section',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sections', to='contracts.application')),
                ('key', models.SlugField()),
                ('answers', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('answered', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('to_confirm', models.JSONField(default=list)),
                ('revision', models.PositiveIntegerField(default=1)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('saved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('application', 'key'), name='contracts_section_once')],
            },
        ),
        migrations.CreateModel(
            name='Submission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='submissions', to='contracts.application')),
                ('number', models.PositiveSmallIntegerField()),
                ('receipt', models.CharField(max_length=30, unique=True)),
                ('digest', models.CharField(max_length=64)),
                ('submitted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('received_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('application', 'number'), name='contracts_submission_number_once'), models.CheckConstraint(condition=models.Q(('digest__regex', '^[0-9a-f]{64}$')), name='contracts_submission_digest_is_one')],
            },
        ),
        migrations.CreateModel(
            name='ConflictDeclarationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.conflictdeclaration')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('application', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.application')),
                ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('has_conflict', models.BooleanField()),
                ('details', models.TextField(blank=True)),
                ('declared_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='contracts.application')),
                ('request', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='contracts.evidencerequest')),
                ('kind', models.SlugField()),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('name', models.CharField(max_length=200)),
                ('expires_on', models.DateField(blank=True, null=True)),
                ('added_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('removed_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='EvidenceRequestEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.evidencerequest')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('application', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.application')),
                ('question', models.TextField()),
                ('due_on', models.DateField()),
                ('asked_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('answer', models.TextField(blank=True)),
                ('answered_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('answered_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SectionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.section')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('application', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.application')),
                ('key', models.SlugField(db_index=False)),
                ('answers', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('answered', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('to_confirm', models.JSONField(default=list)),
                ('revision', models.PositiveIntegerField(default=1)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('saved_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SubmittedContent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contents', to='contracts.application')),
                ('submission', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='content', to='contracts.submission')),
                ('content', models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('content__has_key', 'schema')), name='contracts_submittedcontent_has_a_schema')],
            },
        ),
        migrations.CreateModel(
            name='EvidenceEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.evidence')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('application', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.application')),
                ('request', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.evidencerequest')),
                ('kind', models.SlugField(db_index=False)),
                ('file', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile')),
                ('name', models.CharField(max_length=200)),
                ('expires_on', models.DateField(blank=True, null=True)),
                ('added_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('added_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('removed_at', models.DateTimeField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RefusedFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('provider', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='refused_files', to='providers.provider')),
                ('application', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='refused_files', to='contracts.application')),
                ('evidence', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='refused', to='contracts.evidence')),
                ('document', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='refused', to='providers.compliancedocument')),
                ('told_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('due_on', models.DateField()),
                ('replaced_at', models.DateTimeField(editable=False, null=True)),
                ('replacement', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaces', to='contracts.evidence')),
                ('new_document', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaces_refused', to='providers.compliancedocument')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('application__isnull', False), ('evidence__isnull', False)), models.Q(('application__isnull', True), ('evidence__isnull', True)), _connector='OR'), name='contracts_refusedfile_application_and_evidence'), models.CheckConstraint(condition=models.Q(('evidence__isnull', True), ('document__isnull', True), _connector='XOR'), name='contracts_refusedfile_of_one_thing'), models.CheckConstraint(condition=models.Q(models.Q(('new_document', None), ('replaced_at', None), ('replacement', None)), models.Q(('evidence__isnull', False), ('new_document', None), ('replaced_at__isnull', False), ('replacement__isnull', False)), models.Q(('document__isnull', False), ('replaced_at__isnull', False), ('replacement', None), ('new_document__isnull', False)), _connector='OR'), name='contracts_refusedfile_replaced_by_something')],
            },
        ),
        migrations.CreateModel(
            name='SentDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='contracts.application')),
                ('evidence', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='contracts.evidence')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('submission', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='contracts.submission')),
            ],
        ),
        migrations.CreateModel(
            name='RefusedFileEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.refusedfile')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('provider', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.provider')),
                ('application', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.application')),
                ('evidence', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.evidence')),
                ('document', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.compliancedocument')),
                ('told_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('due_on', models.DateField()),
                ('replaced_at', models.DateTimeField(editable=False, null=True)),
                ('replacement', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.evidence')),
                ('new_document', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.compliancedocument')),
            ],
            options={
                'abstract': False,
            },
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='application',
            trigger=pgtrigger.compiler.Trigger(name='by_its_moves', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'INSERT' AND NEW.status NOT IN ('draft') AND NOT public.nmiss_is_owner()\n        AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE = 'Nothing begins as ' || NEW.status || '.';\n    END IF;\n    IF TG_OP = 'UPDATE' AND NEW.status <> OLD.status\n        AND (OLD.status || '>' || NEW.status) NOT IN ('approved>told', 'draft>received', 'draft>withdrawn', 'evaluated>recommended', 'received>evaluated', 'received>received', 'received>withdrawn', 'recommended>approved', 'recommended>evaluated') AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE =\n            'No move leads from ' || OLD.status || ' to ' || NEW.status || '.';\n    END IF;\n    RETURN NULL;\n", hash='e685af7e0a559aae6d3763cd51c997465f3fa82e', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_by_its_moves_42e0c', table='contracts_application', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='application',
            trigger=pgtrigger.compiler.Trigger(name='received_as_submitted', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."received_at" IS NOT NULL)', func="\n    IF (TG_OP = 'INSERT' OR NEW.received_at IS DISTINCT FROM OLD.received_at) AND NOT EXISTS (\n        SELECT 1 FROM contracts_submission\n        WHERE application_id = NEW.id AND received_at = NEW.received_at\n    ) THEN\n        RAISE EXCEPTION 'An application is received when a version of it is.';\n    END IF;\n    RETURN NEW;\n", hash='12ee0af202162e66ebea6529cd7dcedc85f75627', operation='INSERT OR UPDATE', pgid='pgtrigger_received_as_submitted_81d13', table='contracts_application', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='application',
            trigger=pgtrigger.compiler.Trigger(name='whose_it_is', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."provider_id" IS DISTINCT FROM (NEW."provider_id") OR OLD."vehicle_id" IS DISTINCT FROM (NEW."vehicle_id") OR OLD."started_by_id" IS DISTINCT FROM (NEW."started_by_id") OR OLD."started_at" IS DISTINCT FROM (NEW."started_at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='621f8fc5429bb669b8d0bf36db93463202cfa0b9', operation='UPDATE', pgid='pgtrigger_whose_it_is_5b211', table='contracts_application', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='application',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.started_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.started_at IS DISTINCT FROM OLD.started_at) THEN\n        NEW.started_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.opened_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.opened_at IS DISTINCT FROM OLD.opened_at) THEN\n        NEW.opened_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.decided_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.decided_at IS DISTINCT FROM OLD.decided_at) THEN\n        NEW.decided_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='2112bbe87b57a2e10ac64f7a9013e54dda1eb231', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_0c083', table='contracts_application', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='application',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_applicationevent" ("decided_at", "id", "opened_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_id", "provider_id", "received_at", "round_id", "scheme_id", "started_at", "started_by_id", "status", "vehicle_id", "withdrawn_at") SELECT new_values."decided_at", new_values."id", new_values."opened_at", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."previous_id", new_values."provider_id", new_values."received_at", new_values."round_id", new_values."scheme_id", new_values."started_at", new_values."started_by_id", new_values."status", new_values."vehicle_id", new_values."withdrawn_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='52354cec7f2bd4e973f3804ee7eb4c6ca24403f1', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_e3479', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_application', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='application',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_applicationevent" ("decided_at", "id", "opened_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_id", "provider_id", "received_at", "round_id", "scheme_id", "started_at", "started_by_id", "status", "vehicle_id", "withdrawn_at") SELECT new_values."decided_at", new_values."id", new_values."opened_at", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."previous_id", new_values."provider_id", new_values."received_at", new_values."round_id", new_values."scheme_id", new_values."started_at", new_values."started_by_id", new_values."status", new_values."vehicle_id", new_values."withdrawn_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5cab8727d53219a90280f0c40381c6457c826e8c', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_71ceb', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_application', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='application',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_applicationevent" ("decided_at", "id", "opened_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_id", "provider_id", "received_at", "round_id", "scheme_id", "started_at", "started_by_id", "status", "vehicle_id", "withdrawn_at") SELECT old_values."decided_at", old_values."id", old_values."opened_at", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."previous_id", old_values."provider_id", old_values."received_at", old_values."round_id", old_values."scheme_id", old_values."started_at", old_values."started_by_id", old_values."status", old_values."vehicle_id", old_values."withdrawn_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='c0025caa022a9c213e90450cc5f00407c8a4eeed', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_9f208', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_application', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='application',
            trigger=pgtrigger.compiler.Trigger(name='opened_by_two_in_its_time', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."opened_at" IS NOT NULL)', func="\n        IF TG_OP = 'UPDATE' AND OLD.opened_at IS NOT NULL THEN RETURN NEW; END IF;\n        IF 2 > (SELECT count(DISTINCT o.officer_id) FROM contracts_opening o\n                        JOIN contracts_conflictdeclaration c\n                          ON c.application_id = o.application_id\n                         AND c.person_id = o.officer_id AND NOT c.has_conflict\n                        WHERE o.application_id = NEW.id) THEN\n            RAISE EXCEPTION 'It takes two officers to open an application.';\n        END IF;\n        IF NOT EXISTS (\n            SELECT 1 FROM contracts_earlyevaluation WHERE application_id = NEW.id\n        ) AND NOT EXISTS (\n            SELECT 1 FROM contracts_round\n            WHERE id = NEW.round_id AND closes_at <= public.nmiss_now()\n        ) THEN\n            RAISE EXCEPTION 'An application is opened after its round has closed.';\n        END IF;\n        RETURN NEW;\n    ", hash='99b1b2af2e9bb16c14b9037d9b59db3202de4df8', operation='INSERT OR UPDATE', pgid='pgtrigger_opened_by_two_in_its_time_7c848', table='contracts_application', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='application',
            trigger=pgtrigger.compiler.Trigger(name='recommended_and_decided_as_written', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF TG_OP = 'UPDATE' AND NEW.status = OLD.status\n            AND NEW.decided_at IS NOT DISTINCT FROM OLD.decided_at THEN\n            RETURN NEW;\n        END IF;\n        IF (NEW.status IN ('recommended', 'approved', 'told')) IS DISTINCT FROM EXISTS (\n            SELECT 1 FROM contracts_recommendation\n            WHERE application_id = NEW.id AND sent_back_at IS NULL\n        ) THEN\n            RAISE EXCEPTION 'An application is recommended as long as a recommendation stands.';\n        END IF;\n        NEW.decided_at :=\n            (SELECT approved_at FROM contracts_approval WHERE application_id = NEW.id);\n        RETURN NEW;\n    ", hash='3ee40dee498ee2237623455e56bcbba8671b87fa', operation='INSERT OR UPDATE', pgid='pgtrigger_recommended_and_decided_as_written_be329', table='contracts_application', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='application',
            trigger=pgtrigger.compiler.Trigger(name='told_by_a_letter', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."status" = \'told\')', constraint='CONSTRAINT', func="\n        IF NOT EXISTS (SELECT 1 FROM contracts_outcomeletter WHERE application_id = NEW.id) THEN\n            RAISE EXCEPTION 'An outcome is told by a letter.';\n        END IF;\n        RETURN NULL;\n    ", hash='406ce4102c462e0d2ab05d43291bb1d166a951a2', operation='INSERT OR UPDATE', pgid='pgtrigger_told_by_a_letter_bd72e', table='contracts_application', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='clarification',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_clarificationevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "published_question", "question", "round_id", "vehicle_id") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."asked_at", new_values."asked_by_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider_id", new_values."published_question", new_values."question", new_values."round_id", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='fc804551aba1eac78c51b7dfb1b602838f25d966', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_7ff29', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_clarification', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='clarification',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_clarificationevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "published_question", "question", "round_id", "vehicle_id") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."asked_at", new_values."asked_by_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider_id", new_values."published_question", new_values."question", new_values."round_id", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2ec2f047874890091810709385299edce85dadc3', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_17eb3', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_clarification', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='clarification',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_clarificationevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "published_question", "question", "round_id", "vehicle_id") SELECT old_values."answer", old_values."answered_at", old_values."answered_by_id", old_values."asked_at", old_values."asked_by_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider_id", old_values."published_question", old_values."question", old_values."round_id", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='08091d8f70716b129d86815fa1984ecb070f51e2', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_0dddc', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_clarification', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='applicationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f0ce198b1a322bfdfa1766183b5ced041cfb4c7f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4fc82', table='contracts_applicationevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='clarificationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='703296c539394f01b864e0f2379edef3080d9a69', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c9fa8', table='contracts_clarificationevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='conflictdeclaration',
            trigger=pgtrigger.compiler.Trigger(name='by_who_commissions', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF NOT EXISTS (SELECT 1 FROM accounts_user WHERE id = NEW.person_id AND is_active\n                                   AND role IN ('officer', 'manager')) THEN\n                        RAISE EXCEPTION 'Officers and managers declare interests, and nobody else.';\n                    END IF;\n\n                    IF NOT EXISTS (\n                        SELECT 1 FROM contracts_application WHERE id = NEW.application_id\n                          AND status IN ('received', 'evaluated', 'recommended', 'approved')\n                    ) THEN\n                        RAISE EXCEPTION 'An interest is declared until the outcome is told.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='953dd26a8bc2d6dc0b0358eb0bff527eb5fd8cc1', operation='INSERT OR UPDATE', pgid='pgtrigger_by_who_commissions_897a4', table='contracts_conflictdeclaration', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='conflictdeclaration',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.declared_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.declared_at IS DISTINCT FROM OLD.declared_at) THEN\n        NEW.declared_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='c82bb614d92ce9b9447f1c4f6c6f0c3341140719', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_370cc', table='contracts_conflictdeclaration', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='conflictdeclaration',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.person_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.person_id, NEW.has_conflict, NEW.details, NEW.declared_at) IS DISTINCT FROM ROW(OLD.person_id, OLD.has_conflict, OLD.details, OLD.declared_at))\n        AND NEW.person_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='b5b732f4d5fdf2ad3d455ee635bfe1c62ff4fbcd', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_74e73', table='contracts_conflictdeclaration', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='conflictdeclaration',
            trigger=pgtrigger.compiler.Trigger(name='kept_for_good', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='d2f951d7131a840f04b87fe2d5abccafdbee03ee', operation='DELETE', pgid='pgtrigger_kept_for_good_00394', table='contracts_conflictdeclaration', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='conflictdeclaration',
            trigger=pgtrigger.compiler.Trigger(name='of_whom_it_was', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."application_id" IS DISTINCT FROM (NEW."application_id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='ec541f627e5c23906c68a1656ef20588623385c2', operation='UPDATE', pgid='pgtrigger_of_whom_it_was_10f44', table='contracts_conflictdeclaration', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='conflictdeclaration',
            trigger=pgtrigger.compiler.Trigger(name='conflicts_stand', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NOT NEW."has_conflict" AND OLD."has_conflict")', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='d9ce770eb2d9fb0dd125eb8eb7e9e33e709819a0', operation='UPDATE', pgid='pgtrigger_conflicts_stand_8c7b4', table='contracts_conflictdeclaration', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='conflictdeclaration',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_conflictdeclarationevent" ("application_id", "declared_at", "details", "has_conflict", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."application_id", new_values."declared_at", new_values."details", new_values."has_conflict", new_values."id", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='7e4d23a163dd60b7de62423a375e00d71c9f71da', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_5f18f', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_conflictdeclaration', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='conflictdeclaration',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_conflictdeclarationevent" ("application_id", "declared_at", "details", "has_conflict", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."application_id", new_values."declared_at", new_values."details", new_values."has_conflict", new_values."id", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='943808e1a394d92520ebf1d2a45091bf0a61141b', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_f7a8f', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_conflictdeclaration', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='conflictdeclaration',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_conflictdeclarationevent" ("application_id", "declared_at", "details", "has_conflict", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."application_id", old_values."declared_at", old_values."details", old_values."has_conflict", old_values."id", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='4cc41f8c2f57717d7056a57ffbeb21060cc88d13', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_dbd02', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_conflictdeclaration', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='earlyevaluation',
            trigger=pgtrigger.compiler.Trigger(name='by_who_commissions', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF NOT EXISTS (SELECT 1 FROM accounts_user WHERE id = NEW.decided_by_id AND is_active\n                                   AND role IN ('officer', 'manager')) THEN\n                        RAISE EXCEPTION 'Officers and managers have applications evaluated early, and nobody else.';\n                    END IF;\nRETURN NEW;", hash='fb398b27fe958ebe1c123663d929e570b904f4fd', operation='INSERT', pgid='pgtrigger_by_who_commissions_cffbc', table='contracts_earlyevaluation', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='earlyevaluation',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.decided_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.decided_at IS DISTINCT FROM OLD.decided_at) THEN\n        NEW.decided_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='974a5f645d5ad74d00a1e2e943b57d78afdf4a46', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_917a6', table='contracts_earlyevaluation', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='earlyevaluation',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.decided_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.decided_by_id) IS DISTINCT FROM ROW(OLD.decided_by_id))\n        AND NEW.decided_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='5c48439fb3d7f921e5565024a6b835dd74d33a85', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_bebdc', table='contracts_earlyevaluation', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='earlyevaluation',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='83e6f26a278a6388a121d92c81b9ded82e93d69c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_dcaf8', table='contracts_earlyevaluation', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='evidencerequest',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_evidencerequestevent" ("answer", "answered_at", "answered_by_id", "application_id", "asked_at", "asked_by_id", "due_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."application_id", new_values."asked_at", new_values."asked_by_id", new_values."due_on", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."question" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='af846853ad34c8a5a41f64d639bd4b467e8eb6ff', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_0f028', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_evidencerequest', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='evidencerequest',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_evidencerequestevent" ("answer", "answered_at", "answered_by_id", "application_id", "asked_at", "asked_by_id", "due_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."application_id", new_values."asked_at", new_values."asked_by_id", new_values."due_on", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."question" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='495094710a28032bc5795e0205448eabe2ebcf60', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_5e73a', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_evidencerequest', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='evidencerequest',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_evidencerequestevent" ("answer", "answered_at", "answered_by_id", "application_id", "asked_at", "asked_by_id", "due_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question") SELECT old_values."answer", old_values."answered_at", old_values."answered_by_id", old_values."application_id", old_values."asked_at", old_values."asked_by_id", old_values."due_on", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."question" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='8970bc0311cad0a587592e24986bfd63afa4e90f', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_5e670', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_evidencerequest', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='prolongation',
            trigger=pgtrigger.compiler.Trigger(name='by_who_commissions', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF NOT EXISTS (SELECT 1 FROM accounts_user WHERE id = NEW.prolonged_by_id AND is_active\n                                   AND role IN ('officer', 'manager')) THEN\n                        RAISE EXCEPTION 'Officers and managers prolong assessments, and nobody else.';\n                    END IF;\nRETURN NEW;", hash='21ef730683b694f1078196d1cda05c3fcc49b38a', operation='INSERT', pgid='pgtrigger_by_who_commissions_3d64c', table='contracts_prolongation', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='prolongation',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.prolonged_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.prolonged_at IS DISTINCT FROM OLD.prolonged_at) THEN\n        NEW.prolonged_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='4db6f02614b44b833eb7eb1abf85d48c47138ecf', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_d289c', table='contracts_prolongation', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='prolongation',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.prolonged_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.prolonged_by_id) IS DISTINCT FROM ROW(OLD.prolonged_by_id))\n        AND NEW.prolonged_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='6c473bec079f035bd5adbe7784cab09237d838ee', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_dd5d8', table='contracts_prolongation', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='prolongation',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0e307404e6bb5aed6f6fb47087f4999bb3c5ecaa', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_14b5a', table='contracts_prolongation', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='section',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_sectionevent" ("answered", "answers", "application_id", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "saved_at", "saved_by_id", "to_confirm") SELECT new_values."answered", new_values."answers", new_values."application_id", new_values."id", new_values."key", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."revision", new_values."saved_at", new_values."saved_by_id", new_values."to_confirm" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='52f5a607f5eee507c5bfdf357584ca02e416f2d7', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_8ba1d', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_section', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='section',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_sectionevent" ("answered", "answers", "application_id", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "saved_at", "saved_by_id", "to_confirm") SELECT new_values."answered", new_values."answers", new_values."application_id", new_values."id", new_values."key", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."revision", new_values."saved_at", new_values."saved_by_id", new_values."to_confirm" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='bf96ef80b07bf114eba622043a7ef5b1f924f1ce', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_cc428', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_section', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='section',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_sectionevent" ("answered", "answers", "application_id", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "saved_at", "saved_by_id", "to_confirm") SELECT old_values."answered", old_values."answers", old_values."application_id", old_values."id", old_values."key", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."revision", old_values."saved_at", old_values."saved_by_id", old_values."to_confirm" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='3f64943994ced7cd1d85ef68d06b97f7649363a5', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_90757', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_section', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='submission',
            trigger=pgtrigger.compiler.Trigger(name='kept_for_good', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='21247dadb23e2cd4dc339bddb3b32bef5bc60de3', operation='DELETE', pgid='pgtrigger_kept_for_good_ed7b6', table='contracts_submission', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='submission',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.submitted_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.submitted_by_id, NEW.digest) IS DISTINCT FROM ROW(OLD.submitted_by_id, OLD.digest))\n        AND NEW.submitted_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='c9d4b6d7e08376565be76ba63dafef2622dda614', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_000db', table='contracts_submission', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='submission',
            trigger=pgtrigger.compiler.Trigger(name='received_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF OLD.received_at IS NOT NULL THEN\n                        RAISE EXCEPTION 'What was submitted does not change.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='80ede974f83d7a69b9fb74de03a5b4c57281d7fc', operation='UPDATE', pgid='pgtrigger_received_once_ed50b', table='contracts_submission', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='conflictdeclarationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a3ab33ac9ee76a41e3e84a5f5520e9f8d3946bed', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9ce32', table='contracts_conflictdeclarationevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='evidence',
            trigger=pgtrigger.compiler.Trigger(name='of_what_it_was', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."application_id" IS DISTINCT FROM (NEW."application_id") OR OLD."file_id" IS DISTINCT FROM (NEW."file_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."added_at" IS DISTINCT FROM (NEW."added_at") OR OLD."added_by_id" IS DISTINCT FROM (NEW."added_by_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='5acbc2f8361a0db9d86bd87ded09b3de569341e3', operation='UPDATE', pgid='pgtrigger_of_what_it_was_7066b', table='contracts_evidence', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='evidence',
            trigger=pgtrigger.compiler.Trigger(name='added_by_the_applicant', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF NOT EXISTS (\n                        SELECT 1 FROM contracts_application a\n                        JOIN providers_providermember m ON m.provider_id = a.provider_id\n                        WHERE a.id = NEW.application_id AND m.user_id = public.nmiss_acting_person()\n                    ) THEN\n                        RAISE EXCEPTION 'An applicant adds its documents, in person.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='dbd8063504ee5f6862ce8a3aee7a6d723cd35952', operation='INSERT', pgid='pgtrigger_added_by_the_applicant_f2746', table='contracts_evidence', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='evidence',
            trigger=pgtrigger.compiler.Trigger(name='no_more_than', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF 200 < (SELECT count(*) FROM public.contracts_evidence AS row\n                 WHERE application_id = NEW.application_id AND NOT EXISTS (SELECT 1 FROM public.contracts_refusedfile WHERE evidence_id = row.id)) THEN\n        RAISE EXCEPTION 'There are no more than 200.';\n    END IF;\n    RETURN NULL;\n", hash='81868fd41708d4d295644e11cc0e1f835deb0f28', operation='INSERT', pgid='pgtrigger_no_more_than_9b01f', table='contracts_evidence', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='evidence',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_evidenceevent" ("added_at", "added_by_id", "application_id", "expires_on", "file_id", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "request_id") SELECT new_values."added_at", new_values."added_by_id", new_values."application_id", new_values."expires_on", new_values."file_id", new_values."id", new_values."kind", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."removed_at", new_values."request_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='526cad9780c5fd9518591b93edceca2f50bb6dae', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_4da6b', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_evidence', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='evidence',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_evidenceevent" ("added_at", "added_by_id", "application_id", "expires_on", "file_id", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "request_id") SELECT new_values."added_at", new_values."added_by_id", new_values."application_id", new_values."expires_on", new_values."file_id", new_values."id", new_values."kind", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."removed_at", new_values."request_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='41caea004275d77f99cbd773284c528a4debc4cb', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_452b8', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_evidence', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='evidence',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_evidenceevent" ("added_at", "added_by_id", "application_id", "expires_on", "file_id", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "request_id") SELECT old_values."added_at", old_values."added_by_id", old_values."application_id", old_values."expires_on", old_values."file_id", old_values."id", old_values."kind", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."removed_at", old_values."request_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='db29cad608109d2534c837fde321930e61003ea1', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_a1951', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_evidence', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='evidencerequestevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='592b12cf1618d05c9a08498805f2a6df2df272e3', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_cb3c6', table='contracts_evidencerequestevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='sectionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='898bce83b4ea96e87b198bc1f82a7f684afb710f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a369f', table='contracts_sectionevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='submittedcontent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0fc8ea548b462ff6a96a195ac12a092ace791141', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a834a', table='contracts_submittedcontent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='evidenceevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e45e90e6459617c38ffa2cd821a75e17e303e5ca', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_16bad', table='contracts_evidenceevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='refusedfile',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_refusedfileevent" ("application_id", "document_id", "due_on", "evidence_id", "id", "new_document_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "replaced_at", "replacement_id", "told_at") SELECT new_values."application_id", new_values."document_id", new_values."due_on", new_values."evidence_id", new_values."id", new_values."new_document_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider_id", new_values."replaced_at", new_values."replacement_id", new_values."told_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b8f86867b9f4ca517dd77cb874ace4af038b2b0c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_73261', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_refusedfile', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='refusedfile',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_refusedfileevent" ("application_id", "document_id", "due_on", "evidence_id", "id", "new_document_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "replaced_at", "replacement_id", "told_at") SELECT new_values."application_id", new_values."document_id", new_values."due_on", new_values."evidence_id", new_values."id", new_values."new_document_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider_id", new_values."replaced_at", new_values."replacement_id", new_values."told_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='72e22a6b8478a5ed774866c92a0dbd87703c2f76', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_7f277', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_refusedfile', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='refusedfile',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_refusedfileevent" ("application_id", "document_id", "due_on", "evidence_id", "id", "new_document_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "replaced_at", "replacement_id", "told_at") SELECT old_values."application_id", old_values."document_id", old_values."due_on", old_values."evidence_id", old_values."id", old_values."new_document_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider_id", old_values."replaced_at", old_values."replacement_id", old_values."told_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='c8efc538fb2189a251a2e66e9fd53b1638b331ff', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_774d9', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_refusedfile', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='refusedfileevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4481d33ec790c9cf8053784a8e56496ad964c473', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_78393', table='contracts_refusedfileevent', when='BEFORE')),
        ),
    ]
