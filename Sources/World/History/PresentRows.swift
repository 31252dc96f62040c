import Model

/// Writes down how things stand at the world's now.
struct PresentRows {
    let plan: WorldPlan
    let cast: WorldCast

    func rows() -> [TableRow] {
        var output = VisitRows(dirt: plan.dirt)
        var chance = Chance(seed: plan.seed, 0x9E)
        for (site, visits) in Present(plan: plan, cast: cast).visits() {
            for visit in visits {
                output.add(visit.visitor, visits: 1, first: visit.start, last: visit.end)
                output.add(visit, at: site, &chance)
            }
        }
        if plan.dirt {
            var dirt = Dirt(plan: plan, cast: cast)
            dirt.add(to: &output)
        }
        return output.rows
    }
}
