"""Triggers of placement agreements: the rules of the council, held by the database."""

from __future__ import annotations

import pgtrigger

from nmiss.base.core.lifecycle import ByItsMoves
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson
from placements.agreements.status import PlacementAgreementStatus

VOIDERS = "'officer', 'manager', 'placements'"

CHECKED_BY_THE_COUNCIL = f"""
    IF NOT EXISTS (
        SELECT FROM public.accounts_user WHERE id = NEW.checked_by_id AND role IN ({VOIDERS})
    ) THEN
        RAISE EXCEPTION 'The council checks a school before it buys a place there.';
    END IF;
    RETURN NEW;
"""

# Of a signature: a place off the DPS begins at a school that was checked, unless others ordered it.
# A place that goes on at its school began by a check, or before there were any.
AFTER_THE_CHECK = """
    IF EXISTS (
        SELECT FROM public.placements_placementagreement AS agreement
        JOIN public.placements_schoolchoice AS choice ON choice.id = agreement.choice_id
        WHERE agreement.id = NEW.agreement_id AND agreement.route = 'spot'
            AND choice.directed = ''
            AND NOT EXISTS (
                SELECT FROM public.placements_placementagreement AS earlier
                WHERE earlier.choice_id = agreement.choice_id
                    AND earlier.school_id = agreement.school_id
                    AND earlier.status IN ('in_force', 'superseded')
            )
            AND NOT coalesce((
                SELECT is_passed AND insured_until >= today
                    AND visited_on + interval '12 months' >= today
                FROM public.placements_preplacementcheck,
                    (SELECT timezone('Europe/London', public.nmiss_now())::date AS today) AS now
                WHERE school_id = agreement.school_id ORDER BY id DESC LIMIT 1
            ), false)
    ) THEN
        RAISE EXCEPTION 'A school off the DPS is checked before an agreement is signed.';
    END IF;
    RETURN NEW;
"""

# A version is of a chosen school, or of another site of its provider; its child is the case's.
OF_A_CHOICE = """
    IF NOT EXISTS (
        SELECT FROM public.placements_schoolchoice AS choice
        JOIN public.placements_case AS of_child ON of_child.id = choice.case_id
        JOIN public.placements_consultation AS asked ON asked.id = choice.consultation_id
        JOIN public.providers_school AS chosen ON chosen.id = asked.school_id
        JOIN public.providers_school AS site ON site.id = NEW.school_id
        WHERE choice.id = NEW.choice_id AND choice.voided_at IS NULL
            AND of_child.child_id = NEW.child_id
            AND (site.id = chosen.id
                OR NEW.version > 1 AND site.provider_id = chosen.provider_id)
    ) THEN
        RAISE EXCEPTION 'An agreement is of the chosen school, or of a site of its provider.';
    END IF;
    RETURN NEW;
"""

# Asked as a version comes into force. Only where the place begins with it must the school be on
# the DPS then, and the number of its pupils allow one more: a live place goes on by its own terms.
COMES_INTO_FORCE = """
    DECLARE
        place public.placements_placement;
        is_directed boolean;
    BEGIN
        -- One that is superseded was in force before: its place goes on as it stands.
        IF NEW.status <> 'in_force' OR OLD.status IN ('in_force', 'superseded') THEN
            RETURN NEW;
        END IF;
        IF (SELECT count(*) FROM public.placements_placementsignature
            WHERE agreement_id = NEW.id AND digest = NEW.digest) < 2 THEN
            RAISE EXCEPTION 'Both sides sign a placement agreement.';
        END IF;
        SELECT * INTO place FROM public.placements_placement WHERE id = NEW.placement_id;
        IF place.id IS NULL OR ROW(place.child_id, place.school_id, place.route, place.provision,
                place.ended_on)
            IS DISTINCT FROM ROW(NEW.child_id, NEW.school_id, NEW.route, NEW.provision,
                NEW.ends_on)
            OR place.lot_id IS DISTINCT FROM NEW.lot_id OR place.starts_on > NEW.starts_on THEN
            RAISE EXCEPTION 'A placement agreement in force has the place that it describes.';
        END IF;
        IF place.starts_on < NEW.starts_on THEN
            RETURN NEW;
        END IF;
        IF NEW.route = 'call_off' AND NOT EXISTS (
            SELECT FROM public.contracts_membership AS member
            JOIN public.contracts_lot AS lot ON lot.id = member.lot_id
            JOIN public.contracts_vehicle AS vehicle ON vehicle.id = lot.vehicle_id
            WHERE member.school_id = NEW.school_id AND member.lot_id = NEW.lot_id
                AND NEW.starts_on BETWEEN member.admitted_on
                    AND LEAST(coalesce(member.left_on, 'infinity'),
                        coalesce(vehicle.ends_on, 'infinity'))
                AND NOT EXISTS (
                    SELECT FROM public.contracts_suspension AS stop
                    WHERE stop.membership_id = member.id AND NEW.starts_on
                        BETWEEN stop.starts_on AND coalesce(stop.ends_on, 'infinity')
                )
        ) THEN
            RAISE EXCEPTION 'A place is called off from a member of the DPS on its first day.';
        END IF;
        SELECT directed <> '' INTO is_directed
        FROM public.placements_schoolchoice WHERE id = NEW.choice_id;
        IF NOT is_directed AND NEW.over_number_reason IS NULL AND (
            SELECT count(*) FROM public.placements_placement
            WHERE school_id = NEW.school_id AND starts_on <= NEW.starts_on
                AND coalesce(ended_on, 'infinity') >= NEW.starts_on
        ) > (SELECT capacity FROM public.providers_school WHERE id = NEW.school_id) THEN
            RAISE EXCEPTION 'A place beyond the registered number has a reason.';
        END IF;
        RETURN NEW;
    END;
"""

