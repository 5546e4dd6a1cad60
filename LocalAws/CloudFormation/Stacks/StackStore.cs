using System.Collections.Concurrent;
using System.Text.Json;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.CloudFormation.Stacks;

/// <summary>All stacks, in memory and in the data directory; one space of names for all regions.</summary>
/// <remarks>Thread-safe. A deleted stack stays, by its id, until 90 days are over or others take its place.</remarks>
internal sealed class StackStore
{
    /// <summary>AWS's quota of an account and region.</summary>
    private const int MaxStacks = 2_000;

    /// <summary>How many deleted stacks are remembered.</summary>
    private const int MaxDeleted = 200;

    private static readonly TimeSpan DeletedRetention = TimeSpan.FromDays(90);

    private readonly Lock _changeLock = new();
    private readonly ConcurrentDictionary<string, Stack> _stacks = new(StringComparer.Ordinal);
    private readonly string _directory;
    private readonly IDisk _disk;
    private readonly TimeProvider _timeProvider;

    /// <exception cref="LocalAwsStartupException">A stack's file is damaged.</exception>
    public StackStore(DataDirectory dataDirectory, TimeProvider timeProvider)
    {
        _directory = dataDirectory.ForService("cloudformation");
        _disk = dataDirectory.Disk;
        _timeProvider = timeProvider;
        foreach (var path in Directory.EnumerateFiles(_directory, "*.json"))
        {
            var record = Read(path);
            _stacks[record.Id] = new Stack(path, record, _disk);
        }
    }

    /// <summary>Taken by whoever decides on exports: their names are unique among all stacks.</summary>
    public Lock ExportLock { get; } = new();

    /// <summary>
    /// Held from the look whether a resource exists until it is made: what another stack makes is never taken for one's
    /// own, and deleted in a rollback.
    /// </summary>
    public SemaphoreSlim CreationTurn { get; } = new(1);

    /// <summary>All stacks, deleted ones too, the newest first.</summary>
    public IReadOnlyList<Stack> List() =>
        [.. _stacks.Values.OrderByDescending(stack => stack.Record.CreatedAt).ThenBy(stack => stack.Record.Id)];

    /// <summary>The stack of that name, or, also when it is deleted, of that id.</summary>
    public Stack? Find(string nameOrId) => _stacks.TryGetValue(nameOrId, out var stack)
        ? stack
        : _stacks.Values.FirstOrDefault(other =>
            other.Record.Name == nameOrId && other.Record.Status != StackStatus.DeleteComplete);

    /// <summary>Adds a stack.</summary>
    /// <exception cref="AwsException">AlreadyExistsException, LimitExceededException.</exception>
    public Stack Add(StackRecord record)
    {
        lock (_changeLock)
        {
            if (Find(record.Name) is not null)
            {
                throw StackErrors.AlreadyExists(record.Name);
            }

            ForgetDeleted();
            if (_stacks.Values.Count(stack => stack.Record.DeletedAt is null) >= MaxStacks)
            {
                throw new AwsException(
                    "LimitExceededException", $"The limit of {MaxStacks} stacks is reached; delete one first.");
            }

            var file = record.Id[(record.Id.LastIndexOf('/') + 1)..] + ".json";
            var stack = Stack.Create(Path.Combine(_directory, file), record, _disk);
            _stacks[record.Id] = stack;
            return stack;
        }
    }

    /// <summary>The outputs with an export name, by that name.</summary>
    public IEnumerable<(StackRecord Stack, StackOutput Output)> Exports() => _stacks.Values
        .Select(stack => stack.Record)
        .Where(record => record.Status != StackStatus.DeleteComplete)
        .SelectMany(record => record.Outputs
            .Where(output => output.ExportName is not null)
            .Select(output => (record, output)))
        .OrderBy(export => export.output.ExportName, StringComparer.Ordinal);

    /// <summary>The names of the stacks that use an export.</summary>
    public IEnumerable<string> Importers(string exportName) => _stacks.Values
        .Select(stack => stack.Record)
        .Where(record => record.Status != StackStatus.DeleteComplete && record.Imports.Contains(exportName))
        .Select(record => record.Name)
        .Order(StringComparer.Ordinal);

    private void ForgetDeleted()
    {
        var limit = _timeProvider.GetUtcNow() - DeletedRetention;
        var deleted = _stacks.Values
            .Where(stack => stack.Record.DeletedAt is not null)
            .OrderByDescending(stack => stack.Record.DeletedAt)
            .ToList();
        foreach (var stack in deleted.Where((stack, i) => i >= MaxDeleted || stack.Record.DeletedAt < limit))
        {
            File.Delete(stack.FilePath);
            _stacks.TryRemove(stack.Record.Id, out _);
        }
    }

    private static StackRecord Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), CloudFormationJsonContext.Default.StackRecord)
                ?? throw new JsonException("The file holds null.");
        }
        catch (JsonException exception)
        {
            throw new LocalAwsStartupException(
                $"the file '{path}' is damaged ({exception.Message}). Restore it, or delete it and with it the "
                + "stack; the stack's resources stay.",
                exception);
        }
    }
}
