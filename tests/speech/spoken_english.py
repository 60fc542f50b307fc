"""What is written and what is said in English, by what makes it hard; the form of a line stands in `spoken_cases`."""

ENGLISH = {
    "dates": """
16.09.2025 → the sixteenth of September, twenty twenty-five
on 16.09.2025 in Astana → on the sixteenth of September, twenty twenty-five in Astana
16 September 2025 → the sixteenth of September twenty twenty-five
the 16 September session → the sixteenth of September session
September 16, 2025 → September sixteenth, twenty twenty-five
October 13-15, 2021 → October thirteenth to fifteenth, twenty twenty-one
13-15 October → the thirteenth to fifteenth of October
2025-09-16 → the sixteenth of September, twenty twenty-five
Jan. 5, 2021 → January fifth, twenty twenty-one
on May 5 → on May fifth
5 May → the fifth of May
on 1 January 2000 → on the first of January two thousand
July 31 → July thirty-first
the 2nd of June → the second of June
""",
    "years": """
in 2025 → in twenty twenty-five
in 2005 → in two thousand and five
since 1991 → since nineteen ninety-one
in 1900 → in nineteen hundred
in 2000 → in two thousand
in 1905 → in nineteen oh five
2024-2026 → twenty twenty-four to twenty twenty-six
the 1990s → the nineteen nineties
the 2025 budget → the twenty twenty-five budget
2025 people → two thousand and twenty-five people
in 1845 → in eighteen forty-five
""",
    "times": """
at 10:30 → at ten thirty
at 9:00 → at nine o'clock
9:00 a.m. on Monday → nine A M on Monday
at 18.30 → at eighteen thirty
at 9:05 → at nine oh five
6 p.m. today → six P M today
""",
    "numbers": """
47 deputies → forty-seven deputies
120 laws → one hundred and twenty laws
1,250,000 tenge → one million two hundred and fifty thousand tenge
1 250 000 tenge → one million two hundred and fifty thousand tenge
1,005 → one thousand and five
0 → zero
1 law → one law
600 people → six hundred people
21,000 families → twenty-one thousand families
agent 007 → agent zero zero seven
−5 °C → minus five degrees Celsius
the 5-4 vote → the five to four vote
10-year plan → ten-year plan
99 → ninety-nine
""",
    "decimals and fractions": """
12.5 bn tenge → twelve point five billion tenge
3.2% → three point two percent
0.25 → zero point two five
1/2 → one half
3/4 → three quarters
2/3 → two thirds
version 2.1.4 → version two point one point four
1/5 → one fifth
""",
    "units": """
5% → five percent
1% → one percent
$5 → five dollars
$1 → one dollar
$5.2 mln → five point two million dollars
$5 million → five million dollars
€20 → twenty euros
£3 bn → three billion pounds
100 ₸ → one hundred tenge
30 km → thirty kilometres
1 km → one kilometre
5 ha → five hectares
21 m² → twenty-one square metres
60 km/h → sixty kilometres per hour
2 kg → two kilograms
3 hrs → three hours
40 °C → forty degrees Celsius
""",
    "ordinals": """
the 1st session → the first session
the 22nd bill → the twenty-second bill
the 3rd reading → the third reading
the 20th century → the twentieth century
the 101st → the one hundred and first
""",
    "roman numerals": """
XXI century → twenty-first century
Elizabeth II → Elizabeth the second
Chapter IV → Chapter four
World War II → World War two
VIII convocation → eighth convocation
Article XII → Article twelve
I agree → I agree
Charles V → Charles the fifth
""",
    "law": """
Law No. 5-VIII → Law number five eight
Law No. 14 → Law number fourteen
Art. 5, para. 2 → Article five, paragraph two
Sec. 3 → Section three
Fig. 2 on p. 14 → Figure two on page fourteen
pp. 4-9 → pages four to nine
§ 3 → section three
vol. 3 → volume three
He said no. → He said no.
""",
    "abbreviations": """
i.e. in a month → that is in a month
e.g. Kazakh → for example Kazakh
flour, sugar, etc. → flour, sugar, et cetera.
Ministers, etc. attended → Ministers, et cetera attended
Mr. Jones → Mister Jones
Dr. Lee → Doctor Lee
Prof. Kim → Professor Kim
Sen. Adams → Senator Adams
St. Petersburg → Saint Petersburg
5 vs. 4 → five versus four
Lee et al. wrote → Lee and others wrote
approx. 40 → approximately forty
KazOil Ltd. grew → KazOil Limited grew
""",
    "names and acronyms": """
N.Baibullin → N Baibullin
K.K. Tokayev → K K Tokayev
the UN → the U N
the U.S. Senate → the U S Senate
the EU → the E U
NATO → NATO
UNESCO → UNESCO
OSCE → O S C E
GDP → G D P
the UK → the U K
""",
    "telephones and addresses": """
74-72-27 → seven four, seven two, two seven
Call 555-0102 → Call five five five, zero one zero two
8 (7172) 74-72-27 → eight, seven one seven two, seven four, seven two, two seven
senate.parlam.kz → senate dot parlam dot K Z
press@senate.kz → press at senate dot K Z
https://senate.parlam.kz/en-US/news/details/14123 → link senate dot parlam dot K Z
""",
    "letters": """
Sеnate → Senate
par\u00adliament → parliament
Tоkаyev → Tokayev
""",
    "signs": """
R&D → R and D
5 & 6 → five and six
A + B → A plus B
and/or → and or
№ 5 → number five
""",
    "more": """
from 1 to 5 May → from the first to the fifth of May
from May 1 to May 5 → from May first to May fifth
the XV Forum → the fifteenth Forum
John Paul II → John Paul the second
at 9:30 a.m. today → at nine thirty A M today
6:00 pm → six P M
10 am to 5 pm → ten A M to five P M
15:00-16:30 → fifteen o'clock to sixteen thirty
Mar. 5, 2020 → March fifth, twenty twenty
May 2, 1990 → May second, nineteen ninety
the '90s → the 'nineties
5G → five G
Q1 → Q one
A4 → A four
COVID-19 → covid-nineteen
10 m/s → ten metres per second
2,724,900 sq. km → two million seven hundred and twenty-four thousand nine hundred square kilometres
21st-century → twenty-first-century
$1.5 billion (€1.3 bn) → one point five billion dollars (one point three billion euros)
24/7 → twenty-four seven
""",
    "and more": """
from 10 to 20 members → from ten to twenty members
in May 2020 → in May twenty twenty
version 9.30 → version nine point three zero
five of 45.5 → five of forty-five point five
the 45th → the forty-fifth
""",
    "marks": """
5½ hours → five and one half hours
Results ► more → Results   more
""",
    "last": """
Abai (1845–1904) → Abai (eighteen forty-five to nineteen oh four)
Zh. Shaimardanov → Zh Shaimardanov
est. 1950 → established nineteen fifty
""",
}
