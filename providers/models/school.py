"""Schools: establishments with a URN, as the national register (GIAS) describes them."""

from __future__ import annotations

from typing import Self

import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, GistIndex
from django.db import models

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.codes import of_authority
from nmiss.base.core.constraints import in_order, one_of
from nmiss.base.core.history import tracked
from nmiss.base.core.statuses import colours
from providers.models.finding import FoundQuerySet
from providers.models.grid import METRES_IN_A_MILE, NOWHERE, grid_reference
from providers.models.local_authority import LocalAuthority
from providers.models.naming import plain_name
from providers.models.provider import Provider


class EstablishmentType(models.TextChoices):
    """The register's types that may hold NMISS places; settings say which are taken.

    A school that we know keeps its row when it becomes something else, such as an academy.
    """

    NON_MAINTAINED_SPECIAL = "8", "Non-maintained special school"
    INDEPENDENT_SPECIAL = "10", "Other independent special school"
    INDEPENDENT = "11", "Other independent school"
    POST_16 = "32", "Special post-16 institution"


colours({"closed": "grey", "closing": "orange"})


class EstablishmentStatus(models.TextChoices):
    """The register's four states of an establishment."""

    OPEN = "1", "Open"
    CLOSED = "2", "Closed"
    CLOSING = "3", "Open, but proposed to close"
    PROPOSED = "4", "Proposed to open"


class Section41(models.TextChoices):
    """Approval by the Secretary of State under section 41 of the Children and Families Act 2014."""

    NOT_APPLICABLE = "not_applicable", "Not applicable"
    NOT_APPROVED = "not_approved", "Not approved"
    APPROVED = "approved", "Approved"


class Sex(models.TextChoices):
    """Whom a school admits."""

    MIXED = "mixed", "Mixed"
    BOYS = "boys", "Boys"
    GIRLS = "girls", "Girls"


class Need(models.TextChoices):
    """Types of special educational need, by the codes of the SEN2 return (DfE 2025 guide)."""

    SPLD = "SPLD", "Specific learning difficulty"
    MLD = "MLD", "Moderate learning difficulty"
    SLD = "SLD", "Severe learning difficulty"
    PMLD = "PMLD", "Profound and multiple learning difficulty"
    SEMH = "SEMH", "Social, emotional and mental health"
    SLCN = "SLCN", "Speech, language and communication needs"
    HI = "HI", "Hearing impairment"
    VI = "VI", "Vision impairment"
    MSI = "MSI", "Multi-sensory impairment"
    PD = "PD", "Physical disability"
    ASD = "ASD", "Autistic spectrum disorder"
    DS = "DS", "Down syndrome"
    OTH = "OTH", "Other difficulty"


class SchoolQuerySet(FoundQuerySet):
    def visible_to(self, user: User) -> Self:
        """The council's case workers see every school; a provider's people those it runs."""
        if user.role in Role.with_cases():
            return self
        if user.is_provider:
            return self.filter(provider__members__user=user)
        return self.none()

    def out_of_area(self) -> Self:
        """Schools whose local authority is not the home authority."""
        return self.exclude(authority__code=of_authority(settings.HOME_AUTHORITY))

    def closed_or_closing(self) -> Self:
        return self.filter(status__in=[EstablishmentStatus.CLOSED, EstablishmentStatus.CLOSING])

    def not_closed(self) -> Self:
        return self.exclude(status=EstablishmentStatus.CLOSED)

    def by_name(self) -> Self:
        return self.order_by("name", "pk")

    def as_listed(self) -> Self:
        """With no more than a list of schools shows: a school has forty columns."""
        shown = (*self.model.LABEL, "status", "lowest_age", "highest_age", "authority__name")
        return self.select_related("authority").only(*shown)


# Rare, and asked for in every list: so it is kept, whoever writes a name.
NAMESAKES = """
    IF TG_OP = 'UPDATE' AND OLD.plain_name = NEW.plain_name THEN
        RETURN NULL;
    END IF;
    UPDATE providers_school one SET has_namesake = NOT one.has_namesake
    WHERE one.plain_name IN (OLD.plain_name, NEW.plain_name) AND one.has_namesake <> EXISTS (
        SELECT 1 FROM providers_school other
        WHERE other.plain_name = one.plain_name AND other.id <> one.id
    );
    RETURN NULL;
"""


# Whoever runs a school reads what schools are consulted about: no statement alone says who does.
_RUN_BY = """
    IF NEW.provider_id IS DISTINCT FROM OLD.provider_id AND NOT public.nmiss_is_owner()
        AND public.nmiss_acting_role() NOT IN ('officer', 'manager') THEN
        RAISE EXCEPTION 'An officer or a manager says in person who runs a school.';
    END IF;
    RETURN NEW;
"""


