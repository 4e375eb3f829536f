"""For the access table: agreements, memberships and letters about an extension."""

from contracts.models import DeclarationRenewal, Membership
from nmiss.base.files.models import StoredFile
from providers.models import ComplianceDocument
from tests.factories.extending import LET_ON, an_option, prepared
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
    letter = _letter(people, member)
    return {
        "option": letter.option_id,
        "letter": letter.pk,
        "enquiry": letter.ask(by=people["owner"], words="Do fees go up?").pk,
        "application": agreement.application.pk,
        "agreement": agreement.pk,
        "membership": member.pk,
        "compliance": document.pk,
        "declaration": renewal.pk,
    }


def _letter(people, member):
    """The letter to its provider about an option of another arrangement."""
    option = an_option(first_day=40)
    Membership.objects.create(
        school=member.school,
        provider=member.provider,
        lot=option.vehicle.lots.get(),
        admitted_on=LET_ON,
    )
    prepared(option, people["officer"], people["manager"])
    return option.letters.get()
