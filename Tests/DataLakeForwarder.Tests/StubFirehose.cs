using Amazon;
using Amazon.KinesisFirehose;
using Amazon.KinesisFirehose.Model;
using Amazon.Runtime;

namespace TelemetryAspire.DataLakeForwarder.Tests;

/// <summary>A Firehose that answers each call as it is told, and keeps what it took.</summary>
internal sealed class StubFirehose : AmazonKinesisFirehoseClient
{
    internal StubFirehose()
        : base(new BasicAWSCredentials("test", "test"), RegionEndpoint.USEast1)
    {
    }

    /// <summary>Whether an entry is taken: the number of the call, from 1, and the line.</summary>
    internal Func<int, byte[], bool> Takes { get; set; } = (_, _) => true;

    /// <summary>What a call fails with as a whole, by its number, if with anything.</summary>
    internal Func<int, Exception?> Fails { get; set; } = _ => null;

    /// <summary>Changes the entries of an answer before it is given.</summary>
    internal Action<List<PutRecordBatchResponseEntry>> Spoils { get; set; } = _ => { };

    /// <summary>The lines of each call, in order.</summary>
    internal List<List<byte[]>> Calls { get; } = [];

    /// <summary>What the delivery stream took, in order.</summary>
    internal List<byte[]> Taken { get; } = [];

    public override Task<PutRecordBatchResponse> PutRecordBatchAsync(
        PutRecordBatchRequest request, CancellationToken cancellationToken = default)
    {
        Assert.Equal("telemetry-to-lake", request.DeliveryStreamName);
        List<byte[]> lines = [.. request.Records.Select(record => record.Data.ToArray())];
        Calls.Add(lines);
        var call = Calls.Count;
        if (Fails(call) is { } exception)
        {
            return Task.FromException<PutRecordBatchResponse>(exception);
        }

        List<PutRecordBatchResponseEntry> entries = [.. lines.Select(line => Answer(Takes(call, line)))];
        Taken.AddRange(lines.Where((_, i) => entries[i].RecordId is not null));
        Spoils(entries);
        return Task.FromResult(new PutRecordBatchResponse
        {
            FailedPutCount = entries.Count(entry => entry.RecordId is null),
            RequestResponses = entries,
        });
    }

    private static PutRecordBatchResponseEntry Answer(bool isTaken) => isTaken
        ? new() { RecordId = "id" }
        : new() { ErrorCode = "ServiceUnavailableException", ErrorMessage = "Slow down." };
}
