"""The live heap: what glibc's malloc has handed out and did not get back."""

import ctypes
import gc

_NAMES = (
    "arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost",
)  # fmt: skip


class _MallInfo(ctypes.Structure):
    """What glibc's mallinfo2() returns."""

    _fields_ = tuple((name, ctypes.c_size_t) for name in _NAMES)


def live_heap() -> float:
    """Megabytes handed out and not given back: in the heap's arenas, and mapped alone for their size."""
    gc.collect()
    library = ctypes.CDLL(None)
    library.malloc_trim(0)
    library.mallinfo2.restype = _MallInfo
    info = library.mallinfo2()
    return float(info.uordblks + info.hblkhd) / 2**20
