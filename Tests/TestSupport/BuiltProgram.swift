import Foundation

/// The program under test, as the build left it beside the tests.
public enum BuiltProgram {
    /// The path of `mynah`.
    public static var path: String {
        // The tests are a bundle, or an executable, in the folder of the build's products.
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appendingPathComponent("mynah").path
    }
}
