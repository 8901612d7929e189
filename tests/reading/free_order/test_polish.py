"""Polish: told from its neighbours, speech between dashes, who speaks, by what way, what."""

from __future__ import annotations

from functools import partial

import pytest
from told_statements import told_in

import rawi
from rawi.reading.language import detect
from rawi.records import Attribution, Report


def read(text: str) -> tuple[Attribution, ...]:
    return rawi.read(Report(id="t", text=text, language="pl")).attributions


told = partial(told_in, "pl")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Burmistrz obiecał naprawić most", "pl"),
        ("W Poznaniu otwarto nowe schronisko, poinformował urząd miasta.", "pl"),
        ("Starosta slíbil opravit most", None),
        ("Premiér Jan Novák řekl, že vláda podpoří Ukrajinu a že peníze budou.", None),
        ("Predseda vlády Ján Kováč povedal, že Slovensko nepodporí sankcie.", None),
        ("Der Bürgermeister sagte, die Brücke werde im Mai geöffnet.", "de"),
    ],
)
def test_it_is_told_from_its_neighbours(text: str, code: str | None) -> None:
    assert detect(text) == code


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("– Nie ma zgody – powiedział minister Jan Kowal. – Będziemy rozmawiać z gminą.",
         ["Nie ma zgody … Będziemy rozmawiać z gminą"]),
        ("- Most jest gotowy - powiedział Jan Kowal, szef gminy. - Otwarcie w maju - dodał.",
         ["Most jest gotowy", "Otwarcie w maju"]),
        ("Wójt Jan Kowal podkreślił, że droga jest otwarta. – To koniec prac. Wracamy do "
         "domów – zaznaczył.", ["droga jest otwarta", "To koniec prac. Wracamy do domów"]),
        ("– To skandal. Można było poczekać – grzmią policjanci. Obrońcy zaznaczyli, że sąd "
         "zdecyduje.", ["To skandal. Można było poczekać", "sąd zdecyduje"]),
        ("Inflacja – jak podkreślił szef banku Jan Kowal – spadnie.",
         ["Inflacja … spadnie"]),
        ("Myślę, że zdążymy. Mamy czas - powiedziała burmistrz Anna Kowal.",
         ["Myślę, że zdążymy. Mamy czas"]),
        ("Dwie osoby są ranne. Droga jest zamknięta - podała policja.",
         ["Droga jest zamknięta"]),
    ],
)  # fmt: skip
def test_speech_between_dashes(text: str, contents: list[str]) -> None:
    assert [content for content, _, _ in told(text)] == contents


def test_speech_between_dashes_is_direct() -> None:
    one, two = read("– Nie ma zgody – powiedział Jan Kowal. Dodał, że czeka.")
    assert (one.type, two.type) == ("direct", "indirect")


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Według ministra Radosława Kowalskiego umowa jest gotowa. Zdaniem Tuska wybory będą "
         "uczciwe.", ["Radosław Kowalski", "Tusk"]),
        ("Minister zdrowia Anna Leska zapowiedziała zmiany. Według minister Anny Leskiej są "
         "pieniądze.", ["Anna Leska", "Anna Leska"]),
        ("Rzeczniczka policji, insp. Katarzyna Wolna zamieściła apel. „To tragedia” – apeluje "
         "rzeczniczka.", ["Katarzyna Wolna"]),
        ("Premier Jan Kowal odniósł się do sprawy. Zwrócił uwagę, iż to nie koniec. Wskazał też, "
         "kto za to odpowiada. Jak dodał, jest spokojny.", ["Jan Kowal"] * 3),
        ("Mecenas Jan Nowak ocenił, że to błąd. Odniósł się do słów rzecznika Adama Wolnego, "
         "który powiedział, że sąd zdecyduje. „Cieszę się” – powiedział.",
         ["Jan Nowak", "Adam Wolny", "Jan Nowak"]),
        ("Prezes Jan Kowal zabrał głos. Jego zdaniem ceny wzrosną.", ["Jan Kowal"]),
        ("Według Przemysława Czarnka tak będzie. Zdaniem Zbigniewa Ziobry nie będzie.",
         ["Przemysław Czarnek", "Zbigniew Ziobro"]),
        ("– Boimy się – mówił ojciec Andrzeja, Stanisław Poczta.", ["Stanisław Poczta"]),
        ("Zdaniem ekspertów ceny wzrosną.", ["eksperci"]),
        ("Jak relacjonuje biuro prasowe stołecznej policji, wóz uderzył w barierę.",
         ["biuro prasowe stołecznej policji"]),
        ("„Wracamy” – skomentował były premier Jan Kowal, odnosząc się do sondażu.",
         ["Jan Kowal"]),
        ("Sikorski: Rosja przegra wojnę\n\nSzef MSZ Jan Sikorski powiedział w piątek, że Rosja "
         "przegra wojnę. Konferencja trwała godzinę.", ["Jan Sikorski", "Jan Sikorski"]),
    ],
)  # fmt: skip
def test_who_speaks(text: str, speakers: list[str]) -> None:
    assert [speaker for _, speaker, _ in told(text)] == speakers


@pytest.mark.parametrize(
    ("text", "hops"),
    [
        ("Jak podaje PAP, powołując się na rzecznika MSZ Jana Kowala, rozmowy trwają.", ["PAP"]),
        ("– Nikt nie zginął – przekazał PAP rzecznik straży kpt. Jan Kowal.", ["PAP"]),
        ("Minister Anna Leska w wywiadzie dla „Gazety Wyborczej” zapowiedziała reformę.",
         ["Gazeta Wyborcza"]),
        ("Prof. Jan Kowal ocenił w Radiu Zet, że rząd przetrwa.", ["Radio Zet"]),
        ("– Nie odejdę – powiedział w „Faktach po Faktach” w TVN24 poseł PiS Jan Kowal.",
         ["TVN24"]),
        ("Prezydent Jan Kowal napisał na platformie X, że podpisze ustawę.", ["X"]),
        ("„Nie odejdę” – powiedział Łukaszenka, cytowany przez agencję BiełTA.", ["BiełTA"]),
        ("Mer Ihor Terech poinformował na Telegramie, że zginęły trzy osoby. (PAP)",
         ["Telegram", "PAP"]),
        ("Reuters podał, powołując się na dwóch urzędników, że rozmowy będą w maju.",
         ["Reuters"]),
        ("Sekretarz stanu Jan Kowal powiedział stacji Fox News, że negocjacje trwają.",
         ["Fox News"]),
    ],
)  # fmt: skip
def test_by_what_way(text: str, hops: list[str]) -> None:
    assert [chain for _, _, chain in told(text)] == [hops]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Rzecznik Jan Kowal poinformował, że nikt nie ucierpiał, dodając, że trwa śledztwo.",
         ["nikt nie ucierpiał", "trwa śledztwo"]),
        ("Minister Jan Kowal przyznał m.in., że jest przeciwny zmianom.",
         ["jest przeciwny zmianom"]),
        ("Jan Kowal nazwał ministra „oszustem”.", ["ministra „oszustem”"]),
        ("Z danych urzędu wynika, że ceny rosną.", ["ceny rosną"]),
        ("Podkreślono, że droga jest otwarta.", []),
        ("O planowanym spotkaniu poinformował w sobotę minister Jan Kowal.",
         ["planowanym spotkaniu"]),
    ],
)  # fmt: skip
def test_what_is_said(text: str, contents: list[str]) -> None:
    assert [content for content, _, _ in told(text)] == contents
