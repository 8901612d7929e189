"""The names of the rules by which statements are found, in the language of the interface.

They are those of docs/how-it-works.md, which says what each of them means.
"""

from __future__ import annotations

from typing import Final

from markupsafe import Markup, escape

from rawi.web.pages.interface import SOURCE, Interface
from rawi.web.pages.terms import N_

RULES: Final = (
    N_("verb"),
    N_("participle"),
    N_("participle with its own subject"),
    N_("noun"),
    N_("support verb + noun"),
    N_("according"),
    N_("according_own"),
    N_("as said"),
    N_("in a document"),
    N_("relay"),
    N_("unlisted verb"),
    N_("after the quotation"),
    N_("after the clause"),
    N_("line with a name"),
    N_("line with a source"),
    N_("named turn"),
    N_("turn of a transcript"),
    N_("quoted line"),
    N_("quotation under a label"),
    N_("quotation without a cue"),
    N_("verb with content after it"),
    N_("verb after its content"),
    N_("verb inside its content"),
    N_("quoted by another"),
    N_("cited by another"),
    N_("quoted as saying"),
    N_("passive with its agent"),
    N_("as others say"),
    N_("citing phrase"),
    N_("citing relative"),
    N_("noun with what was said"),
    N_("quotation before its noun"),
    N_("embedded post"),
    N_("said of the sentence before"),
    N_("announced"),
    N_("reported speech without a cue"),
    N_("quotation in a quotation"),
    N_("named inside the quotation"),
    N_("line of dialogue"),
    N_("partly quoted headline"),
    N_("clause"),
    N_("colon"),
    N_("quote"),
    N_("preposition"),
    N_("object"),
    N_("side"),
    N_("after"),
    N_("backward"),
    N_("bare"),
    N_("infinitive"),
    N_("gerund"),
    N_("question"),
    N_("citation"),
    N_("after the cue"),
    N_("before the cue"),
    N_("subject of the verb before"),
    N_("on to the name"),
    N_("spoken to"),
    N_("with the office after the name"),
    N_("with the clause about it"),
    N_("text before the cue"),
    N_("asked before"),
    N_("in what was said before"),
    N_("surname after the cue"),
    N_("no noun of somebody"),
    N_("new"),
    N_("name"),
    N_("name of a role"),
    N_("name of who goes on"),
    N_("role"),
    N_("the same phrase"),
    N_("the same"),
    N_("named later"),
    N_("named before"),
    N_("named in the headline"),
    N_("counterpart or latter"),
    N_("pronoun after the name"),
    N_("issued by the speaker before"),
    N_("the document told of"),
    N_("pronoun"),
    N_("goes on speaking"),
    N_("shared with the verb before"),
    N_("subject of the sentence before"),
    N_("answers in the interview"),
    N_("answers the question before"),
    N_("headline"),
    N_("words of the body repeated"),
)


def rule(face: Interface, name: str) -> Markup:
    """Return what the interface calls a rule; one that it does not know as it is, in English."""
    if name in RULES:
        return escape(face.messages.gettext(name))
    if face.language == SOURCE:
        return escape(name)
    return Markup('<span lang="en" dir="ltr">{}</span>').format(name)
