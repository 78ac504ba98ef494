"""The people of the sample year who are near: those whom the member meets most weeks.

A line of an entry: `org`, `mail`, `cares`, `reach KIND ADDRESS`, `every DAYS`, `- DAYS-AGO what was said`, or the note.
"""

NEAR = """
@ ana | Ana Ferreira
org Fernweh Maps
mail ana@fernweh.example.com
mail ana.ferreira@example.org
cares Rust can-help Lifetimes, mostly; Compilers practising How errors are told; Sourdough can-help
reach chat @anaf
every 30
Convenes the Rust study group and would deny it. Laughs before she explains. Allergic to walnuts.
- 363 Asked whether I would help her find a room for the study group
- 251 Told her about the talk; she said "of course you are afraid, you have something to say"
- 166 She sat in the front row the whole time
- 74 Walked home together along the canal, talked about compilers until the bridge
- 19 She lent me her copy of the book, with her notes in it

@ li | Li Zhang
org Mto Transit Lab
mail li@mto.example.org
mail li.zhang@example.net
cares Compilers practising Wants to write one that fits in an afternoon
cares Transit maps can-help; Swahili learning; Open data practising; Rust practising
reach chat @li-z
reach page https://example.org/li
every 21
Brought dumplings to the first evening. Moved to Nairobi this year; still comes to the reading circle by video,
usually with a rooster in the background.
- 340 Asked what she would build if nobody needed it: a compiler that fits in an afternoon
- 236 She told me about Nairobi before she told the others
- 204 Helped her carry the last boxes; she gave me the rice cooker
- 186 First call from Nairobi, the rooster included
- 141 Sent her the photograph of the empty chair with her name on it
- 97 Long call about what the mapping group should become
- 53 Voice message: four minutes, three of them laughing
- 26 She is thinking of waking up the breakfast from where she is

@ kofi | Kofi Mensah
org Akoma Software
mail kofi@akoma.example.com
cares Compilers can-help Wrote two, finished one; Rust practising; Code review learning; Board games practising
reach chat @kofim
every 30
Runs the compiler reading circle at the speed of the book. Draws parsers on napkins and forgets them on the table,
so I have a collection.
- 316 Asked him what he would read if he had company
- 214 He explained register allocation with coffee cups
- 131 Talked about code reviews: he misses being disagreed with kindly
- 62 Showed me the compiler that he never finished
- 12 Says three people asked him about a real compiler group this month

@ ifeoma | Ifeoma Eze
org Hafenlicht Library
mail ifeoma@hafenlicht.example.org
cares Rust learning; Public speaking learning; Open data curious; Teaching curious
reach phone +49 30 5550 117
every 14
Librarian, learning to program. Keeps her compile errors in a notebook and dates them like birds she has seen.
- 303 She asked at breakfast if forty-one is late. I said it is Thursday
- 288 First compile error; she wrote it down
- 201 She merged her first change and sent me a photograph of the screen
- 110 She explained borrowing to a colleague at the lending desk, with a book
- 48 She said yes to a talk and then did not sleep
- 9 She wants to write the talk down while she still hears it

@ tomasz | Tomasz Wiśniewski
org Brightwater Radio
mail tomasz@brightwater.example.com
cares Accessibility can-help Screen readers from the inside; Radio can-help
reach phone +49 30 5550 162
every 30
Radio editor, blind from birth, listens to code at three times the speed at which I read it. Says what he thinks and
then makes tea.
- 299 Met him at the lunch, as a guest; he asked who here had ever listened to their own program
- 271 He ran my tool with his screen reader while I sat on my hands
- 198 Called to say that the new messages can be heard with the kettle on
- 105 Pierogi at his place; his daughter beat us all at cards
- 33 He reads the draft of our guide aloud; we hear every sentence that is too long

@ helene | Hélène Dubois
org Ponte Health
mail helene.dubois@ponte.example.com
cares Accessibility can-help; Teaching practising
every 60
Founded the Accessibility circle eight years ago and has been trying to make herself unnecessary ever since. Rings
when others would write.
- 249 She rang about the conference: would I speak? I said I would think
- 237 Rang back: yes
- 152 Handed me the keys of the circle, which are a folder and a bell
- 40 Lunch, soup, and her list of people who should be asked and never are

@ sam | Sam Rivera
org Northbridge College
mail sam.rivera@northbridge.example.com
cares Teaching can-help Beginning with the mistake; Improvised theatre practising
reach chat @samr
every 30
Teaches in New York. Came up after my talk with one question and a notebook full of others. Always draws the room.
- 165 Met after the talk: "who taught you to begin with the mistake?"
- 139 First call about teaching with stories; it was six in the morning for Sam
- 88 Agreed on the core group over a bad line
- 24 Sent the drawing of all of us as a bus with too many drivers

@ jonas | Jonas Lindqvist
org Tessera Bank
mail jonas@tessera.example.com
cares Open data can-help; Bread curious
every 60
Hosted the breakfast at the library until he changed jobs. Misses it and is a little ashamed, and need not be.
- 333 Asked him how he gets people to come at half past eight; "I buy the rolls before I send the mail"
- 154 He told me first: new job, no mornings
- 127 Wrote to thank him for two years of rolls
- 38 Met by chance at the market; he asked about everybody, one by one

@ wanjiru | Wanjiru Kamau
org Mto Transit Lab
mail wanjiru@mto.example.org
cares Transit maps can-help; Open data practising; Swahili can-help; Teaching curious
reach chat @wanjiru
every 45
Began the mapping group with one phone and a bus ticket. Knows every conductor on the line.
- 345 Asked what she needs most: people who stay after the first exciting month
- 222 She corrected my Swahili and the map in the same sentence
- 102 She said it first: we are done, and that is good
- 44 The city printed the map; she sent a picture of somebody reading it

@ misaki | 佐藤 美咲
org Northbridge College
mail misaki@northbridge.example.com
cares Teaching practising; Comics can-help
every 60
Satō Misaki. Teaches drawing to engineers; sends letters with a stamp on them.
- 91 First design meeting; she drew while we talked and the drawing was the minutes
- 56 A letter came, on paper, about endings
- 21 Asked her what a good first hour is like: somebody laughs by minute ten

@ layla | ليلى حدّاد
org Hafenlicht Library
mail layla@hafenlicht.example.org
cares Open data practising; Storytelling can-help
every 60
Layla Haddad, children's librarian. Tells a story in two languages at once and nobody gets lost.
- 276 Told me which questions children ask about data; all of them better than ours
- 130 She offered the small reading room, any evening but Monday
- 31 Asked if the breakfast will come back

@ dieter | Dieter Paulsen
mail dieter.paulsen@example.net
cares Software maintenance can-help Forty years of one payroll; Chess practising
reach phone +49 30 5550 174
every 45
Retired, 74. Kept one payroll program alive for forty years and never lost a pfennig of it. Prefers the telephone.
- 58 Asked what he cares about: that somebody reads the old programs before they are thrown out
- 36 Two hours about a comment from 1983
- 15 He would come to a first meeting if there are chairs with backs
"""
