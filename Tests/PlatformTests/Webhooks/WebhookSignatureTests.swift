import Testing

@testable import Platform

@Suite struct WebhookSignatureTests {
    @Test func `a signature is what OpenSSL makes of the same`() {
        // printf '1794571200.{"text":"\xc3\xbc"}' | openssl dgst -sha256 -hmac whsec_0123456789
        let signature = WebhookSignature(of: #"{"text":"ü"}"#, at: Timestamp(milliseconds: 1_794_571_200_999), secret: "whsec_0123456789")
        #expect(signature.header == "t=1794571200,v0=2a7ac0db8b6f35ae9237230b38d54a0b629a9d66092f8b7bd8cbf63c1f58229e")
    }
}
