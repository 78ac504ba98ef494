"""What a way to reach someone is called, in plain words, and how those words are said in a card.

Kept apart because it is a table that goes both ways: whatever a card says of a telephone or a page becomes a few
plain words ("work phone", "home fax", "xmpp chat"), and out of such words come the marks that other programs know.
"""

import re

from cop_tui.domain.person import Channel

PHONES = frozenset(("TEL", "X-MS-TEL", "X-EVOLUTION-CALLBACK"))
"""The properties that hold a number."""

PAGES = frozenset(("URL", "X-SOCIALPROFILE", "X-TWITTER", "X-MASTODON", "X-GITHUB", "X-LINKEDIN"))
"""The properties that hold a page."""

_SERVICES = (
    *("AIM", "ICQ", "JABBER", "MSN", "YAHOO", "SKYPE", "SKYPE-USERNAME", "GOOGLE-TALK", "GTALK", "QQ", "GADUGADU"),
    *("GROUPWISE", "MATRIX", "TELEGRAM", "SIGNAL", "WHATSAPP"),
)
_UNNAMED = ("URL", "X-SOCIALPROFILE", "IMPP", "X-MS-IMADDRESS", "X-KADDRESSBOOK-X-IMADDRESS")

CHATS = frozenset(("IMPP", "X-MS-IMADDRESS", "X-KADDRESSBOOK-X-IMADDRESS", *(f"X-{one}" for one in _SERVICES)))
"""The properties that hold where someone chats."""

OTHER = "X-CHANNEL"
"""Our own property for what is neither number nor page nor chat."""

LABEL = "X-ABLABEL"
"""The property, of Apple's address book, that names another one of its group."""

_DEVICES = {
    "cell": "mobile",
    "mobile": "mobile",
    "iphone": "mobile",
    "car": "car phone",
    "fax": "fax",
    "pager": "pager",
    "video": "video phone",
    "textphone": "text phone",
    "callback": "callback phone",
}
_PLACES = ("work", "home")
_APPLE = re.compile(r"_\$!<(.*)>!\$_", re.DOTALL)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NUMBER = re.compile(r"\+?[\d(][\d\s()./-]{2,40}(?:(?:x|ext\.?)\s*\d{1,8})?", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+-]{1,20}):\S+", re.IGNORECASE)
_PHONE_WORDS = re.compile(r"\b(phone|telephone|mobile|cell|fax|pager)\b", re.IGNORECASE)


def kind_of(name: str, types: tuple[str, ...], value: str, service: str = "") -> str:
    """Return what a property of a card is, in plain words.

    Args:
        name: The property, in capitals.
        types: What it is said to be, in small letters.
        value: Its value.
        service: The service that it names (X-SERVICE-TYPE, or a scheme), if any.
    """
    if name == OTHER:
        return "other"
    place = next((one for one in _PLACES if one in types), "")
    if name in PHONES:
        what = next((words for one, words in _DEVICES.items() if one in types), "phone")
        return f"{place} {what}".strip()
    own = "" if name in _UNNAMED else name.removeprefix("X-").removesuffix("-USERNAME").replace("-", " ")
    if name == "X-SOCIALPROFILE":
        own = next((one for one in types if one not in (*_PLACES, "pref")), "")
    elif name == "IMPP":
        found = _SCHEME.fullmatch(value)
        own = found[1] if found else ""
    what = "page" if name in PAGES else "chat"
    return " ".join(filter(None, (place, (service or own).lower(), what)))


def label_of(text: str) -> str:
    """Return a label as a member would say it: `_$!<HomePage>!$_` is "home page", others stay as they are."""
    found = _APPLE.fullmatch(text.strip())
    return _HUMP.sub(" ", found[1]).lower() if found else text.strip()


def property_of(channel: Channel) -> tuple[str, tuple[str, ...]]:
    """Return the property and the types under which other programs know such a channel best."""
    words = channel.kind.lower().split()
    places = tuple(one for one in _PLACES if one in words)
    is_link = _SCHEME.fullmatch(channel.address) is not None
    if is_link and words and words[-1] == "chat":
        return "IMPP", places
    if is_link and channel.address.lower().startswith(("http:", "https:")):
        return "URL", places
    if _PHONE_WORDS.search(channel.kind) or _NUMBER.fullmatch(channel.address):
        devices = tuple(
            "cell" if one == "mobile" else one for one in ("mobile", "fax", "pager") if one in words
        ) or tuple(one for one in ("car", "callback") if one in words)
        return "TEL", (*places, *devices)
    return OTHER, ()
