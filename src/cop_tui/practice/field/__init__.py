"""The field: what learning communities are and how they live, in the product's own words.

Data and nothing else. Where a member's record refers to a text, it does so by a key that never changes.
"""

from cop_tui.practice.field.checklists import (
    AFTER,
    AT,
    BEFORE,
    CHECKLISTS,
    CONVENING,
    JOINING,
    LEAVING,
    MONTHLY,
    OCCASIONS,
    PHASES,
    WEEKLY,
    YEARLY,
    checklist_line,
)
from cop_tui.practice.field.community import (
    CULTIVATING,
    ELEMENT_TEXTS,
    LEVEL_TEXTS,
    PURPOSES,
    SEVEN_PRINCIPLES,
    STAGE_TEXTS,
    WHAT_IT_IS,
)
from cop_tui.practice.field.living import FIVE_WAYS, LEARN, MANNERS, READINGS, VALUE_TEXTS
from cop_tui.practice.field.shapes import (
    Checklist,
    ChecklistItem,
    ElementText,
    LevelText,
    PurposeText,
    RungText,
    StageText,
    ValueText,
    Verse,
)

__all__ = [
    "AFTER",
    "AT",
    "BEFORE",
    "CHECKLISTS",
    "CONVENING",
    "CULTIVATING",
    "ELEMENT_TEXTS",
    "FIVE_WAYS",
    "JOINING",
    "LEARN",
    "LEAVING",
    "LEVEL_TEXTS",
    "MANNERS",
    "MONTHLY",
    "OCCASIONS",
    "PHASES",
    "PURPOSES",
    "READINGS",
    "SEVEN_PRINCIPLES",
    "STAGE_TEXTS",
    "VALUE_TEXTS",
    "WEEKLY",
    "WHAT_IT_IS",
    "YEARLY",
    "Checklist",
    "ChecklistItem",
    "ElementText",
    "LevelText",
    "PurposeText",
    "RungText",
    "StageText",
    "ValueText",
    "Verse",
    "checklist_line",
]
