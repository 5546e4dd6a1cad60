using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream.Tags;

internal sealed record TagResourceRequest(string? ResourceARN, List<Tag>? Tags);

/// <summary>TagResource of both services: adds tags, replacing those of the same keys.</summary>
internal sealed class TagResource(TaggedResources resources) : IOperation<TagResourceRequest, NoContent>
{
    public async ValueTask<NoContent> InvokeAsync(
        TagResourceRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        var validation = new Validation();
        TaggedResources.Check(ref validation, request.ResourceARN);
        validation.Required("tags", request.Tags);
        TagRules.Check(ref validation, request.Tags);
        validation.ThrowIfFailed();
        return await resources.ChangeAsync(
            request.ResourceARN!, tags => TagRules.Merge(tags, request.Tags), cancellationToken);
    }
}
