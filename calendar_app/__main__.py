"""`python -m calendar_app`."""

import sys

from calendar_app.cli import main

sys.exit(main())
