import Foundation

extension APIClient {
    /// Asks for a Labs task.
    ///
    /// - Parameter fields: What is asked for beside the text, or otherwise than usual.
    public func createLabsTask(_ input: String, _ fields: [String: JSON] = [:], headers: [String: String] = [:]) async throws -> HTTPAnswer {
        let usual: [String: JSON] = ["input": .string(input), "voice_id": "uju3wxzG5OhpWcoi3SMy", "model_id": "eleven_multilingual_v2"]
        return try await post("/api/v1/labs/task", .object(usual.merging(fields) { $1 }), headers: headers)
    }

    /// Asks for a Labs task, and answers it once it is finished.
    public func labsTask(_ input: String, _ fields: [String: JSON] = [:]) async throws -> JSON {
        let answer = try await createLabsTask(input, fields)
        guard let id = try answer.json["task_id"].string else { throw HTTPFailure(description: answer.text) }
        return try await finished(id, at: "/v1/labs/task")
    }

    /// Asks for a Max task, and answers it once it is finished.
    public func maxTask(_ text: String, _ fields: [String: JSON] = [:]) async throws -> JSON {
        let usual: [String: JSON] = ["text": .string(text), "voice_id": "226893671006272"]
        let answer = try await post("/api/v1/max/tasks", .object(usual.merging(fields) { $1 }))
        guard let id = try answer.json["id"].string else { throw HTTPFailure(description: answer.text) }
        return try await finished(id, at: "/v1/max/tasks")
    }

    /// A family's task, once it is finished.
    ///
    /// - Parameter path: The path under which the family has its tasks.
    public func finished(_ id: String, at path: String) async throws -> JSON {
        while true {
            // It waits for tasks of every family.
            _ = try await get("/api/v1/tts/\(id)/audio?wait=120")
            let task = try await get("\(path)/\(id)").json
            if task["status"] != "processing" { return task }
            try Task.checkCancellation()
        }
    }
}
