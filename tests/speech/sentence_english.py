"""Sentences in English, by what makes it hard; the form of a line stands in `sentence_cases`."""

ENGLISH = {
    "initials": """
The report was given by B.S. Ospanov.| It was accepted.
L. N. Kim took the floor.| She spoke about schools.
The panel has A. Lee, B. Jones and V. G. Smith.| G. White leads it.
Photo by: N.Baibullin, R.Musin.
According to John F. Kennedy, the plan works.
J.R.R. Tolkien wrote it.| The book sold well.
""",
    "titles": """
Mr. Jones met Mrs. Lee.| They agreed.
Sen. Adams and Rep. Brown voted no.| The bill failed.
Prof. Kim of St. Petersburg replied.
Dr. Lee spoke first.| Gen. Smith followed.
Gov. Gray visited Ft. Worth.| Crowds came.
""",
    "always goes on": """
The term is over, i.e. the contract is closed.| A new one follows.
Choose a language, e.g. Kazakh or Russian.
The case of Smith v. Jones is closed.| It took years.
The cost is approx. 40 dollars.
Growth (cf. Table 2) was slow.
""",
    "end of a list": """
They brought flour, sugar, etc.| Everything was shared.
Roads, bridges, etc. are under repair.
See Lee et al. for details.
Ministers, mayors, etc. attended.| The meeting was long.
""",
    "law": """
Under Art. 12, para. 4, the term is a month.| It may be extended.
Law No. 14 was adopted.| It concerns archives.
See Sec. 3 and Fig. 2 on p. 14.
He said no.| She said yes.
Article 5. Rights of citizens.
The answer is in ch. 3, vol. 2.| Read it.
Chapter II. General provisions.
The rule is on pp. 4-9 of the code.
""",
    "company and country": """
Apple Inc. of California grew.| It hired staff.
He works for KazOil Ltd.| The firm is small.
The U.S. Senate met on Monday.| It voted.
He moved to the U.S.| The family followed.
Talks with the U.N. Secretary-General went well.
She has a Ph.D. from Oxford.
The shop is on Main St.| It opens at nine.
Samuel Smith Jr. won the seat.
He came from Washington D.C.| It was late.
""",
    "clock": """
The vote is at 10 a.m. on Friday.
The vote ended at 6 p.m.| Deputies left.
It starts at 9 a.m. Monday.
The session opens at 10 a.m. Astana time.
He arrived at 7.30.| The hall was empty.
""",
    "date": """
The law of Jan. 5, 2021 was repealed.
It opened on Sept. 1, 2025.| Children came.
The session of 03.02.2025 was short.| It ended at noon.
They met in 2019.| Nothing changed.
On Feb. 3 the chamber met.| On Feb. 5 it voted.
The deadline is 15 Nov. 2024 at noon.
They came in Oct.| They left in May.
""",
    "number": """
Growth was 4.5%.| The forecast was 4%.
Laws adopted: 120.| Rejected: 3.
The hall has 96 seats.| 12 are empty.
The sum was 1.5 bn. tenge.
It cost $2 mln.| Deputies asked why.
This is task No. 1.| It must be solved.
Version 2.1.4 is out.| Bugs are fixed.
""",
    "list": """
The agenda was approved.| 1. Budget.| 2. Other matters.
It was decided: 1. To accept the report.| 2. To form a panel.
I. General part.| II. Special part.
1.1. These rules are binding.| 1.2. They apply from May.
a) check accounts; b) punish the guilty.
""",
    "quotation": """
“The road is needed. People wait for it,” said the mayor.
“We will manage!” promised the minister.
He answered: “No. Not this way.”| The hall fell silent.
“When will it end?” asked a resident.| No one answered.
The book “Who Is to Blame?” sold well.
"The law is needed. We will adopt it," he said.| All agreed.
The minister said: “There is money!”| Deputies doubted it.
"The law is needed."| He sat down.
The film “Wait. Listen” won a prize.
“The law is needed.| We will adopt it.
Dr. King said, “I have a dream.”| The crowd cheered.
«The partnership is strong. We value it», – said the Speaker.
""",
    "marks": """
Who is for?| Who is against?| Adopted!
How can this be?!| Nobody knows.
He paused…| Then he spoke.
He paused... and left.
Hurray! cried the children.
Yahoo! shares rose.
""",
    "brackets": """
The law passed (45 to 2).| It enters into force.
Deputies (47 in all.) gathered.
The results are in.| (All voted.)| The session is closed.
(Press Office of the Senate, 74-72-27. Photo by: N.Baibullin)
The law passed.[1]| It will be printed.
""",
    "phone": """
Tel. 8 (7172) 74-72-27.| Call from 9 to 18.
Call 555-0102.| Fax: 555-0103.
""",
    "address": """
Read www.gov.kz.| It has a form.
Write to info@sud.kz or call.
The site is open.| senat.kz is free for all.
The file is named report.final.pdf.| Open it.
""",
    "acronym": """
The envoy came from the UN.| She was met.
The report is by OSCE.| It has a hundred pages.
""",
    "letter": """
This is plan B.| Deputies will mend it.
The patient lacks vitamin C.| Fruit may help.
""",
    "line": """
Senate adopts a law¶|Majilis supports it
The Senate adopted a law¶on public procurement.| It enters into force.
first item;¶|second item
""",
    "news": """
Mr. Speaker opened the session.| Members stood.
The bill passed on 5 Oct. 2023.| No one objected.
1) Accept the report.| 2) Publish it.
The area is 5 ha.| It lies by the river.
Talks began at 10:30 a.m.| The agenda was unchanged.
The total is KZT 3.4 bn.| Of this, 1.2 bn. was spent.
He asked: “Who votes for?”| All hands rose.
“Work goes on,” said M.S. Ashimbayev.| “We are ready.”
“What next?” he asked.| “Work,” answered the minister.
As Prime Minister O. Bektenov said, the plan works.
Details are at senate.parlam.kz.| Follow the news!
Senator S. Yershov (Pavlodar Reg.) backed the idea.
The U.S., the U.K. and the E.U. agreed.| China did not.
In 2021-2025 some 200 schools were built.| Another 100 follow.
See Fig. 5.| It shows growth.
The Hon. Lord Smith Ph.D. spoke.
GDP growth is 4.8%.| Inflation is 8.6%.| What next?
Long live Kazakhstan!!!| Forward!
Document No. 27.| Adopted on May 5.
Gov. Adams, Sen. Brown et al. signed it.
He is the Vice Pres. of the bank.
The meeting at 5 p.m. on Sept. 8 was short.
J. Smith Sr. and J. Smith Jr. agreed.
Bang!| The door closed.
The court ruled in Roe v. Wade.| It was 1973.
Visit St. Mary's church.| It is old.
The vote was 5 vs. 4.| Nobody left.
He lives at 5 Abay St., Apt. 12.| The lift works.
The U.N. was founded in 1945.| Its seat is in New York.
“Yes.”| That was all.
Is it true?| “No,” he said.
""",
    "more news": """
At 5 p.m. Mr. Smith left.| He was tired.
He said: 'No. Never.'| Then he left.
“Is it law?” Mr. Lee asked.| Nobody knew.
In the U.S. Congress met on Monday.
On Jan. 5 Sen. Lee spoke.| He was brief.
Fig. 5. Map of Astana.
The members' house is new.| It has a hall.
It weighs 5 kg.| Deputies lifted it.
Is it law?| Yes.| It is.
‘We agree. We sign,’ he said.
""",
    "last news": """
Foreign Minister M. Nurtleu arrived in Baku.| The visit lasts two days.
Government Resolution No. 345 of May 5, 2023 expired.| A new one is being drafted.
GDP grew by 4.8 percent in 2024.| It is the best result in 10 years.
The K. Satpayev School (Ekibastuz, est. 1950) marked its jubilee.
The session began at 10 a.m. and ended at 1 p.m.| It was chaired by Zh. Shaimardanov.
Address: 8 Mangilik El Ave., Astana, 010000.| Tel.: (7172) 74-12-34.| E-mail: info@gov.kz.
“Really?” he wondered.| “Yes,” she nodded.
He studied law, economics, philosophy, etc.| He got his degree in 1990.
The newspaper reported it on p. 3.| Its print run is 200,000.
The bridge is 1.2 km long.| It is 25 m. wide.
The law “On Communications” (as amended in 2024) was adopted.| It takes effect on Jan. 1, 2026.
MP Yermekbayev said: “We are against!”| The hall applauded.
Para. 3 of Art. 7 reads: “3. The Senate may reject the bill.”
Enough!| It is time to vote...| Who is for?
Brent oil costs $75.3 a barrel.| WTI costs $71.
The firm, Kaz Minerals Inc., was fined.| It will appeal.
It happened in the 5th c. B.C.| So say archaeologists.
Maj. Gen. K. Smith and Lt. Col. J. Doe took part.
Read also: “What will change in 2026?”| Subscribe.
A. Baitursynuly (1872–1937) was a scholar.| His works are many.
""",
    "lines": """
Agenda:¶|1. Budget¶|2. Other
budget¶|taxes¶|other
Contacts of the office¶|press@senate.kz
""",
    "yet more news": """
The Senate passed laws.¶|1. On communications.¶|2. On advertising.
The region (as of Jan. 1, 2025) has 2 mln people.| Of them 40% are children.
Deputies visited: 1) a plant; 2) a school; 3) a hospital.| The trip took two days.
“The Senate is the chamber of regions. We hear people. We work for them,” M. Ashimbayev said.| He thanked colleagues.
Host: Hello!| Guest: Good afternoon.
Q: What now?| A: We wait.
Awarded: A. B. Jones, V. G. Peters, D. E. Lee.| Congratulations!
Works end in late 2026, i.e. in a year.| The contractor is Zhol LLP.
The law was signed on May 5, 2025.| President Tokayev gave instructions.
He has lived in the U.S.| Tokayev has not.
“Why?” President Tokayev asked.| Silence fell.
""",
}
