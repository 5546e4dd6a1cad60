using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Makes a stream report server-side encryption with a key. Nothing is encrypted here.</summary>
internal sealed class StartStreamEncryption(StreamStore streams, LocalAwsOptions options, TimeProvider timeProvider)
    : IOperation<StreamEncryptionRequest, NoContent>
{
    private static readonly DailyQuota Quota = new(nameof(StartStreamEncryption), 25);

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
                KeyId = request.KeyId,
                EncryptedSince = metadata.EncryptedSince ?? timeProvider.GetUtcNow().ToUnixTimeMilliseconds(),
            });
        return ValueTask.FromResult(default(NoContent));
    }
}

/// <summary>The request of StartStreamEncryption and of StopStreamEncryption.</summary>
internal sealed record StreamEncryptionRequest : StreamRequest
{
    public string? EncryptionType { get; init; }

    public string? KeyId { get; init; }

    /// <exception cref="AwsException">The request is not valid.</exception>
    public void Validate()
    {
        var validation = new Validation();
        Validate(ref validation);
        validation.Required("encryptionType", EncryptionType);
        validation.OneOf("encryptionType", EncryptionType, "NONE", "KMS");
        validation.Required("keyId", KeyId);
        validation.Length("keyId", KeyId, 1, 2048);
        validation.ThrowIfFailed();
        if (EncryptionType != "KMS")
        {
            throw KinesisErrors.InvalidArgument("The only valid EncryptionType of this request is KMS.");
        }
    }
}
