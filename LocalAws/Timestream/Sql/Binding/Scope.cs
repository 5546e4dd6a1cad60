using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>A column that a query can name.</summary>
/// <param name="Qualifier">What may stand before the name: an alias, or database and table.</param>
/// <param name="Name">The name as it was created or aliased; null when it has none.</param>
/// <param name="Type">Its type.</param>
/// <param name="Sql">The column in DuckDB's SQL: <c>t1.c0</c>.</param>
internal sealed record Field(IReadOnlyList<string> Qualifier, string? Name, SqlType Type, string Sql)
{
    /// <summary>False for columns that exist but that <c>*</c> leaves out.</summary>
    public bool IsInStar { get; init; } = true;

    /// <summary>Called when a query names the column, so that a table scan reads only those.</summary>
    public Action? OnUse { get; init; }

    /// <summary>Where the column comes from, for PrepareQuery; null when it is computed.</summary>
    public TableOrigin? Origin { get; init; }
}

/// <summary>The table that a column belongs to.</summary>
internal sealed record TableOrigin(string Database, string Table);

internal enum FieldOrigin
{
    /// <summary>A column of this query's FROM.</summary>
    Own,

    /// <summary>A column of a query around this one.</summary>
    OuterQuery,

    /// <summary>A parameter of a lambda expression.</summary>
    Parameter,
}

/// <summary>What a name stands for; the path is what follows the column: names of row fields.</summary>
internal sealed record FoundField(Field Field, IReadOnlyList<string> Path, FieldOrigin Origin);

/// <summary>The columns visible in one part of a query, and those of the queries around it.</summary>
internal sealed class Scope(IReadOnlyList<Field> fields, Scope? outer)
{
    private List<NameReference>? _captured;

    public IReadOnlyList<Field> Fields { get; } = fields;

    /// <summary>How many lambda expressions are around, each with a scope of its parameters.</summary>
    public int LambdaDepth { get; private init; }

    /// <summary>The parameters of a lambda expression; what is no parameter is a column of the scope around it.</summary>
    public static Scope OfLambda(IReadOnlyList<Field> parameters, Scope around) =>
        new(parameters, around) { LambdaDepth = around.LambdaDepth + 1 };

    /// <summary>The columns of this scope that a subquery has named; only a capturing scope notes them.</summary>
    public IReadOnlyList<NameReference> Captured => _captured ?? [];

    /// <summary>The same columns for one subquery, which notes those that it names.</summary>
    public Scope Capturing() => new(Fields, outer) { _captured = [] };

    /// <summary>Whether the name is a parameter of a lambda expression around that is deeper than the depth.</summary>
    public bool IsLambdaParameter(string name, int depth = 0) => LambdaDepth > depth
        && (Fields.Any(field => name.Equals(field.Name, StringComparison.OrdinalIgnoreCase)) || outer!.IsLambdaParameter(name, depth));

    /// <summary>Finds the column, or the parameter of a lambda expression.</summary>
    public FoundField? Find(NameReference name)
    {
        // The longest qualifier first: a.b.c is a column of a.b before it is a field of column a.
        for (var qualifiers = Math.Min(name.Parts.Count - 1, 2); qualifiers >= 0; qualifiers--)
        {
            var matches = Fields.Where(field => Matches(field, name.Parts, qualifiers)).ToList();
            if (matches.Count > 1)
            {
                matches = [.. matches.Where(field => field.Name == name.Parts[qualifiers])];
                if (matches.Count != 1)
                {
                    throw SqlError.At(name.Position, $"Column '{name.Parts[qualifiers]}' is ambiguous");
                }
            }

            if (matches.Count == 1)
            {
                matches[0].OnUse?.Invoke();
                _captured?.Add(name);
                var origin = LambdaDepth > 0 ? FieldOrigin.Parameter : FieldOrigin.Own;
                return new FoundField(matches[0], [.. name.Parts.Skip(qualifiers + 1)], origin);
            }
        }

        var found = outer?.Find(name);
        return LambdaDepth > 0 || found is null ? found : found with { Origin = FieldOrigin.OuterQuery };
    }

    /// <summary>The columns that <c>*</c> or <c>qualifier.*</c> stands for.</summary>
    public IEnumerable<Field> Star(QualifiedName? qualifier) => Fields.Where(
        field => field.IsInStar && (qualifier is null || EndsWith(field.Qualifier, qualifier.Parts, qualifier.Parts.Count)));

    private static bool Matches(Field field, IReadOnlyList<string> parts, int qualifiers) =>
        parts[qualifiers].Equals(field.Name, StringComparison.OrdinalIgnoreCase)
        && EndsWith(field.Qualifier, parts, qualifiers);

    private static bool EndsWith(IReadOnlyList<string> qualifier, IReadOnlyList<string> parts, int count)
    {
        for (var index = 0; index < count; index++)
        {
            var at = qualifier.Count - count + index;
            if (at < 0 || !qualifier[at].Equals(parts[index], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