ITS_REASON_AND_PLACE_STAND = """
    -- Encrypted anew each time it is saved: that there is one can be compared, and no more.
    IF (NEW.over_number_reason IS NULL) <> (OLD.over_number_reason IS NULL) THEN
        RAISE EXCEPTION 'The reason for one more child stands as it was offered.';
    END IF;
    IF ROW(NEW.placement_id, NEW.before_on, NEW.before_reason)
            IS DISTINCT FROM ROW(OLD.placement_id, OLD.before_on, OLD.before_reason)
        AND OLD.status <> 'signed_by_provider' THEN
        RAISE EXCEPTION 'The place of an agreement is noted as the council signs.';
    END IF;
    IF NEW.superseded_by_id IS DISTINCT FROM OLD.superseded_by_id AND NOT (
        OLD.status = 'in_force' AND NEW.status = 'superseded' AND EXISTS (
            SELECT FROM public.placements_placementagreement
            WHERE id = NEW.superseded_by_id AND child_id = NEW.child_id
                AND status = 'signed_by_provider'
        )
    ) THEN
        RAISE EXCEPTION 'An agreement gives way to the one that the council signs.';
    END IF;
    RETURN NEW;
"""

# Prices come with the agreement, before anybody signs it.
BEFORE_A_SIGNATURE = """
    IF EXISTS (
        SELECT FROM public.placements_placementsignature WHERE agreement_id = NEW.agreement_id
    ) OR NOT EXISTS (
        SELECT FROM public.placements_placementagreement
        WHERE id = NEW.agreement_id AND status = 'offered'
    ) THEN
        RAISE EXCEPTION 'Prices come with an agreement before it is signed.';
    END IF;
    RETURN NEW;
"""

# An owner signs for the provider, and commissioning for the council: a manager, where the place
# costs more a year than it does until then (``permissions.why_not_agree_to_more``).
UNDER_THIS_DOCUMENT = """
    SELECT * INTO offered FROM public.placements_placementagreement WHERE id = NEW.agreement_id;
    SELECT role INTO signer FROM public.accounts_user WHERE id = NEW.person_id;
    IF NEW.side = 'provider' AND NOT EXISTS (
        SELECT FROM public.providers_school AS school
        JOIN public.providers_providermember AS member ON member.provider_id = school.provider_id
        WHERE school.id = offered.school_id AND member.user_id = NEW.person_id
            AND member.role = 'owner'
    ) OR NEW.side = 'council' AND signer NOT IN ('officer', 'manager') THEN
        RAISE EXCEPTION 'Each side signs a placement agreement for itself.';
    END IF;
    SELECT * INTO earlier FROM public.placements_placementagreement
    WHERE choice_id = offered.choice_id AND version < offered.version
        AND status IN ('in_force', 'superseded')
    ORDER BY version DESC LIMIT 1;
    IF NEW.side = 'council' AND signer <> 'manager' AND earlier.id IS NOT NULL AND (
        SELECT round(sum(cost_a_year), 2) FROM public.placements_agreedprice
        WHERE agreement_id = offered.id
    ) > greatest((
        SELECT coalesce(round(sum(cost_a_year), 2), 0) FROM public.placements_agreedprice
        WHERE agreement_id = earlier.id
    ), (
        SELECT coalesce(round(sum(cost_a_year), 2), 0) FROM public.placements_priceline
        WHERE placement_id = earlier.placement_id AND voided_at IS NULL
            AND offered.starts_on - 1 BETWEEN starts_on AND coalesce(ends_on, 'infinity')
    )) THEN
        RAISE EXCEPTION 'A manager signs a placement agreement that costs more than before.';
    END IF;
    IF NEW.digest IS DISTINCT FROM (
        SELECT digest FROM public.placements_placementagreement
        WHERE id = NEW.agreement_id AND status IN ('offered', 'signed_by_provider')
    ) THEN
        RAISE EXCEPTION 'A signature is for the document of an agreement that waits for it.';
    END IF;
    RETURN NEW;
"""

