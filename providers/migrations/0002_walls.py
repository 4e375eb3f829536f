"""Who can belong to a provider, and by whose word."""

from django.db import migrations

from providers.people_sql import INVITATIONS, IS_OWNER, MEMBERS, WHOSE


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_walls"), ("providers", "0001_initial")]

    operations = [migrations.RunSQL([WHOSE, IS_OWNER, MEMBERS, INVITATIONS])]
