"""Address books of every version come in card by card; nobody is doubled and nothing about them is lost."""

from datetime import datetime
from pathlib import Path

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.errors import CopError
from cop_tui.domain.member import ME, Member
from cop_tui.domain.person import Channel, Person
from cop_tui.domain.record import fresh
from cop_tui.exchange.intake import Intake
from cop_tui.exchange.registry import read_files
from cop_tui.exchange.vcard import read
from cop_tui.practice.remove import remove

NOW = datetime.fromisoformat("2026-11-23T09:00:00+01:00")


def taken(data: bytes | str, book: Book | None = None) -> Intake:
    """Read cards into a book, an empty one unless one is given."""
    return read(data.encode() if isinstance(data, str) else data, "book.vcf", book or Book(), now=NOW)


def card(*lines: str, version: str = "3.0") -> str:
    """Return a card of these lines."""
    return "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""))


def only(intake: Intake) -> Person:
    """Return the one person that was read."""
    (person,) = intake.book.people.values()
    return person


def of(*people: Person) -> Book:
    """Return a book of these people."""
    return Book(people={one.id: one for one in people})


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("FN:Ana Ruiz", "N:Other;Name;;;"), "Ana Ruiz"),
        (("FN:", "N:Ruiz;Ana;María,Luz;Dr.;jr."), "Dr. Ana María Luz Ruiz jr."),
        (("N:Ruiz\\;Vega;Ana",), "Ana Ruiz;Vega"),
        (("NICKNAME:Ani",), "Ani"),
        (("EMAIL:ana@example.org",), "ana@example.org"),
        (("ORG:Acme;Tools",), "Acme"),
    ],
)
def test_a_person_is_called_what_the_card_says_best(lines: tuple[str, ...], name: str) -> None:
    """The full name, else its parts, the nickname, the address, the organisation."""
    assert name == only(taken(card(*lines))).name


@pytest.mark.parametrize(
    ("version", "lines"),
    [
        ("2.1", ("EMAIL;INTERNET:b@example.org", "EMAIL;PREF;INTERNET:a@example.org")),
        ("3.0", ("EMAIL;TYPE=INTERNET:b@example.org", "EMAIL;type=WORK;type=pref:mailto:a@example.org")),
        ("4.0", ("EMAIL;PREF=2:b@example.org", "EMAIL;PREF=1:a@example.org", "EMAIL:A@example.org")),
    ],
)
def test_all_addresses_come_in_the_preferred_one_first(version: str, lines: tuple[str, ...]) -> None:
    """Each version says in its own way which address is preferred; one that is there twice comes once."""
    person = only(taken(card("FN:Ana", *lines, version=version)))

    assert ("a@example.org", "b@example.org") == person.emails


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("TEL;CELL;PREF:1", "mobile"),
        ("TEL;TYPE=WORK;TYPE=VOICE:1", "work phone"),
        ('TEL;TYPE="home,fax":1', "home fax"),
        ("TEL;type=pager:1", "pager"),
        ("TEL:1", "phone"),
        ('TEL;VALUE=uri;TYPE="work,cell":tel:1', "work mobile"),
        ("item1.TEL:1\r\nitem1.X-ABLabel:Boat house", "Boat house"),
        ("item1.TEL:1\r\nitem1.X-ABLabel:_$!<AssistantPhone>!$_", "assistant phone"),
        ("X-MS-TEL;VOICE;CALLBACK:1", "callback phone"),
        ("URL;TYPE=home:1", "home page"),
        ("IMPP:xmpp:ana@example.org", "xmpp chat"),
        ("IMPP;X-SERVICE-TYPE=Skype:ana", "skype chat"),
        ("X-JABBER:ana", "jabber chat"),
        ("X-MS-IMADDRESS:ana", "chat"),
        ("X-SOCIALPROFILE;type=mastodon:1", "mastodon page"),
        ("X-TWITTER:1", "twitter page"),
        ("X-CHANNEL:1", "other"),
    ],
)
def test_ways_to_reach_someone_have_plain_kinds(line: str, kind: str) -> None:
    """The three ways to say a type of telephone, labels, chats and pages become a few plain words."""
    person = only(taken(card("FN:Ana", line)))

    assert [kind] == [one.kind for one in person.channels]


