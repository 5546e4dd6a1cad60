using Microsoft.Extensions.DependencyInjection;

namespace TelemetryAspire.FunctionHost.Tests.Invocation;

public sealed class FunctionInvokerTests : SinkTestBase
{
    [Fact]
    public async Task Middleware_runs_around_the_function_in_the_order_it_was_added()
    {
        var trace = new List<string>();
        Sink.Behaviour = (_, context) =>
        {
            trace.Add("function sees " + context.Items["key"]);
            return Task.FromResult(KinesisBatchResult.Success);
        };
        var last = Put(1)[0];

        await StartAsync(builder =>
        {
            builder.Services.AddSingleton(trace);
            builder.UseMiddleware<Outer>();
            builder.UseMiddleware<Inner>();
        });
        await UntilCheckpointedAsync(last);

        Assert.Equal(["outer in", "inner in", "function sees value", "inner out", "outer out"], trace);
    }

    [Fact]
    public async Task Every_invocation_has_an_id_and_services_of_its_own()
    {
        var seen = new List<(string Id, Scoped Service)>();
        Sink.Behaviour = (_, context) =>
        {
            seen.Add((context.InvocationId, context.InstanceServices.GetRequiredService<Scoped>()));
            return Task.FromResult(KinesisBatchResult.Success);
        };
        var last = Put(SinkFunction.BatchSize + 1)[^1];

        await StartAsync(builder => builder.Services.AddScoped<Scoped>());
        await UntilCheckpointedAsync(last);

        Assert.Equal(2, seen.Select(invocation => invocation.Id).Distinct().Count());
        Assert.Equal(2, seen.Select(invocation => invocation.Service).Distinct().Count());
        Assert.All(seen, invocation => Assert.True(invocation.Service.IsDisposed));
    }

    [Fact]
    public async Task The_context_tells_the_attempt()
    {
        var retries = new List<RetryContext>();
        Sink.Behaviour = (_, context) =>
        {
            retries.Add(context.RetryContext);
            return retries.Count < 3 ? throw new FormatException() : Task.FromResult(KinesisBatchResult.Success);
        };
        var last = Put(1)[0];

        await StartAsync();
        await UntilCheckpointedAsync(last);

        Assert.Equal([new RetryContext(0, 2), new RetryContext(1, 2), new RetryContext(2, 2)], retries);
    }

    private sealed class Scoped : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }

    private sealed class Outer(List<string> trace) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate nextStep)
        {
            trace.Add("outer in");
            context.Items["key"] = "value";
            await nextStep(context);
            trace.Add("outer out");
        }
    }

    private sealed class Inner(List<string> trace) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate nextStep)
        {
            trace.Add("inner in");
            await nextStep(context);
            trace.Add("inner out");
        }
    }
}
