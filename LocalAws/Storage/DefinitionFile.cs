using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TelemetryAspire.LocalAws.Storage;

/// <summary>The file that defines a stream or delivery stream, in the directory of its records.</summary>
/// <remarks>
/// What it defines exists while the file is there: it is written last and deleted first, so a directory without it is
/// what an interrupted creation or deletion left.
/// </remarks>
internal static partial class DefinitionFile
{
    private const string Name = "stream.json";

    /// <summary>Writes the definition durably, in place of an earlier one.</summary>
    public static void Write<T>(string directory, T definition, JsonTypeInfo<T> json, IDisk disk) =>
        AtomicFile.Write(Path.Combine(directory, Name), JsonSerializer.SerializeToUtf8Bytes(definition, json), disk);

    /// <summary>Reads the definition at start; removes a directory without one and returns null.</summary>
    /// <exception cref="LocalAwsStartupException">The file is damaged.</exception>
    public static T? ReadOrRemove<T>(string directory, JsonTypeInfo<T> json, ILogger logger)
        where T : class
    {
        var path = Path.Combine(directory, Name);
        if (!File.Exists(path))
        {
            LogRemoved(logger, directory);
            Directory.Delete(directory, recursive: true);
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
        File.Delete(Path.Combine(directory, Name));
        disk.FlushDirectory(directory);
    }

    [LoggerMessage(LogLevel.Warning, "Removed {Directory}, left by an interrupted creation or deletion of a stream.")]
    private static partial void LogRemoved(ILogger logger, string directory);
}
