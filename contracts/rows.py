"""What the list of providers says of each."""

from nmiss.core.rows import NUMERIC, Column, link

PROVIDERS = [
    Column("Provider", lambda one: link("contracts:provider_detail", one.pk, one.name)),
    Column("Company number", lambda one: one.company_number or "Not given"),
    Column("Schools", lambda one: f"{one.school_count:,}", NUMERIC),
]
