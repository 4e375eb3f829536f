"""An option is proposed and decided in person, by two."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('contracts', '0340_every_notice_of_the_act'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='extensionoption',
            name='covered_by_its_decision',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.proposed_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.proposed_by_id) IS DISTINCT FROM ROW(OLD.proposed_by_id))\n        AND NEW.proposed_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\n\n    IF NEW.decided_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.decided_by_id, NEW.decision_id) IS DISTINCT FROM ROW(OLD.decided_by_id, OLD.decision_id))\n        AND NEW.decided_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='a085fe29de131c650edfa40c5e6276f5736a46af', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_59156', table='contracts_extensionoption', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='used_by_two', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF NEW.status IN ('decided', 'notified', 'in_effect')\n                        AND (NEW.proposed_by_id IS NULL OR NEW.decided_by_id IS NULL)\n                        AND (TG_OP = 'INSERT' OR OLD.status IN ('available', 'proposed'))\n                        AND NOT public.nmiss_is_owner() THEN\n                        RAISE EXCEPTION 'One person proposes an option, and another decides it.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='25d2acd9af875c4f398644e9c611119d21ee4d7b', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_used_by_two_db274', table='contracts_extensionoption', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extensionoption',
            trigger=pgtrigger.compiler.Trigger(name='covered_by_its_decision', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE d public.contracts_decision%ROWTYPE; v public.contracts_vehicle%ROWTYPE; today date;', func="\n                    IF NEW.decision_id IS NULL THEN RETURN NEW; END IF;\n                    SELECT * INTO d FROM public.contracts_decision WHERE id = NEW.decision_id;\n                    IF d.vehicle_id IS DISTINCT FROM NEW.vehicle_id THEN\n                        RAISE EXCEPTION 'The decision is about another vehicle.';\n                    END IF;\n                    IF d.published_on IS NULL THEN\n                        RAISE EXCEPTION 'The decision is not published.';\n                    END IF;\n                    IF EXISTS (\n                        SELECT 1 FROM public.contracts_extensionoption AS other\n                        JOIN public.contracts_vehicle ON contracts_vehicle.id = other.vehicle_id\n                        WHERE other.decision_id = NEW.decision_id AND other.id <> NEW.id\n                          AND options_at_once = 1\n                    ) THEN\n                        RAISE EXCEPTION 'The decision has used another option.';\n                    END IF;\n                    today := timezone('Europe/London', public.nmiss_now())::date;\n                    IF NEW.status = 'in_effect' AND d.effective_on > today THEN\n                        RAISE EXCEPTION 'The decision may still be called in.';\n                    END IF;\n                    IF NEW.status <> 'in_effect' THEN RETURN NEW; END IF;\n                    IF NEW.starts_on > today THEN\n                        RAISE EXCEPTION 'An option takes effect on its first day.';\n                    END IF;\n                    SELECT * INTO v FROM public.contracts_vehicle WHERE id = NEW.vehicle_id;\n                    IF NEW.override = '' AND NOT coalesce(\n                        v.value_basis = 'total' AND v.advertised_value >= (\n                            SELECT spent + committed + coalesce(forecast, 0)\n                            FROM public.contracts_vehiclefigure WHERE vehicle_id = v.id\n                            ORDER BY as_at DESC, noted_at DESC, id DESC LIMIT 1\n                        ), false) THEN\n                        RAISE EXCEPTION 'There is no headroom under the advertised value.';\n                    END IF;\n                    IF NEW.consent = '' AND NEW.ends_on > v.consent_past_on THEN\n                        RAISE EXCEPTION 'The direction asks for the consent of the successor.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='8cea5ed40e30565d34b8f1f9b92df2fb6ee8b9ed', operation='INSERT OR UPDATE', pgid='pgtrigger_covered_by_its_decision_d5dcd', table='contracts_extensionoption', when='BEFORE')),
        ),
    ]
