"""From a sentence to its drafts, where the finite verb stands second or last."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.clause_parts import holding
from rawi.reading.subject_first.clauses import ClauseReader
from rawi.reading.subject_first.document import HEADLINE_WORDS, Document, Sentence
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.verb_second.back import Back
from rawi.reading.verb_second.backward import BackwardReader
from rawi.reading.verb_second.called import Called
from rawi.reading.verb_second.citing import AS_SAID, Citing
from rawi.reading.verb_second.contents import Said, SaidReader
from rawi.reading.verb_second.led import Led
from rawi.reading.verb_second.nominals import Nominals
from rawi.reading.verb_second.noun_cues import NounCues
from rawi.reading.verb_second.reported import Reported
from rawi.reading.verb_second.sharing import answer, give_up, note_hearers
from rawi.reading.verb_second.subjects import Placed, SubjectFinder
from rawi.reading.verb_second.verbs import Verb, Verbs

#: A sentence has no more candidates and no more attributions than this.
CANDIDATES: Final = 64
DRAFTS: Final = 24
#: Reported speech without a cue goes on with a statement no more sentences before it.
NEAR: Final = 4


class VerbSecondReader:
    """Reads the sentences of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.grammar = document.grammar
        self.word = document.word
        self.key = document.key
        plain = ClauseReader(document)  # lines, quotations and dialogues are read with its parts
        self.phrases, self.incises = plain.phrases, plain.incises
        self.announcements, self.unlisted = plain.announcements, plain.unlisted
        self.nominals = Nominals(document)
        self.verbs = Verbs(document, self.nominals)
        self.said = SaidReader(document, self.nominals, self.verbs)
        self.placing = SubjectFinder(document, self.nominals, self.verbs, self.said)
        self.behind = BackwardReader(document, self.nominals, self.verbs, self.said)
        self.called = Called(document, self.verbs)
        self.citing = Citing(document, self.nominals, self.verbs)
        self.reported = Reported(document, self.nominals, self.placing)
        self.noun_cues = NounCues(document, self.nominals, self.verbs, self.said, self.placing)
        self.led = Led(document, self.nominals, self.verbs, self.placing)
        self.back = Back(document, self.nominals, self.led)
        words = document.grammar.words_of
        self._impersonal_said = words("impersonal_said")
        self._told_in = words("told_in")
        self._as_said_words = words("as_said")
        self._going_on = words("going_on")
        self._so = words("so_said")
        self._tolls = words("tolls")
        self._objects = self.nominals.accusatives - self.nominals.datives
        self._mute = words("mute")
        self._decided = words("decisions")
        self._refused = words("refused_nouns")
        self._agents = words("agents")
        self._matter = words("refusal_prepositions")
        self._leading_in = words("stating_prepositions") | words("heard_from")
        self._last: list[Draft] = []
        self._last_number = -1

    def read(self, number: int, sentence: Sentence) -> list[Draft]:
        """Return the drafts of a sentence in the order of the text."""
        if sentence.paragraph in self.led.taken:
            return []
        first, last = sentence.first, self.led.reach(sentence)
        drafts: list[Draft] = []
        reached, seen = first, 0
        for index in range(first, sentence.last):
            word = self.word[index]
            if index < reached or not (word.cues or self.citing.may_open(index)):
                continue
            if self.document.quote_over(index) is not None or seen >= CANDIDATES:
                continue
            seen += 1
            found = self._candidate(index, first, last, drafts)
            if found is None or len(drafts) >= DRAFTS:
                continue
            found.sentence = number
            drafts.append(found)
            reached = max(index + 1, *(b for a, b in found.cue if a <= index < b), index + 1)
        give_up(self.document, drafts)
        answer(self.document, drafts)
        self.led.take(sentence, drafts)
        self.citing.relay(drafts, first, last)
        note_hearers(self.document, self.nominals, drafts, first, last)
        back = self.back.read(number, first, sentence.last) if not drafts else None
        drafts += [back] if back is not None else []
        near = self._last_number >= number - 1 and bool(self._last)
        lead = (drafts or self._last)[-1] if drafts or near else None
        led = self.led.read(number, first, last, drafts, lead)
        drafts += [led] if led is not None else []
        if not drafts:
            drafts = self.reported.read(number, sentence, self._before(number))
            told = self.led.announcer(first, last)
            self.reported.announce(number, told if not drafts else None)
        if drafts:
            self._last, self._last_number = drafts, number
        return drafts

    def _before(self, number: int) -> Draft | None:
        """Return the last statement, if it was made near before a sentence."""
        of = self.document.sentences
        if not self._last or self._last_number < 0:
            return None
        began, here = of[self._last_number].paragraph, of[number].paragraph
        near = here - began <= 1 or all(self._is_heading(p) for p in range(began + 1, here))
        near = near and number - self._last_number <= NEAR
        return self._last[-1] if near else None

    def _is_heading(self, paragraph: int) -> bool:
        """Say whether a paragraph is a heading between others: no mark ends it."""
        first, last, _ = self.document.paragraphs[paragraph]
        ends = self.key[last - 1] in self.grammar.sentence_marks
        return not ends and self.document.tokens.count_words(first, last) <= HEADLINE_WORDS

    # -- one candidate -----------------------------------------------------------------

    def _candidate(self, index: int, first: int, last: int, drafts: list[Draft]) -> Draft | None:
        cited = self.citing.read(index, first, last, drafts)
        if cited is not None:
            if cited.source is None and self.citing.is_own(cited):
                cited.source = self.placing.owner(cited.around, first, last)
            return cited
        for verb in self.verbs.read(index, first, last):
            draft = self._of_verb(verb, first, last, drafts)
            if draft is not None:
                return draft
        if any(cue.form & w.NOUN for cue in self.word[index].cues):
            return self.noun_cues.read(index, first, last, drafts)
        return None

    def _of_verb(self, verb: Verb, first: int, last: int, drafts: list[Draft]) -> Draft | None:
        if verb.passive:
            return self._passive(verb, first, last, drafts)
        if self.verbs.is_addressed(verb, first):
            return None
        governs = verb.cue.governs
        if verb.negated and not verb.refused and not governs & (w.NEGATED | w.DENIED):
            return None
        if governs & w.DENIED and not verb.negated:
            return None
        placed = self.placing.find(verb, first, last)
        if placed.subject is not None and self.key[placed.subject[0]] in self._mute:
            return None
        if placed.subject is not None and self._is_own_voice(placed.subject):
            return None
        if governs & w.RELAY:
            return self._quoting_of(verb, placed, first, last)
        if self._is_impersonal(verb, placed):
            if placed.pointer:  # "Das geht aus einem Schreiben hervor"
                placed.subject = self.behind.told_in(verb, placed, first, last)
                return self._of_before(verb, placed, first, last)
            return self.behind.impersonal(verb, placed, first, last, drafts)
        if verb.cue.lemma in self._told_in:
            return None
        if verb.final and self._is_as(placed.begin):
            return self._as_said_of(verb, placed, first, last, drafts)
        if self._is_reflexive(verb, last):
            return None
        if self.key[verb.finite - 1] in self._so and verb.finite - 1 > first:
            if (aside := self._so_says(verb, placed, first, last)) is not None:
                return aside
        ways = [lambda: self._forward(verb, placed, last),
                lambda: self._backward(verb, placed, first, last, drafts)]  # fmt: skip
        if placed.left_said and self._is_said_before(verb, first):
            ways.reverse()
        draft = ways[0]() or ways[1]()
        if draft is None or self._is_told_on(verb, placed):
            return None
        return self._settled(draft, verb, placed, first, drafts)

    def _so_says(self, verb: Verb, placed: Placed, first: int, last: int) -> Draft | None:
        """Read "Der Kurs, so betonte der Minister, sei richtig": what stands around it."""
        opens = verb.finite - 1
        mark = self.key[opens - 1]
        if self.word[opens - 1].is_word or mark not in ",–—-":
            return None
        subject = self.placing.after_it(verb, last) or placed.subject
        if subject is None or subject[0] < verb.finite:
            return None
        end = self.verbs.right(max(verb.end, subject[1]), last)
        content = self.behind.around(opens, end, first, last)
        if not content or not verb.cue.governs & (w.QUOTE | w.BARE | w.THAT):
            return None
        placed.subject = subject
        draft = self._draft(verb, placed, content, "backward", last)
        draft.rule = AS_SAID
        return draft

    def _is_own_voice(self, subject: Range) -> bool:
        """Say whether the report itself speaks: "Wir empfehlen …"."""
        word = self.word[subject[0]]
        return subject[1] - subject[0] == 1 and bool(word.bits & w.PRON and word.bits & w.FIRST)

    def _is_told_on(self, verb: Verb, placed: Placed) -> bool:
        """Say whether somebody goes on to tell of themselves: "Er rechne mit einer Klage."."""
        subject = placed.subject
        if verb.final or not self.reported.is_form(verb.finite):
            return False
        if subject is None:
            return True
        pronoun = subject[1] - subject[0] == 1 and self.word[subject[0]].bits & w.PRON
        return bool(pronoun) and not self.word[subject[0]].bits & w.FIRST

    def _is_reflexive(self, verb: Verb, last: int) -> bool:
        """Say whether a reflexive makes another verb of one: "befand sich auf dem Heimweg"."""
        if verb.final or verb.cue.rest or verb.cue.governs & w.SELF_SAID or len(verb.parts) > 1:
            return False
        at = verb.finite + 1
        near = at < last and self.word[at].bits & w.REFLEX
        return bool(near) and not verb.cue.preps

    def _is_said_before(self, verb: Verb, first: int) -> bool:
        """Say whether what was said stands before its verb, no adjunct: a quotation, a clause."""
        end = verb.finite - (self.key[verb.finite - 1] == ",")
        if self.document.quote_before(end) is not None:
            return True
        opening = self.word[first]
        loose = w.PREP | w.SUB | w.WH | w.REL | w.CONJ
        if end == verb.finite or opening.bits & loose or not opening.is_word:
            return False
        return any(self.nominals.is_finite(i) for i in range(first, end))

    def _quoting_of(self, verb: Verb, placed: Placed, begins: int, last: int) -> Draft | None:
        """Read "zitiert den Minister mit den Worten: „…“"."""
        cited = self.citing.cited_by_outlet(placed)
        first, end = self._middle(verb, placed, last)
        taken = [placed.subject] if placed.subject is not None else []
        if placed.joined:
            placed.subject = self.placing.first_subject(
                self.verbs.left(verb.finite, 0), verb.finite
            )
        found = cited or placed.object or self.said.object(verb, first, end, taken)
        found = found or self._object_pronoun(verb, last)
        said = self.said.after(verb, max(verb.end, placed.end), last)
        content, opening = ([said.where], said.opening) if said else ([], "backward")
        if said is None and placed.left_said:
            before = self.behind.before(verb.finite, begins, [])
            content = [before] if before is not None else []
        if found is None or not content:
            return None
        whom = (found[0], max(self.nominals.end(found[0], last), found[0] + 1))
        pronoun = whom[1] - whom[0] == 1 and self.word[whom[0]].bits & w.OBJ
        if not (pronoun or self.nominals.is_somebody(whom)):
            return None
        draft = self._draft(verb, placed, content, opening, last)
        draft.source, draft.relay, draft.relay_cue = whom, placed.subject, verb.parts[0]
        draft.rule, draft.kind = "quoted by another", "relayed"
        return draft

    def _object_pronoun(self, verb: Verb, last: int) -> Range | None:
        """Return the pronoun right after a verb that is its object: "zitiert ihn die Agentur"."""
        at = verb.finite + 1
        pronoun = at < last and self.word[at].bits & (w.OBJ | w.PRON)
        return (at, at + 1) if pronoun and not self.word[at].bits & w.DET else None

    def _is_impersonal(self, verb: Verb, placed: Placed) -> bool:
        """Say whether it is said by nobody named: "heißt es in dem Bericht"."""
        if verb.cue.lemma not in self._told_in:
            return False
        around = (verb.finite - 1, verb.finite + 1)
        it = any(0 <= i < len(self.key) and self.key[i] in self._impersonal_said for i in around)
        opens = self.key[placed.begin] in self._leading_in and placed.subject is None
        return it or opens or len(verb.cue.lemma.split()) > 1 or verb.final

    def _is_as(self, begin: int) -> bool:
        return self.key[begin] in self._as_said_words

    def _forward(self, verb: Verb, placed: Placed, last: int) -> Draft | None:
        """Read what is said after its verb."""
        cue = verb.cue
        start = max(verb.finite + 1, verb.end, placed.end)
        said: Said | None = None
        if verb.final:
            start = max(verb.end, max(b for _, b in verb.parts))
        object_first = cue.governs & (w.OBJECT | w.QUOTED) or cue.preps
        if object_first:
            said = self._phrase(verb, placed, last)
            if said is not None and self._is_correlate(said.where):
                said = None
        if said is None:
            clause = self.said.after(verb, start, last)
            if clause is not None and placed.left_said and clause.opening in ("bare", "quote"):
                return None
            said = clause
        if said is None:
            return None
        if verb.final and said.opening in ("clause", "question", "bare"):
            said = Said(said.opening, (said.where[0], self.noun_cues.clause_end(said, last)))
        content = [said.where]
        called = self.called.before(verb, placed) if said.opening == "object" else None
        content = [called, *content] if called is not None else content
        if said.opening == "object" and cue.needs and placed.object == said.where:
            content += self.called.after(verb, *self._middle(verb, placed, last))
        if said.opening in ("object", "preposition"):
            content += self._after_colon(verb, said.where[1], last)
        return self._draft(verb, placed, content, said.opening, last)

    def _after_colon(self, verb: Verb, at: int, last: int) -> list[Range]:
        """Return a quotation after what a verb governs: "lud zum Gebet ein: „…“"."""
        at = max([at, *(b for _, b in verb.parts)])
        if at + 1 < last and self.key[at] in self.grammar.colons:
            quote = self.document.quote_at.get(at + 1)
            if quote is not None:
                return [(at + 1, min(last, quote.after))]
        if at + 2 < last and self.key[at] == "," and at + 1 in self.document.quote_at:
            opens = self.word[at + 2]  # "fordert Hilfe, „um zu überleben“"
            if opens.bits & (w.SUB | w.COMP | w.CONJ | w.REL) and not opens.capital:
                return [(at + 1, min(last, self.document.quote_at[at + 1].after))]
        return []

    def _is_correlate(self, where: Range) -> bool:
        return where[1] - where[0] == 1 and self.key[where[0]] in self.grammar.words_of(
            "correlates"
        )

    def _phrase(self, verb: Verb, placed: Placed, last: int) -> Said | None:
        """Return the noun phrase that is said."""
        cue = verb.cue
        taken = [span for span in (placed.subject, placed.hearer) if span is not None]
        first, end = self._middle(verb, placed, last)
        if cue.preps:
            led = self.said.prepositional(verb, first, end, taken)
            if led is None and placed.subject is not None and not verb.final:
                led = self.said.prepositional(verb, placed.begin, verb.finite, taken)
            if led is None and cue.rest and not verb.final and verb.end < last:
                beyond = self.verbs.right(verb.end, last, through=True)  # "übte Kritik | an X"
                led = self.said.prepositional(verb, verb.end, beyond, taken)
            if led is not None:
                return Said("preposition", self._whole(led, verb, last))
        if not cue.governs & (w.OBJECT | w.QUOTED):
            return None
        found = None
        if placed.object is not None and placed.object[1] <= verb.finite:
            found = placed.object
        else:
            found = self.said.object(verb, first, end, taken)
        if found is None or not (
            not cue.needs
            or self.called.before(verb, placed) is not None
            or any(self.key[i] in cue.needs for i in range(found[0], end))
        ):
            return None
        if not cue.governs & w.OBJECT and not self.document.quotes_in(*found):
            return None
        if self._is_correlate(found) or self._leads_to_clause(found, verb, last):
            return None
        if any(self.key[i] in self._decided for i in range(*found)):
            return None  # a decision, and no statement
        heads = (i for i in range(*found) if self.nominals.is_noun(i))
        if self.key[next(heads, found[0])] in self._tolls:
            return None  # "Der Sturm forderte zwei Tote"
        refused = next((i for i in range(*found) if self.key[i] in self._refused), None)
        if refused is not None and verb.cue.governs & w.NEGATED:
            matters = (i for i in range(refused, found[1]) if self.key[i] in self._matter)
            matter = next(matters, None)
            return None if matter is None else Said("object", (matter + 1, found[1]))
        return Said("object", self._whole(found, verb, last))

    def _leads_to_clause(self, found: Range, verb: Verb, last: int) -> bool:
        """Say whether a phrase is no object but whom a clause is told: "…den Eltern, dass"."""
        if self.word[found[0]].bits & w.PRON and found[1] - found[0] == 1:
            return True
        end = found[1]
        clause = end + 1 < last and self.key[end] == "," and self.word[end + 1].bits & w.COMP
        told = verb.cue.governs & w.THAT and self.key[found[0]] in self.nominals.datives
        return bool(clause and told) or self._hears(found, verb, last) or (
            self._is_urged(found, verb, last)
        )  # fmt: skip

    def _hears(self, found: Range, verb: Verb, last: int) -> bool:
        """Say whether a phrase is whom a clause is told: "unterstellte Merkel, sie habe …"."""
        governs, comma = verb.cue.governs, max(found[1], verb.end)
        if not governs & w.HEARER or comma >= last or self.key[comma] != ",":
            return False
        if not self.nominals.is_somebody(found) or self.key[found[0]] in self.nominals.accusatives:
            return False
        said = self.said.after(verb, comma, last)
        return said is not None and said.opening in ("bare", "clause")

    def _is_urged(self, found: Range, verb: Verb, last: int) -> bool:
        """Say whether a phrase is whom an infinitive is told of: "beschuldigte X, … zu haben"."""
        governs = verb.cue.governs
        if not governs & (w.URGE | w.HEARER) or not governs & (w.URGE | w.INF):
            return False
        comma = max(found[1], verb.end)
        if comma >= last or self.key[comma] != ",":
            return False
        if not governs & w.URGE and self.key[found[0]] in self._objects:
            return False  # "schlug einen Plan vor, …"
        said = self.said.after(verb, comma, last)
        return said is not None and said.opening == "infinitive"

    def _middle(self, verb: Verb, placed: Placed, last: int) -> Range:
        """Return the stretch between the parts of a verb, where its objects stand."""
        if verb.final:
            return placed.begin + 1, min(a for a, _ in verb.parts)
        first = verb.finite + 1
        later = [a for a, _ in verb.parts if a > verb.finite]
        if verb.refused and len(verb.parts) > 1:
            later = [max(a for a, _ in verb.parts)]
        if later:
            return first, max(later)
        at = max(first, placed.end)
        if placed.subject is not None and placed.subject[1] == at < last and self.key[at] == ",":
            at += 1  # "nannte der Minister, Max Roe, | den Plan"
        return first, self.verbs.right(at, last, through=True)

    def _whole(self, where: Range, verb: Verb, last: int) -> Range:
        """Widen a phrase that ends its clause to the clause that hangs on it."""
        first, end = where
        closes = not any(a >= end for a, _ in verb.parts)
        if closes and end < last and self.key[end] == ",":
            following = self.word[end + 1] if end + 1 < last else None
            if following is not None and following.bits & (w.REL | w.COMP):
                return first, last
        return where

    def _backward(
        self, verb: Verb, placed: Placed, first: int, last: int, drafts: list[Draft]
    ) -> Draft | None:
        """Read what is said before its verb."""
        governs = verb.cue.governs
        asked = governs & w.QUESTION and self._asks(first)
        if not (governs & (w.QUOTE | w.BARE | w.AFTER) or asked) or verb.final:
            return None
        if verb.negated and not asked:
            return None
        if placed.pointer:
            if placed.begin > first + 1 and self.key[placed.begin - 1] == ",":
                pointed = self.behind.before(placed.begin, first, drafts)  # "…, das kündigte X an"
                if pointed is None or placed.subject is None:
                    return None
                return self._draft(verb, placed, [pointed], "backward", last)
            return self._of_before(verb, placed, first, last)
        content = self.behind.content(verb, placed, first, last, drafts)
        if not content:
            return None
        quoted = any(self.document.quotes_in(*span) for span in content)
        if not (quoted or asked or governs & (w.BARE | w.AFTER)):
            return None
        draft = self._draft(verb, placed, content, "backward", last)
        draft.rule = "verb after its content" if len(content) == 1 else "verb inside its content"
        return draft

    def _asks(self, first: int) -> bool:
        """Say whether a sentence opens with a question that it tells of: "Ob er komme, …"."""
        word, after = self.word[first], self.nominals.bits(first + 1)
        counts = after & (w.ADJ | w.ADV | w.INDEF) and not after & w.PRON  # "Wie viele es sind, …"
        return bool(word.bits & w.WH and (counts or not self._is_as(first))) and word.is_word

    def _of_before(self, verb: Verb, placed: Placed, first: int, last: int) -> Draft | None:
        """Read "Das sagte X": it tells who said the sentence before."""
        number = next((n for n, s in enumerate(self.document.sentences) if s.first == first), 0)
        if placed.subject is None or not number:
            return None
        if self._last_number == number - 1 and any(d.cue for d in self._last):
            self.citing.pass_on(verb, placed.subject, self._last)
            return None
        before = self.document.sentences[number - 1]
        if self.document.paragraphs[before.paragraph].kind is not None:
            return None
        draft = self._draft(verb, placed, [(before.first, before.last)], "backward", last)
        draft.rule = "said of the sentence before"
        for other in list(self._last):
            if self._last_number == number - 1 and not other.cue:
                other.content = [(other.content[0][0], other.content[0][0])]
        return draft

    def _draft(
        self, verb: Verb, placed: Placed, content: list[Range], opening: str, last: int
    ) -> Draft:
        edge = min(a for a, _ in verb.parts)
        return Draft(list(verb.parts), content, "verb with content after it", 0,
                     source=placed.subject, opening=opening, hearer=placed.hearer,
                     around=(edge, last), form=verb.cue, shared=placed.shared)  # fmt: skip

    def _as_said_of(
        self, verb: Verb, placed: Placed, first: int, last: int, drafts: list[Draft]
    ) -> Draft | None:
        """Read "…, wie X mitteilte": what stands around it was said."""
        if placed.subject is None or not verb.cue.governs & (w.QUOTE | w.BARE | w.THAT):
            return None
        content = self.behind.around(placed.begin, verb.end, first, last)
        if not content:
            return None
        if any(d.cue and d.content[0][0] <= placed.begin < d.content[-1][1] for d in drafts):
            content = [
                (max(a, holder.content[0][0]), b)
                for a, b in content
                for holder in [holding(drafts, placed.begin)]
                if holder is not None and b > holder.content[0][0]
            ]
        draft = self._draft(verb, placed, content, "backward", last)
        draft.rule = AS_SAID
        return draft if draft.content else None

    def _passive(self, verb: Verb, first: int, last: int, drafts: list[Draft]) -> Draft | None:
        """Read "wird mit den Worten zitiert: „…“"; "wurde von X als … bezeichnet"."""
        if not verb.cue.governs & w.RELAY:
            return None
        placed = self.placing.find(verb, first, last)
        if placed.subject is None:
            return None
        doer = self._doer(verb)
        if doer is not None and placed.subject[0] < doer[0] < placed.subject[1]:
            placed.subject = (placed.subject[0], doer[0] - 1)
        said = self.said.after(verb, max(verb.end, placed.end), last)
        content, opening = (said.where, said.opening) if said else (None, "backward")
        if said is None and placed.left_said:
            content = self.behind.before(verb.finite, first, drafts)
        if content is None:
            return None
        draft = self._draft(verb, placed, [content], opening, last)
        draft.rule = "quoted as saying"
        draft.relay = doer
        return draft

    def _doer(self, verb: Verb) -> Range | None:
        """Return who does what a passive tells: "wird von der Agentur zitiert"."""
        end = max(b for _, b in verb.parts) - 1
        for at in range(verb.finite + 1, end):
            led = self.key[at] in self._agents or self._is_shown(at)
            if led and self.word[at].bits & w.PREP:
                stop = self.nominals.end(at + 1, end)
                if stop > at + 1:
                    return (at + 1, stop)
        return None

    def _is_shown(self, at: int) -> bool:
        """Say whether a preposition leads to an outlet: "wird in der „Seepost“ zitiert"."""
        if self.key[at] in self.nominals.fused:
            return at + 1 in self.document.quote_at or bool(self.word[at + 1].outlet)
        led = self.key[at] in self.nominals.inside and at + 2 < len(self.word)
        return led and (at + 2 in self.document.quote_at or bool(self.word[at + 2].outlet))

    # -- among other statements ---------------------------------------------------------

    def _settled(
        self, draft: Draft, verb: Verb, placed: Placed, first: int, drafts: list[Draft]
    ) -> Draft | None:
        """Find a statement's place among those before it: after them, or inside one."""
        if draft.source is None and drafts and placed.joined:
            draft.source, draft.shared = self._shared_source(drafts), True
        elif draft.source is None and placed.joined:
            draft.source = self.placing.first_subject(first, verb.finite)
            draft.shared = draft.source is not None
        holder = holding([d for d in drafts if d.opening != "backward"], verb.finite)
        if holder is None:
            if draft.source is None and not self._may_lack(draft):
                return None
            return draft
        begin, _ = holder.content[-1]
        if draft.shared or placed.joined:
            cut = placed.joint if placed.joint is not None else verb.finite
            holder.content[-1] = (begin, self._back(cut, begin))
            return draft if holder.content[-1][1] > begin else None
        if draft.opening == "backward":
            if draft.content[0][0] <= begin:
                for other in drafts:
                    other.outer = other.outer or draft
                    if other.content[-1][1] > verb.finite:
                        other.content[-1] = (other.content[-1][0], draft.content[0][1])
                return draft
            return None
        if draft.source is None:
            return None
        draft.outer = holder
        impersonal = self.word[draft.source[0]].bits & w.PRON and draft.opening in (
            "object",
            "preposition",
        )
        strong = draft.opening in ("clause", "quote", "colon", "bare", "infinitive")
        return draft if strong and not impersonal else None

    def _may_lack(self, draft: Draft) -> bool:
        """Say whether a statement may stand without a source: a quotation in a headline."""
        return draft.opening in ("quote", "colon") or (
            draft.opening == "backward" and draft.content[0][0] in self.document.quote_at
        )

    def _shared_source(self, drafts: list[Draft]) -> Range | None:
        return next((d.source for d in reversed(drafts) if d.outer is None and d.source), None)

    def _back(self, at: int, begin: int) -> int:
        while at > begin and (
            self.word[at - 1].bits & (w.CONJ | w.ADV) and self.word[at - 1].is_word
        ):
            at -= 1
        return at - 1 if at > begin and self.key[at - 1] == "," else at
