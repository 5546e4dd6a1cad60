using System.Text.Json.Serialization;
using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.ScheduledQueries;

namespace TelemetryAspire.LocalAws.Timestream.Storage;

/// <summary>The documents of the catalog file.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(AccountSettings))]
[JsonSerializable(typeof(DatabaseEntry))]
[JsonSerializable(typeof(ScheduledQueryEntry))]
[JsonSerializable(typeof(TableEntry))]
internal sealed partial class StorageJsonContext : JsonSerializerContext;
