using System.Text.RegularExpressions;

namespace TelemetryAspire.LocalAws.CloudFormation.Templates;

/// <summary>The text of a Fn::Sub: literal parts and variables.</summary>
/// <remarks>Sample: <c>arn:${AWS::Partition}:s3:::${Bucket}/${Table.Name}/${!literal}</c>.</remarks>
internal static partial class SubstitutionText
{
    /// <summary>The names between <c>${</c> and <c>}</c>, but for literals.</summary>
    public static IEnumerable<string> Variables(string text) => Variable().Matches(text)
        .Select(match => match.Groups[1].Value)
        .Where(name => !name.StartsWith('!'))
        .Select(Checked);

    /// <summary>Puts the value of each variable in its place.</summary>
    public static string Replace(string text, Func<string, string> value) => Variable().Replace(text, match =>
        match.Groups[1].Value is ['!', .. var literal] ? $"${{{literal}}}" : value(Checked(match.Groups[1].Value)));

    private static string Checked(string name) => Name().IsMatch(name.Trim())
        ? name.Trim()
        : throw TemplateErrors.Template(
            "variable names in Fn::Sub syntax must contain only alphanumeric characters, underscores, periods, "
            + "and colons");

    [GeneratedRegex(@"\$\{([^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();

    [GeneratedRegex(@"^[a-zA-Z0-9_.:]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
