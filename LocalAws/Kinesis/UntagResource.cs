using TelemetryAspire.LocalAws.Kinesis.Resources;
using TelemetryAspire.LocalAws.Kinesis.Tags;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Removes tags of a stream or a consumer.</summary>
internal sealed class UntagResource(ResourceStore resources) : IOperation<UntagResourceRequest, NoContent>
{
    public ValueTask<NoContent> InvokeAsync(
        UntagResourceRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        request.Validate(ref validation);
        TagRules.Validate(ref validation, request.TagKeys);
        validation.ThrowIfFailed();

        resources.UpdateTags(request.Resolve(resources), tags => TagRules.Remove(tags, request.TagKeys!));
        return ValueTask.FromResult(default(NoContent));
    }
}

internal sealed record UntagResourceRequest : ResourceRequest
{
    public IReadOnlyList<string?>? TagKeys { get; init; }
}
