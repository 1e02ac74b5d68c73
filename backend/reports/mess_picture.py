"""The picture of a mess: boxes and arrows, from right to left, readable on a phone."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

import vl_convert
from PIL import ImageFont

from backend.domain.mess import IssueLink, LinkKind, MessSheet
from backend.domain.persian import digits
from backend.domain.suppression import SMALLEST_SHOWN, shown
from backend.reports.lettering import FONT, FONTS, register_fonts, right_to_left
from backend.reports.mess_layout import Layout, Line, Node, lay_out

MOST_BOXES = 15
_FACES = ("Vazirmatn-Regular.ttf", "Vazirmatn-Bold.ttf")
_SCALE = 1.5
_COLUMNS = 3
_COLUMN, _BETWEEN, _PAD, _BOW = 236.0, 92.0, 24.0, 22.0
_HEAD, _FOOT_LINE = 96.0, 40.0
_INNER = 14.0
_LINES = 4
_JOINERS = "\u200c\u200d"
_INK, _SOFT, _PAPER, _OWN = "#1f2937", "#4b5563", "#ffffff", "#0f766e"
_TITLE, _NONE = "آشفتگی", "شمار افراد: کمتر از ۵"
_ROOTS = "از راست به چپ و از بالا به پایین: از ریشه‌ها به پیامدها"
_STYLES = {
    LinkKind.CAUSES: ("#b91c1c", "", "باعث می‌شود"),
    LinkKind.WORSENS: ("#c2660c", "12 7", "تشدید می‌کند"),
    LinkKind.SHARES_CAUSE: ("#64748b", "2 8", "ریشهٔ مشترک"),
}
# From how many people on a box is so wide, its letters so large, and of which colour.
_SIZES = (
    (100, 1.0, 27, "#99d5cd"),
    (20, 0.95, 25, "#bfe5df"),
    (SMALLEST_SHOWN, 0.9, 23, "#def2ef"),
    (0, 0.84, 22, "#f3f4f6"),
)


@dataclass(frozen=True, slots=True)
class _Box:
    lines: tuple[str, ...]
    people: str
    width: float
    font: int
    fill: str
    is_own: bool

    @property
    def line_height(self) -> float:
        return self.font * 1.42

    @property
    def height(self) -> float:
        return self.line_height * (len(self.lines) + 0.9) + _INNER * 2


def draw(sheet: MessSheet) -> bytes:
    """Return a PNG of a mess: its first boxes, the arrows between them and what they mean."""
    register_fonts()
    return bytes(vl_convert.svg_to_png(svg(sheet), scale=_SCALE))


def svg(sheet: MessSheet) -> str:
    """Return the drawing itself."""
    ids = _chosen(sheet)
    links = [link for link in sheet.mess.links if {link.a, link.b} <= set(ids)]
    boxes = {issue_id: _box(sheet, issue_id) for issue_id in ids}
    heights = {issue_id: box.height for issue_id, box in boxes.items()}
    layout = lay_out(ids, [(link.a, link.b, link.has_direction) for link in links], heights, _COLUMNS)
    return _svg(sheet, boxes, links, layout)


def _chosen(sheet: MessSheet) -> list[int]:
    """Return the issues that are drawn: ring by ring around the own one, those of most people first."""
    chosen, ring = [sheet.issue.id], {sheet.issue.id}
    while ring and len(chosen) < MOST_BOXES:
        ends = {end for link in sheet.mess.links if {link.a, link.b} & ring for end in (link.a, link.b)}
        ring = ends - set(chosen)
        chosen += sorted(ring, key=lambda one: (-sheet.people.get(one, 0), one))
    return chosen[:MOST_BOXES]


def _box(sheet: MessSheet, issue_id: int) -> _Box:
    people = sheet.people.get(issue_id, 0)
    _, share, font, fill = next(size for size in _SIZES if people >= size[0])
    width = _COLUMN * share
    title = sheet.issues[issue_id].title
    told = _NONE if shown(people) is None else f"{digits(people)} نفر"
    is_own = issue_id == sheet.issue.id
    return _Box(_wrapped(title, _FACES[is_own], font, width - 2 * _INNER), told, width, font, fill, is_own)


def _wrapped(text: str, face: str, size: int, width: float) -> tuple[str, ...]:
    """Break a title into lines of a width; what does not fit is cut with an ellipsis."""
    font = ImageFont.truetype(str(FONTS / face), size)
    lines: list[str] = []
    for word in _drawable(text).split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    cut = [_cut(line, font, width) for line in lines[:_LINES]]
    if len(lines) > _LINES:
        cut[-1] = _cut(cut[-1] + "…", font, width)
    return tuple(cut)


def _drawable(text: str) -> str:
    """Blank what an SVG must not hold (control characters) and marks that would turn the direction of the text."""
    return "".join(one if one in _JOINERS or unicodedata.category(one)[0] != "C" else " " for one in text)


def _cut(line: str, font: ImageFont.FreeTypeFont, width: float) -> str:
    """Shorten a line that is too wide: a single long word, or a last one that an ellipsis was added to."""
    if font.getlength(line) <= width:
        return line
    while len(line) > 1 and font.getlength(line + "…") > width:
        line = line[:-1]
    return line.rstrip("\u200c …") + "…"


def _svg(sheet: MessSheet, boxes: dict[int, _Box], links: Sequence[IssueLink], layout: Layout) -> str:
    columns = max(2, len(layout.columns))
    # Lines bow out at both edges where boxes of one column are linked over others.
    width = 2 * (_PAD + _BOW) + columns * _COLUMN + (columns - 1) * _BETWEEN
    # The middle of each column; the roots' is the first, at the right.
    x_of = {
        node: width - _PAD - _BOW - _COLUMN / 2 - index * (_COLUMN + _BETWEEN)
        for index, column in enumerate(layout.columns)
        for node in column
    }
    place = {node: (x_of[node], _HEAD + middle) for node, middle in layout.middles.items()}
    used = [kind for kind in LinkKind if any(link.kind is kind for link in links)]
    foot = _HEAD + layout.height + 2 * _PAD
    hidden = sheet.mess.size - len(boxes)
    height = foot + _FOOT_LINE * (len(used) + (hidden > 0)) + 2 * _PAD
    parts = [
        *_head(width, sheet.mess.size),
        *_arrows(boxes, links, layout, place),
        *(part for issue_id, box in boxes.items() for part in _drawn_box(box, *place[issue_id])),
        *_legend(width, foot, used, hidden),
    ]
    marks = "".join(_mark(kind) for kind in used)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" font-family="{FONT}">'
        f'<defs>{marks}</defs><rect width="100%" height="100%" fill="{_PAPER}"/>{"".join(parts)}</svg>'
    )


def _head(width: float, size: int) -> Iterable[str]:
    yield _text(width - _PAD - _BOW, 46, f"{_TITLE}: {digits(size)} مسئلهٔ به‌هم‌پیوسته", 29, _INK, "end", is_bold=True)
    yield _text(width - _PAD - _BOW, 78, _ROOTS, 21, _SOFT, "end")


def _drawn_box(box: _Box, x: float, y: float) -> Iterable[str]:
    left, top = x - box.width / 2, y - box.height / 2
    edge, thickness = (_OWN, 4) if box.is_own else ("#94a3b8", 1.5)
    yield (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{box.width:.1f}" height="{box.height:.1f}" rx="14" '
        f'fill="{box.fill}" stroke="{edge}" stroke-width="{thickness}"/>'
    )
    for index, line in enumerate(box.lines):
        yield _text(x, top + _INNER + box.line_height * (index + 0.78), line, box.font, _INK, is_bold=box.is_own)
    baseline = top + _INNER + box.line_height * (len(box.lines) + 0.62)
    yield _text(x, baseline, box.people, round(box.font * 0.78), _SOFT)


def _arrows(
    boxes: dict[int, _Box], links: Sequence[IssueLink], layout: Layout, place: dict[Node, tuple[float, float]]
) -> Iterable[str]:
    across = [line for line in layout.lines if place[line.path[0]][0] != place[line.path[-1]][0]]
    leaving, arriving = _ports(boxes, across, place, 0), _ports(boxes, across, place, -1)
    follows = {pair for column in layout.columns for pair in pairwise(node for node in column if isinstance(node, int))}
    drawn: Counter[tuple[Node, ...]] = Counter()
    for line in layout.lines:
        kind = links[line.number].kind
        colour, dash, _ = _STYLES[kind]
        first, last = line.path[0], line.path[-1]
        if line.number not in leaving:
            drawn[line.path] += 1
            path = _below(boxes, place, line, drawn[line.path]) if line.path in follows else _beside(boxes, place, line)
        else:
            start = (place[first][0] - _half(boxes, first), leaving[line.number])
            end = (place[last][0] + _half(boxes, last), arriving[line.number])
            path = _through([start, *(place[bend] for bend in line.path[1:-1]), end])
        mark = "start" if line.runs_back else "end"
        head = f' marker-{mark}="url(#{kind})"' if links[line.number].has_direction else ""
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        pen = f'stroke="{colour}" stroke-width="3.5" stroke-linecap="round"{dashes}{head}'
        yield f'<path d="{path}" fill="none" {pen}/>'


def _ports(
    boxes: dict[int, _Box], lines: Iterable[Line], place: dict[Node, tuple[float, float]], end: int
) -> dict[int, float]:
    """Spread the lines over the side of the box at which they end, in the order in which they come."""
    at: dict[Node, list[Line]] = {}
    for line in lines:
        at.setdefault(line.path[end], []).append(line)
    found: dict[int, float] = {}
    for node, here in at.items():
        here.sort(key=lambda line: (place[line.path[1 if end == 0 else -2]][1], line.number))
        room = boxes[node].height * 0.7 if isinstance(node, int) else 0.0
        for index, line in enumerate(here):
            found[line.number] = place[node][1] + room * ((index + 1) / (len(here) + 1) - 0.5)
    return found


def _half(boxes: dict[int, _Box], node: Node) -> float:
    return boxes[node].width / 2 + 3 if isinstance(node, int) else 0.0


def _below(boxes: dict[int, _Box], place: dict[Node, tuple[float, float]], line: Line, count: int) -> str:
    """Go straight down to the next box of the column; further lines between the same two stand apart."""
    upper, lower = (node for node in line.path if isinstance(node, int))
    x = place[upper][0] + (count // 2) * 44 * (1 if count % 2 else -1)
    top = place[upper][1] + boxes[upper].height / 2 + 3
    return f"M{x:.1f},{top:.1f} L{x:.1f},{place[lower][1] - boxes[lower].height / 2 - 3:.1f}"


def _beside(boxes: dict[int, _Box], place: dict[Node, tuple[float, float]], line: Line) -> str:
    """Bow out between two boxes of one column: to the left in the leftmost one, else to the right."""
    (x, y1), (_, y2) = place[line.path[0]], place[line.path[-1]]
    xs = {one for one, _ in place.values()}
    side = -1 if len(xs) > 1 and x == min(xs) else 1
    start, end = x + side * _half(boxes, line.path[0]), x + side * _half(boxes, line.path[-1])
    bow = x + side * (_COLUMN / 2 + 2.4 * _BOW)
    return f"M{start:.1f},{y1:.1f} C{bow:.1f},{y1:.1f} {bow:.1f},{y2:.1f} {end:.1f},{y2:.1f}"


def _through(points: Sequence[tuple[float, float]]) -> str:
    """Return a smooth path that is level at every point; a bend is passed level over a column's whole width."""
    knots = [points[0]]
    for x, y in points[1:-1]:
        knots += [(x + _COLUMN / 2, y), (x - _COLUMN / 2, y)]
    knots.append(points[-1])
    path = f"M{knots[0][0]:.1f},{knots[0][1]:.1f}"
    for (x1, y1), (x2, y2) in pairwise(knots):
        middle = (x1 + x2) / 2
        path += f" C{middle:.1f},{y1:.1f} {middle:.1f},{y2:.1f} {x2:.1f},{y2:.1f}"
    return path


