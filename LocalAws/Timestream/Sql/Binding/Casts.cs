using TelemetryAspire.LocalAws.Timestream.Sql.Functions;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>Explicit conversions: CAST and TRY_CAST, with Presto's rules and messages.</summary>
internal static class Casts
{
    public static SqlType Resolve(TypeSyntax syntax) => (syntax.Name, syntax.Arguments) switch
    {
        ("boolean", []) => SqlType.Boolean,
        ("integer" or "int", []) => SqlType.Integer,
        ("bigint", []) => SqlType.Bigint,
        ("double", []) => SqlType.Double,
        ("varchar", []) => SqlType.Varchar,
        ("timestamp", []) => SqlType.Timestamp,
        ("date", []) => SqlType.Date,
        ("time", []) => SqlType.Time,
        ("array", [var element]) => new ArrayType(Resolve(element)),
        ("row", { Count: > 0 } fields) => new RowType(
            [.. fields.Select(field => new RowField(field.FieldName, Resolve(field with { FieldName = null })))]),
        _ => throw SqlError.At(syntax.Position, $"Unknown type: {syntax.Name}"),
    };

    public static BoundExpression Bind(CastExpression cast, BoundExpression operand)
    {
        var target = Resolve(cast.Type);
        var sql = operand.Type == target
            ? operand.Sql
            : cast.IsTry && target is ArrayType or RowType
                ? TryConvert(operand, target)
                : Convert(operand, target, cast.IsTry);
        return sql is null
            ? throw SqlError.At(cast.Position, $"Cannot cast {operand.Type} to {target}")
            : operand.As(sql, target);
    }

    /// <summary>NULL as a whole when a part fails; what fails in the operand is no failed cast.</summary>
    private static string? TryConvert(BoundExpression operand, SqlType target) =>
        Convert(new BoundExpression("tried", operand.Type), target, isTry: false) is { } sql
            ? $"list_extract(list_transform([{operand.Sql}], lambda tried: TRY({sql})), 1)"
            : null;

    /// <summary>The SQL of the conversion, null when there is none; trying, what does not convert is NULL.</summary>
    private static string? Convert(BoundExpression operand, SqlType target, bool isTry)
    {
        if (operand.Type == SqlType.Unknown)
        {
            return $"CAST(NULL AS {StorageTypes.Of(target)})";
        }

        if (target is ArrayType or RowType)
        {
            return operand.Type is ArrayType or RowType && operand.Type.GetType() == target.GetType()
                ? StructuredCasts.Convert(
                    operand, target, (item, type) => item.Type == type ? item.Sql : Convert(item, type, isTry))
                : null;
        }

        return (operand.Type, target) switch
        {
            (_, ScalarType { Kind: ScalarKind.Varchar }) => ToText(operand),
            _ when TimeCasts.IsTarget(target) => TimeCasts.Convert(operand, target, isTry),
            (ScalarType { Kind: ScalarKind.Varchar }, ScalarType to) => FromText(operand, to, isTry),
            (ScalarType from, ScalarType to) when IsNumberOrBoolean(from) && IsNumberOrBoolean(to) =>
                BetweenNumbers(operand, to, isTry),
            _ => null,
        };
    }

    private static bool IsNumberOrBoolean(SqlType type) => type.IsNumeric || type == SqlType.Boolean;

    /// <summary>The value as text; null when its type has no text form.</summary>
    public static string? ToText(BoundExpression operand) => (operand.Type as ScalarType)?.Kind switch
    {
        ScalarKind.Varchar or ScalarKind.Unknown => operand.Sql,
        ScalarKind.Double => $"{ScalarUdfs.JavaDouble}({operand.Sql})",
        ScalarKind.Boolean or ScalarKind.Integer or ScalarKind.Bigint => $"CAST({operand.Sql} AS VARCHAR)",
        _ => TimeCasts.ToText(operand),
    };

    private static string? FromText(BoundExpression operand, ScalarType target, bool isTry)
    {
        var text = operand.Sql;
        return target.Kind switch
        {
            ScalarKind.Boolean => Checked($"(CASE WHEN lower({text}) IN ('t', 'true', '1') THEN TRUE "
                + $"WHEN lower({text}) IN ('f', 'false', '0') THEN FALSE END)", "Cannot cast ''", "'' to BOOLEAN"),
            ScalarKind.Bigint => Checked($"{ConversionUdfs.ParseBigint}({text})", "Cannot cast ''", "'' to BIGINT"),
            ScalarKind.Integer => Checked(
                $"TRY_CAST({ConversionUdfs.ParseBigint}({text}) AS INTEGER)", "Cannot cast ''", "'' to INT"),
            ScalarKind.Double => Checked($"{ConversionUdfs.ParseDouble}({text})", "Cannot cast ''", "'' to DOUBLE"),
            _ => null,
        };

        string Checked(string parsed, string before, string after) => isTry
            ? parsed
            : Failure.WhenNull(parsed, text, Failure.Sql(target, $"'{before}'", text, $"'{after}'"));
    }

    private static string BetweenNumbers(BoundExpression operand, ScalarType target, bool isTry)
    {
        var (number, storage) = (operand.Sql, StorageTypes.Of(target));
        var isFromDouble = operand.Type == SqlType.Double;
        if (!target.IsWhole || !(isFromDouble || (operand.Type == SqlType.Bigint && target == SqlType.Integer)))
        {
            return $"CAST({number} AS {storage})";
        }

        // Halves are rounded away from zero; DuckDB's cast would round them to even.
        var converted = $"TRY_CAST({(isFromDouble ? $"round({number})" : number)} AS {storage})";
        var text = isFromDouble ? $"{ScalarUdfs.JavaDouble}({number})" : number;
        const string NotANumber = "'Cannot cast double NaN to integer'";
        const string OutOfRange = "'Out of range for integer: '";
        string[] message = target == SqlType.Bigint
            ? ["'Unable to cast '", text, "' to bigint'"]
            : isFromDouble
                ? [$"CASE WHEN isnan({number}) THEN {NotANumber} ELSE {OutOfRange} || {text} END"]
                : [OutOfRange, text];
        return isTry ? converted : Failure.WhenNull(converted, number, Failure.Sql(target, message));
    }
}
