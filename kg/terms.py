"""The names of the ontology and of the vocabularies beside it, so that a mistyped term is an error.

Generated from ontology/ by `python tools/generate_terms.py`; do not edit.
"""

from typing import Final, Literal

from pyoxigraph import NamedNode

PREFIXES: Final = {
    "aed": "https://w3id.org/aed#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "schema": "https://schema.org/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "void": "http://rdfs.org/ns/void#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "sh": "http://www.w3.org/ns/shacl#",
}
"""The namespaces by their usual prefixes."""

ActorKind = Literal[
    "Actor", "ArmedForce", "ArmedGroup", "Coalition", "Organisation", "HumanitarianOrganisation", "IntergovernmentalOrganisation",
    "MonitoringGroup", "NewsPublisher", "PoliticalOrganisation", "ResearchOrganisation", "Person", "State", "StateBody",
    "UnnamedSource",
]
EventKind = Literal[
    "Event", "Agreement", "AircraftLoss", "Attack", "AirStrike", "Bombing", "ChemicalAttack", "GroundAttack", "MissileAttack",
    "Shelling", "Campaign", "Conflict", "Deployment", "Displacement", "PublicAct", "TerritorialChange",
]
SiteKind = Literal[
    "Site", "AidConvoy", "Aircraft", "CivilianInfrastructure", "Camp", "Factory", "Market", "MedicalFacility", "Hospital",
    "PlaceOfWorship", "PublicSpace", "ResidentialArea", "School", "University", "MilitaryObjective", "MilitaryEquipment",
    "Settlement",
]
ComponentKind = Literal[
    "AttackerClaim", "CasualtyClaim", "ContextClaim", "CredibilityClaim", "DamageClaim", "EvidenceClaim", "IntentClaim",
    "LawfulnessClaim", "OccurrenceClaim", "PlaceClaim", "TargetClaim", "TimeClaim", "WeaponClaim",
]
BoundKind = Literal["about", "atLeast", "between", "exact", "fewerThan", "moreThan", "upTo", "vague"]
Certainty = Literal["certain", "possible", "probable", "underspecified"]
Comparability = Literal["comparable", "nested", "notComparable"]
CoverageStatus = Literal["inside", "later", "outside", "undetermined"]
Credibility = Literal[
    "credible", "culpable", "fabricated", "groundless", "informationWarfare", "nothingNew", "provocation", "untrue",
]
Damage = Literal["damaged", "destroyed", "hit", "undamaged"]
DateBasis = Literal["externalSource", "inferredFromText", "metadata", "statedInText"]
DenialForm = Literal[
    "implicatory", "justified", "othersDoWorse", "interpretive", "lawful", "notIntended", "relabelledTarget", "literal",
    "noCivilianHarm", "noDamage", "noSuchEvent", "noSuchTarget", "notOurAct", "rhetorical", "alibi", "argumentFromSilence",
    "burdenOfProof", "counterAccusation", "deferral", "proceduralAssurance", "sourceDiscredited",
]
Evidence = Literal[
    "aircraftType", "expertAdvice", "eyewitnesses", "flightPatterns", "imagery", "interviews", "localNetwork", "location",
    "munitionsUsed", "openSources", "ownInvestigation", "partnerReports", "reconnaissance", "substantiated", "victimNames",
]
Extent = Literal["full", "partial"]
Intent = Literal["deliberate", "indiscriminate", "unintended"]
Lawfulness = Literal["inConformity", "mayBeWarCrime", "violatesHumanRightsLaw", "violatesHumanitarianLaw", "warCrime"]
Outcome = Literal["displaced", "injured", "killed", "killedOrInjured", "missing"]
Population = Literal[
    "people", "children", "civilians", "aidWorkers", "journalists", "medicalStaff", "patients", "peopleInMedicalFacility",
    "refugees", "rescueWorkers", "students", "teachers", "combatants", "aircrew", "governmentForces", "oppositionFighters",
    "detainees", "men", "women",
]
Responsibility = Literal["alternative", "joint", "sole"]
ReviewStatus = Literal["accepted", "corrected", "curated", "rejected", "unreviewed"]
TargetNature = Literal[
    "civilianObject", "differentBuilding", "militaryObjectivePresent", "noMilitaryObjectivePresent", "terroristObjective",
]
Verdict = Literal["different", "possiblySame", "same"]
Weapon = Literal[
    "airDroppedBomb", "rbk500", "unguidedBomb", "barrelBomb", "artillery", "multipleRocketLauncher", "carBomb", "chemicalAgent",
    "clusterMunition", "incendiaryWeapon", "militaryAircraft", "drone", "helicopter", "longRangeBomber", "su24", "missile",
    "antiTankMissile", "cruiseMissile", "surfaceToAirMissile", "s400", "precisionGuidedMunition", "rocket", "shell", "smallArms",
    "tank",
]


