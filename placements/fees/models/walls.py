"""The walls of fees: who writes which columns of a request, an offer and a mandate, and when.

Pages say the same first, in words (``placements.fees.permissions``). The hub's own role passes none
of these by SQL alone: what binds names somebody, who does it in person.
"""

from __future__ import annotations

import pgtrigger

_BY_ITS_SIDE = """
    IF NOT EXISTS (
        SELECT FROM public.accounts_user AS u WHERE u.id = NEW.{who}_id AND (
            NEW.side = 'council' AND u.role IN ('officer', 'manager')
            OR NEW.side = 'provider' AND u.role = 'provider' AND EXISTS (
                SELECT FROM public.providers_providermember AS m
                JOIN public.placements_feerequest AS r ON r.provider_id = m.provider_id
                WHERE r.id = NEW.request_id AND m.user_id = u.id AND m.role IN ('owner', 'editor')
            )
        )
    ) THEN
        RAISE EXCEPTION 'Each side speaks for itself.';
    END IF;
    RETURN NEW;
"""
_TAKES_ITS_TURN = """
    SELECT * INTO of FROM public.placements_feerequest WHERE id = NEW.request_id;
    IF TG_OP = 'INSERT' THEN
        IF NEW.accepted_at IS NOT NULL OR of.status <> 'negotiating'
            OR NEW.number <> 1 + (SELECT count(*) FROM public.placements_feeoffer
                                  WHERE request_id = NEW.request_id) THEN
            RAISE EXCEPTION 'An offer is made while a request is negotiated, and then accepted.';
        END IF;
        IF (public.nmiss_now() AT TIME ZONE 'Europe/London')::date > NEW.expires_on THEN
            RAISE EXCEPTION 'An offer lasts until today at least.';
        END IF;
        RETURN NEW;
    END IF;
    IF of.status <> 'agreed' OR of.agreed_percent IS DISTINCT FROM NEW.percent
        OR NEW.number <> (SELECT max(number) FROM public.placements_feeoffer
                          WHERE request_id = NEW.request_id) THEN
        RAISE EXCEPTION 'A request is agreed by its newest offer.';
    END IF;
    IF NEW.made_at <= of.appealed_at THEN
        RAISE EXCEPTION 'A refusal ends every offer that was made before it.';
    END IF;
    IF (SELECT role = 'provider' FROM public.accounts_user WHERE id = NEW.accepted_by_id)
        = (NEW.side = 'provider') THEN
        RAISE EXCEPTION 'The other side accepts an offer.';
    END IF;
    RETURN NEW;
"""
# Asked at the end of the transaction, when an offer has all its lines: what it comes to in a year,
# and by how much the price lists rise with it.
_WITHIN_THE_MANDATE = """
    SELECT coalesce(sum(round(offered * quantity * times, 2)
                        - round(current_amount * quantity * times, 2)), 0),
           coalesce(NEW.percent, r.asked_percent, 0)
    INTO more, rise
    FROM public.placements_feerequest AS r
    LEFT JOIN (
        SELECT l.request_id, l.quantity, l.current_amount,
               CASE l.unit WHEN 'year' THEN 1 WHEN 'term' THEN 3 ELSE l.weeks END AS times,
               CASE WHEN coalesce(apart.percent, NEW.percent) IS NULL
                    THEN coalesce(l.asked_amount, l.current_amount)
                    ELSE round(l.current_amount * (100 + coalesce(apart.percent, NEW.percent))
                               * 0.01, 2) END AS offered
        FROM public.placements_feeline AS l
        LEFT JOIN public.placements_feeofferline AS apart
            ON apart.line_id = l.id AND apart.offer_id = NEW.id
    ) AS line ON line.request_id = r.id
    WHERE r.id = NEW.request_id GROUP BY r.id;
    IF NEW.more_a_year <> more THEN
        RAISE EXCEPTION 'An offer says what it comes to in a year: %.', more;
    END IF;
    IF (NEW.side = 'council') = (TG_OP = 'INSERT') AND NOT EXISTS (
        SELECT FROM (SELECT percent, pounds_a_year FROM public.placements_feemandate
                     WHERE request_id = NEW.request_id ORDER BY id DESC LIMIT 1) AS mandate
        WHERE more <= pounds_a_year AND rise <= percent
    ) THEN
        RAISE EXCEPTION 'What binds the council is within its mandate.';
    END IF;
    RETURN NULL;
"""
_AS_AGREED = """
    IF NOT EXISTS (
        SELECT FROM public.accounts_proposal AS p
        WHERE p.kind = 'fee_mandate' AND p.decision = 'agreed'
            AND p.proposed_by_id = NEW.recommended_by_id AND p.decided_by_id = NEW.approved_by_id
            AND p.given ->> 'request' = NEW.request_id::text
            AND (p.given ->> 'percent')::numeric = NEW.percent
            AND (p.given ->> 'pounds_a_year')::numeric = NEW.pounds_a_year
            AND p.given ->> 'decision' = NEW.decision
            AND NOT EXISTS (SELECT FROM public.placements_feemandate
                            WHERE request_id = NEW.request_id AND id <> NEW.id
                                AND approved_at >= p.decided_at)
    ) THEN
        RAISE EXCEPTION 'A mandate is what two people agreed to.';
    END IF;
    -- By the scheme of delegation of today; without one by the window. Null is no limit.
    SELECT coalesce(bool_or(office_key = 'commissioning manager'), false), count(*) > 0
    INTO is_named, has_scheme FROM public.contracts_approvallimit
    WHERE matter = 'fees'
        AND valid_from <= (public.nmiss_now() AT TIME ZONE 'Europe/London')::date;
    IF NOT has_scheme THEN
        SELECT w.limit_percent, w.limit_pounds INTO most_percent, most_pounds
        FROM public.placements_feerequest AS r
        JOIN public.placements_feewindow AS w ON w.id = r.window_id WHERE r.id = NEW.request_id;
    ELSIF NOT is_named THEN
        most_percent := 0;
        most_pounds := 0;
    ELSE
        SELECT percent_up_to, up_to INTO most_percent, most_pounds
        FROM public.contracts_approvallimit
        WHERE matter = 'fees' AND office_key = 'commissioning manager'
            AND valid_from <= (public.nmiss_now() AT TIME ZONE 'Europe/London')::date
        ORDER BY valid_from DESC LIMIT 1;
    END IF;
    IF NEW.decision = '' AND (NEW.percent > most_percent OR NEW.pounds_a_year > most_pounds) THEN
        RAISE EXCEPTION 'Above the limit of a manager there is an executive decision.';
    END IF;
    RETURN NULL;
"""
_OF_THE_COUNCIL = """
    IF NOT EXISTS (SELECT FROM public.accounts_user
                   WHERE id = NEW.written_by_id AND role IN ('officer', 'manager')) THEN
        RAISE EXCEPTION 'Notes are written by commissioning.';
    END IF;
    RETURN NEW;
"""
_IN_ITS_STATE = """
    IF ROW(NEW.window_id, NEW.provider_id, NEW.school_id, NEW.scope, NEW.started_by_id,
           NEW.started_at, NEW.is_offline) IS DISTINCT FROM
       ROW(OLD.window_id, OLD.provider_id, OLD.school_id, OLD.scope, OLD.started_by_id,
           OLD.started_at, OLD.is_offline)
       OR OLD.status <> 'draft' AND NEW.asked_percent IS DISTINCT FROM OLD.asked_percent
       OR ROW(NEW.submitted_by_id, NEW.submitted_at, NEW.effective_on, NEW.is_late,
              NEW.received_on, NEW.signed_by) IS DISTINCT FROM
          ROW(OLD.submitted_by_id, OLD.submitted_at, OLD.effective_on, OLD.is_late,
              OLD.received_on, OLD.signed_by)
           AND NOT (OLD.status = 'draft' AND NEW.status = 'received') THEN
        RAISE EXCEPTION 'A certified fee request stays as it was submitted.';
    END IF;
    IF NEW.status = OLD.status AND ROW(NEW.answer_due_on, NEW.information_due_on) IS DISTINCT FROM
        ROW(OLD.answer_due_on, OLD.information_due_on) THEN
        RAISE EXCEPTION 'The days of an answer change as the request moves on.';
    END IF;
    IF (OLD.status = 'refused' AND NEW.status = 'received') <>
        (NEW.appealed_at IS DISTINCT FROM OLD.appealed_at) OR OLD.appealed_at IS NOT NULL
        AND NEW.appealed_at IS DISTINCT FROM OLD.appealed_at THEN
        RAISE EXCEPTION 'A refusal is appealed against once.';
    END IF;
    IF ROW(NEW.decided_by_id, NEW.decided_at, NEW.decided_on, NEW.agreed_percent,
           NEW.decision_reason) IS DISTINCT FROM
       ROW(OLD.decided_by_id, OLD.decided_at, OLD.decided_on, OLD.agreed_percent,
           OLD.decision_reason)
       AND (NEW.status = OLD.status
            OR NEW.status NOT IN ('agreed', 'refused') AND OLD.status <> 'refused') THEN
        RAISE EXCEPTION 'A decision stays until there is an appeal.';
    END IF;
    IF NEW.savings_written_at IS DISTINCT FROM OLD.savings_written_at AND (
        OLD.savings_written_at IS NOT NULL OR NEW.status NOT IN ('agreed', 'refused')) THEN
        RAISE EXCEPTION 'The ledger takes a decision once.';
    END IF;
    RETURN NEW;
"""
_WHILE_A_DRAFT = """
    IF (SELECT status FROM public.placements_feerequest
        WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.request_id ELSE NEW.request_id END)
        <> 'draft' OR TG_OP = 'UPDATE' AND NEW.request_id <> OLD.request_id THEN
        RAISE EXCEPTION 'A certified fee request stays as it was submitted.';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
"""
# The next window comes by itself, with the numbers of the last. Only a manager sets others.
_BY_A_MANAGER = """
    IF public.nmiss_is_owner() OR EXISTS (
        SELECT FROM public.accounts_user
        WHERE id = public.nmiss_acting_person() AND role = 'manager'
    ) THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        RAISE EXCEPTION 'Only a manager changes a fee window.';
    END IF;
    SELECT * INTO before FROM public.placements_feewindow
        WHERE academic_year < NEW.academic_year ORDER BY academic_year DESC LIMIT 1;
    IF ROW(NEW.standard_percent, NEW.standard_pounds, NEW.limit_percent, NEW.limit_pounds)
        IS DISTINCT FROM ROW(coalesce(before.standard_percent, 2),
        coalesce(before.standard_pounds, 0), coalesce(before.limit_percent, 5),
        coalesce(before.limit_pounds, 500000)) THEN
        RAISE EXCEPTION 'A new fee window has the numbers of the last.';
    END IF;
    RETURN NEW;
"""
WHEN_WRITTEN = pgtrigger.Insert | pgtrigger.Update


