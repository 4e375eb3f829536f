"""Fee windows, requests and their negotiation."""

import django.contrib.postgres.constraints
import django.core.serializers.json
import django.db.models.deletion
import django.db.models.expressions
import nmiss.base.core.clock
import pgtrigger.compiler
import pgtrigger.migrations
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('placements', '0500_price_lists'),
        ('providers', '0331_standing'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='FeeWindowEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
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
            name='FeeLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
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
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='fee_lines', to='placements.placement')),
            ],
        ),
        migrations.CreateModel(
            name='FeeOffer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('side', models.CharField(choices=[('council', 'Council'), ('provider', 'Provider')], max_length=10)),
                ('percent', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ('more_a_year', models.DecimalField(decimal_places=2, max_digits=14)),
                ('expires_on', models.DateField()),
                ('text', models.TextField(blank=True)),
                ('made_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('accepted_at', models.DateTimeField(editable=False, null=True)),
                ('accepted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='FeeRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scope', models.CharField(choices=[('all', 'All placements'), ('chosen', 'Some placements'), ('new', 'New placements only')], max_length=10)),
                ('status', models.CharField(choices=[('draft', 'Draft'), ('received', 'Received'), ('information', 'Information requested'), ('negotiating', 'Negotiating'), ('escalated', 'Escalated'), ('agreed', 'Agreed'), ('refused', 'Refused'), ('withdrawn', 'Withdrawn')], default='draft', editable=False, max_length=20)),
                ('asked_percent', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ('started_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('submitted_at', models.DateTimeField(editable=False, null=True)),
                ('is_late', models.BooleanField(default=False)),
                ('effective_on', models.DateField(null=True)),
                ('answer_due_on', models.DateField(null=True)),
                ('information_due_on', models.DateField(null=True)),
                ('appealed_at', models.DateTimeField(editable=False, null=True)),
                ('decided_at', models.DateTimeField(editable=False, null=True)),
                ('decided_on', models.DateField(null=True)),
                ('agreed_percent', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ('decision_reason', models.TextField(blank=True)),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('provider', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='fee_requests', to='providers.provider')),
                ('school', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='fee_requests', to='providers.school')),
                ('started_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('submitted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='FeeOfferEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('number', models.PositiveSmallIntegerField()),
                ('side', models.CharField(choices=[('council', 'Council'), ('provider', 'Provider')], max_length=10)),
                ('percent', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ('more_a_year', models.DecimalField(decimal_places=2, max_digits=14)),
                ('expires_on', models.DateField()),
                ('text', models.TextField(blank=True)),
                ('made_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('accepted_at', models.DateTimeField(editable=False, null=True)),
                ('accepted_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('made_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.feeoffer')),
                ('request', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.feerequest')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='feeoffer',
            name='request',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offers', to='placements.feerequest'),
        ),
        migrations.CreateModel(
            name='FeeNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('written_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='placements.feerequest')),
            ],
        ),
        migrations.CreateModel(
            name='FeeMessage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('side', models.CharField(choices=[('council', 'Council'), ('provider', 'Provider')], max_length=10)),
                ('text', models.TextField()),
                ('written_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='messages', to='placements.feerequest')),
            ],
        ),
        migrations.CreateModel(
            name='FeeMandate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('percent', models.DecimalField(decimal_places=2, max_digits=5)),
                ('pounds_a_year', models.DecimalField(decimal_places=2, max_digits=14)),
                ('decision', models.CharField(blank=True, max_length=100)),
                ('reason', models.TextField()),
                ('approved_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('approved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('recommended_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mandates', to='placements.feerequest')),
            ],
        ),
        migrations.CreateModel(
            name='FeeLineEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
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
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.feeline')),
                ('placement', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.placement')),
                ('request', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.feerequest')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='feeline',
            name='request',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='placements.feerequest'),
        ),
        migrations.CreateModel(
            name='FeeSection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(choices=[('prices', 'Prices'), ('costs', 'Cost breakdown'), ('background', 'Accounts, occupancy and evidence')], max_length=20)),
                ('answers', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('revision', models.PositiveIntegerField(default=0)),
                ('saved_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sections', to='placements.feerequest')),
                ('saved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='FeeSectionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('key', models.CharField(choices=[('prices', 'Prices'), ('costs', 'Cost breakdown'), ('background', 'Accounts, occupancy and evidence')], max_length=20)),
                ('answers', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('revision', models.PositiveIntegerField(default=0)),
                ('saved_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.feesection')),
                ('request', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.feerequest')),
                ('saved_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
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
            name='FeeRequestEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('scope', models.CharField(choices=[('all', 'All placements'), ('chosen', 'Some placements'), ('new', 'New placements only')], max_length=10)),
                ('status', models.CharField(choices=[('draft', 'Draft'), ('received', 'Received'), ('information', 'Information requested'), ('negotiating', 'Negotiating'), ('escalated', 'Escalated'), ('agreed', 'Agreed'), ('refused', 'Refused'), ('withdrawn', 'Withdrawn')], default='draft', editable=False, max_length=20)),
                ('asked_percent', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ('started_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('submitted_at', models.DateTimeField(editable=False, null=True)),
                ('is_late', models.BooleanField(default=False)),
                ('effective_on', models.DateField(null=True)),
                ('answer_due_on', models.DateField(null=True)),
                ('information_due_on', models.DateField(null=True)),
                ('appealed_at', models.DateTimeField(editable=False, null=True)),
                ('decided_at', models.DateTimeField(editable=False, null=True)),
                ('decided_on', models.DateField(null=True)),
                ('agreed_percent', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ('decision_reason', models.TextField(blank=True)),
                ('decided_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.feerequest')),
                ('provider', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.provider')),
                ('school', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.school')),
                ('started_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('submitted_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('window', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.feewindow')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='feerequest',
            name='window',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='requests', to='placements.feewindow'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feewindow',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feewindowevent" ("academic_year", "affordable_percent", "answer_days", "appeal_days", "approve_by", "effective_on", "id", "information_days", "late_months", "limit_percent", "limit_pounds", "negotiate_until", "opens_on", "pay_rate", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_rate", "recent_months", "recommend_by", "requests_by", "standard_percent", "standard_pounds") SELECT new_values."academic_year", new_values."affordable_percent", new_values."answer_days", new_values."appeal_days", new_values."approve_by", new_values."effective_on", new_values."id", new_values."information_days", new_values."late_months", new_values."limit_percent", new_values."limit_pounds", new_values."negotiate_until", new_values."opens_on", new_values."pay_rate", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."price_rate", new_values."recent_months", new_values."recommend_by", new_values."requests_by", new_values."standard_percent", new_values."standard_pounds" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e00d1569ab859f54fccdc305efec32d3d9bcaddf', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_be45a', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_feewindow', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feewindow',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feewindowevent" ("academic_year", "affordable_percent", "answer_days", "appeal_days", "approve_by", "effective_on", "id", "information_days", "late_months", "limit_percent", "limit_pounds", "negotiate_until", "opens_on", "pay_rate", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_rate", "recent_months", "recommend_by", "requests_by", "standard_percent", "standard_pounds") SELECT new_values."academic_year", new_values."affordable_percent", new_values."answer_days", new_values."appeal_days", new_values."approve_by", new_values."effective_on", new_values."id", new_values."information_days", new_values."late_months", new_values."limit_percent", new_values."limit_pounds", new_values."negotiate_until", new_values."opens_on", new_values."pay_rate", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."price_rate", new_values."recent_months", new_values."recommend_by", new_values."requests_by", new_values."standard_percent", new_values."standard_pounds" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='229b20c19ec1658fe83ab5e68e42a2ea2254d455', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_e4e96', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_feewindow', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feewindow',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feewindowevent" ("academic_year", "affordable_percent", "answer_days", "appeal_days", "approve_by", "effective_on", "id", "information_days", "late_months", "limit_percent", "limit_pounds", "negotiate_until", "opens_on", "pay_rate", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_rate", "recent_months", "recommend_by", "requests_by", "standard_percent", "standard_pounds") SELECT old_values."academic_year", old_values."affordable_percent", old_values."answer_days", old_values."appeal_days", old_values."approve_by", old_values."effective_on", old_values."id", old_values."information_days", old_values."late_months", old_values."limit_percent", old_values."limit_pounds", old_values."negotiate_until", old_values."opens_on", old_values."pay_rate", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."price_rate", old_values."recent_months", old_values."recommend_by", old_values."requests_by", old_values."standard_percent", old_values."standard_pounds" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='cb966628c97f2a708a21f756749d44a0464174ed', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_55906', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_feewindow', when='AFTER')),
        ),
        migrations.AddField(
            model_name='feewindowevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='feewindowevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.feewindow'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feeofferevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f979214d477a0356f04c172e9ce883e215233335', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_39e79', table='placements_feeofferevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='feeoffer',
            constraint=models.CheckConstraint(condition=models.Q(('side__in', ['council', 'provider'])), name='placements_feeoffer_side_is_known'),
        ),
        migrations.AddConstraint(
            model_name='feeoffer',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('accepted_at__isnull', False), ('accepted_by__isnull', False)), models.Q(('accepted_at__isnull', True), ('accepted_by__isnull', True)), _connector='OR'), name='placements_feeoffer_accepted_at_and_accepted_by'),
        ),
        migrations.AddConstraint(
            model_name='feeoffer',
            constraint=models.UniqueConstraint(fields=('request', 'number'), name='placements_feeoffer_number_once'),
        ),
        migrations.AddConstraint(
            model_name='feeoffer',
            constraint=models.UniqueConstraint(condition=models.Q(('accepted_at__isnull', False)), fields=('request',), name='placements_feeoffer_one_is_accepted'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feeoffer',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.made_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.made_at IS DISTINCT FROM OLD.made_at) THEN\n        NEW.made_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.accepted_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.accepted_at IS DISTINCT FROM OLD.accepted_at) THEN\n        NEW.accepted_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='221061f2c64a9770ac0efadecc19f8a3df684f51', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_2f6ae', table='placements_feeoffer', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feeoffer',
            trigger=pgtrigger.compiler.Trigger(name='only_accepted', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'DELETE' OR OLD.accepted_at IS NOT NULL\n        OR ROW(NEW.request_id, NEW.number, NEW.side, NEW.percent, NEW.more_a_year, NEW.expires_on,\n            NEW.text, NEW.made_by_id, NEW.made_at)\n        IS DISTINCT FROM ROW(OLD.request_id, OLD.number, OLD.side, OLD.percent, OLD.more_a_year,\n            OLD.expires_on, OLD.text, OLD.made_by_id, OLD.made_at) THEN\n        RAISE EXCEPTION 'An offer stays as it was made.';\n    END IF;\n    IF (public.nmiss_now() AT TIME ZONE 'Europe/London')::date > OLD.expires_on THEN\n        RAISE EXCEPTION 'An offer that has expired is not accepted.';\n    END IF;\n    RETURN NEW;\n", hash='139c5826c3c865da04e30db86b8f3d377cca30f7', operation='UPDATE OR DELETE', pgid='pgtrigger_only_accepted_6a2b8', table='placements_feeoffer', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feeoffer',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feeofferevent" ("accepted_at", "accepted_by_id", "expires_on", "id", "made_at", "made_by_id", "more_a_year", "number", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "side", "text") SELECT new_values."accepted_at", new_values."accepted_by_id", new_values."expires_on", new_values."id", new_values."made_at", new_values."made_by_id", new_values."more_a_year", new_values."number", new_values."percent", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."request_id", new_values."side", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='07eed506fc78c1bb0084d05e0d1117a42a36d89e', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_1b8cb', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_feeoffer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feeoffer',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feeofferevent" ("accepted_at", "accepted_by_id", "expires_on", "id", "made_at", "made_by_id", "more_a_year", "number", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "side", "text") SELECT new_values."accepted_at", new_values."accepted_by_id", new_values."expires_on", new_values."id", new_values."made_at", new_values."made_by_id", new_values."more_a_year", new_values."number", new_values."percent", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."request_id", new_values."side", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c41f0fad210d31f0fa17218110274ef5cfe6e383', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_43e4f', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_feeoffer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feeoffer',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feeofferevent" ("accepted_at", "accepted_by_id", "expires_on", "id", "made_at", "made_by_id", "more_a_year", "number", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "side", "text") SELECT old_values."accepted_at", old_values."accepted_by_id", old_values."expires_on", old_values."id", old_values."made_at", old_values."made_by_id", old_values."more_a_year", old_values."number", old_values."percent", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."request_id", old_values."side", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='245af3e9dad6a40b576eeb195542fd21a7ebb4b5', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_d1ebf', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_feeoffer', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='feenote',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='placements_feenote_says_something'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feenote',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='dd9ba3b137bb827bafdf93fe7fa8af2105c96587', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a90c0', table='placements_feenote', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feenote',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.written_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.written_at IS DISTINCT FROM OLD.written_at) THEN\n        NEW.written_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='2c6135fb7f72686160d2bc5780d287f9a72109af', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_b4ec8', table='placements_feenote', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='feemessage',
            constraint=models.CheckConstraint(condition=models.Q(('side__in', ['council', 'provider'])), name='placements_feemessage_side_is_known'),
        ),
        migrations.AddConstraint(
            model_name='feemessage',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='placements_feemessage_says_something'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feemessage',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='cf556d5d9da6639cf1bc45149a404a97f703546a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_431f6', table='placements_feemessage', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feemessage',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.written_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.written_at IS DISTINCT FROM OLD.written_at) THEN\n        NEW.written_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='0b8d223c6cbf0f022b345e0cea11e24833bdc696', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_c7033', table='placements_feemessage', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='feemandate',
            constraint=models.CheckConstraint(condition=models.Q(('recommended_by', models.F('approved_by')), _negated=True), name='placements_feemandate_by_two'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feemandate',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e2d187bae54e23946810df0d53c768bd83823765', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_867bf', table='placements_feemandate', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feemandate',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.approved_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.approved_at IS DISTINCT FROM OLD.approved_at) THEN\n        NEW.approved_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='264e759eb9cc6dcbe33705feaa24abfd7eb9187d', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_9733c', table='placements_feemandate', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feelineevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c66c6f6bc6d6267749d9bc161129b99dabe7ca7a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_633d2', table='placements_feelineevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='feeline',
            constraint=models.CheckConstraint(condition=models.Q(('vat__in', ['exempt', 'standard'])), name='placements_feeline_vat_is_known'),
        ),
        migrations.AddConstraint(
            model_name='feeline',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['base_education', 'residential', 'therapy_slt', 'therapy_ot', 'therapy_physio', 'therapy_psychology', 'therapy_other', 'one_to_one', 'two_to_one', 'exams', 'other'])), name='placements_feeline_kind_is_known'),
        ),
        migrations.AddConstraint(
            model_name='feeline',
            constraint=models.CheckConstraint(condition=models.Q(('funder__in', ['education', 'health', 'social_care'])), name='placements_feeline_funder_is_known'),
        ),
        migrations.AddConstraint(
            model_name='feeline',
            constraint=models.CheckConstraint(condition=models.Q(('unit__in', ['year', 'term', 'week', 'hour'])), name='placements_feeline_unit_is_known'),
        ),
        migrations.AddConstraint(
            model_name='feeline',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('is_open', True)), expressions=[('placement', '='), ('request', '<>')], name='placements_feeline_in_one_open_request', violation_error_message='This placement is in another open fee request.'),
        ),
        migrations.AddConstraint(
            model_name='feeline',
            constraint=models.UniqueConstraint(fields=('request', 'placement', 'kind', 'funder'), name='placements_feeline_once'),
        ),
        migrations.AddConstraint(
            model_name='feeline',
            constraint=models.CheckConstraint(condition=models.Q(('current_amount__gte', 0), models.Q(('asked_amount', None), ('asked_amount__gte', 0), _connector='OR'), models.Q(('agreed_amount', None), ('agreed_amount__gte', 0), _connector='OR')), name='placements_feeline_not_below_nought'),
        ),
        migrations.AddConstraint(
            model_name='feeline',
            constraint=models.CheckConstraint(condition=models.Q(('agreed_amount', None), ('asked_amount__isnull', False), _connector='OR'), name='placements_feeline_agreed_of_asked'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feeline',
            trigger=pgtrigger.compiler.Trigger(name='certified', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF (SELECT status FROM public.placements_feerequest WHERE id = OLD.request_id) = 'draft' THEN\n        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;\n    END IF;\n    IF TG_OP = 'DELETE' OR ROW(NEW.request_id, NEW.placement_id, NEW.kind, NEW.funder, NEW.unit,\n        NEW.quantity, NEW.weeks, NEW.current_amount, NEW.asked_amount, NEW.reason, NEW.vat)\n        IS DISTINCT FROM ROW(OLD.request_id, OLD.placement_id, OLD.kind, OLD.funder, OLD.unit,\n        OLD.quantity, OLD.weeks, OLD.current_amount, OLD.asked_amount, OLD.reason, OLD.vat) THEN\n        RAISE EXCEPTION 'A certified fee request stays as it was submitted.';\n    END IF;\n    RETURN NEW;\n", hash='5c569b60d13c890e3302e35747b29d7bdf1be0c5', operation='UPDATE OR DELETE', pgid='pgtrigger_certified_23034', table='placements_feeline', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feeline',
            trigger=pgtrigger.compiler.Trigger(name='follows_its_request', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    SELECT status IN ('draft', 'received', 'information', 'negotiating', 'escalated') INTO NEW.is_open\n    FROM public.placements_feerequest WHERE id = NEW.request_id;\n    RETURN NEW;\n", hash='b5054c7a888c6c73e4ab71be7506c28ee0527b68', operation='INSERT OR UPDATE', pgid='pgtrigger_follows_its_request_bf6bd', table='placements_feeline', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feeline',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feelineevent" ("agreed_amount", "asked_amount", "current_amount", "funder", "id", "is_open", "kind", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "quantity", "reason", "request_id", "unit", "vat", "weeks") SELECT new_values."agreed_amount", new_values."asked_amount", new_values."current_amount", new_values."funder", new_values."id", new_values."is_open", new_values."kind", new_values."outcome", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."placement_id", new_values."quantity", new_values."reason", new_values."request_id", new_values."unit", new_values."vat", new_values."weeks" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4bbae5a499ea0a1350e1c3b89cc20fde95479edb', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_ccf20', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_feeline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feeline',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feelineevent" ("agreed_amount", "asked_amount", "current_amount", "funder", "id", "is_open", "kind", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "quantity", "reason", "request_id", "unit", "vat", "weeks") SELECT new_values."agreed_amount", new_values."asked_amount", new_values."current_amount", new_values."funder", new_values."id", new_values."is_open", new_values."kind", new_values."outcome", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."placement_id", new_values."quantity", new_values."reason", new_values."request_id", new_values."unit", new_values."vat", new_values."weeks" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='032c2c86e8c11fd4b3a648b48bedba67fc342f55', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_2d5be', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_feeline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feeline',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feelineevent" ("agreed_amount", "asked_amount", "current_amount", "funder", "id", "is_open", "kind", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "quantity", "reason", "request_id", "unit", "vat", "weeks") SELECT old_values."agreed_amount", old_values."asked_amount", old_values."current_amount", old_values."funder", old_values."id", old_values."is_open", old_values."kind", old_values."outcome", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."placement_id", old_values."quantity", old_values."reason", old_values."request_id", old_values."unit", old_values."vat", old_values."weeks" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='e100eac014c952fc67bc3345ecf9809e8ecd5e14', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_b44d6', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_feeline', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='feesection',
            constraint=models.CheckConstraint(condition=models.Q(('key__in', ['prices', 'costs', 'background'])), name='placements_feesection_key_is_known'),
        ),
        migrations.AddConstraint(
            model_name='feesection',
            constraint=models.UniqueConstraint(fields=('request', 'key'), name='placements_feesection_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feesection',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.saved_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.saved_at IS DISTINCT FROM OLD.saved_at) THEN\n        NEW.saved_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='3eb6ba42c1480fb960630fd821ab6dc7fd23bcb6', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_ebec4', table='placements_feesection', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feesection',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feesectionevent" ("answers", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "revision", "saved_at", "saved_by_id") SELECT new_values."answers", new_values."id", new_values."key", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."request_id", new_values."revision", new_values."saved_at", new_values."saved_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b69b7cb32e65eb0368d02d4613512b655041740c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_45a13', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_feesection', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feesection',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feesectionevent" ("answers", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "revision", "saved_at", "saved_by_id") SELECT new_values."answers", new_values."id", new_values."key", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."request_id", new_values."revision", new_values."saved_at", new_values."saved_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='568fad97444362b9f5dd520b5e61b4938a5f249e', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_269ce', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_feesection', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feesection',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feesectionevent" ("answers", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "revision", "saved_at", "saved_by_id") SELECT old_values."answers", old_values."id", old_values."key", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."request_id", old_values."revision", old_values."saved_at", old_values."saved_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='49ec49a97f843f6bdf64aadbd132bfd483b0dadb', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_470b1', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_feesection', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feesectionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d67da0200aef1d776d2894279601c59dc95800ca', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_01076', table='placements_feesectionevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feerequestevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='6729a99639d4e5395a4252b9b4327e8cf34203b1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9a2ab', table='placements_feerequestevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='feerequest',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['draft', 'received', 'information', 'negotiating', 'escalated', 'agreed', 'refused', 'withdrawn'])), name='placements_feerequest_status_is_known'),
        ),
        migrations.AddConstraint(
            model_name='feerequest',
            constraint=models.CheckConstraint(condition=models.Q(('scope__in', ['all', 'chosen', 'new'])), name='placements_feerequest_scope_is_known'),
        ),
        migrations.AddConstraint(
            model_name='feerequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('effective_on__isnull', False), ('submitted_at__isnull', False), ('submitted_by__isnull', False)), models.Q(('effective_on__isnull', True), ('submitted_at__isnull', True), ('submitted_by__isnull', True)), _connector='OR'), name='placements_feerequest_submitted_at_and_submitted_by_and_effective_on'),
        ),
        migrations.AddConstraint(
            model_name='feerequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', False), ('decided_by__isnull', False), ('decided_on__isnull', False)), models.Q(('decided_at__isnull', True), ('decided_by__isnull', True), ('decided_on__isnull', True)), _connector='OR'), name='placements_feerequest_decided_at_and_decided_by_and_decided_on'),
        ),
        migrations.AddConstraint(
            model_name='feerequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'draft'), ('submitted_at', None)), ('status', 'withdrawn'), models.Q(('submitted_at__isnull', False), models.Q(('status__in', ['draft']), _negated=True)), _connector='OR'), name='placements_feerequest_submitted_by_its_status'),
        ),
        migrations.AddConstraint(
            model_name='feerequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', False), ('status__in', ['agreed', 'refused'])), models.Q(('decided_at', None), models.Q(('status__in', ['agreed', 'refused']), _negated=True)), _connector='OR'), name='placements_feerequest_decided_by_its_status'),
        ),
        migrations.AddConstraint(
            model_name='feerequest',
            constraint=models.CheckConstraint(condition=models.Q(('decision_reason', ''), ('status', 'refused'), _negated=True), name='placements_feerequest_refused_with_a_reason'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feerequest',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.started_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.started_at IS DISTINCT FROM OLD.started_at) THEN\n        NEW.started_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.submitted_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.submitted_at IS DISTINCT FROM OLD.submitted_at) THEN\n        NEW.submitted_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.appealed_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.appealed_at IS DISTINCT FROM OLD.appealed_at) THEN\n        NEW.appealed_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.decided_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.decided_at IS DISTINCT FROM OLD.decided_at) THEN\n        NEW.decided_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='cf7ea3a8bda677ac1317e04ce5e55b4091207d50', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_22ebc', table='placements_feerequest', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feerequest',
            trigger=pgtrigger.compiler.Trigger(name='lines_follow', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    UPDATE public.placements_feeline SET is_open = NEW.status IN ('draft', 'received', 'information', 'negotiating', 'escalated')\n    WHERE request_id = NEW.id AND is_open <> (NEW.status IN ('draft', 'received', 'information', 'negotiating', 'escalated'));\n    RETURN NULL;\n", hash='81591ec4c07253d2be1bbcf350baf3497e04274b', operation='UPDATE OF "status"', pgid='pgtrigger_lines_follow_ae9e7', table='placements_feerequest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feerequest',
            trigger=pgtrigger.compiler.Trigger(name='kept_for_good', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='4ed3dc34805e95a3da661b77f1e898a882fb1eb2', operation='DELETE', pgid='pgtrigger_kept_for_good_46dc5', table='placements_feerequest', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feerequest',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feerequestevent" ("agreed_percent", "answer_due_on", "appealed_at", "asked_percent", "decided_at", "decided_by_id", "decided_on", "decision_reason", "effective_on", "id", "information_due_on", "is_late", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "school_id", "scope", "started_at", "started_by_id", "status", "submitted_at", "submitted_by_id", "window_id") SELECT new_values."agreed_percent", new_values."answer_due_on", new_values."appealed_at", new_values."asked_percent", new_values."decided_at", new_values."decided_by_id", new_values."decided_on", new_values."decision_reason", new_values."effective_on", new_values."id", new_values."information_due_on", new_values."is_late", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider_id", new_values."school_id", new_values."scope", new_values."started_at", new_values."started_by_id", new_values."status", new_values."submitted_at", new_values."submitted_by_id", new_values."window_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a2b6ca12766da603676f9483cf9bdeaa7dc25605', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_baf6e', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_feerequest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feerequest',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feerequestevent" ("agreed_percent", "answer_due_on", "appealed_at", "asked_percent", "decided_at", "decided_by_id", "decided_on", "decision_reason", "effective_on", "id", "information_due_on", "is_late", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "school_id", "scope", "started_at", "started_by_id", "status", "submitted_at", "submitted_by_id", "window_id") SELECT new_values."agreed_percent", new_values."answer_due_on", new_values."appealed_at", new_values."asked_percent", new_values."decided_at", new_values."decided_by_id", new_values."decided_on", new_values."decision_reason", new_values."effective_on", new_values."id", new_values."information_due_on", new_values."is_late", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider_id", new_values."school_id", new_values."scope", new_values."started_at", new_values."started_by_id", new_values."status", new_values."submitted_at", new_values."submitted_by_id", new_values."window_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b4301968c9e96fb94f32e4989f459cde5b1619ee', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_09465', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_feerequest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feerequest',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_feerequestevent" ("agreed_percent", "answer_due_on", "appealed_at", "asked_percent", "decided_at", "decided_by_id", "decided_on", "decision_reason", "effective_on", "id", "information_due_on", "is_late", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "school_id", "scope", "started_at", "started_by_id", "status", "submitted_at", "submitted_by_id", "window_id") SELECT old_values."agreed_percent", old_values."answer_due_on", old_values."appealed_at", old_values."asked_percent", old_values."decided_at", old_values."decided_by_id", old_values."decided_on", old_values."decision_reason", old_values."effective_on", old_values."id", old_values."information_due_on", old_values."is_late", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider_id", old_values."school_id", old_values."scope", old_values."started_at", old_values."started_by_id", old_values."status", old_values."submitted_at", old_values."submitted_by_id", old_values."window_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='7ba0d40d95c012437efd9e6426edb72cc60fcaf4', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_e14c4', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_feerequest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feewindowevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b7e6efa716e35b5e1539b467c29fa5bdda032520', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_50ab9', table='placements_feewindowevent', when='BEFORE')),
        ),
    ]
