import WebClient

/// What became of a try to deliver: an answer, whatever its status, or none.
typealias WebhookOutcome = Result<WebAnswer, WebClientError>
