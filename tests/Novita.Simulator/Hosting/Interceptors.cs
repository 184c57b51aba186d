using System.Collections.Immutable;

namespace Novita.Simulator.Hosting;

/// <summary>Middleware that comes and goes while the service runs; the latest is the outermost.</summary>
internal sealed class Interceptors
{
    private ImmutableList<Registration> _registrations = [];

    public IDisposable Add(Func<HttpContext, RequestDelegate, Task> interceptor)
    {
        var registration = new Registration(this, interceptor);
        ImmutableInterlocked.Update(ref _registrations, all => all.Add(registration));
        return registration;
    }

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        foreach (var registration in Volatile.Read(ref _registrations))
        {
            var inner = next;
            next = http => registration.Invoke(http, inner);
        }

        return next(context);
    }

    private sealed class Registration : IDisposable
    {
        private readonly Interceptors _owner;

        public Registration(Interceptors owner, Func<HttpContext, RequestDelegate, Task> invoke)
        {
            _owner = owner;
            Invoke = invoke;
        }

        public Func<HttpContext, RequestDelegate, Task> Invoke { get; }

        public void Dispose() => ImmutableInterlocked.Update(ref _owner._registrations, all => all.Remove(this));
    }
}