# An agreement that has ended stays as it is. One that gave way is in force again once the one that
# it gave way to is voided, and is voided with that one where both are of one place.
ENDED_FOR_GOOD = """
    IF OLD.status = 'superseded' AND (
        NEW.status = 'voided' OR NEW.status = 'in_force' AND EXISTS (
            SELECT FROM public.placements_placementagreement
            WHERE id = OLD.superseded_by_id AND status = 'voided'
        )
    ) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'An agreement that has ended stays as it is.';
"""

# Another person of the council than who made a version of the place, or signed it for the council.
VOIDED_BY_ANOTHER = f"""
    IF EXISTS (
        SELECT FROM public.placements_placementagreement AS version
        LEFT JOIN public.placements_placementsignature AS signed
            ON signed.agreement_id = version.id AND signed.side = 'council'
        WHERE version.placement_id = NEW.placement_id
            AND NEW.voided_by_id IN (version.made_by_id, signed.person_id)
    ) THEN
        RAISE EXCEPTION 'An agreement is voided by another person than who made it.';
    END IF;
    IF NOT EXISTS (
        SELECT FROM public.accounts_user WHERE id = NEW.voided_by_id AND role IN ({VOIDERS})
    ) THEN
        RAISE EXCEPTION 'The council voids an agreement.';
    END IF;
    RETURN NEW;
"""

# Of an agreement: its place is voided with it. Of a place: every agreement of it is.
VOIDED_WITH_ITS_PLACE = """
    IF EXISTS (
        SELECT FROM public.placements_placementagreement AS agreement
        JOIN public.placements_placement AS place ON place.id = agreement.placement_id
        WHERE agreement.id = NEW.id
            AND (agreement.status = 'voided') <> (place.voided_at IS NOT NULL)
    ) THEN
        RAISE EXCEPTION 'A place is voided with its agreements.'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
"""
VOIDED_WITH_ITS_AGREEMENTS = """
    IF NOT EXISTS (
        SELECT FROM public.placements_placementagreement
        WHERE placement_id = NEW.id AND status = 'voided'
    ) OR EXISTS (
        SELECT FROM public.placements_placementagreement
        WHERE placement_id = NEW.id AND status <> 'voided'
    ) THEN
        RAISE EXCEPTION 'A place is voided with its agreements.'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
"""

# A place that no import brought is begun by an agreement.
BEGUN_BY_AN_AGREEMENT = """
    IF NOT EXISTS (
        SELECT FROM public.placements_placement WHERE id = NEW.id AND NOT imported
    ) OR EXISTS (
        SELECT FROM public.placements_placementagreement
        WHERE placement_id = NEW.id AND status IN ('in_force', 'superseded', 'voided')
    ) THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'A place begins by an agreement that both sides have signed.';
"""


def of_agreements() -> list[pgtrigger.Trigger]:
    """What stands around a version of an agreement."""
    return [
        ByItsMoves(),
        pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
        pgtrigger.ReadOnly(
            name="what_is_offered_stands",
            fields=[
                *("choice", "version", "child", "school", "route", "lot", "provision"),
                *("weeks", "starts_on", "ends_on", "follows", "notice_weeks"),
                *("first_notice_weeks", "billing", "document", "digest", "made_at", "made_by"),
            ],
        ),
        pgtrigger.Trigger(
            name="its_reason_and_place_stand",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            func=ITS_REASON_AND_PLACE_STAND,
        ),
        DatedByTheDatabase("made_at", "voided_at"),
        DoneInPerson(made_by=(), voided_by=("voided_at",)),
        pgtrigger.Trigger(
            name="voided_by_another",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            condition=pgtrigger.Q(old__voided_at__isnull=True, new__voided_at__isnull=False),
            func=VOIDED_BY_ANOTHER,
        ),
        pgtrigger.Trigger(
            name="voided_with_its_place",
            when=pgtrigger.After,
            operation=pgtrigger.UpdateOf("status"),
            timing=pgtrigger.Deferred,
            func=VOIDED_WITH_ITS_PLACE,
        ),
        pgtrigger.Trigger(
            name="of_a_choice",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert,
            func=OF_A_CHOICE,
        ),
        pgtrigger.Trigger(
            name="begins_as_offered",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert,
            condition=~pgtrigger.Q(new__status="offered")
            | pgtrigger.Q(new__placement__isnull=False),
            func="RAISE EXCEPTION 'An agreement is offered before anybody signs it.';",
        ),
        pgtrigger.Trigger(
            name="comes_into_force",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            func=COMES_INTO_FORCE,
        ),
        pgtrigger.Trigger(
            name="ended_for_good",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            condition=pgtrigger.Q(
                old__status__in=[
                    PlacementAgreementStatus.SUPERSEDED.value,
                    *(each.value for each in PlacementAgreementStatus.taken_back()),
                ]
            ),
            func=ENDED_FOR_GOOD,
        ),
    ]
