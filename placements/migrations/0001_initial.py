"""Children, cases, consultations, placements and their prices, with history and triggers."""

import django.contrib.postgres.constraints
import django.contrib.postgres.indexes
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.text
import nmiss.base.core.clock
import nmiss.base.core.constraints
import nmiss.base.core.fields
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
        ('core', '0003_numbers_of_the_law'),
        ('files', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('providers', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='BlockPurchase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='blocks', to='providers.school')),
                ('lot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='blocks', to='contracts.lot')),
                ('provision', models.CharField(choices=[('day', 'Day'), ('residential_weekly', 'Residential, weekly'), ('residential_38', 'Residential, up to 38 weeks'), ('residential_51', 'Residential, 39 to 51 weeks'), ('residential_52', 'Residential, 52 weeks')], max_length=20)),
                ('places', models.PositiveSmallIntegerField()),
                ('price', models.DecimalField(decimal_places=2, max_digits=12)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('spot_price', models.DecimalField(decimal_places=2, max_digits=10)),
                ('decision', models.CharField(max_length=200)),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('added_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('voided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('voided_at', models.DateTimeField(editable=False, null=True)),
                ('void_reason', models.TextField(blank=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('provision__in', ['day', 'residential_weekly', 'residential_38', 'residential_51', 'residential_52'])), name='placements_blockpurchase_provision_is_known'), models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='placements_blockpurchase_starts_on_before_ends_on', violation_error_message='The last day is the first day or later.'), models.CheckConstraint(condition=models.Q(('places__gte', 1), ('price__gt', 0), ('spot_price__gt', 0), models.Q(('decision', ''), _negated=True)), name='placements_blockpurchase_of_something'), models.CheckConstraint(condition=models.Q(models.Q(('voided_at__isnull', False), ('voided_by__isnull', False)), models.Q(('voided_at__isnull', True), ('voided_by__isnull', True)), _connector='OR'), name='placements_blockpurchase_voided_at_and_voided_by'), models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_at', None)), models.Q(('voided_at__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='placements_blockpurchase_voided_with_a_reason'), django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('voided_at', None)), deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('school', '='), ('provision', '='), (nmiss.base.core.constraints.InclusiveDays('starts_on', 'ends_on'), '&&')], name='placements_blockpurchase_no_overlap', violation_error_message='This school has a block of this provision on some of these days.')],
            },
        ),
        migrations.CreateModel(
            name='Child',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=30, unique=True)),
                ('sex', models.CharField(choices=[('F', 'Female'), ('M', 'Male')], max_length=1)),
                ('cohort', models.PositiveSmallIntegerField(help_text='The year whose 31 August is the first on or after the birth.')),
            ],
            options={
                'indexes': [models.Index(django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Upper('reference'), 'text_pattern_ops'), name='placements_child_referred_to')],
                'constraints': [models.CheckConstraint(condition=models.Q(('sex__in', ['F', 'M'])), name='placements_child_sex_is_known'), models.UniqueConstraint(django.db.models.functions.text.Upper('reference'), name='placements_child_reference_once', violation_error_message='Another child has this reference.')],
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
                ('mile_cost', models.PositiveIntegerField(null=True)),
                ('good_days', models.PositiveSmallIntegerField(default=2)),
                ('set_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('age__lte', 100), ('distance__lte', 100), ('need__lte', 100), ('places__lte', 100), ('price__lte', 100), ('section_41__lte', 100), ('standing__lte', 100)), name='placements_matchweights_up_to_100'), models.CheckConstraint(condition=models.Q(('need__gt', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('age'), '+', models.F('places')), '+', models.F('distance')), '+', models.F('price')), '*', models.Value(-1)), '-', models.F('standing')), '-', models.F('section_41')))), name='placements_matchweights_something_counts'), models.CheckConstraint(condition=models.Q(('reach_miles__gte', 1)), name='placements_matchweights_some_reach')],
            },
        ),
        migrations.CreateModel(
            name='UsualPrice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='usual_prices', to='providers.school')),
                ('is_residential', models.BooleanField()),
                ('children', models.PositiveIntegerField()),
                ('cost', models.DecimalField(decimal_places=2, max_digits=10)),
                ('as_at', models.DateField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school', 'is_residential'), name='placements_usualprice_once'), models.CheckConstraint(condition=models.Q(('children__gte', 1), ('cost__gt', 0)), name='placements_usualprice_of_somebody')],
            },
        ),
        migrations.CreateModel(
            name='BlockPurchaseEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.blockpurchase')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('school', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.school')),
                ('lot', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.lot')),
                ('provision', models.CharField(choices=[('day', 'Day'), ('residential_weekly', 'Residential, weekly'), ('residential_38', 'Residential, up to 38 weeks'), ('residential_51', 'Residential, 39 to 51 weeks'), ('residential_52', 'Residential, 52 weeks')], max_length=20)),
                ('places', models.PositiveSmallIntegerField()),
                ('price', models.DecimalField(decimal_places=2, max_digits=12)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('spot_price', models.DecimalField(decimal_places=2, max_digits=10)),
                ('decision', models.CharField(max_length=200)),
                ('added_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
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
            name='Case',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='placements.child')),
                ('kind', models.CharField(choices=[('phase_transfer', 'Phase transfer'), ('in_year', 'In-year')], max_length=20)),
                ('urgency', models.CharField(choices=[('routine', 'Routine'), ('soon', 'Soon: the present place may end'), ('urgent', 'Urgent: the child is out of school')], max_length=10)),
                ('stay', models.CharField(choices=[('day', 'Day'), ('residential', 'Residential')], max_length=20)),
                ('wanted_on', models.DateField()),
                ('needed_since', models.DateField()),
                ('plan_final_on', models.DateField(null=True)),
                ('must_admit', models.BooleanField(default=False)),
                ('most_miles', models.PositiveSmallIntegerField(null=True)),
                ('must_haves', nmiss.base.core.fields.EncryptedTextField(blank=True)),
                ('preferred_school', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='providers.school')),
                ('preference', nmiss.base.core.fields.EncryptedTextField(blank=True)),
                ('seed', models.PositiveIntegerField(editable=False)),
                ('opened_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('opened_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('closed_on', models.DateField(null=True)),
                ('closed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('close_reason', models.CharField(blank=True, choices=[('placed', 'The child is placed'), ('not_needed', 'A place is no longer needed'), ('moved_away', 'The child moved away'), ('mistake', 'Opened by mistake')], max_length=20)),
            ],
            options={
                'indexes': [models.Index(fields=['wanted_on', 'id'], name='placements_case_by_start')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['phase_transfer', 'in_year'])), name='placements_case_kind_is_known'), models.CheckConstraint(condition=models.Q(('urgency__in', ['routine', 'soon', 'urgent'])), name='placements_case_urgency_is_known'), models.CheckConstraint(condition=models.Q(('stay__in', ['day', 'residential'])), name='placements_case_stay_is_known'), models.CheckConstraint(condition=models.Q(('close_reason__in', ['placed', 'not_needed', 'moved_away', 'mistake', ''])), name='placements_case_close_reason_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('closed_by__isnull', False), ('closed_on__isnull', False)), models.Q(('closed_by__isnull', True), ('closed_on__isnull', True)), _connector='OR'), name='placements_case_closed_on_and_closed_by'), models.CheckConstraint(condition=models.Q(models.Q(('close_reason', ''), ('closed_on', None)), models.Q(('closed_on__isnull', False), models.Q(('close_reason', ''), _negated=True)), _connector='OR'), name='placements_case_closed_with_a_reason'), models.CheckConstraint(condition=models.Q(('most_miles', None), ('most_miles__gte', 1), _connector='OR'), name='placements_case_some_miles'), models.CheckConstraint(condition=models.Q(('wanted_on__gte', models.F('needed_since'))), name='placements_case_wanted_since_or_later', violation_error_message='The start must not be before the place was needed.'), models.UniqueConstraint(condition=models.Q(('closed_on', None)), fields=('child',), name='placements_case_one_open_of_a_child', violation_error_message='This child has an open case already.')],
            },
        ),
        migrations.CreateModel(
            name='ChildEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.child')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('reference', models.CharField(max_length=30)),
                ('sex', models.CharField(choices=[('F', 'Female'), ('M', 'Male')], max_length=1)),
                ('cohort', models.PositiveSmallIntegerField(help_text='The year whose 31 August is the first on or after the birth.')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ChildIdentity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('child', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='identity', to='placements.child')),
                ('birth_date', nmiss.base.core.fields.EncryptedDateField()),
                ('home_postcode', nmiss.base.core.fields.EncryptedTextField(blank=True)),
                ('initials', nmiss.base.core.fields.EncryptedTextField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='OtherReference',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='other_references', to='placements.child')),
                ('reference', models.CharField(max_length=30)),
            ],
            options={
                'constraints': [models.UniqueConstraint(django.db.models.functions.text.Upper('reference'), name='placements_otherreference_once'), models.CheckConstraint(condition=models.Q(('reference', django.db.models.functions.text.Upper('reference'))), name='placements_otherreference_in_capitals')],
            },
        ),
        migrations.CreateModel(
            name='Placement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=30, unique=True)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='placements', to='placements.child')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='placements', to='providers.school')),
                ('route', models.CharField(choices=[('call_off', 'Call-off from the DPS'), ('spot', 'Spot purchase'), ('directed', 'Directed by a tribunal'), ('block', 'Block contract')], max_length=20)),
                ('lot', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='placements', to='contracts.lot')),
                ('block', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='placements', to='placements.blockpurchase')),
                ('provision', models.CharField(choices=[('day', 'Day'), ('residential_weekly', 'Residential, weekly'), ('residential_38', 'Residential, up to 38 weeks'), ('residential_51', 'Residential, 39 to 51 weeks'), ('residential_52', 'Residential, 52 weeks')], max_length=20)),
                ('primary_need', models.CharField(choices=[('SPLD', 'Specific learning difficulty'), ('MLD', 'Moderate learning difficulty'), ('SLD', 'Severe learning difficulty'), ('PMLD', 'Profound and multiple learning difficulty'), ('SEMH', 'Social, emotional and mental health'), ('SLCN', 'Speech, language and communication needs'), ('HI', 'Hearing impairment'), ('VI', 'Vision impairment'), ('MSI', 'Multi-sensory impairment'), ('PD', 'Physical disability'), ('ASD', 'Autistic spectrum disorder'), ('DS', 'Down syndrome'), ('OTH', 'Other difficulty')], max_length=4)),
                ('secondary_need', models.CharField(blank=True, choices=[('SPLD', 'Specific learning difficulty'), ('MLD', 'Moderate learning difficulty'), ('SLD', 'Severe learning difficulty'), ('PMLD', 'Profound and multiple learning difficulty'), ('SEMH', 'Social, emotional and mental health'), ('SLCN', 'Speech, language and communication needs'), ('HI', 'Hearing impairment'), ('VI', 'Vision impairment'), ('MSI', 'Multi-sensory impairment'), ('PD', 'Physical disability'), ('ASD', 'Autistic spectrum disorder'), ('DS', 'Down syndrome'), ('OTH', 'Other difficulty')], max_length=4)),
                ('starts_on', models.DateField()),
                ('ended_on', models.DateField(null=True)),
                ('end_reason', models.CharField(blank=True, choices=[('planned_transfer', 'Planned transfer'), ('moved_away', 'Moved away'), ('notice_by_school', 'Notice by the school'), ('notice_by_authority', 'Notice by the council'), ('parental_choice', 'Parents’ choice'), ('tribunal', 'Tribunal'), ('permanent_exclusion', 'Permanent exclusion'), ('school_closed', 'School closed'), ('deregistered', 'School taken off the register'), ('other', 'Other')], max_length=30)),
                ('annual_fee', models.DecimalField(decimal_places=2, max_digits=10)),
                ('imported', models.BooleanField(default=False)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('ended_on__isnull', False)), fields=['ended_on', 'id'], name='placements_placement_ended'), models.Index(condition=models.Q(('lot', None), ('route', 'call_off')), fields=['school'], name='placements_placement_off_lots'), models.Index(condition=models.Q(('annual_fee', 0)), fields=['starts_on', 'id'], name='placements_placement_free')],
                'constraints': [models.CheckConstraint(condition=models.Q(('route__in', ['call_off', 'spot', 'directed', 'block'])), name='placements_placement_route_is_known'), models.CheckConstraint(condition=models.Q(('provision__in', ['day', 'residential_weekly', 'residential_38', 'residential_51', 'residential_52'])), name='placements_placement_provision_is_known'), models.CheckConstraint(condition=models.Q(('primary_need__in', ['SPLD', 'MLD', 'SLD', 'PMLD', 'SEMH', 'SLCN', 'HI', 'VI', 'MSI', 'PD', 'ASD', 'DS', 'OTH'])), name='placements_placement_primary_need_is_known'), models.CheckConstraint(condition=models.Q(('ended_on__isnull', True), ('ended_on__gte', models.F('starts_on')), _connector='OR'), name='placements_placement_starts_on_before_ended_on', violation_error_message='The ended on must not be before the starts on.'), models.UniqueConstraint(django.db.models.functions.text.Upper('reference'), name='placements_placement_reference_once', violation_error_message='Another place has this reference.'), models.CheckConstraint(condition=models.Q(('annual_fee__gte', 0)), name='placements_placement_fee_is_not_negative'), models.CheckConstraint(condition=models.Q(('lot', None), ('route', 'call_off'), ('block__isnull', False), _connector='OR'), name='placements_placement_lot_of_call_offs_and_blocks'), models.CheckConstraint(condition=models.Q(('block', None), models.Q(('annual_fee', 0), ('lot__isnull', False), ('route', 'block')), _connector='OR'), name='placements_placement_in_a_block_costs_nothing'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('child', '='), (nmiss.base.core.constraints.InclusiveDays('starts_on', 'ended_on'), '&&')], name='placements_placement_no_overlap', violation_error_message='This child has another place on some of these days.')],
            },
        ),
        migrations.CreateModel(
            name='CaseEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.case')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.child')),
                ('kind', models.CharField(choices=[('phase_transfer', 'Phase transfer'), ('in_year', 'In-year')], max_length=20)),
                ('urgency', models.CharField(choices=[('routine', 'Routine'), ('soon', 'Soon: the present place may end'), ('urgent', 'Urgent: the child is out of school')], max_length=10)),
                ('stay', models.CharField(choices=[('day', 'Day'), ('residential', 'Residential')], max_length=20)),
                ('wanted_on', models.DateField()),
                ('needed_since', models.DateField()),
                ('plan_final_on', models.DateField(null=True)),
                ('must_admit', models.BooleanField(default=False)),
                ('most_miles', models.PositiveSmallIntegerField(null=True)),
                ('must_haves', nmiss.base.core.fields.EncryptedTextField(blank=True)),
                ('preferred_school', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.school')),
                ('preference', nmiss.base.core.fields.EncryptedTextField(blank=True)),
                ('seed', models.PositiveIntegerField(editable=False)),
                ('opened_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('opened_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('closed_on', models.DateField(null=True)),
                ('closed_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
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
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='needs', to='placements.case')),
                ('rank', models.PositiveSmallIntegerField()),
                ('need', models.CharField(choices=[('SPLD', 'Specific learning difficulty'), ('MLD', 'Moderate learning difficulty'), ('SLD', 'Severe learning difficulty'), ('PMLD', 'Profound and multiple learning difficulty'), ('SEMH', 'Social, emotional and mental health'), ('SLCN', 'Speech, language and communication needs'), ('HI', 'Hearing impairment'), ('VI', 'Vision impairment'), ('MSI', 'Multi-sensory impairment'), ('PD', 'Physical disability'), ('ASD', 'Autistic spectrum disorder'), ('DS', 'Down syndrome'), ('OTH', 'Other difficulty')], max_length=4)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('need__in', ['SPLD', 'MLD', 'SLD', 'PMLD', 'SEMH', 'SLCN', 'HI', 'VI', 'MSI', 'PD', 'ASD', 'DS', 'OTH'])), name='placements_caseneed_need_is_known'), models.CheckConstraint(condition=models.Q(('rank__gte', 1)), name='placements_caseneed_from_one'), models.UniqueConstraint(fields=('case', 'rank'), name='placements_caseneed_one_a_rank'), models.UniqueConstraint(fields=('case', 'need'), name='placements_caseneed_once')],
            },
        ),
        migrations.CreateModel(
            name='Charge',
            fields=[
                ('id', models.BigIntegerField(primary_key=True, serialize=False)),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='charges', to='placements.placement')),
                ('kind', models.CharField(choices=[('base_education', 'Base education'), ('residential', 'Residential'), ('therapy_slt', 'Speech and language therapy'), ('therapy_ot', 'Occupational therapy'), ('therapy_physio', 'Physiotherapy'), ('therapy_psychology', 'Psychology'), ('therapy_other', 'Other therapy'), ('one_to_one', 'One-to-one support'), ('two_to_one', 'Two-to-one support'), ('exams', 'Exams'), ('other', 'Other')], max_length=20)),
                ('funder', models.CharField(choices=[('education', 'Education'), ('health', 'Health'), ('social_care', 'Social care')], max_length=20)),
                ('starts_on', models.DateField()),
                ('first_on', models.DateField()),
                ('last_on', models.DateField(null=True)),
                ('cost_a_year', models.DecimalField(decimal_places=8, max_digits=23)),
            ],
            options={
                'db_table': 'placements_charge',
                'managed': False,
            },
        ),
        migrations.CreateModel(
            name='ChildIdentityEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.childidentity')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.child')),
                ('birth_date', nmiss.base.core.fields.EncryptedDateField()),
                ('home_postcode', nmiss.base.core.fields.EncryptedTextField(blank=True)),
                ('initials', nmiss.base.core.fields.EncryptedTextField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ConsultationPack',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='packs', to='placements.case')),
                ('words', nmiss.base.core.fields.EncryptedTextField()),
                ('made_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='EarlierSchool',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='earlier_schools', to='placements.placement')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='providers.school')),
                ('from_on', models.DateField()),
                ('until_on', models.DateField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), _connector='OR'), name='placements_earlierschool_from_on_before_until_on', violation_error_message='The until on must not be before the from on.'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('placement', '='), (nmiss.base.core.constraints.InclusiveDays('from_on', 'until_on'), '&&')], name='placements_earlierschool_no_overlap')],
            },
        ),
        migrations.CreateModel(
            name='OtherReferenceEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.otherreference')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.child')),
                ('reference', models.CharField(max_length=30)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PlacementEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.placement')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('reference', models.CharField(max_length=30)),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.child')),
                ('school', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.school')),
                ('route', models.CharField(choices=[('call_off', 'Call-off from the DPS'), ('spot', 'Spot purchase'), ('directed', 'Directed by a tribunal'), ('block', 'Block contract')], max_length=20)),
                ('lot', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.lot')),
                ('block', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.blockpurchase')),
                ('provision', models.CharField(choices=[('day', 'Day'), ('residential_weekly', 'Residential, weekly'), ('residential_38', 'Residential, up to 38 weeks'), ('residential_51', 'Residential, 39 to 51 weeks'), ('residential_52', 'Residential, 52 weeks')], max_length=20)),
                ('primary_need', models.CharField(choices=[('SPLD', 'Specific learning difficulty'), ('MLD', 'Moderate learning difficulty'), ('SLD', 'Severe learning difficulty'), ('PMLD', 'Profound and multiple learning difficulty'), ('SEMH', 'Social, emotional and mental health'), ('SLCN', 'Speech, language and communication needs'), ('HI', 'Hearing impairment'), ('VI', 'Vision impairment'), ('MSI', 'Multi-sensory impairment'), ('PD', 'Physical disability'), ('ASD', 'Autistic spectrum disorder'), ('DS', 'Down syndrome'), ('OTH', 'Other difficulty')], max_length=4)),
                ('secondary_need', models.CharField(blank=True, choices=[('SPLD', 'Specific learning difficulty'), ('MLD', 'Moderate learning difficulty'), ('SLD', 'Severe learning difficulty'), ('PMLD', 'Profound and multiple learning difficulty'), ('SEMH', 'Social, emotional and mental health'), ('SLCN', 'Speech, language and communication needs'), ('HI', 'Hearing impairment'), ('VI', 'Vision impairment'), ('MSI', 'Multi-sensory impairment'), ('PD', 'Physical disability'), ('ASD', 'Autistic spectrum disorder'), ('DS', 'Down syndrome'), ('OTH', 'Other difficulty')], max_length=4)),
                ('starts_on', models.DateField()),
                ('ended_on', models.DateField(null=True)),
                ('end_reason', models.CharField(blank=True, choices=[('planned_transfer', 'Planned transfer'), ('moved_away', 'Moved away'), ('notice_by_school', 'Notice by the school'), ('notice_by_authority', 'Notice by the council'), ('parental_choice', 'Parents’ choice'), ('tribunal', 'Tribunal'), ('permanent_exclusion', 'Permanent exclusion'), ('school_closed', 'School closed'), ('deregistered', 'School taken off the register'), ('other', 'Other')], max_length=30)),
                ('annual_fee', models.DecimalField(decimal_places=2, max_digits=10)),
                ('imported', models.BooleanField(default=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PriceLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('base_education', 'Base education'), ('residential', 'Residential'), ('therapy_slt', 'Speech and language therapy'), ('therapy_ot', 'Occupational therapy'), ('therapy_physio', 'Physiotherapy'), ('therapy_psychology', 'Psychology'), ('therapy_other', 'Other therapy'), ('one_to_one', 'One-to-one support'), ('two_to_one', 'Two-to-one support'), ('exams', 'Exams'), ('other', 'Other')], max_length=20)),
                ('unit', models.CharField(choices=[('year', 'Year'), ('term', 'Term'), ('week', 'Week'), ('hour', 'Hour')], max_length=10)),
                ('quantity', models.DecimalField(decimal_places=4, max_digits=9)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=10)),
                ('funder', models.CharField(choices=[('education', 'Education'), ('health', 'Health'), ('social_care', 'Social care')], max_length=20)),
                ('weeks', models.DecimalField(decimal_places=2, default=Decimal('38'), max_digits=4)),
                ('cost_a_year', models.DecimalField(decimal_places=8, max_digits=23)),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='price_lines', to='placements.placement')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
                ('imported', models.BooleanField(default=False)),
                ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('added_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('voided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('voided_at', models.DateTimeField(editable=False, null=True)),
                ('void_reason', models.TextField(blank=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['base_education', 'residential', 'therapy_slt', 'therapy_ot', 'therapy_physio', 'therapy_psychology', 'therapy_other', 'one_to_one', 'two_to_one', 'exams', 'other'])), name='placements_priceline_kind_is_known'), models.CheckConstraint(condition=models.Q(('unit__in', ['year', 'term', 'week', 'hour'])), name='placements_priceline_unit_is_known'), models.CheckConstraint(condition=models.Q(('funder__in', ['education', 'health', 'social_care'])), name='placements_priceline_funder_is_known'), models.CheckConstraint(condition=models.Q(('amount__gte', 0), ('quantity__gte', 0)), name='placements_priceline_not_below_nought', violation_error_message='Enter an amount and a quantity that are not below 0.'), models.CheckConstraint(condition=models.Q(('weeks__gt', 0), ('weeks__lte', 53)), name='placements_priceline_weeks_of_a_year', violation_error_message='Enter weeks above 0, and 53 at most.'), models.CheckConstraint(condition=models.Q(('cost_a_year', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('amount'), '*', models.F('quantity')), '*', models.Case(models.When(then=models.Value(Decimal('1')), unit='year'), models.When(then=models.Value(Decimal('3')), unit='term'), default=models.F('weeks'))))), name='placements_priceline_costs_what_its_parts_say'), models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='placements_priceline_starts_on_before_ends_on', violation_error_message='The last day is the first day or later.'), models.CheckConstraint(condition=models.Q(models.Q(('voided_at__isnull', False), ('voided_by__isnull', False)), models.Q(('voided_at__isnull', True), ('voided_by__isnull', True)), _connector='OR'), name='placements_priceline_voided_at_and_voided_by'), models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_at', None)), models.Q(('voided_at__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='placements_priceline_voided_with_a_reason'), django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('voided_at', None)), deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('placement', '='), ('kind', '='), ('funder', '='), (nmiss.base.core.constraints.InclusiveDays('starts_on', 'ends_on'), '&&')], name='placements_priceline_no_overlap', violation_error_message='This placement has a line of this kind and funder on some of these days. End that line the day before this one begins.')],
            },
        ),
        migrations.CreateModel(
            name='Shortlist',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shortlists', to='placements.case')),
                ('made_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seed', models.PositiveIntegerField()),
                ('weights', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='placements.matchweights')),
                ('filters', models.JSONField(default=dict)),
                ('on_day', models.DateField()),
                ('case_then', nmiss.base.core.fields.EncryptedJSONField()),
            ],
        ),
        migrations.CreateModel(
            name='CaseNeedEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.caseneed')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('case', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.case')),
                ('rank', models.PositiveSmallIntegerField()),
                ('need', models.CharField(choices=[('SPLD', 'Specific learning difficulty'), ('MLD', 'Moderate learning difficulty'), ('SLD', 'Severe learning difficulty'), ('PMLD', 'Profound and multiple learning difficulty'), ('SEMH', 'Social, emotional and mental health'), ('SLCN', 'Speech, language and communication needs'), ('HI', 'Hearing impairment'), ('VI', 'Vision impairment'), ('MSI', 'Multi-sensory impairment'), ('PD', 'Physical disability'), ('ASD', 'Autistic spectrum disorder'), ('DS', 'Down syndrome'), ('OTH', 'Other difficulty')], max_length=4)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Consultation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consultations', to='placements.case')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consultations', to='providers.school')),
                ('pack', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consultations', to='placements.consultationpack')),
                ('shortlist', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consultations', to='placements.shortlist')),
                ('sent_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('sent_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('due_on', models.DateField()),
                ('holder', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('closed_at', models.DateTimeField(editable=False, null=True)),
                ('closed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('close_reason', models.CharField(blank=True, choices=[('chosen', 'The council has chosen this school'), ('placed', 'The child is placed elsewhere'), ('not_needed', 'A place is no longer needed'), ('withdrawn', 'The council withdrew the consultation')], max_length=20)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('closed_at', None)), fields=['due_on', 'id'], name='placements_consultation_due')],
                'constraints': [models.CheckConstraint(condition=models.Q(('close_reason__in', ['chosen', 'placed', 'not_needed', 'withdrawn', ''])), name='placements_consultation_close_reason_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', False), ('closed_by__isnull', False)), models.Q(('closed_at__isnull', True), ('closed_by__isnull', True)), _connector='OR'), name='placements_consultation_closed_at_and_closed_by'), models.CheckConstraint(condition=models.Q(models.Q(('close_reason', ''), ('closed_at', None)), models.Q(('closed_at__isnull', False), models.Q(('close_reason', ''), _negated=True)), _connector='OR'), name='placements_consultation_closed_with_a_reason'), models.UniqueConstraint(condition=models.Q(('closed_at', None)), fields=('case', 'school'), name='placements_consultation_one_open_of_a_school', violation_error_message='A colleague has just consulted this school.')],
            },
        ),
        migrations.CreateModel(
            name='EarlierSchoolEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.earlierschool')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('placement', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.placement')),
                ('school', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.school')),
                ('from_on', models.DateField()),
                ('until_on', models.DateField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PackDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pack', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='placements.consultationpack')),
                ('kind', models.CharField(choices=[('plan', 'Education, health and care plan'), ('advice', 'Professional advice'), ('school_report', 'School report'), ('risk', 'Risk assessment'), ('other', 'Other document')], max_length=20)),
                ('file', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('redacted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('added_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['plan', 'advice', 'school_report', 'risk', 'other'])), name='placements_packdocument_kind_is_known')],
            },
        ),
        migrations.CreateModel(
            name='PriceLineEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.priceline')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('base_education', 'Base education'), ('residential', 'Residential'), ('therapy_slt', 'Speech and language therapy'), ('therapy_ot', 'Occupational therapy'), ('therapy_physio', 'Physiotherapy'), ('therapy_psychology', 'Psychology'), ('therapy_other', 'Other therapy'), ('one_to_one', 'One-to-one support'), ('two_to_one', 'Two-to-one support'), ('exams', 'Exams'), ('other', 'Other')], max_length=20)),
                ('unit', models.CharField(choices=[('year', 'Year'), ('term', 'Term'), ('week', 'Week'), ('hour', 'Hour')], max_length=10)),
                ('quantity', models.DecimalField(decimal_places=4, max_digits=9)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=10)),
                ('funder', models.CharField(choices=[('education', 'Education'), ('health', 'Health'), ('social_care', 'Social care')], max_length=20)),
                ('weeks', models.DecimalField(decimal_places=2, default=Decimal('38'), max_digits=4)),
                ('cost_a_year', models.DecimalField(decimal_places=8, max_digits=23)),
                ('placement', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.placement')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
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
            name='ShortlistedSchool',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('shortlist', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='schools', to='placements.shortlist')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='providers.school')),
                ('rank', models.PositiveSmallIntegerField()),
                ('score', models.DecimalField(decimal_places=4, max_digits=8)),
                ('is_member', models.BooleanField()),
                ('open_lots', models.JSONField(default=list)),
                ('free', models.PositiveSmallIntegerField(null=True)),
                ('miles', models.DecimalField(decimal_places=1, max_digits=5, null=True)),
                ('cost', models.DecimalField(decimal_places=2, max_digits=10, null=True)),
                ('why', models.TextField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('shortlist', 'rank'), name='placements_shortlistedschool_one_a_rank'), models.UniqueConstraint(fields=('shortlist', 'school'), name='placements_shortlistedschool_once'), models.CheckConstraint(condition=models.Q(('rank__gte', 1)), name='placements_shortlistedschool_from_one')],
            },
        ),
        migrations.CreateModel(
            name='ConsultationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.consultation')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('case', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.case')),
                ('school', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.school')),
                ('pack', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.consultationpack')),
                ('shortlist', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.shortlist')),
                ('sent_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('sent_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('due_on', models.DateField()),
                ('holder', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('closed_at', models.DateTimeField(editable=False, null=True)),
                ('closed_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('close_reason', models.CharField(blank=True, choices=[('chosen', 'The council has chosen this school'), ('placed', 'The child is placed elsewhere'), ('not_needed', 'A place is no longer needed'), ('withdrawn', 'The council withdrew the consultation')], max_length=20)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ConsultationLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('consultation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='placements.consultation')),
                ('email', models.EmailField(max_length=254)),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('key_digest', models.CharField(blank=True, max_length=64)),
                ('sent_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('sent_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('opened_at', models.DateTimeField(editable=False, null=True)),
                ('ended_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('consultation',), name='placements_consultationlink_one_lives'), models.UniqueConstraint(condition=models.Q(('key_digest', ''), _negated=True), fields=('key_digest',), name='placements_consultationlink_one_browser'), models.CheckConstraint(condition=models.Q(models.Q(('key_digest', ''), ('opened_at', None)), models.Q(('opened_at__isnull', False), models.Q(('key_digest', ''), _negated=True)), _connector='OR'), name='placements_consultationlink_opened_with_a_key')],
            },
        ),
        migrations.CreateModel(
            name='PackDocumentEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.packdocument')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('pack', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.consultationpack')),
                ('kind', models.CharField(choices=[('plan', 'Education, health and care plan'), ('advice', 'Professional advice'), ('school_report', 'School report'), ('risk', 'Risk assessment'), ('other', 'Other document')], max_length=20)),
                ('file', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile')),
                ('redacted_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('added_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ConsultationLinkEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.consultationlink')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('consultation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.consultation')),
                ('email', models.EmailField(max_length=254)),
                ('sent_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('sent_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('opened_at', models.DateTimeField(editable=False, null=True)),
                ('ended_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ConsultationOpening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('consultation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='openings', to='placements.consultation')),
                ('document', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='placements.packdocument')),
                ('opened_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('link', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='placements.consultationlink')),
                ('opened_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('link', None), ('opened_by__isnull', False)), models.Q(('link__isnull', False), ('opened_by', None)), _connector='OR'), name='placements_consultationopening_by_somebody')],
            },
        ),
        migrations.CreateModel(
            name='ConsultationReply',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('consultation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='replies', to='placements.consultation')),
                ('kind', models.CharField(blank=True, choices=[('offer', 'Offer'), ('offer_with_conditions', 'Offer with conditions'), ('no_capacity', 'No capacity'), ('cannot_meet_need', 'Cannot meet need'), ('unsuitable_peers', 'Unsuitable peers'), ('withdrawn', 'Withdrawn')], max_length=30)),
                ('starts_on', models.DateField(null=True)),
                ('conditions', nmiss.base.core.fields.EncryptedTextField(null=True)),
                ('evidence', nmiss.base.core.fields.EncryptedTextField(null=True)),
                ('revision', models.PositiveIntegerField(default=0)),
                ('saved_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow())),
                ('saved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('sent_at', models.DateTimeField(editable=False, null=True)),
                ('sent_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('link', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='placements.consultationlink')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['offer', 'offer_with_conditions', 'no_capacity', 'cannot_meet_need', 'unsuitable_peers', 'withdrawn', ''])), name='placements_consultationreply_kind_is_known'), models.CheckConstraint(condition=models.Q(('saved_by__isnull', False), ('link__isnull', False), _connector='OR'), name='placements_consultationreply_saved_by_somebody'), models.CheckConstraint(condition=models.Q(models.Q(('sent_at', None), ('sent_by', None)), models.Q(('link', None), ('sent_at__isnull', False), ('sent_by__isnull', False)), models.Q(('link__isnull', False), ('sent_at__isnull', False), ('sent_by', None)), _connector='OR'), name='placements_consultationreply_sent_by_somebody'), models.UniqueConstraint(condition=models.Q(('sent_at', None)), fields=('consultation',), name='placements_consultationreply_one_draft', violation_error_message='A colleague has begun a reply. Read it before you go on.'), models.CheckConstraint(condition=models.Q(('sent_at', None), models.Q(('kind', ''), _negated=True), _connector='OR'), name='placements_consultationreply_says_something_when_sent'), models.CheckConstraint(condition=models.Q(('sent_at', None), models.Q(('kind__in', ['offer', 'offer_with_conditions']), _negated=True), ('starts_on__isnull', False), _connector='OR'), name='placements_consultationreply_offer_has_a_start'), models.CheckConstraint(condition=models.Q(('sent_at', None), models.Q(('conditions__isnull', False), ('kind', 'offer_with_conditions')), models.Q(models.Q(('kind', 'offer_with_conditions'), _negated=True), ('conditions__isnull', True)), _connector='OR'), name='placements_consultationreply_names_its_conditions'), models.CheckConstraint(condition=models.Q(('sent_at', None), models.Q(('kind__in', ['no_capacity', 'cannot_meet_need', 'unsuitable_peers']), _negated=True), ('evidence__isnull', False), _connector='OR'), name='placements_consultationreply_refusal_has_evidence')],
            },
        ),
        migrations.CreateModel(
            name='Look',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='looks', to='placements.child')),
                ('looked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('link', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='placements.consultationlink')),
                ('looked_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('with_identity', models.BooleanField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('link', None), ('looked_by__isnull', False)), models.Q(('link__isnull', False), ('looked_by', None)), _connector='OR'), name='placements_look_by_somebody')],
            },
        ),
        migrations.CreateModel(
            name='ConsultationReplyEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.consultationreply')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('consultation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.consultation')),
                ('kind', models.CharField(blank=True, choices=[('offer', 'Offer'), ('offer_with_conditions', 'Offer with conditions'), ('no_capacity', 'No capacity'), ('cannot_meet_need', 'Cannot meet need'), ('unsuitable_peers', 'Unsuitable peers'), ('withdrawn', 'Withdrawn')], max_length=30)),
                ('starts_on', models.DateField(null=True)),
                ('conditions', nmiss.base.core.fields.EncryptedTextField(null=True)),
                ('evidence', nmiss.base.core.fields.EncryptedTextField(null=True)),
                ('revision', models.PositiveIntegerField(default=0)),
                ('saved_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow())),
                ('saved_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('sent_at', models.DateTimeField(editable=False, null=True)),
                ('sent_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('link', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.consultationlink')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OfferedPrice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('base_education', 'Base education'), ('residential', 'Residential'), ('therapy_slt', 'Speech and language therapy'), ('therapy_ot', 'Occupational therapy'), ('therapy_physio', 'Physiotherapy'), ('therapy_psychology', 'Psychology'), ('therapy_other', 'Other therapy'), ('one_to_one', 'One-to-one support'), ('two_to_one', 'Two-to-one support'), ('exams', 'Exams'), ('other', 'Other')], max_length=20)),
                ('unit', models.CharField(choices=[('year', 'Year'), ('term', 'Term'), ('week', 'Week'), ('hour', 'Hour')], max_length=10)),
                ('quantity', models.DecimalField(decimal_places=4, max_digits=9)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=10)),
                ('funder', models.CharField(choices=[('education', 'Education'), ('health', 'Health'), ('social_care', 'Social care')], max_length=20)),
                ('weeks', models.DecimalField(decimal_places=2, default=Decimal('38'), max_digits=4)),
                ('cost_a_year', models.DecimalField(decimal_places=8, max_digits=23)),
                ('reply', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='prices', to='placements.consultationreply')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['base_education', 'residential', 'therapy_slt', 'therapy_ot', 'therapy_physio', 'therapy_psychology', 'therapy_other', 'one_to_one', 'two_to_one', 'exams', 'other'])), name='placements_offeredprice_kind_is_known'), models.CheckConstraint(condition=models.Q(('unit__in', ['year', 'term', 'week', 'hour'])), name='placements_offeredprice_unit_is_known'), models.CheckConstraint(condition=models.Q(('funder__in', ['education', 'health', 'social_care'])), name='placements_offeredprice_funder_is_known'), models.CheckConstraint(condition=models.Q(('amount__gte', 0), ('quantity__gte', 0)), name='placements_offeredprice_not_below_nought', violation_error_message='Enter an amount and a quantity that are not below 0.'), models.CheckConstraint(condition=models.Q(('weeks__gt', 0), ('weeks__lte', 53)), name='placements_offeredprice_weeks_of_a_year', violation_error_message='Enter weeks above 0, and 53 at most.'), models.CheckConstraint(condition=models.Q(('cost_a_year', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('amount'), '*', models.F('quantity')), '*', models.Case(models.When(then=models.Value(Decimal('1')), unit='year'), models.When(then=models.Value(Decimal('3')), unit='term'), default=models.F('weeks'))))), name='placements_offeredprice_costs_what_its_parts_say'), models.UniqueConstraint(fields=('reply', 'kind', 'funder'), name='placements_offeredprice_once')],
            },
        ),
        migrations.CreateModel(
            name='ReplyDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reply', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='placements.consultationreply')),
                ('file', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('added_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
        ),
        migrations.CreateModel(
            name='SchoolChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='choice', to='placements.case')),
                ('consultation', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='choice', to='placements.consultation')),
                ('reply', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='placements.consultationreply')),
                ('is_on_dps', models.BooleanField()),
                ('off_dps_reason', models.CharField(blank=True, choices=[('need', 'No DPS school can meet the need'), ('place', 'No DPS school has a place in time'), ('distance', 'DPS schools are too far from home'), ('stays', 'The child is at this school already'), ('cost', 'Lower cost than DPS schools that can take the child'), ('other', 'Another reason')], max_length=20)),
                ('directed', models.CharField(blank=True, choices=[('tribunal', 'Ordered by the tribunal'), ('preference', 'Parental preference upheld')], max_length=20)),
                ('reason', nmiss.base.core.fields.EncryptedTextField(null=True)),
                ('proposal', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.proposal')),
                ('chosen_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('chosen_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('off_dps_reason__in', ['need', 'place', 'distance', 'stays', 'cost', 'other', ''])), name='placements_schoolchoice_off_dps_reason_is_known'), models.CheckConstraint(condition=models.Q(('directed__in', ['tribunal', 'preference', ''])), name='placements_schoolchoice_directed_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('is_on_dps', True), ('off_dps_reason', ''), ('proposal', None)), models.Q(('is_on_dps', False), ('proposal', None), models.Q(('directed', ''), _negated=True)), models.Q(('directed', ''), ('is_on_dps', False), ('proposal__isnull', False), models.Q(('off_dps_reason', ''), _negated=True)), _connector='OR'), name='placements_schoolchoice_off_dps_by_two'), models.CheckConstraint(condition=models.Q(('directed', ''), ('reason__isnull', False), _connector='OR'), name='placements_schoolchoice_directed_says_why'), models.CheckConstraint(condition=models.Q(('reply__isnull', False), ('reason__isnull', False), _connector='OR'), name='placements_schoolchoice_by_a_reply_or_directed_or_by_duty')],
            },
        ),
        migrations.CreateModel(
            name='OfferedPriceEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.offeredprice')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('base_education', 'Base education'), ('residential', 'Residential'), ('therapy_slt', 'Speech and language therapy'), ('therapy_ot', 'Occupational therapy'), ('therapy_physio', 'Physiotherapy'), ('therapy_psychology', 'Psychology'), ('therapy_other', 'Other therapy'), ('one_to_one', 'One-to-one support'), ('two_to_one', 'Two-to-one support'), ('exams', 'Exams'), ('other', 'Other')], max_length=20)),
                ('unit', models.CharField(choices=[('year', 'Year'), ('term', 'Term'), ('week', 'Week'), ('hour', 'Hour')], max_length=10)),
                ('quantity', models.DecimalField(decimal_places=4, max_digits=9)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=10)),
                ('funder', models.CharField(choices=[('education', 'Education'), ('health', 'Health'), ('social_care', 'Social care')], max_length=20)),
                ('weeks', models.DecimalField(decimal_places=2, default=Decimal('38'), max_digits=4)),
                ('cost_a_year', models.DecimalField(decimal_places=8, max_digits=23)),
                ('reply', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.consultationreply')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReplyDocumentEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.replydocument')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('reply', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.consultationreply')),
                ('file', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile')),
                ('added_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('added_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='blockpurchase',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.added_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.added_at IS DISTINCT FROM OLD.added_at) THEN\n        NEW.added_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.voided_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.voided_at IS DISTINCT FROM OLD.voided_at) THEN\n        NEW.voided_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='4fa59578a10be75e0c579b587be59a0ef223795b', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_191cc', table='placements_blockpurchase', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='blockpurchase',
            trigger=pgtrigger.compiler.Trigger(name='bought_of_a_lot_that_allows_it', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NOT EXISTS (\n        SELECT FROM public.contracts_lot AS lot\n        JOIN public.contracts_membership AS member ON member.lot_id = lot.id\n        WHERE lot.id = NEW.lot_id AND lot.block_allowed AND member.school_id = NEW.school_id\n            AND NEW.starts_on BETWEEN member.admitted_on AND coalesce(member.left_on, 'infinity')\n    ) THEN\n        RAISE EXCEPTION 'Blocks are bought of schools in a lot that allows them.';\n    END IF;\n    RETURN NEW;\n", hash='d66f38eec5ca5b38cb49fe6e13dd5ccf7b324ff2', operation='INSERT', pgid='pgtrigger_bought_of_a_lot_that_allows_it_e86c6', table='placements_blockpurchase', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='blockpurchase',
            trigger=pgtrigger.compiler.Trigger(name='never_changes', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF OLD.voided_at IS NOT NULL OR ROW(NEW.school_id, NEW.lot_id, NEW.provision, NEW.places, NEW.price, NEW.starts_on, NEW.ends_on, NEW.spot_price, NEW.decision, NEW.added_by_id, NEW.added_at)\n        IS DISTINCT FROM ROW(OLD.school_id, OLD.lot_id, OLD.provision, OLD.places, OLD.price, OLD.starts_on, OLD.ends_on, OLD.spot_price, OLD.decision, OLD.added_by_id, OLD.added_at) THEN\n        RAISE EXCEPTION 'A block purchase never changes: void it, and record another.';\n    END IF;\n    RETURN NEW;\n", hash='5ff93b1a6ee6d6c9374b3d5650390d0f9f31ef19', operation='UPDATE', pgid='pgtrigger_never_changes_3da30', table='placements_blockpurchase', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='blockpurchase',
            trigger=pgtrigger.compiler.Trigger(name='never_goes', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='16a9778b4ff49294ec25ca495f3c21078119334f', operation='DELETE', pgid='pgtrigger_never_goes_2f375', table='placements_blockpurchase', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='blockpurchase',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_blockpurchaseevent" ("added_at", "added_by_id", "decision", "ends_on", "id", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "price", "provision", "school_id", "spot_price", "starts_on", "void_reason", "voided_at", "voided_by_id") SELECT new_values."added_at", new_values."added_by_id", new_values."decision", new_values."ends_on", new_values."id", new_values."lot_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."places", new_values."price", new_values."provision", new_values."school_id", new_values."spot_price", new_values."starts_on", new_values."void_reason", new_values."voided_at", new_values."voided_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='0a92d753c0b848c22fa1956fd7e1c16c98d7dc63', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_766c5', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_blockpurchase', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='blockpurchase',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_blockpurchaseevent" ("added_at", "added_by_id", "decision", "ends_on", "id", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "price", "provision", "school_id", "spot_price", "starts_on", "void_reason", "voided_at", "voided_by_id") SELECT new_values."added_at", new_values."added_by_id", new_values."decision", new_values."ends_on", new_values."id", new_values."lot_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."places", new_values."price", new_values."provision", new_values."school_id", new_values."spot_price", new_values."starts_on", new_values."void_reason", new_values."voided_at", new_values."voided_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c5edbeda53b98f2c2c363ea41a122809e6c55c53', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_ec91e', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_blockpurchase', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='blockpurchase',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_blockpurchaseevent" ("added_at", "added_by_id", "decision", "ends_on", "id", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "price", "provision", "school_id", "spot_price", "starts_on", "void_reason", "voided_at", "voided_by_id") SELECT old_values."added_at", old_values."added_by_id", old_values."decision", old_values."ends_on", old_values."id", old_values."lot_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."places", old_values."price", old_values."provision", old_values."school_id", old_values."spot_price", old_values."starts_on", old_values."void_reason", old_values."voided_at", old_values."voided_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='cca3ae9353959cec505ab503592817ceb6329d37', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_86bdd', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_blockpurchase', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='child',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_childevent" ("cohort", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sex") SELECT new_values."cohort", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reference", new_values."sex" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a398d351dbe4b72ecd7af1e5283d6e4e17dcfd91', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_679be', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_child', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='child',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_childevent" ("cohort", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sex") SELECT new_values."cohort", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reference", new_values."sex" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ce0fbf0cd7be75ad82228fb49fd632b8f97d06cb', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_5d1d3', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_child', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='child',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_childevent" ("cohort", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sex") SELECT old_values."cohort", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reference", old_values."sex" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='48afaf7ebfcb0d73fcc3f4045e6840e260c30597', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_c9106', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_child', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='matchweights',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f3bba4c9b1463d0c7df2e00a0d8148fd78e67575', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b4c64', table='placements_matchweights', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='blockpurchaseevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1ee8e84ac678d8959498c8fc78e06cca96b714d5', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d917f', table='placements_blockpurchaseevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='case',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.opened_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.opened_at IS DISTINCT FROM OLD.opened_at) THEN\n        NEW.opened_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='5855ad2f8b8c20ce9bce7a303efeeb3e4137ce90', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_24b6b', table='placements_case', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='case',
            trigger=pgtrigger.compiler.Trigger(name='has_a_first_need', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="\n                    IF NOT EXISTS (\n                        SELECT FROM public.placements_caseneed\n                        WHERE case_id = NEW.id AND rank = 1\n                    ) THEN\n                        RAISE EXCEPTION 'A case has a first need.';\n                    END IF;\n                    RETURN NULL;\n                ", hash='7686f67f1f6c0f41cddb7743affdf013402f3cbf', operation='INSERT OR UPDATE', pgid='pgtrigger_has_a_first_need_326a3', table='placements_case', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='case',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_caseevent" ("child_id", "close_reason", "closed_by_id", "closed_on", "id", "kind", "most_miles", "must_admit", "must_haves", "needed_since", "opened_at", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_final_on", "preference", "preferred_school_id", "seed", "stay", "urgency", "wanted_on") SELECT new_values."child_id", new_values."close_reason", new_values."closed_by_id", new_values."closed_on", new_values."id", new_values."kind", new_values."most_miles", new_values."must_admit", new_values."must_haves", new_values."needed_since", new_values."opened_at", new_values."opened_by_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_final_on", new_values."preference", new_values."preferred_school_id", new_values."seed", new_values."stay", new_values."urgency", new_values."wanted_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a497fd37df515bba6f0a964d93df5ffe2347a7b8', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_4b654', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_case', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='case',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_caseevent" ("child_id", "close_reason", "closed_by_id", "closed_on", "id", "kind", "most_miles", "must_admit", "must_haves", "needed_since", "opened_at", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_final_on", "preference", "preferred_school_id", "seed", "stay", "urgency", "wanted_on") SELECT new_values."child_id", new_values."close_reason", new_values."closed_by_id", new_values."closed_on", new_values."id", new_values."kind", new_values."most_miles", new_values."must_admit", new_values."must_haves", new_values."needed_since", new_values."opened_at", new_values."opened_by_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_final_on", new_values."preference", new_values."preferred_school_id", new_values."seed", new_values."stay", new_values."urgency", new_values."wanted_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='f42a8fd365ac810765a60b9f67c09f1b7892b30c', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_9a614', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_case', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='case',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_caseevent" ("child_id", "close_reason", "closed_by_id", "closed_on", "id", "kind", "most_miles", "must_admit", "must_haves", "needed_since", "opened_at", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_final_on", "preference", "preferred_school_id", "seed", "stay", "urgency", "wanted_on") SELECT old_values."child_id", old_values."close_reason", old_values."closed_by_id", old_values."closed_on", old_values."id", old_values."kind", old_values."most_miles", old_values."must_admit", old_values."must_haves", old_values."needed_since", old_values."opened_at", old_values."opened_by_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_final_on", old_values."preference", old_values."preferred_school_id", old_values."seed", old_values."stay", old_values."urgency", old_values."wanted_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='97a5af96f828e5493ddfa0705e1a8cd3fb9ab72e', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_51d17', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_case', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='childevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8bfa8e99bcdac51b7c382ee0a39271538301389c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5564f', table='placements_childevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='childidentity',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_childidentityevent" ("birth_date", "child_id", "home_postcode", "id", "initials", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."birth_date", new_values."child_id", new_values."home_postcode", new_values."id", new_values."initials", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='84b0d3b41151dcb6e69360d19aa43694f0e183ee', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_69c89', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_childidentity', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='childidentity',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_childidentityevent" ("birth_date", "child_id", "home_postcode", "id", "initials", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."birth_date", new_values."child_id", new_values."home_postcode", new_values."id", new_values."initials", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='bd66d6cf8dcc025abdb761a108927ed782e42d2c', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_ccbd5', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_childidentity', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='childidentity',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_childidentityevent" ("birth_date", "child_id", "home_postcode", "id", "initials", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."birth_date", old_values."child_id", old_values."home_postcode", old_values."id", old_values."initials", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='f6dd96e38cce36bb33ac6f878155090012c2c40f', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_bc7b7', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_childidentity', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='otherreference',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_otherreferenceevent" ("child_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference") SELECT new_values."child_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reference" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9497525d7b071e46056244a99a0a0ce4b8887615', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_ed130', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_otherreference', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='otherreference',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_otherreferenceevent" ("child_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference") SELECT new_values."child_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reference" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3fdc1e7e355801071992e262c18e970f6fbf00bb', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_214d5', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_otherreference', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='otherreference',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_otherreferenceevent" ("child_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference") SELECT old_values."child_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reference" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='f6560db85612bf12819c497eabf9a4eb957ead8a', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_3da95', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_otherreference', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placement',
            trigger=pgtrigger.compiler.Trigger(name='begun_by_an_agreement', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NOT NEW."imported")', constraint='CONSTRAINT', func="\n    IF NOT EXISTS (\n        SELECT FROM public.placements_placement WHERE id = NEW.id AND NOT imported\n    ) OR EXISTS (\n        SELECT FROM public.placements_placementagreement\n        WHERE placement_id = NEW.id AND status IN ('in_force', 'superseded')\n    ) THEN\n        RETURN NULL;\n    END IF;\n    RAISE EXCEPTION 'A place begins by an agreement that both sides have signed.';\n", hash='6f80e3797e3051b9ea32f5240cc2c55d55a7342f', operation='INSERT OR UPDATE OF "imported"', pgid='pgtrigger_begun_by_an_agreement_e4a86', table='placements_placement', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placement',
            trigger=pgtrigger.compiler.Trigger(name='not_beyond_its_ending', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF EXISTS (\n        SELECT FROM public.placements_placementending\n        WHERE placement_id = NEW.id AND voided_at IS NULL\n            AND last_on < coalesce(NEW.ended_on, 'infinity')\n    ) THEN\n        RAISE EXCEPTION 'A place does not last beyond its ending: void the ending first.'\n            USING ERRCODE = 'integrity_constraint_violation';\n    END IF;\n    RETURN NEW;\n", hash='7a472528014150d3dda7277aa6c65fb8a870fbb4', operation='UPDATE OF "ended_on"', pgid='pgtrigger_not_beyond_its_ending_1a24c', table='placements_placement', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placement',
            trigger=pgtrigger.compiler.Trigger(name='fits_its_block', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."block_id" IS NOT NULL)', constraint='CONSTRAINT', func="\n    DECLARE\n        place public.placements_placement;\n        block public.placements_blockpurchase;\n    BEGIN\n        SELECT * INTO place FROM public.placements_placement WHERE id = NEW.id;\n        IF place.block_id IS NULL THEN\n            RETURN NULL;\n        END IF;\n        SELECT * INTO block FROM public.placements_blockpurchase\n        WHERE id = place.block_id FOR NO KEY UPDATE;\n        IF block.voided_at IS NOT NULL OR place.lot_id <> block.lot_id\n            OR place.provision <> block.provision\n            OR NOT place.starts_on BETWEEN block.starts_on AND block.ends_on\n            OR block.school_id <> place.school_id AND NOT EXISTS (\n                SELECT FROM public.placements_earlierschool AS earlier\n                WHERE earlier.placement_id = place.id AND earlier.school_id = block.school_id\n            ) THEN\n            RAISE EXCEPTION 'A placement in a block is at its school, in its lot, on its days.'\n                USING ERRCODE = 'integrity_constraint_violation';\n        END IF;\n        IF EXISTS (\n            SELECT FROM public.placements_priceline AS line\n            WHERE line.placement_id = place.id AND line.voided_at IS NULL\n                AND line.starts_on <= block.ends_on\n        ) THEN\n            RAISE EXCEPTION 'A placement in a block has no price of its own.'\n                USING ERRCODE = 'integrity_constraint_violation';\n        END IF;\n        IF EXISTS (\n            SELECT FROM public.placements_placement AS began\n            JOIN public.placements_placement AS there ON there.block_id = began.block_id\n                AND began.starts_on BETWEEN there.starts_on\n                    AND coalesce(there.ended_on, 'infinity')\n            WHERE began.block_id = block.id\n            GROUP BY began.id HAVING count(*) > block.places\n        ) THEN\n            RAISE EXCEPTION 'More children than places are in a block.'\n                USING ERRCODE = 'integrity_constraint_violation';\n        END IF;\n        RETURN NULL;\n    END;\n", hash='df0d973f1961aa737755ec2c12cb0bc5507745a4', operation='INSERT OR UPDATE OF "block_id", "lot_id", "provision", "starts_on", "ended_on"', pgid='pgtrigger_fits_its_block_be5bb', table='placements_placement', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementevent" ("annual_fee", "block_id", "child_id", "end_reason", "ended_on", "id", "imported", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_need", "provision", "reference", "route", "school_id", "secondary_need", "starts_on") SELECT new_values."annual_fee", new_values."block_id", new_values."child_id", new_values."end_reason", new_values."ended_on", new_values."id", new_values."imported", new_values."lot_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."primary_need", new_values."provision", new_values."reference", new_values."route", new_values."school_id", new_values."secondary_need", new_values."starts_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3dcb4c376683ea60e1bcd0756ec719d671147a0d', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_1caba', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_placement', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementevent" ("annual_fee", "block_id", "child_id", "end_reason", "ended_on", "id", "imported", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_need", "provision", "reference", "route", "school_id", "secondary_need", "starts_on") SELECT new_values."annual_fee", new_values."block_id", new_values."child_id", new_values."end_reason", new_values."ended_on", new_values."id", new_values."imported", new_values."lot_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."primary_need", new_values."provision", new_values."reference", new_values."route", new_values."school_id", new_values."secondary_need", new_values."starts_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='29522d93db6f2f5bbbf3a1b7d7ee864ee03ce145', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_3ab36', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_placement', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementevent" ("annual_fee", "block_id", "child_id", "end_reason", "ended_on", "id", "imported", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_need", "provision", "reference", "route", "school_id", "secondary_need", "starts_on") SELECT old_values."annual_fee", old_values."block_id", old_values."child_id", old_values."end_reason", old_values."ended_on", old_values."id", old_values."imported", old_values."lot_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."primary_need", old_values."provision", old_values."reference", old_values."route", old_values."school_id", old_values."secondary_need", old_values."starts_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='8b46109d4b23685f2959c5e2c1d152063fe97e54', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_95ec9', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_placement', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='caseevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4c4fa43af851a0c5c340d6ec61797877588470ef', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b7673', table='placements_caseevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='caseneed',
            trigger=pgtrigger.compiler.Trigger(name='leaves_a_first_need', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="\n                    IF EXISTS (SELECT FROM public.placements_case WHERE id = OLD.case_id)\n                        AND NOT EXISTS (\n                            SELECT FROM public.placements_caseneed\n                            WHERE case_id = OLD.case_id AND rank = 1\n                        ) THEN\n                        RAISE EXCEPTION 'A case has a first need.';\n                    END IF;\n                    RETURN NULL;\n                ", hash='c3a47aa156345c6eaa06db476e150d3455d96c93', operation='UPDATE OR DELETE', pgid='pgtrigger_leaves_a_first_need_0f4ed', table='placements_caseneed', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='caseneed',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_caseneedevent" ("case_id", "id", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") SELECT new_values."case_id", new_values."id", new_values."need", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."rank" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ea7d5fc48eaf4161ab055403b389107574d2d500', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_6107c', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_caseneed', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='caseneed',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_caseneedevent" ("case_id", "id", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") SELECT new_values."case_id", new_values."id", new_values."need", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."rank" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='8fe907e74c5b14c569d01538e482d49627195f9a', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_bd81b', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_caseneed', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='caseneed',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_caseneedevent" ("case_id", "id", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") SELECT old_values."case_id", old_values."id", old_values."need", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."rank" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='581b331d4c3927bd5db9247ae171bb922c02a8c3', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_439e1', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_caseneed', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='childidentityevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b63062ae0332e10aacf1fb1f91498866676ae5d9', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e0075', table='placements_childidentityevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultationpack',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='472d6cf9d3ee535ba1c2d402152f9895dc3ba5b3', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ace59', table='placements_consultationpack', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultationpack',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.made_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.made_at IS DISTINCT FROM OLD.made_at) THEN\n        NEW.made_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='96e66916faaff2ec8848e7c95b6a03d050d91d08', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_38458', table='placements_consultationpack', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultationpack',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.made_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.made_by_id) IS DISTINCT FROM ROW(OLD.made_by_id))\n        AND NEW.made_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='f0801e24401ddfbc54c6d4d965d796bf73b2fcc7', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_6b86e', table='placements_consultationpack', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='earlierschool',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_earlierschoolevent" ("from_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "school_id", "until_on") SELECT new_values."from_on", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."placement_id", new_values."school_id", new_values."until_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4871f0c732657ae24c7a66f1cdeab478eaaae54c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_ae572', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_earlierschool', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='earlierschool',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_earlierschoolevent" ("from_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "school_id", "until_on") SELECT new_values."from_on", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."placement_id", new_values."school_id", new_values."until_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='66d9cc7174463db9bb19fc97a5d35f965e9964a6', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_fab72', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_earlierschool', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='earlierschool',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_earlierschoolevent" ("from_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "school_id", "until_on") SELECT old_values."from_on", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."placement_id", old_values."school_id", old_values."until_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='52e2614b8b271e7cdaa0b411a9f7205cd8d4bbad', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_ea67d', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_earlierschool', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='otherreferenceevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='388ccde3f05d5a7ff4e4ce89d084aec643ab686e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_39f52', table='placements_otherreferenceevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='807f76ac6201e19f1a8491f49288d861fa867f3f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_715c2', table='placements_placementevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='priceline',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.added_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.added_at IS DISTINCT FROM OLD.added_at) THEN\n        NEW.added_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.voided_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.voided_at IS DISTINCT FROM OLD.voided_at) THEN\n        NEW.voided_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='2a72d88301b6229962b8b705cdf58d2070163d3b', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_de83f', table='placements_priceline', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='priceline',
            trigger=pgtrigger.compiler.Trigger(name='never_changes', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF OLD.voided_at IS NOT NULL AND NEW IS DISTINCT FROM OLD THEN\n        RAISE EXCEPTION 'A voided price line stays as it is.';\n    END IF;\n    IF ROW(NEW.placement_id, NEW.kind, NEW.unit, NEW.quantity, NEW.amount, NEW.funder, NEW.weeks, NEW.cost_a_year, NEW.starts_on, NEW.imported, NEW.added_by_id, NEW.added_at) IS DISTINCT FROM\n        ROW(OLD.placement_id, OLD.kind, OLD.unit, OLD.quantity, OLD.amount, OLD.funder, OLD.weeks, OLD.cost_a_year, OLD.starts_on, OLD.imported, OLD.added_by_id, OLD.added_at) THEN\n        RAISE EXCEPTION 'A price line never changes: end it, and start another.';\n    END IF;\n    IF NEW.ends_on IS DISTINCT FROM OLD.ends_on\n        AND NOT coalesce(NEW.ends_on < coalesce(OLD.ends_on, 'infinity'::date), false)\n        AND NOT EXISTS (\n            SELECT FROM public.placements_pricelineevent AS was\n            WHERE was.pgh_obj_id = OLD.id AND was.ends_on IS NOT DISTINCT FROM NEW.ends_on\n        ) THEN\n        RAISE EXCEPTION 'A price line does not last longer than it was agreed: start another.';\n    END IF;\n    RETURN NEW;\n", hash='c31f61a76faa55a559b2e36a5706a9b63b92e60e', operation='UPDATE', pgid='pgtrigger_never_changes_0f6c8', table='placements_priceline', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='priceline',
            trigger=pgtrigger.compiler.Trigger(name='never_goes', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NOT OLD.imported OR OLD.voided_at IS NOT NULL THEN\n        RAISE EXCEPTION 'A price line stays on record: void it with a reason.';\n    END IF;\n    RETURN OLD;\n", hash='a7ee3c694b72fe2c1baeff2245985e157b42bb82', operation='DELETE', pgid='pgtrigger_never_goes_f2a1c', table='placements_priceline', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='priceline',
            trigger=pgtrigger.compiler.Trigger(name='none_in_a_block', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF EXISTS (\n        SELECT FROM new_lines AS line\n        JOIN public.placements_placement AS place ON place.id = line.placement_id\n        JOIN public.placements_blockpurchase AS block ON block.id = place.block_id\n        WHERE line.voided_at IS NULL AND line.starts_on <= block.ends_on\n    ) THEN\n        RAISE EXCEPTION 'A placement in a block has no price of its own.'\n            USING ERRCODE = 'integrity_constraint_violation';\n    END IF;\n    RETURN NULL;\n", hash='025f5bce1e79fc617fcad1efa3504c3009589a36', level='STATEMENT', operation='INSERT', pgid='pgtrigger_none_in_a_block_12ddf', referencing='REFERENCING NEW TABLE AS new_lines ', table='placements_priceline', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='priceline',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_pricelineevent" ("added_at", "added_by_id", "amount", "cost_a_year", "ends_on", "funder", "id", "imported", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "quantity", "starts_on", "unit", "void_reason", "voided_at", "voided_by_id", "weeks") SELECT new_values."added_at", new_values."added_by_id", new_values."amount", new_values."cost_a_year", new_values."ends_on", new_values."funder", new_values."id", new_values."imported", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."placement_id", new_values."quantity", new_values."starts_on", new_values."unit", new_values."void_reason", new_values."voided_at", new_values."voided_by_id", new_values."weeks" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c94bbe1b98735cd137dd6e9df207a125d7f27fc6', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_e6f43', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_priceline', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='priceline',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_pricelineevent" ("added_at", "added_by_id", "amount", "cost_a_year", "ends_on", "funder", "id", "imported", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "quantity", "starts_on", "unit", "void_reason", "voided_at", "voided_by_id", "weeks") SELECT new_values."added_at", new_values."added_by_id", new_values."amount", new_values."cost_a_year", new_values."ends_on", new_values."funder", new_values."id", new_values."imported", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."placement_id", new_values."quantity", new_values."starts_on", new_values."unit", new_values."void_reason", new_values."voided_at", new_values."voided_by_id", new_values."weeks" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='0743d88b611b800ccd051c23216662af21497c71', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_15d0c', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_priceline', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='priceline',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_pricelineevent" ("added_at", "added_by_id", "amount", "cost_a_year", "ends_on", "funder", "id", "imported", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "quantity", "starts_on", "unit", "void_reason", "voided_at", "voided_by_id", "weeks") SELECT old_values."added_at", old_values."added_by_id", old_values."amount", old_values."cost_a_year", old_values."ends_on", old_values."funder", old_values."id", old_values."imported", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."placement_id", old_values."quantity", old_values."starts_on", old_values."unit", old_values."void_reason", old_values."voided_at", old_values."voided_by_id", old_values."weeks" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='369c0dc8d9343da91e86064e5895673f7833525f', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_5b499', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_priceline', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='shortlist',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='eeb703f30330750d7e53b12c68400092db508379', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_bdef5', table='placements_shortlist', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='shortlist',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.made_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.made_at IS DISTINCT FROM OLD.made_at) THEN\n        NEW.made_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='f95801da34129d77d977e06cd0c3fc49de5d5e57', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_49a94', table='placements_shortlist', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='caseneedevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e4064cb447d7817e7517901577cd1248b0b9351d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_692eb', table='placements_caseneedevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultation',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.sent_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.sent_at IS DISTINCT FROM OLD.sent_at) THEN\n        NEW.sent_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.closed_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.closed_at IS DISTINCT FROM OLD.closed_at) THEN\n        NEW.closed_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='a5777caa2bc1bdbe85f167b75736ae1da17ccefc', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_3d651', table='placements_consultation', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultation',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.sent_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.sent_by_id) IS DISTINCT FROM ROW(OLD.sent_by_id))\n        AND NEW.sent_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\n\n    IF NEW.closed_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.closed_by_id, NEW.closed_at, NEW.close_reason) IS DISTINCT FROM ROW(OLD.closed_by_id, OLD.closed_at, OLD.close_reason))\n        AND NEW.closed_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='1ac91234b9bbe0eef4c71cbd57165c4ea7c0f735', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_c4da1', table='placements_consultation', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultation',
            trigger=pgtrigger.compiler.Trigger(name='stays_as_sent', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."pack_id" IS DISTINCT FROM (NEW."pack_id") OR OLD."shortlist_id" IS DISTINCT FROM (NEW."shortlist_id") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."sent_by_id" IS DISTINCT FROM (NEW."sent_by_id") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='2de9fb6926f57c78f88e97467ea29ce8edcb4f9f', operation='UPDATE', pgid='pgtrigger_stays_as_sent_253e5', table='placements_consultation', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultation',
            trigger=pgtrigger.compiler.Trigger(name='kept_for_good', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='aa99b87495904df9e38b14cee602ee9b06b8108f', operation='DELETE', pgid='pgtrigger_kept_for_good_9e301', table='placements_consultation', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultation',
            trigger=pgtrigger.compiler.Trigger(name='of_one_case', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NOT EXISTS (\n        SELECT FROM public.placements_case AS of_child\n        JOIN public.placements_consultationpack AS pack ON pack.case_id = of_child.id\n        WHERE of_child.id = NEW.case_id AND pack.id = NEW.pack_id AND of_child.closed_on IS NULL\n    ) THEN\n        RAISE EXCEPTION 'A consultation is of an open case, with a pack of it.';\n    END IF;\n    IF NOT EXISTS (\n        SELECT FROM public.placements_shortlist AS list\n        JOIN public.placements_case AS of_child ON of_child.id = list.case_id\n        LEFT JOIN public.placements_shortlistedschool AS chosen\n            ON chosen.shortlist_id = list.id AND chosen.school_id = NEW.school_id\n        WHERE list.id = NEW.shortlist_id AND list.case_id = NEW.case_id\n            AND (chosen.id IS NOT NULL OR of_child.preferred_school_id = NEW.school_id)\n    ) THEN\n        RAISE EXCEPTION 'A school is consulted from a shortlist of the case, or as preferred.';\n    END IF;\n    RETURN NEW;\n", hash='1b2046a9578ed5f824322568f9b2377703b9e76f', operation='INSERT', pgid='pgtrigger_of_one_case_a7e45', table='placements_consultation', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultation',
            trigger=pgtrigger.compiler.Trigger(name='closed_for_good', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."closed_at" IS NOT NULL)', func="RAISE EXCEPTION 'A consultation that is closed stays as it is.';", hash='5b0c6f0c4eb9e223b7e41bc5b442bab738c1c95d', operation='UPDATE', pgid='pgtrigger_closed_for_good_0285d', table='placements_consultation', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_consultationevent" ("case_id", "close_reason", "closed_at", "closed_by_id", "due_on", "holder_id", "id", "pack_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "sent_at", "sent_by_id", "shortlist_id") SELECT new_values."case_id", new_values."close_reason", new_values."closed_at", new_values."closed_by_id", new_values."due_on", new_values."holder_id", new_values."id", new_values."pack_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."school_id", new_values."sent_at", new_values."sent_by_id", new_values."shortlist_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='12cecb9a35a039280412690058bfd883b7e17a73', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_26a46', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_consultation', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_consultationevent" ("case_id", "close_reason", "closed_at", "closed_by_id", "due_on", "holder_id", "id", "pack_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "sent_at", "sent_by_id", "shortlist_id") SELECT new_values."case_id", new_values."close_reason", new_values."closed_at", new_values."closed_by_id", new_values."due_on", new_values."holder_id", new_values."id", new_values."pack_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."school_id", new_values."sent_at", new_values."sent_by_id", new_values."shortlist_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='cfa2e5cf3a6bd017a0505e7beb7dc36b7cb5944e', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_0ca9f', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_consultation', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_consultationevent" ("case_id", "close_reason", "closed_at", "closed_by_id", "due_on", "holder_id", "id", "pack_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "sent_at", "sent_by_id", "shortlist_id") SELECT old_values."case_id", old_values."close_reason", old_values."closed_at", old_values."closed_by_id", old_values."due_on", old_values."holder_id", old_values."id", old_values."pack_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."school_id", old_values."sent_at", old_values."sent_by_id", old_values."shortlist_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='f68491804123175119e0b92cbc9a0845d3ab3252', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_968fa', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_consultation', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='earlierschoolevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2c1d58e79e4ae4f9a5c6407d8c4e177f84afabe1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b0ed8', table='placements_earlierschoolevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='packdocument',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.added_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.added_at IS DISTINCT FROM OLD.added_at) THEN\n        NEW.added_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='229b4e7d6cb358a6836ef7a09184ec98c4ef993a', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_fe1e4', table='placements_packdocument', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='packdocument',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.redacted_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.redacted_by_id, NEW.pack_id, NEW.kind, NEW.file_id) IS DISTINCT FROM ROW(OLD.redacted_by_id, OLD.pack_id, OLD.kind, OLD.file_id))\n        AND NEW.redacted_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='57d9c77c50d145f2b45fd156fc0585e824b0e2b8', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_9c819', table='placements_packdocument', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='packdocument',
            trigger=pgtrigger.compiler.Trigger(name='never_changes', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='4b95f48456a9dca48e71c301b8c72de89428d9f6', operation='UPDATE', pgid='pgtrigger_never_changes_d084f', table='placements_packdocument', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='packdocument',
            trigger=pgtrigger.compiler.Trigger(name='added_before_it_is_sent', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF EXISTS (\n        SELECT FROM public.placements_consultation\n        WHERE pack_id = NEW.pack_id\n    ) THEN\n        RAISE EXCEPTION 'A pack that was sent stays as it is.';\n    END IF;\n    RETURN NEW;\n", hash='c324be8beffb69c1095fdf074f3ee995d952b371', operation='INSERT', pgid='pgtrigger_added_before_it_is_sent_77531', table='placements_packdocument', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='packdocument',
            trigger=pgtrigger.compiler.Trigger(name='removed_before_it_is_sent', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF EXISTS (\n        SELECT FROM public.placements_consultation\n        WHERE pack_id = OLD.pack_id\n    ) THEN\n        RAISE EXCEPTION 'A pack that was sent stays as it is.';\n    END IF;\n    RETURN OLD;\n", hash='e3d4523b4ec69e409a21da8dd707203908686985', operation='DELETE', pgid='pgtrigger_removed_before_it_is_sent_4616e', table='placements_packdocument', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='packdocument',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_packdocumentevent" ("added_at", "file_id", "id", "kind", "pack_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "redacted_by_id") SELECT new_values."added_at", new_values."file_id", new_values."id", new_values."kind", new_values."pack_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."redacted_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='babb26b1a447d96c8fd2a8c921361c11760b1971', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_1be9c', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_packdocument', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='packdocument',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_packdocumentevent" ("added_at", "file_id", "id", "kind", "pack_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "redacted_by_id") SELECT new_values."added_at", new_values."file_id", new_values."id", new_values."kind", new_values."pack_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."redacted_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='61114dd06a67d079e0742e523ad388406d6a5304', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_af75a', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_packdocument', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='packdocument',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_packdocumentevent" ("added_at", "file_id", "id", "kind", "pack_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "redacted_by_id") SELECT old_values."added_at", old_values."file_id", old_values."id", old_values."kind", old_values."pack_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."redacted_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='44dcc51a9ee7fe60d9628ab56a307281b8c8bf32', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_a96af', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_packdocument', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='pricelineevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='51c4d48e14374ae4a9bd6dc675c59c37e4f946cb', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_dc8bf', table='placements_pricelineevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='shortlistedschool',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='24a46f6b72d07361af1c42c34d7628ba3b13948f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9c697', table='placements_shortlistedschool', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='76ec110833642d75911f4bdf6e0b4e718d1e1e1b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4a34f', table='placements_consultationevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultationlink',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.sent_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.sent_at IS DISTINCT FROM OLD.sent_at) THEN\n        NEW.sent_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.opened_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.opened_at IS DISTINCT FROM OLD.opened_at) THEN\n        NEW.opened_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.ended_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.ended_at IS DISTINCT FROM OLD.ended_at) THEN\n        NEW.ended_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='da2eeb1be8df4527a3b2a6ad335fa86cb44ebcb6', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_18a48', table='placements_consultationlink', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultationlink',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.sent_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.sent_by_id, NEW.email, NEW.digest) IS DISTINCT FROM ROW(OLD.sent_by_id, OLD.email, OLD.digest))\n        AND NEW.sent_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='13c203fd7be2fd42636ecf4412f04490e8aed4f6', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_8b9dd', table='placements_consultationlink', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultationlink',
            trigger=pgtrigger.compiler.Trigger(name='sent_where_nobody_signs_in', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NOT EXISTS (SELECT FROM public.accounts_user\n                   WHERE id = NEW.sent_by_id AND role = 'placements') THEN\n        RAISE EXCEPTION 'A placement officer sends a link.';\n    END IF;\n    IF EXISTS (\n        SELECT FROM public.placements_consultation AS c\n        JOIN public.providers_school AS s ON s.id = c.school_id\n        JOIN public.providers_providermember AS m ON m.provider_id = s.provider_id\n        JOIN public.accounts_user AS u ON u.id = m.user_id\n        WHERE c.id = NEW.consultation_id AND m.role IN ('owner', 'editor') AND u.is_active\n    ) THEN\n        RAISE EXCEPTION 'A school whose people can sign in gets no link.';\n    END IF;\n    RETURN NEW;\n", hash='0f73c2a3ee450e07efba115c47703fcd003598ab', operation='INSERT', pgid='pgtrigger_sent_where_nobody_signs_in_db1a7', table='placements_consultationlink', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultationlink',
            trigger=pgtrigger.compiler.Trigger(name='opened_by_who_has_it', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF NEW.opened_at IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.opened_at IS NULL)\n                        AND NEW.id IS DISTINCT FROM public.nmiss_acting_link() THEN\n                        RAISE EXCEPTION 'Who has a link opens it.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='5df48d32feacaf0243c520d2f797d888ec0d2c51', operation='INSERT OR UPDATE', pgid='pgtrigger_opened_by_who_has_it_57950', table='placements_consultationlink', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultationlink',
            trigger=pgtrigger.compiler.Trigger(name='leads_where_it_led', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."consultation_id" IS DISTINCT FROM (NEW."consultation_id") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."digest" IS DISTINCT FROM (NEW."digest") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."sent_by_id" IS DISTINCT FROM (NEW."sent_by_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='f87b1b565d651bf42e160efb3737dcf7169ff486', operation='UPDATE', pgid='pgtrigger_leads_where_it_led_83369', table='placements_consultationlink', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultationlink',
            trigger=pgtrigger.compiler.Trigger(name='kept_for_good', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='f37b27644643d86895163396cb584cbee38510d0', operation='DELETE', pgid='pgtrigger_kept_for_good_84a2f', table='placements_consultationlink', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultationlink',
            trigger=pgtrigger.compiler.Trigger(name='opened_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF OLD.ended_at IS NOT NULL THEN\n                        RAISE EXCEPTION 'A link that has ended stays so.';\n                    END IF;\n                    IF OLD.opened_at IS NOT NULL AND (\n                        NEW.opened_at IS DISTINCT FROM OLD.opened_at\n                        OR NEW.key_digest <> OLD.key_digest\n                    ) THEN\n                        RAISE EXCEPTION 'A link is opened once.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='60ed185fe89663a7a4e3211eadb6a5cacad25f1f', operation='UPDATE', pgid='pgtrigger_opened_once_8bb87', table='placements_consultationlink', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultationlink',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_consultationlinkevent" ("consultation_id", "email", "ended_at", "id", "opened_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id") SELECT new_values."consultation_id", new_values."email", new_values."ended_at", new_values."id", new_values."opened_at", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."sent_at", new_values."sent_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5ce687d3e55b72aa9e4d8361876c4ab37f042b10', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_15922', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_consultationlink', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultationlink',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_consultationlinkevent" ("consultation_id", "email", "ended_at", "id", "opened_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id") SELECT new_values."consultation_id", new_values."email", new_values."ended_at", new_values."id", new_values."opened_at", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."sent_at", new_values."sent_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."consultation_id" IS DISTINCT FROM (new_values."consultation_id") OR old_values."email" IS DISTINCT FROM (new_values."email") OR old_values."ended_at" IS DISTINCT FROM (new_values."ended_at") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."opened_at" IS DISTINCT FROM (new_values."opened_at") OR old_values."sent_at" IS DISTINCT FROM (new_values."sent_at") OR old_values."sent_by_id" IS DISTINCT FROM (new_values."sent_by_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='19416addae16cf3eb93ba648c7d8e26a0f92136d', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_5adff', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_consultationlink', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultationlink',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_consultationlinkevent" ("consultation_id", "email", "ended_at", "id", "opened_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id") SELECT old_values."consultation_id", old_values."email", old_values."ended_at", old_values."id", old_values."opened_at", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."sent_at", old_values."sent_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='d868e072f507aad1b60816a04ba6b0e4eb93e138', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_6c1ee', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_consultationlink', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='packdocumentevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='71adf406df7f07c5ff9f840cfe851c36a2d0ba23', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ee474', table='placements_packdocumentevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultationlinkevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9d11a3d17676a591718129703a20854c38b916f4', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_bec84', table='placements_consultationlinkevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultationopening',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ea5e2917b16ff669883adcecd329a9e12f4553a7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_747f2', table='placements_consultationopening', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultationopening',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.opened_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.opened_at IS DISTINCT FROM OLD.opened_at) THEN\n        NEW.opened_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='6da17d46b6cfb4f6437ce59387cca091807a7a9e', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_45473', table='placements_consultationopening', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultationreply',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.sent_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.sent_at IS DISTINCT FROM OLD.sent_at) THEN\n        NEW.sent_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='21e461effbe8d1770c544a1346c8c9396718226c', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_4de08', table='placements_consultationreply', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultationreply',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.saved_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.saved_by_id, NEW.revision) IS DISTINCT FROM ROW(OLD.saved_by_id, OLD.revision))\n        AND NEW.saved_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\n\n    IF NEW.sent_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.sent_by_id, NEW.sent_at) IS DISTINCT FROM ROW(OLD.sent_by_id, OLD.sent_at))\n        AND NEW.sent_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='a37bf158864040eca018def686d91d244d3fe81a', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_1b87b', table='placements_consultationreply', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultationreply',
            trigger=pgtrigger.compiler.Trigger(name='written_by_the_school', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NOT EXISTS (\n        SELECT FROM public.placements_consultation AS c\n        JOIN public.providers_school AS s ON s.id = c.school_id\n        JOIN public.providers_providermember AS m ON m.provider_id = s.provider_id\n        WHERE c.id = NEW.consultation_id AND m.role IN ('owner', 'editor')\n            AND m.user_id = public.nmiss_acting_person()\n        UNION ALL\n        SELECT FROM public.placements_consultationlink\n        WHERE consultation_id = NEW.consultation_id AND id = public.nmiss_acting_link()\n            AND opened_at IS NOT NULL AND ended_at IS NULL\n    ) THEN\n        RAISE EXCEPTION 'A school writes its own reply.';\n    END IF;\n\n    IF NEW.link_id IS DISTINCT FROM public.nmiss_acting_link() THEN\n        RAISE EXCEPTION 'A reply names the link by which it was written.';\n    END IF;\n    RETURN NULL;\n", hash='176743f70f0c969887d5b3ffccd61ae41d8a6d5e', operation='INSERT OR UPDATE', pgid='pgtrigger_written_by_the_school_6504e', table='placements_consultationreply', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultationreply',
            trigger=pgtrigger.compiler.Trigger(name='kept_for_good', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='e072f98d507248d1725517d68442ddb2a734df5d', operation='DELETE', pgid='pgtrigger_kept_for_good_f4daf', table='placements_consultationreply', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultationreply',
            trigger=pgtrigger.compiler.Trigger(name='sent_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'INSERT' AND NEW.sent_at IS NOT NULL THEN\n        RAISE EXCEPTION 'A reply is a draft before it is sent.';\n    END IF;\n    IF TG_OP = 'UPDATE' AND OLD.sent_at IS NOT NULL THEN\n        RAISE EXCEPTION 'A reply that was sent stays as it is: send another.';\n    END IF;\n    IF EXISTS (\n        SELECT FROM public.placements_consultation\n        WHERE id = NEW.consultation_id AND closed_at IS NOT NULL\n    ) THEN\n        RAISE EXCEPTION 'A consultation that is closed takes no reply.';\n    END IF;\n    IF NEW.sent_at IS NOT NULL AND NEW.kind IN ('offer', 'offer_with_conditions') AND NOT EXISTS (\n        SELECT FROM public.placements_offeredprice WHERE reply_id = NEW.id\n    ) THEN\n        RAISE EXCEPTION 'An offer has a price.';\n    END IF;\n    IF NEW.link_id IS NOT NULL AND NOT EXISTS (\n        SELECT FROM public.placements_consultationlink\n        WHERE id = NEW.link_id AND consultation_id = NEW.consultation_id\n            AND opened_at IS NOT NULL AND ended_at IS NULL\n    ) THEN\n        RAISE EXCEPTION 'A link answers its own consultation.';\n    END IF;\n    RETURN NEW;\n", hash='2165e32a9de63b192a74adf669fc374621ebd9a9', operation='INSERT OR UPDATE', pgid='pgtrigger_sent_once_e0fb8', table='placements_consultationreply', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultationreply',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_consultationreplyevent" ("conditions", "consultation_id", "evidence", "id", "kind", "link_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "saved_at", "saved_by_id", "sent_at", "sent_by_id", "starts_on") SELECT new_values."conditions", new_values."consultation_id", new_values."evidence", new_values."id", new_values."kind", new_values."link_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."revision", new_values."saved_at", new_values."saved_by_id", new_values."sent_at", new_values."sent_by_id", new_values."starts_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='039a56e58feb7fe0306f06ddffdfe81a4a5eb1e1', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_04480', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_consultationreply', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultationreply',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_consultationreplyevent" ("conditions", "consultation_id", "evidence", "id", "kind", "link_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "saved_at", "saved_by_id", "sent_at", "sent_by_id", "starts_on") SELECT new_values."conditions", new_values."consultation_id", new_values."evidence", new_values."id", new_values."kind", new_values."link_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."revision", new_values."saved_at", new_values."saved_by_id", new_values."sent_at", new_values."sent_by_id", new_values."starts_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a2d906351d0ac0cdde0392493f3fb45873df7a6e', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_43263', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_consultationreply', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultationreply',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_consultationreplyevent" ("conditions", "consultation_id", "evidence", "id", "kind", "link_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "saved_at", "saved_by_id", "sent_at", "sent_by_id", "starts_on") SELECT old_values."conditions", old_values."consultation_id", old_values."evidence", old_values."id", old_values."kind", old_values."link_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."revision", old_values."saved_at", old_values."saved_by_id", old_values."sent_at", old_values."sent_by_id", old_values."starts_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='e1a84e264cf1a34004d986ac58f0960c174e438a', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_5a687', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_consultationreply', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='look',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='eab361437c950726511a8a1469ae9b6fb56c67e1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_28a48', table='placements_look', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='look',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.looked_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.looked_at IS DISTINCT FROM OLD.looked_at) THEN\n        NEW.looked_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='8506101bfece73ed99197164eb285ee33fe0d78d', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_1963e', table='placements_look', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='consultationreplyevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='212876d828a21cedfc13c70a0167d36ed430ef72', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7d36c', table='placements_consultationreplyevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='offeredprice',
            trigger=pgtrigger.compiler.Trigger(name='added_to_a_draft', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF EXISTS (\n        SELECT FROM public.placements_consultationreply\n        WHERE id = NEW.reply_id AND sent_at IS NOT NULL\n    ) THEN\n        RAISE EXCEPTION 'A reply that was sent stays as it is: send another.';\n    END IF;\n    \n    IF NOT EXISTS (\n        SELECT FROM public.placements_consultation AS c\n        JOIN public.providers_school AS s ON s.id = c.school_id\n        JOIN public.providers_providermember AS m ON m.provider_id = s.provider_id\n        WHERE c.id = (SELECT consultation_id FROM public.placements_consultationreply WHERE id = NEW.reply_id) AND m.role IN ('owner', 'editor')\n            AND m.user_id = public.nmiss_acting_person()\n        UNION ALL\n        SELECT FROM public.placements_consultationlink\n        WHERE consultation_id = (SELECT consultation_id FROM public.placements_consultationreply WHERE id = NEW.reply_id) AND id = public.nmiss_acting_link()\n            AND opened_at IS NOT NULL AND ended_at IS NULL\n    ) THEN\n        RAISE EXCEPTION 'A school writes its own reply.';\n    END IF;\n\n    RETURN NEW;\n", hash='ce6e8f31b22eb4001420fc8dbffaff20ade105d9', operation='INSERT OR UPDATE', pgid='pgtrigger_added_to_a_draft_90e87', table='placements_offeredprice', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='offeredprice',
            trigger=pgtrigger.compiler.Trigger(name='goes_from_a_draft', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF EXISTS (\n        SELECT FROM public.placements_consultationreply\n        WHERE id = OLD.reply_id AND sent_at IS NOT NULL\n    ) THEN\n        RAISE EXCEPTION 'A reply that was sent stays as it is: send another.';\n    END IF;\n    \n    IF NOT EXISTS (\n        SELECT FROM public.placements_consultation AS c\n        JOIN public.providers_school AS s ON s.id = c.school_id\n        JOIN public.providers_providermember AS m ON m.provider_id = s.provider_id\n        WHERE c.id = (SELECT consultation_id FROM public.placements_consultationreply WHERE id = OLD.reply_id) AND m.role IN ('owner', 'editor')\n            AND m.user_id = public.nmiss_acting_person()\n        UNION ALL\n        SELECT FROM public.placements_consultationlink\n        WHERE consultation_id = (SELECT consultation_id FROM public.placements_consultationreply WHERE id = OLD.reply_id) AND id = public.nmiss_acting_link()\n            AND opened_at IS NOT NULL AND ended_at IS NULL\n    ) THEN\n        RAISE EXCEPTION 'A school writes its own reply.';\n    END IF;\n\n    RETURN OLD;\n", hash='ab60391a685508ca2bf64e2d8a5d41d5c3826fd8', operation='DELETE', pgid='pgtrigger_goes_from_a_draft_69bc8', table='placements_offeredprice', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='offeredprice',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_offeredpriceevent" ("amount", "cost_a_year", "funder", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "reply_id", "unit", "weeks") SELECT new_values."amount", new_values."cost_a_year", new_values."funder", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."quantity", new_values."reply_id", new_values."unit", new_values."weeks" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4fdbc9bd9814f9b6ee9b9d615fab62e73b36a64f', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_f83bf', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_offeredprice', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='offeredprice',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_offeredpriceevent" ("amount", "cost_a_year", "funder", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "reply_id", "unit", "weeks") SELECT new_values."amount", new_values."cost_a_year", new_values."funder", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."quantity", new_values."reply_id", new_values."unit", new_values."weeks" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='db8755f5b3befc61c2023a51dbbd970394f1ef04', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_d5922', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_offeredprice', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='offeredprice',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_offeredpriceevent" ("amount", "cost_a_year", "funder", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "reply_id", "unit", "weeks") SELECT old_values."amount", old_values."cost_a_year", old_values."funder", old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."quantity", old_values."reply_id", old_values."unit", old_values."weeks" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='bc94b59da4c73fa4b7752678a8797f98567ce252', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_1d72f', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_offeredprice', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='replydocument',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.added_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.added_at IS DISTINCT FROM OLD.added_at) THEN\n        NEW.added_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='4c6ff840012825ddbf16572388ae7ef6f538d5d0', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_0decb', table='placements_replydocument', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='replydocument',
            trigger=pgtrigger.compiler.Trigger(name='added_to_a_draft', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF EXISTS (\n        SELECT FROM public.placements_consultationreply\n        WHERE id = NEW.reply_id AND sent_at IS NOT NULL\n    ) THEN\n        RAISE EXCEPTION 'A reply that was sent stays as it is: send another.';\n    END IF;\n    \n    IF NOT EXISTS (\n        SELECT FROM public.placements_consultation AS c\n        JOIN public.providers_school AS s ON s.id = c.school_id\n        JOIN public.providers_providermember AS m ON m.provider_id = s.provider_id\n        WHERE c.id = (SELECT consultation_id FROM public.placements_consultationreply WHERE id = NEW.reply_id) AND m.role IN ('owner', 'editor')\n            AND m.user_id = public.nmiss_acting_person()\n        UNION ALL\n        SELECT FROM public.placements_consultationlink\n        WHERE consultation_id = (SELECT consultation_id FROM public.placements_consultationreply WHERE id = NEW.reply_id) AND id = public.nmiss_acting_link()\n            AND opened_at IS NOT NULL AND ended_at IS NULL\n    ) THEN\n        RAISE EXCEPTION 'A school writes its own reply.';\n    END IF;\n\n    RETURN NEW;\n", hash='78dc7207f24f828876d5da180ff7302c9c2da515', operation='INSERT OR UPDATE', pgid='pgtrigger_added_to_a_draft_7b0fa', table='placements_replydocument', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='replydocument',
            trigger=pgtrigger.compiler.Trigger(name='goes_from_a_draft', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF EXISTS (\n        SELECT FROM public.placements_consultationreply\n        WHERE id = OLD.reply_id AND sent_at IS NOT NULL\n    ) THEN\n        RAISE EXCEPTION 'A reply that was sent stays as it is: send another.';\n    END IF;\n    \n    IF NOT EXISTS (\n        SELECT FROM public.placements_consultation AS c\n        JOIN public.providers_school AS s ON s.id = c.school_id\n        JOIN public.providers_providermember AS m ON m.provider_id = s.provider_id\n        WHERE c.id = (SELECT consultation_id FROM public.placements_consultationreply WHERE id = OLD.reply_id) AND m.role IN ('owner', 'editor')\n            AND m.user_id = public.nmiss_acting_person()\n        UNION ALL\n        SELECT FROM public.placements_consultationlink\n        WHERE consultation_id = (SELECT consultation_id FROM public.placements_consultationreply WHERE id = OLD.reply_id) AND id = public.nmiss_acting_link()\n            AND opened_at IS NOT NULL AND ended_at IS NULL\n    ) THEN\n        RAISE EXCEPTION 'A school writes its own reply.';\n    END IF;\n\n    RETURN OLD;\n", hash='0c26948f1b46f0cb8d4acc6fb1c2906ae95e59f1', operation='DELETE', pgid='pgtrigger_goes_from_a_draft_ecb52', table='placements_replydocument', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='replydocument',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_replydocumentevent" ("added_at", "added_by_id", "file_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reply_id") SELECT new_values."added_at", new_values."added_by_id", new_values."file_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reply_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='49befe289adc6daac93e061db0f9c6cd97bde1ca', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_fe793', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_replydocument', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='replydocument',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_replydocumentevent" ("added_at", "added_by_id", "file_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reply_id") SELECT new_values."added_at", new_values."added_by_id", new_values."file_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reply_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='11597c3153f53a3143862f87c5b5da2979346fca', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_373d2', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_replydocument', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='replydocument',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_replydocumentevent" ("added_at", "added_by_id", "file_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reply_id") SELECT old_values."added_at", old_values."added_by_id", old_values."file_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reply_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='7fda7de9676464ff9583a4692c2ba44ffa6e7a17', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_19169', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_replydocument', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='schoolchoice',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='89611da1b1b716571590a68442593feb1a5037a9', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_60d9b', table='placements_schoolchoice', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='schoolchoice',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.chosen_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.chosen_at IS DISTINCT FROM OLD.chosen_at) THEN\n        NEW.chosen_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='d4241e60d89562e8b851bec66ee6028b2c76453e', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_40b3a', table='placements_schoolchoice', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='schoolchoice',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.chosen_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.chosen_by_id, NEW.case_id, NEW.consultation_id) IS DISTINCT FROM ROW(OLD.chosen_by_id, OLD.case_id, OLD.consultation_id))\n        AND NEW.chosen_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='aad46a573e60ffc2904404b7a711150c099c8355', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_1645d', table='placements_schoolchoice', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='schoolchoice',
            trigger=pgtrigger.compiler.Trigger(name='as_it_came_about', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NOT EXISTS (\n        SELECT FROM public.placements_consultation\n        WHERE id = NEW.consultation_id AND case_id = NEW.case_id\n    ) THEN\n        RAISE EXCEPTION 'A school is chosen that was consulted for the case.';\n    END IF;\n    IF NEW.reply_id IS NOT NULL AND NOT EXISTS (\n        SELECT FROM public.placements_consultationreply\n        WHERE id = NEW.reply_id AND consultation_id = NEW.consultation_id\n            AND sent_at IS NOT NULL\n    ) THEN\n        RAISE EXCEPTION 'A choice goes by a reply that the school has sent.';\n    END IF;\n    IF NEW.proposal_id IS NOT NULL AND NOT EXISTS (\n        SELECT FROM public.accounts_proposal\n        WHERE id = NEW.proposal_id AND kind = 'off_dps_choice' AND decision = 'agreed'\n            AND given ->> 'consultation' = NEW.consultation_id::text\n            AND given ->> 'off_dps_reason' = NEW.off_dps_reason\n            AND given ->> 'reply' IS NOT DISTINCT FROM NEW.reply_id::text\n    ) THEN\n        RAISE EXCEPTION 'A manager agrees to a school that is not on the DPS.';\n    END IF;\n    RETURN NEW;\n", hash='3b28daa3d276b882a44b97ae14a18f8f845441d4', operation='INSERT', pgid='pgtrigger_as_it_came_about_1c403', table='placements_schoolchoice', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='offeredpriceevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='72d3f0a68301a9ff0925e36ec8b23c7bc6d15767', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d6954', table='placements_offeredpriceevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='replydocumentevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='bc00a46663dc0743b654cbc489abc8b1aad1a8f6', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_56ab7', table='placements_replydocumentevent', when='BEFORE')),
        ),
    ]
