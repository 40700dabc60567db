/// What engines speak so that they can be compared with a speaker: every sound of English, each about as often as in any text.
enum CalibrationText {
    static let text = """
        The young woman who lives near the old bridge bought a dozen eggs, some cheese and a jar of honey at the market this morning. \
        Her father thought it was a great shame that nobody could measure how much joy such a walk would give. \
        Outside, a few sharp voices called through the fog, but we could not judge what they were shouting about.
        """
}
