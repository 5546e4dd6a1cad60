using System.Collections.Concurrent;
using System.Text;

namespace TelemetryAspire.FunctionHost.Tests.Hosting;

/// <summary>
/// What outlives a worker: the sink's rows, the dead letters, the checkpoints; and how the sink behaves.
/// </summary>
internal sealed class CrashWorld(int seed)
{
    private readonly ConcurrentDictionary<string, bool> _sink = new();
    private readonly Random _random = new(seed);

    public InMemoryCheckpointStore Checkpoints { get; } = new();

    public InMemoryDeadLetterStore DeadLetters { get; } = new();

    public ICollection<string> Sink => _sink.Keys;

    public IEnumerable<string> DeadLetterTexts =>
        DeadLetters.All.Select(letter => Encoding.UTF8.GetString(letter.Data.Span));

    /// <summary>Writes a batch as a sink with bad days does: whole, in part, or not at all.</summary>
    public KinesisBatchResult Write(KinesisBatch batch)
    {
        lock (_random)
        {
            // 13 can never work and is told so; 29 makes the whole batch throw.
            if (batch.Records.Any(record => record.Text() == "29"))
            {
                throw new FormatException("29");
            }

            if (_random.Next(10) == 0)
            {
                throw new TimeoutException("The sink is slow today.");
            }

            var failures = new List<BatchItemFailure>();
            foreach (var record in batch.Records)
            {
                if (record.Text() == "13")
                {
                    failures.Add(new BatchItemFailure(record.SequenceNumber, FailureKind.Poison, "Thirteen"));
                }
                else if (_random.Next(8) == 0)
                {
                    failures.Add(new BatchItemFailure(record.SequenceNumber, FailureKind.Transient, "Throttled"));
                }
                else
                {
                    _sink[record.Text()] = true;
                }
            }

            return new KinesisBatchResult(failures);
        }
    }

    /// <summary>Whether the parent is at its end and both children are handled to their last record.</summary>
    public bool IsDone(FakeKinesis stream) =>
        Checkpoints.Of(FakeKinesis.Shard(0)) is { IsShardEnd: true }
        && Enumerable.Range(1, 2).All(shard =>
            Checkpoints.Of(FakeKinesis.Shard(shard))?.LastHandled == stream.RecordsOf(shard)[^1].SequenceNumber);

    /// <summary>Everything up to a checkpoint is in the sink or among the dead letters, at any moment.</summary>
    public void CheckNothingSkipped(FakeKinesis stream)
    {
        var handled = Sink.Union(DeadLetterTexts).ToHashSet();
        foreach (var (key, checkpoint) in Checkpoints.All)
        {
            var shard = key.ShardId == FakeKinesis.Shard(0) ? 0 : key.ShardId == FakeKinesis.Shard(1) ? 1 : 2;
            var covered = stream.RecordsOf(shard)
                .Where(record => checkpoint.LastHandled is not { } last || record.SequenceNumber <= last);
            Assert.Subset(handled, covered.Select(record => record.Text()).ToHashSet());
        }
    }
}
