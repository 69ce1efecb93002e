import Cryptography
import Model
import Transport
import Wire

/// Attempts that must show the same as the first before a server is called vulnerable.
let weaknessConfirmations = 2

/// Asks for one weakness, and says *vulnerable* only after it was seen three times.
struct WeaknessInquiry<D: Dialer> {
    let entrance: TLSEntrance<D>

    /// The answer, and the error that stands for it where the conversation did not come about.
    func hold(_ test: any WeaknessTest) async throws -> (answer: WeaknessAnswer, failure: (any Error)?) {
        let (first, failure) = try await attempt(test)
        guard case .vulnerable = first else { return (first, failure) }
        for _ in 0..<weaknessConfirmations {
            let (again, _) = try await attempt(test)
            if case .unknown(let reason) = again { return (.unknown("seen, but not confirmed: \(reason)"), nil) }
            // One of several machines behind the address may be weak: what was seen is not taken back.
            guard again == first else { return (.unknown("seen, but not confirmed"), nil) }
        }
        return (first, nil)
    }

    private func attempt(_ test: any WeaknessTest) async throws -> (WeaknessAnswer, (any Error)?) {
        guard entrance.dialer.connectionsLeft(at: entrance.endpoint) >= test.connections else {
            return (.unknown("budget"), NetworkError.budget)
        }
        do {
            return (try await test.attempt(at: entrance), nil)
        } catch let error as NetworkError where error.isOfThePeer {
            return (.unknown(error.word), error)
        } catch let error as NotConnected where error.cause.isOfThePeer {
            return (.unknown(error.cause.word), error.cause)
        } catch let error as NotConnected {
            throw error.cause
        } catch let error as WireError {
            return (.unknown("garbage: \(error)"), error)
        } catch let error as TLSError {
            return (.unknown(error.description), error)
        } catch let error as STARTTLSError {
            return (.unknown(Outcome.of(error).reason), error)
        }
    }
}
