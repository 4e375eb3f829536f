"""For whom a transaction acts, whether the owner of the tables is at work, and how it looks anew.

A transaction acts for a person, or for who has a link. The web's role may have the server look
anew at tables that it has just filled.
"""

from django.db import migrations

from nmiss.base.core.acting_link_sql import ACTING_LINK
from nmiss.base.core.acting_sql import ACTING, IS_OWNER, KEY, PERSON_OF, THIS_TRANSACTION
from nmiss.base.core.estimates import RENEW


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]

    operations = [
        migrations.RunSQL([KEY, THIS_TRANSACTION, PERSON_OF, ACTING, IS_OWNER]),
        migrations.RunSQL([ACTING_LINK, RENEW]),
    ]
