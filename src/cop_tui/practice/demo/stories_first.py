"""The first quarter of the sample year's story: everything begins. Written as `told` says; numbers are days ago."""

FIRST = """
@ 365 rust star el=people with=ana,li tags=beginnings,food | Ana's kitchen
Nobody knew why the borrow checker said no, and nobody minded. Li brought dumplings.
@ 364 - tags=notebook
Bought a notebook for this and then did not use it, because the cat of the shop sat on it. So here, then. I want to
remember who said what, and what came of it.
@ 358 rust el=people with=matteo
A message from somebody called Matteo: he heard that there are dumplings and also Rust. In this order.
@ 356 rust el=practice with=ana at=Find-us-a-room tags=rooms | The room with the stove
Ana and I sat in the back room of Kaffee Kirsch for two hours to find out if one can be quiet there. One can. The
owner wants nothing but that we eat something. The stove ticks when it cools down, like a very slow compiler.
@ 350 rust star el=people with=ana,matteo,anh,oleksandr,kofi at=rust | The first real evening
Nine people. Oleksandr set up a chessboard "in case nobody talks", and then everybody talked and the game stayed
where it was. Anh explained ownership with a screwdriver: she gave it to me, and then she asked me for it, and I did
not have it any more, because I had lent it to Matteo. Everybody in the room understood at the same moment. You
could hear it.
@ 346 rust el=focus
What we want to find out, as it stands on the back of the menu:

- Why does it say no?
- When it says no, who is right?
- What do people do who have nobody to ask?
- Is the crab edible? (Matteo)
@ 339 rust with=birgit tags=work
Told Birgit that I would like to leave at five on Wednesdays. I had prepared three arguments. She said, "then
Wednesday is Wednesday", and went on eating her apple.
@ 333 data el=people with=jonas,katrin at=breakfast tags=food | How Jonas does it
I asked Jonas how he gets people to come to a library at half past eight. "I buy the rolls before I send the mail,"
he said. "Then I have to believe it myself." I think that this is the whole theory of hosting.
@ 328 map el=practice with=wanjiru,brian at=map tags=nairobi | Forty stops from memory
First mapping night. Brian drove route 46 for six years and dictated the stops with his eyes closed, forty of them,
with jokes. Thirty-eight were right to the metre. The other two had moved.
@ 322 data el=focus with=katrin at=breakfast
Katrin brought the tree register: every street tree with its year and kind. We all looked for our own. Mine is a
lime, planted in the year I was born, and it has a better posture.
@ 318 data with=marit el=focus | The drawer
Marit carried a drawer of the old card catalogue to breakfast. Somebody in 1964 has written beside a book about
bees: "lent to the same man again". Open data, she said, begins with somebody who writes down what they see.
@ 312 rust el=people with=matteo,ana at=rust
Matteo asked if a beginner may ask a beginner's question. Ana said that there are no others.
@ 330 access el=focus with=helene at=lunch
We talked for an hour about screen readers, seven of us, and at the end I noticed that nobody at the table uses one.
I said so. Hélène rang her bell, which she does about twice a year.
@ 318 access el=people with=tomasz
Wrote to a man at the radio, Tomasz W., whom I know only by a grumpy letter to the editor about unlabelled buttons.
Asked him to lunch. He answered in four minutes: "Is there soup?"
@ 300 access star el=people with=tomasz,helene,siobhan at=lunch tags=listening | The guest
Tomasz came with a white stick and a laptop without a screen. He had taken it out, "it was only using the battery".
He asked, quite friendly, which of us had ever listened to our own program. Eight people who make software looked
into their soup. Then he turned up the sound and read us the menu of the canteen's own page:

> Link. Link. Image. Image. Button. Link. Clickable. Seventeen. Clickable.

"And now I know," he said, "that there is something for seventeen." It was the pea soup. It cost six ninety.
@ 299 rust el=practice with=kofi,ana,li at=circle tags=slow-book | A book with company
Kofi wants to read *The Patient Compiler* by Ottilie Brandt: 611 pages, no pictures. Alone, he says, he has begun it
four times. Ana, Li and I said yes before he said how many pages.
@ 304 data el=people with=ifeoma,jonas at=breakfast | Forty-one
A woman from the lending desk stayed for the breakfast and stood by the door with her coat on. Ifeoma. At the end
she asked me if forty-one is too late to learn to program. I said it is Thursday, and that we could begin on Monday.
@ 288 rust star el=practice with=ifeoma at=mentor tags=ifeoma,firsts | The first compile error
Ifeoma's first compile error, *expected one of 8 possible tokens*. I wanted to say what to do, and she put her
finger on her lips, took out a notebook and wrote it down, with date and place, like somebody who has seen a rare
bird. "There will be more of them," she said happily.
@ 284 rust el=people with=lukas at=rust
Lukáš has come twice and has not said a word. Ana says to leave him be. He stacks the chairs without being asked and
he always takes the one that wobbles.
@ 281 data with=hone at=breakfast el=focus
Hōne records weavers while they work. He asked whether a pattern can be open data if it belongs to a family. Nobody
reached for their roll. It is still on the list of questions and I hope that it stays there.
@ 277 rust el=practice with=anh at=Robot-Saturday | Robot Saturday
Showed Anh the macro that I am ashamed of. She read it for a while. "It is not bad," she said, "it is only lonely.
Nobody else could live in it." We took it apart for an hour after everybody had left, while a small robot brought us
screws that we had not asked for.
"""
