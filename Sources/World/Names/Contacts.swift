/// E-mail addresses and phone numbers that belong to nobody, none of them twice.
///
/// Addresses are under `.example` (RFC 2606), numbers in 555-0100 to 555-0199 of an area code, the
/// range kept free for fiction; when every area is used up, they go on with extensions.
struct Contacts: Sendable {
    private let block: Block
    private var emails = 0
    private var phones = 0

    /// Who draws; blocks never meet.
    enum Block: Sendable {
        case history, present, dirt, live
    }

    init(_ block: Block) {
        self.block = block
    }

    private static let hosts = [
        "mail.example", "post.example", "inbox.example", "campus.example", "letters.example",
    ]
    /// Area codes of the United States for history, of islands for the present, of Canada for live
    /// traffic.
    private static let areas = areaCodes(
        """
        201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 224 225 228 229 231 \
        234 239 240 248 251 252 253 254 256 260 262 267 269 270 276 281 301 302 303 304 305 307 \
        308 309 310 312 313 314 315 316 317 318 319 320 321 323 325 330 334 336 337 339 346 347 \
        351 352 360 361 386 401 402 404 405 406 407 408 409 410 412 413 414 415 417 419 423 424 \
        425 430 432 434 435 440 443 458 469 470 475 478 479 480 484 501 502 503 504 505 507 508 \
        509 510 512 513 515 516 517 518 520 530 540 541 551 559 561 562 563 567 570 571 573 574 \
        575 580 585 586 601 602 603 605 606 607 608 609 610 612 614 615 616 617 618 619 620 623 \
        626 630 631 636 641 646 650 651 657 660 661 662 678 682 701 702 703 704 706 707 708 712 \
        713 714 715 716 717 718 719 720 724 727 731 732 734 737 740 747 754 757 760 762 763 765 \
        769 770 772 773 774 775 781 785 786 801 802 803 804 805 806 808 810 812 813 814 815 816 \
        817 818 828 830 831 832 843 845 847 848 850 856 857 858 859 860 862 863 864 865 870 901
        """
    )
    private static let liveAreas = areaCodes(
        """
        204 226 236 249 250 289 306 343 365 403 416 418 431 437 438 450 506 514 519 548 579 581 \
        587 604 613 639 647 672 705 709 778 780 782 807 819 825 867 873 902 905
        """
    )

    private static let islandAreas = areaCodes(
        "242 246 264 268 284 340 345 441 473 649 658 664 721 758 767 784 787 809 829 849 868 869"
    )

    private static let tollFreeAreas = areaCodes("833 844 855 866 877 888")

    private static func areaCodes(_ text: String) -> [String] {
        text.split(separator: " ").map(String.init)
    }

    /// `lucia.ibarra4821@post.example`: the number is in no other address of this block.
    mutating func email(_ given: Name, _ family: Name, _ chance: inout Chance) -> String {
        emails += 1
        let local =
            switch chance.below(5) {
            case 0: given.handle + family.handle
            case 1: String(given.handle.prefix(1)) + family.handle
            case 2: family.handle + "." + given.handle
            case 3: given.handle
            default: given.handle + "." + family.handle
            }
        let host =
            switch block {
            case .history: Self.hosts[chance.below(Self.hosts.count)]
            case .present: "today.example"
            case .dirt: "old.example"
            case .live: "visitor.example"
            }
        return "\(local)\(scattered(emails))@\(host)"
    }

    /// `415-555-0142`, or `(415) 555-0142 x7` when every area has had all its hundred.
    mutating func phone(_ chance: inout Chance) -> String {
        let areas =
            switch block {
            case .history: Self.areas
            case .present: Self.islandAreas
            case .dirt: Self.tollFreeAreas
            case .live: Self.liveAreas
            }
        let number = phones
        phones += 1
        // 37 is prime to all counts of areas, 61 to 100: each area has each number once a round.
        let area = number * 37 % areas.count
        let line = number / areas.count
        let digits = (line * 61 + area * 13) % 100
        let round = line / 100
        let text = "\(areas[area])-555-01\(digits < 10 ? "0" : "")\(digits)"
        return round == 0 ? text : "\(text) x\(round)"
    }

    /// An agent's own number.
    static func office(_ number: Int) -> String {
        let line = number % 100
        let desk = number / 100
        return "800-555-01\(line < 10 ? "0" : "")\(line)\(desk == 0 ? "" : " x\(desk)")"
    }

    /// Numbers of two digits and more in no visible order: each block of ten thousand is gone
    /// through once, in steps that are prime to it.
    private func scattered(_ number: Int) -> Int {
        let (block, place) = number.quotientAndRemainder(dividingBy: 10_000)
        return (block + 1) * 10_000 + place * 7_919 % 10_000 - (block == 0 ? 10_000 : 0)
    }
}
