"""Encrypt what waits in the outbox: until it is delivered it holds links that let people in."""

import nmiss.base.core.fields
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("core", "0180_who_is_the_owner")]

    operations = [
        migrations.RunSQL("DELETE FROM core_outboxmessage", migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="outboxmessage",
            name="payload",
            field=nmiss.base.core.fields.EncryptedJSONField(),
        ),
    ]
