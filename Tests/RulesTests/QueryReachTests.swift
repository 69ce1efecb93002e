import Testing

@testable import Rules

@Test(arguments: [
    "SELECT endpoint_id, x AS evidence FROM tls_protocol WHERE answer = 'refused'",
    "SELECT endpoint_id FROM t WHERE a = 1 OR b = 2 GROUP BY endpoint_id HAVING count(DISTINCT protocol) = 2",
    "SELECT endpoint_id FROM a EXCEPT SELECT endpoint_id FROM b UNION SELECT c.endpoint_id FROM c",
    "SELECT a.endpoint_id FROM a JOIN b ON b.endpoint_id = a.endpoint_id AND b.x = a.x",
    "SELECT a.endpoint_id FROM a JOIN b USING (endpoint_id)",
    "SELECT a.endpoint_id FROM a, b WHERE a.endpoint_id = b.endpoint_id",
    "SELECT a.endpoint_id FROM a LEFT JOIN b ON b.endpoint_id = a.endpoint_id WHERE b.x IS NULL",
    "SELECT endpoint_id FROM a WHERE endpoint_id NOT IN (SELECT g.endpoint_id FROM g UNION SELECT h.endpoint_id FROM h)",
    "SELECT a.endpoint_id FROM a WHERE NOT EXISTS (SELECT 1 FROM b WHERE b.endpoint_id = a.endpoint_id AND (b.x = 1 OR b.y = 2))",
    "SELECT a.endpoint_id, (SELECT count(*) FROM b WHERE b.endpoint_id = a.endpoint_id) AS evidence FROM a",
    "SELECT endpoint_id, sorted_list(k) AS evidence FROM (SELECT endpoint_id, k FROM a UNION ALL SELECT endpoint_id, k FROM b) AS f GROUP BY endpoint_id",
    "SELECT a.endpoint_id FROM a WHERE (a.endpoint_id NOT IN (SELECT b.endpoint_id FROM b) OR a.endpoint_id IN (SELECT c.endpoint_id FROM c))",
])
func `a statement that ties all its tables by endpoint looks at one endpoint`(sql: String) {
    #expect(QueryReach.isOwnRowsOnly(sql))
}

@Test(arguments: [
    "SELECT a.endpoint_id FROM a JOIN b ON b.spki = a.spki",
    "SELECT a.endpoint_id FROM a JOIN b ON b.endpoint_id = a.endpoint_id OR b.x = a.x",
    "SELECT a.endpoint_id FROM a JOIN b ON b.endpoint_id <> a.endpoint_id",
    "SELECT endpoint_id FROM a WHERE EXISTS (SELECT 1 FROM b)",
    "SELECT endpoint_id FROM a WHERE x IN (SELECT x FROM b)",
    "SELECT endpoint_id FROM a WHERE endpoint_id IN b",
    "SELECT endpoint_id FROM a WHERE endpoint_id IN (SELECT max(endpoint_id) FROM b)",
    "SELECT endpoint_id FROM a WHERE endpoint_id NOT IN (SELECT b.endpoint_id FROM c LEFT JOIN b ON b.endpoint_id = c.endpoint_id)",
    "SELECT endpoint_id FROM a GROUP BY protocol",
    "SELECT endpoint_id, count(*) AS evidence FROM a",
    "SELECT endpoint_id, coalesce(sorted_list(x), '-') AS evidence FROM a",
    "SELECT endpoint_id FROM a ORDER BY count(*)",
    "SELECT endpoint_id FROM a LIMIT 3",
    "SELECT endpoint_id + 0 AS endpoint_id FROM a",
    "SELECT endpoint_id FROM a WHERE x IS DISTINCT FROM (SELECT max(x) FROM b)",
    "SELECT a.endpoint_id FROM a, b WHERE x BETWEEN 1 AND a.endpoint_id = b.endpoint_id",
    "SELECT a.endpoint_id FROM a, b WHERE CASE WHEN x AND a.endpoint_id = b.endpoint_id AND y THEN 0 ELSE 1 END",
    "SELECT a.endpoint_id FROM a, b WHERE NOT a.endpoint_id = b.endpoint_id",
    "SELECT a.endpoint_id FROM a JOIN c ON c.x = a.x LEFT JOIN b ON a.endpoint_id = c.endpoint_id AND b.endpoint_id = a.endpoint_id",
    "SELECT endpoint_id, row_number() OVER (ORDER BY x) AS evidence FROM a",
    "WITH n AS (SELECT max(x) AS x FROM a) SELECT endpoint_id, 'x' AS evidence FROM a, n",
    "SELECT a.endpoint_id, (SELECT max(b.x) FROM b) AS evidence FROM a",
    "SELECT own.endpoint_id FROM c AS own JOIN c AS other ON other.key = own.key AND other.endpoint_id <> own.endpoint_id JOIN p ON p.endpoint_id = other.endpoint_id",
])
func `a statement that may look at others is judged whole`(sql: String) {
    #expect(!QueryReach.isOwnRowsOnly(sql))
}

@Test func `nearly all shipped rules look at one endpoint; those that compare endpoints or ask for the day do not`()
    throws
{
    let rules = try Shipped.book().rules
    let whole = rules.filter { !$0.isOwnRowsOnly }
    #expect(whole.count * 5 < rules.count, "\(whole.map(\.id))")
    #expect(try #require(whole.first { $0.id == "weakness-drown-shared-key" }).tables.contains("certificate"))
    #expect(whole.contains { $0.id == "certificate-key-shared-factor" })
    for rule in rules where rule.queries.values.contains(where: { $0.sql.contains("days_until") }) {
        #expect(!rule.isOwnRowsOnly, "\(rule.id)")
    }
}
