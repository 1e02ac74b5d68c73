"""Words that are withheld.

Seeded with the list of offensive words of amirivojdan/shekar (MIT licence), and cut down: words that have a harmless
meaning in messages about a city are left out («بکن بکن» is digging, «تاپاله» lies in the street, «کس» alone is
somebody), and so is what people say in anger about a problem. Spelled as `words_of` folds a text.
"""


def _phrases(listed: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in listed.replace("\n", "،").split("،") if phrase.strip())


OBSCENE = _phrases(
    """
    کیر، کیری، کیرم، کیرت، کیرش، کیروکس، بکیرم، کیرخر، کیردوست، کیرمکیدن، کیرناز، کیردراز، سرکیر، کیر خر
    کسکش، کسکشا، کس کش، کصکش، کص کش، کسکیر، کسکشها، کس کشها، کس کشی، کسکشی
    کص، کصکلک، کصپولی، کصپدر، کسقلمبه، کصقلمبه، کسخل، کصخل، کس خل، کص خل، کسشعر، کصشعر، کسشر، کس شعر، کص شعر
    کس و کیر، کس ننت، کس ننه، کس مادر، کس مادرت، کس لیس، کس لیسیدن، کس خور، کس خیس، کس دادن، کس کردن
    جنده، جندهها، جنده ها، جنده خانه، مادرجنده، مادر جنده، خواهرجنده، خارجنده، خار جنده، زن جنده، خانم جنده، دختر جنده
    خارکسده، خارکسه، خارکس ده، خار کسده، خار کصده، خوارکسده، خواهر کسده، مادرکسده
    کونی، کونیها، کونی ها، کیونی، خارکونی، خوارکونی، خوار کونی، خواهر کونی، مادر کونی، بچه کونی، لاکونی، ساکونی، تو کونت
    گاییدن، گاییدم، گاییدمت، دهنتو گاییدم، ننتو گاییدم، بگاد، بگا، بکنمت، مادر فاکر
    سکس، سکسی، سکسیی، سکسیم، خار سولاخی
    """
)
"""Said of anybody in any connexion, these are no part of a message about a city."""
INSULTS = _phrases(
    """
    پدرسگ، پدر سگ، پدرسگا، پدرسگها، بی شرف، بیشرف، بی شرفا، بی ناموس، بیناموس، بی ناموسا، بی غیرت، بیغیرت
    دیوث، دیوس، حرومزاده، حروم زاده، حرامزاده، حرام زاده، حرومزادهها، زنازاده، ولدزنا، حروم لقمه، حروملقمه
    بی پدر، بی پدر مادر، بی پدر و مادر، بی پدرو مادر، گوه خور، گه خور، گوه خوردی، گه خوردی، مرتیکه، مردک، زنیکه
    احمق، الاغ، عوضی، بیشعور، بی شعور، نفهم، خفه شو، گمشو، گم شو، خاک بر سرت، خاک تو سرت
    """
)
"""In anger about a problem these are borne; in a message that brings up nothing they are all that it says."""
