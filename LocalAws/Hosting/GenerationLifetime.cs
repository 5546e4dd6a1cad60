namespace TelemetryAspire.LocalAws.Hosting;

/// <summary>
/// The lifetime as what lives in a <see cref="Generation"/> sees it: it stops with its generation, at the latest with
/// the application.
/// </summary>
/// <remarks>Anything that answers for minutes, such as a subscription, ends when this is stopping.</remarks>
internal sealed class GenerationLifetime(IHostApplicationLifetime application) : IHostApplicationLifetime, IDisposable
{
    private readonly CancellationTokenSource _stopping =
        CancellationTokenSource.CreateLinkedTokenSource(application.ApplicationStopping);

    public CancellationToken ApplicationStarted => application.ApplicationStarted;

    public CancellationToken ApplicationStopping => _stopping.Token;

    public CancellationToken ApplicationStopped => application.ApplicationStopped;

    /// <summary>Tells what lives in the generation that it ends; the application goes on.</summary>
    public Task StopGenerationAsync() => _stopping.CancelAsync();

    /// <inheritdoc/>
    public void StopApplication() => application.StopApplication();

    public void Dispose() => _stopping.Dispose();
}
