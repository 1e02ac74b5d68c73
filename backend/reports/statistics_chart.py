"""The pictures of the statistics: a few charts one below the other, from right to left, as wide as a phone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import altair as alt
import vl_convert

from backend.domain.city import City
from backend.domain.issue import IssueState
from backend.domain.people import StakeholderGroup
from backend.domain.persian import date_short, digits
from backend.domain.statistics import RESPONSE_DAYS, Statistics, Tally
from backend.domain.suppression import shown_cells
from backend.reports.lettering import FONT, register_fonts, right_to_left

_WIDTH, _LABELS = 330, 250
_BAR, _WEEKS_HEIGHT = 34, 190
_SCALE = 2.0
_MOST_DISTRICTS = 22
_COLOUR, _INK, _SOFT, _PAPER = "#0f766e", "#1f2937", "#4b5563", "#ffffff"
_HIDDEN, _UNKNOWN, _OUTSIDE = "پوشیده", "نامشخص", "بیرون از محورها"
_STATES = {
    IssueState.NEW: "تازه",
    IssueState.UNDER_STUDY: "در دست بررسی",
    IssueState.PLANNED: "در برنامه",
    IssueState.IN_PROGRESS: "در حال اجرا",
    IssueState.DONE: "انجام شد",
    IssueState.WONT_DO: "انجام نمی‌شود",
    IssueState.NOT_OURS: "دستگاه دیگر",
}
_STAKEHOLDERS = {
    StakeholderGroup.CITIZENS: "شهروند",
    StakeholderGroup.ASSOCIATIONS: "نهاد مردمی یا تشکل",
    StakeholderGroup.AGENCIES: "دستگاه اجرایی",
    StakeholderGroup.ELITES: "نخبه یا کارشناس",
    StakeholderGroup.STAFF: "کارمند شهرداری",
}
type AnyChart = alt.LayerChart | alt.FacetChart


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with what is written beside it; a hidden number has the length 0."""

    name: str
    length: int
    label: str


def draw(statistics: Statistics, city: City) -> list[tuple[str, bytes]]:
    """Return two PNGs: what came and where it stands; who it came from and how soon it was taken up."""
    register_fonts()
    course = [
        ("پیام‌ها در هر هفته (شنبهٔ آغاز هفته)", _weeks(statistics, city)),
        ("پیام‌ها در هر محور", _bars(_axes(statistics, city))),
        ("مسئله‌ها در هر وضع", _bars(_states(statistics))),
    ]
    people = [
        ("افراد در هر منطقه", _bars(_districts(statistics, city))),
        ("افراد در هر گروه ذی‌نفع", _bars(_stakeholders(statistics))),
        ("زمان نخستین پاسخ به مسئله‌ها", _bars(_responses(statistics))),
    ]
    zone = city.zone
    since = f"از {date_short(statistics.since, zone)} تا {date_short(statistics.until, zone)}"
    return [
        ("statistics-1.png", _page(f"روند هم‌اندیش {city.title}", since, course)),
        ("statistics-2.png", _page(f"مردم و پاسخ‌ها در {city.title}", since, people)),
    ]


def _page(title: str, subtitle: str, charts: Sequence[tuple[str, AnyChart]]) -> bytes:
    panels = [chart.properties(title=_heading(name)) for name, chart in charts]
    page = (
        alt.vconcat(*panels, spacing=34)
        .resolve_scale(x="independent", y="independent")
        .properties(
            title=alt.TitleParams(
                right_to_left(title), subtitle=[right_to_left(subtitle)], anchor="end", offset=22, subtitlePadding=8
            ),
            padding=24,
            background=_PAPER,
        )
        .configure(font=FONT)
        .configure_view(stroke=None)
        .configure_axis(labelFontSize=17, domain=False, ticks=False, labelColor=_INK, grid=False)
        .configure_title(fontSize=24, subtitleFontSize=17, color=_INK, subtitleColor=_SOFT)
    )
    return bytes(vl_convert.vegalite_to_png(str(page.to_json()), scale=_SCALE))


def _heading(name: str) -> alt.TitleParams:
    return alt.TitleParams(right_to_left(name), anchor="end", fontSize=19, offset=10, frame="bounds")


