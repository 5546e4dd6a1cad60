using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Changes the settings of the account.</summary>
internal sealed class UpdateAccountSettings(AccountSettings account)
    : IOperation<UpdateAccountSettingsRequest, AccountSettingsResponse>
{
    private const string Path = "minimumThroughputBillingCommitment";

    public ValueTask<AccountSettingsResponse> InvokeAsync(
        UpdateAccountSettingsRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        validation.Required(Path, request.MinimumThroughputBillingCommitment);
        if (request.MinimumThroughputBillingCommitment is { } commitment)
        {
            validation.Required(Path + ".status", commitment.Status);
            validation.OneOf(Path + ".status", commitment.Status, "ENABLED", "DISABLED");
        }

        validation.ThrowIfFailed();
        var isEnabled = request.MinimumThroughputBillingCommitment!.Status == "ENABLED";
        return ValueTask.FromResult(new AccountSettingsResponse(account.Change(isEnabled)));
    }
}

internal sealed record UpdateAccountSettingsRequest(BillingCommitmentRequest? MinimumThroughputBillingCommitment);

/// <param name="Status">ENABLED or DISABLED.</param>
internal sealed record BillingCommitmentRequest(string? Status);
