using System.Globalization;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Times;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>Translates expressions to DuckDB's SQL, with their types. This part: literals, names, operators.</summary>
/// <param name="queries">Binds the subqueries.</param>
/// <param name="scope">The columns that can be named.</param>
/// <param name="groups">What the query groups by.</param>
/// <param name="aliases">
/// Names of the result's columns, for ORDER BY; they come before columns of the scope. Null: several columns have the name.
/// </param>
internal sealed partial class ExpressionBinder(
    QueryBinder queries, Scope scope, GroupKeys groups, IReadOnlyDictionary<string, BoundExpression?>? aliases = null)
{
    /// <summary>Characters one expression may have in DuckDB's SQL: nested functions can repeat their arguments.</summary>
    private const int MaxSqlLength = 4 * 1024 * 1024;

    /// <summary>The windows that can be named.</summary>
    public WindowNames Windows { get; init; } = WindowNames.None;

    /// <summary>Set when this binds a part of an expression before which something is computed: the inside of a TRY.</summary>
    private ValueFrame? Frame { get; init; }

    public BoundExpression Bind(Expression expression)
    {
        queries.Context.CountExpression(expression.Position);
        var bound = groups.Apply(BindBefore(expression) ?? BindCore(expression));
        return bound.Sql.Length <= MaxSqlLength
            ? bound
            : throw SqlError.At(expression.Position, "the expression is too complex");
    }

    /// <summary>A binder for a part of an expression of this one.</summary>
    private ExpressionBinder Inner(
        Scope inner, GroupKeys grouped, IReadOnlyDictionary<string, BoundExpression?>? names = null, ValueFrame? frame = null) =>
        new(queries, inner, grouped, names) { Windows = Windows, Frame = frame };

    /// <summary>Binds a condition.</summary>
    public BoundExpression BindCondition(Expression expression, string clause)
    {
        var bound = Bind(expression);
        return Coercion.To(bound, SqlType.Boolean)
            ?? throw SqlError.At(expression.Position, $"{clause} must evaluate to a boolean: actual type {bound.Type}");
    }

    /// <summary>Binds a part of an expression that must have a certain type.</summary>
    public BoundExpression BindOperand(Expression expression, SqlType type, string part)
    {
        var bound = Bind(expression);
        return Coercion.To(bound, type)
            ?? throw SqlError.At(expression.Position, $"{part} must evaluate to a {type} (actual: {bound.Type})");
    }

    private BoundExpression BindCore(Expression expression) => expression switch
    {
        Literal literal => BindLiteral(literal),
        BooleanLiteral boolean => new BoundExpression(boolean.Value ? "TRUE" : "FALSE", SqlType.Boolean),
        NullLiteral => new BoundExpression("NULL", SqlType.Unknown),
        IntervalLiteral interval => BindInterval(interval),
        TypedLiteral typed => BindTypedLiteral(typed),
        NameReference name => BindName(name),
        UnaryExpression unary => BindUnary(unary),
        BinaryExpression binary => BindBinary(binary),
        IsNullExpression isNull => BindIsNull(isNull),
        IsDistinctExpression isDistinct => BindIsDistinct(isDistinct),
        BetweenExpression between => BindBetween(between),
        InListExpression inList => BindInList(inList),
        LikeExpression like => BindLike(like),
        CaseExpression cases => BindCase(cases),
        CastExpression cast => Casts.Bind(cast, Bind(cast.Operand)),
        TryExpression attempt => BindTry(attempt),
        ArrayExpression array => BindArray(array),
        RowExpression row => BindRow(row),
        SubscriptExpression subscript => BindSubscript(subscript),
        FieldExpression field => BindField(field.Position, Bind(field.Operand), field.Field, field.Field),
        FunctionCall call => BindCall(call),
        QueryExpression query => BindScalarQuery(query),
        ExistsExpression exists => BindExists(exists),
        InQueryExpression inQuery => BindInQuery(inQuery),
        QuantifiedExpression quantified => BindQuantified(quantified),
        LambdaExpression lambda => throw SqlError.At(
            lambda.Position, "A lambda expression is an argument of functions such as filter and reduce only"),
        ParameterReference parameter => queries.Context.Parameters.Bind(parameter),
        _ => throw SqlError.Unsupported(expression.Position, expression.GetType().Name),
    };

    private static BoundExpression BindLiteral(Literal literal)
    {
        switch (literal.Kind)
        {
            case SqlTokenKind.Text:
                return new BoundExpression(Literals.Text(literal.Text), SqlType.Varchar) { LiteralText = literal.Text };
            case SqlTokenKind.Integer:
                if (!long.TryParse(literal.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                {
                    throw SqlError.At(literal.Position, $"Invalid numeric literal: {literal.Text}");
                }

                return number <= int.MaxValue
                    ? new BoundExpression(Literals.Integer(number), SqlType.Integer)
                    : new BoundExpression(Literals.Bigint(number), SqlType.Bigint);
            default:
                var value = double.Parse(literal.Text, CultureInfo.InvariantCulture);
                var text = double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "'Infinity'";
                return new BoundExpression($"CAST({text} AS DOUBLE)", SqlType.Double) { IsNeverNaN = true };
        }
    }

    private static BoundExpression BindInterval(IntervalLiteral interval)
    {
        if (IntervalUnits.TryGetMonths(interval.Unit, out var months))
        {
            return Math.Abs((decimal)interval.Amount * months) <= int.MaxValue
                ? new BoundExpression(Literals.Integer(interval.Amount * months), SqlType.MonthInterval)
                {
                    LiteralInterval = interval.Amount,
                }
                : throw TooLarge(interval);
        }

        IntervalUnits.TryGetNanos(interval.Unit, out var nanos);
        return Math.Abs((decimal)interval.Amount * nanos) <= long.MaxValue
            ? new BoundExpression(Literals.Bigint(interval.Amount * nanos), SqlType.DayInterval)
            {
                LiteralInterval = interval.Amount,
            }
            : throw TooLarge(interval);
    }

    private static Protocol.AwsException TooLarge(IntervalLiteral interval) =>
        SqlError.At(interval.Position, $"The interval {interval.Amount}{interval.Unit} is out of range");

    private static BoundExpression BindTypedLiteral(TypedLiteral literal)
    {
        switch (literal.TypeName)
        {
            case "TIMESTAMP" when TimeTextReader.ReadTimestamp(literal.Text) is { } nanos:
                return new BoundExpression(Literals.Bigint(nanos), SqlType.Timestamp);
            case "DATE" when TimeTextReader.ReadDate(literal.Text) is { } date:
                return new BoundExpression(Literals.Date(date), SqlType.Date);
            case "TIME" when TimeTextReader.ReadTime(literal.Text) is { } nanos:
                return new BoundExpression(Literals.Bigint(nanos), SqlType.Time);
            case not ("TIMESTAMP" or "DATE" or "TIME"):
                var type = new TypeSyntax(literal.Position, literal.TypeName.ToLowerInvariant(), []);
                var text = new BoundExpression(Literals.Text(literal.Text), SqlType.Varchar);
                return Casts.Bind(new CastExpression(literal.Position, literal, type, IsTry: false), text);
            default:
                throw SqlError.At(
                    literal.Position, $"'{literal.Text}' is not a valid {literal.TypeName.ToLowerInvariant()} literal");
        }
    }

    private BoundExpression BindName(NameReference name)
    {
        if (name.Parts.Count == 1 && aliases is not null && aliases.TryGetValue(name.Parts[0], out var aliased)
            && !scope.IsLambdaParameter(name.Parts[0]))
        {
            return aliased ?? throw SqlError.At(name.Position, $"Column '{name.Parts[0]}' is ambiguous");
        }

        if (scope.Find(name) is not var (field, path, origin))
        {
            throw SqlError.At(name.Position, $"Column '{string.Join('.', name.Parts)}' does not exist");
        }

        // A column of an outer query is a constant for this one.
        var bound = new BoundExpression(field.Sql, field.Type)
        {
            FreeColumn = origin is FieldOrigin.Own ? name : null,
            IsNeverNaN = field.Origin is not null,
        };
        return path.Aggregate(
            bound, (row, part) => BindField(name.Position, row, part, string.Join('.', name.Parts)));
    }

    private static BoundExpression BindField(SourcePosition position, BoundExpression row, string part, string name)
    {
        var fields = row.Type is RowType type ? type.Fields : [];
        for (var index = 0; index < fields.Count; index++)
        {
            if (part.Equals(fields[index].Name, StringComparison.OrdinalIgnoreCase))
            {
                return row.As($"struct_extract({row.Sql}, 'f{index}')", fields[index].Type);
            }
        }

        throw SqlError.At(position, $"Column '{name}' does not exist");
    }

    private BoundExpression BindUnary(UnaryExpression unary)
    {
        if (unary.Operator == "NOT")
        {
            var condition = BindOperand(unary.Operand, SqlType.Boolean, "Value of logical NOT expression");
            return condition.As($"(NOT {condition.Sql})", SqlType.Boolean);
        }

        // The smallest bigint has no positive twin that a literal could hold.
        if (unary.Operand is Literal { Kind: SqlTokenKind.Integer, Text: "9223372036854775808" })
        {
            return new BoundExpression(Literals.Bigint(long.MinValue), SqlType.Bigint);
        }

        var operand = Bind(unary.Operand);
        return operand.Type.IsNumeric || operand.Type == SqlType.DayInterval || operand.Type == SqlType.MonthInterval
            ? operand.As($"(-{operand.Sql})", operand.Type)
            : throw SqlError.At(unary.Position, $"'-' cannot be applied to {operand.Type}");
    }

    private BoundExpression BindBinary(BinaryExpression binary)
    {
        if (binary.Operator is "AND" or "OR")
        {
            var first = BindOperand(binary.Left, SqlType.Boolean, "Left side of logical expression");
            var second = BindOperand(binary.Right, SqlType.Boolean, "Right side of logical expression");
            return BoundExpression.Of($"({first.Sql} {binary.Operator} {second.Sql})", SqlType.Boolean, first, second);
        }

        var left = Bind(binary.Left);
        var right = Bind(binary.Right);
        var bound = binary.Operator switch
        {
            "+" or "-" or "*" or "/" or "%" => Arithmetic.Bind(binary.Operator, left, right),
            "||" => BindConcatenation(left, right),
            _ => BindComparison(binary.Operator, left, right),
        };
        return bound ?? throw NotApplicable(binary.Position, binary.Operator, left, right);
    }

    private static Protocol.AwsException NotApplicable(
        SourcePosition position, string symbol, params ReadOnlySpan<BoundExpression> operands)
    {
        var types = string.Join(", ", operands.ToArray().Select(operand => operand.Type.Name));
        return SqlError.At(position, $"'{symbol}' cannot be applied to {types}");
    }

    private static BoundExpression? BindConcatenation(BoundExpression left, BoundExpression right)
    {
        if (left.Type is ArrayType || right.Type is ArrayType)
        {
            return BindArrayConcatenation(left, right);
        }

        return Coercion.To(left, SqlType.Varchar) is { } first && Coercion.To(right, SqlType.Varchar) is { } second
            ? BoundExpression.Of($"({first.Sql} || {second.Sql})", SqlType.Varchar, first, second)
            : null;
    }

    /// <summary>Two arrays, or an array and an element before or after it.</summary>
    private static BoundExpression? BindArrayConcatenation(BoundExpression left, BoundExpression right)
    {
        if (Coercion.Common(left.Type, right.Type) is null)
        {
            (left, right) = left.Type is ArrayType ? (left, AsArray(right)) : (AsArray(left), right);
        }

        return Coercion.Common(left.Type, right.Type) is { } type
            ? BoundExpression.Of($"({Coercion.To(left, type)!.Sql} || {Coercion.To(right, type)!.Sql})", type, left, right)
            : null;
    }

    private static BoundExpression AsArray(BoundExpression element) =>
        element.As($"[{element.Sql}]", new ArrayType(element.Type));

    private static BoundExpression? BindComparison(string symbol, BoundExpression left, BoundExpression right) =>
        Coercion.Unify(left, right) is var (first, second) && first.Type.IsOrderable
            ? BoundExpression.Of(Comparisons.Sql(symbol, first, second), SqlType.Boolean, first, second)
            : null;

    private BoundExpression BindIsNull(IsNullExpression isNull)
    {
        var operand = Bind(isNull.Operand);
        return operand.As($"({operand.Sql} IS {(isNull.Negated ? "NOT " : "")}NULL)", SqlType.Boolean);
    }

    private BoundExpression BindIsDistinct(IsDistinctExpression isDistinct)
    {
        var left = Bind(isDistinct.Left);
        var right = Bind(isDistinct.Right);
        var comparison = isDistinct.Negated ? "IS NOT DISTINCT FROM" : "IS DISTINCT FROM";
        return BindComparison(comparison, left, right) ?? throw NotApplicable(isDistinct.Position, comparison, left, right);
    }

    private BoundExpression BindBetween(BetweenExpression between)
    {
        var operand = Bind(between.Operand);
        var low = Bind(between.Low);
        var high = Bind(between.High);
        if (BindComparison(">=", operand, low) is not { } above || BindComparison("<=", operand, high) is not { } below)
        {
            throw NotApplicable(between.Position, "BETWEEN", operand, low, high);
        }

        var sql = $"({above.Sql} AND {below.Sql})";
        return BoundExpression.Of(between.Negated ? $"(NOT {sql})" : sql, SqlType.Boolean, above, below);
    }

    private BoundExpression BindInList(InListExpression inList)
    {
        var operand = Bind(inList.Operand);
        var items = inList.Items.Select(Bind).ToList();
        var type = Coercion.Common(items.Where(item => item.LiteralText is null).Select(item => item.Type).Append(operand.Type));
        var converted = items.Select(item => type is null ? null : Coercion.To(item, type)).ToList();
        if (type is null || !type.IsOrderable || converted.Contains(null))
        {
            throw SqlError.At(inList.Position, "IN value and list items must be the same type: "
                + string.Join(", ", items.Prepend(operand).Select(item => item.Type.Name).Distinct()));
        }

        return BoundExpression.Of(
            Comparisons.InList(Coercion.To(operand, type)!, converted.Select(item => item!.Sql), inList.Negated),
            SqlType.Boolean,
            items.Prepend(operand));
    }

    private BoundExpression BindLike(LikeExpression like)
    {
        var operand = BindOperand(like.Operand, SqlType.Varchar, "Left side of LIKE expression");
        var pattern = BindOperand(like.Pattern, SqlType.Varchar, "Pattern for LIKE expression");
        var escape = like.Escape is null ? null : BindOperand(like.Escape, SqlType.Varchar, "Escape for LIKE expression");
        var sql = LikePatterns.Sql(operand.Sql, pattern, escape, like.Escape?.Position ?? like.Position);
        return BoundExpression.Of(like.Negated ? $"(NOT {sql})" : sql, SqlType.Boolean, operand, pattern);
    }

    private BoundExpression BindCase(CaseExpression cases)
    {
        var operand = cases.Operand is null ? null : Bind(cases.Operand);
        var conditions = cases.Branches.Select(branch => BindWhen(operand, branch.When)).ToList();
        var results = cases.Branches.Select(branch => Bind(branch.Then)).ToList();
        results.Add(cases.Else is null ? new BoundExpression("NULL", SqlType.Unknown) : Bind(cases.Else));
        var type = Coercion.Common(results.Select(result => result.Type))
            ?? throw SqlError.At(cases.Position, "All CASE results must be the same type: "
                + string.Join(", ", results.Select(result => result.Type.Name).Distinct()));
        var branches = conditions.Zip(results, (when, then) => $"WHEN {when.Sql} THEN {Coercion.To(then, type)!.Sql}");
        return BoundExpression.Of(
            $"(CASE {string.Join(' ', branches)} ELSE {Coercion.To(results[^1], type)!.Sql} END)",
            type,
            conditions.Concat(results));
    }

    private BoundExpression BindWhen(BoundExpression? operand, Expression when)
    {
        if (operand is null)
        {
            return BindOperand(when, SqlType.Boolean, "CASE WHEN clause");
        }

        var value = Bind(when);
        return BindComparison("=", operand, value) ?? throw NotApplicable(when.Position, "=", operand, value);
    }
}
