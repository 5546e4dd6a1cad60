namespace TelemetryAspire.FunctionHost.Tests;

/// <summary>What the function of a test does with its batches, and what it was given.</summary>
internal sealed class Sink
{
    private readonly Lock _gate = new();
    private readonly List<IReadOnlyList<string>> _invocations = [];
    private readonly List<string> _handled = [];

    /// <summary>Called per invocation; what it returns or throws is the function's.</summary>
    public Func<KinesisBatch, FunctionContext, Task<KinesisBatchResult>> Behaviour { get; set; } =
        (_, _) => Task.FromResult(KinesisBatchResult.Success);

    /// <summary>The texts of the records of each invocation so far.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Invocations
    {
        get
        {
            lock (_gate)
            {
                return [.. _invocations];
            }
        }
    }

    /// <summary>The texts of the records handled so far, in order, repeats included.</summary>
    public IReadOnlyList<string> Handled
    {
        get
        {
            lock (_gate)
            {
                return [.. _handled];
            }
        }
    }

    public async Task<KinesisBatchResult> HandleAsync(KinesisBatch batch, FunctionContext context)
    {
        lock (_gate)
        {
            _invocations.Add([.. batch.Records.Select(record => record.Text())]);
        }

        var result = await Behaviour(batch, context);
        var failed = result.BatchItemFailures.Select(failure => failure.SequenceNumber).ToHashSet();
        lock (_gate)
        {
            _handled.AddRange(batch.Records.Where(r => !failed.Contains(r.SequenceNumber)).Select(r => r.Text()));
        }

        return result;
    }

    /// <summary>
    /// Makes every record whose text is in <paramref name="texts"/> fail, while <paramref name="isOn"/> says so.
    /// </summary>
    public void FailRecords(FailureKind kind, Func<bool> isOn, params string[] texts) => Behaviour = (batch, _) =>
        Task.FromResult(new KinesisBatchResult([.. batch.Records
            .Where(record => isOn() && texts.Contains(record.Text()))
            .Select(record => new BatchItemFailure(record.SequenceNumber, kind, "Refused", "as the test wants it"))]));

    /// <summary>Makes every invocation throw that has a record whose text is in <paramref name="texts"/>.</summary>
    public void ThrowOn(Func<Exception> exception, params string[] texts) => Behaviour = (batch, _) =>
        batch.Records.Any(record => texts.Contains(record.Text()))
            ? throw exception()
            : Task.FromResult(KinesisBatchResult.Success);
}
