"""The codes of needs, spelt out beside a table that has no room for the words."""

from __future__ import annotations

from django.template import Library

from providers.models import Need

register = Library()


@register.inclusion_tag("providers/_need_codes.html")
def need_codes() -> dict[str, object]:
    return {"needs": Need.choices}
