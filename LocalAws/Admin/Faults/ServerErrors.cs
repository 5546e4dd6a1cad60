namespace TelemetryAspire.LocalAws.Admin.Faults;

/// <summary>What a service says when the fault is its own and the rule names no code.</summary>
internal static class ServerErrors
{
    public static InjectedError Of(string operation, int status)
    {
        var service = OperationNames.Split(operation).Service;
        var isUnavailable = status == StatusCodes.Status503ServiceUnavailable;
        var code = service switch
        {
            "S3" => isUnavailable ? "ServiceUnavailable" : "InternalError",
            "Timestream" => isUnavailable ? "ServiceUnavailableException" : "InternalServerException",
            "Firehose" or "Kinesis" => isUnavailable ? "ServiceUnavailableException" : "InternalFailure",
            _ => isUnavailable ? "ServiceUnavailable" : "InternalFailure",
        };
        var message = isUnavailable
            ? "The service is temporarily unavailable. Try again later."
            : "The request processing has failed because of an unknown error, exception or failure.";
        return new InjectedError(code, message, status);
    }
}
