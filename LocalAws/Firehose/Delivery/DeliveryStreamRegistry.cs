using System.Collections.Concurrent;
using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>All delivery streams, open.</summary>
/// <remarks>
/// Each has a folder of its own, named by a GUID, with its <see cref="DefinitionFile"/> and the log of its records.
/// Other folders are not ours and stay as they are.
/// </remarks>
internal sealed class DeliveryStreamRegistry : IAsyncDisposable
{
    private const string LogFolder = "log";
    private const string FolderFormat = "N";

    private readonly string _directory;
    private readonly FsyncPolicy _fsync;
    private readonly ObjectDelivery _delivery;
    private readonly TimeProvider _clock;
    private readonly ILogger<DeliveryStream> _logger;
    private readonly SemaphoreSlim _changes = new(1);
    private readonly ConcurrentDictionary<string, OpenStream> _streams = new(StringComparer.Ordinal);

    public DeliveryStreamRegistry(
        DataDirectory dataDirectory,
        ObjectDelivery delivery,
        TimeProvider clock,
        ILogger<DeliveryStream> logger)
    {
        _directory = dataDirectory.ForService("firehose");
        _fsync = dataDirectory.Fsync;
        _delivery = delivery;
        _clock = clock;
        _logger = logger;
        foreach (var folder in Directory.GetDirectories(_directory))
        {
            if (Guid.TryParseExact(Path.GetFileName(folder), FolderFormat, out _))
            {
                OpenExisting(folder);
            }
        }
    }

    /// <summary>The delivery stream of that name.</summary>
    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public DeliveryStream Get(string name) =>
        _streams.TryGetValue(name, out var open) ? open.Stream : throw FirehoseErrors.NotFound(name);

    /// <summary>Gives records to the delivery stream of that name.</summary>
    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public async Task<string[]> PutAsync(string name, IReadOnlyList<FirehoseRecord?> records)
    {
        try
        {
            return await Get(name).PutAsync(records);
        }
        catch (ObjectDisposedException) when (!_streams.ContainsKey(name))
        {
            // Deleted between being found and taking the records.
            throw FirehoseErrors.NotFound(name);
        }
    }

    /// <summary>The names of all, in ordinal order.</summary>
    public IEnumerable<string> ListNames() => _streams.Keys.Order(StringComparer.Ordinal);

    /// <summary>Creates a delivery stream.</summary>
    /// <returns>False when there is one of that name.</returns>
    public async Task<bool> TryCreateAsync(StreamDefinition definition, CancellationToken cancellationToken)
    {
        await _changes.WaitAsync(cancellationToken);
        try
        {
            if (_streams.ContainsKey(definition.Name))
            {
                return false;
            }

            var folder = Path.Combine(_directory, Guid.NewGuid().ToString(FolderFormat));
            DirectoryEntries.Create(folder);
            DefinitionFile.Write(folder, definition, FirehoseJsonContext.Default.StreamDefinition);
            Open(folder, definition);
            return true;
        }
        finally
        {
            _changes.Release();
        }
    }

    /// <summary>Deletes a delivery stream and the records it has not delivered.</summary>
    /// <returns>False when there is none of that name.</returns>
    public async Task<bool> TryDeleteAsync(string name, CancellationToken cancellationToken)
    {
        await _changes.WaitAsync(cancellationToken);
        try
        {
            if (!_streams.TryRemove(name, out var open))
            {
                return false;
            }

            DefinitionFile.Delete(open.Folder);
            await open.Stream.DisposeAsync();
            Directory.Delete(open.Folder, recursive: true);
            return true;
        }
        finally
        {
            _changes.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var open in _streams.Values)
        {
            await open.Stream.DisposeAsync();
        }

        _changes.Dispose();
    }

    private void OpenExisting(string folder)
    {
        var json = FirehoseJsonContext.Default.StreamDefinition;
        if (DefinitionFile.ReadOrRemove(folder, json, _logger) is { } definition)
        {
            Open(folder, definition);
        }
    }

    private void Open(string folder, StreamDefinition definition)
    {
        var stream = new DeliveryStream(definition, Path.Combine(folder, LogFolder), _delivery, _fsync, _clock, _logger);
        _streams[definition.Name] = new OpenStream(folder, stream);
    }

    private sealed record OpenStream(string Folder, DeliveryStream Stream);
}