def test_what_an_old_telephone_writes_is_read() -> None:
    """Quoted-printable over several lines, base64 with a blank line after it, another character set: all of 2.1."""
    old = card(
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BC=",
        "ller;J=C3=B6rg",
        "NOTE;ENCODING=quoted-printable:one=0D=0A=",
        "  two; three, four",
        "ORG;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:B=E4cker",
        "PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ",
        " SkZJ",
        "",
        "X-IRMC\\odd line without a colon",
        version="2.1",
    )

    person = only(taken(old))

    assert ("Jörg Müller", "one\n  two; three, four", "Bäcker") == (person.name, person.note, person.organisation)


@pytest.mark.parametrize(
    "data",
    [
        card("FN:Zoë", "NOTE:a\\nb").encode("utf-16"),
        card("FN:Zoë", "NOTE:a\\nb").replace("\r\n", "\n").encode("utf-8-sig"),
        card("FN:Zoë", "NOTE:a\\nb").replace("\r\n", "\r").encode("cp1252"),
        card("FN:Zoë", "NOTE:a\\nb").encode().replace(b"\xc3\xab", b"\xc3\r\n \xab"),
    ],
)
def test_letters_and_line_ends_of_every_kind_are_read(data: bytes) -> None:
    """UTF-16, a BOM, bare line ends, Windows' letters, a fold in the middle of a character."""
    person = only(taken(data))

    assert ("Zoë", "a\nb") == (person.name, person.note)


