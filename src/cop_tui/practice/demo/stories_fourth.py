"""The last quarter of the sample year's story: new circles, old programs, Ifeoma's birds. Numbers are days ago."""

FOURTH = """
@ 93 map star el=people with=wanjiru,brian,li tags=endings | The story of the map
Promised to write it down, so here it is.

## How it began
With Wanjiru, one phone and a bus ticket. She wanted to know how her mother gets to the clinic.

## What we did
In two years 31 people drew 1,204 stops on 58 routes, nearly all of them by asking somebody who drives there.

## What I learned
1. Ask the one who does it every day; then believe them.
2. A mistake on a map has an address. Somebody is standing there.
3. A group may be finished. It is not a failure, it is a bus that has arrived.

## What we keep
The stops, the songs, the list of people. And each other, more or less: Li waves.
@ 91 teach el=people with=misaki,sam,priya at=core tags=drawing | Minutes, drawn
佐藤さん drew the minutes of our first meeting while we were still talking. I am the one with the teapot. The plan is a
small house with too many doors, and one of us is standing outside with the key.
@ 87 teach el=focus with=priya at=core
Priya teaches statistics by gossip: who knows whom, and how do you know that you know? She wants her students to
remember the question longer than the answer.
@ 83 rust with=anh el=practice at=rust tags=crate
The crate has a name: `kindly`. It does one thing, it turns an error into a sentence that a tired person can read.
Five votes to two. The two wanted `oops`.
@ 77 access with=yusuf el=practice at=Walk-the-kerbs | Twenty-three kerbs
Walked with Yusuf from his office to the library with a bag of chalk, and marked every kerb that is too high.
Twenty-three. A man asked us what we were doing and then held the tape. A dog disagreed.
@ 75 access star el=practice with=tomasz tags=listening,firsts | A day with the monitor off
Eight hours with the monitor turned to the wall. At nine I was angry, at ten I was slow, at noon I ate the wrong
sandwich. At three I noticed that I had stopped picturing the screen. I was simply reading. Tomasz rang at five:
"And?" I said that our own time sheet can't be filled in without a mouse. "I know," he said. "I have never once been
paid for overtime."
@ 74 rust el=people with=ana | Until the bridge
Walked home with Ana along the canal. She talked about compilers until the bridge, and then she stood there and went
on. What if there were a group only for that: how errors are told? She asked it as if it were not already a group.
@ 69 access with=ines el=practice tags=guide
Inês would print our guide: eight pages, two colours, folded by hand. She asked what stands on the last page.
Nothing yet. "Leave it like that," she said. "People need somewhere to put their thumb."
@ 64 old star el=focus with=ruth tags=beginnings | A promise somebody made
Coffee with Ruth at the archive. Every file format, she says, is a promise that somebody made, and most of them did
not know how long it would be. I asked who else might care about keeping old programs alive. She named six people
without looking up from her cup.
@ 58 old el=people with=dieter | Dieter prefers the telephone
Rang Dieter Paulsen, 74, as Ruth had said: ring, don't write. He kept one payroll program whole for forty years. I
asked him what he cares about. A long pause, a clock somewhere. "That somebody reads them," he said, "before they
are thrown away. You need not keep them. But read them, once, like a letter."
@ 52 old with=oleksandr,birgit el=focus
The bank has a program that nobody dares to open. We have one too, Birgit says, ours does the invoices, and the last
person who understood it left a cactus. What would it say if it could speak? "Water me," said Goran.
@ 48 rust with=ifeoma el=practice at=mentor tags=ifeoma,talk | She said yes
Ifeoma has said yes to a talk at the study group, ten minutes, and then rang me at midnight to ask what she had
done. I said: the same thing as I did. She asked what one does against the fear. I said, learn the first sentence
and the last one. I could hear Farida laugh.
@ 44 map with=wanjiru tags=nairobi
The city has printed it. Wanjiru sent a picture: a boy at a stop with his finger on the map, and his lips moving.
@ 42 teach el=practice with=priya
Priya tried the opening with the mistake in it on ninety students. "Like pouring water on cats," she reports, "but
in a good way." Nobody looked at a phone for eleven minutes. She counted on hers.
@ 37 teach el=practice with=sam,priya,misaki,mateo | The deleted table
My mistake for the core group: how, in my second week, I deleted a table with four hundred customers and then sat in
the bathroom for twenty minutes, and how the old administrator brought me a chair to the bathroom door and explained
backups. I had never told it to anybody. It turns out that everybody has a bathroom.
@ 34 old star el=people with=ruth at=A-disk-a-year tags=sounds | A disk a year
Ruth starts the machine from 1987 once a year. It hummed, it thought, it asked for the date and could not believe
the answer. Then it opened a list of weavers with everything in its place. Ruth held her breath, and so did I. One
disk a year, she says. More would be greedy.
@ 31 - with=layla el=people
Layla asked me at the desk if the breakfast will come back. A boy has asked *her*: he had been once, for the rolls,
and he wanted to know how many trees there are now.
@ 29 access el=practice with=tomasz,siobhan,yusuf,deniz at=lunch tags=guide | The guide, read aloud
Tomasz read the draft of our guide, all eight pages, at his own speed and then at ours. One hears every sentence
that is too long: people breathe in and then have to wait. We cut a third. Nobody could say afterwards which third.
@ 26 - with=li el=people tags=nairobi,breakfast | Li has an idea at night
A voice message, four minutes. She can't sleep because of a generator, and she has been thinking about rolls. What
if *she* were the host, from there? We would need one person who buys rolls, one screen, and Layla's reading room.
"You do not need to be in the room to put out the chairs," she says. I listened to it twice.
@ 24 teach with=sam,misaki el=focus
Sam has drawn all of us as a bus with too many drivers. We put it on the invitation for the launch. It is more
honest than the text.
@ 26 rust with=ifeoma tags=ifeoma,talk
Listened to Ifeoma's talk, once, without a word, as promised. I had to hold on to the biscuit tin.
@ 18 rust star el=practice with=ifeoma,ana,kofi,anh,lukas at=My-first-talk:-birds-I-have-seen
  tags=ifeoma,firsts,talk | Birds I have seen
Ifeoma gave her talk. Ten minutes, eleven errors, each with its date, its place and its call: where she had met it,
what it looks like at first and what it turns out to be. The rare one at the end, *this could be rewritten*, she had
seen only once, at dusk, over somebody's shoulder.

She said her first sentence and looked at me. After that she did not need to look at anybody. Lukáš asked the first
question. Kofi wants the notebook in print. I nodded too much; she had asked me not to.

From her first error to tonight it was about nine months. I have looked it up in here.
@ 15 old with=dieter,goran el=practice
Looked for chairs with backs. Dieter will come if there are some. I have learned more about who is invited by what
they sit on than in the whole of this year.
@ 12 rust el=focus with=kofi,ana,li at=circle tags=slow-book | Three people in one month
Kofi says that three people have asked him this month if there is a *real* compiler group. Ana asked me until the
bridge. Li wants one that fits in an afternoon. I don't think that any of them has asked the others.
@ 10 old with=dieter,ruth,goran el=people
Sent the first invitation for the old software. No slides, chairs with backs, and one question: who would miss it? I
read it aloud to George first. He said, "I would come, and I have no software."
@ 7 - with=jonas
Asked Jonas back as a guest. Nothing to buy, nothing to wash. No answer yet. I think that he is looking for the
right cup.
@ 6 - star el=focus with=layla at=Reading-hour:-data-for-children tags=children | Who counts the ones nobody saw?
Reading hour on data, for six-year-olds. I was there to not know, and I was well prepared. A girl asked who counts
the birds that nobody saw. Layla told the answer as a story in two languages, and in the middle she asked me, and I
did not know in either.
@ 3 - with=ana tags=slow-book
Ana has lent me her copy of the book for the weekend, with all her notes. Beside the sentence at which all of us
stopped she has written, in pencil: "wait here".
@ 1 - with=george
George carried a radio up to me, mended, and stayed for soup. He asked what I write down every evening. I said who
was there. He thought about it. "Put me in," he said.
"""
