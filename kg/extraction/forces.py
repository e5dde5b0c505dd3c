"""Who fights, by the words before a noun: Russian or Syrian air strikes, coalition raids, rebel shelling, army jets."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from kg.extraction import words as W
from kg.extraction.afterwhom import is_of_what_was_hit
from kg.extraction.cast import Cast, led_in
from kg.extraction.countries import demonyms
from kg.extraction.mentions import bare, is_verbal_noun
from kg.extraction.naming import country_of, ethnic, is_common, is_linked, is_materiel, is_rebels
from kg.extraction.party import Party
from kg.extraction.phrases import behind
from kg.extraction.whose import left_open, sides

FIGHTING = ("State", "StateBody", "ArmedForce", "ArmedGroup", "Coalition")
"""The kinds of actor that fight."""
Parties = tuple[list[Party], bool]
"""Actors, and whether it is one or other of them."""


_OPPOSED = frozenset({"rebel", "insurgent", "opposition"})
_TELLING = frozenset(
    {"claims", "says", "denies", "accuses", "blames", "condemns", "slams", "reports", "alleges", "admits", "claim", "deny"}
)


def before(token: Token, cast: Cast) -> Parties:
    """The actors whose names stand before the noun: Russian or Syrian air strikes, coalition raids, rebel shelling."""
    found: list[Party] = []
    alternative = False
    if ethnic(token) is not None:
        return [], False
    for child in (*sides(token), *_all_before(token)):
        if any(one.lower_ in _TELLING for one in token.doc[child.i : token.i]):
            continue  # a headline in capitals, whose verb the parser takes for a name
        for one in (child, *(other for other in child.conjuncts if other.i < token.i)):
            alternative = alternative or any(other.lower_ in ("or", "either") for other in one.children)
            party = _modifier(one, token, cast)
            if party and all(party.key != other.key for other in found):
                found.append(party)
    if len(found) < left_open(token):
        return [], False
    return found, alternative and len(found) > 1


def allied(noun: Token, cast: Cast) -> list[Party]:
    """The forces of several that are called by one noun: Russian and government jets, army and rebel troops."""
    found = {party.key: party for one in sides(noun) if (party := _modifier(one, noun, cast))}
    return list(found.values()) if len(found) > 1 else []


def _all_before(token: Token) -> Iterator[Token]:
    """What stands before the noun, and before what stands there: rebel mortar shelling; Russia's recent wave of strikes."""
    for child in token.lefts:
        yield child
        made_by_others = child.tag_ == "VBN" and child.lower_ not in ("led", "launched", "operated", "fired", "commanded")
        if child.dep_ in ("compound", "nmod", "amod") and not made_by_others:
            yield from (other for other in child.lefts if other.dep_ in ("compound", "nmod", "amod", "poss"))
    above = token.head.head
    if token.dep_ == "pobj" and token.head.lower_ == "of" and above.lemma_.lower() in W.MANY:
        yield from above.lefts
    if is_verbal_noun(token):
        i = token.i - 1
        while i >= token.sent.start and token.doc[i].pos_ in ("NOUN", "PROPN", "ADJ") and token.doc[i] not in token.lefts:
            yield token.doc[i]
            i -= 1


def _modifier(one: Token, noun: Token, cast: Cast) -> Party | None:
    code, hit = country_of(one), cast.mentions[id(one.doc)].get(one.i)
    if _is_likened(one.doc[hit[1] if hit else one.i + 1 :][:2]):
        return None
    site = one.lemma_.lower() in W.SITES and not (is_materiel(one) or is_rebels(one)) and one.i == noun.i - 1
    if site or is_of_what_was_hit(one, noun):
        return None
    if code and _is_agent_name(one, noun):
        named = cast.known(hit[2]) if hit and hit[1] - hit[0] > 1 else None
        return named if named and named.kind in FIGHTING else cast.state(code)
    if is_rebels(one) and one.lemma_.lower() not in ("terrorist", "extremist"):
        found = rebels(one, cast)
        return found[0] if found else None
    forces = hit is None or (hit[0] == one.i and not one.i + 1 < hit[1] <= noun.i)
    if one.lower_ in W.GOVERNMENT | {"army", "navy", "junta"} and cast.home and forces:
        return cast.state(cast.home)
    if one.lower_ == "military" and cast.home and noun.lemma_.lower() not in ("campaign", "offensive", "operation", "action"):
        return cast.state(cast.home) if noun.i - one.i > 1 else None
    if one.lower_ == "led" and one.i >= 2 and one.nbor(-1).text == "-":
        return coalition(one, noun, cast) if _is_of_states(one.nbor(-2), noun) else _led_by(one.nbor(-2), noun, cast)
    if one.lower_ == "coalition" or one.lower_.endswith("-led"):
        return coalition(one, noun, cast)
    if code and not any(between.tag_ == "VBG" for between in one.doc[one.i + 1 : noun.i]):  # Russia escalating attacks
        return None
    party = cast.known(hit[2]) if hit else None
    if hit and hit[1] - hit[0] == 1 and party and party.kind == "State" and one.dep_ != "poss" and not code:
        return None  # a capital before the noun is where it was: the Kabul bombing
    if party is None and one.dep_ in ("compound", "poss", "nmod") and one.pos_ == "PROPN" and one.ent_type_ != "GPE":
        party = cast.parties.get(cast.aliases.get(one.text, ""))
    return principal(party, cast) if party and party.kind in FIGHTING else None