class AED:
    """The terms of https://w3id.org/aed#."""

    Acknowledgement: Final = NamedNode("https://w3id.org/aed#Acknowledgement")
    Actor: Final = NamedNode("https://w3id.org/aed#Actor")
    Agreement: Final = NamedNode("https://w3id.org/aed#Agreement")
    AidConvoy: Final = NamedNode("https://w3id.org/aed#AidConvoy")
    AirStrike: Final = NamedNode("https://w3id.org/aed#AirStrike")
    Aircraft: Final = NamedNode("https://w3id.org/aed#Aircraft")
    AircraftLoss: Final = NamedNode("https://w3id.org/aed#AircraftLoss")
    ArmedForce: Final = NamedNode("https://w3id.org/aed#ArmedForce")
    ArmedGroup: Final = NamedNode("https://w3id.org/aed#ArmedGroup")
    Article: Final = NamedNode("https://w3id.org/aed#Article")
    Assertion: Final = NamedNode("https://w3id.org/aed#Assertion")
    Attack: Final = NamedNode("https://w3id.org/aed#Attack")
    Attacker: Final = NamedNode("https://w3id.org/aed#Attacker")
    AttackerClaim: Final = NamedNode("https://w3id.org/aed#AttackerClaim")
    Bombing: Final = NamedNode("https://w3id.org/aed#Bombing")
    BoundKind: Final = NamedNode("https://w3id.org/aed#BoundKind")
    CameoCode: Final = NamedNode("https://w3id.org/aed#CameoCode")
    Camp: Final = NamedNode("https://w3id.org/aed#Camp")
    Campaign: Final = NamedNode("https://w3id.org/aed#Campaign")
    CasualtyClaim: Final = NamedNode("https://w3id.org/aed#CasualtyClaim")
    Certainty: Final = NamedNode("https://w3id.org/aed#Certainty")
    ChemicalAttack: Final = NamedNode("https://w3id.org/aed#ChemicalAttack")
    CivilianInfrastructure: Final = NamedNode("https://w3id.org/aed#CivilianInfrastructure")
    Claim: Final = NamedNode("https://w3id.org/aed#Claim")
    Coalition: Final = NamedNode("https://w3id.org/aed#Coalition")
    Comparability: Final = NamedNode("https://w3id.org/aed#Comparability")
    Comparison: Final = NamedNode("https://w3id.org/aed#Comparison")
    Conflict: Final = NamedNode("https://w3id.org/aed#Conflict")
    ContestedClaim: Final = NamedNode("https://w3id.org/aed#ContestedClaim")
    ContextClaim: Final = NamedNode("https://w3id.org/aed#ContextClaim")
    Coverage: Final = NamedNode("https://w3id.org/aed#Coverage")
    CoverageStatus: Final = NamedNode("https://w3id.org/aed#CoverageStatus")
    Credibility: Final = NamedNode("https://w3id.org/aed#Credibility")
    CredibilityClaim: Final = NamedNode("https://w3id.org/aed#CredibilityClaim")
    Damage: Final = NamedNode("https://w3id.org/aed#Damage")
    DamageClaim: Final = NamedNode("https://w3id.org/aed#DamageClaim")
    DateBasis: Final = NamedNode("https://w3id.org/aed#DateBasis")
    Denial: Final = NamedNode("https://w3id.org/aed#Denial")
    DenialForm: Final = NamedNode("https://w3id.org/aed#DenialForm")
    DeniedAttack: Final = NamedNode("https://w3id.org/aed#DeniedAttack")
    Deployment: Final = NamedNode("https://w3id.org/aed#Deployment")
    Displacement: Final = NamedNode("https://w3id.org/aed#Displacement")
    Document: Final = NamedNode("https://w3id.org/aed#Document")
    Event: Final = NamedNode("https://w3id.org/aed#Event")
    Evidence: Final = NamedNode("https://w3id.org/aed#Evidence")
    EvidenceClaim: Final = NamedNode("https://w3id.org/aed#EvidenceClaim")
    Extent: Final = NamedNode("https://w3id.org/aed#Extent")
    Factory: Final = NamedNode("https://w3id.org/aed#Factory")
    Figure: Final = NamedNode("https://w3id.org/aed#Figure")
    GroundAttack: Final = NamedNode("https://w3id.org/aed#GroundAttack")
    Hospital: Final = NamedNode("https://w3id.org/aed#Hospital")
    HumanitarianOrganisation: Final = NamedNode("https://w3id.org/aed#HumanitarianOrganisation")
    IhlRule: Final = NamedNode("https://w3id.org/aed#IhlRule")
    Inference: Final = NamedNode("https://w3id.org/aed#Inference")
    Intent: Final = NamedNode("https://w3id.org/aed#Intent")
    IntentClaim: Final = NamedNode("https://w3id.org/aed#IntentClaim")
    IntergovernmentalOrganisation: Final = NamedNode("https://w3id.org/aed#IntergovernmentalOrganisation")
    Lawfulness: Final = NamedNode("https://w3id.org/aed#Lawfulness")
    LawfulnessClaim: Final = NamedNode("https://w3id.org/aed#LawfulnessClaim")
    Market: Final = NamedNode("https://w3id.org/aed#Market")
    MedicalFacility: Final = NamedNode("https://w3id.org/aed#MedicalFacility")
    MilitaryEquipment: Final = NamedNode("https://w3id.org/aed#MilitaryEquipment")
    MilitaryObjective: Final = NamedNode("https://w3id.org/aed#MilitaryObjective")
    MissileAttack: Final = NamedNode("https://w3id.org/aed#MissileAttack")
    MonitoringGroup: Final = NamedNode("https://w3id.org/aed#MonitoringGroup")
    NewsPublisher: Final = NamedNode("https://w3id.org/aed#NewsPublisher")
    NonResponse: Final = NamedNode("https://w3id.org/aed#NonResponse")
    OccurrenceClaim: Final = NamedNode("https://w3id.org/aed#OccurrenceClaim")
    Organisation: Final = NamedNode("https://w3id.org/aed#Organisation")
    Outcome: Final = NamedNode("https://w3id.org/aed#Outcome")
    Person: Final = NamedNode("https://w3id.org/aed#Person")
    Place: Final = NamedNode("https://w3id.org/aed#Place")
    PlaceClaim: Final = NamedNode("https://w3id.org/aed#PlaceClaim")
    PlaceOfWorship: Final = NamedNode("https://w3id.org/aed#PlaceOfWorship")
    PoliticalOrganisation: Final = NamedNode("https://w3id.org/aed#PoliticalOrganisation")
    Population: Final = NamedNode("https://w3id.org/aed#Population")
    PublicAct: Final = NamedNode("https://w3id.org/aed#PublicAct")
    PublicSpace: Final = NamedNode("https://w3id.org/aed#PublicSpace")
    Report: Final = NamedNode("https://w3id.org/aed#Report")
    ResearchOrganisation: Final = NamedNode("https://w3id.org/aed#ResearchOrganisation")
    ResidentialArea: Final = NamedNode("https://w3id.org/aed#ResidentialArea")
    Responsibility: Final = NamedNode("https://w3id.org/aed#Responsibility")
    ReviewStatus: Final = NamedNode("https://w3id.org/aed#ReviewStatus")
    SameEventAssessment: Final = NamedNode("https://w3id.org/aed#SameEventAssessment")
    School: Final = NamedNode("https://w3id.org/aed#School")
    Scope: Final = NamedNode("https://w3id.org/aed#Scope")
    Settlement: Final = NamedNode("https://w3id.org/aed#Settlement")
    Shelling: Final = NamedNode("https://w3id.org/aed#Shelling")
    Site: Final = NamedNode("https://w3id.org/aed#Site")
    Source: Final = NamedNode("https://w3id.org/aed#Source")
    State: Final = NamedNode("https://w3id.org/aed#State")
    StateBody: Final = NamedNode("https://w3id.org/aed#StateBody")
    Statement: Final = NamedNode("https://w3id.org/aed#Statement")
    Target: Final = NamedNode("https://w3id.org/aed#Target")
    TargetClaim: Final = NamedNode("https://w3id.org/aed#TargetClaim")
    TargetNature: Final = NamedNode("https://w3id.org/aed#TargetNature")
    TerritorialChange: Final = NamedNode("https://w3id.org/aed#TerritorialChange")
    TimeClaim: Final = NamedNode("https://w3id.org/aed#TimeClaim")
    University: Final = NamedNode("https://w3id.org/aed#University")
    UnnamedSource: Final = NamedNode("https://w3id.org/aed#UnnamedSource")
    Verdict: Final = NamedNode("https://w3id.org/aed#Verdict")
    Weapon: Final = NamedNode("https://w3id.org/aed#Weapon")
    WeaponClaim: Final = NamedNode("https://w3id.org/aed#WeaponClaim")
    about: Final = NamedNode("https://w3id.org/aed#about")
    aboutActor: Final = NamedNode("https://w3id.org/aed#aboutActor")
    aboutEvent: Final = NamedNode("https://w3id.org/aed#aboutEvent")
    aboutStatement: Final = NamedNode("https://w3id.org/aed#aboutStatement")
    accepted: Final = NamedNode("https://w3id.org/aed#accepted")
    acknowledges: Final = NamedNode("https://w3id.org/aed#acknowledges")
    against: Final = NamedNode("https://w3id.org/aed#against")
    aidWorkers: Final = NamedNode("https://w3id.org/aed#aidWorkers")
    airDroppedBomb: Final = NamedNode("https://w3id.org/aed#airDroppedBomb")
    aircraftType: Final = NamedNode("https://w3id.org/aed#aircraftType")
    aircrew: Final = NamedNode("https://w3id.org/aed#aircrew")
    alibi: Final = NamedNode("https://w3id.org/aed#alibi")
    allegedAttacker: Final = NamedNode("https://w3id.org/aed#allegedAttacker")
    allegedEarliest: Final = NamedNode("https://w3id.org/aed#allegedEarliest")
    allegedLatest: Final = NamedNode("https://w3id.org/aed#allegedLatest")
    allegedPlace: Final = NamedNode("https://w3id.org/aed#allegedPlace")
    allegedTarget: Final = NamedNode("https://w3id.org/aed#allegedTarget")
    allegedWeapon: Final = NamedNode("https://w3id.org/aed#allegedWeapon")
    alternative: Final = NamedNode("https://w3id.org/aed#alternative")
    antiTankMissile: Final = NamedNode("https://w3id.org/aed#antiTankMissile")
    argumentFromSilence: Final = NamedNode("https://w3id.org/aed#argumentFromSilence")
    artillery: Final = NamedNode("https://w3id.org/aed#artillery")
    askedBy: Final = NamedNode("https://w3id.org/aed#askedBy")
    asserts: Final = NamedNode("https://w3id.org/aed#asserts")
    assesses: Final = NamedNode("https://w3id.org/aed#assesses")
    atLeast: Final = NamedNode("https://w3id.org/aed#atLeast")
    attacker: Final = NamedNode("https://w3id.org/aed#attacker")
    barrelBomb: Final = NamedNode("https://w3id.org/aed#barrelBomb")
    between: Final = NamedNode("https://w3id.org/aed#between")
    bound: Final = NamedNode("https://w3id.org/aed#bound")
    burdenOfProof: Final = NamedNode("https://w3id.org/aed#burdenOfProof")
    cameo01: Final = NamedNode("https://w3id.org/aed#cameo01")
    cameo011: Final = NamedNode("https://w3id.org/aed#cameo011")
    cameo015: Final = NamedNode("https://w3id.org/aed#cameo015")
    cameo016: Final = NamedNode("https://w3id.org/aed#cameo016")
    cameo11: Final = NamedNode("https://w3id.org/aed#cameo11")
    cameo112: Final = NamedNode("https://w3id.org/aed#cameo112")
    cameo1122: Final = NamedNode("https://w3id.org/aed#cameo1122")
    cameo1123: Final = NamedNode("https://w3id.org/aed#cameo1123")
    cameo1124: Final = NamedNode("https://w3id.org/aed#cameo1124")
    cameo15: Final = NamedNode("https://w3id.org/aed#cameo15")
    cameo18: Final = NamedNode("https://w3id.org/aed#cameo18")
    cameo183: Final = NamedNode("https://w3id.org/aed#cameo183")
    cameo19: Final = NamedNode("https://w3id.org/aed#cameo19")
    cameo190: Final = NamedNode("https://w3id.org/aed#cameo190")
    cameo192: Final = NamedNode("https://w3id.org/aed#cameo192")
    cameo194: Final = NamedNode("https://w3id.org/aed#cameo194")
    cameo195: Final = NamedNode("https://w3id.org/aed#cameo195")
    cameo20: Final = NamedNode("https://w3id.org/aed#cameo20")
    cameo204: Final = NamedNode("https://w3id.org/aed#cameo204")
    carBomb: Final = NamedNode("https://w3id.org/aed#carBomb")
    certain: Final = NamedNode("https://w3id.org/aed#certain")
    certainty: Final = NamedNode("https://w3id.org/aed#certainty")
    chemicalAgent: Final = NamedNode("https://w3id.org/aed#chemicalAgent")
    children: Final = NamedNode("https://w3id.org/aed#children")
    civilianObject: Final = NamedNode("https://w3id.org/aed#civilianObject")
    civilians: Final = NamedNode("https://w3id.org/aed#civilians")
    clusterMunition: Final = NamedNode("https://w3id.org/aed#clusterMunition")
    combatants: Final = NamedNode("https://w3id.org/aed#combatants")
    comparability: Final = NamedNode("https://w3id.org/aed#comparability")
    comparable: Final = NamedNode("https://w3id.org/aed#comparable")
    compares: Final = NamedNode("https://w3id.org/aed#compares")
    confidence: Final = NamedNode("https://w3id.org/aed#confidence")
    corrected: Final = NamedNode("https://w3id.org/aed#corrected")
    count: Final = NamedNode("https://w3id.org/aed#count")
    counterAccusation: Final = NamedNode("https://w3id.org/aed#counterAccusation")
    coverageOf: Final = NamedNode("https://w3id.org/aed#coverageOf")
    coverageScope: Final = NamedNode("https://w3id.org/aed#coverageScope")
    coverageStatus: Final = NamedNode("https://w3id.org/aed#coverageStatus")
    coveredClaim: Final = NamedNode("https://w3id.org/aed#coveredClaim")
    covers: Final = NamedNode("https://w3id.org/aed#covers")
    credibility: Final = NamedNode("https://w3id.org/aed#credibility")
    credible: Final = NamedNode("https://w3id.org/aed#credible")
    cruiseMissile: Final = NamedNode("https://w3id.org/aed#cruiseMissile")
    culpable: Final = NamedNode("https://w3id.org/aed#culpable")
    curated: Final = NamedNode("https://w3id.org/aed#curated")
    damage: Final = NamedNode("https://w3id.org/aed#damage")
    damaged: Final = NamedNode("https://w3id.org/aed#damaged")
    dateBasis: Final = NamedNode("https://w3id.org/aed#dateBasis")
    deferral: Final = NamedNode("https://w3id.org/aed#deferral")
    deliberate: Final = NamedNode("https://w3id.org/aed#deliberate")
    denialForm: Final = NamedNode("https://w3id.org/aed#denialForm")
    denies: Final = NamedNode("https://w3id.org/aed#denies")
    depth: Final = NamedNode("https://w3id.org/aed#depth")
    destroyed: Final = NamedNode("https://w3id.org/aed#destroyed")
    detainees: Final = NamedNode("https://w3id.org/aed#detainees")
    different: Final = NamedNode("https://w3id.org/aed#different")
    differentBuilding: Final = NamedNode("https://w3id.org/aed#differentBuilding")
    displaced: Final = NamedNode("https://w3id.org/aed#displaced")
    drone: Final = NamedNode("https://w3id.org/aed#drone")
    earliest: Final = NamedNode("https://w3id.org/aed#earliest")
    evidence: Final = NamedNode("https://w3id.org/aed#evidence")
    exact: Final = NamedNode("https://w3id.org/aed#exact")
    expertAdvice: Final = NamedNode("https://w3id.org/aed#expertAdvice")
    extent: Final = NamedNode("https://w3id.org/aed#extent")
    externalSource: Final = NamedNode("https://w3id.org/aed#externalSource")
    eyewitnesses: Final = NamedNode("https://w3id.org/aed#eyewitnesses")
    fabricated: Final = NamedNode("https://w3id.org/aed#fabricated")
    fewerThan: Final = NamedNode("https://w3id.org/aed#fewerThan")
    figure: Final = NamedNode("https://w3id.org/aed#figure")
    flightPatterns: Final = NamedNode("https://w3id.org/aed#flightPatterns")
    full: Final = NamedNode("https://w3id.org/aed#full")
    governmentForces: Final = NamedNode("https://w3id.org/aed#governmentForces")
    groundless: Final = NamedNode("https://w3id.org/aed#groundless")
    hasSpan: Final = NamedNode("https://w3id.org/aed#hasSpan")
    helicopter: Final = NamedNode("https://w3id.org/aed#helicopter")
    hit: Final = NamedNode("https://w3id.org/aed#hit")
    ihlRule1: Final = NamedNode("https://w3id.org/aed#ihlRule1")
    ihlRule25: Final = NamedNode("https://w3id.org/aed#ihlRule25")
    ihlRule28: Final = NamedNode("https://w3id.org/aed#ihlRule28")
    ihlRule29: Final = NamedNode("https://w3id.org/aed#ihlRule29")
    ihlRule31: Final = NamedNode("https://w3id.org/aed#ihlRule31")
    ihlRule32: Final = NamedNode("https://w3id.org/aed#ihlRule32")
    ihlRule34: Final = NamedNode("https://w3id.org/aed#ihlRule34")
    ihlRule35: Final = NamedNode("https://w3id.org/aed#ihlRule35")
    ihlRule38: Final = NamedNode("https://w3id.org/aed#ihlRule38")
    ihlRule54: Final = NamedNode("https://w3id.org/aed#ihlRule54")
    ihlRule7: Final = NamedNode("https://w3id.org/aed#ihlRule7")
    imagery: Final = NamedNode("https://w3id.org/aed#imagery")
    implicatory: Final = NamedNode("https://w3id.org/aed#implicatory")
    imputedTo: Final = NamedNode("https://w3id.org/aed#imputedTo")
    inConformity: Final = NamedNode("https://w3id.org/aed#inConformity")
    incendiaryWeapon: Final = NamedNode("https://w3id.org/aed#incendiaryWeapon")
    independentRoots: Final = NamedNode("https://w3id.org/aed#independentRoots")
    indiscriminate: Final = NamedNode("https://w3id.org/aed#indiscriminate")
    inferredFromText: Final = NamedNode("https://w3id.org/aed#inferredFromText")
    informationWarfare: Final = NamedNode("https://w3id.org/aed#informationWarfare")
    injured: Final = NamedNode("https://w3id.org/aed#injured")
    inside: Final = NamedNode("https://w3id.org/aed#inside")
    intent: Final = NamedNode("https://w3id.org/aed#intent")
    interpretive: Final = NamedNode("https://w3id.org/aed#interpretive")
    interviews: Final = NamedNode("https://w3id.org/aed#interviews")
    joint: Final = NamedNode("https://w3id.org/aed#joint")
    journalists: Final = NamedNode("https://w3id.org/aed#journalists")
    justified: Final = NamedNode("https://w3id.org/aed#justified")
    killed: Final = NamedNode("https://w3id.org/aed#killed")
    killedOrInjured: Final = NamedNode("https://w3id.org/aed#killedOrInjured")
    later: Final = NamedNode("https://w3id.org/aed#later")
    latest: Final = NamedNode("https://w3id.org/aed#latest")
    latitude: Final = NamedNode("https://w3id.org/aed#latitude")
    lawful: Final = NamedNode("https://w3id.org/aed#lawful")
    lawfulness: Final = NamedNode("https://w3id.org/aed#lawfulness")
    literal: Final = NamedNode("https://w3id.org/aed#literal")
    localNetwork: Final = NamedNode("https://w3id.org/aed#localNetwork")
    location: Final = NamedNode("https://w3id.org/aed#location")
    longRangeBomber: Final = NamedNode("https://w3id.org/aed#longRangeBomber")
    longitude: Final = NamedNode("https://w3id.org/aed#longitude")
    lowerBound: Final = NamedNode("https://w3id.org/aed#lowerBound")
    mayBeWarCrime: Final = NamedNode("https://w3id.org/aed#mayBeWarCrime")
    medicalStaff: Final = NamedNode("https://w3id.org/aed#medicalStaff")
    memberOf: Final = NamedNode("https://w3id.org/aed#memberOf")
    men: Final = NamedNode("https://w3id.org/aed#men")
    mentionedIn: Final = NamedNode("https://w3id.org/aed#mentionedIn")
    metadata: Final = NamedNode("https://w3id.org/aed#metadata")
    militaryAircraft: Final = NamedNode("https://w3id.org/aed#militaryAircraft")
    militaryObjectivePresent: Final = NamedNode("https://w3id.org/aed#militaryObjectivePresent")
    missile: Final = NamedNode("https://w3id.org/aed#missile")
    missing: Final = NamedNode("https://w3id.org/aed#missing")
    moreThan: Final = NamedNode("https://w3id.org/aed#moreThan")
    multipleRocketLauncher: Final = NamedNode("https://w3id.org/aed#multipleRocketLauncher")
    munitionsUsed: Final = NamedNode("https://w3id.org/aed#munitionsUsed")
    nested: Final = NamedNode("https://w3id.org/aed#nested")
    noCivilianHarm: Final = NamedNode("https://w3id.org/aed#noCivilianHarm")
    noDamage: Final = NamedNode("https://w3id.org/aed#noDamage")
    noMilitaryObjectivePresent: Final = NamedNode("https://w3id.org/aed#noMilitaryObjectivePresent")
    noSuchEvent: Final = NamedNode("https://w3id.org/aed#noSuchEvent")
    noSuchTarget: Final = NamedNode("https://w3id.org/aed#noSuchTarget")
    notComparable: Final = NamedNode("https://w3id.org/aed#notComparable")
    notIntended: Final = NamedNode("https://w3id.org/aed#notIntended")
    notOurAct: Final = NamedNode("https://w3id.org/aed#notOurAct")
    nothingNew: Final = NamedNode("https://w3id.org/aed#nothingNew")
    onBehalfOf: Final = NamedNode("https://w3id.org/aed#onBehalfOf")
    openSources: Final = NamedNode("https://w3id.org/aed#openSources")
    operatedBy: Final = NamedNode("https://w3id.org/aed#operatedBy")
    oppositionFighters: Final = NamedNode("https://w3id.org/aed#oppositionFighters")
    originallyIn: Final = NamedNode("https://w3id.org/aed#originallyIn")
    othersDoWorse: Final = NamedNode("https://w3id.org/aed#othersDoWorse")
    outcome: Final = NamedNode("https://w3id.org/aed#outcome")
    outside: Final = NamedNode("https://w3id.org/aed#outside")
    ownInvestigation: Final = NamedNode("https://w3id.org/aed#ownInvestigation")
    paraphrases: Final = NamedNode("https://w3id.org/aed#paraphrases")
    partOf: Final = NamedNode("https://w3id.org/aed#partOf")
    partOfActor: Final = NamedNode("https://w3id.org/aed#partOfActor")
    partial: Final = NamedNode("https://w3id.org/aed#partial")
    partnerReports: Final = NamedNode("https://w3id.org/aed#partnerReports")
    partsAreExhaustive: Final = NamedNode("https://w3id.org/aed#partsAreExhaustive")
    patients: Final = NamedNode("https://w3id.org/aed#patients")
    people: Final = NamedNode("https://w3id.org/aed#people")
    peopleInMedicalFacility: Final = NamedNode("https://w3id.org/aed#peopleInMedicalFacility")
    place: Final = NamedNode("https://w3id.org/aed#place")
    placeKind: Final = NamedNode("https://w3id.org/aed#placeKind")
    population: Final = NamedNode("https://w3id.org/aed#population")
    possible: Final = NamedNode("https://w3id.org/aed#possible")
    possiblySame: Final = NamedNode("https://w3id.org/aed#possiblySame")
    precisionGuidedMunition: Final = NamedNode("https://w3id.org/aed#precisionGuidedMunition")
    probable: Final = NamedNode("https://w3id.org/aed#probable")
    proceduralAssurance: Final = NamedNode("https://w3id.org/aed#proceduralAssurance")
    proposedBy: Final = NamedNode("https://w3id.org/aed#proposedBy")
    proposition: Final = NamedNode("https://w3id.org/aed#proposition")
    protectedBy: Final = NamedNode("https://w3id.org/aed#protectedBy")
    provocation: Final = NamedNode("https://w3id.org/aed#provocation")
    publishedEarliest: Final = NamedNode("https://w3id.org/aed#publishedEarliest")
    publishedLatest: Final = NamedNode("https://w3id.org/aed#publishedLatest")
    publishedWhen: Final = NamedNode("https://w3id.org/aed#publishedWhen")
    quote: Final = NamedNode("https://w3id.org/aed#quote")
    rationale: Final = NamedNode("https://w3id.org/aed#rationale")
    rbk500: Final = NamedNode("https://w3id.org/aed#rbk500")
    reconnaissance: Final = NamedNode("https://w3id.org/aed#reconnaissance")
    refugees: Final = NamedNode("https://w3id.org/aed#refugees")
    rejected: Final = NamedNode("https://w3id.org/aed#rejected")
    relabelledTarget: Final = NamedNode("https://w3id.org/aed#relabelledTarget")
    reportedIn: Final = NamedNode("https://w3id.org/aed#reportedIn")
    rescueWorkers: Final = NamedNode("https://w3id.org/aed#rescueWorkers")
    respondsTo: Final = NamedNode("https://w3id.org/aed#respondsTo")
    responsibility: Final = NamedNode("https://w3id.org/aed#responsibility")
    reviewStatus: Final = NamedNode("https://w3id.org/aed#reviewStatus")
    rhetorical: Final = NamedNode("https://w3id.org/aed#rhetorical")
    rocket: Final = NamedNode("https://w3id.org/aed#rocket")
    root: Final = NamedNode("https://w3id.org/aed#root")
    rootSpeaker: Final = NamedNode("https://w3id.org/aed#rootSpeaker")
    rule: Final = NamedNode("https://w3id.org/aed#rule")
    s400: Final = NamedNode("https://w3id.org/aed#s400")
    saidBy: Final = NamedNode("https://w3id.org/aed#saidBy")
    saidEarliest: Final = NamedNode("https://w3id.org/aed#saidEarliest")
    saidLatest: Final = NamedNode("https://w3id.org/aed#saidLatest")
    saidOn: Final = NamedNode("https://w3id.org/aed#saidOn")
    saidWhen: Final = NamedNode("https://w3id.org/aed#saidWhen")
    same: Final = NamedNode("https://w3id.org/aed#same")
    sameContentAs: Final = NamedNode("https://w3id.org/aed#sameContentAs")
    scope: Final = NamedNode("https://w3id.org/aed#scope")
    scopeAct: Final = NamedNode("https://w3id.org/aed#scopeAct")
    scopeActor: Final = NamedNode("https://w3id.org/aed#scopeActor")
    scopeComponent: Final = NamedNode("https://w3id.org/aed#scopeComponent")
    scopeTarget: Final = NamedNode("https://w3id.org/aed#scopeTarget")
    sha256: Final = NamedNode("https://w3id.org/aed#sha256")
    shareLower: Final = NamedNode("https://w3id.org/aed#shareLower")
    shareUpper: Final = NamedNode("https://w3id.org/aed#shareUpper")
    shell: Final = NamedNode("https://w3id.org/aed#shell")
    silentOn: Final = NamedNode("https://w3id.org/aed#silentOn")
    smallArms: Final = NamedNode("https://w3id.org/aed#smallArms")
    sole: Final = NamedNode("https://w3id.org/aed#sole")
    sourceDiscredited: Final = NamedNode("https://w3id.org/aed#sourceDiscredited")
    speaksFor: Final = NamedNode("https://w3id.org/aed#speaksFor")
    statedInText: Final = NamedNode("https://w3id.org/aed#statedInText")
    students: Final = NamedNode("https://w3id.org/aed#students")
    su24: Final = NamedNode("https://w3id.org/aed#su24")
    subEventOf: Final = NamedNode("https://w3id.org/aed#subEventOf")
    substantiated: Final = NamedNode("https://w3id.org/aed#substantiated")
    surfaceToAirMissile: Final = NamedNode("https://w3id.org/aed#surfaceToAirMissile")
    takesStanceOn: Final = NamedNode("https://w3id.org/aed#takesStanceOn")
    tank: Final = NamedNode("https://w3id.org/aed#tank")
    target: Final = NamedNode("https://w3id.org/aed#target")
    targetNature: Final = NamedNode("https://w3id.org/aed#targetNature")
    teachers: Final = NamedNode("https://w3id.org/aed#teachers")
    terroristObjective: Final = NamedNode("https://w3id.org/aed#terroristObjective")
    text: Final = NamedNode("https://w3id.org/aed#text")
    toldTo: Final = NamedNode("https://w3id.org/aed#toldTo")
    undamaged: Final = NamedNode("https://w3id.org/aed#undamaged")
    underspecified: Final = NamedNode("https://w3id.org/aed#underspecified")
    undetermined: Final = NamedNode("https://w3id.org/aed#undetermined")
    unguidedBomb: Final = NamedNode("https://w3id.org/aed#unguidedBomb")
    unintended: Final = NamedNode("https://w3id.org/aed#unintended")
    unreviewed: Final = NamedNode("https://w3id.org/aed#unreviewed")
    untrue: Final = NamedNode("https://w3id.org/aed#untrue")
    upTo: Final = NamedNode("https://w3id.org/aed#upTo")
    upperBound: Final = NamedNode("https://w3id.org/aed#upperBound")
    vague: Final = NamedNode("https://w3id.org/aed#vague")
    verdict: Final = NamedNode("https://w3id.org/aed#verdict")
    victimNames: Final = NamedNode("https://w3id.org/aed#victimNames")
    victims: Final = NamedNode("https://w3id.org/aed#victims")
    violatesHumanRightsLaw: Final = NamedNode("https://w3id.org/aed#violatesHumanRightsLaw")
    violatesHumanitarianLaw: Final = NamedNode("https://w3id.org/aed#violatesHumanitarianLaw")
    warCrime: Final = NamedNode("https://w3id.org/aed#warCrime")
    weapon: Final = NamedNode("https://w3id.org/aed#weapon")
    within: Final = NamedNode("https://w3id.org/aed#within")
    women: Final = NamedNode("https://w3id.org/aed#women")
    wording: Final = NamedNode("https://w3id.org/aed#wording")


