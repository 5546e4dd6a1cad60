using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <content>FROM: tables, subqueries, joins.</content>
internal sealed partial class QueryBinder
{
    private BoundRelation BindRelation(Relation relation, Scope? outer) => relation switch
    {
        TableRelation table => BindTable(table.Name),
        QueryRelation query => BindQueryRelation(query.Query, outer),
        UnnestRelation unnest => BindUnnest(unnest, null, null, keepsEmpty: false, outer),
        AliasedRelation { Relation: UnnestRelation unnest } aliased =>
            BindUnnest(unnest, aliased, null, keepsEmpty: false, outer),
        AliasedRelation aliased => Alias(aliased, BindRelation(aliased.Relation, outer)),
        JoinRelation join => BindJoin(join, outer),
        LateralRelation lateral => BindQueryRelation(lateral.Query, outer),
        _ => throw SqlError.Unsupported(relation.Position, relation.GetType().Name),
    };

    private BoundRelation BindTable(QualifiedName name)
    {
        if (name.Parts.Count == 1 && Tables.TryGetValue(name.Parts[0], out var common))
        {
            var alias = Context.NewName("t");
            return new BoundRelation(Fields(name.Parts, alias, common.Columns), () => $"{common.SqlName} AS {alias}");
        }

        return TableScan.Bind(Context, name);
    }

    private BoundRelation BindQueryRelation(QuerySyntax syntax, Scope? outer)
    {
        var query = Bind(syntax, outer);
        var alias = Context.NewName("t");
        return new BoundRelation(Fields([], alias, query.Columns), () => $"({query.Sql}) AS {alias}");
    }

    private static BoundRelation Alias(AliasedRelation aliased, BoundRelation relation)
    {
        var visible = relation.Fields.Where(field => field.IsInStar).ToList();
        if (aliased.Columns is { } names && names.Count != visible.Count)
        {
            throw SqlError.At(
                aliased.Position,
                $"Column alias list has {names.Count} entries but '{aliased.Alias}' has {visible.Count} columns available");
        }

        var fields = relation.Fields.Select(field => field with
        {
            Qualifier = [aliased.Alias],
            Name = aliased.Columns is { } columns && field.IsInStar ? columns[visible.IndexOf(field)] : field.Name,
        });
        return relation with { Fields = [.. fields] };
    }

    private BoundRelation BindJoin(JoinRelation join, Scope? outer)
    {
        if (UnnestOf(join.Right) is { } unnest)
        {
            return BindUnnestJoin(join, unnest, outer);
        }

        var left = BindRelation(join.Left, outer);
        var isLateral = join.Right is LateralRelation or AliasedRelation { Relation: LateralRelation };
        var right = BindRelation(join.Right, isLateral ? new Scope(left.Fields, outer) : outer);
        if (join.Using is { } names)
        {
            return BindUsing(join, names, left, right);
        }

        List<Field> fields = [.. left.Fields, .. right.Fields];
        if (join.On is null)
        {
            return new BoundRelation(fields, () => $"{left.ToSql()} CROSS JOIN {(isLateral ? "LATERAL " : "")}{right.ToSql()}");
        }

        var binder = new ExpressionBinder(this, new Scope(fields, outer), GroupKeys.None);
        var condition = binder.BindCondition(join.On, "JOIN ON clause");
        RejectAggregates(condition, join.On, "JOIN clause");
        return new BoundRelation(fields, () =>
            $"{left.ToSql()} {join.Kind} JOIN {(isLateral ? "LATERAL " : "")}{right.ToSql()} ON {condition.Sql}");
    }

    /// <summary>The columns of USING come first, once, without a qualifier; then the others of both sides.</summary>
    private static BoundRelation BindUsing(
        JoinRelation join, IReadOnlyList<string> names, BoundRelation left, BoundRelation right)
    {
        var conditions = new List<string>();
        var merged = new List<Field>();
        var hidden = new HashSet<Field>();
        foreach (var name in names)
        {
            var reference = new NameReference(join.Position, [name]);
            var first = new Scope(left.Fields, null).Find(reference)?.Field
                ?? throw SqlError.At(join.Position, $"Column '{name}' is missing from left side of join");
            var second = new Scope(right.Fields, null).Find(reference)?.Field
                ?? throw SqlError.At(join.Position, $"Column '{name}' is missing from right side of join");
            if (Coercion.Unify(new BoundExpression(first.Sql, first.Type), new BoundExpression(second.Sql, second.Type))
                is not var (leftKey, rightKey))
            {
                throw SqlError.At(join.Position, $"Column types of left and right side of join are incompatible: {first.Type}, {second.Type}");
            }

            conditions.Add($"{leftKey.Sql} = {rightKey.Sql}");
            merged.Add(new Field([], first.Name, leftKey.Type, $"COALESCE({leftKey.Sql}, {rightKey.Sql})"));
            hidden.UnionWith([first, second]);
        }

        List<Field> fields =
        [
            .. merged,
            .. left.Fields.Concat(right.Fields).Where(field => !hidden.Contains(field)),
        ];
        var condition = string.Join(" AND ", conditions);
        return new BoundRelation(fields, () => $"{left.ToSql()} {join.Kind} JOIN {right.ToSql()} ON {condition}");
    }
}
