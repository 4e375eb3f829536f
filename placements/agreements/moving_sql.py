"""Who asks to move a child: an owner of the provider that has the place, to a site of its own."""

ASKED_BY_ITS_OWNER = """
CREATE OR REPLACE FUNCTION placements_move_is_asked_by_its_owner() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM public.placements_placementagreement AS agreement
        JOIN public.providers_school AS here ON here.id = agreement.school_id
        JOIN public.providers_school AS site
            ON site.provider_id = here.provider_id AND site.id <> here.id
        JOIN public.providers_providermember AS member ON member.provider_id = here.provider_id
        WHERE NEW.subject = 'placements.PlacementAgreement ' || agreement.id
            AND NEW.given ->> 'agreement' = agreement.id::text
            AND NEW.given ->> 'site' = site.id::text
            AND agreement.status = 'in_force'
            AND member.user_id = NEW.proposed_by_id AND member.role = 'owner'
    ) THEN
        RAISE EXCEPTION 'An owner of the provider asks to move a child, to a site of its own.'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER placements_move_is_asked_by_its_owner BEFORE INSERT ON accounts_proposal
    FOR EACH ROW WHEN (NEW.kind = 'site_move')
    EXECUTE FUNCTION placements_move_is_asked_by_its_owner();
"""
