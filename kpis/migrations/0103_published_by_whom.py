"""Whoever drafted indicators stays, and only the operator brings them into force alone."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('kpis', '0101_warn_percent'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='indicatorset',
            name='published_once',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='indicatorset',
            trigger=pgtrigger.compiler.Trigger(name='published_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD.published_at IS NOT NULL THEN\n        RAISE EXCEPTION 'A published version of the indicators is not edited: succeed it.';\n    END IF;\n    IF TG_OP = 'UPDATE' AND ROW(NEW.drafted_by_id, NEW.imported)\n        IS DISTINCT FROM ROW(OLD.drafted_by_id, OLD.imported) THEN\n        RAISE EXCEPTION 'Who drafted a version of the indicators stays.';\n    END IF;\n    IF NEW.published_at IS NOT NULL AND NEW.published_by_id IS NULL\n        AND NOT public.nmiss_is_owner() THEN\n        RAISE EXCEPTION 'Only the operator brings indicators into force without a manager.';\n    END IF;\n    IF NEW.published_at IS NOT NULL AND EXISTS (\n        SELECT 1 FROM kpis_indicatorset WHERE published_at IS NOT NULL AND id <> NEW.id\n            AND valid_from <= NEW.valid_from)\n        AND EXISTS (\n        SELECT 1 FROM kpis_indicatorset WHERE published_at IS NOT NULL AND id <> NEW.id\n            AND valid_from >= NEW.valid_from) THEN\n        RAISE EXCEPTION 'A version of the indicators follows the last one, or precedes the first.';\n    END IF;\n    IF NEW.published_at IS NOT NULL AND NOT NEW.imported\n        AND NEW.valid_from <= (public.nmiss_now() AT TIME ZONE 'Europe/London')::date THEN\n        RAISE EXCEPTION 'A version of the indicators is published before it is in force.';\n    END IF;\n    RETURN NEW;\n", hash='755ad438dfbfecfa4694fc2fa692dcd87856f234', operation='INSERT OR UPDATE', pgid='pgtrigger_published_once_51645', table='kpis_indicatorset', when='BEFORE')),
        ),
    ]
