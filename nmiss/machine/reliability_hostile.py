"""Three files that are much work to look into, sent at once, as the reliability command needs it.

A workbook whose formula is nothing but spaces, a document of more than a million elements, and a
PDF of many packed streams: little to send, and much to read.
"""

from __future__ import annotations

import http.client
import io
import re
import sys
import threading
import zipfile
import zlib
from contextlib import closing

from nmiss.machine.reliability_load import PATIENCE, TOKEN

EDGE = "of-the-parts"
TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def send(port: int, session: str, address: str) -> None:
    """Send them at once to the form of this address; all of them have to be taken in."""
    taken: list[str] = []
    senders = [
        threading.Thread(target=_send, args=(port, session, address, name, content, taken))
        for name, content in files().items()
    ]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    if len(taken) < len(senders):
        sys.exit(f"Of {len(senders)} hostile files, {len(taken)} were taken in to be checked.")


def files() -> dict[str, bytes]:
    """The three, by name."""
    formula = b"<worksheet><c><f>=" + b" " * 45_000 + b"</f></c></worksheet>"
    elements = b"<a>" + b"".join(b"<b c='%x'/>" % number for number in range(1_250_000)) + b"</a>"
    packed = zlib.compress(bytes(1 << 20), 9)
    stream = b"1 0 obj <</Type/ObjStm/Filter/FlateDecode>>\nstream\n" + packed + b"\nendstream "
    return {
        "spaces.xlsx": _archive("xl/workbook.xml", "xl/worksheets/sheet1.xml", formula),
        "elements.docx": _archive("word/document.xml", "word/header1.xml", elements),
        "streams.pdf": b"%PDF-1.7\n" + stream * 200 + b"\n%%EOF\n",
    }


def _archive(main_part: str, name: str, content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr(main_part, b"<a/>")
        archive.writestr(name, content)
    return made.getvalue()


def _send(
    port: int, session: str, address: str, name: str, content: bytes, taken: list[str]
) -> None:
    cookies = {"Host": "localhost", "Cookie": f"sessionid={session}; csrftoken={TOKEN}"}
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as line:
        line.request("GET", address, headers=cookies)
        page = line.getresponse().read().decode()
        found = re.search(r'name="form_token" value="([^"]+)"', page)
        given = {"csrfmiddlewaretoken": TOKEN, "form_token": found[1] if found else ""}
        body = _form(given | {"title": name}, name, content)
        kind = f"multipart/form-data; boundary={EDGE}"
        line.request("POST", address, body, cookies | {"Content-Type": kind})
        response = line.getresponse()
        response.read()
        if response.status == http.HTTPStatus.FOUND:
            taken.append(name)


def _form(given: dict[str, str], name: str, content: bytes) -> bytes:
    lines = [
        f'--{EDGE}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
        for key, value in given.items()
    ]
    head = f'--{EDGE}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    return "".join([*lines, head]).encode() + content + f"\r\n--{EDGE}--\r\n".encode()
