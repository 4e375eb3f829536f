"""What only the owner of the tables can undo: the seal, receipts, and the deadlines of rounds."""

from django.db import migrations

from contracts.applications.receipt_sql import AT_THE_COMMIT, OF_ITS_ROUND, RECEIVE
from contracts.applications.seal_sql import MAY_READ, SEAL
from contracts.arrangements.deadline_sql import DEADLINE


class Migration(migrations.Migration):
    dependencies = [("contracts", "0004_membership"), ("providers", "0002_walls")]

    operations = [
        migrations.RunSQL(DEADLINE),
        migrations.RunSQL([MAY_READ, *SEAL]),
        migrations.RunSQL([RECEIVE, AT_THE_COMMIT, OF_ITS_ROUND]),
    ]
