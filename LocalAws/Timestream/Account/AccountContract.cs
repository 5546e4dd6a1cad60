using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream.Account;

internal sealed record DescribeAccountSettingsRequest;

internal sealed record UpdateAccountSettingsRequest(
    int? MaxQueryTCU, string? QueryPricingModel, QueryComputeRequest? QueryCompute);

/// <summary>How queries shall be given compute units.</summary>
internal sealed record QueryComputeRequest(string? ComputeMode, ProvisionedCapacityRequest? ProvisionedCapacity);

internal sealed record ProvisionedCapacityRequest(
    int? TargetQueryTCU, CapacityNotification? NotificationConfiguration);

/// <summary>The response of both operations on account settings.</summary>
internal sealed record AccountSettingsResponse(int MaxQueryTCU, string QueryPricingModel, QueryComputeResponse QueryCompute)
{
    public static AccountSettingsResponse Of(AccountSettings settings) => new(
        settings.MaxQueryTcu,
        "COMPUTE_UNITS",
        new QueryComputeResponse(
            settings.ComputeMode,
            settings.ComputeMode is AccountSettings.Provisioned
                ? new ProvisionedCapacityResponse(
                    settings.TargetQueryTcu!.Value,
                    settings.Notification,
                    new LastCapacityUpdate(settings.TargetQueryTcu.Value, "SUCCEEDED"))
                : null));
}

internal sealed record QueryComputeResponse(string ComputeMode, ProvisionedCapacityResponse? ProvisionedCapacity);

internal sealed record ProvisionedCapacityResponse(
    int ActiveQueryTCU, CapacityNotification? NotificationConfiguration, LastCapacityUpdate LastUpdate);

/// <summary>The API's <c>LastUpdate</c>: an update is over when its call returns.</summary>
internal sealed record LastCapacityUpdate(int TargetQueryTCU, string Status);
