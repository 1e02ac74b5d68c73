"""The rooms' arrows hold, and the papers name every setting."""

from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from backend.config import Settings

_ROOT = Path(__file__).parents[2]


def test_the_rooms_import_only_what_they_may() -> None:
    assert lint_imports(config_filename=str(_ROOT / "pyproject.toml"), no_cache=True) == 0


@pytest.mark.parametrize("paper", ["README.md", "README.fa.md"])
@pytest.mark.parametrize("field", Settings.model_fields)
def test_the_readme_names_every_setting(paper: str, field: str) -> None:
    assert f"`HAMANDISH_{field.upper()}`" in (_ROOT / paper).read_text(encoding="utf-8")


@pytest.mark.parametrize("paper", ["README.md", "README.fa.md"])
def test_the_readme_names_no_setting_that_is_none(paper: str) -> None:
    import re

    named = set(re.findall(r"HAMANDISH_([A-Z_]+)", (_ROOT / paper).read_text(encoding="utf-8")))
    assert named <= {field.upper() for field in Settings.model_fields}


def test_every_setting_says_what_it_is() -> None:
    assert all(field.description for field in Settings.model_fields.values())
