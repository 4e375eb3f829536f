"""Place funding stands among the numbers of the law, once."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('placements', '0330_cases'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='matchweights',
            name='place_funding',
        ),
    ]
