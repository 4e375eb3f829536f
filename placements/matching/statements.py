"""The statements that rank schools: PostgreSQL reads each table once, however many there are.

``[memberships]`` stands for the memberships that count (``placements.matching.members``).
``JUDGED`` says of every school whether it can take the child, and if not, why. A school that is
not known to admit one sex alone, or of which the register gives no ages, is not shut out by that.

A county of a hundred times the size has fourteen thousand schools, so what is carried from step to
step is narrow, in numbers that the processor adds by itself, and what a page says of a school is
fetched for those alone that it shows.
"""

from __future__ import annotations

from placements.matching.offers import FILLS, IN_HAND

# Both positions are in metres.
_MILES = """
    sqrt(
        (s.easting - %(easting)s)::float8 ^ 2 + (s.northing - %(northing)s)::float8 ^ 2
    ) / 1609.344
"""

JUDGED = f"""
    m (school_id, lot, is_first, suspended_on) AS MATERIALIZED ([memberships]),
    member AS MATERIALIZED (
        SELECT m.school_id,
            array_agg(m.lot ORDER BY m.lot) FILTER (WHERE m.suspended_on IS NULL) AS open_lots,
            coalesce(bool_or(m.is_first) FILTER (WHERE m.suspended_on IS NULL), false) AS is_first,
            min(m.suspended_on) AS suspended_on
        FROM m GROUP BY m.school_id
    ), judged AS MATERIALIZED (
        SELECT s.id, s.urn, s.miles, s.lowest_age, s.highest_age, s.kind = '8' AS is_funded,
            s.must_admit, s.open_lots, s.suspended_on, s.is_first, s.is_member,
            CASE
                WHEN s.status = '2' OR s.closed_on <= %(on)s THEN 'closed'
                WHEN s.status = '4' AND coalesce(s.opened_on > %(on)s, true) THEN 'not_open'
                WHEN s.is_member AND s.open_lots IS NULL THEN 'suspended'
                WHEN s.lowest_age > %(age)s THEN 'too_young'
                WHEN s.highest_age < %(age)s THEN 'too_old'
                WHEN NOT s.sex = ANY (%(sexes)s) THEN 'sex'
                WHEN %(is_residential)s AND NOT s.boarding ILIKE ANY (%(boarding)s)
                    THEN 'residential'
                WHEN %(must_admit)s AND NOT s.must_admit THEN 'no_duty'
                WHEN s.miles > %(most_miles)s THEN 'too_far'
            END AS out_for
        FROM (
            SELECT s.id, s.urn, s.status, s.closed_on, s.opened_on, s.lowest_age, s.highest_age,
                s.sex, s.kind, s.boarding, member.open_lots, member.suspended_on, {_MILES} AS miles,
                coalesce(member.is_first, false) AS is_first,
                member.school_id IS NOT NULL AS is_member,
                s.kind = '8' OR s.section_41 = 'approved' AS must_admit
            FROM providers_school s LEFT JOIN member ON member.school_id = s.id
            WHERE (%(urns)s::int[] IS NULL OR s.urn = ANY (%(urns)s::int[]))
                AND s.id <> ALL (%(without)s::int[])
            OFFSET 0  -- so that miles are worked out once
        ) AS s
    )
"""

