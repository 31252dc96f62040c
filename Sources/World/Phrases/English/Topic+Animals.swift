extension Topic {
    /// Animals.
    static let animals: [Topic] = [
        Topic(
            "pets",
            weight: 12,
            """
            ? [Do|do] you [allow|take|accept] {petShort}?
            ? [Are|are] pets [ok|okay|allowed|welcome]? I have {pet}
            ? [I have|We have|i've got] {pet}, is that [a problem|ok|allowed]?
            ? [what's|What is] your pet policy?
            ? Is {property} [pet friendly|ok with {petShort}]? [It's {pet}.|]
            ? Would {pet} be [allowed|a dealbreaker|ok]?
            ? [any|Are there any] [breed|weight|size] restrictions? [mine is {pet}|I have {pet}]
            ? How many pets can [you have|we have|live in one apartment]?
            = [Yes|They're welcome], up to {petLimit} per home. There's a {petDeposit} pet deposit \
            and {petRent} a month per pet; {petWeight}.
            = {property} is pet friendly. It's {petDeposit} once and {petRent} monthly per pet, \
            {petLimit} pets at most.
            = Sure, we'd love to meet them. Per pet: {petRent} a month, plus a {petDeposit} \
            deposit. As for size, {petWeight}.
            = Pets are fine here. [The limit is|We allow] {petLimit} per home, and {petWeight}. \
            Pet rent is {petRent}.
            > [is the pet deposit refundable|Do I get the pet deposit back when we leave]? => It's \
            refundable, less any damage beyond normal wear.
            > [is that|{petRent}] per pet or [total|for both|for all of them]? => That's per pet, \
            so two would be double.
            > [any|are there] breed restrictions? => We go by the individual animal, not the breed \
            list, with a short pet screening. [It costs nothing.|You can do it online.]
            > [is there|Do you have] a dog [park|run|wash]? => There's a fenced run behind the \
            building [and a wash station in the garage|, open till {quietFrom}].
            > what about [a fish tank|my parrot|a hamster|a tortoise]? => [That's fine|No fee for \
            that], caged animals and tanks under 30 gallons don't count as pets.
            > [she's|He's|mine is] [an emotional support animal|a service dog], does the fee \
            apply? => No, assistance animals aren't pets, so there's no deposit or pet rent. The \
            office has a short form.
            > [do you need|would you need] [vet records|shots records|proof of vaccines]? => Yes, \
            current rabies records and a photo, any time before move-in.
            > my {roommate} might bring [a dog|a cat] later, can we add it? => Sure, you sign a \
            one-page addendum and the {petDeposit} deposit applies then.
            ! Can my dog stay while I tour the apartment? => Yes, leashed dogs are welcome on \
            tours, just tell us when you book.
            ! Do you allow three cats if one is very old? => We can make an exception with a \
            letter from your vet. Send it over and we'll sign the addendum.
            ! Is there a vet within walking distance? => The nearest animal clinic is about half a \
            mile away, on the way to the park.
            ! Can I put in a dog door on the patio? => Not a permanent one, but a panel insert \
            that comes out again is fine.
            # Do you allow pets? => Yes, up to {petLimit} per home with a {petDeposit} deposit and \
            {petRent} a month per pet; {petWeight}.
            # Is there a place to walk dogs? => There's a fenced dog run behind the building with \
            bags and water.
            """
        )
    ]
}
