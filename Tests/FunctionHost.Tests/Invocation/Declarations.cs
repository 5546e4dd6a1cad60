using System.Diagnostics.CodeAnalysis;

[assembly: SuppressMessage(
    "Performance",
    "CA1822",
    Scope = "namespaceanddescendants",
    Target = "~N:TelemetryAspire.FunctionHost.Tests.Invocation",
    Justification = "A function is an instance method by contract, also when a test's function needs no instance.")]

namespace TelemetryAspire.FunctionHost.Tests.Invocation;

internal sealed class NoFunction
{
    public Task Run([KinesisTrigger("s")] KinesisBatch batch) => Task.FromResult(batch);
}

internal sealed class NoTrigger
{
    [Function("F")]
    public Task Run(FunctionContext context) => Task.FromResult(context);
}

internal sealed class TwoTriggers
{
    [Function("F")]
    public Task Run([KinesisTrigger("s")] KinesisBatch batch, [TimerTrigger("00:00:01")] TimerInfo timer) =>
        Task.FromResult((batch, timer));
}

internal sealed class WrongTrigger
{
    [Function("F")]
    public Task Run([KinesisTrigger("s")] TimerInfo timer) => Task.FromResult(timer);
}

internal sealed class ReturnsVoid
{
    [Function("F")]
    public void Run([KinesisTrigger("s")] KinesisBatch batch) => ArgumentNullException.ThrowIfNull(batch);
}

internal sealed class TooLargeBatch
{
    [Function("F")]
    public Task Run([KinesisTrigger("s", BatchSize = 10_001)] KinesisBatch batch) => Task.FromResult(batch);
}

internal sealed class UnknownParameter
{
    [Function("F")]
    public Task Run([KinesisTrigger("s")] KinesisBatch batch, string text) => Task.FromResult((batch, text));
}

internal sealed class UnknownInput
{
    [Function("F")]
    public Task Run([TimerTrigger("00:00:01", Input = "\"a\"")] TimerInfo timer, string text) =>
        Task.FromResult((timer, text));
}

internal sealed class BadName
{
    [Function("a/b")]
    public Task Run([KinesisTrigger("s")] KinesisBatch batch) => Task.FromResult(batch);
}

internal sealed class StaticFunction
{
    [Function("F")]
    public static Task Run([KinesisTrigger("s")] KinesisBatch batch) => Task.FromResult(batch);
}

internal sealed class TwoFunctions
{
    [Function("A")]
    public Task RunA([KinesisTrigger("s")] KinesisBatch batch) => Task.FromResult(batch);

    [Function("B")]
    public Task RunB([TimerTrigger("00:00:01")] TimerInfo timer) => Task.FromResult(timer);
}
