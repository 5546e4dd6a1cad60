namespace Aspire.Hosting.ApplicationModel;

/// <summary>A connection string given from outside.</summary>
internal sealed class ConnectionStringParameter : ParameterResource, IResourceWithConnectionString
{
    public ConnectionStringParameter(string name, Func<ParameterDefault?, string> callback, string? environmentVariable)
        : base(name, callback, secret: true)
    {
        ConnectionStringEnvironmentVariable = environmentVariable;
        IsConnectionString = true;
    }

    public string? ConnectionStringEnvironmentVariable { get; }

    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{(ParameterResource)this}");
}
