using System.Text.Json.Serialization;
using TelemetryAspire.LocalAws.CloudFormation.ChangeSets;
using TelemetryAspire.LocalAws.CloudFormation.Templates;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Stacks;

/// <summary>All that is known of a stack: the content of its file.</summary>
internal sealed record StackRecord
{
    /// <summary>How many events are kept; the oldest go first.</summary>
    private const int MaxEvents = 1_000;

    /// <summary>The ARN.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Region { get; init; }

    public required string AccountId { get; init; }

    /// <summary>By which address its creator reached LocalAws.</summary>
    public required Uri BaseUrl { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    public required string Status { get; init; }

    public string? StatusReason { get; init; }

    /// <summary>What the stack was last made from, or is being made from the first time.</summary>
    public required StackDefinition Definition { get; init; }

    /// <summary>What is being done, and what is needed to undo it; null when nothing is.</summary>
    public StackOperation? Operation { get; init; }

    public IReadOnlyList<StackResource> Resources { get; init; } = [];

    /// <summary>What the stack no longer has, and the next cleanup deletes.</summary>
    public IReadOnlyList<RetiredResource> Retired { get; init; } = [];

    public IReadOnlyList<StackOutput> Outputs { get; init; } = [];

    /// <summary>The names of the exports of other stacks that it uses.</summary>
    public IReadOnlyList<string> Imports { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<StackEvent> Events { get; init; } = [];

    public IReadOnlyList<ChangeSet> ChangeSets { get; init; } = [];

    /// <summary>The change set it was last made from.</summary>
    public string? ChangeSetId { get; init; }

    public bool IsProtected { get; init; }

    public bool DisableRollback { get; init; }

    public int? TimeoutInMinutes { get; init; }

    /// <summary>The tokens of calls that were carried out, so that their repetition is not.</summary>
    public IReadOnlyList<StackToken> Tokens { get; init; } = [];

    /// <summary>The call that the calls to other services belong to.</summary>
    [JsonIgnore]
    public RequestContext Context => new(Region, AccountId, BaseUrl, "");

    public PseudoParameters PseudoParameters(StackDefinition definition) => new()
    {
        Region = Region,
        AccountId = AccountId,
        StackName = Name,
        StackId = Id,
        NotificationArns = definition.NotificationArns,
    };

    public StackResource? Resource(string logicalId) =>
        Resources.FirstOrDefault(resource => resource.LogicalId == logicalId);

    /// <summary>Puts the resource in the place of the one with its logical id, else at the end.</summary>
    public StackRecord With(StackResource resource)
    {
        var resources = Resources.ToList();
        var index = resources.FindIndex(other => other.LogicalId == resource.LogicalId);
        if (index < 0)
        {
            resources.Add(resource);
        }
        else
        {
            resources[index] = resource;
        }

        return this with { Resources = resources };
    }

    public StackRecord With(StackEvent happened) =>
        this with { Events = [.. Events.Skip(Events.Count + 1 - MaxEvents), happened] };

    /// <summary>Adds the event that says what a resource is now.</summary>
    public StackRecord WithEventOf(StackResource resource, string status, string? reason, DateTimeOffset now) =>
        With(new StackEvent
        {
            EventId = $"{resource.LogicalId}-{status}-{now:yyyy-MM-ddTHH:mm:ss.fff}Z-{Guid.NewGuid().ToString()[..8]}",
            LogicalId = resource.LogicalId,
            PhysicalId = resource.PhysicalId ?? "",
            Type = resource.Type,
            Status = status,
            Reason = reason,
            Timestamp = now,
            Properties = resource.Properties,
            Token = Operation?.Token,
        });

    /// <summary>Ends the operation, and with it the change set it came from.</summary>
    public StackRecord WithoutOperation(bool isSuccess) => this with
    {
        Operation = null,
        ChangeSets =
        [
            .. ChangeSets.Select(changeSet => changeSet.Id == Operation?.ChangeSetId
                ? changeSet with { ExecutionStatus = isSuccess ? ChangeSet.Executed : ChangeSet.ExecutionFailed }
                : changeSet),
        ],
    };

    /// <summary>Changes the status, with the event that says so.</summary>
    public StackRecord WithStatus(string status, string? reason, DateTimeOffset now) =>
        (this with { Status = status, StatusReason = reason }).With(new StackEvent
        {
            EventId = Guid.NewGuid().ToString(),
            LogicalId = Name,
            PhysicalId = Id,
            Type = "AWS::CloudFormation::Stack",
            Status = status,
            Reason = reason,
            Timestamp = now,
            Token = Operation?.Token,
        });
}

/// <summary>The ClientRequestToken of a call that was carried out.</summary>
internal sealed record StackToken(OperationKind Kind, string Token);
