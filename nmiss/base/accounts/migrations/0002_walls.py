"""Who proposes and agrees, whose an account is, and who reads what was not sent.

These are plain triggers: nothing that a role of the hub can set turns them off.
"""

from django.db import migrations

from nmiss.base.accounts.account_sql import ACCOUNTS, INVITATIONS, SECOND_FACTORS
from nmiss.base.accounts.proposal_sql import OPENED_BY_TWO, PROPOSALS
from nmiss.base.accounts.unsent_sql import OWN, WITH_ITS_FORM


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("core", "0003_numbers_of_the_law"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]

    operations = [
        migrations.RunSQL([PROPOSALS, OPENED_BY_TWO]),
        migrations.RunSQL([ACCOUNTS, INVITATIONS, SECOND_FACTORS]),
        migrations.RunSQL([WITH_ITS_FORM, OWN]),
    ]
