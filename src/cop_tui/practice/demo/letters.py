"""Single invitations and promises of the sample year, in the notation of `told`.

`got`, `made` and `day` are days ago (below zero: ahead), `wd` the weekday that is meant (0 is Monday), `~ 0` what the
member said of it afterwards.
"""

RECEIVED = """
@ from=ana c=rust got=362 day=357 clock=18:00 min=120 answer=yes outcome=kept place=Kaffee-Kirsch | Find us a room
I know a back room with a stove and no music. Come and sit in it with me before we promise it to anybody.
~ 0 We sat in it for two hours. It is the room
@ from=birgit c=- got=340 day=331 wd=4 clock=15:00 min=60 answer=no | Happy hour for the whole floor
There will be a quiz.
@ from=anh c=rust got=285 day=277 wd=5 clock=10:00 min=240 answer=yes outcome=kept place=Kestrel-Robotics | Robot
  Saturday
Bring a macro that you are ashamed of. We have screens and soft floors.
~ 0 Mine was the worst and she stayed an hour longer for it
@ from=katrin c=data got=270 day=262 wd=3 clock=14:00 min=120 answer=maybe state=lapsed | Round table on city data
The deputy will say a few words. It might be long.
@ from=helene c=access got=250 day=165 clock=11:20 min=30 answer=yes outcome=kept place=Werkschau,-hall-2 |
  Werkschau: your talk
Thirty minutes, two hundred people, one of them me. You can say no until the programme is printed.
~ 0 I gave it. I said the first sentence and the last one and everything in between
@ from=tomasz c=access got=126 day=117 wd=5 clock=18:30 min=180 answer=yes outcome=kept place=at-Tomasz's | Pierogi
Come hungry. My daughter deals the cards.
~ 0 Lost four rounds to a ten-year-old. Pierogi: eleven
@ from=li c=- got=212 day=204 clock=10:00 min=300 answer=yes outcome=kept | Carry boxes
Fourth floor, no lift, noodles for everybody who is still standing.
~ 0 She is leaving. The rice cooker is mine now
@ from=kofi c=rust got=200 day=192 wd=6 clock=15:00 min=180 answer=yes outcome=missed | Board games and parsers
Grammar with dice. Bring cake.
~ 0 Lay down for ten minutes at two. It was dark when I woke up
@ from=ines c=- got=199 day=190 wd=4 clock=19:00 min=120 answer=no | Opening: small books about weather
Wine in paper cups. Folding on demand.
@ from=farida c=- got=182 day=175 wd=1 clock=18:00 min=90 answer=yes outcome=kept place=Kestrel,-the-big-room | Say
  it to empty chairs
Forty chairs, nobody on them. Worse than people. Afterwards people are easy.
~ 0 The chairs were a cold audience. She clapped from the door
@ from=siobhan c=access got=150 day=141 wd=2 clock=22:00 min=120 answer=maybe state=lapsed | Night shift, as a guest
You wanted to see it with one hand and no light.
@ from=jonas c=data got=144 day=130 wd=3 clock=08:30 min=60 answer=yes outcome=kept place=Hafenlicht-Library | The
  last one from me
I buy the rolls one more time. There should be a next host. I have not found one.
~ 0 He washed every cup himself. Nobody said the thing about the next host
@ from=matteo c=rust got=111 day=104 wd=5 clock=11:00 min=180 answer=yes outcome=excused | Bread, from nothing
Ferris is strong now. We need ovens.
~ 0 A cold; told him the day before, he left a loaf on the stairs
@ from=yusuf c=access got=84 day=77 wd=5 clock=14:00 min=150 answer=yes outcome=kept | Walk the kerbs
A bag of chalk and every kerb from the office to the library.
~ 0 Twenty-three kerbs, two arguments with cyclists, one with a dog
@ from=ruth c=old got=44 day=34 wd=3 clock=16:00 min=90 answer=yes outcome=kept place=Weavers'-Archive | A disk a year
I start the machine on Thursday. It takes a disk, and it takes its time. Would you like to hear it?
~ 0 It hummed, then it worked. Ruth held her breath, and so did I
@ from=ifeoma c=rust got=30 day=18 wd=2 clock=18:10 min=15 answer=yes outcome=kept place=Kaffee-Kirsch | My first
  talk: birds I have seen
Ten minutes at the study group. Sit where I can see you, but do not nod too much.
~ 0 I nodded too much. She was wonderful
@ from=goran c=- got=28 day=20 wd=4 clock=17:00 min=60 answer=no | Birthday of the old server
Fifteen years without one night off. There is a candle.
@ from=esi c=- got=24 day=13 wd=5 clock=13:00 min=120 answer=yes outcome=released state=withdrawn
  | Review each other's slides
Called off: Esi's talk moved to the new year.
@ from=layla c=- got=14 day=6 wd=4 clock=16:30 min=60 answer=yes outcome=kept place=Hafenlicht-Library | Reading
  hour: data for children
They will ask. You are there to not know.
~ 0 They asked who counts the ones nobody saw. I did not know
@ from=ifeoma c=rust got=3 soon=yes min=45 answer=yes place=Hafenlicht-Library | Turn the talk into a page
I have eleven slides and a bird. You have the red pencil.
@ from=oleksandr c=rust got=8 ahead=9 wd=5 clock=14:00 min=150 answer=yes place=at-Oleksandr's | Finish the chess game
It has been on the shelf since the winter before. One of us must move.
@ from=li c=- got=2 ahead=1 wd=3 clock=08:30 min=60 answer=waiting link=https://meet.example.org/breakfast | Open
  data breakfast
I miss the rolls. You bring rolls, I bring Nairobi on a screen; Layla has the small reading room. Just once, to see
who comes?
@ from=sam c=teach got=5 ahead=2 wd=1 clock=12:00 zone=America/New_York min=90 answer=waiting
  link=https://meet.example.org/stories | Launch: teaching by stories
Guests, at last. Forty minutes of something useful, twenty of getting to know each other, and the rest is cake in
several time zones.
@ from=kofi c=- got=4 kind=proposal answer=waiting | Swap code reviews?
You read one of mine a week, I read one of yours. No rules, except: say what you liked before you say what you did
not understand.
"""

