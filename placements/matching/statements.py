"""The statements that rank schools: PostgreSQL reads each table once, however many there are.

``[memberships]`` stands for the memberships that count (``placements.matching.members``).
``JUDGED`` says of every school whether it can take the child, and if not, why. A school that is
not known to admit one sex alone, or of which the register gives no ages, is not shut out by that.
"""

from __future__ import annotations

# Metres of a mile; the positions of schools are in metres, squared as whole numbers first.
_MILES = """
    CASE WHEN s.easting IS NULL OR %(easting)s IS NULL THEN NULL ELSE
        sqrt(
            (s.easting - %(easting)s)::double precision ^ 2
            + (s.northing - %(northing)s)::double precision ^ 2
        ) / 1609.344
    END
"""

JUDGED = f"""
    member AS MATERIALIZED (
        SELECT m.school_id,
            array_agg(m.lot ORDER BY m.lot) FILTER (WHERE m.suspended_on IS NULL) AS open_lots,
            coalesce(bool_or(m.is_first) FILTER (WHERE m.suspended_on IS NULL), false) AS is_first,
            min(m.suspended_on) AS suspended_on
        FROM ([memberships]) AS m (school_id, lot, is_first, suspended_on)
        GROUP BY m.school_id
    ), placed AS MATERIALIZED (
        SELECT s.*, {_MILES} AS miles, m.open_lots, m.suspended_on,
            coalesce(m.is_first, false) AS is_first,
            m.school_id IS NOT NULL AS is_member,
            s.kind = '8' OR s.section_41 = 'approved' AS must_admit,
            s.boarding ILIKE ANY (%(boarding)s) AS boards
        FROM providers_school s LEFT JOIN member m ON m.school_id = s.id
        WHERE %(urns)s::int[] IS NULL OR s.urn = ANY (%(urns)s::int[])
    ), judged AS MATERIALIZED (
        SELECT p.id, p.urn, p.name, p.town, p.has_namesake, p.kind, p.section_41, p.easting,
            p.northing, p.lowest_age, p.highest_age, p.capacity, p.boards, p.miles, p.open_lots,
            p.suspended_on, p.is_first, p.is_member, p.must_admit,
            CASE
                WHEN p.status = '2' OR p.closed_on <= %(on)s THEN 'closed'
                WHEN p.status = '4' AND coalesce(p.opened_on > %(on)s, true) THEN 'not_open'
                WHEN p.is_member AND p.open_lots IS NULL THEN 'suspended'
                WHEN p.lowest_age > %(age)s THEN 'too_young'
                WHEN p.highest_age < %(age)s THEN 'too_old'
                WHEN NOT p.sex = ANY (%(sexes)s) THEN 'sex'
                WHEN %(is_residential)s AND NOT p.boards THEN 'residential'
                WHEN %(must_admit)s AND NOT p.must_admit THEN 'no_duty'
                WHEN p.miles > %(most_miles)s THEN 'too_far'
            END AS out_for
        FROM placed p
    )
"""

