import Multipart
import Platform

/// What is wrong with a request before the platform sees it.
enum RequestError: Error, Sendable, Hashable {
    /// A field is not as it should be; the text goes on where the field's name ends.
    case invalid(field: String, String)
    /// The body can't be read; a sentence.
    case malformedBody(String)
    /// The body is longer than is taken, in bytes.
    case bodyTooLarge(limit: Int)
    /// The body is a form that can't be read.
    case malformedForm(MultipartError)
    /// The request can't be read as HTTP.
    case malformedRequest
    /// The request ended before it was whole.
    case cutShort
    /// The head is longer than is taken, in bytes, or has too many fields.
    case headTooLarge(limit: Int)
    /// The head did not come in time.
    case headTooSlow
    /// The body did not come in time.
    case bodyTooSlow
    /// There are as many connections as there may be.
    case tooManyConnections
    /// There are as many connections of this address as there may be.
    case tooManyConnectionsOfAddress(limit: Int)
    /// There is nothing at this path.
    case unknownPath
    /// The path takes other methods.
    case wrongMethod(allowed: String)
    /// What was asked for is not there yet; a sentence.
    case notReady(String)
    /// The task that was asked for has failed; a sentence on why.
    case taskFailed(String)
    /// The task that the client waits for is not finished, and is given up.
    case notFinished
    /// The client has gone, or at least closed its half of the connection: the two can't be told apart.
    case givenUp
    /// The caller has made all the requests of this window.
    case rateLimited(RateLimit)
    /// No part of the file lies in the range that was asked for; the file's length in bytes.
    case rangeNotSatisfiable(size: Int)
}
