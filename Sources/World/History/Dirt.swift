import Model

/// What real databases have and nobody wants.
struct Dirt {
    let plan: WorldPlan
    let cast: WorldCast

    func add(to output: inout VisitRows) {}
}
