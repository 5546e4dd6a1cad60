using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>The arguments of one call.</summary>
internal sealed record FunctionArguments(
    SourcePosition Position, IReadOnlyList<BoundExpression> Items, BindingContext Context)
{
    public int Count => Items.Count;

    /// <summary>The arguments' SQL in the types asked for, or null when they do not fit.</summary>
    public string[]? Match(params ReadOnlySpan<SqlType> types)
    {
        if (types.Length != Count)
        {
            return null;
        }

        var sql = new string[types.Length];
        for (var index = 0; index < types.Length; index++)
        {
            if (Coercion.To(Items[index], types[index]) is not { } converted)
            {
                return null;
            }

            sql[index] = converted.Sql;
        }

        return sql;
    }

    public BoundExpression Result(string sql, SqlType type) => BoundExpression.Of(sql, type, Items);
}
