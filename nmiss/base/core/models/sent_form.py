"""Forms that were sent: each token that was used up, and where its sender was taken."""

from __future__ import annotations

import datetime
import json
from typing import Self

from django.db import connection, models
from django.utils import timezone

from nmiss.base.core.fields import EncryptedTextField


class SentFormQuerySet(models.QuerySet):
    def sent_before(self, moment: datetime.datetime) -> Self:
        return self.filter(sent_at__lt=moment)


class SentForm(models.Model):
    """One sending of a form. Its row is written in the transaction of what the form does.

    So who sends the same token at the same moment waits here, at the primary key, until the first
    is through; and where the first came to nothing, there is no row.
    """

    token = models.CharField(max_length=32, primary_key=True)
    digest = models.CharField(max_length=64)  # of all that was sent, files among it
    sent_at = models.DateTimeField()
    went_to = models.TextField(blank=True)
    told = EncryptedTextField(blank=True)  # the messages: they may hold names

    objects = SentFormQuerySet.as_manager()

    def __str__(self) -> str:
        return f"form sent {self.sent_at:%Y-%m-%d %H:%M:%S}"

    # Questions

    def messages(self) -> list[tuple[int, str]]:
        """What its sender was told: level and words."""
        return [(level, words) for level, words in json.loads(self.told or "[]")]

    # Verbs

    @classmethod
    def claim(cls, token: str, digest: str) -> SentForm | None:
        """Use the token up; None where somebody has. Waits for whoever is using it now."""
        row = cls(token=token, digest=digest, sent_at=timezone.now())
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {cls._meta.db_table} (token, digest, sent_at, went_to, told) "
                "VALUES (%s, %s, %s, '', '') ON CONFLICT (token) DO NOTHING",
                [row.token, row.digest, row.sent_at],
            )
            return row if cursor.rowcount else None

    def came_to(self, went_to: str, messages: list[tuple[int, str]]) -> None:
        """Keep where the sender is taken, and what the sender is told there."""
        self.went_to, self.told = went_to, json.dumps(messages)
        self.save(update_fields=["went_to", "told"])
