"""Rows of the register that need not be read again, because nothing about them has changed."""

from __future__ import annotations

from django.db import connection, models

from providers.models.school import School
from providers.models.school_period import SchoolPeriod

# What imports write of a school; its provider is told by another table.
_FACTS = ", ".join(
    f"school.{field.column}"
    for field in School._meta.local_concrete_fields
    if field.name not in {"id", "provider", "plain_name", "has_namesake"}
)
_PERIOD = ", ".join(f"period.{fact}" for fact in SchoolPeriod.FACTS)
_RECORDS = f"""
    SELECT school.urn, md5(ROW({_FACTS}, {_PERIOD}, needs.all_of_them)::text) AS record
    FROM providers_school school
    LEFT JOIN providers_schoolperiod period
        ON period.school_id = school.id AND period.until_on IS NULL
    LEFT JOIN (
        SELECT school_id, string_agg(need, ' ' ORDER BY need) AS all_of_them
        FROM providers_schoolneed GROUP BY school_id
    ) needs ON needs.school_id = school.id
    WHERE NOT EXISTS (SELECT FROM providers_keptfact kept WHERE kept.school_id = school.id)
"""
_STILL_SO = f"""
    SELECT known.urn, known.said FROM providers_readrow known
    JOIN ({_RECORDS}) now ON now.urn = known.urn AND now.record = known.record
"""
_REMEMBER = f"""
    INSERT INTO providers_readrow (urn, said, record)
    SELECT found.urn, found.said, now.record
    FROM unnest(%s::int[], %s::text[]) AS found (urn, said)
    JOIN ({_RECORDS}) now ON now.urn = found.urn
    ON CONFLICT (urn) DO UPDATE SET said = excluded.said, record = excluded.record
"""


class ReadRowQuerySet(models.QuerySet):
    def still_so(self) -> dict[int, str]:
        """The digests of rows, by URN, of which the record is as they left it."""
        with connection.cursor() as cursor:
            cursor.execute(_STILL_SO)
            return dict(cursor.fetchall())


class ReadRow(models.Model):
    """The digest of the row that was read last of a school, and of the record as it left it.

    It only saves work: where it is missing, or either digest is another, the row is read. So it
    has no history, and no key to the school, which may go by the undoing of an import. A school
    of which something is kept as we have it is read each time.
    """

    urn = models.PositiveIntegerField(primary_key=True)
    said = models.CharField(max_length=32)
    record = models.CharField(max_length=32)

    objects = ReadRowQuerySet.as_manager()

    def __str__(self) -> str:
        return f"row of {self.urn}"

    @classmethod
    def remember(cls, rows: dict[int, str]) -> None:
        """Keep the digests of rows, by URN, beside what their records are now."""
        with connection.cursor() as cursor:
            cursor.execute(_REMEMBER, [list(rows), list(rows.values())])
