using System.Text.Json.Serialization;

namespace TelemetryAspire.LocalAws.Timestream.Reports;

/// <summary>Reports: members in camel case, absent ones null.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ErrorReport))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
