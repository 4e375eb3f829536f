"""A status goes no way but those of its moves."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('kpis', '0701_reminders_of_returns'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='consequence',
            name='heard_before_decided',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='consequence',
            trigger=pgtrigger.compiler.Trigger(name='by_its_moves', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'INSERT' AND NEW.status NOT IN ('proposed') AND NOT public.nmiss_is_owner()\n        AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE = 'Nothing begins as ' || NEW.status || '.';\n    END IF;\n    IF TG_OP = 'UPDATE' AND NEW.status <> OLD.status\n        AND (OLD.status || '>' || NEW.status) NOT IN ('proposed>decided', 'proposed>dropped', 'proposed>proposed') AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE =\n            'No move leads from ' || OLD.status || ' to ' || NEW.status || '.';\n    END IF;\n    RETURN NULL;\n", hash='e13204a9d3904c224fdd09042f8b778cbaad8a79', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_by_its_moves_07a66', table='kpis_consequence', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='consequence',
            trigger=pgtrigger.compiler.Trigger(name='heard_before_decided', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.decided_at IS NOT NULL AND OLD.decided_at IS NULL AND OLD.replied_at IS NULL\n        AND (public.nmiss_now() AT TIME ZONE 'Europe/London')::date <= NEW.reply_until THEN\n        RAISE EXCEPTION 'The provider may still reply: decide afterwards.';\n    END IF;\n    IF OLD.decided_at IS NOT NULL AND to_jsonb(NEW) <> to_jsonb(OLD) THEN\n        RAISE EXCEPTION 'A decision about a consequence does not change.';\n    END IF;\n    IF OLD.replied_at IS NOT NULL AND ROW(NEW.reply, NEW.replied_by_id, NEW.replied_at)\n        IS DISTINCT FROM ROW(OLD.reply, OLD.replied_by_id, OLD.replied_at) THEN\n        RAISE EXCEPTION 'A reply does not change.';\n    END IF;\n    IF NEW.replied_at IS NOT NULL AND OLD.replied_at IS NULL\n        AND (public.nmiss_now() AT TIME ZONE 'Europe/London')::date > NEW.reply_until THEN\n        RAISE EXCEPTION 'The time to reply is over.';\n    END IF;\n    IF NEW.decided_at IS NOT NULL AND OLD.decided_at IS NULL AND NOT EXISTS (\n        SELECT 1 FROM accounts_user WHERE id = NEW.decided_by_id AND role = 'manager') THEN\n        RAISE EXCEPTION 'A manager decides about a consequence.';\n    END IF;\n    RETURN NEW;\n", hash='caf0896cf755ce8b0c094525c14ba5bec29b3ed2', operation='UPDATE', pgid='pgtrigger_heard_before_decided_49b82', table='kpis_consequence', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='kpireturn',
            trigger=pgtrigger.compiler.Trigger(name='by_its_moves', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'INSERT' AND NEW.status NOT IN ('not_asked', 'to_do') AND NOT public.nmiss_is_owner()\n        AND (NEW.imported <> coalesce(OLD.imported, false)) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE = 'Nothing begins as ' || NEW.status || '.';\n    END IF;\n    IF TG_OP = 'UPDATE' AND NEW.status <> OLD.status\n        AND (OLD.status || '>' || NEW.status) NOT IN ('accepted>being_corrected', 'being_corrected>accepted', 'being_corrected>submitted', 'being_filled>excused', 'being_filled>submitted', 'excused>being_filled', 'queried>submitted', 'submitted>accepted', 'submitted>queried', 'to_do>being_filled', 'to_do>excused') AND (NEW.imported <> coalesce(OLD.imported, false)) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE =\n            'No move leads from ' || OLD.status || ' to ' || NEW.status || '.';\n    END IF;\n    RETURN NULL;\n", hash='83ff80cf57764793ce38b641528d7af53a143f41', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_by_its_moves_17550', table='kpis_kpireturn', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='returnworkbook',
            trigger=pgtrigger.compiler.Trigger(name='by_its_moves', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'INSERT' AND NEW.status NOT IN ('waiting') AND NOT public.nmiss_is_owner()\n        AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE = 'Nothing begins as ' || NEW.status || '.';\n    END IF;\n    IF TG_OP = 'UPDATE' AND NEW.status <> OLD.status\n        AND (OLD.status || '>' || NEW.status) NOT IN ('read>dropped', 'read>read', 'read>saved', 'refused>dropped', 'waiting>read', 'waiting>refused') AND (false) IS NOT TRUE THEN\n        RAISE EXCEPTION USING MESSAGE =\n            'No move leads from ' || OLD.status || ' to ' || NEW.status || '.';\n    END IF;\n    RETURN NULL;\n", hash='1cc5042ea719c7aeb986fe19c8b4ec11843f6124', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_by_its_moves_da8d7', table='kpis_returnworkbook', when='AFTER')),
        ),
    ]
