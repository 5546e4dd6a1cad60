namespace TelemetryAspire.FunctionHost.Invocation;

/// <summary>One middleware of the application, in the order of registration.</summary>
internal sealed record MiddlewareRegistration(Func<IServiceProvider, IFunctionsWorkerMiddleware> Resolve);