def _is_likened(after: Span) -> bool:
    """Whether the words behind a name tell that the attack is but like theirs: an IS-inspired attack."""
    return after.text.lower().startswith("-") and after[-1].lower_ in ("inspired", "style", "like", "type", "era", "related")


def _is_agent_name(one: Token, noun: Token) -> bool:
    """Whether a country's name before the noun is whose act it is, and not where it was: Malian strikes, not Mali strikes."""
    if one.lower_.endswith(("-made", "-supplied", "-built")):
        return False
    following = one.doc[one.i + 1]
    force = following.i < noun.i and (is_materiel(following) or following.lower_ in W.GOVERNMENT | {"army", "military", "navy"})
    people = one.lower_ in demonyms() or one.lower_ in ("us", "u.s.", "u.s", "uk", "british")
    return people or force or "-led" in one.lower_ or one.dep_ == "poss"


def rebels(token: Token, cast: Cast) -> list[Party]:
    """Rebels and armed groups: those of that name, or new ones that are called as the words call them."""
    known = cast.mentions[id(token.doc)]
    beside = [token.nbor(-1)] if token.i > token.sent.start and known.get(token.i - 1, (0, 0, ""))[1] == token.i else []
    own = [] if any((country_of(one) or "SY") != "SY" for one in token.lefts) else [token]
    named = [one for one in (*own, *token.lefts, *beside) if one.i in known and not country_of(one) and not is_linked(one)]
    if named and (party := cast.reference(known[named[0].i][2], named[0])) and party.kind in FIGHTING:
        return [party]
    called = next((child for child in token.rights if child.dep_ == "appos" and child.pos_ == "PROPN"), None)
    if called is not None and (party := cast.party(called)) and party.kind == "ArmedGroup":
        return [party]
    if cast.is_about("SY") and _oppose_the_state(token, "SY") and (meant := cast.known("syrian-opposition-fighters")):
        return [meant]
    group = the_group(token, cast)
    return [group or as_called(token, cast)]


def as_called(token: Token, cast: Cast) -> Party:
    """Fighters of whom nobody is known by what they are called: a new armed group of that name."""
    start = min((one.left_edge.i for one in token.lefts if one.dep_ in ("amod", "compound", "nmod", "npadvmod")), default=token.i)
    words = token.doc[start : token.i + 1].text
    label = words if token.lemma_.lower() in W.BANDS else bare(words)
    return cast.minted(_plural(label, token) + _tie(token), "ArmedGroup")


def is_tied(band: Token) -> bool:
    """Whether a group is called by whom it is near to, whatever its own name: an al-Qaeda-linked group, one allied with ISIS."""
    return any(one.lower_ in W.LINKED for child in band.lefts for one in (child, *child.lefts)) or bool(_tie(band))


def _tie(band: Token) -> str:
    """To whom a band is said to be near, in the words behind the noun: linked to al-Qaeda; nothing of one that is not."""
    for tied in (child for child in band.rights if child.lower_ in _TIED and child.dep_ == "acl"):
        for name in behind(tied, "to", "with"):
            if name.pos_ == "PROPN" and name.i - tied.i < 6 and not country_of(name):
                return " " + band.doc[tied.i : name.i + 1].text
    return ""


