using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>max, min, max_by and min_by: one value, or an array of the n first.</summary>
internal static class ExtremeAggregates
{
    private const int MaxValues = 10_000;

    /// <summary>max(x) and max(x, n).</summary>
    public static AggregateCall? Bind(FunctionArguments arguments, string function)
    {
        if (arguments is not { Count: 1 or 2, Items: [{ Type.IsOrderable: true } value, ..] })
        {
            return null;
        }

        if (arguments.Count == 1)
        {
            return new AggregateCall(function, value.Sql, value.Type);
        }

        return CountOf(arguments, 1, "second argument of max_n/min_n", "positive") is { } count
            ? new AggregateCall(function, $"{value.Sql}, {count}", new ArrayType(value.Type))
            : null;
    }

    /// <summary>max_by(x, y) and max_by(x, y, n): a NULL of y does not count, one of x does.</summary>
    public static AggregateCall? BindBy(FunctionArguments arguments, string function)
    {
        if (arguments is not { Count: 2 or 3, Items: [var value, { Type.IsOrderable: true } by, ..] })
        {
            return null;
        }

        if (arguments.Count == 2)
        {
            return new AggregateCall($"{function}_null", $"{value.Sql}, {by.Sql}", value.Type);
        }

        // In a struct, because DuckDB leaves out rows whose value is NULL.
        return CountOf(arguments, 2, "third argument of max_by/min_by", "a positive integer") is { } count
            ? new AggregateCall(function, $"{{'v': {value.Sql}}}, {by.Sql}, {count}", new ArrayType(value.Type))
            {
                Result = calls => $"list_transform({calls[0]}, lambda e: e.v)",
            }
            : null;
    }

    private static string? CountOf(FunctionArguments arguments, int index, string name, string kind)
    {
        if (Coercion.To(arguments.Items[index], SqlType.Bigint) is not { } count)
        {
            return null;
        }

        return Guard.Around(
            count.Sql,
            [],
            Guard.When($"{count.Sql} <= 0", $"{name} must be {kind}", SqlType.Bigint),
            Guard.When(
                $"{count.Sql} > {MaxValues}", $"{name} must be less than or equal to {MaxValues}", SqlType.Bigint));
    }
}
