import ArgumentParser

@main struct Lagebild: ParsableCommand {}
