"""A status goes no way but those of its moves."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('imports', '0701_cost_index_comes_in'),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name='importrun',
            trigger=pgtrigger.compiler.Trigger(name='by_its_moves', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'INSERT' AND NEW.status NOT IN ('waiting') AND NOT public.nmiss_is_owner()\n        AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE = 'Nothing begins as ' || NEW.status || '.';\n    END IF;\n    IF TG_OP = 'UPDATE' AND NEW.status <> OLD.status\n        AND (OLD.status || '>' || NEW.status) NOT IN ('asking>dropped', 'asking>waiting', 'checked>confirmed', 'checked>dropped', 'confirmed>asking', 'confirmed>checked', 'confirmed>done', 'confirmed>failed', 'confirmed>refused', 'done>undoing', 'failed>dropped', 'refused>dropped', 'undoing>done', 'undoing>undone', 'waiting>asking', 'waiting>checked', 'waiting>failed', 'waiting>refused') AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE =\n            'No move leads from ' || OLD.status || ' to ' || NEW.status || '.';\n    END IF;\n    RETURN NULL;\n", hash='5c965903d5763c044e7acc55cea87245486050a3', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_by_its_moves_10ab7', table='imports_importrun', when='AFTER')),
        ),
    ]