BAD = {
    "cut off": ("BEGIN:VCARD\r\nFN:Bad\r\n", "Bad", "cut off"),
    "bad quoted-printable": (card("FN;ENCODING=QUOTED-PRINTABLE:B=ZZd", version="2.1"), "card 2", "quoted-printable"),
    "bad base64": (card("FN;ENCODING=B:###"), "card 2", "base64"),
    "wrong letters": (card("FN;CHARSET=UTF-8;QUOTED-PRINTABLE:B=E4d", version="2.1"), "card 2", "character set"),
    "unknown letters": (card("FN;CHARSET=punycode:Bad", version="2.1"), "card 2", "not known"),
    "nobody": (card("TEL:1"), "card 2", "neither a name nor"),
    "a group": (card("FN:Bad", "KIND:group", version="4.0"), "Bad", "group"),
    "mine": (card("FN:Bad", "EMAIL:SAM@example.net"), "Bad", "your own"),
    "endless": (card("FN:Bad", *(["X-A:1"] * 20_001)), "card 2", "20000 lines"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_card_is_named_and_its_neighbours_are_taken(name: str) -> None:
    """One card that can't be taken costs the ones before and after it nothing."""
    bad, item, why = BAD[name]
    me = Book(member={ME: fresh(Member, NOW, id=ME, emails=("sam@example.net",))})

    took = taken(card("FN:Before") + bad + card("FN:After"), me)

    assert ["After", "Before"] == sorted(one.name for one in took.book.people.values())
    assert [item] == [one.item for one in took.skipped]
    assert why in took.skipped[0].why


def test_one_value_that_cannot_be_read_costs_only_itself() -> None:
    """The person comes in without it, and the member is told."""
    took = taken(card("FN:Ana", "ORG;ENCODING=QUOTED-PRINTABLE:A=ZB", "NOTE;ENCODING=B:###", "TEL:1", version="2.1"))

    ana = only(took)
    assert ("Ana", "", "", 1) == (ana.name, ana.organisation, ana.note, len(ana.channels))
    assert [
        "book.vcf: “Ana” has an ORG that was left out: it is not the quoted-printable that it says it is",
        "book.vcf: “Ana” has a NOTE that was left out: it is not the base64 that it says it is",
    ] == list(took.notes)


def test_the_card_of_an_assistant_inside_a_card_is_passed_over() -> None:
    """AGENT holds a whole card; it ends neither the outer one nor becomes a person."""
    took = taken(card("FN:Ana", "AGENT:", "BEGIN:VCARD", "FN:Bea", "END:VCARD", "TEL:1", version="2.1"))

    assert ("Ana", 1) == (only(took).name, len(only(took).channels))


def test_what_has_no_place_is_counted() -> None:
    """Postal addresses, birthdays, categories and the like are told of, not silently dropped; no interest is made."""
    took = taken(card("FN:Ana", "BDAY:1990-01-01", "CATEGORIES:Rust,Family", "ADR:;;x;;;;", "ADR:;;y;;;;"))

    (note,) = took.notes
    assert note.endswith("postal addresses (2), birthdays (1), categories (1)")
    assert {} == took.book.interests


@pytest.mark.parametrize(
    "known",
    [
        {"name": "Ana Ruiz", "emails": ("ANA@example.org",)},
        {"name": "ana ruiz"},
        {"name": "ana@example.org", "emails": ("ana@example.org",)},
    ],
)
def test_who_is_known_is_brought_up_to_date_and_not_doubled(known: dict[str, object]) -> None:
    """By address or by name; what was there stays, what is new comes to it."""
    ana = fresh(Person, NOW, id="ana", channels=(Channel(kind="chat", address="ana"),), note="met in Lyon", **known)

    took = taken(card("FN:Ana Ruiz", "EMAIL:ana@example.org", "ORG:Acme", "TEL;TYPE=cell:1", "NOTE:likes tea"), of(ana))

    after = only(took)
    assert ({"people": 1}, {}) == (took.changed, took.added)
    assert (ana.id, "ana ruiz", 1) == (after.id, after.name.lower(), len(after.emails))
    assert ("met in Lyon\n\nlikes tea", "Acme") == (after.note, after.organisation)
    assert ["chat", "mobile"] == [one.kind for one in after.channels]


def test_a_new_organisation_is_told() -> None:
    """Whoever changed their place of work is brought up to date, and the member hears of it."""
    took = taken(card("FN:Ana", "ORG:Bolt"), of(fresh(Person, NOW, name="Ana", organisation="Acme")))

    assert "Bolt" == only(took).organisation
    assert ("book.vcf: Ana was with Acme and is with Bolt now",) == took.notes


def test_two_names_with_one_address_are_one_person_and_both_names_stay() -> None:
    """The second name is noted and finds the same person the next time."""
    both = card("FN:Ana", "EMAIL:us@example.org") + card("FN:Ben", "EMAIL:us@example.org")

    took = taken(both)
    again = taken(both + card("FN:Ben", "TEL:1"), took.book)

    assert ("Ana", "Also called Ben") == (only(took).name, only(took).note)
    assert (2, {"people": 1}, 1) == (again.unchanged, again.changed, len(again.book.people))


@pytest.mark.parametrize("name", ["Anna", "--", "ANNABEL"])
def test_another_name_is_kept_once_however_often_it_comes(name: str) -> None:
    """Also one that is part of a name that is kept already, and one without a letter."""
    bea = fresh(Person, NOW, name="Bea", emails=("b@x.org",), note="Also called Annabel")
    again = card(f"FN:{name}", "EMAIL:b@x.org")

    first = taken(again, of(bea))
    second = taken(again, first.book)

    names = ["Also called Annabel", *([f"Also called {name}"] if name != "ANNABEL" else [])]
    assert "\n\n".join(names) == first.book.people[bea.id].note
    assert (1, ()) == (second.unchanged, second.notes)


def test_an_address_with_many_names_is_that_of_an_office() -> None:
    """From the ninth name on each is a person of their own; the second time nothing is new."""
    office = "".join(card(f"FN:Person {number}", "EMAIL:office@example.org") for number in range(12))

    took = taken(office)
    again = taken(office, took.book)

    assert (5, 12, {}, {}) == (len(took.book.people), again.unchanged, again.added, again.changed)


def test_two_people_with_one_address_who_are_both_known_stay_two() -> None:
    """A shared address does not make one of them into the other."""
    ana, ben = fresh(Person, NOW, name="Ana", emails=("us@example.org",)), fresh(Person, NOW, name="Ben")

    took = taken(card("FN:Ben", "EMAIL:us@example.org"), of(ana, ben))

    assert (ana, ("us@example.org",)) == (took.book.people[ana.id], took.book.people[ben.id].emails)


def test_a_card_finds_its_person_again_under_another_name() -> None:
    """Whom the member renamed since is still who they were, by a UID or by where they came from."""
    first = taken(card("FN:Ana", "UID:urn:uuid:6f1f5a0e-6c1d-4b0e-9a53-0c9d6c0e7a11") + card("FN:Ben"))
    renamed = {one.id: fresh(Person, NOW, id=one.id, name=f"{one.name} of Lyon") for one in first.book.people.values()}

    again = taken(
        card("FN:Ana", "UID:urn:uuid:6f1f5a0e-6c1d-4b0e-9a53-0c9d6c0e7a11") + card("FN:Ben"), Book(people=renamed)
    )

    assert renamed.keys() == again.book.people.keys()


def test_who_was_removed_stays_away() -> None:
    """The same file does not bring back whom the member took out."""
    first = taken(card("FN:Ana"))
    book = first.book.apply(remove(first.book, only(first), now=NOW))

    again = taken(card("FN:Ana"), book)

    assert (1, {}, ("book.vcf: “Ana” was removed by you and stays so",)) == (
        again.unchanged,
        again.book.people,
        again.notes,
    )


def test_an_id_of_something_else_is_not_taken() -> None:
    """A UID can't put a person in the place of another record."""
    me = fresh(Member, NOW, id="6f1f5a0e6c1d4b0e9a530c9d6c0e7a11")

    took = taken(card("FN:Ana", "UID:urn:uuid:6f1f5a0e-6c1d-4b0e-9a53-0c9d6c0e7a11"), Book(member={me.id: me}))

    assert me.id != only(took).id
    assert "Ana" == only(taken(card("FN:Ana", "UID:urn:uuid:nonsense"))).name


def test_progress_is_told_to_the_end() -> None:
    """The last word is that all is read."""
    steps: list[tuple[int, int]] = []
    data = "".join(card(f"FN:Person {number}") for number in range(250)).encode()

    read(data, "book.vcf", Book(), now=NOW, progress=lambda *step: steps.append(step))

    assert [(100, 250), (200, 250), (250, 250)] == steps


REAL = {
    "John_Doe_ANDROID.vcf": 6,
    "John_Doe_GMAIL.vcf": 1,
    "John_Doe_IPHONE.vcf": 1,
    "John_Doe_MS_OUTLOOK.vcf": 1,
    "gmail-list.vcf": 3,
    "outlook-2007.vcf": 1,
    "rfc6350-example.vcf": 1,
}


@pytest.mark.parametrize("name", REAL)
def test_every_card_of_real_address_books_is_taken(name: str, cases: Path) -> None:
    """Of seven address books of seven programs all cards come in, and the second time nothing is new."""
    path = cases / "vcard" / name

    took = read_files([path], Book(), now=NOW)
    again = read_files([path], took.book, now=NOW)

    assert ({"people": REAL[name]}, ()) == (took.added, took.skipped)
    assert (REAL[name], {}, {}) == (again.unchanged, again.added, again.changed)


HOSTILE = [
    "[/x]",
    "[@click=app.quit]",
    "\x1b[31m",
    "a\0b",
    "\u202eevil",
    "👩‍👩‍👧",
    "../../etc/passwd",
    "x" * 10_000,
    '"\\',
    "=1+1",
    "$(id)",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_stored_as_they_are(words: str) -> None:
    """Whatever stands in any field stays what it is: words."""
    plain = words.replace("\\", "\\\\")

    person = only(taken(card(f"FN:{plain}", f"ORG:{plain}", f"NOTE:{plain}", f"TEL;TYPE={words}:{plain}")))

    assert (words, words, words, words) == (person.name, person.organisation, person.note, person.channels[0].address)


@pytest.mark.parametrize(
    "line",
    [
        "TEL;A=" + "," * 100_000,
        "TEL;" + '"' * 100_001,
        ";" * 100_000 + ":",
        "NOTE:" + "\\" * 100_001,
        "ORG:" + "\\;" * 50_000,
    ],
)
def test_lines_made_to_cost_time_cost_none(line: str) -> None:
    """Endless parameters, quotes and backslashes are read in one pass, or passed over."""
    assert "Ana" == only(taken(card("FN:Ana", line))).name


def test_a_file_of_begins_alone_is_all_named() -> None:
    """Nothing is taken of it, and each is told of."""
    took = taken("BEGIN:VCARD\n" * 500)

    assert (500, {}) == (len(took.skipped), took.book.people)


def test_no_address_book_is_refused_as_a_whole(tmp_path: Path) -> None:
    """What holds no card is no address book, whatever it is called."""
    path = tmp_path / "people.vcf"
    path.write_text("hello", encoding="utf-8")

    with pytest.raises(CopError):
        read_files([path], Book(), now=NOW)
