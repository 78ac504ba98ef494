"""What a person is called: the name, and the other names that their note keeps, a line each."""

import re

from cop_tui.domain.interest import folded
from cop_tui.domain.person import Person

_ALSO = "Also called "
_ALIAS = re.compile(rf"^{_ALSO}(.+)$", re.MULTILINE)


def name_key(name: str) -> str:
    """Return the key under which names are the same; of a name that folds to nothing, such as "_", the name itself."""
    return folded(name) or name.strip()


def names_of(person: Person) -> set[str]:
    """Return the keys of all names of a person."""
    return set(filter(None, map(name_key, (person.name, *_ALIAS.findall(person.note)))))


def also_called(name: str) -> str:
    """Return the line by which a note keeps another name."""
    return f"{_ALSO}{name.strip()}"
