"""Italian: who a subject left out, an office or a phrase means, and the way that it came."""

from __future__ import annotations

import pytest
from subject_first_sentences import read


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Il sindaco Luca Vasari ha presentato il piano. Ha spiegato che i fondi ci sono. "
         "«Basteranno», ha aggiunto.", ["Luca Vasari", "Luca Vasari"]),
        # the number tells which of two goes on
        ("La sindaca Ada Lorni ha incontrato i sindacati. «È un buon passo», ha detto Lorni. "
         "I sindacati chiedono garanzie. Hanno aggiunto che lo sciopero resta.",
         ["Ada Lorni", "sindacati", "sindacati"]),
        ("Il ministro della Difesa, Ugo Serra, è arrivato a Berlino. Il suo omologo tedesco, "
         "Hans Kern, ha promesso aiuti. Serra ha ringraziato la Germania.",
         ["Hans Kern", "Ugo Serra"]),
        ("«Il conto è in rosso», ha detto l’amministratore delegato della Sarni, Paolo Neri. "
         "L’azienda ha poi precisato che i conti sono in ordine. Il manager si è detto fiducioso.",
         ["Paolo Neri", "Sarni", "Paolo Neri"]),
        ("Il premier Ugo Serra ha riferito in Parlamento. Il capo del governo ha escluso nuove "
         "tasse.", ["Ugo Serra"]),
        # a ministry is no body because a minister has it for a field
        ("Il ministro dell’Interno, Carlo Brenna, ha negato ogni ritardo. L’azienda ha smentito "
         "ogni coinvolgimento.", ["Carlo Brenna", "azienda"]),
        ("La cantante Lia Monti ha smentito la voce. L’artista ha ringraziato i fan.",
         ["Lia Monti", "Lia Monti"]),
        ("La moglie della vittima, Rosa Bruni, ha raccontato la notte. «Ho sentito un botto», "
         "ricorda la donna.", ["Rosa Bruni"]),
        ("Fonti di Palazzo Chigi fanno sapere che il vertice è rinviato. Le stesse fonti "
         "spiegano che la data non c’è.", ["fonti di Palazzo Chigi", "fonti di Palazzo Chigi"]),
        ("Il segretario di Stato Pietro Lanza ha detto che il dialogo continua.",
         ["Pietro Lanza"]),
        # what somebody says of the sentence before
        ("Il ponte è crollato. Lo ha confermato la Protezione civile.", ["Protezione civile"]),
        ("«Il ponte è sicuro». A riferirlo è il prefetto Ugo Serra.", ["Ugo Serra"]),
    ],
)  # fmt: skip
def test_who_speaks(text: str, speakers: list[str]) -> None:
    assert [found.speaker for found in read(text, "it")] == speakers


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("«Il ponte è sicuro». Così il ministro Ugo Serra ai microfoni di Rai Radio 1.",
         ("said to Rai Radio 1",)),
        ("Il ministro Ugo Serra ha detto in un’intervista al Corriere della Sera che il ponte è "
         "sicuro.", ("said to Corriere della Sera",)),
        ("«Il ponte è sicuro», ha scritto Ugo Serra su Telegram.", ("posted on Telegram",)),
        ("Secondo quanto riportato dalla Reuters, il ministro Ugo Serra ha chiesto tempo.",
         ("relayed by Reuters",)),
        ("Il portavoce del Cremlino, Ivan Petrov, citato dalla Tass, ha negato l’attacco.",
         ("relayed by Tass",)),
        ("Il ministro ha negato l’attacco, riferisce l’agenzia Tass.", ("relayed by Tass",)),
        ("ROMA (ANSA) - Il ministro Ugo Serra ha negato ogni ritardo.", ("relayed by ANSA",)),
        ("Nel documento, visionato da Repubblica, la procura sostiene che i fondi sono spariti.",
         ("relayed by Repubblica",)),
        ("Il sindaco Luca Vasari ha negato ogni ritardo.\n\nIl voto è atteso per lunedì e la "
         "giunta si riunirà domenica in municipio.\n\nFonte: Ansa", ("relayed by Ansa",)),
        # a press conference is no outlet, and a body that hears it none either
        ("Il ministro Ugo Serra ha detto in conferenza stampa che il ponte è sicuro.", ()),
        ("Il ponte è sicuro, ha comunicato la società alla Consob.", ()),
    ],
)  # fmt: skip
def test_the_way(text: str, chain: tuple[str, ...]) -> None:
    assert [found.chain for found in read(text, "it")] == [chain]
