enum TruthTable {
    static func note(_ specimen: Specimen, _ truth: Truth, connections: Int) throws {}
}
