using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Makes a stream report that it is no longer encrypted.</summary>
internal sealed class StopStreamEncryption(StreamStore streams, LocalAwsOptions options, TimeProvider timeProvider)
    : IOperation<StreamEncryptionRequest, NoContent>
{
    private static readonly DailyQuota Quota = new(nameof(StopStreamEncryption), 25);

    public ValueTask<NoContent> InvokeAsync(
        StreamEncryptionRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        request.Validate();
        streams.Update(
            request.Resolve(streams),
            metadata => Quota.Use(metadata, timeProvider.GetUtcNow(), options.EnforceLimits) with
            {
                KeyId = null,
                EncryptedSince = null,
            });
        return ValueTask.FromResult(default(NoContent));
    }
}
