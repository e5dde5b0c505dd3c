"""Who fights, by a noun phrase: a state by its adjective or its troops, rebels, groups, the forces of a person or a party."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.anaphora import antecedent, claimant
from kg.extraction.bodies import (
    BODIES,
    backers,
    counted,
    included,
    is_armed,
    is_bare,
    is_joined_by_own,
    is_quoted,
    is_the_attack,
    people,
    unknown_army,
    within,
)
from kg.extraction.cast import Cast
from kg.extraction.forces import (
    FIGHTING,
    Parties,
    allied,
    as_called,
    before,
    coalition,
    forces_of,
    is_backed,
    is_tied,
    own_personnel,
    principal,
    rebels,
    the_group,
)
from kg.extraction.mentions import bare
from kg.extraction.naming import country_of, is_common, is_linked, is_materiel, is_rebels, joined, joint_countries, own_name
from kg.extraction.party import Party
from kg.extraction.phrases import behind
from kg.extraction.referents import other_subjects, subject_above, subject_before
from kg.extraction.rulers import countries_led_by, ruled_by
from kg.extraction.standingforces import (
    POSTS,
    bands_before,
    by_side,
    named_band,
    named_before,
    of_the_state,
    of_their_state,
    serve_nobody,
    split_off,
    unknown_force,
)
from kg.extraction.tellers import harms_civilians
from kg.extraction.whose import either_of, left_open, owners

_OTHERS = frozenset({"bomber", "paramilitary"})
_ASSAILANTS = frozenset({"attacker", "assailant", "bomber"})


def fighters(token: Token, cast: Cast) -> Parties:
    """The actors that a noun phrase names as those who fight, and whether it is one or other of them."""
    if codes := either_of(token):
        return [cast.state(code) for code in codes], True
    found: list[Party] = []
    alternative, several = False, 0
    for one in joined(token):
        alternative = (
            alternative
            or any(child.lower_ == "or" for child in one.children)
            or any(child.lower_ in ("or", "either") for child in one.lefts)
        )
        choice = left_open(one) or (2 if one != token and one.lower_ == "both" else 0)  # Syria, its allies or both
        several, alternative = max(several, choice), alternative or choice > 0
        for who in (one, *backers(one), *(other for other in _further(one) if choice)):
            found += [party for party in _fighters(who, cast) if all(party.key != other.key for other in found)]
    if len(found) == 1 and len(joined(token)) > 1 and any(child.lower_ == "either" for child in token.lefts):
        return [], False  # either rebels or somebody else
    if len(found) < several:
        return [], False  # not all are known of whom it is one
    return found, alternative and len(found) > 1


def _further(noun: Token) -> Iterator[Token]:
    """Who else behind the noun may be those whose they are: Russia in jets from Syria or Russia."""
    yield from (
        one for tail in owners(noun) for one in tail.subtree if one.dep_ == "conj" and (one.pos_ == "PROPN" or country_of(one))
    )


def _fighters(token: Token, cast: Cast) -> list[Party]:
    if token.lower_ in ("who", "which", "that", "whom"):
        meant = antecedent(token)
        return _fighters(meant, cast) if meant is not None and meant.i < token.i else []
    if token.pos_ == "NOUN" and serve_nobody(token):
        armed = is_materiel(token) or is_rebels(token) or token.lemma_.lower() in W.PERSONNEL
        return [as_called(token, cast)] if armed else []  # former soldiers are no army's
    if called := split_off(token, cast) or by_side(token, cast):
        return called
    if (whole := counted(token)) is not None:
        return _fighters(whole, cast)
    if (inside := within(token)) is not None and (found := [*filter(None, [owner_of(token, cast)])] or _fighters(inside, cast)):
        return found
    if token.lemma_.lower() in W.BANDS and (some := [party for one in included(token) for party in _fighters(one, cast)]):
        return some
    if (named := cast.called(token)) and named.kind in FIGHTING:
        return [principal(named, cast)]
    if is_materiel(token) and (band := named_band(token, cast)):
        return [band]
    if token.pos_ == "PRON":
        return [] if token.lower_ in ("those", "anyone", "whoever") else _pronoun(token, cast)
    lemma = token.lemma_.lower()
    known = cast.mentions[id(token.doc)]
    if is_rebels(token) and any(one.i in known and not country_of(one) and not is_linked(one) for one in token.lefts):
        return bands_before(token, cast) or rebels(token, cast)  # Lebanese Hezbollah fighters
    if (is_materiel(token) or lemma in W.BANDS) and (group := named_before(token, cast)) is not None:
        return [group]
    if (is_materiel(token) or lemma in W.PERSONNEL) and (several := allied(token, cast)):
        return several
    if (name := own_name(token)) and token.i not in known and any(map(country_of, token.lefts)):
        return [cast.minted(name, "ArmedGroup")]
    apart = token.pos_ == "PROPN" and any(child.lower_ in W.NOT_OF_THE_STATE for child in token.lefts)
    codes = joint_countries(token) if not apart else []  # a Republican Army is not the state's
    if lemma in W.PERSONNEL and not codes and is_backed(token) and not {one.lower_ for one in token.lefts} & W.GOVERNMENT:
        return rebels(token, cast)
    if (is_materiel(token) or is_rebels(token) or lemma in W.PERSONNEL | W.SUSPECTS) and (believed := supposed(token, cast)):
        return believed
    alone = token.i + 1 == len(token.doc) or token.nbor(1).pos_ != "PROPN"  # but its ally Hezbollah
    ally = lemma in W.ALLIES and alone and any(child.dep_ == "poss" for child in token.lefts)
    if lemma in W.ALLIES | W.ENEMIES:  # its Kenyan ally, the Kenyan enemy; not Kenya's
        owners = [country_of(child) for child in token.lefts if child.dep_ == "poss"]
        codes = [code for code in codes if code not in owners]
    if codes and (ally or is_materiel(token) or lemma in W.PERSONNEL | W.GOVERNMENT | W.ENEMIES | POSTS):
        if any(map(is_rebels, token.lefts)):
            return rebels(token, cast)
        if not of_their_state(token):
            return [cast.minted(bare(token.doc[token.left_edge.i : token.i + 1].text), "ArmedGroup")]
        home = cast.home if is_joined_by_own(token) else None
        return [cast.state(code) for code in dict.fromkeys((*((home,) if home else ()), *codes))]
    rulers = [child.text for child in token.lefts if token.text == "administration" and child.text in W.RULERS]
    if rulers:
        return [cast.state(W.RULERS[rulers[-1]])]
    owner = owner_of(token, cast)
    if owner:
        return [owner]
    if (code := _army_before(token, cast)) and code != cast.home:
        return [cast.state(code)]
    if cast.home == "PS" and (force := unknown_army(token)):
        return [cast.minted(force, "ArmedForce")]  # Gaza has no army of its own
    if of_the_state(token, cast) and cast.home and token.i not in cast.mentions[id(token.doc)]:
        return [cast.state(cast.home)]
    if cast.home and cast.one_state and is_bare(token):
        return [cast.state(cast.home)]
    if not cast.home and (force := unknown_army(token)):
        return [cast.minted(force, "ArmedForce")]
    armed = token.tag_ == "NNS" and any(child.lower_ in ("suspected", "armed", "masked") for child in token.lefts)
    if (is_rebels(token) and is_common(token)) or (armed and W.PEOPLE.get(lemma) in ("people", "men")):
        return rebels(token, cast)
    if lemma in W.MEMBERS | _ASSAILANTS | W.PERSONNEL:
        theirs = [party for party in before(token, cast)[0] if party.kind in ("ArmedGroup", "Coalition")]
        if theirs or (lemma in W.MEMBERS and lemma not in W.PERSONNEL):
            return theirs
    if lemma in W.BANDS and (group := the_group(token, cast)):
        return [group]
    if lemma in W.BANDS and is_common(token) and (is_tied(token) or any(is_armed(child) for child in token.lefts)):
        return rebels(token, cast)
    if lemma in ("coalition", "alliance") and token.pos_ == "NOUN":
        return [led] if (led := coalition(token, token, cast)) else []
    if is_materiel(token):
        parties, _ = before(token, cast)
        if parties or lemma not in W.BODY_HEADS:
            return parties or unknown_force(token, cast)
    if lemma in W.PERSONNEL and (own := own_personnel(token, cast)):
        return own
    if (code := people(token)) is not None:
        return [cast.state(code)]
    party = cast.party(token)
    if party and party.kind in FIGHTING:
        return [principal(party, cast)]
    if party and party.kind == "Person" and (ruled := ruled_by(party, cast)):
        return ruled  # who rules a state makes its attacks
    if lemma in ("president", "leader", "premier", "minister") and token.head.lemma_.lower() == "order" and is_common(token):
        return [cast.state(code) for code in countries_led_by(token)[:1]]
    return unknown_force(token, cast)


def _army_before(token: Token, cast: Cast) -> str | None:
    """Whose `the army` is, where the words before it tell of the arms or men of one country: Turkish howitzers, the army."""
    if token.lower_ not in ("army", "military") or [child.lower_ for child in token.lefts] != ["the"]:
        return None
    words = [*cast.heard.sentence_before(token), *token.doc[token.sent.start : token.i]]
    armed = [one for one in words if is_materiel(one) or one.lemma_.lower() in W.PERSONNEL | {"howitzer", "tank", "gun"}]
    codes = {code for one in armed for code in joint_countries(one)}
    return codes.pop() if len(codes) == 1 else None


_BELONGING = frozenset({"belong", "be", "link", "tie", "connect", "affiliate", "ally", "come"})


def supposed(token: Token, cast: Cast) -> list[Party]:
    """Whose they are believed to be: jets or raids believed to be Russian, fighters thought to belong to the Front."""
    for child in token.rights:
        if child.dep_ not in ("acl", "relcl") or child.tag_ not in ("VBN", "VBD") or child.lemma_.lower() not in W.HEDGED | W.SAY:
            continue
        for one in (one for one in child.children if one.dep_ in ("xcomp", "ccomp")):
            theirs = behind(one, "to", "from", "with")
            if theirs and one.lemma_.lower() in _BELONGING:
                return _fighters(theirs[0], cast)
            if one.lemma_.lower() != "be":
                continue
            said = next((last for last in one.children if last.dep_ in ("acomp", "attr")), None)
            if said is not None and (codes := [code for each in joined(said) if (code := country_of(each))]):
                return [cast.state(code) for code in codes]
            return _fighters(said, cast) if said is not None and said.pos_ in ("NOUN", "PROPN") else []
    return []


def _pronoun(token: Token, cast: Cast) -> list[Party]:
    """Who is meant by a pronoun: who speaks, or a force that the sentence has named."""
    if token.lower_ == "it" and token.dep_ == "nsubj" and is_the_attack(token):
        return []
    if harms_civilians(token):
        return []  # that is not told by who did it
    claiming = cast.party(claimant(token))
    if claiming:
        return [principal(claiming, cast)] if claiming.kind in FIGHTING else []
    blamed = token.dep_ == "dobj" and token.head.lemma_.lower() in W.HOLDS  # nobody accuses himself as `it`
    another = token.lower_ in ("it", "he", "she") and is_quoted(token)  # who is quoted says `we` of his own
    speaker = cast.heard.voice(token) if not (blamed or another) else None
    if speaker and token.lower_ in ("i", "we", "us", "it", "he", "she"):
        forces = forces_of(speaker, cast) if token.lower_ not in ("he", "she") or speaker.kind == "Person" else []
        if forces or token.lower_ != "it":
            return forces
        if speaker.kind == "Organisation" and token.head.dep_ == "ccomp" and token.head.head.lemma_.lower() in W.SAY:
            return [speaker]  # a body that tells what it did fights, whatever its name says
    if token.lower_ in ("they", "it", "them"):
        plural = token.lower_ != "it"
        nouns = [one for one in token.doc[token.sent.start : token.i] if one.pos_ in ("NOUN", "PROPN")]
        nouns = [one for one in nouns if not (token.dep_ == "dobj" and one.dep_ == "nsubj" and one.head == token.head)]
        for one in reversed(nouns):
            lemma = one.lemma_.lower()
            if plural == (one.tag_ in ("NNS", "NNPS")) and not (one.lower_ == "force" and one.dep_ == "pobj"):
                if own := own_personnel(one, cast):
                    return own
                if lemma in W.PERSONNEL or is_rebels(one) or is_materiel(one):
                    return _fighters(one, cast)
    above = token.head.head
    teller = next((one for one in above.lefts if one.dep_ == "nsubj"), None) if above.lemma_.lower() in W.SAY else None
    if token.lower_ == "it" and token.head.dep_ == "ccomp" and teller is not None and teller.lemma_.lower() in W.BANDS:
        return _fighters(teller, cast)  # the group said it did it: no other is meant
    return _subjects_meant(token, cast) or (
        forces_of(speaker, cast) if speaker and token.lower_ in ("its", "their") and not is_quoted(token) else []
    )


def _may_be_he(noun: Token) -> bool:
    """Whether one man or woman is named by it."""
    return noun.ent_type_ == "PERSON" or (noun.tag_ == "NN" and noun.lemma_.lower() in W.TITLES | W.SUSPECTS)


def _subjects_meant(token: Token, cast: Cast) -> list[Party]:
    """The force that is the subject for which the pronoun stands, if it is of the same number."""
    meant: list[Token | None] = []
    if token.lower_ in ("its", "their") or (token.lower_ in ("it", "they") and token.dep_ == "nsubj"):
        meant = [subject_above(token)]
    elif token.lower_ in ("it", "them") and token.dep_ in ("dobj", "pobj"):
        meant = [*other_subjects(token)]
    if is_quoted(token):
        meant = [one for one in meant if one is None or is_quoted(one)]  # who is quoted says `our` of his own
    elif token.lower_ not in ("its", "their"):
        meant.append(subject_before(token))
    if token.lower_ in ("he", "she", "him", "her"):  # no body of men
        meant = [one for one in meant if one is not None and _may_be_he(one)]
    several = token.lower_ in ("they", "them")
    for one in meant:
        found = _fighters(one, cast) if one is not None and not one.is_ancestor(token) else []
        if found and (
            token.dep_ == "poss" or one == meant[-1] or (len(found) > 1) == several or (several and found[0].kind == "ArmedGroup")
        ):
            return found
    return []


def owner_of(token: Token, cast: Cast) -> Party | None:
    """Whose forces they are: Karim's troops, its aircraft, troops loyal to Karim, fighters of the Front, jets from the alliance."""
    lemma = token.lemma_.lower()
    men = token.lower_ in ("men", "boys") and any(child.lower_ in ("his", "our", "their") for child in token.lefts)
    if not (men or is_materiel(token) or is_rebels(token) or lemma in W.PERSONNEL | W.BANDS | BODIES | W.MEMBERS | _OTHERS):
        return None
    for child in token.children:
        if child.i == token.i - 1 and (party := cast.bearer(child)):
            return _of(party, cast)  # Haftar forces
        if child.dep_ == "poss" and child.i < token.i:
            owner = _owned(child, token, cast)
            return None if owner and owner.kind == "State" and is_rebels(token) else owner
        if child.dep_ == "acl" and child.lemma_.lower() in W.CARRY_OUT | W.SENT:
            agents = behind(child, "by")
            if agents and (found := _fighters(agents[0], cast)):
                return found[0]
        if child.dep_ == "relcl" and child.lemma_.lower() in W.SENT:
            user = next((one for one in child.children if one.dep_ == "nsubj" and one.tag_ not in ("WDT", "WP")), None)
            if user is not None and (found := _fighters(user, cast)):
                return found[0]
        if child.dep_ == "prep" and child.lower_ in ("of", "from"):
            state = child.lower_ == "of" and not is_rebels(token)
            whole = (one for one in child.children if one.dep_ == "pobj")
            named = next((one for one in whole if one.ent_type_ != "GPE" or (state and country_of(one))), None)
            whose = next((one for one in named.lefts if one.dep_ == "poss"), None) if named is not None else None
            if named is not None and whose is not None and named.lower_ in ("ranks", "number", "members"):
                return _owned(whose, token, cast)
            of_force = named is not None and (named.pos_ == "PROPN" or named.lemma_.lower() in ("coalition", "alliance", "army"))
            if named is not None and of_force and (found := _fighters(named, cast)):
                return found[0]
        if child.lower_ in ("loyal", "allied", "belonging", "aligned", "commanded", "led"):
            lords = (one for one in child.subtree if one.dep_ in ("pobj", "conj", "appos") and one.pos_ == "PROPN")
            lord = next((one for one in lords if one.head.lower_ not in ("in", "from")), None)
            if lord is not None:
                apart = child.lower_ in ("allied", "aligned") or (child.lower_ == "loyal" and is_rebels(token))
                theirs = None if apart and country_of(lord) else _loyal(lord, cast)
                return None if theirs and apart and theirs.kind == "ArmedGroup" else theirs  # an ally of theirs is another
    return None


