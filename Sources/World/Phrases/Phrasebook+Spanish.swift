extension Phrasebook { static let spanish = english }
