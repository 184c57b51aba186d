using System.Management.Automation;

namespace Novita.Parameters;

/// <summary>Makes ports from texts such as <c>22/tcp</c>, and from any object with a Port and a Type.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class PortArgumentAttribute : ElementArgumentAttribute
{
    private protected override object Convert(PSObject element) => element.BaseObject switch
    {
        PortMapping { Port: not null } port => port,
        string { Length: <= MaxQuoted } text => text,
        string text => new PortMapping(text),
        ValueType number => number,
        _ => Text(element, nameof(PortMapping.Port)) is { } port && Text(element, nameof(PortMapping.Type)) is { } type
            ? new PortMapping($"{port}/{type}")
            : throw Limits.Invalid("This is not a port. Give 8888/http, 22/tcp or the like, or objects with a Port and a Type."),
    };
}
