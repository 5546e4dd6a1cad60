using System.Globalization;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>Values that are computed before a part of an expression and reach it as fields of a struct.</summary>
/// <param name="around">Binds what is computed before.</param>
/// <param name="name">The struct's name in the part.</param>
internal abstract class ValueFrame(ExpressionBinder around, string name)
{
    private readonly List<string> _fields = [];

    /// <summary>How many TRYs are around.</summary>
    public required int TryDepth { get; init; }

    /// <summary>Parameters of lambda expressions that are deeper than this belong to the part itself.</summary>
    public required int LambdaDepth { get; init; }

    protected string Name { get; } = name;

    /// <summary>Fields of a struct literal with the values: <c>'a0': t1.c2</c>.</summary>
    public IReadOnlyList<string> Fields => [.. _fields.Select((sql, index) => $"'{FieldName(index)}': {sql}")];

    /// <summary>Fields that have the values of the struct's own fields.</summary>
    public IReadOnlyList<string> SameFields =>
        [.. _fields.Select((_, index) => $"'{FieldName(index)}': {Name}.{FieldName(index)}")];

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

        return bound.As($"{Name}.{FieldName(index)}", bound.Type);
    }

    private static string FieldName(int index) => string.Create(CultureInfo.InvariantCulture, $"a{index}");
}

/// <summary>What one TRY computes beforehand: all that DuckDB's TRY does not admit.</summary>
internal sealed class TryFrame : ValueFrame
{
    /// <summary>A frame with a name of its own for each depth.</summary>
    public TryFrame(ExpressionBinder around, int depth)
        : base(around, string.Create(CultureInfo.InvariantCulture, $"y{depth}"))
    {
    }

    public string Sql(string body)
    {
        var computed = Fields.Count == 0 ? "0" : $"{{{string.Join(", ", Fields)}}}";
        return $"list_extract(list_transform([{computed}], lambda {Name}: TRY({body})), 1)";
    }
}

/// <summary>
/// What the lambda expression of a reduce names from around it. DuckDB's list_reduce mixes up the rows of what a lambda
/// captures, once a list has ended that is shorter than those of other rows; fields of the elements it does not.
/// </summary>
internal sealed class CaptureFrame(ExpressionBinder around, string element) : ValueFrame(around, element);
