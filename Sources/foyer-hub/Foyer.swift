import ArgumentParser

@main
struct Foyer: ParsableCommand {
    mutating func run() throws {}
}
