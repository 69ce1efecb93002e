/// A function statements may call, with a sentence for `lagebild schema`.
package struct SQLFunction: Sendable, Equatable {
    package let name: String
    /// As one would write it: `days_until(time)`.
    package let usage: String
    package let sentence: String

    init(_ name: String, _ usage: String, _ sentence: String) {
        self.name = name
        self.usage = usage
        self.sentence = sentence
    }

    /// The project's own functions; rules use them where SQLite and PostgreSQL differ.
    package static let project: [SQLFunction] = [
        SQLFunction(
            "days_until", "days_until(time)",
            "Whole days from the time of judging to an RFC 3339 time, rounded down; negative means past, NULL means that the text is no time."
        ),
        SQLFunction(
            "days_between", "days_between(start, end)",
            "Whole days from one RFC 3339 time to another, rounded down; NULL where either is no time."),
        SQLFunction(
            "version_compare", "version_compare(a, b)",
            "-1, 0 or 1 as version a is older than, equal to or newer than b; numbers compare as numbers."),
        SQLFunction(
            "under_domain", "under_domain(name, domain)",
            "1 where the name is the domain or lies below it, whatever the case and a final dot."),
        SQLFunction("starts_with", "starts_with(text, start)", "1 where the text begins with start, case counts."),
        SQLFunction("ends_with", "ends_with(text, end)", "1 where the text ends with end, case counts."),
        SQLFunction("contains", "contains(text, part)", "1 where part occurs in the text, case counts."),
        SQLFunction(
            "has_version", "has_version(text)",
            "1 where a slash is followed by a version number, as in nginx/1.22.1."),
        SQLFunction(
            "has_directive", "has_directive(header, name)",
            "1 where a header value such as Content-Security-Policy holds the directive, whatever its case."),
        SQLFunction(
            "directive_seconds", "directive_seconds(header, name)",
            "The whole number a directive such as max-age gives; NULL where it is missing or no number."),
        SQLFunction(
            "sorted_list", "sorted_list(text)",
            "Aggregate: the different values, sorted, with ', ' between them; after twenty only how many more."),
    ]

    /// Their answer to the same arguments is another one on another day.
    package static let dayDependent: Set<String> = ["days_until"]

    /// What SQLite and PostgreSQL both have.
    static let common: Set<String> = [
        "count", "sum", "min", "max", "avg", "group_concat", "coalesce", "nullif", "lower", "upper", "length", "substr",
        "trim", "ltrim", "rtrim", "replace", "abs", "round",
    ]

    /// What only people at the console may use beside that.
    static let console: Set<String> = [
        "like", "glob", "instr", "iif", "ifnull", "total", "printf", "format", "date", "time", "datetime", "julianday",
        "strftime", "unixepoch", "current_date", "current_time", "current_timestamp", "json", "json_extract", "->",
        "->>",
        "hex", "quote", "typeof", "unicode", "char", "row_number", "rank", "dense_rank", "lag", "lead", "first_value",
        "last_value", "ntile", "ceil", "floor", "sign",
    ]
}

/// Which functions and operators a statement may use.
package enum SQLDialect: Sendable {
    /// What the same rule could also say to PostgreSQL.
    case rules
    /// What a person may ask: also LIKE, dates and JSON.
    case console

    var functions: Set<String> {
        let base = SQLFunction.common.union(SQLFunction.project.map(\.name))
        return self == .rules ? base : base.union(SQLFunction.console)
    }
}
