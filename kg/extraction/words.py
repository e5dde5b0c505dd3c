"""The words by which the rules know acts, harm, people, speech and denial, read from data/words.yaml."""

from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Final

import yaml

from kg.terms import ActorKind, BoundKind, DenialForm, EventKind, Outcome, Population, SiteKind, Weapon

_DATA: Final[Mapping[str, Any]] = yaml.safe_load(files("kg.extraction").joinpath("data/words.yaml").read_text(encoding="utf-8"))


def _set(name: str) -> frozenset[str]:
    return frozenset(_DATA[name])


def _phrases(name: str) -> tuple[str, ...]:
    return tuple(_DATA[name])


def _by_word(name: str) -> dict[str, Any]:
    """The table turned round: for each word, under what it is listed."""
    return {word: meaning for meaning, listed in _DATA[name].items() for word in listed}


ATTACK_NOUNS: Final[Mapping[str, EventKind]] = _by_word("attack_nouns")
"""Nouns that name an attack. `campaign` and the like need a word of force beside them."""
LIGHT_NOUNS: Final = _set("light_nouns")
"""Those of them that name an attack only in the right company."""
ATTACK_MODIFIERS: Final[Mapping[str, EventKind]] = _by_word("attack_modifiers")
"""What stands before the noun and tells the kind of attack."""
FIRE_NOUNS: Final = _set("fire_nouns")
"""`X fire` is an attack where X is one of these."""
ATTACK_VERBS: Final[Mapping[str, EventKind]] = _by_word("attack_verbs")
"""Verbs that tell of an attack."""
STRONG_VERBS: Final = _set("strong_verbs")
"""Those of them that do whatever stands beside them."""
DEVICES: Final = _set("devices")
"""What is planted, thrown or worn, and goes off."""
LANDING: Final = _set("landing")
"""Verbs that tell where a missile came down, or what a blast went through."""
BREAKING_OUT: Final = _set("breaking_out")
"""Verbs that tell where and when fighting that is their subject was."""
TAKING: Final = _set("taking")
"""What fighters do to a place that they take."""
HELD: Final = _set("held")
"""What is taken so, beside sites."""
CLASHES: Final = _set("clashes")
"""Nouns for fights between two sides."""
HITTING: Final = _set("hitting")
"""Verbs whose subject may be the attack itself, and whose object is what was hit."""
PERPETRATE: Final = _set("perpetrate")
"""Verbs for what one does to attacks, and to hardly anything else."""
CARRY_OUT: Final = PERPETRATE | _set("carry_out")
"""Verbs whose subject does the attack that is their object."""
RULERS: Final[Mapping[str, str]] = _by_word("rulers")
"""Heads of state and government whom articles need not say the country of, with its code."""
PURSUING: Final = _set("pursuing")
"""Further verbs of which one does the attack that is their object, though they say the same of other things."""
WIELDING: Final = _set("wielding")
"""Verbs that tell of somebody's part in a fight, with what it was taken: with air strikes."""
ASKING: Final = _set("asking")
"""Verbs whose object is to do what follows."""
ENDING: Final = _set("ending")
"""Verbs whose subject does what is their object until then."""
CAMPAIGN_SIGNS: Final = _set("campaign_signs")
"""Words beside a plural that say there were many attacks, one after another."""
SUFFERED: Final = _set("suffered")
"""Verbs whose object is an attack that their subject is the victim of."""
HOLDS: Final[Mapping[str, frozenset[str]]] = {
    verb: frozenset(word for word, verbs in _DATA["holds"].items() if verb in verbs)
    for verbs in _DATA["holds"].values()
    for verb in verbs
}
"""Verbs by which somebody is held to account for an attack, with the prepositions behind which the attack stands."""
FIGHTING_FOR: Final = _set("creeds")
BAND_NAMES: Final = _set("band_names")
"""Words that the name of a band begins or ends with."""
PEOPLES: Final = _set("peoples")
CREEDS: Final = FIGHTING_FOR | _set("faiths")
"""Words before `militants` and the like that do not tell one group from another."""
KILLING_NOUNS: Final = _set("killing_nouns")
"""Nouns for a killing, which is an attack where it is said who did it."""
LAID_AT: Final[Mapping[str, frozenset[str]]] = {
    verb: frozenset(word for word, verbs in _DATA["laid_at"].items() if verb in verbs)
    for verbs in _DATA["laid_at"].values()
    for verb in verbs
}
"""Verbs that lay an attack at somebody's door, with the prepositions behind which that one stands."""
PARTAKING: Final = _set("partaking")
"""What one who is held to account did or had in the attack that stands behind it."""
LIABLE: Final = _set("liable")
"""What somebody is held, or is, who did it."""
AUTHORS: Final = _set("authors")
"""Who somebody is said to have been in an attack."""
MEMBERS: Final = _set("members")
"""Parts of a group: who acts as one acts for it."""
UNREAL: Final = _set("unreal")
"""Words above an attack that say it is only feared, planned or to be stopped."""
UNDERGO: Final = _set("undergo")
"""Verbs whose subject is hit by the attack that is their object."""
MANY: Final = _set("many")
"""`A X of strikes`."""
COUNTED: Final = _set("counted")
"""`X of the attacks`, by how many."""
WEAPON_NOUNS: Final[Mapping[str, EventKind]] = _by_word("weapon_nouns")
"""Munitions, with the kind of attack that is made with them."""
BARE_ARMS: Final = _set("bare_arms")
"""Words for arms that poison, if the word before them says so."""
WEAPONS: Final[Mapping[str, Weapon]] = _DATA["weapons"]
"""Words for weapons; the first that is found counts."""

