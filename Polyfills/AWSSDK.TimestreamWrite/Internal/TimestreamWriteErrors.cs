using System.Text.Json;
using Amazon.Polyfill.AwsJson;
using Amazon.TimestreamWrite.Model;

namespace Amazon.TimestreamWrite.Internal;

/// <summary>The errors of Amazon Timestream, the write side by the code they have on the wire.</summary>
internal static class TimestreamWriteErrors
{
    /// <summary>All of them; an unknown code becomes <see cref="AmazonTimestreamWriteException"/>.</summary>
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
            ["RejectedRecordsException"] = (error, body) => new RejectedRecordsException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode)
            {
                RejectedRecords = ReadMembers(body).RejectedRecords,
            },
            ["ResourceNotFoundException"] = (error, _) => new ResourceNotFoundException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ServiceQuotaExceededException"] = (error, _) => new ServiceQuotaExceededException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ThrottlingException"] = (error, _) => new ThrottlingException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ValidationException"] = (error, _) => new ValidationException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        },
        other: (error, _) => new AmazonTimestreamWriteException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode));

    private static TimestreamWriteErrorMembers ReadMembers(ReadOnlyMemory<byte> body) =>
        JsonSerializer.Deserialize(body.Span, TimestreamWriteJsonContext.Default.TimestreamWriteErrorMembers);
}
