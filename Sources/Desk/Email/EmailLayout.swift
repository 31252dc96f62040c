import Screen

/// Where list, letter and campaigns stand: side by side from 110 columns, else one below the other.
struct EmailLayout: Equatable, Sendable {
    private(set) var list: Rect
    private(set) var letter: Rect
    /// Nil where there is no room.
    private(set) var campaigns: Rect?

    private static let wide = 110
    /// Lines from which the campaigns find room below the list.
    private static let tall = 20
    private static let campaignLines = 8

    init(_ body: Rect) {
        let isWide = body.width >= Self.wide
        let isTall = body.height >= (isWide ? Self.tall : Self.tall * 2)
        let below = isTall ? Self.campaignLines : 0
        if isWide {
            let left = body.width * 56 / 100
            list = Rect(x: body.x, y: body.y, width: left, height: body.height - below)
            letter = Rect(
                x: body.x + left,
                y: body.y,
                width: body.width - left,
                height: body.height
            )
        } else {
            let upper = (body.height - below) / 2
            list = Rect(x: body.x, y: body.y, width: body.width, height: upper)
            letter = Rect(
                x: body.x,
                y: body.y + upper,
                width: body.width,
                height: body.height - below - upper
            )
        }
        guard isTall else { return }
        campaigns = Rect(
            x: body.x,
            y: body.y + body.height - below,
            width: isWide ? list.width : body.width,
            height: below
        )
    }
}
