"""Placements come in: children, their identity and their places, all or nothing."""

from __future__ import annotations

from nmiss.base.importing.declaration import Heading, Import
from placements.intake import PlacementIntake
from placements.models import ChildSex, EndReason, Provision, Route
from providers.models import Need

PLACEMENTS = Import(
    name="placements",
    title="Placements",
    verb="import_placements",
    headings=(
        Heading("placement_ref"),
        Heading("pupil_ref"),
        Heading("date_of_birth", is_identity=True),
        Heading("sex", holds=ChildSex.values),
        Heading("primary_need", holds=Need.values),
        Heading("secondary_need", holds=Need.values, may_be_empty=True),
        Heading("home_postcode", is_identity=True, may_be_empty=True),
        Heading("school_urn"),
        Heading("route", holds=Route.values),
        Heading("provision", holds=Provision.values),
        Heading("starts_on"),
        Heading("ended_on", may_be_empty=True),
        Heading("end_reason", holds=EndReason.values, may_be_empty=True),
        Heading("annual_fee"),
    ),
    intake=PlacementIntake,
    about=(
        "One row for each placement. Import the schools first.",
        "The file identifies children, so we keep it encrypted.",
    ),
)
import_placements = PLACEMENTS.take_in
