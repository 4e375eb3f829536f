"""Whether the hub itself says it, or somebody by SQL."""

from django.db import migrations

from nmiss.base.core.acting_hub_sql import ACTING_HUB


class Migration(migrations.Migration):
    dependencies = [("core", "1746_mail_by_notify")]

    operations = [migrations.RunSQL(ACTING_HUB)]