def _legend(width: float, top: float, used: Sequence[LinkKind], hidden: int) -> Iterable[str]:
    right = width - _PAD - _BOW
    for index, kind in enumerate(used):
        colour, dash, words = _STYLES[kind]
        y = top + _FOOT_LINE * (index + 0.5)
        head = "" if kind is LinkKind.SHARES_CAUSE else f' marker-end="url(#{kind})"'
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        yield (
            f'<path d="M{right:.0f},{y:.0f} L{right - 84:.0f},{y:.0f}" stroke="{colour}" stroke-width="3.5" '
            f'fill="none"{dashes}{head} stroke-linecap="round"/>'
        )
        yield _text(right - 104, y + 7, words, 22, _INK, "end")
    if hidden > 0:
        y = top + _FOOT_LINE * (len(used) + 0.5)
        yield _text(right, y + 7, f"و {digits(hidden)} مسئلهٔ دیگر که در تصویر جا نشد", 22, _SOFT, "end")


def _mark(kind: LinkKind) -> str:
    colour = _STYLES[kind][0]
    return (
        f'<marker id="{kind}" viewBox="0 0 10 10" refX="8.5" refY="5" markerWidth="5" markerHeight="5" '
        f'orient="auto-start-reverse"><path d="M0,0 L10,5 L0,10 z" fill="{colour}"/></marker>'
    )


def _text(
    x: float, y: float, words: str, size: int, colour: str, anchor: str = "middle", *, is_bold: bool = False
) -> str:
    """Embed a text from right to left, since the drawing's own direction would move its figures and stops."""
    weight = ' font-weight="bold"' if is_bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{colour}" text-anchor="{anchor}"{weight}>'
        f"{right_to_left(escape(words))}</text>"
    )
