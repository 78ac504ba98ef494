"""Stories of the sample year that belong to a season: each is told on its own day of the calendar, month/day."""

SEASONS = """
@ 1/2 - tags=weather
The first working day, and nobody is in. I answered one letter and read eleven. The heating talked to itself.
@ 1/9 - with=george tags=weather,neighbours | Ash on the ice
Black ice from the door to the tram. George had put ash on the steps at five, in his dressing gown, for everybody.
"Who else?" he said when I thanked him.
@ 1/18 access with=helene tags=food
Soup again, and nobody complains. Hélène says that a circle which gets through January without a quarrel will live.
@ 1/27 - tags=weather
The whole street is one grey. I wore the yellow scarf on purpose, and a child on the bus said "sun" and pointed.
@ 2/5 - with=goran tags=cycling
Goran has oiled my chain without a word. I know because the bicycle has stopped complaining, or suggesting.
@ 2/13 - with=deniz tags=food
Carnival doughnuts at the office, one of them filled with mustard, as the custom demands. Deniz got it, chewed, and
said that the contrast was good.
@ 2/22 - tags=weather,reading | Snow, at last
Snow in the night, and the city spoke more softly. I walked to work along the middle of the road. By noon it was
porridge. It is enough that it was there.
@ 3/3 - with=ngozi tags=family
Ngozi sent forty seconds of Lagos through the window: horns, a preacher, a hen. I played it in the kitchen while it
rained, and made the rice too hot, for balance.
@ 3/12 access el=practice with=siobhan
Tested the ticket machine at the station with one hand and gloves on. It gave me a dog's ticket.
@ 3/21 - with=george tags=weather,neighbours
First coffee on the kerb in the sun, in coats. George brought a chair down for himself and then one for the
postwoman.
@ 3/30 - tags=small-failures | The hour that was stolen
The clocks went forward and I arrived an hour late for myself. Spent the evening explaining to the oven what time it
is.
@ 4/8 - with=ana tags=food
Ana's hot cross buns: one with a question mark instead of a cross. I got it. I always get it.
@ 4/17 - tags=garden | Beans in yoghurt pots
Sowed beans on the window sill. Labelled every pot, then put the pots in the sun, and the sun has read the labels
away. It will be beans.
@ 4/26 - with=birgit tags=work
Team outing to a tower. Birgit is afraid of heights and went first, so that we would not have to notice.
@ 5/4 - tags=food
The first asparagus at the market, and with it the first man who explains to me how to peel it.
@ 5/13 access with=gintare el=focus tags=plain-words
Gintarė on the bench by the canal. She crosses words out of the newspaper and reads me what is left. It is better,
and it is shorter, and twice it is the opposite.
@ 5/23 - with=goran tags=cycling
Goran's Sunday tour, forty kilometres to a lake that was shut. We ate the cake at the gate.
@ 6/2 - tags=weather
Swifts over the courtyard, screaming with joy. I closed the laptop in the middle of a
@ 6/9 access with=freya el=people
Freya has finished the year's scarf and it is too hot to try it on. We measured it along the canteen: two metres and
a bean.
@ 6/20 - with=ana,george tags=food,neighbours | The long table in the street
The longest evening. The street carried its tables out and made one of them, forty metres, nobody's cloth matching.
Ana cut bread until it was dark, which it never quite was. I counted nine languages and one quarrel, about potato
salad.
@ 7/3 - tags=small-failures
Left the cheese in the bicycle bag. The bicycle stands downstairs now, at some distance from the others.
@ 7/11 access with=siobhan el=focus
Thirty-four degrees. Siobhán asks if anybody has tested a touch screen with sun cream on their fingers. Nobody has.
Now we have. Don't.
@ 8/9 - with=george tags=neighbours
The plants have survived. George has talked to them; he says that the basil is a gossip.
@ 8/17 - tags=food,garden
One bean plant has given eleven beans. I cooked all of them and invited nobody.
@ 8/26 - with=ngozi tags=family
A thunderstorm here, one there, both of us at our windows with the telephone out in the rain, so that the other
could hear.
@ 9/4 access el=people with=helene,nomvula
Everybody is back, brown and slow. Nomvula read out the loveliest sentence that she has
found in a form: "Leave this blank if you are well."
@ 9/13 - tags=food
Plums. Plums from the neighbours, plums from the office, a bag of plums on the door handle with no name. Cake, then.
@ 9/24 - with=deniz tags=work
Deniz has hung the autumn light on her list of things which ruin contrast. "We can't file a bug against October,"
she said.
@ 10/3 - with=ana
Day off. Walked with Ana to the airfield. Kites, and one man without a kite who looked up just as happily.
@ 10/12 - tags=weather,small-failures
Put on the winter coat and found last winter's shopping list in it. I still have not bought the string.
@ 10/22 access with=zsofia el=practice tags=sounds
Zsófia held a microphone to a heap of leaves and let me walk through it, eight times, until it sounded like leaves.
@ 10/31 - tags=neighbours
Two ghosts and a tax inspector at the door. The tax inspector was six. I gave him everything.
@ 11/6 - with=goran tags=cycling,weather
Fog. Goran has put a second light on my bicycle, at the side, "because you come from the side", he says.
@ 11/11 - tags=neighbours
Lanterns in the street, and the song that everybody knows one verse of. We sang the one verse four times, proudly.
@ 11/17 - with=birgit tags=work,weather
Dark at half past four. Birgit has put a lamp on everybody's desk, each one a different ugly one from the cellar.
@ 12/5 - with=george tags=food,neighbours
A walnut and a mandarin in my shoe outside the door. Everybody in the house had one. Nobody confesses. George smells
of mandarin.
@ 12/13 access el=people with=helene tags=food
Before the holidays: Hélène's bell has a ribbon. Each of us said one thing that works now and did not a year ago.
It took an hour and a quarter, and nobody looked at a clock.
@ 12/22 - with=ngozi tags=family
The shortest day. Ngozi rang: thirty-three degrees and no electricity. We both sat in the dark and were pleased with
it.
@ 12/29 - tags=reading
Between the years. Read the whole of this from the beginning, in my socks. There are more people in it than I
thought.
"""
