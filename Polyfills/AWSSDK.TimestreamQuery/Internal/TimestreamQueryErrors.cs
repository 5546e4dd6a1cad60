using System.Text.Json;
using Amazon.Polyfill.AwsJson;
using Amazon.TimestreamQuery.Model;

namespace Amazon.TimestreamQuery.Internal;

/// <summary>The errors of Amazon Timestream, the query side by the code they have on the wire.</summary>
internal static class TimestreamQueryErrors
{
    /// <summary>All of them; an unknown code becomes <see cref="AmazonTimestreamQueryException"/>.</summary>
    public static AwsJsonErrors All { get; } = new(
        new Dictionary<string, ExceptionFactory>
        {
            ["AccessDeniedException"] = (error, _) => new AccessDeniedException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ConflictException"] = (error, _) => new ConflictException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["InternalServerException"] = (error, _) => new InternalServerException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["InvalidEndpointException"] = (error, _) => new InvalidEndpointException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["QueryExecutionException"] = (error, _) => new QueryExecutionException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ResourceNotFoundException"] = (error, body) => new ResourceNotFoundException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode)
            {
                ScheduledQueryArn = ReadMembers(body).ScheduledQueryArn,
            },
            ["ServiceQuotaExceededException"] = (error, _) => new ServiceQuotaExceededException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ThrottlingException"] = (error, _) => new ThrottlingException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ValidationException"] = (error, _) => new ValidationException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        },
        other: (error, _) => new AmazonTimestreamQueryException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode));

    private static TimestreamQueryErrorMembers ReadMembers(ReadOnlyMemory<byte> body) =>
        JsonSerializer.Deserialize(body.Span, TimestreamQueryJsonContext.Default.TimestreamQueryErrorMembers);
}
