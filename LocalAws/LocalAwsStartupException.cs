namespace TelemetryAspire.LocalAws;

/// <summary>
/// LocalAws cannot start, for a reason its user can remove; the message names the cause and the remedy.
/// </summary>
/// <remarks>
/// <see cref="LocalAwsApplication.RunAsync"/> prints the message as the one line on stderr and exits with
/// <see cref="ExitCode"/>.
/// </remarks>
/// <param name="message">The cause and the remedy.</param>
/// <param name="cause">What was thrown, if anything.</param>
/// <param name="isInUse">Whether another process only has to let go of something.</param>
internal sealed class LocalAwsStartupException(string message, Exception? cause = null, bool isInUse = false)
    : Exception(message, cause)
{
    /// <summary>
    /// 78 (EX_CONFIG of sysexits.h) when the same start can never succeed, so that nobody tries it again; 1 when it
    /// may.
    /// </summary>
    public int ExitCode => isInUse ? 1 : 78;
}