SENT = """
@ to=li:yes,matteo:yes,oleksandr:maybe,anh:yes c=rust got=357 day=350 wd=2 clock=18:00 min=120 | First real evening
  of the study group
There is a stove. Bring what does not compile.
@ to=tomasz:yes c=access got=318 | Would you come to our lunch?
We talk about screen readers and none of us uses one. That cannot be right.
@ to=tomasz:yes,deniz:maybe c=access got=277 day=271 clock=16:00 min=60 | Listen to my tool with me
I will be quiet. I promise to be quiet.
@ to=george:yes,esi:yes,ngozi:no c=- got=233 day=229 clock=16:00 min=60 | Ten minutes of a talk that does not exist
  yet
There is cake, as a bribe.
@ to=li:yes,ana:yes,kofi:yes,matteo:yes c=rust got=222 day=208 clock=19:30 min=180 | A farewell that is none
Li moves, the chair stays. Everybody brings the thing that they would put into her suitcase.
@ to=katrin:no,layla:maybe,marit:waiting c=data got=106 kind=proposal | Who hosts the breakfast now?
Jonas is gone and the rolls are the smaller problem. Could we take turns?
@ to=priya:yes,misaki:yes,mateo:yes,tala:maybe c=teach got=44 day=37 wd=3 clock=12:00 zone=America/New_York min=60 |
  Bring one mistake
For the core group: a mistake that taught you something, told in three minutes.
@ to=siobhan:yes,yusuf:yes,deniz:yes,hannah:maybe c=access got=36 | Read the guide with us at lunch
Eight pages, read aloud by Tomasz. Pencils are provided.
@ to=dieter:yes,ruth:yes,goran:yes,marit:maybe,oleksandr:waiting c=old got=10 ahead=12 wd=2 clock=16:00 min=90 | Old
  software: a first round of chairs
No slides, chairs with backs, and the question who would miss it.
@ to=jonas:waiting c=- got=7 kind=proposal | Come back as a guest?
No rolls to buy, nothing to wash. Just you and a cup.
@ to=lukas:no,stefan:no c=rust got=141 day=133 wd=5 clock=10:00 min=180 state=withdrawn | Crate day
Withdrawn: only two could come, and the lake won.
"""

