"""Who belongs to whom."""

from kg.network.actors import Actor, Affiliations, unknown_actor
from kg.terms import AED


def row(actor: str, relation: str, other: str) -> dict[str, str]:
    return {"actor": actor, "relation": getattr(AED, relation).value, "other": other}


SIDES = Affiliations.of(
    [
        row("spokesman", "speaksFor", "ministry"),
        row("ministry", "partOfActor", "state"),
        row("army", "partOfActor", "state"),
        row("group", "memberOf", "alliance"),
        row("other group", "memberOf", "alliance"),
        row("envoy", "speaksFor", "state"),
        row("envoy", "speaksFor", "union"),
        row("agency", "partOfActor", "state"),
        row("a", "partOfActor", "b"),
        row("b", "partOfActor", "a"),
    ]
)


def test_a_spokesman_and_an_army_of_one_state_are_one_side() -> None:
    assert SIDES.own_side("spokesman", "army")
    assert SIDES.own_side("state", "spokesman")
    assert SIDES.own_side("state", "state")
    assert not SIDES.own_side("spokesman", "union")


def test_members_are_of_the_side_of_what_they_belong_to_but_not_of_each_other() -> None:
    assert SIDES.own_side("group", "alliance")
    assert not SIDES.own_side("group", "other group")


def test_the_principal_is_at_the_top_where_there_is_one() -> None:
    assert SIDES.principal("spokesman", {}) == "state"
    assert SIDES.principal("group", {}) == "group"
    assert SIDES.principal("envoy", {}) == "envoy"
    assert SIDES.principal("a", {}) == "a"


def test_a_publisher_stands_for_itself_whoever_owns_it() -> None:
    actors = {"agency": Actor("agency", "Agency", "news publisher", frozenset({"NewsPublisher", "Organisation"}))}
    assert SIDES.principal("agency", actors) == "agency"
    assert SIDES.own_side("agency", "army")


def test_parties_are_those_named_as_attacker_and_their_side() -> None:
    actors = {name: unknown_actor(name) for name in ("spokesman", "group", "union", "agency")}
    actors["army"] = Actor("army", "Army", "armed force", frozenset({"ArmedForce"}), attacker=True)
    assert SIDES.parties(actors) == {"army", "spokesman", "agency"}


def test_each_kind_has_its_shape() -> None:
    shapes = {
        "Coalition": "armed",
        "Person": "person",
        "UnnamedSource": "unnamedsource",
        "NewsPublisher": "newspublisher",
        "MonitoringGroup": "organisation",
        "Actor": "organisation",
    }
    assert {kind: Actor("x", "x", "x", frozenset({kind})).shape for kind in shapes} == shapes
