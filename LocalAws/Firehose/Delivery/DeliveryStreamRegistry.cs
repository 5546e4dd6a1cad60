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
    private readonly DeliveryStreamContext _context;
    private readonly SemaphoreSlim _changes = new(1);
    private readonly ConcurrentDictionary<string, OpenStream> _streams = new(StringComparer.Ordinal);

    public DeliveryStreamRegistry(DeliveryStreamContext context)
    {
        _directory = context.DataDirectory.ForService("firehose");
        _context = context;
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
    /// <exception cref="AwsException">ResourceNotFoundException, or what it refuses them with.</exception>
    public async Task<TakenRecords> PutAsync(string name, IReadOnlyList<FirehoseRecord?> records)
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

    /// <summary>All, in the ordinal order of their names.</summary>
    public IEnumerable<StreamDefinition> List() => _streams.Values
        .Select(open => open.Stream.Definition)
        .OrderBy(definition => definition.Name, StringComparer.Ordinal);

    /// <summary>Creates a delivery stream.</summary>
    /// <returns>False when there is one of that name.</returns>
    /// <exception cref="AwsException">LimitExceededException.</exception>
    public async Task<bool> TryCreateAsync(StreamDefinition definition, CancellationToken cancellationToken)
    {
        await _changes.WaitAsync(cancellationToken);
        try
        {
            if (_streams.ContainsKey(definition.Name))
            {
                return false;
            }

            if (_streams.Count >= _context.MaxStreams)
            {
                throw FirehoseErrors.LimitExceeded(
                    $"You have already reached the limit of {_context.MaxStreams} delivery streams; delete one first.");
            }

            var folder = Path.Combine(_directory, Guid.NewGuid().ToString(FolderFormat));
            DirectoryEntries.Create(folder, _context.DataDirectory.Disk);
            await CreateAsync(folder, definition);
            return true;
        }
        finally
        {
            _changes.Release();
        }
    }

    /// <summary>Changes the definition of a delivery stream durably, one change after the other.</summary>
    /// <param name="name">The delivery stream.</param>
    /// <param name="change">Makes the new definition of the present one, or refuses.</param>
    /// <param name="cancellationToken">Ends the wait for another change.</param>
    /// <exception cref="AwsException">ResourceNotFoundException, or what <paramref name="change"/> throws.</exception>
    public async Task ChangeAsync(
        string name,
        Func<StreamDefinition, StreamDefinition> change,
        CancellationToken cancellationToken)
    {
        await _changes.WaitAsync(cancellationToken);
        try
        {
            if (!_streams.TryGetValue(name, out var open))
            {
                throw FirehoseErrors.NotFound(name);
            }

            var changed = change(open.Stream.Definition);
            await open.Stream.ChangeAsync(changed, () => Write(open.Folder, changed));
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
            if (!_streams.TryGetValue(name, out var open))
            {
                return false;
            }

            DefinitionFile.Delete(open.Folder, _context.DataDirectory.Disk);
            _streams.TryRemove(name, out _);
            await open.Stream.DisposeAsync();
            DefinitionFile.DeleteDirectory(open.Folder);
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
        await Closing.AllAsync(_streams.Values.Select(open => (Func<ValueTask>)open.Stream.DisposeAsync));
        _changes.Dispose();
    }

    /// <summary>The definition comes last: where it cannot be written there is no delivery stream.</summary>
    private async Task CreateAsync(string folder, StreamDefinition definition)
    {
        var stream = NewStream(folder, definition);
        try
        {
            Write(folder, definition);
        }
        catch
        {
            await stream.DisposeAsync();
            Directory.Delete(folder, recursive: true);
            throw;
        }

        _streams[definition.Name] = new OpenStream(folder, stream);
    }

    private void Write(string folder, StreamDefinition definition) =>
        DefinitionFile.Write(
            folder, definition, FirehoseJsonContext.Default.StreamDefinition, _context.DataDirectory.Disk);

    private void OpenExisting(string folder)
    {
        var json = FirehoseJsonContext.Default.StreamDefinition;
        if (DefinitionFile.ReadOrRemove(folder, json, _context.DataDirectory.Disk, _context.Logger) is { } definition)
        {
            OpenExisting(folder, definition);
        }
    }

    private void OpenExisting(string folder, StreamDefinition definition)
    {
        if (_streams.TryGetValue(definition.Name, out var other))
        {
            throw new LocalAwsStartupException(
                $"'{folder}' and '{other.Folder}' both hold a delivery stream {definition.Name}. "
                + "Move one of them out of the data directory.");
        }

        try
        {
            _streams[definition.Name] = new OpenStream(folder, NewStream(folder, definition));
        }
        catch (InvalidDataException exception)
        {
            throw new LocalAwsStartupException(
                $"the records of delivery stream {definition.Name} in '{folder}' cannot be read ({exception.Message}) "
                + "Delete that directory, and with it the delivery stream, or run the version that wrote it.",
                exception);
        }
    }

    private DeliveryStream NewStream(string folder, StreamDefinition definition) =>
        new(definition, Path.Combine(folder, LogFolder), _context);

    private sealed record OpenStream(string Folder, DeliveryStream Stream);
}
