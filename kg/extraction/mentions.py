"""Mentions of attacks, and the words around them that every rule about them looks at."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.party import Party
from kg.extraction.phrases import around
from kg.extraction.times import Time
from kg.terms import EventKind, Responsibility, SiteKind, Weapon


@dataclass(frozen=True, slots=True)
class Target:
    """What is said to have been hit."""

    kind: SiteKind
    label: str
    token: Token


@dataclass(slots=True)
class Act:
    """One mention of an attack."""

    doc: int
    token: Token
    kind: EventKind
    campaign: bool
    anaphoric: bool
    attackers: list[Party] = field(default_factory=list)
    responsibility: Responsibility = "sole"
    targets: list[Target] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    quarters: list[str] = field(default_factory=list)
    time: Time | None = None
    weapon: Weapon | None = None
    clause: frozenset[int] = frozenset()
    another: bool = False
    implied: bool = False
    aside: bool = False
    """Whether the sentence tells that something was despite it, after it or before it."""
    enemy: bool = False
    """Whether it is the enemy of who speaks that is said to have made it."""
    claimed: bool = False
    """Whether it is only told that the attackers claim it."""
    mutual: bool = False
    """Whether each of the attackers says it of the others: they accused each other of shelling."""
    spoken: bool = False
    """Whether it is with words alone that those attack who are told to have made it."""
    named_after: bool = False
    """Whether it is only the name of a people before the noun that tells whose it was, or where: the Libyan attack."""
    same: bool = False
    """Whether the sentence says that what was told is this: it was the third attack."""
    hit: frozenset[str] = frozenset()
    """The keys of those whose forces were hit."""
    victims: frozenset[str] = frozenset()
    """The words of the names of those whom it is told to have killed."""

    sentence: tuple[int, int] = field(init=False)
    """Its document, and where its sentence begins there."""

    def __post_init__(self) -> None:
        """Looks the sentence up once: the parser counts it out at each question."""
        self.sentence = self.doc, self.token.sent.start

    @property
    def plural(self) -> bool:
        """Whether several are spoken of, or shelling and the like without a number."""
        if is_verb(self.token):
            return False
        one = any(child.lower_ in ("a", "an", "one", "another", "each") for child in self.token.lefts)
        mass = self.token.lemma_.lower() in ("shelling", "bombing", "bombardment", "fire", "shell")
        mass = mass and self.token.head.lemma_ != "open"
        return self.token.tag_ in ("NNS", "NNPS") or self.token.lower_.endswith("strikes") or (mass and not one)

    def steps_after(self, other: "Act") -> float:
        """How far behind the other mention it stands, in paragraphs; two sentences of one paragraph are worth about one."""
        if self.doc != other.doc:
            return self.doc - other.doc
        between = sum(other.token.sent.start < sent.start <= self.token.sent.start for sent in self.token.doc.sents)
        return 0.6 * between


def counting(token: Token) -> Token:
    """The noun that counts the attacks and stands for them in the sentence: a number of strikes, both of the bombings."""
    above = token.head.head
    counts = above.lemma_.lower() in W.MANY | W.COUNTED or above.lower_ in ("both", "each", "all") or above.like_num
    return above if token.dep_ == "pobj" and token.head.lower_ == "of" and counts else token


def kind_words(noun: Token) -> list[str]:
    """The words before the noun that may say of what kind the attack is: also `chemical` in a chemical weapons attack."""
    before = [child for child in noun.lefts if child.dep_ in ("compound", "amod", "nmod")]
    arms = (one for child in before if child.lemma_.lower() in ("weapon", "agent", "gas") for one in child.lefts)
    return [one.lower_ for one in (*before, *arms)]


def joined_to(token: Token) -> Token:
    """The first of the nouns in a row with this one: suicide in `suicide and other attacks`, Homs in `Homs and Hama`."""
    while token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
    return token


def is_verb(token: Token) -> bool:
    """Whether the word tells of the attack as a verb."""
    return token.pos_ == "VERB" and not is_verbal_noun(token)


def is_verbal_noun(token: Token) -> bool:
    """Whether `shelling` and the like, taken for a verb, stands as a noun."""
    if token.lower_.endswith(("airstrikes", "airstrike")) or is_misread(token):
        return True
    if token.lower_ == "fighting" and token.dep_ in ("nsubj", "nsubjpass", "pobj", "pcomp", "dobj", "csubj"):
        return True
    return (
        token.lower_ in ("shelling", "bombing", "targeting")
        and not any(child.dep_ in ("dobj", "aux") for child in token.children)
        and (
            token.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj", "csubj", "aux")
            or (token.dep_ == "pcomp" and token.head.lower_ in ("by", "in", "amid", "during", "under", "from"))
            or (token.dep_ == "pcomp" and any(one.tag_ == "VBD" for one in token.doc[token.i + 1 : token.i + 2]))  # killed two
            or (token.i > token.sent.start and token.nbor(-1).lower_ in W.FIRE_NOUNS | {"army"} and token.nbor(-1).dep_ == "pobj")
            or any(child.dep_ in ("det", "amod", "compound", "nmod", "nsubj") for child in token.lefts)
            or token.doc[token.i + 1 : token.i + 2].text == "of"
            or (token.i > 1 and token.nbor(-1).dep_ == "pobj" and token.nbor(-1).head.i == token.i - 2)
        )
    )


def is_misread(token: Token) -> bool:
    """Whether the verb of a headline follows on what was taken for one: Israel strikes kill nine."""
    if token.lower_ not in ("strikes", "raids", "attacks") or token.i + 1 == len(token.doc):
        return False
    after = token.nbor(1)
    return after.lemma_.lower() in W.KILL | W.INJURE | W.HITTING | {"leave", "wound"} and after.tag_ in ("VB", "VBP", "VBD")


def is_headline_verb(token: Token) -> bool:
    """Whether a noun before a site is the verb of a headline: army bombs school."""
    return (
        token.lower_ in ("bombs", "shells", "attacks", "strikes", "raids", "hits", "targets")
        and token.dep_ in ("compound", "nmod")
        and token.head.lemma_.lower() in W.SITES
        and 0 < token.head.i - token.i <= 3
        and any(one.pos_ in ("NOUN", "PROPN", "ADJ") for one in token.doc[: token.i])
    )


def patient_of(verb: Token) -> Token | None:
    """What the verb is done to; where it is told as so many or as a part of a thing, that thing."""
    patient = _patient(verb)
    if patient is None or not (patient.lower_ in W.COUNTED | _PARTS or patient.like_num):
        return patient
    return next(iter(around(patient, "of")), patient)


_PARTS = frozenset({"all", "part", "parts", "much", "half", "both", "number", "dozens", "units", "tens"})


def _patient(verb: Token) -> Token | None:
    """The word that stands where what the verb is done to does."""
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass"):
            return verb.head if verb.dep_ == "relcl" and child.tag_ in ("WDT", "WP") else _before_that(child)
    if verb.dep_ in ("acl", "amod") and verb.tag_ == "VBN":
        return verb.head
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    if verb.dep_ in ("xcomp", "ccomp") and passive:
        return next((child for child in verb.head.children if child.dep_ == "nsubjpass"), None)
    if verb.dep_ == "pcomp" and passive and verb.head.lower_ in ("after", "before", "since", "despite"):  # shut after being hit
        return next((child for child in verb.head.head.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if verb.dep_ == "ROOT" and verb.lower_ in ("hit", "bombed", "shelled", "destroyed", "struck", "targeted", "attacked"):
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if subject is not None and subject.lemma_.lower() in W.SITES:
            return subject
    if verb.dep_ == "relcl" and any(child.dep_ == "nsubjpass" for child in verb.children):
        return verb.head
    if verb.dep_ == "conj" and any(child.dep_ == "auxpass" for child in verb.head.children):
        return patient_of(verb.head)
    return None


def _before_that(patient: Token) -> Token:
    """The noun for which `that` stands, which the parse takes for a word of its own."""
    before = patient.nbor(-1) if patient.i > patient.sent.start else patient
    if patient.dep_ == "dobj" and patient.lower_ in ("that", "which") and patient.tag_ in ("IN", "WDT") and before.pos_ == "NOUN":
        return before
    return patient


def clause_of(token: Token) -> set[int]:
    """The tokens of the clause that the word stands in."""
    top = token
    while (top.head != top and top.dep_ not in ("ccomp", "relcl", "advcl", "parataxis", "conj")) or (
        top.dep_ == "conj" and top.pos_ != "VERB"
    ):
        if top.head == top:
            break
        top = top.head
    cut = {
        one.i
        for child in top.subtree
        if child != top
        and (child.dep_ in ("ccomp", "advcl", "parataxis") or (child.dep_ == "conj" and child.head == token))
        and child.pos_ == "VERB"
        and token.i not in {t.i for t in child.subtree}
        for one in child.subtree
    }
    return {one.i for one in top.subtree} - cut


def bare(label: str) -> str:
    """The label without its article and the like."""
    for word in ("the ", "The ", "a ", "A ", "an ", "An ", "no ", "any ", "some ", "suspected ", "armed "):
        label = label.removeprefix(word)
    return label
