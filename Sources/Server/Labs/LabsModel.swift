/// The models that requests name. All of them are spoken by the voice's own engine: the name is kept and answered.
enum LabsModel: String, CaseIterable {
    case multilingual2 = "eleven_multilingual_v2"
    case turbo25 = "eleven_turbo_v2_5"
    case flash25 = "eleven_flash_v2_5"
    case version3 = "eleven_v3"
}
