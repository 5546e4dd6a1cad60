using System.Text.Json;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.CloudFormation.Stacks;

/// <summary>A stack: its record in memory, always the same as in its file.</summary>
/// <remarks>
/// Thread-safe. What a reader sees is durable. What changes nothing outside the record can be staged instead, for the
/// next change to make durable with its own: hundreds of resources that are entries only cost one write.
/// </remarks>
internal sealed class Stack
{
    private readonly Lock _changeLock = new();
    private readonly string _path;
    private readonly IDisk _disk;
    private volatile StackRecord _record;
    private volatile StackRecord _latest;

    /// <summary>Takes over a record that is in the file already.</summary>
    public Stack(string path, StackRecord record, IDisk disk)
    {
        _path = path;
        _disk = disk;
        _record = record;
        _latest = record;
    }

    public StackRecord Record => _record;

    /// <summary>The record with what was staged; only for who carries out the stack's operation.</summary>
    public StackRecord Latest => _latest;

    public string FilePath => _path;

    /// <summary>Makes a new stack durable.</summary>
    public static Stack Create(string path, StackRecord record, IDisk disk)
    {
        var stack = new Stack(path, record, disk);
        stack.Change(_ => record);
        return stack;
    }

    /// <summary>Changes the record durably; what <paramref name="change"/> throws leaves it as it is.</summary>
    public StackRecord Change(Func<StackRecord, StackRecord> change)
    {
        lock (_changeLock)
        {
            var changed = change(_latest);
            AtomicFile.Write(
                _path,
                JsonSerializer.SerializeToUtf8Bytes(changed, CloudFormationJsonContext.Default.StackRecord),
                _disk);
            _latest = changed;
            _record = changed;
            return changed;
        }
    }

    /// <summary>Changes what the next change makes durable; a crash before that undoes it.</summary>
    public void Stage(Func<StackRecord, StackRecord> change)
    {
        lock (_changeLock)
        {
            _latest = change(_latest);
        }
    }
}
