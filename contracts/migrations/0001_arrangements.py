"""Arrangements with their terms, rounds, schemes, decisions and notices, with history and triggers."""

import contracts.arrangements.models.round
import datetime
import django.contrib.postgres.constraints
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import nmiss.base.core.clock
import nmiss.base.core.migrating
import pgtrigger.compiler
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('accounts', '__first__'),
        ('core', '0003_numbers_of_the_law'),
        ('files', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('providers', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='ApprovalLimit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('matter', models.CharField(choices=[('extension', 'Extensions of arrangements'), ('fees', 'Increases of fees')], default='extension', max_length=20)),
                ('office', models.CharField(max_length=200)),
                ('office_key', models.GeneratedField(db_persist=True, expression=django.db.models.functions.text.Lower('office'), output_field=models.CharField(max_length=200))),
                ('up_to', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, validators=[django.core.validators.MinValueValidator(0)])),
                ('percent_up_to', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, validators=[django.core.validators.MinValueValidator(0)])),
                ('valid_from', models.DateField()),
                ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('matter__in', ['extension', 'fees'])), name='contracts_approvallimit_matter_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('office', ''), _negated=True), models.Q(('up_to', None), ('up_to__gte', 0), _connector='OR')), name='contracts_approvallimit_has_an_office_and_no_debt'), models.CheckConstraint(condition=models.Q(('percent_up_to', None), models.Q(('matter', 'fees'), ('percent_up_to__gte', 0)), _connector='OR'), name='contracts_approvallimit_percent_of_fees', violation_error_message='Only increases of fees have a limit in per cent.'), models.UniqueConstraint(models.F('matter'), models.F('office_key'), models.F('valid_from'), name='contracts_approvallimit_once_a_day', violation_error_message='This job title has a limit from that day already.')],
            },
        ),
        migrations.CreateModel(
            name='Vehicle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, unique=True)),
                ('kind', models.CharField(choices=[('dps', 'Dynamic purchasing system'), ('dynamic_market', 'Dynamic market'), ('framework', 'Framework'), ('open_framework', 'Open framework'), ('spot', 'Spot purchase')], default='dps', max_length=20)),
                ('established_on', models.DateField(default=datetime.date(2022, 9, 1))),
                ('starts_on', models.DateField()),
                ('initial_ends_on', models.DateField(blank=True, null=True)),
                ('ends_on', models.DateField(blank=True, editable=False, null=True)),
                ('latest_ends_on', models.DateField(blank=True, editable=False, null=True)),
                ('option_count', models.PositiveSmallIntegerField(default=0)),
                ('option_months', models.PositiveSmallIntegerField(default=12, validators=[django.core.validators.MinValueValidator(1)])),
                ('options_at_once', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MinValueValidator(1)])),
                ('consent_past_on', models.DateField(blank=True, null=True)),
                ('references', models.CharField(blank=True, max_length=300)),
                ('advertised_value', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, validators=[django.core.validators.MinValueValidator(0)])),
                ('value_basis', models.CharField(choices=[('total', 'For the whole term'), ('annual', 'For each year'), ('unknown', 'Not stated')], default='unknown', max_length=10)),
                ('round_mode', models.CharField(choices=[('strict_reg34', 'Strict regulation 34'), ('light_touch', 'Light-touch rounds')], default='strict_reg34', max_length=20)),
                ('mode_approved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('mode_legal_advice', models.CharField(blank=True, max_length=300)),
                ('mode_documents', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['dps', 'dynamic_market', 'framework', 'open_framework', 'spot'])), name='contracts_vehicle_kind_is_known'), models.CheckConstraint(condition=models.Q(('value_basis__in', ['total', 'annual', 'unknown'])), name='contracts_vehicle_value_basis_is_known'), models.CheckConstraint(condition=models.Q(('round_mode__in', ['strict_reg34', 'light_touch'])), name='contracts_vehicle_round_mode_is_known'), models.CheckConstraint(condition=models.Q(('initial_ends_on__isnull', True), ('initial_ends_on__gte', models.F('starts_on')), _connector='OR'), name='contracts_vehicle_starts_on_before_initial_ends_on', violation_error_message='The term ends on its first day or later.'), models.CheckConstraint(condition=models.Q(('option_count', 0), models.Q(('initial_ends_on__isnull', False), ('latest_ends_on__isnull', False), ('option_months__gte', 1), ('options_at_once__gte', 1)), _connector='OR'), name='contracts_vehicle_options_extend_a_term_with_an_end', violation_error_message='Options extend a term with a last day: enter that.'), models.CheckConstraint(condition=models.Q(('advertised_value', None), ('advertised_value__gte', 0), _connector='OR'), name='contracts_vehicle_value_not_below_nought'), models.CheckConstraint(condition=models.Q(models.Q(('established_on__lt', datetime.date(2025, 2, 24)), ('kind', 'dps')), models.Q(('established_on__gte', datetime.date(2025, 2, 24)), ('kind__in', ['dynamic_market', 'open_framework'])), ('kind__in', ['framework', 'spot']), _connector='OR'), name='contracts_vehicle_is_of_its_regime', violation_error_message='A DPS was established before 24 February 2025; a dynamic market or an open framework on that day or later.'), models.CheckConstraint(condition=models.Q(('round_mode', 'strict_reg34'), models.Q(('mode_approved_by__isnull', False), models.Q(('mode_legal_advice', ''), _negated=True), models.Q(('mode_documents', ''), _negated=True)), _connector='OR'), name='contracts_vehicle_light_touch_has_its_reasons', violation_error_message='Light-touch rounds need an approver, a reference to legal advice and a reference to the published documents.')],
            },
        ),
        migrations.CreateModel(
            name='Appraisal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('vehicle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appraisals', to='contracts.vehicle')),
                ('title', models.CharField(max_length=200)),
                ('as_at', models.DateField()),
                ('assumptions', models.JSONField()),
                ('figures', models.JSONField()),
                ('prepared_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('prepared_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='contracts_appraisal_has_its_title')],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=8, unique=True, validators=[django.core.validators.RegexValidator('^\\d{2}/\\d{5}$', 'Enter the number as two and five digits: 25/00007')])),
                ('title', models.CharField(max_length=300)),
                ('vehicle', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='contracts.vehicle')),
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
                ('corrects', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='contracts.decision')),
                ('correction', models.CharField(blank=True, choices=[('rectifies', 'Corrects the earlier decision'), ('supersedes', 'Replaces the earlier decision')], max_length=10)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('urgency__in', ['notice', 'general_exception', 'special_urgency'])), name='contracts_decision_urgency_is_known'), models.CheckConstraint(condition=models.Q(('classification__in', ['open', 'part_exempt', 'exempt'])), name='contracts_decision_classification_is_known'), models.CheckConstraint(condition=models.Q(('correction__in', ['rectifies', 'supersedes', ''])), name='contracts_decision_correction_is_known'), models.CheckConstraint(condition=models.Q(('number__regex', '^\\d{2}/\\d{5}$')), name='contracts_decision_number_has_its_form'), models.CheckConstraint(condition=models.Q(('notice_on', None), ('decided_on', None), ('decided_on__gt', models.F('notice_on')), _connector='OR'), name='contracts_decision_notice_before_it', violation_error_message='A decision is taken after its notice was published.'), models.CheckConstraint(condition=models.Q(('published_on__isnull', True), ('published_on__gte', models.F('decided_on')), _connector='OR'), name='contracts_decision_decided_on_before_published_on', violation_error_message='A decision is published on the day it is taken, or later.'), models.CheckConstraint(condition=models.Q(('published_on', None), ('decided_on__isnull', False), _connector='OR'), name='contracts_decision_published_once_taken', violation_error_message='Enter the day on which the decision was taken.'), models.CheckConstraint(condition=models.Q(models.Q(('effective_on', None), ('published_on', None)), models.Q(('effective_on__gt', models.F('published_on')), ('effective_on__isnull', False), ('published_on__isnull', False)), _connector='OR'), name='contracts_decision_effective_after_call_in'), models.CheckConstraint(condition=models.Q(models.Q(('correction', ''), ('corrects', None)), models.Q(('corrects__isnull', False), models.Q(('correction', ''), _negated=True), models.Q(('corrects', models.F('id')), _negated=True)), _connector='OR'), name='contracts_decision_corrects_another')],
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
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('vehicle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='contracts.vehicle')),
                ('kind', models.CharField(choices=[('f01', 'F01 Prior information notice (PIN)'), ('f02', 'F02 Contract notice'), ('f03', 'F03 Contract award notice'), ('f14', 'F14 Corrigendum'), ('f20', 'F20 Modification notice'), ('f21', 'F21 Social and other specific services'), ('uk1', 'UK1 Pipeline notice'), ('uk2', 'UK2 Preliminary market engagement notice'), ('uk3', 'UK3 Planned procurement notice'), ('uk4', 'UK4 Tender notice'), ('uk5', 'UK5 Transparency notice'), ('uk6', 'UK6 Contract award notice'), ('uk7', 'UK7 Contract details notice'), ('uk8', 'UK8 Contract payment notice'), ('uk9', 'UK9 Contract performance notice'), ('uk10', 'UK10 Contract change notice'), ('uk11', 'UK11 Contract termination notice'), ('uk12', 'UK12 Procurement termination notice'), ('uk13', 'UK13 Dynamic market intention notice'), ('uk14', 'UK14 Dynamic market establishment notice'), ('uk15', 'UK15 Dynamic market modification notice'), ('uk16', 'UK16 Dynamic market cessation notice'), ('uk17', 'UK17 Payments compliance notice')], max_length=10)),
                ('sent_on', models.DateField()),
                ('reference', models.CharField(max_length=100)),
                ('quarter', models.DateField(blank=True, null=True)),
                ('subject', models.CharField(blank=True, max_length=40)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['f01', 'f02', 'f03', 'f14', 'f20', 'f21', 'uk1', 'uk2', 'uk3', 'uk4', 'uk5', 'uk6', 'uk7', 'uk8', 'uk9', 'uk10', 'uk11', 'uk12', 'uk13', 'uk14', 'uk15', 'uk16', 'uk17'])), name='contracts_notice_kind_is_known'), models.UniqueConstraint(fields=('vehicle', 'kind', 'reference'), name='contracts_notice_reference_once', violation_error_message='A notice of this type and reference is in the register.'), models.CheckConstraint(condition=models.Q(('quarter', None), ('kind__in', ['f03', 'uk6']), _connector='OR'), name='contracts_notice_quarter_of_award_notices')],
            },
        ),
        migrations.CreateModel(
            name='NoticeWaiver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('vehicle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='waivers', to='contracts.vehicle')),
                ('quarter', models.DateField(null=True)),
                ('kind', models.CharField(blank=True, choices=[('f01', 'F01 Prior information notice (PIN)'), ('f02', 'F02 Contract notice'), ('f03', 'F03 Contract award notice'), ('f14', 'F14 Corrigendum'), ('f20', 'F20 Modification notice'), ('f21', 'F21 Social and other specific services'), ('uk1', 'UK1 Pipeline notice'), ('uk2', 'UK2 Preliminary market engagement notice'), ('uk3', 'UK3 Planned procurement notice'), ('uk4', 'UK4 Tender notice'), ('uk5', 'UK5 Transparency notice'), ('uk6', 'UK6 Contract award notice'), ('uk7', 'UK7 Contract details notice'), ('uk8', 'UK8 Contract payment notice'), ('uk9', 'UK9 Contract performance notice'), ('uk10', 'UK10 Contract change notice'), ('uk11', 'UK11 Contract termination notice'), ('uk12', 'UK12 Procurement termination notice'), ('uk13', 'UK13 Dynamic market intention notice'), ('uk14', 'UK14 Dynamic market establishment notice'), ('uk15', 'UK15 Dynamic market modification notice'), ('uk16', 'UK16 Dynamic market cessation notice'), ('uk17', 'UK17 Payments compliance notice')], max_length=10)),
                ('subject', models.CharField(blank=True, max_length=40)),
                ('reason', models.TextField()),
                ('waived_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('waived_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('vehicle', 'quarter'), name='contracts_noticewaiver_quarter_once'), models.CheckConstraint(condition=models.Q(('kind__in', ['f01', 'f02', 'f03', 'f14', 'f20', 'f21', 'uk1', 'uk2', 'uk3', 'uk4', 'uk5', 'uk6', 'uk7', 'uk8', 'uk9', 'uk10', 'uk11', 'uk12', 'uk13', 'uk14', 'uk15', 'uk16', 'uk17', ''])), name='contracts_noticewaiver_kind_is_known'), models.UniqueConstraint(condition=models.Q(('subject', ''), _negated=True), fields=('vehicle', 'kind', 'subject'), name='contracts_noticewaiver_subject_once'), models.CheckConstraint(condition=models.Q(models.Q(('kind', ''), ('quarter__isnull', False), ('subject', '')), models.Q(('quarter', None), models.Q(('kind', ''), _negated=True), models.Q(('subject', ''), _negated=True)), _connector='OR'), name='contracts_noticewaiver_of_a_quarter_or_a_subject'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='contracts_noticewaiver_has_its_reason')],
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
            name='StarterAssumption',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('vehicle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='starter_assumptions', to='contracts.vehicle')),
                ('starters', models.PositiveIntegerField(validators=[django.core.validators.MaxValueValidator(10000)])),
                ('fee', models.DecimalField(decimal_places=2, max_digits=10, validators=[django.core.validators.MinValueValidator(Decimal('0.01'))])),
                ('reason', models.TextField()),
                ('assumed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('assumed_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('fee__gt', 0), ('starters__lte', 10000), models.Q(('reason', ''), _negated=True)), name='contracts_starterassumption_of_a_number_and_a_fee')],
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
                ('initial_ends_on', models.DateField(blank=True, null=True)),
                ('ends_on', models.DateField(blank=True, editable=False, null=True)),
                ('latest_ends_on', models.DateField(blank=True, editable=False, null=True)),
                ('option_count', models.PositiveSmallIntegerField(default=0)),
                ('option_months', models.PositiveSmallIntegerField(default=12, validators=[django.core.validators.MinValueValidator(1)])),
                ('options_at_once', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MinValueValidator(1)])),
                ('consent_past_on', models.DateField(blank=True, null=True)),
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
            name='VehicleFigure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('vehicle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='contracts.vehicle')),
                ('as_at', models.DateField()),
                ('until', models.DateField(null=True)),
                ('spent', models.DecimalField(decimal_places=2, max_digits=14)),
                ('committed', models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                ('spent_call_off', models.DecimalField(decimal_places=2, max_digits=14)),
                ('committed_call_off', models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                ('agreed_changes', models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                ('forecast', models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                ('noted_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'indexes': [models.Index(fields=['vehicle', '-as_at'], name='contracts_vehiclefigure_by_day')],
                'constraints': [models.CheckConstraint(condition=models.Q(('spent__gte', models.F('spent_call_off')), ('spent_call_off__gte', 0), models.Q(('committed', None), models.Q(('committed__gte', models.F('committed_call_off')), ('committed_call_off__gte', 0)), _connector='OR')), name='contracts_vehiclefigure_call_offs_are_a_part'), models.CheckConstraint(condition=models.Q(models.Q(('committed__isnull', False), ('committed_call_off__isnull', False), ('until__isnull', False)), models.Q(('committed__isnull', True), ('committed_call_off__isnull', True), ('until__isnull', True)), _connector='OR'), name='contracts_vehiclefigure_until_and_committed_and_committed_call_off')],
            },
        ),
        migrations.CreateModel(
            name='AppraisalFinding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('appraisal', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='finding', to='contracts.appraisal')),
                ('way', models.CharField(max_length=20)),
                ('reason', models.TextField()),
                ('found_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('found_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('way', ''), _negated=True), models.Q(('reason', ''), _negated=True)), name='contracts_appraisalfinding_has_its_way_and_reason')],
            },
        ),
        migrations.CreateModel(
            name='DecisionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.decision')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('number', models.CharField(max_length=8, validators=[django.core.validators.RegexValidator('^\\d{2}/\\d{5}$', 'Enter the number as two and five digits: 25/00007')])),
                ('title', models.CharField(max_length=300)),
                ('vehicle', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.vehicle')),
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
                ('corrects', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.decision')),
                ('correction', models.CharField(blank=True, choices=[('rectifies', 'Corrects the earlier decision'), ('supersedes', 'Replaces the earlier decision')], max_length=10)),
                ('recorded_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Delegation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='delegations', to='contracts.decision')),
                ('to', models.CharField(max_length=200)),
                ('in_consultation_with', models.CharField(blank=True, max_length=200)),
                ('scope', models.TextField()),
                ('limit', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, validators=[django.core.validators.MinValueValidator(0)])),
                ('until', models.DateField(blank=True, null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('to', ''), _negated=True), models.Q(('scope', ''), _negated=True)), name='contracts_delegation_says_to_whom_and_what')],
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
            name='ExtensionOption',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('vehicle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='options', to='contracts.vehicle')),
                ('number', models.PositiveSmallIntegerField()),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('status', models.CharField(choices=[('available', 'Available'), ('proposed', 'Proposed'), ('decided', 'Decided'), ('notified', 'Notified'), ('in_effect', 'In effect'), ('lapsed', 'Lapsed')], default='available', editable=False, max_length=10)),
                ('decision', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='options', to='contracts.decision')),
                ('override', models.CharField(blank=True, max_length=300)),
                ('notice_reference', models.CharField(blank=True, max_length=100)),
                ('notified_on', models.DateField(null=True)),
                ('consent', models.CharField(blank=True, max_length=300)),
                ('proposed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('status__in', ['available', 'proposed', 'decided', 'notified', 'in_effect', 'lapsed'])), name='contracts_extensionoption_status_is_known'), models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='contracts_extensionoption_starts_on_before_ends_on', violation_error_message='The ends on must not be before the starts on.'), models.UniqueConstraint(fields=('vehicle', 'number'), name='contracts_extensionoption_number_once'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='contracts_extensionoption_numbered_from_one'), models.CheckConstraint(condition=models.Q(('status__in', ['available', 'proposed', 'lapsed']), ('decision__isnull', False), _connector='OR'), name='contracts_extensionoption_decided_by_a_decision'), models.CheckConstraint(condition=models.Q(models.Q(('status__in', ['notified', 'in_effect']), _negated=True), models.Q(('notified_on__isnull', False), models.Q(('notice_reference', ''), _negated=True)), _connector='OR'), name='contracts_extensionoption_notified_to_providers'), models.CheckConstraint(condition=models.Q(('decided_by', None), ('proposed_by', None), models.Q(('decided_by', models.F('proposed_by')), _negated=True), _connector='OR'), name='contracts_extensionoption_decided_by_another')],
            },
        ),
        migrations.CreateModel(
            name='ImpactAssessment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assessments', to='contracts.decision')),
                ('kind', models.CharField(choices=[('equality', 'Equality'), ('data_protection', 'Data protection')], max_length=20)),
                ('state', models.CharField(choices=[('not_needed', 'Not needed'), ('begun', 'Begun'), ('completed', 'Completed')], max_length=12)),
                ('owner', models.CharField(max_length=200)),
                ('review_on', models.DateField(blank=True, null=True)),
                ('note', models.TextField(blank=True)),
                ('file', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['equality', 'data_protection'])), name='contracts_impactassessment_kind_is_known'), models.CheckConstraint(condition=models.Q(('state__in', ['not_needed', 'begun', 'completed'])), name='contracts_impactassessment_state_is_known'), models.UniqueConstraint(fields=('decision', 'kind'), name='contracts_impactassessment_one_of_a_kind'), models.CheckConstraint(condition=models.Q(('owner', ''), _negated=True), name='contracts_impactassessment_has_its_owner'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'not_needed'), models.Q(('note', ''), _negated=True)), models.Q(models.Q(('state', 'not_needed'), _negated=True), ('review_on__isnull', False)), _connector='OR'), name='contracts_impactassessment_reviewed_or_not_needed')],
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
            name='NoticeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.notice')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('vehicle', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.vehicle')),
                ('kind', models.CharField(choices=[('f01', 'F01 Prior information notice (PIN)'), ('f02', 'F02 Contract notice'), ('f03', 'F03 Contract award notice'), ('f14', 'F14 Corrigendum'), ('f20', 'F20 Modification notice'), ('f21', 'F21 Social and other specific services'), ('uk1', 'UK1 Pipeline notice'), ('uk2', 'UK2 Preliminary market engagement notice'), ('uk3', 'UK3 Planned procurement notice'), ('uk4', 'UK4 Tender notice'), ('uk5', 'UK5 Transparency notice'), ('uk6', 'UK6 Contract award notice'), ('uk7', 'UK7 Contract details notice'), ('uk8', 'UK8 Contract payment notice'), ('uk9', 'UK9 Contract performance notice'), ('uk10', 'UK10 Contract change notice'), ('uk11', 'UK11 Contract termination notice'), ('uk12', 'UK12 Procurement termination notice'), ('uk13', 'UK13 Dynamic market intention notice'), ('uk14', 'UK14 Dynamic market establishment notice'), ('uk15', 'UK15 Dynamic market modification notice'), ('uk16', 'UK16 Dynamic market cessation notice'), ('uk17', 'UK17 Payments compliance notice')], max_length=10)),
                ('sent_on', models.DateField()),
                ('reference', models.CharField(max_length=100)),
                ('quarter', models.DateField(blank=True, null=True)),
                ('subject', models.CharField(blank=True, max_length=40)),
                ('recorded_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                'abstract': False,
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
                ('quarter', models.DateField(null=True)),
                ('kind', models.CharField(blank=True, choices=[('f01', 'F01 Prior information notice (PIN)'), ('f02', 'F02 Contract notice'), ('f03', 'F03 Contract award notice'), ('f14', 'F14 Corrigendum'), ('f20', 'F20 Modification notice'), ('f21', 'F21 Social and other specific services'), ('uk1', 'UK1 Pipeline notice'), ('uk2', 'UK2 Preliminary market engagement notice'), ('uk3', 'UK3 Planned procurement notice'), ('uk4', 'UK4 Tender notice'), ('uk5', 'UK5 Transparency notice'), ('uk6', 'UK6 Contract award notice'), ('uk7', 'UK7 Contract details notice'), ('uk8', 'UK8 Contract payment notice'), ('uk9', 'UK9 Contract performance notice'), ('uk10', 'UK10 Contract change notice'), ('uk11', 'UK11 Contract termination notice'), ('uk12', 'UK12 Procurement termination notice'), ('uk13', 'UK13 Dynamic market intention notice'), ('uk14', 'UK14 Dynamic market establishment notice'), ('uk15', 'UK15 Dynamic market modification notice'), ('uk16', 'UK16 Dynamic market cessation notice'), ('uk17', 'UK17 Payments compliance notice')], max_length=10)),
                ('subject', models.CharField(blank=True, max_length=40)),
                ('reason', models.TextField()),
                ('waived_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('waived_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
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
            name='Variation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('vehicle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='variations', to='contracts.vehicle')),
                ('ground', models.CharField(choices=[('a', '(a) A clear review clause or option'), ('b', '(b) Additional services that are necessary'), ('c', '(c) Circumstances that nobody could foresee'), ('d', '(d) A new contractor in place of the old'), ('e', '(e) A change that is not substantial'), ('f', '(f) A change below the threshold and a tenth of the value')], max_length=1)),
                ('description', models.TextField()),
                ('value', models.DecimalField(decimal_places=2, max_digits=14)),
                ('agreed_on', models.DateField()),
                ('agreed_by', models.CharField(max_length=200)),
                ('decision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='variations', to='contracts.decision')),
                ('legal_advice', models.CharField(blank=True, max_length=300)),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('recorded_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('voided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('voided_at', models.DateTimeField(editable=False, null=True)),
                ('void_reason', models.TextField(blank=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ground__in', ['a', 'b', 'c', 'd', 'e', 'f'])), name='contracts_variation_ground_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('description', ''), _negated=True), models.Q(('agreed_by', ''), _negated=True)), name='contracts_variation_says_what_and_who'), models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_at', None)), models.Q(('voided_at__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='contracts_variation_voided_with_a_reason')],
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
            name='DelegationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.delegation')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('decision', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.decision')),
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
        migrations.CreateModel(
            name='ExtensionOptionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.extensionoption')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('vehicle', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.vehicle')),
                ('number', models.PositiveSmallIntegerField()),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('status', models.CharField(choices=[('available', 'Available'), ('proposed', 'Proposed'), ('decided', 'Decided'), ('notified', 'Notified'), ('in_effect', 'In effect'), ('lapsed', 'Lapsed')], default='available', editable=False, max_length=10)),
                ('decision', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.decision')),
                ('override', models.CharField(blank=True, max_length=300)),
                ('notice_reference', models.CharField(blank=True, max_length=100)),
                ('notified_on', models.DateField(null=True)),
                ('consent', models.CharField(blank=True, max_length=300)),
                ('proposed_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ImpactAssessmentEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.impactassessment')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('decision', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.decision')),
                ('kind', models.CharField(choices=[('equality', 'Equality'), ('data_protection', 'Data protection')], max_length=20)),
                ('state', models.CharField(choices=[('not_needed', 'Not needed'), ('begun', 'Begun'), ('completed', 'Completed')], max_length=12)),
                ('owner', models.CharField(max_length=200)),
                ('review_on', models.DateField(blank=True, null=True)),
                ('note', models.TextField(blank=True)),
                ('file', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile')),
                ('recorded_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
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
            name='VariationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.variation')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('vehicle', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.vehicle')),
                ('ground', models.CharField(choices=[('a', '(a) A clear review clause or option'), ('b', '(b) Additional services that are necessary'), ('c', '(c) Circumstances that nobody could foresee'), ('d', '(d) A new contractor in place of the old'), ('e', '(e) A change that is not substantial'), ('f', '(f) A change below the threshold and a tenth of the value')], max_length=1)),
                ('description', models.TextField()),
                ('value', models.DecimalField(decimal_places=2, max_digits=14)),
                ('agreed_on', models.DateField()),
                ('agreed_by', models.CharField(max_length=200)),
                ('decision', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.decision')),
                ('legal_advice', models.CharField(blank=True, max_length=300)),
                ('recorded_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('recorded_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('voided_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('voided_at', models.DateTimeField(editable=False, null=True)),
                ('void_reason', models.TextField(blank=True)),
            ],
            options={
                'abstract': False,
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
        nmiss.base.core.migrating.AddTrigger(
            model_name='approvallimit',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7efcd7869fd98b91aa2b1d0efedd6db879c6c47f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0b7ef', table='contracts_approvallimit', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='approvallimit',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.entered_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.entered_at IS DISTINCT FROM OLD.entered_at) THEN\n        NEW.entered_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='4f435a9c0e9a4c20d95ce01069b7648bdaf511ba', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_397cc', table='contracts_approvallimit', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='approvallimit',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.entered_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.entered_by_id) IS DISTINCT FROM ROW(OLD.entered_by_id))\n        AND NEW.entered_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='3cdbe51d2be1ffe3eafc7dbe7cef8eec1b0220b7', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_71130', table='contracts_approvallimit', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='approvallimit',
            trigger=pgtrigger.compiler.Trigger(name='from_a_day_to_come', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF NEW.valid_from < timezone('Europe/London', public.nmiss_now())::date THEN\n                        RAISE EXCEPTION 'A limit is valid from today or a day to come.';\n                    END IF;\n                    IF NOT EXISTS (SELECT 1 FROM public.accounts_user\n                                   WHERE id = NEW.entered_by_id AND role = 'manager') THEN\n                        RAISE EXCEPTION 'A manager enters a limit.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='acea383b3a1d279a5df960d16a175f9937081ee8', operation='INSERT', pgid='pgtrigger_from_a_day_to_come_6a4cf', table='contracts_approvallimit', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='vehicle',
            trigger=pgtrigger.compiler.Trigger(name='ends_by_its_options', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF TG_OP = 'UPDATE' AND ROW(NEW.initial_ends_on, NEW.latest_ends_on)\n                        IS DISTINCT FROM ROW(OLD.initial_ends_on, OLD.latest_ends_on) AND EXISTS (\n                        SELECT 1 FROM public.contracts_extensionoption WHERE vehicle_id = NEW.id\n                    ) THEN\n                        RAISE EXCEPTION 'The options follow the term: both are set together.';\n                    END IF;\n                    NEW.ends_on := NEW.initial_ends_on;\n                    IF NEW.ends_on IS NOT NULL THEN\n                        NEW.ends_on := greatest(NEW.ends_on, (\n                            SELECT max(ends_on) FROM public.contracts_extensionoption\n                            WHERE vehicle_id = NEW.id AND status = 'in_effect'\n                        ));\n                    END IF;\n                    RETURN NEW;\n                ", hash='e3632c9ae61509a09e0079e2b889cdf343ac886c', operation='INSERT OR UPDATE', pgid='pgtrigger_ends_by_its_options_31620', table='contracts_vehicle', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='vehicle',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_vehicleevent" ("advertised_value", "consent_past_on", "ends_on", "established_on", "id", "initial_ends_on", "kind", "latest_ends_on", "mode_approved_by_id", "mode_documents", "mode_legal_advice", "name", "option_count", "option_months", "options_at_once", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "references", "round_mode", "starts_on", "value_basis") SELECT new_values."advertised_value", new_values."consent_past_on", new_values."ends_on", new_values."established_on", new_values."id", new_values."initial_ends_on", new_values."kind", new_values."latest_ends_on", new_values."mode_approved_by_id", new_values."mode_documents", new_values."mode_legal_advice", new_values."name", new_values."option_count", new_values."option_months", new_values."options_at_once", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."references", new_values."round_mode", new_values."starts_on", new_values."value_basis" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='cbf1ded02d642f484af782529dab2c991ce1df8d', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_394a7', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_vehicle', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='vehicle',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_vehicleevent" ("advertised_value", "consent_past_on", "ends_on", "established_on", "id", "initial_ends_on", "kind", "latest_ends_on", "mode_approved_by_id", "mode_documents", "mode_legal_advice", "name", "option_count", "option_months", "options_at_once", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "references", "round_mode", "starts_on", "value_basis") SELECT new_values."advertised_value", new_values."consent_past_on", new_values."ends_on", new_values."established_on", new_values."id", new_values."initial_ends_on", new_values."kind", new_values."latest_ends_on", new_values."mode_approved_by_id", new_values."mode_documents", new_values."mode_legal_advice", new_values."name", new_values."option_count", new_values."option_months", new_values."options_at_once", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."references", new_values."round_mode", new_values."starts_on", new_values."value_basis" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='272b13914623a2d6a21cc4bb062e32b7171989ff', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_fa1b4', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_vehicle', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='vehicle',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_vehicleevent" ("advertised_value", "consent_past_on", "ends_on", "established_on", "id", "initial_ends_on", "kind", "latest_ends_on", "mode_approved_by_id", "mode_documents", "mode_legal_advice", "name", "option_count", "option_months", "options_at_once", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "references", "round_mode", "starts_on", "value_basis") SELECT old_values."advertised_value", old_values."consent_past_on", old_values."ends_on", old_values."established_on", old_values."id", old_values."initial_ends_on", old_values."kind", old_values."latest_ends_on", old_values."mode_approved_by_id", old_values."mode_documents", old_values."mode_legal_advice", old_values."name", old_values."option_count", old_values."option_months", old_values."options_at_once", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."references", old_values."round_mode", old_values."starts_on", old_values."value_basis" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='95a4772e20adcd7dc46d2b68b272ef1f133f5758', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_020d7', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_vehicle', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='appraisal',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b6b63267696c210d6ab2ad48230207f1174616dd', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f31e4', table='contracts_appraisal', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='appraisal',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.prepared_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.prepared_at IS DISTINCT FROM OLD.prepared_at) THEN\n        NEW.prepared_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='dd61995d29df4ef311549e8a343ed6c403abfe71', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_058f6', table='contracts_appraisal', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='appraisal',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.prepared_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.prepared_by_id) IS DISTINCT FROM ROW(OLD.prepared_by_id))\n        AND NEW.prepared_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='912941a9bcdcdb70e3f3bad00f917e98358c459a', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_b440e', table='contracts_appraisal', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='decision',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_decisionevent" ("background_documents", "budget", "classification", "conflicts", "consultees", "correction", "corrects_id", "decided_on", "divisions", "effective_on", "id", "is_key", "key_reason", "maker_name", "maker_title", "notice_on", "number", "pathway", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "recorded_by_id", "rejected_options", "title", "urgency", "urgency_reason", "vehicle_id") SELECT new_values."background_documents", new_values."budget", new_values."classification", new_values."conflicts", new_values."consultees", new_values."correction", new_values."corrects_id", new_values."decided_on", new_values."divisions", new_values."effective_on", new_values."id", new_values."is_key", new_values."key_reason", new_values."maker_name", new_values."maker_title", new_values."notice_on", new_values."number", new_values."pathway", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."published_on", new_values."recorded_by_id", new_values."rejected_options", new_values."title", new_values."urgency", new_values."urgency_reason", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='8b3bb0939c0e86e817b2f7cf7ffa36c2f33cf004', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_faaf5', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_decision', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='decision',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_decisionevent" ("background_documents", "budget", "classification", "conflicts", "consultees", "correction", "corrects_id", "decided_on", "divisions", "effective_on", "id", "is_key", "key_reason", "maker_name", "maker_title", "notice_on", "number", "pathway", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "recorded_by_id", "rejected_options", "title", "urgency", "urgency_reason", "vehicle_id") SELECT new_values."background_documents", new_values."budget", new_values."classification", new_values."conflicts", new_values."consultees", new_values."correction", new_values."corrects_id", new_values."decided_on", new_values."divisions", new_values."effective_on", new_values."id", new_values."is_key", new_values."key_reason", new_values."maker_name", new_values."maker_title", new_values."notice_on", new_values."number", new_values."pathway", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."published_on", new_values."recorded_by_id", new_values."rejected_options", new_values."title", new_values."urgency", new_values."urgency_reason", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a377adb4b92bcda77fb1b505940b2ce397b9cabe', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_f5f21', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_decision', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='decision',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_decisionevent" ("background_documents", "budget", "classification", "conflicts", "consultees", "correction", "corrects_id", "decided_on", "divisions", "effective_on", "id", "is_key", "key_reason", "maker_name", "maker_title", "notice_on", "number", "pathway", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "recorded_by_id", "rejected_options", "title", "urgency", "urgency_reason", "vehicle_id") SELECT old_values."background_documents", old_values."budget", old_values."classification", old_values."conflicts", old_values."consultees", old_values."correction", old_values."corrects_id", old_values."decided_on", old_values."divisions", old_values."effective_on", old_values."id", old_values."is_key", old_values."key_reason", old_values."maker_name", old_values."maker_title", old_values."notice_on", old_values."number", old_values."pathway", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."published_on", old_values."recorded_by_id", old_values."rejected_options", old_values."title", old_values."urgency", old_values."urgency_reason", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='a195a99dc94664fbcaeec1ae24e60ef716ccd76b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_81c91', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_decision', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='evaluationscheme',
            trigger=pgtrigger.compiler.Trigger(name='whole_when_published', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF OLD.published_at IS NOT NULL THEN\n                        RAISE EXCEPTION 'A published evaluation scheme is not edited: succeed it.';\n                    END IF;\n                    IF NEW.published_at IS NOT NULL AND 100 IS DISTINCT FROM\n                        (SELECT sum(weight) FROM contracts_question WHERE scheme_id = NEW.id) THEN\n                        RAISE EXCEPTION 'The weights of a scheme add up to 100.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='101b643112c2163ba864e627de412575889a227c', operation='UPDATE', pgid='pgtrigger_whole_when_published_aeed5', table='contracts_evaluationscheme', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='evaluationscheme',
            trigger=pgtrigger.compiler.Trigger(name='kept_once_published', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."published_at" IS NOT NULL)', func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='4e537d42ca4bf964861e704f1b274150a339956d', operation='DELETE', pgid='pgtrigger_kept_once_published_6cc89', table='contracts_evaluationscheme', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='evaluationscheme',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_evaluationschemeevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "scale", "shortest_rationale", "vehicle_id", "version") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."published_at", new_values."published_by_id", new_values."scale", new_values."shortest_rationale", new_values."vehicle_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='48f9b42564dd963b410468068271c263c1830ab2', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_1fdb7', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_evaluationscheme', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='evaluationscheme',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_evaluationschemeevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "scale", "shortest_rationale", "vehicle_id", "version") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."published_at", new_values."published_by_id", new_values."scale", new_values."shortest_rationale", new_values."vehicle_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='316e7b77d53fe193a140f13780370861cf7792c2', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_07825', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_evaluationscheme', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='evaluationscheme',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_evaluationschemeevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "scale", "shortest_rationale", "vehicle_id", "version") SELECT old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."published_at", old_values."published_by_id", old_values."scale", old_values."shortest_rationale", old_values."vehicle_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='88fde77e18306078412bfc17cb40e329532f582e', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_0f1b7', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_evaluationscheme', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='lot',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_lotevent" ("block_allowed", "consulted_first", "id", "name", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "vehicle_id") SELECT new_values."block_allowed", new_values."consulted_first", new_values."id", new_values."name", new_values."number", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='cf65e523281dd12def9d56851389b24c04dba22c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_8f96a', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_lot', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='lot',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_lotevent" ("block_allowed", "consulted_first", "id", "name", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "vehicle_id") SELECT new_values."block_allowed", new_values."consulted_first", new_values."id", new_values."name", new_values."number", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='45dde559046c2284f5db075b2f62b8a258102e51', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_ecb51', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_lot', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='lot',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_lotevent" ("block_allowed", "consulted_first", "id", "name", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "vehicle_id") SELECT old_values."block_allowed", old_values."consulted_first", old_values."id", old_values."name", old_values."number", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='0a57ab9c56cb2f36e2b9525c5a587963d1d5e506', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_823c2', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_lot', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='notice',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_noticeevent" ("id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "recorded_at", "recorded_by_id", "reference", "sent_on", "subject", "vehicle_id") SELECT new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."quarter", new_values."recorded_at", new_values."recorded_by_id", new_values."reference", new_values."sent_on", new_values."subject", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a128b54487421e5200f4987d5d74fe68874214e2', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_5449f', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_notice', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='notice',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_noticeevent" ("id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "recorded_at", "recorded_by_id", "reference", "sent_on", "subject", "vehicle_id") SELECT new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."quarter", new_values."recorded_at", new_values."recorded_by_id", new_values."reference", new_values."sent_on", new_values."subject", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5ce2b75e8e9ac5a8e6ea882dd7bf9846771914a4', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_835c0', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_notice', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='notice',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_noticeevent" ("id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "recorded_at", "recorded_by_id", "reference", "sent_on", "subject", "vehicle_id") SELECT old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."quarter", old_values."recorded_at", old_values."recorded_by_id", old_values."reference", old_values."sent_on", old_values."subject", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='39ec99dde7feaa76703309e8ab3ef2e9d412ea7a', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_9d067', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_notice', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='noticewaiver',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_noticewaiverevent" ("id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "reason", "subject", "vehicle_id", "waived_at", "waived_by_id") SELECT new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."quarter", new_values."reason", new_values."subject", new_values."vehicle_id", new_values."waived_at", new_values."waived_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2b8776bdc8d6d9d6f2485696ca1700927f14cd5e', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_3764b', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_noticewaiver', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='noticewaiver',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_noticewaiverevent" ("id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "reason", "subject", "vehicle_id", "waived_at", "waived_by_id") SELECT new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."quarter", new_values."reason", new_values."subject", new_values."vehicle_id", new_values."waived_at", new_values."waived_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9613930b3530c64c33fd10a8635a36b20699bd77', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_858de', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_noticewaiver', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='noticewaiver',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_noticewaiverevent" ("id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "reason", "subject", "vehicle_id", "waived_at", "waived_by_id") SELECT old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."quarter", old_values."reason", old_values."subject", old_values."vehicle_id", old_values."waived_at", old_values."waived_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='d64a9a237bfbc54281b142e51dd3615ef287f3e5', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_707fc', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_noticewaiver', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='roundwatch',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_roundwatchevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "vehicle_id") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."user_id", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='1edd0268cd2df85bea69b0f705d1943710563c4b', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_bdfd6', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_roundwatch', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='roundwatch',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_roundwatchevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "vehicle_id") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."user_id", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='33ba290b3bcd239f2c05b0456d7bd55760723583', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_608f8', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_roundwatch', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='roundwatch',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_roundwatchevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "vehicle_id") SELECT old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."user_id", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='7874c372fbb0f406da072d91f45a2ab293e2d784', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_dd113', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_roundwatch', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='starterassumption',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='410e9959fb1ea4f47504144a0db5a6ad6d39dc54', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_8774f', table='contracts_starterassumption', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='starterassumption',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.assumed_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.assumed_at IS DISTINCT FROM OLD.assumed_at) THEN\n        NEW.assumed_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='e616c36a4d1cb378493491bf043989efe3140b0d', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_f3752', table='contracts_starterassumption', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='starterassumption',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.assumed_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.assumed_by_id) IS DISTINCT FROM ROW(OLD.assumed_by_id))\n        AND NEW.assumed_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='b96924df9cfb6e00115552119b86507ea5bd38fa', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_797d2', table='contracts_starterassumption', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='vehicledocument',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_vehicledocumentevent" ("file_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "title", "vehicle_id", "version") SELECT new_values."file_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."published_at", new_values."published_by_id", new_values."title", new_values."vehicle_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='6cdfa5e121c92b39063552e42b837813b4de81c5', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_c9839', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_vehicledocument', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='vehicledocument',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_vehicledocumentevent" ("file_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "title", "vehicle_id", "version") SELECT new_values."file_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."published_at", new_values."published_by_id", new_values."title", new_values."vehicle_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='587f97bb74be3a07b6085c5a352c8fcfd2d13ec8', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_7ad03', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_vehicledocument', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='vehicledocument',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_vehicledocumentevent" ("file_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "title", "vehicle_id", "version") SELECT old_values."file_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."published_at", old_values."published_by_id", old_values."title", old_values."vehicle_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='1b3aff09adc9e50fb89b9d694d15dc6d1003bb68', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_0c68c', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_vehicledocument', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='vehicleevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1e0c2a8eb6ca04d2a7d48e925b7e1e07a8cb952f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_913a7', table='contracts_vehicleevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='vehiclefigure',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b7285da8ab1541a8e86fc0ade080429ccddb3666', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ca594', table='contracts_vehiclefigure', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='vehiclefigure',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.noted_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.noted_at IS DISTINCT FROM OLD.noted_at) THEN\n        NEW.noted_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='34b922a0190cabdef46480614a50bb898c0e7d1e', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_07431', table='contracts_vehiclefigure', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='appraisalfinding',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d9387b38660d4888b40899467b406477ba3f5cbb', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_3a1d2', table='contracts_appraisalfinding', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='appraisalfinding',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.found_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.found_at IS DISTINCT FROM OLD.found_at) THEN\n        NEW.found_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='580067fe1db7093895d1924764768021d2bcdfb0', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_1c84b', table='contracts_appraisalfinding', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='appraisalfinding',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.found_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.found_by_id) IS DISTINCT FROM ROW(OLD.found_by_id))\n        AND NEW.found_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='ccae63984b2f26ee9bd0f0c940a99821b3e646a5', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_8c4ef', table='contracts_appraisalfinding', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='decisionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9f3f532c068adf390147e31c9498a591d988a516', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ec478', table='contracts_decisionevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='delegation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_delegationevent" ("decision_id", "id", "in_consultation_with", "limit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scope", "to", "until") SELECT new_values."decision_id", new_values."id", new_values."in_consultation_with", new_values."limit", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."scope", new_values."to", new_values."until" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='0ccf684b8b2363f68ef02ed7d95e88eeb7b382aa', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_44511', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_delegation', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='delegation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_delegationevent" ("decision_id", "id", "in_consultation_with", "limit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scope", "to", "until") SELECT new_values."decision_id", new_values."id", new_values."in_consultation_with", new_values."limit", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."scope", new_values."to", new_values."until" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='8bbb6afca80b0166e1ca1fa19d13d8c4d41a50a1', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_0f4a3', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_delegation', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='delegation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_delegationevent" ("decision_id", "id", "in_consultation_with", "limit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scope", "to", "until") SELECT old_values."decision_id", old_values."id", old_values."in_consultation_with", old_values."limit", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."scope", old_values."to", old_values."until" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='46c45120e2b3da4160f8401920933c87094dea0b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_e2c60', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_delegation', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='evaluationschemeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='54bcf62fed16fb6c1279465096deb9d5f7b1425b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_56910', table='contracts_evaluationschemeevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='by_its_moves', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'INSERT' AND NEW.status NOT IN ('available') AND NOT public.nmiss_is_owner()\n        AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE = 'Nothing begins as ' || NEW.status || '.';\n    END IF;\n    IF TG_OP = 'UPDATE' AND NEW.status <> OLD.status\n        AND (OLD.status || '>' || NEW.status) NOT IN ('available>in_effect', 'available>lapsed', 'available>notified', 'available>proposed', 'decided>lapsed', 'decided>notified', 'notified>in_effect', 'notified>lapsed', 'proposed>decided', 'proposed>in_effect', 'proposed>lapsed') AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE =\n            'No move leads from ' || OLD.status || ' to ' || NEW.status || '.';\n    END IF;\n    RETURN NULL;\n", hash='345dc0d6524e1c0eadf5f2cf52c498234409979e', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_by_its_moves_d9783', table='contracts_extensionoption', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.proposed_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.proposed_by_id) IS DISTINCT FROM ROW(OLD.proposed_by_id))\n        AND NEW.proposed_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\n\n    IF NEW.decided_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.decided_by_id, NEW.decision_id) IS DISTINCT FROM ROW(OLD.decided_by_id, OLD.decision_id))\n        AND NEW.decided_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='a085fe29de131c650edfa40c5e6276f5736a46af', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_59156', table='contracts_extensionoption', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='used_by_two', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF NEW.status IN ('decided', 'notified', 'in_effect')\n                        AND (NEW.proposed_by_id IS NULL OR NEW.decided_by_id IS NULL)\n                        AND (TG_OP = 'INSERT' OR OLD.status IN ('available', 'proposed'))\n                        AND NOT public.nmiss_is_owner() THEN\n                        RAISE EXCEPTION 'One person proposes an option, and another decides it.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='25d2acd9af875c4f398644e9c611119d21ee4d7b', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_used_by_two_db274', table='contracts_extensionoption', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='follows_the_term', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE v public.contracts_vehicle%ROWTYPE; ends_before date;', func="\n                    SELECT * INTO v FROM public.contracts_vehicle\n                        WHERE id = NEW.vehicle_id FOR NO KEY UPDATE;\n                    IF NEW.number > v.option_count THEN\n                        RAISE EXCEPTION 'The vehicle has no more options than it was let with.';\n                    END IF;\n                    IF NEW.number = 1 THEN\n                        ends_before := v.initial_ends_on;\n                    ELSE\n                        SELECT ends_on INTO ends_before FROM public.contracts_extensionoption\n                            WHERE vehicle_id = NEW.vehicle_id AND number = NEW.number - 1;\n                    END IF;\n                    IF NEW.starts_on IS DISTINCT FROM ends_before + 1 THEN\n                        RAISE EXCEPTION 'An option begins the day after the term ends.';\n                    END IF;\n                    IF NEW.ends_on > v.latest_ends_on THEN\n                        RAISE EXCEPTION 'No option goes past the latest end.';\n                    END IF;\n                    IF NEW.ends_on > (\n                        SELECT (date '2025-02-24' + make_interval(years => value))::date - 1\n                        FROM public.core_legalparameter\n                        WHERE key = 'dps_long_stop' AND v.kind = 'dps'\n                          AND valid_from <=\n                              timezone('Europe/London', public.nmiss_now())::date\n                        ORDER BY valid_from DESC LIMIT 1\n                    ) THEN\n                        RAISE EXCEPTION 'No option goes past the long stop of the law.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='947731bd8c26527e8e10ff9817517af90f65ab75', operation='INSERT OR UPDATE OF "vehicle_id", "number", "starts_on", "ends_on"', pgid='pgtrigger_follows_the_term_d663b', table='contracts_extensionoption', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='used_in_order', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE at_once integer;', func="\n                    IF TG_OP = 'UPDATE' THEN\n                        IF OLD.status <> 'available' AND ROW(NEW.vehicle_id, NEW.number,\n                            NEW.starts_on, NEW.ends_on) IS DISTINCT FROM\n                            ROW(OLD.vehicle_id, OLD.number, OLD.starts_on, OLD.ends_on) THEN\n                            RAISE EXCEPTION 'The days of an option that is used stand.';\n                        END IF;\n                        IF NEW.status = OLD.status THEN RETURN NEW; END IF;\n                        IF OLD.status IN ('in_effect', 'lapsed') THEN\n                            RAISE EXCEPTION 'What is in effect or lapsed stays so.';\n                        END IF;\n                    END IF;\n                    IF NEW.status IN ('available', 'lapsed') THEN RETURN NEW; END IF;\n                    SELECT options_at_once INTO at_once FROM public.contracts_vehicle\n                        WHERE id = NEW.vehicle_id FOR NO KEY UPDATE;\n                    IF NEW.number > 1 AND NOT EXISTS (\n                        SELECT 1 FROM public.contracts_extensionoption\n                        WHERE vehicle_id = NEW.vehicle_id AND number = NEW.number - 1\n                          AND (status = 'in_effect' OR at_once > 1 AND NEW.status <> 'in_effect'\n                               AND status IN ('proposed', 'decided', 'notified'))\n                    ) THEN\n                        RAISE EXCEPTION 'Options are used one after another.';\n                    END IF;\n                    IF NEW.status <> 'in_effect' AND at_once <= (\n                        SELECT count(*) FROM public.contracts_extensionoption\n                        WHERE vehicle_id = NEW.vehicle_id AND id <> NEW.id\n                          AND status IN ('proposed', 'decided', 'notified')\n                    ) THEN\n                        RAISE EXCEPTION 'Another option is under way.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='bf3d041fa352261fb7b73da742ccc1084e6f72cc', operation='INSERT OR UPDATE', pgid='pgtrigger_used_in_order_b7c76', table='contracts_extensionoption', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='covered_by_its_decision', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE d public.contracts_decision%ROWTYPE; v public.contracts_vehicle%ROWTYPE; today date;', func="\n                    IF NEW.decision_id IS NULL THEN RETURN NEW; END IF;\n                    SELECT * INTO d FROM public.contracts_decision WHERE id = NEW.decision_id;\n                    IF d.vehicle_id IS DISTINCT FROM NEW.vehicle_id THEN\n                        RAISE EXCEPTION 'The decision is about another vehicle.';\n                    END IF;\n                    IF d.published_on IS NULL THEN\n                        RAISE EXCEPTION 'The decision is not published.';\n                    END IF;\n                    IF EXISTS (\n                        SELECT 1 FROM public.contracts_extensionoption AS other\n                        JOIN public.contracts_vehicle ON contracts_vehicle.id = other.vehicle_id\n                        WHERE other.decision_id = NEW.decision_id AND other.id <> NEW.id\n                          AND options_at_once = 1\n                    ) THEN\n                        RAISE EXCEPTION 'The decision has used another option.';\n                    END IF;\n                    today := timezone('Europe/London', public.nmiss_now())::date;\n                    IF NEW.status = 'in_effect' AND d.effective_on > today THEN\n                        RAISE EXCEPTION 'The decision may still be called in.';\n                    END IF;\n                    IF NEW.status = 'in_effect' AND d.effective_on > NEW.starts_on\n                        AND (TG_OP = 'INSERT' OR OLD.status IN ('available', 'proposed')) THEN\n                        RAISE EXCEPTION 'A decision after the end of a term does not extend it.';\n                    END IF;\n                    IF NEW.status <> 'in_effect' THEN RETURN NEW; END IF;\n                    IF NEW.starts_on > today THEN\n                        RAISE EXCEPTION 'An option takes effect on its first day.';\n                    END IF;\n                    SELECT * INTO v FROM public.contracts_vehicle WHERE id = NEW.vehicle_id;\n                    IF NEW.override = '' AND NOT coalesce(\n                        v.value_basis = 'total' AND v.advertised_value >= (\n                            SELECT spent + committed + coalesce(forecast, 0)\n                            FROM public.contracts_vehiclefigure WHERE vehicle_id = v.id\n                            ORDER BY as_at DESC, noted_at DESC, id DESC LIMIT 1\n                        ), false) THEN\n                        RAISE EXCEPTION 'There is no headroom under the advertised value.';\n                    END IF;\n                    IF NEW.consent = '' AND NEW.ends_on > v.consent_past_on THEN\n                        RAISE EXCEPTION 'The direction asks for the consent of the successor.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='e9da16c5f17bf2f538004017a25b61777fa26d9f', operation='INSERT OR UPDATE', pgid='pgtrigger_covered_by_its_decision_d5dcd', table='contracts_extensionoption', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='decided_within_the_scheme', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."decided_by_id" IS NOT NULL AND NEW."status" IN (\'decided\', \'in_effect\'))', declare='DECLARE d public.contracts_decision%ROWTYPE; most public.contracts_approvallimit%ROWTYPE; months integer;', func="\n                    SELECT * INTO d FROM public.contracts_decision WHERE id = NEW.decision_id;\n                    IF NOT EXISTS (SELECT 1 FROM public.contracts_approvallimit\n                                   WHERE matter = 'extension' AND valid_from <= d.decided_on) THEN\n                        RETURN NEW;\n                    END IF;\n                    SELECT * INTO most FROM public.contracts_approvallimit\n                        WHERE matter = 'extension' AND valid_from <= d.decided_on\n                          AND office_key = lower(d.maker_title)\n                        ORDER BY valid_from DESC LIMIT 1;\n                    SELECT option_months * (1 + (\n                        SELECT count(*) FROM public.contracts_extensionoption AS other\n                        WHERE other.decision_id = NEW.decision_id AND other.id <> NEW.id\n                    )) INTO months FROM public.contracts_vehicle WHERE id = NEW.vehicle_id;\n                    IF NOT FOUND OR most.id IS NULL OR most.up_to IS NOT NULL AND (\n                        most.up_to = 0 OR d.budget IS NULL\n                        OR round(d.budget * 12 / months, 2) > most.up_to\n                    ) THEN\n                        RAISE EXCEPTION 'The scheme of delegation does not let this office decide.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='0af6d8e03910dec401d1481d8619502d7632c342', operation='INSERT OR UPDATE OF "status", "decision_id"', pgid='pgtrigger_decided_within_the_scheme_97469', table='contracts_extensionoption', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='moves_the_end', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n                    UPDATE public.contracts_vehicle SET ends_on = ends_on\n                        WHERE id IN (NEW.vehicle_id, OLD.vehicle_id);\n                    RETURN NULL;\n                ', hash='e22ddab2d76673606d57812967e9ff621bffa10b', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_moves_the_end_d3689', table='contracts_extensionoption', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_extensionoptionevent" ("consent", "decided_by_id", "decision_id", "ends_on", "id", "notice_reference", "notified_on", "number", "override", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "starts_on", "status", "vehicle_id") SELECT new_values."consent", new_values."decided_by_id", new_values."decision_id", new_values."ends_on", new_values."id", new_values."notice_reference", new_values."notified_on", new_values."number", new_values."override", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."proposed_by_id", new_values."starts_on", new_values."status", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='95580abfb31d40f6d3fd572d20c03911d05ea505', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_bd6d9', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_extensionoption', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_extensionoptionevent" ("consent", "decided_by_id", "decision_id", "ends_on", "id", "notice_reference", "notified_on", "number", "override", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "starts_on", "status", "vehicle_id") SELECT new_values."consent", new_values."decided_by_id", new_values."decision_id", new_values."ends_on", new_values."id", new_values."notice_reference", new_values."notified_on", new_values."number", new_values."override", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."proposed_by_id", new_values."starts_on", new_values."status", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='dd24412c6f90b5f4208a43b1d5b64bc8bcec7550', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_e6868', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_extensionoption', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_extensionoptionevent" ("consent", "decided_by_id", "decision_id", "ends_on", "id", "notice_reference", "notified_on", "number", "override", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "starts_on", "status", "vehicle_id") SELECT old_values."consent", old_values."decided_by_id", old_values."decision_id", old_values."ends_on", old_values."id", old_values."notice_reference", old_values."notified_on", old_values."number", old_values."override", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."proposed_by_id", old_values."starts_on", old_values."status", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='64b2ed419dd04ea72b3737f460fa219caf8f4764', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_82be7', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_extensionoption', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='told_by_letters', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."decided_by_id" IS NOT NULL AND NEW."status" = \'notified\')', constraint='CONSTRAINT', func="\n        IF EXISTS (\n            SELECT 1 FROM public.contracts_membership AS m\n            JOIN public.contracts_lot AS l ON l.id = m.lot_id\n            WHERE l.vehicle_id = NEW.vehicle_id AND m.admitted_on < NEW.starts_on\n              AND coalesce(m.left_on, NEW.starts_on) >= NEW.starts_on - 1\n              AND NOT EXISTS (SELECT 1 FROM public.contracts_extensionletter AS letter\n                              WHERE letter.option_id = NEW.id\n                                AND letter.provider_id = m.provider_id)\n        ) THEN\n            RAISE EXCEPTION 'Every provider is told of an extension by a letter.';\n        END IF;\n        RETURN NULL;\n    ", hash='b988594f5427d01d061dc2f9190ba9e28c85f792', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_told_by_letters_3215f', table='contracts_extensionoption', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='left_by_who_declined', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."status" = \'in_effect\')', constraint='CONSTRAINT', func="\n        IF EXISTS (\n            SELECT 1 FROM public.contracts_extensionletter AS letter\n            JOIN public.contracts_membership AS m ON m.provider_id = letter.provider_id\n            JOIN public.contracts_lot AS l ON l.id = m.lot_id\n            WHERE letter.option_id = NEW.id AND letter.status = 'declined'\n              AND l.vehicle_id = NEW.vehicle_id AND m.admitted_on < NEW.starts_on\n              AND coalesce(m.left_on, NEW.starts_on) >= NEW.starts_on\n        ) THEN\n            RAISE EXCEPTION 'Who declined an extension leaves before it begins.';\n        END IF;\n        RETURN NULL;\n    ", hash='b4aec5911a2ae57a400327d9060fe74b5d5193c3', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_left_by_who_declined_efcad', table='contracts_extensionoption', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='impactassessment',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_impactassessmentevent" ("decision_id", "file_id", "id", "kind", "note", "owner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "review_on", "state") SELECT new_values."decision_id", new_values."file_id", new_values."id", new_values."kind", new_values."note", new_values."owner", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."recorded_by_id", new_values."review_on", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='7c068d326622eadcc381a2f519da4d5e01a19dd6', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_83f7b', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_impactassessment', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='impactassessment',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_impactassessmentevent" ("decision_id", "file_id", "id", "kind", "note", "owner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "review_on", "state") SELECT new_values."decision_id", new_values."file_id", new_values."id", new_values."kind", new_values."note", new_values."owner", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."recorded_by_id", new_values."review_on", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='31c68942c6b1a806f3991acec8816a1c99c9b217', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_e03cf', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_impactassessment', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='impactassessment',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_impactassessmentevent" ("decision_id", "file_id", "id", "kind", "note", "owner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "review_on", "state") SELECT old_values."decision_id", old_values."file_id", old_values."id", old_values."kind", old_values."note", old_values."owner", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."recorded_by_id", old_values."review_on", old_values."state" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='0f3685417842fe28a898a31f699377c673cff2be', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_68a72', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_impactassessment', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='lotevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='94993609c83f4da399b3dc418778fb40a95f7eab', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c7063', table='contracts_lotevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='noticeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8fd9961cd3b706729d66ba40fa87d153eb788cb6', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_54738', table='contracts_noticeevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='noticewaiverevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3e6c6e9755330972ad98a5131de401f8e455c6a3', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_58617', table='contracts_noticewaiverevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='question',
            trigger=pgtrigger.compiler.Trigger(name='frozen_once_published', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF EXISTS (SELECT 1 FROM contracts_evaluationscheme\n               WHERE id = COALESCE(NEW.scheme_id, OLD.scheme_id) AND published_at IS NOT NULL) THEN\n        RAISE EXCEPTION 'A published evaluation scheme is not edited: succeed it.';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n", hash='04ca05f70d78b7a46f814e87af738a2d2b878fae', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_once_published_60553', table='contracts_question', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='question',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_questionevent" ("id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme_id", "section", "text", "title", "weight", "word_limit") SELECT new_values."id", new_values."number", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."scheme_id", new_values."section", new_values."text", new_values."title", new_values."weight", new_values."word_limit" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='bec873c7930af753268fa775fbd9f8dbce421487', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_93847', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_question', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='question',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_questionevent" ("id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme_id", "section", "text", "title", "weight", "word_limit") SELECT new_values."id", new_values."number", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."scheme_id", new_values."section", new_values."text", new_values."title", new_values."weight", new_values."word_limit" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='6e7a6fd33d6f6fc595e688be9c54a5138b492c59', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_2ca8e', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_question', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='question',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_questionevent" ("id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme_id", "section", "text", "title", "weight", "word_limit") SELECT old_values."id", old_values."number", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."scheme_id", old_values."section", old_values."text", old_values."title", old_values."weight", old_values."word_limit" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='180f60e7c0914c64603193d5a1fff30f214fd756', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_a5931', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_question', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='round',
            trigger=pgtrigger.compiler.Trigger(name='by_its_moves', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'INSERT' AND NEW.status NOT IN ('planned') AND NOT public.nmiss_is_owner()\n        AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE = 'Nothing begins as ' || NEW.status || '.';\n    END IF;\n    IF TG_OP = 'UPDATE' AND NEW.status <> OLD.status\n        AND (OLD.status || '>' || NEW.status) NOT IN ('open>closed', 'planned>open') AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE =\n            'No move leads from ' || OLD.status || ' to ' || NEW.status || '.';\n    END IF;\n    RETURN NULL;\n", hash='fe06f8d06bf748b37bf5318911d4292d86c0b7e3', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_by_its_moves_305a6', table='contracts_round', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='round',
            trigger=pgtrigger.compiler.Trigger(name='within_the_term', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF timezone('Europe/London', NEW.closes_at)::date > (\n                        SELECT ends_on FROM public.contracts_vehicle WHERE id = NEW.vehicle_id\n                    ) THEN\n                        RAISE EXCEPTION 'A round closes while the term lasts.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='53c78a8fb7a4cae7132f7411356f8994a6977d04', operation='INSERT OR UPDATE OF "vehicle_id", "closes_at"', pgid='pgtrigger_within_the_term_0f0b2', table='contracts_round', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='round',
            trigger=pgtrigger.compiler.Trigger(name='never_shortened', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NOT (OLD."status" = \'planned\'))', func="\n                    IF NEW.opens_at <> OLD.opens_at THEN\n                        RAISE EXCEPTION 'The opening of a round that has opened does not move.';\n                    END IF;\n                    IF NEW.closes_at < OLD.closes_at OR\n                        (OLD.status = 'closed' AND NEW.closes_at <> OLD.closes_at) THEN\n                        RAISE EXCEPTION 'An open round is extended, never shortened.';\n                    END IF;\n                    IF NEW.closes_at <> OLD.closes_at AND NOT EXISTS (\n                        SELECT 1 FROM public.accounts_proposal p\n                        WHERE p.kind = 'round_extension' AND p.decision = 'agreed'\n                          AND p.given ->> 'round' = NEW.id::text\n                          AND (p.given ->> 'closes_at')::timestamptz = NEW.closes_at\n                    ) THEN\n                        RAISE EXCEPTION 'Two officers extend an open round.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='ab007087ed343043e2db4a381a4531039ae1a9ae', operation='UPDATE', pgid='pgtrigger_never_shortened_349fc', table='contracts_round', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='round',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_roundevent" ("clarifications_close_at", "closed_at", "closes_at", "evaluation_ends_on", "id", "notice_text", "number", "opened_at", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "scheme_id", "status", "vehicle_id") SELECT new_values."clarifications_close_at", new_values."closed_at", new_values."closes_at", new_values."evaluation_ends_on", new_values."id", new_values."notice_text", new_values."number", new_values."opened_at", new_values."opens_at", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."quarter", new_values."scheme_id", new_values."status", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='87551d1deb58d4887d9e40b7702eefc5d2cd90f3', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_3de1f', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_round', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='round',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_roundevent" ("clarifications_close_at", "closed_at", "closes_at", "evaluation_ends_on", "id", "notice_text", "number", "opened_at", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "scheme_id", "status", "vehicle_id") SELECT new_values."clarifications_close_at", new_values."closed_at", new_values."closes_at", new_values."evaluation_ends_on", new_values."id", new_values."notice_text", new_values."number", new_values."opened_at", new_values."opens_at", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."quarter", new_values."scheme_id", new_values."status", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='693eaa9e93a6fbb5ac872b3e6b0d452504a099d5', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_a95e7', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_round', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='round',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_roundevent" ("clarifications_close_at", "closed_at", "closes_at", "evaluation_ends_on", "id", "notice_text", "number", "opened_at", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "scheme_id", "status", "vehicle_id") SELECT old_values."clarifications_close_at", old_values."closed_at", old_values."closes_at", old_values."evaluation_ends_on", old_values."id", old_values."notice_text", old_values."number", old_values."opened_at", old_values."opens_at", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."quarter", old_values."scheme_id", old_values."status", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='b67aec2974bd1e6ca51ed98aa5feec6477a24436', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_f3045', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_round', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='roundwatchevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8e5b4add69c16b2fc755bced0a1374162d89c79a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_bbfcc', table='contracts_roundwatchevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='threshold',
            trigger=pgtrigger.compiler.Trigger(name='frozen_once_published', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF EXISTS (SELECT 1 FROM contracts_evaluationscheme\n               WHERE id = COALESCE(NEW.scheme_id, OLD.scheme_id) AND published_at IS NOT NULL) THEN\n        RAISE EXCEPTION 'A published evaluation scheme is not edited: succeed it.';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n", hash='16ca037bf30c8ea057b52483640a0679bc599501', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_once_published_55d0a', table='contracts_threshold', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='threshold',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_thresholdevent" ("id", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme_id", "total_minimum") SELECT new_values."id", new_values."lot_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."scheme_id", new_values."total_minimum" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='51c3af5a8f28bbb25ff7af179e8434557d963473', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_2307a', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_threshold', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='threshold',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_thresholdevent" ("id", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme_id", "total_minimum") SELECT new_values."id", new_values."lot_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."scheme_id", new_values."total_minimum" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e58443495df3421dbfdf786a75ce5ae42d3e85ad', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_0e5e6', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_threshold', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='threshold',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_thresholdevent" ("id", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme_id", "total_minimum") SELECT old_values."id", old_values."lot_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."scheme_id", old_values."total_minimum" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='e1a78f70e9c72c15355306bb610378124d36bf48', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_a8779', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_threshold', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='variation',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.recorded_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.recorded_at IS DISTINCT FROM OLD.recorded_at) THEN\n        NEW.recorded_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.voided_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.voided_at IS DISTINCT FROM OLD.voided_at) THEN\n        NEW.voided_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='8106ac4202d0ab91710803b1ed5d362afb226834', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_e61de', table='contracts_variation', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='variation',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.recorded_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.recorded_by_id) IS DISTINCT FROM ROW(OLD.recorded_by_id))\n        AND NEW.recorded_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\n\n    IF NEW.voided_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.voided_by_id, NEW.voided_at) IS DISTINCT FROM ROW(OLD.voided_by_id, OLD.voided_at))\n        AND NEW.voided_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='d121908b552fe1e6320b140dd1a001168117f7fb', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_ecf5c', table='contracts_variation', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='variation',
            trigger=pgtrigger.compiler.Trigger(name='stays_or_is_voided', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF OLD.voided_at IS NOT NULL OR ROW(NEW.vehicle_id, NEW.ground, NEW.description, NEW.value, NEW.agreed_on, NEW.agreed_by, NEW.decision_id, NEW.legal_advice, NEW.recorded_by_id, NEW.recorded_at)\n                        IS DISTINCT FROM ROW(OLD.vehicle_id, OLD.ground, OLD.description, OLD.value, OLD.agreed_on, OLD.agreed_by, OLD.decision_id, OLD.legal_advice, OLD.recorded_by_id, OLD.recorded_at) THEN\n                        RAISE EXCEPTION 'A variation stays as it was recorded, or is voided.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='14cc28b4ab885511197aeee7a6209bc3a5c3a3b6', operation='UPDATE', pgid='pgtrigger_stays_or_is_voided_d51d9', table='contracts_variation', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='variation',
            trigger=pgtrigger.compiler.Trigger(name='never_goes', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='35c89f7dfa51bcf704f0fd2c9f344e44feb4e9ea', operation='DELETE', pgid='pgtrigger_never_goes_23e2d', table='contracts_variation', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='variation',
            trigger=pgtrigger.compiler.Trigger(name='within_the_limits', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE v public.contracts_vehicle%ROWTYPE;', func="\n                    SELECT * INTO v FROM public.contracts_vehicle\n                        WHERE id = NEW.vehicle_id FOR NO KEY UPDATE;\n                    IF v.established_on >= date '2025-02-24' THEN\n                        RAISE EXCEPTION 'Regulation 72 is of the law before the Act.';\n                    END IF;\n                    IF NEW.ground NOT IN ('b', 'c', 'f') THEN RETURN NEW; END IF;\n                    IF v.advertised_value IS NULL OR v.value_basis <> 'total' THEN\n                        IF NEW.legal_advice = '' THEN\n                            RAISE EXCEPTION 'The value before the change is not known.';\n                        END IF;\n                        RETURN NEW;\n                    END IF;\n                    IF NEW.ground <> 'f' AND NEW.value * 2 > v.advertised_value THEN\n                        RAISE EXCEPTION 'A change is for at most half of the value.';\n                    END IF;\n                    IF NEW.ground = 'f' AND NEW.value > 0 AND 10 * (\n                        NEW.value + (SELECT coalesce(sum(value), 0)\n                                     FROM public.contracts_variation WHERE ground = 'f'\n                                       AND vehicle_id = NEW.vehicle_id AND voided_at IS NULL)\n                    ) >= v.advertised_value THEN\n                        RAISE EXCEPTION 'Small changes are less than a tenth together.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='82d73f07d10abb13d0c98fb4e5d2591e418af572', operation='INSERT', pgid='pgtrigger_within_the_limits_46c5a', table='contracts_variation', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='variation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_variationevent" ("agreed_by", "agreed_on", "decision_id", "description", "ground", "id", "legal_advice", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "value", "vehicle_id", "void_reason", "voided_at", "voided_by_id") SELECT new_values."agreed_by", new_values."agreed_on", new_values."decision_id", new_values."description", new_values."ground", new_values."id", new_values."legal_advice", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."value", new_values."vehicle_id", new_values."void_reason", new_values."voided_at", new_values."voided_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ea2ace10bc6ec6ee3e72b66d026c4215cdf6f524', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_dd509', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_variation', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='variation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_variationevent" ("agreed_by", "agreed_on", "decision_id", "description", "ground", "id", "legal_advice", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "value", "vehicle_id", "void_reason", "voided_at", "voided_by_id") SELECT new_values."agreed_by", new_values."agreed_on", new_values."decision_id", new_values."description", new_values."ground", new_values."id", new_values."legal_advice", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."value", new_values."vehicle_id", new_values."void_reason", new_values."voided_at", new_values."voided_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d931e19b1d170da939c5be64ee7119cce5a08d1a', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_97511', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_variation', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='variation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_variationevent" ("agreed_by", "agreed_on", "decision_id", "description", "ground", "id", "legal_advice", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "value", "vehicle_id", "void_reason", "voided_at", "voided_by_id") SELECT old_values."agreed_by", old_values."agreed_on", old_values."decision_id", old_values."description", old_values."ground", old_values."id", old_values."legal_advice", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."recorded_at", old_values."recorded_by_id", old_values."value", old_values."vehicle_id", old_values."void_reason", old_values."voided_at", old_values."voided_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='560ad3f0a08c2fb1f263ff72e40bacae6a78942f', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_a9b46', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_variation', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='vehicledocumentevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ba95fb0fce2c563e75568d6eba3b1ed095a94335', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_54a11', table='contracts_vehicledocumentevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='delegationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='60caa4c38f0177cc83fc7167306c71483a6c2a4b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d609f', table='contracts_delegationevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='extensionoptionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8237468d90a312108f83a22bed19f97d91d38afe', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d5b4f', table='contracts_extensionoptionevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='impactassessmentevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='555cb4e2bc5907c4ab16a970d0ed2f41b7fea624', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c0509', table='contracts_impactassessmentevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='questionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1e3681879bcdb161d54724c6b7d0e138e858090c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a40cd', table='contracts_questionevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='questionminimum',
            trigger=pgtrigger.compiler.Trigger(name='frozen_once_published', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF EXISTS (SELECT 1 FROM contracts_evaluationscheme\n               WHERE id = (SELECT scheme_id FROM contracts_threshold WHERE id = COALESCE(NEW.threshold_id, OLD.threshold_id)) AND published_at IS NOT NULL) THEN\n        RAISE EXCEPTION 'A published evaluation scheme is not edited: succeed it.';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n", hash='a8a812ad74c998d1fec3c028c0435b56329d75f4', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_once_published_f515a', table='contracts_questionminimum', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='questionminimum',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_questionminimumevent" ("id", "minimum", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "threshold_id") SELECT new_values."id", new_values."minimum", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."question_id", new_values."threshold_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='8f097cb46ec0e7c1f2ad65e17ee516d116fb4a4a', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_b8fac', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_questionminimum', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='questionminimum',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_questionminimumevent" ("id", "minimum", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "threshold_id") SELECT new_values."id", new_values."minimum", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."question_id", new_values."threshold_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='11ee9e978e9ef1c732397a1912facca5462abd22', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_8343b', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_questionminimum', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='questionminimum',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_questionminimumevent" ("id", "minimum", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "threshold_id") SELECT old_values."id", old_values."minimum", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."question_id", old_values."threshold_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='efaaa11b46334e04ebd297684dc5dcc1b79b62cc', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_b7387', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_questionminimum', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='recoverywindow',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.agreed_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.agreed_at IS DISTINCT FROM OLD.agreed_at) THEN\n        NEW.agreed_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.opens_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.opens_at IS DISTINCT FROM OLD.opens_at) THEN\n        NEW.opens_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='5a04f22fb1ad769331fe6da782d340d6a9c63e7a', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_78243', table='contracts_recoverywindow', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='recoverywindow',
            trigger=pgtrigger.compiler.Trigger(name='kept_for_good', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='fa7a9860a4eb2fe5319ca41e04cace109bcf1cb9', operation='UPDATE OR DELETE', pgid='pgtrigger_kept_for_good_2f8a1', table='contracts_recoverywindow', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='recoverywindow',
            trigger=pgtrigger.compiler.Trigger(name='agreed_by_two', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF NOT EXISTS (\n                        SELECT 1 FROM public.accounts_proposal p\n                        WHERE p.id = NEW.proposal_id AND p.kind = 'recovery_window'\n                          AND p.decision = 'agreed'\n                          AND p.given ->> 'round' = NEW.round_id::text\n                          AND p.given ->> 'provider' = NEW.provider_id::text\n                          AND (p.given ->> 'closes_at')::timestamptz = NEW.closes_at\n                    ) THEN\n                        RAISE EXCEPTION 'Two officers give a recovery window.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='946cbf34653a57b456e305ccb6998602046a5299', operation='INSERT', pgid='pgtrigger_agreed_by_two_486d6', table='contracts_recoverywindow', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='recoverywindow',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_recoverywindowevent" ("agreed_at", "closes_at", "id", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "provider_id", "round_id") SELECT new_values."agreed_at", new_values."closes_at", new_values."id", new_values."opens_at", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."proposal_id", new_values."provider_id", new_values."round_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3ca8392ada37ac2405bd0a10160d5d69ce4c6957', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_7a666', referencing='REFERENCING NEW TABLE AS new_values ', table='contracts_recoverywindow', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='recoverywindow',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_recoverywindowevent" ("agreed_at", "closes_at", "id", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "provider_id", "round_id") SELECT new_values."agreed_at", new_values."closes_at", new_values."id", new_values."opens_at", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."proposal_id", new_values."provider_id", new_values."round_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9dfd0a87c9e69913cb6ded8196f1788d40ba9538', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_29d2f', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='contracts_recoverywindow', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='recoverywindow',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contracts_recoverywindowevent" ("agreed_at", "closes_at", "id", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "provider_id", "round_id") SELECT old_values."agreed_at", old_values."closes_at", old_values."id", old_values."opens_at", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."proposal_id", old_values."provider_id", old_values."round_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='348d637eb16b2b1cfb5c7292d22a30ce9b7d5e5b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_a7714', referencing='REFERENCING OLD TABLE AS old_values ', table='contracts_recoverywindow', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='roundevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='64441d43c8326ab77e4ecd4f4a0f4d15774af038', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_bb0a8', table='contracts_roundevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='thresholdevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='24ab2ec751d8256c395f48b517867d0aeb31716b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b2734', table='contracts_thresholdevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='variationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='00ec4181c624fe3be578e5521fa389c68318fc16', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2129e', table='contracts_variationevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='questionminimumevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d9d229bfcd4f0ff7f1b84b4da1240656aa2f01fb', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_bcd21', table='contracts_questionminimumevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='recoverywindowevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8b61c8ddeb574a9372e1227a9e6e0a896554005f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_3f677', table='contracts_recoverywindowevent', when='BEFORE')),
        ),
    ]
