"""Applications that were filled in by the applicant's own verbs."""

from __future__ import annotations

from nmiss.demo.applying import apply_for
from providers.models import ProviderRole
from tests.factories.contracts import EvaluationSchemeFactory, the_dps
from tests.factories.providers import ProviderFactory, ProviderMemberFactory, SchoolFactory


def applicant(*, schools=1, **given):
    """A provider with schools and an owner, where there is a scheme to apply under."""
    dps = the_dps()
    dps.scheme() or EvaluationSchemeFactory(vehicle=dps)
    provider = ProviderFactory(**given)
    owner = ProviderMemberFactory(provider=provider, role=ProviderRole.OWNER).user
    for _ in range(schools):
        SchoolFactory(provider=provider, needs=["ASD"], lowest_age=5, highest_age=16)
    return provider, owner


def filled(*, submit=False, provider=None, owner=None, lots=(1,), schools=1):
    """An application with everything answered; a draft unless ``submit``."""
    if provider is None:
        provider, owner = applicant(schools=schools)
    return apply_for(provider, owner, lots, list(provider.schools.by_name()), submit=submit)
