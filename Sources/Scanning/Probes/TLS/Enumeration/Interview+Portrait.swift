import Wire

extension Interview {
    /// What the other parts of the probe build on.
    var portrait: ServerPortrait {
        var portrait = ServerPortrait()
        portrait.versions = versions.answers
        for (version, elimination) in eliminations where elimination.isAccepted {
            portrait.suites[version] = elimination.suites.accepted
            portrait.groups[version] = elimination.groups.accepted
        }
        portrait.handshakeGroup = groupForHandshake
        portrait.chains = observed.chains
        portrait.features = EnumerationRows(self).features
        return portrait
    }
}
