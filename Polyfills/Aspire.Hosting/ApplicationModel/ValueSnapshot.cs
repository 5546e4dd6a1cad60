namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value set once and awaited by many, here the address of an endpoint.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public sealed class ValueSnapshot<T>
    where T : notnull
{
    private readonly TaskCompletionSource<T> _value = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the value or its failure is there.</summary>
    public bool IsValueSet => _value.Task.IsCompleted;

    /// <summary>The value, waiting until it is set.</summary>
    public Task<T> GetValueAsync(CancellationToken cancellationToken = default) =>
        _value.Task.WaitAsync(cancellationToken);

    /// <summary>Sets the value.</summary>
    /// <exception cref="InvalidOperationException">It was set before.</exception>
    public void SetValue(T value) => _value.SetResult(value);

    /// <summary>Makes every reader fail, now and later.</summary>
    public void SetException(Exception exception) => _value.SetException(exception);
}
