using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Describes a stream without its shards.</summary>
internal sealed class DescribeStreamSummary(StreamStore streams)
    : IOperation<DescribeStreamSummaryRequest, DescribeStreamSummaryResponse>
{
    public ValueTask<DescribeStreamSummaryResponse> InvokeAsync(
        DescribeStreamSummaryRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        request.Validate(ref validation);
        validation.ThrowIfFailed();

        var stream = request.Resolve(streams);
        var metadata = stream.Metadata;
        return ValueTask.FromResult(new DescribeStreamSummaryResponse(new StreamDescriptionSummary
        {
            StreamName = metadata.Name,
            StreamARN = metadata.Arn,
            StreamStatus = StreamMetadata.Status,
            StreamModeDetails = new StreamModeDetails(metadata.Mode),
            RetentionPeriodHours = metadata.RetentionHours,
            StreamCreationTimestamp = DateTimeOffset.FromUnixTimeMilliseconds(metadata.CreatedAt),
            EnhancedMonitoring = EnhancedMonitoring.Of(metadata),
            EncryptionType = metadata.EncryptionType,
            KeyId = metadata.KeyId,
            OpenShardCount = stream.OpenShards.Count,
            ConsumerCount = metadata.Consumers.Count,
            MaxRecordSizeInKiB = metadata.MaxRecordSizeInKiB,
            WarmThroughput = WarmThroughputDescription.Of(metadata),
            RecordDistributionStrategy = metadata.IsOnDemand ? metadata.RecordDistributionStrategy : null,
        }));
    }
}

internal sealed record DescribeStreamSummaryRequest : StreamRequest;

internal sealed record DescribeStreamSummaryResponse(StreamDescriptionSummary StreamDescriptionSummary);

internal sealed record StreamDescriptionSummary
{
    public required string StreamName { get; init; }

    public required string StreamARN { get; init; }

    public required string StreamStatus { get; init; }

    public required StreamModeDetails StreamModeDetails { get; init; }

    public required int RetentionPeriodHours { get; init; }

    public required DateTimeOffset StreamCreationTimestamp { get; init; }

    public required IReadOnlyList<EnhancedMonitoring> EnhancedMonitoring { get; init; }

    /// <summary>NONE or KMS.</summary>
    public required string EncryptionType { get; init; }

    public string? KeyId { get; init; }

    public required int OpenShardCount { get; init; }

    public required int ConsumerCount { get; init; }

    /// <summary>Only for an on-demand stream that has one.</summary>
    public WarmThroughputDescription? WarmThroughput { get; init; }

    public required int MaxRecordSizeInKiB { get; init; }

    /// <summary>Only for an on-demand stream.</summary>
    public string? RecordDistributionStrategy { get; init; }
}
