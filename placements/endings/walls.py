"""Triggers of endings: what the database itself asks."""

# A provider's owner gives notice for the schools of that provider, and records nothing else.
BY_WHOM = """
    IF EXISTS (
        SELECT FROM public.providers_providermember WHERE user_id = NEW.recorded_by_id
    ) AND (NEW.reason <> 'notice_by_school' OR NOT EXISTS (
        SELECT FROM public.providers_providermember AS member
        JOIN public.providers_school AS school ON school.provider_id = member.provider_id
        JOIN public.placements_placement AS place ON place.school_id = school.id
        WHERE place.id = NEW.placement_id AND member.user_id = NEW.recorded_by_id
            AND member.role = 'owner'
    )) THEN
        RAISE EXCEPTION 'An owner of the school''s provider gives its notice.';
    END IF;
    RETURN NEW;
"""

# A provider's owner withdraws the notice of its own schools. A notice that the school gave here is
# voided by the council with the reason that the school withdrew it.
VOIDED_BY_ITS_SIDE = """
    IF EXISTS (
        SELECT FROM public.providers_providermember WHERE user_id = NEW.voided_by_id
    ) THEN
        IF NEW.reason <> 'notice_by_school' OR NOT EXISTS (
            SELECT FROM public.providers_providermember AS member
            JOIN public.providers_school AS school ON school.provider_id = member.provider_id
            JOIN public.placements_placement AS place ON place.school_id = school.id
            WHERE place.id = NEW.placement_id AND member.user_id = NEW.voided_by_id
                AND member.role = 'owner'
        ) THEN
            RAISE EXCEPTION 'An owner of the school''s provider withdraws its notice.';
        END IF;
    ELSIF NEW.void_reason NOT LIKE 'The school withdrew its notice%' AND EXISTS (
        SELECT FROM public.accounts_user WHERE id = NEW.recorded_by_id AND role = 'provider'
    ) THEN
        RAISE EXCEPTION 'The council voids a notice of the school only if the school withdrew it.';
    END IF;
    RETURN NEW;
"""

# Notice is as long as one of the two that were agreed.
AS_AGREED = """
    IF NEW.weeks IS NOT NULL AND EXISTS (
        SELECT FROM public.placements_placementagreement
        WHERE placement_id = NEW.placement_id AND status = 'in_force'
            AND NEW.weeks NOT IN (notice_weeks, first_notice_weeks)
    ) THEN
        RAISE EXCEPTION 'Notice is as long as was agreed.';
    END IF;
    RETURN NEW;
"""

ITS_WORDS_STAND = """
    IF ROW(NEW.words, NEW.sooner_reason) IS DISTINCT FROM ROW(OLD.words, OLD.sooner_reason) THEN
        RAISE EXCEPTION 'The notes on an ending stand as they were recorded.';
    END IF;
    RETURN NEW;
"""

# Asked at the end of the transaction, in which the place has its last day.
ENDS_ITS_PLACE = """
    IF EXISTS (
        SELECT FROM public.placements_placementending AS ending
        JOIN public.placements_placement AS place ON place.id = ending.placement_id
        WHERE ending.id = NEW.id AND ending.voided_at IS NULL
            AND coalesce(place.ended_on, 'infinity') > ending.last_on
    ) THEN
        RAISE EXCEPTION 'A place ends on the day of its ending.'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
"""

# Of the placement: it does not last longer than an ending that stands.
NOT_BEYOND = """
    IF EXISTS (
        SELECT FROM public.placements_placementending
        WHERE placement_id = NEW.id AND voided_at IS NULL
            AND last_on < coalesce(NEW.ended_on, 'infinity')
    ) THEN
        RAISE EXCEPTION 'A place does not last beyond its ending: void the ending first.'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
"""
