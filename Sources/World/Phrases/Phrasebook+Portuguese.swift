extension Phrasebook { static let portuguese = english }
