using TelemetryAspire.LocalAws.Timestream.Sql.Functions;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>A window frame in DuckDB's SQL.</summary>
/// <param name="Sql">From its unit on: <c>ROWS BETWEEN ...</c>.</param>
/// <param name="SortKey">The sort key in the type its offsets have, when they have another; null otherwise.</param>
/// <param name="Offsets">The offsets, for what they name.</param>
internal sealed record BoundFrame(string Sql, BoundExpression? SortKey, IReadOnlyList<BoundExpression> Offsets);

/// <summary>Binds window frames: ROWS, GROUPS, and RANGE with numbers or intervals as offsets.</summary>
internal static class FrameBinder
{
    private static readonly string[] Order =
        ["UNBOUNDED PRECEDING", "PRECEDING", "CURRENT ROW", "FOLLOWING", "UNBOUNDED FOLLOWING"];

    public static BoundFrame Bind(
        WindowFrame frame, IReadOnlyList<BoundExpression> keys, Func<Expression, BoundExpression> bind)
    {
        CheckOrder(frame);
        var hasOffset = frame.Start.Offset is not null || frame.End.Offset is not null;
        if (frame.Unit == "GROUPS" && keys.Count == 0)
        {
            throw SqlError.At(frame.Position, "Window frame of type GROUPS requires ORDER BY");
        }

        if (frame.Unit == "RANGE" && hasOffset && keys.Count != 1)
        {
            throw SqlError.At(
                frame.Position, "Window frame of type RANGE PRECEDING or FOLLOWING requires single sort item in ORDER BY");
        }

        var start = frame.Start.Offset is null ? null : bind(frame.Start.Offset);
        var end = frame.End.Offset is null ? null : bind(frame.End.Offset);
        var offsets = new[] { start, end }.OfType<BoundExpression>().ToList();
        var (type, key) = frame.Unit == "RANGE" && hasOffset ? RangeTypes(frame, keys[0], offsets) : (SqlType.Bigint, null);
        return new BoundFrame(
            $"{frame.Unit} BETWEEN {BoundSql(frame, frame.Start, start, type)} AND {BoundSql(frame, frame.End, end, type)}",
            key,
            offsets);
    }

    private static void CheckOrder(WindowFrame frame)
    {
        var (start, end) = (frame.Start.Kind, frame.End.Kind);
        var problem = start == Order[^1] ? "start cannot be UNBOUNDED FOLLOWING"
            : end == Order[0] ? "end cannot be UNBOUNDED PRECEDING"
            : Array.IndexOf(Order, end) < Array.IndexOf(Order, start) ? $"starting from {start} cannot end with {end}"
            : null;
        if (problem is not null)
        {
            throw SqlError.At(frame.Position, $"Window frame {problem}");
        }
    }

    /// <summary>The type of the offsets, and the sort key in the type to which one can be added.</summary>
    private static (SqlType Offset, BoundExpression Key) RangeTypes(
        WindowFrame frame, BoundExpression key, IReadOnlyList<BoundExpression> offsets)
    {
        var offset = Coercion.Common(offsets.Select(item => item.Type));
        if (offset == SqlType.MonthInterval)
        {
            throw SqlError.Unsupported(frame.Position, "A window frame of months");
        }

        if (offset == SqlType.DayInterval && (key.Type == SqlType.Timestamp || key.Type == SqlType.Time || key.Type == SqlType.Date))
        {
            return (offset, Coercion.To(key, key.Type == SqlType.Date ? SqlType.Timestamp : key.Type)!);
        }

        return offset is { IsNumeric: true } && key.Type.IsNumeric && Coercion.Common(offset, key.Type) is { } type
            ? (type, Coercion.To(key, type)!)
            : throw SqlError.At(
                frame.Position,
                $"Window frame offset of type {string.Join(", ", offsets.Select(item => item.Type).Distinct())} "
                    + $"does not fit the sort key of type {key.Type}");
    }

    private static string BoundSql(WindowFrame frame, FrameBound bound, BoundExpression? offset, SqlType type)
    {
        if (offset is null)
        {
            return bound.Kind;
        }

        if (Coercion.To(offset, type) is not { } converted)
        {
            throw SqlError.At(frame.Position, $"Window frame {frame.Unit} offset must be a whole number: actual type {offset.Type}");
        }

        // A literal cannot be negative: its sign would be an operator.
        var sql = bound.Offset is Literal or IntervalLiteral { Amount: >= 0 }
            ? converted.Sql
            : $"(CASE WHEN {converted.Sql} >= 0 THEN {converted.Sql} "
                + $"ELSE {Failure.Sql("Window frame offset value must not be negative or null", type)} END)";
        return $"{sql} {bound.Kind}";
    }
}