class RDF:
    """The terms of http://www.w3.org/1999/02/22-rdf-syntax-ns#."""

    first: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#first")
    langString: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString")
    nil: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#nil")
    object: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#object")
    predicate: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate")
    rest: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#rest")
    subject: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#subject")
    type: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


class RDFS:
    """The terms of http://www.w3.org/2000/01/rdf-schema#."""

    comment: Final = NamedNode("http://www.w3.org/2000/01/rdf-schema#comment")
    domain: Final = NamedNode("http://www.w3.org/2000/01/rdf-schema#domain")
    isDefinedBy: Final = NamedNode("http://www.w3.org/2000/01/rdf-schema#isDefinedBy")
    label: Final = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    range: Final = NamedNode("http://www.w3.org/2000/01/rdf-schema#range")
    seeAlso: Final = NamedNode("http://www.w3.org/2000/01/rdf-schema#seeAlso")
    subClassOf: Final = NamedNode("http://www.w3.org/2000/01/rdf-schema#subClassOf")
    subPropertyOf: Final = NamedNode("http://www.w3.org/2000/01/rdf-schema#subPropertyOf")


class OWL:
    """The terms of http://www.w3.org/2002/07/owl#."""

    AllDisjointClasses: Final = NamedNode("http://www.w3.org/2002/07/owl#AllDisjointClasses")
    AnnotationProperty: Final = NamedNode("http://www.w3.org/2002/07/owl#AnnotationProperty")
    Class: Final = NamedNode("http://www.w3.org/2002/07/owl#Class")
    DatatypeProperty: Final = NamedNode("http://www.w3.org/2002/07/owl#DatatypeProperty")
    ObjectProperty: Final = NamedNode("http://www.w3.org/2002/07/owl#ObjectProperty")
    Ontology: Final = NamedNode("http://www.w3.org/2002/07/owl#Ontology")
    disjointWith: Final = NamedNode("http://www.w3.org/2002/07/owl#disjointWith")
    equivalentClass: Final = NamedNode("http://www.w3.org/2002/07/owl#equivalentClass")
    imports: Final = NamedNode("http://www.w3.org/2002/07/owl#imports")
    inverseOf: Final = NamedNode("http://www.w3.org/2002/07/owl#inverseOf")
    members: Final = NamedNode("http://www.w3.org/2002/07/owl#members")
    onProperty: Final = NamedNode("http://www.w3.org/2002/07/owl#onProperty")
    versionIRI: Final = NamedNode("http://www.w3.org/2002/07/owl#versionIRI")
    versionInfo: Final = NamedNode("http://www.w3.org/2002/07/owl#versionInfo")


