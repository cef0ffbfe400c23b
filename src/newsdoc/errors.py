"""The errors of newsdoc: one root, and a child for each thing that can be wrong.

News text itself never raises: what is odd in it becomes a notice of the
document. Errors are for what a program gets wrong, such as a document built
with a span that does not fit, or a file that is no newsdoc document.
"""

__all__ = ["FormatError", "LexiconError", "ModelError", "NewsdocError"]


class NewsdocError(Exception):
    """The root of the errors that say what is wrong with data: a document, a file, a word list.

    What is wrong with a call is a `TypeError` or a `ValueError`, as everywhere in Python.
    """


class ModelError(NewsdocError, ValueError):
    """A part of a document that cannot be: raised where it is made, naming the field.

    The message reads ``Class.field: what is wrong``.
    """


class LexiconError(NewsdocError, LookupError):
    """A language that newsdoc has no words of, or a word list that cannot be read.

    The message names the list and the entry.
    """


class FormatError(NewsdocError, ValueError):
    """A file or mapping that is not a newsdoc document.

    Attributes:
        problems: every problem found, one line each, led by its path
            (``$.quotes[3].cue.end: …``).
    """

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))

    def __reduce__(self) -> tuple[type["FormatError"], tuple[tuple[str, ...]]]:
        return type(self), (self.problems,)
