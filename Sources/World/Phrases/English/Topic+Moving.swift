extension Topic {
    /// Moving in, living there, and moving on.
    static let moving: [Topic] = [
        Topic(
            "move-in",
            weight: 5,
            """
            ? [Can I|could we|Could I] move in [{moveIn}|a few days early|on {oddDay}]? => [I \
            think so:|Most likely:] {unit} is ready [by {moveInShort}|then]. [Rent is prorated to \
            the day.|Move-ins are 9 to 5, not on Sundays.]
            ? [How does|how does|What happens on] move-in day[ work|]?
            ? [do I|Do we] need to [book the elevator|reserve the elevator|schedule the move]? => \
            Yes, three hours at a time, by app or at the office. [It's free.|Mornings go first.]
            ? [where does|Where can] the [moving truck|uhaul|pod] [go|park]? => In the loading \
            zone off the alley, up to 26 feet. [Please reserve it with the elevator.|]
            = Move-ins are 9 to 5, any day but Sunday. You reserve the freight elevator for three \
            hours.
            = {moveInShort} works for {unit}. [Keys at the office from 9.|Rent is prorated to the \
            day.]
            = Yes, with a signed lease, proof of renters insurance and the first payment. Then the \
            keys are yours.
            > [can I get|could you give me] the keys [the night before|early]? => If the home's \
            ready, the afternoon before is possible.
            > what do I [set up|need to do] before? => Electricity in your name, renters \
            insurance, and the elevator slot.
            > [is there|do you have] a loading [dock|zone]? => Off the alley behind {address}, 26 \
            feet is the longest truck.
            > is rent prorated? => Yes, by the day.
            ! Can movers come at 7 in the morning? => From 8, please, because of the quiet hours. \
            We can open the dock at 7:45.
            ! Can my furniture be delivered before my lease starts? => We can take it up to three \
            days ahead, in the storage room.
            # What is needed on move-in day? => A signed lease, renters insurance, electricity in \
            your name and the first payment.
            # How do I reserve the elevator? => By app or at the office, in slots of three hours.
            """
        ),
        Topic(
            "utilities",
            weight: 6,
            """
            ? [What utilities|which utilities|What bills] [are included|do I pay|would I pay]?
            ? [how much|How much] [are utilities|is electric|should I budget for utilities] [a \
            month|for a {bedsShort}|usually]?
            ? [is water|Is heat|is gas|Is trash] included? => {utilIncluded} are included, the \
            rest isn't.
            ? is the [heat|heating|stove] [gas or electric|electric]? => Heat is {heatKind}, \
            cooling {acKind}. [The stoves are electric.|]
            ? [does it|Does it|do units] have [central air|ac|AC]? => Yes, {acKind}.
            = {utilIncluded} are included. You pay {utilTenant}, about {utilCost} a month for a \
            {beds}.
            = Figure about {utilCost} a month. [{utilIncluded} are in the rent.|Heat is \
            {heatKind}, cooling {acKind}.]
            = You'd cover {utilTenant}; {utilIncluded} come with the rent.
            > [which|what] electric company? => The city's own; setup takes five minutes online.
            > what about [summer|winter], [is it a lot more|how high does it get]? => Add maybe \
            $30 in the worst months. [The windows are double pane.|]
            > is there [central air|ac]? => {acKind}, yes.
            > do you bill utilities [back|through a third party]? => {utilIncluded}: no, they're \
            simply in the rent.
            ! What was the highest power bill for that unit last summer? => $148 in August; the \
            average over the year was $92.
            # Which utilities are included? => {utilIncluded}. Residents pay {utilTenant}.
            # How much are utilities? => About {utilCost} a month for a one-bedroom.
            """
        ),
        Topic(
            "maintenance",
            weight: 4,
            """
            ? [How fast|how fast|How long] [is|does] maintenance[ take|]? [my landlord now takes \
            weeks|]
            ? [is there|Is there] [24 hour|emergency|on site] maintenance? => Someone's on call \
            day and night at {phone}. [The team is on site on weekdays.|]
            ? [I live|im a resident|I live in {unit2}], [my sink is leaking|the heat is out|my fob \
            stopped working|the dishwasher won't drain] => [Sorry about that.|That's no fun.] \
            Please put it in the resident portal, or call {phone} if water or heat is involved; \
            someone's always on call.
            ? [do I|Can I] [change lightbulbs myself|paint the walls|hang a tv]? => Sure. [Paint \
            it back before you go, and patch the holes.|For anything electrical let us do it, it's \
            free.]
            ? who do I [call|talk to] about [a repair|the ac]? [I'm in {unit2}|] => The resident \
            portal, or {phone} when it can't wait.
            = Most requests are done within {maintenance}, and emergencies are answered day and \
            night at {phone}.
            = Please put it in the resident portal, or call {phone} if water or heat is involved; \
            someone's always on call.
            = The team is on site. [Usual repairs take {maintenance}.|Anything urgent: {phone}, \
            any hour.]
            > [do they|will they] come in when I'm [not home|at work]? => Only with your OK, or in \
            an emergency.
            > [and shelves|what about a tv mount|and curtain rods]? => Up to ten small holes, \
            patched at move-out.
            > it's [actually urgent|dripping into the hallway|getting worse] => Then please call \
            {phone} now, they'll send someone right away.
            > do you spray for bugs? => Every quarter, with notice, and on request in between.
            ! The hallway light outside 214 has been out for a week, can someone fix it? => \
            Replaced this morning, thank you for telling us.
            ! My bathroom fan makes a grinding noise, who do I tell? => A technician will come by \
            tomorrow between 10 and 12.
            ! Can maintenance come after 5 pm? => Yes, Tuesdays and Thursdays until 7.
            # How do I report a repair? => In the resident portal; for emergencies call {phone} at \
            any hour.
            # How fast is maintenance? => Usually within {maintenance}.
            """
        ),
        Topic(
            "renewal",
            weight: 3,
            """
            ? [How much|how much|What] [do renewals go up|is the increase] [usually|at \
            renewal|each year]?
            ? [I'm a resident|I live here], [when do I hear about my renewal|my lease ends \
            {moveInShort}, what are my options|can I switch units]?
            ? [when|When] [do I have to|would I need to] give notice? => {notice} days before the \
            lease ends, in writing.
            ? is rent [capped|controlled|stabilized]? => We follow the law here; recent increases \
            were {increase} percent.
            = Renewal offers come about 90 days ahead; lately {increase} percent. Notice is \
            {notice} days.
            = You'd get an offer with several terms. [Recent ones were {increase} percent.|Notice \
            to leave is {notice} days.]
            > can I [negotiate|match] the new resident [rate|price]? => If the same plan is lower \
            for new residents, we match it.
            > [can I|could I] transfer to a {bedsShort}? => Yes, after six months, for a \
            {adminFee} transfer fee.
            > what if I forget? => It goes month to month at {shortFee} more.
            ! Can I renew for just two months? => Yes, at the month-to-month rate, with the end \
            date fixed.
            # How much notice do I give? => {notice} days before the lease ends.
            # When do renewal offers come? => About 90 days before the lease ends.
            """
        ),
        Topic(
            "insurance",
            weight: 2,
            """
            ? [Do I|do i|Do we] need renters insurance?
            ? [is renters|Is renters] insurance [required|included]?
            ? [how much|How much] coverage do you [require|need me to have]? => $100,000 of \
            liability. [Any carrier works.|]
            = Yes, with $100,000 liability. Through us it's {insurance} a month, or bring your own.
            = It's required. [Any carrier works.|Many pay about {insurance} a month.]
            > does it cover [my bike|water damage|my stuff too]? => Liability is what we need; \
            your things are up to you.
            > when do you need proof? => On move-in day, before the keys.
            ! Does the insurance have to list all roommates? => Each adult needs to be named, or \
            have a policy of their own.
            # Is renters insurance required? => Yes, $100,000 liability; about {insurance} a month.
            """
        ),
        Topic(
            "keys and access",
            weight: 3,
            """
            ? [How do|how do] you get in? [fob, key, app?|]
            ? [is the|Is the] building [secured|gated|locked at night]? => Yes: fob at the doors \
            and garage, a keypad on your own door, cameras at the entrances.
            ? [what if|What happens if] I [lock myself out|lose my keys|lose the fob]? => Call \
            {phone}, any hour. A new fob is {keyFee}.
            ? are there cameras [in the garage|at the entrance|]? => At every entrance and in the \
            garage, yes.
            = Fob at the doors and garage, a keypad lock on your own door. Cameras at all entrances.
            = It's all by fob or phone. A lost one is {keyFee}.
            > can I give [my dog walker|my cleaner|a friend] a code? => Yes, you make codes in the \
            app and delete them again.
            > is there [security|someone at night]? => A courtesy patrol comes through twice a \
            night.
            > what about lockouts at 2 am? => Call {phone}, it's $50 after midnight.
            ! Can I have a mechanical key as a backup? => Yes, one per home, against a deposit of \
            $20.
            # What does a lost fob cost? => {keyFee}.
            """
        ),
    ]
}
