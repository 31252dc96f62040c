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
        faded = "#8d97a6"
        sky = "#7cc0f8"
        mint = "#8fd6a2"
        amber = "#f0c069"
        coral = "#ff9a8a"
        lilac = "#cdb0f5"
        white = "#ffffff"

        [roles]
        text = "ink"
        muted = { color = "soft", c16 = "white", mono = ["dim"] }
        accent = { color = "sky", mono = ["bold"] }
        brand = { color = "sky", attributes = ["bold"] }
        selected = { color = "white", attributes = ["bold"] }
        name = { color = "white", mono = ["bold"] }
        quote = { color = "soft", c16 = "white", mono = [] }
        good = { color = "mint", c16 = "bright-green" }
        waiting = { color = "amber", c16 = "bright-yellow", mono = ["bold"] }
        late = { color = "coral", c16 = "bright-red", mono = ["bold", "underline"] }
        unread = { color = "sky", attributes = ["bold"], c16 = "bright-cyan" }
        problem = { color = "coral", c16 = "bright-red", mono = ["bold"] }
        prompt = { color = "sky", attributes = ["bold"], c16 = "bright-cyan" }
        field = { color = "white", mono = ["underline"] }
        border = { color = "line", c256 = 243, c16 = "white", mono = ["dim"] }
        focused-border = { color = "sky", c16 = "bright-cyan", mono = ["bold"] }
        title = { color = "ink", mono = [] }
        visitor = { color = "sky", attributes = ["bold"], c16 = "bright-cyan" }
        bot = { color = "soft", c16 = "white", mono = ["dim"] }
        bot-text = { color = "soft", c16 = "white", mono = [] }
        match = { color = "amber", attributes = ["underline"], c16 = "bright-yellow" }
        current-match = { color = "amber", attributes = ["bold", "reverse"], c16 = "bright-yellow" }
        flag = { color = "lilac", c16 = "bright-magenta", mono = ["bold"] }
        key = { color = "sky", c16 = "bright-cyan", mono = ["bold"] }
        notice = { color = "amber", c16 = "bright-yellow", mono = ["bold"] }
        stale = { color = "faded", c256 = 246, c16 = "white", mono = ["dim"] }

        [grounds]
        plain = { color = "paper", c256 = 234, c16 = "black" }
        selected = { color = "row", c256 = 237, c16 = "blue", mono = ["reverse"] }
        resting = { color = "rest", c256 = 235, c16 = "black" }
        bar = { color = "raised", c256 = 235, c16 = "black" }

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
        faded = "#6a7280"
        sky = "#0a55a5"
        mint = "#1a6433"
        amber = "#7f4a00"
        coral = "#b3261e"
        lilac = "#6a35a8"
        black = "#000000"

        [roles]
        text = { color = "ink", c16 = "black" }
        muted = { color = "soft", c16 = "black", mono = ["dim"] }
        accent = { color = "sky", c16 = "blue", mono = ["bold"] }
        brand = { color = "sky", attributes = ["bold"], c16 = "blue" }
        selected = { color = "black", attributes = ["bold"] }
        name = { color = "black", mono = ["bold"] }
        quote = { color = "soft", c16 = "black", mono = [] }
        good = { color = "mint", c16 = "green" }
        waiting = { color = "amber", c16 = "red", mono = ["bold"] }
        late = { color = "coral", c16 = "red", mono = ["bold", "underline"] }
        unread = { color = "sky", attributes = ["bold"], c16 = "blue" }
        problem = { color = "coral", c16 = "red", mono = ["bold"] }
        prompt = { color = "sky", attributes = ["bold"], c16 = "blue" }
        field = { color = "black", mono = ["underline"] }
        border = { color = "line", c256 = 243, c16 = "black", mono = ["dim"] }
        focused-border = { color = "sky", c16 = "blue", mono = ["bold"] }
        title = { color = "ink", c16 = "black", mono = [] }
        visitor = { color = "sky", attributes = ["bold"], c16 = "blue" }
        bot = { color = "soft", c16 = "black", mono = ["dim"] }
        bot-text = { color = "soft", c16 = "black", mono = [] }
        match = { color = "amber", attributes = ["underline"], c16 = "red" }
        current-match = { color = "amber", attributes = ["bold", "reverse"], c16 = "red" }
        flag = { color = "lilac", c16 = "magenta", mono = ["bold"] }
        key = { color = "sky", c16 = "blue", mono = ["bold"] }
        notice = { color = "amber", c16 = "red", mono = ["bold"] }
        stale = { color = "faded", c256 = 241, c16 = "black", mono = ["dim"] }

        [grounds]
        plain = { color = "paper", c256 = 231, c16 = "bright-white" }
        selected = { color = "row", c256 = 195, c16 = "cyan", mono = ["reverse"] }
        resting = { color = "rest", c256 = 255, c16 = "bright-white" }
        bar = { color = "raised", c256 = 255, c16 = "bright-white" }

        """
}
