using TelemetryAspire.LocalAws.Timestream.Sql.Functions;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>Explicit conversions: CAST and TRY_CAST.</summary>
internal static class Casts
{
    public static SqlType Resolve(TypeSyntax syntax) => (syntax.Name, syntax.Arguments) switch
    {
        ("boolean", []) => SqlType.Boolean,
        ("integer" or "int", []) => SqlType.Integer,
        ("bigint", []) => SqlType.Bigint,
        ("double" or "real", []) => SqlType.Double,
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
        var sql = operand.Type == target ? operand.Sql : Convert(operand, target, cast.IsTry);
        if (sql is null)
        {
            throw SqlError.At(cast.Position, $"Cannot cast {operand.Type} to {target}");
        }

        return operand.As(sql, target);
    }

    /// <summary>The SQL of the conversion, null when there is none; when trying, what fails to convert is NULL.</summary>
    private static string? Convert(BoundExpression operand, SqlType target, bool isTry)
    {
        if (operand.Type == SqlType.Unknown)
        {
            return $"CAST(NULL AS {StorageTypes.Of(target)})";
        }

        if (target == SqlType.Varchar)
        {
            return ToText(operand);
        }

        if (target.IsNumeric || target == SqlType.Boolean)
        {
            return ToNumber(operand, target, isTry ? "TRY_CAST" : "CAST");
        }

        if (target == SqlType.Timestamp || target == SqlType.Date || target == SqlType.Time)
        {
            return ToTime(operand, target, isTry ? "TRY_CAST" : "CAST");
        }

        return target is ArrayType or RowType && operand.Type is ArrayType or RowType && operand.Type.GetType() == target.GetType()
            ? StructuredCasts.Convert(operand, target, (item, type) => item.Type == type ? item.Sql : Convert(item, type, isTry))
            : null;
    }

    /// <summary>The text form of a value, null when its type has none.</summary>
    public static string? ToText(BoundExpression operand) => operand.Type switch
    {
        ScalarType { Kind: ScalarKind.Varchar or ScalarKind.Unknown } => operand.Sql,
        ScalarType { Kind: ScalarKind.Double } => $"{ScalarUdfs.JavaDouble}({operand.Sql})",
        ScalarType { Kind: ScalarKind.Timestamp } => TimeSql.Text(operand.Sql),
        ScalarType { Kind: ScalarKind.Boolean or ScalarKind.Integer or ScalarKind.Bigint or ScalarKind.Date } =>
            $"CAST({operand.Sql} AS VARCHAR)",
        _ => null,
    };

    private static string? ToNumber(BoundExpression operand, SqlType target, string cast)
    {
        var storage = StorageTypes.Of(target);
        if (operand.Type == SqlType.Varchar)
        {
            if (!target.IsWhole)
            {
                return $"{cast}({operand.Sql} AS {storage})";
            }

            // DuckDB would round '1.5' to a whole number; the dialect refuses it.
            var refused = cast == "CAST"
                ? Failure.Sql(target, "'Cannot cast '''", operand.Sql, $"''' to {target.Name}'")
                : "NULL";
            return $"(CASE WHEN {operand.Sql} IS NULL OR regexp_full_match(trim({operand.Sql}), '[+-]?[0-9]+') "
                + $"THEN {cast}({operand.Sql} AS {storage}) ELSE {refused} END)";
        }

        if (operand.Type == SqlType.Double && target.IsWhole)
        {
            // Halves are rounded away from zero; DuckDB's cast would round them to even.
            return $"{cast}(round({operand.Sql}) AS {storage})";
        }

        return operand.Type.IsNumeric || operand.Type == SqlType.Boolean ? $"{cast}({operand.Sql} AS {storage})" : null;
    }

    private static string? ToTime(BoundExpression operand, SqlType target, string cast)
    {
        if (Coercion.To(operand, target) is { } implied)
        {
            return implied.Sql;
        }

        if (operand.Type == SqlType.Varchar)
        {
            return target == SqlType.Timestamp
                ? $"epoch_ns({cast}({operand.Sql} AS TIMESTAMP_NS))"
                : target == SqlType.Date ? $"{cast}({operand.Sql} AS DATE)" : null;
        }

        if (operand.Type != SqlType.Timestamp)
        {
            return null;
        }

        return target == SqlType.Date
            ? TimeFunctions.ToDate(operand.Sql)
            : TimeSql.Remainder(operand.Sql, Literals.Bigint(TimeSql.NanosPerDay));
    }
}
