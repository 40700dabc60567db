import Database
import Testing

@testable import Platform

@Suite struct KeyScopesTests {
    @Test(arguments: ["speak", "read,speak", "admin,clone,read,speak", "speak,speak"])
    func `scopes are words with commas between`(text: String) throws {
        let scopes = try #require(KeyScopes(text))
        for scope in KeyScope.allCases { #expect(scopes.contains(scope) == text.contains(scope.rawValue)) }
        #expect(KeyScopes(scopes.text) == scopes)
        #expect(KeyScopes(sqlValue: scopes.sqlValue) == scopes)
    }

    @Test(arguments: ["", ",", "speak,", "speak, read", "Speak", "everything"])
    func `what names no scopes is refused`(text: String) {
        #expect(KeyScopes(text) == nil)
    }

    @Test func `a scope of a later version opens nothing`() {
        #expect(KeyScopes(sqlValue: .text("read,teleport"))?.text == "read")
    }
}
