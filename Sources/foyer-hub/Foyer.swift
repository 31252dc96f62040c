import ArgumentParser
import AsyncHTTPClient
import GRDB
import Hummingbird
import HummingbirdTLS
import TOMLKit
@main struct Foyer: ParsableCommand { mutating func run() throws {} }
