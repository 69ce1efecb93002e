import Inventory
import Model
import Store
import Testing

@Suite struct RecordingTests {
    private let servers = [
        TestServer(name: "www.example.org"), TestServer(name: "mail.example.org", address: "192.0.2.2", body: "b"),
    ]

    @Test func `a run is named by its UTC day and its number on that day`() throws {
        let test = try TestStore()
        let first = try test.scan(servers)
        test.day -= 1
        let second = try test.scan(servers)
        #expect(first.name == "2026-11-01/1")
        #expect(second.name == "2026-11-01/2")
        #expect(second.state == .finished)
        #expect(second.planned == 4 && second.answered == 4)
    }

    @Test func `the current tables hold what the last run saw`() throws {
        let test = try TestStore()
        try test.scan(servers)
        #expect(try Dump.count("SELECT count(*) FROM tls_protocol", of: test.path) == 4)
        #expect(try Dump.count("SELECT count(*) FROM https_endpoint", of: test.path) == 2)
        var changed = servers
        changed[0].protocols = ["TLSv1.3"]
        changed[1].silent = true
        try test.scan(changed)
        #expect(try Dump.count("SELECT count(*) FROM tls_protocol", of: test.path) == 1)
        #expect(try Dump.count("SELECT count(*) FROM observation WHERE outcome = 'silent'", of: test.path) == 2)
    }

    @Test func `an unchanged run writes its own row and nothing else`() throws {
        let test = try TestStore()
        try test.scan(servers)
        let before = try Dump.history(of: test.path)
        try test.scan(servers)
        let after = try Dump.history(of: test.path)
        #expect(Set(after).subtracting(before).count == 1)
        #expect(Set(after).subtracting(before).allSatisfy { $0.hasPrefix("h_run.") })
        #expect(Set(before).subtracting(after).isEmpty)
    }

    @Test func `a gap that stays is one row however long it lasts`() throws {
        let test = try TestStore()
        try test.scan([TestServer(name: "www.example.org", silent: true)])
        for _ in 1...5 { try test.scan([TestServer(name: "www.example.org", silent: true)]) }
        #expect(try Dump.count("SELECT count(*) FROM h_observation", of: test.path) == 2)
    }

    @Test func `what is no longer planned is no longer current`() throws {
        let test = try TestStore()
        try test.scan(servers)
        try test.scan([servers[0]])
        #expect(try Dump.count("SELECT count(*) FROM endpoint", of: test.path) == 1)
        #expect(try Dump.count("SELECT count(*) FROM certificate", of: test.path) == 1)
        #expect(try Dump.count("SELECT count(*) FROM h_observation WHERE until_run = 2", of: test.path) == 2)
    }

    @Test func `what was planned and never asked is a gap`() throws {
        let test = try TestStore()
        let run = try test.begin()
        try test.store.record(plan: [servers[0].planned], in: run)
        #expect(try test.store.pending(in: run).map(\.probe) == ["http", "tls"])
        try test.store.record([servers[0].observation("tls", at: run.started)], in: run)
        let finished = try test.store.finish(run, at: run.started)
        #expect(finished.planned == 2 && finished.answered == 1)
        #expect(try Dump.count("SELECT count(*) FROM observation WHERE reason = 'not asked'", of: test.path) == 1)
    }

    @Test func `an endpoint behind a barrier is a gap and never pending`() throws {
        let test = try TestStore()
        var server = servers[0]
        server.barrier = PlannedEndpoint.Barrier(outcome: .outOfScope, reason: "no authorisation")
        let run = try test.begin()
        try test.store.record(plan: [server.planned], in: run)
        #expect(try test.store.pending(in: run).isEmpty)
        try test.store.finish(run, at: run.started)
        #expect(try Dump.count("SELECT not_authorised FROM coverage", of: test.path) == 2)
    }

    @Test func `what a run has measured stays when it is resumed where the endpoint may not be asked`() throws {
        let test = try TestStore()
        let run = try test.begin()
        var server = servers[0]
        try test.store.record(plan: [server.planned], in: run)
        try test.store.record([server.observation("tls", at: run.started)], in: run)
        try test.store.interrupt(run)

        let resumed = try test.store.resumeRun()
        server.barrier = PlannedEndpoint.Barrier(outcome: .blocked, reason: "outside the scan window of its body")
        try test.store.record(plan: [server.planned], in: resumed)
        #expect(try test.store.pending(in: resumed).isEmpty)
        let finished = try test.store.finish(resumed, at: run.started)
        #expect(finished.planned == 2 && finished.answered == 1)
    }

