"""What a place at a school usually costs, worked out from our children's places there."""

from __future__ import annotations

import datetime

from django.db import connection, models, transaction
from django.db.models import Q

from placements.models.price_line import PriceKind
from providers.models import Provision, School

KINDS = [PriceKind.BASE_EDUCATION.value, PriceKind.RESIDENTIAL.value]

# One statement reads every placement in force; a ranked list then reads a row a school.
_SETTLE = """
    WITH place AS (
        SELECT p.school_id, p.provision <> %(day)s AS is_residential, sum(c.cost_a_year) AS cost
        FROM placements_placement p
        JOIN placements_charge c ON c.placement_id = p.id
        WHERE c.kind = ANY (%(kinds)s) AND c.first_on <= %(on)s
            AND (c.last_on IS NULL OR c.last_on >= %(on)s)
        GROUP BY p.id
        HAVING sum(c.cost_a_year) > 0
    ), usual AS (
        SELECT school_id, is_residential, count(*) AS children,
            round(percentile_cont(0.5) WITHIN GROUP (ORDER BY cost)::numeric, 2) AS cost
        FROM place GROUP BY school_id, is_residential
    ), gone AS (
        DELETE FROM placements_usualprice AS old WHERE NOT EXISTS (
            SELECT FROM usual WHERE usual.school_id = old.school_id
                AND usual.is_residential = old.is_residential
        )
    )
    INSERT INTO placements_usualprice AS old
        (school_id, is_residential, children, cost, as_at)
    SELECT school_id, is_residential, children, cost, %(on)s FROM usual
    ON CONFLICT (school_id, is_residential) DO UPDATE
        SET children = excluded.children, cost = excluded.cost, as_at = excluded.as_at
"""


class UsualPrice(models.Model):
    """The median cost of a year of our children at a school, by day or residential.

    Education and boarding alone: therapies and support are each child's own.

    It is worked out anew again and again (``placements.tasks``), so that a ranked list need not
    read every placement of the county. It says nothing that the placements do not say.
    """

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset({"id", "school", "is_residential", "children", "cost", "as_at"})

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="usual_prices")
    is_residential = models.BooleanField()
    children = models.PositiveIntegerField()
    cost = models.DecimalField(max_digits=10, decimal_places=2)
    as_at = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["school", "is_residential"], name="placements_usualprice_once"
            ),
            models.CheckConstraint(
                name="placements_usualprice_of_somebody", condition=Q(children__gte=1, cost__gt=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cost} at {self.school_id}"

    # Verbs

    @classmethod
    @transaction.atomic
    def settle(cls, on: datetime.date) -> None:
        """Work all of them out anew from the placements of a day."""
        with connection.cursor() as cursor:
            given = {"on": on, "day": Provision.DAY.value, "kinds": KINDS}
            cursor.execute(_SETTLE, given)
