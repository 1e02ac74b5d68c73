"""What a monitoring system scrapes."""

from datetime import datetime

from prometheus_client import CollectorRegistry, Gauge, generate_latest

from backend.ports import Depth
from backend.services.housekeeping import Health


def render(health: Health, now: datetime) -> bytes:
    """Return the Prometheus text of the service's health; ages are in seconds, 0 where nothing waits."""
    registry = CollectorRegistry()
    _box(registry, "inbox", health.inbox, now)
    _box(registry, "outbox", health.outbox, now)
    unknown = Gauge("hamandish_outbox_unknown", "Calls that were perhaps sent.", registry=registry)
    unknown.set(health.outbox.unknown)
    digest = Gauge("hamandish_last_digest_timestamp_seconds", "When the last digest was built.", registry=registry)
    digest.set(health.last_digest.timestamp() if health.last_digest else 0)
    beat = Gauge("hamandish_beat_age_seconds", "Age of a part's last sign of life.", ["part"], registry=registry)
    for part, at in health.beats.items():
        beat.labels(part).set((now - at).total_seconds())
    return generate_latest(registry)


def _box(registry: CollectorRegistry, name: str, depth: Depth, now: datetime) -> None:
    Gauge(f"hamandish_{name}_depth", "Rows that wait.", registry=registry).set(depth.waiting)
    age = (now - depth.oldest).total_seconds() if depth.oldest else 0
    Gauge(f"hamandish_{name}_age_seconds", "Age of the oldest row that waits.", registry=registry).set(age)
    Gauge(f"hamandish_{name}_failed", "Rows that failed.", registry=registry).set(depth.failed)