@tracked(exclude=["plain_name", "has_namesake"])
class School(models.Model):
    """An establishment. Facts are the register's; who runs it comes from the DPS."""

    LABEL = ("urn", "name", "town", "has_namesake")  # what a list needs to name it

    urn = models.PositiveIntegerField("URN", unique=True)
    name = models.CharField(max_length=200)
    plain_name = plain_name()
    has_namesake = models.BooleanField(default=False, editable=False)
    authority = models.ForeignKey(LocalAuthority, on_delete=models.PROTECT, related_name="schools")
    establishment_number = models.CharField(max_length=4, blank=True)
    ukprn = models.CharField("UKPRN", max_length=8, blank=True)
    kind = models.CharField("type", max_length=3)
    kind_name = models.CharField("type in words", max_length=100, blank=True)
    status = models.CharField(
        max_length=1, choices=EstablishmentStatus, default=EstablishmentStatus.OPEN, blank=True
    )
    opened_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    street = models.CharField(max_length=200, blank=True)
    locality = models.CharField(max_length=200, blank=True)
    address_3 = models.CharField("address line 3", max_length=200, blank=True)
    town = models.CharField(max_length=100, blank=True)
    county = models.CharField(max_length=100, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    district = models.CharField(max_length=100, blank=True)
    easting = models.PositiveIntegerField(null=True)
    northing = models.PositiveIntegerField(null=True)
    lowest_age = models.PositiveSmallIntegerField(null=True)
    highest_age = models.PositiveSmallIntegerField(null=True)
    sex = models.CharField(max_length=10, choices=Sex, blank=True)
    boarding = models.CharField(max_length=100, blank=True)
    section_41 = models.CharField(max_length=20, choices=Section41, blank=True)
    capacity = models.PositiveIntegerField(null=True)
    pupils = models.PositiveIntegerField("pupils on roll", null=True)
    inspectorate = models.CharField(max_length=100, blank=True)
    head_name = models.CharField(max_length=200, blank=True)
    telephone = models.CharField(max_length=30, blank=True)
    website = models.CharField(max_length=300, blank=True)
    proprietor = models.CharField(max_length=300, blank=True)
    provider = models.ForeignKey(
        Provider, null=True, on_delete=models.PROTECT, related_name="schools"
    )

    objects = SchoolQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("status", EstablishmentStatus, or_empty=True),
            in_order("opened_on", "closed_on"),
            in_order("lowest_age", "highest_age"),
        ]
        indexes = [
            models.Index(fields=["name", "id"], name="providers_school_by_name"),
            models.Index(
                fields=["name", "id"],
                condition=models.Q(status__in=["2", "3"]),  # closed or closing
                name="providers_school_gone_by_name",
            ),
            models.Index(fields=["easting", "northing"], name="providers_school_by_place"),
            models.Index(fields=["plain_name"], name="providers_school_namesakes"),
            GinIndex(
                fields=["plain_name"], opclasses=["gin_trgm_ops"], name="providers_school_named"
            ),
            GistIndex(
                fields=["plain_name"],
                opclasses=["gist_trgm_ops"],
                name="providers_school_named_like",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="namesakes",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("name") | pgtrigger.Delete,
                func=NAMESAKES,
            ),
            pgtrigger.Trigger(
                name="run_by_whom_an_officer_says",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("provider_id"),
                func=_RUN_BY,
            ),
        ]

    def __str__(self) -> str:
        """Its name; with town and URN where another school has the same."""
        return self.with_urn if self.has_namesake else self.name

    # Questions

    @property
    def with_urn(self) -> str:
        """Its name and its number, and the town where the name alone says too little."""
        town = f"{self.town}, " if self.has_namesake and self.town else ""
        return f"{self.name} ({town}URN {self.urn})"

    @property
    def is_closed(self) -> bool:
        return self.status == EstablishmentStatus.CLOSED

    @property
    def has_duty_to_admit(self) -> bool:
        """It must admit a child whose plan names it (Children and Families Act 2014, s 43)."""
        is_non_maintained = self.kind == EstablishmentType.NON_MAINTAINED_SPECIAL
        return is_non_maintained or self.section_41 == Section41.APPROVED

    @property
    def is_closing(self) -> bool:
        """Open, but proposed to close."""
        return self.status == EstablishmentStatus.CLOSING

    @property
    def laestab(self) -> str:
        """The local authority's code and the establishment number, seven digits."""
        return f"{self.authority.code}{self.establishment_number}"

    @property
    def address(self) -> list[str]:
        """The lines of the address that are known."""
        lines = [self.street, self.locality, self.address_3, self.town, self.county, self.postcode]
        return [line for line in lines if line]

    @property
    def grid_reference(self) -> str:
        """Where it is on the national grid, as maps say it."""
        if self.easting is None or self.northing is None:
            return ""
        return grid_reference(self.easting, self.northing)

    @property
    def miles_away(self) -> float | None:
        """Miles in a straight line, where it was asked ``with_metres_squared`` and is known."""
        if self.metres_squared >= NOWHERE:
            return None
        return self.metres_squared**0.5 / METRES_IN_A_MILE

    @property
    def ages(self) -> str:
        """The statutory ages, as people say them."""
        if self.lowest_age is None or self.highest_age is None:
            return ""
        return f"{self.lowest_age} to {self.highest_age}"


@tracked()
class SchoolNeed(models.Model):
    """A type of need that a school caters for."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="needs")
    need = models.CharField(max_length=4, choices=Need)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["school", "need"], name="providers_schoolneed_once"),
            one_of("need", Need),
        ]

    def __str__(self) -> str:
        return f"{self.need} at {self.school_id}"