class XSD:
    """The terms of http://www.w3.org/2001/XMLSchema#."""

    anyURI: Final = NamedNode("http://www.w3.org/2001/XMLSchema#anyURI")
    boolean: Final = NamedNode("http://www.w3.org/2001/XMLSchema#boolean")
    date: Final = NamedNode("http://www.w3.org/2001/XMLSchema#date")
    dateTime: Final = NamedNode("http://www.w3.org/2001/XMLSchema#dateTime")
    decimal: Final = NamedNode("http://www.w3.org/2001/XMLSchema#decimal")
    double: Final = NamedNode("http://www.w3.org/2001/XMLSchema#double")
    integer: Final = NamedNode("http://www.w3.org/2001/XMLSchema#integer")
    nonNegativeInteger: Final = NamedNode("http://www.w3.org/2001/XMLSchema#nonNegativeInteger")
    string: Final = NamedNode("http://www.w3.org/2001/XMLSchema#string")


class SKOS:
    """The terms of http://www.w3.org/2004/02/skos/core#."""

    Concept: Final = NamedNode("http://www.w3.org/2004/02/skos/core#Concept")
    ConceptScheme: Final = NamedNode("http://www.w3.org/2004/02/skos/core#ConceptScheme")
    altLabel: Final = NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")
    broadMatch: Final = NamedNode("http://www.w3.org/2004/02/skos/core#broadMatch")
    broader: Final = NamedNode("http://www.w3.org/2004/02/skos/core#broader")
    closeMatch: Final = NamedNode("http://www.w3.org/2004/02/skos/core#closeMatch")
    definition: Final = NamedNode("http://www.w3.org/2004/02/skos/core#definition")
    exactMatch: Final = NamedNode("http://www.w3.org/2004/02/skos/core#exactMatch")
    example: Final = NamedNode("http://www.w3.org/2004/02/skos/core#example")
    inScheme: Final = NamedNode("http://www.w3.org/2004/02/skos/core#inScheme")
    narrowMatch: Final = NamedNode("http://www.w3.org/2004/02/skos/core#narrowMatch")
    notation: Final = NamedNode("http://www.w3.org/2004/02/skos/core#notation")
    note: Final = NamedNode("http://www.w3.org/2004/02/skos/core#note")
    prefLabel: Final = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
    relatedMatch: Final = NamedNode("http://www.w3.org/2004/02/skos/core#relatedMatch")
    scopeNote: Final = NamedNode("http://www.w3.org/2004/02/skos/core#scopeNote")
    topConceptOf: Final = NamedNode("http://www.w3.org/2004/02/skos/core#topConceptOf")


