using System.Reflection;
using System.Runtime.Loader;

namespace Novita.Tests.Packaging;

/// <summary>Who is given what lies in <c>dependencies/</c>: nobody but the module, and nothing but that.</summary>
public sealed class DependencyResolverTests
{
    private static readonly Assembly s_module = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(ModulePackage.Bin, "Novita.dll"));

    public static TheoryData<string> Names => ["System.Text.Json", "System.Memory, Version=1.0.0.0, Culture=neutral"];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_module_and_one_who_is_not_named_are_given_it(string name)
    {
        Assert.NotNull(Resolve(name, s_module));
        Assert.NotNull(Resolve(name, null));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Others_are_given_nothing(string name) => Assert.Null(Resolve(name, typeof(DependencyResolverTests).Assembly));

    [Theory]
    [InlineData("../Novita.Client")]
    [InlineData("../dependencies/System.Text.Json")]
    [InlineData("No.Such.Assembly")]
    public void Nothing_that_lies_elsewhere_is_given(string name) => Assert.Null(Resolve(name, s_module));

    private static Assembly? Resolve(string name, Assembly? asker)
    {
        var resolve = s_module.GetType("Novita.DependencyResolver", throwOnError: true)!.GetMethod("Resolve", BindingFlags.Static | BindingFlags.NonPublic)!;
        return resolve.CreateDelegate<ResolveEventHandler>()(AppDomain.CurrentDomain, new ResolveEventArgs(name, asker));
    }
}
