"""Which kinds of arrangements there are, under which law, and by which clock they receive."""

from __future__ import annotations

from django.db import models


class VehicleKind(models.TextChoices):
    """What kind of arrangement it is."""

    DPS = "dps", "Dynamic purchasing system"
    DYNAMIC_MARKET = "dynamic_market", "Dynamic market"
    FRAMEWORK = "framework", "Framework"
    OPEN_FRAMEWORK = "open_framework", "Open framework"
    SPOT = "spot", "Spot purchase"

    @classmethod
    def with_rounds(cls) -> tuple[VehicleKind, ...]:
        """Those that schools may join later: an open framework is re-opened (section 49)."""
        return cls.DPS, cls.DYNAMIC_MARKET, cls.OPEN_FRAMEWORK


class Regime(models.TextChoices):
    """The law under which it was established."""

    PCR2015 = "pcr2015", "Public Contracts Regulations 2015"
    PA2023 = "pa2023", "Procurement Act 2023"


class ValueBasis(models.TextChoices):
    """What the advertised value counts; the notice of 2023 does not say (domain: unknown)."""

    TOTAL = "total", "For the whole term"
    ANNUAL = "annual", "For each year"
    UNKNOWN = "unknown", "Not stated"


class RoundMode(models.TextChoices):
    """Which clock binds: the one from receipt, or the published timetable of the round."""

    STRICT_REG34 = "strict_reg34", "Strict regulation 34"
    LIGHT_TOUCH = "light_touch", "Light-touch rounds"


class Ground(models.TextChoices):
    """On which ground of regulation 72(1) a contract is changed without a new procurement."""

    REVIEW_CLAUSE = "a", "(a) A clear review clause or option"
    ADDITIONAL = "b", "(b) Additional services that are necessary"
    UNFORESEEN = "c", "(c) Circumstances that nobody could foresee"
    NEW_CONTRACTOR = "d", "(d) A new contractor in place of the old"
    NOT_SUBSTANTIAL = "e", "(e) A change that is not substantial"
    SMALL = "f", "(f) A change below the threshold and a tenth of the value"

    @classmethod
    def limited(cls) -> tuple[Ground, ...]:
        """Those for which the regulation sets a part of the value."""
        return cls.ADDITIONAL, cls.UNFORESEEN, cls.SMALL

    @classmethod
    def notified(cls) -> tuple[Ground, ...]:
        """Those of which a modification notice is sent (reg 72(3))."""
        return cls.ADDITIONAL, cls.UNFORESEEN
