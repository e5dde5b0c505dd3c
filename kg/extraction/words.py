"""The words by which the rules know acts, harm, people, speech and denial: lemmas in lower case, British and American."""

from typing import Final

from kg.terms import DenialForm, EventKind, Population, SiteKind, Weapon

ATTACK_NOUNS: Final[dict[str, EventKind]] = {
    "airstrike": "AirStrike", "airstrikes": "AirStrike", "air-strike": "AirStrike", "air-raid": "AirStrike", "airraid": "AirStrike",
    "bombing": "Bombing", "bombardment": "Bombing", "blast": "Bombing", "explosion": "Bombing",
    "shelling": "Shelling", "mortar": "Shelling", "barrage": "Attack",
    "attack": "Attack", "strike": "Attack", "raid": "Attack", "assault": "GroundAttack", "massacre": "Attack", "ambush": "GroundAttack",
    "campaign": "Campaign", "offensive": "Campaign", "onslaught": "Campaign", "blitz": "Campaign", "war": "Campaign",
    "atrocity": "Attack", "killing": "Attack", "shooting": "GroundAttack", "targeting": "Attack", "incident": "Attack",
}  # fmt: skip
"""Nouns that name an attack. `campaign` and the like need a word of force beside them."""

LIGHT_NOUNS: Final = frozenset({"campaign", "offensive", "war", "killing", "incident", "blitz", "targeting", "barrage", "mortar", "strike"})
"""Those of them that name an attack only in the right company."""

ATTACK_MODIFIERS: Final[dict[str, EventKind]] = {
    "air": "AirStrike", "aerial": "AirStrike", "drone": "AirStrike", "bombing": "AirStrike",
    "missile": "MissileAttack", "rocket": "Shelling", "mortar": "Shelling", "artillery": "Shelling", "shell": "Shelling",
    "chemical": "ChemicalAttack", "gas": "ChemicalAttack", "sarin": "ChemicalAttack", "chlorine": "ChemicalAttack",
    "suicide": "Bombing", "bomb": "Bombing", "car": "Bombing", "ground": "GroundAttack", "gun": "GroundAttack",
}  # fmt: skip
"""What stands before the noun and tells the kind of attack."""

FIRE_NOUNS: Final = frozenset({"rocket", "mortar", "artillery", "missile", "shell", "government", "regime", "rebel", "tank", "sniper"})
"""`X fire` is an attack where X is one of these."""

ATTACK_VERBS: Final[dict[str, EventKind]] = {
    "bomb": "Bombing", "bombard": "Bombing", "shell": "Shelling", "attack": "Attack", "strike": "Attack", "hit": "Attack",
    "target": "Attack", "raid": "Attack", "pound": "Attack", "pummel": "Attack", "destroy": "Attack", "flatten": "Attack", "level": "Attack",
    "ambush": "GroundAttack", "storm": "GroundAttack", "massacre": "Attack", "gas": "ChemicalAttack", "terrorise": "Attack", "terrorize": "Attack",
}  # fmt: skip
STRONG_VERBS: Final = frozenset({"bomb", "bombard", "shell", "attack", "raid", "pound", "ambush", "massacre"})
"""Verbs that tell of an attack whatever stands beside them."""

CARRY_OUT: Final = frozenset({"carry", "conduct", "launch", "perpetrate", "commit", "stage", "mount", "unleash", "wage", "execute", "fire", "drop", "begin", "start", "continue", "intensify", "escalate", "resume", "embark"})
"""Verbs whose subject does the attack that is their object."""

CAMPAIGN_SIGNS: Final = frozenset({"regularly", "repeatedly", "frequently", "routinely", "systematically", "daily", "increasingly", "often", "campaign", "wave", "series", "string", "spate", "months", "years", "weeks", "since", "ongoing", "continued", "indiscriminate", "recent", "throughout", "repeated"})

