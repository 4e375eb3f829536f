"""Past decisions are a kind of import."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('files', '0001_initial'),
        ('imports', '0702_status_by_its_moves'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='importrun',
            name='imports_importrun_what_is_known',
        ),
        migrations.AlterField(
            model_name='importrun',
            name='what',
            field=models.CharField(choices=[('schools', 'Schools from the national register'), ('links', 'Links between schools from the national register'), ('members', 'Members of the DPS'), ('placements', 'Placements'), ('prices', 'Prices of placements'), ('price_lists', 'Price lists of schools'), ('price_bands', 'National price bands'), ('fee_decisions', 'Decisions on fee increases'), ('payments', 'Payments for placements'), ('cost_index', 'Index of pay and prices'), ('decisions', 'Executive decisions of the past'), ('indicators', 'Indicators'), ('terms', 'Terms'), ('returns', 'KPI returns')], max_length=20),
        ),
        migrations.AlterField(
            model_name='importrunevent',
            name='what',
            field=models.CharField(choices=[('schools', 'Schools from the national register'), ('links', 'Links between schools from the national register'), ('members', 'Members of the DPS'), ('placements', 'Placements'), ('prices', 'Prices of placements'), ('price_lists', 'Price lists of schools'), ('price_bands', 'National price bands'), ('fee_decisions', 'Decisions on fee increases'), ('payments', 'Payments for placements'), ('cost_index', 'Index of pay and prices'), ('decisions', 'Executive decisions of the past'), ('indicators', 'Indicators'), ('terms', 'Terms'), ('returns', 'KPI returns')], max_length=20),
        ),
        migrations.AddConstraint(
            model_name='importrun',
            constraint=models.CheckConstraint(condition=models.Q(('what__in', ['schools', 'links', 'members', 'placements', 'prices', 'price_lists', 'price_bands', 'fee_decisions', 'payments', 'cost_index', 'decisions', 'indicators', 'terms', 'returns'])), name='imports_importrun_what_is_known'),
        ),
    ]
