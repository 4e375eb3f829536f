"""Have the database say by whose word somebody comes to act for a provider."""

from django.db import migrations

from providers.people_sql import INVITATIONS, IS_OWNER, MEMBERS, NOT_IN_PERSON


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0160_accounts_are_their_persons_own"),
        ("providers", "0142_whose_people"),
    ]

    operations = [migrations.RunSQL([IS_OWNER, MEMBERS, INVITATIONS], NOT_IN_PERSON)]
