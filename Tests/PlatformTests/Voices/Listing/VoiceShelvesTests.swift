import Speech
import Testing

@testable import Platform

/// Which users' shelves stay in memory.
@Suite struct VoiceShelvesTests {
    private let shelves = VoiceShelves(limit: 10)
    private let clone: VoiceClone

    init() async throws {
        let platform = try await TestPlatform()
        clone = try await platform.addClone(of: platform.makeUser())
    }

    private func keep(_ count: Int, of user: String, revision: Int = 1) {
        let shelf = VoiceShelf(clones: Array(repeating: clone, count: count), system: VoiceShelf(system: []))
        shelves.keep(shelf, of: user, revision: revision)
    }

    private func kept(_ users: String...) -> [String] {
        users.filter { shelves.shelf(of: $0, revision: 1) != nil }
    }

    @Test func `a shelf is there until its user's clones change`() {
        keep(2, of: "ada")
        #expect(shelves.shelf(of: "ada", revision: 1)?.count == 2)
        #expect(shelves.shelf(of: "ada", revision: 2) == nil)
        #expect(shelves.shelf(of: "bob", revision: 1) == nil)
        keep(3, of: "ada", revision: 2)
        #expect(shelves.shelf(of: "ada", revision: 2)?.count == 3)
    }

    @Test func `the one that nobody has used for longest makes room`() {
        for user in ["ada", "bob", "carol"] { keep(3, of: user) }
        #expect(kept("ada") == ["ada"])
        keep(3, of: "dan")
        #expect(kept("ada", "bob", "carol", "dan") == ["ada", "carol", "dan"])
        keep(7, of: "eve")
        #expect(kept("ada", "carol", "dan", "eve") == ["dan", "eve"])
    }

    @Test func `a shelf that is too large for the rest is kept alone`() {
        keep(3, of: "ada")
        keep(11, of: "bob")
        #expect(kept("ada", "bob") == ["bob"])
        keep(1, of: "ada")
        #expect(kept("ada", "bob") == ["ada"])
    }
}
