"""Price lists and requests for fees, with their history and triggers."""

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
from decimal import Decimal
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
        ('placements', '0001_initial'),
        ('placements', '0002_agreements'),
        ('providers', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='CostIndex',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('academic_year', models.PositiveSmallIntegerField(unique=True)),
                ('pay_rate', models.DecimalField(decimal_places=2, max_digits=5)),
                ('price_rate', models.DecimalField(decimal_places=2, max_digits=5)),
                ('source', models.CharField(max_length=200)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('pay_rate__gte', -50), ('pay_rate__lte', 50), ('price_rate__gte', -50), ('price_rate__lte', 50), models.Q(('source', ''), _negated=True)), name='placements_costindex_within_reason')],
            },
        ),
        migrations.CreateModel(
            name='FeeWindow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('academic_year', models.PositiveSmallIntegerField(unique=True)),
                ('opens_on', models.DateField()),
                ('requests_by', models.DateField()),
                ('recommend_by', models.DateField()),
                ('negotiate_until', models.DateField()),
                ('approve_by', models.DateField()),
                ('effective_on', models.DateField()),
                ('late_months', models.PositiveSmallIntegerField(default=3)),
                ('information_days', models.PositiveSmallIntegerField(default=10)),
                ('answer_days', models.PositiveSmallIntegerField(default=15)),
                ('appeal_days', models.PositiveSmallIntegerField(default=14)),
                ('recent_months', models.PositiveSmallIntegerField(default=3)),
                ('standard_percent', models.DecimalField(decimal_places=2, default=Decimal('2'), max_digits=5)),
                ('standard_pounds', models.DecimalField(decimal_places=2, default=0, max_digits=10)),
                ('pay_rate', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ('price_rate', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ('affordable_percent', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ('limit_percent', models.DecimalField(decimal_places=2, default=Decimal('5'), max_digits=5)),
                ('limit_pounds', models.DecimalField(decimal_places=2, default=Decimal('500000'), max_digits=12)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('approve_by__gte', models.F('negotiate_until')), ('effective_on__gt', models.F('approve_by')), ('negotiate_until__gte', models.F('recommend_by')), ('recommend_by__gte', models.F('requests_by')), ('requests_by__gte', models.F('opens_on'))), name='placements_feewindow_dates_in_order', violation_error_message='Enter the dates in this order.'), models.CheckConstraint(condition=models.Q(('effective_on__year', models.F('academic_year')), models.Q(('effective_on__month__lt', 9), ('effective_on__year', django.db.models.expressions.CombinedExpression(models.F('academic_year'), '+', models.Value(1)))), _connector='OR'), name='placements_feewindow_takes_effect_in_its_year'), models.CheckConstraint(condition=models.Q(('limit_percent__gte', 0), ('limit_pounds__gte', 0), ('standard_percent__gte', 0), ('standard_pounds__gte', 0)), name='placements_feewindow_not_below_nought')],
            },
        ),
        migrations.CreateModel(
            name='PriceBand',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100)),
                ('need', models.CharField(blank=True, choices=[('SPLD', 'Specific learning difficulty'), ('MLD', 'Moderate learning difficulty'), ('SLD', 'Severe learning difficulty'), ('PMLD', 'Profound and multiple learning difficulty'), ('SEMH', 'Social, emotional and mental health'), ('SLCN', 'Speech, language and communication needs'), ('HI', 'Hearing impairment'), ('VI', 'Vision impairment'), ('MSI', 'Multi-sensory impairment'), ('PD', 'Physical disability'), ('ASD', 'Autistic spectrum disorder'), ('DS', 'Down syndrome'), ('OTH', 'Other difficulty')], max_length=4)),
                ('phase', models.CharField(blank=True, choices=[('early_years', 'Before reception'), ('primary', 'Primary (reception to year 6)'), ('secondary', 'Secondary (years 7 to 11)'), ('post_16', 'Post-16 (year 12 and above)')], max_length=20)),
                ('provision', models.CharField(blank=True, choices=[('day', 'Day'), ('residential_weekly', 'Residential, weekly'), ('residential_38', 'Residential, up to 38 weeks'), ('residential_51', 'Residential, 39 to 51 weeks'), ('residential_52', 'Residential, 52 weeks')], max_length=20)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=10)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
                ('source', models.CharField(max_length=200)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('need__in', ['SPLD', 'MLD', 'SLD', 'PMLD', 'SEMH', 'SLCN', 'HI', 'VI', 'MSI', 'PD', 'ASD', 'DS', 'OTH', ''])), name='placements_priceband_need_is_known'), models.CheckConstraint(condition=models.Q(('phase__in', ['early_years', 'primary', 'secondary', 'post_16', ''])), name='placements_priceband_phase_is_known'), models.CheckConstraint(condition=models.Q(('provision__in', ['day', 'residential_weekly', 'residential_38', 'residential_51', 'residential_52', ''])), name='placements_priceband_provision_is_known'), models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='placements_priceband_starts_on_before_ends_on', violation_error_message='The ends on must not be before the starts on.'), models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='placements_priceband_above_nought'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('need', '='), ('phase', '='), ('provision', '='), (nmiss.base.core.constraints.InclusiveDays('starts_on', 'ends_on'), '&&')], name='placements_priceband_no_overlap')],
            },
        ),
        migrations.CreateModel(
            name='PriceList',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='price_lists', to='providers.school')),
                ('lot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='price_lists', to='contracts.lot')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
                ('size', models.PositiveSmallIntegerField()),
                ('imported', models.BooleanField(default=False)),
                ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('added_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('voided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('voided_at', models.DateTimeField(editable=False, null=True)),
                ('void_reason', models.TextField(blank=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='placements_pricelist_starts_on_before_ends_on', violation_error_message='The ends on must not be before the starts on.'), models.CheckConstraint(condition=models.Q(('size__gte', 1)), name='placements_pricelist_has_lines'), models.CheckConstraint(condition=models.Q(models.Q(('voided_at__isnull', False), ('voided_by__isnull', False)), models.Q(('voided_at__isnull', True), ('voided_by__isnull', True)), _connector='OR'), name='placements_pricelist_voided_at_and_voided_by'), models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_at', None)), models.Q(('voided_at__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='placements_pricelist_voided_with_a_reason'), django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('voided_at', None)), deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('school', '='), ('lot', '='), (nmiss.base.core.constraints.InclusiveDays('starts_on', 'ends_on'), '&&')], name='placements_pricelist_no_overlap', violation_error_message='This school has a price list in this lot on some of these days.')],
            },
        ),
        migrations.CreateModel(
            name='CostIndexEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.costindex')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('academic_year', models.PositiveSmallIntegerField()),
                ('pay_rate', models.DecimalField(decimal_places=2, max_digits=5)),
                ('price_rate', models.DecimalField(decimal_places=2, max_digits=5)),
                ('source', models.CharField(max_length=200)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FeeRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('window', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='requests', to='placements.feewindow')),
                ('provider', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='fee_requests', to='providers.provider')),
                ('school', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='fee_requests', to='providers.school')),
                ('scope', models.CharField(choices=[('all', 'All placements'), ('chosen', 'Some placements'), ('new', 'New placements only')], max_length=10)),
                ('status', models.CharField(choices=[('draft', 'Draft'), ('received', 'Received'), ('information', 'Information requested'), ('negotiating', 'Negotiating'), ('escalated', 'Escalated'), ('agreed', 'Agreed'), ('refused', 'Refused'), ('withdrawn', 'Withdrawn')], default='draft', editable=False, max_length=20)),
                ('asked_percent', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ('is_offline', models.BooleanField(default=False)),
                ('received_on', models.DateField(null=True)),
                ('signed_by', models.CharField(blank=True, max_length=200)),
                ('started_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('started_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('submitted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('submitted_at', models.DateTimeField(editable=False, null=True)),
                ('is_late', models.BooleanField(default=False)),
                ('effective_on', models.DateField(null=True)),
                ('answer_due_on', models.DateField(null=True)),
                ('information_due_on', models.DateField(null=True)),
                ('appealed_at', models.DateTimeField(editable=False, null=True)),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_at', models.DateTimeField(editable=False, null=True)),
                ('decided_on', models.DateField(null=True)),
                ('agreed_percent', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ('decision_reason', models.TextField(blank=True)),
                ('savings_written_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('status__in', ['draft', 'received', 'information', 'negotiating', 'escalated', 'agreed', 'refused', 'withdrawn'])), name='placements_feerequest_status_is_known'), models.CheckConstraint(condition=models.Q(('scope__in', ['all', 'chosen', 'new'])), name='placements_feerequest_scope_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('effective_on__isnull', False), ('submitted_at__isnull', False), ('submitted_by__isnull', False)), models.Q(('effective_on__isnull', True), ('submitted_at__isnull', True), ('submitted_by__isnull', True)), _connector='OR'), name='placements_feerequest_submitted_at_and_submitted_by_and_effective_on'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', False), ('decided_by__isnull', False), ('decided_on__isnull', False)), models.Q(('decided_at__isnull', True), ('decided_by__isnull', True), ('decided_on__isnull', True)), _connector='OR'), name='placements_feerequest_decided_at_and_decided_by_and_decided_on'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'draft'), ('submitted_at', None)), ('status', 'withdrawn'), models.Q(('submitted_at__isnull', False), models.Q(('status__in', ['draft']), _negated=True)), _connector='OR'), name='placements_feerequest_submitted_by_its_status'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', False), ('status__in', ['agreed', 'refused'])), models.Q(('decided_at', None), models.Q(('status__in', ['agreed', 'refused']), _negated=True)), _connector='OR'), name='placements_feerequest_decided_by_its_status'), models.CheckConstraint(condition=models.Q(models.Q(('is_offline', False), ('received_on', None), ('signed_by', '')), models.Q(('is_offline', True), ('submitted_at', None)), models.Q(('is_offline', True), ('received_on__isnull', False), models.Q(('signed_by', ''), _negated=True)), _connector='OR'), name='placements_feerequest_offline_is_signed_and_received'), models.CheckConstraint(condition=models.Q(('decision_reason', ''), ('status', 'refused'), _negated=True), name='placements_feerequest_refused_with_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='FeeWindowEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.feewindow')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('academic_year', models.PositiveSmallIntegerField()),
                ('opens_on', models.DateField()),
                ('requests_by', models.DateField()),
                ('recommend_by', models.DateField()),
                ('negotiate_until', models.DateField()),
                ('approve_by', models.DateField()),
                ('effective_on', models.DateField()),
                ('late_months', models.PositiveSmallIntegerField(default=3)),
                ('information_days', models.PositiveSmallIntegerField(default=10)),
                ('answer_days', models.PositiveSmallIntegerField(default=15)),
                ('appeal_days', models.PositiveSmallIntegerField(default=14)),
                ('recent_months', models.PositiveSmallIntegerField(default=3)),
                ('standard_percent', models.DecimalField(decimal_places=2, default=Decimal('2'), max_digits=5)),
                ('standard_pounds', models.DecimalField(decimal_places=2, default=0, max_digits=10)),
                ('pay_rate', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ('price_rate', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ('affordable_percent', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ('limit_percent', models.DecimalField(decimal_places=2, default=Decimal('5'), max_digits=5)),
                ('limit_pounds', models.DecimalField(decimal_places=2, default=Decimal('500000'), max_digits=12)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PriceBandEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.priceband')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=100)),
                ('need', models.CharField(blank=True, choices=[('SPLD', 'Specific learning difficulty'), ('MLD', 'Moderate learning difficulty'), ('SLD', 'Severe learning difficulty'), ('PMLD', 'Profound and multiple learning difficulty'), ('SEMH', 'Social, emotional and mental health'), ('SLCN', 'Speech, language and communication needs'), ('HI', 'Hearing impairment'), ('VI', 'Vision impairment'), ('MSI', 'Multi-sensory impairment'), ('PD', 'Physical disability'), ('ASD', 'Autistic spectrum disorder'), ('DS', 'Down syndrome'), ('OTH', 'Other difficulty')], max_length=4)),
                ('phase', models.CharField(blank=True, choices=[('early_years', 'Before reception'), ('primary', 'Primary (reception to year 6)'), ('secondary', 'Secondary (years 7 to 11)'), ('post_16', 'Post-16 (year 12 and above)')], max_length=20)),
                ('provision', models.CharField(blank=True, choices=[('day', 'Day'), ('residential_weekly', 'Residential, weekly'), ('residential_38', 'Residential, up to 38 weeks'), ('residential_51', 'Residential, 39 to 51 weeks'), ('residential_52', 'Residential, 52 weeks')], max_length=20)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=10)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
                ('source', models.CharField(max_length=200)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PriceListEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.pricelist')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('school', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.school')),
                ('lot', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.lot')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
                ('size', models.PositiveSmallIntegerField()),
                ('imported', models.BooleanField(default=False)),
                ('added_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('added_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('voided_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('voided_at', models.DateTimeField(editable=False, null=True)),
                ('void_reason', models.TextField(blank=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PriceListLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('price_list', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='placements.pricelist')),
                ('kind', models.CharField(choices=[('base_education', 'Base education'), ('residential', 'Residential'), ('therapy_slt', 'Speech and language therapy'), ('therapy_ot', 'Occupational therapy'), ('therapy_physio', 'Physiotherapy'), ('therapy_psychology', 'Psychology'), ('therapy_other', 'Other therapy'), ('one_to_one', 'One-to-one support'), ('two_to_one', 'Two-to-one support'), ('exams', 'Exams'), ('other', 'Other')], max_length=20)),
                ('need', models.CharField(blank=True, choices=[('SPLD', 'Specific learning difficulty'), ('MLD', 'Moderate learning difficulty'), ('SLD', 'Severe learning difficulty'), ('PMLD', 'Profound and multiple learning difficulty'), ('SEMH', 'Social, emotional and mental health'), ('SLCN', 'Speech, language and communication needs'), ('HI', 'Hearing impairment'), ('VI', 'Vision impairment'), ('MSI', 'Multi-sensory impairment'), ('PD', 'Physical disability'), ('ASD', 'Autistic spectrum disorder'), ('DS', 'Down syndrome'), ('OTH', 'Other difficulty')], max_length=4)),
                ('phase', models.CharField(blank=True, choices=[('early_years', 'Before reception'), ('primary', 'Primary (reception to year 6)'), ('secondary', 'Secondary (years 7 to 11)'), ('post_16', 'Post-16 (year 12 and above)')], max_length=20)),
                ('provision', models.CharField(blank=True, choices=[('day', 'Day'), ('residential_weekly', 'Residential, weekly'), ('residential_38', 'Residential, up to 38 weeks'), ('residential_51', 'Residential, 39 to 51 weeks'), ('residential_52', 'Residential, 52 weeks')], max_length=20)),
                ('unit', models.CharField(choices=[('year', 'Year'), ('term', 'Term'), ('week', 'Week'), ('hour', 'Hour')], max_length=10)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=10)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['base_education', 'residential', 'therapy_slt', 'therapy_ot', 'therapy_physio', 'therapy_psychology', 'therapy_other', 'one_to_one', 'two_to_one', 'exams', 'other'])), name='placements_pricelistline_kind_is_known'), models.CheckConstraint(condition=models.Q(('need__in', ['SPLD', 'MLD', 'SLD', 'PMLD', 'SEMH', 'SLCN', 'HI', 'VI', 'MSI', 'PD', 'ASD', 'DS', 'OTH', ''])), name='placements_pricelistline_need_is_known'), models.CheckConstraint(condition=models.Q(('phase__in', ['early_years', 'primary', 'secondary', 'post_16', ''])), name='placements_pricelistline_phase_is_known'), models.CheckConstraint(condition=models.Q(('provision__in', ['day', 'residential_weekly', 'residential_38', 'residential_51', 'residential_52', ''])), name='placements_pricelistline_provision_is_known'), models.CheckConstraint(condition=models.Q(('unit__in', ['year', 'term', 'week', 'hour'])), name='placements_pricelistline_unit_is_known'), models.CheckConstraint(condition=models.Q(('amount__gte', 0)), name='placements_pricelistline_not_below_nought'), models.UniqueConstraint(fields=('price_list', 'kind', 'need', 'phase', 'provision'), name='placements_pricelistline_once')],
            },
        ),
        migrations.CreateModel(
            name='FeeDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='placements.feerequest')),
                ('title', models.CharField(max_length=100)),
                ('file', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('added_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='placements_feedocument_named')],
            },
        ),
        migrations.CreateModel(
            name='FeeLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='placements.feerequest')),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='fee_lines', to='placements.placement')),
                ('kind', models.CharField(choices=[('base_education', 'Base education'), ('residential', 'Residential'), ('therapy_slt', 'Speech and language therapy'), ('therapy_ot', 'Occupational therapy'), ('therapy_physio', 'Physiotherapy'), ('therapy_psychology', 'Psychology'), ('therapy_other', 'Other therapy'), ('one_to_one', 'One-to-one support'), ('two_to_one', 'Two-to-one support'), ('exams', 'Exams'), ('other', 'Other')], max_length=20)),
                ('funder', models.CharField(choices=[('education', 'Education'), ('health', 'Health'), ('social_care', 'Social care')], max_length=20)),
                ('unit', models.CharField(choices=[('year', 'Year'), ('term', 'Term'), ('week', 'Week'), ('hour', 'Hour')], max_length=10)),
                ('quantity', models.DecimalField(decimal_places=4, max_digits=9)),
                ('weeks', models.DecimalField(decimal_places=2, max_digits=4)),
                ('vat', models.CharField(choices=[('exempt', 'Exempt'), ('standard', 'Standard rate')], default='standard', max_length=10)),
                ('current_amount', models.DecimalField(decimal_places=2, max_digits=10)),
                ('asked_amount', models.DecimalField(decimal_places=2, max_digits=10, null=True)),
                ('reason', models.TextField(blank=True)),
                ('agreed_amount', models.DecimalField(decimal_places=2, max_digits=10, null=True)),
                ('outcome', models.CharField(blank=True, max_length=200)),
                ('is_open', models.BooleanField(default=True, editable=False)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('vat__in', ['exempt', 'standard'])), name='placements_feeline_vat_is_known'), models.CheckConstraint(condition=models.Q(('kind__in', ['base_education', 'residential', 'therapy_slt', 'therapy_ot', 'therapy_physio', 'therapy_psychology', 'therapy_other', 'one_to_one', 'two_to_one', 'exams', 'other'])), name='placements_feeline_kind_is_known'), models.CheckConstraint(condition=models.Q(('funder__in', ['education', 'health', 'social_care'])), name='placements_feeline_funder_is_known'), models.CheckConstraint(condition=models.Q(('unit__in', ['year', 'term', 'week', 'hour'])), name='placements_feeline_unit_is_known'), django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('is_open', True)), expressions=[('placement', '='), ('request', '<>')], name='placements_feeline_in_one_open_request', violation_error_message='This placement is in another open fee request.'), models.UniqueConstraint(fields=('request', 'placement', 'kind', 'funder'), name='placements_feeline_once'), models.CheckConstraint(condition=models.Q(('current_amount__gte', 0), models.Q(('asked_amount', None), ('asked_amount__gte', 0), _connector='OR'), models.Q(('agreed_amount', None), ('agreed_amount__gte', 0), _connector='OR')), name='placements_feeline_not_below_nought'), models.CheckConstraint(condition=models.Q(('agreed_amount', None), ('asked_amount__isnull', False), _connector='OR'), name='placements_feeline_agreed_of_asked')],
            },
        ),
        migrations.CreateModel(
            name='FeeMandate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mandates', to='placements.feerequest')),
                ('percent', models.DecimalField(decimal_places=2, max_digits=5)),
                ('pounds_a_year', models.DecimalField(decimal_places=2, max_digits=14)),
                ('decision', models.CharField(blank=True, max_length=100)),
                ('reason', models.TextField()),
                ('recommended_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('approved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('approved_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('recommended_by', models.F('approved_by')), _negated=True), name='placements_feemandate_by_two')],
            },
        ),
        migrations.CreateModel(
            name='FeeMessage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='messages', to='placements.feerequest')),
                ('side', models.CharField(choices=[('council', 'Council'), ('provider', 'Provider')], max_length=10)),
                ('text', models.TextField()),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('written_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('side__in', ['council', 'provider'])), name='placements_feemessage_side_is_known'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='placements_feemessage_says_something')],
            },
        ),
        migrations.CreateModel(
            name='FeeNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='placements.feerequest')),
                ('text', models.TextField()),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('written_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='placements_feenote_says_something')],
            },
        ),
        migrations.CreateModel(
            name='FeeOffer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offers', to='placements.feerequest')),
                ('number', models.PositiveSmallIntegerField()),
                ('side', models.CharField(choices=[('council', 'Council'), ('provider', 'Provider')], max_length=10)),
                ('percent', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ('apart', models.PositiveSmallIntegerField(default=0)),
                ('more_a_year', models.DecimalField(decimal_places=2, max_digits=14)),
                ('expires_on', models.DateField()),
                ('text', models.TextField(blank=True)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('made_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('accepted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('accepted_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('side__in', ['council', 'provider'])), name='placements_feeoffer_side_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('accepted_at__isnull', False), ('accepted_by__isnull', False)), models.Q(('accepted_at__isnull', True), ('accepted_by__isnull', True)), _connector='OR'), name='placements_feeoffer_accepted_at_and_accepted_by'), models.UniqueConstraint(fields=('request', 'number'), name='placements_feeoffer_number_once'), models.UniqueConstraint(condition=models.Q(('accepted_at__isnull', False)), fields=('request',), name='placements_feeoffer_one_is_accepted')],
            },
        ),
        migrations.CreateModel(
            name='FeeRequestEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.feerequest')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('window', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.feewindow')),
                ('provider', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.provider')),
                ('school', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.school')),
                ('scope', models.CharField(choices=[('all', 'All placements'), ('chosen', 'Some placements'), ('new', 'New placements only')], max_length=10)),
                ('status', models.CharField(choices=[('draft', 'Draft'), ('received', 'Received'), ('information', 'Information requested'), ('negotiating', 'Negotiating'), ('escalated', 'Escalated'), ('agreed', 'Agreed'), ('refused', 'Refused'), ('withdrawn', 'Withdrawn')], default='draft', editable=False, max_length=20)),
                ('asked_percent', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ('is_offline', models.BooleanField(default=False)),
                ('received_on', models.DateField(null=True)),
                ('signed_by', models.CharField(blank=True, max_length=200)),
                ('started_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('started_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('submitted_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('submitted_at', models.DateTimeField(editable=False, null=True)),
                ('is_late', models.BooleanField(default=False)),
                ('effective_on', models.DateField(null=True)),
                ('answer_due_on', models.DateField(null=True)),
                ('information_due_on', models.DateField(null=True)),
                ('appealed_at', models.DateTimeField(editable=False, null=True)),
                ('decided_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_at', models.DateTimeField(editable=False, null=True)),
                ('decided_on', models.DateField(null=True)),
                ('agreed_percent', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ('decision_reason', models.TextField(blank=True)),
                ('savings_written_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FeeSection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sections', to='placements.feerequest')),
                ('key', models.CharField(choices=[('prices', 'Prices'), ('costs', 'Cost breakdown'), ('background', 'Accounts, occupancy and evidence')], max_length=20)),
                ('answers', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('revision', models.PositiveIntegerField(default=0)),
                ('saved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('saved_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('key__in', ['prices', 'costs', 'background'])), name='placements_feesection_key_is_known'), models.UniqueConstraint(fields=('request', 'key'), name='placements_feesection_once')],
            },
        ),
        migrations.CreateModel(
            name='FeeWorkbook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('status', models.CharField(choices=[('waiting', 'Being checked'), ('read', 'Not saved yet'), ('refused', 'Refused'), ('saved', 'Saved'), ('dropped', 'Discarded')], default='waiting', editable=False, max_length=20)),
                ('entries', models.JSONField(default=list, editable=False)),
                ('refusals', models.JSONField(default=list, editable=False)),
                ('tries', models.PositiveSmallIntegerField(default=0, editable=False)),
                ('uploaded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('uploaded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('taken_at', models.DateTimeField(editable=False, null=True)),
                ('taken_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='workbooks', to='placements.feerequest')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('status__in', ['waiting', 'read', 'refused', 'saved', 'dropped'])), name='placements_feeworkbook_status_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('taken_at__isnull', False), ('taken_by__isnull', False)), models.Q(('taken_at__isnull', True), ('taken_by__isnull', True)), _connector='OR'), name='placements_feeworkbook_taken_at_and_taken_by'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'saved'), ('taken_at__isnull', False)), models.Q(models.Q(('status', 'saved'), _negated=True), ('taken_at', None)), _connector='OR'), name='placements_feeworkbook_taken_by_somebody'), models.CheckConstraint(condition=models.Q(models.Q(('status__in', ['saved', 'dropped']), _negated=True), ('entries', []), _connector='OR'), name='placements_feeworkbook_keeps_nothing_once_settled')],
            },
        ),
        migrations.CreateModel(
            name='PriceDifference',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('line', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='difference', to='placements.priceline')),
                ('listed', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='differences', to='placements.pricelistline')),
                ('reason', models.TextField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='placements_pricedifference_has_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='PriceListLineEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.pricelistline')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('price_list', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.pricelist')),
                ('kind', models.CharField(choices=[('base_education', 'Base education'), ('residential', 'Residential'), ('therapy_slt', 'Speech and language therapy'), ('therapy_ot', 'Occupational therapy'), ('therapy_physio', 'Physiotherapy'), ('therapy_psychology', 'Psychology'), ('therapy_other', 'Other therapy'), ('one_to_one', 'One-to-one support'), ('two_to_one', 'Two-to-one support'), ('exams', 'Exams'), ('other', 'Other')], max_length=20)),
                ('need', models.CharField(blank=True, choices=[('SPLD', 'Specific learning difficulty'), ('MLD', 'Moderate learning difficulty'), ('SLD', 'Severe learning difficulty'), ('PMLD', 'Profound and multiple learning difficulty'), ('SEMH', 'Social, emotional and mental health'), ('SLCN', 'Speech, language and communication needs'), ('HI', 'Hearing impairment'), ('VI', 'Vision impairment'), ('MSI', 'Multi-sensory impairment'), ('PD', 'Physical disability'), ('ASD', 'Autistic spectrum disorder'), ('DS', 'Down syndrome'), ('OTH', 'Other difficulty')], max_length=4)),
                ('phase', models.CharField(blank=True, choices=[('early_years', 'Before reception'), ('primary', 'Primary (reception to year 6)'), ('secondary', 'Secondary (years 7 to 11)'), ('post_16', 'Post-16 (year 12 and above)')], max_length=20)),
                ('provision', models.CharField(blank=True, choices=[('day', 'Day'), ('residential_weekly', 'Residential, weekly'), ('residential_38', 'Residential, up to 38 weeks'), ('residential_51', 'Residential, 39 to 51 weeks'), ('residential_52', 'Residential, 52 weeks')], max_length=20)),
                ('unit', models.CharField(choices=[('year', 'Year'), ('term', 'Term'), ('week', 'Week'), ('hour', 'Hour')], max_length=10)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=10)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FeeDocumentEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.feedocument')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('request', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.feerequest')),
                ('title', models.CharField(max_length=100)),
                ('file', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile')),
                ('added_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('added_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FeeLineEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.feeline')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('request', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.feerequest')),
                ('placement', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.placement')),
                ('kind', models.CharField(choices=[('base_education', 'Base education'), ('residential', 'Residential'), ('therapy_slt', 'Speech and language therapy'), ('therapy_ot', 'Occupational therapy'), ('therapy_physio', 'Physiotherapy'), ('therapy_psychology', 'Psychology'), ('therapy_other', 'Other therapy'), ('one_to_one', 'One-to-one support'), ('two_to_one', 'Two-to-one support'), ('exams', 'Exams'), ('other', 'Other')], max_length=20)),
                ('funder', models.CharField(choices=[('education', 'Education'), ('health', 'Health'), ('social_care', 'Social care')], max_length=20)),
                ('unit', models.CharField(choices=[('year', 'Year'), ('term', 'Term'), ('week', 'Week'), ('hour', 'Hour')], max_length=10)),
                ('quantity', models.DecimalField(decimal_places=4, max_digits=9)),
                ('weeks', models.DecimalField(decimal_places=2, max_digits=4)),
                ('vat', models.CharField(choices=[('exempt', 'Exempt'), ('standard', 'Standard rate')], default='standard', max_length=10)),
                ('current_amount', models.DecimalField(decimal_places=2, max_digits=10)),
                ('asked_amount', models.DecimalField(decimal_places=2, max_digits=10, null=True)),
                ('reason', models.TextField(blank=True)),
                ('agreed_amount', models.DecimalField(decimal_places=2, max_digits=10, null=True)),
                ('outcome', models.CharField(blank=True, max_length=200)),
                ('is_open', models.BooleanField(default=True, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FeeOfferEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.feeoffer')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('request', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.feerequest')),
                ('number', models.PositiveSmallIntegerField()),
                ('side', models.CharField(choices=[('council', 'Council'), ('provider', 'Provider')], max_length=10)),
                ('percent', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ('apart', models.PositiveSmallIntegerField(default=0)),
                ('more_a_year', models.DecimalField(decimal_places=2, max_digits=14)),
                ('expires_on', models.DateField()),
                ('text', models.TextField(blank=True)),
                ('made_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('made_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('accepted_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('accepted_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FeeOfferLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('offer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='placements.feeoffer')),
                ('line', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offers', to='placements.feeline')),
                ('percent', models.DecimalField(decimal_places=2, max_digits=5)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('offer', 'line'), name='placements_feeofferline_once')],
            },
        ),
        migrations.CreateModel(
            name='FeeSectionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.feesection')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('request', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.feerequest')),
                ('key', models.CharField(choices=[('prices', 'Prices'), ('costs', 'Cost breakdown'), ('background', 'Accounts, occupancy and evidence')], max_length=20)),
                ('answers', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('revision', models.PositiveIntegerField(default=0)),
                ('saved_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('saved_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FeeWorkbookEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.feeworkbook')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('file', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile')),
                ('status', models.CharField(choices=[('waiting', 'Being checked'), ('read', 'Not saved yet'), ('refused', 'Refused'), ('saved', 'Saved'), ('dropped', 'Discarded')], default='waiting', editable=False, max_length=20)),
                ('tries', models.PositiveSmallIntegerField(default=0, editable=False)),
                ('uploaded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('uploaded_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('taken_at', models.DateTimeField(editable=False, null=True)),
                ('taken_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('request', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.feerequest')),
            ],
            options={
                'abstract': False,
            },
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='costindex',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_costindexevent" ("academic_year", "id", "pay_rate", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_rate", "source") SELECT new_values."academic_year", new_values."id", new_values."pay_rate", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."price_rate", new_values."source" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='0b2a7f8f48c392d898298b318bc595e50148811a', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_6cb93', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_costindex', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='costindex',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_costindexevent" ("academic_year", "id", "pay_rate", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_rate", "source") SELECT new_values."academic_year", new_values."id", new_values."pay_rate", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."price_rate", new_values."source" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='7d85adc39acc76b0e76573a487ecd6777df46d15', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_90c4e', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_costindex', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='costindex',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_costindexevent" ("academic_year", "id", "pay_rate", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_rate", "source") SELECT old_values."academic_year", old_values."id", old_values."pay_rate", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."price_rate", old_values."source" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='87b0b42495be809d673fcefabe5b694420b23e4e', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_491fe', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_costindex', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feewindow',
            trigger=pgtrigger.compiler.Trigger(name='by_a_manager', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE before public.placements_feewindow%ROWTYPE;', func="\n    IF public.nmiss_is_owner() OR EXISTS (\n        SELECT FROM public.accounts_user\n        WHERE id = public.nmiss_acting_person() AND role = 'manager'\n    ) THEN\n        RETURN NEW;\n    END IF;\n    IF TG_OP = 'UPDATE' THEN\n        RAISE EXCEPTION 'Only a manager changes a fee window.';\n    END IF;\n    SELECT * INTO before FROM public.placements_feewindow\n        WHERE academic_year < NEW.academic_year ORDER BY academic_year DESC LIMIT 1;\n    IF ROW(NEW.standard_percent, NEW.standard_pounds, NEW.limit_percent, NEW.limit_pounds)\n        IS DISTINCT FROM ROW(coalesce(before.standard_percent, 2),\n        coalesce(before.standard_pounds, 0), coalesce(before.limit_percent, 5),\n        coalesce(before.limit_pounds, 500000)) THEN\n        RAISE EXCEPTION 'A new fee window has the numbers of the last.';\n    END IF;\n    RETURN NEW;\n", hash='70422412643e370d591c91621f2081cf42f654c9', operation='INSERT OR UPDATE', pgid='pgtrigger_by_a_manager_16d8e', table='placements_feewindow', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feewindow',
            trigger=pgtrigger.compiler.Trigger(name='kept_for_good', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='848a2a63f3a19493fd9905501998b5adbc8cd37b', operation='DELETE', pgid='pgtrigger_kept_for_good_7f877', table='placements_feewindow', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feewindow',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feewindowevent" ("academic_year", "affordable_percent", "answer_days", "appeal_days", "approve_by", "effective_on", "id", "information_days", "late_months", "limit_percent", "limit_pounds", "negotiate_until", "opens_on", "pay_rate", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_rate", "recent_months", "recommend_by", "requests_by", "standard_percent", "standard_pounds") SELECT new_values."academic_year", new_values."affordable_percent", new_values."answer_days", new_values."appeal_days", new_values."approve_by", new_values."effective_on", new_values."id", new_values."information_days", new_values."late_months", new_values."limit_percent", new_values."limit_pounds", new_values."negotiate_until", new_values."opens_on", new_values."pay_rate", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."price_rate", new_values."recent_months", new_values."recommend_by", new_values."requests_by", new_values."standard_percent", new_values."standard_pounds" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e00d1569ab859f54fccdc305efec32d3d9bcaddf', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_be45a', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_feewindow', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feewindow',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feewindowevent" ("academic_year", "affordable_percent", "answer_days", "appeal_days", "approve_by", "effective_on", "id", "information_days", "late_months", "limit_percent", "limit_pounds", "negotiate_until", "opens_on", "pay_rate", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_rate", "recent_months", "recommend_by", "requests_by", "standard_percent", "standard_pounds") SELECT new_values."academic_year", new_values."affordable_percent", new_values."answer_days", new_values."appeal_days", new_values."approve_by", new_values."effective_on", new_values."id", new_values."information_days", new_values."late_months", new_values."limit_percent", new_values."limit_pounds", new_values."negotiate_until", new_values."opens_on", new_values."pay_rate", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."price_rate", new_values."recent_months", new_values."recommend_by", new_values."requests_by", new_values."standard_percent", new_values."standard_pounds" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='229b20c19ec1658fe83ab5e68e42a2ea2254d455', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_e4e96', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_feewindow', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feewindow',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feewindowevent" ("academic_year", "affordable_percent", "answer_days", "appeal_days", "approve_by", "effective_on", "id", "information_days", "late_months", "limit_percent", "limit_pounds", "negotiate_until", "opens_on", "pay_rate", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_rate", "recent_months", "recommend_by", "requests_by", "standard_percent", "standard_pounds") SELECT old_values."academic_year", old_values."affordable_percent", old_values."answer_days", old_values."appeal_days", old_values."approve_by", old_values."effective_on", old_values."id", old_values."information_days", old_values."late_months", old_values."limit_percent", old_values."limit_pounds", old_values."negotiate_until", old_values."opens_on", old_values."pay_rate", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."price_rate", old_values."recent_months", old_values."recommend_by", old_values."requests_by", old_values."standard_percent", old_values."standard_pounds" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='cb966628c97f2a708a21f756749d44a0464174ed', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_55906', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_feewindow', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='priceband',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_pricebandevent" ("amount", "ends_on", "id", "name", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "provision", "source", "starts_on") SELECT new_values."amount", new_values."ends_on", new_values."id", new_values."name", new_values."need", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."phase", new_values."provision", new_values."source", new_values."starts_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='929975e1941834a1a687d752d9f6c10627278b0e', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_2a141', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_priceband', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='priceband',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_pricebandevent" ("amount", "ends_on", "id", "name", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "provision", "source", "starts_on") SELECT new_values."amount", new_values."ends_on", new_values."id", new_values."name", new_values."need", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."phase", new_values."provision", new_values."source", new_values."starts_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c0dc74b46e9a9e46076ad2bc4433b19529c1dffd', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_b7ccc', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_priceband', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='priceband',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_pricebandevent" ("amount", "ends_on", "id", "name", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "provision", "source", "starts_on") SELECT old_values."amount", old_values."ends_on", old_values."id", old_values."name", old_values."need", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."phase", old_values."provision", old_values."source", old_values."starts_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='8afe59c480025fd6ef40e6ae29c0749f9f83b862', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_f32d2', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_priceband', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='pricelist',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.added_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.added_at IS DISTINCT FROM OLD.added_at) THEN\n        NEW.added_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.voided_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.voided_at IS DISTINCT FROM OLD.voided_at) THEN\n        NEW.voided_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='3e0a67106c2eea86f15c6b453ab8d1d95ed2fe4a', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_778c2', table='placements_pricelist', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='pricelist',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.added_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.added_by_id) IS DISTINCT FROM ROW(OLD.added_by_id))\n        AND NEW.added_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\n\n    IF NEW.voided_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.voided_by_id, NEW.voided_at, NEW.void_reason) IS DISTINCT FROM ROW(OLD.voided_by_id, OLD.voided_at, OLD.void_reason))\n        AND NEW.voided_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='b8e81acdcc86734bc5815a5a6a9bc9544c6533d0', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_ca9ab', table='placements_pricelist', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='pricelist',
            trigger=pgtrigger.compiler.Trigger(name='never_changes', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF OLD.voided_at IS NOT NULL AND NEW IS DISTINCT FROM OLD THEN\n        RAISE EXCEPTION 'A voided price list stays as it is.';\n    END IF;\n    IF ROW(NEW.school_id, NEW.lot_id, NEW.starts_on, NEW.size, NEW.imported, NEW.added_by_id,\n        NEW.added_at) IS DISTINCT FROM ROW(OLD.school_id, OLD.lot_id, OLD.starts_on, OLD.size,\n        OLD.imported, OLD.added_by_id, OLD.added_at) THEN\n        RAISE EXCEPTION 'A price list never changes: another follows it.';\n    END IF;\n    RETURN NEW;\n", hash='6af39d079ef6da277a676dd5e0251df9f8b94b92', operation='UPDATE', pgid='pgtrigger_never_changes_de94c', table='placements_pricelist', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='pricelist',
            trigger=pgtrigger.compiler.Trigger(name='never_goes', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NOT OLD.imported OR OLD.voided_at IS NOT NULL THEN\n        RAISE EXCEPTION 'A price list stays on record: void it with a reason.';\n    END IF;\n    RETURN OLD;\n", hash='fe5a1014a38b47e536c617187408d9d64d897797', operation='DELETE', pgid='pgtrigger_never_goes_4bc95', table='placements_pricelist', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='pricelist',
            trigger=pgtrigger.compiler.Trigger(name='no_gap', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="\n    DECLARE\n        of_school bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.school_id ELSE NEW.school_id END;\n        of_lot bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.lot_id ELSE NEW.lot_id END;\n    BEGIN\n        IF (\n            SELECT count(*) > 1 FROM public.placements_pricelist AS list\n            WHERE list.school_id = of_school AND list.lot_id = of_lot AND list.voided_at IS NULL\n                AND NOT EXISTS (\n                    SELECT FROM public.placements_pricelist AS before\n                    WHERE before.school_id = of_school AND before.lot_id = of_lot\n                        AND before.voided_at IS NULL AND before.ends_on = list.starts_on - 1\n                )\n        ) THEN\n            RAISE EXCEPTION 'There is a gap between two price lists.'\n                USING ERRCODE = 'integrity_constraint_violation';\n        END IF;\n        RETURN NULL;\n    END;\n", hash='9eea5afac6c555e89db52e01153084b91fe6a883', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_no_gap_7fdfa', table='placements_pricelist', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='pricelist',
            trigger=pgtrigger.compiler.Trigger(name='has_all_its_lines', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="\n    DECLARE\n        of_list bigint := CASE TG_TABLE_NAME\n            WHEN 'placements_pricelist' THEN (to_jsonb(NEW)->>'id')::bigint\n            ELSE (to_jsonb(coalesce(NEW, OLD))->>'price_list_id')::bigint END;\n    BEGIN\n        IF EXISTS (\n            SELECT FROM public.placements_pricelist AS list\n            WHERE list.id = of_list AND list.size <> (\n                SELECT count(*) FROM public.placements_pricelistline WHERE price_list_id = list.id\n            )\n        ) THEN\n            RAISE EXCEPTION 'A price list has all its lines from the first.'\n                USING ERRCODE = 'integrity_constraint_violation';\n        END IF;\n        RETURN NULL;\n    END;\n", hash='54cfa628d88afeab7fb8e102a01ccd0b1a63e740', operation='INSERT', pgid='pgtrigger_has_all_its_lines_0e5f8', table='placements_pricelist', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='pricelist',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_pricelistevent" ("added_at", "added_by_id", "ends_on", "id", "imported", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "size", "starts_on", "void_reason", "voided_at", "voided_by_id") SELECT new_values."added_at", new_values."added_by_id", new_values."ends_on", new_values."id", new_values."imported", new_values."lot_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."school_id", new_values."size", new_values."starts_on", new_values."void_reason", new_values."voided_at", new_values."voided_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='257578fbae8e184b5c647d4c32ef1b035ba68276', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_8503e', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_pricelist', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='pricelist',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_pricelistevent" ("added_at", "added_by_id", "ends_on", "id", "imported", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "size", "starts_on", "void_reason", "voided_at", "voided_by_id") SELECT new_values."added_at", new_values."added_by_id", new_values."ends_on", new_values."id", new_values."imported", new_values."lot_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."school_id", new_values."size", new_values."starts_on", new_values."void_reason", new_values."voided_at", new_values."voided_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='722e46df97bd05fa2dbe4453ee22cde50321c2bd', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_74d79', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_pricelist', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='pricelist',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_pricelistevent" ("added_at", "added_by_id", "ends_on", "id", "imported", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "size", "starts_on", "void_reason", "voided_at", "voided_by_id") SELECT old_values."added_at", old_values."added_by_id", old_values."ends_on", old_values."id", old_values."imported", old_values."lot_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."school_id", old_values."size", old_values."starts_on", old_values."void_reason", old_values."voided_at", old_values."voided_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='2cfff4e7659f9891d33a2fe5037753f1c1d9e0f5', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_c5aaf', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_pricelist', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='costindexevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4e2640b1b3d87bef5535fd7064e056ae046e7810', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0a592', table='placements_costindexevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feerequest',
            trigger=pgtrigger.compiler.Trigger(name='by_its_moves', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'INSERT' AND NEW.status NOT IN ('draft') AND NOT public.nmiss_is_owner()\n        AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE = 'Nothing begins as ' || NEW.status || '.';\n    END IF;\n    IF TG_OP = 'UPDATE' AND NEW.status <> OLD.status\n        AND (OLD.status || '>' || NEW.status) NOT IN ('draft>received', 'draft>withdrawn', 'escalated>agreed', 'escalated>information', 'escalated>negotiating', 'escalated>refused', 'escalated>withdrawn', 'information>received', 'information>withdrawn', 'negotiating>agreed', 'negotiating>escalated', 'negotiating>information', 'negotiating>negotiating', 'negotiating>refused', 'negotiating>withdrawn', 'received>agreed', 'received>escalated', 'received>information', 'received>negotiating', 'received>refused', 'received>withdrawn', 'refused>received') AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE =\n            'No move leads from ' || OLD.status || ' to ' || NEW.status || '.';\n    END IF;\n    RETURN NULL;\n", hash='cce373b6dabab076bdf96d3a86b4afda042ea144', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_by_its_moves_2298b', table='placements_feerequest', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feerequest',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.started_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.started_at IS DISTINCT FROM OLD.started_at) THEN\n        NEW.started_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.submitted_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.submitted_at IS DISTINCT FROM OLD.submitted_at) THEN\n        NEW.submitted_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.appealed_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.appealed_at IS DISTINCT FROM OLD.appealed_at) THEN\n        NEW.appealed_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.decided_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.decided_at IS DISTINCT FROM OLD.decided_at) THEN\n        NEW.decided_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.savings_written_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.savings_written_at IS DISTINCT FROM OLD.savings_written_at) THEN\n        NEW.savings_written_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='a45b1e5a44eba6d3c7a49eeed01c06b987349134', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_22ebc', table='placements_feerequest', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feerequest',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.started_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.started_by_id) IS DISTINCT FROM ROW(OLD.started_by_id))\n        AND NEW.started_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\n\n    IF NEW.submitted_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.submitted_by_id, NEW.submitted_at, NEW.effective_on) IS DISTINCT FROM ROW(OLD.submitted_by_id, OLD.submitted_at, OLD.effective_on))\n        AND NEW.submitted_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\n\n    IF NEW.decided_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.decided_by_id, NEW.decided_at, NEW.decided_on, NEW.agreed_percent, NEW.decision_reason) IS DISTINCT FROM ROW(OLD.decided_by_id, OLD.decided_at, OLD.decided_on, OLD.agreed_percent, OLD.decision_reason))\n        AND NEW.decided_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='170aee152ca062c80cca31546b911f00855abb53', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_0a02b', table='placements_feerequest', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feerequest',
            trigger=pgtrigger.compiler.Trigger(name='in_its_state', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF ROW(NEW.window_id, NEW.provider_id, NEW.school_id, NEW.scope, NEW.started_by_id,\n           NEW.started_at, NEW.is_offline) IS DISTINCT FROM\n       ROW(OLD.window_id, OLD.provider_id, OLD.school_id, OLD.scope, OLD.started_by_id,\n           OLD.started_at, OLD.is_offline)\n       OR OLD.status <> 'draft' AND NEW.asked_percent IS DISTINCT FROM OLD.asked_percent\n       OR ROW(NEW.submitted_by_id, NEW.submitted_at, NEW.effective_on, NEW.is_late,\n              NEW.received_on, NEW.signed_by) IS DISTINCT FROM\n          ROW(OLD.submitted_by_id, OLD.submitted_at, OLD.effective_on, OLD.is_late,\n              OLD.received_on, OLD.signed_by)\n           AND NOT (OLD.status = 'draft' AND NEW.status = 'received') THEN\n        RAISE EXCEPTION 'A certified fee request stays as it was submitted.';\n    END IF;\n    IF NEW.status = OLD.status AND ROW(NEW.answer_due_on, NEW.information_due_on) IS DISTINCT FROM\n        ROW(OLD.answer_due_on, OLD.information_due_on) THEN\n        RAISE EXCEPTION 'The days of an answer change as the request moves on.';\n    END IF;\n    IF (OLD.status = 'refused' AND NEW.status = 'received') <>\n        (NEW.appealed_at IS DISTINCT FROM OLD.appealed_at) OR OLD.appealed_at IS NOT NULL\n        AND NEW.appealed_at IS DISTINCT FROM OLD.appealed_at THEN\n        RAISE EXCEPTION 'A refusal is appealed against once.';\n    END IF;\n    IF ROW(NEW.decided_by_id, NEW.decided_at, NEW.decided_on, NEW.agreed_percent,\n           NEW.decision_reason) IS DISTINCT FROM\n       ROW(OLD.decided_by_id, OLD.decided_at, OLD.decided_on, OLD.agreed_percent,\n           OLD.decision_reason)\n       AND (NEW.status = OLD.status\n            OR NEW.status NOT IN ('agreed', 'refused') AND OLD.status <> 'refused') THEN\n        RAISE EXCEPTION 'A decision stays until there is an appeal.';\n    END IF;\n    IF NEW.savings_written_at IS DISTINCT FROM OLD.savings_written_at AND (\n        OLD.savings_written_at IS NOT NULL OR NEW.status NOT IN ('agreed', 'refused')) THEN\n        RAISE EXCEPTION 'The ledger takes a decision once.';\n    END IF;\n    RETURN NEW;\n", hash='80baff4d618c39b3fbdae06d8ea195ed1cf4c2a4', operation='UPDATE', pgid='pgtrigger_in_its_state_40f58', table='placements_feerequest', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feerequest',
            trigger=pgtrigger.compiler.Trigger(name='lines_follow', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    UPDATE public.placements_feeline SET is_open = NEW.status IN ('draft', 'received', 'information', 'negotiating', 'escalated')\n    WHERE request_id = NEW.id AND is_open <> (NEW.status IN ('draft', 'received', 'information', 'negotiating', 'escalated'));\n    RETURN NULL;\n", hash='81591ec4c07253d2be1bbcf350baf3497e04274b', operation='UPDATE OF "status"', pgid='pgtrigger_lines_follow_ae9e7', table='placements_feerequest', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feerequest',
            trigger=pgtrigger.compiler.Trigger(name='kept_for_good', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='4ed3dc34805e95a3da661b77f1e898a882fb1eb2', operation='DELETE', pgid='pgtrigger_kept_for_good_46dc5', table='placements_feerequest', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feerequest',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feerequestevent" ("agreed_percent", "answer_due_on", "appealed_at", "asked_percent", "decided_at", "decided_by_id", "decided_on", "decision_reason", "effective_on", "id", "information_due_on", "is_late", "is_offline", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "received_on", "savings_written_at", "school_id", "scope", "signed_by", "started_at", "started_by_id", "status", "submitted_at", "submitted_by_id", "window_id") SELECT new_values."agreed_percent", new_values."answer_due_on", new_values."appealed_at", new_values."asked_percent", new_values."decided_at", new_values."decided_by_id", new_values."decided_on", new_values."decision_reason", new_values."effective_on", new_values."id", new_values."information_due_on", new_values."is_late", new_values."is_offline", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider_id", new_values."received_on", new_values."savings_written_at", new_values."school_id", new_values."scope", new_values."signed_by", new_values."started_at", new_values."started_by_id", new_values."status", new_values."submitted_at", new_values."submitted_by_id", new_values."window_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d23189cd0fe245dd9346b9198c8c12c18e1b79c1', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_baf6e', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_feerequest', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feerequest',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feerequestevent" ("agreed_percent", "answer_due_on", "appealed_at", "asked_percent", "decided_at", "decided_by_id", "decided_on", "decision_reason", "effective_on", "id", "information_due_on", "is_late", "is_offline", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "received_on", "savings_written_at", "school_id", "scope", "signed_by", "started_at", "started_by_id", "status", "submitted_at", "submitted_by_id", "window_id") SELECT new_values."agreed_percent", new_values."answer_due_on", new_values."appealed_at", new_values."asked_percent", new_values."decided_at", new_values."decided_by_id", new_values."decided_on", new_values."decision_reason", new_values."effective_on", new_values."id", new_values."information_due_on", new_values."is_late", new_values."is_offline", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider_id", new_values."received_on", new_values."savings_written_at", new_values."school_id", new_values."scope", new_values."signed_by", new_values."started_at", new_values."started_by_id", new_values."status", new_values."submitted_at", new_values."submitted_by_id", new_values."window_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='253a7953062405ee94386d0492db4d9ba5ae1685', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_09465', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_feerequest', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feerequest',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feerequestevent" ("agreed_percent", "answer_due_on", "appealed_at", "asked_percent", "decided_at", "decided_by_id", "decided_on", "decision_reason", "effective_on", "id", "information_due_on", "is_late", "is_offline", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "received_on", "savings_written_at", "school_id", "scope", "signed_by", "started_at", "started_by_id", "status", "submitted_at", "submitted_by_id", "window_id") SELECT old_values."agreed_percent", old_values."answer_due_on", old_values."appealed_at", old_values."asked_percent", old_values."decided_at", old_values."decided_by_id", old_values."decided_on", old_values."decision_reason", old_values."effective_on", old_values."id", old_values."information_due_on", old_values."is_late", old_values."is_offline", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider_id", old_values."received_on", old_values."savings_written_at", old_values."school_id", old_values."scope", old_values."signed_by", old_values."started_at", old_values."started_by_id", old_values."status", old_values."submitted_at", old_values."submitted_by_id", old_values."window_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='53f5aedaf534b7d7c35be8bb91d692dc78ff563b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_e14c4', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_feerequest', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feewindowevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b7e6efa716e35b5e1539b467c29fa5bdda032520', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_50ab9', table='placements_feewindowevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='pricebandevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8bea5576627cd764b5c527f65602760c652c51b2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d308b', table='placements_pricebandevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='pricelistevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c8f262a465e0e9acc03bb5613c5ff31a0a5f9c71', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b0336', table='placements_pricelistevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='pricelistline',
            trigger=pgtrigger.compiler.Trigger(name='never_changes', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='fc70ae257a644855117a1724ae49a177bfca8f49', operation='UPDATE', pgid='pgtrigger_never_changes_dde33', table='placements_pricelistline', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='pricelistline',
            trigger=pgtrigger.compiler.Trigger(name='all_from_the_first', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="\n    DECLARE\n        of_list bigint := CASE TG_TABLE_NAME\n            WHEN 'placements_pricelist' THEN (to_jsonb(NEW)->>'id')::bigint\n            ELSE (to_jsonb(coalesce(NEW, OLD))->>'price_list_id')::bigint END;\n    BEGIN\n        IF EXISTS (\n            SELECT FROM public.placements_pricelist AS list\n            WHERE list.id = of_list AND list.size <> (\n                SELECT count(*) FROM public.placements_pricelistline WHERE price_list_id = list.id\n            )\n        ) THEN\n            RAISE EXCEPTION 'A price list has all its lines from the first.'\n                USING ERRCODE = 'integrity_constraint_violation';\n        END IF;\n        RETURN NULL;\n    END;\n", hash='c12c04eefc02abeaa70d830b2f0f195ea43d17e4', operation='INSERT OR DELETE', pgid='pgtrigger_all_from_the_first_2fd30', table='placements_pricelistline', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='pricelistline',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_pricelistlineevent" ("amount", "id", "kind", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "price_list_id", "provision", "unit") SELECT new_values."amount", new_values."id", new_values."kind", new_values."need", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."phase", new_values."price_list_id", new_values."provision", new_values."unit" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='eddaf738b1ebb0e2b0381163659db70fa2854619', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_30086', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_pricelistline', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='pricelistline',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_pricelistlineevent" ("amount", "id", "kind", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "price_list_id", "provision", "unit") SELECT new_values."amount", new_values."id", new_values."kind", new_values."need", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."phase", new_values."price_list_id", new_values."provision", new_values."unit" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9dacc94b2f8ce7a732280bba5e4e7229b85efb49', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_99c11', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_pricelistline', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='pricelistline',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_pricelistlineevent" ("amount", "id", "kind", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "price_list_id", "provision", "unit") SELECT old_values."amount", old_values."id", old_values."kind", old_values."need", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."phase", old_values."price_list_id", old_values."provision", old_values."unit" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='ceb2716d103a514617cef4e2a7577b9b741a3b6b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_5c7fb', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_pricelistline', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feedocument',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.added_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.added_at IS DISTINCT FROM OLD.added_at) THEN\n        NEW.added_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='f807da93f1688dfa0cbc8e22606af9944aacaf52', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_1ec4c', table='placements_feedocument', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feedocument',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.added_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.added_by_id) IS DISTINCT FROM ROW(OLD.added_by_id))\n        AND NEW.added_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='42d35c5edb823de188058e51598ea582be9cb374', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_66c74', table='placements_feedocument', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feedocument',
            trigger=pgtrigger.compiler.Trigger(name='never_changes', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='22b2865103ed41513fe1664d0e4e0f1f2afaa747', operation='UPDATE', pgid='pgtrigger_never_changes_fd62e', table='placements_feedocument', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feedocument',
            trigger=pgtrigger.compiler.Trigger(name='goes_from_drafts_alone', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF (SELECT status FROM public.placements_feerequest WHERE id = OLD.request_id) <> 'draft' THEN\n        RAISE EXCEPTION 'A document of a submitted fee request stays.';\n    END IF;\n    RETURN OLD;\n", hash='359409792a318d7da94d4667c9c24eb6d6417406', operation='DELETE', pgid='pgtrigger_goes_from_drafts_alone_e3887', table='placements_feedocument', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feedocument',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feedocumentevent" ("added_at", "added_by_id", "file_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "title") SELECT new_values."added_at", new_values."added_by_id", new_values."file_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."request_id", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='cbefa987c285eaf269188739caacc9a2d01a8ebe', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_39258', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_feedocument', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feedocument',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feedocumentevent" ("added_at", "added_by_id", "file_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "title") SELECT new_values."added_at", new_values."added_by_id", new_values."file_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."request_id", new_values."title" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e926ba515d1314a4949c338807b4926068eb25ad', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_09322', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_feedocument', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feedocument',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feedocumentevent" ("added_at", "added_by_id", "file_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "title") SELECT old_values."added_at", old_values."added_by_id", old_values."file_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."request_id", old_values."title" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='c7636a22c9f7604a34d2ed77ea16de72f2971daa', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_85eba', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_feedocument', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feeline',
            trigger=pgtrigger.compiler.Trigger(name='certified', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF (SELECT status FROM public.placements_feerequest\n        WHERE id = CASE TG_OP WHEN 'INSERT' THEN NEW.request_id ELSE OLD.request_id END)\n        = 'draft' AND (TG_OP <> 'UPDATE' OR NEW.request_id = OLD.request_id) THEN\n        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;\n    END IF;\n    IF TG_OP <> 'UPDATE' OR ROW(NEW.request_id, NEW.placement_id, NEW.kind, NEW.funder, NEW.unit,\n        NEW.quantity, NEW.weeks, NEW.current_amount, NEW.asked_amount, NEW.reason, NEW.vat)\n        IS DISTINCT FROM ROW(OLD.request_id, OLD.placement_id, OLD.kind, OLD.funder, OLD.unit,\n        OLD.quantity, OLD.weeks, OLD.current_amount, OLD.asked_amount, OLD.reason, OLD.vat) THEN\n        RAISE EXCEPTION 'A certified fee request stays as it was submitted.';\n    END IF;\n    IF ROW(NEW.agreed_amount, NEW.outcome) IS DISTINCT FROM ROW(OLD.agreed_amount, OLD.outcome)\n        AND NOT EXISTS (\n            SELECT FROM public.placements_feerequest\n            WHERE id = NEW.request_id AND status IN ('agreed', 'refused')\n                AND savings_written_at IS NULL AND decided_by_id = public.nmiss_acting_person()\n        ) THEN\n        RAISE EXCEPTION 'Who decides a fee request agrees its prices, with the decision.';\n    END IF;\n    RETURN NEW;\n", hash='bf1c04ad25d0c7416213c1cb359cf5c46f9b56f7', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_certified_23034', table='placements_feeline', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feeline',
            trigger=pgtrigger.compiler.Trigger(name='follows_its_request', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    SELECT status IN ('draft', 'received', 'information', 'negotiating', 'escalated') INTO NEW.is_open\n    FROM public.placements_feerequest WHERE id = NEW.request_id;\n    RETURN NEW;\n", hash='b5054c7a888c6c73e4ab71be7506c28ee0527b68', operation='INSERT OR UPDATE', pgid='pgtrigger_follows_its_request_bf6bd', table='placements_feeline', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feeline',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feelineevent" ("agreed_amount", "asked_amount", "current_amount", "funder", "id", "is_open", "kind", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "quantity", "reason", "request_id", "unit", "vat", "weeks") SELECT new_values."agreed_amount", new_values."asked_amount", new_values."current_amount", new_values."funder", new_values."id", new_values."is_open", new_values."kind", new_values."outcome", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."placement_id", new_values."quantity", new_values."reason", new_values."request_id", new_values."unit", new_values."vat", new_values."weeks" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4bbae5a499ea0a1350e1c3b89cc20fde95479edb', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_ccf20', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_feeline', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feeline',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feelineevent" ("agreed_amount", "asked_amount", "current_amount", "funder", "id", "is_open", "kind", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "quantity", "reason", "request_id", "unit", "vat", "weeks") SELECT new_values."agreed_amount", new_values."asked_amount", new_values."current_amount", new_values."funder", new_values."id", new_values."is_open", new_values."kind", new_values."outcome", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."placement_id", new_values."quantity", new_values."reason", new_values."request_id", new_values."unit", new_values."vat", new_values."weeks" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='032c2c86e8c11fd4b3a648b48bedba67fc342f55', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_2d5be', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_feeline', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feeline',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feelineevent" ("agreed_amount", "asked_amount", "current_amount", "funder", "id", "is_open", "kind", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "quantity", "reason", "request_id", "unit", "vat", "weeks") SELECT old_values."agreed_amount", old_values."asked_amount", old_values."current_amount", old_values."funder", old_values."id", old_values."is_open", old_values."kind", old_values."outcome", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."placement_id", old_values."quantity", old_values."reason", old_values."request_id", old_values."unit", old_values."vat", old_values."weeks" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='e100eac014c952fc67bc3345ecf9809e8ecd5e14', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_b44d6', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_feeline', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feemandate',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e2d187bae54e23946810df0d53c768bd83823765', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_867bf', table='placements_feemandate', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feemandate',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.approved_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.approved_at IS DISTINCT FROM OLD.approved_at) THEN\n        NEW.approved_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='264e759eb9cc6dcbe33705feaa24abfd7eb9187d', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_9733c', table='placements_feemandate', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feemandate',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.approved_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.approved_by_id) IS DISTINCT FROM ROW(OLD.approved_by_id))\n        AND NEW.approved_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='b1389bf83412fc73986810f87bef6ffd2c874df7', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_9a22e', table='placements_feemandate', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feemandate',
            trigger=pgtrigger.compiler.Trigger(name='as_agreed', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE is_named boolean; has_scheme boolean; most_percent numeric; most_pounds numeric;', func="\n    IF NOT EXISTS (\n        SELECT FROM public.accounts_proposal AS p\n        WHERE p.kind = 'fee_mandate' AND p.decision = 'agreed'\n            AND p.proposed_by_id = NEW.recommended_by_id AND p.decided_by_id = NEW.approved_by_id\n            AND p.given ->> 'request' = NEW.request_id::text\n            AND (p.given ->> 'percent')::numeric = NEW.percent\n            AND (p.given ->> 'pounds_a_year')::numeric = NEW.pounds_a_year\n            AND p.given ->> 'decision' = NEW.decision\n            AND NOT EXISTS (SELECT FROM public.placements_feemandate\n                            WHERE request_id = NEW.request_id AND id <> NEW.id\n                                AND approved_at >= p.decided_at)\n    ) THEN\n        RAISE EXCEPTION 'A mandate is what two people agreed to.';\n    END IF;\n    -- By the scheme of delegation of today; without one by the window. Null is no limit.\n    SELECT coalesce(bool_or(office_key = 'commissioning manager'), false), count(*) > 0\n    INTO is_named, has_scheme FROM public.contracts_approvallimit\n    WHERE matter = 'fees'\n        AND valid_from <= (public.nmiss_now() AT TIME ZONE 'Europe/London')::date;\n    IF NOT has_scheme THEN\n        SELECT w.limit_percent, w.limit_pounds INTO most_percent, most_pounds\n        FROM public.placements_feerequest AS r\n        JOIN public.placements_feewindow AS w ON w.id = r.window_id WHERE r.id = NEW.request_id;\n    ELSIF NOT is_named THEN\n        most_percent := 0;\n        most_pounds := 0;\n    ELSE\n        SELECT percent_up_to, up_to INTO most_percent, most_pounds\n        FROM public.contracts_approvallimit\n        WHERE matter = 'fees' AND office_key = 'commissioning manager'\n            AND valid_from <= (public.nmiss_now() AT TIME ZONE 'Europe/London')::date\n        ORDER BY valid_from DESC LIMIT 1;\n    END IF;\n    IF NEW.decision = '' AND (NEW.percent > most_percent OR NEW.pounds_a_year > most_pounds) THEN\n        RAISE EXCEPTION 'Above the limit of a manager there is an executive decision.';\n    END IF;\n    RETURN NULL;\n", hash='ebbb2195cb441113a354b9f8d2e682e1ea97c2e8', operation='INSERT', pgid='pgtrigger_as_agreed_45d6f', table='placements_feemandate', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feemessage',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='cf556d5d9da6639cf1bc45149a404a97f703546a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_431f6', table='placements_feemessage', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feemessage',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.written_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.written_at IS DISTINCT FROM OLD.written_at) THEN\n        NEW.written_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='0b8d223c6cbf0f022b345e0cea11e24833bdc696', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_c7033', table='placements_feemessage', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feemessage',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.written_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.written_by_id) IS DISTINCT FROM ROW(OLD.written_by_id))\n        AND NEW.written_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='6c26f63523b2ce0abfa5b297d52618a0bfbc8d46', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_518ca', table='placements_feemessage', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feemessage',
            trigger=pgtrigger.compiler.Trigger(name='by_its_side', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NOT EXISTS (\n        SELECT FROM public.accounts_user AS u WHERE u.id = NEW.written_by_id AND (\n            NEW.side = 'council' AND u.role IN ('officer', 'manager')\n            OR NEW.side = 'provider' AND u.role = 'provider' AND EXISTS (\n                SELECT FROM public.providers_providermember AS m\n                JOIN public.placements_feerequest AS r ON r.provider_id = m.provider_id\n                WHERE r.id = NEW.request_id AND m.user_id = u.id AND m.role IN ('owner', 'editor')\n            )\n        )\n    ) THEN\n        RAISE EXCEPTION 'Each side speaks for itself.';\n    END IF;\n    RETURN NEW;\n", hash='751689d414e3d189afe14ffa94fef5e9c8518210', operation='INSERT', pgid='pgtrigger_by_its_side_590a6', table='placements_feemessage', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feenote',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='dd9ba3b137bb827bafdf93fe7fa8af2105c96587', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a90c0', table='placements_feenote', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feenote',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.written_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.written_at IS DISTINCT FROM OLD.written_at) THEN\n        NEW.written_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='2c6135fb7f72686160d2bc5780d287f9a72109af', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_b4ec8', table='placements_feenote', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feenote',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.written_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.written_by_id) IS DISTINCT FROM ROW(OLD.written_by_id))\n        AND NEW.written_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='1fb00d3ba3f49510f3fdc6a909aab22ad2f07436', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_e849b', table='placements_feenote', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feenote',
            trigger=pgtrigger.compiler.Trigger(name='of_the_council', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NOT EXISTS (SELECT FROM public.accounts_user\n                   WHERE id = NEW.written_by_id AND role IN ('officer', 'manager')) THEN\n        RAISE EXCEPTION 'Notes are written by commissioning.';\n    END IF;\n    RETURN NEW;\n", hash='1f3690ece8f7f63cd6cfbb1cf9315e1600cc696a', operation='INSERT', pgid='pgtrigger_of_the_council_af5f9', table='placements_feenote', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feeoffer',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.made_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.made_at IS DISTINCT FROM OLD.made_at) THEN\n        NEW.made_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.accepted_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.accepted_at IS DISTINCT FROM OLD.accepted_at) THEN\n        NEW.accepted_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='221061f2c64a9770ac0efadecc19f8a3df684f51', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_2f6ae', table='placements_feeoffer', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feeoffer',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.made_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.made_by_id) IS DISTINCT FROM ROW(OLD.made_by_id))\n        AND NEW.made_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\n\n    IF NEW.accepted_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.accepted_by_id, NEW.accepted_at) IS DISTINCT FROM ROW(OLD.accepted_by_id, OLD.accepted_at))\n        AND NEW.accepted_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='4bc38d6778537c326ec60efb6bd9280b1d911b77', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_d93d1', table='placements_feeoffer', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feeoffer',
            trigger=pgtrigger.compiler.Trigger(name='by_its_side', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NOT EXISTS (\n        SELECT FROM public.accounts_user AS u WHERE u.id = NEW.made_by_id AND (\n            NEW.side = 'council' AND u.role IN ('officer', 'manager')\n            OR NEW.side = 'provider' AND u.role = 'provider' AND EXISTS (\n                SELECT FROM public.providers_providermember AS m\n                JOIN public.placements_feerequest AS r ON r.provider_id = m.provider_id\n                WHERE r.id = NEW.request_id AND m.user_id = u.id AND m.role IN ('owner', 'editor')\n            )\n        )\n    ) THEN\n        RAISE EXCEPTION 'Each side speaks for itself.';\n    END IF;\n    RETURN NEW;\n", hash='8c9ff698b0493e174e7fa049de6b149b1544a64b', operation='INSERT', pgid='pgtrigger_by_its_side_0f491', table='placements_feeoffer', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feeoffer',
            trigger=pgtrigger.compiler.Trigger(name='takes_its_turn', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE of public.placements_feerequest%ROWTYPE;', func="\n    SELECT * INTO of FROM public.placements_feerequest WHERE id = NEW.request_id;\n    IF TG_OP = 'INSERT' THEN\n        IF NEW.accepted_at IS NOT NULL OR of.status <> 'negotiating'\n            OR NEW.number <> 1 + (SELECT count(*) FROM public.placements_feeoffer\n                                  WHERE request_id = NEW.request_id) THEN\n            RAISE EXCEPTION 'An offer is made while a request is negotiated, and then accepted.';\n        END IF;\n        IF (public.nmiss_now() AT TIME ZONE 'Europe/London')::date > NEW.expires_on THEN\n            RAISE EXCEPTION 'An offer lasts until today at least.';\n        END IF;\n        RETURN NEW;\n    END IF;\n    IF of.status <> 'agreed' OR of.agreed_percent IS DISTINCT FROM NEW.percent\n        OR NEW.number <> (SELECT max(number) FROM public.placements_feeoffer\n                          WHERE request_id = NEW.request_id) THEN\n        RAISE EXCEPTION 'A request is agreed by its newest offer.';\n    END IF;\n    IF NEW.made_at <= of.appealed_at THEN\n        RAISE EXCEPTION 'A refusal ends every offer that was made before it.';\n    END IF;\n    IF (SELECT role = 'provider' FROM public.accounts_user WHERE id = NEW.accepted_by_id)\n        = (NEW.side = 'provider') THEN\n        RAISE EXCEPTION 'The other side accepts an offer.';\n    END IF;\n    RETURN NEW;\n", hash='906b90a1cc61f6ac577de5a9db6252684d60ed17', operation='INSERT OR UPDATE', pgid='pgtrigger_takes_its_turn_3e72e', table='placements_feeoffer', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feeoffer',
            trigger=pgtrigger.compiler.Trigger(name='within_the_mandate', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE more numeric; rise numeric;', func="\n    SELECT coalesce(sum(round(offered * quantity * times, 2)\n                        - round(current_amount * quantity * times, 2)), 0),\n           coalesce(NEW.percent, r.asked_percent, 0)\n    INTO more, rise\n    FROM public.placements_feerequest AS r\n    LEFT JOIN (\n        SELECT l.request_id, l.quantity, l.current_amount,\n               CASE l.unit WHEN 'year' THEN 1 WHEN 'term' THEN 3 ELSE l.weeks END AS times,\n               CASE WHEN coalesce(apart.percent, NEW.percent) IS NULL\n                    THEN coalesce(l.asked_amount, l.current_amount)\n                    ELSE round(l.current_amount * (100 + coalesce(apart.percent, NEW.percent))\n                               * 0.01, 2) END AS offered\n        FROM public.placements_feeline AS l\n        LEFT JOIN public.placements_feeofferline AS apart\n            ON apart.line_id = l.id AND apart.offer_id = NEW.id\n    ) AS line ON line.request_id = r.id\n    WHERE r.id = NEW.request_id GROUP BY r.id;\n    IF NEW.more_a_year <> more THEN\n        RAISE EXCEPTION 'An offer says what it comes to in a year: %.', more;\n    END IF;\n    IF (NEW.side = 'council') = (TG_OP = 'INSERT') AND NOT EXISTS (\n        SELECT FROM (SELECT percent, pounds_a_year FROM public.placements_feemandate\n                     WHERE request_id = NEW.request_id ORDER BY id DESC LIMIT 1) AS mandate\n        WHERE more <= pounds_a_year AND rise <= percent\n    ) THEN\n        RAISE EXCEPTION 'What binds the council is within its mandate.';\n    END IF;\n    RETURN NULL;\n", hash='c3a48581ba08bdf84715137ae2b6830f1f5317d8', operation='INSERT OR UPDATE', pgid='pgtrigger_within_the_mandate_c9185', table='placements_feeoffer', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feeoffer',
            trigger=pgtrigger.compiler.Trigger(name='only_accepted', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'DELETE' OR OLD.accepted_at IS NOT NULL\n        OR ROW(NEW.request_id, NEW.number, NEW.side, NEW.percent, NEW.apart, NEW.more_a_year,\n            NEW.expires_on, NEW.text, NEW.made_by_id, NEW.made_at)\n        IS DISTINCT FROM ROW(OLD.request_id, OLD.number, OLD.side, OLD.percent, OLD.apart,\n            OLD.more_a_year, OLD.expires_on, OLD.text, OLD.made_by_id, OLD.made_at) THEN\n        RAISE EXCEPTION 'An offer stays as it was made.';\n    END IF;\n    IF (public.nmiss_now() AT TIME ZONE 'Europe/London')::date > OLD.expires_on THEN\n        RAISE EXCEPTION 'An offer that has expired is not accepted.';\n    END IF;\n    RETURN NEW;\n", hash='5c2890ab2d4b257c91a617e70b3820b7e8c3b232', operation='UPDATE OR DELETE', pgid='pgtrigger_only_accepted_6a2b8', table='placements_feeoffer', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feeoffer',
            trigger=pgtrigger.compiler.Trigger(name='has_all_its_lines', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="\n    DECLARE\n        of_offer bigint := CASE TG_TABLE_NAME\n            WHEN 'placements_feeoffer' THEN (to_jsonb(NEW)->>'id')::bigint\n            ELSE (to_jsonb(NEW)->>'offer_id')::bigint END;\n    BEGIN\n        IF EXISTS (\n            SELECT FROM public.placements_feeoffer AS offer\n            WHERE offer.id = of_offer AND offer.apart <> (\n                SELECT count(*) FROM public.placements_feeofferline AS own\n                JOIN public.placements_feeline AS line\n                    ON line.id = own.line_id AND line.request_id = offer.request_id\n                WHERE own.offer_id = offer.id\n            )\n        ) THEN\n            RAISE EXCEPTION 'An offer has all its lines from the first, each of its request.'\n                USING ERRCODE = 'integrity_constraint_violation';\n        END IF;\n        RETURN NULL;\n    END;\n", hash='bb0e01d6831bdaff5a5aa78b458b434057f12268', operation='INSERT', pgid='pgtrigger_has_all_its_lines_ad982', table='placements_feeoffer', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feeoffer',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feeofferevent" ("accepted_at", "accepted_by_id", "apart", "expires_on", "id", "made_at", "made_by_id", "more_a_year", "number", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "side", "text") SELECT new_values."accepted_at", new_values."accepted_by_id", new_values."apart", new_values."expires_on", new_values."id", new_values."made_at", new_values."made_by_id", new_values."more_a_year", new_values."number", new_values."percent", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."request_id", new_values."side", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a0d68d103b1830dad364094ba22f5fc695f11b03', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_1b8cb', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_feeoffer', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feeoffer',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feeofferevent" ("accepted_at", "accepted_by_id", "apart", "expires_on", "id", "made_at", "made_by_id", "more_a_year", "number", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "side", "text") SELECT new_values."accepted_at", new_values."accepted_by_id", new_values."apart", new_values."expires_on", new_values."id", new_values."made_at", new_values."made_by_id", new_values."more_a_year", new_values."number", new_values."percent", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."request_id", new_values."side", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='680cbfbccb33d32535ff74b337da4177eae99fa0', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_43e4f', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_feeoffer', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feeoffer',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feeofferevent" ("accepted_at", "accepted_by_id", "apart", "expires_on", "id", "made_at", "made_by_id", "more_a_year", "number", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "side", "text") SELECT old_values."accepted_at", old_values."accepted_by_id", old_values."apart", old_values."expires_on", old_values."id", old_values."made_at", old_values."made_by_id", old_values."more_a_year", old_values."number", old_values."percent", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."request_id", old_values."side", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='755e04f6773d12acc858a6d5048e3b0c2dd053ae', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_d1ebf', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_feeoffer', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feerequestevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='6729a99639d4e5395a4252b9b4327e8cf34203b1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9a2ab', table='placements_feerequestevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feesection',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.saved_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.saved_at IS DISTINCT FROM OLD.saved_at) THEN\n        NEW.saved_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='3eb6ba42c1480fb960630fd821ab6dc7fd23bcb6', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_ebec4', table='placements_feesection', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feesection',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.saved_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.saved_by_id, NEW.answers, NEW.revision) IS DISTINCT FROM ROW(OLD.saved_by_id, OLD.answers, OLD.revision))\n        AND NEW.saved_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='0f2c0958bfada725caaac04f31e00c20ae01c934', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_1f7c8', table='placements_feesection', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feesection',
            trigger=pgtrigger.compiler.Trigger(name='while_a_draft', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF (SELECT status FROM public.placements_feerequest\n        WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.request_id ELSE NEW.request_id END)\n        <> 'draft' OR TG_OP = 'UPDATE' AND NEW.request_id <> OLD.request_id THEN\n        RAISE EXCEPTION 'A certified fee request stays as it was submitted.';\n    END IF;\n    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;\n", hash='4272d36b5f7927241c9fa436efc2693c7505a966', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_while_a_draft_11707', table='placements_feesection', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feesection',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feesectionevent" ("answers", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "revision", "saved_at", "saved_by_id") SELECT new_values."answers", new_values."id", new_values."key", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."request_id", new_values."revision", new_values."saved_at", new_values."saved_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b69b7cb32e65eb0368d02d4613512b655041740c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_45a13', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_feesection', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feesection',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feesectionevent" ("answers", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "revision", "saved_at", "saved_by_id") SELECT new_values."answers", new_values."id", new_values."key", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."request_id", new_values."revision", new_values."saved_at", new_values."saved_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='568fad97444362b9f5dd520b5e61b4938a5f249e', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_269ce', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_feesection', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feesection',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feesectionevent" ("answers", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "revision", "saved_at", "saved_by_id") SELECT old_values."answers", old_values."id", old_values."key", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."request_id", old_values."revision", old_values."saved_at", old_values."saved_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='49ec49a97f843f6bdf64aadbd132bfd483b0dadb', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_470b1', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_feesection', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feeworkbook',
            trigger=pgtrigger.compiler.Trigger(name='by_its_moves', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'INSERT' AND NEW.status NOT IN ('waiting') AND NOT public.nmiss_is_owner()\n        AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE = 'Nothing begins as ' || NEW.status || '.';\n    END IF;\n    IF TG_OP = 'UPDATE' AND NEW.status <> OLD.status\n        AND (OLD.status || '>' || NEW.status) NOT IN ('read>dropped', 'read>saved', 'refused>dropped', 'waiting>read', 'waiting>refused') AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE =\n            'No move leads from ' || OLD.status || ' to ' || NEW.status || '.';\n    END IF;\n    RETURN NULL;\n", hash='e332a4c893a71bc4d6e90d4533879c92af2e312e', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_by_its_moves_63f25', table='placements_feeworkbook', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feeworkbook',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.taken_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.taken_at IS DISTINCT FROM OLD.taken_at) THEN\n        NEW.taken_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='997411bc7aa72f4c7fa634110c5d9de202216b25', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_033fc', table='placements_feeworkbook', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feeworkbook',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.taken_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.taken_by_id, NEW.taken_at) IS DISTINCT FROM ROW(OLD.taken_by_id, OLD.taken_at))\n        AND NEW.taken_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='4d22e9470b71f1a393c9be663554a02b7a473b09', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_bca89', table='placements_feeworkbook', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feeworkbook',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feeworkbookevent" ("file_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "status", "taken_at", "taken_by_id", "tries", "uploaded_at", "uploaded_by_id") SELECT new_values."file_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."request_id", new_values."status", new_values."taken_at", new_values."taken_by_id", new_values."tries", new_values."uploaded_at", new_values."uploaded_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='31a45e43dd6506c1babecc02bd5d1f4a7ed207f2', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_3f5d2', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_feeworkbook', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feeworkbook',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feeworkbookevent" ("file_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "status", "taken_at", "taken_by_id", "tries", "uploaded_at", "uploaded_by_id") SELECT new_values."file_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."request_id", new_values."status", new_values."taken_at", new_values."taken_by_id", new_values."tries", new_values."uploaded_at", new_values."uploaded_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."file_id" IS DISTINCT FROM (new_values."file_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."request_id" IS DISTINCT FROM (new_values."request_id") OR old_values."status" IS DISTINCT FROM (new_values."status") OR old_values."taken_at" IS DISTINCT FROM (new_values."taken_at") OR old_values."taken_by_id" IS DISTINCT FROM (new_values."taken_by_id") OR old_values."tries" IS DISTINCT FROM (new_values."tries") OR old_values."uploaded_at" IS DISTINCT FROM (new_values."uploaded_at") OR old_values."uploaded_by_id" IS DISTINCT FROM (new_values."uploaded_by_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d4597a5e15c9c8816cb1169e6333bd7fc94d58f9', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_0cfc2', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_feeworkbook', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feeworkbook',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feeworkbookevent" ("file_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "status", "taken_at", "taken_by_id", "tries", "uploaded_at", "uploaded_by_id") SELECT old_values."file_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."request_id", old_values."status", old_values."taken_at", old_values."taken_by_id", old_values."tries", old_values."uploaded_at", old_values."uploaded_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='dd051849cc2be1e27c4e415017c9dd7cd07b7adb', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_98e34', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_feeworkbook', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='pricedifference',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='aff43bce42017cf4945c586e75ac09caf6749d5c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_be49a', table='placements_pricedifference', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='pricelistlineevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f79637b873d8c9047ecec9d0959e25abd410cb49', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_40e96', table='placements_pricelistlineevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feedocumentevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4834815544113bd22e09b10d0aad2394e1883f43', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b9d70', table='placements_feedocumentevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feelineevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c66c6f6bc6d6267749d9bc161129b99dabe7ca7a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_633d2', table='placements_feelineevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feeofferevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f979214d477a0356f04c172e9ce883e215233335', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_39e79', table='placements_feeofferevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feeofferline',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='31a856e1dd8bebcf21953b11b1d215dcac28c596', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_90697', table='placements_feeofferline', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feeofferline',
            trigger=pgtrigger.compiler.Trigger(name='all_from_the_first', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="\n    DECLARE\n        of_offer bigint := CASE TG_TABLE_NAME\n            WHEN 'placements_feeoffer' THEN (to_jsonb(NEW)->>'id')::bigint\n            ELSE (to_jsonb(NEW)->>'offer_id')::bigint END;\n    BEGIN\n        IF EXISTS (\n            SELECT FROM public.placements_feeoffer AS offer\n            WHERE offer.id = of_offer AND offer.apart <> (\n                SELECT count(*) FROM public.placements_feeofferline AS own\n                JOIN public.placements_feeline AS line\n                    ON line.id = own.line_id AND line.request_id = offer.request_id\n                WHERE own.offer_id = offer.id\n            )\n        ) THEN\n            RAISE EXCEPTION 'An offer has all its lines from the first, each of its request.'\n                USING ERRCODE = 'integrity_constraint_violation';\n        END IF;\n        RETURN NULL;\n    END;\n", hash='06696e0d72647b0c5c04b5ce48821a613fbbccfe', operation='INSERT', pgid='pgtrigger_all_from_the_first_c0914', table='placements_feeofferline', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feesectionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d67da0200aef1d776d2894279601c59dc95800ca', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_01076', table='placements_feesectionevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='feeworkbookevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8e7b60c4a48e279fa736adef7b5497ff7a685be3', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_138f4', table='placements_feeworkbookevent', when='BEFORE')),
        ),
    ]
