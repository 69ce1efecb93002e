#if canImport(Glibc)
    import Glibc
#endif

/// Called by libFuzzer with every input. `LAGEBILD_FUZZ_TARGET` names the target.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    chosenTarget.feed(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

private let chosenTarget: FuzzTarget = {
    let name = getenv("LAGEBILD_FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
        preconditionFailure("LAGEBILD_FUZZ_TARGET names no target: \"\(name)\"")
    }
    return target
}()
