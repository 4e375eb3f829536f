"""What is paid for each placement by the day: the lines of its price as one view."""

# PostgreSQL's LEAST passes over what is NULL.
CHARGE = """
    CREATE VIEW public.placements_charge AS
    SELECT -placement.id AS id, placement.id AS placement_id,
        'base_education'::varchar(20) AS kind, 'education'::varchar(20) AS funder,
        placement.starts_on, placement.starts_on AS first_on,
        LEAST(placement.ended_on, base.begins_on - 1) AS last_on,
        placement.annual_fee::numeric(23, 8) AS cost_a_year
    FROM public.placements_placement AS placement
    LEFT JOIN (
        SELECT placement_id, min(starts_on) AS begins_on
        FROM public.placements_priceline
        WHERE voided_at IS NULL AND kind = 'base_education'
        GROUP BY placement_id
    ) AS base ON base.placement_id = placement.id
    UNION ALL
    SELECT line.id, line.placement_id, line.kind, line.funder,
        line.starts_on, GREATEST(line.starts_on, placement.starts_on),
        LEAST(line.ends_on, placement.ended_on), line.cost_a_year
    FROM public.placements_priceline AS line
    JOIN public.placements_placement AS placement ON placement.id = line.placement_id
    WHERE line.voided_at IS NULL
"""
