"""The frame of every page: the product's name and the way to each part, by role."""

from __future__ import annotations

from django.conf import settings


def frame(request: object) -> dict[str, object]:
    """Give every template the names of the product and the council."""
    return {"product_name": settings.PRODUCT_NAME, "council_name": settings.COUNCIL_NAME}
