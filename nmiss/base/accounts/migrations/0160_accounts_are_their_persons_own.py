"""Have the database say who opens an account, and whose password and second factor they are."""

from django.db import migrations

from nmiss.base.accounts.account_sql import ACCOUNTS, INVITATIONS, NOT_IN_PERSON, SECOND_FACTORS


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0150_proposed_and_decided_in_person"),
        ("core", "0180_who_is_the_owner"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]

    operations = [migrations.RunSQL([ACCOUNTS, INVITATIONS, SECOND_FACTORS], NOT_IN_PERSON)]
