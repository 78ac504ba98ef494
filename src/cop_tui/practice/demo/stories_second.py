"""The second quarter of the sample year's story: listening, leaving, being afraid. Numbers are days ago."""

SECOND = """
@ 271 access star el=practice with=tomasz tags=listening,work | Sitting on my hands
Tomasz ran my tool for the first time, at my desk, with my colleagues pretending to work. I had promised to be
quiet, so I sat on my hands, really.

## What I saw
A tidy little table with green ticks and one red cross.

## What he heard
"Check mark. Check mark. Check mark. Multiplication sign." And then, after a pause in which I aged: "What are we
multiplying?"

## What I do differently from today
- First the word, then the sign.
- The error comes first and not after forty lines of success.
- Nothing is said by colour alone, and nothing is said by a drawing alone either.
- Ask him again in a month.
@ 266 access el=people with=deniz tags=work
Played the recording for Deniz. She moved three buttons before lunch and did not speak until two.
@ 262 rust el=focus with=ifeoma at=mentor tags=ifeoma
Ifeoma asked why it is called a *string* and I said because it is a row of characters, and she said, so is a family.
@ 259 access el=focus with=siobhan at=lunch | One hand, at night
Siobhán, who was a nurse, wants us to test everything with one hand, in the dark, at four in the morning, while
somebody is ringing. We laughed, and then we saw that she was waiting.
@ 255 - star with=li tags=nairobi,goodbyes | Li tells me first
Li came by with the rice cooker still warm and said that the transit lab in Nairobi has offered her the maps. All of
them. She has said yes. I said how wonderful, three times, each time a little higher. Then we ate the rice.
@ 250 access with=helene tags=talk | A voice on the telephone
Hélène rang: would I speak at the Werkschau, half an hour, about programs that can be heard? I said that I would
think about it. My hand was wet when I put the phone down. I am thirty-six.
@ 246 - tags=talk
Reasons not to give the talk, written at one in the morning:

1. I do not know enough.
2. Everybody will know that I do not know enough.
3. Tomasz should give it.
4. My voice.

Asked Tomasz about number three. "I have been giving it for forty years," he said. "It is your turn."
@ 243 rust el=practice with=oleksandr at=rust
Oleksandr asked for help, explained the problem, said "oh", and thanked us all warmly. We had not moved.
@ 240 - el=people with=farida tags=talk,advice | Farida's advice
Farida once forgot her own name in front of four hundred people. "Learn the first sentence and the last one," she
says. "In between you are just talking, and you can talk, I have heard you order food."
@ 237 access with=helene tags=talk | Yes
Said yes. Hélène said "good" and rang off before I could say more, which was wise of her.
@ 233 rust el=focus with=kofi,li,ana at=circle tags=slow-book | Page 40
Six evenings, forty pages. Kofi has reckoned that we shall finish in four years. Li said that is less time than she
needed for her driving licence. Nobody proposed to go faster.
@ 229 - with=esi,george tags=talk
Ten minutes of the talk, to George, Esi and a cake. Esi stopped me at minute two: "you have apologised three times
and I have not learned anything yet". George slept. It was a good cake.
@ 225 rust el=people with=lukas,ana at=rust star | Lukáš speaks
Tenth week, and Lukáš said: "Why is the easy way never in the documentation?" It was so quiet that one could hear
the stove. Ana got up and wrote it on the wall, on the real wall. The owner has framed it since, with a bit of tape.
@ 222 map el=people with=wanjiru,brian at=map
I asked in Swahili whether the stop is at the church or behind it. Wanjiru said that I had asked whether the church
is pregnant. It is behind it.
@ 216 access el=practice with=nomvula at=lunch | Eleven letters
Nomvula brought the bank's letters, before and after. Before: "we regret to be unable to accede". After: "we can't
do this, and here is what you can do". She says that she writes each one to her grandmother, who then need not ring.
@ 208 rust star el=people with=li,ana,kofi,matteo tags=goodbyes,food | A farewell that is none
Everybody brought what they would put into Li's suitcase. Ana: a loaf. Kofi: chapter two, copied by hand. Matteo: a
jar of Ferris, wrapped in a sock. Oleksandr: one white pawn, "so that the game can't be finished without you". I had
the photograph from the kitchen, with the dumplings. Nobody made a speech. Ana washed up, loudly.
@ 204 - with=li tags=goodbyes | Fourth floor, no lift
Carried boxes. Who is still standing gets noodles, Li had written, and at the end there were four of us on the floor
of an empty room, eating out of the pot with rulers, because the forks had gone ahead. She flies tomorrow. It is
{move} and the whole street smells of something beginning.
@ 201 rust star el=practice with=ifeoma tags=ifeoma,firsts | Merged
Ifeoma's first change went into the library's program: it no longer greets people who return a book late. She sent a
photograph of the screen, then one of herself beside the screen, then one of the head librarian beside the screen.
@ 198 access el=practice with=tomasz,hannah tags=listening,work | With the kettle on
Tomasz rang. He had left my tool running while he made tea, and he had understood from the other room that it had
failed and where. "One can hear it with the kettle on," he said. I have had prizes that meant less.
@ 192 rust with=kofi at=Board-games-and-parsers tags=small-failures
Lay down for ten minutes at two and slept through Kofi's games afternoon. Rang him in the dark. He said that my
piece had been played by the cat and came third.
@ 188 - with=amelie,ines tags=letters
Amélie drew for me why 1, l and I should not be cousins. She says that a letter has to be a good neighbour first and
beautiful second.
@ 186 rust el=people with=li,kofi,ana at=circle tags=nairobi,slow-book | The rooster
Li on the screen, a white wall, a green plant, and in the middle of the paragraph on tokens a rooster. "That is the
lexer," said Kofi. She has a desk by a window and a bus stop beneath it that is on no map. Not for long, she says.
"""
