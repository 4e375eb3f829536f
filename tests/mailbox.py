"""A mailbox read by IMAP: a server of a few commands on loopback, and reports to put in."""

import re
import socketserver
import threading
from contextlib import contextmanager
from email.message import EmailMessage


class Mailbox(socketserver.StreamRequestHandler):
    """LOGIN, SELECT, SEARCH UNSEEN, FETCH and STORE, as RFC 3501 has them, for one reader."""

    def handle(self):
        self.say("* OK ready")
        while line := self.rfile.readline().decode().strip():
            tag, command = line.split(maxsplit=1)
            self.do(tag, command)
            if command.upper() == "LOGOUT":
                return

    def do(self, tag, command):
        found = re.match(r"(UID )?(\w+) ?(.*)", command)
        verb, rest, done = found[2].upper(), found[3], "OK"
        if verb == "CAPABILITY":
            self.say("* CAPABILITY IMAP4rev1")
        elif verb == "LOGIN" and '"secret"' not in rest:
            done = "NO"
        elif verb == "SELECT":
            self.say(f"* {len(self.server.letters)} EXISTS")
        elif verb == "SEARCH":
            unseen = (n for n in range(len(self.server.letters)) if n not in self.server.seen)
            self.say("* SEARCH " + " ".join(str(n + 1) for n in unseen))
        elif verb == "FETCH":
            content = self.server.letters[int(rest.split()[0]) - 1]
            self.say(f"* 1 FETCH (UID 1 BODY[] {{{len(content)}}}")
            self.wfile.write(content + b")\r\n")
        elif verb == "STORE":
            self.server.seen.add(int(rest.split()[0]) - 1)
        elif verb == "LOGOUT":
            self.say("* BYE")
        self.say(f"{tag} {done} {verb}")

    def say(self, line):
        self.wfile.write(f"{line}\r\n".encode())


@contextmanager
def mailbox(*letters):
    """The server with these letters in it, and its address as a setting."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Mailbox) as server:
        server.letters, server.seen = [bytes(each) for each in letters], set()
        server.url = f"imap://hub:secret@127.0.0.1:{server.server_address[1]}/INBOX"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def a_report(message_id, recipient, *, action="failed", why="550 5.1.1 No such user", whole=True):
    """What a mail server sends back about a message (RFC 3464)."""
    own = EmailMessage()
    own["Message-ID"], own["Subject"] = message_id, "Tea"
    own.set_content("A link")
    quoted = ("message/rfc822", own.as_string())
    if not whole:
        quoted = ("text/rfc822-headers", f"Subject: Tea\r\nMessage-ID: {message_id}\r\n")
    status = (
        "Reporting-MTA: dns; mx.example\r\n\r\n"
        f"Final-Recipient: rfc822; {recipient}\r\nAction: {action}\r\nStatus: 5.1.1\r\n"
        f"Diagnostic-Code: smtp; {why}\r\n"
    )
    parts = [("text/plain", "Sorry."), ("message/delivery-status", status), quoted]
    body = "".join(f"--edge\r\nContent-Type: {kind}\r\n\r\n{text}\r\n" for kind, text in parts)
    head = 'Content-Type: multipart/report; report-type=delivery-status; boundary="edge"\r\n\r\n'
    return f"From: mx@mx.example\r\nSubject: Undelivered\r\n{head}{body}--edge--\r\n".encode()
