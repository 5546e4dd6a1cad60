namespace TelemetryAspire.LocalAws.Timestream.Storage;

/// <summary>A change of the catalog on its way through the writer.</summary>
internal sealed class CatalogChange(Action<CatalogTransaction> apply)
{
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the change is committed; fails with what <c>apply</c> threw, with nothing changed.</summary>
    public Task Completion => _completion.Task;

    public void Apply(CatalogTransaction transaction) => apply(transaction);

    public void Complete() => _completion.TrySetResult();

    public void Fail(Exception exception) => _completion.TrySetException(exception);
}
