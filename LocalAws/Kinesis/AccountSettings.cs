using System.Text.Json;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>The settings of the account, in <c>account.json</c> beside the streams.</summary>
/// <remarks>Thread-safe. The one setting is the commitment to pay for a minimum throughput; nothing is paid here.</remarks>
internal sealed class AccountSettings
{
    private const string FileName = "account.json";

    private readonly Lock _lock = new();
    private readonly string _path;
    private readonly IDisk _disk;
    private readonly TimeProvider _timeProvider;
    private volatile BillingCommitment _commitment;

    public AccountSettings(DataDirectory dataDirectory, TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;
        _disk = dataDirectory.Disk;
        _path = Path.Combine(dataDirectory.ForService("kinesis"), FileName);
        _commitment = File.Exists(_path) ? Read(_path) : new BillingCommitment(null, null);
    }

    /// <summary>Whether the commitment holds now.</summary>
    public bool IsCommitted => Describe().Status != BillingCommitmentDescription.Disabled;

    public BillingCommitmentDescription Describe() => _commitment.Describe(_timeProvider.GetUtcNow());

    /// <summary>Starts or ends the commitment, durably; an end before its time takes effect at that time.</summary>
    public BillingCommitmentDescription Change(bool enable)
    {
        lock (_lock)
        {
            var changed = _commitment.Change(enable, _timeProvider.GetUtcNow());
            if (changed != _commitment)
            {
                AtomicFile.Write(
                    _path,
                    JsonSerializer.SerializeToUtf8Bytes(changed, KinesisJsonContext.Default.BillingCommitment),
                    _disk);
                _commitment = changed;
            }

            return Describe();
        }
    }

    private static BillingCommitment Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), KinesisJsonContext.Default.BillingCommitment)
                ?? throw new JsonException("The file holds null.");
        }
        catch (JsonException exception)
        {
            throw new LocalAwsStartupException(
                $"the file '{path}' is damaged ({exception.Message}). Restore it, or delete it.", exception);
        }
    }
}
