using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream.ScheduledQueries;

/// <summary>Finds the scheduled query that an ARN names. Of the ARN only the name counts, not its region or account.</summary>
internal static partial class ScheduledQueryArns
{
    /// <exception cref="AwsException">ValidationException or ResourceNotFoundException.</exception>
    public static ScheduledQueryEntry Find(CatalogSnapshot catalog, string arn)
    {
        if (Arn().Match(arn) is not { Success: true } match)
        {
            throw TimestreamErrors.Validation($"The scheduled query ARN '{arn}' is invalid.");
        }

        return catalog.ScheduledQueries.GetValueOrDefault(match.Groups["id"].Value)
            ?? throw TimestreamErrors.NotFound($"The scheduled query {arn} does not exist.");
    }

    /// <summary>Checks the ARN of a request.</summary>
    public static void Check(ref Validation validation, string? arn)
    {
        validation.Required("scheduledQueryArn", arn);
        validation.Length("scheduledQueryArn", arn, 1, 2048);
    }

    [GeneratedRegex("^arn:[^:]+:timestream:[^:]*:[^:]*:scheduled-query/(?<id>.+)\\z")]
    private static partial Regex Arn();
}