def _owned(owner: Token, token: Token, cast: Cast) -> Party | None:
    if owner.lower_ == "whose":
        meant = antecedent(owner)
        return next(iter(_fighters(meant, cast)), None) if meant is not None and meant.i < owner.i else None
    if owner.lower_ in ("his", "her"):
        return _of_a_person(owner, cast)
    if owner.pos_ == "PRON":
        speaker = cast.heard.voice(token)
        own, other = speaker if owner.lower_ in ("its", "our", "their") else None, cast.party(owner)
        if owner.lower_ in ("its", "their") and speaker is not None and is_quoted(owner):  # who is quoted says `our` of his own
            own, other = None, other if other and not cast.side(other) & cast.side(speaker) else None
        return next((force for party in (own, other) if party for force in forces_of(party, cast)), None)
    party = cast.party(owner)
    if owner.text in W.RULERS and (party is None or party.kind not in ("Person", *FIGHTING)):
        return cast.state(W.RULERS[owner.text])
    if party and party.kind == "Person":
        return _loyal(owner, cast)
    return principal(party, cast) if party and party.kind in FIGHTING else None


def _of_a_person(pronoun: Token, cast: Cast) -> Party | None:
    """Whose forces `his forces` are: those of the last person who was named."""
    doc = pronoun.doc
    for one in reversed(doc[max(0, pronoun.i - 40) : pronoun.i]):
        if one.pos_ == "NOUN" and one.dep_ == "nsubj" and one.lemma_.lower() in W.TITLES | W.RANKS and one.sent == pronoun.sent:
            return None  # the leader of the region said his forces
        if one.pos_ == "PROPN" and (party := cast.party(one)) and party.kind == "Person":
            return _loyal(one, cast)
    return None


def _loyal(person: Token, cast: Cast) -> Party | None:
    """The force or state that a person commands, or forces named after this person."""
    party = cast.party(person)
    return _of(party, cast) if party else None


def _of(party: Party, cast: Cast) -> Party | None:
    if party.kind in FIGHTING:
        return principal(party, cast)
    found = forces_of(party, cast)
    return found[0] if found else cast.minted(f"forces loyal to {party.label}", "ArmedForce") if party.kind == "Person" else None
