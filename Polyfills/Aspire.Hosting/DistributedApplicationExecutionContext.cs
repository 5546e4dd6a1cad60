namespace Aspire.Hosting;

/// <summary>The mode the application runs in.</summary>
/// <param name="operation">Run or publish.</param>
/// <param name="publisherName">The publisher, in publish mode.</param>
public class DistributedApplicationExecutionContext(DistributedApplicationOperation operation, string publisherName)
{
    /// <summary>A context of an operation.</summary>
    public DistributedApplicationExecutionContext(DistributedApplicationOperation operation)
        : this(operation, "manifest")
    {
    }

    /// <summary>Run or publish.</summary>
    public DistributedApplicationOperation Operation { get; } = operation;

    /// <summary>The publisher, in publish mode.</summary>
    public string PublisherName { get; set; } = publisherName;

    /// <summary>Whether resources are started.</summary>
    public bool IsRunMode => Operation == DistributedApplicationOperation.Run;

    /// <summary>Whether the model is only written down.</summary>
    public bool IsPublishMode => Operation == DistributedApplicationOperation.Publish;
}

/// <summary>What the AppHost was asked to do.</summary>
public enum DistributedApplicationOperation
{
    /// <summary>To run the application.</summary>
    Run,

    /// <summary>To write the model down.</summary>
    Publish,
}
