using System.Management.Automation;

namespace Novita.Parameters;

/// <summary>Converts texts such as <c>22/tcp</c>, and objects with a Port and a Type, to ports.</summary>
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
            : throw Limits.Invalid("This is not a port. Give texts such as 8888/http and 22/tcp, or objects with a Port and a Type."),
    };
}