_TIED = frozenset({"linked", "affiliated", "allied", "aligned", "tied", "connected"})


def _oppose_the_state(token: Token, code: str) -> bool:
    """Whether they are called the rebels, or the fighters, of the country that is spoken of: no other people's, no creed's."""
    before = [one for one in token.doc[token.left_edge.i : token.i] if one.lower_ not in ("the", "other")]
    nouns = [token] if token.lemma_.lower() not in W.BANDS else [one for one in before if is_rebels(one)]
    if any((country_of(one) or code) != code or one.lower_ in W.PEOPLES | {"foreign"} for one in before):
        return False
    creed = any(one.lower_ in W.CREEDS and one.lower_ not in _OPPOSED for one in before)
    return any(one.lemma_.lower() in _OPPOSED or (one.lemma_.lower() == "fighter" and not creed) for one in nouns)


def the_group(token: Token, cast: Cast) -> Party | None:
    """The one armed group that was named before, where it is `the gunmen` who did it."""
    if token.dep_ == "appos" and token.head.pos_ == "PROPN" and token.head.i < token.i:
        named = cast.party(token.head)
        return named if named and named.kind == "ArmedGroup" else None
    words = [child.lower_ for child in token.lefts]
    several = token.tag_ == "NNS" and token.lemma_.lower() in W.BANDS
    if several or token.lemma_.lower() == "terrorist" or any(child.lower_ == "of" for child in token.rights):
        return None  # several groups, what anybody is called, or those of another
    if words[:1] not in (["the"], ["these"], ["those"]) or not set(words[1:]) <= W.FIGHTING_FOR | W.LINKED:
        return None
    near = _named_just_before(token, cast)
    if token.tag_ == "NN" and near:
        return near[0] if len(near) == 1 else None
    known = cast.mentions[id(token.doc)]
    return cast.only_group(but={known[one.i][2] for one in token.subtree if one.i in known})  # al-Qaeda-linked: not al-Qaeda


def _named_just_before(token: Token, cast: Cast) -> list[Party]:
    """The armed groups that this sentence and the one before name up to here."""
    sent = token.sent.start
    start = token.doc[sent - 1].sent.start if sent else 0
    named = (one for i, one in cast.mentions[id(token.doc)].items() if start <= i < token.i)
    keys = {key for _, end, key in named if not is_linked(token.doc[end - 1])}
    return [party for key in sorted(keys) if (party := cast.known(key)) and party.kind == "ArmedGroup"]


_WHOLES = ("opposition", "group", "network", "faction", "brigade", "army", "front", "legion", "corps")


def _plural(label: str, token: Token) -> str:
    """What a group is called as a whole, though one word before another noun, or one man, stands for it: rebel shelling."""
    label = label if not is_common(token) or not label[0].isupper() or " " in label else label[0].lower() + label[1:]
    last = token.lower_
    alone = token.tag_ in ("NN", "JJ", "NNP") and token.lemma_.lower() not in _WHOLES
    return label if not alone or last.endswith(("s", "men")) else label[:-3] + "men" if last.endswith("man") else f"{label}s"


def _is_of_states(leader: Token, noun: Token) -> bool:
    """Whether states fight under this leader: the Saudi-led coalition, a Kenyan-led force; not forces led by a group."""
    named = bool(country_of(leader)) or leader.lower_ in ("saudi", "us", "nato")
    return named or noun.lemma_.lower() in ("coalition", "alliance")


def _led_by(leader: Token, noun: Token, cast: Cast) -> Party:
    """Those who fight under a group: the group, where it is known, else as they are called."""
    found = rebels(leader, cast)[:1] if is_rebels(leader) else [party for party in (cast.party(leader),) if party]
    whole = leader.doc[leader.i : noun.i + 1].text
    label = f"{leader.text}-led forces" if noun.lemma_.lower() in W.ATTACK_NOUNS else whole
    return found[0] if found and found[0].kind in FIGHTING else cast.minted(label, "ArmedGroup")


_LEADERS = {"YE": "saudi-led-coalition", "SY": "us-led-coalition", "IQ": "us-led-coalition"}
"""Which coalition fights in a country."""