class DCTERMS:
    """The terms of http://purl.org/dc/terms/."""

    conformsTo: Final = NamedNode("http://purl.org/dc/terms/conformsTo")
    created: Final = NamedNode("http://purl.org/dc/terms/created")
    creator: Final = NamedNode("http://purl.org/dc/terms/creator")
    date: Final = NamedNode("http://purl.org/dc/terms/date")
    description: Final = NamedNode("http://purl.org/dc/terms/description")
    format: Final = NamedNode("http://purl.org/dc/terms/format")
    hasPart: Final = NamedNode("http://purl.org/dc/terms/hasPart")
    identifier: Final = NamedNode("http://purl.org/dc/terms/identifier")
    isPartOf: Final = NamedNode("http://purl.org/dc/terms/isPartOf")
    issued: Final = NamedNode("http://purl.org/dc/terms/issued")
    language: Final = NamedNode("http://purl.org/dc/terms/language")
    license: Final = NamedNode("http://purl.org/dc/terms/license")
    modified: Final = NamedNode("http://purl.org/dc/terms/modified")
    publisher: Final = NamedNode("http://purl.org/dc/terms/publisher")
    source: Final = NamedNode("http://purl.org/dc/terms/source")
    title: Final = NamedNode("http://purl.org/dc/terms/title")
    type: Final = NamedNode("http://purl.org/dc/terms/type")


