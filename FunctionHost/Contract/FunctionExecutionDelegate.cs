using System.Diagnostics.CodeAnalysis;

namespace TelemetryAspire.FunctionHost;

/// <summary>The rest of an invocation: the next middleware, or the function itself.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "The name Azure Functions uses.")]
public delegate Task FunctionExecutionDelegate(FunctionContext context);
