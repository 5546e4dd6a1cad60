using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

/// <summary>Errors about a query's text: ValidationException with the place first, <c>line 1:8: Column 'x' does not exist</c>.</summary>
internal static class SqlError
{
    public static AwsException At(SourcePosition position, string message) =>
        TimestreamErrors.Validation($"{position}: {message}");

    /// <summary>The text is no query of the dialect, in the service's words and with what was expected.</summary>
    public static AwsException Syntax(SourcePosition position, string detail) =>
        TimestreamErrors.Validation($"The query syntax is invalid at {position}: {detail}");

    /// <summary>The construct is part of the dialect, or of Trino's, but not available here.</summary>
    public static AwsException Unsupported(SourcePosition position, string construct) =>
        At(position, $"{construct} is not supported");
}
