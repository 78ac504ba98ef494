"""What a learning community is: purposes, elements, stages, levels, principles."""

from collections.abc import Mapping
from types import MappingProxyType

from cop_tui.domain.community import Element, Level, Stage
from cop_tui.domain.purpose import RUNGS, Purpose
from cop_tui.practice.field.shapes import ElementText, LevelText, PurposeText, RungText, StageText, Verse

WHAT_IT_IS = (
    "A community of practice, or learning community, is a group of people who care about one subject and study it by "
    "doing. Everybody is there because they want to be. It helps each of them grow and helps the places they work at, "
    "and it mostly reaches across several of those: that is where fresh eyes come from."
)
"""What a community of practice is."""

CULTIVATING = (
    "A community is grown, not run. It lives on interest and grows like a circle of friends. So nothing here is "
    "scored: you see what thrives and what has gone quiet, why it looks so, and one small thing to do next."
)
"""How this notebook looks at communities."""


def _rungs(purpose: Purpose, *texts: str) -> tuple[RungText, RungText, RungText]:
    first, second, third = (RungText(rung, text) for rung, text in zip(RUNGS[purpose], texts, strict=True))
    return first, second, third


PURPOSES: Mapping[Purpose, PurposeText] = MappingProxyType(
    {
        one.purpose: one
        for one in (
            PurposeText(
                Purpose.INDIVIDUAL_DEVELOPMENT,
                "Individual development",
                "You pursue a goal of your own, in good company.",
                _rungs(
                    Purpose.INDIVIDUAL_DEVELOPMENT,
                    "Something caught your eye",
                    "You tried it yourself",
                    "You can do it now",
                ),
            ),
            PurposeText(
                Purpose.HELPING,
                "Helping",
                "You solve each other's everyday problems.",
                _rungs(
                    Purpose.HELPING,
                    "Somebody asked",
                    "Somebody lent a hand or a thought",
                    "The problem is out of the way",
                ),
            ),
            PurposeText(
                Purpose.BEST_PRACTICES,
                "Best practices",
                "You find what works, check that it does, and pass it on.",
                _rungs(
                    Purpose.BEST_PRACTICES,
                    "You saw something that works",
                    "It worked again, elsewhere",
                    "Others have it too",
                ),
            ),
            PurposeText(
                Purpose.KNOWLEDGE,
                "Knowledge",
                "You put in order what the group knows, make it better, make it public.",
                _rungs(
                    Purpose.KNOWLEDGE, "It has a place and an order", "It is better than it was", "Anybody can read it"
                ),
            ),
            PurposeText(
                Purpose.INNOVATION,
                "Innovation",
                "You give new ideas room to grow.",
                _rungs(Purpose.INNOVATION, "There is an idea", "You played with it and learned", "It is in use"),
            ),
        )
    }
)
"""The five purposes; one comes first in a community, others may come second."""

ELEMENT_TEXTS: Mapping[Element, ElementText] = MappingProxyType(
    {
        one.element: one
        for one in (
            ElementText(
                Element.FOCUS,
                "Learning focus",
                "The subject, and the questions that are open in it.",
                "Which question would you like answered next?",
                "Bring one question that you really have.",
            ),
            ElementText(
                Element.PEOPLE,
                "People and relationships",
                "Who you are to each other, and how you get on.",
                "Whom do you know better than a month ago?",
                "Write to one person, or bring two together.",
            ),
            ElementText(
                Element.PRACTICE,
                "Learning and practice",
                "What you do together to learn, and what you know because of it.",
                "What did you do together that left something behind?",
                "Suggest one small thing to try together.",
            ),
        )
    }
)
"""The three elements to cultivate, all life long."""

STAGE_TEXTS: Mapping[Stage, StageText] = MappingProxyType(
    {
        one.stage: one
        for one in (
            StageText(
                Stage.POTENTIAL,
                "Potential",
                "People who share an interest are finding each other.",
                ("Ask people what they care about", "Look for where it overlaps"),
            ),
            StageText(
                Stage.COALESCING,
                "Coalescing",
                "You meet, come to know and trust each other, and find that it is worth it.",
                ("Show up", "Host a gathering", "Share something useful early"),
            ),
            StageText(
                Stage.MATURING,
                "Maturing",
                "It gets clearer what you are about, who does what and who belongs; you see what you don't know yet.",
                ("Take a part", "Write down what works"),
            ),
            StageText(
                Stage.STEWARDSHIP,
                "Stewardship",
                "You keep the energy up and stay where the news is made.",
                ("Bring someone new", "Bring a new question"),
            ),
            StageText(
                Stage.TRANSFORMATION,
                "Transformation",
                "It ends, splits, joins with another or turns into something else.",
                ("Tell its story", "Keep what it made", "Thank people", "Let it go"),
            ),
        )
    }
)
"""The stages in a community's life; it may move back as well as on."""

LEVEL_TEXTS: Mapping[Level, LevelText] = MappingProxyType(
    {
        one.level: one
        for one in (
            LevelText(
                Level.CORE,
                "Core",
                "You help to carry it: dates, questions, welcome. Usually one or two in ten do.",
            ),
            LevelText(
                Level.ACTIVE,
                "Active",
                "You come most times and take part. Usually about two in ten do.",
            ),
            LevelText(
                Level.PERIPHERAL,
                "Peripheral",
                "You listen in and come when it suits. Most people do, and learn a lot that way.",
            ),
        )
    }
)
"""How far in someone takes part: a choice, not a grade; moving between them is fine."""

SEVEN_PRINCIPLES: tuple[Verse, ...] = (
    Verse("evolution", "Design for evolution", "Begin small, and let it become what it wants to be."),
    Verse("inside-and-outside", "Inside and outside", "Let those who know it from inside talk with those who look in."),
    Verse("levels", "Different levels", "Make room for those who carry it, those who come and those who listen."),
    Verse(
        "public-and-private", "Public and private", "Gather for all to see, and have quiet talks between two people."
    ),
    Verse("value", "A focus on value", "Ask often what it is worth to people, and let that lead."),
    Verse(
        "familiar-and-exciting", "Familiar and exciting", "Keep what people count on, and now and then surprise them."
    ),
    Verse("rhythm", "A rhythm", "Meet often enough to stay warm, seldom enough to look forward to it."),
)
"""Seven principles of cultivating a community (Wenger, McDermott & Snyder 2002)."""
