"""Show text that was not sent to its own author alone: it may have been meant for a sealed form."""

from django.db import migrations

WALL = """
ALTER TABLE accounts_unsenttext ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON accounts_unsenttext USING (user_id = contracts_acting_person())
"""
NO_WALL = """
DROP POLICY own ON accounts_unsenttext;
ALTER TABLE accounts_unsenttext DISABLE ROW LEVEL SECURITY
"""


class Migration(migrations.Migration):
    dependencies = [
        ("contracts", "0160_award_notices_waived"),
        ("accounts", "0130_unsent_forms"),
    ]

    operations = [migrations.RunSQL(WALL, NO_WALL)]
