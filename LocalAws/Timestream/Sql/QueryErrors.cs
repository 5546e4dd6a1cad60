using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using TelemetryAspire.LocalAws.Timestream.Sql.Functions;

namespace TelemetryAspire.LocalAws.Timestream.Sql;

/// <summary>What DuckDB says when a statement fails, as errors of the API.</summary>
internal static partial class QueryErrors
{
    /// <summary>The error of the API, or null when the failure is a fault of ours.</summary>
    /// <remarks>
    /// What fails while DuckDB prepares a statement carries no error type, only a message; so does what one of our own
    /// functions throws.
    /// </remarks>
    public static Exception? Translate(DuckDBException exception)
    {
        if (exception.ErrorType is DuckDBErrorType.Interrupt
            || exception.Message.StartsWith("INTERRUPT Error:", StringComparison.Ordinal))
        {
            return new OperationCanceledException("The query was cancelled.", exception);
        }

        // An exception from before, which TRY swallowed, is not the one that the message tells of.
        if (exception.InnerException is { } inner && exception.Message.Contains(inner.Message, StringComparison.Ordinal))
        {
            return inner is QueryDataException ? TimestreamErrors.QueryExecution(inner.Message) : null;
        }

        if (Failure.Read(exception.Message) is { } failure)
        {
            return TimestreamErrors.QueryExecution(failure);
        }

        if (exception.ErrorType is DuckDBErrorType.Conversion or DuckDBErrorType.OutOfRange
            or DuckDBErrorType.InvalidInput or DuckDBErrorType.Decimal or DuckDBErrorType.OutOfMemory
            || Failed().IsMatch(exception.Message))
        {
            return TimestreamErrors.QueryExecution(InTheDialect(WithoutKind(exception.Message)));
        }

        if (LostColumn().IsMatch(exception.Message))
        {
            return TimestreamErrors.Validation(
                "The query cannot be executed: a correlated subquery in which a lambda or a function on arrays or texts is "
                    + "given a column of the outer query beside its own is not supported; join that column to the subquery");
        }

        return Refusal().IsMatch(exception.Message)
            ? TimestreamErrors.Validation($"The query cannot be executed: {WithoutKind(exception.Message)}")
            : null;
    }

    /// <summary>
    /// Takes DuckDB's kind of error off the message, and the lines in which it shows its own SQL:
    /// <c>Invalid Input Error: Division by zero</c>.
    /// </summary>
    private static string WithoutKind(string message)
    {
        message = message.Split("\n\n", 2)[0];
        const string Mark = " Error: ";
        var mark = message.IndexOf(Mark, StringComparison.Ordinal);
        return mark < 0 ? message : message[(mark + Mark.Length)..];
    }

    /// <summary>Overflows in the words of the dialect: <c>integer addition overflow: 2147483647 + 1</c>.</summary>
    private static string InTheDialect(string message)
    {
        if (Overflow().Match(message) is { Success: true } overflow)
        {
            var type = overflow.Groups["bits"].Value == "32" ? "integer" : "bigint";
            return $"{type} {overflow.Groups["operation"].Value} overflow: {overflow.Groups["operands"].Value}";
        }

        // Times are DuckDB's own only between two calendar functions, and nanoseconds after them.
        if (message.StartsWith("Could not convert Timestamp", StringComparison.Ordinal)
            || message.StartsWith("Date out of range", StringComparison.Ordinal))
        {
            return "The time is out of range: 1677-09-21 00:12:44.000000000 to 2262-04-11 23:47:16.854775807";
        }

        if (CastOverflow().Match(message) is { Success: true } cast)
        {
            var type = cast.Groups["bits"].Value == "32" ? "integer" : "bigint";
            return $"Value {cast.Groups["value"].Value} is out of range for {type}";
        }

        if (DivisionOverflow().Match(message) is { Success: true } division)
        {
            return $"{TypeOf(division.Groups["value"].Value)} division overflow: {division.Groups["value"].Value} / -1";
        }

        return AbsOverflow().Match(message) is { Success: true } abs
            ? $"Value {abs.Groups["value"].Value} is out of range for abs({TypeOf(abs.Groups["value"].Value)})"
            : message;
    }

    /// <summary>The type whose smallest value this is.</summary>
    private static string TypeOf(string smallest) => smallest == "-2147483648" ? "integer" : "bigint";

    [GeneratedRegex("^(Invalid Input|Conversion|Out of Range|Out of Memory) Error:")]
    private static partial Regex Failed();

    /// <summary>DuckDB does not find columns that a lambda names when its expression is a correlated one.</summary>
    [GeneratedRegex("^Binder Error: Referenced table \"[^\"]*\" not found")]
    private static partial Regex LostColumn();

    [GeneratedRegex("^(Binder|Parser|Catalog|Not implemented) Error:")]
    private static partial Regex Refusal();

    [GeneratedRegex(@"^Overflow in (?<operation>addition|subtraction|multiplication) of INT(?<bits>32|64) \((?<operands>.*)\)!")]
    private static partial Regex Overflow();

    [GeneratedRegex(@"^Type \w+ with value (?<value>\S+) can't be cast .* destination type INT(?<bits>32|64)")]
    private static partial Regex CastOverflow();

    [GeneratedRegex(@"^Overflow in division of (?<value>-\d+) / -1")]
    private static partial Regex DivisionOverflow();

    [GeneratedRegex(@"^Overflow on abs\((?<value>-\d+)\)")]
    private static partial Regex AbsOverflow();
}
