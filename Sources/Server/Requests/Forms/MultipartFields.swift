import Files
import Multipart

/// The fields of a form. Numbers and booleans are texts there.
struct MultipartFields: FieldSource {
    private let form: MultipartForm<UploadedFile?>

    init(_ form: MultipartForm<UploadedFile?>) {
        self.form = form
    }

    var isTyped: Bool { false }

    func value(_ name: String) -> FieldValue {
        if let text = form.fields[name]?.first { return .string(text) }
        guard let entry = form.files[name]?.first else { return .missing }
        guard let file = entry else { return .other }
        // A browser sends this where no file was chosen.
        return file.name.isEmpty && file.content.size == 0 ? .missing : .file(file)
    }
}
