"""What reading clauses shares: who reads what of a sentence, and where content begins and ends."""

from __future__ import annotations

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.absolutes import Absolutes
from rawi.reading.subject_first.agreement import Agreement
from rawi.reading.subject_first.announcements import Announcements
from rawi.reading.subject_first.backward import Backward
from rawi.reading.subject_first.citations import Citations
from rawi.reading.subject_first.contents import Contents
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.groups import Group, Groups
from rawi.reading.subject_first.incises import Incises
from rawi.reading.subject_first.inversion import Inversion
from rawi.reading.subject_first.nominals import Nominals
from rawi.reading.subject_first.passives import Passives
from rawi.reading.subject_first.phrases import Phrases
from rawi.reading.subject_first.pointing_back import PointingBack
from rawi.reading.subject_first.postposed import Postposed
from rawi.reading.subject_first.relays import Relays
from rawi.reading.subject_first.stretches import Opening
from rawi.reading.subject_first.subjects import Subjects
from rawi.reading.subject_first.unlisted import Unlisted
from rawi.reading.subject_first.way_ends import WayEnds


class ClauseParts:
    """Holds the readers of the parts of one document's clauses, and joins what they find."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.grammar = document.grammar
        self.word = document.word
        self.key = document.key
        self.phrases = Phrases(document)
        self.subjects = Subjects(document, self.phrases)
        self.contents = Contents(document, self.phrases)
        self.groups = Groups(document)
        self.backward = Backward(document, self.phrases)
        self.nominals = Nominals(document, self.phrases, self.contents, self.subjects)
        self.relays = Relays(document, self.phrases, self.contents)
        self.citations = Citations(document, self.phrases, self.contents, self.relays.is_media)
        self.inversion = Inversion(document, self.phrases, self.subjects, self.contents)
        self.postposed = Postposed(document, self.phrases, self.contents, self.inversion)
        self.unlisted = Unlisted(document, self.inversion)
        self.incises = Incises(document, self.phrases, self.groups, self.inversion, self.unlisted)
        self.passives = Passives(document, self.phrases, self.contents, self.subjects)
        self.agreement = Agreement(document, self.phrases)
        self.announcements = Announcements(
            document, self.phrases, self.groups, self.subjects, self.agreement, self.inversion
        )
        self.pointing_back = PointingBack(document, self.phrases, self.groups, self.subjects)
        self.way_ends = WayEnds(document)
        self._just_as = self.grammar.words_of("just_as")
        self._as_said = self.grammar.words_of("as_said")
        self._likening = self.grammar.words_of("as_leads")
        self._as_words = self.grammar.words_of("as")
        self._agents = self.grammar.words_of("agents")
        self.absolutes = Absolutes(document, self.phrases, self.subjects)
        self._origins = self.grammar.words_of("learning_prepositions")
        self._adding = self.grammar.words_of("adding")
        self._timing = self.grammar.words_of("timing")
        self._causing = self.grammar.words_of("causing")
        self._nameless = self.grammar.words_of("nameless")
        self._blaming = self.grammar.words_of("blaming")
        self._asking = self.grammar.words_of("asking_how")
        self._holding = self.grammar.words_of("holding_joints")
        self._supposing = self.grammar.words_of("supposing")
        self._whoever = self.grammar.words_of("whoever")
        self._telling = self.grammar.words_of("telling_prepositions")
        self._contracted = self.grammar.words_of("contracted")
        self._conceding = self.grammar.words_of("conceding")
        self._gerund_marks = self.grammar.words_of("gerund_marks")
        self._hot = [
            index for index, word in enumerate(self.word) if word.cues or word.bits & w.PHRASE
        ]

    def _forward(self, group: Group, opening: Opening, last: int, rule: str) -> Draft:
        end = self._content_end(opening, last, group.cue.governs)
        end = self._before_again(group, opening.at, end)
        if group.negated and opening.kind in ("object", "preposition"):
            end = self._before_relative(opening.at, end)
        content = [(opening.at, end)]
        quote = self.document.quote_at.get(end + 1) if end + 1 < last else None
        if opening.kind == "quote" and self.grammar.title_case:
            content += self._joined_quotes(end, last)
        named = opening.kind in ("object", "preposition") and self.grammar.comma_inversion
        if quote is not None and named and self.key[end] in self.grammar.colons:
            content.append((end + 1, min(last, quote.after)))  # "salue ce choix : « … »"
        return Draft(
            [(group.first, group.last)],
            content,
            rule,
            0,
            opening=opening.kind,
            hearer=opening.hearer,
            around=(group.first, last),
            form=group.cue,
        )

    def _joined_quotes(self, end: int, last: int) -> list[Range]:
        """Return the quotations joined to one: "chanted “Shame,” and “Resign,” as"."""
        found: list[Range] = []
        while end + 1 < last:
            at = end + (self.key[end] == ",")
            at += bool(self.word[at].bits & w.CONJ)
            quote = self.document.quote_at.get(at) if end < at < last else None
            if quote is None or not quote.closed or quote.after > last:
                break
            after = self.word[min(quote.after, last - 1)]
            if quote.after < last and (after.bits & w.PRON or after.upper or after.bits & w.DET):
                break  # the next one is somebody else's
            found.append((at, quote.after))
            end = quote.after
        return found

    def _before_relative(self, first: int, end: int) -> int:
        """Return where a refused matter ends: what a clause tells of it is the report's own."""
        if not self.grammar.comma_inversion:
            return end
        commas = (i for i in range(first + 1, end - 1) if self.key[i] == ",")
        return next((i for i in commas if self.word[i + 1].bits & w.REL), end)

    def _before_again(self, group: Group, first: int, end: int) -> int:
        """Return where "on" goes on with a verb of its own: "on assure que … | et on renvoie à"."""
        again = self.grammar.words_of("impersonal")
        if not again or self.key[group.first - 1] not in again:
            return end
        joined = (i for i in range(first + 1, end - 1) if self.word[i].bits & w.CONJ)
        return next((i for i in joined if self.key[i + 1] in again), end)

    def _concede(self, draft: Draft, subject: Range, first: int) -> None:
        """End what a clause before the main one says there: "Although X says so, Y went"."""
        led = self.word[first : subject[0]]
        joined = w.SUB | w.COMP
        joined |= w.WH if self.grammar.comma_inversion else 0  # "S'il dit …, le maire …"
        if not any(word.bits & joined for word in led) or not all(
            word.is_word and word.bits & (joined | w.ADV | w.CONJ | w.LINK) for word in led
        ):
            return
        begin, last = draft.content[-1]
        for comma in range(begin + 1, last):
            if self.key[comma] != "," or self.document.quote_over(comma) is not None:
                continue
            if comma + 1 < last and self.phrases.starts(comma + 1, last):
                end = self.phrases.whole_end(comma + 1, last)
                while end < last and (
                    self.key[end] == "," or self.word[end].bits & (w.NEG | w.ADV | w.REFLEX)
                ):
                    end += 1
                if end < last and self.phrases.is_verb(end):
                    draft.content[-1] = (begin, comma)
                    return

    def _content_end(self, opening: Opening, last: int, governs: int) -> int:
        """Return where content ends: with its quotation, or with its clause."""
        quote = self.document.quote_at.get(opening.at)
        if quote is not None and opening.kind in ("quote", "colon"):
            after = quote.after
            if quote.closed and self.key[quote.close - 1] == "," and not self.grammar.incises:
                return min(after, last)
            if (
                governs & w.OBJECT
                and self.contents.is_attached(after, last)
                and (
                    opening.kind == "quote"
                    and not self.inversion.is_clause(quote.open + 1, quote.close)
                )
            ):
                return self.contents.object_end(after + 1, last)
            ends = after >= last or not self.word[after].is_word
            ends = ends or self._opens_sentence(quote.close, after)
            if ends or self.word[after].bits & (w.SUB | w.CONJ | w.PREP | w.COMP | w.ADV | w.TIME):
                return min(after, last)
        doing = opening.kind == "preposition" and self.grammar.has_infinitives
        if doing and self.phrases.opens_infinitive(opening.at, last):
            return self.contents.clause_end(opening.at, last)
        asks = self.grammar.title_case and opening.at < last and self.word[opening.at].bits & w.WH
        if asks and self.key[opening.at] in self._asking and opening.kind != "quote":
            end = self.contents.clause_end(opening.at, last)  # "spoke of how they clung to hope"
            commas = (i for i in range(opening.at + 1, end - 1) if self.key[i] == ",")
            return next((i for i in commas if self.contents.is_clause_at(i + 1, end)), end)
        if opening.kind in ("object", "preposition"):
            return self.contents.object_end(opening.least or opening.at, last)
        if opening.kind in ("infinitive", "question", "gerund"):
            return self.contents.clause_end(opening.at, last)
        end = self.contents.before_occasion(opening.at, self.contents.end(opening.at, last))
        return self.way_ends.before(opening.at, end)

    def _opens_sentence(self, close: int, at: int) -> bool:
        """Say whether a sentence ends inside marks, another behind them: "« Non ! » Il part"."""
        word = self.word[at]
        ended = self.key[close - 1] in self.grammar.sentence_marks
        return ended and word.upper and bool(word.bits & (w.DET | w.PRON))

    def _placed(
        self,
        draft: Draft,
        group: Group,
        holder: Draft | None,
        subject: Range | None,
        shared: bool,
        first: int,
    ) -> Draft | None:
        """Cut the content that a draft stands in, or note that it is part of it."""
        if holder is None:
            return draft
        begin = holder.content[-1][0]
        if shared:
            begins = min(group.first, group.verb)  # "y volvió a decir"
            self._cut(holder, self._back_to_mark(self._before_adverbs(begins), first), draft)
            return draft
        if subject is None:
            return None
        led = self.word[subject[0] - 1]
        inner = (led.bits & (w.COMP | w.REL) and led.is_word) or self._is_held(subject[0])
        if subject[0] <= begin + 1 or (inner and not self.inversion.is_while(subject[0] - 1)):
            at = subject[0] - 1
            if (
                self.grammar.has_infinitives
                and self.word[at].bits & w.REL
                and (holder.opening in ("object", "preposition") and self.key[at - 1] == ",")
            ):
                self._cut(holder, at - 1, draft)
                return draft
            draft.outer = holder
            if holder.kind == "according" and self._passes_on(holder):
                return draft  # "According to Reuters, he denied it"
            if self.word[subject[0]].bits & w.PRON:
                return None
            told = draft.opening in ("clause", "quote", "colon", "infinitive")
            return draft if told or self._passes_on(holder) else None
        edge = self._back_to_mark(self.inversion.before_links(subject[0], begin), begin)
        timed = self._before_time(edge) - 1
        if self.key[edge] in self._holding and self.key[timed] == "," and timed > begin:
            edge = timed  # "…, | a day after Y announced Z"
        plain = (
            edge == subject[0] - 1
            and self.key[edge] == ","
            and (holder.opening in ("clause", "bare"))
        )
        if edge < subject[0] and edge > begin and not plain:
            self._cut(holder, edge, draft)
            return draft
        pronoun = self.word[subject[0]].bits & w.PRON
        if draft.opening in ("clause", "quote", "colon") and not pronoun:
            draft.outer = holder
            return draft
        return None

    def _is_held(self, at: int) -> bool:
        """Say whether a clause is held in the one before it: "prices rose after Y announced Z"."""
        if self.key[at - 1] not in self._holding:
            return False
        before = self._before_time(at - 1) - 1  # ", a day after Y announced Z" is the report's own
        return self.word[before].is_word and not self.word[before].bits & w.CONJ

    def _before_time(self, at: int) -> int:
        """Return where a time begins that ends at a token: ", | a day after"."""
        while at > 1 and self.word[at - 1].bits & (w.TIME | w.NUM | w.DET | w.ADV):
            at -= 1
        return at

    def _passes_on(self, holder: Draft) -> bool:
        return holder.source is not None and self.relays.passes_on(holder.source)

    def _before_adverbs(self, at: int) -> int:
        while at and self.word[at - 1].bits & w.ADV and self.word[at - 1].is_word:
            at -= 1
        return at

    def _cut(self, holder: Draft, at: int, draft: Draft) -> None:
        """End a draft's content where another cue begins its clause."""
        first, last = holder.content[-1]
        if first < at < last:
            holder.content[-1] = (first, at)
        elif at <= first and len(holder.content) > 1 and holder.opening == "backward":
            holder.content.pop()  # what the cue was thought to interrupt is another's

    def _clause_begin(self, verb: int, first: int, drafts: list[Draft]) -> int:
        """Return where the clause of a verb may begin: after the cue before it."""
        begin = first
        for draft in drafts:
            for _, end in draft.cue:
                if end <= verb:
                    begin = max(begin, end)
            if draft.source and draft.source[1] <= verb and not draft.shared:
                begin = max(begin, draft.source[1])
        return begin

    def _is_joined(self, verb: int, begin: int) -> bool:
        """Say whether a verb has its subject from the clause before: "and said"."""
        at = verb
        while at > begin and self.word[at - 1].bits & w.ADV and self.word[at - 1].is_word:
            if self.key[at - 1] in self._conceding:
                break
            at -= 1
        if at > begin + 1 and self.key[at - 1] in self._conceding:
            return True  # "dijo que va bien, aunque reconoció que …"
        linked = self.word[at].bits & w.LINK and at < verb and self.key[at - 1] == ","
        if linked and at - 1 > begin and self.grammar.title_case:
            if any(self.phrases.is_verb(i) for i in range(begin, at - 1)):
                return True  # "X opposed it, then withdrew"
        if at <= begin or not self.word[at - 1].is_word or not self.word[at - 1].bits & w.CONJ:
            return False
        return not (self.grammar.drops_subject and self.word[at - 1].upper)  # "Y agregó que"

    def _past_lead(self, first: int, last: int) -> int:
        """Return the token after an adjunct and its comma at a clause's head."""
        if not self.word[first].bits & w.PREP or self.word[first].bits & w.DET:
            return first
        comma = next((i for i in range(first, last) if self.key[i] == ","), first)
        return comma + 1 if comma > first and self.phrases.starts(comma + 1, last) else first

    def _shared_subject(self, group: Group, first: int, drafts: list[Draft]) -> Range | None:
        """Return the subject of the verb that a joined one goes on from."""
        for draft in reversed(drafts):
            if draft.outer is None and draft.cue and draft.cue[0][0] < group.first:
                return draft.source
        verb = self._verb_before(group.first, first)
        if verb is None:
            start = self._past_lead(first, group.first)
            while start < group.first and not self.phrases.starts(start, group.first):
                start += 1
            end = self.phrases.end(start, group.first) if start < group.first else start
            return (start, end) if end > start else None
        return self.subjects.before(self._before_clitics(verb, first), first)

    def _before_clitics(self, verb: int, first: int) -> int:
        """Return where a verb begins with the pronouns before it: "s'est rendu", "l'a visité"."""
        at = verb
        while self.grammar.proclitic and at > first:
            bits = self.word[at - 1].bits
            if not bits & (w.OBJ | w.REFLEX | w.NEG) or bits & w.PRON or self.word[at - 1].upper:
                break
            at -= 1
        return at

    def _back_to_mark(self, at: int, first: int) -> int:
        if at > first and self.key[at] in self._conceding and self.word[at - 1].bits & w.SUB:
            at -= 1  # "si bien"
        joined = False  # an adverb before "and" is of the clause before: "va bien | y añadió"
        while at > first and self.word[at - 1].is_word:
            before = self.word[at - 1]
            light = before.bits & w.ADV or self.key[at - 1] in self._conceding
            if joined and self.grammar.drops_subject:
                light = False
            if not (before.bits & w.CONJ or light):
                break
            joined = joined or bool(before.bits & w.CONJ)
            at -= 1
        if self.grammar.has_infinitives and at > first and self.key[at - 1] in self._gerund_marks:
            return self._back_to_mark(at - 1, first)
        if at > first and not self.word[at - 1].is_word and self.key[at - 1] in ",;\u2014\u2013-":
            at -= 1
        return at

    def _is_unknown_verb(self, index: int, last: int) -> bool:
        """Say whether a word in no table is a verb by its ending: "the chief outlined the"."""
        word, before = self.word[index], self.word[index - 1]
        if self.grammar.has_infinitives or word.upper or word.bits or index + 1 >= last:
            return False
        present = self.word[index + 1].bits & (w.DET | w.OBJ) and (
            word.key.endswith(self.grammar.plural_endings) and before.upper
        )
        if present:
            return True  # "The FAA opposes it"
        if not before.bits & w.HEADS or not word.key.endswith(self.grammar.verb_endings):
            return False
        return self.word[index + 1].is_word and not self.word[index + 1].bits & (w.PREP | w.COMP)

    def _verb_before(self, at: int, first: int) -> int | None:
        """Return the finite verb of the clause that a participle belongs to."""
        found: int | None = None
        segment = True  # whether a comma was passed since the last verb
        for index in range(first, at):
            if self.key[index] == ",":
                segment = True
            elif segment and index > first and self._is_unknown_verb(index, at):
                found, segment = index, False
            elif segment and self.phrases.is_verb(index) and not self.word[index].bits & w.HEADS:
                if found is None or self.subjects.before(index, found) is not None:
                    found = index
                segment = False
        return found


def holding(drafts: list[Draft], index: int) -> Draft | None:
    """Return the draft whose content a token stands in."""
    for draft in reversed(drafts):
        if any(first <= index < last for first, last in draft.content):
            return draft
    return None