KILL: Final = frozenset({"kill", "die", "slay", "murder", "massacre", "perish", "martyr", "execute"})
INJURE: Final = frozenset({"injure", "wound", "hurt", "maim", "hospitalise", "hospitalize"})
DISPLACE: Final = frozenset({"displace", "flee", "uproot", "evacuate"})
DEAD: Final = frozenset({"dead", "death", "deaths", "fatality", "fatalities", "killed", "slain", "martyred"})
HURT: Final = frozenset({"injured", "wounded", "injury", "injuries", "hurt"})
GONE: Final = frozenset({"missing", "disappeared", "unaccounted"})
CASUALTY: Final = frozenset({"casualty", "casualties"})

PEOPLE: Final[dict[str, Population]] = {
    "people": "people", "person": "people", "persons": "people", "life": "people", "individual": "people", "resident": "people", "worshipper": "people",
    "victim": "people", "body": "people", "villager": "people", "passenger": "people", "tourist": "people", "student": "people", "pupil": "children",
    "teacher": "people", "worker": "people", "brother": "people", "sister": "women", "shopper": "people", "mourner": "people", "farmer": "people", "family": "people",
    "survivor": "people", "member": "people", "employee": "people", "staff": "people", "citizen": "people", "inhabitant": "people", "guest": "people", "prisoner": "people",
    "relative": "people", "detainee": "people", "protester": "people", "fisherman": "men", "driver": "people", "guard": "people", "bystander": "people", "neighbour": "people", "pilgrim": "people",
    "civilian": "civilians", "noncombatant": "civilians", "non-combatant": "civilians",
    "child": "children", "kid": "children", "minor": "children", "infant": "children", "baby": "children", "boy": "children", "girl": "children", "schoolchild": "children", "toddler": "children", "newborn": "children", "teenager": "children", "schoolgirl": "children", "schoolboy": "children", "son": "children", "daughter": "children", "youngster": "children",
    "woman": "women", "mother": "women", "wife": "women", "man": "men", "father": "men", "couple": "people",
    "doctor": "medicalStaff", "nurse": "medicalStaff", "medic": "medicalStaff", "paramedic": "medicalStaff", "pediatrician": "medicalStaff", "paediatrician": "medicalStaff", "surgeon": "medicalStaff", "dentist": "medicalStaff", "physician": "medicalStaff", "pharmacist": "medicalStaff", "patient": "patients", "refugee": "refugees",
    "journalist": "journalists", "reporter": "journalists", "cameraman": "journalists", "photographer": "journalists", "rescuer": "rescueWorkers", "volunteer": "rescueWorkers", "peacekeeper": "combatants",
    "soldier": "combatants", "fighter": "combatants", "militant": "combatants", "combatant": "combatants", "troop": "combatants", "insurgent": "combatants", "rebel": "oppositionFighters", "terrorist": "combatants", "serviceman": "combatants", "gunman": "combatants", "policeman": "people", "officer": "people", "commander": "combatants", "militiaman": "combatants", "jihadist": "combatants", "extremist": "combatants", "crew": "aircrew", "pilot": "aircrew", "marine": "combatants", "recruit": "combatants", "conscript": "combatants", "personnel": "people", "official": "people", "leader": "combatants", "serviceperson": "combatants",
    "syrian": "people", "palestinian": "people", "afghan": "people", "iraqi": "people", "israeli": "people", "yemeni": "people", "ukrainian": "people", "jordanian": "people", "tunisian": "people", "libyan": "people", "russian": "people", "american": "people",
}  # fmt: skip
"""Nouns for people, with the population that they are counted as."""

MEDICAL_MODIFIERS: Final = frozenset({"medical", "health", "hospital", "healthcare", "ambulance", "msf"})
AID_MODIFIERS: Final = frozenset({"aid", "relief", "rescue", "humanitarian"})
FORCE_MODIFIERS: Final = frozenset({"government", "regime", "army", "pro-government", "government-backed"})

