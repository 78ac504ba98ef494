"""Short stories of the sample year that could be told of almost any evening: each finds a gathering that has none."""

AFTER = """
@ any rust at=rust el=practice with=matteo
Helped Matteo with a borrow that he did not need. We found out by deleting everything until it worked, and then it
was empty, and then we knew.
@ any rust at=rust el=people with=ana,anh
Ana and Anh quarrelled about clones for a quarter of an hour, with great respect, and then changed sides.
@ any rust at=rust el=focus with=oleksandr tags=names
Oleksandr's longest variable so far: `the_one_that_everybody_forgets_until_friday`. It holds a date. It is right.
@ any rust at=rust el=people tags=food
Somebody had brought two soups by mistake. We had two circles by mistake, too, and swapped bowls at half time.
@ any rust at=rust el=practice with=anh
Four people, one bug. Anh made us say aloud what each line believes. Line 31 believed in something that had stopped
being true in line 12.
@ any rust at=rust el=focus with=kofi tags=disagreeing
Kofi asks, at the end of every explanation: "Who sees it differently?" Then he counts to ten. It is at eight that it
becomes interesting.
@ any rust at=rust el=people with=stefan
Ștefan missed his train because of a closure. He has drawn it on his ticket, and the conductor of the next one let
him ride on the drawing.
@ any rust at=rust el=practice tags=notes
I take the notes by hand now and type them in on the tram. What does not survive the tram was not important, or was
a joke.
@ any rust at=rust el=people
A new face with a very large laptop, and such fear in it (the face). I put my own error on the wall first. Then
hers.
@ any rust at=rust el=focus with=ana tags=errors
Ana reads error messages aloud in the voice of a kind dentist. Everything hurts less.
@ any rust at=rust since=180 el=practice with=ifeoma
Paired with Ifeoma, my hands in my pockets the whole evening. It is the hardest thing that I know how to do.
@ any rust at=rust el=people with=chidi tags=food
There was cake, so there was Chidi.
@ any access at=lunch el=focus with=tomasz tags=listening
Tomasz has been to a website which calls itself barrier-free, and which says so in a picture.
@ any access at=lunch el=people with=siobhan
Siobhán fell asleep at the table after a night shift. We finished the meeting in whispers and it was the clearest we
have ever had.
@ any access at=lunch since=200 el=practice with=gintare tags=plain-words
Gintarė's aunt has been proposed as an honorary member. Whatever she does not understand is a bug.
@ any access at=lunch since=200 el=focus with=nomvula
A letter in which *not* stood twice in a sentence and both times by mistake. Nomvula has it framed.
@ any access at=lunch el=people with=deniz tags=food
Deniz brought olives, a colour chart and her mother. Her mother saw at once which grey was too thin.
@ any access at=clinic el=practice with=tomasz tags=listening | The basket that said nothing
A woman with a soap shop. When you put something into the basket, nothing is said, so her blind customers put it in
again. One of them had ordered nine soaps. She had thought he was just very fond of lavender. Twelve minutes' work.
@ any access at=clinic since=190 el=people with=tomasz,zsofia
The student whose page we mended in the first hour sat and mended other people's in the second.
@ any access at=clinic el=focus
A museum, its whole website and ninety minutes. We did one door: how do I get in? It turned out that the museum did
not know either, there is a step.
@ any rust at=circle el=focus with=kofi tags=slow-book
One sentence in the book stopped all of us, each at home, each thinking it was only them. We have read it aloud in
five accents. It is simply a bad sentence. What a relief.
@ any rust at=circle el=practice with=ana tags=slow-book | Ana finds a mistake
Ana has found a mistake on page 88. She has checked it for a week, and asked each of us in confidence. Tonight we
wrote to Ottilie Brandt together, who must be about ninety, and thanked her for the other 87.
@ any rust at=circle el=practice with=kofi tags=slow-book
I led the evening and had not finished the chapter. I said so at the start. Three others had not either, so we read
it there, silently, together, like people on a train.
@ any rust at=circle el=people with=li tags=slow-book
We have a rule now: whoever understands it first must keep quiet for five minutes. It is agony. It is good.
@ any rust at=circle el=focus tags=slow-book,food
Register allocation with coffee cups. There are only four cups and there are six of us: that *is* register
allocation.
@ any data at=breakfast el=practice with=katrin
Commas within the commas. We mended Katrin's file with a pencil first and then with a program, and the pencil was
right.
@ any data at=breakfast el=focus with=layla tags=children
Layla told the bathing-water data as a fairy tale. In the third summer the princess is missing. We looked: nobody
had measured.
@ any data at=breakfast el=people with=jonas tags=food
Jonas had one roll too many, and looked at it for so long that somebody came in from the rain and ate it.
@ any data at=breakfast el=focus with=marit
Marit's question of the day: who will be able to open this in thirty years? Everybody looked at their own laptop, a
little ashamed on its behalf.
@ any data at=breakfast el=practice
Counted bicycles on paper against the city's counter. The counter does not see children. We have written to the
counter.
@ any data at=breakfast el=people with=hone
Hōne listens with his eyes closed. When he opened them, everybody stopped talking, as if he had asked something.
@ any map at=map el=practice with=brian,wanjiru tags=nairobi
Two stops with the same name, one on each side of a market. Brian says that they are enemies and that one has to ask
for *the true one*. Both answer to it.
@ any map at=map el=people with=wanjiru tags=nairobi
A conductor joined us for ten minutes between two tours, on somebody's phone, shouting. He knew more than all of us,
and he spelt it wrong, and we have kept his spelling.
@ any map at=map el=focus with=brian
I have put a stop into the river again. Brian has promised to swim there.
@ any rust at=mentor el=practice with=ifeoma tags=ifeoma
Tests, tonight. Ifeoma calls them promises to herself, and wrote three that she can keep and one that she would like
to.
@ any rust at=mentor el=people with=ifeoma tags=ifeoma,small-failures
I explained for twenty minutes. She thanked me and asked for the short one. I had a short one. Why do I not begin
with the short one?
@ any rust at=mentor el=focus with=ifeoma tags=ifeoma
She asked why five times. At the fourth I had to look it up. At the fifth it turned out that the book did not know
either, and we ate the last biscuits in triumph.
@ any teach at=core el=practice with=sam,mateo tags=drawing
Mateo draws the panel in which nothing happens. We tried it in a lesson plan: three minutes in which nothing
happens. It is when they ask.
@ any teach at=core el=people with=ngozi,sam
Ngozi joined from a staff room in Lagos with thirty exercise books under her arm. Her mistake was the best of all:
she had been right, in front of the headmaster.
"""
