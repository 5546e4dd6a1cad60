using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Functions;
using TelemetryAspire.LocalAws.Timestream.Sql.Times;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Types;

/// <summary>Implicit conversions: integer to bigint to double, date to timestamp, text to timestamp, NULL to anything.</summary>
internal static class Coercion
{
    /// <summary>The type both fit, or null.</summary>
    public static SqlType? Common(SqlType left, SqlType right)
    {
        if (left == right || right == SqlType.Unknown)
        {
            return left;
        }

        if (left == SqlType.Unknown)
        {
            return right;
        }

        if (left.IsNumeric && right.IsNumeric)
        {
            return left == SqlType.Double || right == SqlType.Double ? SqlType.Double : SqlType.Bigint;
        }

        return (left, right) switch
        {
            _ when IsDateAndTimestamp(left, right) || IsDateAndTimestamp(right, left) => SqlType.Timestamp,
            (ArrayType first, ArrayType second) => Common(first.Element, second.Element) is { } element
                ? new ArrayType(element)
                : null,
            (RowType first, RowType second) => CommonRow(first, second),
            (TimeSeriesType first, TimeSeriesType second) => Common(first.Value, second.Value) is { } value
                ? new TimeSeriesType(value)
                : null,
            _ => null,
        };
    }

    /// <summary>The type all fit, or null.</summary>
    public static SqlType? Common(IEnumerable<SqlType> types)
    {
        SqlType? common = SqlType.Unknown;
        foreach (var type in types)
        {
            common = common is null ? null : Common(common, type);
        }

        return common;
    }

    /// <summary>The expression in the target type, or null when it does not convert by itself.</summary>
    public static BoundExpression? To(BoundExpression expression, SqlType target)
    {
        if (expression.Type == target)
        {
            return expression;
        }

        if (expression.Parameter is { } parameter)
        {
            return expression.As(parameter.Sql(target), target);
        }

        if (expression.LiteralText is { } text && ReadLiteral(text, target) is { } literal)
        {
            return expression.As(literal, target);
        }

        if (expression.Type == SqlType.Varchar && target == SqlType.Timestamp)
        {
            return expression.As(TimeSql.Read(expression.Sql), target);
        }

        if (Common(expression.Type, target) != target)
        {
            return null;
        }

        var sql = HoldsDates(expression.Type, target)
            ? StructuredCasts.Convert(expression, target, Cast)
            : Cast(expression, target);
        return expression.As(sql!, target) with { IsNeverNaN = expression.Type.IsWhole };
    }

    private static string Cast(BoundExpression expression, SqlType target) => IsDateAndTimestamp(expression.Type, target)
        ? TimeSql.FromDate(expression.Sql)
        : $"CAST({expression.Sql} AS {StorageTypes.Of(target)})";

    /// <summary>Whether dates become timestamps inside arrays and rows: DuckDB's cast would not know that.</summary>
    private static bool HoldsDates(SqlType source, SqlType target) => (source, target) switch
    {
        (ArrayType from, ArrayType to) => HoldsDates(from.Element, to.Element),
        (RowType from, RowType to) => from.Fields.Zip(to.Fields).Any(pair => HoldsDates(pair.First.Type, pair.Second.Type)),
        _ => IsDateAndTimestamp(source, target),
    };

    /// <summary>Rows of as many fields, whose types fit one by one; a field keeps its name when both have it.</summary>
    private static RowType? CommonRow(RowType left, RowType right)
    {
        var fields = new List<RowField>();
        foreach (var (first, second) in left.Fields.Zip(right.Fields))
        {
            if (left.Fields.Count != right.Fields.Count || Common(first.Type, second.Type) is not { } type)
            {
                return null;
            }

            fields.Add(new RowField(first.Name == second.Name ? first.Name : null, type));
        }

        return new RowType(fields);
    }

    /// <summary>
    /// Two expressions in the type both fit: for comparison. Text beside a timestamp is read as a timestamp, and a literal
    /// as whatever it is beside.
    /// </summary>
    public static (BoundExpression Left, BoundExpression Right)? Unify(BoundExpression left, BoundExpression right)
    {
        var target = Common(left.Type, right.Type)
            ?? (IsReadAs(left, right.Type) ? right.Type : IsReadAs(right, left.Type) ? left.Type : null);
        return target is not null && To(left, target) is { } first && To(right, target) is { } second
            ? (first, second)
            : null;
    }

    private static bool IsReadAs(BoundExpression text, SqlType type) =>
        text.LiteralText is not null || (text.Type == SqlType.Varchar && type == SqlType.Timestamp);

    /// <summary>The value that the text of a literal has as a time; null when it is none.</summary>
    public static string? ReadLiteral(string text, SqlType target)
    {
        if (target == SqlType.Timestamp || target == SqlType.Time)
        {
            var nanos = target == SqlType.Time ? TimeTextReader.ReadTime(text) : TimeTextReader.ReadTimestamp(text);
            return nanos is null ? null : Literals.Bigint(nanos.Value);
        }

        return target == SqlType.Date && TimeTextReader.ReadDate(text) is { } date ? Literals.Date(date) : null;
    }

    private static bool IsDateAndTimestamp(SqlType first, SqlType second) =>
        first == SqlType.Date && second == SqlType.Timestamp;
}
