@testable import Multipart

/// libFuzzer calls this with bytes of its choice, and tells of those that end the process or take long.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    if let input = FuzzInput(bytes) { FormInvariants(input).check() }
    if let boundary = try? MultipartBoundary(contentType: String(decoding: bytes, as: UTF8.self)) {
        precondition((1...70).contains(boundary.text.utf8.count), "A boundary has no length that it may have.")
    }
    return 0
}
