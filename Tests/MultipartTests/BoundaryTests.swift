import Testing

@testable import Multipart

@Suite struct BoundaryTests {
    @Test(arguments: [
        ("multipart/form-data; boundary=abc", "abc"),
        ("multipart/form-data;boundary=abc", "abc"),
        ("Multipart/Form-Data \t;\tBOUNDARY=abc", "abc"),
        ("multipart/form-data; boundary=\"abc\"", "abc"),
        ("multipart/form-data; boundary=\"a b c\"", "a b c"),
        ("multipart/form-data; charset=utf-8; boundary=abc;", "abc"),
        ("multipart/form-data;; boundary=abc; ;", "abc"),
        ("multipart/form-data; note=\"x\\\"; boundary=y\"; boundary=abc", "abc"),
        ("multipart/form-data; boundary=----=_Part_1:2/3", "----=_Part_1:2/3"),
        ("multipart/form-data; boundary=\"'()+_,-./:=?\"", "'()+_,-./:=?"),
        ("multipart/form-data; boundary=" + String(repeating: "a", count: 70), String(repeating: "a", count: 70)),
    ])
    func `the boundary is read from the content type`(contentType: String, boundary: String) throws {
        #expect(try MultipartBoundary(contentType: contentType).text == boundary)
    }

    @Test(arguments: [
        "", "a ", " ", "a\"b", "a;b", "a\\b", "a@b", "a\tb", "a\r\nb", "ä", "a\0", String(repeating: "a", count: 71),
    ])
    func `other boundaries are refused`(boundary: String) {
        #expect(throws: MultipartError.invalidBoundary) { try MultipartBoundary(boundary) }
    }

    @Test(arguments: [
        ("multipart/form-data", MultipartError.noBoundary),
        ("multipart/form-data; charset=utf-8", .noBoundary),
        ("multipart/form-data; boundary=\"\"", .invalidBoundary),
        ("multipart/form-data; boundary=\"abc \"", .invalidBoundary),
        ("multipart/form-data; boundary=\"a;b\"; charset=utf-8", .invalidBoundary),
        ("multipart/form-data; boundary=" + String(repeating: "a", count: 71), .invalidBoundary),
        ("multipart/mixed; boundary=abc", .notFormData),
        ("application/json", .notFormData),
        ("", .notFormData),
        ("multipart/form-data, boundary=abc", .notFormData),
        ("multipart/form-data; boundary", .notFormData),
        ("multipart/form-data; boundary=", .notFormData),
        ("multipart/form-data; boundary = abc", .notFormData),
        ("multipart/form-data; boundary=\"abc", .notFormData),
        ("multipart/form-data; boundary=\"abc\"d", .notFormData),
        ("multipart/form-data; boundary=abc def", .notFormData),
        ("multipart/form-data; boundary=abc; boundary=def", .notFormData),
    ])
    func `a content type without a good boundary is refused`(contentType: String, error: MultipartError) {
        #expect(throws: error) { try MultipartBoundary(contentType: contentType) }
    }
}
