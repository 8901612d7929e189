"""Speakers that are writings: whose words a statement or a letter is, which document is meant."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from rawi.authority.outlets import Authority
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.entity import Entity
from rawi.reading.subject_first.mentions import Mention
from rawi.reading.subject_first.named import Named

#: So far before "the document", "the statement" it is looked for, in tokens.
REACH: Final = 300
#: Who signed a statement is told so near, in tokens.
SIGNED: Final = 4
#: So many statements are looked back for an outlet that reported.
OUTLETS: Final = 3


class Writings(Named):
    """Links documents to who issued them, or to their first mention."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        words = document.grammar.words_of
        self._written = w.DOC if document.grammar.common_generics else w.DOC | w.POST
        self._statements, self._issuing = words("statements"), words("issued_by")
        self._agents = words("agents")
        self._signing, self._pointers = words("signing"), words("back_pointers")
        self._told_by_outlets = words("outlet_documents")
        self._contracted = words("contracted") if document.grammar.drops_subject else frozenset()
        self._any_document, self._of = words("generic_documents"), words("document_kinds")
        #: whose statement, letter and so on was told of last, by its noun
        self._papers: dict[str, Entity] = {}

    def _writing(self, mention: Mention) -> Entity | None:
        """Return whose words a document's are; None where it is a document like any other.

        A statement or a letter is its issuer's; "the document" is the one told of before.
        """
        head = self._paper(mention.where)
        if head is None:
            return None
        lemma = self.word[head].lemma
        kind = self.grammar.tails.get(lemma, lemma)
        if kind in self._statements:
            issuer = self._issuer(mention, head) or self._body_telling(mention, head)
            if issuer is not None:
                return self._learn_paper(issuer, lemma)
        if mention.indefinite or any(e.heads & mention.heads for e in self._documents()):
            return None
        if lemma in self._told_by_outlets and self._is_bare(mention, head):
            paper = self._outlet_that_spoke()
            if paper is not None and (self._just_spoke(paper) or self._told_of(head) is None):
                return paper
        if lemma in self._any_document and self._is_bare(mention, head):
            return next(iter(self._documents()), None) or self._told_of(head)
        return None

    def _just_spoke(self, paper: Entity) -> bool:
        """Say whether an outlet spoke last, where nouns have capitals."""
        return self.grammar.noun_capitals and self._spoken[-1][1] is paper

    def _outlet_that_spoke(self) -> Entity | None:
        """Return the outlet that spoke last, whose report "the report" is; none after a person."""
        for _, entity in reversed(self._spoken[-OUTLETS:]):
            if self._is_outlet(entity):
                return entity
        return None

    def _is_outlet(self, entity: Entity) -> bool:
        """Say whether a speaker is an outlet, by its name."""
        if entity.kind != "organisation":
            return False
        if Authority.load().all_by_name(entity.name):
            return True
        parts = (self.grammar.word(word.capitalize()).bits for word in entity.words)
        return any(bits & (w.MEDIA | w.MEDIAPART) for bits in parts)

    def _paper_before(self, at: int) -> Entity | None:
        """Return who spoke last where a statement of theirs is what "it" means: "“…,” it read"."""
        if self.grammar.renames or not self._spoken:
            return None
        number = bisect_right(self._firsts, self._spoken[-1][0]) - 1
        sentence = self.document.sentences[number]
        if bisect_right(self._firsts, at) - 1 - number > 1:
            return None
        told = any(
            self.word[i].lemma in self._statements and self.word[i].bits & w.DOC
            for i in range(sentence.first, min(sentence.last, at))
        )
        return self._spoken[-1][1] if told else None

    def _learn_paper(self, issuer: Entity, lemma: str) -> Entity:
        self._papers[lemma] = issuer
        return issuer

    def _documents(self) -> list[Entity]:
        """Return the documents that have spoken, the last one first."""
        return [entity for entity in self._recent() if entity.kind == "document"]

    def _paper(self, where: Range) -> int | None:
        """Return the noun of a document that heads a phrase."""
        found = None
        for index in range(*where):
            word = self.word[index]
            if not word.is_word or (index > where[0] and word.bits & (w.PREP | w.REL)):
                break
            if word.bits & self._written and not word.bits & (w.BODY | w.GENITIVE):
                found = index
                if self.grammar.adjectives_follow:
                    break
        return found

    def _is_bare(self, mention: Mention, head: int) -> bool:
        """Say whether nothing but its determiner tells which document is meant."""
        held = self.key[mention.where[0] - 1] in self._contracted  # "si legge nella | nota"
        return (mention.definite or held) and all(
            self.word[i].bits & w.DET or not self.word[i].is_word
            for i in range(mention.where[0], head)
        ) and mention.core[1] == head + 1  # fmt: skip

    # -- statements ------------------------------------------------------------------

    def _issuer(self, mention: Mention, head: int) -> Entity | None:
        """Return who issued a statement: told beside it, or in the sentence that told of it."""
        first, last = mention.where
        for index in range(first, head):
            if self.word[index].bits & w.GENITIVE:
                return self._told_issuer((first, index))  # "the ministry's statement"
        for index in range(head + 1, last):
            if not self.word[index].is_word or self.word[index].bits & w.REL:
                break
            if self.key[index] in self._issuing:
                found = self._told_issuer((index + 1, last))
                if found is not None:
                    return found
        agent = self._agent_after(last)
        if agent is not None:
            return agent
        owner = self.word[first].bits
        if owner & w.POSS and not owner & w.FIRST and self._spoken:
            return self._owner(first) or self._spoken[-1][1]
        if not self._is_bare(mention, head):
            return None
        issuer = self._issuer_of(self.word[head].lemma, head)
        if issuer is None and self._contracted and self._spoken:
            spoke = self._spoken[-1][1]  # "lo scrive su X il premier. …, si legge nel messaggio"
            return spoke if spoke.kind != "document" else None
        return issuer

    def _body_telling(self, mention: Mention, head: int) -> Entity | None:
        """Return the body whose statement is meant though nothing beside it tells so.

        Where nouns have capitals: "laut Mitteilung" is that of the body that spoke last, and "X
        baut Stellen ab, wie aus einer Mitteilung hervorgeht" that of the sentence's subject.
        """
        first, last = mention.where
        if not self.grammar.noun_capitals or any(self.word[i].upper for i in range(head + 1, last)):
            return None
        number = bisect_right(self._firsts, head) - 1
        sentence = self.document.sentences[number]
        begin = self.document.datelines.get(sentence.paragraph, sentence.first)
        if not mention.indefinite:
            bodies = [e for _, e in self._spoken[-OUTLETS:] if e.kind == "organisation"]
            bodies = [entity for entity in bodies if not self._is_outlet(entity)]
            return bodies[-1] if bodies else None
        subject = self._subject(max(begin, sentence.first), first)
        return subject if subject is not None and subject.kind == "organisation" else None

    def _agent_after(self, at: int) -> Entity | None:
        """Return who issued it, told after a time: "un bilan fourni mardi soir | par la mairie"."""
        given = self.word[at - 1]
        done = given.bits & w.RELAYED or any(cue.form & w.PAST for cue in given.cues)
        if not self.grammar.adjectives_follow or not done:
            return None
        while at < len(self.word) and self.word[at].bits & w.TIME:
            at += 1
        if at + 1 >= len(self.word) or self.key[at] not in self._agents:
            return None
        return self._told_issuer((at + 1, self.phrases.end(at + 1, len(self.word))))

    def _told_issuer(self, where: Range) -> Entity | None:
        """Return whom a phrase beside a statement names, where it names a person or a body."""
        end = where[0]
        while end < where[1] and self.key[end] not in ",;:(":
            end += 1
        if end == where[0]:
            return None
        told = self.mentions.read((where[0], end))
        named = any(self.word[i].upper for i in range(*told.core))
        known = any(self.word[i].bits & (w.BODY | w.ROLE | w.PERSON) for i in range(*told.core))
        if told.pronoun or told.kind == "document" or not (named or known):
            return None
        return self._resolved(told)

    def _owner(self, index: int) -> Entity | None:
        """Return whose a possessive tells that a writing is; `People` knows."""
        raise NotImplementedError

    def _resolved(self, mention: Mention) -> Entity | None:
        """Return whom a mention means; `People` knows."""
        raise NotImplementedError

    def _issuer_of(self, lemma: str, at: int) -> Entity | None:
        """Return whose a statement told of before a token is: who spoke there, or issued it."""
        if lemma in self._papers:
            return self._papers[lemma]
        for index in range(at - 1, max(-1, at - REACH), -1):
            if self.word[index].lemma != lemma or not self.word[index].bits & self._written:
                continue
            sentence = self.document.sentences[bisect_right(self._firsts, index) - 1]
            signed = self._signer(index + 1, sentence.last)
            if signed is not None:
                return signed
            for place, entity in reversed(self._spoken):
                if sentence.first <= place < sentence.last and entity.kind != "document":
                    return entity
            return self._subject(sentence.first, index)
        return None

    def _signer(self, at: int, last: int) -> Entity | None:
        """Return who signed or issued a statement: "in a statement signed by …, Ann Poe"."""
        if not self._signing or at + 2 >= last or self.key[at] not in self._signing:
            return None
        by = next((i for i in range(at + 1, min(last, at + SIGNED))
                   if self.key[i] in self._agents), None)  # fmt: skip
        if by is None or by + 1 >= last:
            return None
        end = self.phrases.end(by + 1, last)
        named = [known for _, known in self.cast.between(by + 1, last)]
        told = self._told_issuer((by + 1, end)) if end > by + 1 else None
        if told is not None and told.kind != "person" and not named:
            return told
        return self._from_cast(named[0]) if named else told

    def _subject(self, first: int, last: int) -> Entity | None:
        """Return the named subject of a sentence that tells of a statement."""
        end = first
        while end < last and (
            self.key[end] == "&" or (self.word[end].is_word and not self._ends_subject(end))
        ):
            end += 1
        if end == first + 1 and self.key[first] in self._pointers:
            return None  # "Dies sei eine Reaktion, hieß es in einer Mitteilung"
        none = w.PRON | w.DET if self.grammar.noun_capitals else w.DET * self.grammar.title_case
        if end == first or (self.word[first].bits & none and end == first + 1):
            return None  # "This was contained in a statement"
        return self._told_issuer((first, end))

    def _ends_subject(self, index: int) -> bool:
        word = self.word[index]
        told = word.bits & (w.AUX | w.VERB | w.REL | w.SUB | w.PRON) and not word.upper
        return bool(told) or (not word.upper and any(cue.form & w.FINITE for cue in word.cues))

    # -- documents -------------------------------------------------------------------

    def _told_of(self, at: int) -> Entity | None:
        """Return the document that was told of last before a token, though it has not spoken."""
        for index in range(at - 1, max(-1, at - REACH), -1):
            word = self.word[index]
            if not word.bits & w.DOC or word.bits & (w.BODY | w.MEDIA | w.ROLE) or word.upper:
                continue
            if self.document.quote_over(index) is not None or word.bits & w.PLURAL:
                continue
            if word.lemma in self._statements:
                return self._issuer_of(word.lemma, index + 1)
            first = index
            while first and self.word[first - 1].is_word and not self.word[first - 1].bits & (
                w.DET | w.PREP | w.AUX | w.CONJ | w.REL | w.PRON
            ):  # fmt: skip
                first -= 1
            if not first or not self.word[first - 1].bits & w.DET:
                continue
            last = self._complement(index + 1)
            mention = self.mentions.read((first - 1, last))
            return self._document(mention)
        return None

    def _complement(self, at: int) -> int:
        """Return the end of what is told of a document's kind: "projet de décret"."""
        if not self.grammar.adjectives_follow:
            return at
        end = at
        while end + 1 < len(self.word) and self.key[end] in self._of and (
            self.word[end + 1].is_word and not self.word[end + 1].bits & (w.DET | w.AUX)
        ):  # fmt: skip
            end += 2
        return end

    # -- bodies that a sentence opens with ----------------------------------------

    def _body_before(self, at: int) -> Entity | None:
        """Return the body that opens the sentence before, where nobody spoke: "X has it. It"."""
        number = bisect_right(self._firsts, at) - 1
        if self.grammar.gendered or number < 1:
            return None
        before, here = self.document.sentences[number - 1 : number + 1]
        spoke = bool(self._spoken) and self._spoken[-1][0] >= before.first
        if spoke or before.paragraph != here.paragraph:
            return None
        return self._body_at(before.first, before.last)

    def _body_at(self, first: int, stop: int) -> Entity | None:
        """Return the body that a stretch of a sentence opens with; None for anything else."""
        end = self._phrase_end(first, stop)
        if end <= first or end >= stop - 1 or self.document.quotes_in(first, end):
            return None
        if self.word[first].bits & w.PREP or self.word[end - 1].bits & w.PLURAL:
            return None
        mention = self.mentions.read((first, end))
        told = mention.kind == "organisation" and not mention.indefinite
        bodied = any(self.word[i].bits & (w.BODY | w.BODYPART) for i in range(first, end))
        named = all(self.word[i].upper for i in range(*mention.core)) and end < stop
        return self._resolved(mention) if told and (bodied or named) else None

    def _phrase_end(self, first: int, last: int) -> int:
        at = first
        while (
            at < last
            and self.word[at].is_word
            and not self.word[at].bits & (w.AUX | w.VERB | w.REL | w.SUB | w.PRON)
            and not any(cue.form & w.FINITE for cue in self.word[at].cues)
        ):
            at += 1
        return at
