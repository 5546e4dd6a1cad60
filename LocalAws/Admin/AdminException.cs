namespace TelemetryAspire.LocalAws.Admin;

/// <summary>A request that the admin API refuses.</summary>
/// <param name="statusCode">The HTTP status.</param>
/// <param name="code">What a program can switch on.</param>
/// <param name="message">What is wrong, and what to do.</param>
/// <param name="member">The member of the request that is wrong, for example <c>rules[0].rate</c>.</param>
internal sealed class AdminException(int statusCode, string code, string message, string? member = null)
    : Exception(message)
{
    public int StatusCode => statusCode;

    public string Code => code;

    public string? Member => member;

    /// <summary>A member of the request has a value that is not usable.</summary>
    public static AdminException Validation(string member, string why) =>
        new(StatusCodes.Status400BadRequest, "ValidationError", $"{member} {why}.", member);

    /// <summary>What the request names does not exist.</summary>
    public static AdminException NotFound(string message) =>
        new(StatusCodes.Status404NotFound, "NotFound", message);
}
