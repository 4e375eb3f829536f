"""What letters need besides the formats of pages."""

from __future__ import annotations

from django import template

register = template.Library()


@register.filter
def one_line(text: str) -> str:
    """Everything on one line: nothing that was typed breaks a subject."""
    return " ".join(str(text).split())
