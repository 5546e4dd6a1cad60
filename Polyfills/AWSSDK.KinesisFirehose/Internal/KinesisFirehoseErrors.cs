using System.Text.Json;
using Amazon.KinesisFirehose.Model;
using Amazon.Polyfill.AwsJson;

namespace Amazon.KinesisFirehose.Internal;

/// <summary>The errors of Amazon Data Firehose by the code they have on the wire.</summary>
internal static class KinesisFirehoseErrors
{
    /// <summary>All of them; an unknown code becomes <see cref="AmazonKinesisFirehoseException"/>.</summary>
    public static AwsJsonErrors All { get; } = new(
        new Dictionary<string, ExceptionFactory>
        {
            ["ConcurrentModificationException"] = (error, _) => new ConcurrentModificationException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["InvalidArgumentException"] = (error, _) => new InvalidArgumentException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["InvalidKMSResourceException"] = (error, body) => new InvalidKMSResourceException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode)
            {
                Code = ReadMembers(body).Code,
            },
            ["InvalidSourceException"] = (error, body) => new InvalidSourceException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode)
            {
                Code = ReadMembers(body).Code,
            },
            ["LimitExceededException"] = (error, _) => new LimitExceededException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ResourceInUseException"] = (error, _) => new ResourceInUseException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ResourceNotFoundException"] = (error, _) => new ResourceNotFoundException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ServiceUnavailableException"] = (error, _) => new ServiceUnavailableException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        },
        other: (error, _) => new AmazonKinesisFirehoseException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode));

    private static KinesisFirehoseErrorMembers ReadMembers(ReadOnlyMemory<byte> body) =>
        JsonSerializer.Deserialize(body.Span, KinesisFirehoseJsonContext.Default.KinesisFirehoseErrorMembers);
}
