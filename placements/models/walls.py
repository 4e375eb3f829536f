"""What the database asks of consultations and replies, in SQL."""

from __future__ import annotations

import pgtrigger

from placements.consultation_kinds import ReplyKind

OF_ONE_CASE = """
    IF NOT EXISTS (
        SELECT FROM public.placements_case AS of_child
        JOIN public.placements_consultationpack AS pack ON pack.case_id = of_child.id
        WHERE of_child.id = NEW.case_id AND pack.id = NEW.pack_id AND of_child.closed_on IS NULL
    ) THEN
        RAISE EXCEPTION 'A consultation is of an open case, with a pack of it.';
    END IF;
    IF NOT EXISTS (
        SELECT FROM public.placements_shortlist AS list
        JOIN public.placements_case AS of_child ON of_child.id = list.case_id
        LEFT JOIN public.placements_shortlistedschool AS chosen
            ON chosen.shortlist_id = list.id AND chosen.school_id = NEW.school_id
        WHERE list.id = NEW.shortlist_id AND list.case_id = NEW.case_id
            AND (chosen.id IS NOT NULL OR of_child.preferred_school_id = NEW.school_id)
    ) THEN
        RAISE EXCEPTION 'A school is consulted from a shortlist of the case, or as preferred.';
    END IF;
    RETURN NEW;
"""
# Unless the choice that closed it is voided: then it goes on as it was.
CLOSED_FOR_GOOD = """
    IF NEW.closed_at IS NULL AND OLD.close_reason IN ('chosen', 'placed')
        AND NEW.holder_id IS NOT DISTINCT FROM OLD.holder_id
        AND EXISTS (
            SELECT FROM public.placements_schoolchoice AS choice
            JOIN public.placements_case AS of_child ON of_child.id = choice.case_id
            WHERE choice.case_id = OLD.case_id AND of_child.closed_on IS NULL
                AND OLD.closed_at BETWEEN choice.chosen_at AND choice.voided_at
        ) AND NOT EXISTS (
            SELECT FROM public.placements_schoolchoice
            WHERE case_id = OLD.case_id AND voided_at IS NULL
        ) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'A consultation that is closed stays as it is.';
"""
_IN_WORDS = ", ".join(f"'{kind}'" for kind in ReplyKind.offers())
SENT_ONCE = f"""
    IF TG_OP = 'INSERT' AND NEW.sent_at IS NOT NULL THEN
        RAISE EXCEPTION 'A reply is a draft before it is sent.';
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.sent_at IS NOT NULL THEN
        RAISE EXCEPTION 'A reply that was sent stays as it is: send another.';
    END IF;
    IF EXISTS (
        SELECT FROM public.placements_consultation
        WHERE id = NEW.consultation_id AND closed_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'A consultation that is closed takes no reply.';
    END IF;
    IF NEW.sent_at IS NOT NULL AND NEW.kind IN ({_IN_WORDS}) AND NOT EXISTS (
        SELECT FROM public.placements_offeredprice WHERE reply_id = NEW.id
    ) THEN
        RAISE EXCEPTION 'An offer has a price.';
    END IF;
    IF NEW.link_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM public.placements_consultationlink
        WHERE id = NEW.link_id AND consultation_id = NEW.consultation_id
            AND opened_at IS NOT NULL AND ended_at IS NULL
    ) THEN
        RAISE EXCEPTION 'A link answers its own consultation.';
    END IF;
    RETURN NEW;
"""
# Its people write a school's reply, or who has the link to it; nobody in their name.
_BY_THE_SCHOOL = """
    IF NOT EXISTS (
        SELECT FROM public.placements_consultation AS c
        JOIN public.providers_school AS s ON s.id = c.school_id
        JOIN public.providers_providermember AS m ON m.provider_id = s.provider_id
        WHERE c.id = {consultation} AND m.role IN ('owner', 'editor')
            AND m.user_id = public.nmiss_acting_person()
        UNION ALL
        SELECT FROM public.placements_consultationlink
        WHERE consultation_id = {consultation} AND id = public.nmiss_acting_link()
            AND opened_at IS NOT NULL AND ended_at IS NULL
    ) THEN
        RAISE EXCEPTION 'A school writes its own reply.';
    END IF;
"""
ITS_OWN_REPLY = (
    _BY_THE_SCHOOL.format(consultation="NEW.consultation_id")
    + """
    IF NEW.link_id IS DISTINCT FROM public.nmiss_acting_link() THEN
        RAISE EXCEPTION 'A reply names the link by which it was written.';
    END IF;
    RETURN NULL;
"""
)
_CONSULTATION_OF = (
    "(SELECT consultation_id FROM public.placements_consultationreply WHERE id = {row}.reply_id)"
)
_OF_A_DRAFT = """
    IF EXISTS (
        SELECT FROM public.placements_consultationreply
        WHERE id = {row}.reply_id AND sent_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'A reply that was sent stays as it is: send another.';
    END IF;
    {own}
    RETURN {row};
"""


def _part_of_a_draft(row: str) -> str:
    own = _BY_THE_SCHOOL.format(consultation=_CONSULTATION_OF.format(row=row))
    return _OF_A_DRAFT.format(row=row, own=own)


def only_of_drafts() -> list[pgtrigger.Trigger]:
    """The walls of what belongs to a reply: it comes and goes as long as that is a draft."""
    before = pgtrigger.Before
    return [
        pgtrigger.Trigger(
            name="added_to_a_draft",
            when=before,
            operation=pgtrigger.Insert | pgtrigger.Update,
            func=_part_of_a_draft("NEW"),
        ),
        pgtrigger.Trigger(
            name="goes_from_a_draft",
            when=before,
            operation=pgtrigger.Delete,
            func=_part_of_a_draft("OLD"),
        ),
    ]
