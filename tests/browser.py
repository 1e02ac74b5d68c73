"""The Chromium that page tests run in: Debian's, found and never downloaded."""

import os
import shutil
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome")


def find() -> str | None:
    """Return the path of a Chromium, if there is one."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def main() -> int:
    """Say plainly whether page tests will run; with CI=true a missing browser is a failure."""
    path = find()
    if path is not None:
        print(f"page tests run in {path}")  # noqa: T201 - this is what the module is for
        return 0
    print("NO CHROMIUM FOUND: the page tests will NOT run (install Debian's package chromium)")  # noqa: T201
    return 1 if os.environ.get("CI") == "true" else 0


if __name__ == "__main__":
    sys.exit(main())
