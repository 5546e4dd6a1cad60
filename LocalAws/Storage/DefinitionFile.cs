using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TelemetryAspire.LocalAws.Storage;

/// <summary>The file that defines a stream or delivery stream, in the directory of its records.</summary>
/// <remarks>
/// What it defines exists while the file is there: it is written last, and a deletion begins with giving it another
/// name. So a directory with that name is what an interrupted deletion left, and one with neither what an interrupted
/// creation left, which has no records. Records without a definition have lost it in some other way, and are kept.
/// </remarks>
internal static partial class DefinitionFile
{
    private const string Name = "stream.json";
    private const string DeletedName = "stream.json.deleted";

    /// <summary>Where directories with records and no definition go; no stream's directory has that name.</summary>
    private const string SetAsideName = "set-aside";

    /// <summary>Writes the definition durably, in place of an earlier one.</summary>
    public static void Write<T>(string directory, T definition, JsonTypeInfo<T> json, IDisk disk) =>
        AtomicFile.Write(Path.Combine(directory, Name), JsonSerializer.SerializeToUtf8Bytes(definition, json), disk);

    /// <summary>Reads the definition at start; removes a directory that has none, or sets its records aside.</summary>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="LocalAwsStartupException">The file is damaged.</exception>
    public static T? ReadOrRemove<T>(string directory, JsonTypeInfo<T> json, IDisk disk, ILogger logger)
        where T : class
    {
        var path = Path.Combine(directory, Name);
        if (!File.Exists(path))
        {
            RemoveOrSetAside(directory, disk, logger);
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), json)
                ?? throw new JsonException("The file holds null.");
        }
        catch (JsonException exception)
        {
            throw new LocalAwsStartupException(
                $"the file '{path}' is damaged ({exception.Message}). "
                + "Restore it, or delete its directory and with it the stream.",
                exception);
        }
    }

    /// <summary>Ends what the file defines; the rest of the directory may go at leisure.</summary>
    public static void Delete(string directory, IDisk disk)
    {
        File.Move(Path.Combine(directory, Name), Path.Combine(directory, DeletedName), overwrite: true);
        disk.FlushDirectory(directory);
    }

    /// <summary>Deletes the directory of what <see cref="Delete"/> has ended.</summary>
    public static void DeleteDirectory(string directory)
    {
        // The file that says so goes last: without it, what a kill leaves of the records would be set aside.
        foreach (var records in Directory.EnumerateDirectories(directory))
        {
            Directory.Delete(records, recursive: true);
        }

        Directory.Delete(directory, recursive: true);
    }

    private static void RemoveOrSetAside(string directory, IDisk disk, ILogger logger)
    {
        if (File.Exists(Path.Combine(directory, DeletedName)) || !LogSegment.AnyHoldsRecords(directory))
        {
            LogRemoved(logger, directory);
            DeleteDirectory(directory);
            return;
        }

        var parent = Path.GetDirectoryName(directory)!;
        var setAside = Path.Combine(parent, SetAsideName);
        DirectoryEntries.Create(setAside, disk);
        var name = Path.GetFileName(directory);
        var target = Path.Combine(setAside, name);
        for (var copy = 2; Directory.Exists(target); copy++)
        {
            target = Path.Combine(setAside, string.Create(CultureInfo.InvariantCulture, $"{name}-{copy}"));
        }

        Directory.Move(directory, target);
        disk.FlushDirectory(setAside);
        disk.FlushDirectory(parent);
        LogSetAside(logger, directory, Name, target);
    }

    [LoggerMessage(LogLevel.Warning, "Removed {Directory}, left by an interrupted creation or deletion of a stream.")]
    private static partial void LogRemoved(ILogger logger, string directory);

    [LoggerMessage(
        LogLevel.Error,
        "{Directory} holds records and no {File}, so its stream is not there. It is kept as {SetAside}: to have the "
        + "stream back, stop LocalAws, restore that file in it from a copy and move it back; else delete it.")]
    private static partial void LogSetAside(ILogger logger, string directory, string file, string setAside);
}
