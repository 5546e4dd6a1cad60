using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>Functions on arrays that take a lambda expression.</summary>
internal static class LambdaFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.Add("transform", Transform);
        table.Add("filter", Filter);
        table.Add("reduce", Reduce);
    }

    private static BoundExpression? Transform(FunctionArguments arguments) =>
        arguments is { Count: 2, Items: [{ Type: ArrayType array } items, _] }
            && arguments.BindLambda(1, array.Element) is { } lambda
            ? arguments.Result($"list_transform({items.Sql}, {lambda.Sql})", new ArrayType(lambda.Body.Type))
            : null;

    private static BoundExpression? Filter(FunctionArguments arguments) =>
        arguments is { Count: 2, Items: [{ Type: ArrayType array } items, _] }
            && arguments.BindLambda(1, array.Element) is { } lambda
            && Coercion.To(lambda.Body, SqlType.Boolean) is { } condition
            ? arguments.Result($"list_filter({items.Sql}, {lambda.WithBody(condition.Sql)})", array)
            : null;

    /// <summary>reduce(array, start, (state, element) -> state, state -> result).</summary>
    /// <remarks>
    /// DuckDB's states have the type of the elements. So each element is put in a struct beside a state: the first
    /// <c>a</c> holds a state and no element, each other one an element and no state.
    /// </remarks>
    private static BoundExpression? Reduce(FunctionArguments arguments)
    {
        if (arguments is not { Count: 4, Items: [{ Type: ArrayType { Element: var element } } items, var start, _, _] }
            || BindSteps(arguments, start.Type, element) is not var (step, state)
            || Coercion.To(start, state) is not { } initial
            || arguments.BindLambda(3, state) is not { } output)
        {
            return null;
        }

        var (stateType, elementType) = (StorageTypes.Of(state), StorageTypes.Of(element));
        var pairs = $"list_transform({items.Sql}, lambda e: {{'s': CAST(NULL AS {stateType}), 'e': e}})";
        var next = $"{{'s': CAST({step.Body.Sql} AS {stateType}), 'e': CAST(NULL AS {elementType})}}";
        var first = $"{{'s': CAST({initial.Sql} AS {stateType}), 'e': CAST(NULL AS {elementType})}}";
        var last = $"list_transform([struct_extract(list_reduce({pairs}, {step.WithBody(next)}, {first}), 's')], {output.Sql})";
        return arguments.Result($"(CASE WHEN {items.Sql} IS NULL THEN NULL ELSE list_extract({last}, 1) END)", output.Body.Type);
    }

    /// <summary>The state's type is the start's, widened until the step returns it: 0 and <c>s + 1.5</c> make a double.</summary>
    private static (BoundLambda Step, SqlType State)? BindSteps(FunctionArguments arguments, SqlType state, SqlType element)
    {
        while (arguments.BindLambda(2, new LambdaParameter(state, "{0}.s"), new LambdaParameter(element, "{0}.e")) is { } step)
        {
            switch (Coercion.Common(state, step.Body.Type))
            {
                case null:
                    return null;
                case var common when common == state:
                    return (step with { Body = Coercion.To(step.Body, state)! }, state);
                case var wider:
                    state = wider;
                    break;
            }
        }

        return null;
    }
}
