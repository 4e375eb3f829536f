"""Vacancies of schools, and the rules by which schools report them."""

import datetime

import django.contrib.postgres.constraints
import django.db.models.deletion
import django.db.models.expressions
import nmiss.base.core.clock
import pgtrigger.compiler
import pgtrigger.migrations
import providers.models.vacancy
from django.conf import settings
from django.db import migrations, models



def lay_down_first_rules(apps, schema_editor):
    """From day 8 to day 14, with a week of grace; out of date after 14 days."""
    apps.get_model("providers", "VacancyRules").objects.create(
        valid_from=datetime.date(2022, 9, 1)
    )


class Migration(migrations.Migration):

    dependencies = [
        ('providers', '0002_walls'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='VacancyReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('as_at', models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False)),
                ('is_unchanged', models.BooleanField(default=False)),
                ('given_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='vacancy_reports', to='providers.school')),
            ],
        ),
        migrations.CreateModel(
            name='Vacancy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('first_year', models.PositiveSmallIntegerField()),
                ('last_year', models.PositiveSmallIntegerField()),
                ('need', models.CharField(choices=[('SPLD', 'Specific learning difficulty'), ('MLD', 'Moderate learning difficulty'), ('SLD', 'Severe learning difficulty'), ('PMLD', 'Profound and multiple learning difficulty'), ('SEMH', 'Social, emotional and mental health'), ('SLCN', 'Speech, language and communication needs'), ('HI', 'Hearing impairment'), ('VI', 'Vision impairment'), ('MSI', 'Multi-sensory impairment'), ('PD', 'Physical disability'), ('ASD', 'Autistic spectrum disorder'), ('DS', 'Down syndrome'), ('OTH', 'Other difficulty')], max_length=4)),
                ('provision', models.CharField(choices=[('day', 'Day'), ('residential_weekly', 'Residential, weekly'), ('residential_38', 'Residential, up to 38 weeks'), ('residential_51', 'Residential, 39 to 51 weeks'), ('residential_52', 'Residential, 52 weeks')], max_length=20)),
                ('planned', models.PositiveSmallIntegerField()),
                ('occupied', models.PositiveSmallIntegerField()),
                ('reserved', models.PositiveSmallIntegerField()),
                ('free', models.PositiveSmallIntegerField()),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='vacancies', to='providers.vacancyreport')),
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
        ),
        migrations.AddIndex(
            model_name='vacancyreport',
            index=models.Index(fields=['school', '-as_at', '-id'], name='providers_vacancyreport_newest'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vacancyreport',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4c4ba940a35c93e4719e6dd967e8bf7504f18fed', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0c4c5', table='providers_vacancyreport', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vacancyreport',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.as_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.as_at IS DISTINCT FROM OLD.as_at) THEN\n        NEW.as_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='e55c9b393a44f81fbab48c038d1d4568b62e0663', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_510f7', table='providers_vacancyreport', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='vacancy',
            constraint=models.CheckConstraint(condition=models.Q(('need__in', ['SPLD', 'MLD', 'SLD', 'PMLD', 'SEMH', 'SLCN', 'HI', 'VI', 'MSI', 'PD', 'ASD', 'DS', 'OTH'])), name='providers_vacancy_need_is_known'),
        ),
        migrations.AddConstraint(
            model_name='vacancy',
            constraint=models.CheckConstraint(condition=models.Q(('provision__in', ['day', 'residential_weekly', 'residential_38', 'residential_51', 'residential_52'])), name='providers_vacancy_provision_is_known'),
        ),
        migrations.AddConstraint(
            model_name='vacancy',
            constraint=models.CheckConstraint(condition=models.Q(('last_year__isnull', True), ('last_year__gte', models.F('first_year')), _connector='OR'), name='providers_vacancy_first_year_before_last_year', violation_error_message='The last year must not be before the first year.'),
        ),
        migrations.AddConstraint(
            model_name='vacancy',
            constraint=models.CheckConstraint(condition=models.Q(('last_year__lt', 15)), name='providers_vacancy_years_are_of_school'),
        ),
        migrations.AddConstraint(
            model_name='vacancy',
            constraint=models.CheckConstraint(condition=models.Q(('free', 0), ('planned__gte', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('occupied'), '+', models.F('reserved')), '+', models.F('free'))), _connector='OR'), name='providers_vacancy_free_places_are_there'),
        ),
        migrations.AddConstraint(
            model_name='vacancy',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('report', '='), ('need', '='), ('provision', '='), (providers.models.vacancy.YearSpan('first_year', 'last_year'), '&&')], name='providers_vacancy_each_place_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vacancy',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9dee9d67b2269c0960f5ede6633576da32d11468', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_193f7', table='providers_vacancy', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='vacancyrules',
            constraint=models.CheckConstraint(condition=models.Q(('closes_on__gte', models.F('opens_on')), ('closes_on__lte', 28), ('opens_on__gte', 1)), name='providers_vacancyrules_window_is_in_every_month'),
        ),
        migrations.AddConstraint(
            model_name='vacancyrules',
            constraint=models.CheckConstraint(condition=models.Q(('grace_days__lte', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('opens_on'), '-', models.F('closes_on')), '+', models.Value(27)))), name='providers_vacancyrules_grace_ends_before_the_next_window'),
        ),
        migrations.AddConstraint(
            model_name='vacancyrules',
            constraint=models.CheckConstraint(condition=models.Q(('fresh_days__gte', 1)), name='providers_vacancyrules_fresh_for_a_day_or_more'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vacancyrules',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ca0e3da150ccee2947cd5b6c66e034743f36057f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7609b', table='providers_vacancyrules', when='BEFORE')),
        ),
        migrations.RunPython(lay_down_first_rules, migrations.RunPython.noop),
    ]
