import Model
import Testing
import Transport
import TransportTesting

@testable import Scanning

/// Takes every failure for an answer, even the end of its own task.
private struct StubbornProbe: Probe {
    let name = "stubborn"
    let services: Set<Service> = [.https]
    let consent = Consent.light
    let facts: [FactTable] = []
    let connections = 1
    let sends = LocalizedText(de: "", en: "")
    let stop: @Sendable () -> Void

    func observe(_ endpoint: Endpoint, using dialer: some Dialer) async throws -> Facts {
        stop()
        return Facts()
    }
}

private func prober(_ probes: [any Probe], _ dialer: ScriptedDialer, retries: Int = 0) -> Prober<ScriptedDialer> {
    Prober(probes: probes, dialer: dialer, atOnce: 1, retries: retries, now: { Timestamp(seconds: 0) })
}

private func planned(_ probes: [String]) -> PlannedEndpoint {
    PlannedEndpoint(endpoint: .scripted(.https), probes: probes, barrier: nil)
}

@Test func `what a probe says after the scan was stopped is no observation`() async {
    let seen = await Task {
        let probe = StubbornProbe { withUnsafeCurrentTask { $0?.cancel() } }
        var seen: [Observation] = []
        for await observation in prober([probe], ScriptedDialer()).observe([planned(["stubborn"])]) {
            seen.append(observation)
        }
        return seen
    }.value
    #expect(seen.isEmpty)
}

@Test func `a closed port is asked once, and the refusal stands for every probe`() async {
    let dialer = ScriptedDialer()
    var seen: [Observation] = []
    for await observation in prober(Probes.all(trust: .none, software: NoSoftware()), dialer).observe([
        planned(["http", "tls"])
    ]) {
        seen.append(observation)
    }
    #expect(seen.map(\.probe) == ["http", "tls"] && seen.allSatisfy { $0.outcome == .refused })
    #expect(dialer.endpoints.count == 1)
}

@Test func `a plan older than the fleet file sends nothing malformed where that is no longer allowed`() async {
    let dialer = ScriptedDialer(consent: .light)
    var seen: [Observation] = []
    for await observation in prober(Probes.all(trust: .none, software: NoSoftware()), dialer).observe([
        planned(["tls_weakness"])
    ]) {
        seen.append(observation)
    }
    #expect(seen.map(\.outcome) == [.outOfScope])
    #expect(seen.map(\.reason) == ["the authorisation does not cover intrusive probes"])
    #expect(dialer.endpoints.isEmpty)
}
