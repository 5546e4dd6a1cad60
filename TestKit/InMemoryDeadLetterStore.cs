using System.Collections.Concurrent;
using TelemetryAspire.FunctionHost;

namespace TelemetryAspire.TestKit;

/// <summary>Dead letters that live as long as the test.</summary>
public sealed class InMemoryDeadLetterStore : IDeadLetterStore
{
    private readonly ConcurrentDictionary<(string Function, string Shard, string Number), DeadLetter> _letters = new();

    /// <summary>What every write throws while it is set: the store is out.</summary>
    public Exception? Outage { get; set; }

    /// <summary>The dead letters, in the order of their records.</summary>
    public IReadOnlyList<DeadLetter> All => _letters.Values
        .OrderBy(letter => letter.ShardId, StringComparer.Ordinal)
        .ThenBy(letter => SequenceNumber.Parse(letter.SequenceNumber))
        .ToList();

    /// <inheritdoc/>
    public Task WriteAsync(DeadLetter deadLetter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(deadLetter);
        if (Outage is { } outage)
        {
            return Task.FromException(outage);
        }

        _letters[(deadLetter.Function, deadLetter.ShardId, deadLetter.SequenceNumber)] = deadLetter;
        return Task.CompletedTask;
    }
}
