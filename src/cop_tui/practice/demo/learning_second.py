"""What was learned in the second half of the sample year; written as in the first."""

LEARNED_SECOND = """
@ 185 rust own at=circle from=li,kofi tags=slow-book
An automaton forgets everything except where it stands. There are days when I envy it.
@ 183 rust best at=rust from=ana up=25,70 tags=hosting
One evening in four is for finishing things. Nobody starts anything, and it is the fullest evening.
@ 180 access best from=tomasz goal=talk up=1,15 tags=talk,listening
A slide that says "as you can see" can go.
@ 178 data help at=breakfast from=jonas up=20
Put out two chairs more than you expect. An empty chair is an invitation, a missing one is a judgement.
@ 175 - own from=farida goal=talk up=2,10 tags=talk
Empty chairs are the hardest audience. After them, people help.
@ 172 access own from=goran goal=talk up=5,7 tags=talk
Let them hear the kettle: one real sound is worth ten slides.
@ 169 rust help at=rust from=stefan up=3,9
A closure takes with it what it mentions. Mention less.
@ 165 access own goal=talk from=helene,tomasz up=0,0 tags=talk
I can be afraid and speak, both at once, for thirty minutes.
~ 33 Still true; was asked to introduce somebody and said yes at once.
~ 95 Ifeoma asked me what one does against the fear. I had something to say.
@ 163 teach new from=sam up=22 tags=teaching
Begin with the mistake, told by the one who made it.
~ 91 Priya has done it three times.
@ 160 rust know at=rust from=anh up=30,66
There are only four reasons why it says no. We have them on one page, with drawings.
@ 157 access know from=helene up=40
Thank people for one thing, exactly, by name; "thanks to all" is addressed to nobody.
@ 155 data own from=jonas up=40
A group that hangs on one pair of hands hangs by a thread, and the hands know it.
@ 151 access best at=lunch from=helene up=12,80 tags=hosting
Ask one question and then eat your soup.
@ 148 rust new at=rust from=chidi,esi up=20,60 tags=errors
"The compiler suggests": change the verb and the mood of the room changes.
@ 145 access best at=lunch from=aroha up=3 tags=signing
Look at the one who speaks and not at the one who interprets.
@ 142 map know at=map from=wanjiru up=30,50
Keep it in three places, with three people who do not have the same employer.
@ 139 teach own from=sam up=30 tags=teaching
Draw it while the other one is talking; they will correct the drawing and not you.
@ 136 rust own at=circle from=kofi up=20 tags=slow-book
Counting pages is like counting stairs: you look at your feet.
@ 133 rust best from=kofi up=60 tags=reviews
In a review, say first what you liked. It is not politeness: it is information.
@ 130 data new from=layla up=14 tags=children
Data for children: they ask who counts, and why, long before they ask how many.
@ 127 rust own goal=crate at=rust from=oleksandr up=30 tags=crate
A test is an example that stays true.
@ 124 rust help from=ifeoma at=mentor goal=mentor tags=mentoring
Explain it with things that are on the other one's desk.
@ 109 rust know from=ifeoma up=12,60 tags=ownership
Borrowing by library: many may read, or one may write with a pencil, and never both.
@ 119 access own from=tomasz up=6 tags=listening,food
Pierogi are done when the water changes its mind. Listening is a skill that wanders.
@ 116 access own goal=hear up=20,41 tags=listening
Turn the speech up a little every week. What was a noise in week one is a voice in week five.
@ 113 rust best at=rust from=lukas up=33
The one who repairs the projector has also made a contribution. Put it into the notes.
@ 110 data own from=jonas,layla up=20
Say the thing about the next host while the old one is still in the room.
@ 107 map own at=map from=brian,wanjiru up=8,20
"We are done" can be the best sentence in the life of a group.
@ 104 teach help from=ngozi
A child who counts in market prices can do fractions already. Ask what a third of a chicken is.
@ 101 rust own at=circle from=ana up=30 tags=slow-book
When all of you stop at the same sentence, it is the sentence.
@ 98 data help up=5 tags=small-failures
A group goes quiet politely: everybody waits for somebody to be sad first.
@ 95 map know from=wanjiru up=2,9
Tell the story of what you have finished while you can still count it: 1,204 stops, 31 people.
@ 92 teach know at=core from=misaki up=24 tags=drawing
Minutes that are drawn are read.
@ 90 teach best at=core from=priya up=30 tags=teaching
Let students remember the question longer than the answer.
@ 88 access help at=lunch from=nomvula up=4,30 tags=plain-words
Read a form as someone who is well, and as someone who is not.
@ 86 rust own goal=crate up=10 tags=crate
Name it after what it does to people, not after what it does.
@ 84 rust help at=rust from=esi up=2
If three of you say "looks good", somebody has not looked.
@ 81 access own goal=hear up=3,6 tags=listening
After six hours without a picture I stopped translating.
@ 78 access know from=yusuf up=18
Chalk is a data format: everybody can read it, it needs no account, and it is gone after the rain.
@ 75 access know goal=hear from=tomasz up=20 tags=listening
The time sheet at work cannot be filled in without a mouse. Filed it, with a recording.
@ 73 rust own at=circle from=ana,kofi up=40 tags=slow-book,errors
The best compilers we know spend half of their code on saying what is wrong.
@ 70 access own from=ines up=25
Leave the last page empty: people need somewhere to put their thumb.
@ 67 rust best at=rust from=oleksandr goal=crate tags=crate
Write the docs before the third function: by then you lie out of habit.
@ 64 old own from=ruth tags=archive
Every file format is a promise that somebody made.
@ 61 old help from=goran
An update that went well is invisible. Say thank you for something that you did not notice.
@ 58 old own from=dieter tags=archive
Ring; don't write. One hears the clock in the other one's hall, and then one has time.
@ 55 old own from=marit
A catalogue from 1991 still answers because one person has asked it something every week.
@ 52 old best from=oleksandr,birgit
Nobody is afraid of old code, they are afraid of being the last one who touched it.
@ 49 teach own at=core from=sam,mateo up=20 tags=teaching
Three minutes in which nothing happens. It is then that they ask.
@ 47 access help from=nomvula
Ask for a host a season ahead; who has time to say no says yes.
@ 44 rust own goal=mentor from=ifeoma,farida up=2,26 tags=talk,mentoring
Pass the advice on with the name of the one who gave it to you.
@ 41 rust new at=circle from=li up=22 tags=compilers
A compiler that fits in an afternoon: leave out everything that makes it fast and keep all that makes it kind.
@ 39 - help from=tala up=8,22 tags=teaching
Teach undo first. Nobody learns with their hands tied by fear.
@ 37 teach own from=sam,priya,misaki,mateo up=1 tags=teaching
Everybody has a bathroom. Tell them about yours and they will come out of theirs.
@ 35 old own from=ruth,dieter
Before you switch it off, ask it for its list.
@ 33 access best at=lunch from=tomasz up=4,12 tags=guide,plain-words
Read it aloud: where people breathe in, the sentence is too long.
@ 31 rust own goal=crate from=anh up=12 tags=crate
The first release is a letter and not a monument.
@ 29 access own from=aroha up=10 tags=signing
The sign for "again, slower". I have used it at work, with hearing people.
@ 27 - new from=li up=21
The host need not be in the room where the chairs are.
@ 25 access know from=zsofia,tomasz up=14
A transcript is not what was said, it is what can be found again.
@ 23 old own from=goran
Old software and bicycles: listen first, at walking pace.
@ 21 teach best from=misaki up=9 tags=teaching
A good first hour: somebody laughs by minute ten, and it is the host, about themselves.
@ 19 rust own from=ana tags=slow-book
Read with somebody else's pencil marks: it is a conversation with a delay.
@ 17 rust best from=ifeoma up=8 goal=mentor tags=talk,errors
Show eleven errors with their calls and people begin to love them.
@ 14 old help from=dieter
Look at what people will sit on before you write who is invited.
@ 12 rust new at=circle from=kofi,ana,li tags=compilers
Three people want the same group and have not asked each other. Somebody should carry the word.
@ 10 rust help from=oleksandr up=4 goal=crate tags=crate
If a test needs a comment, it tests two things.
@ 8 access best at=lunch from=aroha
Book the interpreter before the room. There are more rooms.
@ 6 - own from=layla tags=children
"Who counts the ones nobody saw?" I did not know, and it was the right thing to say.
@ 4 rust own from=kofi tags=reviews
To read somebody's code every week is a way of living on the same street.
@ 2 - own from=ana tags=slow-book
"Wait here", in pencil, beside the hard sentence. As advice it is complete.
@ 160 - own from=farida tags=talk
Read the kind letters too. I keep only the other ones, it turns out.
@ 127 access know at=lunch from=gintare tags=plain-words links=https://example.org/plain-words
A list of forty words that mean nothing without a form around them.
@ 93 rust know from=anh goal=crate up=30 tags=crate links=https://docs.example.org/kindly
Where our error sentences come from: one page, with the bad ones beside the good ones.
@ 59 - know from=marit,katrin tags=data links=https://data.example.org/toilets
How the toilet list came to be open: who was asked, in what order, and which letter worked.
@ 50 old own from=peter tags=archive
The marriage register still asks for a floppy disk. Peter asks it nicely and it takes a file.
@ 30 - know from=misaki tags=drawing links=https://example.net/minutes
Six ways to draw the minutes when you cannot draw.
@ 13 rust help at=rust from=lukas
Say "take your time" only if you have some.
@ 5 rust own from=esi tags=crate
An honest changelog has a line that begins with "I was wrong about".
"""
