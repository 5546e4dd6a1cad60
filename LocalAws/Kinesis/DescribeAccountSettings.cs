using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Describes the settings of the account.</summary>
internal sealed class DescribeAccountSettings(AccountSettings account)
    : IOperation<DescribeAccountSettingsRequest, AccountSettingsResponse>
{
    public ValueTask<AccountSettingsResponse> InvokeAsync(
        DescribeAccountSettingsRequest request,
        RequestContext context,
        CancellationToken cancellationToken) =>
        ValueTask.FromResult(new AccountSettingsResponse(account.Describe()));
}

internal sealed record DescribeAccountSettingsRequest;

internal sealed record AccountSettingsResponse(BillingCommitmentDescription MinimumThroughputBillingCommitment);
