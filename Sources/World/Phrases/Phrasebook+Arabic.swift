extension Phrasebook { static let arabic = english }
