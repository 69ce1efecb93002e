import Store

extension StoreSession {
    /// What stands for the rule in verdicts and findings; given when it is asked for first.
    func number(ofRule rule: String) throws -> Int {
        let select = "SELECT rule_number FROM h_rule_number WHERE rule = ?"
        if let known = try first(select, rule, as: { try $0.integer("rule_number") }) { return known }
        try run("INSERT INTO h_rule_number (rule) VALUES (?)", rule)
        return lastInsertedID
    }
}
