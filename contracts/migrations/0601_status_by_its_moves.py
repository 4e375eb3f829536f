"""A status goes no way but those of its moves; an application has so many documents."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('contracts', '0600_walls_of_moves'),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='by_its_moves', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'INSERT' AND NEW.status NOT IN ('offered') AND NOT public.nmiss_is_owner()\n        AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE = 'Nothing begins as ' || NEW.status || '.';\n    END IF;\n    IF TG_OP = 'UPDATE' AND NEW.status <> OLD.status\n        AND (OLD.status || '>' || NEW.status) NOT IN ('in_force>ended', 'offered>declined', 'offered>signed_by_provider', 'offered>withdrawn', 'signed_by_provider>in_force', 'signed_by_provider>withdrawn') AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE =\n            'No move leads from ' || OLD.status || ' to ' || NEW.status || '.';\n    END IF;\n    RETURN NULL;\n", hash='c84bac42b533bff35fec86d19ed15a1ba40428b5', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_by_its_moves_90ba5', table='contracts_agreement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='application',
            trigger=pgtrigger.compiler.Trigger(name='by_its_moves', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'INSERT' AND NEW.status NOT IN ('draft') AND NOT public.nmiss_is_owner()\n        AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE = 'Nothing begins as ' || NEW.status || '.';\n    END IF;\n    IF TG_OP = 'UPDATE' AND NEW.status <> OLD.status\n        AND (OLD.status || '>' || NEW.status) NOT IN ('approved>told', 'draft>received', 'draft>withdrawn', 'evaluated>recommended', 'received>evaluated', 'received>received', 'received>withdrawn', 'recommended>approved', 'recommended>evaluated') AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE =\n            'No move leads from ' || OLD.status || ' to ' || NEW.status || '.';\n    END IF;\n    RETURN NULL;\n", hash='e685af7e0a559aae6d3763cd51c997465f3fa82e', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_by_its_moves_42e0c', table='contracts_application', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evidence',
            trigger=pgtrigger.compiler.Trigger(name='no_more_than', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF 200 < (SELECT count(*) FROM public.contracts_evidence AS row\n                 WHERE application_id = NEW.application_id AND NOT EXISTS (SELECT 1 FROM public.contracts_refusedfile WHERE evidence_id = row.id)) THEN\n        RAISE EXCEPTION 'There are no more than 200.';\n    END IF;\n    RETURN NULL;\n", hash='81868fd41708d4d295644e11cc0e1f835deb0f28', operation='INSERT', pgid='pgtrigger_no_more_than_9b01f', table='contracts_evidence', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionletter',
            trigger=pgtrigger.compiler.Trigger(name='by_its_moves', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'INSERT' AND NEW.status NOT IN ('no_reply') AND NOT public.nmiss_is_owner()\n        AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE = 'Nothing begins as ' || NEW.status || '.';\n    END IF;\n    IF TG_OP = 'UPDATE' AND NEW.status <> OLD.status\n        AND (OLD.status || '>' || NEW.status) NOT IN ('accepted>declined', 'declined>accepted', 'no_reply>accepted', 'no_reply>declined') AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE =\n            'No move leads from ' || OLD.status || ' to ' || NEW.status || '.';\n    END IF;\n    RETURN NULL;\n", hash='5eecbe97718f9e0ee326a6b84cabe5869e4486a5', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_by_its_moves_79816', table='contracts_extensionletter', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='by_its_moves', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'INSERT' AND NEW.status NOT IN ('available') AND NOT public.nmiss_is_owner()\n        AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE = 'Nothing begins as ' || NEW.status || '.';\n    END IF;\n    IF TG_OP = 'UPDATE' AND NEW.status <> OLD.status\n        AND (OLD.status || '>' || NEW.status) NOT IN ('available>in_effect', 'available>lapsed', 'available>notified', 'available>proposed', 'decided>lapsed', 'decided>notified', 'notified>in_effect', 'notified>lapsed', 'proposed>decided', 'proposed>lapsed') AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE =\n            'No move leads from ' || OLD.status || ' to ' || NEW.status || '.';\n    END IF;\n    RETURN NULL;\n", hash='e2b7d1335a7f22d4dc4bb353bf8e7b678264a6dd', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_by_its_moves_d9783', table='contracts_extensionoption', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='round',
            trigger=pgtrigger.compiler.Trigger(name='by_its_moves', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'INSERT' AND NEW.status NOT IN ('planned') AND NOT public.nmiss_is_owner()\n        AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE = 'Nothing begins as ' || NEW.status || '.';\n    END IF;\n    IF TG_OP = 'UPDATE' AND NEW.status <> OLD.status\n        AND (OLD.status || '>' || NEW.status) NOT IN ('open>closed', 'planned>open') AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE =\n            'No move leads from ' || OLD.status || ' to ' || NEW.status || '.';\n    END IF;\n    RETURN NULL;\n", hash='fe06f8d06bf748b37bf5318911d4292d86c0b7e3', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_by_its_moves_305a6', table='contracts_round', when='AFTER')),
        ),
    ]