PROMISES = """
@ made=350 day=346 c=rust outcome=kept | Write down who brought what
@ made=344 day=338 c=rust outcome=kept | Ask Birgit for the Wednesdays
~ 0 "Then Wednesday is Wednesday"
@ made=336 day=329 c=rust outcome=kept | Send Matteo the chapter on ownership
@ made=346 day=342 c=map outcome=kept | Learn to use the map editor
@ made=320 day=313 c=data outcome=kept | Count bicycles for an hour
~ 0 214, and one unicycle
@ made=309 day=300 c=- outcome=missed | Tidy my notes of the year before
@ made=297 day=288 c=access outcome=kept | Read what a screen reader reads
@ made=303 day=299 c=rust outcome=kept | Find an hour a fortnight for Ifeoma
@ made=284 day=276 c=rust outcome=kept | Send Anh my macro
@ made=271 day=264 c=access outcome=kept | Rewrite the ten worst messages
~ 0 There were thirty-one
@ made=262 day=250 c=access outcome=excused | Test the log-in with one hand
~ 0 Told Siobhán that it has to wait for the release
@ made=249 day=242 c=access outcome=kept | Give Hélène an answer
@ made=240 day=233 c=- outcome=kept | Write the first sentence of the talk
@ made=240 day=231 c=- outcome=kept | Write the last sentence of the talk
@ made=226 day=215 c=access outcome=missed | Booklet text to Inês
@ made=214 day=209 c=rust outcome=kept | Print the photograph for Li's suitcase
@ made=206 day=199 c=data outcome=kept | Bring rolls in Jonas's place
@ made=198 day=188 c=map outcome=kept | Fifty words of Swahili
@ made=190 day=180 c=access outcome=kept | Go through the slides with the sound only
@ made=181 day=172 c=- outcome=kept | Say the whole talk once at work
@ made=168 day=166 c=- outcome=kept | Sleep before the talk
~ 0 Four hours count
@ made=164 day=158 c=teach outcome=kept | Answer Sam's question properly
@ made=158 day=150 c=access outcome=kept | Thank the people who sat in the first row
@ made=152 day=144 c=access outcome=kept | Take over the list from Hélène
@ made=148 day=139 c=data outcome=excused | Ask three people who could host
~ 0 Asked two, told Jonas that I did not get to the third
@ made=140 day=130 c=rust outcome=released | Bake for the crate day
@ made=131 day=122 c=rust outcome=kept | Read Ifeoma's parser
@ made=106 day=101 c=access outcome=kept | Send Tomasz's daughter the rules of our game
@ made=129 day=127 c=data outcome=kept | Thank Jonas, by hand
@ made=105 day=96 c=data outcome=missed | Write to the breakfast list
@ made=101 day=93 c=map outcome=kept | Tell the story of the map
@ made=97 day=90 c=map outcome=kept | Copy the stops to where they will last
@ made=92 day=84 c=teach outcome=kept | Choose a mistake
@ made=82 day=74 c=access outcome=kept | One day with the monitor off
~ 0 Eight hours. My tea got cold, my ears got long
@ made=73 day=66 c=rust outcome=kept | Docs for the first three functions
@ made=63 day=55 c=old outcome=kept | Ring Dieter, not write
@ made=56 day=47 c=rust outcome=released | Projector for Wednesday
~ 0 Lukáš had fixed it with a paper clip
@ made=46 day=36 c=- outcome=kept | Three minutes about the deleted table
@ made=40 day=31 c=- outcome=kept | Answer Misaki on paper
@ made=33 day=25 c=access outcome=kept | Eight pages to the press
@ made=30 day=26 c=rust outcome=kept | Listen to Ifeoma's talk, once, without a word
@ made=21 day=14 c=rust outcome=excused | First release of the crate
~ 0 Two weeks later, with Oleksandr's tests; wrote so to the list
@ made=15 day=9 c=- outcome=kept | Find chairs with backs
@ made=12 day=8 c=access outcome=kept | Call Aroha about the interpreter
@ made=9 due=notes c=rust outcome=open | Send Ana the notes
@ made=4 ahead=1 wd=4 c=- outcome=open | Draft the invitation on compilers
@ made=6 ahead=3 wd=6 c=rust outcome=open | Answer the three questions on the crate
@ made=11 c=- outcome=open | Walk the canal with Jonas
@ made=13 ahead=16 wd=5 c=access outcome=open | Fetch the printed guides from Inês
"""
