"""The words of what is done with authorities, districts and reorganisations."""

from __future__ import annotations

from nmiss.base.core.deeds import register, register_facts

register(
    "Reorganisation",
    {
        "add_authority": ("added the authority", "Authority added"),
        "add_district": ("added the district", "District added"),
        "change_authority": ("changed the authority", "Authority changed"),
        "change_district": ("changed the district", "District changed"),
        "remove_district": ("removed the district", "District removed"),
        "settle_home_districts": (
            "worked out home districts for the",
            "Home districts worked out",
        ),
        "say_home_district": ("recorded the home district of", "Home district recorded"),
        "plan_reorganisation": ("planned the", "Reorganisation planned"),
        "map_districts": ("mapped districts of the", "Districts mapped"),
        "placements.Reorganisation.agree": (
            "agreed with a colleague to the",
            "Reorganisation agreed",
        ),
        "placements.Reorganisation.finish": ("did the", "Reorganisation done"),
        "placements.Reorganisation.withdraw": ("withdrew the plan of the", "Plan withdrawn"),
    },
)
register_facts(
    add_authority__code="Code",
    add_district__authority="Authority",
    change_authority__name="Name",
    change_authority__code="Code",
    change_authority__first_on="First day",
    change_district__name="Name",
    change_district__authority="Authority",
    change_district__outward_codes="First halves of postcodes",
    remove_district__authority="Authority",
    settle_home_districts__children="Children",
    map_districts__districts="Districts",
)
