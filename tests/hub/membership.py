"""For the access table: agreements and memberships."""

from contracts.models import DeclarationRenewal, Membership
from nmiss.base.files.models import StoredFile
from providers.models import ComplianceDocument
from tests.factories.joining import decided, offered


def fill(people, provider):
    """Make what the addresses name; return the arguments of the addresses by name."""
    member = Membership.objects.get(provider=provider)
    given = {"provider": provider, "started_by": people["owner"]}
    agreement = offered(by=people["officer"], **given)
    decided(**given)
    file = StoredFile.keep_made(
        b"%PDF-1.4", name="cover.pdf", content_type="application/pdf", by=people["owner"]
    )
    document = ComplianceDocument.put(
        provider, kind="insurance_certificate", title="Insurance", file=file, by=people["owner"]
    )
    renewal = DeclarationRenewal.ask(provider, member.lot.vehicle, by=people["officer"])
    return {
        "application": agreement.application.pk,
        "agreement": agreement.pk,
        "membership": member.pk,
        "compliance": document.pk,
        "declaration": renewal.pk,
    }
