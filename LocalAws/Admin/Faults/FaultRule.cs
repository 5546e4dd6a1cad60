namespace TelemetryAspire.LocalAws.Admin.Faults;

/// <summary>A rule as <c>PUT /_localaws/faults</c> carries it; which members it may have depends on the kind.</summary>
internal sealed record FaultRule
{
    /// <summary>An operation, <c>Kinesis.PutRecords</c>, or a name that ends in an asterisk: <c>S3.*</c>.</summary>
    public string? Operation { get; init; }

    /// <summary>What happens; one of <see cref="FaultKinds.Names"/>.</summary>
    public string? Kind { get; init; }

    /// <summary>The probability that a call is struck, 0 to 1. Default 1.</summary>
    public double? Rate { get; init; }

    /// <summary>After striking so many calls the rule rests. Default: never.</summary>
    public long? Count { get; init; }

    /// <summary>So many calls pass before the rule begins. Default 0.</summary>
    public long? After { get; init; }

    /// <summary>The HTTP status of an error, 400 to 599. Default 500.</summary>
    public int? Status { get; init; }

    /// <summary>The error's code; for a partial failure that of each failed entry.</summary>
    public string? Code { get; init; }

    /// <summary>The error's message.</summary>
    public string? Message { get; init; }

    /// <summary>A fixed latency.</summary>
    public double? Milliseconds { get; init; }

    /// <summary>The least latency of a uniform range.</summary>
    public double? MinMilliseconds { get; init; }

    /// <summary>The greatest latency of a uniform range.</summary>
    public double? MaxMilliseconds { get; init; }

    /// <summary>When a connection drops; one of <see cref="ConnectionDrop.Moments"/>.</summary>
    public string? Moment { get; init; }

    /// <summary>The probability that an entry of a struck call fails, 0 to 1; at least one does. Default 0.5.</summary>
    public double? EntryRate { get; init; }

    /// <summary>Why Timestream rejects a record.</summary>
    public string? Reason { get; init; }
}

/// <summary>The body of <c>PUT /_localaws/faults</c>.</summary>
/// <param name="Seed">Decides every draw of every rule. Default 0.</param>
/// <param name="Rules">The rules, in the order in which they are asked.</param>
internal sealed record FaultRules(long? Seed, IReadOnlyList<FaultRule?>? Rules);

/// <summary>The body of <c>GET /_localaws/faults</c>.</summary>
internal sealed record FaultReport(long Seed, IReadOnlyList<FaultRuleReport> Rules);

/// <summary>One rule and what it has done.</summary>
/// <param name="Rule">The rule as it was given.</param>
/// <param name="Asked">How many calls of its operations it has seen.</param>
/// <param name="Fired">How many of them it has struck.</param>
internal sealed record FaultRuleReport(FaultRule Rule, long Asked, long Fired);
