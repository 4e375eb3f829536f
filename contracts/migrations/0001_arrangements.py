"""Arrangements, lots, schemes, rounds, notices and documents, with their history and triggers."""

import contracts.arrangements.models.round
import datetime
import django.contrib.postgres.constraints
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import nmiss.base.core.clock
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('core', '0003_legal_time_limits'),
        ('files', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('providers', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Vehicle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, unique=True)),
                ('kind', models.CharField(choices=[('dps', 'Dynamic purchasing system'), ('dynamic_market', 'Dynamic market'), ('framework', 'Framework'), ('open_framework', 'Open framework'), ('spot', 'Spot purchase')], default='dps', max_length=20)),
                ('established_on', models.DateField(default=datetime.date(2022, 9, 1))),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('references', models.CharField(blank=True, max_length=300)),
                ('advertised_value', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, validators=[django.core.validators.MinValueValidator(0)])),
                ('value_basis', models.CharField(choices=[('total', 'For the whole term'), ('annual', 'For each year'), ('unknown', 'Not stated')], default='unknown', max_length=10)),
                ('round_mode', models.CharField(choices=[('strict_reg34', 'Strict regulation 34'), ('light_touch', 'Light-touch rounds')], default='strict_reg34', max_length=20)),
                ('mode_approved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('mode_legal_advice', models.CharField(blank=True, max_length=300)),
                ('mode_documents', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['dps', 'dynamic_market', 'framework', 'open_framework', 'spot'])), name='contracts_vehicle_kind_is_known'), models.CheckConstraint(condition=models.Q(('value_basis__in', ['total', 'annual', 'unknown'])), name='contracts_vehicle_value_basis_is_known'), models.CheckConstraint(condition=models.Q(('round_mode__in', ['strict_reg34', 'light_touch'])), name='contracts_vehicle_round_mode_is_known'), models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='contracts_vehicle_starts_on_before_ends_on', violation_error_message='The term ends on its first day or later.'), models.CheckConstraint(condition=models.Q(('advertised_value', None), ('advertised_value__gte', 0), _connector='OR'), name='contracts_vehicle_value_not_below_nought'), models.CheckConstraint(condition=models.Q(models.Q(('established_on__lt', datetime.date(2025, 2, 24)), ('kind', 'dps')), models.Q(('established_on__gte', datetime.date(2025, 2, 24)), ('kind__in', ['dynamic_market', 'open_framework'])), ('kind__in', ['framework', 'spot']), _connector='OR'), name='contracts_vehicle_is_of_its_regime', violation_error_message='A DPS was established before 24 February 2025; a dynamic market or an open framework on that day or later.'), models.CheckConstraint(condition=models.Q(('round_mode', 'strict_reg34'), models.Q(('mode_approved_by__isnull', False), models.Q(('mode_legal_advice', ''), _negated=True), models.Q(('mode_documents', ''), _negated=True)), _connector='OR'), name='contracts_vehicle_light_touch_has_its_reasons', violation_error_message='Light-touch rounds need an approver, a reference to legal advice and a reference to the published documents.')],
            },
        ),
        migrations.CreateModel(
            name='VehicleEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.vehicle')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=200)),
                ('kind', models.CharField(choices=[('dps', 'Dynamic purchasing system'), ('dynamic_market', 'Dynamic market'), ('framework', 'Framework'), ('open_framework', 'Open framework'), ('spot', 'Spot purchase')], default='dps', max_length=20)),
                ('established_on', models.DateField(default=datetime.date(2022, 9, 1))),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('references', models.CharField(blank=True, max_length=300)),
                ('advertised_value', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, validators=[django.core.validators.MinValueValidator(0)])),
                ('value_basis', models.CharField(choices=[('total', 'For the whole term'), ('annual', 'For each year'), ('unknown', 'Not stated')], default='unknown', max_length=10)),
                ('round_mode', models.CharField(choices=[('strict_reg34', 'Strict regulation 34'), ('light_touch', 'Light-touch rounds')], default='strict_reg34', max_length=20)),
                ('mode_approved_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('mode_legal_advice', models.CharField(blank=True, max_length=300)),
                ('mode_documents', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Lot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('vehicle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lots', to='contracts.vehicle')),
                ('number', models.PositiveSmallIntegerField()),
                ('name', models.CharField(blank=True, max_length=200)),
                ('consulted_first', models.BooleanField(default=False)),
                ('block_allowed', models.BooleanField(default=False)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('vehicle', 'number'), name='contracts_lot_number_once')],
            },
        ),
        migrations.CreateModel(
            name='LotEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.lot')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('vehicle', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.vehicle')),
                ('number', models.PositiveSmallIntegerField()),
                ('name', models.CharField(blank=True, max_length=200)),
                ('consulted_first', models.BooleanField(default=False)),
                ('block_allowed', models.BooleanField(default=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('vehicle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='contracts.vehicle')),
                ('kind', models.CharField(choices=[('f01', 'F01 Prior information notice (PIN)'), ('f02', 'F02 Contract notice'), ('f03', 'F03 Contract award notice'), ('f14', 'F14 Corrigendum'), ('f20', 'F20 Modification notice'), ('f21', 'F21 Social and other specific services'), ('uk1', 'UK1 Pipeline notice'), ('uk2', 'UK2 Preliminary market engagement notice'), ('uk3', 'UK3 Planned procurement notice'), ('uk4', 'UK4 Tender notice'), ('uk5', 'UK5 Transparency notice'), ('uk6', 'UK6 Contract award notice'), ('uk7', 'UK7 Contract details notice'), ('uk10', 'UK10 Contract change notice'), ('uk11', 'UK11 Contract termination notice'), ('uk12', 'UK12 Procurement termination notice'), ('uk13', 'UK13 Dynamic market intention notice'), ('uk14', 'UK14 Dynamic market establishment notice'), ('uk15', 'UK15 Dynamic market modification notice'), ('uk16', 'UK16 Dynamic market cessation notice')], max_length=10)),
                ('sent_on', models.DateField()),
                ('reference', models.CharField(max_length=100)),
                ('quarter', models.DateField(blank=True, null=True)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['f01', 'f02', 'f03', 'f14', 'f20', 'f21', 'uk1', 'uk2', 'uk3', 'uk4', 'uk5', 'uk6', 'uk7', 'uk10', 'uk11', 'uk12', 'uk13', 'uk14', 'uk15', 'uk16'])), name='contracts_notice_kind_is_known'), models.UniqueConstraint(fields=('vehicle', 'kind', 'reference'), name='contracts_notice_reference_once', violation_error_message='A notice of this type and reference is in the register.'), models.CheckConstraint(condition=models.Q(('quarter', None), ('kind__in', ['f03', 'uk6']), _connector='OR'), name='contracts_notice_quarter_of_award_notices')],
            },
        ),
        migrations.CreateModel(
            name='NoticeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.notice')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('vehicle', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.vehicle')),
                ('kind', models.CharField(choices=[('f01', 'F01 Prior information notice (PIN)'), ('f02', 'F02 Contract notice'), ('f03', 'F03 Contract award notice'), ('f14', 'F14 Corrigendum'), ('f20', 'F20 Modification notice'), ('f21', 'F21 Social and other specific services'), ('uk1', 'UK1 Pipeline notice'), ('uk2', 'UK2 Preliminary market engagement notice'), ('uk3', 'UK3 Planned procurement notice'), ('uk4', 'UK4 Tender notice'), ('uk5', 'UK5 Transparency notice'), ('uk6', 'UK6 Contract award notice'), ('uk7', 'UK7 Contract details notice'), ('uk10', 'UK10 Contract change notice'), ('uk11', 'UK11 Contract termination notice'), ('uk12', 'UK12 Procurement termination notice'), ('uk13', 'UK13 Dynamic market intention notice'), ('uk14', 'UK14 Dynamic market establishment notice'), ('uk15', 'UK15 Dynamic market modification notice'), ('uk16', 'UK16 Dynamic market cessation notice')], max_length=10)),
                ('sent_on', models.DateField()),
                ('reference', models.CharField(max_length=100)),
                ('quarter', models.DateField(blank=True, null=True)),
                ('recorded_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='NoticeWaiver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('vehicle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='waivers', to='contracts.vehicle')),
                ('quarter', models.DateField()),
                ('reason', models.TextField()),
                ('waived_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('waived_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('vehicle', 'quarter'), name='contracts_noticewaiver_quarter_once'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='contracts_noticewaiver_has_its_reason')],
            },
        ),
        migrations.CreateModel(
            name='NoticeWaiverEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.noticewaiver')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('vehicle', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.vehicle')),
                ('quarter', models.DateField()),
                ('reason', models.TextField()),
                ('waived_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('waived_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='VehicleDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('vehicle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='contracts.vehicle')),
                ('title', models.CharField(max_length=200)),
                ('version', models.PositiveSmallIntegerField()),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('published_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('published_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('vehicle', 'title', 'version'), name='contracts_vehicledocument_version_once')],
            },
        ),
        migrations.CreateModel(
            name='VehicleDocumentEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.vehicledocument')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('vehicle', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.vehicle')),
                ('title', models.CharField(max_length=200)),
                ('version', models.PositiveSmallIntegerField()),
                ('file', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile')),
                ('published_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('published_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EvaluationScheme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('vehicle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='schemes', to='contracts.vehicle')),
                ('version', models.PositiveSmallIntegerField()),
                ('scale', models.PositiveSmallIntegerField(default=10)),
                ('shortest_rationale', models.PositiveSmallIntegerField(default=40)),
                ('published_at', models.DateTimeField(editable=False, null=True)),
                ('published_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('vehicle', 'version'), name='contracts_evaluationscheme_version_once'), models.UniqueConstraint(condition=models.Q(('published_at', None)), fields=('vehicle',), name='contracts_evaluationscheme_one_draft'), models.CheckConstraint(condition=models.Q(('scale__gt', 0)), name='contracts_evaluationscheme_scale_above_nought'), models.CheckConstraint(condition=models.Q(models.Q(('published_at__isnull', False), ('published_by__isnull', False)), models.Q(('published_at__isnull', True), ('published_by__isnull', True)), _connector='OR'), name='contracts_evaluationscheme_published_at_and_published_by')],
            },
        ),
        migrations.CreateModel(
            name='EvaluationSchemeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.evaluationscheme')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('vehicle', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.vehicle')),
                ('version', models.PositiveSmallIntegerField()),
                ('scale', models.PositiveSmallIntegerField(default=10)),
                ('shortest_rationale', models.PositiveSmallIntegerField(default=40)),
                ('published_at', models.DateTimeField(editable=False, null=True)),
                ('published_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scheme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='contracts.evaluationscheme')),
                ('number', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1)])),
                ('section', models.CharField(max_length=100)),
                ('title', models.CharField(max_length=200)),
                ('text', models.TextField()),
                ('weight', models.DecimalField(decimal_places=2, max_digits=5)),
                ('word_limit', models.PositiveSmallIntegerField(default=500, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5000)])),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('scheme', 'number'), name='contracts_question_number_once'), models.CheckConstraint(condition=models.Q(('weight__gt', 0), ('weight__lte', 100)), name='contracts_question_weight_is_a_share', violation_error_message='Enter a weight from 0.01 to 100.'), models.CheckConstraint(condition=models.Q(('number__gte', 1), ('word_limit__gte', 1)), name='contracts_question_can_be_answered')],
            },
        ),
        migrations.CreateModel(
            name='QuestionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.question')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('scheme', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.evaluationscheme')),
                ('number', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1)])),
                ('section', models.CharField(max_length=100)),
                ('title', models.CharField(max_length=200)),
                ('text', models.TextField()),
                ('weight', models.DecimalField(decimal_places=2, max_digits=5)),
                ('word_limit', models.PositiveSmallIntegerField(default=500, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5000)])),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Threshold',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scheme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='thresholds', to='contracts.evaluationscheme')),
                ('lot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='thresholds', to='contracts.lot')),
                ('total_minimum', models.DecimalField(decimal_places=2, max_digits=5)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('scheme', 'lot'), name='contracts_threshold_once'), models.CheckConstraint(condition=models.Q(('total_minimum__gte', 0), ('total_minimum__lte', 100)), name='contracts_threshold_total_is_of_100')],
            },
        ),
        migrations.CreateModel(
            name='ThresholdEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.threshold')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('scheme', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.evaluationscheme')),
                ('lot', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.lot')),
                ('total_minimum', models.DecimalField(decimal_places=2, max_digits=5)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='QuestionMinimum',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('threshold', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='minimums', to='contracts.threshold')),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='minimums', to='contracts.question')),
                ('minimum', models.DecimalField(decimal_places=2, max_digits=4)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('threshold', 'question'), name='contracts_questionminimum_once'), models.CheckConstraint(condition=models.Q(('minimum__gte', 0)), name='contracts_questionminimum_not_below_nought')],
            },
        ),
        migrations.CreateModel(
            name='QuestionMinimumEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.questionminimum')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('threshold', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.threshold')),
                ('question', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.question')),
                ('minimum', models.DecimalField(decimal_places=2, max_digits=4)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Round',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('vehicle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rounds', to='contracts.vehicle')),
                ('number', models.PositiveSmallIntegerField()),
                ('opens_at', models.DateTimeField()),
                ('closes_at', models.DateTimeField()),
                ('clarifications_close_at', models.DateTimeField(blank=True, null=True)),
                ('evaluation_ends_on', models.DateField(blank=True, null=True)),
                ('notice_text', models.TextField(blank=True)),
                ('quarter', models.DateField(editable=False, null=True)),
                ('scheme', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rounds', to='contracts.evaluationscheme')),
                ('status', models.CharField(choices=[('planned', 'Planned'), ('open', 'Open'), ('closed', 'Closed')], default='planned', editable=False, max_length=10)),
                ('opened_at', models.DateTimeField(editable=False, null=True)),
                ('closed_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('status__in', ['planned', 'open', 'closed'])), name='contracts_round_status_is_known'), models.UniqueConstraint(fields=('vehicle', 'number'), name='contracts_round_number_once'), models.UniqueConstraint(fields=('vehicle', 'quarter'), name='contracts_round_quarter_once'), models.CheckConstraint(condition=models.Q(('closes_at__gt', models.F('opens_at'))), name='contracts_round_closes_after_opening', violation_error_message='The closing must be after the opening.'), models.CheckConstraint(condition=models.Q(('evaluation_ends_on', None), ('evaluation_ends_on__gt', contracts.arrangements.models.round._DayInLondon('closes_at')), _connector='OR'), name='contracts_round_evaluated_after_closing', violation_error_message='The evaluation ends after the closing.'), models.CheckConstraint(condition=models.Q(models.Q(('closed_at', None), ('opened_at', None), ('status', 'planned')), models.Q(('closed_at', None), ('opened_at__isnull', False), ('status', 'open')), models.Q(('closed_at__isnull', False), ('opened_at__isnull', False), ('status', 'closed')), _connector='OR'), name='contracts_round_dates_agree_with_status'), models.CheckConstraint(condition=models.Q(('opened_at', None), ('opened_at__gte', models.F('opens_at')), _connector='OR'), name='contracts_round_not_before_its_time'), models.CheckConstraint(condition=models.Q(('closed_at', None), ('closed_at__gte', models.F('closes_at')), _connector='OR'), name='contracts_round_not_closed_early'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('vehicle', '='), (contracts.arrangements.models.round._Span('opens_at', 'closes_at'), '&&')], name='contracts_round_no_overlap', violation_error_message='Another round of this vehicle is open at some of this time.')],
            },
        ),
        migrations.CreateModel(
            name='RoundEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.round')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('vehicle', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.vehicle')),
                ('number', models.PositiveSmallIntegerField()),
                ('opens_at', models.DateTimeField()),
                ('closes_at', models.DateTimeField()),
                ('clarifications_close_at', models.DateTimeField(blank=True, null=True)),
                ('evaluation_ends_on', models.DateField(blank=True, null=True)),
                ('notice_text', models.TextField(blank=True)),
                ('quarter', models.DateField(editable=False, null=True)),
                ('scheme', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.evaluationscheme')),
                ('status', models.CharField(choices=[('planned', 'Planned'), ('open', 'Open'), ('closed', 'Closed')], default='planned', editable=False, max_length=10)),
                ('opened_at', models.DateTimeField(editable=False, null=True)),
                ('closed_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RecoveryWindow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recovery_windows', to='contracts.round')),
                ('provider', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recovery_windows', to='providers.provider')),
                ('proposal', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.proposal')),
                ('agreed_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('opens_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('closes_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('closes_at__gt', models.F('opens_at'))), name='contracts_recoverywindow_closes_after_opening')],
            },
        ),
        migrations.CreateModel(
            name='RecoveryWindowEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.recoverywindow')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('round', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.round')),
                ('provider', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.provider')),
                ('proposal', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.proposal')),
                ('agreed_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('opens_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('closes_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RoundWatch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('vehicle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='watches', to='contracts.vehicle')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='round_watches', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('vehicle', 'user'), name='contracts_roundwatch_once')],
            },
        ),
        migrations.CreateModel(
            name='RoundWatchEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.roundwatch')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('vehicle', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.vehicle')),
                ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vehicle',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_vehicleevent" ("advertised_value", "ends_on", "established_on", "id", "kind", "mode_approved_by_id", "mode_documents", "mode_legal_advice", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "references", "round_mode", "starts_on", "value_basis") SELECT new_values."advertised_value", new_values."ends_on", new_values."established_on", new_values."id", new_values."kind", new_values."mode_approved_by_id", new_values."mode_documents", new_values."mode_legal_advice", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."references", new_values."round_mode", new_values."starts_on", new_values."value_basis" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='afa70e81feb110fd2b9231c5e20dc3f75f19c5a4', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_394a7', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_vehicle', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vehicle',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_vehicleevent" ("advertised_value", "ends_on", "established_on", "id", "kind", "mode_approved_by_id", "mode_documents", "mode_legal_advice", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "references", "round_mode", "starts_on", "value_basis") SELECT new_values."advertised_value", new_values."ends_on", new_values."established_on", new_values."id", new_values."kind", new_values."mode_approved_by_id", new_values."mode_documents", new_values."mode_legal_advice", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."references", new_values."round_mode", new_values."starts_on", new_values."value_basis" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='7a6dc41993fb95e713477854e7f14661053c1448', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_fa1b4', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_vehicle', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vehicle',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_vehicleevent" ("advertised_value", "ends_on", "established_on", "id", "kind", "mode_approved_by_id", "mode_documents", "mode_legal_advice", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "references", "round_mode", "starts_on", "value_basis") SELECT old_values."advertised_value", old_values."ends_on", old_values."established_on", old_values."id", old_values."kind", old_values."mode_approved_by_id", old_values."mode_documents", old_values."mode_legal_advice", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."references", old_values."round_mode", old_values."starts_on", old_values."value_basis" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='3681b5027571683cf8bb0d9a1441eb6298d3657f', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_020d7', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_vehicle', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vehicleevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1e0c2a8eb6ca04d2a7d48e925b7e1e07a8cb952f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_913a7', table='contracts_vehicleevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lot',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_lotevent" ("block_allowed", "consulted_first", "id", "name", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "vehicle_id") SELECT new_values."block_allowed", new_values."consulted_first", new_values."id", new_values."name", new_values."number", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='cf65e523281dd12def9d56851389b24c04dba22c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_8f96a', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_lot', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lot',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_lotevent" ("block_allowed", "consulted_first", "id", "name", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "vehicle_id") SELECT new_values."block_allowed", new_values."consulted_first", new_values."id", new_values."name", new_values."number", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='45dde559046c2284f5db075b2f62b8a258102e51', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_ecb51', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_lot', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lot',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_lotevent" ("block_allowed", "consulted_first", "id", "name", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "vehicle_id") SELECT old_values."block_allowed", old_values."consulted_first", old_values."id", old_values."name", old_values."number", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='0a57ab9c56cb2f36e2b9525c5a587963d1d5e506', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_823c2', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_lot', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lotevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='94993609c83f4da399b3dc418778fb40a95f7eab', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c7063', table='contracts_lotevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='notice',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_noticeevent" ("id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "recorded_at", "recorded_by_id", "reference", "sent_on", "vehicle_id") SELECT new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."quarter", new_values."recorded_at", new_values."recorded_by_id", new_values."reference", new_values."sent_on", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e1f439eb5314d333d955c7b903e80fee513df78b', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_5449f', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_notice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='notice',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_noticeevent" ("id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "recorded_at", "recorded_by_id", "reference", "sent_on", "vehicle_id") SELECT new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."quarter", new_values."recorded_at", new_values."recorded_by_id", new_values."reference", new_values."sent_on", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='0433a87f1b157347463cc06f0af63097c2da5f30', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_835c0', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_notice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='notice',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_noticeevent" ("id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "recorded_at", "recorded_by_id", "reference", "sent_on", "vehicle_id") SELECT old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."quarter", old_values."recorded_at", old_values."recorded_by_id", old_values."reference", old_values."sent_on", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='f03e11b9e865d68a57d2ac6bf98252f6c50f2ff5', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_9d067', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_notice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='noticeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8fd9961cd3b706729d66ba40fa87d153eb788cb6', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_54738', table='contracts_noticeevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='noticewaiver',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_noticewaiverevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "reason", "vehicle_id", "waived_at", "waived_by_id") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."quarter", new_values."reason", new_values."vehicle_id", new_values."waived_at", new_values."waived_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3e481d1c0d0af08571622d7825a6153e0c421ce6', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_3764b', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_noticewaiver', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='noticewaiver',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_noticewaiverevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "reason", "vehicle_id", "waived_at", "waived_by_id") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."quarter", new_values."reason", new_values."vehicle_id", new_values."waived_at", new_values."waived_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='7bc62412d7d2646576ec98c00e68f02961bce78e', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_858de', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_noticewaiver', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='noticewaiver',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_noticewaiverevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "reason", "vehicle_id", "waived_at", "waived_by_id") SELECT old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."quarter", old_values."reason", old_values."vehicle_id", old_values."waived_at", old_values."waived_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='0ef9974a41548e8630fa99452aa160bc84693952', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_707fc', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_noticewaiver', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='noticewaiverevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3e6c6e9755330972ad98a5131de401f8e455c6a3', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_58617', table='contracts_noticewaiverevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vehicledocument',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_vehicledocumentevent" ("file_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "title", "vehicle_id", "version") SELECT new_values."file_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."published_at", new_values."published_by_id", new_values."title", new_values."vehicle_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='6cdfa5e121c92b39063552e42b837813b4de81c5', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_c9839', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_vehicledocument', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vehicledocument',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_vehicledocumentevent" ("file_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "title", "vehicle_id", "version") SELECT new_values."file_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."published_at", new_values."published_by_id", new_values."title", new_values."vehicle_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='587f97bb74be3a07b6085c5a352c8fcfd2d13ec8', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_7ad03', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_vehicledocument', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vehicledocument',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_vehicledocumentevent" ("file_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "title", "vehicle_id", "version") SELECT old_values."file_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."published_at", old_values."published_by_id", old_values."title", old_values."vehicle_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='1b3aff09adc9e50fb89b9d694d15dc6d1003bb68', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_0c68c', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_vehicledocument', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vehicledocumentevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ba95fb0fce2c563e75568d6eba3b1ed095a94335', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_54a11', table='contracts_vehicledocumentevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evaluationscheme',
            trigger=pgtrigger.compiler.Trigger(name='whole_when_published', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF OLD.published_at IS NOT NULL THEN\n                        RAISE EXCEPTION 'A published evaluation scheme is not edited: succeed it.';\n                    END IF;\n                    IF NEW.published_at IS NOT NULL AND 100 IS DISTINCT FROM\n                        (SELECT sum(weight) FROM contracts_question WHERE scheme_id = NEW.id) THEN\n                        RAISE EXCEPTION 'The weights of a scheme add up to 100.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='101b643112c2163ba864e627de412575889a227c', operation='UPDATE', pgid='pgtrigger_whole_when_published_aeed5', table='contracts_evaluationscheme', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evaluationscheme',
            trigger=pgtrigger.compiler.Trigger(name='kept_once_published', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."published_at" IS NOT NULL)', func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='4e537d42ca4bf964861e704f1b274150a339956d', operation='DELETE', pgid='pgtrigger_kept_once_published_6cc89', table='contracts_evaluationscheme', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evaluationscheme',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_evaluationschemeevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "scale", "shortest_rationale", "vehicle_id", "version") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."published_at", new_values."published_by_id", new_values."scale", new_values."shortest_rationale", new_values."vehicle_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='48f9b42564dd963b410468068271c263c1830ab2', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_1fdb7', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_evaluationscheme', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evaluationscheme',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_evaluationschemeevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "scale", "shortest_rationale", "vehicle_id", "version") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."published_at", new_values."published_by_id", new_values."scale", new_values."shortest_rationale", new_values."vehicle_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='316e7b77d53fe193a140f13780370861cf7792c2', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_07825', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_evaluationscheme', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evaluationscheme',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_evaluationschemeevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "scale", "shortest_rationale", "vehicle_id", "version") SELECT old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."published_at", old_values."published_by_id", old_values."scale", old_values."shortest_rationale", old_values."vehicle_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='88fde77e18306078412bfc17cb40e329532f582e', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_0f1b7', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_evaluationscheme', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evaluationschemeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='54bcf62fed16fb6c1279465096deb9d5f7b1425b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_56910', table='contracts_evaluationschemeevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='question',
            trigger=pgtrigger.compiler.Trigger(name='frozen_once_published', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF EXISTS (SELECT 1 FROM contracts_evaluationscheme\n               WHERE id = COALESCE(NEW.scheme_id, OLD.scheme_id) AND published_at IS NOT NULL) THEN\n        RAISE EXCEPTION 'A published evaluation scheme is not edited: succeed it.';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n", hash='04ca05f70d78b7a46f814e87af738a2d2b878fae', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_once_published_60553', table='contracts_question', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='question',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_questionevent" ("id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme_id", "section", "text", "title", "weight", "word_limit") SELECT new_values."id", new_values."number", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."scheme_id", new_values."section", new_values."text", new_values."title", new_values."weight", new_values."word_limit" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='bec873c7930af753268fa775fbd9f8dbce421487', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_93847', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_question', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='question',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_questionevent" ("id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme_id", "section", "text", "title", "weight", "word_limit") SELECT new_values."id", new_values."number", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."scheme_id", new_values."section", new_values."text", new_values."title", new_values."weight", new_values."word_limit" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='6e7a6fd33d6f6fc595e688be9c54a5138b492c59', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_2ca8e', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_question', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='question',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_questionevent" ("id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme_id", "section", "text", "title", "weight", "word_limit") SELECT old_values."id", old_values."number", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."scheme_id", old_values."section", old_values."text", old_values."title", old_values."weight", old_values."word_limit" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='180f60e7c0914c64603193d5a1fff30f214fd756', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_a5931', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_question', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='questionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1e3681879bcdb161d54724c6b7d0e138e858090c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a40cd', table='contracts_questionevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='threshold',
            trigger=pgtrigger.compiler.Trigger(name='frozen_once_published', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF EXISTS (SELECT 1 FROM contracts_evaluationscheme\n               WHERE id = COALESCE(NEW.scheme_id, OLD.scheme_id) AND published_at IS NOT NULL) THEN\n        RAISE EXCEPTION 'A published evaluation scheme is not edited: succeed it.';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n", hash='16ca037bf30c8ea057b52483640a0679bc599501', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_once_published_55d0a', table='contracts_threshold', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='threshold',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_thresholdevent" ("id", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme_id", "total_minimum") SELECT new_values."id", new_values."lot_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."scheme_id", new_values."total_minimum" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='51c3af5a8f28bbb25ff7af179e8434557d963473', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_2307a', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_threshold', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='threshold',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_thresholdevent" ("id", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme_id", "total_minimum") SELECT new_values."id", new_values."lot_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."scheme_id", new_values."total_minimum" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e58443495df3421dbfdf786a75ce5ae42d3e85ad', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_0e5e6', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_threshold', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='threshold',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_thresholdevent" ("id", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme_id", "total_minimum") SELECT old_values."id", old_values."lot_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."scheme_id", old_values."total_minimum" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='e1a78f70e9c72c15355306bb610378124d36bf48', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_a8779', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_threshold', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='thresholdevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='24ab2ec751d8256c395f48b517867d0aeb31716b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b2734', table='contracts_thresholdevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='questionminimum',
            trigger=pgtrigger.compiler.Trigger(name='frozen_once_published', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF EXISTS (SELECT 1 FROM contracts_evaluationscheme\n               WHERE id = (SELECT scheme_id FROM contracts_threshold WHERE id = COALESCE(NEW.threshold_id, OLD.threshold_id)) AND published_at IS NOT NULL) THEN\n        RAISE EXCEPTION 'A published evaluation scheme is not edited: succeed it.';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n", hash='a8a812ad74c998d1fec3c028c0435b56329d75f4', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_once_published_f515a', table='contracts_questionminimum', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='questionminimum',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_questionminimumevent" ("id", "minimum", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "threshold_id") SELECT new_values."id", new_values."minimum", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."question_id", new_values."threshold_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='8f097cb46ec0e7c1f2ad65e17ee516d116fb4a4a', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_b8fac', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_questionminimum', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='questionminimum',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_questionminimumevent" ("id", "minimum", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "threshold_id") SELECT new_values."id", new_values."minimum", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."question_id", new_values."threshold_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='11ee9e978e9ef1c732397a1912facca5462abd22', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_8343b', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_questionminimum', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='questionminimum',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_questionminimumevent" ("id", "minimum", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "threshold_id") SELECT old_values."id", old_values."minimum", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."question_id", old_values."threshold_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='efaaa11b46334e04ebd297684dc5dcc1b79b62cc', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_b7387', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_questionminimum', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='questionminimumevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d9d229bfcd4f0ff7f1b84b4da1240656aa2f01fb', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_bcd21', table='contracts_questionminimumevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='round',
            trigger=pgtrigger.compiler.Trigger(name='never_shortened', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NOT (OLD."status" = \'planned\'))', func="\n                    IF NEW.opens_at <> OLD.opens_at THEN\n                        RAISE EXCEPTION 'The opening of a round that has opened does not move.';\n                    END IF;\n                    IF NEW.closes_at < OLD.closes_at OR\n                        (OLD.status = 'closed' AND NEW.closes_at <> OLD.closes_at) THEN\n                        RAISE EXCEPTION 'An open round is extended, never shortened.';\n                    END IF;\n                    IF NEW.closes_at <> OLD.closes_at AND NOT EXISTS (\n                        SELECT 1 FROM public.accounts_proposal p\n                        WHERE p.kind = 'round_extension' AND p.decision = 'agreed'\n                          AND p.given ->> 'round' = NEW.id::text\n                          AND (p.given ->> 'closes_at')::timestamptz = NEW.closes_at\n                    ) THEN\n                        RAISE EXCEPTION 'Two officers extend an open round.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='ab007087ed343043e2db4a381a4531039ae1a9ae', operation='UPDATE', pgid='pgtrigger_never_shortened_349fc', table='contracts_round', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='round',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_roundevent" ("clarifications_close_at", "closed_at", "closes_at", "evaluation_ends_on", "id", "notice_text", "number", "opened_at", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "scheme_id", "status", "vehicle_id") SELECT new_values."clarifications_close_at", new_values."closed_at", new_values."closes_at", new_values."evaluation_ends_on", new_values."id", new_values."notice_text", new_values."number", new_values."opened_at", new_values."opens_at", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."quarter", new_values."scheme_id", new_values."status", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='87551d1deb58d4887d9e40b7702eefc5d2cd90f3', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_3de1f', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_round', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='round',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_roundevent" ("clarifications_close_at", "closed_at", "closes_at", "evaluation_ends_on", "id", "notice_text", "number", "opened_at", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "scheme_id", "status", "vehicle_id") SELECT new_values."clarifications_close_at", new_values."closed_at", new_values."closes_at", new_values."evaluation_ends_on", new_values."id", new_values."notice_text", new_values."number", new_values."opened_at", new_values."opens_at", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."quarter", new_values."scheme_id", new_values."status", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='693eaa9e93a6fbb5ac872b3e6b0d452504a099d5', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_a95e7', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_round', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='round',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_roundevent" ("clarifications_close_at", "closed_at", "closes_at", "evaluation_ends_on", "id", "notice_text", "number", "opened_at", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "scheme_id", "status", "vehicle_id") SELECT old_values."clarifications_close_at", old_values."closed_at", old_values."closes_at", old_values."evaluation_ends_on", old_values."id", old_values."notice_text", old_values."number", old_values."opened_at", old_values."opens_at", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."quarter", old_values."scheme_id", old_values."status", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='b67aec2974bd1e6ca51ed98aa5feec6477a24436', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_f3045', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_round', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roundevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='64441d43c8326ab77e4ecd4f4a0f4d15774af038', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_bb0a8', table='contracts_roundevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recoverywindow',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.agreed_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.agreed_at IS DISTINCT FROM OLD.agreed_at) THEN\n        NEW.agreed_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.opens_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.opens_at IS DISTINCT FROM OLD.opens_at) THEN\n        NEW.opens_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='5a04f22fb1ad769331fe6da782d340d6a9c63e7a', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_78243', table='contracts_recoverywindow', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recoverywindow',
            trigger=pgtrigger.compiler.Trigger(name='kept_for_good', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='fa7a9860a4eb2fe5319ca41e04cace109bcf1cb9', operation='UPDATE OR DELETE', pgid='pgtrigger_kept_for_good_2f8a1', table='contracts_recoverywindow', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recoverywindow',
            trigger=pgtrigger.compiler.Trigger(name='agreed_by_two', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF NOT EXISTS (\n                        SELECT 1 FROM public.accounts_proposal p\n                        WHERE p.id = NEW.proposal_id AND p.kind = 'recovery_window'\n                          AND p.decision = 'agreed'\n                          AND p.given ->> 'round' = NEW.round_id::text\n                          AND p.given ->> 'provider' = NEW.provider_id::text\n                          AND (p.given ->> 'closes_at')::timestamptz = NEW.closes_at\n                    ) THEN\n                        RAISE EXCEPTION 'Two officers give a recovery window.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='946cbf34653a57b456e305ccb6998602046a5299', operation='INSERT', pgid='pgtrigger_agreed_by_two_486d6', table='contracts_recoverywindow', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recoverywindow',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_recoverywindowevent" ("agreed_at", "closes_at", "id", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "provider_id", "round_id") SELECT new_values."agreed_at", new_values."closes_at", new_values."id", new_values."opens_at", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."proposal_id", new_values."provider_id", new_values."round_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3ca8392ada37ac2405bd0a10160d5d69ce4c6957', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_7a666', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_recoverywindow', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recoverywindow',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_recoverywindowevent" ("agreed_at", "closes_at", "id", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "provider_id", "round_id") SELECT new_values."agreed_at", new_values."closes_at", new_values."id", new_values."opens_at", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."proposal_id", new_values."provider_id", new_values."round_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9dfd0a87c9e69913cb6ded8196f1788d40ba9538', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_29d2f', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_recoverywindow', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recoverywindow',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_recoverywindowevent" ("agreed_at", "closes_at", "id", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "provider_id", "round_id") SELECT old_values."agreed_at", old_values."closes_at", old_values."id", old_values."opens_at", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."proposal_id", old_values."provider_id", old_values."round_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='348d637eb16b2b1cfb5c7292d22a30ce9b7d5e5b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_a7714', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_recoverywindow', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recoverywindowevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8b61c8ddeb574a9372e1227a9e6e0a896554005f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_3f677', table='contracts_recoverywindowevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roundwatch',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_roundwatchevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "vehicle_id") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."user_id", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='1edd0268cd2df85bea69b0f705d1943710563c4b', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_bdfd6', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_roundwatch', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roundwatch',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_roundwatchevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "vehicle_id") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."user_id", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='33ba290b3bcd239f2c05b0456d7bd55760723583', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_608f8', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_roundwatch', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roundwatch',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_roundwatchevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "vehicle_id") SELECT old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."user_id", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='7874c372fbb0f406da072d91f45a2ab293e2d784', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_dd113', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_roundwatch', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roundwatchevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8e5b4add69c16b2fc755bced0a1374162d89c79a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_bbfcc', table='contracts_roundwatchevent', when='BEFORE')),
        ),
    ]
