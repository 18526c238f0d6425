"""Taking an address apart that was copied from a forwarder's page or a message. Only a proposal: a person has
to look at it. Nothing that was pasted is lost: what fits nowhere else stays in the street."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from sourcing_desktop.domain.address import ALLOWED_FORMAT, Address, tidy
from sourcing_desktop.domain.address_checks import completed
from sourcing_desktop.domain.divisions import Divisions
from sourcing_desktop.domain.pasted_place import find_place, without_repetition

_WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0x3002: " ", 0x3001: ","}
"""Letters, digits and marks as Chinese keyboards make them, and what is meant."""

LABELS = {
    "name": "收件人姓名 收货人姓名 收件人 收货人 联系人 姓名 recipient receiver consignee contact name",
    "number": "收货人电话 收件人电话 联系电话 联系方式 手机号码 手机号 手机 电话号码 电话"
    " mobile phone telephone tel",
    "postcode": "邮政编码 邮编 postcode zipcode zip",
    "place": "所在地区 所在省市 收货地址 收件地址 详细地址 街道地址 仓库地址 地址 地区 省份 城市 区县"
    " address region province city district street",
}
"""What is written before a colon, and what stands behind it."""

_KINDS = "|".join(f"(?P<{kind}>{words.replace(' ', '|')})" for kind, words in LABELS.items())
_LABEL = re.compile(rf"(?:^|(?<=[\s,;]))(?:{_KINDS})[ \t]*:", re.IGNORECASE | re.MULTILINE)
_LABEL_WORD = re.compile(rf"(?:^|(?<=[\s,;]))(?:{_KINDS})[ \t]*(?::|(?=\s))", re.IGNORECASE | re.MULTILINE)
"""A label whose colon was forgotten, too."""

_MOBILE = re.compile(r"(?<![\w+-])(?:(?:\+|00)?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\w-])", re.ASCII)
_PHONE = re.compile(r"(?<![\w+-])(?:(?:\+|00)86[ -]?)?0?\d{2,3}[ -]\d{7,8}(?:-\d{1,5})?(?![\w-])", re.ASCII)
_POSTCODE = re.compile(r"(?<![\w+-])\d{6}(?![\w-])", re.ASCII)
_TOWN = re.compile(
    r"[\s,;|/]*([^\W\d_]{1,10}?(?:街道办事处|街道(?!办)|[镇乡](?![镇乡路街道巷村中大东西南北])))"
)
_CODE = re.compile(r"[(\[]?(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[A-Za-z0-9]+(?:[-_#][A-Za-z0-9]+)*[)\]]?", re.ASCII)
_PERSON = re.compile(r"[^\W\d_][^\W\d_.'’-]{0,19}[.]?(?:[(\[][\w-]{1,20}[)\]])?")
_PART_OF_A_STREET = re.compile(r"[省市区县镇乡村路街道巷弄号栋幢座楼层室园厂仓库店铺城门旁内]$")
_BETWEEN = re.compile(r"[\s,;|]+")
NUMBER_HERE = "\0"
LONGEST_NAME_IN_WORDS = 4


@dataclass
class _Text:
    """What is still to be placed: unlabelled text, and what stood behind labels."""

    free: list[str] = field(default_factory=list)
    name: str = ""
    numbers: str = ""
    postcode: str = ""


def split_address(text: str, divisions: Divisions) -> Address:
    """The parts of an address in the order Chinese or forwarders write them, with or without labels. Parts
    that are not there are empty."""
    parts = _sorted_by_labels(_plain(text), divisions)
    body = "\n".join(parts.free)
    mobile, parts.numbers, body, parts.name = _take(_MOBILE, parts.numbers, body, parts.name)
    phone, parts.numbers, body = _take(_PHONE, parts.numbers, body)
    postcode, parts.postcode, body = _take(_POSTCODE, parts.postcode, body)
    place = find_place(body, divisions)
    before, after = (body[: place.start], body[place.end :]) if place else ("", body)
    after = without_repetition(after, place, divisions) if place else after
    name = parts.name.replace(NUMBER_HERE, " ")
    if not tidy(name):
        name, before, after = _take_name(before, after)
    town, after = take_town(after) if place else ("", after)
    left = [after, before, parts.numbers, parts.postcode]
    street = " ".join(word for part in left for word in _BETWEEN.split(_unmarked(part)) if word)
    names = place.names if place else ("", "", "")
    address = Address(name, mobile, *names, street, town, postcode, phone)
    return completed(address.tidied(), divisions)


def take_town(text: str) -> tuple[str, str]:
    """The town or subdistrict that a text begins with, empty without one, and what stands behind it."""
    match = _TOWN.match(text)
    return (match[1], text[match.end() :].lstrip()) if match else ("", text)


def _plain(text: str) -> str:
    """Text with ordinary digits and marks, in lines, without characters that cannot be seen."""
    seen = (
        character
        for character in text.translate(_WIDE)
        if character in ALLOWED_FORMAT or character.isspace() or unicodedata.category(character)[0] != "C"
    )
    return "\n".join(" ".join(line.split()) for line in "".join(seen).splitlines())


def _sorted_by_labels(text: str, divisions: Divisions) -> _Text:
    """Where the labels hide the place, because one lacks its colon, the text is read as if it had none."""
    parts = _behind_labels(text)
    if find_place("\n".join(parts.free), divisions) is None:
        unlabelled = _LABEL_WORD.sub(" ", text)
        if find_place(unlabelled, divisions) is not None:
            return _Text([unlabelled])
    return parts


def _behind_labels(text: str) -> _Text:
    parts, at, kind = _Text(), 0, "place"
    for match in _LABEL.finditer(text):
        _put(parts, kind, text[at : match.start()])
        at, kind = match.end(), match.lastgroup or "place"
    _put(parts, kind, text[at:])
    return parts


def _put(parts: _Text, kind: str, text: str) -> None:
    """The first line belongs to the label before it, what follows does not. A second name or number is not
    like a first one, and stays with the rest."""
    value, _, further = text.partition("\n")
    value = value.strip(" ,;")
    if kind == "name" and not parts.name:
        parts.name = value
    elif kind == "number":
        parts.numbers = f"{parts.numbers} {value}"
    elif kind == "postcode" and not parts.postcode:
        parts.postcode = value
    else:
        further = f"{value}\n{further}"
    parts.free.append(further)


def _take(pattern: re.Pattern[str], *texts: str) -> list[str]:
    """What the pattern finds in the first text that has it, and the texts, marked where it stood."""
    left = list(texts)
    for number, text in enumerate(texts):
        if match := pattern.search(text):
            left[number] = f"{text[: match.start()]} {NUMBER_HERE} {text[match.end() :]}"
            return [match[0], *left]
    return ["", *left]


def _take_name(before: str, after: str) -> tuple[str, str, str]:
    """The words that look like a person or a customer's code, next to a number or else at an end of the
    address, and what is left of the text around the place."""
    first, last = _words(before), _words(after)
    for words in (last, first):
        if NUMBER_HERE in words:
            at = words.index(NUMBER_HERE)
            if span := _name_before(words, at) or _name_after(words, at + 1):
                return _cut(words, span, first, last)
    for words, span in ((first, _name_after(first, 0)), (last, _name_before(last, len(last)))):
        if span and len(_unmarked(" ".join(first + last)).split()) > span[1] - span[0]:
            return _cut(words, span, first, last)
    return "", before, after


def _cut(words: list[str], span: tuple[int, int], first: list[str], last: list[str]) -> tuple[str, str, str]:
    start, end = span
    name = " ".join(words[start:end])
    words[start:end] = []
    return name, " ".join(first), " ".join(last)


def _words(text: str) -> list[str]:
    return [word for word in _BETWEEN.split(text) if word]


def _name_before(words: list[str], end: int) -> tuple[int, int] | None:
    start = end
    while start > 0 and end - start < LONGEST_NAME_IN_WORDS and _fits(words[start - 1]):
        start -= 1
    return (start, end) if start < end else None


def _name_after(words: list[str], start: int) -> tuple[int, int] | None:
    end = start
    while end < len(words) and end - start < LONGEST_NAME_IN_WORDS and _fits(words[end]):
        end += 1
    return (start, end) if start < end else None


def _fits(word: str) -> bool:
    """Whether a word can be in a name: a customer's code, or a word that ends no line of a street."""
    return bool(_CODE.fullmatch(word)) or (
        bool(_PERSON.fullmatch(word)) and not _PART_OF_A_STREET.search(word)
    )


def _unmarked(text: str) -> str:
    return text.replace(NUMBER_HERE, " ")
