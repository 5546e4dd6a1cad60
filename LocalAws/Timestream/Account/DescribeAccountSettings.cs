using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Timestream.Account;

/// <summary>DescribeAccountSettings.</summary>
internal sealed class DescribeAccountSettings(TimestreamStore store)
    : IOperation<DescribeAccountSettingsRequest, AccountSettingsResponse>
{
    public ValueTask<AccountSettingsResponse> InvokeAsync(
        DescribeAccountSettingsRequest request, RequestContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(AccountSettingsResponse.Of(store.Catalog.Account));
}
