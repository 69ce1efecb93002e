import Testing

@testable import Rules

private func changes(_ sql: String) -> [String] { QueryMutants(sql).all.map(\.sql) }

@Test func `flips comparisons, changes literals and drops conditions`() {
    #expect(
        Set(changes("SELECT a FROM t WHERE b < 5 AND NOT c = 'x'")) == [
            "SELECT a FROM t WHERE 1 = 1", "SELECT a FROM t WHERE b <= 5 AND NOT c = 'x'",
            "SELECT a FROM t WHERE b >= 5 AND NOT c = 'x'", "SELECT a FROM t WHERE b < 6 AND NOT c = 'x'",
            "SELECT a FROM t WHERE b < 5 OR NOT c = 'x'", "SELECT a FROM t WHERE NOT c = 'x'",
            "SELECT a FROM t WHERE b < 5", "SELECT a FROM t WHERE b < 5 AND c = 'x'",
            "SELECT a FROM t WHERE b < 5 AND NOT c <> 'x'", "SELECT a FROM t WHERE b < 5 AND NOT c = 'x~'",
        ])
}

@Test func `removes every element of a list`() {
    #expect(
        Set(changes("SELECT a FROM t WHERE b IN ('x', 'y', 'z')")) == [
            "SELECT a FROM t WHERE 1 = 1", "SELECT a FROM t WHERE b IN ('y', 'z')",
            "SELECT a FROM t WHERE b IN ('x', 'z')", "SELECT a FROM t WHERE b IN ('x', 'y')",
            "SELECT a FROM t WHERE b IN ('x~', 'y', 'z')", "SELECT a FROM t WHERE b IN ('x', 'y~', 'z')",
            "SELECT a FROM t WHERE b IN ('x', 'y', 'z~')",
        ])
}

@Test func `leaves evidence and the list of an EXISTS alone`() {
    #expect(
        Set(changes("SELECT a, 'seen' || 5 AS evidence FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.a = t.a)")) == [
            "SELECT a, 'seen' || 5 AS evidence FROM t WHERE 1 = 1",
            "SELECT a, 'seen' || 5 AS evidence FROM t WHERE EXISTS (SELECT 1 FROM u WHERE 1 = 1)",
            "SELECT a, 'seen' || 5 AS evidence FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.a <> t.a)",
        ])
}

@Test func `keeps to the operand at its own depth`() {
    let dropped = changes("SELECT a FROM t WHERE (b = c OR d = e) AND f = g GROUP BY a HAVING count(*) > 1")
    #expect(dropped.contains("SELECT a FROM t WHERE f = g GROUP BY a HAVING count (*) > 1"))
    #expect(dropped.contains("SELECT a FROM t WHERE (b = c OR d = e) GROUP BY a HAVING count (*) > 1"))
    #expect(dropped.contains("SELECT a FROM t WHERE (d = e) AND f = g GROUP BY a HAVING count (*) > 1"))
    #expect(dropped.contains("SELECT a FROM t WHERE (b = c OR d = e) AND f = g GROUP BY a HAVING 1 = 1"))
}
