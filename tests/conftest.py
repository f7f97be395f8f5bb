"""What all tests share."""

from __future__ import annotations

import os
import tempfile

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")  # the same examples in every run, so that what is covered is, too; `make fuzz` explores

os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="tregua-")  # tests begin without what was kept, and leave none
