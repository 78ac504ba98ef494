"""What was learned in the first half of the sample year, in the notation of `told`.

First line: days ago, community, purpose (own, help, best, know, new); `up` are the days after which it climbed.
"""

LEARNED_FIRST = """
@ 363 rust own from=li up=9 tags=rust
A reference is a promise about time, not about place.
@ 356 rust help at=Find-us-a-room from=ana up=6,6
Before you promise a room to anybody, sit in it for as long as they will.
@ 349 rust own at=rust from=anh tags=ownership
Ownership with a screwdriver: give it, lend it or lose it.
@ 344 rust best at=rust from=ana up=20
Write the question on the wall before anybody answers it.
@ 341 rust help at=rust from=oleksandr up=0,0
Explain the problem aloud to people who are eating.
@ 338 - own up=30 tags=work
A reason is enough; three reasons sound like an excuse.
@ 335 data know at=breakfast from=katrin up=40 tags=data
The city keeps its lists by who is responsible and not by what they are about. Ask for the person.
@ 333 data best at=breakfast from=jonas up=50,200 tags=hosting
Buy the rolls first and send the mail second: a host has to believe it.
~ 92 Did so for the reading hour: twelve rolls, eleven children.
@ 329 rust own goal=crate up=20,70
Publish the smallest thing that has a name.
@ 327 map own at=map from=brian up=14 tags=nairobi
Somebody who has driven a road six years is a better source than a satellite.
@ 324 map know at=map from=wanjiru up=30,230
A stop has three names: the official one, the spoken one, and the one for when it rains.
@ 320 data know at=breakfast from=marit up=60,150
The remark in the margin is data too.
@ 317 rust own from=matteo up=3 tags=bread
A starter can be forgiven nearly anything.
@ 314 rust help at=rust from=matteo up=0,7
When somebody asks a beginner's question, thank them: five others had it.
@ 312 rust own at=circle from=kofi goal=book up=30 tags=slow-book
Read the summary last. The author wrote it last, too.
@ 308 rust best at=rust from=ana up=35
Whoever understood it last explains it: they still know where it hurt.
~ 31 Twice this month. It works, and it makes the rest of us quiet.
@ 305 data help at=breakfast from=layla
Tell a data set as a story; where the story limps, something was not measured.
@ 302 rust own goal=mentor from=ifeoma at=mentor up=14,100 tags=mentoring
Wait for the second question, the first one is for politeness.
@ 299 access own at=lunch from=tomasz up=2 tags=listening
A screen reader says what you wrote and not what you meant.
@ 298 access best at=lunch from=tomasz up=27,60 tags=listening,errors
First the word, then the sign. "Failed:" and only then the red cross.
~ 30 In all thirty-one messages now.
~ 91 Hannah has put it into the support handbook.
@ 295 access know at=lunch from=helene up=80,150
A circle keeps its memory in one folder that anybody may open, or it has none.
@ 291 rust help at=rust from=kofi up=1
Say which part you do understand, then ask. Half of the time the answer is in it.
@ 288 rust own goal=mentor from=ifeoma at=mentor up=20,166 tags=mentoring,errors
Write each error down with its date and its place. You stop being afraid of birds that you can name.
~ 90 I keep such a list myself now. Mine has more herons.
@ 285 map own at=map from=wanjiru tags=swahili
"Hapa, tafadhali": here, please. The most useful two words on a route.
@ 283 rust best from=anh up=5
If nobody else can live in your macro, it isn't a macro, it is a hermitage.
@ 280 data new at=breakfast from=hone up=40
What if the pattern's family could say who may weave it, and the data said so too?
@ 277 rust own from=anh at=Robot-Saturday goal=crate up=12,70
Take it apart while the person who built it is still in the room.
@ 274 access help from=tomasz up=3 tags=listening
Sit on your hands. Every word that you say during a test is a bug which you hide.
@ 271 access best from=tomasz up=7,45 goal=hear tags=listening
The error comes first, and not after forty lines of success.
@ 268 access own goal=hear up=20,120 tags=listening
Learned the first twelve keys of a screen reader. The thirteenth turned it off.
@ 266 access best from=deniz up=1
A colour alone says nothing to the one who cannot see it, and little to the one who can.
@ 263 access help at=lunch from=siobhan up=20,90 tags=testing
Test with one hand, in the dark, with a bell ringing.
@ 260 rust own at=circle from=ana goal=book up=21 tags=slow-book
A lexer is a reader who does not yet care what it means.
@ 258 rust own at=rust from=anh up=9
Lifetimes are names for how long you keep a promise.
@ 255 - own from=li up=30
One may be glad for somebody and sad in the same minute; it needs no repair.
@ 252 data know at=breakfast from=katrin up=30,120
Comma-separated is a wish, not a format.
@ 249 rust best at=rust from=oleksandr up=20
A long name that is true is shorter than a short one that has to be explained.
@ 246 access own from=tomasz goal=talk up=2,81 tags=talk
"It is your turn" is an answer to "who am I to".
@ 243 rust help at=rust from=oleksandr up=0,0
The question that solves itself was a real question all the same.
@ 240 - own from=farida goal=talk up=30,75 tags=talk
Learn the first sentence and the last one. In between you are just talking.
~ 88 It was enough.
@ 238 access own goal=talk from=helene up=1,73 tags=talk
Say yes on the telephone; in a letter I would still be writing.
@ 235 map know at=map from=brian up=20,130
When two stops have the same name, keep both and write down which one people call the true one.
@ 232 rust own at=circle from=kofi up=40 tags=slow-book
A grammar is a list of things that one may say. Mistakes live between the lines.
@ 229 - best from=esi goal=talk up=20,64 tags=talk
Do not apologise before you have said anything.
@ 226 data help at=breakfast from=hone
Keep quiet for three breaths after somebody has finished; the good part often follows.
@ 224 rust know at=rust from=lukas up=30
The easy way is never in the documentation because whoever wrote it no longer sees it.
@ 221 map own at=map from=wanjiru up=5,40 tags=swahili
"Nyuma ya" is behind; say it before the church, not after.
@ 218 rust new at=rust up=60,134 goal=crate tags=crate
What if an error were a sentence that a tired person can read? A crate that does only that.
@ 215 access best at=lunch from=nomvula up=10 tags=plain-words
Write it to your grandmother: then she need not ring.
@ 212 access best from=nomvula up=16 tags=plain-words
"We can't do this, and here is what you can do": two halves, never only the first.
@ 208 access help from=gintare up=1,1 tags=plain-words
An error message from thirty words to seven; the other twenty-three were me.
@ 205 rust help at=rust up=2
Ask "what did you expect?" before "what did you do?"
@ 202 rust own goal=mentor from=ifeoma up=1,45 tags=mentoring
Let her press the button. It is her merge.
@ 199 - own from=zsofia up=36 goal=talk tags=talk,sounds
Breathe out first. Everybody breathes in.
@ 197 access know from=tomasz,hannah up=25 tags=listening
Count the calls before and after. Eleven, then three: nobody argues with a telephone.
@ 194 map own from=li up=18 tags=swahili
Swahili tells the time from sunrise: seven is one. I have been an hour wrong, or six.
@ 191 access new from=freya up=50
How should a robot say sorry? First by stopping.
@ 188 access own from=amelie up=4
1, l and I should not be cousins: choose the typeface by its ugliest pair.
"""