SITES: Final[dict[str, SiteKind]] = {
    "hospital": "Hospital", "clinic": "MedicalFacility", "ambulance": "MedicalFacility", "infirmary": "MedicalFacility", "pharmacy": "MedicalFacility",
    "school": "School", "kindergarten": "School", "classroom": "School", "nursery": "School", "madrassa": "School", "university": "University", "college": "University",
    "market": "Market", "marketplace": "Market", "mall": "Market", "supermarket": "Market", "bazaar": "Market", "shop": "Market", "store": "Market", "souk": "Market", "bakery": "CivilianInfrastructure",
    "mosque": "PlaceOfWorship", "church": "PlaceOfWorship", "cathedral": "PlaceOfWorship", "temple": "PlaceOfWorship", "synagogue": "PlaceOfWorship", "shrine": "PlaceOfWorship", "monastery": "PlaceOfWorship",
    "house": "ResidentialArea", "home": "ResidentialArea", "apartment": "ResidentialArea", "building": "ResidentialArea", "neighbourhood": "ResidentialArea", "neighborhood": "ResidentialArea", "suburb": "ResidentialArea", "block": "ResidentialArea", "district": "ResidentialArea", "residence": "ResidentialArea", "dormitory": "ResidentialArea", "tower": "ResidentialArea", "hotel": "CivilianInfrastructure", "flat": "ResidentialArea", "quarter": "ResidentialArea",
    "convoy": "AidConvoy", "truck": "AidConvoy", "camp": "Camp", "shelter": "Camp", "infrastructure": "CivilianInfrastructure", "station": "CivilianInfrastructure", "plant": "CivilianInfrastructure", "factory": "Factory", "bridge": "CivilianInfrastructure", "airport": "CivilianInfrastructure", "theatre": "CivilianInfrastructure", "theater": "CivilianInfrastructure", "port": "CivilianInfrastructure", "museum": "CivilianInfrastructure", "resort": "CivilianInfrastructure", "beach": "PublicSpace", "park": "PublicSpace", "square": "PublicSpace", "garden": "PublicSpace", "wedding": "PublicSpace", "funeral": "PublicSpace", "bus": "CivilianInfrastructure", "train": "CivilianInfrastructure", "refinery": "CivilianInfrastructure", "prison": "CivilianInfrastructure", "office": "CivilianInfrastructure", "restaurant": "CivilianInfrastructure", "cafe": "CivilianInfrastructure", "crossing": "CivilianInfrastructure", "embassy": "CivilianInfrastructure", "consulate": "CivilianInfrastructure", "dam": "CivilianInfrastructure", "ship": "CivilianInfrastructure", "tanker": "CivilianInfrastructure", "target": "Site",
    "facility": "CivilianInfrastructure", "centre": "CivilianInfrastructure", "center": "CivilianInfrastructure", "complex": "CivilianInfrastructure",
    "base": "MilitaryObjective", "airbase": "MilitaryObjective", "barracks": "MilitaryObjective", "position": "MilitaryObjective", "checkpoint": "MilitaryObjective", "depot": "MilitaryObjective", "headquarters": "MilitaryObjective", "stronghold": "MilitaryObjective", "militant": "MilitaryObjective", "fighter": "MilitaryObjective", "jihadist": "MilitaryObjective", "warehouse": "MilitaryObjective", "airfield": "MilitaryObjective", "hideout": "MilitaryObjective", "bunker": "MilitaryObjective", "installation": "MilitaryObjective", "troop": "MilitaryObjective", "soldier": "MilitaryObjective", "compound": "MilitaryObjective",
    "village": "Settlement", "town": "Settlement", "city": "Settlement", "area": "Settlement", "settlement": "Settlement",
}  # fmt: skip
"""Nouns for what is hit, with the kind of site."""

