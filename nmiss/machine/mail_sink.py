"""A mail server that keeps what it receives in a folder, for the demo: nobody outside gets mail."""

import asyncio
import itertools
import sys
import time
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

from nmiss.machine import process_locks


class Folder:
    """Write each message to a file that any mail program opens, named by its moment."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.numbers = itertools.count(1)

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name for it
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        moment = time.strftime("%Y-%m-%d-%H%M%S")
        name = (
            f"{moment}-{next(self.numbers):03}-{envelope.rcpt_tos[0].replace('/', '_')[:100]}.eml"
        )
        (self.folder / name).write_bytes(envelope.content)
        return "250 Kept"


async def listen(port: int, folder: Path) -> None:
    """Receive mail on loopback until the process ends."""
    process_locks.folder(folder, mode=0o700)
    folder.chmod(0o700)  # of one that was made before, too: the links in it let people in
    keep = Folder(folder)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(keep), "127.0.0.1", port)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(listen(int(sys.argv[1]), Path(sys.argv[2])))
