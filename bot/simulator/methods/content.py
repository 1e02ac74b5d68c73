"""Parts that several sending and editing methods share."""

from collections.abc import Callable, Mapping

from bot.simulator.errors import BadRequestError
from bot.simulator.keyboards import split
from bot.simulator.markup import detect, parse
from bot.simulator.params import Params
from bot.simulator.wire import Json
from bot.simulator.world import World

type Method = Callable[[World, Params], object]
type Methods = Mapping[str, Method]

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
_BALE_ENTITIES = frozenset({"mention", "bot_command"})


def entities_of(world: World, text: str) -> list[Json]:
    """What the platform itself finds in a text."""
    return detect(text, _BALE_ENTITIES if world.is_bale else None)


def formatted(world: World, params: Params, name: str) -> tuple[str, list[Json]]:
    """Text or caption after its parse mode, trimmed as the platform does, with its entities."""
    raw = params.text(name)
    mode = params.text("parse_mode")
    given = "entities" if name == "text" else f"{name}_entities"
    if mode and not world.is_bale:
        text, marked = parse(raw, mode)
    else:
        text, marked = raw, params.array(given) if given in params.values else []
    if not marked:
        text = text.strip()
    return text, marked + [entity for entity in entities_of(world, text) if entity not in marked]


def text_content(world: World, params: Params) -> Json:
    """The text fields of a message.

    Raises:
        BadRequestError: empty or over 4096 characters.
    """
    text, entities = formatted(world, params, "text")
    if not text.strip():
        raise BadRequestError("message text is empty")
    if len(text) > TEXT_LIMIT:
        raise BadRequestError("message is too long")
    return {"text": text, "entities": entities} if entities else {"text": text}


def caption_content(world: World, params: Params) -> Json:
    """The caption fields of a message, none when it has no caption.

    Raises:
        BadRequestError: over 1024 characters.
    """
    caption, entities = formatted(world, params, "caption")
    if len(caption) > CAPTION_LIMIT:
        raise BadRequestError("message caption is too long")
    if not caption:
        return {}
    return {"caption": caption, "caption_entities": entities} if entities else {"caption": caption}


def keyboards(params: Params) -> tuple[Json, Json | None]:
    """The inline keyboard as message fields, and what goes to the input field."""
    if not params.values.get("reply_markup"):
        return {}, None
    inline, keyboard = split(params.mapping("reply_markup"))
    return ({"reply_markup": inline} if inline else {}), keyboard
