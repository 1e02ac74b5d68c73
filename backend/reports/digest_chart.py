"""The chart of a digest: its first issues as bars, from right to left."""

import altair as alt
import vl_convert

from backend.domain.digest import Digest, DigestItem
from backend.domain.persian import digits
from backend.reports.lettering import FONT, register_fonts, right_to_left

MOST_BARS = 10
_TITLE_LENGTH = 46
_WIDTH = 300
_BAR_STEP = 56
_SCALE = 2.0
_THIS, _LAST = "این دوره", "دورهٔ پیش"
_NOW, _BEFORE, _INK, _PAPER = "#0f766e", "#99c9c4", "#1f2937", "#ffffff"


def draw(digest: Digest, title: str, subtitle: str) -> bytes:
    """Return a PNG: for each of the first issues the messages of this period and of the one before.

    Bars run from the right, as Persian is read; their labels stand at the right edge.
    """
    register_fonts()
    stretches = [(0, _THIS), (1, _LAST)] if any(item.messages_before for item in digest.items) else [(0, _THIS)]
    rows = [
        {"issue": _issue(item), "order": order, "when": when, "n": count, "label": digits(count)}
        for item in digest.items[:MOST_BARS]
        for order, when in stretches
        for count in ((item.messages, item.messages_before)[order],)
    ]
    spec = _chart(rows, right_to_left(title), right_to_left(subtitle))
    return bytes(vl_convert.vegalite_to_png(spec, scale=_SCALE))


def _chart(rows: list[dict[str, object]], title: str, subtitle: str) -> str:
    order = list(dict.fromkeys(str(row["issue"]) for row in rows))
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        y=alt.Y("issue:N", sort=order, title=None, axis=alt.Axis(orient="right", labelLimit=420, labelPadding=10)),
        yOffset=alt.YOffset("order:O"),
        x=alt.X("n:Q", title=None, axis=None, scale=alt.Scale(reverse=True, nice=False, padding=24)),
    )
    bars = base.mark_bar(cornerRadius=3).encode(
        color=alt.Color(
            "when:N",
            scale=alt.Scale(domain=[_THIS, _LAST], range=[_NOW, _BEFORE]),
            legend=alt.Legend(title=None, orient="bottom", direction="horizontal"),
        )
    )
    labels = base.mark_text(align="right", dx=-6, color=_INK, fontSize=18).encode(text="label:N")
    heading = alt.TitleParams(title, subtitle=[subtitle], anchor="end", offset=16)
    chart = (
        alt.layer(bars, labels)
        .properties(width=_WIDTH, height=alt.Step(_BAR_STEP / 2), title=heading, padding=24, background=_PAPER)
        .configure(font=FONT)
        .configure_view(stroke=None)
        .configure_axis(labelFontSize=19, domain=False, ticks=False, labelColor=_INK)
        .configure_title(fontSize=23, subtitleFontSize=18, color=_INK, subtitleColor="#4b5563")
        .configure_legend(labelFontSize=17, labelColor=_INK)
    )
    return str(chart.to_json())


def _issue(item: DigestItem) -> str:
    short = item.title if len(item.title) <= _TITLE_LENGTH else item.title[: _TITLE_LENGTH - 1].rstrip() + "…"
    return right_to_left(f"{digits(item.rank)}. {short}")
