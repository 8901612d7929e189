"""From a sentence to its drafts, where the subject may stand on either side of its verb.

The sentence is read once from left to right: every cue opens a draft, ends the content of the
one before it, or is passed over.
"""

from __future__ import annotations

from typing import Final

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.admission import Admission
from rawi.reading.free_order.announcements import Announcements
from rawi.reading.free_order.asides import Asides
from rawi.reading.free_order.blocks import Blocks
from rawi.reading.free_order.carried import Carried
from rawi.reading.free_order.contents import Contents, Opening
from rawi.reading.free_order.ends import Ends
from rawi.reading.free_order.fronted import Fronted
from rawi.reading.free_order.incises import Incises
from rawi.reading.free_order.learning import learn
from rawi.reading.free_order.papers import Papers
from rawi.reading.free_order.participials import Participials
from rawi.reading.free_order.phrases import Phrases
from rawi.reading.free_order.predicates import Predicates
from rawi.reading.free_order.referring import Referring
from rawi.reading.free_order.refusals import Refusals, Verb, shares
from rawi.reading.free_order.subjects import Subject, Subjects
from rawi.reading.free_order.tags import Tags
from rawi.reading.free_order.verbs import Verbs
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document, Sentence
from rawi.reading.subject_first.drafts import Draft, Range

#: A sentence has no more attributions than this: what has is no speech.
DRAFTS: Final = 32


