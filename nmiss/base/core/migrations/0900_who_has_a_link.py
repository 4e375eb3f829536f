"""That a transaction acts for who has a link."""

from django.db import migrations

from nmiss.base.core.acting_link_sql import ACTING_LINK


class Migration(migrations.Migration):
    dependencies = [("core", "0500_notice_of_placements")]

    operations = [
        migrations.RunSQL(ACTING_LINK, "DROP FUNCTION public.nmiss_acting_link()"),
    ]
