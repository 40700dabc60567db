import Foundation
import TestSupport

/// An archive that is no backup to be restored, made from a good one.
enum HostileArchive: String, CaseIterable {
    case empty, text, compressed, truncated, absolute, climbing, link, hardLink = "hard-link", device, stranger, sparse, twice
    case noManifest = "no-manifest", otherManifest = "other-manifest", newerFormat = "newer-format", newerSchema = "newer-schema"
    case noDatabase = "no-database", badDatabase = "bad-database", missingFile = "missing-file"

    /// What the message says of it.
    var complaint: String {
        switch self {
        case .newerFormat, .newerSchema: "newer version"
        case .noDatabase, .badDatabase, .missingFile: "damaged"
        default: "no backup of Mynah"
        }
    }

    /// Makes it of `good`.
    func make(of good: String, at path: String) async throws -> CommandResult {
        try await Command.run("python3", ["-c", Self.script, rawValue, good, path])
    }

    private static let script = """
        import gzip, io, json, os, sqlite3, sys, tarfile, tempfile
        kind, good, path = sys.argv[1:]
        content = open(good, "rb").read()
        members = {member.name: (tarfile.open(good).extractfile(member) or io.BytesIO()).read() for member in tarfile.open(good) if member.isfile()}
        manifest = json.loads(members["manifest.json"])
        extra = []

        def special(name, **fields):
            member = tarfile.TarInfo(name)
            for field, value in fields.items():
                setattr(member, field, value)
            extra.append(member)

        def database(*statements):
            with tempfile.TemporaryDirectory() as folder:
                file = os.path.join(folder, "x.db")
                open(file, "wb").write(members["mynah.db"])
                connection = sqlite3.connect(file)
                connection.execute("PRAGMA journal_mode = DELETE")
                for statement in statements:
                    connection.execute(statement)
                connection.commit()
                connection.close()
                members["mynah.db"] = open(file, "rb").read()
            manifest["databaseSize"] = len(members["mynah.db"])

        if kind == "absolute": special("/tmp/mynah-hostile")
        if kind == "climbing": special("files/../../../mynah-hostile")
        if kind == "link": special("files/00", type=tarfile.SYMTYPE, linkname="/tmp")
        if kind == "hard-link": special("files/00/a", type=tarfile.LNKTYPE, linkname="mynah.db")
        if kind == "device": special("files/00/a", type=tarfile.CHRTYPE, devmajor=1, devminor=3)
        if kind == "stranger": special("mynah.yaml")
        if kind == "twice": special("mynah.db")
        if kind == "newer-format": manifest["format"] = 99
        if kind == "other-manifest": manifest["kind"] = "something"
        if kind == "newer-schema": database("INSERT INTO schema_migrations (id, position) VALUES ('9999-01-01-future', 99)")
        if kind == "missing-file":
            manifest["fileCount"] = 1
            database("INSERT INTO blobs (name, user_id, content_type, size, created_at) SELECT 'gone.mp3', id, 'audio/mpeg', 1, 1 FROM users")
        if kind == "bad-database":
            content = bytearray(members["mynah.db"])
            content[4096:] = os.urandom(len(content) - 4096)
            members["mynah.db"] = bytes(content)
        if kind == "no-database": del members["mynah.db"]
        members["manifest.json"] = json.dumps(manifest).encode()
        if kind == "no-manifest": del members["manifest.json"]
        if kind == "sparse":
            # Format 1.0 of PAX: a map in the data, and a size that is not there.
            member = tarfile.TarInfo("GNUSparseFile.0/a")
            member.pax_headers = {"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.name": "files/00/a",
                                  "GNU.sparse.realsize": str(1 << 40)}
            member.size = 512
            extra.append(member)
        with tarfile.open(path, "w", format=tarfile.PAX_FORMAT) as archive:
            for name, data in members.items():
                member = tarfile.TarInfo(name)
                member.size = len(data)
                archive.addfile(member, io.BytesIO(data))
            for member in extra:
                archive.addfile(member, io.BytesIO(b"0\\n".ljust(512, b"\\0")))
        if kind == "empty": open(path, "wb").close()
        if kind == "text": open(path, "w").write("This is no archive. " * 1000)
        if kind == "compressed": open(path, "wb").write(gzip.compress(open(good, "rb").read()))
        if kind == "truncated": open(path, "wb").write(open(good, "rb").read()[:20000])
        """
}
