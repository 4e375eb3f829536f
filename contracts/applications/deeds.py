"""The words of what is done with applications, and what of it is sealed."""

from __future__ import annotations

from contracts.applications import sealing
from nmiss.base.core.deeds import register, seal

register(
    "Applications",
    {
        "contracts.Application.start": ("started the", "Application started"),
        "save_section": ("saved a section of the", "Section saved"),
        "add_evidence": ("added a document to the", "Document added to application"),
        "remove_evidence": ("removed a document from the", "Document removed from application"),
        "refuse_evidence": ("refused a file of the", "File of application refused"),
        "replace_evidence": ("replaced a refused file of the", "Refused file replaced"),
        "confirm_answers": ("confirmed earlier answers in the", "Earlier answers confirmed"),
        "follow_scheme": ("moved to new questions the", "Moved to new questions"),
        "receive": ("submitted the", "Application submitted"),
        "contracts.Application.withdraw": ("withdrew the", "Application withdrawn"),
        "contracts.Clarification.ask": ("asked", "Question asked"),
        "answer_question": ("answered", "Question answered"),
        "ask_for_evidence": ("sent the", "Evidence requested"),
        "answer_evidence_request": ("answered the", "Evidence request answered"),
    },
)
seal(sealing.what_goes_on_in_sealed_forms)
