import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('kpis', '1800_written_in_person_everywhere'),
    ]

    operations = [
        migrations.AlterField(
            model_name='returnsection',
            name='saved_at',
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
        migrations.AlterField(
            model_name='returnsectionevent',
            name='saved_at',
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
    ]
