/// The models that requests name. All of them are spoken by the voice's own engine: the name is kept and answered.
enum MaxModel: String, CaseIterable {
    case hd25Preview = "speech-2.5-hd-preview"
    case turbo25Preview = "speech-2.5-turbo-preview"
    case hd2 = "speech-02-hd"
    case turbo2 = "speech-02-turbo"
    case hd1 = "speech-01-hd"
    case turbo1 = "speech-01-turbo"
    case hd26 = "speech-2.6-hd"
    case turbo26 = "speech-2.6-turbo"
}
