extension Topic {
    /// Applications, fees and what is asked of an applicant.
    static let money: [Topic] = [
        Topic(
            "application",
            weight: 6,
            """
            ? [How much is|What's] the application fee? => It's {appFee} per adult, online[, and \
            takes about ten minutes|, plus the {adminFee} admin fee once].
            ? [What do I|what do we] need to apply? [I have paystubs.|] => A photo ID and [two \
            recent paystubs|proof of income]. [Everything uploads from a phone.|]
            ? [how long|How long] does [approval|the application|screening] take? => Most people \
            hear within [a day|48 hours]. [Weekends take a little longer.|]
            ? [is the|Is your] application [fee refundable|online]? => It's online. The {appFee} \
            covers the screening and isn't refundable[, the admin fee is if you're turned down|].
            ? [Do both|do we both] have to apply? [It's {occupants}.|me and my {roommate}] => Yes, \
            every adult applies. [It's {appFee} each, and we look at you together.|You can link \
            the two applications.]
            > [do I pay|Is that] per person [or per apartment|]? => Per adult. The {adminFee} \
            admin fee is once per home.
            > [what if|and if] I'm denied, do I get [it|the money] back? => The {appFee} is spent \
            on the screening, but the {adminFee} admin fee comes back.
            > [I'm paid in cash|I'm self employed|I start a new job next month|I get paid in \
            tips], what [counts|do you need] => [Three months of bank statements work.|An offer \
            letter works.|Last year's return, or statements.]
            > can I apply before I [tour|see it]? => You can. Many do, and you have 48 hours after \
            approval to change your mind.
            > [do you accept|can I use] [a reusable screening report|my own credit report]? => \
            [Yes, if it's less than 30 days old.|The office can tell you, it depends on the \
            provider.]
            ! Can I apply with an ITIN instead of a social security number? => Yes. Choose that \
            option on page two, and bring a passport or consular ID.
            ! Can you transfer my application to a different unit? => Yes, once and free of \
            charge, within 60 days.
            # How much is the application fee? => {appFee} per adult, plus a {adminFee} admin fee \
            once per home.
            # What do I need to apply? => A photo ID and proof of income, such as two recent \
            paystubs.
            # How long does approval take? => One to two business days in most cases.
            """
        ),
        Topic(
            "deposit",
            weight: 5,
            """
            ? [How much is|What's|whats] the [security deposit|deposit]?
            ? [what do I|How much would I] [have to pay|need] up front[ to move in|]? => To move \
            in: {deposit} deposit, the first month prorated, and the {adminFee} admin fee.
            ? [Do you|do you] do [deposit free|zero deposit|deposit alternatives]? => Yes, instead \
            of {deposit} you can pay a small monthly fee. [It isn't refundable, though.|]
            ? [is the|Is] deposit [a full month|based on credit|refundable]?
            = The deposit is {deposit} on approved credit[, and refundable|].
            = To move in: {deposit} deposit, the first month prorated, and the {adminFee} admin fee.
            = {deposit} for a {beds}. [With limited credit it can be one month's rent.|You can pay \
            a small monthly fee instead.]
            > when do [I|we] get it back? => Within [21|30] days after move-out, less anything \
            beyond normal wear.
            > can I [pay it in parts|split it|pay with a card]? => [Half at signing, half at \
            move-in.|Card, bank transfer or money order.]
            > [is the|does the] hold fee count toward it? => Yes, the {holdFee} comes off what's \
            due at move-in.
            > so what's the total to get the keys? => First month prorated, {deposit}, and \
            {adminFee}. For a {beds} on the 15th, roughly half of {price} plus those two.
            ! Can my company pay the deposit by invoice? => Yes, send us the billing address and \
            we'll issue it within a day.
            # How much is the deposit? => {deposit} on approved credit.
            # When is the deposit returned? => Within 30 days after move-out, with an itemized \
            statement.
            """
        ),
        Topic(
            "income",
            weight: 5,
            """
            ? [What's|What is] the income requirement?
            ? [Do I need|do we have to] [make|earn] 3x the rent?
            ? [I make|we make|I bring home] about [{count}k|{income1}] a month, [would I \
            qualify|is that enough] for the {bedsShort}? => For a {beds} at {price} we look for \
            about {income1} a month in all. [Does that fit?|Savings can make up for the rest.]
            ? [is it|Is that] gross or net [income|pay]? => Gross, before taxes.
            ? do you count [my {roommate}'s income|both incomes|child support|VA benefits|a \
            housing voucher]? => Any lawful, verifiable income counts, [benefits and vouchers \
            included|yours and theirs together].
            = We look for {income} times the rent in gross income[, combined for everyone on the \
            lease|].
            = {income}x, gross, all applicants together. For a {beds} at {price} that's around \
            {income1} and up.
            = Any lawful, verifiable income counts[, vouchers and benefits included|]. The total \
            should be {income} times the rent.
            > [what if I'm|I'm] just [under|short of] [that|it]? => A guarantor or a larger \
            deposit can help. [The office looks at the whole picture.|]
            > do savings count? => Yes, [12 months of rent in savings can stand in for income|with \
            three months of statements].
            > I start [a new job|my residency] {moveInShort}, [is an offer letter ok|do I need \
            paystubs]? => An offer letter on letterhead with salary and start date is fine.
            > do you accept [section 8|housing vouchers|vouchers]? => Yes. For vouchers the income \
            test applies to your share of the rent.
            ! Can investment income count if it is not regular? => Yes, we average the last two \
            years of returns.
            # What is the income requirement? => {income} times the monthly rent in gross income, \
            combined for all applicants.
            # Do you accept housing vouchers? => Yes; the income requirement then applies to your \
            share of the rent.
            """
        ),
        Topic(
            "credit",
            weight: 5,
            """
            ? [What credit score|what score|Which credit score] do [you need|I need|you look for]?
            ? [my|My] credit is [around 580|not great|pretty bad right now|in the 500s from \
            medical debt], [is that a no|can I still apply|any chance]? => It's not an automatic \
            no. [Below {credit} it's usually a higher deposit or a guarantor.|Rent paid on time \
            counts a lot with us.]
            ? [do you|Do you] run [a hard pull|a credit check|credit and background]? => A credit \
            and background check, yes, as a soft inquiry: it doesn't touch your score.
            ? [I have|We have] [no credit history|no US credit, just moved here|a bankruptcy from \
            2021], [what then|does that matter]? => That's fine[, it's treated as limited \
            credit|]. [We look at income and rental references instead.|It may mean a larger \
            deposit.]
            = We look for about {credit}, but it's not the only thing. [Payment history with \
            landlords counts too.|]
            = {credit} is the guide. Below that it's usually a higher deposit or a guarantor, not \
            a no.
            = No history is fine too[; we look at income and rental references|, it's treated as \
            limited credit].
            > [is it|does it] a hard [pull|inquiry]? => It's a soft inquiry, it doesn't touch your \
            score.
            > do medical bills count? => Medical and student debt are left out.
            > [I had|what about] an eviction [in 2020|six years ago|that was dismissed]? => [Older \
            than five years isn't considered.|A dismissed case doesn't count.] The office looks at \
            each one by itself.
            > would a higher deposit help? => Yes, often it's one month's rent instead of {deposit}.
            ! Can I see which agency you use before I apply? => Yes, it's named on the first page \
            of the application, and you can ask for a copy of the report.
            # What credit score do I need? => About {credit}; below that a higher deposit or a \
            guarantor may be asked for.
            # Does applying affect my credit? => No, the screening is a soft inquiry.
            """
        ),
        Topic(
            "co-signer",
            weight: 4,
            """
            ? [Do you|do you] [allow|accept|take] [co-signers|cosigners|a guarantor|guarantors]?
            ? [can my|Can my|could my] [mom|dad|parents|aunt|brother] [co-sign|cosign|be on the \
            lease but not live there]?
            ? I'm a [student|grad student|first time renter], [do I need a cosigner|what do you \
            need from me]? => A co-signer, or proof of [funding|savings for the term]. [Lots of \
            our residents rented here first.|]
            ? [what does|How much does] a guarantor have to [make|earn]? => {income} times the \
            rent, on top of their own housing costs.
            = Yes, co-signers are welcome. They need {income} times the rent on top of their own \
            housing costs.
            = We take guarantors [from anywhere in the US|who live in the country]; they apply \
            online for {appFee}.
            = You can, or use a guarantor service [if nobody's available|, which costs about 70 \
            percent of one month].
            > [does the|do they] cosigner have to be [in state|local|present to sign]? => No, \
            everything's online.
            > [are they|is my dad] on the lease too? => As a guarantor only, they don't get keys \
            or a vote.
            > can one cosigner cover both of us? => Yes, if their income covers the whole rent.
            ! Can a co-signer be removed after a year of on-time rent? => Yes, at renewal, if you \
            meet the income requirement by yourself.
            # Do you accept co-signers? => Yes, with an income of {income} times the rent on top \
            of their own housing.
            """
        ),
        Topic(
            "background check",
            weight: 2,
            """
            ? [Do you|do you] [do|run] [a background check|background checks]?
            ? [will|Would] [something|an old misdemeanor|a charge] from [2012|when I was 19|ten \
            years ago] [be a problem|show up|matter]? => It depends, and it's looked at \
            individually: [what it was, how long ago, and anything you'd like to add|a record by \
            itself isn't a denial].
            ? what [shows up|do you look for] in the background check? => Seven years of \
            convictions and evictions. [You get a copy.|Arrests don't count.]
            = We do, after the income and credit part, and every report is looked at individually.
            = Yes. It covers the last seven years; a record by itself isn't a denial[, and you can \
            add context|].
            > do arrests count? => No, arrests without a conviction aren't considered.
            > how do I [explain|add context]? => There's a box on the application, and you may \
            attach letters.
            ! Do background checks cover other countries? => Only the last seven years in the US; \
            we don't ask for anything from abroad.
            # Do you run background checks? => Yes, covering seven years; each one is reviewed \
            individually.
            """
        ),
    ]
}
