using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Sts;

/// <summary>Hands out temporary credentials, for 12 hours unless told.</summary>
internal sealed class GetSessionToken(TimeProvider timeProvider)
    : IOperation<GetSessionTokenRequest, SessionCredentials>
{
    private const int DefaultSeconds = 43_200;

    public ValueTask<SessionCredentials> InvokeAsync(
        GetSessionTokenRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        validation.Range("durationSeconds", request.DurationSeconds, 900, 129_600);
        validation.ThrowIfFailed();
        return ValueTask.FromResult(
            SessionCredentials.Create(timeProvider, request.DurationSeconds ?? DefaultSeconds));
    }
}

internal sealed record GetSessionTokenRequest(int? DurationSeconds) : IQueryRequest<GetSessionTokenRequest>
{
    public static GetSessionTokenRequest Read(QueryParameters parameters) =>
        new(parameters.Number("DurationSeconds"));
}