def _weeks(statistics: Statistics, city: City) -> AnyChart:
    rows = [
        {"order": order, "week": date_short(begin, city.zone)[5:], "n": count, "label": digits(count)}
        for order, (begin, count) in enumerate(statistics.weeks)
    ]
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        x=alt.X(
            "week:N",
            sort=[str(row["week"]) for row in reversed(rows)],
            title=None,
            axis=alt.Axis(labelAngle=-60, labelFontSize=15),
        ),
        y=alt.Y("n:Q", title=None, axis=None, scale=alt.Scale(domainMin=0, nice=False, padding=22)),
    )
    bars = base.mark_bar(cornerRadius=3, color=_COLOUR)
    labels = base.mark_text(dy=-10, fontSize=15, color=_INK).encode(text="label:N")
    return alt.layer(bars, labels).properties(width=_WIDTH + _LABELS, height=_WEEKS_HEIGHT)


def _bars(bars: Sequence[Bar]) -> AnyChart:
    rows = [{"name": right_to_left(bar.name), "n": bar.length, "label": right_to_left(bar.label)} for bar in bars]
    longest = max((bar.length for bar in bars), default=0) or 1
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        y=alt.Y(
            "name:N",
            sort=[str(row["name"]) for row in rows],
            title=None,
            axis=alt.Axis(
                orient="right", labelLimit=_LABELS - 10, labelPadding=10, minExtent=_LABELS, maxExtent=_LABELS
            ),
        ),
        x=alt.X("n:Q", title=None, axis=None, scale=alt.Scale(reverse=True, domain=[0, longest * 1.3], nice=False)),
    )
    drawn = base.mark_bar(cornerRadius=3, color=_COLOUR, height=22)
    labels = base.mark_text(align="right", dx=-6, color=_INK, fontSize=16).encode(text="label:N")
    return alt.layer(drawn, labels).properties(width=_WIDTH, height=alt.Step(_BAR))


def _axes(statistics: Statistics, city: City) -> list[Bar]:
    counts = dict.fromkeys(city.axes.values(), 0)
    for topic, count in statistics.topics.items():
        title = city.axis_title(topic) or (_OUTSIDE if topic else _UNKNOWN)
        counts[title] = counts.get(title, 0) + count
    return _counted(dict(sorted(counts.items(), key=lambda one: -one[1])))


def _states(statistics: Statistics) -> list[Bar]:
    return _counted({name: statistics.states.get(state, 0) for state, name in _STATES.items()})


def _districts(statistics: Statistics, city: City) -> list[Bar]:
    named = {title: statistics.districts.get(code, Tally(0, 0)).people for code, title in city.districts.items()}
    unknown = statistics.districts.get(None, Tally(0, 0)).people
    spoken = {title: people for title, people in named.items() if people} | ({_UNKNOWN: unknown} if unknown else {})
    # Hidden ones stand in the city's order: an order by size would tell something of them.
    return sorted(_suppressed(spoken), key=lambda bar: -bar.length)[:_MOST_DISTRICTS]


def _stakeholders(statistics: Statistics) -> list[Bar]:
    cells = {name: statistics.stakeholders.get(group, Tally(0, 0)).people for group, name in _STAKEHOLDERS.items()}
    return _suppressed(cells | {_UNKNOWN: statistics.stakeholders.get(None, Tally(0, 0)).people})


def _responses(statistics: Statistics) -> list[Bar]:
    names = ["تا یک روز", *(f"تا {digits(days)} روز" for days in RESPONSE_DAYS[1:]), "بیشتر"]
    counts = dict(zip(names, statistics.responses_within(), strict=True))
    return _counted(counts | {"هنوز بی‌پاسخ": statistics.unanswered})


def _counted(counts: Mapping[str, int]) -> list[Bar]:
    return [Bar(name, count, digits(count)) for name, count in counts.items()]


def _suppressed(cells: Mapping[str, int]) -> list[Bar]:
    """Numbers of people: small ones are hidden, with those that would give them away."""
    told = shown_cells(cells)
    return [Bar(name, count or 0, _HIDDEN if count is None else digits(count)) for name, count in told.items()]
