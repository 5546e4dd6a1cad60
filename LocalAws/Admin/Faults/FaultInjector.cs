namespace TelemetryAspire.LocalAws.Admin.Faults;

/// <summary>
/// Strikes calls from outside by the rules it was given; calls that services make to each other are spared.
/// </summary>
/// <remarks>
/// Thread-safe. The rules are asked in their order; a latency adds up with what follows, the first other fault is
/// the last. Nothing in a reply tells an injected fault from a real one.
/// </remarks>
internal sealed partial class FaultInjector(TimeProvider timeProvider, ILogger<FaultInjector> logger)
{
    private volatile ArmedFaults _armed = new(0, []);

    /// <summary>Puts rules in the place of those there were; the counters begin anew.</summary>
    public void Arm(long seed, IReadOnlyList<ArmedRule> rules) => _armed = new ArmedFaults(seed, rules);

    /// <summary>Takes all rules away.</summary>
    public void Disarm() => Arm(0, []);

    /// <summary>The rules and what they have done.</summary>
    public FaultReport Report()
    {
        var armed = _armed;
        return new FaultReport(armed.Seed, [.. armed.Rules.Select(rule => rule.Report())]);
    }

    /// <summary>Lets latencies and drops happen to a call that is about to be handled.</summary>
    /// <returns>What is left to the caller to do: an error or a batch fault, or null.</returns>
    /// <exception cref="OperationCanceledException">The connection was dropped.</exception>
    public async ValueTask<Fault?> StrikeAsync(
        HttpContext context, string operation, CancellationToken cancellationToken)
    {
        foreach (var rule in _armed.Rules)
        {
            var fault = rule.Ask(operation);
            if (fault is null)
            {
                continue;
            }

            LogFault(fault, operation, context.TraceIdentifier);
            if (fault is Latency latency)
            {
                await Task.Delay(latency.Duration, timeProvider, cancellationToken);
                continue;
            }

            if (fault is ConnectionDrop drop)
            {
                await DroppedReply.ApplyAsync(context, drop.Moment);
                return null;
            }

            return fault;
        }

        return null;
    }

    private void LogFault(Fault fault, string operation, string requestId)
    {
        var description = fault switch
        {
            Latency latency => $"a latency of {latency.Duration.TotalMilliseconds:F0} ms",
            InjectedError error => $"{error.Code} with status {error.StatusCode}",
            ConnectionDrop drop => $"a connection drop ({drop.Moment})",
            PartialFailure partial => $"{partial.Code} for some entries",
            _ => "rejected records",
        };
        LogInjected(operation, requestId, description);
    }

    [LoggerMessage(LogLevel.Information, "Injected into {Operation}, request {RequestId}: {Fault}.")]
    private partial void LogInjected(string operation, string requestId, string fault);

    private sealed record ArmedFaults(long Seed, IReadOnlyList<ArmedRule> Rules);
}
