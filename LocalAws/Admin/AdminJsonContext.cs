using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using TelemetryAspire.LocalAws.Admin.Faults;
using TelemetryAspire.LocalAws.Admin.Snapshots;

namespace TelemetryAspire.LocalAws.Admin;

/// <summary>The documents of the admin API; a member it does not know, or one given twice, is refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(FaultRules))]
[JsonSerializable(typeof(FaultReport))]
[JsonSerializable(typeof(AdminError))]
[JsonSerializable(typeof(AdminStatus))]
[JsonSerializable(typeof(NoMembers))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(ReplacementJournal))]
[JsonSerializable(typeof(IReadOnlyList<SnapshotEntry>))]
[JsonSerializable(typeof(SnapshotDescription))]
[JsonSerializable(typeof(SnapshotList))]
internal sealed partial class AdminJsonContext : JsonSerializerContext;

/// <summary>The body of every refusal.</summary>
internal sealed record AdminError(string Code, string Message, string? Member);

/// <summary>The body of the health answer.</summary>
internal sealed record AdminStatus(string Status);

/// <summary>The body of a request that has nothing to say.</summary>
internal sealed record NoMembers;
