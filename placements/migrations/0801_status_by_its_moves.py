"""A status goes no way but those of its moves."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('placements', '0800_chosen_by_the_reply_agreed'),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name='feerequest',
            trigger=pgtrigger.compiler.Trigger(name='by_its_moves', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'INSERT' AND NEW.status NOT IN ('draft') AND NOT public.nmiss_is_owner()\n        AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE = 'Nothing begins as ' || NEW.status || '.';\n    END IF;\n    IF TG_OP = 'UPDATE' AND NEW.status <> OLD.status\n        AND (OLD.status || '>' || NEW.status) NOT IN ('draft>received', 'draft>withdrawn', 'escalated>agreed', 'escalated>information', 'escalated>negotiating', 'escalated>refused', 'escalated>withdrawn', 'information>received', 'information>withdrawn', 'negotiating>agreed', 'negotiating>escalated', 'negotiating>information', 'negotiating>negotiating', 'negotiating>refused', 'negotiating>withdrawn', 'received>agreed', 'received>escalated', 'received>information', 'received>negotiating', 'received>refused', 'received>withdrawn', 'refused>received') AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE =\n            'No move leads from ' || OLD.status || ' to ' || NEW.status || '.';\n    END IF;\n    RETURN NULL;\n", hash='cce373b6dabab076bdf96d3a86b4afda042ea144', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_by_its_moves_2298b', table='placements_feerequest', when='AFTER')),
        ),
    ]
