"""The results of a closed survey on their way to those who answered it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SurveyNews:
    """How far the results have gone out: to everybody up to and with the person `told_until`.

    `is_drawn` says that the picture was made (`picture_id`; None where there is nothing to draw) and the groups told.
    """

    survey_id: int
    is_drawn: bool = False
    picture_id: int | None = None
    told_until: int = 0
