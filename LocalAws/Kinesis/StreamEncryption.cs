using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>
/// StartStreamEncryption and StopStreamEncryption: what a stream reports of its encryption. Nothing is encrypted here.
/// </summary>
/// <param name="streams">Where the stream is.</param>
/// <param name="options">Whether the quota is enforced.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="isStart">Whether this one starts encryption.</param>
internal sealed class StreamEncryption(
    StreamStore streams,
    LocalAwsOptions options,
    TimeProvider timeProvider,
    bool isStart) : IOperation<StreamEncryptionRequest, NoContent>
{
    private readonly DailyQuota _quota = new(isStart ? "StartStreamEncryption" : "StopStreamEncryption", 25);

    public ValueTask<NoContent> InvokeAsync(
        StreamEncryptionRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        request.Validate();
        streams.Update(
            request.Resolve(streams),
            metadata => _quota.Use(metadata, timeProvider.GetUtcNow(), options.EnforceLimits) with
            {
                KeyId = isStart ? request.KeyId : null,
                EncryptedSince = isStart
                    ? metadata.EncryptedSince ?? timeProvider.GetUtcNow().ToUnixTimeMilliseconds()
                    : null,
            });
        return ValueTask.FromResult(default(NoContent));
    }
}

/// <summary>The request of StartStreamEncryption and of StopStreamEncryption.</summary>
internal sealed partial record StreamEncryptionRequest : StreamRequest
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

        // There is no KMS: any key of a name that one could have exists.
        if (!KeyName().IsMatch(KeyId!))
        {
            throw KinesisErrors.KeyNotFound(KeyId!);
        }
    }

    // alias/aws/kinesis, 1234abcd-12ab-34cd-56ef-1234567890ab, mrk-1234abcd12ab34cd56ef1234567890ab, or the ARN of one:
    // arn:aws:kms:us-east-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab
    [GeneratedRegex(
        @"\A((arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:)?alias/[a-z0-9/_-]{1,250}"
        + @"|(arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key/)?([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32}))\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KeyName();
}
