"""Titles as sellers pile them: Chinese keywords with the noun at the end, and the same facts in the natural
order of the other languages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from sourcing_desktop.sandbox.market.model import Term
from sourcing_desktop.sandbox.market.vocabulary.qualities import AUDIENCES, MATERIALS, SEASONS, STYLES

LENGTHS = (21, 30)
"""The shortest and the longest a full Chinese title is meant to be, in characters."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a title says. `year` is empty for goods that are not new; empty keys say nothing.

    `words` lead the Chinese title (trade or retail words), `supply` closes it, `second` is a second noun.
    """

    noun: Term
    second: Term | None
    year: str
    season: str
    words: tuple[Term, ...]
    material: str
    style: str
    audience: str
    features: tuple[Term, ...]
    supply: Term | None


def fitted(facts: Facts, rng: Random) -> Facts:
    """The facts with features and words dropped at random until the Chinese title has a usual length."""
    most = max(rng.randint(*LENGTHS) for _ in range(2))
    while len(chinese(facts)) > most:
        if len(facts.features) > 1:
            dropped = rng.randrange(len(facts.features))
            kept = facts.features[:dropped] + facts.features[dropped + 1 :]
            facts = replace(facts, features=kept)
        elif facts.words:
            facts = replace(facts, words=facts.words[:-1])
        elif facts.second:
            facts = replace(facts, second=None)
        else:
            break
    return facts


def title(facts: Facts) -> Term:
    """The title in every language."""
    return Term(chinese(facts), _english(facts), _vietnamese(facts), _spanish(facts), _thai(facts))


def chinese(facts: Facts) -> str:
    """The keyword pile, without spaces."""
    year = f"{facts.year}{'' if facts.season else '新款'}" if facts.year else ""
    season = f"{SEASONS[facts.season].zh}{'新款' if facts.year else ''}" if facts.season else ""
    half = (len(facts.features) + 1) // 2
    parts = [
        year + season,
        *(word.zh for word in facts.words),
        AUDIENCES[facts.audience].zh if facts.audience else "",
        *(feature.zh for feature in facts.features[:half]),
        STYLES[facts.style].zh if facts.style else "",
        MATERIALS[facts.material].zh if facts.material else "",
        *(feature.zh for feature in facts.features[half:]),
        facts.noun.zh,
        facts.second.zh if facts.second else "",
        facts.supply.zh if facts.supply else "",
    ]
    return "".join(parts)


def _english(facts: Facts) -> str:
    after = [feature.en for feature in facts.features if feature.en.startswith(("with ", "for "))]
    before = [feature.en for feature in facts.features if feature.en not in after]
    return _joined(
        f"{facts.year} New" if facts.year else "",
        SEASONS[facts.season].en if facts.season else "",
        *(word.en for word in facts.words if not word.en.startswith("as ")),
        *before,
        STYLES[facts.style].en if facts.style else "",
        MATERIALS[facts.material].en if facts.material else "",
        facts.noun.en,
        facts.second.en if facts.second else "",
        *after,
        f"for {AUDIENCES[facts.audience].en}" if facts.audience else "",
        *(word.en for word in facts.words if word.en.startswith("as ")),
        facts.supply.en if facts.supply else "",
    )


def _vietnamese(facts: Facts) -> str:
    return _sentence(
        facts.noun.vi,
        MATERIALS[facts.material].vi if facts.material else "",
        STYLES[facts.style].vi if facts.style else "",
        f"cho {AUDIENCES[facts.audience].vi}" if facts.audience else "",
        *(feature.vi for feature in facts.features),
        facts.second.vi if facts.second else "",
        SEASONS[facts.season].vi if facts.season else "",
        f"mẫu mới {facts.year}" if facts.year else "",
        *(word.vi for word in facts.words),
        facts.supply.vi if facts.supply else "",
    )


def _spanish(facts: Facts) -> str:
    return _sentence(
        facts.noun.es,
        f"de {MATERIALS[facts.material].es}" if facts.material else "",
        STYLES[facts.style].es if facts.style else "",
        f"para {AUDIENCES[facts.audience].es}" if facts.audience else "",
        *(feature.es for feature in facts.features),
        facts.second.es if facts.second else "",
        f"de {SEASONS[facts.season].es}" if facts.season else "",
        f"novedad {facts.year}" if facts.year else "",
        *(word.es for word in facts.words),
        facts.supply.es if facts.supply else "",
    )


def _thai(facts: Facts) -> str:
    material = MATERIALS[facts.material].th if facts.material else ""
    return _joined(
        facts.noun.th + material,
        STYLES[facts.style].th if facts.style else "",
        f"สำหรับ{AUDIENCES[facts.audience].th}" if facts.audience else "",
        *(feature.th for feature in facts.features),
        facts.second.th if facts.second else "",
        SEASONS[facts.season].th if facts.season else "",
        f"รุ่นใหม่ {facts.year}" if facts.year else "",
        *(word.th for word in facts.words),
        facts.supply.th if facts.supply else "",
    )


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _sentence(*parts: str) -> str:
    text = _joined(*parts)
    return text[0].upper() + text[1:]
