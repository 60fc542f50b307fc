"""A site on the loopback that takes its time."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A slow page</title></head><body><article>
<h1>A slow page</h1>
<p>This page was a long time on its way, longer than one likes to wait for a page without hearing that it comes.</p>
<p>It is here now, whole, and its reader may read it from its first word to its last as if it had come at once.</p>
</article></body></html>"""
SECONDS = 2.5


class SlowSite:
    """One page, which comes after a while. `address` is where, `place` the machine in it."""

    def __init__(self):
        self._leaving = threading.Event()
        leaving = self._leaving

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self):
                leaving.wait(SECONDS)
                body = PAGE.encode()
                try:
                    self.send_response(200)
                    self.send_header("Content-Type", "text/html; charset=utf-8")
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
                except OSError:
                    self.close_connection = True  # nobody waited

            def log_message(self, *_words):
                """Nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self._server.daemon_threads = True
        self.place = f"127.0.0.1:{self._server.server_port}"
        self.address = f"http://{self.place}/slow"

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_error):
        self._leaving.set()
        self._server.shutdown()
        self._server.server_close()
