"""What one who is accused calls an accusation: baseless, lies, propaganda."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.charges import charge_called
from kg.extraction.components import FORMS, components_of
from kg.extraction.hearsay import is_boast
from kg.extraction.negations import is_about_own
from kg.extraction.polarity import has_negation, tells_of_act
from kg.extraction.reach import reach_of
from kg.extraction.said import is_said
from kg.extraction.signs import Sign, Words

LABELLED: Final = "what is labelled"
"""The method of a denial by what the accusation, or the report, is called."""
TRUE = frozenset({"true", "correct", "accurate", "right", "case"})
"""What is said not to be so, of what is rejected."""


@dataclass(frozen=True, slots=True)
class Label:
    """A word by which something is called untrue, the last token of it, what is so called, and what that says."""

    word: str
    at: Token
    target: Token | None
    told: Sequence[Token]

    @property
    def predicated(self) -> bool:
        """Whether it is said of what it stands behind, and is no word that describes a noun."""
        return self.target is not None and self.at.i > self.target.i


def labels_in(tokens: Sequence[Token]) -> Iterator[Label]:
    """The labels among these words."""
    lower = [token.lower_ for token in tokens]
    for place, token in enumerate(tokens):
        phrase = _phrase_at(lower, place)
        if phrase and not (phrase == "nothing new" and not any(is_said(one) and one.pos_ == "NOUN" for one in tokens)):
            yield _label(phrase, token, tokens[min(place + len(phrase.split()), len(tokens)) - 1])
        elif token.lower_ in W.LABELS and not _is_no_label(token) and not has_negation(token.head):
            yield _label(token.lower_, token, token)
        elif token.lower_ in TRUE and token.dep_ == "acomp" and has_negation(token.head) and not _is_of_doing(token):
            yield _label("untrue", token, token)


def _is_of_doing(word: Token) -> bool:
    """`It is not right to speak of it`: what is to be done, not what was said."""
    return any(child.dep_ == "xcomp" for one in (word, word.head) for child in one.rights)


def _label(word: str, first: Token, last: Token) -> Label:
    target = labelled(last)
    if is_said(target) and target is not None and target.i > first.i:
        return Label(word, last, target, told_by(target))
    found = charge_called(first, last)
    if found is not None and (not is_said(target) or target == found[0]):
        return Label(word, last, found[0], found[1])
    return Label(word, last, target, told_by(target) if target is not None else [])


def told_by(charge: Token) -> list[Token]:
    """What a charge says, by the clauses that hang on it."""
    return [
        token
        for child in charge.children
        if child.dep_ in ("acl", "relcl", "ccomp") or (child.dep_ == "prep" and child.lower_ in ("of", "about"))
        for token in child.subtree
    ]


def _phrase_at(lower: Sequence[str], place: int) -> str | None:
    """The first of the phrases that discredit which begins here; its last word may go on."""
    found = [one for one in _BY_FIRST.get(lower[place], ()) if _stands_at(lower, place, one[1])]
    found += [one for one in _SINGLE if lower[place].startswith(one[1][0])]
    return W.DISCREDITING[min(found)[0]] if found else None


def _stands_at(lower: Sequence[str], place: int, words: Sequence[str]) -> bool:
    here = lower[place : place + len(words)]
    return len(here) == len(words) and here[:-1] == words[:-1] and here[-1].startswith(words[-1])


_SPLIT = [(number, phrase.split()) for number, phrase in enumerate(W.DISCREDITING)]
_SINGLE = [one for one in _SPLIT if len(one[1]) == 1]
_BY_FIRST: dict[str, list[tuple[int, list[str]]]] = {}
for _one in _SPLIT:
    if len(_one[1]) > 1:
        _BY_FIRST.setdefault(_one[1][0], []).append(_one)


def _is_no_label(token: Token) -> bool:
    """`Lies in the north`; `staged a raid`; `it would be wrong to deny that`."""
    if token.pos_ == "ADJ" and token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ == "to":
        return True
    if token.lower_ in ("lies", "lie"):
        after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
        return token.pos_ == "VERB" and (after.pos_ in ("ADP", "ADV") or any(child.dep_ == "nsubj" for child in token.children))
    return token.lower_ == "staged" and token.pos_ == "VERB" and any(child.dep_ == "dobj" for child in token.children)


def labelled(label: Token) -> Token | None:
    """What bears the label: the noun it stands before, the subject it is said of, or the object that is called so."""
    token = label
    for _ in range(6):
        head = token.head
        if head == token:
            return None
        if token.dep_ in ("amod", "compound", "nmod") and token.i < head.i:
            if is_said(head):
                return head
        elif token.dep_ in ("attr", "acomp") or (token.dep_ == "ccomp" and token.pos_ in ("ADJ", "NOUN")):
            return next((child for child in head.children if child.dep_ in ("nsubj", "nsubjpass", "csubj")), None) or next(
                (child for child in token.children if child.dep_ == "nsubj"), None
            )
        elif token.tag_ == "VBN" and (bearer := _said_to_be(token)) is not None:
            return bearer
        elif head.lemma_.lower() in W.LABEL_VERBS and token.dep_ in (
            "oprd",
            "npadvmod",
            "dobj",
            "xcomp",
            "advcl",
            "prep",
            "attr",
            "advmod",
        ):
            if token != label and token.dep_ == "dobj":
                return token
            inside = [child for child in token.lefts if child.dep_ == "compound" and is_said(child)]
            objects = [child for child in head.children if child.dep_ in ("dobj", "nsubjpass") and child != token]
            return next(iter([*objects, *inside]), None)
        elif token.dep_ == "prep" and token.lower_ in _MADE_OF and (bearer := _made_of(head)) is not None:
            return bearer
        elif token.dep_ == "prep" and token.lower_ == "as" and head.pos_ in ("NOUN", "PROPN", "PRON"):
            while head.dep_ == "pobj" and head.head.dep_ == "prep" and head.head.head.pos_ in ("NOUN", "PROPN"):
                head = head.head.head
            return head
        token = head
    return None


_MADE_OF = ("of", "with", "on", "from")


def _made_of(word: Token) -> Token | None:
    """What is said to consist of it: the report was riddled with lies, is full of lies, is based on lies, is a pack of lies."""
    verb = word if word.pos_ in ("VERB", "AUX") else word.head
    if verb.pos_ not in ("VERB", "AUX") or (word is not verb and word.dep_ not in ("acomp", "attr")):
        return None
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    return subject if is_said(subject) else None


def _said_to_be(label: Token) -> Token | None:
    """What is said to be made up: its subject, or the report that it describes, even where the parser joins it to another noun."""
    if label.dep_ == "acl":
        head = label.head
        while not is_said(head) and head.dep_ == "pobj" and head.head.dep_ == "prep" and head.head.head.pos_ == "NOUN":
            head = head.head.head
        if is_said(head) and head.pos_ == "NOUN":
            return head
    own = next((child for child in label.children if child.dep_ == "nsubjpass"), None)
    if own is None and label.dep_ == "conj" and label.tag_ == "VBN":
        return next((child for child in label.head.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    return own


def label_signs(words: Words) -> Iterator[Sign]:
    """The denials that lie in labels."""
    for label in labels_in(words.tokens) if words.speech.lemma not in W.ADMIT else ():
        label = _of_what_is_spoken_of(label, words)
        target = label.target
        if target == words.speech.cue or _is_left_open(label) or _calls_so(label, words):
            continue
        if target is not None and any(one.lower_ in ("previous", "earlier", "past") for one in target.lefts):
            continue
        attack = is_invented_attack(label)
        if told_of_other(label):
            continue
        own = is_about_own(label.told, words.cast, words.speech.speaker)
        blamed = words.blamed or own is True
        alone = target is None and blamed and _stands_alone(label.at)
        if not (is_said(target) or attack or alone or (blamed and label.word in W.DISCREDITING and _sees_nothing(label.at))):
            continue
        meant = charges(label) and (not words.suspect or any(map(tells_of_act, label.told)))
        if not blamed and not attack and (own is False or not meant):
            continue
        if attack and target is not None:
            yield words.sign("occurrence", "an attack called invented", reach_of(target, list(target.subtree)), 0.75, label.at)
        else:
            signs = (sign_of_label(words, label.word, label.at), *what_is_called(words, label))
            told = frozenset(token.i for token in label.told) if label.predicated else frozenset()
            yield from (replace(sign, told=told) for sign in signs)
        return


def is_invented_attack(label: Label) -> bool:
    """`The massacre was a hoax`, `the attack was fabricated`; but not an attack that was staged by, or from, somewhere."""
    target = label.target
    if target is None or target.lemma_.lower() not in W.ATTACK_NOUNS or label.word not in W.INVENTED or not label.predicated:
        return False
    held = (one.head for one in label.at.ancestors if one.dep_ in ("acl", "ccomp", "relcl") and one.head.lemma_.lower() in _HELD)
    if any(one.lemma_.lower() in W.DENY_VERBS | {"question", "doubt"} for noun in held for one in noun.ancestors):
        return False  # questioned any suggestion that it was staged
    return label.at.tag_ != "VBN" or not any(child.dep_ in ("agent", "prep") for child in label.at.rights)


def told_of_other(label: Label) -> bool:
    """Whether what is called untrue tells of something else than force: reports that the envoy had left."""
    told = [one for one in label.told if one.pos_ == "VERB"]
    return bool(told) and not any(tells_of_act(one) or one.lemma_.lower() in W.ANSWERABLE for one in label.told)


def _is_left_open(label: Label) -> bool:
    """Whether it is not said that it is so: if it is a lie, no indication that the claim is false; or only that it is bad."""
    above = [one for one in label.at.ancestors if one.sent.start == label.at.sent.start]
    verb = next((one for one in above if one.pos_ in ("VERB", "AUX")), label.at)
    unsure = any(child.lower_ in ("if", "whether") for child in verb.lefts if child.dep_ == "mark")
    wanting = any(one.lemma_.lower() in W.GROUNDS and any(child.lower_ == "no" for child in one.lefts) for one in above)
    bad = label.word == "wrong" and label.target is not None and label.target.pos_ == "PRON"
    return bad or unsure or wanting


def _calls_so(label: Label, words: Words) -> bool:
    """Whether it is another who calls it so: the army said that they had fled, and residents dismissed that as lies."""
    calling = next((one for one in label.at.ancestors if one.lemma_.lower() in W.LABEL_VERBS and one.pos_ == "VERB"), None)
    if calling is None or calling == words.speech.cue or words.speech.cue not in calling.ancestors:
        return False
    who = (child for child in calling.lefts if child.dep_ == "nsubj" and child.pos_ != "PRON")
    return any(not words.side & words.cast.side(party) for one in who for party in words.cast.parties_of(one))


_HELD = frozenset({"suggestion", "idea", "notion", "theory", "claim", "assertion", "report", "allegation", "contention"})
_SHOWN = frozenset(
    {"video", "footage", "image", "picture", "photo", "photograph", "document", "statement", "evidence", "information"}
)
"""What may be false though nobody is accused by it."""


def charges(label: Label) -> bool:
    """Whether what is called untrue accuses somebody: an accusation, or what tells of an act."""
    lemma = label.target.lemma_.lower() if label.target is not None else ""
    return lemma in W.ACCUSATION_NOUNS or (bool(label.told) and lemma not in _SHOWN)


def _of_what_is_spoken_of(label: Label, words: Words) -> Label:
    """The label with what `this` stands for: `"This is a lie," he said of the reported bombing`."""
    if label.target is None or label.target.lower_ not in ("this", "it", "that", "these", "those"):
        return label
    of = [child for child in words.speech.cue.children if child.lower_ in ("of", "about") and child.dep_ == "prep"]
    return replace(label, told=[token for child in of for token in child.subtree]) if of else label


_CHARGES = frozenset({"accusation", "allegation", "claim", "charge"})
"""What is rejected with all that it says, where it is not told again."""


def sign_of_label(words: Words, word: str, at: Token | None = None) -> Sign:
    """What a label denies: that there is proof, or that those who speak are to be believed."""
    proof = W.FORMS_OF_LABELS.get(word) == "burdenOfProof"
    return words.sign("evidence" if proof else "credibility", f"label {word}", at=at)


def what_is_called(words: Words, label: Label) -> Iterator[Sign]:
    """What the accusation says that is called something: that is rejected with it."""
    target = label.target
    if target is None:
        return
    if target.lemma_.lower() in W.TOLL_NOUNS:
        yield words.sign("casualties", "a toll that is labelled", at=target)
    if any(map(tells_of_act, label.told)):
        boasted = (
            is_boast(target, words.cast, words.speech.speaker)
            and is_about_own(label.told, words.cast, words.speech.speaker) is None
        )
        for component in components_of(label.told):
            component = "occurrence" if boasted and component == "attacker" else component
            yield words.sign(component, LABELLED, reach_of(target, label.told), at=target)
    elif not label.told and words.blamed and target.lemma_.lower() in _CHARGES:
        yield Sign("attacker", FORMS["credibility"], "an accusation that is labelled", at=target)


def _stands_alone(label: Token) -> bool:
    """`"Lies," he said`; `they spread disinformation`."""
    top = label
    while top.dep_ in ("amod", "compound", "conj", "pobj", "prep", "attr") and top.head != top:
        top = top.head
    return (top.dep_ == "ROOT" and top.pos_ in ("NOUN", "PROPN", "ADJ")) or top.head.lemma_.lower() in W.DISCREDITING_ACTS


def _sees_nothing(label: Token) -> bool:
    """`Nothing new in the report`, `take part in a smear campaign`: said of what was reported, whatever the verb."""
    if label.dep_ in ("amod", "compound"):
        return False  # on its propaganda website
    verb = next((one for one in label.ancestors if one.pos_ in ("VERB", "AUX")), label)
    near = label.sent if any(one.lower_ == "nothing" for one in label.sent) else (*verb.children, *label.children)
    return any(is_said(token) and token.pos_ == "NOUN" for token in near)
