"""Turn a Report into Events, and what could not be settled into Reviews.

`stages.py` has the stages in their order. Nothing is imported here, so that a question about one time or one place
loads only that room.
"""
