import ArgumentParser

/// A command line that cannot be understood: ArgumentParser's finding in the form of our own messages.
struct UsageComplaint {
    let text: String

    init(_ error: any Error, arguments: [String]) {
        if let unknown = UnknownCommand(arguments) {
            text = "Error: unknown command '\(unknown.typed)'\nHint:  \(unknown.hint)"
            return
        }
        let sentences = Self.sentences(Lagebild.message(for: error))
        let usage = Self.command(Lagebild.fullMessage(for: error))
        let hint = sentences.wayOut ?? "'\(usage) --help' shows how to write it"
        text = "Error: \(sentences.fact)\nHint:  \(hint)"
    }

    /// `Unknown option '--bdy'. Did you mean '--body'?` is a fact and a way out.
    private static func sentences(_ message: String) -> (fact: String, wayOut: String?) {
        let line = message.replacing(/(--[a-z-]+) <[^>]+>/) { $0.output.1 }.replacing(":\n  - ", with: " ").replacing(
            "\n  - ", with: ", "
        ).replacing("\n", with: " ")
        guard let end = line.firstRange(of: ". ") else { return (small(line), nil) }
        let wayOut = line[end.upperBound...].replacing("Please provide one of the following", with: "write one of")
            .replacing("Please provide", with: "write").replacing("' and '", with: "' or '")
        return (small(String(line[..<end.lowerBound])), small(String(wayOut)))
    }

    private static func small(_ sentence: String) -> String {
        let text = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
        // A name in capitals stays as it is.
        guard text.dropFirst().first?.isLowercase == true else { return text }
        return text.prefix(1).lowercased() + text.dropFirst()
    }

    /// From `See 'lagebild scan --help' for more information.`
    private static func command(_ message: String) -> String {
        message.firstMatch(of: /See '(.+) --help'/).map { String($0.output.1) } ?? "lagebild"
    }
}

/// The first word that should name a command and does not; ArgumentParser suggests options only.
private struct UnknownCommand {
    let typed: String
    let hint: String

    init?(_ arguments: [String]) {
        guard arguments.first != "help" else { return nil }
        var command: any ParsableCommand.Type = Lagebild.self
        var path = "lagebild"
        for word in arguments {
            let subcommands = command.configuration.subcommands
            guard !word.hasPrefix("-"), !subcommands.isEmpty else { return nil }
            guard let next = subcommands.first(where: { $0._commandName == word }) else {
                // `import liste.csv` names a file for the usual command; no command has such a name.
                let isName = word.allSatisfy { $0.isLetter || $0 == "-" }
                guard isName || command.configuration.defaultSubcommand == nil else { return nil }
                let meant = closestWord(to: word, among: subcommands.map { $0._commandName })
                typed = word
                hint = meant.map { "did you mean '\(path) \($0)'?" } ?? "'\(path) --help' lists them all"
                return
            }
            command = next
            path += " \(word)"
        }
        return nil
    }
}
