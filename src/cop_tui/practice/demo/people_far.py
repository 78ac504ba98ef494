"""The people of the sample year who are further off: colleagues, guests, friends of friends.

Written as in `people_near`.
"""

FAR = """
@ birgit | Birgit Voss
org Lindenwerk
mail birgit.voss@lindenwerk.example.com
cares Software maintenance practising
Leads my team. Gave me the Wednesdays without being asked twice.
- 345 Told her about the study group; she said "then Wednesday is Wednesday"
- 172 She listened to the whole talk in the meeting room with the blinds down
- 50 Asked what our old billing code would say if it could speak

@ deniz | Deniz Yıldırım
org Lindenwerk
mail deniz@lindenwerk.example.com
cares Accessibility learning; Typefaces can-help; Zines practising
every 60
Designer, two desks away. Tests contrast with her eyes half closed.
- 266 Showed her what Tomasz hears; she moved three buttons the same day
- 94 Asked her to come to the lunch; she brought olives

@ goran | Goran Petrović
org Lindenwerk
mail goran@lindenwerk.example.com
cares Software maintenance practising; Cycling can-help
Keeps the servers and a bicycle from 1979. Says both need the same thing: somebody who listens.
- 61 He would like to know why nobody celebrates an update that went well
- 27 Said yes, he would come, if it is not called a workshop

@ matteo | Matteo Ricci
org Fernweh Maps
mail matteo@fernweh.example.com
cares Rust learning; Sourdough practising
Joined the study group for the bread and stayed for the traits.
- 311 First evening; he asked if the crab was edible
- 108 Gave me a jar of his starter, named Ferris

@ esi | Esi Boateng
org Akoma Software
mail esi@akoma.example.com
cares Rust practising; Code review curious
every 90
Says the thing that everybody in the room is thinking, half a minute earlier.
- 229 Practised the first five minutes of the talk on her; she stopped me at minute two, rightly
- 83 She is looking for somebody to review with

@ priya | Priya Raghunathan
org Northbridge College
mail priya@northbridge.example.com
cares Teaching can-help; Statistics can-help
every 90
Teaches statistics by gossip. Core of Teaching with stories.
- 87 Asked what she cares about: that students remember the question longer than the answer
- 42 She tried the opening with the mistake in it; nobody looked at a phone

@ brian | Brian Otieno
org Mto Transit Lab
mail brian@mto.example.org
cares Open data practising; Football can-help
Drove a matatu for six years and then mapped the route from memory, forty stops, two wrong.
- 290 He checked my stops: I had put one in the river
- 101 Said goodbye to the group with a song, and the line held

@ siobhan | Siobhán Ní Dhomhnaill
org Ponte Health
mail siobhan@ponte.example.com
cares Accessibility practising; Sign language learning
every 90
Nurse first, then product owner. Asks who will be tired when they use this.
- 259 Asked what she wishes we would test: with one hand, at night
- 71 She found a sign language course on Mondays

@ zsofia | Zsófia Kovács
org Brightwater Radio
mail zsofia@brightwater.example.com
cares Field recording can-help; Accessibility curious
Tomasz's colleague. Cuts silence like others cut onions.
- 199 Met her in the corridor of the radio; she recorded my footsteps
- 66 Lent me a microphone and one piece of advice: breathe out first

@ marit | Marit Ødegård
org Hafenlicht Library
mail marit@hafenlicht.example.org
cares Open data practising; Software maintenance curious
Runs the catalogue. Believes in cards, and has kept them.
- 318 She brought a drawer of the card catalogue to breakfast
- 55 Told her about the old-software idea; her catalogue is from 1991 and still answers

@ oleksandr | Oleksandr Kovalenko
org Tessera Bank
mail oleksandr@tessera.example.com
cares Rust practising; Software maintenance practising; Chess practising
every 90
Writes small programs with very long names. Left a chessboard at the study group, mid-game.
- 243 He asked for help with a lifetime and solved it while asking
- 52 The bank has a program that nobody dares to open; he would like company

@ nomvula | Nomvula Dlamini
org Tessera Bank
mail nomvula@tessera.example.com
cares Accessibility practising; Plain language practising
every 90
Rewrote the bank's letters so that her grandmother would not ring about them.
- 216 Asked for her before-and-after letters; she sent eleven
- 46 She would host one lunch next year

@ anh | Nguyễn Thị Ánh
org Kestrel Robotics
mail anh@kestrel.example.com
cares Rust can-help; Teaching curious; Board games practising
every 60
Writes firmware. Explains ownership with a screwdriver: give it, lend it, or lose it.
- 278 She stayed an hour longer to look at my macro
- 108 Lunch at the robot place; one of them waved, she says it was a bug

@ lukas | Lukáš Dvořák
org Kestrel Robotics
mail lukas@kestrel.example.com
cares Rust learning; Cycling practising
Quiet for nine weeks; in the tenth he asked the best question of the year.
- 224 He asked why the easy way is never in the documentation
- 77 Fixed the projector with a paper clip and said nothing about it

@ freya | Freya Sigurðardóttir
org Kestrel Robotics
mail freya@kestrel.example.com
cares Accessibility learning; Knitting can-help
Knits through every meeting; the year's scarf is two metres long.
- 191 She asked how a robot should say sorry
- 29 Sent her the chapter on status messages

@ ines | Inês Carvalho
org Studio Papier
mail ines@papier.example.net
cares Zines can-help; Letterpress practising
every 90
Prints small books in a courtyard in Neukölln. Folds while she thinks.
- 225 Asked her how to end a booklet: with an empty page
- 69 She would print our guide, eight pages, two colours

@ amelie | Amélie Laurent
org Studio Papier
mail amelie@papier.example.net
cares Typefaces can-help; Accessibility curious
Draws letters that can be read on a moving bus.
- 188 She explained why 1, l and I should not be cousins
- 79 Sent her the guide; she sent back one page with a single letter circled

@ ruth | Ruth Abramovitz
org Weavers' Archive
mail ruth@weavers.example.org
cares Software maintenance can-help; Storytelling can-help; Open data curious
every 60
Archivist. Says that every file format is a promise somebody made.
- 64 Asked who might care about keeping old software alive; she named six people without looking up
- 34 She keeps a computer from 1987 running for one disk a year
- 11 She will come, and bring the disk

@ hone | Hōne Tamati
org Weavers' Archive
mail hone@weavers.example.org
cares Open data practising; Oral history practising
Records how weavers talk while they work. Listens with his eyes closed.
- 281 Breakfast; he asked who owns a pattern
- 79 Sent him the transcript tool that Tomasz uses

@ katrin | Katrin Mühlberger
org Spreehof City Office
mail katrin@spreehof.example.org
cares Open data can-help
every 90
Opens the city's drawers, one data set a month, against kind resistance.
- 326 She brought the tree register; somebody found their own tree
- 155 Asked if she would host breakfast; no room before ten
- 47 She wrote that the toilets are open now, as data

@ yusuf | Yusuf Demirci
org Spreehof City Office
mail yusuf@spreehof.example.org
cares Open data learning; Accessibility curious
New in the office, asks what everybody stopped asking.
- 247 He mapped every kerb between the office and the library
- 70 Told him about the lunch; he came, with the kerbs

@ gintare | Gintarė Jankauskienė
mail gintare@example.org
cares Plain language can-help; Accessibility practising
every 90
Translator. Her rule: if you cannot say it to your aunt, you do not know it yet.
- 208 She cut my error message from thirty words to seven

@ mateo | Mateo Quispe
mail mateo.quispe@example.net
cares Comics practising; Teaching curious
Draws science for a children's magazine.
- 85 Asked what he cares about: the panel in which nothing happens

@ farida | Farida Rahimi
org Kestrel Robotics
mail farida@kestrel.example.com
cares Public speaking can-help; Teaching learning
every 90
Spoke in front of four hundred people once and forgot her own name. Recommends it.
- 240 Asked for advice on the talk: "learn the first sentence and the last one; in between you are just talking"
- 163 Card from her: "you remembered your name"

@ stefan | Ștefan Popescu
mail stefan.popescu@example.org
cares Rust practising
Freelance; comes to the study group between two trains.
- 174 He missed his train because of a closure, the Rust kind

@ ngozi | Ngozi Adeyemi
mail ngozi.adeyemi@example.org
cares Teaching practising; Football practising
every 45
Cousin, teaches mathematics in Lagos. Thinks that I work too much and tells my mother.
- 321 She teaches fractions with a phone-credit budget
- 210 Told her about the talk; she made her class applaud down the line
- 99 A week of messages about a child who counts in market prices
- 30 She wants the recording for her pupils

@ george | George Papadakis
mail george@example.com
cares Radio practising
Neighbour from the third floor. Repairs radios and other people's Mondays.
- 176 He let me practise the talk on him, twice, and slept through it once

@ rosa | Rosa Lindgren
org Studio Papier
mail rosa@papier.example.net
cares Letterpress learning
Apprentice at the press; ink on every sleeve.
- 68 She asked if a program can have a margin

@ aroha | Aroha Parata
org Weavers' Archive
mail aroha@weavers.example.org
cares Sign language can-help; Accessibility practising
Interprets for two deaf colleagues and has opinions on glass walls.
- 145 She interpreted at the lunch; we learned to look at the speaker
- 28 She taught me to sign "again, slower"

@ peter | Peter Achterberg
org Spreehof City Office
mail peter@spreehof.example.org
cares Software maintenance curious
Inherited the marriage register's software along with a plant.
- 49 The plant is fine; the software asks for a floppy disk

@ chidi | Chidi Nwosu
org Akoma Software
mail chidi@akoma.example.com
cares Rust curious
Kofi's colleague. Comes for the cake, and once asked the question that opened the evening.
- 148 He asked why we say "the compiler complains" and not "the compiler helps"

@ hannah | Hannah Weiss
org Lindenwerk
mail hannah@lindenwerk.example.com
cares Accessibility curious; Knitting practising
Support desk; hears everything first.
- 195 She counts the calls about our error messages: eleven before, three since
- 57 Coffee; the support desk has a name for our old messages, and it is not printable

@ tala | Tala Santos
org Ponte Health
mail tala@ponte.example.com
cares Teaching learning; Open data curious
every 90
Trains nurses on software that was not made with nurses.
- 82 Asked what she teaches first: how to undo
- 39 Invited her to the core group of Teaching with stories
"""
