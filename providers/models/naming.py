"""Names as people type them: without accents, with "and" for "&", and not always spelt right."""

from __future__ import annotations

from typing import Self

from django.contrib.postgres.search import TrigramWordDistance
from django.db import models
from django.db.models import F, FloatField, Func, Subquery, TextField, Value

LIKE_ENOUGH = 0.8  # the farthest a name may be from what was typed; 0 is the same, 1 has nothing
NEARLY_AS_LIKE = 0.15  # the farthest a name may be behind the one that is most like it
MOST = 50
COMMON = frozenset({"school", "schools", "academy", "college", "the", "and", "&", "ltd", "limited"})


class Plain(Func):
    """Words in lower case, without accents and marks: "Zoë & St. John's" is "zoe and st johns"."""

    function = "public.nmiss_plain"
    output_field = TextField()


def plain_name() -> models.GeneratedField:
    """The name in plain form, kept by the database so that an index can answer for it."""
    return models.GeneratedField(
        expression=Plain("name"), output_field=TextField(), db_persist=True, editable=False
    )


class NamedQuerySet(models.QuerySet):
    """Records with a ``plain_name``."""

    def named(self, words: str) -> Self:
        """Those whose names hold every one of these words, or the beginning or a part of each."""
        telling = [word for word in words.split() if any(map(str.isalnum, word))]
        found = self if telling else self.none()
        for word in telling:
            found = found.filter(plain_name__contains=Plain(Value(word)))
        return found

    def named_like(self, words: str) -> Self:
        """Those whose names are most like these words, when they are not spelt as the names are.

        Words that half of all names hold say nothing of likeness, unless nothing else was typed.
        """
        if not any(map(str.isalnum, words)):
            return self.none()
        telling = [word for word in words.split() if word.lower() not in COMMON]
        like = TrigramWordDistance(Plain(Value(" ".join(telling) or words)), F("plain_name"))
        nearest = self.order_by().annotate(unlikeness=like).order_by("unlikeness")
        most_like = Subquery(nearest.values("unlikeness")[:1], output_field=FloatField())
        found = self.filter(pk__in=nearest.values("pk")[:MOST]).alias(unlikeness=like)
        found = found.filter(unlikeness__lte=LIKE_ENOUGH)
        return found.filter(unlikeness__lte=most_like + NEARLY_AS_LIKE).order_by(
            "unlikeness", "name", "pk"
        )

    def called(self, words: str) -> tuple[Self, bool]:
        """Those with such a name, by name; where there is none, those most like it first.

        Whether there is one comes with them, so that a page does not pass a guess for an answer.
        """
        named = self.named(words)
        if named.exists():
            return named.order_by("name", "pk"), True
        return self.named_like(words), False
