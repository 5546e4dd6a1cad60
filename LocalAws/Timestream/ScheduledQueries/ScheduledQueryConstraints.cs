using System.Globalization;
using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Tags;

namespace TelemetryAspire.LocalAws.Timestream.ScheduledQueries;

/// <summary>The constraints of the API's model on CreateScheduledQuery.</summary>
internal static partial class ScheduledQueryConstraints
{
    private const string NameShown = @"[a-zA-Z0-9|!\-_*'\(\)]([a-zA-Z0-9]|[!\-_*'\(\)\/.])+";
    private const string Target = "targetConfiguration.timestreamConfiguration";
    private const int MaxPrefixChars = 896;

    private static readonly string[] Scalars = ["BIGINT", "BOOLEAN", "DOUBLE", "VARCHAR", "TIMESTAMP"];

    /// <exception cref="AwsException">ValidationException naming every member at fault.</exception>
    public static void Check(CreateScheduledQueryRequest request)
    {
        var validation = new Validation();
        validation.Required("name", request.Name);
        validation.Length("name", request.Name, 1, 64);
        validation.Pattern("name", request.Name, Name(), NameShown);
        validation.Required("queryString", request.QueryString);
        validation.Length("queryString", request.QueryString, 1, 262_144);
        RequiredText(
            ref validation, "scheduleConfiguration.scheduleExpression", request.ScheduleConfiguration?.ScheduleExpression, 256);
        RequiredText(
            ref validation,
            "notificationConfiguration.snsConfiguration.topicArn",
            request.NotificationConfiguration?.SnsConfiguration?.TopicArn,
            2048);
        RequiredText(ref validation, "scheduledQueryExecutionRoleArn", request.ScheduledQueryExecutionRoleArn, 2048);
        validation.Length("clientToken", request.ClientToken, 32, 128);
        validation.Length("kmsKeyId", request.KmsKeyId, 1, 2048);
        TagRules.Check(ref validation, request.Tags);
        const string Report = "errorReportConfiguration.s3Configuration";
        validation.Required(Report, request.ErrorReportConfiguration?.S3Configuration);
        if (request.ErrorReportConfiguration?.S3Configuration is { } location)
        {
            S3Locations.Check(ref validation, Report, location, MaxPrefixChars);
        }

        if (request.TargetConfiguration is { } target)
        {
            validation.Required(Target, target.TimestreamConfiguration);
            CheckTarget(ref validation, target.TimestreamConfiguration);
        }

        validation.ThrowIfFailed();
    }

    private static void RequiredText(ref Validation validation, string path, string? value, int max)
    {
        validation.Required(path, value);
        validation.Length(path, value, 1, max);
    }

    private static void CheckTarget(ref Validation validation, TimestreamTarget? target)
    {
        if (target is null)
        {
            return;
        }

        validation.Required($"{Target}.databaseName", target.DatabaseName);
        validation.Required($"{Target}.tableName", target.TableName);
        validation.Required($"{Target}.timeColumn", target.TimeColumn);
        validation.Required($"{Target}.dimensionMappings", target.DimensionMappings);
        for (var index = 0; index < target.DimensionMappings?.Count; index++)
        {
            var member = Member($"{Target}.dimensionMappings", index);
            validation.Required($"{member}.name", target.DimensionMappings[index]?.Name);
            validation.Required($"{member}.dimensionValueType", target.DimensionMappings[index]?.DimensionValueType);
            validation.OneOf($"{member}.dimensionValueType", target.DimensionMappings[index]?.DimensionValueType, "VARCHAR");
        }

        if (target.MultiMeasureMappings is { } multi)
        {
            const string Path = $"{Target}.multiMeasureMappings.multiMeasureAttributeMappings";
            validation.Required(Path, multi.MultiMeasureAttributeMappings);
            CheckAttributes(ref validation, Path, multi.MultiMeasureAttributeMappings);
        }

        CheckMixed(ref validation, target.MixedMeasureMappings);
    }

    private static void CheckMixed(ref Validation validation, List<MixedMeasureMapping>? mappings)
    {
        const string Path = $"{Target}.mixedMeasureMappings";
        if (mappings is not null)
        {
            validation.Length(Path, "[]", mappings.Count, 1, int.MaxValue);
        }

        for (var index = 0; index < mappings?.Count; index++)
        {
            var member = Member(Path, index);
            validation.Required($"{member}.measureValueType", mappings[index]?.MeasureValueType);
            validation.OneOf(
                $"{member}.measureValueType",
                mappings[index]?.MeasureValueType,
                "BIGINT", "BOOLEAN", "DOUBLE", "VARCHAR", "MULTI");
            CheckAttributes(
                ref validation,
                $"{member}.multiMeasureAttributeMappings",
                mappings[index]?.MultiMeasureAttributeMappings);
        }
    }

    private static void CheckAttributes(
        ref Validation validation, string path, List<MultiMeasureAttributeMapping>? mappings)
    {
        if (mappings is not null)
        {
            validation.Length(path, "[]", mappings.Count, 1, int.MaxValue);
        }

        for (var index = 0; index < mappings?.Count; index++)
        {
            var member = Member(path, index);
            validation.Required($"{member}.sourceColumn", mappings[index]?.SourceColumn);
            validation.Required($"{member}.measureValueType", mappings[index]?.MeasureValueType);
            validation.OneOf($"{member}.measureValueType", mappings[index]?.MeasureValueType, Scalars);
        }
    }

    private static string Member(string path, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}.{index + 1}.member");

    [GeneratedRegex(@"^[a-zA-Z0-9|!\-_*'()][a-zA-Z0-9!\-_*'()/.]+\z")]
    private static partial Regex Name();
}
