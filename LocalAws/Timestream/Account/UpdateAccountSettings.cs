using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Timestream.Account;

/// <summary>UpdateAccountSettings: kept and told; what queries may use here is what the machine has.</summary>
internal sealed class UpdateAccountSettings(TimestreamStore store)
    : IOperation<UpdateAccountSettingsRequest, AccountSettingsResponse>
{
    /// <summary>Compute units come in fours. Source: API reference of this operation.</summary>
    private const int UnitStep = 4;

    private const int MaxUnits = 1000;

    private const string CapacityPath = "queryCompute.provisionedCapacity";

    public async ValueTask<AccountSettingsResponse> InvokeAsync(
        UpdateAccountSettingsRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        Check(request);
        var settings = await store.ChangeCatalogAsync(
            transaction =>
            {
                var updated = Apply(transaction.Catalog.Account, request);
                transaction.Save(updated);
                return updated;
            },
            cancellationToken);
        return AccountSettingsResponse.Of(settings);
    }

    private static void Check(UpdateAccountSettingsRequest request)
    {
        var validation = new Validation();
        validation.OneOf("queryPricingModel", request.QueryPricingModel, "BYTES_SCANNED", "COMPUTE_UNITS");
        validation.OneOf(
            "queryCompute.computeMode",
            request.QueryCompute?.ComputeMode,
            AccountSettings.OnDemand,
            AccountSettings.Provisioned);
        if (request.QueryCompute?.ProvisionedCapacity is { } capacity)
        {
            validation.Required($"{CapacityPath}.targetQueryTCU", capacity.TargetQueryTCU);
            if (capacity.NotificationConfiguration is { } notification)
            {
                const string Path = $"{CapacityPath}.notificationConfiguration";
                validation.Required($"{Path}.roleArn", notification.RoleArn);
                validation.Length($"{Path}.roleArn", notification.RoleArn, 1, 2048);
                validation.Length(
                    $"{Path}.snsConfiguration.topicArn", notification.SnsConfiguration?.TopicArn, 1, 2048);
            }
        }

        validation.ThrowIfFailed();
        CheckUnits("MaxQueryTCU", request.MaxQueryTCU);
        CheckUnits("TargetQueryTCU", request.QueryCompute?.ProvisionedCapacity?.TargetQueryTCU);
        if (request.QueryPricingModel == "BYTES_SCANNED")
        {
            throw TimestreamErrors.Validation("The QueryPricingModel can only be changed to COMPUTE_UNITS.");
        }
    }

    private static void CheckUnits(string member, int? units)
    {
        if (units is { } given && (given < UnitStep || given > MaxUnits || given % UnitStep != 0))
        {
            throw TimestreamErrors.Validation(
                $"The {member} {given} is invalid: it must be a multiple of {UnitStep} from {UnitStep} to {MaxUnits}.");
        }
    }

    private static AccountSettings Apply(AccountSettings settings, UpdateAccountSettingsRequest request)
    {
        var compute = request.QueryCompute;
        var mode = compute?.ComputeMode ?? settings.ComputeMode;
        if (mode is AccountSettings.OnDemand && compute?.ProvisionedCapacity is not null)
        {
            throw TimestreamErrors.Validation("ProvisionedCapacity needs the compute mode PROVISIONED.");
        }

        var units = compute?.ProvisionedCapacity?.TargetQueryTCU ?? settings.TargetQueryTcu;
        return mode is AccountSettings.Provisioned && units is null
            ? throw TimestreamErrors.Validation("The compute mode PROVISIONED needs a TargetQueryTCU.")
            : settings with
            {
                MaxQueryTcu = request.MaxQueryTCU ?? settings.MaxQueryTcu,
                ComputeMode = mode,
                TargetQueryTcu = units,
                Notification = compute?.ProvisionedCapacity?.NotificationConfiguration ?? settings.Notification,
            };
    }
}
