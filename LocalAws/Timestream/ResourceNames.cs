using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream;

/// <summary>Names and ARNs of databases and tables.</summary>
internal static partial class ResourceNames
{
    private const string Pattern = "[a-zA-Z0-9_.-]+";

    /// <summary>Checks the name of something to be created: 3 to 256 bytes of letters, digits, '_', '.' and '-'.</summary>
    public static void Check(ref Validation validation, string path, string? name)
    {
        validation.Required(path, name);
        validation.Length(path, name, TimestreamQuotas.MinNameBytes, TimestreamQuotas.NameBytes);
        validation.Pattern(path, name, Anchored(), Pattern);
    }

    public static string DatabaseArn(RequestContext context, string database) =>
        $"arn:aws:timestream:{context.Region}:{context.AccountId}:database/{database}";

    public static string TableArn(RequestContext context, string database, string table) =>
        $"{DatabaseArn(context, database)}/table/{table}";

    public static string DefaultKmsKeyId(RequestContext context) =>
        $"arn:aws:kms:{context.Region}:{context.AccountId}:key/timestream";

    [GeneratedRegex("^[a-zA-Z0-9_.-]+\\z")]
    private static partial Regex Anchored();
}
