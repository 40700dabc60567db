import Testing

/// Filled in by the tests of this room.
@Suite struct EmptySuite {}
