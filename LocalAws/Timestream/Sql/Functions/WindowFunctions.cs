using System.Collections.Frozen;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>Functions that exist only with OVER.</summary>
internal static class WindowFunctions
{
    private static readonly FrozenDictionary<string, SqlType> Ranking = new Dictionary<string, SqlType>
    {
        ["row_number"] = SqlType.Bigint,
        ["rank"] = SqlType.Bigint,
        ["dense_rank"] = SqlType.Bigint,
        ["percent_rank"] = SqlType.Double,
        ["cume_dist"] = SqlType.Double,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] Others = ["ntile", "lag", "lead", "first_value", "last_value", "nth_value"];

    public static IEnumerable<string> Names => Ranking.Keys.Concat(Others);

    public static bool IsWindowFunction(string name) => Ranking.ContainsKey(name) || Others.Contains(name);

    /// <summary>Binds the call without its OVER; the name must be a window function's.</summary>
    public static AggregateCall Bind(string name, FunctionArguments arguments) => Ranking.TryGetValue(name, out var type)
        ? arguments.Count == 0 ? new AggregateCall(name, "", type) : throw FunctionTable.Unexpected(name, arguments)
        : BindOther(name, arguments) ?? throw FunctionTable.Unexpected(name, arguments);

    private static AggregateCall? BindOther(string name, FunctionArguments arguments)
    {
        switch (name)
        {
            case "ntile":
                return arguments.Match(SqlType.Bigint) is { } buckets
                    ? new AggregateCall(name, AtLeast(buckets[0], 1, "Buckets must be greater than 0"), SqlType.Bigint)
                    : null;
            case "first_value" or "last_value":
                return arguments.Count == 1
                    ? new AggregateCall(name, arguments.Items[0].Sql, arguments.Items[0].Type)
                    : null;
            case "nth_value":
                return arguments.Count == 2 && Coercion.To(arguments.Items[1], SqlType.Bigint) is { } nth
                    ? new AggregateCall(
                        name,
                        $"{arguments.Items[0].Sql}, {AtLeast(nth.Sql, 1, "Offset must be at least 1")}",
                        arguments.Items[0].Type)
                    : null;
            default:
                return BindOffset(name, arguments);
        }
    }

    /// <summary>lag and lead: value, offset (1), default (NULL).</summary>
    private static AggregateCall? BindOffset(string name, FunctionArguments arguments)
    {
        if (arguments.Count is < 1 or > 3)
        {
            return null;
        }

        var value = arguments.Items[0];
        var sql = value.Sql;
        if (arguments.Count > 1)
        {
            if (Coercion.To(arguments.Items[1], SqlType.Bigint) is not { } offset)
            {
                return null;
            }

            sql = $"{sql}, {AtLeast(offset.Sql, 0, "Offset must be at least 0")}";
        }

        if (arguments.Count > 2)
        {
            if (Coercion.To(arguments.Items[2], value.Type) is not { } otherwise)
            {
                return null;
            }

            sql = $"{sql}, {otherwise.Sql}";
        }

        return new AggregateCall(name, sql, value.Type);
    }

    private static string AtLeast(string number, int least, string message) =>
        Guard.Around(number, [], Guard.When($"{number} < {least}", message, SqlType.Bigint));
}