class PROV:
    """The terms of http://www.w3.org/ns/prov#."""

    Activity: Final = NamedNode("http://www.w3.org/ns/prov#Activity")
    Agent: Final = NamedNode("http://www.w3.org/ns/prov#Agent")
    Entity: Final = NamedNode("http://www.w3.org/ns/prov#Entity")
    Person: Final = NamedNode("http://www.w3.org/ns/prov#Person")
    SoftwareAgent: Final = NamedNode("http://www.w3.org/ns/prov#SoftwareAgent")
    actedOnBehalfOf: Final = NamedNode("http://www.w3.org/ns/prov#actedOnBehalfOf")
    atTime: Final = NamedNode("http://www.w3.org/ns/prov#atTime")
    endedAtTime: Final = NamedNode("http://www.w3.org/ns/prov#endedAtTime")
    generatedAtTime: Final = NamedNode("http://www.w3.org/ns/prov#generatedAtTime")
    startedAtTime: Final = NamedNode("http://www.w3.org/ns/prov#startedAtTime")
    used: Final = NamedNode("http://www.w3.org/ns/prov#used")
    wasAssociatedWith: Final = NamedNode("http://www.w3.org/ns/prov#wasAssociatedWith")
    wasAttributedTo: Final = NamedNode("http://www.w3.org/ns/prov#wasAttributedTo")
    wasDerivedFrom: Final = NamedNode("http://www.w3.org/ns/prov#wasDerivedFrom")
    wasGeneratedBy: Final = NamedNode("http://www.w3.org/ns/prov#wasGeneratedBy")
    wasInformedBy: Final = NamedNode("http://www.w3.org/ns/prov#wasInformedBy")
    wasRevisionOf: Final = NamedNode("http://www.w3.org/ns/prov#wasRevisionOf")


