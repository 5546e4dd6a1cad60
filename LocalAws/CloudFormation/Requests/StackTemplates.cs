using TelemetryAspire.LocalAws.CloudFormation.Templates;

namespace TelemetryAspire.LocalAws.CloudFormation.Requests;

/// <summary>What descriptions of stacks show of their templates.</summary>
internal static class StackTemplates
{
    private const string Hidden = "****";

    /// <summary>The template; null for a stack that has none yet.</summary>
    public static Template? TryParse(string body) => body.Length == 0 ? null : TemplateParser.ParseAccepted(body);

    /// <summary>A parameter's value, unless the template says not to show it.</summary>
    public static string Shown(Template? template, KeyValuePair<string, string> parameter) =>
        template?.Parameters.GetValueOrDefault(parameter.Key)?.NoEcho == true ? Hidden : parameter.Value;
}
