"""A small server that speaks as much of GOV.UK Notify's API as the hub uses, for the tests."""

from __future__ import annotations

import json
import threading
import time
import uuid
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import jwt

SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506"
SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0"
KEY = f"hub-{SERVICE}-{SECRET}"
TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a"
PROBLEMS = {
    400: ("BadRequestError", "email_address Not a valid email address"),
    403: ("AuthError", "Invalid token: API key not found"),
    429: (
        "RateLimitError",
        "Exceeded rate limit for key type LIVE of 3000 requests",
    ),
    500: ("Exception", "Internal server error"),
}


class NotifyServer(ThreadingHTTPServer):
    """What it took, and how it misbehaves: ``faults`` are codes of the next answers to a POST."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.taken, self.asked, self.faults = [], [], []
        self.before_yes = lambda: None
        self.slow = 0

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"

    def says(self, status):
        """What it says from now on of all that it took."""
        for each in self.taken:
            each["status"] = status


class _Handler(BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_POST(self):
        given = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if not self._is_known():
            return self._refuse(403)
        if self.server.faults:
            fault = self.server.faults.pop(0)
            if fault:
                return self._refuse(fault)
        if self.path != "/v2/notifications/email" or given["template_id"] != TEMPLATE:
            return self._refuse(400)
        taken = {"id": str(uuid.uuid4()), "status": "created", "type": "email", **given}
        self.server.taken.append(taken)
        self.server.before_yes()
        time.sleep(self.server.slow)
        return self._answer(201, {"id": taken["id"], "reference": given["reference"]})

    def do_GET(self):
        parts = urlsplit(self.path)
        self.server.asked.append(self.path)
        if not self._is_known():
            return self._refuse(403)
        if parts.path == "/v2/notifications":
            reference = parse_qs(parts.query)["reference"][0]
            found = [each for each in self.server.taken if each["reference"] == reference]
            return self._answer(200, {"notifications": found[::-1], "links": {}})
        number = parts.path.rpartition("/")[2]
        for each in self.server.taken:
            if each["id"] == number:
                return self._answer(200, each)
        return self._answer(404, {"errors": [{"error": "NoResultFound", "message": "No result"}]})

    def _is_known(self):
        token = self.headers["Authorization"].removeprefix("Bearer ")
        try:
            claims = jwt.decode(token, SECRET, algorithms=["HS256"])
        except jwt.InvalidTokenError:
            return False
        return claims["iss"] == SERVICE and abs(claims["iat"] - time.time()) < 30

    def _refuse(self, code):
        kind, words = PROBLEMS[code]
        errors = [{"error": kind, "message": words}]
        return self._answer(code, {"status_code": code, "errors": errors})

    def _answer(self, code, content):
        body = json.dumps(content).encode()
        try:
            self.send_response(code)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        except BrokenPipeError:  # whoever asked waits no longer
            pass


@contextmanager
def notify_server():
    server = NotifyServer()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
