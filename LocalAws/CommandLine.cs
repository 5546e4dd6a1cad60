namespace TelemetryAspire.LocalAws;

/// <summary>Reads what stands on the command line beside the settings, and refuses what would be ignored.</summary>
internal static class CommandLine
{
    public const string Usage = """
        LocalAws [--LocalAws:<key>=<value> ...]

          Port            4566; 0 takes a free port
          ListenAddress   localhost; an IP address of this machine, or * for all
          AllowedHosts    further names in the Host header, separated by semicolons
          DataDirectory   .localaws; delete it to begin anew
          Fsync           GroupCommit; EveryWrite or Never
          EnforceLimits   true; false turns AWS's rates off
          ShardLimit      1000
          EnableAdminApi  false; true for faults, snapshots and reset

        In the environment: LocalAws__Port=4567. The log: --Logging:LogLevel:Default=Warning.
        A program reads the URL from the line of standard output that contains "LocalAws listens on".
        docs/localaws.md has the whole of it.
        """;

    /// <summary>What the framework reads: its log, and where it looks for appsettings.</summary>
    private static readonly string[] KnownSections =
        [LocalAwsOptions.SectionName, "Logging", "environment", "contentRoot", "applicationName"];

    public static bool AsksForHelp(string[] args) => args is ["--help" or "-h" or "-?", ..];

    /// <summary>Refuses an argument that is no setting: the configuration would leave it out without a word.</summary>
    /// <exception cref="LocalAwsStartupException">It names the argument.</exception>
    public static void Verify(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var (key, hasValue) = Parse(args[i]);
            if (!KnownSections.Contains(key.Split(':')[0], StringComparer.OrdinalIgnoreCase))
            {
                throw new LocalAwsStartupException(
                    $"'{args[i]}' on the command line is no setting of LocalAws; they are written "
                    + $"--{LocalAwsOptions.SectionName}:Port=4567, and --help lists them.");
            }

            // "--LocalAws:Port 4567" is one setting, too.
            if (!hasValue && ++i == args.Length)
            {
                throw new LocalAwsStartupException($"'{args[^1]}' on the command line has no value.");
            }
        }
    }

    private static (string Key, bool HasValue) Parse(string argument)
    {
        var equals = argument.IndexOf('=');
        var key = equals < 0 ? argument : argument[..equals];
        var prefix = key.StartsWith("--", StringComparison.Ordinal) ? 2 : key.StartsWith('/') ? 1 : 0;
        // Without a prefix and a value it is no key, whatever its name.
        return prefix == 0 && equals < 0 ? ("", false) : (key[prefix..], equals >= 0);
    }
}
