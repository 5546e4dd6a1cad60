using System.Text;
using TelemetryAspire.LocalAws.Kinesis.Records;
using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Writes one record.</summary>
internal sealed class PutRecord(StreamStore streams, RecordWriter writer, TimeProvider timeProvider)
    : IOperation<PutRecordRequest, PutRecordResponse>
{
    private static readonly CompositeFormat NoPrefix = CompositeFormat.Parse("");

    public async ValueTask<PutRecordResponse> InvokeAsync(
        PutRecordRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        request.Validate(ref validation);
        SequenceNumber.Validate(
            ref validation, "sequenceNumberForOrdering", request.SequenceNumberForOrdering);
        validation.ThrowIfFailed();

        var stream = request.Resolve(streams);
        using var batch = request.ToBatch();
        RecordWriter.Validate(batch, stream, NoPrefix);
        EnsureInPast(request.SequenceNumberForOrdering, stream);
        KinesisErrors.ThrowIfDryRun(request.DryRun);
        var result = (await writer.WriteAsync(batch, stream))[0];
        return result.Outcome switch
        {
            PutOutcome.Stored => new PutRecordResponse(
                result.Shard.Id, result.SequenceNumber.ToString(), stream.Metadata.EncryptionTypeIfAny),
            PutOutcome.Throttled => throw KinesisErrors.RateExceeded(result.Shard.Id, stream.Metadata.Name),
            _ => throw new AwsException(
                "InternalFailure", "Internal service failure.", StatusCodes.Status500InternalServerError),
        };
    }

    /// <summary>Numbers of a shard and its children grow with every put, which is all that ordering asks for.</summary>
    /// <exception cref="AwsException">InvalidArgumentException: no record can have had the number yet.</exception>
    private void EnsureInPast(string? text, KinesisStream stream)
    {
        if (text is not null
            && (!SequenceNumber.TryParse(text, out var sequenceNumber)
                || sequenceNumber.ArrivalSeconds > timeProvider.GetUtcNow().ToUnixTimeSeconds()
                || !stream.MayHaveIssued(sequenceNumber)))
        {
            throw KinesisErrors.InvalidArgument(
                $"ExclusiveMinimumSequenceNumber {text} used in PutRecord on stream {stream.Metadata.Name} under account "
                + $"{RequestContext.DefaultAccountId} is invalid.");
        }
    }
}

internal sealed record PutRecordRequest : StreamRequest
{
    public byte[]? Data { get; init; }

    public string? PartitionKey { get; init; }

    public string? ExplicitHashKey { get; init; }

    /// <summary>The number that the record's own is to be greater than.</summary>
    public string? SequenceNumberForOrdering { get; init; }

    /// <summary>Whether to check the request only.</summary>
    public bool? DryRun { get; init; }

    public RecordBatch ToBatch()
    {
        var batch = new RecordBatch();
        var partitionKey = PartitionKey is null ? null : Encoding.UTF8.GetBytes(PartitionKey);
        batch.Add(new RecordBatch.Entry(Copy(batch, partitionKey), Copy(batch, Data), ExplicitHashKey));
        return batch;
    }

    private static Range? Copy(RecordBatch batch, byte[]? bytes)
    {
        if (bytes is null)
        {
            return null;
        }

        var start = batch.Bytes.Length;
        bytes.CopyTo(batch.Bytes.GetSpan(bytes.Length));
        batch.Bytes.Advance(bytes.Length);
        return start..batch.Bytes.Length;
    }
}

internal sealed record PutRecordResponse(string ShardId, string SequenceNumber, string? EncryptionType);
