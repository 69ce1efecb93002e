import Model

/// One entry of `schedules:`
enum ScheduleKeys {
    static let at = YAMLKey.required("at", YAMLShape.timeOfDay, "local time, in quotes")
    static let days = YAMLKey.optional(
        "days", daysShape, "daily, weekdays as [mon, thu], or [first-sun]; daily if absent")
    static let level = YAMLKey.optional("level", YAMLShape<Consent>.word, "consent level; the default's if absent")
    static let bodies = YAMLKey.optional("bodies", bodiesShape, "ids of bodies, or all; all if absent")

    static let mapping = YAMLMapping(
        "a schedule", [at.declaration, days.declaration, level.declaration, bodies.declaration])

    @Sendable static func shape(_ id: Placed<String>) -> YAMLShape<Written<Schedule>> {
        .written(mapping) { fields, _ in
            fields[at].map {
                Schedule(
                    id: id.value, at: $0, days: fields[days] ?? .daily, consent: fields[level],
                    bodies: fields[bodies]?.map(\.value) ?? [])
            }
        }
    }

    private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    private static let dayWord = YAMLShape.word(weekdays + weekdays.map { "first-\($0)" })

    private static let daysShape = YAMLShape<Schedule.Days>(
        schema: ["anyOf": [["const": "daily"], dayWord.list.schema]]
    ) { node, log in
        if node.items == nil { return YAMLShape.word(["daily"]).read(node, log).map { _ in .daily } }
        let words = dayWord.list.read(node, log) ?? []
        let numbers = words.compactMap { weekdays.firstIndex(of: $0).map { $0 + 1 } }
        if numbers.count == words.count, !words.isEmpty { return .weekdays(Array(Set(numbers)).sorted()) }
        if words.count == 1, let first = weekdays.firstIndex(where: { words[0] == "first-\($0)" }) {
            return .firstOfMonth(weekday: first + 1)
        }
        log.error(at: node.place, "these days do not go together", hint: "write [mon, thu], or one as [first-sun]")
        return nil
    }

    private static let bodiesShape = YAMLShape<[Placed<String>]>(
        schema: ["anyOf": [["const": "all"], YAMLShape.slug.list.schema]]
    ) { node, log in
        if node.items == nil { return YAMLShape.word(["all"]).read(node, log).map { _ in [] } }
        return YAMLShape.slug.placed.list.read(node, log)
    }
}
