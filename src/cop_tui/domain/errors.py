"""Everything that can go wrong, as sentences for the member.

CopError                  exit 1: it could not be done, nothing was changed
├── NotFound              no record answers to what was named
├── Ambiguous             several records do; they are listed
├── Refused               a rule of the practice says no
├── Unreadable            a file of somebody else's could not be read at all
├── NotebookError         the notebook file cannot be read or written
│   ├── Damaged           it is not a whole notebook; it is kept, a backup is named
│   ├── NewerNotebook     a newer version of the program wrote it; it is left alone
│   └── Busy              another program holds the lock
└── WrongUse              exit 2: the command or the settings are not understood
"""

from typing import ClassVar


class CopError(Exception):
    """Something could not be done. Carries its sentence, a hint and its exit code."""

    exit_code: ClassVar[int] = 1
    """What a command that ends with this error returns to the shell."""

    def __init__(self, sentence: str, hint: str | None = None) -> None:
        """Hold what happened and what was kept safe (`sentence`) and what to do next (`hint`)."""
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint


class NotFound(CopError):
    """No record answers to what was named."""


class Ambiguous(CopError):
    """Several records answer to what was named."""

    def __init__(self, sentence: str, candidates: tuple[str, ...], hint: str | None = None) -> None:
        """Hold the `candidates` as lines that a member can choose from."""
        super().__init__(sentence, hint)
        self.candidates = candidates


class Refused(CopError):
    """A rule of the practice says no: a closed commitment, an invitation that was withdrawn."""


class Unreadable(CopError):
    """A file from outside could not be read at all."""


class NotebookError(CopError):
    """The notebook file cannot be read or written."""


class Damaged(NotebookError):
    """The file is not a whole notebook; it is kept under another name."""


class NewerNotebook(NotebookError):
    """The file was written by a newer version of the program and is left alone."""


class Busy(NotebookError):
    """Another program holds the lock on the notebook."""


class WrongUse(CopError):
    """A command or the settings are not understood."""

    exit_code: ClassVar[int] = 2


def gone() -> NotFound:
    """Return the error for a record that was there a moment ago."""
    return NotFound("It is no longer there", "Somebody else has removed it")
