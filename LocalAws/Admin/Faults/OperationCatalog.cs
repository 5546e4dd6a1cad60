using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.S3;

namespace TelemetryAspire.LocalAws.Admin.Faults;

/// <summary>Every operation there is, by the name that fault rules use.</summary>
internal sealed class OperationCatalog(AwsJsonOperations json, QueryEndpoint query, S3Routes s3)
{
    public IReadOnlyList<string> Names { get; } =
    [
        .. json.Contracts.Select(contract => OperationNames.OfTarget(contract.Key)),
        .. query.Services.SelectMany(service =>
            service.Actions.Select(action => OperationNames.OfAction(service.SigningName, action))),
        .. s3.Operations.Select(OperationNames.OfS3).Distinct(),
    ];
}
