"""Reports what the pictures of a map may not hold, as the reader of packages judges it."""

from exhibit.compiler.problems import ProblemList, ProblemPlace
from exhibit.package.picture import PictureFormat, judge_picture

PictureSize = tuple[float, float]


def picture_size(
    data: bytes, format: PictureFormat, where: ProblemPlace, problems: ProblemList, file: str | None = None
) -> PictureSize | None:
    """Width and height in pixels or in an SVG's own units, or None. With `file`, problems name its lines."""
    judged = judge_picture(data)
    if judged.format != format:
        problems.error(where, f"the file is no {format}; export it again")
        return None
    for fault in judged.faults:
        problems.error(ProblemPlace(file, fault.line) if file else where, fault.message)
    return None if judged.faults else judged.size
