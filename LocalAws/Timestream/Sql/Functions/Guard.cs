using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>A condition on arguments under which a function fails, with the failure.</summary>
/// <param name="Condition">In DuckDB's SQL.</param>
/// <param name="Failure">From <see cref="Functions.Failure"/>, of the function's type.</param>
internal readonly record struct Guard(string Condition, string Failure)
{
    public static Guard When(string condition, string message, SqlType type) =>
        new(condition, Functions.Failure.Sql(message, type));

    /// <summary>The function's SQL behind its guards; NULL, whatever the guards say, when an argument is.</summary>
    public static string Around(string sql, string[] arguments, params ReadOnlySpan<Guard> guards)
    {
        var cases = string.Concat(guards.ToArray().Select(guard => $" WHEN {guard.Condition} THEN {guard.Failure}"));
        var nulls = arguments.Length == 0 ? "" : $" WHEN {AnyNull(arguments)} THEN NULL";
        return $"(CASE{nulls}{cases} ELSE {sql} END)";
    }

    public static string AnyNull(IEnumerable<string> arguments) =>
        string.Join(" OR ", arguments.Select(argument => $"{argument} IS NULL"));
}