KILL: Final = _set("kill")
INJURE: Final = _set("injure")
DISPLACE: Final = _set("displace")
KILLINGS: Final = _set("killings")
"""Further verbs of killing, which tell of no attack by themselves."""
HARM_NOUNS: Final[Mapping[Outcome, frozenset[str]]] = {
    outcome: frozenset(listed) for outcome, listed in _DATA["harm_nouns"].items()
}
"""Nouns that tell what became of those behind their `of`."""
DEAD: Final = _set("dead")
HURT: Final = _set("hurt")
GONE: Final = _set("gone")
CASUALTY: Final = _set("casualty")
PEOPLE: Final[Mapping[str, Population]] = _by_word("people")
"""Nouns for people, with the population that they are counted as."""
NO_VICTIMS: Final = _set("no_victims")
"""Nouns that are not of people, though one says of these as well that they were killed or died."""
MEDICAL_MODIFIERS: Final = _set("medical_modifiers")
AID_MODIFIERS: Final = _set("aid_modifiers")
FORCE_MODIFIERS: Final = _set("force_modifiers")
BOUNDS: Final[tuple[tuple[tuple[str, ...], BoundKind], ...]] = tuple(
    sorted(((tuple(words.split()), kind) for words, kind in _by_word("bounds").items()), key=lambda bound: -len(bound[0]))
)
"""What stands before a number and bounds it, the longer first."""
NO_COUNTS: Final = _set("no_counts")
"""What stands after a number that does not count people."""

SITES: Final[Mapping[str, SiteKind]] = _by_word("sites")
"""Nouns for what is hit, with the kind of site."""
SITE_MODIFIERS: Final[Mapping[str, SiteKind]] = _by_word("site_modifiers")
"""The same of two words."""
WEAK_SITES: Final = _set("weak_sites")
"""Sites that are named only where the grammar makes them the target."""
HIT_ONLY: Final[Mapping[str, SiteKind]] = _by_word("hit_only")
"""Nouns for what is hit only where the grammar says so: an attack on the police, but not an attack by the police."""
MILITARY_MODIFIERS: Final = _set("military_modifiers")
"""What stands before a building, a camp or a convoy that serves those who fight."""
PARTS: Final = _set("parts")
"""`X of the school`: that of which it is a part, or how many."""
DISTRICTS: Final = _set("districts")
"""Nouns beside which the name of a place stands that no gazetteer need have."""

SPEAKER_ROLES: Final = _set("speaker_roles")
"""Common nouns for sources."""
BODY_HEADS: Final[Mapping[str, ActorKind]] = _by_word("body_heads")
"""Nouns for bodies and forces of a state."""
NO_LONGER: Final = _set("no_longer")
"""Words before an office that was held once."""
ENEMIES: Final = _set("enemies")
ALLIES: Final = _set("allies")
LINKED: Final = _set("linked")
NOT_OF_THE_STATE: Final = _set("not_of_the_state")
"""What stands before a government or an army that is not that of the country."""
OF_THE_STATE: Final = _set("of_the_state")
"""What may stand before a government or an army that is that of the country."""
BODIES: Final = _set("bodies")
"""Last words of the names of bodies, which no person bears."""
MATERIEL: Final = _set("materiel")
"""Who and what a force fights with."""
PERSONNEL: Final = _set("personnel")
"""Who fights in a force of a state."""
GOVERNMENT: Final = _set("government")
"""Those who rule, as one calls them whose forces fight."""
FAILING: Final = _set("failing")
"""What soldiers did wrong in the words of an inquiry of their own side."""
SUSPECTS: Final = _set("suspects")
"""Single persons who are held to account for an attack."""
SENT: Final = _set("sent")
"""What one does with the aircraft and arms that one has."""
BANDS: Final = _set("bands")
"""Nouns for armed groups, where a word beside them says that they are armed."""
INDEPENDENT: Final = _set("independent")
"""Those who speak for no state, of whatever country they are."""
REBELS: Final = _set("rebels")
"""Armed opponents of a state."""
TITLES: Final = _set("titles")
"""Offices and ranks."""
RANKS: Final = _set("ranks")
"""Ranks and forms of address, as they are written before names."""
SPEAKING: Final = _set("speaking")
"""Those of them who speak for their body; others are its members."""
HOLDING_OFFICE: Final = _set("holding_office")
"""Verbs of clauses that tell what office somebody holds, or claims to hold."""
WINGS: Final = _set("wings")
"""Parts of a body that speak for it."""
ANAPHORIC_ROLES: Final = _set("anaphoric_roles")
"""`The X` is a person who spoke before."""
COUNTS: Final = _set("counts")
"""What the number of those who were harmed is called, and who counted them has."""
ISSUE: Final = _set("issue")
"""What one does with a report that one has written."""
KIND_WORDS: Final = _set("kind_words")
"""What stands between `the` and `group` and tells of what kind it is."""
KINDS_MEANT: Final[Mapping[str, tuple[ActorKind, ...]]] = {word: tuple(kinds) for word, kinds in _DATA["kinds_meant"].items()}
"""`The X` is an actor of one of these kinds, who spoke before."""