def by_its_side(who: str) -> pgtrigger.Trigger:
    """The council speaks through commissioning, a provider through its owners and editors."""
    return pgtrigger.Trigger(
        name="by_its_side",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=_BY_ITS_SIDE.format(who=who),
    )


TAKES_ITS_TURN = pgtrigger.Trigger(
    name="takes_its_turn",
    when=pgtrigger.Before,
    operation=WHEN_WRITTEN,
    declare=[("of", "public.placements_feerequest%ROWTYPE")],
    func=_TAKES_ITS_TURN,
)
WITHIN_THE_MANDATE = pgtrigger.Trigger(
    name="within_the_mandate",
    when=pgtrigger.After,
    timing=pgtrigger.Deferred,
    operation=WHEN_WRITTEN,
    declare=[("more", "numeric"), ("rise", "numeric")],
    func=_WITHIN_THE_MANDATE,
)
AS_AGREED = pgtrigger.Trigger(
    name="as_agreed",
    when=pgtrigger.After,  # so that a constraint speaks first
    operation=pgtrigger.Insert,
    declare=[
        *[("is_named", "boolean"), ("has_scheme", "boolean")],
        *[("most_percent", "numeric"), ("most_pounds", "numeric")],
    ],
    func=_AS_AGREED,
)
OF_THE_COUNCIL = pgtrigger.Trigger(
    name="of_the_council", when=pgtrigger.Before, operation=pgtrigger.Insert, func=_OF_THE_COUNCIL
)
IN_ITS_STATE = pgtrigger.Trigger(
    name="in_its_state", when=pgtrigger.Before, operation=pgtrigger.Update, func=_IN_ITS_STATE
)
WHILE_A_DRAFT = pgtrigger.Trigger(
    name="while_a_draft",
    when=pgtrigger.Before,
    operation=WHEN_WRITTEN | pgtrigger.Delete,
    func=_WHILE_A_DRAFT,
)
BY_A_MANAGER = pgtrigger.Trigger(
    name="by_a_manager",
    when=pgtrigger.Before,
    operation=WHEN_WRITTEN,
    declare=[("before", "public.placements_feewindow%ROWTYPE")],
    func=_BY_A_MANAGER,
)
