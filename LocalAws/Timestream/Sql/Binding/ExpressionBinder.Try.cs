using System.Globalization;
using TelemetryAspire.LocalAws.Timestream.Sql.Functions;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <content>TRY.</content>
/// <remarks>
/// DuckDB's TRY admits no aggregates, window functions, subqueries, random numbers, grouped columns or columns of outer
/// queries; and its optimizer moves what two operands have in common to a place before both, where it fails the query.
/// So columns and all of those are computed before it and given to it as fields of a struct, through a lambda, into which
/// the optimizer does not look: <c>list_extract(list_transform([{'a0': sum(x)}], lambda y1: TRY(f(y1.a0))), 1)</c>.
/// </remarks>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindTry(TryExpression expression)
    {
        var frame = new TryFrame(this, (Frame?.Depth ?? 0) + 1);
        var bound = Inner(scope, groups, aliases, frame).Bind(expression.Operand);
        return bound.As(frame.Sql(bound.Sql), bound.Type);
    }

    /// <summary>What is computed before TRY, or null when the expression is no such thing.</summary>
    private BoundExpression? BindBeforeTry(Expression expression)
    {
        if (Frame is null)
        {
            return null;
        }

        var isBefore = expression switch
        {
            NameReference name => !scope.IsLambdaParameter(name.Parts[0]),
            FunctionCall call => call.Window is not null || call.Name is "grouping" or "random" or "rand"
                || AggregateFunctions.IsAggregate(call.Name),
            QueryExpression or ExistsExpression or InQueryExpression or QuantifiedExpression => true,
            _ => false,
        };
        var isGrouped = !groups.IsEmpty && groups.Contains(Inner(scope, groups, aliases).Bind(expression));
        return isBefore || isGrouped ? Frame.Take(expression) : null;
    }
}

/// <summary>What one TRY computes beforehand.</summary>
/// <param name="around">Binds what is computed before.</param>
/// <param name="depth">How many TRYs are around: each has a struct of its own name.</param>
internal sealed class TryFrame(ExpressionBinder around, int depth)
{
    private readonly List<string> _fields = [];

    public int Depth { get; } = depth;

    private string Name => string.Create(CultureInfo.InvariantCulture, $"y{Depth}");

    /// <summary>Computes the expression beforehand; the result is the field that has its value.</summary>
    public BoundExpression Take(Expression expression)
    {
        var bound = around.Bind(expression);
        var index = _fields.IndexOf(bound.Sql);
        if (index < 0)
        {
            index = _fields.Count;
            _fields.Add(bound.Sql);
        }

        return bound.As(string.Create(CultureInfo.InvariantCulture, $"{Name}.a{index}"), bound.Type);
    }

    public string Sql(string body)
    {
        var fields = string.Join(", ", _fields.Select((sql, index) => $"'a{index}': {sql}"));
        var computed = _fields.Count == 0 ? "0" : $"{{{fields}}}";
        return $"list_extract(list_transform([{computed}], lambda {Name}: TRY({body})), 1)";
    }
}