# How well a school does in each term, from 0 to 1; what is not known is neither good nor bad,
# but for distance: a school of which nobody knows where it is, is not near.
RANKED = f"""
    WITH {JUDGED}, met AS MATERIALIZED (
        SELECT n.school_id, sum(c.weight) AS weight
        FROM unnest(%(needs)s::text[], %(need_weights)s::float8[]) AS c (need, weight)
        JOIN providers_schoolneed n ON n.need = c.need
        GROUP BY n.school_id
    ), report AS MATERIALIZED (
        SELECT DISTINCT ON (school_id) id, school_id, as_at
        FROM providers_vacancyreport
        WHERE as_at >= %(vacancies_from)s::timestamp AT TIME ZONE 'Europe/London'
        ORDER BY school_id, as_at DESC, id DESC
    ), vacant AS MATERIALIZED (
        SELECT r.school_id, min(r.as_at) AS as_at, coalesce(sum(v.free), 0)::int AS free
        FROM report r LEFT JOIN providers_vacancy v ON v.report_id = r.id
            AND %(year)s BETWEEN v.first_year AND v.last_year
            AND v.need = ANY (%(needs)s) AND v.provision = ANY (%(provisions)s)
        GROUP BY r.school_id
    ), offer AS MATERIALIZED ({IN_HAND}
    ), taken AS MATERIALIZED (
        -- Offers of the same places to other children.
        SELECT r.school_id, count(DISTINCT offer.case_id)::int AS offered
        FROM offer JOIN report r ON r.school_id = offer.school_id
        JOIN providers_vacancy v ON v.report_id = r.id
            AND %(year)s BETWEEN v.first_year AND v.last_year
            AND v.need = ANY (%(needs)s) AND v.provision = ANY (%(provisions)s)
        WHERE offer.case_id IS DISTINCT FROM %(case)s AND {FILLS}
        GROUP BY r.school_id
    ), stands AS MATERIALIZED (
        SELECT DISTINCT ON (school_id) school_id,
            CASE WHEN reason = 'not_returned' THEN reason ELSE band END AS band
        FROM providers_standing ORDER BY school_id, as_at DESC, written_at DESC, id DESC
    ), inspected AS MATERIALIZED (
        SELECT DISTINCT ON (school_id) school_id, inspected_on, framework, outcome
        FROM providers_inspection WHERE voided_at IS NULL
        ORDER BY school_id, inspected_on DESC, id DESC
    ), costed AS MATERIALIZED (
        SELECT f.id, f.urn, f.miles, f.lowest_age, f.highest_age, f.must_admit, f.open_lots,
            f.is_first, f.is_member, coalesce(met.weight, 0) AS need_weight, vacant.as_at,
            vacant.free, coalesce(taken.offered, 0) AS offered,
            coalesce(stands.band, '') AS band,
            coalesce(inspected.outcome, '') AS outcome, inspected.inspected_on,
            coalesce(inspected.framework, '') AS framework, u.children AS priced_by,
            u.cost::float8 + CASE WHEN f.is_funded THEN %(place_funding)s ELSE 0 END AS price,
            f.miles * %(mile_cost)s::float8 AS transport
        FROM judged f
        LEFT JOIN met ON met.school_id = f.id
        LEFT JOIN vacant ON vacant.school_id = f.id
        LEFT JOIN taken ON taken.school_id = f.id
        LEFT JOIN stands ON stands.school_id = f.id
        LEFT JOIN inspected ON inspected.school_id = f.id
        LEFT JOIN placements_usualprice u
            ON u.school_id = f.id AND u.is_residential = %(is_residential)s
        WHERE f.out_for IS NULL
            AND (%(within)s::int IS NULL OR f.miles <= %(within)s::int)
            AND (f.is_member OR NOT %(only_members)s)
            AND (NOT %(only_free)s OR vacant.free > coalesce(taken.offered, 0))
    ), middle AS MATERIALIZED (
        SELECT count(*) FILTER (WHERE is_member) AS members,
            count(*) FILTER (WHERE NOT is_member) AS others,
            percentile_cont(0.5) WITHIN GROUP (ORDER BY price + coalesce(transport, 0)) AS median,
            (SELECT sum(w) FROM unnest(%(need_weights)s::float8[]) w) AS all_needs
        FROM costed
    ), scored AS MATERIALIZED (
        SELECT t.*, (
            %(weight_need)s * need_share + %(weight_age)s * age_share
            + %(weight_places)s * places_share + %(weight_distance)s * distance_share
            + %(weight_price)s * price_share + %(weight_standing)s * standing_share
            + %(weight_inspection)s * inspection_share
            + %(weight_section_41)s * section_41_share
        ) * 10000 AS points,
        CASE
            WHEN is_member AND need_weight > 0 AND is_first AND (
                %(is_residential)s OR coalesce(miles <= %(first_within_miles)s::int, true)
            ) THEN 0
            WHEN is_member AND need_weight > 0 THEN 1
            WHEN is_member THEN 2
            WHEN need_weight > 0 THEN 3
            ELSE 4
        END AS tier
        FROM (
            SELECT c.*, middle.members, middle.others, middle.median,
                c.price + coalesce(c.transport, 0) AS cost,
                c.need_weight / middle.all_needs AS need_share,
                CASE
                    WHEN c.lowest_age IS NULL OR c.highest_age IS NULL THEN 0.5::float8
                    WHEN c.lowest_age <= %(year)s + 4 AND c.highest_age >= %(year)s + 5 THEN 1
                    ELSE 0
                END AS age_share,
                CASE WHEN c.free > c.offered THEN 1 WHEN c.free IS NULL THEN 0.5::float8 ELSE 0 END
                    AS places_share,
                CASE
                    WHEN c.miles < %(reach_miles)s THEN 1 - c.miles / %(reach_miles)s
                    ELSE 0::float8
                END AS distance_share,
                CASE
                    WHEN c.price IS NULL OR middle.median = 0 THEN 0.5::float8
                    ELSE greatest(0, least(1,
                        1.5::float8 - (c.price + coalesce(c.transport, 0)) / middle.median
                    ))
                END AS price_share,
                CASE c.band
                    WHEN 'good' THEN 1 WHEN 'below' THEN 0 WHEN 'not_returned' THEN 0
                    ELSE 0.5::float8
                END AS standing_share,
                CASE c.outcome
                    WHEN 'standards_met' THEN 1 WHEN 'standards_not_met' THEN 0
                    ELSE 0.5::float8
                END AS inspection_share,
                CASE WHEN c.must_admit THEN 1::float8 ELSE 0 END AS section_41_share
            FROM costed c CROSS JOIN middle
            OFFSET 0  -- so that each share is worked out once
        ) AS t
    ), shown AS MATERIALIZED (
        (
            SELECT *, 0 AS before FROM scored WHERE is_member
            ORDER BY tier, round(points) DESC, md5(%(seed)s || ':' || urn::text) COLLATE "C", urn
            LIMIT %(most_members)s
        ) UNION ALL (
            SELECT *, members AS before FROM scored WHERE NOT is_member
            ORDER BY tier, round(points) DESC, md5(%(seed)s || ':' || urn::text) COLLATE "C", urn
            LIMIT %(most_others)s
        )
    )
    SELECT shown.*, round(points)::bigint AS points_in_all, s.name, s.town, s.has_namesake,
        s.easting, s.northing, s.capacity, s.boarding ILIKE ANY (%(boarding)s) AS boards,
        (SELECT count(*) FROM providers_schoolneed n WHERE n.school_id = shown.id) AS listed,
        ARRAY(
            SELECT n.need::text FROM providers_schoolneed n
            WHERE n.school_id = shown.id AND n.need = ANY (%(needs)s)
            ORDER BY array_position(%(needs)s::text[], n.need::text)
        ) AS needs,
        before + row_number() OVER (
            PARTITION BY is_member ORDER BY tier, round(points) DESC,
                md5(%(seed)s || ':' || shown.urn::text) COLLATE "C", shown.urn
        ) AS rank
    FROM shown JOIN providers_school s ON s.id = shown.id
    ORDER BY rank
"""

