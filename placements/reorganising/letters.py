"""Who is written to once a reorganisation is done: owners of providers, and the council."""

from __future__ import annotations

from nmiss.base.accounts.models import User
from nmiss.base.core.letterbox import tell
from nmiss.base.core.templatetags.components import day, money
from placements.reorganising import permissions
from placements.reorganising.models import ChildTransfer, Reorganisation
from placements.reorganising.report import DryRun, placements_on
from providers.models import Provider
from providers.recipients import owners_of


def tell_of(plan: Reorganisation, run: DryRun) -> None:
    """One letter to each provider with a child, saying which councils are responsible now."""
    starts_on = day(plan.starts_on)
    of_provider = _councils_by_provider(plan)
    for provider in Provider.objects.filter(pk__in=of_provider).by_name():
        tell(
            owners_of(provider),
            "placements/reorganising/reorganised",
            about=plan,
            provider=str(provider),
            councils=sorted(of_provider[provider.pk]),
            starts_on=starts_on,
        )
    tell(
        User.objects.in_roles(*permissions.TOLD),
        "placements/reorganising/reorganised_council",
        about=plan,
        starts_on=starts_on,
        totals=", ".join(
            (
                _counted(run.children, "child", "children"),
                _counted(run.contracts, "contract for a place", "contracts for places"),
                f"{money(run.cost_a_year)} a year",
            )
        ),
        providers=_counted(len(of_provider), "provider", "providers"),
    )


def _councils_by_provider(plan: Reorganisation) -> dict[int, set[str]]:
    """Two queries, whatever their number."""
    moved = ChildTransfer.objects.filter(reorganisation=plan)
    council_of = dict(moved.values_list("child", "successor__name"))
    placed = placements_on(plan).exclude(school__provider=None).order_by()
    found: dict[int, set[str]] = {}
    for provider, child in placed.values_list("school__provider", "child").distinct():
        found.setdefault(provider, set()).add(council_of[child])
    return found


def _counted(number: int, one: str, several: str) -> str:
    return f"1 {one}" if number == 1 else f"{number:,} {several}"
