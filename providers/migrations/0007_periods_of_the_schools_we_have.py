"""Open a period for each school that is here already, from the day on which it came in."""

from django.db import migrations

FORWARDS = """
INSERT INTO providers_schoolperiod
    (school_id, from_on, name, head_name, lowest_age, highest_age, status, capacity)
SELECT school.id,
       COALESCE((SELECT min(event.pgh_created_at) FROM providers_schoolevent event
                 WHERE event.pgh_obj_id = school.id), now())::date,
       school.name, school.head_name, school.lowest_age, school.highest_age, school.status,
       school.capacity
FROM providers_school school
"""


class Migration(migrations.Migration):
    dependencies = [("providers", "0006_keep_what_the_register_said")]

    operations = [migrations.RunSQL(FORWARDS, migrations.RunSQL.noop)]
