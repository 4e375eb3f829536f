"""When something was proposed and decided, the database says."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0210_language_of_letters'),
        ('core', '0181_the_outbox_is_encrypted'),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name='proposal',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.proposed_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.proposed_at IS DISTINCT FROM OLD.proposed_at) THEN\n        NEW.proposed_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.decided_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.decided_at IS DISTINCT FROM OLD.decided_at) THEN\n        NEW.decided_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='c9463c22869170e3deea092fb4a3dc67a8a9c27d', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_657d9', table='accounts_proposal', when='BEFORE')),
        ),
    ]
