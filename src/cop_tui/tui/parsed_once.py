"""A stylesheet that parses what it holds once, and not again for each screen that is opened."""

from textual.css.stylesheet import Stylesheet


class ParsedOnce(Stylesheet):
    """Styles that are parsed anew only when a variable has another value.

    Textual parses all of it two or three times for each new screen, which is a tenth of what opening one takes.
    """

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take other variables; what was parsed stays where they are the same."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Parse what is new; with other variables that is everything."""
        self.parse()
