extension Phrasebook {
    static let english = Phrasebook(
        """
        == welcome
        [Hi|Hello|Hey there]! [Welcome to {property}.|Thanks for stopping by {property}.] [How can \
        I help?|What can I help you find?|Ask me about homes, pricing or tours.]
        [Hi|Hey], I'm the {property} assistant. [What brings you here today?|Looking for a place?]
        Welcome to {property}! [We have homes opening up this month.|Right now we're offering \
        {special}.] [What are you looking for?|What can I answer?]
        == hello
        [Hi|Hello|Hey|Hi there|Good morning|Good afternoon|hey hey|Hello!|Hi!]
        [Hi|Hey], [anyone there?|quick question|got a minute?]
        [Hello|Hi], [I have a few questions|a couple questions about {property}|I saw your \
        listing|my friend lives in your building]
        [yo|hiya|heyyy|hello hello]
        == hello back
        [Hi|Hello|Hey] there! [How can I help?|What can I do for you?|Are you looking for a home \
        at {property}?]
        Hi! I'm {property}'s assistant, [happy to help with homes, pricing or tours.|ask me \
        anything about the building.]
        [Hello|Hi]! [What would you like to know?|Which size are you after?|Fire away.]
        I'm the automated assistant here, and [the office is a message away if I get stuck|I can \
        bring in the team any time]. What's on your mind?
        == here again
        [Hi|Hey], [me again|it's me again|back again|I was here the other day] [about the \
        {beds}|with one more question|, still looking]
        [Hello again|Hi again|Back with more questions], [I talked to you last week about a \
        {beds}|we chatted about a {bedsShort} before]
        [so I|Ok so I|I] [slept on it|talked it over with my {roommate}|did the math] and [I'm \
        still interested|have another question|want to come back to that {bedsShort}]
        == hello again
        [Welcome back|Good to see you again|Hi again]! [Is it still the {beds} you're after?|What \
        else can I answer?|Homes from {price} are still open.]
        Welcome back! [The {beds} we talked about starts at {price}.|Nothing has changed on price \
        since you were here.] [What's next?|How can I help today?]
        == searches
        [Hi, I'm|Hello, I'm|I'm|im|We're] looking for a {beds} [for {moveIn}|around \
        {moveIn}|starting {moveIn}] => We have {beds} homes from {price}. [Unit {unit} opens up \
        about then.|Two of them are free around that date.|{unit} on the {floor} floor is {sqft} \
        sq ft and free that week.]
        [Do you have|Got|Are there] any {bedsShort}s [available|open|left|coming up]? => [Yes|We \
        do|Yes, a few], starting at {price}. [When are you hoping to move?|{unit} and {unit2} are \
        open right now.|Want the floor plans?]
        [What's|whats] [available|open] for {moveIn}? [Need a {bedsShort}.|Looking at \
        {bedsShort}s.|preferably a {beds}] => For that date I see {unit} and {unit2}, both \
        {beds}s, from {price}. [Top one faces the courtyard.|The second one has more closet space.]
        [Need|I need|Looking for] a {bedsShort} under {budget}[, {occupants}|, {petShort} \
        friendly|] => [Our {beds}s start at {price}.|{price} is the lowest for a {beds} right \
        now.] [With {special}, it comes out lower over the year.|I can let you know if one drops.]
        [Is the|is that|Is your] {beds} [on the {floor} floor|listed at {price}|from the \
        website|in {unit}] still available? => [It is as of this morning.|Yes, {unit} is still \
        open.|That one has an application in, but {unit2} is the same plan.] [It's {price} a \
        month.|Starts at {price}.]
        [There's {occupants}, looking for|It's {occupants}, need] something by {moveIn}, \
        budget is [about|around|max] {budget} => [Thanks, that helps.|Good to know.] A {beds} \
        would fit, they start at {price} and run about {sqft} sq ft. {unit} is free by then.
        [relocating|I'm moving to {city}|we're moving to {city}] for work, need a {beds} \
        [by|around] {moveIn} => Welcome to {city}, nearly! For that date there's {unit} at \
        {price}, [and {unit2} a week later|and one more on the {floor} floor]. Do you want a video \
        tour?
        [saw a {bedsShort} on your site|found you on google|My coworker lives there]. [what's open \
        in a {bedsShort}?|Any {bedsShort}s opening {moveIn}?|how much is a {beds}?] => A {beds} \
        runs from {price}[, depending on the floor|, plus utilities|]. [{unit} is the next one to \
        open.|We have three of them this month.]
        == wishes
        When are you [hoping|planning|looking] to move? => [{moveIn}|{moveIn} if possible|around \
        {moveIn}|probably {moveIn}|{moveIn}, could be a bit later|my lease ends {moveInShort}|not \
        sure yet, maybe {moveIn}]
        What's your [budget|price range|target rent]? => [{budget}|around {budget}|under \
        {budget}|up to {budget} with everything|{budget} max|hoping to stay near {budget}|no more \
        than {budget} a month]
        How many bedrooms [do you need|are you after|should I look for]? => [{beds}|{bedsShort}|a \
        {beds} is fine|{bedsShort}, or bigger if the price is close|{bedsShort} please|at least a \
        {bedsShort}]
        What's bringing you to {city}? => [{reason}|mostly {reason}|{reason}, long story|it's \
        {reason}]
        Where will you be commuting to? => [I work {work}|{work}|i'm {work}|{work}, so traffic \
        matters]
        How many people would be [living with you|on the lease|moving in]? => \
        [{occupants}|{occupants} for now|{occupants}, and {pet}|it's {occupants}]
        Any pets moving in with you? => {pets}
        Is there anything the home must have? => [in unit laundry|a balcony if possible|natural \
        light, I'm home a lot|a parking spot|quiet side of the building|not ground floor|a \
        dishwasher, that's it|space for a desk|walk in closet would be amazing|honestly just a \
        decent kitchen]
        == contact ask
        [Can I get|May I have|Could I take] your name and [email|an email or phone number] so the \
        team can [follow up|send you the details|hold that for you]?
        [What's the best way to reach you?|Where should the team send the floor plans and \
        quote?|Which email or number works best?]
        [Happy to have someone send that over.|I'll have the office put that in writing.] What \
        name and email should they use?
        == contact give email
        [{full}, {email}|it's {full}. {email}|Sure, {first}, {email}|{email}|my email is \
        {email}|I'm {full}, best is {email}|yes please, {email}]
        [you can use {email}, name's {full}|{email}, I check it every day|{first} here. \
        {email}|{email} is better than calling|{full} - {email}|{email} ({first})]
        [It's {first}. email {email}|{full} / {email}|just email me, {email}. {first}|{first} \
        {email}|please send it to {email}, thanks, {first}]
        == contact give phone
        [{tel}, ask for {first}|{full} {tel}|text me at {tel} please|call or text {tel}|Name is \
        {full}, number {tel}|{tel}, texting is best|{first}, {tel}]
        [I don't do email, {tel}|{tel} but not before 10|my cell is {tel}, {first}|{full}, cell \
        {tel}|you can call {tel} after {count}|it's {tel}]
        == contact give both
        [{full}, {email} or {tel}|{email}, or text {tel}. {first}|{first}: {tel} / {email}|{full} \
        {email} {tel}|{tel} is quickest, {email} works too|{email} and my cell is {tel}, I'm \
        {first}]
        [I'm {full}. {email}, {tel}|email is {email} but text me, {tel}|{tel}. and {email} for the \
        paperwork]
        == contact thanks
        [Thanks|Thank you|Got it], {first}. [Someone from the team will write to you.|You'll hear \
        from the office today or tomorrow.|I've passed that to the leasing team.]
        [Perfect|Great], {first}, [it's saved.|you're in the book.|the team has it.] [Anything \
        else meanwhile?|Is there anything else I can answer?|]
        Thanks! [The office will send pricing for {bedsShort}s.|They'll reach out with what's open \
        for {moveInShort}.]
        == contact decline
        Would you like to leave an email so we can send what's open? => [no thanks, just \
        looking|not yet|I'm good for now|maybe later|nah just browsing|I'd rather not, thanks|let \
        me talk to my {roommate} first|I'll call if I'm interested]
        [Shall I|Should I] have someone from the office follow up with you? => [no need|no that's \
        ok|not right now|I'll reach out when I know more|please don't, I get so many calls \
        already|I'll come by instead]
        Can I send you the floor plans by email? => [I can see them on the website, thanks|no \
        thank you|it's fine|not necessary|I took a screenshot]
        == tour ask
        [Can I|Could I|Can we|could we] [come see it|take a tour|see {unit}|schedule a tour|come \
        look at a {bedsShort}]?
        [I'd like to|I want to|We'd love to|id like to] [see it in person|book a tour|tour this \
        week|look at the {beds}|walk through one]
        [When could I|What times can I|how soon can we] [tour|see the place|come by]?
        [do you do|Are there] [self guided|virtual|evening|weekend] tours?
        [Ok|Alright], what do I need to do to [see one|get a tour|visit]?
        == tour offer
        [Sure|Of course|Absolutely|Happy to]! I have {tourSlots} open[ for {tourKind} tour|]. \
        [Which works?|Which one suits you?|Does either work?]
        [The next openings are|How about] {tourSlots}? [Tours take about 30 minutes.|You'd see \
        {unit} and the amenities.|Bring a photo ID.]
        [We can do|There's] {tourSlots}. [Pick one and I'll hold it.|Let me know and I'll put you \
        down.]
        == tour pick
        [{tourWhen}|{tourWhen} works|{tourWhen} please|let's do {tourWhen}|{tourShort} is good|The \
        {tourShort} one|can we say {tourWhen}?|{tourWhen}, I'll come straight from work|i can do \
        {tourWhen}|{tourShort} sounds great]
        [I'm off then, so {tourWhen}|{tourWhen} if my {roommate} can come too|{tourWhen} would be \
        perfect|ok {tourWhen}|put me down for {tourWhen}|second thought, {tourWhen}]
        == tour booked
        [You're all set|Booked|Done|It's on the calendar], {first}: {tourWhen}. [We're at \
        {address}.|Park in the visitor spots by the entrance.|A reminder will go out the day \
        before.] [See you then!|Reply here if something changes.|]
        [Great|Perfect], I have you down for {tourKind} tour {tourWhen}[, {address}|]. [Please \
        bring a photo ID.|If you're late, call {phone}.|You'll get a confirmation.]
        Confirmed for {tourWhen}. [The team will meet you in the lobby of {address}.|The leasing \
        office is by the main entrance.] [Anything you want to see in particular?|]
        == passed on
        [I don't have a sure answer to that|I'd rather not guess on that one|That one isn't in my \
        notes], so I've [asked the team|passed it to the leasing office|sent it to the office]. \
        [They'll answer soon.|Someone will get back to you.|You'll see the reply here or by email.]
        Good question. [I've flagged it for the team, they'll get back to you.|A person will check \
        that and answer as soon as they can.]
        Let me get that confirmed by the office. [They usually answer within a couple of \
        hours.|They open at 9.]
        == person ask
        [Can I|could i|Is it possible to] [talk to a person|speak with someone in the office|talk \
        to a human|get a real person]?
        [I'd rather|Id rather] [talk to someone|deal with a person|have somebody call me]
        [this isn't helping|You're not getting it|ok bot], [can someone call me|I need a human|get \
        me the leasing office please]
        [is there|Is there] [anyone|somebody] in the office [right now|today] I can talk to?
        == person comes
        [Of course.|Sure thing.|Understood.] [I'm bringing in someone from the leasing team.|I've \
        let the office know you're waiting.] [You can also call {phone}.|]
        [No problem|Absolutely], [handing you over to the team now|a person will take it from \
        here]. [The office is open {hours}.|]
        I've asked [a leasing agent|somebody from the team] to step in. [It's usually a few \
        minutes during office hours.|If it's urgent, {phone} reaches the desk.]
        == chat
        [are you a bot?|Is this AI?|am I talking to a real person|wait are you a robot] => I'm the \
        automated assistant for {property}. [A person from the office can take over any time.|If \
        you want someone human, just say so.]
        [wrong chat sorry|oops ignore that|sorry, meant that for someone else] => No worries! [I'm \
        here when you need me.|What were you going to ask?]
        [sorry, kids are yelling|brb|one sec, someone's at the door|hold on my bus is here] => \
        [Take your time.|No rush at all.|I'll be right here.]
        [the website keeps crashing on my phone|your floor plan link is broken|photos won't load \
        for me] => [Sorry about that, I'll report it.|Thanks for telling us.] Meanwhile I can tell \
        you what you need: {bedsShort}s start at {price}.
        [lol ok|haha fair|that's a first|well that was fast] => [Happy to help.|Anything \
        else?|Glad that worked.]
        [moving is the worst|I've been looking for {years} weeks|this search is killing me|you're \
        the {count}th place I've asked] => [I hear you.|That's a lot of looking.|It does get old.] \
        [Let's see if we can shorten it.|Tell me the one thing that matters most.]
        [is the neighborhood safe?|Is it a safe area?|what's the crime like around there] => I \
        can't characterize the neighborhood, but [the city police publish maps and statistics|city \
        data is public online] and [you're welcome to visit at different times of day|we encourage \
        people to walk around before deciding]. The building has fob entry and lit parking.
        [is it mostly families or young people?|what kind of people live there|is it more students \
        or professionals] => Everyone is welcome here, and we don't describe or choose by who \
        lives in the building. [I can tell you about the homes, the rules and the amenities.|What \
        would you like to know about the building itself?]
        == thanks
        [thanks|Thank you|thx|ty|Thanks so much|thank you!|Appreciate it|ok thanks|great \
        thanks|awesome thank you] => [You're welcome!|Any time.|Happy to help.|Glad I could help.] \
        [Have a good day!|Come back whenever.|]
        [ok that's all|That's all I needed|that helps a lot|perfect, that answers it|Cool, I'll \
        think about it|I'll get back to you] => [Sounds good.|Great.|All right.] [We're here when \
        you're ready.|The office is at {phone} too.|Good luck with the search!]
        [ok bye|talk later|gotta run|bye for now|ok gotta go, bus is here] => [Take care!|Bye for \
        now.|Talk soon.]
        [Have a good one|have a great day|enjoy your weekend|have a good night] => [You \
        too!|Thanks, you too.]
        [ok I'll come by|thanks, will talk to my {roommate}|I'll call the office tomorrow|let me \
        sleep on it|will apply tonight then] => [Sounds good!|Great, see you then.|We'll be here.]
        [great|ok|k|👍|perfect|sounds good|ok cool|alright|nice|oh good] => [Anything else I can \
        help with?|Let me know if something else comes up.|👍|Talk soon.]
        [thanks for {count} quick answers|that was quicker than calling|wow you're fast|you've \
        been really helpful, thank you|okay {first} says thanks lol|thank you, {property} sounds \
        nice] => [Glad I could help.|That's kind, thank you.|My pleasure.]
        """,
        topics: Topic.english,
        links: [
            "Also, ", "And ", "Ok, ", "One more thing, ", "Oh and ", "Got it. ", "ok cool, ",
            "Great, ", "Hmm ok. ", "Another question: ", "Thanks. ", "btw ", "Actually, ", "so ",
        ],
        beds: ["studio", "one-bedroom", "two-bedroom", "three-bedroom"],
        bedsShort: ["studio", "1 bed", "2 bed", "3br"]
    )
}