SAY: Final = _set("say")
"""Verbs of speech."""
HEARSAY: Final = _set("hearsay")
"""Nouns for what somebody says."""
WEAK_SAY: Final = _set("weak_say")
"""Verbs of speech only with a clause, a quotation, or a figure as their object."""
PLAIN_SAY: Final = _set("plain_say")
"""Verbs of speech that may stand after all that is said."""
OBJECT_VERBS: Final = _set("object_verbs")
"""Verbs of speech whose objects, too, are what is said."""
HEDGED: Final = _set("hedged")
"""Words of belief."""
ADMIT: Final = _set("admit")
"""Verbs of admission."""

ANSWERABLE: Final = _set("answerable")
"""What one is who did it, or has in it."""
SPOTS: Final = _set("spots")
"""Nouns for where an attack may have been."""
PRESENCE: Final = _set("presence")
"""What forces do, or are, where they are."""
UNREST: Final = _set("unrest")
"""Nouns for protests and what is done against them, and for those who take part."""
OTHER_MATTERS: Final = _set("other_matters")
"""What one may answer for that is no attack."""
OTHER_ACTS: Final = _set("other_acts")
"""What may be denied beside attacks."""
WORDS_SAID: Final = _set("words_said")
"""What others say or show."""
INVENTED: Final = _set("invented")
"""Labels by which an attack itself is said not to have been."""
LABEL_VERBS: Final = _set("label_verbs")
"""Verbs by which a thing is called something."""
DISCREDITING_ACTS: Final = _set("discrediting_acts")
"""What those do who do not tell the truth."""
DECEIT: Final = _set("deceit")
"""Nouns for what those spread or do who do not tell the truth."""
REPEATING: Final = _set("repeating")
"""Verbs of saying again."""
DENY_VERBS: Final = _set("deny_verbs")
"""Verbs of denial."""
ACCUSATION_NOUNS: Final = _set("accusation_nouns")
"""What is denied, in a word."""
LABELS: Final = _set("labels")
"""What one who is accused calls an accusation."""
FORMS_OF_LABELS: Final[Mapping[str, DenialForm]] = dict.fromkeys(
    ("unsubstantiated", "unproven", "unverified", "uncorroborated", "unsupported", "hearsay"), "burdenOfProof"
)
"""Labels that ask for proof; the others discredit the source."""
GENERAL: Final = _set("general")
"""Signs of a denial of no attack in particular."""
OF_OTHER_THINGS: Final = _set("of_other_things")
"""Objects of rejecting and denying that is no denial of an attack."""
ACT_STEMS: Final = _phrases("act_stems")
"""Beginnings of the words of which one must stand in a denial of an attack."""
MILD_ARMS: Final = _phrases("mild_arms")
"""What is used against crowds, and seldom kills."""
BANNED_WEAPONS: Final = _phrases("banned_weapons")
CIVILIAN_HARM: Final = _phrases("civilian_harm")
"""What a denial of a weapon and of harm speaks of."""
DISCREDITING: Final = _phrases("discrediting")
LAWFUL: Final = _phrases("lawful")
TOLL_NOUNS: Final = COUNTS | {"number"}
"""Nouns for how many came to harm."""
AGREEING: Final = _set("agreeing")
"""Words of what somebody holds to be so, with a clause that tells it."""
GROUNDS: Final = _set("grounds")
"""Nouns for what would bear out an accusation."""
BEARING_OUT: Final = _set("bearing_out")
"""Verbs for bearing it out."""
NO_PROOF: Final = _phrases("no_proof")
BY_ACCIDENT: Final = _phrases("by_accident")
MILITARY_TARGETS: Final = _phrases("military_targets")
"""Phrases of denials that do not deny in so many words."""
FORCE: Final = _set("force")
"""Verbs of force."""
LIGHT_VERBS: Final = _set("light_verbs")
FORCE_NOUNS: Final = _set("force_nouns")
"""Verbs that tell of force only together with one of these nouns."""
ANSWERING: Final = _set("answering")
"""What one does, or does not do, about an attack that was."""
BACKED: Final = _set("backed")
"""What one does for forces that are not one's own."""
KIN: Final = _set("kin")
CONCERNED: Final = _set("concerned")
"""Nouns for who has to do with somebody, and holds no office of his."""
