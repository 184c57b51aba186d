using System.Buffers;
using System.Text;

namespace Novita.Simulator.Api;

/// <summary>A list reply: the cached bytes of its instances, copied one after the other.</summary>
internal sealed class InstancePage : IResult
{
    private readonly ReadOnlyMemory<SimulatedInstance> _instances;
    private readonly byte[] _end;

    public InstancePage(ReadOnlyMemory<SimulatedInstance> instances, int total, TotalForm form)
    {
        _instances = instances;
        _end = Encoding.UTF8.GetBytes(form switch
        {
            TotalForm.Number => $"],\"total\":{total}}}",
            TotalForm.Text => $"],\"total\":\"{total}\"}}",
            _ => "]}",
        });
    }

    private static ReadOnlySpan<byte> Start => "{\"instances\":["u8;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var instances = _instances.Span;
        var length = Start.Length + _end.Length + Math.Max(instances.Length - 1, 0);

        foreach (var instance in instances)
        {
            length += instance.Wire.Length;
        }

        var response = httpContext.Response;
        response.ContentType = "application/json";
        response.ContentLength = length;

        var body = response.BodyWriter;
        body.Write(Start);

        for (var i = 0; i < instances.Length; i++)
        {
            if (i > 0)
            {
                body.Write(","u8);
            }

            body.Write(instances[i].Wire);
        }

        body.Write(_end);

        // Not flushed here: the server does it after the request is on record, so a client never sees a reply before the log does.
        return Task.CompletedTask;
    }
}
