"""Photos as a camera and a telephone make them, with all that they add."""

from io import BytesIO

from PIL import Image

_ORIENTATION, _GPS, _MAKE = 0x0112, 0x8825, 0x010F


def photo_with_exif(width: int = 64, height: int = 48) -> bytes:
    """A photo that says where, when and by whose camera it was taken, and that it is to be turned by a quarter."""
    picture = Image.new("RGB", (width, height), "white")
    picture.paste((0, 0, 0), (0, 0, width // 4, height // 4))
    exif = picture.getexif()
    exif[_ORIENTATION] = 6
    exif[_MAKE] = "Camera of Maryam"
    exif.get_ifd(_GPS).update({1: "N", 2: (36.0, 17.0, 16.4), 3: "E", 4: (59.0, 36.0, 56.6)})
    target = BytesIO()
    picture.save(target, "JPEG", exif=exif, quality=90)
    return target.getvalue()


def picture_in_boxes(*, as_heic: bool = True) -> bytes:
    """A picture in the container of iPhones, with place, device and XMP.

    Nothing here can write their codec, so within it is an AVIF, which has the same boxes; `as_heic` calls it otherwise.
    """
    picture = Image.new("RGB", (64, 48), "red")
    exif = picture.getexif()
    exif[_MAKE] = "Camera of Maryam"
    exif.get_ifd(_GPS).update({1: "N", 2: (36.0, 17.0, 16.4), 3: "E", 4: (59.0, 36.0, 56.6)})
    target = BytesIO()
    picture.save(target, "AVIF", exif=exif, xmp=b"<x:xmpmeta>Telephone of Maryam</x:xmpmeta>")
    content = target.getvalue()
    return content.replace(b"avif", b"heic") if as_heic else content
