"""What we say: rules with their words in both languages, and the diagnostics that they make."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Literal, NamedTuple, TypeAlias

from cchc.source import Source, Span

Language: TypeAlias = Literal["vi", "en"]

LONGEST_VALUE = 500
"""How many characters of a value a message repeats: a file may hold a number of five thousand digits."""


def excerpt(value: object, longest: int = 60) -> str:
    """``value`` as a message repeats it where its first ``longest`` characters are enough."""
    text = str(value)
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    # A word stays whole, but where it is most of the text, as in one that has no spaces.
    end = len(cut) if text[longest - 1].isspace() else cut.rfind(" ")
    return f"{(cut[:end] if 2 * end > longest else cut).rstrip(' ,;:')}…"


class Severity(StrEnum):
    """How much a diagnostic weighs: an error stops a build, a warning asks a person, a note informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Wording(NamedTuple):
    """A sentence in Vietnamese and in English; ``{name}`` marks a value to fill in."""

    vi: str
    en: str

    def fill(self, values: dict[str, object]) -> "Wording":
        """The sentence with its values. Raises KeyError for a value that was not given."""
        return Wording(self.vi.format_map(values), self.en.format_map(values))

    def literal(self) -> "Wording":
        """The sentence with its braces kept as they are when it is filled."""
        return Wording(*(text.replace("{", "{{").replace("}", "}}") for text in (self.vi, self.en)))

    def in_(self, language: Language) -> str:
        return self.vi if language == "vi" else self.en


class Related(NamedTuple):
    """Another place that a diagnostic speaks of, with what stands there."""

    span: Span
    message: Wording


class Edit(NamedTuple):
    """A change of a file's own text: what stands at ``span`` becomes ``text``."""

    span: Span
    text: str


class Diagnostic(NamedTuple):
    """One thing that is wrong or worth knowing.

    ``span`` is absent only where no text could be read. ``fix`` is the corrected line or lines, ready
    to be copied. ``edits`` mend it without anybody's judgement; a rule gives them only where its mistake can mean
    nothing else.
    """

    code: str
    severity: Severity
    message: Wording
    span: Span | None
    hint: Wording | None = None
    related: tuple[Related, ...] = ()
    fix: str | None = None
    edits: tuple[Edit, ...] = ()


_BLANK = "___"
"""Where a piece of YAML is left open, as a form is: no plan has these characters, and YAML means nothing by them."""


class Example(NamedTuple):
    """What breaks a rule and what keeps it: pieces of a plan as YAML."""

    wrong: str
    right: str

    @classmethod
    def within(cls, frame: str, *, wrong: str, right: str) -> "Example":
        """Two pieces that are the same but for what stands in the blank, ``___``, of ``frame``."""
        return cls(frame.replace(_BLANK, wrong), frame.replace(_BLANK, right))


class Rule(NamedTuple):
    """One kind of diagnostic: its code (never reused), name, severity and words.

    ``hint`` says the way out. ``reason`` is why the rule is there, with the clause of the decree where there is one,
    ``example`` a piece of a plan that breaks it and one that keeps it. Rules stand beside the function that applies
    them.
    """

    code: str
    name: str
    severity: Severity
    message: Wording
    hint: Wording | None = None
    reason: Wording | None = None
    example: Example | None = None

    def at(
        self,
        span: Span | None,
        *,
        fix: str | None = None,
        related: tuple[Related, ...] = (),
        hint: Wording | None = None,
        edits: tuple[Edit, ...] = (),
        **values: object,
    ) -> Diagnostic:
        """The diagnostic of this rule at ``span``; ``hint`` given here replaces the rule's own."""
        return self.filled(span, values, fix=fix, related=related, hint=hint, edits=edits)

    def filled(
        self,
        span: Span | None,
        values: dict[str, object],
        *,
        fix: str | None = None,
        related: tuple[Related, ...] = (),
        hint: Wording | None = None,
        edits: tuple[Edit, ...] = (),
    ) -> Diagnostic:
        """As ``at``, with the values in one dictionary."""
        way_out = hint or self.hint
        values = {name: _bounded(value) for name, value in values.items()}
        return Diagnostic(
            code=self.code,
            severity=self.severity,
            message=self.message.fill(values),
            span=span,
            hint=way_out.fill(values) if way_out else None,
            related=related,
            fix=fix,
            edits=edits,
        )


def _bounded(value: object) -> object:
    """``value``, cut where it is a text too long to be read in a message."""
    return excerpt(value, LONGEST_VALUE) if isinstance(value, str) else value


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether one of ``diagnostics`` is an error."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def in_order(diagnostics: Iterable[Diagnostic], source: Source) -> tuple[Diagnostic, ...]:
    """``diagnostics`` as they stand in ``source``; those without a place first, those of other files last."""

    def place(diagnostic: Diagnostic) -> tuple[int, int]:
        span = diagnostic.span
        if span is None:
            return 0, 0
        return (1, span.start) if span.source is source else (2, 0)

    return tuple(sorted(diagnostics, key=place))
