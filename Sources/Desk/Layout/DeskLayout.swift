import Screen

/// Where the panes stand.
///
/// From 120 columns four panes, from 80 two that follow the focus, below one with tabs; zoomed, one
/// has it all.
struct DeskLayout: Equatable, Sendable {
    private(set) var panes: [Pane: Rect] = [:]
    /// The line of tabs; nil where every pane is seen or there are none.
    private(set) var tabs: Rect?

    static let smallestWidth = 60
    static let smallestHeight = 16

    subscript(pane: Pane) -> Rect? { panes[pane] }

    init(width: Int, height: Int, focus: Pane, companion: Pane, isZoomed: Bool) {
        guard width >= Self.smallestWidth, height >= Self.smallestHeight else { return }
        let body = Rect(x: 0, y: 1, width: width, height: height - 2)
        if isZoomed, width >= 80 {
            panes = [focus: body]
        } else if width >= 120 {
            panes = Self.four(body)
        } else if width >= 80 {
            panes = Self.two(body, focus: focus, companion: companion)
        } else {
            tabs = Rect(x: 0, y: 1, width: width, height: 1)
            panes = [focus: Rect(x: 0, y: 2, width: width, height: height - 3)]
        }
    }

    private static func four(_ body: Rect) -> [Pane: Rect] {
        let left = body.width * 47 / 100
        let upper = body.height * 62 / 100
        let right = body.width - left
        let lower = body.height - upper
        return [
            .leads: Rect(x: 0, y: body.y, width: left, height: upper),
            .questions: Rect(x: 0, y: body.y + upper, width: left, height: lower),
            .conversation: Rect(x: left, y: body.y, width: right, height: upper),
            .tours: Rect(x: left, y: body.y + upper, width: right, height: lower),
        ]
    }

    private static func two(_ body: Rect, focus: Pane, companion: Pane) -> [Pane: Rect] {
        let list = focus == .conversation ? companion : focus
        let upper = body.height * (focus == .conversation ? 40 : 58) / 100
        return [
            list: Rect(x: 0, y: body.y, width: body.width, height: upper),
            .conversation: Rect(
                x: 0,
                y: body.y + upper,
                width: body.width,
                height: body.height - upper
            ),
        ]
    }
}

extension DeskState {
    var layout: DeskLayout {
        DeskLayout(
            width: width,
            height: height,
            focus: focus,
            companion: companion,
            isZoomed: isZoomed
        )
    }
}
