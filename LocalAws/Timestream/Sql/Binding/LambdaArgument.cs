using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>A parameter that a function gives to a lambda expression.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Access">How the value is reached from DuckDB's parameter, <c>{0}</c>: <c>{0}.s</c> when that is a struct.</param>
internal readonly record struct LambdaParameter(SqlType Type, string Access = "{0}")
{
    public static implicit operator LambdaParameter(SqlType type) => new(type);
}

/// <summary>A lambda expression with its parameters' types known.</summary>
/// <param name="Parameters">DuckDB's names of the parameters.</param>
/// <param name="Body">The body, which names them.</param>
internal sealed record BoundLambda(IReadOnlyList<string> Parameters, BoundExpression Body)
{
    /// <summary>The lambda as DuckDB writes it: <c>lambda p1_0: p1_0 + 1</c>.</summary>
    public string Sql => WithBody(Body.Sql);

    /// <summary>What the body names from around it, when it was bound so that this reaches it in a parameter.</summary>
    public CaptureFrame? Captured { get; init; }

    /// <summary>The lambda with its body converted or wrapped.</summary>
    public string WithBody(string sql) => $"lambda {string.Join(", ", Parameters)}: {sql}";
}

/// <summary>A lambda expression among the arguments of a call, until the function says what its parameters are.</summary>
internal sealed class LambdaArgument(LambdaExpression syntax, Func<LambdaExpression, LambdaParameter[], int?, BoundLambda> bind)
{
    public int ParameterCount => syntax.Parameters.Count;

    /// <summary>The lambda as it was bound last; null when no function has asked for it.</summary>
    public BoundLambda? Bound { get; private set; }

    /// <summary>Binds the body; the number of parameters must be <see cref="ParameterCount"/>.</summary>
    public BoundLambda Bind(LambdaParameter[] parameters, int? captured = null) => Bound = bind(syntax, parameters, captured);
}
