using System.Collections.Concurrent;
using System.Text;
using Amazon;
using Amazon.Kinesis;
using Amazon.Kinesis.Model;
using Amazon.Runtime;

namespace TelemetryAspire.Simulator.Tests.Kinesis;

/// <summary>A stream in memory that answers PutRecords as a test says, and keeps what it took.</summary>
internal sealed class ScriptedStream() : AmazonKinesisClient(
    new BasicAWSCredentials("test", "test"), new AmazonKinesisConfig { RegionEndpoint = RegionEndpoint.USEast1 })
{
    private readonly ConcurrentQueue<Func<PutRecordsRequest, PutRecordsResponse>> _answers = [];

    /// <summary>Data of the records it took, in order.</summary>
    public ConcurrentQueue<string> Taken { get; } = [];

    /// <summary>Data of every call, in order.</summary>
    public ConcurrentQueue<IReadOnlyList<string>> Calls { get; } = [];

    /// <summary>The streams that were named.</summary>
    public ConcurrentQueue<string> Names { get; } = [];

    /// <summary>Larger records make it refuse the whole call, as Kinesis does.</summary>
    public int MaxRecordBytes { get; set; } = int.MaxValue;

    /// <summary>Completes a call when set; until then calls wait.</summary>
    public TaskCompletionSource? Gate { get; set; }

    /// <summary>The next call takes all but the records that hold one of the texts.</summary>
    public void FailOnce(params string[] texts) =>
        _answers.Enqueue(request => Answer(request, entry => !texts.Contains(Text(entry))));

    /// <summary>The next call throws.</summary>
    public void ThrowOnce(Exception exception) => _answers.Enqueue(_ => throw exception);

    /// <summary>The next call takes nothing and tells only of some of its records.</summary>
    public void MisreplyOnce(int results) => _answers.Enqueue(_ => new PutRecordsResponse
    {
        Records = Enumerable.Repeat(new PutRecordsResultEntry { ShardId = "shardId-000000000000" }, results).ToList(),
    });

    public override async Task<PutRecordsResponse> PutRecordsAsync(
        PutRecordsRequest request, CancellationToken cancellationToken = default)
    {
        Names.Enqueue(request.StreamName);
        Calls.Enqueue([.. request.Records.Select(Text)]);
        if (Gate is { } gate)
        {
            await gate.Task.WaitAsync(cancellationToken);
        }

        if (request.Records.Any(entry => entry.Data.Length > MaxRecordBytes))
        {
            throw new InvalidArgumentException(
                "Record is too large.",
                ErrorType.Sender,
                "InvalidArgumentException",
                "1",
                System.Net.HttpStatusCode.BadRequest);
        }

        return _answers.TryDequeue(out var answer) ? answer(request) : Answer(request, _ => true);
    }

    private static string Text(PutRecordsRequestEntry entry) => Encoding.UTF8.GetString(entry.Data.ToArray());

    private PutRecordsResponse Answer(PutRecordsRequest request, Func<PutRecordsRequestEntry, bool> takes)
    {
        var results = new List<PutRecordsResultEntry>();
        foreach (var entry in request.Records)
        {
            if (takes(entry))
            {
                Taken.Enqueue(Text(entry));
                results.Add(new PutRecordsResultEntry { ShardId = "shardId-000000000000", SequenceNumber = "1" });
            }
            else
            {
                results.Add(new PutRecordsResultEntry
                {
                    ErrorCode = "ProvisionedThroughputExceededException",
                    ErrorMessage = "Rate exceeded.",
                });
            }
        }

        return new PutRecordsResponse
        {
            FailedRecordCount = results.Count(result => result.ErrorCode is not null),
            Records = results,
        };
    }
}
