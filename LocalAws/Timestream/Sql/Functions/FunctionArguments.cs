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

    /// <summary>
    /// Binds the lambda expression at the index with the types of its parameters; null when there is none with that many.
    /// </summary>
    /// <remarks>
    /// Sample: the rule of transform asks for <c>BindLambda(1, array.Element)</c> and writes
    /// <c>list_transform({Items[0].Sql}, {lambda.Sql})</c>. A rule may bind the same lambda again with wider types; the
    /// last time counts. Columns that the body names are taken into account without the rule's help.
    /// </remarks>
    public BoundLambda? BindLambda(int index, params LambdaParameter[] parameters) =>
        index < Count && Items[index].Lambda is { } lambda && lambda.ParameterCount == parameters.Length
            ? lambda.Bind(parameters)
            : null;

    /// <summary>
    /// Binds the lambda expression so that what it names from around it are fields of its last parameter, a struct: see
    /// <see cref="BoundLambda.Captured"/>.
    /// </summary>
    public BoundLambda? BindClosedLambda(int index, params LambdaParameter[] parameters) =>
        index < Count && Items[index].Lambda is { } lambda && lambda.ParameterCount == parameters.Length
            ? lambda.Bind(parameters, parameters.Length - 1)
            : null;

    public BoundExpression Result(string sql, SqlType type) => BoundExpression.Of(sql, type, Items);
}
