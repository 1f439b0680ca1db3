"""Systems of every shape, drawn in letters that are as wide as they are high."""

from exhibit.drawing.scene import DrawingScene, draw
from exhibit.model.system import (
    BandCaption,
    CompositionShape,
    LevelField,
    LevelsShape,
    PairsShape,
    Part,
    PartUnits,
    PillarColumn,
    PillarsShape,
    StepCycle,
    System,
    SystemPair,
    SystemShape,
    drawn_parts,
)
from exhibit.model.text import same
from exhibit.theme import Theme, TypeFace, theme_for

DESKTOP = theme_for("light", 100)


class SquareLetters:
    """Every character is as wide as it is high."""

    def width(self, text: str, face: TypeFace, size: float, *, bold: bool = False) -> float:
        return len(text) * size


def part(id: str, name: str, units: bool = False) -> Part:
    return Part(id, same(name), same("。"), "people", (), (), (), PartUnits("a.b", same("全区")) if units else None)


def system(drawing: SystemShape, names: dict[str, str], whole: str | None = None, units: bool = False) -> System:
    ids = [*([whole] if whole else []), *dict.fromkeys(drawn_parts(drawing))]
    parts = tuple(part(id, names.get(id, f"{id}门"), units) for id in ids)
    bands = ("pairs", "levels", "fields", "bodies", "cycle", "fronts", "cases", "feet", "columns", "caps", "roof")
    captions = tuple(BandCaption(band, same("这里一共有几个")) for band in bands)
    return System("s", "a", "retold", same("门"), same("门"), parts, whole, captions, drawing)


def drawn(one: System, width: float = 900, height: float = 500, theme: Theme = DESKTOP) -> DrawingScene:
    values = {"a.b": "703 个"}
    return draw(one, "hans", (width, height), letters=SquareLetters(), theme=theme, values=values)


def pairs(*ends: str) -> PairsShape:
    return PairsShape(
        "pairs",
        tuple(SystemPair(f"p{n}", (same(two[0]), same(two[1])), same("同记一本账")) for n, two in enumerate(ends)),
    )


SHAPES: dict[str, SystemShape] = {
    "chain": pairs("甲乙", "乙丙", "丁戊"),
    "one pair": pairs("甲乙"),
    "star of twelve": pairs(*(f"甲{chr(0x4E00 + n)}" for n in range(12))),
    "star": pairs("甲乙", "甲丙", "甲丁", "甲戊"),
    "ring of pairs": pairs("甲乙", "乙丙", "丙甲"),
    "everyone with everyone": pairs("甲乙", "甲丙", "甲丁", "乙丙", "乙丁", "丙丁"),
    "long chain": pairs(*(f"{chr(0x4E00 + n)}{chr(0x4E01 + n)}" for n in range(12))),
    "one level": LevelsShape("levels", ("a",), None, ()),
    "levels": LevelsShape("levels", ("a", "b", "c", "d"), None, ()),
    "levels in a field": LevelsShape(
        "levels", ("a", "b"), "f", (LevelField("f", same("A"), ("h",)), LevelField("g", None, ("i", "j", "k")))
    ),
    "twelve levels": LevelsShape("levels", tuple("abcdefghijkl"), None, ()),
    "fields alone": LevelsShape("levels", (), None, tuple(LevelField(f"f{n}", same("一"), ()) for n in range(5))),
    "levels beside fields": LevelsShape("levels", ("a", "b"), None, (LevelField("f", same("A"), ("h",)),)),
    "bodies": CompositionShape(
        "composition", ("a", "b", "c", "d"), StepCycle("o", ("s", "t", "u"), True), ("f",), ("c1", "c2")
    ),
    "one body": CompositionShape("composition", ("a",), None, (), ()),
    "two bodies": CompositionShape("composition", ("a", "b"), StepCycle(None, ("s",), False), (), ()),
    "twelve bodies": CompositionShape("composition", tuple("abcdefghijkl"), None, (), ()),
    "long cycle": CompositionShape("composition", ("a", "b", "c"), StepCycle("o", tuple("stuvwxyz"), True), (), ()),
    "pillars": PillarsShape(
        "pillars", ("e", "f"), (PillarColumn("a", "x"), PillarColumn("b", "x"), PillarColumn("c", None)), ("r",)
    ),
    "one pillar": PillarsShape("pillars", (), (PillarColumn("a", None),), ()),
    "twelve pillars": PillarsShape(
        "pillars",
        tuple("mnop"),
        tuple(PillarColumn(id, f"k{n // 5}") for n, id in enumerate("abcdefghijkl")),
        tuple("rstuvw"),
    ),
}
