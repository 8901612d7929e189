"""Italian: which words of a sentence are cue, source and content."""

from __future__ import annotations

import pytest
from subject_first_sentences import one, read

#: A sentence, its cue, its source and its content.
SENTENCES = [
    (
        "La sindaca ha spiegato che il ponte sarebbe stato chiuso.",
        "ha spiegato",
        "La sindaca",
        "il ponte sarebbe stato chiuso",
    ),
    (
        "Il ponte resterà chiuso fino a lunedì, ha detto la sindaca, Ada Lorni.",
        "ha detto",
        "la sindaca, Ada Lorni",
        "Il ponte resterà chiuso fino a lunedì",
    ),
    (
        "Il ponte sarà chiuso, ha annunciato giovedì sera il ministero dei Trasporti.",
        "ha annunciato",
        "il ministero dei Trasporti",
        "Il ponte sarà chiuso",
    ),
    (
        "La sindaca ha dal canto suo assicurato che il ponte terrà.",
        "ha dal canto suo assicurato",
        "La sindaca",
        "il ponte terrà",
    ),
    (
        "L’esercito sostiene di aver distrutto undici veicoli.",
        "sostiene",
        "L’esercito",
        "aver distrutto undici veicoli",
    ),
    ("L’indagato nega di essersi arricchito.", "nega", "L’indagato", "essersi arricchito"),
    (
        "La sindaca lamenta di non aver ricevuto alcun aiuto.",
        "lamenta",
        "La sindaca",
        "non aver ricevuto alcun aiuto",
    ),
    (
        "La sindaca ha promesso di riaprire il ponte.",
        "ha promesso",
        "La sindaca",
        "riaprire il ponte",
    ),
    (
        "Il prefetto ha esortato gli abitanti della valle a lasciare le case.",
        "ha esortato",
        "Il prefetto",
        "lasciare le case",
    ),
    ("Il prefetto ha invitato la popolazione alla calma.", "ha invitato", "Il prefetto", "calma"),
    (
        "Il sindacato reclama indennizzi per i pozzi distrutti.",
        "reclama",
        "Il sindacato",
        "indennizzi per i pozzi distrutti",
    ),
    (
        "Ada Lorni si è impegnata a pubblicare i conti.",
        "si è impegnata",
        "Ada Lorni",
        "pubblicare i conti",
    ),
    ("Ada Lorni si è detta «fiduciosa» giovedì.", "si è detta", "Ada Lorni", "fiduciosa"),
    (
        "L’azienda parla di «un’anomalia» su una valvola.",
        "parla",
        "L’azienda",
        "«un’anomalia» su una valvola",
    ),
    (
        "Ada Lorni accusa il Comune di aver mentito.",
        "accusa",
        "Ada Lorni",
        "il Comune di aver mentito",
    ),
    (
        "La portavoce non ha voluto precisare da chi.",
        "non ha voluto precisare",
        "La portavoce",
        "da chi",
    ),
    (
        "La procura non ha né confermato né smentito la notizia.",
        "non ha né confermato",
        "La procura",
        "la notizia",
    ),
    (
        "Secondo il sindaco, Luca Vasari, la strada riaprirà lunedì.",
        "Secondo",
        "il sindaco, Luca Vasari",
        "la strada riaprirà lunedì",
    ),
    (
        "Stando ai residenti, si sono sentiti degli spari.",
        "Stando ai",
        "residenti",
        "si sono sentiti degli spari",
    ),
    ("A detta del questore, i due sono fuggiti.", "A detta del", "questore", "i due sono fuggiti"),
    (
        "Secondo quanto riferito dai carabinieri, i due sono fuggiti.",
        "Secondo quanto riferito dai",
        "carabinieri",
        "i due sono fuggiti",
    ),
    (
        "Per la sindaca, il progetto arriva troppo tardi.",
        "Per",
        "la sindaca",
        "il progetto arriva troppo tardi",
    ),
    (
        "La legge sarà votata, come ha ricordato il ministro.",
        "ha ricordato",
        "il ministro",
        "La legge sarà votata",
    ),
    ("«Serve pazienza», ha ammonito il vescovo.", "ha ammonito", "il vescovo", "Serve pazienza"),
    (
        "Ha spiegato il vescovo che la messa è rinviata.",
        "Ha spiegato",
        "il vescovo",
        "la messa è rinviata",
    ),
    ("Spiega Ada Lorni: «Il ponte è vecchio».", "Spiega", "Ada Lorni", "Il ponte è vecchio"),
    (
        "La società ha fatto sapere che i conti sono in ordine.",
        "ha fatto sapere",
        "La società",
        "i conti sono in ordine",
    ),
    (
        "Il gruppo ha reso noto che lo stabilimento chiuderà.",
        "ha reso noto",
        "Il gruppo",
        "lo stabilimento chiuderà",
    ),
    (
        "La ministra ha definito l’accordo «una svolta».",
        "ha definito",
        "La ministra",
        "l’accordo «una svolta»",
    ),
    (
        "Il presidente si è congratulato con la squadra.",
        "si è congratulato",
        "Il presidente",
        "la squadra",
    ),
    (
        "Il sindacato minaccia di bloccare il porto.",
        "minaccia",
        "Il sindacato",
        "bloccare il porto",
    ),
    ("Il sindaco chiede al governo di intervenire.", "chiede", "Il sindaco", "intervenire"),
    (
        "Il sindaco ha chiesto se i fondi basteranno.",
        "ha chiesto",
        "Il sindaco",
        "se i fondi basteranno",
    ),
    (
        "L’avvocata ha sottolineato come il processo sia stato rapido.",
        "ha sottolineato",
        "L’avvocata",
        "come il processo sia stato rapido",
    ),
    (
        "Il ministro ha puntato il dito contro le banche.",
        "ha puntato il dito",
        "Il ministro",
        "le banche",
    ),
    (
        "La cancelliera ha lanciato un appello alla calma.",
        "ha lanciato un appello",
        "La cancelliera",
        "calma",
    ),
    (
        "Il portavoce ha detto ai giornalisti che il voto slitterà.",
        "ha detto",
        "Il portavoce",
        "il voto slitterà",
    ),
    (
        "La ministra ha scritto su X che il voto slitterà.",
        "ha scritto",
        "La ministra",
        "il voto slitterà",
    ),
    (
        "Nella nota il ministero precisa che il bando è aperto.",
        "precisa",
        "il ministero",
        "il bando è aperto",
    ),
    (
        "«Il bando è aperto», si legge nella nota del ministero.",
        "si legge nella",
        "nota del ministero",
        "Il bando è aperto",
    ),
    (
        "Fonti diplomatiche confermano che l’incontro ci sarà.",
        "confermano",
        "Fonti diplomatiche",
        "l’incontro ci sarà",
    ),
    (
        "Il leader della Lega ha attaccato: «È una vergogna».",
        "ha attaccato",
        "Il leader della Lega",
        "È una vergogna",
    ),
    (
        "Convinto che il piano funzioni, il sindaco insiste: «Andiamo avanti».",
        "insiste",
        "il sindaco",
        "Andiamo avanti",
    ),
    (
        "Il sindaco è convinto che il piano funzioni.",
        "è convinto",
        "Il sindaco",
        "il piano funzioni",
    ),
    (
        "La direttrice si dice certa che il museo riaprirà.",
        "si dice",
        "La direttrice",
        "certa che il museo riaprirà",
    ),
    (
        "Il prefetto ha annunciato in una conferenza stampa che le scuole resteranno chiuse.",
        "ha annunciato",
        "Il prefetto",
        "le scuole resteranno chiuse",
    ),
    (
        "Il colonnello ha avvertito i cittadini che il fiume salirà.",
        "ha avvertito",
        "Il colonnello",
        "il fiume salirà",
    ),
    (
        "Il fiume salirà, avverte la Protezione civile.",
        "avverte",
        "la Protezione civile",
        "Il fiume salirà",
    ),
    (
        "La famiglia ringrazia i soccorritori per l’impegno.",
        "ringrazia",
        "La famiglia",
        "i soccorritori per l’impegno",
    ),
]

