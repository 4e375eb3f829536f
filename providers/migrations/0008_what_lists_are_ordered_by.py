from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('providers', '0007_periods_of_the_schools_we_have'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='provider',
            index=models.Index(fields=['name', 'id'], name='providers_provider_by_name'),
        ),
        migrations.AddIndex(
            model_name='school',
            index=models.Index(condition=models.Q(('status__in', ['2', '3'])), fields=['name', 'id'], name='providers_school_gone_by_name'),
        ),
    ]
