"""The documents that a provider shows: in its application, and as a member from then on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class DocumentKind:
    """A document that is asked for; ``expires`` where it has a last day.

    ``one`` is what a single one is called, and ``of_school`` says that each school has its own.
    """

    key: str
    words: str
    expires: bool = False
    is_required: bool = True
    one: str = ""
    of_school: bool = False

    @property
    def title(self) -> str:
        return self.one or self.words


DOCUMENT_KINDS = (
    DocumentKind(
        "insurance_certificate",
        "Insurance certificates",
        expires=True,
        one="Insurance certificate",
    ),
    DocumentKind("safeguarding_policy", "Safeguarding policy"),
    DocumentKind(
        "registration", "Registration certificate of the Department for Education", of_school=True
    ),
    DocumentKind("inspection_report", "Last inspection report", of_school=True),
    DocumentKind("accounts", "Accounts of the last three years"),
    DocumentKind("ico_certificate", "ICO certificate", expires=True, is_required=False),
    DocumentKind("continuity_plan", "Business continuity plan", is_required=False),
    DocumentKind("equality_policy", "Equality policy", is_required=False),
    DocumentKind("slavery_statement", "Modern slavery statement", is_required=False),
    DocumentKind("other", "Another document", is_required=False),
)
KIND_OF = {kind.key: kind for kind in DOCUMENT_KINDS}