SITE_MODIFIERS: Final[dict[tuple[str, str], SiteKind]] = {
    ("medical", "facility"): "MedicalFacility", ("medical", "centre"): "MedicalFacility", ("medical", "center"): "MedicalFacility", ("medical", "point"): "MedicalFacility",
    ("health", "facility"): "MedicalFacility", ("health", "centre"): "MedicalFacility", ("health", "center"): "MedicalFacility", ("trauma", "center"): "Hospital", ("trauma", "centre"): "Hospital",
    ("trauma", "hospital"): "Hospital", ("field", "hospital"): "Hospital", ("maternity", "ward"): "Hospital", ("field", "clinic"): "MedicalFacility",
    ("school", "complex"): "School", ("school", "building"): "School", ("school", "bus"): "CivilianInfrastructure", ("shopping", "centre"): "Market", ("shopping", "center"): "Market", ("market", "place"): "Market",
    ("apartment", "building"): "ResidentialArea", ("apartment", "block"): "ResidentialArea", ("refugee", "camp"): "Camp", ("displacement", "camp"): "Camp", ("training", "camp"): "MilitaryObjective", ("aid", "truck"): "AidConvoy", ("aid", "convoy"): "AidConvoy", ("military", "convoy"): "MilitaryObjective",
    ("military", "target"): "MilitaryObjective", ("military", "facility"): "MilitaryObjective", ("military", "infrastructure"): "MilitaryObjective", ("military", "building"): "MilitaryObjective", ("military", "base"): "MilitaryObjective", ("military", "position"): "MilitaryObjective", ("military", "site"): "MilitaryObjective", ("military", "airport"): "MilitaryObjective", ("militant", "position"): "MilitaryObjective", ("command", "post"): "MilitaryObjective", ("command", "centre"): "MilitaryObjective", ("command", "center"): "MilitaryObjective", ("command", "point"): "MilitaryObjective", ("weapons", "depot"): "MilitaryObjective", ("arms", "depot"): "MilitaryObjective", ("arms", "cache"): "MilitaryObjective", ("weapon", "depot"): "MilitaryObjective",
    ("civilian", "area"): "ResidentialArea", ("residential", "area"): "ResidentialArea", ("residential", "district"): "ResidentialArea", ("populated", "area"): "ResidentialArea", ("civilian", "infrastructure"): "CivilianInfrastructure", ("civilian", "target"): "CivilianInfrastructure", ("city", "centre"): "ResidentialArea", ("city", "center"): "ResidentialArea", ("train", "station"): "CivilianInfrastructure", ("power", "station"): "CivilianInfrastructure", ("power", "plant"): "CivilianInfrastructure", ("terrorist", "target"): "MilitaryObjective", ("chemical", "facility"): "MilitaryObjective", ("research", "centre"): "MilitaryObjective", ("police", "station"): "CivilianInfrastructure", ("civilian", "object"): "CivilianInfrastructure",
}  # fmt: skip

WEAK_SITES: Final = frozenset({"area", "city", "town", "village", "target", "truck", "store", "position", "building", "office", "base", "port", "block", "tower", "square", "quarter", "facility", "centre", "center", "complex", "station", "settlement", "civilian", "compound"})
"""Sites that are named only where the grammar makes them the target."""

WEAPONS: Final[dict[str, Weapon]] = {
    "cluster bomb": "clusterMunition", "cluster munition": "clusterMunition", "barrel bomb": "barrelBomb", "white phosphorus": "incendiaryWeapon", "phosphorus": "incendiaryWeapon", "incendiary": "incendiaryWeapon", "napalm": "incendiaryWeapon",
    "cruise missile": "cruiseMissile", "ballistic missile": "missile", "missile": "missile", "rocket": "rocket", "mortar": "shell", "artillery": "artillery", "drone": "drone", "car bomb": "carBomb", "chlorine": "chemicalAgent", "sarin": "chemicalAgent", "nerve agent": "chemicalAgent", "poison gas": "chemicalAgent", "chemical weapon": "chemicalAgent", "warplane": "militaryAircraft", "fighter jet": "militaryAircraft", "helicopter": "helicopter", "unguided bomb": "unguidedBomb", "shell": "shell", "grad": "multipleRocketLauncher",
}  # fmt: skip

