"""What imports may have written."""

from contracts.models import Membership
from kpis.models import (
    Band,
    Figure,
    Indicator,
    IndicatorSet,
    KpiReturn,
    ReturnVersion,
    Term,
)
from placements.models import Child, ChildIdentity, Placement
from providers.models import (
    KeptFact,
    LocalAuthority,
    Provider,
    School,
    SchoolNeed,
    SchoolPeriod,
)

EVERYTHING = (
    School,
    SchoolNeed,
    SchoolPeriod,
    KeptFact,
    LocalAuthority,
    Provider,
    Membership,
    Child,
    ChildIdentity,
    Placement,
    IndicatorSet,
    Indicator,
    Band,
    Term,
    KpiReturn,
    ReturnVersion,
    Figure,
)


def everything():
    """All rows of all records that an import may write."""
    return {model: list(model.objects.order_by("pk").values()) for model in EVERYTHING}