# How well a school does in each term, from 0 to 1; what is not known is neither good nor bad,
# but for distance: a school of which nobody knows where it is, is not near.
RANKED = f"""
    WITH {JUDGED}, fits AS MATERIALIZED (
        SELECT * FROM judged WHERE out_for IS NULL
            AND (%(within)s::int IS NULL OR miles <= %(within)s::int)
            AND (is_member OR NOT %(only_members)s)
    ), met AS MATERIALIZED (
        SELECT n.school_id, count(*) AS listed,
            array_agg(n.need::text ORDER BY c.weight DESC)
                FILTER (WHERE c.need IS NOT NULL) AS needs,
            coalesce(sum(c.weight), 0) AS weight
        FROM providers_schoolneed n
        LEFT JOIN unnest(%(needs)s::text[], %(need_weights)s::float[]) AS c (need, weight)
            ON c.need = n.need
        GROUP BY n.school_id
    ), report AS MATERIALIZED (
        SELECT DISTINCT ON (school_id) id, school_id, as_at
        FROM providers_vacancyreport ORDER BY school_id, as_at DESC, id DESC
    ), vacant AS MATERIALIZED (
        SELECT r.school_id, r.as_at, coalesce(sum(v.free), 0)::int AS free
        FROM report r LEFT JOIN providers_vacancy v ON v.report_id = r.id
            AND %(year)s BETWEEN v.first_year AND v.last_year
            AND v.need = ANY (%(needs)s) AND v.provision = ANY (%(provisions)s)
        WHERE (r.as_at AT TIME ZONE 'Europe/London')::date >= %(vacancies_from)s
        GROUP BY r.school_id, r.as_at
    ), stands AS MATERIALIZED (
        SELECT DISTINCT ON (school_id) school_id,
            CASE WHEN reason = 'not_returned' THEN reason ELSE band END AS band
        FROM providers_standing ORDER BY school_id, as_at DESC, written_at DESC, id DESC
    ), costed AS MATERIALIZED (
        SELECT f.*, coalesce(met.listed, 0) AS listed, coalesce(met.needs, '{{}}') AS needs,
            coalesce(met.weight, 0) AS need_weight, vacant.as_at, vacant.free,
            coalesce(stands.band, '') AS band,
            u.cost + CASE WHEN f.kind = '8' THEN %(place_funding)s ELSE 0 END AS price,
            u.children AS priced_by, f.miles * %(mile_cost)s AS transport
        FROM fits f
        LEFT JOIN met ON met.school_id = f.id
        LEFT JOIN vacant ON vacant.school_id = f.id
        LEFT JOIN stands ON stands.school_id = f.id
        LEFT JOIN placements_usualprice u
            ON u.school_id = f.id AND u.is_residential = %(is_residential)s
        WHERE NOT %(only_free)s OR vacant.free > 0
    ), middle AS MATERIALIZED (
        SELECT percentile_cont(0.5) WITHIN GROUP (
            ORDER BY (price + coalesce(transport, 0))::double precision
        ) AS cost FROM costed
    ), shared AS MATERIALIZED (
        SELECT c.*, middle.cost AS median, c.price + coalesce(c.transport, 0) AS cost,
            c.need_weight / (SELECT sum(w) FROM unnest(%(need_weights)s::float[]) w) AS need_share,
            CASE
                WHEN c.lowest_age IS NULL OR c.highest_age IS NULL THEN 0.5
                WHEN c.lowest_age <= %(year)s + 4 AND c.highest_age >= %(year)s + 5 THEN 1
                ELSE 0
            END AS age_share,
            CASE WHEN c.free > 0 THEN 1 WHEN c.free IS NULL THEN 0.5 ELSE 0 END AS places_share,
            coalesce(greatest(0, 1 - c.miles / %(reach_miles)s), 0) AS distance_share,
            CASE WHEN c.price IS NULL OR middle.cost = 0 THEN 0.5 ELSE greatest(0, least(1,
                1.5 - (c.price + coalesce(c.transport, 0)) / middle.cost
            )) END AS price_share,
            CASE c.band
                WHEN 'good' THEN 1 WHEN 'below' THEN 0 WHEN 'not_returned' THEN 0 ELSE 0.5
            END AS standing_share,
            CASE WHEN c.must_admit THEN 1 ELSE 0 END AS section_41_share
        FROM costed c CROSS JOIN middle
    ), scored AS MATERIALIZED (
        SELECT *, round((
            %(weight_need)s * need_share + %(weight_age)s * age_share
            + %(weight_places)s * places_share + %(weight_distance)s * distance_share
            + %(weight_price)s * price_share + %(weight_standing)s * standing_share
            + %(weight_section_41)s * section_41_share
        )::numeric, 4) AS score,
        CASE
            WHEN is_member AND cardinality(needs) > 0 AND is_first THEN 0
            WHEN is_member AND cardinality(needs) > 0 THEN 1
            WHEN is_member THEN 2
            WHEN cardinality(needs) > 0 THEN 3
            ELSE 4
        END AS tier
        FROM shared
    ), ordered AS MATERIALIZED (
        SELECT *,
            row_number() OVER (
                ORDER BY tier, score DESC, md5(%(seed)s || ':' || urn::text), urn
            ) AS rank,
            row_number() OVER (
                PARTITION BY is_member
                ORDER BY tier, score DESC, md5(%(seed)s || ':' || urn::text), urn
            ) AS rank_in_part,
            count(*) OVER (PARTITION BY is_member) AS count_in_part
        FROM scored
    )
    SELECT * FROM ordered
    WHERE rank_in_part <= CASE WHEN is_member THEN %(most_members)s ELSE %(most_others)s END
    ORDER BY rank
"""

OUT_BY_REASON = f"""
    WITH {JUDGED}
    SELECT out_for, count(*) FROM judged WHERE out_for IS NOT NULL GROUP BY out_for
"""

OUT = f"""
    WITH {JUDGED}
    SELECT urn, name, town, has_namesake, out_for, miles, is_member, suspended_on, lowest_age,
        highest_age, count(*) OVER () AS count_in_all
    FROM judged WHERE out_for IS NOT NULL
    ORDER BY is_member DESC, miles NULLS LAST, urn LIMIT %(most_out)s
"""
