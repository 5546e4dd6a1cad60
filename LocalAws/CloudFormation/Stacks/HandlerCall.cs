using TelemetryAspire.LocalAws.CloudFormation.Resources;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Stacks;

/// <summary>Calls a resource type and says of a refusal, as AWS does, which handler gave it.</summary>
internal static class HandlerCall
{
    /// <exception cref="AwsException">The service refused; the message is the reason a stack's event gives.</exception>
    public static async ValueTask<T> InvokeAsync<T>(ResourceType type, Func<ResourceType, ValueTask<T>> call)
    {
        try
        {
            return await call(type);
        }
        catch (AwsException refusal)
        {
            throw Failure(type, refusal);
        }
    }

    public static async ValueTask InvokeAsync(ResourceType type, Func<ResourceType, ValueTask> call)
    {
        try
        {
            await call(type);
        }
        catch (AwsException refusal)
        {
            throw Failure(type, refusal);
        }
    }

    /// <summary>The failure of a creation that finds the resource to be somebody else's.</summary>
    public static AwsException AlreadyExists(ResourceType type, string physicalId) => new(
        "AlreadyExists",
        Message(
            $"Resource of type '{type.Schema.TypeName}' with identifier '{physicalId}' already exists.",
            "AlreadyExists"));

    private static AwsException Failure(ResourceType type, AwsException refusal)
    {
        var service = type.Schema.TypeName.Split("::")[1];
        return new AwsException(refusal.Code, Message(
            $"{refusal.Message} (Service: {service}, Status Code: {refusal.StatusCode}, Error Code: {refusal.Code})",
            HandlerErrorCode(refusal.Code)));
    }

    private static string Message(string message, string handlerErrorCode) =>
        $"Resource handler returned message: \"{message}\" "
        + $"(RequestToken: {Guid.NewGuid()}, HandlerErrorCode: {handlerErrorCode})";

    private static string HandlerErrorCode(string code) => code switch
    {
        "ResourceNotFoundException" => "NotFound",
        "ConflictException" or "BucketAlreadyOwnedByYou" or "BucketAlreadyExists" => "AlreadyExists",
        "ResourceInUseException" => "ResourceConflict",
        "LimitExceededException" or "ServiceQuotaExceededException" => "ServiceLimitExceeded",
        "NotStabilized" => "NotStabilized",
        "ValidationException" or "InvalidArgumentException" or "SerializationException" or "InvalidBucketName"
            or "InvalidTag" or "UnknownOperationException" => "InvalidRequest",
        _ => "GeneralServiceException",
    };
}
