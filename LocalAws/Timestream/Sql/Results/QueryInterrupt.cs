using DuckDB.NET.Data;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Results;

/// <summary>Stops a command of DuckDB's once it is cancelled, until it is disposed.</summary>
/// <remarks>
/// DuckDB forgets an interrupt that comes before a statement begins to run, as it may between the moment it is prepared
/// and that in which it starts. So the interrupt is repeated for as long as the command is there.
/// </remarks>
internal sealed class QueryInterrupt : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private readonly DuckDBCommand _command;
    private readonly Timer _timer;
    private readonly CancellationTokenRegistration _registration;
    private bool _isDisposed;

    public QueryInterrupt(DuckDBCommand command, CancellationToken cancellationToken)
    {
        _command = command;
        _timer = new Timer(_ => Interrupt());
        _registration = cancellationToken.Register(() => _timer.Change(TimeSpan.Zero, Period));
    }

    /// <summary>After this the command is left alone, and its connection can be closed.</summary>
    public void Dispose()
    {
        _registration.Dispose();
        _timer.Dispose();
        lock (_lock)
        {
            _isDisposed = true;
        }
    }

    private void Interrupt()
    {
        lock (_lock)
        {
            if (!_isDisposed)
            {
                _command.Cancel();
            }
        }
    }
}
