from pathlib import Path

import numpy as np
import pytest

from nlp.model_file import SHIPPED, ModelError, ModelFile
from nlp.promote import current_model, install


@pytest.fixture
def model() -> ModelFile:
    return ModelFile({"version": "one"}, {"weights": np.arange(12, dtype=np.int8).reshape(3, 4)})


def test_what_is_saved_is_loaded(model: ModelFile, tmp_path: Path) -> None:
    model.save(tmp_path / "a.model")
    loaded = ModelFile.load(tmp_path / "a.model")
    assert loaded.facts["version"] == "one"
    assert np.array_equal(loaded.arrays["weights"], model.arrays["weights"])


def test_a_flipped_byte_is_noticed(model: ModelFile, tmp_path: Path) -> None:
    path = tmp_path / "a.model"
    model.save(path)
    content = bytearray(path.read_bytes())
    content[-5] ^= 1
    path.write_bytes(bytes(content))
    with pytest.raises(ModelError, match="checksum"):
        ModelFile.load(path)


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.model"
    path.write_bytes(b"PK\x03\x04 not ours")
    with pytest.raises(ModelError, match="not a model"):
        ModelFile.load(path)


def test_a_model_of_another_form_is_refused(model: ModelFile, tmp_path: Path) -> None:
    path = tmp_path / "a.model"
    model.save(path)
    path.write_bytes(path.read_bytes().replace(b"MODEL-2", b"MODEL-1", 1))
    with pytest.raises(ModelError, match="another form"):
        ModelFile.load(path)


def test_arrays_of_objects_cannot_be_saved(tmp_path: Path) -> None:
    unsafe = ModelFile({"version": "bad"}, {"weights": np.array([{}], dtype=object)})
    with pytest.raises(ValueError, match="allow_pickle"):
        unsafe.save(tmp_path / "a.model")


def test_installing_keeps_the_model_before(model: ModelFile, tmp_path: Path) -> None:
    assert current_model(tmp_path) == SHIPPED
    install(model, tmp_path)
    install(ModelFile({"version": "two"}, model.arrays), tmp_path)
    assert ModelFile.load(current_model(tmp_path)).facts["version"] == "two"
    assert ModelFile.load(tmp_path / "topics.previous.model").facts["version"] == "one"


def test_the_shipped_model_is_small() -> None:
    assert SHIPPED.stat().st_size < 12_000_000
