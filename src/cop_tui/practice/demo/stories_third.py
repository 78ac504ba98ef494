"""The third quarter of the sample year's story: the talk, the last rolls, the end of a map. Numbers are days ago."""

THIRD = """
@ 183 rust el=focus with=ana,kofi,anh at=rust | What are we, by now?
Ana asked what we are for, now that everybody knows each other's coffee. We came out with three lines, and I like
them:

- Nobody leaves with the question they came with.
- Whoever understood it last explains it.
- One evening in four is for finishing things.

Kofi keeps the reading, Anh keeps the list of questions, I keep the notes. It felt like moving in together.
@ 180 access with=tomasz tags=talk,listening
Went through my slides with the screen off. Slide six says, in full: "as you can see". Threw away slide six. Threw
away the next four.
@ 175 - with=farida at=Say-it-to-empty-chairs tags=talk | Forty empty chairs
Gave the talk to forty empty chairs. Farida says there is no harder audience: they don't cough, they don't smile,
one of them creaks. At the end she clapped from the door, and I was absurdly pleased.
@ 172 - with=birgit,goran,hannah tags=talk,work
The whole talk at work with the blinds down. Goran asked one question, which was whether I would also do the thing
with the kettle. There was no thing with the kettle. There is now.
@ 167 - tags=talk
Tomorrow's tomorrow. Ironed a shirt that needs no ironing. Counted the steps in the programme from the door to the
stage, as if they printed that.
@ 165 access star el=practice with=helene,ana,tomasz,sam at=Werkschau:-your-talk tags=talk,firsts | The talk
I gave it. Two hundred people and Ana in the first row with her hands folded like somebody in church.

I said the first sentence. I heard it arrive. Then I turned the projector off, as we had agreed, and Tomasz played
what my tool used to sound like, for one minute, in the dark. *Check mark. Check mark. Multiplication sign.* People
laughed, and then they stopped laughing, and I could begin.

I said the last sentence as well. What was in between I do not know, but it is on film. Afterwards a person with ink
on their fingers asked me who had taught me to begin with the mistake. I said: everybody I know. Sam, from New York.
We talked until they put the chairs up.
@ 164 - tags=talk
Slept till ten. It is {talk}, and I am not afraid of anything until Monday.
@ 158 teach el=people with=sam
Answered Sam's question properly, four pages. It was never courage. It was that Ifeoma writes her errors down like
birds and that Tomasz makes tea after he has said a hard thing. You learn where somebody is kind about it.
@ 154 data with=jonas at=breakfast el=people | Jonas tells me
Jonas took me aside at the coffee machine: a new job, at the bank, good money, starts at eight. He said it as if he
had broken something. I said that I was glad for him and he said, "yes, but who buys the rolls?"
@ 152 access el=people with=helene tags=hosting | A folder and a bell
Hélène gave me the keys of the circle, as she calls them: a folder with eight years of lists, and the bell. "You
need not ring it," she said. "They only have to know that you could."
@ 148 rust el=focus with=chidi at=rust
Chidi, who came for the cake, asked why we say that the compiler *complains*. It took the rest of the evening. Esi
changed her prompt to say "the compiler suggests".
@ 145 access el=people with=aroha,helene at=lunch | Look at the one who speaks
Aroha interpreted at the lunch, for two guests from her archive. All of us looked at her hands. She stopped, signed
something, and one of the guests laughed and said aloud: "I am over here." We are learning. We learn best when we
are a little ashamed and there is soup.
@ 141 rust with=li el=people tags=nairobi
Sent Li the photograph of the chair in the back room with her name on it. She answered with the stop under her
window, on the map now: *Li's window*, she says the conductors really call it that, because she waves.
@ 139 teach star el=focus with=sam tags=beginnings | Six in the morning in New York
First call with Sam about teaching with stories. Sam drew while we spoke, and held the drawings up: a teacher as a
bridge, a teacher as a toll booth. What if every lesson began with a mistake that the teacher really made? We did
not have a name at the end, only the wish to ring again.
@ 134 rust with=kofi tags=slow-book,letting-go | Letting go of a date
I had wanted to finish the book by my birthday, or at least by somebody's. I took the goal out tonight. The book is
not slow, the book is deep, and I was counting pages as if they were stairs. Kofi sent a thumb and a turtle.
@ 131 rust with=kofi el=practice at=circle
Kofi misses being disagreed with kindly. At his company all reviews say "looks good". He says that it is like
cooking for people who are not hungry.
@ 142 data with=jonas,layla
Jonas has written to everybody that he will buy the rolls one more time. Under it, in a smaller letter: "There
should be a next host. I have not found one." I was going to answer. I have it here in front of me, I was going to.
@ 110 rust el=practice with=ifeoma at=mentor tags=ifeoma | Borrowing, at the lending desk
A colleague asked Ifeoma what she does on Mondays. She took a book: "I own it. I lend it to you, you may read it,
you may not write in it. I lend it to you alone, with a pencil: then you may. But never both at once." Then she rang
me and asked if that is right. It is so right that I have stolen it.
@ 117 access with=tomasz el=people at=Pierogi tags=food | Pierogi
At Tomasz's. He cooks by ear: they are done when the water changes its mind. His daughter beat us at cards, with a
deck that has small holes pricked into the corners, and I am now fairly sure that she reads my hand with her thumb.
@ 130 data star el=people with=jonas,layla,katrin,marit at=The-last-one-from-me tags=goodbyes,breakfast | The last
  rolls
The last breakfast that Jonas hosts. Ten chairs, as always; fourteen people, so for once he was wrong. Poppy seed,
sesame, one plain for Marit. Everybody thanked him and he washed every cup himself, slowly. Nobody said the thing
about the next host. We all said *see you* and meant it. I looked back from the tram, and he was wiping the table.
@ 127 data with=jonas tags=letters
Wrote to Jonas by hand, two years of rolls deserve ink. Reckoned it up: about nine hundred.
@ 102 map star el=focus with=wanjiru,brian,li at=map tags=endings,nairobi | The map is whole
The last route. Brian sang it, the line held, and then there was nothing left to draw. A long silence, the good
kind. Wanjiru said it first: "We are done. And I think that is allowed."

What happens now, as we agreed:

- the city takes the map and prints it,
- the stops stay open, in three places,
- Li's lab looks after new routes,
- and we stop meeting, before meeting becomes a duty.
@ 96 data el=people tags=small-failures
I had promised to write to the breakfast list. It is on my list for the fourth week. It is strange how a thing that
everybody likes can stop because everybody is waiting for somebody to be sad first.
"""
