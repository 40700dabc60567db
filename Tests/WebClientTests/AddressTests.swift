import Testing
import WebClient

@Suite struct AddressTests {
    @Test(arguments: [
        "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200", "100.127.255.255", "127.0.0.1", "127.255.255.254",
        "168.63.129.16", "169.254.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.0.192", "192.0.2.1", "192.88.99.1",
        "192.168.0.1", "192.168.255.255", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1",
        "255.255.255.255", "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "::ffff:0:7f00:1",
        "64:ff9b::127.0.0.1", "64:ff9b::a00:1", "64:ff9b:1::1", "64:ff9b::ffff:1:1", "100::1", "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:2::1", "2001:10::1", "2001:db8::1", "2002:7f00:1::", "2002:a00:1::1", "2002:a9fe:a9fe::1", "3fff::1", "4000::1", "5f00::1", "fc00::1",
        "fd00::1", "fd00:ec2::254", "fe80::1", "febf::1", "fec0::1", "ff02::1", "ff0e::1", "8000::1",
    ])
    func `an address that is not on the public internet is refused`(text: String) throws {
        #expect(try !AddressRules().allow(#require(IPAddress(text))))
    }

    @Test(arguments: [
        "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0", "168.63.129.15",
        "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.167.255.255", "192.169.0.0", "198.17.255.255",
        "198.20.0.0", "223.255.255.255", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2001:200::1", "2002:808:808::1", "2606:4700:4700::1111",
        "2a00:1450:4001::1", "3ffe::1",
    ])
    func `an address on the public internet is allowed`(text: String) throws {
        #expect(try AddressRules().allow(#require(IPAddress(text))))
    }

    @Test func `an operator allows ranges, and nothing beside them`() throws {
        let rules = AddressRules(allowing: try ["10.1.0.0/16", "127.0.0.1", "fd00::/8", "192.168.7.4/30"].map { try #require(AddressRange($0)) })
        func allows(_ text: String) throws -> Bool { rules.allow(try #require(IPAddress(text))) }
        for text in ["10.1.2.3", "::ffff:10.1.2.3", "127.0.0.1", "fd12::1", "192.168.7.7", "8.8.8.8"] { #expect(try allows(text), "\(text)") }
        for text in ["10.2.0.0", "10.0.255.255", "127.0.0.2", "fc00::1", "192.168.7.8", "192.168.7.3", "::1", "64:ff9b::10.1.2.3"] {
            #expect(try !allows(text), "\(text)")
        }
        let everything = AddressRules(allowing: try ["0.0.0.0/0", "::/0"].map { try #require(AddressRange($0)) })
        for text in ["127.0.0.1", "255.255.255.255", "::1", "ff02::1"] { #expect(everything.allow(try #require(IPAddress(text)))) }
    }

    @Test(arguments: [
        "", "10", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.1/8", "10.0.0.0/8/8", "/8", "10/8", "fd00::/129", "fd00::1/8",
        "localhost", "10.0.0.0/08x", "::1%lo/128", "0x7f.0.0.1", "fd00::/1000",
    ])
    func `what is no range is none`(text: String) {
        #expect(AddressRange(text) == nil)
    }

    @Test(arguments: [
        ("127.0.0.1", "127.0.0.1"), ("255.255.255.255", "255.255.255.255"), ("::", "::"), ("FD00:EC2::254", "fd00:ec2::254"),
        ("2001:db8:0:0:0:0:0:1", "2001:db8::1"), ("::ffff:10.0.0.1", "::ffff:10.0.0.1"),
    ])
    func `an address is told in its usual form`(text: String, usual: String) throws {
        #expect(try "\(#require(IPAddress(text)))" == usual)
    }
}
