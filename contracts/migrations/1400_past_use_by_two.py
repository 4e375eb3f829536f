"""A past decision that came in on a page is used by two people."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('contracts', '0601_status_by_its_moves'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='extensionoption',
            name='by_its_moves',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='by_its_moves', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'INSERT' AND NEW.status NOT IN ('available') AND NOT public.nmiss_is_owner()\n        AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE = 'Nothing begins as ' || NEW.status || '.';\n    END IF;\n    IF TG_OP = 'UPDATE' AND NEW.status <> OLD.status\n        AND (OLD.status || '>' || NEW.status) NOT IN ('available>in_effect', 'available>lapsed', 'available>notified', 'available>proposed', 'decided>lapsed', 'decided>notified', 'notified>in_effect', 'notified>lapsed', 'proposed>decided', 'proposed>in_effect', 'proposed>lapsed') AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE =\n            'No move leads from ' || OLD.status || ' to ' || NEW.status || '.';\n    END IF;\n    RETURN NULL;\n", hash='345dc0d6524e1c0eadf5f2cf52c498234409979e', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_by_its_moves_d9783', table='contracts_extensionoption', when='AFTER')),
        ),
    ]
