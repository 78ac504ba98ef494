"""The value-creation stories of the sample year: one thread each, through the cycles in which its value showed."""

VALUE = """
@ 270 access star el=practice with=tomasz tags=value,listening | What one letter to an editor did
A grumpy letter about unlabelled buttons, an invitation to lunch, and what became of it.
+ immediate 0 The most uncomfortable lunch of the year, and nobody wanted to leave.
+ potential 2 I took home one rule: first the word, then the sign.
+ applied 14 Rewrote thirty-one messages. Hannah put the new ones into the support handbook.
+ realised 75 Calls about our error messages: eleven a week before, three since. Hannah counts.
+ reframing 195 I used to ask if a program works. Now I ask for whom, and where they are while it does.
~ 92 Asked Hannah again: still three.
@ 287 rust el=people with=ifeoma,ana tags=value,ifeoma | Mondays
An hour a fortnight at a library after closing time, and a tin of biscuits.
+ immediate 0 We laughed about a semicolon for so long that the night porter looked in.
+ potential 30 She has a notebook of errors; I have learned to wait for the second question.
+ applied 86 Her first change runs at the lending desk. Late readers are no longer greeted by name.
+ realised 269 She spoke in front of twenty people. Two of the library's staff have asked her for Mondays of their own.
~ 91 She reads the error first now, before I have found my glasses.
@ 163 teach el=focus with=sam,priya tags=value,talk | Begin with the mistake
A question after a talk, and where it went.
+ immediate 0 Sam's question. I walked home and did not notice the way.
+ potential 24 We have words for it now: a mistake that is told by the one who made it.
+ applied 121 Priya opened a lecture with hers, before ninety people.
~ 95 She has done it three times since, and her students begin to bring their own.
@ 225 data with=katrin,yusuf tags=value | The toilets are open now, as data
Somebody at breakfast asked why there is a list of trees and none of toilets. People laughed.
+ immediate 0 A good laugh, and Siobhán, who did not laugh.
+ potential 12 Katrin found out in which drawer the list lies, and who has the key.
+ applied 178 The city has published it, with the height of the step at each door.
+ realised 200 Yusuf's kerbs and Katrin's toilets are on one map. Tomasz's daughter plans his walks with it.
~ 93 Katrin has asked for the next drawer herself.
"""