class OA:
    """The terms of http://www.w3.org/ns/oa#."""

    SpecificResource: Final = NamedNode("http://www.w3.org/ns/oa#SpecificResource")
    TextPositionSelector: Final = NamedNode("http://www.w3.org/ns/oa#TextPositionSelector")
    TextQuoteSelector: Final = NamedNode("http://www.w3.org/ns/oa#TextQuoteSelector")
    end: Final = NamedNode("http://www.w3.org/ns/oa#end")
    exact: Final = NamedNode("http://www.w3.org/ns/oa#exact")
    hasSelector: Final = NamedNode("http://www.w3.org/ns/oa#hasSelector")
    hasSource: Final = NamedNode("http://www.w3.org/ns/oa#hasSource")
    prefix: Final = NamedNode("http://www.w3.org/ns/oa#prefix")
    start: Final = NamedNode("http://www.w3.org/ns/oa#start")
    suffix: Final = NamedNode("http://www.w3.org/ns/oa#suffix")


class SCHEMA:
    """The terms of https://schema.org/."""

    url: Final = NamedNode("https://schema.org/url")


class GEO:
    """The terms of http://www.opengis.net/ont/geosparql#."""

    Feature: Final = NamedNode("http://www.opengis.net/ont/geosparql#Feature")
    Geometry: Final = NamedNode("http://www.opengis.net/ont/geosparql#Geometry")
    asWKT: Final = NamedNode("http://www.opengis.net/ont/geosparql#asWKT")
    hasGeometry: Final = NamedNode("http://www.opengis.net/ont/geosparql#hasGeometry")
    wktLiteral: Final = NamedNode("http://www.opengis.net/ont/geosparql#wktLiteral")


