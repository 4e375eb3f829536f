"""Vehicles, their lots, and the memberships of schools."""

from contracts.models.membership import Membership
from contracts.models.vehicle import Lot, Vehicle

__all__ = ["Lot", "Membership", "Vehicle"]
