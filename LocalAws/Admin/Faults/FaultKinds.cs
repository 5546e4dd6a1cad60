namespace TelemetryAspire.LocalAws.Admin.Faults;

/// <summary>The kinds of faults: what each needs, which operations it can strike, and the fault it makes.</summary>
internal static class FaultKinds
{
    private const double MaxMilliseconds = 10 * 60 * 1000;
    private const double DefaultEntryRate = 0.5;

    private static readonly Dictionary<string, FaultKind> Kinds = new(StringComparer.Ordinal)
    {
        ["throttling"] = new([], Any, _ => (operation, _) => ThrottlingErrors.Of(operation)),
        ["error"] = new(["status", "code", "message"], Any, CreateError),
        ["latency"] = new(["milliseconds", "minMilliseconds", "maxMilliseconds"], Any, CreateLatency),
        ["connectionDrop"] = new(["moment"], Any, CreateDrop),
        ["partialFailure"] = new(
            ["entryRate", "code", "message"], ReplyShape.ByOperation.ContainsKey, CreatePartialFailure),
        ["rejectedRecords"] = new(
            ["entryRate", "reason"], operation => operation == RejectedRecords.Operation, CreateRejectedRecords),
    };

    /// <summary>The names of the kinds.</summary>
    public static string Names => string.Join(", ", Kinds.Keys);

    /// <summary>The kind of that name.</summary>
    public static FaultKind? Find(string? name) => name is null ? null : Kinds.GetValueOrDefault(name);

    private static bool Any(string operation) => true;

    private static Func<string, FaultDraw, Fault> CreateError(MemberReader rule)
    {
        var status = rule.Integer("status", rule.Rule.Status, 400, 599) ?? 500;
        var code = rule.Code(rule.Rule.Code);
        return (operation, _) =>
        {
            var error = ServerErrors.Of(operation, status);
            return error with { Code = code ?? error.Code, Message = rule.Rule.Message ?? error.Message };
        };
    }

    private static Func<string, FaultDraw, Fault> CreateLatency(MemberReader rule)
    {
        var (fixedTime, min, max) = (rule.Rule.Milliseconds, rule.Rule.MinMilliseconds, rule.Rule.MaxMilliseconds);
        rule.Range("milliseconds", fixedTime, 0, MaxMilliseconds);
        rule.Range("minMilliseconds", min, 0, MaxMilliseconds);
        rule.Range("maxMilliseconds", max, min ?? 0, MaxMilliseconds);
        if (fixedTime is null ? min is null || max is null : min is not null || max is not null)
        {
            throw rule.Invalid("milliseconds", "give either milliseconds, or minMilliseconds and maxMilliseconds");
        }

        var (from, to) = (fixedTime ?? min!.Value, fixedTime ?? max!.Value);
        return (_, draw) => new Latency(TimeSpan.FromMilliseconds(from + (to - from) * draw.NextDouble()));
    }

    private static Func<string, FaultDraw, Fault> CreateDrop(MemberReader rule)
    {
        var moments = ConnectionDrop.Moments;
        if (rule.Rule.Moment is not { } name || !moments.TryGetValue(name, out var moment))
        {
            throw rule.Invalid("moment", $"must be one of {string.Join(", ", moments.Keys)}");
        }

        return (_, _) => new ConnectionDrop(moment);
    }

    private static Func<string, FaultDraw, Fault> CreatePartialFailure(MemberReader rule)
    {
        var entryRate = rule.Range("entryRate", rule.Rule.EntryRate, 0, 1) ?? DefaultEntryRate;
        var code = rule.Code(rule.Rule.Code);
        return (operation, draw) =>
        {
            var shape = ReplyShape.ByOperation[operation];
            var message = rule.Rule.Message ?? (code is null ? shape.ThrottledMessage : "Internal service failure.");
            return new PartialFailure(shape, code ?? shape.ThrottledCode, message, entryRate, draw);
        };
    }

    private static Func<string, FaultDraw, Fault> CreateRejectedRecords(MemberReader rule)
    {
        var entryRate = rule.Range("entryRate", rule.Rule.EntryRate, 0, 1) ?? DefaultEntryRate;
        var reason = rule.Rule.Reason
            ?? throw rule.Invalid("reason", "must be the reason that Timestream is to give for each rejected record");
        return (_, draw) => new RejectedRecords(reason, entryRate, draw);
    }
}

/// <summary>One kind of faults.</summary>
/// <param name="Members">The members that only some kinds have, and this one has.</param>
/// <param name="CanStrike">Whether it makes sense for an operation.</param>
/// <param name="Create">Checks a rule and returns what makes its faults.</param>
internal sealed record FaultKind(
    IReadOnlyList<string> Members,
    Func<string, bool> CanStrike,
    Func<MemberReader, Func<string, FaultDraw, Fault>> Create);
