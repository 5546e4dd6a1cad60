using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>Binds a call, or returns null when the arguments do not fit.</summary>
internal delegate BoundExpression? FunctionRule(FunctionArguments arguments);

/// <summary>The scalar functions by name; each has one rule or several, tried in order, narrow types first.</summary>
internal sealed class FunctionTable
{
    private readonly Dictionary<string, List<FunctionRule>> _rules = new(StringComparer.Ordinal);

    /// <summary>All scalar functions.</summary>
    public static FunctionTable Scalar { get; } = CreateScalar();

    public IEnumerable<string> Names => _rules.Keys;

    public void Add(string name, FunctionRule rule)
    {
        if (!_rules.TryGetValue(name, out var rules))
        {
            _rules.Add(name, rules = []);
        }

        rules.Add(rule);
    }

    /// <summary>A function with fixed parameter types.</summary>
    public void Add(string name, SqlType result, SqlType[] parameters, Func<string[], string> sql) => Add(
        name,
        arguments => arguments.Match(parameters) is { } matched
            ? arguments.Result(SqlLet.WhenLong(matched, sql), result)
            : null);

    public BoundExpression Bind(string name, FunctionArguments arguments)
    {
        if (!_rules.TryGetValue(name, out var rules))
        {
            throw SqlError.At(arguments.Position, $"Function {name} not registered");
        }

        foreach (var rule in rules)
        {
            if (rule(arguments) is { } bound && WithLambdas(bound, arguments) is { } whole)
            {
                return whole;
            }
        }

        throw Unexpected(name, arguments);
    }

    public static Protocol.AwsException Unexpected(string name, FunctionArguments arguments)
    {
        var types = string.Join(", ", arguments.Items.Select(item => item.Type.Name));
        return SqlError.At(arguments.Position, $"Unexpected parameters ({types}) for function {name}");
    }

    /// <summary>What is true of a lambda's body is true of the call. A rule that left a lambda aside did not fit.</summary>
    private static BoundExpression? WithLambdas(BoundExpression bound, FunctionArguments arguments)
    {
        var lambdas = arguments.Items.Select(item => item.Lambda).OfType<LambdaArgument>().ToList();
        if (lambdas.Count == 0)
        {
            return bound;
        }

        return lambdas.TrueForAll(lambda => lambda.Bound is not null)
            ? BoundExpression.Of(bound.Sql, bound.Type, lambdas.Select(lambda => lambda.Bound!.Body).Prepend(bound))
            : null;
    }

    private static FunctionTable CreateScalar()
    {
        var table = new FunctionTable();
        MathFunctions.AddTo(table);
        BitwiseFunctions.AddTo(table);
        TextFunctions.AddTo(table);
        RegexFunctions.AddTo(table);
        TimeFunctions.AddTo(table);
        DatePartFunctions.AddTo(table);
        ConditionalFunctions.AddTo(table);
        ArrayFunctions.AddTo(table);
        ArraySetFunctions.AddTo(table);
        SequenceFunctions.AddTo(table);
        TimeSeriesFunctions.AddTo(table);
        LambdaFunctions.AddTo(table);
        return table;
    }
}
