import Foundation
import Testing

/// What the operator's file of settings may say, and what is said of it.
@Suite struct SettingsTests {
    @Test(
        "what is wrong in the file is named by its line, with what was meant",
        arguments: [
            (
                "listen = \"127.0.0.1:0\"\nretention_day = 30\n",
                ":2: retention_day is no setting; did you mean retention_days?"
            ),
            ("retention_days = \"30\"\n", ":1: retention_days takes a number from 1 to 366"),
            ("# twice\nplain_http = 1\n", ":2: plain_http takes true or false"),
            ("listen = \n", ":1: "),
        ]
    )
    func wrong(text: String, complaint: String) throws {
        let scratch = try Scratch()
        let file = try scratch.write(text, to: "hub.toml")
        let run = try Run(Programs.hub, ["serve", "--database", "x.sqlite", "--config", file])
        #expect(run.status == 64)
        #expect(run.errors.contains(file + complaint), "\(run.errors)")
    }

    @Test("an option wins over the environment, and that over the file")
    func order() throws {
        let scratch = try Scratch()
        let file = try scratch.write("database = \"/nowhere/file.sqlite\"\n", to: "hub.toml")
        func complaint(_ arguments: [String], _ environment: [String: String]) throws -> String {
            let run = try Run(
                Programs.hub,
                ["devices", "--config", file] + arguments,
                environment: environment
            )
            #expect(run.status == 1)
            return run.errors
        }
        let variable = ["FOYER_DATABASE": "/nowhere/variable.sqlite"]
        #expect(try complaint([], [:]).contains("/nowhere/file.sqlite"))
        #expect(try complaint([], variable).contains("/nowhere/variable.sqlite"))
        let option = ["--database", "/nowhere/option.sqlite"]
        #expect(try complaint(option, variable).contains("/nowhere/option.sqlite"))
    }

    @Test("a wrong variable is named, and not its value")
    func variable() throws {
        let run = try Run(
            Programs.hub,
            ["serve", "--database", "x.sqlite"],
            environment: ["FOYER_COPIES": "sesame"]
        )
        #expect(run.status == 64)
        #expect(run.errors.contains("FOYER_COPIES takes a number from 1 to 64"))
        #expect(!run.errors.contains("sesame"))
    }
}

/// The agent's own keys, in the built program.
@Suite struct KeymapFileTests {
    @Test(
        "a clash in the agent's keymap is an error at start that names both commands and the line"
    )
    func clash() throws {
        let scratch = try Scratch()
        let file = try scratch.write("# mine\nzoom = \"T\"\n", to: "config/foyer/keymap.toml")
        let home = ["XDG_CONFIG_HOME": scratch.file("config")]
        let run = try Run(Programs.foyer, ["demo"], environment: home)
        #expect(run.status == 1)
        #expect(run.errors.contains("\(file):2: T runs both zoom and theme"), "\(run.errors)")
        let swapped = try scratch.write("zoom = \"T\"\ntheme = \"z\"\n", to: "swapped.toml")
        let keys = try Run(Programs.foyer, ["keys", "--keymap", swapped], environment: home)
        #expect(keys.status == 0)
        #expect(keys.output.contains("\nzoom = [\"T\"]\n"))
        let again = try scratch.write(keys.output, to: "again.toml")
        #expect(try Run(Programs.foyer, ["keys", "--keymap", again]).output == keys.output)
    }

    @Test("help tells the formats of themes and keymaps, and themes lists what there is")
    func references() throws {
        let keys = try Run.text(Programs.foyer, "help", "keys")
        #expect(keys.contains("focus-tours (4; everywhere)"))
        let themes = try Run.text(Programs.foyer, "help", "themes")
        #expect(themes.contains("focused-border: the frame of the pane that has the focus"))
        let listed = try Run.text(Programs.foyer, "themes")
        #expect(listed.contains("gruvbox         Gruvbox dark, by Pavel Pertsev"))
        #expect(!listed.contains("has "), "a shipped theme is hard to read")
    }
}
