"""What people say to a bot that is no matter of the city: greetings, thanks, and asking what came of their messages."""

import re
from enum import StrEnum

# More words than these tell something besides.
_MOST_WORDS = 8
_NO_LETTERS = re.compile(r"[^\w\s]|_")
_GREETING = re.compile(
    r"((سلام|سلامم|درود|صبح بخیر|ظهر بخیر|عصر بخیر|شب بخیر|وقت بخیر|روز بخیر|hi|hello|salam)\s*"
    r"((و )?(علیکم|خسته نباشید|خسته نباشین|خوبید|خوبین|خوبی|وقت بخیر|روز بخیر|صبح بخیر|شب بخیر|عرض ادب|دوستان)\s*)*)"
    r"|خسته نباشی[دن]"
)
_THANKS = re.compile(
    r"((خیلی|بسیار|واقعا) )?"
    r"(ممنون|ممنونم|مرسی|متشکرم|متشکر|تشکر|سپاس|سپاسگزارم|دستتون درد نکنه|دست شما درد نکند|دمتون گرم|thanks|thank you)"
    r"( (از شما|ازتون|از لطفتون|از لطف شما|فراوان))?"
)
_STANDING = re.compile(
    r"((سلام|ببخشید|خب) )*((چی|چه) شد\w*|به کجا رسید|کجا رسید|نتیجه (چی|چه) شد)"
    r"( پس)? (این |آن |اون )?(پیام|درخواست|شکایت|گزارش|پیگیری|کار)\s?(م|من|ما|مان|مون|های? من|هام|های? ما)?"
    r"|((سلام|ببخشید|خب) )*(پیام|درخواست|شکایت|گزارش)\s?(م|من|ما|مان|مون|های? من|هام|های? ما)"
    r" ((چی|چه) شد\w*|به کجا رسید|کجا رسید|در چه (حالی|وضعی) (است|هست))"
)


class SmallTalk(StrEnum):
    """Kinds of talk that ask for a kind word, not for a topic."""

    GREETING = "greeting"
    THANKS = "thanks"
    STANDING = "standing"


def small_talk_in(text: str) -> SmallTalk | None:
    """Return what a whole message is, if it is nothing but talk; anything more is somebody's concern."""
    plain = text.replace("\u200c", " ").replace("ي", "ی").replace("ك", "ک").lower()
    words = _NO_LETTERS.sub(" ", plain).split()
    if not words or len(words) > _MOST_WORDS:
        return None
    said = " ".join(words)
    kinds = ((SmallTalk.GREETING, _GREETING), (SmallTalk.THANKS, _THANKS), (SmallTalk.STANDING, _STANDING))
    return next((kind for kind, pattern in kinds if pattern.fullmatch(said)), None)
