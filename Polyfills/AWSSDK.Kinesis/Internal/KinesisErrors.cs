using Amazon.Kinesis.Model;
using Amazon.Polyfill.AwsJson;

namespace Amazon.Kinesis.Internal;

/// <summary>The errors of Amazon Kinesis Data Streams by the code they have on the wire.</summary>
internal static class KinesisErrors
{
    /// <summary>All of them; an unknown code becomes <see cref="AmazonKinesisException"/>.</summary>
    public static AwsJsonErrors All { get; } = new(
        new Dictionary<string, ExceptionFactory>
        {
            ["AccessDeniedException"] = (error, _) => new AccessDeniedException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ExpiredIteratorException"] = (error, _) => new ExpiredIteratorException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ExpiredNextTokenException"] = (error, _) => new ExpiredNextTokenException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["InternalFailureException"] = (error, _) => new InternalFailureException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["InvalidArgumentException"] = (error, _) => new InvalidArgumentException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["KMSAccessDeniedException"] = (error, _) => new KMSAccessDeniedException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["KMSDisabledException"] = (error, _) => new KMSDisabledException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["KMSInvalidStateException"] = (error, _) => new KMSInvalidStateException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["KMSNotFoundException"] = (error, _) => new KMSNotFoundException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["KMSOptInRequired"] = (error, _) => new KMSOptInRequiredException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["KMSThrottlingException"] = (error, _) => new KMSThrottlingException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["LimitExceededException"] = (error, _) => new LimitExceededException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ProvisionedThroughputExceededException"] = (error, _) => new ProvisionedThroughputExceededException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ResourceInUseException"] = (error, _) => new ResourceInUseException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ResourceNotFoundException"] = (error, _) => new ResourceNotFoundException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ValidationException"] = (error, _) => new ValidationException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        },
        other: (error, _) => new AmazonKinesisException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode));
}
