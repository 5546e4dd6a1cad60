using System.Text.Json.Serialization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>Body of <c>/health</c> and <c>/alive</c>.</summary>
/// <remarks>
/// Sample: <c>{"status":"Degraded","checks":{"timestream":{"status":"Degraded","reason":"..."}}}</c>.
/// </remarks>
/// <param name="Status">The worst status of all checks: Healthy, Degraded or Unhealthy.</param>
/// <param name="Checks">Every check that ran, by name.</param>
internal sealed record HealthAnswer(string Status, IReadOnlyDictionary<string, HealthAnswerCheck> Checks)
{
    /// <summary>The answer for a report.</summary>
    internal static HealthAnswer From(HealthReport report) => new(
        report.Status.ToString(),
        report.Entries.ToDictionary(entry => entry.Key, entry => HealthAnswerCheck.From(entry.Value)));
}

/// <summary>One check of a <see cref="HealthAnswer"/>.</summary>
/// <param name="Status">Healthy, Degraded or Unhealthy.</param>
/// <param name="Reason">Why, when the check says; else the message of the exception it threw; else absent.</param>
internal sealed record HealthAnswerCheck(string Status, string? Reason)
{
    /// <summary>The answer for one entry of a report.</summary>
    internal static HealthAnswerCheck From(HealthReportEntry entry) =>
        new(entry.Status.ToString(), entry.Description ?? entry.Exception?.Message);
}

/// <summary>JSON of the health endpoints.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HealthAnswer))]
internal sealed partial class HealthJsonContext : JsonSerializerContext;
