/// The two default themes, so that the desk has colours wherever its files are.
///
/// Copies of `themes/dark.toml` and `themes/light.toml`; a test compares them.
enum BuiltInThemes {
    static let texts = ["dark": dark, "light": light]

    private static let dark = """
        # The dark default: calm, one accent, warm colours for who waits.

        [palette]
        paper = "#16191f"
        raised = "#1d222b"
        row = "#2a3342"
        rest = "#222834"
        ink = "#d5dae3"
        soft = "#a3acba"
        line = "#6f7b8f"
        faded = "#98a1af"
        sky = "#7cc0f8"
        mint = "#8fd6a2"
        amber = "#f0c069"
        coral = "#ff9a8a"
        lilac = "#cdb0f5"
        white = "#ffffff"

        [roles]
        text = "ink"
        muted = { color = "soft", c16 = "white" }
        accent = "sky"
        brand = { color = "sky", attributes = ["bold"] }
        selected = { color = "white", attributes = ["bold"] }
        name = "white"
        quote = { color = "soft", c16 = "white" }
        good = { color = "mint", c16 = "bright-green" }
        waiting = { color = "amber", c16 = "bright-yellow" }
        late = { color = "coral", c16 = "bright-red" }
        unread = { color = "sky", attributes = ["bold"], c16 = "bright-cyan" }
        problem = { color = "coral", c16 = "bright-red" }
        prompt = { color = "sky", attributes = ["bold"], c16 = "bright-cyan" }
        field = "white"
        border = { color = "line", c16 = "white" }
        focused-border = { color = "sky", c16 = "bright-cyan" }
        title = "ink"
        visitor = { color = "sky", attributes = ["bold"], c16 = "bright-cyan" }
        bot = { color = "soft", c16 = "white" }
        bot-text = { color = "soft", c16 = "white" }
        match = { color = "amber", attributes = ["underline"], c16 = "bright-yellow" }
        current-match = { color = "amber", attributes = ["bold", "reverse"], c16 = "bright-yellow" }
        flag = { color = "lilac", c16 = "bright-magenta" }
        key = { color = "sky", c16 = "bright-cyan" }
        notice = { color = "amber", c16 = "bright-yellow" }
        stale = { color = "faded", c16 = "white" }

        [grounds]
        plain = { color = "paper", c16 = "black" }
        selected = { color = "row", c16 = "blue" }
        resting = { color = "rest", c16 = "black" }
        bar = { color = "raised", c16 = "black" }

        """

    private static let light = """
        # The light default: dark ink on paper, for bright offices.

        [palette]
        paper = "#fbfbf9"
        raised = "#eeeeea"
        row = "#d5e4f5"
        rest = "#e9edf2"
        ink = "#22262e"
        soft = "#4d5563"
        line = "#737b88"
        faded = "#5b6270"
        sky = "#0a55a5"
        mint = "#1a6433"
        amber = "#7f4a00"
        coral = "#b3261e"
        lilac = "#6a35a8"
        black = "#000000"

        [roles]
        text = { color = "ink", c16 = "black" }
        muted = { color = "soft", c16 = "black" }
        accent = { color = "sky", c16 = "blue" }
        brand = { color = "sky", attributes = ["bold"], c16 = "blue" }
        selected = { color = "black", attributes = ["bold"] }
        name = "black"
        quote = { color = "soft", c16 = "black" }
        good = "mint"
        waiting = { color = "amber", c16 = "red" }
        late = { color = "coral", c16 = "red" }
        unread = { color = "sky", attributes = ["bold"], c16 = "blue" }
        problem = { color = "coral", c16 = "red" }
        prompt = { color = "sky", attributes = ["bold"], c16 = "blue" }
        field = "black"
        border = { color = "line", c16 = "black" }
        focused-border = { color = "sky", c16 = "blue" }
        title = { color = "ink", c16 = "black" }
        visitor = { color = "sky", attributes = ["bold"], c16 = "blue" }
        bot = { color = "soft", c16 = "black" }
        bot-text = { color = "soft", c16 = "black" }
        match = { color = "amber", attributes = ["underline"], c16 = "red" }
        current-match = { color = "amber", attributes = ["bold", "reverse"], c16 = "red" }
        flag = { color = "lilac", c16 = "magenta" }
        key = { color = "sky", c16 = "blue" }
        notice = { color = "amber", c16 = "red" }
        stale = { color = "faded", c16 = "black" }

        [grounds]
        plain = { color = "paper", c16 = "bright-white" }
        selected = { color = "row", c16 = "cyan" }
        resting = { color = "rest", c16 = "bright-white" }
        bar = { color = "raised", c16 = "bright-white" }

        """
}
