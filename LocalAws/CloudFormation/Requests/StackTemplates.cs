using System.Runtime.CompilerServices;
using TelemetryAspire.LocalAws.CloudFormation.Templates;

namespace TelemetryAspire.LocalAws.CloudFormation.Requests;

/// <summary>What descriptions of stacks show of their templates.</summary>
internal static class StackTemplates
{
    private const string Hidden = "****";

    private static readonly ShownTemplate None = new(null, []);

    /// <summary>By the text as it is in the stack's record: waiters describe a stack again and again.</summary>
    private static readonly ConditionalWeakTable<string, ShownTemplate> Known = [];

    /// <summary>What is shown of a template; nothing of a stack that has none yet.</summary>
    public static ShownTemplate Of(string body) =>
        body.Length == 0 ? None : Known.GetValue(body, static text => Read(TemplateParser.ParseAccepted(text)));

    /// <summary>A parameter's value, unless the template says not to show it.</summary>
    public static string Shown(ShownTemplate template, KeyValuePair<string, string> parameter) =>
        template.HiddenParameters.Contains(parameter.Key) ? Hidden : parameter.Value;

    private static ShownTemplate Read(Template template) => new(
        template.Description,
        [.. template.Parameters.Values.Where(parameter => parameter.NoEcho).Select(parameter => parameter.Name)]);
}

/// <summary>The little that descriptions of a stack need of its template.</summary>
/// <param name="Description">For people.</param>
/// <param name="HiddenParameters">Those whose values are not shown.</param>
internal sealed record ShownTemplate(string? Description, IReadOnlyList<string> HiddenParameters);