SAY: Final = frozenset({"say", "tell", "report", "add", "state", "announce", "claim", "allege", "note", "write", "warn", "argue", "insist", "explain", "describe", "estimate", "believe", "suggest", "confirm", "acknowledge", "admit", "declare", "tweet", "maintain", "assert", "stress", "reiterate", "repeat", "point", "document", "record", "find", "conclude", "reveal", "disclose", "testify", "contend", "charge", "counter", "reply", "respond", "comment", "recall", "concede", "accuse", "blame", "deny", "reject", "dismiss", "refute", "condemn", "count", "put", "list", "quote", "post", "indicate", "show", "observe", "vow", "remark", "underline", "emphasise", "emphasize", "cite", "give", "call", "ask", "denounce", "release", "verify", "understand", "think", "suspect"})
WEAK_SAY: Final = frozenset({"put", "give", "count", "list", "call", "ask", "show", "find", "record", "document", "release", "point", "condemn", "denounce", "post", "think", "understand", "respond", "describe", "cite", "charge", "recall", "comment"})
"""Verbs of speech only with a clause, a quotation, or a figure as their object."""
HEDGED: Final = frozenset({"believe", "suspect", "think", "suggest", "likely", "probably", "apparently", "reportedly", "allegedly", "suspected", "alleged", "believed", "presumed", "appear", "appeared", "seem", "may", "might", "could", "possibly", "presumably", "purported", "thought", "supposedly"})

SPEAKER_ROLES: Final = frozenset({"activist", "witness", "resident", "official", "medic", "doctor", "rescuer", "worker", "source", "spokesman", "spokeswoman", "spokesperson", "minister", "president", "ambassador", "commander", "general", "mayor", "governor", "local", "villager", "survivor", "analyst", "expert", "observer", "monitor", "diplomat", "journalist", "reporter", "correspondent", "photographer", "officer", "aide", "secretary", "director", "chief", "head", "leader", "member", "lawmaker", "group", "agency", "ministry", "army", "military", "government", "media", "television", "newspaper", "statement", "report", "police", "envoy", "coalition", "observatory", "organisation", "organization", "charity", "network", "council", "committee", "department", "command", "opposition", "rebel", "militant", "staff", "team", "investigation", "investigator", "document", "authority", "service", "channel", "colonel", "captain", "adviser", "advisor", "campaigner", "volunteer", "parent", "father", "mother", "teacher", "man", "woman", "boy", "nurse", "administration", "office", "mission", "commission", "state", "side", "foundation", "institute", "center", "centre", "defender", "regime", "force", "defence", "defense", "airforce", "critic", "lawyer", "researcher", "politician", "senator", "prosecutor", "negotiator", "outlet", "paper", "website", "broadcaster", "prime", "premier", "senior", "people", "some", "many", "others", "several", "party", "faction", "band", "presidency", "embassy", "chairman", "chairwoman", "chair", "deputy", "speaker", "inquiry", "panel", "bloc", "alliance"})

PLURAL_GROUPS: Final = frozenset({"activists", "witnesses", "residents", "officials", "medics", "doctors", "rescuers", "workers", "sources", "rebels", "militants", "authorities", "media"})

DENY_VERBS: Final = frozenset({"deny", "reject", "dismiss", "refute", "dispute", "rebut", "disavow", "rubbish", "repudiate", "contradict", "deride", "decry"})
DENY_NOUNS: Final = frozenset({"denial", "rebuttal", "rejection", "refutation"})
ACCUSATION_NOUNS: Final = frozenset({"accusation", "allegation", "claim", "charge", "report", "suggestion", "criticism", "involvement", "responsibility", "role", "wrongdoing", "conclusion", "finding", "assertion", "blame", "version", "figure", "toll"})
LABELS: Final = frozenset({"baseless", "groundless", "unfounded", "fabricated", "false", "untrue", "fake", "lie", "lies", "hoax", "provocation", "propaganda", "disinformation", "misinformation", "fabrication", "nonsense", "slander", "absurd", "staged", "unsubstantiated", "fiction", "hysteria", "cliche", "cliché", "ridiculous", "smear", "libel", "invention", "insinuation", "unproven"})
"""What one who is accused calls an accusation."""

FORMS_OF_LABELS: Final[dict[str, DenialForm]] = {"unsubstantiated": "burdenOfProof", "unproven": "burdenOfProof"}

SILENT: Final = ("comment", "respond", "response", "reach", "answer", "available")
ADMIT: Final = frozenset({"admit", "acknowledge", "concede", "confess", "accept"})
