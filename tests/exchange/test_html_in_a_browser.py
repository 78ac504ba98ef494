"""The page in a real browser: it fetches nothing, runs nothing of others, finds what is searched, and prints."""

import hashlib
import re
import shutil
import subprocess
import threading
from base64 import b64encode
from collections.abc import Callable, Iterator
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.community import Community
from cop_tui.domain.person import Person
from cop_tui.domain.record import fresh
from cop_tui.domain.story import Story
from cop_tui.exchange.html_page import page

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--disable-default-apps", "--hide-scrollbars"),
)
HOSTILE = (
    "<script>document.title='hacked'</script></style></script><img src=http://seen.example/a.png "
    "onerror=\"document.title='hacked'\"> ![p](http://seen.example/b.png) [l](javascript:document.title='hacked') "
    "<link rel=stylesheet href=http://seen.example/c.css> <iframe src=http://seen.example/d></iframe>"
)
SEARCH = """
document.title = "ran";
const field = document.getElementById("words");
const said = [];
const note = () => {
  const entries = [...document.querySelectorAll(".entry:not([hidden])")].filter((one) => one.offsetParent !== null);
  const marks = [...document.querySelectorAll("mark")].map((one) => one.textContent);
  said.push([entries.length, marks.join("+"), document.getElementById("found").textContent].join("|"));
};
const look = (words) => new Promise((done) => {
  field.value = words;
  field.dispatchEvent(new Event("input"));
  setTimeout(() => { note(); done(); }, 150);
});
const press = (target, key) =>
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
(async () => {
  note();
  for (const words of ["kitchen", "CAFE", "it's stove", "20 november tea", "dragon"]) await look(words);
  press(field, "Escape");
  note();
  press(document.body, "/");
  said.push(document.activeElement.id);
  document.body.dataset.said = said.join(";");
})();
"""


@pytest.fixture(scope="module")
def chromium() -> str:
    """Return the browser; skip, saying so, where there is none."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("there is no Chromium here: the page was not tried in a browser")
    return found


@pytest.fixture
def browse(chromium: str, tmp_path: Path) -> Callable[..., str]:
    """Return what opens a page in the browser with some options, and gives what it printed."""

    def browsed(html: str, *options: str) -> str:
        path = tmp_path / "page.html"
        path.write_text(html, encoding="utf-8", newline="\n")
        command = [chromium, *QUIET, f"--user-data-dir={tmp_path / 'profile'}", *options, path.as_uri()]
        return subprocess.run(command, capture_output=True, timeout=60, check=True).stdout.decode()

    return browsed


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """Return the address of a proxy that gives nothing, and what was asked of it."""
    lines: list[str] = []

    class Nothing(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            lines.append(self.path)
            self.send_error(404)

        def do_CONNECT(self) -> None:
            self.do_GET()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Nothing) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"--proxy-server=http://127.0.0.1:{server.server_port}", lines
        finally:
            server.shutdown()
            thread.join()


def book_with(*texts: str) -> Book:
    """Return a book with a story of each text, and a community and a person called as the first one."""
    stories = [fresh(Story, NOW, title=text[:20], body=text, on=NOW.replace(day=20)) for text in texts]
    others = (fresh(Community, NOW, name=texts[0]), fresh(Person, NOW, name=texts[0]))
    return Book().apply(Change(sentence="", at=NOW, put=(*stories, *others)))


def with_script(html: str, script: str) -> str:
    """Return a page with one more script at its end, which its policy allows."""
    allowed = b64encode(hashlib.sha256(script.encode()).digest()).decode()
    html = html.replace("script-src ", f"script-src 'sha256-{allowed}' ", 1)
    return html.replace("</body>", f"<script>{script}</script></body>")


@pytest.mark.slow
def test_a_hostile_page_fetches_nothing_and_runs_nothing(
    browse: Callable[..., str], asked: tuple[str, list[str]]
) -> None:
    """Not a picture, not a style, not a script; the search of the page itself is there."""
    proxy, lines = asked
    title = "The story so far"

    dom = browse(page(book_with(HOSTILE), now=NOW), proxy, "--dump-dom", "--virtual-time-budget=1000")

    assert f"<title>{title}</title>" in dom
    assert not re.search(r'id="search"[^>]* hidden', dom)
    assert [] == [line for line in lines if "seen.example" in line]


@pytest.mark.slow
def test_what_is_asked_of_the_proxy_would_be_seen(browse: Callable[..., str], asked: tuple[str, list[str]]) -> None:
    """The test above can fail: a page that loads a picture is noticed."""
    proxy, lines = asked

    browse("<!doctype html><img src=http://seen.example/a.png>", proxy, "--dump-dom", "--virtual-time-budget=1000")

    assert ["http://seen.example/a.png"] == [line for line in lines if "seen.example" in line]


@pytest.mark.slow
def test_the_search_finds_as_one_types(browse: Callable[..., str]) -> None:
    """Every word, in any case, without accents, by the day too; what is found is marked, Esc shows all, / begins."""
    book = book_with("Ana's kitchen", "A *kitchen* and a café", "It’s the stove: tea")

    dom = browse(with_script(page(book, now=NOW), SEARCH), "--dump-dom", "--virtual-time-budget=6000")
    said = re.search(r'data-said="([^"]*)"', dom)

    assert said
    assert [
        "5||",
        "4|kitchen+kitchen+kitchen+kitchen+kitchen+kitchen|4 found",
        "1|café|1 found",
        "1|It’s+stove+It’s+stove|1 found",
        "1|tea+tea|1 found",
        "0||Nothing here says that",
        "5||",
        "words",
    ] == said[1].split(";")


@pytest.mark.slow
def test_without_its_script_the_page_is_all_there(browse: Callable[..., str]) -> None:
    """The search is hidden, as it could not search; the story is not."""
    html = page(book_with("Ana's kitchen"), now=NOW)

    dom = browse(html.replace("script-src 'sha256-", "script-src 'sha256-x"), "--dump-dom")

    assert re.search(r'id="search"[^>]* hidden', dom)
    assert "Ana’s kitchen" in dom


@pytest.mark.slow
def test_light_and_dark_are_two_pictures(browse: Callable[..., str], tmp_path: Path) -> None:
    """The page takes the scheme that the reader's system has."""
    html = page(book_with("Ana's kitchen"), now=NOW)
    pictures = []
    for scheme in (0, 1):
        path = tmp_path / f"{scheme}.png"
        browse(html, f"--blink-settings=preferredColorScheme={scheme}", "--window-size=800,600", f"--screenshot={path}")
        pictures.append(path.read_bytes())

    assert all(picture.startswith(b"\x89PNG") for picture in pictures)
    assert pictures[0] != pictures[1]


@pytest.mark.slow
def test_it_prints_as_a_book(browse: Callable[..., str], tmp_path: Path) -> None:
    """A title page, the story, and a page each for the communities and the people."""
    path = tmp_path / "page.pdf"

    browse(page(book_with("Ana's kitchen"), now=NOW), "--no-pdf-header-footer", f"--print-to-pdf={path}")
    pages = re.findall(rb"/Type /Page\b", path.read_bytes())

    assert 4 == len(pages)