OUT_BY_REASON = f"""
    WITH {JUDGED}
    SELECT out_for, count(*) FROM judged WHERE out_for IS NOT NULL GROUP BY out_for
"""

OUT = f"""
    WITH {JUDGED}
    SELECT judged.urn, s.name, s.town, s.has_namesake, out_for, miles, is_member, suspended_on,
        judged.lowest_age, judged.highest_age, count_in_all
    FROM (
        SELECT *, count(*) OVER () AS count_in_all FROM judged WHERE out_for IS NOT NULL
        ORDER BY is_member DESC, miles NULLS LAST, urn LIMIT %(most_out)s
    ) AS judged
    JOIN providers_school s ON s.id = judged.id
    ORDER BY is_member DESC, miles NULLS LAST, judged.urn
"""

# What is another for each child of several, by its type; all else is asked alike.
OF_EACH = {
    "needs": "text[]",
    "need_weights": "float8[]",
    "age": "int",
    "year": "int",
    "sexes": "text[]",
    "is_residential": "bool",
    "provisions": "text[]",
    "easting": "int",
    "northing": "int",
    "must_admit": "bool",
    "most_miles": "int",
    "seed": "text",
    "mile_cost": "float8",
}


class _Columns(dict):
    """Parameters by name: a column of the child where it is one, the parameter otherwise."""

    def __missing__(self, name: str) -> str:
        return f"child.{name}" if name in OF_EACH else f"%({name})s"


# The same list for several children at once, each by its number among them.
RANKED_FOR_EACH = f"""
    SELECT child.number, ranked.*
    FROM jsonb_to_recordset(%(children)s::jsonb) AS child (
        number int, {", ".join(" ".join(each) for each in OF_EACH.items())}
    )
    CROSS JOIN LATERAL ({RANKED % _Columns()}) AS ranked
    ORDER BY child.number, ranked.rank
"""
