"""A host for tests: keeps accounts, and a gateway for short messages, in a language that is not ours.

    host.py FOLDER KEY PLAN

listens on a free port of this machine, prints it, and goes on until its standard input ends. PLAN says what it does
with one request after another, the last for all that follow. Whatever crashes is started again on the same port.
"""
import hashlib
import hmac
import http.server
import json
import os
import signal
import socket
import sys
import threading
import time

folder, key, plan = sys.argv[1], sys.argv[2].encode(), sys.argv[3].split(",")


def read(name, default):
    try:
        with open(os.path.join(folder, name)) as file:
            return json.load(file)
    except FileNotFoundError:
        return default


def write(name, value):
    draft = os.path.join(folder, name + ".new")
    with open(draft, "w") as file:
        json.dump(value, file)
    os.replace(draft, os.path.join(folder, name))


def is_signed(headers, body):
    timestamp = headers.get("Paifang-Timestamp", "")
    expected = "v1=" + hmac.new(key, timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()
    is_fresh = timestamp.isdigit() and abs(time.time() - int(timestamp)) <= 300
    return is_fresh and hmac.compare_digest(expected, headers.get("Paifang-Signature", ""))


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        requests = read("requests", [])
        requests.append({"path": self.path, "key": self.headers["Idempotency-Key"], "body": body.decode(),
                         "signed": is_signed(self.headers, body), "type": self.headers["Content-Type"]})
        write("requests", requests)
        if not requests[-1]["signed"]:
            return self.answer(401, b"{}")
        what = plan[min(len(requests), len(plan)) - 1]
        if what.isdigit():
            return self.answer(int(what), b"{}")
        if what == "redirect":
            return self.answer(302, b"", [("Location", self.path)])
        if what == "slow":
            time.sleep(30)
        if what == "long":
            return self.answer(200, json.dumps({"outcome": "done", "more": "x" * 100_000}).encode())
        if what.startswith("say:"):
            return self.answer(200, what[4:].replace(";", ",").encode())
        answer = self.account(json.loads(body))
        if what == "crash":
            os._exit(1)
        self.answer(200, json.dumps(answer).encode())

    def account(self, call):
        """The same key has the same answer, and makes one account."""
        accounts = read("accounts", {})
        if call.get("key") not in accounts:
            accounts[call.get("key")] = "a%d" % (len(accounts) + 1)
            write("accounts", accounts)
        return {"outcome": "done", "gives": {"account_id": accounts[call.get("key")]}}

    def answer(self, status, body, headers=()):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def log_message(self, *_):
        pass


def serve(listener):
    server = http.server.ThreadingHTTPServer(listener.getsockname(), Handler, bind_and_activate=False)
    server.socket = listener
    server.serve_forever()


listener = socket.socket()
listener.bind(("127.0.0.1", 0))
listener.listen(64)
child = 0


def end():
    sys.stdin.read()
    if child:
        os.kill(child, signal.SIGKILL)
    os._exit(0)


print(listener.getsockname()[1], flush=True)
threading.Thread(target=end, daemon=True).start()
while True:
    child = os.fork()
    if child == 0:
        serve(listener)
    os.waitpid(child, 0)
