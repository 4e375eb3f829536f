"""A rule for passwords that Django lacks: more in them than the names that all here know."""

from __future__ import annotations

import re

from django.conf import settings
from django.core.exceptions import ValidationError

# What people of this trade would think of first.
OF_THE_TRADE = ("nmiss", "school", "council", "password", "commissioning", "placement", "provider")
REST = 8  # characters that are left beside such words


class NoWordsOfOurs:
    """Refuses a password that is little more than words which everybody here knows."""

    def validate(self, password: str, user: object = None) -> None:
        rest = re.sub("|".join(map(re.escape, known_words())), "", password.lower())
        if len(rest) < min(REST, len(password)):
            raise ValidationError("Guessable.", code="password_of_known_words")

    def get_help_text(self) -> str:
        return "Your password cannot be mostly the name of the council, the hub or the work."


def known_words() -> list[str]:
    """Longest first, so that none stands in another's way."""
    names = f"{settings.COUNCIL_NAME} {settings.PRODUCT_NAME}".lower()
    words = {word for word in re.findall(r"\w+", names) if len(word) > 2}
    return sorted(words | set(OF_THE_TRADE), key=len, reverse=True)
