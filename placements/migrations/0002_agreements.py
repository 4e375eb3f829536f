"""Agreements on places, their endings and annual reviews, with history and triggers."""

import django.db.models.deletion
import django.db.models.expressions
import nmiss.base.core.clock
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
        ('files', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('placements', '0001_initial'),
        ('providers', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='AnnualReview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='placements.child')),
                ('last_on', models.DateField()),
                ('due_on', models.DateField()),
                ('status', models.CharField(choices=[('to_arrange', 'Meeting to arrange'), ('arranged', 'Meeting arranged'), ('reported', 'School has reported'), ('amending', 'Plan being amended'), ('completed', 'Completed'), ('closed', 'Closed')], default='to_arrange', editable=False, max_length=20)),
                ('next_on', models.DateField(null=True)),
                ('invited_on', models.DateField(null=True)),
                ('meeting_on', models.DateField(null=True)),
                ('recommendation', models.CharField(blank=True, choices=[('maintain', 'Keep the plan as it is'), ('amend', 'Amend the plan'), ('cease', 'End the plan')], max_length=10)),
                ('words', nmiss.base.core.fields.EncryptedTextField(null=True)),
                ('report', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('reported_at', models.DateTimeField(editable=False, null=True)),
                ('reported_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('outcome', models.CharField(blank=True, choices=[('maintain', 'Keep the plan as it is'), ('amend', 'Amend the plan'), ('cease', 'End the plan')], max_length=10)),
                ('decided_on', models.DateField(null=True)),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('final_on', models.DateField(null=True)),
                ('close_reason', models.CharField(blank=True, choices=[('moved', 'The child moved to another authority'), ('ended', 'The plan has ended'), ('mistake', 'Opened by mistake')], max_length=10)),
                ('opened_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'indexes': [models.Index(fields=['next_on', 'id'], name='placements_annualreview_next')],
                'constraints': [models.CheckConstraint(condition=models.Q(('status__in', ['to_arrange', 'arranged', 'reported', 'amending', 'completed', 'closed'])), name='placements_annualreview_status_is_known'), models.CheckConstraint(condition=models.Q(('recommendation__in', ['maintain', 'amend', 'cease', ''])), name='placements_annualreview_recommendation_is_known'), models.CheckConstraint(condition=models.Q(('outcome__in', ['maintain', 'amend', 'cease', ''])), name='placements_annualreview_outcome_is_known'), models.CheckConstraint(condition=models.Q(('close_reason__in', ['moved', 'ended', 'mistake', ''])), name='placements_annualreview_close_reason_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('decided_by__isnull', False), ('decided_on__isnull', False)), models.Q(('decided_by__isnull', True), ('decided_on__isnull', True)), _connector='OR'), name='placements_annualreview_decided_on_and_decided_by'), models.CheckConstraint(condition=models.Q(models.Q(('reported_at__isnull', False), ('reported_by__isnull', False)), models.Q(('reported_at__isnull', True), ('reported_by__isnull', True)), _connector='OR'), name='placements_annualreview_reported_at_and_reported_by'), models.CheckConstraint(condition=models.Q(models.Q(('invited_on__isnull', False), ('meeting_on__isnull', False)), models.Q(('invited_on__isnull', True), ('meeting_on__isnull', True)), _connector='OR'), name='placements_annualreview_invited_on_and_meeting_on'), models.CheckConstraint(condition=models.Q(('due_on__gt', models.F('last_on'))), name='placements_annualreview_due_after_the_last'), models.CheckConstraint(condition=models.Q(('meeting_on', None), ('meeting_on__gte', models.F('last_on')), _connector='OR'), name='placements_annualreview_held_since_the_last'), models.CheckConstraint(condition=models.Q(models.Q(('recommendation', ''), ('report', None), ('reported_at', None), ('words__isnull', True)), models.Q(('reported_at__isnull', False), ('words__isnull', False), models.Q(('recommendation', ''), _negated=True)), _connector='OR'), name='placements_annualreview_reported_with_a_recommendation'), models.CheckConstraint(condition=models.Q(models.Q(('decided_on', None), ('outcome', '')), models.Q(('decided_on__gte', models.F('meeting_on')), ('decided_on__isnull', False), ('meeting_on__isnull', False), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='placements_annualreview_decided_with_an_outcome'), models.CheckConstraint(condition=models.Q(('final_on', None), models.Q(('final_on__gte', models.F('decided_on')), ('outcome', 'amend')), _connector='OR'), name='placements_annualreview_final_plan_of_an_amendment'), models.CheckConstraint(condition=models.Q(models.Q(('decided_on', None), ('meeting_on', None), ('reported_at', None), ('status', 'to_arrange')), models.Q(('decided_on', None), ('meeting_on__isnull', False), ('reported_at', None), ('status', 'arranged')), models.Q(('decided_on', None), ('meeting_on__isnull', False), ('reported_at__isnull', False), ('status', 'reported')), models.Q(('final_on', None), ('meeting_on__isnull', False), ('outcome', 'amend'), ('status', 'amending')), models.Q(('decided_on__isnull', False), ('meeting_on__isnull', False), ('status', 'completed'), models.Q(models.Q(('outcome', 'amend'), _negated=True), ('final_on__isnull', False), _connector='OR')), models.Q(('final_on', None), ('status', 'closed')), _connector='OR'), name='placements_annualreview_dates_agree_with_status'), models.CheckConstraint(condition=models.Q(models.Q(('next_on', None), ('status__in', ['completed', 'closed'])), models.Q(models.Q(('status__in', ['completed', 'closed']), _negated=True), ('next_on__isnull', False)), _connector='OR'), name='placements_annualreview_waits_until_it_ends'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'closed'), models.Q(('close_reason', ''), _negated=True)), models.Q(models.Q(('status', 'closed'), _negated=True), ('close_reason', '')), _connector='OR'), name='placements_annualreview_closed_with_a_reason'), models.UniqueConstraint(condition=models.Q(('status__in', ['completed', 'closed']), _negated=True), fields=('child',), name='placements_annualreview_one_open_of_a_child', violation_error_message='A review of this child’s plan is open already.')],
            },
        ),
        migrations.CreateModel(
            name='PlacementAgreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('choice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='placements.schoolchoice')),
                ('version', models.PositiveSmallIntegerField()),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='placements.child')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='placement_agreements', to='providers.school')),
                ('route', models.CharField(choices=[('call_off', 'Call-off from the DPS'), ('spot', 'Spot purchase'), ('directed', 'Directed by a tribunal'), ('block', 'Block contract')], max_length=20)),
                ('lot', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='contracts.lot')),
                ('provision', models.CharField(choices=[('day', 'Day'), ('residential_weekly', 'Residential, weekly'), ('residential_38', 'Residential, up to 38 weeks'), ('residential_51', 'Residential, 39 to 51 weeks'), ('residential_52', 'Residential, 52 weeks')], max_length=20)),
                ('weeks', models.DecimalField(decimal_places=2, default=Decimal('38'), max_digits=4)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('follows', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='placements.placement')),
                ('notice_weeks', models.PositiveSmallIntegerField()),
                ('first_notice_weeks', models.PositiveSmallIntegerField()),
                ('billing', models.CharField(choices=[('term_in_advance', 'Each term, in advance'), ('month', 'Each month'), ('week_of_attendance', 'For each week of attendance'), ('days_of_the_year', 'For the days of the financial year')], max_length=30)),
                ('over_number_reason', nmiss.base.core.fields.EncryptedTextField(null=True)),
                ('placement', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='placements.placement')),
                ('document', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('digest', models.CharField(max_length=64)),
                ('status', models.CharField(choices=[('offered', 'Offered'), ('signed_by_provider', 'Signed by provider'), ('in_force', 'In force'), ('superseded', 'Superseded'), ('withdrawn', 'Withdrawn'), ('declined', 'Declined')], default='offered', editable=False, max_length=20)),
                ('made_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('reason', nmiss.base.core.fields.EncryptedTextField(null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('status__in', ['offered', 'signed_by_provider', 'in_force', 'superseded', 'withdrawn', 'declined'])), name='placements_placementagreement_status_is_known'), models.CheckConstraint(condition=models.Q(('route__in', ['call_off', 'spot', 'directed', 'block'])), name='placements_placementagreement_route_is_known'), models.CheckConstraint(condition=models.Q(('provision__in', ['day', 'residential_weekly', 'residential_38', 'residential_51', 'residential_52'])), name='placements_placementagreement_provision_is_known'), models.CheckConstraint(condition=models.Q(('billing__in', ['term_in_advance', 'month', 'week_of_attendance', 'days_of_the_year'])), name='placements_placementagreement_billing_is_known'), models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='placements_placementagreement_starts_on_before_ends_on', violation_error_message='The last day is the first day or later.'), models.CheckConstraint(condition=models.Q(('digest__regex', '^[0-9a-f]{64}$')), name='placements_placementagreement_digest_is_one'), models.CheckConstraint(condition=models.Q(models.Q(('lot__isnull', False), ('route', 'call_off')), models.Q(models.Q(('route', 'call_off'), _negated=True), ('lot', None)), _connector='OR'), name='placements_placementagreement_lot_of_call_offs_only'), models.CheckConstraint(condition=models.Q(('weeks__gt', 0), ('weeks__lte', 53)), name='placements_placementagreement_weeks_of_a_year'), models.CheckConstraint(condition=models.Q(models.Q(('reason__isnull', False), ('status__in', ('withdrawn', 'declined'))), models.Q(models.Q(('status__in', ('withdrawn', 'declined')), _negated=True), ('reason__isnull', True)), _connector='OR'), name='placements_placementagreement_taken_back_with_its_reason'), models.UniqueConstraint(fields=('choice', 'version'), name='placements_placementagreement_version_once'), models.UniqueConstraint(condition=models.Q(('status__in', ('offered', 'signed_by_provider'))), fields=('choice',), name='placements_placementagreement_one_waits', violation_error_message='A version of this agreement waits for a signature.'), models.UniqueConstraint(condition=models.Q(('status', 'in_force')), fields=('child',), name='placements_placementagreement_one_in_force')],
            },
        ),
        migrations.CreateModel(
            name='PlacementEnding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='endings', to='placements.placement')),
                ('reason', models.CharField(choices=[('planned_transfer', 'Planned transfer'), ('moved_away', 'Moved away'), ('notice_by_school', 'Notice by the school'), ('notice_by_authority', 'Notice by the council'), ('parental_choice', 'Parents’ choice'), ('tribunal', 'Tribunal'), ('permanent_exclusion', 'Permanent exclusion'), ('school_closed', 'School closed'), ('deregistered', 'School taken off the register'), ('other', 'Other')], max_length=30)),
                ('given_on', models.DateField(null=True)),
                ('weeks', models.PositiveSmallIntegerField(null=True)),
                ('last_on', models.DateField()),
                ('words', nmiss.base.core.fields.EncryptedTextField()),
                ('sooner_reason', nmiss.base.core.fields.EncryptedTextField(null=True)),
                ('before_on', models.DateField(null=True)),
                ('before_reason', models.CharField(blank=True, choices=[('planned_transfer', 'Planned transfer'), ('moved_away', 'Moved away'), ('notice_by_school', 'Notice by the school'), ('notice_by_authority', 'Notice by the council'), ('parental_choice', 'Parents’ choice'), ('tribunal', 'Tribunal'), ('permanent_exclusion', 'Permanent exclusion'), ('school_closed', 'School closed'), ('deregistered', 'School taken off the register'), ('other', 'Other')], max_length=30)),
                ('recorded_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('voided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('voided_at', models.DateTimeField(editable=False, null=True)),
                ('void_reason', models.TextField(blank=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reason__in', ['planned_transfer', 'moved_away', 'notice_by_school', 'notice_by_authority', 'parental_choice', 'tribunal', 'permanent_exclusion', 'school_closed', 'deregistered', 'other'])), name='placements_placementending_reason_is_known'), models.CheckConstraint(condition=models.Q(('before_reason__in', ['planned_transfer', 'moved_away', 'notice_by_school', 'notice_by_authority', 'parental_choice', 'tribunal', 'permanent_exclusion', 'school_closed', 'deregistered', 'other', ''])), name='placements_placementending_before_reason_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('voided_at__isnull', False), ('voided_by__isnull', False)), models.Q(('voided_at__isnull', True), ('voided_by__isnull', True)), _connector='OR'), name='placements_placementending_voided_at_and_voided_by'), models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_at', None)), models.Q(('voided_at__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='placements_placementending_voided_with_a_reason'), models.CheckConstraint(condition=models.Q(models.Q(('given_on__isnull', False), ('reason__in', ('notice_by_school', 'notice_by_authority')), ('weeks__isnull', False)), models.Q(models.Q(('reason__in', ('notice_by_school', 'notice_by_authority')), _negated=True), ('given_on', None), ('weeks', None)), _connector='OR'), name='placements_placementending_notice_has_its_day_and_weeks'), models.CheckConstraint(condition=models.Q(('given_on', None), models.Q(('last_on__gte', models.F('given_on')), ('sooner_reason__isnull', False)), ('last_on__gte', django.db.models.expressions.CombinedExpression(models.F('given_on'), '+', django.db.models.expressions.CombinedExpression(models.F('weeks'), '*', models.Value(7)))), _connector='OR'), name='placements_placementending_not_sooner_without_a_reason'), models.CheckConstraint(condition=models.Q(('before_on', None), ('last_on__lte', models.F('before_on')), _connector='OR'), name='placements_placementending_never_later')],
            },
        ),
        migrations.CreateModel(
            name='AgreedPrice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('base_education', 'Base education'), ('residential', 'Residential'), ('therapy_slt', 'Speech and language therapy'), ('therapy_ot', 'Occupational therapy'), ('therapy_physio', 'Physiotherapy'), ('therapy_psychology', 'Psychology'), ('therapy_other', 'Other therapy'), ('one_to_one', 'One-to-one support'), ('two_to_one', 'Two-to-one support'), ('exams', 'Exams'), ('other', 'Other')], max_length=20)),
                ('unit', models.CharField(choices=[('year', 'Year'), ('term', 'Term'), ('week', 'Week'), ('hour', 'Hour')], max_length=10)),
                ('quantity', models.DecimalField(decimal_places=4, max_digits=9)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=10)),
                ('funder', models.CharField(choices=[('education', 'Education'), ('health', 'Health'), ('social_care', 'Social care')], max_length=20)),
                ('weeks', models.DecimalField(decimal_places=2, default=Decimal('38'), max_digits=4)),
                ('cost_a_year', models.DecimalField(decimal_places=8, max_digits=23)),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='prices', to='placements.placementagreement')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['base_education', 'residential', 'therapy_slt', 'therapy_ot', 'therapy_physio', 'therapy_psychology', 'therapy_other', 'one_to_one', 'two_to_one', 'exams', 'other'])), name='placements_agreedprice_kind_is_known'), models.CheckConstraint(condition=models.Q(('unit__in', ['year', 'term', 'week', 'hour'])), name='placements_agreedprice_unit_is_known'), models.CheckConstraint(condition=models.Q(('funder__in', ['education', 'health', 'social_care'])), name='placements_agreedprice_funder_is_known'), models.CheckConstraint(condition=models.Q(('amount__gte', 0), ('quantity__gte', 0)), name='placements_agreedprice_not_below_nought', violation_error_message='Enter an amount and a quantity that are not below 0.'), models.CheckConstraint(condition=models.Q(('weeks__gt', 0), ('weeks__lte', 53)), name='placements_agreedprice_weeks_of_a_year', violation_error_message='Enter weeks above 0, and 53 at most.'), models.CheckConstraint(condition=models.Q(('cost_a_year', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('amount'), '*', models.F('quantity')), '*', models.Case(models.When(then=models.Value(Decimal('1')), unit='year'), models.When(then=models.Value(Decimal('3')), unit='term'), default=models.F('weeks'))))), name='placements_agreedprice_costs_what_its_parts_say'), models.UniqueConstraint(fields=('agreement', 'kind', 'funder'), name='placements_agreedprice_once')],
            },
        ),
        migrations.CreateModel(
            name='AnnualReviewEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.annualreview')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.child')),
                ('last_on', models.DateField()),
                ('due_on', models.DateField()),
                ('status', models.CharField(choices=[('to_arrange', 'Meeting to arrange'), ('arranged', 'Meeting arranged'), ('reported', 'School has reported'), ('amending', 'Plan being amended'), ('completed', 'Completed'), ('closed', 'Closed')], default='to_arrange', editable=False, max_length=20)),
                ('next_on', models.DateField(null=True)),
                ('invited_on', models.DateField(null=True)),
                ('meeting_on', models.DateField(null=True)),
                ('recommendation', models.CharField(blank=True, choices=[('maintain', 'Keep the plan as it is'), ('amend', 'Amend the plan'), ('cease', 'End the plan')], max_length=10)),
                ('words', nmiss.base.core.fields.EncryptedTextField(null=True)),
                ('report', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile')),
                ('reported_at', models.DateTimeField(editable=False, null=True)),
                ('reported_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('outcome', models.CharField(blank=True, choices=[('maintain', 'Keep the plan as it is'), ('amend', 'Amend the plan'), ('cease', 'End the plan')], max_length=10)),
                ('decided_on', models.DateField(null=True)),
                ('decided_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('final_on', models.DateField(null=True)),
                ('close_reason', models.CharField(blank=True, choices=[('moved', 'The child moved to another authority'), ('ended', 'The plan has ended'), ('mistake', 'Opened by mistake')], max_length=10)),
                ('opened_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PlacementAgreementEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.placementagreement')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('choice', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.schoolchoice')),
                ('version', models.PositiveSmallIntegerField()),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.child')),
                ('school', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.school')),
                ('route', models.CharField(choices=[('call_off', 'Call-off from the DPS'), ('spot', 'Spot purchase'), ('directed', 'Directed by a tribunal'), ('block', 'Block contract')], max_length=20)),
                ('lot', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.lot')),
                ('provision', models.CharField(choices=[('day', 'Day'), ('residential_weekly', 'Residential, weekly'), ('residential_38', 'Residential, up to 38 weeks'), ('residential_51', 'Residential, 39 to 51 weeks'), ('residential_52', 'Residential, 52 weeks')], max_length=20)),
                ('weeks', models.DecimalField(decimal_places=2, default=Decimal('38'), max_digits=4)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('follows', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.placement')),
                ('notice_weeks', models.PositiveSmallIntegerField()),
                ('first_notice_weeks', models.PositiveSmallIntegerField()),
                ('billing', models.CharField(choices=[('term_in_advance', 'Each term, in advance'), ('month', 'Each month'), ('week_of_attendance', 'For each week of attendance'), ('days_of_the_year', 'For the days of the financial year')], max_length=30)),
                ('over_number_reason', nmiss.base.core.fields.EncryptedTextField(null=True)),
                ('placement', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.placement')),
                ('document', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile')),
                ('digest', models.CharField(max_length=64)),
                ('status', models.CharField(choices=[('offered', 'Offered'), ('signed_by_provider', 'Signed by provider'), ('in_force', 'In force'), ('superseded', 'Superseded'), ('withdrawn', 'Withdrawn'), ('declined', 'Declined')], default='offered', editable=False, max_length=20)),
                ('made_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('made_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('reason', nmiss.base.core.fields.EncryptedTextField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PlacementEndingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.placementending')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('placement', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.placement')),
                ('reason', models.CharField(choices=[('planned_transfer', 'Planned transfer'), ('moved_away', 'Moved away'), ('notice_by_school', 'Notice by the school'), ('notice_by_authority', 'Notice by the council'), ('parental_choice', 'Parents’ choice'), ('tribunal', 'Tribunal'), ('permanent_exclusion', 'Permanent exclusion'), ('school_closed', 'School closed'), ('deregistered', 'School taken off the register'), ('other', 'Other')], max_length=30)),
                ('given_on', models.DateField(null=True)),
                ('weeks', models.PositiveSmallIntegerField(null=True)),
                ('last_on', models.DateField()),
                ('words', nmiss.base.core.fields.EncryptedTextField()),
                ('sooner_reason', nmiss.base.core.fields.EncryptedTextField(null=True)),
                ('before_on', models.DateField(null=True)),
                ('before_reason', models.CharField(blank=True, choices=[('planned_transfer', 'Planned transfer'), ('moved_away', 'Moved away'), ('notice_by_school', 'Notice by the school'), ('notice_by_authority', 'Notice by the council'), ('parental_choice', 'Parents’ choice'), ('tribunal', 'Tribunal'), ('permanent_exclusion', 'Permanent exclusion'), ('school_closed', 'School closed'), ('deregistered', 'School taken off the register'), ('other', 'Other')], max_length=30)),
                ('recorded_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('recorded_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('voided_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('voided_at', models.DateTimeField(editable=False, null=True)),
                ('void_reason', models.TextField(blank=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PlacementSignature',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='placements.placementagreement')),
                ('side', models.CharField(choices=[('provider', 'For the provider'), ('council', 'For the council')], max_length=10)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('name', models.CharField(max_length=200)),
                ('capacity', models.CharField(max_length=200)),
                ('digest', models.CharField(max_length=64)),
                ('signed_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('side__in', ['provider', 'council'])), name='placements_placementsignature_side_is_known'), models.UniqueConstraint(fields=('agreement', 'side'), name='placements_placementsignature_once')],
            },
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='annualreview',
            trigger=pgtrigger.compiler.Trigger(name='by_its_moves', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'INSERT' AND NEW.status NOT IN ('to_arrange') AND NOT public.nmiss_is_owner()\n        AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE = 'Nothing begins as ' || NEW.status || '.';\n    END IF;\n    IF TG_OP = 'UPDATE' AND NEW.status <> OLD.status\n        AND (OLD.status || '>' || NEW.status) NOT IN ('amending>closed', 'amending>completed', 'arranged>amending', 'arranged>arranged', 'arranged>closed', 'arranged>completed', 'arranged>reported', 'reported>amending', 'reported>closed', 'reported>completed', 'to_arrange>arranged', 'to_arrange>closed') AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE =\n            'No move leads from ' || OLD.status || ' to ' || NEW.status || '.';\n    END IF;\n    RETURN NULL;\n", hash='597ce447c37263f4df8e32b53d08a05c4ad71d43', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_by_its_moves_030d6', table='placements_annualreview', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='annualreview',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.reported_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.reported_by_id, NEW.reported_at, NEW.recommendation) IS DISTINCT FROM ROW(OLD.reported_by_id, OLD.reported_at, OLD.recommendation))\n        AND NEW.reported_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\n\n    IF NEW.decided_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.decided_by_id, NEW.decided_on, NEW.outcome) IS DISTINCT FROM ROW(OLD.decided_by_id, OLD.decided_on, OLD.outcome))\n        AND NEW.decided_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='142b4a3f84ac316a55f0fc8b69b148177dc2015f', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_277a2', table='placements_annualreview', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='annualreview',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.reported_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.reported_at IS DISTINCT FROM OLD.reported_at) THEN\n        NEW.reported_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.opened_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.opened_at IS DISTINCT FROM OLD.opened_at) THEN\n        NEW.opened_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='d09b211a5541c07f38311b482caf63b6ae781099', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_4ea89', table='placements_annualreview', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='annualreview',
            trigger=pgtrigger.compiler.Trigger(name='stays_as_opened', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."child_id" IS DISTINCT FROM (NEW."child_id") OR OLD."last_on" IS DISTINCT FROM (NEW."last_on") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='1828773ac8d857ea3fd171ef62328a9065315f20', operation='UPDATE', pgid='pgtrigger_stays_as_opened_81c60', table='placements_annualreview', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='annualreview',
            trigger=pgtrigger.compiler.Trigger(name='kept_for_good', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='bdb7b1efa84c99e9a1f9aef63a2c3a0177e7e74b', operation='DELETE', pgid='pgtrigger_kept_for_good_d1b4c', table='placements_annualreview', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='annualreview',
            trigger=pgtrigger.compiler.Trigger(name='reported_and_decided_stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF OLD.status IN ('completed', 'closed') THEN\n        RAISE EXCEPTION 'A review that has ended stays as it is.';\n    END IF;\n    IF OLD.reported_at IS NOT NULL\n        AND ROW(NEW.reported_at, NEW.reported_by_id, NEW.recommendation, NEW.report_id,\n            NEW.words IS NULL, NEW.meeting_on)\n        IS DISTINCT FROM ROW(OLD.reported_at, OLD.reported_by_id, OLD.recommendation,\n            CASE WHEN OLD.decided_on IS NULL AND EXISTS (\n                SELECT FROM public.files_storedfile\n                WHERE id = OLD.report_id AND state IN ('refused', 'infected')\n            ) THEN coalesce(NEW.report_id, OLD.report_id) ELSE OLD.report_id END,\n            OLD.words IS NULL, OLD.meeting_on) THEN\n        RAISE EXCEPTION 'A report on a review stays as it was sent.';\n    END IF;\n    IF OLD.decided_on IS NOT NULL\n        AND ROW(NEW.decided_on, NEW.outcome, NEW.decided_by_id, NEW.meeting_on)\n        IS DISTINCT FROM ROW(OLD.decided_on, OLD.outcome, OLD.decided_by_id, OLD.meeting_on) THEN\n        RAISE EXCEPTION 'A decision on a plan stays as it was taken.';\n    END IF;\n    RETURN NEW;\n", hash='e6b168f6cc141c9bbfd6b49877524d55b1af2c48', operation='UPDATE', pgid='pgtrigger_reported_and_decided_stays_d7261', table='placements_annualreview', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='annualreview',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_annualreviewevent" ("child_id", "close_reason", "decided_by_id", "decided_on", "due_on", "final_on", "id", "invited_on", "last_on", "meeting_on", "next_on", "opened_at", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "report_id", "reported_at", "reported_by_id", "status", "words") SELECT new_values."child_id", new_values."close_reason", new_values."decided_by_id", new_values."decided_on", new_values."due_on", new_values."final_on", new_values."id", new_values."invited_on", new_values."last_on", new_values."meeting_on", new_values."next_on", new_values."opened_at", new_values."outcome", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."recommendation", new_values."report_id", new_values."reported_at", new_values."reported_by_id", new_values."status", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c775878ea10dda46e866bc8f500fc77e287401a6', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_d89c8', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_annualreview', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='annualreview',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_annualreviewevent" ("child_id", "close_reason", "decided_by_id", "decided_on", "due_on", "final_on", "id", "invited_on", "last_on", "meeting_on", "next_on", "opened_at", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "report_id", "reported_at", "reported_by_id", "status", "words") SELECT new_values."child_id", new_values."close_reason", new_values."decided_by_id", new_values."decided_on", new_values."due_on", new_values."final_on", new_values."id", new_values."invited_on", new_values."last_on", new_values."meeting_on", new_values."next_on", new_values."opened_at", new_values."outcome", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."recommendation", new_values."report_id", new_values."reported_at", new_values."reported_by_id", new_values."status", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='6c822a1febf81e931372a59406b4c70d7c64e810', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_5eb65', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_annualreview', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='annualreview',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_annualreviewevent" ("child_id", "close_reason", "decided_by_id", "decided_on", "due_on", "final_on", "id", "invited_on", "last_on", "meeting_on", "next_on", "opened_at", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "report_id", "reported_at", "reported_by_id", "status", "words") SELECT old_values."child_id", old_values."close_reason", old_values."decided_by_id", old_values."decided_on", old_values."due_on", old_values."final_on", old_values."id", old_values."invited_on", old_values."last_on", old_values."meeting_on", old_values."next_on", old_values."opened_at", old_values."outcome", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."recommendation", old_values."report_id", old_values."reported_at", old_values."reported_by_id", old_values."status", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='32de14221033b6b77b35a3eeaec025864dfdcd39', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_73113', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_annualreview', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementagreement',
            trigger=pgtrigger.compiler.Trigger(name='by_its_moves', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'INSERT' AND NEW.status NOT IN ('offered') AND NOT public.nmiss_is_owner()\n        AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE = 'Nothing begins as ' || NEW.status || '.';\n    END IF;\n    IF TG_OP = 'UPDATE' AND NEW.status <> OLD.status\n        AND (OLD.status || '>' || NEW.status) NOT IN ('in_force>superseded', 'offered>declined', 'offered>signed_by_provider', 'offered>withdrawn', 'signed_by_provider>in_force', 'signed_by_provider>withdrawn') AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE =\n            'No move leads from ' || OLD.status || ' to ' || NEW.status || '.';\n    END IF;\n    RETURN NULL;\n", hash='f74ed3cf1d891198e67615964ef1a80f469b72cd', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_by_its_moves_d6c69', table='placements_placementagreement', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementagreement',
            trigger=pgtrigger.compiler.Trigger(name='kept_for_good', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='b2209fe452082a4bd987e0a5ad2ac97efdbb12f4', operation='DELETE', pgid='pgtrigger_kept_for_good_61ac9', table='placements_placementagreement', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementagreement',
            trigger=pgtrigger.compiler.Trigger(name='what_is_offered_stands', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."choice_id" IS DISTINCT FROM (NEW."choice_id") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."child_id" IS DISTINCT FROM (NEW."child_id") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."route" IS DISTINCT FROM (NEW."route") OR OLD."lot_id" IS DISTINCT FROM (NEW."lot_id") OR OLD."provision" IS DISTINCT FROM (NEW."provision") OR OLD."weeks" IS DISTINCT FROM (NEW."weeks") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."follows_id" IS DISTINCT FROM (NEW."follows_id") OR OLD."notice_weeks" IS DISTINCT FROM (NEW."notice_weeks") OR OLD."first_notice_weeks" IS DISTINCT FROM (NEW."first_notice_weeks") OR OLD."billing" IS DISTINCT FROM (NEW."billing") OR OLD."document_id" IS DISTINCT FROM (NEW."document_id") OR OLD."digest" IS DISTINCT FROM (NEW."digest") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."made_by_id" IS DISTINCT FROM (NEW."made_by_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='f1786d2182bf66d5d862a37628e369c24db93686', operation='UPDATE', pgid='pgtrigger_what_is_offered_stands_258e1', table='placements_placementagreement', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementagreement',
            trigger=pgtrigger.compiler.Trigger(name='its_reason_and_place_stand', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    -- Encrypted anew each time it is saved: that there is one can be compared, and no more.\n    IF (NEW.over_number_reason IS NULL) <> (OLD.over_number_reason IS NULL) THEN\n        RAISE EXCEPTION 'The reason for one more child stands as it was offered.';\n    END IF;\n    IF NEW.placement_id IS DISTINCT FROM OLD.placement_id\n        AND OLD.status <> 'signed_by_provider' THEN\n        RAISE EXCEPTION 'The place of an agreement is noted as the council signs.';\n    END IF;\n    RETURN NEW;\n", hash='0110a1d24b12b38f000efe728c244251c8105f67', operation='UPDATE', pgid='pgtrigger_its_reason_and_place_stand_5735f', table='placements_placementagreement', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementagreement',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.made_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.made_at IS DISTINCT FROM OLD.made_at) THEN\n        NEW.made_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='c332ceabf12ec53954ed1ceb4be7e83d876cbbe7', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_6d0b3', table='placements_placementagreement', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementagreement',
            trigger=pgtrigger.compiler.Trigger(name='of_a_choice', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NOT EXISTS (\n        SELECT FROM public.placements_schoolchoice AS choice\n        JOIN public.placements_case AS of_child ON of_child.id = choice.case_id\n        JOIN public.placements_consultation AS asked ON asked.id = choice.consultation_id\n        JOIN public.providers_school AS chosen ON chosen.id = asked.school_id\n        JOIN public.providers_school AS site ON site.id = NEW.school_id\n        WHERE choice.id = NEW.choice_id AND of_child.child_id = NEW.child_id\n            AND (site.id = chosen.id\n                OR NEW.version > 1 AND site.provider_id = chosen.provider_id)\n    ) THEN\n        RAISE EXCEPTION 'An agreement is of the chosen school, or of a site of its provider.';\n    END IF;\n    RETURN NEW;\n", hash='2b91352daf7118f0ade79d71183f0413c2ffe290', operation='INSERT', pgid='pgtrigger_of_a_choice_8b3e3', table='placements_placementagreement', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementagreement',
            trigger=pgtrigger.compiler.Trigger(name='begins_as_offered', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NOT (NEW."status" = \'offered\') OR NEW."placement_id" IS NOT NULL)', func="RAISE EXCEPTION 'An agreement is offered before anybody signs it.';", hash='022fb84f857a0eeeb926fedd3b23bb99c41fbd53', operation='INSERT', pgid='pgtrigger_begins_as_offered_dab6e', table='placements_placementagreement', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementagreement',
            trigger=pgtrigger.compiler.Trigger(name='comes_into_force', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    DECLARE\n        place public.placements_placement;\n        is_directed boolean;\n    BEGIN\n        IF NEW.status <> 'in_force' OR OLD.status = 'in_force' THEN\n            RETURN NEW;\n        END IF;\n        IF (SELECT count(*) FROM public.placements_placementsignature\n            WHERE agreement_id = NEW.id AND digest = NEW.digest) < 2 THEN\n            RAISE EXCEPTION 'Both sides sign a placement agreement.';\n        END IF;\n        SELECT * INTO place FROM public.placements_placement WHERE id = NEW.placement_id;\n        IF place.id IS NULL OR ROW(place.child_id, place.school_id, place.route, place.provision,\n                place.ended_on)\n            IS DISTINCT FROM ROW(NEW.child_id, NEW.school_id, NEW.route, NEW.provision,\n                NEW.ends_on)\n            OR place.lot_id IS DISTINCT FROM NEW.lot_id OR place.starts_on > NEW.starts_on THEN\n            RAISE EXCEPTION 'A placement agreement in force has the place that it describes.';\n        END IF;\n        IF place.starts_on < NEW.starts_on THEN\n            RETURN NEW;\n        END IF;\n        IF NEW.route = 'call_off' AND NOT EXISTS (\n            SELECT FROM public.contracts_membership AS member\n            JOIN public.contracts_lot AS lot ON lot.id = member.lot_id\n            JOIN public.contracts_vehicle AS vehicle ON vehicle.id = lot.vehicle_id\n            WHERE member.school_id = NEW.school_id AND member.lot_id = NEW.lot_id\n                AND NEW.starts_on BETWEEN member.admitted_on\n                    AND LEAST(coalesce(member.left_on, 'infinity'),\n                        coalesce(vehicle.ends_on, 'infinity'))\n                AND NOT EXISTS (\n                    SELECT FROM public.contracts_suspension AS stop\n                    WHERE stop.membership_id = member.id AND NEW.starts_on\n                        BETWEEN stop.starts_on AND coalesce(stop.ends_on, 'infinity')\n                )\n        ) THEN\n            RAISE EXCEPTION 'A place is called off from a member of the DPS on its first day.';\n        END IF;\n        SELECT directed <> '' INTO is_directed\n        FROM public.placements_schoolchoice WHERE id = NEW.choice_id;\n        IF NOT is_directed AND NEW.over_number_reason IS NULL AND (\n            SELECT count(*) FROM public.placements_placement\n            WHERE school_id = NEW.school_id AND starts_on <= NEW.starts_on\n                AND coalesce(ended_on, 'infinity') >= NEW.starts_on\n        ) > (SELECT capacity FROM public.providers_school WHERE id = NEW.school_id) THEN\n            RAISE EXCEPTION 'A place beyond the registered number has a reason.';\n        END IF;\n        RETURN NEW;\n    END;\n", hash='7a06ac6f0b0330a6bde3375070d97a6759aca8db', operation='UPDATE', pgid='pgtrigger_comes_into_force_17f03', table='placements_placementagreement', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementagreement',
            trigger=pgtrigger.compiler.Trigger(name='ended_for_good', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."status" IN (\'superseded\', \'withdrawn\', \'declined\'))', func="RAISE EXCEPTION 'An agreement that has ended stays as it is.';", hash='b5d050a2e48a3fb6e218eb95c76582b68d8c6342', operation='UPDATE', pgid='pgtrigger_ended_for_good_69d27', table='placements_placementagreement', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementagreement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementagreementevent" ("billing", "child_id", "choice_id", "digest", "document_id", "ends_on", "first_notice_weeks", "follows_id", "id", "lot_id", "made_at", "made_by_id", "notice_weeks", "over_number_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "provision", "reason", "route", "school_id", "starts_on", "status", "version", "weeks") SELECT new_values."billing", new_values."child_id", new_values."choice_id", new_values."digest", new_values."document_id", new_values."ends_on", new_values."first_notice_weeks", new_values."follows_id", new_values."id", new_values."lot_id", new_values."made_at", new_values."made_by_id", new_values."notice_weeks", new_values."over_number_reason", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."placement_id", new_values."provision", new_values."reason", new_values."route", new_values."school_id", new_values."starts_on", new_values."status", new_values."version", new_values."weeks" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='24264f560df1241b2140f7d453b17889909f7ada', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_bc0c8', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_placementagreement', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementagreement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementagreementevent" ("billing", "child_id", "choice_id", "digest", "document_id", "ends_on", "first_notice_weeks", "follows_id", "id", "lot_id", "made_at", "made_by_id", "notice_weeks", "over_number_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "provision", "reason", "route", "school_id", "starts_on", "status", "version", "weeks") SELECT new_values."billing", new_values."child_id", new_values."choice_id", new_values."digest", new_values."document_id", new_values."ends_on", new_values."first_notice_weeks", new_values."follows_id", new_values."id", new_values."lot_id", new_values."made_at", new_values."made_by_id", new_values."notice_weeks", new_values."over_number_reason", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."placement_id", new_values."provision", new_values."reason", new_values."route", new_values."school_id", new_values."starts_on", new_values."status", new_values."version", new_values."weeks" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='baf9a911c7f8485678e6dd98a608534aa536477e', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_c8429', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_placementagreement', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementagreement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementagreementevent" ("billing", "child_id", "choice_id", "digest", "document_id", "ends_on", "first_notice_weeks", "follows_id", "id", "lot_id", "made_at", "made_by_id", "notice_weeks", "over_number_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "provision", "reason", "route", "school_id", "starts_on", "status", "version", "weeks") SELECT old_values."billing", old_values."child_id", old_values."choice_id", old_values."digest", old_values."document_id", old_values."ends_on", old_values."first_notice_weeks", old_values."follows_id", old_values."id", old_values."lot_id", old_values."made_at", old_values."made_by_id", old_values."notice_weeks", old_values."over_number_reason", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."placement_id", old_values."provision", old_values."reason", old_values."route", old_values."school_id", old_values."starts_on", old_values."status", old_values."version", old_values."weeks" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='343d2acabde8b6e7d36d8600f361b48b9f0eff11', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_8df06', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_placementagreement', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementending',
            trigger=pgtrigger.compiler.Trigger(name='kept_for_good', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='d366879dc179997f25d8dc5ebfa8f76c9459c222', operation='DELETE', pgid='pgtrigger_kept_for_good_5fe40', table='placements_placementending', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementending',
            trigger=pgtrigger.compiler.Trigger(name='stands_as_recorded', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."placement_id" IS DISTINCT FROM (NEW."placement_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."given_on" IS DISTINCT FROM (NEW."given_on") OR OLD."weeks" IS DISTINCT FROM (NEW."weeks") OR OLD."last_on" IS DISTINCT FROM (NEW."last_on") OR OLD."before_on" IS DISTINCT FROM (NEW."before_on") OR OLD."before_reason" IS DISTINCT FROM (NEW."before_reason") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='55d9ca38d2a42ca7b14b64c098c0db0dad615679', operation='UPDATE', pgid='pgtrigger_stands_as_recorded_884f4', table='placements_placementending', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementending',
            trigger=pgtrigger.compiler.Trigger(name='voided_for_good', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."voided_at" IS NOT NULL)', func="RAISE EXCEPTION 'An ending that is voided stays as it is.';", hash='b4236be94902ae40ef35ce8b286c9163398a9d89', operation='UPDATE', pgid='pgtrigger_voided_for_good_51522', table='placements_placementending', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementending',
            trigger=pgtrigger.compiler.Trigger(name='its_words_stand', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF ROW(NEW.words, NEW.sooner_reason) IS DISTINCT FROM ROW(OLD.words, OLD.sooner_reason) THEN\n        RAISE EXCEPTION 'The notes on an ending stand as they were recorded.';\n    END IF;\n    RETURN NEW;\n", hash='a93586b68059f12510f2938b3766c1a86b8d322a', operation='UPDATE', pgid='pgtrigger_its_words_stand_7eb83', table='placements_placementending', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementending',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.recorded_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.recorded_at IS DISTINCT FROM OLD.recorded_at) THEN\n        NEW.recorded_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.voided_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.voided_at IS DISTINCT FROM OLD.voided_at) THEN\n        NEW.voided_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='8eb3989dd72f809dfd40310bff81a15ee3a757c7', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_b61ac', table='placements_placementending', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementending',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.recorded_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.recorded_by_id) IS DISTINCT FROM ROW(OLD.recorded_by_id))\n        AND NEW.recorded_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\n\n    IF NEW.voided_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.voided_by_id, NEW.voided_at) IS DISTINCT FROM ROW(OLD.voided_by_id, OLD.voided_at))\n        AND NEW.voided_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='794cbf394dfe6e455ae0d9e9318b776108658bd7', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_1cfcb', table='placements_placementending', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementending',
            trigger=pgtrigger.compiler.Trigger(name='by_whom', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF EXISTS (\n        SELECT FROM public.providers_providermember WHERE user_id = NEW.recorded_by_id\n    ) AND (NEW.reason <> 'notice_by_school' OR NOT EXISTS (\n        SELECT FROM public.providers_providermember AS member\n        JOIN public.providers_school AS school ON school.provider_id = member.provider_id\n        JOIN public.placements_placement AS place ON place.school_id = school.id\n        WHERE place.id = NEW.placement_id AND member.user_id = NEW.recorded_by_id\n            AND member.role = 'owner'\n    )) THEN\n        RAISE EXCEPTION 'An owner of the school''s provider gives its notice.';\n    END IF;\n    RETURN NEW;\n", hash='791b7f9ed5dd1f2360de838b206285ad6ccc1549', operation='INSERT', pgid='pgtrigger_by_whom_a5d85', table='placements_placementending', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementending',
            trigger=pgtrigger.compiler.Trigger(name='voided_by_its_side', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."voided_at" IS NOT NULL AND OLD."voided_at" IS NULL)', func="\n    IF EXISTS (\n        SELECT FROM public.providers_providermember WHERE user_id = NEW.voided_by_id\n    ) THEN\n        IF NEW.reason <> 'notice_by_school' OR NOT EXISTS (\n            SELECT FROM public.providers_providermember AS member\n            JOIN public.providers_school AS school ON school.provider_id = member.provider_id\n            JOIN public.placements_placement AS place ON place.school_id = school.id\n            WHERE place.id = NEW.placement_id AND member.user_id = NEW.voided_by_id\n                AND member.role = 'owner'\n        ) THEN\n            RAISE EXCEPTION 'An owner of the school''s provider withdraws its notice.';\n        END IF;\n    ELSIF NEW.void_reason NOT LIKE 'The school withdrew its notice%' AND EXISTS (\n        SELECT FROM public.accounts_user WHERE id = NEW.recorded_by_id AND role = 'provider'\n    ) THEN\n        RAISE EXCEPTION 'The council voids a notice of the school only if the school withdrew it.';\n    END IF;\n    RETURN NEW;\n", hash='45a4b39123cbe395764c290fc54efedf24b8c79b', operation='UPDATE', pgid='pgtrigger_voided_by_its_side_b3665', table='placements_placementending', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementending',
            trigger=pgtrigger.compiler.Trigger(name='as_agreed', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.weeks IS NOT NULL AND EXISTS (\n        SELECT FROM public.placements_placementagreement\n        WHERE placement_id = NEW.placement_id AND status = 'in_force'\n            AND NEW.weeks NOT IN (notice_weeks, first_notice_weeks)\n    ) THEN\n        RAISE EXCEPTION 'Notice is as long as was agreed.';\n    END IF;\n    RETURN NEW;\n", hash='7ce9787c88e5958319538f2dd5a4035acb238032', operation='INSERT', pgid='pgtrigger_as_agreed_17e41', table='placements_placementending', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementending',
            trigger=pgtrigger.compiler.Trigger(name='ends_its_place', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="\n    IF EXISTS (\n        SELECT FROM public.placements_placementending AS ending\n        JOIN public.placements_placement AS place ON place.id = ending.placement_id\n        WHERE ending.id = NEW.id AND ending.voided_at IS NULL\n            AND coalesce(place.ended_on, 'infinity') > ending.last_on\n    ) THEN\n        RAISE EXCEPTION 'A place ends on the day of its ending.'\n            USING ERRCODE = 'integrity_constraint_violation';\n    END IF;\n    RETURN NULL;\n", hash='0a479af004a2e6cbf728fbad7eaf03ce822882d8', operation='INSERT', pgid='pgtrigger_ends_its_place_8d90e', table='placements_placementending', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementending',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementendingevent" ("before_on", "before_reason", "given_on", "id", "last_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "reason", "recorded_at", "recorded_by_id", "sooner_reason", "void_reason", "voided_at", "voided_by_id", "weeks", "words") SELECT new_values."before_on", new_values."before_reason", new_values."given_on", new_values."id", new_values."last_on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."placement_id", new_values."reason", new_values."recorded_at", new_values."recorded_by_id", new_values."sooner_reason", new_values."void_reason", new_values."voided_at", new_values."voided_by_id", new_values."weeks", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e7bcc6937f0a0c5e530ab7a48927ecabb288c8e8', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_fb00e', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_placementending', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementending',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementendingevent" ("before_on", "before_reason", "given_on", "id", "last_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "reason", "recorded_at", "recorded_by_id", "sooner_reason", "void_reason", "voided_at", "voided_by_id", "weeks", "words") SELECT new_values."before_on", new_values."before_reason", new_values."given_on", new_values."id", new_values."last_on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."placement_id", new_values."reason", new_values."recorded_at", new_values."recorded_by_id", new_values."sooner_reason", new_values."void_reason", new_values."voided_at", new_values."voided_by_id", new_values."weeks", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c0245aa51f9cf54d2f05da911850b09dd5db4084', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_9c82e', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_placementending', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementending',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementendingevent" ("before_on", "before_reason", "given_on", "id", "last_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "reason", "recorded_at", "recorded_by_id", "sooner_reason", "void_reason", "voided_at", "voided_by_id", "weeks", "words") SELECT old_values."before_on", old_values."before_reason", old_values."given_on", old_values."id", old_values."last_on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."placement_id", old_values."reason", old_values."recorded_at", old_values."recorded_by_id", old_values."sooner_reason", old_values."void_reason", old_values."voided_at", old_values."voided_by_id", old_values."weeks", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='331901a60d6b12f52ed716a54de231ed61a156dd', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_52a09', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_placementending', when='AFTER')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='agreedprice',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='de2b1acbbb1fc41761db900fb0ba5e4f9956d021', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1734b', table='placements_agreedprice', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='agreedprice',
            trigger=pgtrigger.compiler.Trigger(name='before_a_signature', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF EXISTS (\n        SELECT FROM public.placements_placementsignature WHERE agreement_id = NEW.agreement_id\n    ) OR NOT EXISTS (\n        SELECT FROM public.placements_placementagreement\n        WHERE id = NEW.agreement_id AND status = 'offered'\n    ) THEN\n        RAISE EXCEPTION 'Prices come with an agreement before it is signed.';\n    END IF;\n    RETURN NEW;\n", hash='d8ed47961fb352bd26ea333ff9595b0cf03505eb', operation='INSERT', pgid='pgtrigger_before_a_signature_1f957', table='placements_agreedprice', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='annualreviewevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='36788d0530de554a3e802edc6b33c912e5a36085', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e26a5', table='placements_annualreviewevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementagreementevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e44151d4102b0f59e612bcf0f29cd99a2217acaa', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_19be9', table='placements_placementagreementevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementendingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5b59922f4a232cafa8ccd40875c72bdb8e58bd1f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1835c', table='placements_placementendingevent', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementsignature',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.signed_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.signed_at IS DISTINCT FROM OLD.signed_at) THEN\n        NEW.signed_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='f4937038d021859fb27d8f7047bdb236214b38f4', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_79667', table='placements_placementsignature', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementsignature',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.person_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.person_id) IS DISTINCT FROM ROW(OLD.person_id))\n        AND NEW.person_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='91f7795e214334f9b53670b990610fe35bb6a750', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_93f54', table='placements_placementsignature', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementsignature',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d8b016a18d24afc14f3e1f96360168dc436b6198', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4c7a3', table='placements_placementsignature', when='BEFORE')),
        ),
        nmiss.base.core.migrating.AddTrigger(
            model_name='placementsignature',
            trigger=pgtrigger.compiler.Trigger(name='under_this_document', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.digest IS DISTINCT FROM (\n        SELECT digest FROM public.placements_placementagreement\n        WHERE id = NEW.agreement_id AND status IN ('offered', 'signed_by_provider')\n    ) THEN\n        RAISE EXCEPTION 'A signature is for the document of an agreement that waits for it.';\n    END IF;\n    RETURN NEW;\n", hash='2316790c908076ae2db8b19501644f726e3395d9', operation='INSERT', pgid='pgtrigger_under_this_document_8e0e6', table='placements_placementsignature', when='BEFORE')),
        ),
    ]
