"""An attack's author told beside it: who owns up, and who the gunmen were; not who tells of a strike."""

from collections.abc import Callable

import pytest

from kg.annotation.model import Annotation

Draft = Callable[[str], Annotation]


def named(found: Annotation) -> set[str]:
    """Who is said to have attacked, whoever says it; not who denies it."""
    claims = [claim for one in found.statements for claim in one.asserts if not isinstance(claim, str)]
    given = [claim.attacker for claim in claims if claim.attacker is not None]
    return {key for one in given for key in ([one] if isinstance(one, str) else [*(one.all_of or ()), *(one.any_of or ())])}


@pytest.mark.parametrize(
    ("sentence", "attackers"),
    [
        ("The Malian army said an air strike had killed ten rebels in Gao.", set()),
        ("A car bomb killed six people in Herat.\n\nThe Taliban said they were responsible.", {"taliban"}),
        ("A car bomb killed six people in Herat.\n\nThe Taliban said they were not responsible.", set()),
        ("A bomb killed six people in Oslo.\n\nThe bomber was identified as Jon Hansen, police said.", {"jon-hansen"}),
        ("A bomb killed six people in Oslo.\n\nThe victim was identified as Jon Hansen, police said.", set()),
        ("The raid on Tyre by dozens of fighters from Hezbollah killed six people.", {"hezbollah"}),
        ("The raid on Sfax by dozens of gunmen from Libya killed six people.", {"gunmen"}),
        ("Attacks with rockets by Boko Haram on the town of Diffa killed six people.", {"boko-haram"}),
        ("Air attacks taking place on clinics in Gao by French warplanes killed six people.", {"france"}),
        ("The clinic in Gao closed after being hit by French warplanes on Sunday.", {"france"}),
        ("A rocket fired by Hezbollah did not cause the blast at the school in Tyre, the army said.", set()),
        ("A rocket fired by Hezbollah caused the blast at the school in Tyre, the army said.", {"hezbollah"}),
        ("The minister has accused rebels of using poison gas in Gao.", {"rebels"}),
        ("The minister has accused rebels of hiding poison gas in Gao.", set()),
        ("A bomb killed six people in Gao.\n\nMali denied responsibility and blamed rebels.", {"rebels"}),
        ("Al-Shabab shelled Baidoa.\n\nThe al-Qaida-linked group said it had killed six soldiers.", {"al-shabaab"}),
    ],
)
def test_who_made_the_attack_is_told_beside_it(draft: Draft, sentence: str, attackers: set[str]) -> None:
    assert named(draft(f"A day of war\n\n{sentence}")) == attackers
