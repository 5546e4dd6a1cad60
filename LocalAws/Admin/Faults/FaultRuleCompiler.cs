namespace TelemetryAspire.LocalAws.Admin.Faults;

/// <summary>Checks the rules of a request and arms them, all or none.</summary>
internal static class FaultRuleCompiler
{
    private const int MaxRules = 1000;

    /// <summary>Arms rules.</summary>
    /// <param name="rules">The request.</param>
    /// <param name="operations">Every operation there is.</param>
    /// <exception cref="AdminException">A rule is invalid; its member is named.</exception>
    public static IReadOnlyList<ArmedRule> Compile(FaultRules rules, IReadOnlyCollection<string> operations)
    {
        if (rules.Rules is not { Count: <= MaxRules })
        {
            throw AdminException.Validation("rules", $"must be a list of at most {MaxRules} rules");
        }

        return [.. rules.Rules.Select((rule, index) => Arm(rule, rules.Seed ?? 0, index, operations))];
    }

    private static ArmedRule Arm(FaultRule? rule, long seed, int index, IReadOnlyCollection<string> operations)
    {
        var path = $"rules[{index}]";
        var reader = new MemberReader(rule ?? throw AdminException.Validation(path, "must be an object"), path);
        var kind = FaultKinds.Find(rule.Kind)
            ?? throw reader.Invalid("kind", $"must be one of {FaultKinds.Names}");
        if (reader.PresentMembers.FirstOrDefault(member => !kind.Members.Contains(member)) is { } foreign)
        {
            throw reader.Invalid(foreign, $"is no member of a rule of the kind '{rule.Kind}'");
        }

        reader.Range("rate", rule.Rate, 0, 1);
        reader.AtLeast("count", rule.Count, 1);
        reader.AtLeast("after", rule.After, 0);
        return new ArmedRule(rule, seed, index, FindOperations(reader, kind, operations), kind.Create(reader));
    }

    private static HashSet<string> FindOperations(
        MemberReader reader, FaultKind kind, IReadOnlyCollection<string> operations)
    {
        if (reader.Rule.Operation is not { } pattern)
        {
            throw reader.Invalid("operation", "must be an operation such as Kinesis.PutRecords, S3.* or *");
        }

        var named = operations.Where(operation => OperationNames.Matches(pattern, operation)).ToList();
        if (named.Count == 0)
        {
            throw reader.Invalid(
                "operation", $"names no operation of LocalAws; there are {string.Join(", ", operations.Order())}");
        }

        var struck = named.Where(kind.CanStrike).ToHashSet();
        return struck.Count > 0
            ? struck
            : throw reader.Invalid(
                "operation",
                $"names no operation that the kind '{reader.Rule.Kind}' can strike; "
                + $"those are {string.Join(", ", operations.Where(kind.CanStrike).Order())}");
    }
}
