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
