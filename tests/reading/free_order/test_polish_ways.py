"""Polish: by what way words came, and who passes them on; acts of saying; who is meant."""

from __future__ import annotations

from functools import partial

import pytest
from told_statements import told_in

told = partial(told_in, "pl")


@pytest.mark.parametrize(
    ("text", "hops"),
    [
        ("– Nie wiem – powiedział dla TASS rzecznik Jan Kowal.", ["TASS"]),
        ("– Nie wiem – złościł się przed kamerami TVP Sport trener Jan Kowal.", ["TVP Sport"]),
        ("– Nie wiem – mówi rolnik z Lipna w reportażu rozgłośni MDR.", ["MDR"]),
        ("– Nie wiem – napisał na łamach „Gazety Polskiej” Jan Kowal.", ["Gazeta Polska"]),
        ("– Nie wiem – powiedziała agencji dpa minister Ewa Lis.", ["dpa"]),
        ("– Nie wiem – uciął w rozmowie z Meczykami.pl prezes Jan Kowal.", ["Meczyki.pl"]),
        ("– Nie wiem – powiedział w rozmowie z Wirtualną Polską Jan Kowal.", ["Wirtualna Polska"]),
        ("Prezydent Jan Kowal napisał na platformie Truth Social, że cła wzrosną.",
         ["Truth Social"]),
        ("Cytowany przez agencję Interfax rzecznik Jan Kowal przyznał, że rozmowy trwają.",
         ["Interfax"]),
        ("Rzecznik Jan Kowal, cytowany przez rosyjską agencję TASS, przyznał, że rozmowy trwają.",
         ["TASS"]),
        ("Jak podała agencja Reutera, premier Jan Kowal przyznał, że rozmowy trwają.", ["Reuters"]),
        ("Minister odejdzie – pisze „Bild”, powołując się na źródła rządowe.", ["Bild"]),
        ("Z prof. Anną Lis rozmawiał reporter RMF FM. – Jest źle – ocenia Lis.", ["RMF FM"]),
        ("Minister Jan Kowal udzielił wywiadu dziennikowi „Bild”. Ocenił, że jest źle.", ["Bild"]),
        ("Minister Jan Kowal zamieścił wpis na Facebooku. „Jest źle” – napisał.", ["Facebook"]),
        ("Jan Kowal powiedział, że fabryka ruszy. O jego wypowiedzi doniosła agencja Bloomberg.",
         ["Bloomberg"]),
        ("– Droga powstanie – powiedział wójt Jan Kowal.\n\nPAP/kw", ["PAP"]),
        ("– Droga powstanie – powiedział wójt Jan Kowal.\n\nmar/ (PAP)", ["PAP"]),
        ("– Droga powstanie – powiedział wójt Jan Kowal.\n\nTekst pochodzi z serwisu Deutsche "
         "Welle.", ["Deutsche Welle"]),
        ("– Droga powstanie – powiedział wójt Jan Kowal.\n\nFot. Jan Lis/PAP", []),
    ],
)  # fmt: skip
def test_by_what_way(text: str, hops: list[str]) -> None:
    assert [chain for _, _, chain in told(text)] == [hops]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Mieszkańcy twierdzą, że nie ma wody.", "nie ma wody"),
        ("Mieszkańcy proszą o wodę.", "wodę"),
        ("Związek zażądał od władz ligi przełożenia meczu.", "przełożenia meczu"),
        ("Związek zagroził rządowi strajkiem.", "strajkiem"),
        ("Minister nie ukrywał, że jest rozczarowany.", "jest rozczarowany"),
        ("W opinii ministra ceny spadną.", "ceny spadną"),
        ("Ceny – zdaniem opozycji – wzrosną.", "Ceny … wzrosną"),
        ("Według agencji Reutera rozmowy przełożono.", "rozmowy przełożono"),
        ("Jan Zgoda (trener Jagiellonii): Spaliśmy pół godziny. Gratuluję rywalom.",
         "Spaliśmy pół godziny. Gratuluję rywalom"),
    ],
)  # fmt: skip
def test_what_is_said(text: str, content: str) -> None:
    assert [content for content, _, _ in told(text)] == [content]


@pytest.mark.parametrize(
    "text", ["Wykres: inflacja bazowa w latach 2020–2025", "Minister ukrywał, że jest chory."]
)
def test_what_is_nobodys(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Prezydent Rosji Jan Kowal zabrał głos. – Nie odejdę – powiedział rosyjski prezydent.",
         "Jan Kowal"),
        ("Wójt gminy Anna Zając mówi, że szkoła zostanie. Włodarz zapewnia, że są pieniądze.",
         "Anna Zając"),
        ("Komendant policji Marek Lis poinformował, że sprawca jest znany. Policjant dodał, że "
         "trwa obława.", "Marek Lis"),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, name: str) -> None:
    assert {speaker for _, speaker, _ in told(text)} == {name}
