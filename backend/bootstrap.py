"""Builds the backend from the settings: the one place where the parts are chosen."""

from dataclasses import dataclass

from backend.cities.preset import load_city, plan_of
from backend.config import Settings
from backend.domain.city import City
from backend.forms.reading import FileForms
from backend.gatherer import ProcessGatherer
from backend.ports import FormReader, Leadership, Signer
from backend.reading import ProcessReader
from backend.reports.digest_files import ReportFiles
from backend.storage import migrate
from backend.storage.engine import is_sqlite
from backend.storage.leadership import AdvisoryLeadership, SoleLeadership
from backend.storage.unit_of_work import SqlStore
from nlp.scheme import Scheme
from nlp.signature import with_topic

_MODELS = "model"


@dataclass(frozen=True, slots=True)
class Backend:
    """The parts that the bot and the command line work with."""

    settings: Settings
    city: City
    store: SqlStore
    reader: ProcessReader
    leadership: Leadership
    files: ReportFiles
    gatherer: ProcessGatherer
    signer: Signer
    forms: FormReader

    async def open(self) -> None:
        """Bring the embedded database to the newest revision; a shared one is upgraded by `hamandish db upgrade`."""
        if is_sqlite(self.settings.database_url):
            await migrate.upgrade(self.store.writer)

    async def close(self) -> None:
        """Give everything back."""
        await self.leadership.resign()
        await self.reader.close()
        await self.gatherer.close()
        await self.store.close()


def build(settings: Settings) -> Backend:
    """Return the backend; nothing is connected or started yet."""
    store = SqlStore(settings.database_url)
    city = city_of(settings.city)
    sole = is_sqlite(settings.database_url)
    return Backend(
        settings=settings,
        city=city,
        store=store,
        reader=ProcessReader(settings.city, settings.data_dir / _MODELS),
        leadership=SoleLeadership() if sole else AdvisoryLeadership(store),
        files=ReportFiles(city),
        gatherer=ProcessGatherer(store),
        signer=with_topic,
        forms=FileForms(city),
    )


def city_of(code: str) -> City:
    """Return the preset of a city with the topics of the language package on its plan's axes.

    Raises:
        BadInput: there is no such preset.
    """
    scheme, plan = Scheme.load(), plan_of(code)
    topics = {topic.code: (topic.title_fa, scheme.axis_of(topic.code, plan)) for topic in scheme.topics.values()}
    return load_city(code, scheme.axes[plan], topics)
