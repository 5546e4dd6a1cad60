using TelemetryAspire.LocalAws.S3;

namespace TelemetryAspire.LocalAws.Admin.Faults;

/// <summary>How fault rules name operations: <c>Kinesis.PutRecords</c>, <c>S3.PutObject</c>.</summary>
internal static class OperationNames
{
    /// <summary>
    /// The operation of an <c>X-Amz-Target</c>: <c>Kinesis_20131202.PutRecords</c> is <c>Kinesis.PutRecords</c>.
    /// </summary>
    public static string OfTarget(string target)
    {
        var (service, call) = Split(target);
        var version = service.IndexOf('_', StringComparison.Ordinal);
        return $"{(version < 0 ? service : service[..version])}.{call}";
    }

    /// <summary>The operation of the query protocol, by its service's signing name and its action.</summary>
    public static string OfAction(string signingName, string action) =>
        $"{(signingName == "cloudformation" ? "CloudFormation" : signingName.ToUpperInvariant())}.{action}";

    /// <summary>The operation of S3 that a class is named after.</summary>
    public static string OfS3(IS3Operation operation) => "S3." + operation.Name;

    /// <summary>The parts before and after the dot.</summary>
    public static (string Service, string Call) Split(string operation)
    {
        var dot = operation.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? (operation, "") : (operation[..dot], operation[(dot + 1)..]);
    }

    /// <summary>Whether a rule's operation, which may end in an asterisk, means this one.</summary>
    public static bool Matches(string pattern, string operation) => pattern.EndsWith('*')
        ? operation.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.Ordinal)
        : operation == pattern;
}
