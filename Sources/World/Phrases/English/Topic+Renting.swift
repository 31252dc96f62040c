extension Topic {
    /// Homes, dates and visits.
    static let renting: [Topic] = [
        Topic(
            "availability",
            weight: 13,
            """
            ? [What's|whats] [available|open|coming up] [right now|for {moveIn}|in {bedsShort}s]?
            ? [Is|is] the {beds} [on your site|I saw online|for {price}] [still available|gone \
            already|taken]?
            ? [Do you have anything|Anything] [opening up|free|ready] [by|around|before] {moveIn}?
            ? [How soon could I|when could we] move into a {bedsShort}? => {unit} is ready now, so \
            [as soon as the screening is done, usually two days|within the week, really].
            ? [are there|Do you have] any [corner units|top floor homes|ground floor \
            {bedsShort}s|homes facing the courtyard] [left|open|]? => [Two of those are \
            open|{unit} on the {floor} floor is the one I'd look at|One, {unit2}]. [It's \
            {price}.|Want its floor plan?|]
            ? [your site says|Website says|The listing says] 0 {bedsShort}s, is that [right|up to \
            date]? => It lags a bit. [{unit} opened this morning|{unit2} is back on the market], \
            at {price}.
            ? Which [{bedsShort}s|floors] [do you have|are] open? [I'd need it {moveIn}.|]
            = [{unit} is open now|{unit} comes free the first week|We have {unit} and {unit2}], \
            both {beds}s, [from {price}|starting at {price} a month].
            = For {moveInShort} I see [two|three] {beds}s: {unit} on the {floor} floor and \
            {unit2}[, which is a little smaller|, with a balcony|].
            = [Yes|Yes, as of this morning]: {unit}, {sqft} sq ft, {price}. [It's being painted \
            this week.|It's ready to move in.|Someone is touring it tomorrow.]
            = Nothing that exact week, but {unit} opens {moveInShort} and we can [usually|often] \
            shift by a few days.
            > [which floor is|What floor's] {unit} on? => {unit} is on the {floor} floor of \
            {floors}, [reached by elevator|two doors from the elevator].
            > [how big is|what's the size of|square footage on] {unit}? => {unit} is {sqft} sq ft. \
            [The plan is on {website}.|The bedroom fits a king.]
            > [can you hold|Can I reserve|how do I hold] {unit}? => A hold is {holdFee} for \
            [48|72] hours, and it goes toward your first month.
            > [which way does {unit} face|does {unit} get afternoon sun]? => [South, so lots of \
            light.|It faces the courtyard.|East, with morning sun.|West, toward the street.]
            > [is there|do you keep] a waitlist? => We do, it's free. [The office can add you.|Two \
            people are ahead for that plan.]
            > and if I need it [two weeks later|a week earlier|a month later]? => Then {unit2} \
            would be the better match; it opens [a bit later|the week after].
            > [does {unit} have|is there] a balcony? => [It does, about 6 by 9 feet.|{unit} \
            doesn't, but {unit2} does.|A Juliet balcony, yes.]
            > has it been renovated? => [New counters and floors last year.|Updated in the \
            spring.|{unit} is original, which is why it's a little less.]
            ! Which unit has the largest kitchen? => The B4 plan has a U-shaped kitchen with an \
            island; the next one opens in about six weeks.
            ! Can you send photos of the actual unit and not the model? => I took some today and \
            sent them to you, with a short video of the view.
            ! Is the unit above it occupied right now? => Yes, by a resident of two years. We've \
            had no noise notes from either side.
            # What sizes do you have? => Studios from {studio}, one-bedrooms from {one}, \
            two-bedrooms from {two} and three-bedrooms from {three}.
            # How do I hold a home? => A hold is {holdFee} for 72 hours and goes toward the first \
            month's rent.
            # How do I see what is available? => Current homes are listed at {website}; the chat \
            and the office see the same list.
            """
        ),
        Topic(
            "price",
            weight: 13,
            """
            ? [How much is|What's the rent on|price for] a {bedsShort}?
            ? [What are you asking|What do you want|how much] for the {beds}[ on the {floor} \
            floor| in {unit}|]?
            ? [my budget is|I can do|We can spend] {budget}, [is that realistic|do you have \
            anything|what would that get me]? => [That's close.|It can work.] A {beds} starts at \
            {price}, and {special} [brings it down over the year|helps with the first months].
            ? [Does|does] the {price} [include|cover] [utilities|everything|parking]? => \
            {utilIncluded} are in it. {utilTenant} and parking come on top.
            ? [any|is there] wiggle room on the [rent|price]? => Rents are set daily, so I can't \
            negotiate, but {unit} at {price} is the best value I see. [Longer terms come out \
            lower.|]
            ? [What's the total|total cost] per month, [all in|with fees and everything]? => All \
            in, think {price} rent, about {utilCost} for utilities, and {parkFee} if you need \
            parking.
            ? [Is the|is that] price [the same|different] on [higher floors|every floor]? => Each \
            floor up is about [$10|$15] more. [The view is the difference.|]
            ? why is {unit} [more expensive|cheaper] than {unit2}? [same layout no?|They look \
            identical.] => {unit} [was redone last year|has the larger balcony|faces the \
            courtyard|is a floor higher]. [The plan itself is the same.|]
            = A {beds} starts at {price}. [Higher floors run a little more.|The exact number \
            depends on the date and the term.]
            = [{price} a month|From {price}] on a 12 month lease[, plus {utilTenant}|, with \
            {utilIncluded} included|].
            = Right now {beds}s go from {price}, and there's {special}.
            > [is that|{price}] for 12 months? [what about longer?|] => That's the 12 month rate. \
            14 or 15 months is usually [a bit lower|$20 to $40 less].
            > what's included [in that|in the rent]? => {utilIncluded}. You'd pay {utilTenant} \
            yourself.
            > [ouch|hmm|wow], that went up since last [month|time] => It moves with what's open. \
            [If you're flexible on the date, I can look for lower.|I can watch {unit2} for you.]
            > do you [price match|match] [other buildings|the place across the street]? => We \
            don't, but {special} often closes the gap.
            > [whats|What's] the cheapest thing you have? => A studio, from {studio}. The lowest \
            {beds} is {price}.
            > is there a fee [besides|on top of] the rent? => {appFee} to apply and a {adminFee} \
            admin fee, both once. After that it's rent and utilities.
            > do rents go up [every year|a lot at renewal]? => Lately renewals have been \
            {increase} percent. [You'd hear {notice} days ahead.|]
            ! Can rent be split into two payments a month? => Yes, through the resident portal \
            after the first full month, for a small fee by the provider.
            ! Do you have income-restricted homes? => We have a few. There's a separate \
            application, and I can send you the income table and the waitlist form.
            ! Can I pay the whole year up front? => We take up to three months ahead. For more \
            than that, ask me for the form our owner needs.
            # How much is a studio? => Studios start at {studio} a month on a 12 month lease.
            # How much is a one-bedroom? => One-bedrooms start at {one}; the exact price depends \
            on date, floor and term.
            # How much is a two-bedroom? => Two-bedrooms start at {two} a month.
            # Are prices negotiable? => Rents are set by date and home and are the same for \
            everybody.
            """
        ),
        Topic(
            "specials",
            weight: 5,
            """
            ? [Any|Are there any] [specials|deals|move in specials|concessions] [right now|this \
            month|on {bedsShort}s]?
            ? [I saw|saw] [a sign|an ad|on instagram] [about|for] [a free month|{special}], [is \
            that still on|is it real|does that apply to a {bedsShort}]?
            ? [do you|Do you] [have a|do] [military|student|first responder|teacher] discount? => \
            No discount by profession, but {special} is open to everyone.
            ? [what's|whats] the best deal you [can do|have] on a {beds}?
            = [Yes|There is one]: {special}, until {specialEnd}.
            = At the moment it's {special}. [It applies to new leases signed by {specialEnd}.|It's \
            the same for everyone.]
            = We're running {special} on selected homes, {unit} among them.
            > is that [spread out|prorated|off the first month]? => It's taken off the [first full \
            month|second month], so you feel it right away.
            > [does it apply|would that work] if I move {moveInShort}? => [Yes, as long as you \
            apply by {specialEnd}.|It does for {unit}.]
            > [do I have to|must I] pay it back if I leave early? => Yes, the discount is owed \
            back when a lease ends before its term.
            > can it be combined with [the referral thing|another discount]? => [One special per \
            lease, but the referral credit stacks.|No, only one per lease.]
            ! Does the special still apply if I transfer from a sister property? => Yes, transfers \
            get it as well, once your current balance is settled.
            # Are there any specials? => Currently {special}, until {specialEnd}.
            # Is there a referral credit? => Residents who refer someone get $300 off after the \
            new lease has run for 30 days.
            """
        ),
        Topic(
            "tours",
            weight: 7,
            """
            ? [Do you|do you] [do|offer] [tours on weekends|evening tours|self guided \
            tours|virtual tours]? => [In person, by video, or on your own with a code.|All three: \
            in person, virtual, self-guided.] [Self-guided ones run every day till 7.|Saturdays \
            fill up first.]
            ? [Can I|could I] [just walk in|come by without an appointment|stop by today]? => \
            Sure, [walk-ins work|stop by] while the office is open: {hours}. A booked time just \
            means no wait.
            ? [How long|how long] does a tour take? [I only have my lunch break.|] => About \
            [20|25|30] minutes. [We can keep it shorter.|]
            ? [is there|Do you have] a [video|3d] tour of the {bedsShort}? => There's a video of \
            the {beds} on {website}, and [a live video tour is easy to book|an agent can walk you \
            through {unit} by phone].
            ? what are your [office|tour|leasing office] hours? => We're open {hours}. \
            [Self-guided tours run till 7.|]
            ? [I'm out of state|I live 6 hours away|Not in {city} yet], can I [tour by video|sign \
            without seeing it]? => Of course. [An agent can walk you through {unit} by video, and \
            the lease is signed online.|Many do: a video tour, then everything online.]
            > [do I need|should I bring] [an ID|anything]? => A photo ID, that's all. [For \
            self-guided tours you upload it first.|]
            > [how does the self guided one work|What is a self guided tour exactly]? => You \
            verify your ID on your phone, get a code for an hour, and walk through {unit} and the \
            amenities on your own.
            > [where do I|Where should we] park [when I come|for the tour]? => There are visitor \
            spots marked by the entrance on {address}.
            > can [my {roommate}|my mom|my kids] come too? => Of course, bring whoever you like.
            > [are you open|do you do tours on] {oddDay}? => The office is closed then, but \
            self-guided tours run every day until 7.
            > will I see the actual unit? => [If it's empty, yes. Otherwise the model next \
            door.|You'd see {unit} itself.]
            ! Can I measure the living room during the tour? => Yes, take your time. We can also \
            email the dimensions of each room.
            ! Do you have someone who speaks sign language for a tour? => We can bring an \
            interpreter, please give us two days' notice.
            # What are your office hours? => The office is open {hours}.
            # Do you offer self-guided tours? => Yes, every day until 7 pm; verify your ID on your \
            phone and you get a code.
            # Can I tour by video? => Yes, an agent can walk you through a home by video call.
            """
        ),
    ]
}
