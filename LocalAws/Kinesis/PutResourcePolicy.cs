using System.Text.Json;
using TelemetryAspire.LocalAws.Kinesis.Resources;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Keeps a policy with a stream or a consumer. Nobody is refused for it: any credentials may do all.</summary>
internal sealed class PutResourcePolicy(ResourceStore resources) : IOperation<PutResourcePolicyRequest, NoContent>
{
    /// <summary>The size that policies of AWS services are limited to.</summary>
    private const int MaxLength = 20 * 1024;

    public ValueTask<NoContent> InvokeAsync(
        PutResourcePolicyRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        request.Validate(ref validation);
        validation.Required("policy", request.Policy);
        validation.ThrowIfFailed();
        if (request.Policy!.Length > MaxLength || !IsPolicy(request.Policy))
        {
            throw KinesisErrors.InvalidArgument(
                $"The policy must be a JSON object with a Statement, of at most {MaxLength} characters.");
        }

        resources.UpdatePolicy(request.Resolve(resources), request.Policy);
        return ValueTask.FromResult(default(NoContent));
    }

    private static bool IsPolicy(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("Statement", out var statement)
                && statement.ValueKind is JsonValueKind.Array or JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

internal sealed record PutResourcePolicyRequest : ResourceRequest
{
    public string? Policy { get; init; }
}
