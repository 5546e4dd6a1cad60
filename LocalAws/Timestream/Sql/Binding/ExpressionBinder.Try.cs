using TelemetryAspire.LocalAws.Timestream.Sql.Functions;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <content>TRY.</content>
/// <remarks>
/// DuckDB's TRY admits no aggregates, window functions, subqueries, random numbers, grouped columns or columns of outer
/// queries; and its optimizer moves what two operands have in common to a place before both, where it fails the query.
/// So columns and all of those are computed before it and given to it as fields of a struct, through a lambda, into
/// which the optimizer does not look: <c>list_extract(list_transform([{'a0': sum(x)}], lambda y1: TRY(f(y1.a0))), 1)</c>.
/// </remarks>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindTry(TryExpression expression)
    {
        var depth = (Frame?.TryDepth ?? 0) + 1;
        var frame = new TryFrame(this, depth) { TryDepth = depth, LambdaDepth = 0 };
        var bound = Inner(scope, groups, aliases, frame).Bind(expression.Operand);
        return bound.As(frame.Sql(bound.Sql), bound.Type);
    }

    /// <summary>What is computed before a part of an expression, or null when this part itself computes it.</summary>
    private BoundExpression? BindBefore(Expression expression)
    {
        if (Frame is null)
        {
            return null;
        }

        var isBefore = expression switch
        {
            NameReference name => !scope.IsLambdaParameter(name.Parts[0], Frame.LambdaDepth),
            FunctionCall call => Frame is TryFrame && (call.Window is not null || call.Name is "grouping" or "random" or "rand"
                || AggregateFunctions.IsAggregate(call.Name)),
            QueryExpression or ExistsExpression or InQueryExpression or QuantifiedExpression => Frame is TryFrame,
            _ => false,
        };
        var isGrouped = !groups.IsEmpty && groups.Contains(Inner(scope, groups, aliases).Bind(expression));
        return isBefore || isGrouped ? Frame.Take(expression) : null;
    }
}
