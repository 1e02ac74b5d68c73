"""Methods that send files."""

from types import MappingProxyType

from bot.simulator.errors import BadRequestError
from bot.simulator.files import StoredFile, photo_sizes
from bot.simulator.methods.content import Methods, caption_content
from bot.simulator.methods.sending import deliver, replied
from bot.simulator.params import Params
from bot.simulator.wire import Json
from bot.simulator.world import World

_ALBUM_SIZES = range(2, 11)
_ATTACH = "attach://"


def document(file: StoredFile) -> Json:
    """The Bot API's Document."""
    return {**file.reference(), "file_name": file.name, "mime_type": file.mime}


def voice(file: StoredFile, duration: int) -> Json:
    """The Bot API's Voice."""
    return {**file.reference(), "duration": duration, "mime_type": "audio/ogg"}


def described(file: StoredFile, kind: str, duration: int = 0) -> Json:
    """The message field of a file sent as `kind`."""
    match kind:
        case "photo":
            return {"photo": photo_sizes(file)}
        case "voice":
            return {"voice": voice(file, duration)}
        case "audio":
            return {"audio": {**file.reference(), "duration": duration, "mime_type": file.mime, "file_name": file.name}}
        case "video":
            size = {"width": 640, "height": 360, "duration": duration}
            return {"video": {**file.reference(), **size, "mime_type": file.mime, "file_name": file.name}}
    return {"document": document(file)}


def _stored(world: World, params: Params, source: object, field: str, kind: str) -> StoredFile:
    """The file that a parameter names: an upload, an attached part or a known file id."""
    name = source if isinstance(source, str) else ""
    part = name.removeprefix(_ATTACH) if name.startswith(_ATTACH) else field
    upload = params.uploads.get(part)
    if upload is not None and (not name or name.startswith(_ATTACH)):
        if not upload.content:
            raise BadRequestError("file must be non-empty")
        return world.files.add(upload.content, upload.name, kind, upload.mime)
    if not name:
        raise BadRequestError(f"there is no {kind} in the request")
    if name.startswith(("http://", "https://")):
        raise BadRequestError("failed to get HTTP URL content")
    if (file := world.files.get(name)) is None:
        raise BadRequestError("wrong remote file identifier specified: can't unserialize it")
    return file


def _send(world: World, params: Params, kind: str) -> Json:
    chat = world.chat_to_write(params.chat_id())
    caption = caption_content(world, params)
    file = _stored(world, params, params.values.get(kind), kind, kind)
    content = described(file, kind, params.number("duration", 0))
    return deliver(world, chat, params, {**content, **caption})


def send_photo(world: World, params: Params) -> Json:
    """Send a picture."""
    return _send(world, params, "photo")


def send_document(world: World, params: Params) -> Json:
    """Send a file."""
    return _send(world, params, "document")


def send_voice(world: World, params: Params) -> Json:
    """Send a voice message."""
    return _send(world, params, "voice")


def send_media_group(world: World, params: Params) -> list[Json]:
    """Send an album of 2 to 10 pictures, or of as many documents."""
    chat = world.chat_to_write(params.chat_id())
    items = params.array("media")
    if len(items) not in _ALBUM_SIZES:
        raise BadRequestError("media group must include 2-10 items")
    kinds = {str(item.get("type")) for item in items}
    if not kinds <= {"photo", "document"} or len(kinds) != 1:
        raise BadRequestError("can't mix these media types in one group")
    contents: list[Json] = []
    for item in items:
        kind = str(item["type"])
        caption = caption_content(world, Params(item))
        file = _stored(world, params, item.get("media"), "", kind)
        contents.append({**described(file, kind), **caption})
    reply = replied(chat, params)
    album = f"{chat.id}{world.feed.revision:09d}".lstrip("-")
    return [world.post(chat, world.bot_user, {"media_group_id": album, **reply, **c}).payload for c in contents]


METHODS: Methods = MappingProxyType(
    {
        "sendPhoto": send_photo,
        "sendDocument": send_document,
        "sendVoice": send_voice,
        "sendMediaGroup": send_media_group,
    }
)
