extension Topic {
    /// Leases and house rules.
    static let rules: [Topic] = [
        Topic(
            "lease length",
            weight: 6,
            """
            ? [What lease|what lease|Which lease] [terms|lengths] do you [have|offer]?
            ? [Do you|do you] [do|offer|have] [6 month|short term|month to month|9 month] leases?
            ? [I only need|We only need|need] it for [4 months|{count} months|a summer|a \
            semester], [possible|do you do that]? => That works at {shortFee} a month on top of \
            the regular rate. [The shortest right now is {terms} months.|]
            ? [is a|Is a] [longer|two year|18 month] lease cheaper? => Usually, yes. [14 or 15 \
            months come out lowest right now.|Not at the moment, 12 and 13 are the best priced.]
            = Terms run from {terms} months. [12 and 13 are the best priced.|Shorter ones add \
            {shortFee} a month.]
            = You can choose {terms} months; under nine it's {shortFee} more a month.
            = Most people take 12 to 14. [Shorter is possible with {shortFee} a month on \
            top.|Month to month only after the first lease.]
            > [and|what about] [breaking it|if I have to leave early|a job transfer]? => Sixty \
            days' notice and {breakFee}. [Military orders are exempt.|]
            > can I [extend|go month to month] after? => Yes, month to month is {shortFee} above \
            the renewal rate.
            > what if my [house closes early|job ends|plans change]? => You'd pay {breakFee} with \
            notice, or find someone to take over the lease.
            > do you have leases ending in [may|the summer|august]? => Yes, we even prefer it, so \
            the rate can be a little lower.
            ! Can the lease start on a weekend? => Yes, keys would be in the lockbox from 9 am.
            ! Can I change my lease end date by two weeks? => We can move it once, prorated by the \
            day.
            # What lease terms do you offer? => {terms} months; shorter terms cost {shortFee} more \
            a month.
            # What if I have to leave early? => With 60 days' notice the fee is {breakFee}.
            """
        ),
        Topic(
            "furnished",
            weight: 2,
            """
            ? [Do you|do you] have [furnished|corporate] [apartments|units|homes]?
            ? [is it|Is the {bedsShort}] furnished?
            ? [I'm a|Im a] travel nurse, 13 weeks, [need something furnished|do you do furnished]?
            = A few are, for {furnishedFee} a month on top, dishes and linens included.
            = Homes come unfurnished, but a furniture package is {furnishedFee} a month.
            > does that include [a desk|a tv|kitchen stuff|wifi]? => [Desk yes, TV yes, wifi \
            no.|Everything but groceries.]
            > can I keep some of my own furniture? => Sure, tell us which rooms to leave empty.
            ! Can the bed be swapped for two twins? => Yes, with a week's notice.
            # Are furnished homes available? => Some are, for {furnishedFee} a month on top.
            """
        ),
        Topic(
            "sublet",
            weight: 3,
            """
            ? [Can I|can i|Could I] [sublet|sublease|airbnb it] [over the summer|while I travel|if \
            I leave early]?
            ? [do you|Do you] allow [subletting|subleases|airbnb]?
            ? [what if|What if] I want someone to take over my lease? => They apply for {appFee}, \
            and if they qualify the lease goes over to them.
            = Subleases are fine with approval: the new person applies for {appFee}. [Short-term \
            hosting isn't.|]
            > does [the subletter|my replacement] [have to|need to] qualify? => Yes, same as any \
            applicant.
            > is there a fee? => {adminFee} for the paperwork.
            ! Can my cousin stay in my place while I am abroad for two months? => Yes, as a \
            registered guest. Send us the dates and a copy of an ID.
            # Can I sublet? => With approval, yes; the new person applies. Nightly rentals are not \
            allowed.
            """
        ),
        Topic(
            "roommates",
            weight: 4,
            """
            ? [Can I|can i] add [a roommate|my partner|my {roommate}] [later|to the lease|in a few \
            months]?
            ? [do you|Do you] [match roommates|have roommate leases|rent by the room]? => No, \
            homes are leased as a whole, and we don't match people. [There's a residents' board, \
            though.|]
            ? [we're|We are] {count} [friends|people], [is that ok for a {bedsShort}|how many can \
            live in a {bedsShort}]? => Up to two people per bedroom plus one may live in a home. \
            [All adults apply.|]
            ? [are we|Are roommates] each responsible for [the whole rent|our share]? => It's one \
            lease, and each of you is responsible for all of it. [Payments can be split in the \
            portal.|]
            = Everyone over 18 is on one lease. Adding someone later is an application ({appFee}) \
            and a signature.
            > can we pay separately? => Yes, the portal lets each person pay their part.
            > what if [one of us|my roommate] moves out? => The others can stay if they qualify, \
            or bring someone new.
            > do you help find roommates? => There's a resident board, but we don't match people \
            ourselves.
            ! Can two couples share a two-bedroom? => Yes, four adults are within the limit if all \
            apply.
            # Can I add a roommate later? => Yes, they apply ({appFee}) and sign an addendum.
            # How many people may live in a home? => Two per bedroom plus one.
            """
        ),
        Topic(
            "smoking",
            weight: 3,
            """
            ? [Is|is] smoking allowed [anywhere|on the balcony|]?
            ? [do you|Do you] have smokers in the building? [I have asthma.|I'm sensitive to it]
            ? [can I|Can we] vape [inside|on the balcony]?
            ? is it a smoke free building? [my last place wasn't|]
            = It's smoke free inside, balconies included. There's a spot with a bench behind the \
            garage.
            = No smoking or vaping indoors, and not within 25 feet of doors.
            > what [happens|do you do] if [a neighbor smokes|someone smokes anyway]? => Tell the \
            office; there's a warning, then a fine, then the lease.
            > does that include [weed|cannabis|incense]? => Cannabis yes; incense is fine.
            ! Was my unit ever smoked in? => No, it's been smoke free since the last renovation. \
            We can share the turnover notes.
            # Is smoking allowed? => No, homes, balconies and common areas are smoke free.
            """
        ),
        Topic(
            "noise",
            weight: 5,
            """
            ? [How's|how's|How is] the noise? [I work nights.|My last place was awful.|I'm a light \
            sleeper.]
            ? [Can you|can you] hear [the neighbors|people upstairs|traffic|the train]?
            ? [what are|What are] the quiet hours? => {quietFrom} to {quietTo}.
            ? [I play|My son plays|I practice] [piano|drums|the violin|trumpet], [is that a \
            problem|is that allowed]? => That's fine outside quiet hours ({quietFrom} to \
            {quietTo}). [A rug helps the people below.|]
            ? which side [is quieter|of the building is quiet]? => The courtyard side. [The street \
            side hears traffic until about 10.|{unit} is on that side.]
            = Quiet hours are {quietFrom} to {quietTo}. [Floors are concrete, so footsteps don't \
            carry much.|The courtyard side is quieter.]
            = It's a well insulated building, and {quietFrom} to {quietTo} is quiet time.
            > what if [a neighbor|someone upstairs] is loud? => There's an after-hours line, and \
            the courtesy officer comes by.
            > is [{unit}|that unit] next to the [elevator|gym|trash chute]? => No, it's [at the \
            far end|three doors away|around the corner].
            > any construction [planned|next door|nearby]? => [Nothing that we know of.|The lot \
            across the street finishes next month.]
            ! Can I soundproof one wall with panels? => Yes, if they come off again without a \
            trace; use the adhesive strips.
            ! Are there train horns at night? => The freight line is a mile off; on the east side \
            you hear it on still nights.
            # What are the quiet hours? => {quietFrom} to {quietTo}.
            """
        ),
        Topic(
            "guests",
            weight: 3,
            """
            ? [How long|how long] can [guests stay|my parents stay|my boyfriend stay over]?
            ? [is there|Is there] a [guest policy|guest suite]? => Guests may stay up to {guests} \
            days without asking. [There's no guest suite, but the inn on the corner gives a rate.|]
            ? [my mom is|My sister's] visiting for [a month|three weeks], is that [allowed|ok]?
            = Guests may stay up to {guests} days [in a row|in any six months]. After that they go \
            on the lease.
            = Up to {guests} days, no need to ask. Longer, just let the office know.
            > do they get [a fob|a key]? => You can order one more fob for {keyFee}.
            > do you have a guest suite? => [One, on the ground floor, $90 a night.|No, but the \
            inn on the corner gives a rate.]
            ! Can my parents receive mail at my address while they visit? => Yes, for as long as \
            they are registered guests.
            # How long may guests stay? => Up to {guests} days; after that they are added to the \
            lease.
            """
        ),
    ]
}
