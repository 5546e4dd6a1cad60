using System.Security.Cryptography;

namespace TelemetryAspire.LocalAws.CloudFormation.Resources;

/// <summary>Names resources as AWS does: <c>stack-LogicalId-1ABCDEFGHIJK</c>.</summary>
internal static class PhysicalName
{
    private const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int SuffixLength = 12;

    /// <summary>A name that is not longer than allowed; the stack's name gives way first.</summary>
    public static string Generate(string stackName, string logicalId, int maxLength)
    {
        var room = maxLength - SuffixLength - 2;
        var resource = logicalId[..Math.Min(logicalId.Length, room - Math.Min(stackName.Length, room / 2))];
        var stack = stackName[..Math.Min(stackName.Length, room - resource.Length)];
        return $"{stack}-{resource}-{RandomNumberGenerator.GetString(Characters, SuffixLength)}";
    }
}
