using System.Runtime.CompilerServices;
using Microsoft.Extensions.Time.Testing;

namespace TelemetryAspire.TestKit;

/// <summary>Waits for conditions, never for time to pass.</summary>
public static class Eventually
{
    /// <summary>How long a condition may take before the test fails; far above what any of them needs.</summary>
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How much virtual time passes after the first look at a condition; a tenth more after each further one.
    /// </summary>
    private static readonly TimeSpan FirstStep = TimeSpan.FromMilliseconds(100);

    /// <summary>The most virtual time between two looks: what waits for minutes is reached in few of them.</summary>
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(10);

    /// <summary>Between two looks at a condition of this process.</summary>
    private static readonly TimeSpan Yield = TimeSpan.FromMilliseconds(1);

    /// <summary>Between two questions to another process, which needs the processor more than we do.</summary>
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMilliseconds(100);

    /// <summary>Completes when <paramref name="condition"/> holds.</summary>
    /// <param name="condition">The condition; looked at again and again.</param>
    /// <param name="timeout">Real time after which it fails; 30 s by default.</param>
    /// <param name="text">The condition's source, for the failure.</param>
    /// <exception cref="TimeoutException">It did not hold in time.</exception>
    public static Task UntilAsync(
        Func<bool> condition,
        TimeSpan? timeout = null,
        [CallerArgumentExpression(nameof(condition))] string text = "") =>
        UntilAsync(() => Task.FromResult(condition()), betweenLooks: null, Yield, timeout, text);

    /// <summary>The same for a condition that asks another process, which is asked a few times a second.</summary>
    /// <inheritdoc cref="UntilAsync(Func{bool}, TimeSpan?, string)"/>
    public static Task UntilAsync(
        Func<Task<bool>> condition,
        TimeSpan? timeout = null,
        [CallerArgumentExpression(nameof(condition))] string text = "") =>
        UntilAsync(condition, betweenLooks: null, BetweenQuestions, timeout, text);

    /// <summary>
    /// The same while virtual time runs: <paramref name="clock"/> moves between two looks, faster and faster.
    /// </summary>
    /// <param name="clock">The clock of what is tested.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="timeout">Real time after which it fails; 30 s by default.</param>
    /// <param name="text">The condition's source, for the failure.</param>
    /// <exception cref="TimeoutException">It did not hold in time.</exception>
    public static Task UntilAsync(
        FakeTimeProvider clock,
        Func<bool> condition,
        TimeSpan? timeout = null,
        [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        var step = FirstStep;
        return UntilAsync(() => Task.FromResult(condition()), Advance, Yield, timeout, text);

        void Advance()
        {
            clock.Advance(step);
            step = step < LongestStep ? step * 1.1 : LongestStep;
        }
    }

    private static async Task UntilAsync(
        Func<Task<bool>> condition, Action? betweenLooks, TimeSpan pause, TimeSpan? timeout, string text)
    {
        var limit = timeout ?? DefaultTimeout;
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(started) > limit)
            {
                throw new TimeoutException($"It did not become true within {limit}: {text}");
            }

            betweenLooks?.Invoke();
            // Lets the tested code run; it is no wait for a particular time.
            await Task.Delay(pause, TimeProvider.System);
        }
    }
}
