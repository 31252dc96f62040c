/// Texts that attack what shows them; none holds NUL, which PostgreSQL's text cannot.
enum HostileTexts {
    /// For messages and summaries.
    static let messages = [
        "\u{1B}]0;you have been pwned\u{07}is the gym open?",
        "\u{1B}[2J\u{1B}[1;1Hall screens cleared, any 1 beds left?",
        "line one\r\nline two\tand a tab\u{0B}\u{0C} and more",
        "price is \u{202E}000,3$\u{202C} right?",
        "\u{2066}\u{2067}\u{2068}nested isolates never closed, do you allow cats?",
        "family: \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466} "
            + "flags: \u{1F1FA}\u{1F1F8}\u{1F1E7}\u{1F1F7} skin: \u{1F44D}\u{1F3FD}",
        "wide ＷＩＤＥ ｔｅｘｔ and half ﾊﾝｶｸ, parking?",
        "z" + String(repeating: "\u{0301}", count: 60) + "algo, when can I tour?",
        "joined" + String(repeating: "\u{200D}", count: 200) + "up",
        "zero\u{200B}width\u{200B}spaces\u{2060}and\u{FEFF}marks",
        "\u{85}\u{9B}31mC1 controls\u{9C} in red?",
        String(repeating: "nospaceatall", count: 200),
        "javascript:alert(1) <script>alert('x')</script> {{first_name}} %s %n",
        "=HYPERLINK(\"https://example.test\",\"rent\")",
        "'; DROP TABLE message; --",
        "\u{0300}\u{0301}begins with marks",
        "\u{115F}\u{3164}\u{2800}blank letters",
        "ﷺ ﷽ one cell or eighteen?",
        "\u{1B}P$q\u{22}p\u{1B}\\\u{1B}]52;c;cm0gLXJm\u{07} hello?",
        "private use \u{E0A0}\u{E0B0}\u{F8FF} and tags \u{E0041}\u{E0042}\u{E007F}",
    ]

    /// For names.
    static let names: [(given: String, family: String)] = [
        ("\u{202E}drahciR", "\u{200F}Miller"),
        ("Ana\u{1B}[31m", "Red\u{1B}[0m"),
        ("\u{1F469}\u{200D}\u{1F680}", "☃\u{FE0F}"),
        ("Tab\tbed", "New\nLine"),
        ("\u{0336}S\u{0336}t\u{0336}r\u{0336}u\u{0336}c\u{0336}k", "Out"),
        ("", " "),
        ("Robert'); DROP TABLE \"user\";--", "Tables"),
        (String(repeating: "A", count: 100), String(repeating: "é", count: 100)),
    ]
}
