"""The errors a user meets: what went wrong, where, and how to mend it, with the exit code of each kind."""


class KgError(Exception):
    """One clear message for a person; `code` is the exit status of the command line."""

    code = 70

    def __init__(self, what: str, *, where: str = "", mend: str = "") -> None:
        super().__init__(what)
        self.what, self.where, self.mend = what, where, mend

    def __str__(self) -> str:
        """The message with its place and its mend."""
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}\n  mend: {self.mend}" if self.mend else head


class NotConforming(KgError):
    """Data that does not conform: an annotation that contradicts itself, a quotation that its article lacks."""

    code = 1


class UsageError(KgError):
    """A command, an option or a parameter that makes no sense."""

    code = 2


class UnreadableInput(KgError):
    """A file or an address that cannot be read or parsed."""

    code = 3


class LimitReached(KgError):
    """An input or an answer larger than its limit."""

    code = 4


class StoreDamaged(KgError):
    """A build whose files differ from its manifest, or that cannot be opened."""

    code = 5
