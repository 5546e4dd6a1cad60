using System.Text.Json;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>An error that the AWS API defines, answered in the shape its clients expect.</summary>
/// <param name="code">The error's name, for example <c>ResourceNotFoundException</c>.</param>
/// <param name="message">What went wrong, in AWS's words where they are known.</param>
/// <param name="statusCode">The HTTP status.</param>
internal class AwsException(string code, string message, int statusCode = StatusCodes.Status400BadRequest)
    : Exception(message)
{
    public string Code { get; } = code;

    public int StatusCode { get; } = statusCode;

    /// <summary>Writes what this error has beside type and message, for example <c>RejectedRecords</c>.</summary>
    public virtual void WriteMembers(Utf8JsonWriter writer)
    {
    }

    /// <summary>The body could not be read as the operation's request.</summary>
    public static AwsException Serialization(string message) => new("SerializationException", message);

    /// <summary>A parameter breaks a constraint of the API's model.</summary>
    public static AwsException Validation(string message) => new("ValidationException", message);
}
