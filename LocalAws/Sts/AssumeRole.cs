using System.Security.Cryptography;
using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Sts;

/// <summary>Hands out temporary credentials for a role, which need not exist; an ExternalId is not compared.</summary>
internal sealed partial class AssumeRole(TimeProvider timeProvider)
    : IOperation<AssumeRoleRequest, AssumeRoleResponse>
{
    private const int DefaultSeconds = 3_600;
    private const string IdCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    public ValueTask<AssumeRoleResponse> InvokeAsync(
        AssumeRoleRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        Validate(request);
        var match = RoleArn().Match(request.RoleArn!);
        if (!match.Success)
        {
            throw AwsException.Validation($"{request.RoleArn} is invalid");
        }

        var session = request.RoleSessionName!;
        return ValueTask.FromResult(new AssumeRoleResponse(
            SessionCredentials.Create(timeProvider, request.DurationSeconds ?? DefaultSeconds),
            $"AROA{RandomNumberGenerator.GetString(IdCharacters, 17)}:{session}",
            $"arn:aws:sts::{match.Groups["account"]}:assumed-role/{match.Groups["name"]}/{session}",
            request.SourceIdentity));
    }

    private static void Validate(AssumeRoleRequest request)
    {
        var validation = new Validation();
        validation.Required("roleArn", request.RoleArn);
        validation.Length("roleArn", request.RoleArn, 20, 2048);
        validation.Required("roleSessionName", request.RoleSessionName);
        validation.Length("roleSessionName", request.RoleSessionName, 2, 64);
        validation.Pattern("roleSessionName", request.RoleSessionName, SessionName(), "[\\w+=,.@-]*");
        validation.Range("durationSeconds", request.DurationSeconds, 900, 43_200);
        validation.Length("externalId", request.ExternalId, 2, 1224);
        validation.Length("sourceIdentity", request.SourceIdentity, 2, 64);
        validation.Pattern("sourceIdentity", request.SourceIdentity, SessionName(), "[\\w+=,.@-]*");
        validation.ThrowIfFailed();
    }

    [GeneratedRegex(@"^arn:aws[a-z-]*:iam::(?<account>\d{12}):role/([\x21-\x7e]*/)?(?<name>[\w+=,.@-]+)\z")]
    private static partial Regex RoleArn();

    [GeneratedRegex(@"^[a-zA-Z0-9_+=,.@-]*\z")]
    private static partial Regex SessionName();
}

internal sealed record AssumeRoleRequest(
    string? RoleArn,
    string? RoleSessionName,
    int? DurationSeconds,
    string? ExternalId,
    string? SourceIdentity) : IQueryRequest<AssumeRoleRequest>
{
    public static AssumeRoleRequest Read(QueryParameters parameters) => new(
        parameters.Text("RoleArn"),
        parameters.Text("RoleSessionName"),
        parameters.Number("DurationSeconds"),
        parameters.Text("ExternalId"),
        parameters.Text("SourceIdentity"));
}

/// <remarks>AWS tells a PackedPolicySize only of sessions with a policy or tags, which are refused here.</remarks>
internal sealed record AssumeRoleResponse(
    SessionCredentials Credentials,
    string AssumedRoleId,
    string Arn,
    string? SourceIdentity) : IQueryResponse
{
    public void Write(QueryXml xml)
    {
        Credentials.Write(xml);
        xml.Structure("AssumedRoleUser", user =>
        {
            user.Text("AssumedRoleId", AssumedRoleId);
            user.Text("Arn", Arn);
        });
        xml.Text("SourceIdentity", SourceIdentity);
    }
}
