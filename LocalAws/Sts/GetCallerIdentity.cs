using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Sts;

/// <summary>Says who calls: always the root user of the one account, whatever the credentials.</summary>
internal sealed class GetCallerIdentity : IOperation<GetCallerIdentityRequest, GetCallerIdentityResponse>
{
    public ValueTask<GetCallerIdentityResponse> InvokeAsync(
        GetCallerIdentityRequest request,
        RequestContext context,
        CancellationToken cancellationToken) =>
        ValueTask.FromResult(new GetCallerIdentityResponse(context.AccountId));
}

internal sealed record GetCallerIdentityRequest : IQueryRequest<GetCallerIdentityRequest>
{
    public static GetCallerIdentityRequest Read(QueryParameters parameters) => new();
}

internal sealed record GetCallerIdentityResponse(string Account) : IQueryResponse
{
    public void Write(QueryXml xml)
    {
        xml.Text("Arn", $"arn:aws:iam::{Account}:root");
        xml.Text("UserId", Account);
        xml.Text("Account", Account);
    }
}
