extension Phrasebook { static let chinese = english }
