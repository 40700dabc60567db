extension Prosody {
    /// This prosody, changed. The values may leave the ranges that can be asked for, so that a change is heard at their ends, too.
    public func changed(by change: ProsodyChange) -> Prosody {
        var changed = self
        changed.speed *= change.speed
        changed.pitch += change.pitch
        changed.pitchRange *= change.pitchRange
        return changed
    }
}
