using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.ResponseCompression;
using Novita.Simulator.Api;
using Novita.Simulator.Areas;
using Novita.Simulator.Areas.Billing;
using Novita.Simulator.Areas.Catalog;
using Novita.Simulator.Areas.Clusters;
using Novita.Simulator.Areas.Credentials;
using Novita.Simulator.Areas.Instances;
using Novita.Simulator.Areas.Jobs;
using Novita.Simulator.Areas.Monitoring;
using Novita.Simulator.Areas.Networks;
using Novita.Simulator.Areas.Storage;
using Novita.Simulator.Areas.Templates;
using Novita.Simulator.Faults;
using Novita.Simulator.Generation;
using Novita.Simulator.Hosting;

namespace Novita.Simulator;

/// <summary>The Novita GPU cloud API on a loopback port, for as long as it is not disposed.</summary>
public sealed class SimulatedService : IAsyncDisposable
{
    private const int LargestBody = 4 * 1024 * 1024;

    /// <summary>What rows are made up from: at the same time there are the same in every service.</summary>
    private const int Seed = 1;


    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(200);

    private readonly WebApplication _app;
    private readonly Interceptors _interceptors = new();
    private readonly Failures _failures = new();
    private readonly SimulatorOptions _options;
    private readonly TimeProvider _time;
    private int _disposed;

    private SimulatedService(SimulatorOptions options)
    {
        var prefix = options.PathPrefix.Trim('/') is { Length: > 0 } path ? "/" + path : "";

        _options = options;
        ApiKey = options.ApiKey;
        var now = options.TimeProvider.GetUtcNow();
        Fleet = new(new FleetGenerator(Seed, now).Generate(options.Instances), options);
        Clusters = new(options.Clusters);
        Products = new(options.Products, Clusters, options.TimeProvider);
        Jobs = new(options.Jobs, Fleet, Seed, options.TimeProvider);
        Monitoring = new(options.Monitoring, Fleet, options.TimeProvider);
        Billing = new(options.Billing, Fleet, Seed, options.TimeProvider);
        Templates = new(options.Templates, options.TimeProvider);
        Credentials = new(options.Credentials, Fleet);
        Storage = new(options.Storage, Clusters, Fleet);
        Networks = new(options.Networks, Fleet, options.TimeProvider);
        IArea[] areas =
        [
            new InstanceArea(Fleet, Jobs, Products, _failures, options), Clusters, Products, Jobs, Monitoring, Billing,
            Templates, Credentials, Storage, Networks,
        ];
        _time = options.TimeProvider;
        _app = Build(options);
        Assemble(prefix, options, areas);
        Endpoint = new($"http://127.0.0.1:{options.Port}{prefix}");
    }

    /// <summary>The address to give to a client, with the prefix.</summary>
    public Uri Endpoint { get; private set; }

    public string ApiKey { get; }

    public Fleet Fleet { get; }

    public ClusterArea Clusters { get; }

    public ProductArea Products { get; }

    public JobArea Jobs { get; }

    public TemplateArea Templates { get; }

    public CredentialArea Credentials { get; }

    public StorageArea Storage { get; }

    public NetworkArea Networks { get; }

    /// <summary>Metrics and logs; may be changed at any time.</summary>
    public MonitoringArea Monitoring { get; }

    /// <summary>What was used and bought; may be changed at any time.</summary>
    public BillingArea Billing { get; }

