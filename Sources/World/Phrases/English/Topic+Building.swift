extension Topic {
    /// What is in and about the building.
    static let building: [Topic] = [
        Topic(
            "parking",
            weight: 9,
            """
            ? [Is|is] [parking included|there parking|there a garage]?
            ? [How much is parking|what's parking|What does parking cost] [a month|for two \
            cars|for a motorcycle]?
            ? [do you|Do you] have [covered|assigned|garage|street] parking?
            ? [I have|We have] [two cars|a truck|a tall van|a motorcycle and a car], [is that an \
            issue|where would they go|how does parking work]?
            ? what's [the parking situation|parking like] [over there|on {address}|at night]?
            = Surface parking is {parkFee} a month, the garage {garageFee}. [One spot per lease is \
            guaranteed.|Both are assigned.]
            = It's {parkFee} for an open spot and {garageFee} in the garage[, height limit 6'8"|].
            = Not included, but there's enough of it: {parkFee} outside, {garageFee} covered. \
            [Street parking is free after 6.|]
            > [and|what about] a second [car|spot]? => The second one is the same price, as long \
            as there's space. [There is right now.|]
            > is the garage [gated|secure|heated]? => Gated, with a fob and cameras at the ramp.
            > [where do|Where can] guests park? => There are {guestSpots} guest spots, free for up \
            to [24|48] hours with a code.
            > [is there|how hard is] street parking? => [It's permit parking till 6, free \
            after.|Usually fine before 7 pm.|Free, with street sweeping on Tuesdays.]
            > would a [lifted truck|cargo van|sprinter] fit? => Not in the garage, but in the \
            surface lot, yes.
            > can I [rent out|give up] my spot [later|if I sell the car]? => You can give it back \
            with 30 days' notice.
            ! Can I keep a trailer in the lot for a week? => Up to three days with a note on the \
            dash. For a week we can put you in the overflow lot.
            ! Can I get a spot close to the elevator? => One opens at the end of the month, I've \
            put your name on it.
            ! Is there a clearance bar at the garage entrance? => Yes, 6 feet 8 inches.
            # Is parking included? => No, an open spot is {parkFee} a month and a garage spot \
            {garageFee}.
            # Where do guests park? => There are {guestSpots} guest spots, free for 24 hours with \
            a code from the office.
            """
        ),
        Topic(
            "ev charging",
            weight: 3,
            """
            ? [Do you|do you] have [ev charging|EV chargers|a charger for my car|car charging]?
            ? [I drive|We have] [an EV|a plug-in hybrid|an electric car], [can I charge \
            there|where would I charge]?
            ? [how many|How many] chargers [are there|do you have]? [is it level 2?|]
            = There are {evCount} level 2 chargers in the garage, {evFee}.
            = Yes, {evCount} of them, first come first served. It's {evFee}[, billed by app|].
            > [are they|is it] [always full|busy]? => Evenings are busy, mornings and middays are \
            mostly open.
            > can I install [my own|a charger] in my spot? => [Not yet, the panel is at \
            capacity.|With an electrician's quote, ask the office.]
            > is there an idle fee? => Yes, after a 30 minute grace period.
            ! Can I charge my e-bike in the bike room? => Yes, there are four outlets. Please \
            don't leave it overnight.
            # Do you have EV charging? => Yes, {evCount} level 2 chargers in the garage at {evFee}.
            """
        ),
        Topic(
            "laundry",
            weight: 5,
            """
            ? [Is there|is there] [in unit laundry|a washer and dryer|laundry in the building]?
            ? [How does|how does] laundry work[ there|]? [coin or app?|]
            ? [can I|Could I] [bring my own washer|install a washer|put in a portable washer]? => \
            Portable ones aren't allowed because of leaks, sorry. There's {laundry}.
            ? [do the|Do your] {bedsShort}s have [washer dryer|w/d|hookups]?
            = There's {laundry}.
            = We have {laundry}. [Where it's shared, a load is {washCost}.|]
            > [how much|What does it cost|price] per load? => {washCost} to wash, the same to \
            dry[, by app or card|].
            > [is the laundry room|can I do laundry] [open 24 hours|late at night]? => [Till \
            {quietFrom}.|Around the clock.]
            > stacked or side by side? => Stacked, full size.
            > is it ventless? => No, vented, so things dry in about an hour.
            ! Which detergent works in the front loaders? => Any high-efficiency one. We keep \
            sample packs at the desk.
            # Is there laundry? => There's {laundry}.
            """
        ),
        Topic(
            "gym and pool",
            weight: 5,
            """
            ? [Is there|is there|Do you have] a [gym|pool|fitness center|hot tub]?
            ? [What are|what are] the [pool|gym] hours? [I work late.|]
            ? [is the|Is your] [pool heated|gym any good|gym 24 hours]? => The pool runs \
            {poolSeason}, and the gym is open {gymHours}. [It has real racks, too.|]
            ? what amenities [do you have|are there|come with it]?
            ? [do you|Do you] have [a rooftop|a coworking space|somewhere to grill|a yoga room]? \
            => There's a lounge with desks, grills on the terrace, and a room for yoga in the \
            mornings. [All included.|]
            = The gym is open {gymHours} and the pool {poolHours}, {poolSeason}.
            = There's a fitness room ({gymHours}), a pool ({poolSeason}), grills, and a quiet room \
            for work.
            = Yes, both, and both are included. [The gym has racks, not just treadmills.|The pool \
            runs {poolSeason}.]
            > can [guests|my friend] use [the pool|it] [too|with me]? => Two guests per home, with \
            you there.
            > [is there|do you have] [a squat rack|a peloton|free weights up to 50|a rower]? => \
            [Two racks and dumbbells to 75.|Yes, along the windows.|Two bikes and a rower.]
            > is it [crowded|busy] after work? => Between 5 and 7 it is, otherwise you often have \
            it alone.
            > can you book the [grill|lounge|coworking room]? => By app, up to two weeks ahead, no \
            charge.
            ! Is the pool salt water or chlorine? => Salt water since last spring.
            ! Are there swim lanes in the morning? => Yes, two lanes from 6 to 8 on weekdays.
            # When is the gym open? => {gymHours}.
            # When is the pool open? => {poolHours}, {poolSeason}.
            """
        ),
        Topic(
            "storage",
            weight: 3,
            """
            ? [Do you|do you] have [storage|storage units|bike storage|somewhere for a bike]?
            ? [where can I|Where do people] [keep|put] [a kayak|bikes|skis|two bikes|a stroller]?
            ? how big are the storage units?
            = Storage lockers are {storageFee} a month, about 4 by 6 feet. Bikes go {bikeRoom}.
            = Yes: lockers at {storageFee}, and a bike room {bikeRoom}.
            > [is there|are there] any [open|left] [now|]? => [Three right now.|There's a short \
            waitlist, usually a month.|A few on the second level.]
            > is it climate controlled? => [It's indoors and dry, not heated.|Yes.]
            > would a [kayak|paddle board|rooftop box] fit? => Not in a locker, but there are wall \
            racks in the garage for {storageFee}.
            ! Can I share a storage locker with my neighbor? => Yes, both names go on the form.
            # Do you have storage? => Lockers are {storageFee} a month; the bike room is {bikeRoom}.
            """
        ),
        Topic(
            "internet",
            weight: 4,
            """
            ? [What internet|which internet|What provider] do you have[ there|]?
            ? [I work|i work] from home, [is the internet good|how fast is the internet|is there \
            fiber]?
            ? [is wifi|Is wifi|is internet] included? => Not in the homes; {provider} is about \
            {netFee} a month. The lounge, the gym and the pool have free wifi.
            ? how's the [cell|phone] [reception|signal] [in the building|inside]? => [Good on the \
            upper floors, so-so in the garage.|Fine with all the big carriers.] [Wifi calling \
            covers the rest.|]
            = {provider} serves the building, {speed} for about {netFee} a month.
            = It's {provider}, {speed}. [You set it up yourself and it's usually on the same \
            day.|The jack is in the living room.]
            > can I use [another|a different] provider? => [There's one other on the lower \
            floors.|A 5G box works fine for many residents.]
            > [is there|do common areas have] wifi [by the pool|in the lounge|]? => Yes, free in \
            the lounge, the gym and by the pool.
            > any data cap? => No cap on that plan.
            ! Which corner of the apartment has the fiber jack? => Beside the living room window, \
            with an outlet under it.
            # Which internet provider serves the building? => {provider}, with {speed} at about \
            {netFee} a month.
            """
        ),
        Topic(
            "packages",
            weight: 3,
            """
            ? [How do|how do] [packages|deliveries] work there?
            ? [do|Do] packages get stolen [a lot|there]? [happens at my place every week|] => Not \
            since everything is locked up: it all goes to {packageRoom}.
            ? is there [a package room|a doorman|someone to sign for packages]?
            = We have {packageRoom}.
            = Deliveries go to {packageRoom}. [You get a text with a code.|]
            > what about [groceries|furniture|something big like a mattress]? => [Big items need \
            an appointment at the freight elevator.|There's a cold shelf for groceries.]
            > how long [do they keep|can packages stay] there? => Five days, then there's a small \
            fee.
            ! Can a courier leave prescription medicine at the desk? => Yes, we keep it in the \
            locked drawer and text you.
            # How are packages handled? => We have {packageRoom}.
            """
        ),
        Topic(
            "accessibility",
            weight: 4,
            """
            ? [is there|Is there] an elevator? [I use a wheelchair.|my knees are bad|My mom can't \
            do stairs.] => There is, to all {floors} floors, and step-free entry from the garage \
            and the street.
            ? [do you|Do you] have [accessible units|a roll in shower|step free access|ADA units]? \
            => Yes. Several homes have wider doors and roll-in showers; {unit} is one that's open.
            ? [can I|Could we] [install grab bars|add a ramp|get a ground floor home]? [It's for \
            my dad.|] => [Yes.|That's fine.] Just ask before, so we can help with the paperwork. \
            [{unit2} is on the ground floor side.|]
            ? how wide are the [doors|hallways]? => Doors are 34 inches, hallways 60. [I can send \
            a drawing.|]
            > is there a power door [at the entrance|]? => At the main entrance and from the \
            garage, yes.
            > [what if|and when] the elevator [breaks|is down]? => There's a second one, and \
            repair is on a four hour contract.
            > can I have [a reserved|an accessible] parking spot by the door? => Yes, there's no \
            extra charge for an accessible spot.
            ! What is the turning radius in the bathroom of the accessible one-bedroom? => Five \
            feet. I can send the drawing with all clearances.
            ! Is the gym equipment usable from a wheelchair? => The cable tower and one bike are; \
            we're happy to hear what else would help.
            # Is there an elevator? => Yes, to all {floors} floors, with step-free entry from \
            street and garage.
            """
        ),
        Topic(
            "transit",
            weight: 5,
            """
            ? [How far|how far] [is it|are you] [from|to] [the train|transit|downtown|the \
            university|the hospital]?
            ? [I don't drive|I have no car|no car here], [how's the bus|is it walkable|what's \
            nearby]?
            ? [What's|whats] the commute like [to downtown|if I work {work}|in the mornings]?
            ? [is there|Is there] a grocery store [close by|within walking distance|nearby]? => \
            {grocery}, {groceryWalk} minutes on foot. [There's a bigger one by car.|]
            = {transit} is a {transitWalk} minute walk, and {grocery} is {groceryWalk} minutes.
            = You'd walk about {transitWalk} minutes to {transit}. [Downtown is one seat from \
            there.|]
            = {grocery} is {groceryWalk} minutes on foot, {transit} about {transitWalk}.
            > [how often|does it] run [late|on sundays|at night]? => Every [10|12|15] minutes by \
            day, every half hour after 9.
            > is there a bike lane? => Yes, along {address} and on to {district}.
            > [any|are there] [coffee shops|restaurants|bars] around? => Two cafes and a taco \
            place on the block[, more toward {district}|].
            > how long by car? => [About 12 minutes without traffic.|Fifteen, or thirty at rush \
            hour.]
            ! Is there a shuttle to the airport? => The 24-hour van stops two blocks away, every \
            half hour.
            # What transit is nearby? => {transit} is about {transitWalk} minutes on foot.
            # Where is the nearest grocery store? => {grocery}, {groceryWalk} minutes on foot.
            """
        ),
        Topic(
            "schools",
            weight: 2,
            """
            ? [What schools|which school district|What school] [is it|serve that address|would we \
            be in]?
            ? [are the|Are the] schools [good|close]?
            ? [is there|Is there] a [daycare|preschool|playground] [near|close by]? => A \
            playground is in the park behind us, three minutes on foot. [For childcare the county \
            has a list by address.|]
            = The district's own site tells which schools serve {address}; I'd rather not rate \
            them. [The nearest playground is in the park behind us.|]
            = I can't judge schools for you, but the district looks addresses up online: ours is \
            {address}, {city}.
            > does the [school bus|bus] stop there? => There's a stop on the corner. [The district \
            has the times.|]
            > how far is the playground? => Three minutes, through the back gate.
            ! Is there a homework room or study space for residents? => Yes, the lounge has four \
            desks and a printer, open till 10.
            # Which schools serve the address? => The school district's site looks up addresses; \
            ours is {address}, {city}.
            """
        ),
    ]
}
