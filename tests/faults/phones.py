"""Phones in a room: plain forms over plain http, one cookie jar each, no script."""

import http.cookiejar
import re
import urllib.error
import urllib.parse
import urllib.request
from html import unescape

HIDDEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
OPTION = re.compile(r'<option value="([^"]+)">([^<]+)</option>')


class Phone:
    """A phone that reads pages and sends forms."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.jar = http.cookiejar.CookieJar()
        cookies = urllib.request.HTTPCookieProcessor(self.jar)
        no_proxy = urllib.request.ProxyHandler({})
        self.opener = urllib.request.build_opener(cookies, no_proxy)
        self.page, self.status, self.at = "", 0, ""

    def read(self, path: str) -> str:
        """Open a page."""
        return self._ask(urllib.request.Request(self.address + path))

    def send(self, path: str, **fields: str) -> str:
        """Send a form of the page that is open."""
        [token, *_] = HIDDEN.findall(self.page)
        words = urllib.parse.urlencode({"csrfmiddlewaretoken": token, **fields})
        return self._ask(urllib.request.Request(self.address + path, words.encode()))

    def come_in(self, code: str, name: str) -> str:
        """Type the code of the room and a name, or choose one at the desk."""
        self.read("/")
        self.send("/", code=code)
        names = {unescape(said): id_ for id_, said in OPTION.findall(self.page)}
        more = {"of": names[name]} if names else {"name": name}
        return self.send("/", code=code, **more)

    def _ask(self, request: urllib.request.Request) -> str:
        request.add_header("Accept", "text/html")
        try:
            with self.opener.open(request, timeout=60) as answer:
                self.status, self.at = answer.status, answer.url
                self.page = answer.read().decode()
        except urllib.error.HTTPError as refusal:
            self.status, self.at = refusal.code, refusal.url
            self.page = refusal.read().decode()
        return self.page