    public RequestLog Requests { get; } = new();

    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SimulatedService> StartAsync(SimulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        var service = new SimulatedService(options ?? new());

        try
        {
            await service._app.StartAsync(cancellationToken);
            service.Endpoint = service._options.Monitoring.Root = new UriBuilder(service.Endpoint) { Port = new Uri(service._app.Urls.Single()).Port }.Uri;
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Puts a middleware around every request from now on, outside those added before, until it is disposed: the place for faults.
    /// It may answer, wait, change the reply, abort the connection, or call the delegate it is given.
    /// </summary>
    public IDisposable Intercept(Func<HttpContext, RequestDelegate, Task> interceptor) => _interceptors.Add(interceptor);

    /// <summary>Makes a fault happen to the next so many requests of a kind, until what is returned is disposed.</summary>
    public IDisposable Inject(Fault fault, Func<HttpRequest, bool>? when = null, int times = int.MaxValue) => Intercept((context, next) =>
        when?.Invoke(context.Request) != false && Interlocked.Decrement(ref times) >= 0 ? fault.ApplyAsync(context, next) : next(context));

    /// <summary>Refuses the next so many calls of a path, such as <c>/job/break</c>.</summary>
    public IDisposable Refuse(string path, ApiError error, int times = int.MaxValue) =>
        Inject(Refusal(error), request => IsCall(request, path), times);

    /// <summary>Performs the next so many calls of a path, but the response is lost.</summary>
    public IDisposable PerformButLose(string path, int times = int.MaxValue) => Inject(
        new("performed, response lost", async (context, next) =>
        {
            await TrueReply.TakeAsync(context, next);
            context.Abort();
        }),
        request => IsCall(request, path),
        times);

    /// <summary>Refuses the next so many actions, on instances that <paramref name="when"/> says; the latest refusal goes first.</summary>
    public IDisposable Refuse(
        InstanceAction action, ApiError error, Func<SimulatedInstance, bool>? when = null, int times = int.MaxValue) => Inject(
        Refusal(error),
        request => IsCall(request, PathOf(action)) && (when is null || (InstanceOf(request) is { } instance && when(instance))),
        times);

    /// <summary>Performs actions but says <c>invalid state change</c>, as the service was seen to.</summary>
    public IDisposable PerformButRefuse(InstanceAction action, int times = int.MaxValue) => Inject(
        new("performed and refused", async (context, next) =>
        {
            await TrueReply.TakeAsync(context, next);
            await ApiError.InvalidStateChange.ExecuteAsync(context);
        }),
        request => IsCall(request, PathOf(action)),
        times);

    /// <summary>Performs actions, but the reply is lost.</summary>
    public IDisposable PerformButLose(InstanceAction action, int times = int.MaxValue) => PerformButLose(PathOf(action), times);

    /// <summary>Lets actions begin, take their time, and end in another status with an error.</summary>
    public void Fail(
        InstanceAction action,
        SimulatedError error,
        string endsIn = "exited",
        Func<SimulatedInstance, bool>? when = null,
        int times = int.MaxValue) =>
        _failures.Add(new(action, error, endsIn, when, times));

    /// <summary>Answers 503 to everything in a time, by the service's clock.</summary>
    public void Outage(DateTimeOffset from, DateTimeOffset to) => Inject(StatusFaults.Html(503), _ => IsWithin(from, to));

    /// <summary>Answers 503 to everything from now on for so long.</summary>
    public void Outage(TimeSpan length) => Outage(_time.GetUtcNow(), _time.GetUtcNow() + length);

    /// <summary>
    /// Answers 429 to everything in a time, by the service's clock, with a Retry-After of <paramref name="retryAfter"/>
    /// or else of what is left of that time.
    /// </summary>
    public void Throttle(DateTimeOffset from, DateTimeOffset to, TimeSpan? retryAfter = null) => Inject(
        new("throttled", (context, _) =>
        {
            // Whole seconds, and never too early.
            var seconds = Math.Ceiling((retryAfter ?? to - _time.GetUtcNow()).TotalSeconds);
            context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return ApiError.RateLimitExceeded.ExecuteAsync(context);
        }),
        _ => IsWithin(from, to));

    /// <summary>Answers 429 to everything from now on for so long.</summary>
    public void Throttle(TimeSpan length, TimeSpan? retryAfter = null) =>
        Throttle(_time.GetUtcNow(), _time.GetUtcNow() + length, retryAfter);

    /// <summary>Stops at once, cutting off the requests that do not end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
    }

    private static bool IsCall(HttpRequest request, string path) =>
        request.Path.Value?.EndsWith("/v1" + path, StringComparison.Ordinal) == true;

    private static string PathOf(InstanceAction action) => $"/gpu/instance/{action}".ToLowerInvariant();

    private static Fault Refusal(ApiError error) => new(error.Reason, (context, _) => error.ExecuteAsync(context));

    /// <summary>The instance that an action is about, by its body, which was put on record.</summary>
    private SimulatedInstance? InstanceOf(HttpRequest request) =>
        (string?)JsonNode.Parse(((MemoryStream)request.Body).ToArray())?["instanceId"] is { } id ? Fleet.Find(id) : null;

    private bool IsWithin(DateTimeOffset from, DateTimeOffset to) => _time.GetUtcNow() is var now && from <= now && now < to;

    private static WebApplication Build(SimulatorOptions options)
    {
        // Empty, because the others read settings files and environment variables, either of which may name an address to listen on.
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Port);
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Services
            .AddRoutingCore()
            .AddResponseCompression(compression => compression.Providers.Add<GzipCompressionProvider>())
            .AddSingleton<IHostLifetime, DetachedLifetime>()
            .Configure<HostOptions>(host => host.ShutdownTimeout = s_patience);
        return builder.Build();
    }

    private void Assemble(string prefix, SimulatorOptions options, IArea[] areas)
    {
        if (options.Gzip)
        {
            _app.UseResponseCompression();
        }

        _app.Use(new Recorder(Requests, options.TimeProvider).InvokeAsync);

        if (options.Latency > TimeSpan.Zero)
        {
            _app.Use(async (context, next) =>
            {
                await Task.Delay(options.Latency, options.TimeProvider, context.RequestAborted);
                await next(context);
            });
        }

        _app.Use(_interceptors.InvokeAsync);

        // Said here, because it would otherwise come first, and an interceptor could no longer change the path.
        _app.UseRouting();
        var routes = RouteTable.Create(_app, prefix, options.ApiKey);
        Array.ForEach(areas, area => area.Map(routes));
    }
}
