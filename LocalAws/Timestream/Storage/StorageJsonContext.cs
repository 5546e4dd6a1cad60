using System.Text.Json.Serialization;
using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream.Storage;

/// <summary>The documents of the catalog file.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(AccountSettings))]
[JsonSerializable(typeof(DatabaseEntry))]
[JsonSerializable(typeof(TableEntry))]
internal sealed partial class StorageJsonContext : JsonSerializerContext;
