"""A real Chromium on a phone-sized and a desktop window; without one the page tests are skipped, but not in CI."""

import os
import shutil
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Page, async_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium_path() -> str:
    """The machine's Chromium; says plainly when there is none."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found is not None:
        return found
    why = f"no Chromium on this machine (looked for {', '.join(_NAMES)})"
    if os.environ.get("CI") == "true":
        pytest.fail(f"{why}, and in CI the pages must be tested")
    pytest.skip(why)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    path = chromium_path()
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=path, args=list(_QUIET))
        yield chromium
        await chromium.close()


@pytest.fixture(params=["desktop", "phone"])
def window(request: pytest.FixtureRequest) -> dict[str, int]:
    return {"desktop": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 780}}[request.param]


@pytest.fixture
async def page(browser: Browser, window: dict[str, int]) -> AsyncIterator[Page]:
    """A page that fails the test when its own code or its content policy raises an error."""
    context = await browser.new_context(viewport=window, locale="fa-IR", accept_downloads=True)
    opened = await context.new_page()
    opened.set_default_timeout(10_000)
    troubles: list[str] = []
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    yield opened
    await context.close()
    assert troubles == []
