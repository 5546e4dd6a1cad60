using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TelemetryAspire.LocalAws.Admin;
using TelemetryAspire.LocalAws.Hosting;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws;

/// <summary>
/// Composes LocalAws: the services, the one port they share, and the way a request takes to one of them.
/// </summary>
internal static partial class LocalAwsApplication
{
    /// <summary>Answers GET with 200 while every store is open.</summary>
    public const string HealthPath = "/_localaws/health";

    /// <summary>Builds the application; its start opens the stores before it listens.</summary>
    /// <param name="args">Settings, for example <c>--LocalAws:Port=0</c>.</param>
    /// <param name="configure">
    /// Runs last, so that a test can replace a service such as <see cref="TimeProvider"/>.
    /// </param>
    /// <exception cref="LocalAwsStartupException">A setting is unusable.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        CommandLine.Verify(args);
        var builder = WebApplication.CreateSlimBuilder(args);
        var options = LocalAwsOptions.Load(builder.Configuration);
        ConfigureLogging(builder.Logging);
        ConfigureServer(builder.WebHost, options);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IDisk>(SystemDisk.Instance);
        builder.Services.AddSingleton(services => DataDirectory.Open(
            services.GetRequiredService<LocalAwsOptions>(), services.GetRequiredService<IDisk>()));
        builder.Services.AddSingleton<GenerationServices>();
        builder.Services.AddSingleton<GenerationHost>();
        builder.Services.AddHostedService(services => services.GetRequiredService<GenerationHost>());
        builder.Services.AddAdmin();
        builder.Services.AddSingleton<RequestRouter>();
        configure?.Invoke(builder);

        var application = builder.Build();
        application.Run(application.Services.GetRequiredService<RequestRouter>().InvokeAsync);
        return application;
    }

    /// <summary>Runs until Ctrl+C or SIGTERM.</summary>
    /// <returns>The exit code: 0 after an orderly stop, else that of the error.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (CommandLine.AsksForHelp(args))
        {
            await Console.Out.WriteLineAsync(CommandLine.Usage);
            return 0;
        }

        var started = false;
        try
        {
            // What keeps the host from starting is thrown to here; its own log of it would only repeat it at length.
            await using var application = Build(args, builder => builder.Logging.AddFilter(
                "Microsoft.Extensions.Hosting.Internal.Host",
                level => started && level >= LogLevel.Warning));
            await StartAsync(application);
            started = true;
            await application.WaitForShutdownAsync();
            return 0;
        }
        catch (LocalAwsStartupException exception)
        {
            // The message may quote a library's, which can have lines of its own.
            var line = exception.Message.ReplaceLineEndings(" ");
            await Console.Error.WriteLineAsync($"LocalAws cannot start: {line}");
            return exception.ExitCode;
        }
    }

    private static async Task StartAsync(WebApplication application)
    {
        var options = application.Services.GetRequiredService<LocalAwsOptions>();
        try
        {
            await application.StartAsync();
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw new LocalAwsStartupException(
                $"port {options.Port} is in use by another process. "
                + "Stop that process, or choose another port with --LocalAws:Port=<port>.",
                exception,
                isInUse: true);
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressNotAvailable)
        {
            throw new LocalAwsStartupException(
                $"Setting {LocalAwsOptions.SectionName}:ListenAddress is '{options.ListenAddress}', which is no "
                + "address of this machine. Give one of its addresses, localhost, or * for all of them.",
                exception);
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AccessDenied)
        {
            throw new LocalAwsStartupException(
                $"port {options.Port} may not be opened by this user. "
                + "Choose another port with --LocalAws:Port=<port>.",
                exception);
        }

        var dataDirectory = application.Services.GetRequiredService<DataDirectory>();
        LogListening(application.Logger, string.Join(", ", application.Urls), dataDirectory.Path);
        if (!IsLoopback(options.ListenAddress))
        {
            LogReachable(application.Logger, options.ListenAddress);
        }
    }

    private static void ConfigureLogging(ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.AddFilter("Microsoft", LogLevel.Warning);
    }

    private static void ConfigureServer(ConfigureWebHostBuilder webHost, LocalAwsOptions options)
    {
        // The port is ours to choose: ASPNETCORE_URLS, which an orchestrator may set, must not open a second one.
        webHost.UseUrls();
        webHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // The JSON protocol and S3 each have a limit of their own, and S3's is 5 GiB.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.AllowAlternateSchemes = true;
            // A subscriber may let its events wait, which must not break the connection that others share; a
            // connection that is dead ends them all with its five minutes.
            kestrel.Limits.MinResponseDataRate = null;
            // Each subscription is a stream of its caller's connection, for minutes.
            kestrel.Limits.Http2.MaxStreamsPerConnection = 1_000;
            kestrel.Limits.Http2.InitialConnectionWindowSize = 8 * 1024 * 1024;
            kestrel.Limits.Http2.InitialStreamWindowSize = 2 * 1024 * 1024;
            Listen(kestrel, options);
        });
    }

    private static void Listen(KestrelServerOptions kestrel, LocalAwsOptions options)
    {
        switch (options.ListenAddress)
        {
            case "*":
                kestrel.ListenAnyIP(options.Port, ConfigureEndpoint);
                break;
            case "localhost" when options.Port != 0:
                kestrel.ListenLocalhost(options.Port, ConfigureEndpoint);
                break;
            case "localhost":
                kestrel.Listen(IPAddress.Loopback, 0, ConfigureEndpoint);
                break;
            default:
                kestrel.Listen(IPAddress.Parse(options.ListenAddress), options.Port, ConfigureEndpoint);
                break;
        }
    }

    private static bool IsLoopback(string listenAddress) => listenAddress == "localhost"
        || (IPAddress.TryParse(listenAddress, out var address) && IPAddress.IsLoopback(address));

    private static void ConfigureEndpoint(ListenOptions endpoint) =>
        endpoint.Use(next => new Http2PriorKnowledge(next).OnConnectionAsync);

    [LoggerMessage(
        LogLevel.Warning,
        "LocalAws:ListenAddress is {ListenAddress}: LocalAws can be reached from other machines, and does not ask who "
        + "calls. Whoever reaches it can read, change and delete all its data. Use it in a network that you trust.")]
    private static partial void LogReachable(ILogger logger, string listenAddress);

    [LoggerMessage(LogLevel.Information, "LocalAws listens on {Urls}; its data is in {DataDirectory}.")]
    private static partial void LogListening(ILogger logger, string urls, string dataDirectory);
}
