"""Outlets in a text: known ones by the authority, others by the generic word beside them."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from rawi.authority.names import NameSequence
from rawi.authority.outlets import Authority
from rawi.authority.table import Outlet
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.noun_outlets import NounOutlets
from rawi.reading.subject_first.outlet_names import by_second, folded, names_from
from rawi.reading.subject_first.stations import is_corporation, numbered, show_end

#: The name of an outlet that the authority does not know is no longer than this, in tokens.
NAME_TOKENS: Final = 5
#: A frequency that a station is called by: "98.5".
FREQUENCY: Final = re.compile(r"\d{2,3}[.,]\d{1,2}")
_FUSED: Final = re.compile(r"[a-z]{0,2}\d{2,3}(?:[.,]\d{1,2})?([a-z]{2})")


class Named(NamedTuple):
    """An outlet in the text: its name, the whole phrase, and who it is where that is known."""

    name: Range
    whole: Range
    outlet: Outlet | None
    ambiguous: bool
    #: the outlet's part of a compound: "ARD" of "ARD-Morgenmagazin"; "" where it has a name's range
    part: str = ""


class Outlets:
    """Finds the outlets of one document."""

    def __init__(self, document: Document, country: str | None = None) -> None:
        self.document = document
        self.grammar = document.grammar
        self.word = document.word
        self.key = document.key
        self.country = country
        self._calendar = document.grammar.words_of("calendar")
        self._states = document.grammar.words_of("states")
        self._owners = document.grammar.words_of("broadcast_owners")
        self._broadcast = document.grammar.words_of("broadcast")
        self.authority = Authority.load()
        self._kinds = document.grammar.words_of("outlet_kinds")
        self._tails = document.grammar.words_of("outlet_tails")
        self._common = document.grammar.words_of("common_outlets")
        self._nouns = NounOutlets(document)
        self._messengers = document.grammar.words_of("network_words")
        self._domains = document.grammar.words_of("domains")
        self._weak = document.grammar.words_of("weak_parts")
        self._named_media = document.grammar.words_of("named_media")
        self._compounds = document.grammar.words_of("outlet_compounds")
        self._contracted = self.grammar.words_of("contracted")
        self._articles = sorted(self.grammar.words_of("name_articles")) if self._contracted else []

    def at(self, index: int, last: int, *, strict: bool = True) -> Named | None:
        """Return the outlet that begins at a token; an ambiguous name only if not `strict`."""
        if self.word[index].key.endswith(self.grammar.based):
            return None  # "Dhaka-based"
        channel = numbered(self.document, index, last) if self._tails else None
        if channel is not None:
            return Named(channel, channel, None, False)
        known = self.known(index, last)
        if known is not None and self._is_body(known, last):
            return None
        if known is not None and not (strict and known.ambiguous):
            run = self.run(index, last)
            goes_on = (
                run > known.whole[1]
                and self.grammar.topics
                and (
                    self.word[known.whole[1]].bits & w.PARTICLE
                    and not self.word[known.whole[1]].upper
                )
            )
            if goes_on or (
                run > known.whole[1]
                and any(self.word[i].bits & w.MEDIAPART for i in range(known.whole[1], run))
            ):
                return self._with_generic(Named((index, run), (index, run), None, False), last)
            return self._with_generic(self._with_region(known, last), last)
        unnamed = self._unnamed(index, last) or self._station(index, last)
        if unnamed is not None:
            return unnamed
        show = show_end(self.document, index, last) if self._tails else index
        if show > index:
            return Named((index, show), (index, show + 1), None, False)
        generic = self._after_generic(index, last)
        if generic is not None:
            return generic
        return self._before_generic(index, last)

    def known(self, index: int, last: int) -> Named | None:
        """Return the outlet of the authority whose name begins at a token."""
        found = self._listed_at(index, last)
        alone = found is not None and found.whole[1] - index == 1
        return None if alone and self._nouns.is_plain(index) else found

    def _listed_at(self, index: int, last: int) -> Named | None:
        word = self.word[index]
        if word.upper and self._is_contracted(index):
            found = self._contracted_name(index, last)
            if found is not None:
                return found
        behind = self._behind_messenger(index) if word.upper and index else None
        if behind is not None:
            return behind
        told = self._told(index, last) if word.upper and not word.outlet else None
        if told is not None:
            return told
        counted = word.bits & w.NUM and index + 1 < last and self.word[index + 1].upper
        if not word.outlet and not counted:  # "20 Minutes"
            return None
        if word.key in self._common and self.document.quote_over(index) is None:
            return None  # "vor der Presse", but "der „Presse“"
        if w.is_site(word.key):
            if self._is_in_address(index):
                return None
            return Named((index, index + 1), (index, index + 1), self._site(word.key), False)
        if self.grammar.noun_capitals and "-" in word.key:
            compound = self._compound(index)
            if compound is not None:
                return compound
        words = folded(word.key)
        if len(words) == 1:
            fits = self._fitting(words[0], index, last)
        else:
            fits = names_from(words[0]) if words else ()
        for sequence in fits:
            end = self._end(sequence, index, last)
            if end and sequence.fits(self.document.tokens.words(index, end)):
                outlet = None
                bearers = [self.authority.by_id(key) for key in sequence.outlets]
                if len(bearers) == 1:
                    outlet = bearers[0]
                else:
                    outlet = next((o for o in bearers if o and o.country == self.country), None)
                first = self._past_owner(index + sequence.generic, end, outlet)
                network = outlet is not None and outlet.kind == "network"
                wide = end if network else self._goes_on(end, last)
                if network and wide > first + 1 and self.key[wide - 1] in self._messengers:
                    whole = (index, wide)  # "the Max messenger"
                    return Named((first, wide - 1), whole, outlet, sequence.ambiguous)
                if sequence.ambiguous and first == index:
                    longer = self._longer(index, end, last)
                    wide, outlet = max(wide, longer), None if longer > end else outlet
                return Named((first, wide), (index, wide), outlet, sequence.ambiguous)
        return None

    def _is_in_address(self, index: int) -> bool:
        """Say whether a site ends an address or a file's name: "a.poe@tide.com", "__init__.py"."""
        text, at = self.document.tokens.text, self.document.tokens.start[index]
        begin = at
        while begin and not text[begin - 1].isspace():
            begin -= 1
        return "@" in text[begin:at] or "_" in text[begin:at]

    def _told(self, index: int, last: int) -> Named | None:
        """Return the outlet in no list that the report tells by what it does."""
        for name in self.document.reporters.get(self.key[index], ()):
            end = index + len(name)
            if end <= last and tuple(self.key[index:end]) == name:
                return Named((index, end), (index, end), None, False)
        return None

    def _behind_messenger(self, index: int) -> Named | None:
        """Return the network whose kind is told before its name: "in the messenger Max"."""
        kind = self.key[index - 1]
        if kind not in self._messengers or self.word[index - 1].upper:
            return None
        name = self.document.tokens.words(index, index + 1)
        outlet = self.authority.by_name(f"{name} {kind}") or self.authority.by_name(name)
        if outlet is None or outlet.kind != "network":
            return None
        return Named((index, index + 1), (index, index + 1), outlet, False)

    def _longer(self, index: int, end: int, last: int) -> int:
        """Return where a name ends that only begins like a known one: "l'hebdo Jour Nouveau".

        Or goes on after a small word: "Le Phare du Nord".
        """
        if end >= last or not self.grammar.topics:
            return end
        word = self.word[end]
        if word.bits & w.PARTICLE and not word.upper:
            return max(end, self.run(index, last))
        called = index and self.word[index - 1].bits & w.MEDIA
        named = word.bits & (w.GIVEN | w.ROLE | w.TITLE)
        return end if named or not called else self.run(index, last)

    def subject(self, index: int, last: int) -> Named | None:
        """Return an outlet whose name means other things too, where a verb follows it.

        "The Sun says", and at the head of a sentence any verb: "The Sun has other news".
        """
        known = self.known(index, last)
        if known is None or known.whole[1] >= last:
            return None
        verb = self.word[known.whole[1]]
        if any(cue.form & w.FINITE for cue in verb.cues):
            return known
        start = index - bool(index and self.word[index - 1].bits & w.DET)
        opens = self.word[start].bits & w.DET and not (start and self.word[start - 1].is_word)
        plain = verb.is_word and not verb.upper and not verb.bits & w.HEADS
        acts = verb.bits & (w.AUX | w.VERB) or verb.key.endswith(self.grammar.plural_endings)
        return known if opens and plain and acts else None

    def _with_region(self, known: Named, last: int) -> Named:
        """Add the region of a broadcaster's programme: "France 3 Limousin"."""
        end = known.whole[1]
        airs = known.outlet is not None and known.outlet.kind == "broadcaster"
        if not (airs and self._contracted and end < last and known.name == known.whole):
            return known
        bits = w.GIVEN | w.ROLE | w.TIME | w.TITLE | w.DET | w.PRON | w.OCCASION | w.PREP
        word, after = self.word[end], self.word[end + 1] if end + 1 < last else None
        if not word.upper or word.bits & bits or (after is not None and after.upper):
            return known
        where = (known.name[0], end + 1)
        return Named(where, where, None, False)

    def _compound(self, index: int) -> Named | None:
        """Return the outlet that a compound with a hyphen is of: "im ARD-Morgenmagazin".

        The rest of the compound is what an outlet has or makes; whoever works there is none.
        """
        form = self.document.tokens.words(index, index + 1)
        if self.authority.by_name(form) is not None:
            return None
        first, _, rest = form.rpartition("-")
        makes = w.MEDIA | w.MEDIAPART | w.OCCASION | w.POST
        kind = self.grammar.word(rest).bits | self.word[index].bits
        if kind & w.ROLE or not (kind & makes or rest.lower() in self._compounds):
            return None
        bearers = self.authority.all_by_name(first)
        fits = [o for o in bearers if first in self.authority.equal_names(o)]
        outlet = fits[0] if len(fits) == 1 else None
        if outlet is None or outlet.kind == "collective":
            return None
        where = (index, index + 1)
        return Named(where, where, outlet, False, first)

    def _site(self, key: str) -> Outlet | None:
        """Return whose site a name with a domain is; None where the authority has none."""
        bearers = self.authority.all_by_name(key.rpartition(".")[0])
        return self.authority.by_domain(key) or (bearers[0] if len(bearers) == 1 else None)

    def _is_contracted(self, index: int) -> bool:
        """Say whether an article went into the preposition before a name: "au « Monde »"."""
        at = index - 1 if index - 1 in self.document.quote_at else index
        return at > 0 and self.key[at - 1] in self._contracted

    def _past_owner(self, first: int, end: int, outlet: Outlet | None) -> int:
        """Return where a name begins whose country is told before it: "Israel's Channel 12"."""
        owner = next((i for i in range(first, end - 1) if self.word[i].bits & w.GENITIVE), None)
        if owner is None or outlet is None:
            return first
        rest = self.document.tokens.words(owner + 1, end)
        return owner + 1 if outlet in self.authority.all_by_name(rest) else first

    def _goes_on(self, end: int, last: int) -> int:
        """Return where a known name ends that goes on: "NTV Uganda", "BBC Radio 4", "X.com"."""
        if not self._tails or end >= last:
            return end
        tokens = self.document.tokens
        if self.key[end] == "." and end + 1 < last and self.key[end + 1] in self._domains:
            return end + 2 if tokens.start[end + 1] == tokens.end[end] else end
        at = end
        while at < last and self._is_tail(at, last):
            at += 1
        after = self.word[at] if at < last else None
        named = after is not None and after.is_word and (after.upper or after.bits & w.HEADS)
        return end if named else at

    def _is_tail(self, index: int, last: int) -> bool:
        """Say whether a word or a number goes on with a known outlet's name."""
        word, before = self.word[index], self.word[index - 1]
        if word.key.isdigit():
            counts = index + 1 < last and self.word[index + 1].bits & (w.HEADS | w.PLURAL)
            return bool(before.bits & w.MEDIAPART) and len(word.key) < 3 and not counts
        if not word.upper or word.bits & (w.TIME | w.ROLE | w.GIVEN | w.GENITIVE):
            return False
        return bool(word.bits & (w.MEDIAPART | w.DEMONYM)) or word.key in self._tails

    def _is_body(self, known: Named, last: int) -> bool:
        """Say whether a name is part of a body's: "the Foreign Affairs Ministry"."""
        end = known.whole[1]
        if end >= last or not self.word[end].upper or not known.ambiguous:
            return False
        bits = self.word[end].bits
        return bool(bits & w.BODY) and not bits & w.MEDIA

    def _fitting(self, first: str, index: int, last: int) -> tuple[NameSequence, ...]:
        """Return the names that begin with a word and go on with the token after it, or end."""
        names = by_second(first)
        at = index + 1
        while at < last and self.key[at] in ".-/\u2013&'\u2019":
            at += 1
        following = folded(self.key[at]) if at < last else ()
        found: tuple[NameSequence, ...] = ()
        for second in dict.fromkeys((*following[:1], "".join(following), "")):
            found += names.get(second, ())
        return found

    def _contracted_name(self, index: int, last: int) -> Named | None:
        """Return the outlet whose article went into the preposition before it ("du Monde")."""
        for article in self._articles:
            for sequence in names_from(article):
                if len(sequence.words) < 2:
                    continue
                end = self._end(sequence, index, last, done=1)
                bearers = [self.authority.by_id(key) for key in sequence.outlets]
                if end:
                    outlet = bearers[0] if len(bearers) == 1 else None
                    return Named((index, end), (index, end), outlet, sequence.ambiguous)
        return None

    def _end(self, sequence: NameSequence, index: int, last: int, done: int = 0) -> int:
        """Return where a name ends that begins at a token, `done` words of it left out; or 0."""
        at, wanted = index, sequence.words[done:]
        while wanted:
            while at > index and at < last and self.key[at] in ".-/\u2013&'\u2019":
                at += 1
            if at >= last:
                return 0
            got = folded(self.key[at])
            size = len(got)
            if not size or got != wanted[:size]:
                joined = "".join(got)
                if not joined or joined != wanted[0]:
                    return 0
                size = 1
            wanted = wanted[size:]
            at += 1
        return at

    def _with_generic(self, named: Named, last: int) -> Named:
        """Add the generic word after a name ("the Anadolu agency")."""
        end = named.whole[1]
        while end < last and self.word[end].bits & w.MEDIA and self.word[end].is_word:
            end += 1
        return named._replace(whole=(named.whole[0], end), ambiguous=False)

    def _unnamed(self, index: int, last: int) -> Named | None:
        """Read "state television": a broadcaster that nothing else names."""
        if index + 1 >= last or self.key[index] not in self._owners:
            return None
        end = index + 1
        after = self.word[end + 1] if end + 1 < last else self.word[end]
        if self.key[end] not in self._broadcast or after.upper:
            return None
        if after.bits & w.MEDIA and end + 2 < last and self.word[end + 2].upper:
            return None  # "the local TV station Tide-24"
        return Named((index, end + 1), (index, end + 1), None, False)

    def _station(self, index: int, last: int) -> Named | None:
        """Read a station that its frequency names: "Joy 99.7 FM", "Power 102FM", "101.1 FM"."""
        end = index
        stop = min(last, index + NAME_TOKENS)
        while end < stop and self.word[end].upper and not self._is_fused(end):
            end += 1
        fused = end < stop and self._is_fused(end)
        if not fused and not (end + 1 < last and FREQUENCY.fullmatch(self.key[end])):
            return None
        if not fused and not (self.word[end + 1].bits & w.MEDIAPART and self.word[end + 1].upper):
            return None
        where = (index, end + 1 + (not fused))
        return Named(where, where, None, False)

    def _is_fused(self, index: int) -> bool:
        """Say whether a frequency and its band are one token: "i95.5FM"."""
        found = _FUSED.fullmatch(self.key[index]) if self.word[index].upper else None
        return found is not None and bool(self.grammar.word(found[1]).bits & w.MEDIAPART)

    def _after_generic(self, index: int, last: int) -> Named | None:
        """Read "channel X", "the newspaper X": a generic word and a name."""
        if not self.word[index].bits & w.MEDIA or self.word[index].bits & w.PLURAL:
            return None
        if self.word[index].upper:
            end = max(self.run(index, last), self._of_press(index, last))
            inside = index and self.word[index - 1].is_word and self.grammar.topics
            return (
                Named((index, end), (index, end), None, False)
                if (inside and end > index + 1)
                else None
            )  # "Channel 4"
        if self.word[index].bits & w.OCCASION:
            return None  # "dijo a la prensa | Ana Ruiz"
        at = self._past_kind(index + 1, last)
        while (
            at < last
            and self.word[at].is_word
            and self.word[at].bits & (w.MEDIA | w.NETWORK | w.ADJ)
        ):
            if self.word[at].upper:
                break
            at += 1
        at = self._past_kind(at, last)
        if at >= last:
            return None
        quote = self.document.quote_at.get(at)
        if quote is not None and quote.closed and quote.after - at <= NAME_TOKENS + 3:
            known = self.known(at + 1, quote.close)
            name, words = (at + 1, quote.close), self.document.tokens.words
            part = ""
            if self.key[at - 1] in self._named_media and known is None:
                part = f"{words(at - 1, at)} {words(*name)}"  # "Radio „Seeblick“"
            return Named(name, (index, quote.after), known.outlet if known else None, False, part)
        if self.key[at - 1] in self._named_media and self.word[at].upper:
            end = self.run(at, last)
            return Named((at - 1, end), (index, end), None, False)
        known, end = self.known(at, last), self.run(at, last)
        if known is None and self.grammar.topics and self._is_person(at, end):
            return None  # "à la radio publique Anne Lorrec"
        if end == at + 1 and known is None and self.word[at].bits & (w.ADJ | w.CARDINAL):
            return None
        rest = known.whole[1] if known is not None else last
        called = rest < end and self.word[rest].bits & w.GIVEN  # "à agência Lusa | Maria Costa"
        if known is not None and (end <= rest or called or not self.grammar.topics):
            return known._replace(whole=(index, known.whole[1]), ambiguous=False)
        return Named((at, end), (index, end), None, False) if end > at else None

    def _past_kind(self, at: int, last: int) -> int:
        """Return where a name may begin after "of press" and the like: "agence de presse X"."""
        if at + 1 < last and self.word[at].bits & w.PREP and self.key[at + 1] in self._kinds:
            return at + 2  # "agenzia di stampa «X»"
        end = at
        led = self._contracted and at + 2 < last and self.word[at].bits & w.PREP
        kind = self.word[at + 1] if led else None
        press = kind is not None and kind.bits & (w.MEDIAPART | w.MEDIA) and not kind.upper
        if kind is not None and (press or kind.key in self._states):
            end = at + 2
            while end < last and self.word[end].is_word and not self.word[end].upper and (
                self.word[end].bits & (w.ADJ | w.DEMONYM)
            ):  # fmt: skip
                end += 1
        return end if end < last and self.word[end].upper else at

    def _is_person(self, first: int, end: int) -> bool:
        """Say whether a run of two capitalised words is a given name and a surname."""
        given, surname = self.word[first], self.word[min(first + 1, end - 1)]
        named = end - first == 2 and given.bits & w.GIVEN
        return bool(named) and not surname.bits & (w.MEDIAPART | w.MEDIA)

    def _of_press(self, index: int, last: int) -> int:
        """Return the end of an agency's name in small letters: "Agence lémanique de presse"."""
        for at in range(index + 1, min(last, index + NAME_TOKENS)):
            if not self.word[at].is_word or self.word[at].bits & w.AUX:
                return index
            if self.word[at].bits & w.MEDIAPART and not self.word[at].upper:
                return at + 1 if self.grammar.topics else index
        return index

    def _before_generic(self, index: int, last: int) -> Named | None:
        """Read "the Al Ufuq channel", "Kituo FM": a name and a generic word or part."""
        word = self.word[index]
        if not word.upper or word.bits & (
            w.DET
            | w.PRON
            | w.PREP
            | w.DEMONYM
            | w.ADV
            | w.LINK
            | w.CONJ
            | w.SUB
            | w.ROLE
            | w.SPEAKTO
            | w.OCCASION
        ):
            if self._is_national(index, last):
                end = self.run(index, last)
                return self._with_generic(Named((index, end), (index, end), None, False), last)
            inside = index and self.word[index - 1].is_word and word.upper
            article = word.bits & w.DET and not word.bits & (w.PREP | w.DEMONYM | w.ROLE)
            if not inside or not article or not self.grammar.topics:
                return None
        if word.bits & (w.ADJ | w.BODY) and not self.word[min(index + 1, last - 1)].upper:
            return None
        end = self.run(index, last)
        if end == index:
            return None
        parts = [i for i in range(index, end) if self.word[i].bits & w.MEDIAPART]
        kinds = w.MEDIA | w.MEDIAPART | w.DET
        if end == index + 2 and self.key[index + 1] in self._weak and not word.bits & kinds:
            return None  # "Palacio Nacional"
        channel = end < last and self.word[end].bits & w.MEDIA and self._is_kind(end - 1, index)
        behind = self._behind_kind(index, end, last) if self._tails else None
        if behind is not None:
            return behind
        if parts == [end - 1] and channel:
            return Named((index, end - 1), (index, end + 1), None, False)
        after = self.word[end + 1] if end + 1 < last else None
        if after is not None and after.bits & w.MEDIA and not after.bits & w.PLURAL:
            part = self.word[end]
            plain = (
                part.is_word and not part.upper and not part.bits & (w.PREP | w.CONJ | w.GENITIVE)
            )
            led = bool(index) and bool(self.word[index - 1].bits & w.DET) and bool(self._tails)
            if plain and (part.bits & w.MEDIAPART or (led and not part.bits & w.AUX)):
                return Named((index, end), (index, end + 2), None, False)  # "the X news agency"
        inner = bool(parts) and bool(self._tails) and parts[0] > index and parts[-1] < end - 1
        inner = inner and not self.word[end - 1].bits & w.MEDIA
        inner = inner and not is_corporation(self.document, end - 1)
        while parts and self._tails and end < last and self.key[end].isdigit():
            if not self._is_tail(end, last):
                break
            end += 1  # "Skerry Sport 24"
        if parts and (end - index > 1) and not inner:  # "the Morning Tide Breakfast"
            return self._with_generic(Named((index, end), (index, end), None, False), last)
        if end < last and self.word[end].bits & w.MEDIA and self.word[end].is_word:
            while end + 1 < last and self.word[end + 1].bits & w.MEDIA:
                end += 1
            later = self.run(end + 1, last) if end + 1 < last else end + 1
            if later > end + 1:
                return Named((end + 1, later), (index, later), None, False)
            if not self.word[end].bits & w.PLURAL:
                name = end - 1 if self._is_kind(end - 1, index) else end
                return Named((index, name), (index, end + 1), None, False)
        return None

    def _behind_kind(self, index: int, end: int, last: int) -> Named | None:
        """Read an outlet behind where it is from and what it is: "Tarn TV station KAK"."""
        at = end
        while (
            at < last and self.word[at].bits & (w.MEDIA | w.MEDIAPART) and not self.word[at].upper
        ):
            at += 1
        if at == end or at >= last or not self.word[at].upper or not self._is_media(at - 1):
            return None
        named = self.known(at, last)
        if named is not None:
            return named._replace(whole=(index, named.whole[1]), ambiguous=False)
        later = self.run(at, last)
        called = self.word[at].bits & (w.TIME | w.GIVEN | w.TITLE | w.ROLE)
        return (
            Named((at, later), (index, later), None, False) if later > at and not called else None
        )

    def _is_media(self, index: int) -> bool:
        word = self.word[index]
        return bool(word.bits & w.MEDIA) and not word.bits & w.PLURAL

    def _is_national(self, index: int, last: int) -> bool:
        """Say whether an outlet in no list bears a country's name: "Ukrainian Radio"."""
        end = self.run(index, last)
        if not self.word[index].bits & w.DEMONYM or not self._tails or end < index + 2:
            return False
        part = self.word[end - 1].bits
        agency = part & w.MEDIA and self.word[end - 2].bits & w.MEDIAPART
        named = part & w.MEDIAPART or agency or is_corporation(self.document, end - 1)
        return bool(named) and not part & (w.ROLE | w.DOC)

    def _is_kind(self, at: int, index: int) -> bool:
        """Say whether a name ends with what kind of channel it is: "the Volna TV channel"."""
        kind = self.key[at] in self._broadcast or self.word[at].bits & w.MEDIA
        return at > index and bool(kind)

    def run(self, index: int, last: int) -> int:
        """Return the end of a run of capitalised words."""
        end = index
        while end < min(last, index + NAME_TOKENS):
            word = self.word[end]
            if self.key[end] in "-&" and end > index:
                end += 1
                continue
            if not word.is_word or word.bits & w.GENITIVE:
                break
            joined = (
                end > index
                and word.bits & (w.PARTICLE | w.DET)
                and end + 1 < last
                and (
                    self.word[end + 1].upper
                    or (
                        self.word[end + 1].bits & w.PARTICLE
                        and end + 2 < last
                        and self.word[end + 2].upper
                    )
                )
            )
            if not word.upper and not joined:
                break
            if word.bits & (w.TIME | w.PRON) and not word.bits & (w.MEDIAPART | w.DET):
                if end == index or not self._calendar or word.key in self._calendar:
                    break  # "Volna Monday", not "Paisa Now"
            end += 1
        return end

    def text(self, named: Named) -> str:
        """Return an outlet's name as the report writes it."""
        if named.part:
            return named.part
        return " ".join(self.document.tokens.words(*named.name).split()).strip("\"'«»“”„() ,./|:")
