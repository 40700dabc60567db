/// Which page of a list a query asks for.
struct MiniMaxPage {
    /// From 1.
    let number: Int
    let size: Int

    /// How many entries a page may have.
    private static let sizes = 1...500

    /// - Parameter usualSize: How many entries a page has where the query does not say.
    /// - Throws: ``RequestError``.
    init(_ fields: RequestFields, usualSize: Int) throws(RequestError) {
        number = try fields.integer("page", in: 1...Int.max) ?? 1
        size = try fields.integer("page_size", in: Self.sizes) ?? usualSize
    }

    /// The page of a list that is whole in memory.
    func slice<Element>(of list: [Element]) -> ArraySlice<Element> {
        let (offset, isBeyond) = (number - 1).multipliedReportingOverflow(by: size)
        return isBeyond ? [] : list.dropFirst(offset).prefix(size)
    }

    /// Whether there are entries behind the page, of `total` in all.
    func hasMore(of total: Int) -> Bool {
        let (end, isBeyond) = number.multipliedReportingOverflow(by: size)
        return !isBeyond && end < total
    }
}
