"""A stylesheet that parses what it holds once, and not again for each screen that is opened."""

from textual.css.stylesheet import Stylesheet


class ParsedOnce(Stylesheet):
    """Styles that are parsed anew only when a variable has another value.

    Textual parses all of it, and more than once, for each new screen. It does so in a fresh sheet, for fear of errors;
    but `parse` takes over what it read at its end only, and keeps each source that it read with these variables.
    """

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take other variables; what was parsed stays where they are the same."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Parse what is new; with other variables that is everything."""
        self.parse()
