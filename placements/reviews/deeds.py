"""The words of what is done with annual reviews."""

from __future__ import annotations

from nmiss.base.core.deeds import register, register_facts

MOVES = {
    "arrange": ("arranged the meeting of the", "Review meeting arranged"),
    "send_report": ("sent the report of the", "Review report sent"),
    "amend": ("decided on the plan in the", "Plan to be amended"),
    "conclude": ("decided on the plan in the", "Review completed"),
    "finalise": ("issued the final plan of the", "Final plan issued"),
    "close": ("closed the", "Annual review closed"),
}
register(
    "Annual reviews",
    {
        "replace_review_file": ("sent the file again of the", "Review report file replaced"),
        "open_review": ("opened the", "Annual review opened"),
        **{f"placements.AnnualReview.{verb}": words for verb, words in MOVES.items()},
    },
)
register(
    "Imports",
    {"import_reviews": ("imported last annual reviews from", "Last annual reviews imported")},
    for_administrators=True,
)
register_facts(
    open_review__due_on="Review due",
    arrange__meeting_on="Meeting",
    arrange__invited_on="Invitations sent",
    amend__on="Decided on",
    conclude__on="Decided on",
    finalise__on="Issued on",
)
