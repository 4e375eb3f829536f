"""For whom a transaction acts, and whether the owner of the tables is at work."""

from django.db import migrations

from nmiss.base.core.acting_sql import ACTING, IS_OWNER, KEY, PERSON_OF, THIS_TRANSACTION


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]

    operations = [migrations.RunSQL([KEY, THIS_TRANSACTION, PERSON_OF, ACTING, IS_OWNER])]
