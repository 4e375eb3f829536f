"""Who takes an annual review further, and why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.templatetags.components import day
from placements.permissions import can_reply
from providers.models import ProviderRole

if TYPE_CHECKING:
    from placements.models import Child
    from placements.reviews.models import AnnualReview


def can_review(user: User) -> bool:
    """Placement officers open reviews and decide on plans."""
    return user.role == Role.PLACEMENTS


def can_arrange_review(user: User, review: AnnualReview) -> bool:
    """The placement team, and who writes for the school where the child is."""
    school = review.school
    return can_review(user) or bool(school and can_reply(user, school))


def can_arrange_reviews(user: User) -> bool:
    """The placement team, and who writes for a provider, each for the reviews that they have."""
    writers = ProviderRole.writers()
    return can_review(user) or user.provider_members.filter(role__in=writers).exists()


def why_not_open_review(child: Child) -> str:
    """One review after the other."""
    if review := child.reviews.open().first():
        return f"Annual review {review.pk} is open for {child}. Complete it first."
    return ""


def why_not_arrange(user: User, review: AnnualReview) -> str:
    if not can_arrange_review(user, review):
        return "The child’s school and placement officers arrange the meeting."
    if review.status not in ("to_arrange", "arranged"):
        return f"The meeting of annual review {review.pk} can no longer be changed."
    return ""


def why_not_report(user: User, review: AnnualReview) -> str:
    if not can_arrange_review(user, review):
        return "The child’s school and placement officers send the report."
    if review.status == "to_arrange":
        return _without_a_meeting(review)
    if review.status != "arranged":
        return f"The report of annual review {review.pk} was sent, or the review has ended."
    if review.meeting_on > timezone.localdate():
        return f"The meeting is on {day(review.meeting_on)}. Send the report after it."
    return ""


def why_not_replace_file(user: User, review: AnnualReview) -> str:
    """A file that the check refused is sent again until the plan is decided on."""
    if not can_arrange_review(user, review):
        return "The child’s school and placement officers send the report."
    if review.status != "reported":
        return f"Annual review {review.pk} has no report that waits for a decision."
    if review.report is None or not review.report.is_refused:
        return "The file of the report was not refused, and stays as it was sent."
    return ""


def why_not_decide_review(user: User, review: AnnualReview) -> str:
    """The council decides also without a report."""
    if not can_review(user):
        return "Placement officers decide on plans."
    if review.status == "to_arrange":
        return _without_a_meeting(review)
    if review.status not in ("arranged", "reported"):
        return f"The plan in annual review {review.pk} was decided on, or the review has ended."
    if review.meeting_on > timezone.localdate():
        return f"The meeting is on {day(review.meeting_on)}. Decide on the plan after it."
    return ""


def _without_a_meeting(review: AnnualReview) -> str:
    return f"Annual review {review.pk} has no meeting yet. Arrange it first."


def why_not_finalise(user: User, review: AnnualReview) -> str:
    if not can_review(user):
        return "Placement officers issue plans."
    if review.status != "amending":
        return f"No plan is being amended in annual review {review.pk}."
    return ""


def why_not_close_review(user: User, review: AnnualReview) -> str:
    if not can_review(user):
        return "Placement officers close reviews."
    return "" if review.next_step else f"Annual review {review.pk} has ended."
