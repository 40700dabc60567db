import Platform

extension TaskConfiguration {
    /// The tasks that the settings ask for.
    init(settings: Settings) {
        self.init(
            deadline: .seconds(settings.taskDeadline * 3600), runningPerUser: settings.runningTasksPerUser ?? .max,
            openPerUser: settings.openTasksPerUser, reusesFiles: settings.reusesFiles)
    }
}
