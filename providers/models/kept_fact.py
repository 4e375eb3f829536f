"""Facts of a school that officers keep as they have them, although the register says otherwise."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.history import tracked
from nmiss.base.importing.outcomes import Change
from providers.models.school import School


class KeptFactQuerySet(models.QuerySet):
    def by_column(self) -> Self:
        return self.order_by("column", "pk")


@tracked()
class KeptFact(models.Model):
    """What the register said when somebody kept ours. When it says something else, we ask again."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="kept_facts")
    column = models.CharField(max_length=100)
    register_says = models.CharField(max_length=300, blank=True)
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    kept_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = KeptFactQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["school", "column"], name="providers_keptfact_once")
        ]
        triggers = [WrittenBySomebody(Role.OFFICER, Role.MANAGER, kept_by=())]

    def __str__(self) -> str:
        return f"{self.column} of {self.school_id}"

    @property
    def in_words(self) -> str:
        """What the register says, as it stands there; codes of the register by their names."""
        if self.register_says in ("", "None"):
            return "nothing"
        fields = {field.verbose_name: field for field in School._meta.fields}
        choices = dict(getattr(fields.get(self.column), "choices", None) or ())
        return f"“{choices.get(self.register_says, self.register_says)}”"

    @classmethod
    def of(cls, schools: Iterable[School]) -> dict[tuple[str, str], str]:
        """What the register said of these, by school and column as a Change names them."""
        kept = cls.objects.filter(school__in=[school.pk for school in schools])
        return {
            (f"school {urn}", column): said
            for urn, column, said in kept.values_list("school__urn", "column", "register_says")
        }

    @classmethod
    def settle(
        cls,
        kept: Collection[Change],
        accepted: Collection[Change],
        agreed: Collection[tuple[str, str]] = (),
        *,
        by: User | None,
    ) -> None:
        """Remember what was kept; forget it where the register's word is taken now, or is ours."""
        decided = {(change.reference, change.column) for change in (*kept, *accepted)}
        decided |= set(agreed)
        urns = {int(reference.removeprefix("school ")) for reference, _ in decided}
        schools = {f"school {school.urn}": school for school in School.objects.filter(urn__in=urns)}
        old = cls.objects.filter(school__in=schools.values()).select_related("school")
        stale = [fact.pk for fact in old if (f"school {fact.school.urn}", fact.column) in decided]
        cls.objects.filter(pk__in=stale).delete()
        cls.objects.bulk_create(
            cls(
                school=schools[change.reference],
                column=change.column,
                register_says=str(change.after),
                kept_by=by,
            )
            for change in kept
        )
