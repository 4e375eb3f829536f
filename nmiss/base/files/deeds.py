"""The words of what is done to files and lists."""

from __future__ import annotations

from django.template.defaultfilters import filesizeformat

from nmiss.base.core.deeds import Fact, register, register_facts

register(
    "Files",
    {
        "files.StoredFile.take_in": ("uploaded the file", "File uploaded"),
        "files.StoredFile.quarantine": ("quarantined the harmful file", "File quarantined"),
        "files.StoredFile.refuse_file": ("refused the file", "File refused by our check"),
        "files.StoredFile.forget": ("deleted the content of the file", "File deleted"),
    },
    for_administrators=True,
)
register(
    "Downloads",
    {
        "download": ("downloaded the list", "List downloaded"),
        "files.ListDownload.ask_for": ("requested the download of", "Download requested"),
    },
)
register_facts(
    size=Fact("Size", lambda size: filesizeformat(size).replace("\xa0", " ")),
    found="Virus found",
    sha256=Fact("File fingerprint (SHA-256)", is_technical=True),
    # Words that somebody searched for may be a postcode or a name.
    filters_set="Filters set",
)
