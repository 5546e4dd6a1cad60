using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Requests;

/// <summary>The rules of the names and tokens in requests.</summary>
internal static partial class StackNames
{
    private const string NameForm = "[a-zA-Z][-a-zA-Z0-9]*";
    private const string IdForm = "arn:(aws|aws-us-gov|aws-cn):[-a-zA-Z0-9:/._+]*";

    /// <summary>The name of a new stack.</summary>
    public static void New(ref Validation validation, string? name)
    {
        validation.Required("stackName", name);
        validation.Length("stackName", name, 1, 128);
        validation.Pattern("stackName", name, Name(), NameForm);
    }

    /// <summary>The name of a stack, perhaps a new one, or the id of one that is there.</summary>
    public static void NewOrId(ref Validation validation, string? nameOrId)
    {
        if (nameOrId is null || !IsId(nameOrId))
        {
            New(ref validation, nameOrId);
            return;
        }

        validation.Length("stackName", nameOrId, 1, 2048);
        validation.Pattern("stackName", nameOrId, Id(), IdForm);
    }

    public static bool IsId(string nameOrId) => nameOrId.StartsWith("arn:", StringComparison.Ordinal);

    public static void Token(ref Validation validation, string? token)
    {
        validation.Length("clientRequestToken", token, 1, 128);
        validation.Pattern("clientRequestToken", token, TokenText(), "[a-zA-Z0-9][-a-zA-Z0-9]*");
    }

    public static void ChangeSet(ref Validation validation, string? name)
    {
        validation.Required("changeSetName", name);
        validation.Length("changeSetName", name, 1, 128);
        validation.Pattern("changeSetName", name, Name(), NameForm);
    }

    /// <summary>The stack that a request names by name or id.</summary>
    /// <exception cref="AwsException">No name is given, or no stack has it.</exception>
    public static Stack Find(StackStore store, string? nameOrId, Func<string, AwsException> notFound)
    {
        var validation = new Validation();
        validation.Required("stackName", nameOrId);
        validation.Length("stackName", nameOrId, 1, 2048);
        validation.ThrowIfFailed();
        return store.Find(nameOrId!) ?? throw notFound(nameOrId!);
    }

    [GeneratedRegex(@"^[a-zA-Z][-a-zA-Z0-9]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex($@"^{IdForm}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex(@"^[a-zA-Z0-9][-a-zA-Z0-9]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex TokenText();
}
