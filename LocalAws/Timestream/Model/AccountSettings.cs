namespace TelemetryAspire.LocalAws.Timestream.Model;

/// <summary>The settings of the account for queries. They are kept and told; no query here is given compute units.</summary>
internal sealed record AccountSettings
{
    public const string OnDemand = "ON_DEMAND";
    public const string Provisioned = "PROVISIONED";

    /// <summary>Of an account that has changed nothing. Source: developer guide, "Quotas".</summary>
    public static readonly AccountSettings Default = new() { MaxQueryTcu = 200, ComputeMode = OnDemand };

    public required int MaxQueryTcu { get; init; }

    public required string ComputeMode { get; init; }

    /// <summary>The compute units provisioned last; null when none ever were.</summary>
    public int? TargetQueryTcu { get; init; }

    /// <summary>Where changes of the provisioned units would be told.</summary>
    public CapacityNotification? Notification { get; init; }
}

/// <summary>The API's <c>AccountSettingsNotificationConfiguration</c>.</summary>
internal sealed record CapacityNotification(SnsTopic? SnsConfiguration, string? RoleArn);

/// <summary>The API's <c>SnsConfiguration</c>. There is no SNS here: nothing is sent.</summary>
internal sealed record SnsTopic(string? TopicArn);