#: Words that look like cues, and marks that hold nothing said.
NOTHING = [
    "Il governo avrebbe deciso di rinviare il voto.",
    "Il ministro che ha visitato il cantiere è tornato a Roma.",
    "È il secondo incidente in un mese.",
    "I treni viaggiano secondo le norme.",
    "Il sindaco ha aperto il corteo con la fascia tricolore.",
    "La squadra ha attaccato per tutta la partita.",
    "Il film, «La vita è bella», torna in sala.",
    "Il ponte è stato chiuso per lavori.",
    "L’inchiesta è stata chiusa senza rinvii a giudizio.",
    "La conferma dei dati arriverà a maggio.",
    "La denuncia è stata presentata lunedì.",
    "Il premio è andato al romanzo «Il mare di notte».",
    "La nota dei vini è lunga.",
    "Si dice che il ponte sia vecchio.",
    "Il Comune conta diecimila abitanti.",
]


@pytest.mark.parametrize(("sentence", "cue", "source", "content"), SENTENCES)
def test_a_sentence(sentence: str, cue: str, source: str, content: str) -> None:
    found = one(sentence, "it")
    assert " … ".join(found.cue) == cue
    assert found.source == source
    assert " … ".join(found.content) == content


@pytest.mark.parametrize("sentence", NOTHING)
def test_nothing_is_said(sentence: str) -> None:
    assert read(sentence, "it") == []


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        (
            "«Serve pazienza – ha ammonito il vescovo – e silenzio».",
            ("Serve pazienza", "e silenzio"),
        ),
        ('"Serve pazienza - ha aggiunto - e silenzio".', ("Serve pazienza", "e silenzio")),
        ("Il ponte, spiega la sindaca, è vecchio.", ("Il ponte", "è vecchio")),
        ("Il ponte, ha spiegato, è vecchio.", ("Il ponte", "è vecchio")),
    ],
)
def test_who_says_it_inside_what_is_said(sentence: str, content: tuple[str, ...]) -> None:
    assert one(sentence, "it").content == content


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        (
            "Il ministro che guida il gruppo ha detto che i lavori che slittano riprenderanno.",
            "i lavori che slittano riprenderanno",
        ),
        ("Il ministro ha detto ai sindaci che il piano c’è.", "il piano c’è"),
        ("Il ministro ha spiegato, in aula, che il piano c’è.", "il piano c’è"),
        (
            "Il ministro ha detto che il piano c’è e che i fondi basteranno.",
            "il piano c’è e che i fondi basteranno",
        ),
        ("Il sindaco, che guida la giunta, assicura che il piano c’è.", "il piano c’è"),
        ("È chiaro che il piano c’è, dice il sindaco.", "È chiaro che il piano c’è"),
        (
            "Il sindaco ha annunciato un piano che sarà pronto a maggio.",
            "un piano che sarà pronto a maggio",
        ),
    ],
)
def test_one_word_for_that_and_who(sentence: str, content: str) -> None:
    assert " … ".join(one(sentence, "it").content) == content
