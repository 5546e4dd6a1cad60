using TelemetryAspire.LocalAws.Kinesis.Resources;
using TelemetryAspire.LocalAws.Kinesis.Tags;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Sets tags of a stream or a consumer.</summary>
internal sealed class TagResource(ResourceStore resources) : IOperation<TagResourceRequest, NoContent>
{
    public ValueTask<NoContent> InvokeAsync(
        TagResourceRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        request.Validate(ref validation);
        validation.Required("tags", request.Tags);
        TagRules.Validate(ref validation, request.Tags);
        validation.ThrowIfFailed();

        var resource = request.Resolve(resources);
        resources.UpdateTags(resource, tags => TagRules.Add(tags, request.Tags!, resource.Description));
        return ValueTask.FromResult(default(NoContent));
    }
}

internal sealed record TagResourceRequest : ResourceRequest
{
    public Dictionary<string, string?>? Tags { get; init; }
}