class Clauses:
    """Reads the sentences of one document."""

    def __init__(self, document: Document, phrases: Phrases) -> None:
        self.document = document
        self.phrases = phrases
        self.grammar = phrases.grammar
        self.word = document.word
        self.key = document.key
        self.subjects = Subjects(phrases)
        self.contents = Contents(phrases, self.subjects)
        self.ends = Ends(phrases)
        self.blocks = Blocks(phrases)
        self.incises = Incises(phrases)
        self.admission = Admission(phrases)
        self.refusals = Refusals(phrases, self.subjects, self.ends)
        self.predicates = Predicates(phrases, self.subjects, self.ends)
        self._verbs = Verbs(phrases, self.refusals)
        self.tags = Tags(phrases, self.subjects, self.contents)
        self.citations = Referring(phrases, self.subjects, self.contents, self.ends)
        self.papers = Papers(phrases, self.ends)
        self.fronted = Fronted(phrases, self.citations)
        self.asides = Asides(phrases, self.ends, self.subjects, self.citations)
        self.announcements = Announcements(self)
        self.carried = Carried(phrases, self.subjects, self.ends)
        self.participials = Participials(
            phrases, self.carried, self.contents, self.ends, self.admission)  # fmt: skip
        #: by the first token of a sentence, who comments in it on what the next one quotes
        self.introduced: dict[int, Range] = {}
        lists = self.grammar.words_of
        self._as = lists("as")
        self._relays = lists("relays")
        self._citing = lists("citing")
        self._nobody, self._notifying = lists("nobody"), lists("notifying")
        self._discovering, self._unhidden = lists("discovering"), lists("unhidden")
        self._speak_there, self._naming = lists("speak_there"), lists("naming")

        #: words that may open a draft and are no cues
        self._uttered = lists("uttered")
        self._triggers = (
            self._citing | self._uttered | self.refusals.triggers
            | self.citations.words | self.citations.documents
        )  # fmt: skip
        self._listed = self._triggers | self._relays

    def read(self, number: int, sentence: Sentence) -> list[Draft]:
        """Return the drafts of a sentence in the order of the text."""
        first, last = sentence.first, sentence.last
        while (
            last > first
            and not self.word[last - 1].is_word
            and (self.key[last - 1] in self.grammar.sentence_marks or self.key[last - 1] == "\n")
        ):
            last -= 1
        drafts: list[Draft] = []
        self.asides.noted = None
        at = first
        taken = first
        while at < last and len(drafts) < DRAFTS:
            word = self.word[at]
            quote = None if word.is_word else self.document.quote_at.get(at)
            if quote is not None:
                tag = self.tags.inside(quote, last)
                if tag is not None:
                    drafts.append(tag)
                    tag.sentence = number
                at = max(quote.after, at + 1)
                continue
            if self.key[at] in self.grammar.colons:
                joined = self.predicates.before(at, (first, last), drafts)
                if joined is not None:
                    joined.sentence = number
                    drafts.append(joined)
                    at = joined.content[0][1]
                    continue
            known = word.cues or word.bits & w.PHRASE or word.key in self._triggers
            known = known or word.key.endswith(self.grammar.participles) or self.tags.follows(at)
            if at < taken or not (known or self.key[at - 1] in self.announcements.joints):
                at += 1
                continue
            if drafts and self.announcements.passed_back(at, (first, last), drafts):
                break
            draft = self._draft(number, (first, last), at, drafts)
            same = draft is not None and draft.kind != "sourcing" and any(
                d.content == draft.content != [] for d in drafts
            )  # fmt: skip
            if draft is not None and not same:
                drafts.append(draft)
                taken = max(taken, max(end for _, end in draft.cue))
            at += 1
        return self.citations.passed_on(drafts, (first, last))

    def _draft(self, number: int, bounds: Range, at: int, drafts: list[Draft]) -> Draft | None:
        word = self.word[at]
        draft: Draft | None = None
        if self.key[at - 1] in self.announcements.joints and at > bounds[0] + 1:
            which = self.announcements.is_of_which(at, bounds[0])
            if which or not drafts:
                draft = self.announcements.inside(at, bounds)
            if which and draft is not None and drafts:
                draft.content = [(bounds[0], at - 1)]
                self.announcements.enclose(draft, drafts)
        if draft is None and word.bits & w.PHRASE:
            draft = self.citations.read(at, bounds, drafts)
        if draft is None and self.key[at] in self.citations.words:
            draft = self.citations.words_of(at, bounds, drafts)
        if draft is None and self.key[at] in self.citations.documents:
            draft = self.papers.read(at, bounds)
        if draft is None and self.key[at] in self._citing:
            draft = self.citations.citing(at, bounds)
        if draft is None and self.key[at] in self._uttered:
            draft = self.carried.uttered(at, bounds, drafts)
        if draft is None and self.key[at] in self.refusals.triggers:
            draft = self.refusals.read(at, bounds, drafts)
        if draft is None and word.cues and not any(cue.governs & w.QUOTE for cue in word.cues):
            draft = self.tags.unlisted(at, bounds)
        if draft is None and (word.cues or self.key[at] in self.refusals.triggers):
            for verb in self.verbs(at, bounds):
                draft = self._verb(verb, bounds, drafts)
                if draft is not None:
                    break
        if draft is None and not (word.cues or word.key in self._listed):
            draft = self.participials.read(at, bounds)
        if draft is None and not (word.cues or word.key in self._listed):
            draft = self.tags.unlisted(at, bounds)
        if draft is not None:
            draft.sentence = number
            if draft.form is not None and draft.form.lemma in self._discovering:
                learn(self.phrases, draft)
            self.asides.take(draft)
        return draft

    # -- verbs -----------------------------------------------------------------------

    def verbs(self, at: int, bounds: Range) -> list[Verb]:
        """Return what a token may be as a cue, the longest reading first."""
        return self._verbs.verbs(at, bounds)

    def told(self, verb: Verb) -> int:
        """Return the features of the verb that has a subject."""
        return self._verbs.told(verb)

    def _verb(self, verb: Verb, bounds: Range, drafts: list[Draft]) -> Draft | None:
        first, last = bounds
        cue, span = verb.cue, verb.span
        if cue.lemma in self._unhidden and not verb.negated:
            return None  # "hid that"; only "does not hide that" says something
        if self.key[verb.last - 1] in self._relays and self.citations.quotes_words(verb.last, last):
            return None
        gerund = bool(cue.form & w.GERUND) and not cue.form & w.FINITE
        told = self.told(verb)
        begin = self.ends.begin(span[0], first, drafts)
        subject: Subject | None = None
        host: Draft | None = None
        hearer: Range | None = None
        joined = False
        if gerund:
            host = self._host(span[0], drafts)
            if host is not None and host.kind == "according":
                return None  # whoever is cited so does nothing: "in X's view Y lied, hiding Z"
        else:
            behind = self._is_joined(span[0], first)
            joined = behind and shares(drafts, told, True) is not None
            if not joined and not self._is_tagged(span, last, told):
                subject = self.subjects.before(span[0], begin, told)
                subject = subject or self.carried.of_relative(span[0], first, told)
                subject = subject or self.carried.before_aside(begin, span[0], first, told)
                subject = subject or self.carried.of_asked(begin, first, told)
                if subject is not None and self.subjects.is_told_by(subject, span[1], last, told):
                    hearer, subject = subject.span, None
                elif subject is not None and cue.governs & w.OBJECT:
                    if self.subjects.is_object_of(subject, span[1], last, told):
                        subject = None
            elif not joined and cue.governs & w.OBJECT:
                subject = self._named_before(span, begin, last, told)
        governs = cue.governs
        tag = None if gerund or verb.negated else self.tags.after_quote(span[0], begin, bounds)
        if tag is not None and governs & w.QUOTE:
            governs &= ~w.OBJECT  # what is said stands before
        called = self.fronted.called(begin, span[0], subject.span if subject else None)
        if called is None and not self.admission.deems(cue.lemma, span[1], last):
            governs &= ~w.OBJECT
        if verb.outer is not None and not governs & (w.OBJECT | w.QUESTION):
            governs |= w.OBJECT
        own = subject or (_NOBODY if gerund or joined else None)
        cue = cue._replace(governs=governs)
        opened = self.contents.follow(span[1], last, cue, told, own, verb.negated)
        cue = verb.cue
        if opened.kind == "colon" and opened.at >= last:
            opened = opened._replace(at=self.blocks.behind(opened.at))
        source = subject or (opened.subject if opened.subject is not _NOBODY else None)
        draft = Draft([span], [], "verb", 0, form=cue, features=told)
        draft.hearer = hearer or opened.hearer or (source.hearer if source is not None else None)
        draft.around = (begin, last)
        if source is not None:
            draft.source = self.source(source, last, opened)
        elif opened.kind == "infinitive" and not gerund and not drafts:
            if self.fronted.parted(draft, verb, opened.at, bounds, begin):
                return draft
        if source is None and not gerund and not drafts:
            carried = self.carried.after_contrast(begin, first, told)
            if carried is None and opened.kind in ("clause", "preposition", "infinitive"):
                carried = self.carried.in_a_row(span[0], first, told)
            if carried is not None:
                source, draft.source = carried, carried.span
        shared = shares(drafts, told, joined) if source is None else None
        if gerund:
            shared = host
            main = self.carried.of_main(span[0] - 1, first) if host is None else None
            if main is not None:
                source, draft.source, draft.shared = main, main.span, True
            elif host is None and opened.kind not in ("clause", "quote", "colon"):
                return None
        if shared is not None and source is None:
            draft.source, draft.shared = shared.source, True
            draft.outer = shared.outer
        if tag is not None and governs & w.QUOTE and not self.asides.is_relay(draft, drafts):
            draft.content, draft.opening, draft.kind = tag, "quote", "quotation"
            if opened.kind in ("colon", "quote") and opened.at in self.document.quote_at:
                draft.content.append((opened.at, self.document.quote_at[opened.at].after))
            return draft
        if source is not None and (
            self.word[source.head].bits & w.FIRST or self.key[source.head] in self._nobody
        ):
            return None
        if draft.source is None and not draft.shared and told & w.PLUR:
            draft.source = self._there(begin, span[0]) or self.subjects.place_behind(
                opened.at if opened.kind == "object" else last, last
            )
            if draft.source is None and (not verb.negated or cue.lemma in self._notifying):
                return None  # "they say"
        if self.admission.is_mute(verb.last, last) or self.admission.is_hearsay(span, last):
            return None
        if not gerund and not opened.kind and self.asides.is_tail(draft, span[0], drafts):
            self.asides.pass_on(draft, drafts)
            return None
        told = opened.kind == "colon" and not self._is_quoted(opened.at)
        if told and self.key[span[0] - 1] == "," and opened.subject is source:
            if self._backward(draft, verb, opened, bounds, drafts, begin):
                return draft
        bare = opened.kind == "colon" and not gerund and not self._is_quoted(opened.at)
        if bare and self.fronted.read(draft, verb, subject, bounds, begin):
            return draft
        if cue.governs & w.WEAK and opened.kind == "object" and not verb.negated:
            opened = self._beyond(opened, last)
            if opened.kind == "object" and draft.source is not None:
                self.introduced[first] = draft.source
        if opened.kind and self._admits(verb, opened, draft, begin):
            found = self._forward(draft, verb, opened, bounds, drafts, begin)
            if found is not None and gerund and host is None and source is None:
                self._end_fronted(found, last)
            return found
        if gerund:
            return None
        if draft.shared and self.ends.holder(span[0], drafts) is not None:
            return None  # part of what is said already
        if self.fronted.led(draft, verb, begin):
            return draft
        if self._backward(draft, verb, opened, bounds, drafts, begin):
            return draft
        if self.fronted.read(draft, verb, subject, bounds, begin):
            return draft
        return None

    def _there(self, begin: int, at: int) -> Range | None:
        """Return "there" for who speaks: at the body that spoke before."""
        for index in range(begin, at):
            if self.key[index] in self._speak_there and self.key[index + 1] != ",":
                return index, index + 1
        return None

    def _beyond(self, opened: Opening, last: int) -> Opening:
        """Return the quotation that a colon joins to what somebody comments on."""
        for at in range(opened.at, last - 1):
            if self.key[at] in self.grammar.colons and self._is_quoted(at + 1):
                return opened._replace(kind="colon", at=at + 1)
        return opened

    def _end_fronted(self, draft: Draft, last: int) -> None:
        """End the content of a gerund that leads a sentence where the main clause begins."""
        first, end = draft.content[0]
        for comma in range(first, end):
            if self.key[comma] != ",":
                continue
            subject = self.phrases.read(comma + 1, last, c.NOMINATIVE)
            at = subject.last if subject is not None else last
            while at < last and self.word[at].bits & w.ADV:
                at += 1
            if subject is not None and at < last and self.phrases.is_verb(at):
                draft.content, draft.source = [(first, comma)], subject.span
                return

    def _is_tagged(self, span: Range, last: int, told: int) -> bool:
        """Say whether a verb after a comma has its subject right behind it: "…, said X"."""
        if not span[0] or self.key[span[0] - 1] != ",":
            return False
        quote = self.document.quote_at.get(span[1])
        teller = self.subjects.behind(quote.after, last, told) if quote is not None else None
        if teller is not None and self.word[teller.head].bits & (w.HEADS | w.GIVEN):
            return True  # "…, told “X” two officials"
        found = self.subjects.after(span[1], last, told)
        if found is None:
            hearer = self.phrases.read(span[1], last, c.DATIVE)
            at = span[1]
            if hearer is not None:
                inner = range(hearer.head + 1, hearer.last)
                led = (i for i in inner if self.word[i].bits & w.PREP and not self.word[i].upper)
                at = next(led, hearer.last)
            return bool(told & w.PLUR) and self.subjects.place_at(at, last) is not None
        named = any(
            self.word[i].upper and self.grammar.given(self.word[i]) for i in range(*found.span)
        ) or (self.phrases.outlets.is_outlet(found.head, last) and not self._leads(found, last))
        return named or bool(self.word[found.head].bits & w.HEADS)

    def _named_before(self, span: Range, begin: int, last: int, told: int) -> Subject | None:
        """Return the person before a verb whose object may look like who speaks: a thing."""
        found = self.subjects.after(span[1], last, told)
        if found is None or self.word[found.head].bits & (w.ROLE | w.PERSON):
            return None
        if self.word[found.head].upper or not self.phrases.mask(found.head) & c.ACCUSATIVE:
            return None
        before = self.subjects.before(span[0], begin, told)
        person = before is not None and self.word[before.head].bits & (w.ROLE | w.PERSON)
        return before if person else None

    def _leads(self, found: Subject, last: int) -> bool:
        """Say whether content follows who stands behind a verb: they are told it."""
        at = found.span[1]
        if at + 1 >= last:
            return False
        return self.key[at] in self.grammar.colons or (
            self.key[at] == "," and bool(self.word[at + 1].bits & (w.COMP | w.WH))
        )

    def source(self, source: Subject, last: int, opened: Opening) -> Range:
        first, end = source.span
        phrase = self.phrases.read(first, last, c.ANY) if not source.place else None
        if phrase is not None and phrase.last == end and opened.subject is source:
            return first, self.phrases.whole(phrase, last)
        return source.span

    def _is_joined(self, at: int, first: int) -> bool:
        """Say whether "and" joins a verb to one before it."""
        before = at - 1
        while before > first and self.word[before].bits & w.ADV and not self.word[before].upper:
            before -= 1
        return before > first and bool(self.word[before].bits & w.CONJ)

    def _host(self, at: int, drafts: list[Draft]) -> Draft | None:
        """Return the draft whose subject a gerund shares."""
        for draft in reversed(drafts):
            if draft.kind != "nested" and draft.source is not None:
                return draft
        return drafts[-1] if drafts else None

    def _admits(self, verb: Verb, opened: Opening, draft: Draft, begin: int) -> bool:
        """Say whether what follows a cue is content of it."""
        cue = verb.cue
        weak = bool(cue.governs & w.WEAK) and not verb.negated
        if draft.source is not None and not draft.shared:
            if not self.admission.may_do(draft, opened, cue.lemma):
                return False
        if opened.kind == "colon":
            told = draft.source is not None or draft.shared
            told = told or (verb.span[0] == begin and verb.last == opened.at - 1)
            takes = bool(cue.governs & (w.QUOTE | w.OBJECT | w.INF)) or bool(cue.preps)
            return self._is_quoted(opened.at) or (not weak and told and takes)
        if weak and opened.kind == "clause":
            return bool(draft.source is not None or draft.shared)
        reason = weak and cue.form & w.GERUND and opened.kind == "preposition"
        if reason and not (cue.form & w.FINITE) and (draft.source is not None or draft.shared):
            return True  # "the court left him free, citing his age"
        if weak:
            return opened.kind == "quote" and not self.admission.is_called(opened.at)
        if self.admission.is_deed(cue.lemma, opened.at, opened.kind):
            return False
        if opened.kind == "object" and self.admission.is_supposed(verb.span[0], draft):
            return False
        if draft.source is None and not draft.shared and not verb.negated:
            if opened.kind not in ("clause", "quote", "colon") and not (
                self.admission.is_dropped(draft, opened, cue.lemma in self._naming)
            ):
                return False
            if not self.subjects.is_empty(begin, verb.span[0]):
                return False
        if opened.kind == "preposition" and self.admission.points(opened.at):
            return False
        if opened.kind == "question" and not verb.negated:
            return bool(cue.governs & w.QUESTION)
        return True

    def _is_quoted(self, at: int) -> bool:
        return at in self.document.quote_at

    def _forward(self, draft: Draft, verb: Verb, opened: Opening, bounds: Range,
                 drafts: list[Draft], begin: int) -> Draft | None:  # fmt: skip
        last = bounds[1]
        holder = self.ends.holder(draft.cue[0][0], drafts)
        if holder is not None and not self.ends.cut(holder, draft, verb.span[0], bounds, drafts):
            if not self._is_nested(draft, holder, opened.kind):
                return None
            draft.outer, draft.kind = holder, "nested"
            last = min(last, holder.content[-1][1])
        draft.opening, told = opened.kind, draft.features
        draft.content = self.blocks.content(opened, last) or self.ends.content(opened, last, told)
        if opened.kind == "clause":
            draft.content = self.ends.without_deed(draft.content, draft.features)
        takes = verb.cue.governs
        predicate = opened.kind == "object" and self.fronted.is_predicate(
            verb.cue.lemma, opened.at, last, draft
        )
        quoted = opened.kind == "quote" and not takes & w.QUOTE
        joined = predicate and self._is_joined(verb.span[0], bounds[0])
        if takes & w.OBJECT and (quoted or predicate) and not joined:
            front = self.fronted.front.read(begin, verb.span[0], draft.source, False)
            if front is not None:
                draft.content.insert(0, front)
        if opened.kind == "object" and verb.cue.lemma in self._naming | self.admission.deeming:
            called = self.fronted.called(begin, verb.span[0], draft.source)
            if called is not None:
                draft.content.insert(0, called)
        if draft.content and draft.content[0][1] > draft.content[0][0]:
            self.ends.before_main(draft)
            return draft
        return None

    def _is_nested(self, draft: Draft, holder: Draft, kind: str) -> bool:
        """Say whether words inside another's words are attributed there to somebody else."""
        if draft.source is None or draft.shared or holder.opening not in ("clause", "question"):
            return False
        return kind in ("clause", "quote", "colon")

    # -- content before the cue ------------------------------------------------------

    def _backward(self, draft: Draft, verb: Verb, opened: Opening, bounds: Range,
                  drafts: list[Draft], begin: int) -> bool:  # fmt: skip
        """Take what stands before ", said the minister" for its content."""
        cue, at = verb.cue, verb.span[0]
        if not cue.governs & (w.BARE | w.RELAY) or verb.negated:
            return False
        first, last = bounds
        mark = at - 1
        led = mark >= first and self.key[mark] in self._as
        if led:
            mark -= 1
        own = draft.source is not None and not draft.shared
        subject_first = own and draft.source is not None and draft.source[1] <= at
        if subject_first and not led:
            assert draft.source is not None
            mark = draft.source[0] - 1
        after = self._after(draft, opened, at, verb.last)
        said = (self.ends.start(mark, first, drafts), mark)
        if led and self.asides.parts(draft, after, said, last):
            return False
        if (
            (led or self._is_led(at, first, draft))
            and drafts
            and draft.source is not None
            and self.asides.is_aside(draft, after, last)
        ):
            return False
        if led or self._is_led(at, first, draft):
            if self.citations.relays(draft):
                draft.kind = "as outlet"
            forward = self._as_said(draft, after, bounds, at)
            if forward:
                return True
        nods = opened.hearer is None and opened.end > verb.last
        if subject_first and (nods or (after < last and self.word[after].is_word)):
            return False  # "…, the captain answered with a nod"
        while mark > first and self.word[mark].bits & w.ADV and not self.word[mark].upper:
            mark -= 1
        alone = draft.source is None and not (led and self.grammar.drops_subject)
        if mark <= first or self.key[mark] not in ",-–—" or alone:
            return False
        if self.key[mark] in self.grammar.dashes and self.key[mark - 1] in ",!?…":
            mark -= 1
        phrasal = ("object", "preposition", "infinitive", "fronted")
        inner = [
            d for d in drafts
            if d.outer is None and d.opening in phrasal
            and (d.content[-1][1] >= mark or d.opening == "fronted")
        ]  # fmt: skip
        for one in inner:  # what somebody asked or named is only told here
            drafts.remove(one)
        holder = self.ends.holder(mark, drafts)
        start = self.ends.start(mark, first, drafts)
        if (
            holder is not None
            or start >= mark
            or all(self.word[i].bits & (w.ADV | w.LINK) for i in range(start, mark))
        ):
            return False
        if self.asides.parts(draft, after, (start, mark), last):
            return False
        draft.opening = "before"
        colon = self.citations.colon(start, mark)
        resumed = self.incises.resumes((colon or start, mark), after, last)
        if colon and resumed is not None:
            start = colon  # "he tells why: the bridge, he wrote, is old"
        draft.content = [(start, mark)]
        if resumed is not None:
            draft.content.append((resumed, self.ends.clause(resumed, last)))
        return True

    def _after(self, draft: Draft, opened: Opening, at: int, end: int) -> int:
        after = max(end, opened.end)
        if draft.source is not None and draft.source[0] >= end:
            after = max(after, draft.source[1])
        return after

    def _is_led(self, at: int, first: int, draft: Draft) -> bool:
        """Say whether "as" stands before the subject of a verb: "as the minister said"."""
        source = draft.source
        before = source[0] - 1 if source is not None and source[1] <= at else at - 1
        while (
            before > first and self.word[before].bits & w.ADV and (self.key[before] not in self._as)
        ):
            before -= 1
        return before >= first and self.key[before] in self._as

    def _as_said(self, draft: Draft, after: int, bounds: Range, at: int) -> bool:
        """Take what follows "as the minister said," for its content."""
        last = bounds[1]
        after -= self.key[after - 1] == ","  # behind an aside
        while after < last and self.key[after] != ",":
            if not self.word[after].is_word and after not in self.document.quote_at:
                return False
            quote = self.document.quote_at.get(after)
            after = quote.after if quote is not None else after + 1
        if after + 1 >= last or (draft.source is None and not self.grammar.drops_subject):
            return False
        after = self.citations.past_reference(after, last)
        opens = min(at, draft.source[0]) if draft.source is not None else at
        before = self.ends.back_to_mark(opens, bounds[0])
        joined = before > bounds[0] + 2 and self.key[before - 2] in self.carried.joints
        if before > bounds[0] + 1 and self.key[before - 1] == "," and not joined:
            start = self.ends.start(before - 1, bounds[0], [])
            if start < before - 1 and not self.phrases.is_verb(start):
                draft.content = [
                    (start, before - 1),
                    (after + 1, self.ends.clause(after + 1, last)),
                ]
                draft.opening = "as"
                return True
        draft.content = [(after + 1, self.ends.clause(after + 1, last))]
        draft.opening = "as"
        return True


_NOBODY = Subject((0, 0), 0)
