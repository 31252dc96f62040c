extension Phrasebook { static let vietnamese = english }