def coalition(one: Token, noun: Token, cast: Cast) -> Party | None:
    """The coalition that is meant: by who leads it, else by where it fights, else the one named before."""
    whole = noun if noun.lemma_.lower() in ("coalition", "alliance") else one
    phrase = noun.doc[min(whole.left_edge.i, noun.left_edge.i) : max(whole.right_edge.i, noun.i) + 1].text
    if leads := led_in(phrase):
        return cast.known(leads[0])
    if _is_of_others(whole):
        words = [one.text_with_ws for one in noun.doc[whole.left_edge.i : whole.i] if one.lower_ not in ("a", "an", "the")]
        return cast.minted("".join(words) + whole.text, "ArmedGroup") if words else None
    if one.lower_ == "led":
        return cast.minted(f"{one.doc[one.i - 2 : one.i + 1].text} coalition", "Coalition")
    label = bare(noun.doc[whole.left_edge.i : whole.i + 1].text)
    if " " in label and "led" in label:
        return cast.minted(label, "Coalition")
    there = {key for code, key in _LEADERS.items() if code in cast.countries}
    if len(there) == 1:
        return cast.known(there.pop())
    return cast.only_coalition() or cast.minted("coalition", "Coalition")


def _is_of_others(coalition: Token) -> bool:
    """Whether it is an alliance of which no state is said to lead it: a new coalition, the rebel alliance, a Kurdish-Arab one."""
    before = list(coalition.doc[coalition.left_edge.i : coalition.i])
    led = any("led" in one.lower_ or one.lower_ == "international" for one in (*before, *coalition.rights))
    return (
        not led
        and coalition.dep_ != "compound"
        and any(one.lower_ in ("a", "an") or is_rebels(one) or one.lower_ in W.PEOPLES for one in before)
    )


def _wholes(party: Party, cast: Cast) -> Sequence[str]:
    """The keys of what an actor is a part of."""
    reference = cast.names.reference.actors
    return party.block.part_of if party.block else reference[party.key].part_of if party.key in reference else ()


def is_of_a_whole(party: Party, cast: Cast) -> bool:
    """Whether the actor is a part of another, as an army is of its state."""
    return bool(_wholes(party, cast))


def principal(party: Party, cast: Cast) -> Party:
    """A body of a state acts for the state."""
    above = _wholes(party, cast)
    if party.kind in ("StateBody", "ArmedForce") and above and (party.block or party.kind == "StateBody"):
        return cast.known(above[0]) or cast.parties.get(above[0], party)
    return party


def forces_of(party: Party, cast: Cast) -> list[Party]:
    """The force or state that an actor fights or speaks for."""
    if party.kind in FIGHTING:
        return [principal(party, cast)]
    side = [cast.parties[key] for key in sorted(cast.side(party)) if key in cast.parties]
    for kind in ("State", "ArmedGroup", "Coalition", "ArmedForce"):
        if found := [one for one in side if one.kind == kind]:
            return found[:1]
    return []


def own_personnel(token: Token, cast: Cast) -> list[Party]:
    """Soldiers, crews, service members in the mouth of a force or of its inquiry, unless said to be others': its own."""
    if not is_common(token) or (token.lemma_.lower() not in W.PERSONNEL and token.lower_ != "members"):
        return []
    if token.lower_ == "members" and not any(child.lower_ == "service" for child in token.lefts):
        return []
    if token.lemma_.lower() not in W.PEOPLE and any(child.lower_ in ("a", "an") for child in token.lefts):
        return []  # a battery may be anybody's
    others = ("enemy", "hostile", "foreign")
    if any(country_of(one) or is_rebels(one) or one.ent_type_ == "NORP" or one.lower_ in others for one in token.lefts):
        return []
    if any(child.text[0].isupper() and child.dep_ in ("amod", "compound", "nmod") for child in token.lefts) or is_backed(token):
        return []  # a unit with a name of its own may be anybody's
    speaker = cast.heard.voice(token)
    found = forces_of(speaker, cast) if speaker else []
    bare = token.lemma_.lower() in ("soldier", "troop") and not any(child.dep_ == "poss" for child in token.lefts)
    if bare and any(party.kind in ("ArmedGroup", "Organisation") for party in found):
        return []  # `troops` are the state's in the mouth of those who fight it
    return found


def is_backed(token: Token) -> bool:
    """Whether the forces are those that somebody backs: Iranian-backed forces, forces allied with it."""
    return any(child.tag_ == "VBN" and child.lemma_.lower() in W.BACKED for child in token.lefts)