class FOAF:
    """The terms of http://xmlns.com/foaf/0.1/."""

    Agent: Final = NamedNode("http://xmlns.com/foaf/0.1/Agent")
    homepage: Final = NamedNode("http://xmlns.com/foaf/0.1/homepage")
    name: Final = NamedNode("http://xmlns.com/foaf/0.1/name")


class VOID:
    """The terms of http://rdfs.org/ns/void#."""

    Dataset: Final = NamedNode("http://rdfs.org/ns/void#Dataset")
    class_: Final = NamedNode("http://rdfs.org/ns/void#class")
    classPartition: Final = NamedNode("http://rdfs.org/ns/void#classPartition")
    classes: Final = NamedNode("http://rdfs.org/ns/void#classes")
    dataDump: Final = NamedNode("http://rdfs.org/ns/void#dataDump")
    distinctObjects: Final = NamedNode("http://rdfs.org/ns/void#distinctObjects")
    distinctSubjects: Final = NamedNode("http://rdfs.org/ns/void#distinctSubjects")
    entities: Final = NamedNode("http://rdfs.org/ns/void#entities")
    exampleResource: Final = NamedNode("http://rdfs.org/ns/void#exampleResource")
    feature: Final = NamedNode("http://rdfs.org/ns/void#feature")
    properties: Final = NamedNode("http://rdfs.org/ns/void#properties")
    property: Final = NamedNode("http://rdfs.org/ns/void#property")
    propertyPartition: Final = NamedNode("http://rdfs.org/ns/void#propertyPartition")
    sparqlEndpoint: Final = NamedNode("http://rdfs.org/ns/void#sparqlEndpoint")
    triples: Final = NamedNode("http://rdfs.org/ns/void#triples")
    uriSpace: Final = NamedNode("http://rdfs.org/ns/void#uriSpace")
    vocabulary: Final = NamedNode("http://rdfs.org/ns/void#vocabulary")


class DCAT:
    """The terms of http://www.w3.org/ns/dcat#."""

    Catalog: Final = NamedNode("http://www.w3.org/ns/dcat#Catalog")
    Dataset: Final = NamedNode("http://www.w3.org/ns/dcat#Dataset")
    Distribution: Final = NamedNode("http://www.w3.org/ns/dcat#Distribution")
    byteSize: Final = NamedNode("http://www.w3.org/ns/dcat#byteSize")
    dataset: Final = NamedNode("http://www.w3.org/ns/dcat#dataset")
    distribution: Final = NamedNode("http://www.w3.org/ns/dcat#distribution")
    downloadURL: Final = NamedNode("http://www.w3.org/ns/dcat#downloadURL")
    keyword: Final = NamedNode("http://www.w3.org/ns/dcat#keyword")
    landingPage: Final = NamedNode("http://www.w3.org/ns/dcat#landingPage")
    mediaType: Final = NamedNode("http://www.w3.org/ns/dcat#mediaType")


class SH:
    """The terms of http://www.w3.org/ns/shacl#."""

    Info: Final = NamedNode("http://www.w3.org/ns/shacl#Info")
    ValidationReport: Final = NamedNode("http://www.w3.org/ns/shacl#ValidationReport")
    ValidationResult: Final = NamedNode("http://www.w3.org/ns/shacl#ValidationResult")
    Violation: Final = NamedNode("http://www.w3.org/ns/shacl#Violation")
    Warning: Final = NamedNode("http://www.w3.org/ns/shacl#Warning")
    conforms: Final = NamedNode("http://www.w3.org/ns/shacl#conforms")
    focusNode: Final = NamedNode("http://www.w3.org/ns/shacl#focusNode")
    message: Final = NamedNode("http://www.w3.org/ns/shacl#message")
    path: Final = NamedNode("http://www.w3.org/ns/shacl#path")
    property: Final = NamedNode("http://www.w3.org/ns/shacl#property")
    result: Final = NamedNode("http://www.w3.org/ns/shacl#result")
    resultMessage: Final = NamedNode("http://www.w3.org/ns/shacl#resultMessage")
    resultPath: Final = NamedNode("http://www.w3.org/ns/shacl#resultPath")
    resultSeverity: Final = NamedNode("http://www.w3.org/ns/shacl#resultSeverity")
    sourceConstraintComponent: Final = NamedNode("http://www.w3.org/ns/shacl#sourceConstraintComponent")
    sourceShape: Final = NamedNode("http://www.w3.org/ns/shacl#sourceShape")
    sparql: Final = NamedNode("http://www.w3.org/ns/shacl#sparql")
    targetClass: Final = NamedNode("http://www.w3.org/ns/shacl#targetClass")
    targetObjectsOf: Final = NamedNode("http://www.w3.org/ns/shacl#targetObjectsOf")
    targetSubjectsOf: Final = NamedNode("http://www.w3.org/ns/shacl#targetSubjectsOf")
    value: Final = NamedNode("http://www.w3.org/ns/shacl#value")
