namespace TelemetryAspire.LocalAws.Admin.Faults;

/// <summary>A rule at work: decides for each call, and counts.</summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="rule">The rule, checked.</param>
/// <param name="seed">The seed of all rules.</param>
/// <param name="index">The rule's position among them.</param>
/// <param name="operations">The operations it strikes.</param>
/// <param name="create">Makes the fault for one call of an operation.</param>
internal sealed class ArmedRule(
    FaultRule rule, long seed, int index, IReadOnlySet<string> operations, Func<string, FaultDraw, Fault> create)
{
    private readonly Lock _lock = new();

    // Guarded by _lock.
    private long _asked;
    private long _fired;

    /// <summary>The fault that strikes this call, if any.</summary>
    public Fault? Ask(string operation)
    {
        if (!operations.Contains(operation))
        {
            return null;
        }

        lock (_lock)
        {
            _asked++;
            if (_asked <= (rule.After ?? 0) || _fired >= (rule.Count ?? long.MaxValue))
            {
                return null;
            }

            var draw = new FaultDraw(seed, index, _asked);
            if (draw.NextDouble() >= (rule.Rate ?? 1))
            {
                return null;
            }

            _fired++;
            return create(operation, draw);
        }
    }

    public FaultRuleReport Report()
    {
        lock (_lock)
        {
            return new FaultRuleReport(rule, _asked, _fired);
        }
    }
}
