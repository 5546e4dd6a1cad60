using System.Globalization;
using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>The parameters of a statement, <c>@name</c>: their values when it runs, their types when it is only prepared.</summary>
internal sealed class StatementParameters
{
    /// <summary>The one parameter that the service gives a value itself: the time a scheduled query runs for.</summary>
    public const string ScheduledRuntime = "@scheduled_runtime";

    private readonly Dictionary<string, BoundExpression> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<PreparedParameter> _prepared = [];
    private readonly bool _isPrepared;

    private StatementParameters(bool isPrepared) => _isPrepared = isPrepared;

    /// <summary>No parameter has a value.</summary>
    public static StatementParameters None() => new(isPrepared: false);

    /// <summary>Parameters may be named without having a value: the statement is bound for its types only.</summary>
    public static StatementParameters Prepared() => new(isPrepared: true);

    /// <summary>The parameter of scheduled queries has a value.</summary>
    public static StatementParameters At(long scheduledRuntimeNanos)
    {
        var parameters = None();
        parameters._values[ScheduledRuntime] = new BoundExpression(Literals.Bigint(scheduledRuntimeNanos), SqlType.Timestamp);
        return parameters;
    }

    public BoundExpression Bind(ParameterReference reference)
    {
        if (_values.TryGetValue(reference.Name, out var value))
        {
            return value;
        }

        if (!_isPrepared)
        {
            throw SqlError.At(reference.Position, $"The query parameter {reference.Name} has no value");
        }

        var parameter = _prepared.Find(item => item.Name.Equals(reference.Name, StringComparison.OrdinalIgnoreCase));
        if (parameter is null)
        {
            parameter = new PreparedParameter(_prepared.Count, reference.Name, reference.Position);
            _prepared.Add(parameter);
        }

        parameter.SeenAt(reference.Position);

        return reference.Name.Equals(ScheduledRuntime, StringComparison.OrdinalIgnoreCase)
            ? new BoundExpression(parameter.Sql(SqlType.Timestamp), SqlType.Timestamp)
            : new BoundExpression(parameter.Sql(SqlType.Unknown), SqlType.Unknown) { Parameter = parameter };
    }

    /// <summary>The prepared parameters in the query's order, each with the first type that the bound query gives it.</summary>
    public IReadOnlyList<(string Name, SqlType Type)> Describe(string sql) =>
    [
        .. _prepared
            .OrderBy(parameter => parameter.Position.Line)
            .ThenBy(parameter => parameter.Position.Column)
            .Select(parameter => (parameter.Name, parameter.TypeIn(sql))),
    ];
}

/// <summary>A parameter without a value. What stands beside it gives it a type.</summary>
/// <remarks>
/// A function tries several signatures, so that a type counts only when it is part of the bound query in the end: each
/// type makes a text of its own, <c>parameter('0', '2')</c>, that nothing else in the SQL can be.
/// </remarks>
internal sealed partial class PreparedParameter(int index, string name, SourcePosition position)
{
    private readonly List<SqlType> _types = [];

    public string Name { get; } = name;

    /// <summary>Where it stands first in the text; FROM and WHERE are bound before what is selected.</summary>
    public SourcePosition Position { get; private set; } = position;

    public void SeenAt(SourcePosition place)
    {
        if ((place.Line, place.Column).CompareTo((Position.Line, Position.Column)) < 0)
        {
            Position = place;
        }
    }

    /// <summary>The parameter as a value of the type.</summary>
    public string Sql(SqlType type)
    {
        var number = _types.IndexOf(type);
        if (number < 0)
        {
            number = _types.Count;
            _types.Add(type);
        }

        return string.Create(CultureInfo.InvariantCulture, $"parameter('{index}', '{number}')");
    }

    public SqlType TypeIn(string sql) => Marker().Matches(sql)
        .Where(match => int.Parse(match.Groups["index"].ValueSpan, CultureInfo.InvariantCulture) == index)
        .Select(match => _types[int.Parse(match.Groups["type"].ValueSpan, CultureInfo.InvariantCulture)])
        .FirstOrDefault(type => type != SqlType.Unknown, SqlType.Unknown);

    [GeneratedRegex(@"parameter\('(?<index>\d+)', '(?<type>\d+)'\)", RegexOptions.CultureInvariant)]
    private static partial Regex Marker();
}
