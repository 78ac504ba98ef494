"""The five purposes of a learning community and the rungs that learning climbs (FIELD 2)."""

from enum import StrEnum


class Purpose(StrEnum):
    """What a community, or a piece of learning, is for."""

    INDIVIDUAL_DEVELOPMENT = "individual-development"
    HELPING = "helping"
    BEST_PRACTICES = "best-practices"
    KNOWLEDGE = "knowledge"
    INNOVATION = "innovation"


class Rung(StrEnum):
    """How far a piece of learning has come; three rungs for each purpose."""

    NOTICED = "noticed"
    TRIED = "tried"
    REACHED = "reached"
    ASKED = "asked"
    HELPED = "helped"
    SOLVED = "solved"
    IDENTIFIED = "identified"
    VERIFIED = "verified"
    SHARED = "shared"
    ORGANISED = "organised"
    IMPROVED = "improved"
    PUBLISHED = "published"
    SPARKED = "sparked"
    EXPLORED = "explored"
    APPLIED = "applied"


RUNGS: dict[Purpose, tuple[Rung, Rung, Rung]] = {
    Purpose.INDIVIDUAL_DEVELOPMENT: (Rung.NOTICED, Rung.TRIED, Rung.REACHED),
    Purpose.HELPING: (Rung.ASKED, Rung.HELPED, Rung.SOLVED),
    Purpose.BEST_PRACTICES: (Rung.IDENTIFIED, Rung.VERIFIED, Rung.SHARED),
    Purpose.KNOWLEDGE: (Rung.ORGANISED, Rung.IMPROVED, Rung.PUBLISHED),
    Purpose.INNOVATION: (Rung.SPARKED, Rung.EXPLORED, Rung.APPLIED),
}
"""The ladder of each purpose, lowest rung first."""
