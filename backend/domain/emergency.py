"""Whom to call first when somebody is in danger: a message to us puts no fire out."""

import re
from enum import StrEnum


class Emergency(StrEnum):
    """A kind of danger, by who comes to help."""

    FIRE = "fire"
    MEDICAL = "medical"
    CRIME = "crime"
    HAZARD = "hazard"


_FOLD = str.maketrans({"ي": "ی", "ك": "ک", "آ": "ا", "أ": "ا", "\u200c": " "})
_HURT = re.compile(
    r"زخمی|مجروح|مصدوم|خونریزی|خون\s?ریزی|بی\s?هوش|بیهوش|سکته|غش\s+کرد|نفس\s?(?:ش|شان)?\s+(?:نمی|بالا)|تشنج|مسموم|"
    r"برق\s?گرفت|کشته|جان\s+داد|تصادف\w*|اورژانس|(?:چاقو|تیر|گلوله)\s+خورد|خود\w*\s+(?:را|رو)?\s*پرت|خودکشی"
)
_FIRE = re.compile(
    r"اتش|اتیش|اتیش|می\s?سوز|شعله|دود\s+غلیظ|(?:بوی|نشت|نشتی|لوله)\s+(?:شدید\s+)?گاز|گاز\s+(?:نشت|می\s?اید|میاد)|انفجار|منفجر|"
    r"گیر\s?(?:کرد|افتاد)\w*|افتاد\w*\s+(?:تو|توی|داخل|در|به)\s+(?:چاه|گود|کانال)|(?:تو|توی|داخل|در)\s+(?:چاه|گود|کانال)\s+افتاد|"
    r"زیر\s+اوار|زیر\w*\s+(?:مان|موند|گیر)\w*|سیل"
)
_CRIME = re.compile(
    r"چاقو|قمه|اسلحه|تیراندازی|تیر\s?اندازی|دزد|سرقت|کیف\s?قاپ|گوشی\s?قاپ|زورگیر|خفت\s?گیر|درگیری|نزاع|دعوا|کتک|مزاحم|ازار|ربود|ادم\s?ربا|تجاوز"
)
_CRIMINAL_TOPICS = frozenset({"security"})
_BURNING_TOPICS = frozenset({"fire"})


def emergency_of(text: str, topic: str | None) -> Emergency:
    """Return the kind of danger that an urgent message tells of.

    Somebody hurt comes first, then what burns, leaks or holds somebody fast, then violence; what remains (an open
    well, a leaning wall, a hanging wire) is the city's own emergency line. Where no word tells, as in Latin letters,
    the topic does.
    """
    said = text.translate(_FOLD)
    if _HURT.search(said):
        return Emergency.MEDICAL
    if _FIRE.search(said):
        return Emergency.FIRE
    if _CRIME.search(said) or topic in _CRIMINAL_TOPICS:
        return Emergency.CRIME
    return Emergency.FIRE if topic in _BURNING_TOPICS else Emergency.HAZARD
