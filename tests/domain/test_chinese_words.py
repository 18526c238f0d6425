"""What titles have in common."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.domain.chinese_words import MOST_WORDS, frequent_words, is_chinese

TITLES = [
    "跨境新款双肩包男大容量旅行背包",
    "双肩包女韩版学生书包",
    "厂家直销双肩包户外登山背包",
    "旅行双肩包背包大容量",
    "学生书包双肩包",
]


def test_the_longest_of_what_most_titles_share_comes_first():
    assert frequent_words(TITLES)[:3] == ["双肩包", "背包", "学生书包"]


def test_words_of_selling_are_no_names_of_goods():
    assert frequent_words(["厂家直销 A4", "厂家直销 B5", "新款 red"]) == []


def test_one_title_alone_proves_nothing():
    assert frequent_words(["陶瓷马克杯"]) == []


@given(st.lists(st.text(alphabet="双肩包背大容量abc ", max_size=40), max_size=8))
def test_every_word_is_chinese_and_in_two_titles(titles):
    words = frequent_words(titles)
    assert len(words) == len(set(words)) <= MOST_WORDS
    for word in words:
        assert is_chinese(word)
        assert sum(word in title for title in titles) >= 2
