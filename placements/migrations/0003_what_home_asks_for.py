from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contracts', '0001_initial'),
        ('placements', '0002_children_by_the_beginning_of_their_reference'),
        ('providers', '0008_what_lists_are_ordered_by'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='placement',
            index=models.Index(condition=models.Q(('ended_on__isnull', False)), fields=['ended_on', 'id'], name='placements_placement_ended'),
        ),
        migrations.AddIndex(
            model_name='placement',
            index=models.Index(condition=models.Q(('lot', None), ('route', 'call_off')), fields=['school'], name='placements_placement_off_lots'),
        ),
        migrations.AddIndex(
            model_name='placement',
            index=models.Index(condition=models.Q(('annual_fee', 0)), fields=['starts_on', 'id'], name='placements_placement_free'),
        ),
    ]
