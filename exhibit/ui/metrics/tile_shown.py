"""What one tile says; no Qt."""

from dataclasses import dataclass

from exhibit.model.metric import Evidence, Metric
from exhibit.model.package import Package
from exhibit.model.state import State
from exhibit.strings import say
from exhibit.ui.metrics.detail import OpenShown, open_shown
from exhibit.ui.metrics.pictures import PictureShown
from exhibit.ui.widgets.values import ValueText, value_text


@dataclass(frozen=True, slots=True)
class TileShown:
    """A figure; `foot` is its place (where several are listed), its period, and whether it was computed."""

    id: str
    label: str
    value: ValueText
    foot: str
    picture: PictureShown | None
    name: str
    """For who hears the tile."""
    description: str
    open: OpenShown | None = None


def tile_shown(package: Package, state: State, metric: Metric, place: str) -> TileShown:
    """The tile of a figure; `place` is "" where all are of one place."""
    script, language = state.script, state.language
    label, value = metric.label.in_(script), value_text(metric, script)
    period = metric.period.in_(script) if metric.period else ""
    computed = say("metrics-is-computed", language) if metric.computed else ""
    picture = _picture_shown(package, state, metric)
    evidence = _evidence(metric, state)
    said = [evidence.sentence.in_(script)] if evidence else []
    said += [metric.formula.text.in_(script)] if metric.formula else []
    return TileShown(
        metric.id,
        label,
        value,
        " · ".join(part for part in (place, period, computed) if part),
        picture,
        "，".join(part for part in (label, value.words, place, period, computed) if part),
        " ".join(said + ([picture.value_caption, picture.base_caption] if picture else [])),
        open_shown(package, state, metric, evidence) if metric.id == state.place.metric else None,
    )


def _evidence(metric: Metric, state: State) -> Evidence | None:
    """Its sentence in the edition in view, else in the first that has one."""
    return metric.evidence_in(state.place.edition or "") or next(iter(metric.evidence), None)


def _picture_shown(package: Package, state: State, metric: Metric) -> PictureShown | None:
    picture = metric.picture
    if picture is None:
        return None
    said = value_text(metric, state.script)
    if picture.kind == "growth":
        signed = said.words if metric.value < 0 else f"+{said.words}"
        return PictureShown("growth", metric.value, 100, signed, say("metrics-base", state.language))
    if picture.kind == "percent":
        return PictureShown("percent", metric.value, 100, said.words, "100%")
    other = package.metric(picture.other) if picture.other else None
    base = other.base_value if other else (picture.other_value or 0) * metric.unit.factor
    named = other.label if other else picture.other_label
    other_said = value_text(other, state.script).words if other else ""
    return PictureShown(
        picture.kind,
        metric.base_value,
        base,
        f"{metric.label.in_(state.script)} {said.words}",
        f"{named.in_(state.script) if named else ''} {other_said}".strip(),
    )
