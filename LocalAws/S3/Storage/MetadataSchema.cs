namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>The tables of the database, and how those of an older release become them.</summary>
internal static class MetadataSchema
{
    /// <summary>
    /// One step per version, each from the version before it; a released step is never changed, only followed.
    /// </summary>
    /// <remarks>Keys compare as UTF-8 bytes (SQLite's BINARY collation), which is the order S3 lists them in.</remarks>
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE buckets (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            region TEXT NOT NULL,
            created_ms INTEGER NOT NULL);
        CREATE TABLE objects (
            bucket INTEGER NOT NULL REFERENCES buckets (id),
            key TEXT NOT NULL,
            content INTEGER NOT NULL,
            size INTEGER NOT NULL,
            etag TEXT NOT NULL,
            modified_ms INTEGER NOT NULL,
            headers TEXT NOT NULL,
            checksum_algorithm TEXT NOT NULL,
            checksum TEXT NOT NULL,
            PRIMARY KEY (bucket, key)) WITHOUT ROWID;
        """,
        """
        ALTER TABLE buckets ADD COLUMN tags TEXT NOT NULL DEFAULT '{}';
        ALTER TABLE objects ADD COLUMN checksum_type TEXT NOT NULL DEFAULT 'FULL_OBJECT';
        ALTER TABLE objects ADD COLUMN tags TEXT NOT NULL DEFAULT '{}';
        ALTER TABLE objects ADD COLUMN upload TEXT;
        CREATE TABLE uploads (
            id TEXT PRIMARY KEY,
            bucket INTEGER NOT NULL REFERENCES buckets (id),
            key TEXT NOT NULL,
            initiated_ms INTEGER NOT NULL,
            headers TEXT NOT NULL,
            tags TEXT NOT NULL,
            checksum_algorithm TEXT,
            checksum_type TEXT NOT NULL) WITHOUT ROWID;
        CREATE INDEX uploads_in_order ON uploads (bucket, key, id);
        CREATE TABLE parts (
            upload TEXT NOT NULL,
            number INTEGER NOT NULL,
            content INTEGER NOT NULL,
            size INTEGER NOT NULL,
            etag TEXT NOT NULL,
            modified_ms INTEGER NOT NULL,
            checksum TEXT NOT NULL,
            PRIMARY KEY (upload, number)) WITHOUT ROWID;
        """,
    ];

    /// <summary>Creates the tables, or takes those there are to this version; all of it happens, or nothing.</summary>
    /// <exception cref="InvalidDataException">The database is of a later release.</exception>
    public static void Apply(MetadataSession session, string path)
    {
        var version = session.ReadSchemaVersion();
        if (version < 0 || version > Steps.Length)
        {
            throw new InvalidDataException(
                $"The S3 database {path} has schema version {version}; "
                + $"this program knows versions up to {Steps.Length}.");
        }
        if (version == Steps.Length)
        {
            return;
        }
        session.InTransaction(() =>
        {
            foreach (var step in Steps.Skip((int)version))
            {
                session.Execute(step);
            }
            session.Execute($"PRAGMA user_version = {Steps.Length}");
        });
    }
}
