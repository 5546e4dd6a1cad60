namespace TelemetryAspire.LocalAws;

/// <summary>
/// LocalAws cannot start, for a reason its user can remove; the message names the cause and the remedy.
/// </summary>
/// <remarks>
/// <see cref="LocalAwsApplication.RunAsync"/> prints the message as the one line on stderr and exits with 1.
/// </remarks>
internal sealed class LocalAwsStartupException(string message, Exception? cause = null) : Exception(message, cause);
