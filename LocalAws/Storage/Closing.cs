using System.Runtime.ExceptionServices;

namespace TelemetryAspire.LocalAws.Storage;

/// <summary>Closes several things, each of them whatever became of those before it.</summary>
internal static class Closing
{
    /// <summary>Takes every step in its order, and throws at the end what failed.</summary>
    /// <remarks>What stayed open would keep its files locked from whoever opens the data next.</remarks>
    public static async ValueTask AllAsync(params IEnumerable<Func<ValueTask>> steps)
    {
        var failures = new List<Exception>();
        foreach (var step in steps)
        {
            try
            {
                await step();
            }
            catch (Exception exception)
            {
                failures.Add(exception);
            }
        }

        if (failures is [var only])
        {
            ExceptionDispatchInfo.Throw(only);
        }

        if (failures.Count > 0)
        {
            throw new AggregateException(failures);
        }
    }
}
