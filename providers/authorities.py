"""What the register calls the authorities, and by which code: it arrives with their schools."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nmiss.base.importing.outcomes import Change, Outcome
from nmiss.base.importing.rows import Row
from providers.models import LocalAuthority


def called(rows: Iterable[tuple[Row, str, str]]) -> dict[str, str]:
    """The name of each code, by the first row that has one that can be used."""
    said: dict[str, tuple[int, str]] = {}
    for row, code, name in rows:
        line, first = said.get(code, (0, ""))
        if name and first and name != first:
            row.warn("LA (name)", f"left as on line {line}, which calls it “{first}”")
        elif not first:
            said[code] = row.line, name
    return {code: name for code, (_, name) in said.items()}


def count(names: Mapping[str, str], outcome: Outcome) -> None:
    """Count the authorities that have a new name, and keep what they were called."""
    for authority in _renamed(names):
        reference, after = f"authority {authority.code}", names[authority.code]
        outcome.changed += 1
        outcome.changes.append(
            Change(reference, "name", authority.name, after, name=authority.name)
        )


def write(names: Mapping[str, str]) -> dict[str, LocalAuthority]:
    """Make the authorities that are new, and give the others their new names; all by code."""
    _give_codes(names)
    renamed = _renamed(names)
    for authority in renamed:
        authority.name = names[authority.code]
    LocalAuthority.objects.bulk_update(renamed, ["name"])
    LocalAuthority.objects.bulk_create(
        [
            LocalAuthority(code=code, name=name or f"Local authority {code}")
            for code, name in names.items()
        ],
        ignore_conflicts=True,
    )
    return {authority.code: authority for authority in LocalAuthority.objects.exclude(code="")}


def _give_codes(names: Mapping[str, str]) -> None:
    """A new council that was entered by its name before it had a code is the one of that name."""
    known = set(LocalAuthority.objects.filter(code__in=names).values_list("code", flat=True))
    new_ones = {name.casefold(): code for code, name in names.items() if code not in known}
    for authority in LocalAuthority.objects.filter(code="").order_by("pk"):
        if code := new_ones.pop(authority.name.casefold(), None):
            authority.code = code
            authority.save(update_fields=["code"])


def _renamed(names: Mapping[str, str]) -> list[LocalAuthority]:
    known = LocalAuthority.objects.filter(code__in=names).order_by("code")
    return [one for one in known if names[one.code] not in ("", one.name)]
