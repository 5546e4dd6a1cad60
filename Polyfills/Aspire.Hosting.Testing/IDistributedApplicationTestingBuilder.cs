namespace Aspire.Hosting.Testing;

/// <summary>
/// The builder of an AppHost under test: what its Program.cs has added can be changed before it is built.
/// </summary>
public interface IDistributedApplicationTestingBuilder : IDistributedApplicationBuilder, IAsyncDisposable, IDisposable
{
    /// <summary>Lets the AppHost build its application.</summary>
    Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default);
}
