"""Offers in hand: places that a school has offered to other children, and that are not filled yet.

A school reports its free places once a month. Of these a child cannot count on one that is offered
to another, as long as that child may still take it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import connection
from django.dispatch import receiver

from placements.consultation_kinds import ReplyKind
from providers.models import Provision
from providers.signals import places_offered

# Children of open cases: an offer is the reply that counts, or their school is chosen.
_OFFERS = ", ".join(f"'{each}'" for each in ReplyKind.offers())
IN_HAND = f"""
    SELECT asked.school_id, of_child.id AS case_id, of_child.stay,
        extract(year FROM of_child.wanted_on - interval '8 months')::int - child.cohort - 4
            AS year  -- as schools count them: the academic year begins in September
    FROM placements_consultation AS asked
    JOIN placements_case AS of_child ON of_child.id = asked.case_id
    JOIN placements_child AS child ON child.id = of_child.child_id
    WHERE of_child.closed_on IS NULL AND (
        EXISTS (
            SELECT FROM placements_schoolchoice
            WHERE consultation_id = asked.id AND voided_at IS NULL
        ) OR asked.closed_at IS NULL AND (
            SELECT reply.kind FROM placements_consultationreply AS reply
            WHERE reply.consultation_id = asked.id AND reply.sent_at IS NOT NULL
            ORDER BY reply.sent_at DESC, reply.id DESC LIMIT 1
        ) IN ({_OFFERS})
    )
"""
# Whether a child of ``offer`` would fill a place of the row ``v`` of a report.
FILLS = f"""
    offer.year BETWEEN v.first_year AND v.last_year
    AND (offer.stay = 'day') = (v.provision = '{Provision.DAY}')
    AND EXISTS (
        SELECT FROM placements_caseneed AS need
        WHERE need.case_id = offer.case_id AND need.need = v.need
    )
"""
_BY_ROW = f"""
    WITH offer AS MATERIALIZED ({IN_HAND})
    SELECT v.id, count(*) FROM providers_vacancy AS v
    JOIN providers_vacancyreport AS report ON report.id = v.report_id
    JOIN offer ON offer.school_id = report.school_id AND {FILLS}
    WHERE v.id = ANY (%s) GROUP BY v.id
"""


@receiver(places_offered)
def offered_by_row(sender: object, vacancies: Iterable[int], **_: object) -> Mapping[int, int]:
    """How many children have an offer of a place of each of these rows of a report."""
    with connection.cursor() as cursor:
        cursor.execute(_BY_ROW, [list(vacancies)])
        return dict(cursor.fetchall())
