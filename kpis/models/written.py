"""Who writes what is in a return: commissioning, and those who write for the school's provider."""

from __future__ import annotations

from nmiss.base.accounts.models import Role
from nmiss.base.accounts.written import WrittenBySomebody

COMMISSIONING = (Role.OFFICER, Role.MANAGER)
_OWN = """
    public.nmiss_acting_role() <> 'provider' OR EXISTS (
        SELECT FROM public.kpis_kpireturn AS asked
        JOIN public.providers_school AS school ON school.id = asked.school_id
        JOIN public.providers_providermember AS member ON member.provider_id = school.provider_id
        WHERE asked.id = {asked} AND member.user_id = public.nmiss_acting_person()
            AND member.role IN ('owner', 'editor'))
"""
_OF_VERSION = """(
    SELECT version.kpi_return_id FROM public.kpis_returnversion AS version
    WHERE version.id = RECORD.version_id)"""
# Beat makes the first version of a return, with what the council knows.
_NOT_BEGUN = """EXISTS (
    SELECT FROM public.kpis_kpireturn AS asked
    WHERE asked.id = {asked} AND asked.status = 'to_do')"""
WORDS = "A school tells its own figures."
# A new version begins with what the last one had, and who saved it.
_COPIED = """EXISTS (
    SELECT FROM public.{table} AS before
    JOIN public.kpis_returnversion AS version ON version.id = before.version_id
    WHERE before.key = RECORD.key AND before.{person} = RECORD.{person}
        AND version.sealed_at IS NOT NULL AND version.kpi_return_id = {asked})"""


def of_the_return(*, of: tuple[str, ...], unless: str) -> WrittenBySomebody:
    """The wall of returns themselves."""
    must = _OWN.format(asked="RECORD.id")
    return WrittenBySomebody(
        *COMMISSIONING, Role.PROVIDER, of=of, unless=unless, must=must, words=WORDS
    )


def of_the_version() -> WrittenBySomebody:
    """The wall of versions: beat begins the first one."""
    asked = "RECORD.kpi_return_id"
    return WrittenBySomebody(
        *COMMISSIONING,
        Role.PROVIDER,
        unless="TG_OP = 'INSERT' AND RECORD.sealed_at IS NULL AND NOT RECORD.imported AND "
        "num_nonnulls(RECORD.prepared_by_id, RECORD.certified_by_id, RECORD.accepted_by_id) = 0 "
        f"AND NOT RECORD.counts AND {_NOT_BEGUN.format(asked=asked)}",
        must=_OWN.format(asked=asked),
        words=WORDS,
    )


def of_the_figure() -> WrittenBySomebody:
    """The wall of figures: until the school begins, ours stands in its place."""
    return WrittenBySomebody(
        *COMMISSIONING,
        Role.PROVIDER,
        of=("version", "input", "value", "is_na", "reason", "is_same_as_last"),
        unless="TG_OP <> 'DELETE' AND RECORD.value IS NOT DISTINCT FROM RECORD.ours "
        "AND NOT RECORD.is_na AND RECORD.reason = '' "
        f"AND {_NOT_BEGUN.format(asked=_OF_VERSION)}",
        must=_OWN.format(asked=_OF_VERSION),
        words=WORDS,
    )


def in_the_version(table: str = "", **people: tuple[str, ...]) -> WrittenBySomebody:
    """The wall of what else is in a version."""
    copied = "false"
    for person in people:
        copied = _COPIED.format(table=table, person=f"{person}_id", asked=_OF_VERSION)
    return WrittenBySomebody(
        *COMMISSIONING,
        Role.PROVIDER,
        copied=copied,
        must=_OWN.format(asked=_OF_VERSION),
        words=WORDS,
        **people,
    )


def of_the_contest() -> WrittenBySomebody:
    """The wall of contested ratings: the school contests, the council answers."""
    return WrittenBySomebody(
        *COMMISSIONING,
        Role.PROVIDER,
        must="(public.nmiss_acting_role() = 'provider') = (TG_OP = 'INSERT') AND "
        f"({_OWN.format(asked='RECORD.kpi_return_id')})",
        words="A school contests its own ratings, and the council answers.",
    )


def of_the_query() -> WrittenBySomebody:
    """The wall of questions about a return: the council asks, the school answers."""
    return WrittenBySomebody(
        *COMMISSIONING,
        Role.PROVIDER,
        must="(public.nmiss_acting_role() = 'provider') = (TG_OP = 'UPDATE') AND "
        f"({_OWN.format(asked=_OF_VERSION)})",
        words="The council asks about a return, and the school answers.",
    )
