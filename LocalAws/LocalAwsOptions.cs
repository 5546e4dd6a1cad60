using System.Net;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws;

/// <summary>The settings of section <c>LocalAws</c>, from appsettings, environment or command line alike.</summary>
internal sealed class LocalAwsOptions
{
    public const string SectionName = "LocalAws";

    /// <summary>The TCP port; 0 takes any free one. Default 4566, as LocalStack has it.</summary>
    public int Port { get; set; } = 4566;

    /// <summary>
    /// Where LocalAws listens: <c>localhost</c> (127.0.0.1 and ::1, the default), <c>*</c> (every address of this
    /// machine, as a container needs it) or one IP address. There is no authentication: whoever reaches it owns all
    /// data. Names by which others call it go to <see cref="AllowedHosts"/>.
    /// </summary>
    public string ListenAddress { get; set; } = "localhost";

    /// <summary>
    /// Where everything acknowledged is kept; deleting it resets LocalAws. Default <c>./.localaws</c>.
    /// </summary>
    public string DataDirectory { get; set; } = ".localaws";

    /// <summary>Whether AWS's throughput limits throttle callers as they do on AWS. Default true.</summary>
    public bool EnforceLimits { get; set; } = true;

    /// <summary>
    /// When an acknowledged write is on the disk, so that it survives a power failure too. Default
    /// <see cref="FsyncPolicy.GroupCommit"/>. The end of this process costs nothing acknowledged under any policy.
    /// </summary>
    public FsyncPolicy Fsync { get; set; } = FsyncPolicy.GroupCommit;

    /// <summary>
    /// The most open shards of all Kinesis streams together, of which each takes open files. Default 1000, the smallest
    /// quota that AWS accounts have.
    /// </summary>
    public int ShardLimit { get; set; } = 1_000;

    /// <summary>
    /// Host names accepted in the Host header beside loopback names and AWS's own, separated by semicolons;
    /// <c>*.example.test</c> accepts every name under that domain. Default none. Web pages served from these names or
    /// from loopback may send requests too; those of every other origin, AWS's included, are refused.
    /// </summary>
    public string AllowedHosts { get; set; } = "";

    /// <summary>
    /// Whether <c>/_localaws/</c> takes calls that inject faults, reset all data and keep snapshots. Default false.
    /// </summary>
    public bool EnableAdminApi { get; set; }

    /// <summary>Reads and checks the section.</summary>
    /// <exception cref="LocalAwsStartupException">A key is unknown or a value is not usable.</exception>
    public static LocalAwsOptions Load(IConfiguration configuration)
    {
        var section = configuration.GetSection(SectionName);
        RejectUnknownKeys(section);
        RejectUnknownPolicy(section);
        var options = new LocalAwsOptions();
        try
        {
            section.Bind(options);
        }
        catch (InvalidOperationException exception)
        {
            throw new LocalAwsStartupException($"{exception.Message} Correct the setting.", exception);
        }

        if (options.Port is < 0 or > 65535)
        {
            throw new LocalAwsStartupException(
                $"Setting {SectionName}:Port is {options.Port}; it must be between 0 (any free port) and 65535.");
        }

        if (options.ShardLimit is < 1 or > 20_000)
        {
            throw new LocalAwsStartupException(
                $"Setting {SectionName}:ShardLimit is {options.ShardLimit}; it must be between 1 and 20000.");
        }

        if (options.ListenAddress is not ("localhost" or "*") && !IPAddress.TryParse(options.ListenAddress, out _))
        {
            throw new LocalAwsStartupException(
                $"Setting {SectionName}:ListenAddress is '{options.ListenAddress}'; it must be localhost, an IP address "
                + "of this machine, or * for all of them.");
        }

        if (Protocol.AllowedHosts.FindInvalid(options.AllowedHosts) is { } invalid)
        {
            throw new LocalAwsStartupException(
                $"Setting {SectionName}:AllowedHosts has '{invalid}', which is no host name; give names or addresses "
                + "without a port, separated by semicolons: app.test;*.example.test.");
        }

        if (string.IsNullOrWhiteSpace(options.DataDirectory))
        {
            throw new LocalAwsStartupException(
                $"Setting {SectionName}:DataDirectory is empty; give the directory to keep data in.");
        }

        return options;
    }

    /// <remarks>The binder's message would not say which values there are, and it takes any number for one.</remarks>
    private static void RejectUnknownPolicy(IConfigurationSection section)
    {
        var names = Enum.GetNames<FsyncPolicy>();
        if (section[nameof(Fsync)] is { } value && !names.Contains(value, StringComparer.OrdinalIgnoreCase))
        {
            throw new LocalAwsStartupException(
                $"Setting {SectionName}:{nameof(Fsync)} is '{value}'; it must be one of {string.Join(", ", names)}.");
        }
    }

    private static void RejectUnknownKeys(IConfigurationSection section)
    {
        var known = typeof(LocalAwsOptions).GetProperties().Select(property => property.Name).ToArray();
        var unknown = section.GetChildren()
            .Select(child => child.Key)
            .FirstOrDefault(key => !known.Contains(key, StringComparer.OrdinalIgnoreCase));
        if (unknown is not null)
        {
            throw new LocalAwsStartupException(
                $"Setting {SectionName}:{unknown} is unknown; "
                + $"the keys of {SectionName} are {string.Join(", ", known)}.");
        }
    }
}
