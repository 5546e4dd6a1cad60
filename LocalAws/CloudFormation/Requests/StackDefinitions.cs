using TelemetryAspire.LocalAws.CloudFormation.Resources;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.CloudFormation.Templates;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Requests;

/// <summary>Turns what a caller gives into a definition from which a stack can be made.</summary>
internal sealed class StackDefinitions(TemplateSource templates, ResourceTypes types)
{
    /// <summary>Reads and checks everything that can be checked before a resource is made.</summary>
    /// <param name="request">What the caller gave.</param>
    /// <param name="stack">The stack, perhaps a new one.</param>
    /// <param name="previous">What the stack was made from; null for a new one.</param>
    /// <param name="cancellationToken">Ends the reading of the template.</param>
    /// <exception cref="AwsException">ValidationError, InsufficientCapabilitiesException.</exception>
    public async ValueTask<(StackDefinition Definition, TemplateInstance Template)> BuildAsync(
        DefinitionRequest request,
        StackRecord stack,
        StackDefinition? previous,
        CancellationToken cancellationToken)
    {
        var body = await templates.ReadAsync(request.Template, previous?.TemplateBody, cancellationToken);
        var template = TemplateParser.Parse(body);
        types.Verify(template);
        var definition = new StackDefinition
        {
            TemplateBody = body,
            Parameters = ParameterValues.Resolve(
                template, request.Parameters, previous?.Parameters ?? new Dictionary<string, string>()),
            Tags = request.Tags ?? previous?.Tags ?? [],
            Capabilities = [.. request.Capabilities],
            NotificationArns = request.NotificationArns ?? previous?.NotificationArns ?? [],
            RoleArn = request.RoleArn ?? previous?.RoleArn,
        };
        Capabilities.Verify(template, request.Capabilities);
        return (
            definition,
            new TemplateInstance(template, definition.Parameters, stack.PseudoParameters(definition)));
    }
}
