using TelemetryAspire.LocalAws.Hosting;

namespace TelemetryAspire.LocalAws.Admin.Faults;

/// <summary><c>/_localaws/faults</c>: the rules by which calls fail.</summary>
internal sealed class FaultsEndpoint(FaultInjector faults, GenerationHost generations)
{
    public IReadOnlyDictionary<string, RequestDelegate> Handlers => new Dictionary<string, RequestDelegate>
    {
        ["GET"] = ReportAsync,
        ["PUT"] = ArmAsync,
        ["DELETE"] = DisarmAsync,
    };

    /// <summary>Puts rules in the place of those there were.</summary>
    private async Task ArmAsync(HttpContext context)
    {
        var rules = await AdminRequest.ReadAsync(context, AdminJsonContext.Default.FaultRules);
        var operations = (await generations.WaitAsync(context.RequestAborted)).Operations.Names;
        faults.Arm(rules.Seed ?? 0, FaultRuleCompiler.Compile(rules, operations));
        await ReportAsync(context);
    }

    private Task DisarmAsync(HttpContext context)
    {
        faults.Disarm();
        return ReportAsync(context);
    }

    private Task ReportAsync(HttpContext context) => AdminRequest.WriteAsync(
        context, StatusCodes.Status200OK, faults.Report(), AdminJsonContext.Default.FaultReport);
}
