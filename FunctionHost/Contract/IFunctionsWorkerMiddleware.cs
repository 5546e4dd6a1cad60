namespace TelemetryAspire.FunctionHost;

/// <summary>
/// Code around every invocation, in the order of <c>UseMiddleware</c>; resolved from the invocation's scope.
/// </summary>
public interface IFunctionsWorkerMiddleware
{
    /// <summary>Does its part and calls <paramref name="nextStep"/>; an exception fails the invocation.</summary>
    Task Invoke(FunctionContext context, FunctionExecutionDelegate nextStep);
}
