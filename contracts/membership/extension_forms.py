"""Forms about the letter of an extension: the reply, a question and its answer."""

from __future__ import annotations

from typing import Any

from django import forms

from contracts.membership.status import Reply
from nmiss.base.core.forms import GovukForm


def _words(label: str, asked: str, **options: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": asked},
        **options,
    )


class ReplyToLetter(GovukForm):
    """Accept or decline, with a reason where one declines."""

    button = "Send reply"

    reply = forms.ChoiceField(
        label="Do you accept the extension?",
        choices=[
            (Reply.ACCEPTED, "Yes, our schools stay members"),
            (Reply.DECLINED, "No, our schools leave when the present term ends"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Select whether you accept the extension"},
    )
    reason = _words("Reason (if you decline)", "Enter why you decline", required=False)

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if given.get("reply") == Reply.DECLINED and not given.get("reason"):
            self.add_error("reason", "Enter why you decline")
        return given


class RecordReply(ReplyToLetter):
    """The same for a provider who wrote or telephoned, with how the reply came."""

    button = "Record reply"

    source = forms.CharField(
        label="How did the reply come?",
        help_text="For example, an email from the proprietor on 3 June.",
        max_length=200,
        error_messages={"required": "Enter how the reply came"},
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reply"].label = "Does the provider accept the extension?"
        self.fields["reply"].choices = [
            (Reply.ACCEPTED, "Yes, its schools stay members"),
            (Reply.DECLINED, "No, its schools leave when the present term ends"),
        ]
        self.fields["reason"].label = "Reason (if the provider declines)"


class AskAboutExtension(GovukForm):
    button = "Send question"

    words = _words("Your question", "Enter your question")


class AnswerAboutExtension(GovukForm):
    button = "Send answer"

    answer = _words("Your answer", "Enter your answer")
