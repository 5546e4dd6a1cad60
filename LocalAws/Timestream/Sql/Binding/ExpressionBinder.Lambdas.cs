using System.Globalization;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <content>Lambda expressions: bound when the function they are an argument of asks for it.</content>
internal sealed partial class ExpressionBinder
{
    /// <summary>An argument of a scalar function, which may be a lambda expression.</summary>
    private BoundExpression BindArgument(Expression argument) => argument is LambdaExpression lambda
        ? new BoundExpression("", new FunctionType()) { Lambda = new LambdaArgument(lambda, BindLambda) }
        : Bind(argument);

    /// <param name="lambda">The expression.</param>
    /// <param name="parameters">What its parameters are.</param>
    /// <param name="captured">The parameter whose fields have what the body names from around it; null for no such.</param>
    private BoundLambda BindLambda(LambdaExpression lambda, LambdaParameter[] parameters, int? captured)
    {
        // Named by depth, so that equal lambdas have equal SQL and an inner one hides no parameter of an outer one.
        var depth = scope.LambdaDepth + 1;
        var names = parameters
            .Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"p{depth}_{index}"))
            .ToList();
        var fields = parameters.Select((parameter, index) => new Field(
            [],
            lambda.Parameters[index],
            parameter.Type,
            string.Format(CultureInfo.InvariantCulture, parameter.Access, names[index])));
        var frame = captured is { } element
            ? new CaptureFrame(this, names[element]) { TryDepth = Frame?.TryDepth ?? 0, LambdaDepth = scope.LambdaDepth }
            : Frame;
        var inner = Inner(Scope.OfLambda([.. fields], scope), groups, aliases, frame);
        var body = inner.Bind(lambda.Body);
        return body.HasAggregate || body.HasWindow
            ? throw SqlError.At(
                lambda.Body.Position,
                "Lambda expression cannot contain aggregations, window functions or grouping operations")
            : new BoundLambda(names, body) { Captured = frame as CaptureFrame };
    }
}