    @Test func `a run resumed after a kill ends like an undisturbed one`() throws {
        let undisturbed = try TestStore()
        try undisturbed.scan(servers)
        try undisturbed.scan(changed)
        try undisturbed.store.close()

        let killed = try TestStore()
        try killed.scan(servers)
        let run = try killed.begin()
        try killed.store.record(plan: changed.map(\.planned), in: run)
        try killed.store.record([changed[0].observation("tls", at: run.started)], in: run)

        // The files as a killed process leaves them: nothing was closed, the last batch is still in the WAL.
        let path = try killed.copyOfFiles()
        let store = try InventoryStore.open(path: path, vocabulary: TestVocabulary.vocabulary)
        let resumed = try store.resumeRun()
        #expect(resumed.name == run.name)
        let pending = try store.pending(in: resumed)
        #expect(pending.count == 3)
        let late = run.started.adding(days: 1)
        let answers = pending.compactMap { left in
            changed.first { $0.endpoint == left.endpoint }?.observation(left.probe, at: late)
        }
        try store.record(answers, in: resumed)
        try store.finish(resumed, at: late)
        try store.close()
        #expect(try Dump.history(of: path) == Dump.history(of: undisturbed.path))
    }

    @Test func `an interrupted run goes on where it stopped`() throws {
        let test = try TestStore()
        let run = try test.begin()
        try test.store.record(plan: servers.map(\.planned), in: run)
        try test.store.record(servers[0].observations(at: run.started), in: run)
        try test.store.interrupt(run)
        #expect(try test.store.run(named: run.name).state == .interrupted)
        let resumed = try test.store.resumeRun(run.name)
        try test.store.record(plan: servers.map(\.planned), in: resumed)
        #expect(try test.store.pending(in: resumed).map(\.endpoint) == [servers[1].endpoint, servers[1].endpoint])
    }

    private var changed: [TestServer] {
        var changed = servers
        changed[0].certificate = "c2"
        changed[1].version = "1.24.0"
        return changed
    }

    @Test func `a run that another one followed cannot be resumed`() throws {
        let test = try TestStore()
        let first = try test.begin()
        try test.store.interrupt(first)
        try test.scan(servers)
        #expect(throws: InventoryError.noRunToResume) { try test.store.resumeRun() }
        #expect(throws: InventoryError.noRunToResume) { try test.store.resumeRun(first.name) }
        #expect(throws: InventoryError.noSuchRun("2026-11-09/1")) {
            let other = try test.begin()
            try test.store.interrupt(other)
            return try test.store.resumeRun("2026-11-09/1")
        }
    }

    @Test func `a second scan of the same store is refused`() throws {
        let test = try TestStore()
        _ = try test.begin()
        let second = try InventoryStore.open(path: test.path, vocabulary: TestVocabulary.vocabulary)
        #expect {
            try second.beginRun(at: test.tomorrow(), fleet: .test(), fleetSHA256: "", toolVersion: "")
        } throws: { error in
            guard case .locked(_, let holder)? = error as? StoreError else { return false }
            return holder.hasPrefix("process ") && holder != "process unknown"
        }
    }

    @Test func `a changed vocabulary gets its tables anew from the stored documents`() throws {
        let test = try TestStore()
        try test.scan(servers)
        try test.store.close()
        let before = try Dump.tables(["software", "certificate", "observation", "endpoint"], of: test.path)
        try InventoryStore.open(path: test.path, vocabulary: TestVocabulary.later).close()
        let after = try Dump.tables(["software", "certificate", "observation", "endpoint"], of: test.path)
        #expect(before == after)
        #expect(try Dump.count("SELECT count(*) FROM page WHERE status = 0", of: test.path) == 2)
        let pages = try Dump.tables(["page"], of: test.path)
        #expect(pages.contains { $0.contains("Willkommen\\n\\\"\\u{01}\\\" www.example.org") }, "\(pages)")
    }
}
