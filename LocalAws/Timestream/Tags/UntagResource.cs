using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Timestream.Tags;

internal sealed record UntagResourceRequest(string? ResourceARN, List<string>? TagKeys);

/// <summary>UntagResource of both services; a key that no tag has is no mistake.</summary>
internal sealed class UntagResource(TaggedResources resources) : IOperation<UntagResourceRequest, NoContent>
{
    public async ValueTask<NoContent> InvokeAsync(
        UntagResourceRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        var validation = new Validation();
        TaggedResources.Check(ref validation, request.ResourceARN);
        TagRules.CheckKeys(ref validation, request.TagKeys);
        validation.ThrowIfFailed();
        var keys = request.TagKeys!.ToHashSet(StringComparer.Ordinal);
        return await resources.ChangeAsync(
            request.ResourceARN!, tags => [.. tags.Where(tag => !keys.Contains(tag.Key!))], cancellationToken);
    }
}
